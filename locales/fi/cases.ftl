### Asian osat, ja mitä asukas saa tietää siitä.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

case-state = { $state ->
    [received] otettu vastaan
    [triaged] asialla on vastuullinen
    [in_progress] työ on kesken
    [resolved] hoidettu, sanoo vastuullinen
    [closed] päättynyt
    [reopened] avattu uudelleen
    [duplicate] sama kuin toinen asia
    [redirected] kuuluu toiselle
    [cannot_answer] siihen ei voi vastata
   *[withdrawn] peruttu
}
case-category = { $category ->
    [lighting] valaistus
    [vandalism] ilkivalta
    [litter] roskaaminen
    [abandoned_vehicle] hylätty ajoneuvo
    [traffic] liikenne
    [school_route] koulutie
    [unsafe_place] turvaton paikka
    [suggestion] ehdotus
    [question] kysymys
    [drugs] huumeet
    [arson] tuhopoltto
    [business] kauppa ja yritys
    [fraud_elderly] vanhusten huijaaminen
    [burglary_theft] murto ja varkaus
    [harassment] häirintä
    [youth] nuorten kokoontuminen
    [alcohol_disorder] päihtyneet
    [fireworks] ilotulitteet
    [neighbour_noise] naapurien melu
   *[other] muu
}
case-reason = { $reason ->
    [secrecy] salassapito
    [other_body] kuuluu toiselle viranomaiselle
    [no_resources] ei voimavaroja
   *[no_data] ei tietoa siitä
}
case-sign = { $sign ->
    [danger] merkki vaarasta
    [crime] rikos
    [suspect] joku, jota epäillään
    [name] nimi
    [personal_number] henkilötunnus
    [phone] puhelinnumero
    [plate] rekisterinumero
    [email] sähköpostiosoite tai tili
    [address] osoite
   *[small_group] niin pieni ryhmä, että jonkun voi tunnistaa
}
case-step = { $step ->
    [assign] antaa asialle vastuullinen
    [answer] vastata
    [resolve] sanoa, että asia on hoidettu
    [close] päättää asia
    [duplicate] yhdistää asia toiseen
    [redirect] ohjata muualle
    [cannot-answer] sanoa, että siihen ei voi vastata
    [confirm] vastata kyllä
    [withdraw] perua asia
   *[reopen] avata asia uudelleen
}
case-about = { $category }, { $area }
the-council = neuvosto
case-unknown = Ei ole asiaa { $number }.
case-words-gone = Asian { $number } tekstit on hävitetty.
case-reopen-too-late = Asia { $number } päättyi liian kauan sitten. Sen voi avata uudelleen vain näin monen päivän ajan: { $days }. Kirjoita uusi asia.
category-unknown = Ei ole aihetta ”{ $typed }”. Aiheet ovat: { $categories }.
area-unknown = Ei ole paikkaa ”{ $typed }”. Paikat ovat: { $areas }.
case-step-refused = Se ei onnistu asiassa { $number } nyt. Asian tila: { $state ->
    [received] otettu vastaan, mutta kukaan ei vielä vastaa siitä
    [triaged] ei vielä vastausta
    [in_progress] kesken
    [resolved] hoidettu, sanoo vastuullinen; asukkaalta kysytään
    [closed] päättynyt
    [reopened] avattu uudelleen, ei vielä vastausta
   *[cannot_answer] siihen ei voi vastata
}. Nämä onnistuvat: { $possible }.
case-step-refused-final = Se ei onnistu asiassa { $number }. Asian tila: { $state ->
    [received] juuri otettu vastaan
    [triaged] ei vielä vastausta
    [in_progress] kesken
    [resolved] hoidettu, sanoo vastuullinen
    [closed] päättynyt
    [reopened] avattu uudelleen
    [duplicate] sama kuin toinen asia
    [redirected] kuuluu toiselle
    [cannot_answer] siihen ei voi vastata
   *[withdrawn] peruttu
}. Kirjoita uusi asia.

your-answer-translated = Sama vastaus asiaan { $label } omalla kielelläsi:
your-case-triage-late = { $label }: sinun piti saada tietää, kuka vastaa asiasta, viimeistään { DAY($day) }. Se on myöhässä. Sihteeriä on muistutettu. Saat tiedon heti, kun vastuullinen on päätetty.
your-case-answer-late = { $label }: sinun piti saada vastaus viimeistään { DAY($day) }. Se on myöhässä. Vastuussa: { $owner }. Heitä on muistutettu. Sihteeri ja puheenjohtaja saavat tiedon, jos vastaus viipyy.
your-case-extended = { $label }: { $owner } tarvitsee lisää aikaa. Saat vastauksen viimeistään { DAY($day) }. Aiempi päivä oli { DAY($before) }. Syy:
your-case-closed-in-silence = Päätin asian { $label }, koska et vastannut, onko se hoidettu. Jos ongelma jatkuu tai tulee takaisin, kirjoita !avaa uudelleen. Sinulla on siihen näin monta päivää: { $days }.
your-case-asked-again = { $label } ({ $about }) päättyi muutama viikko sitten. Onko asia yhä kunnossa? Vastaa !kyllä tai !ei.
your-case-still-solved = Kiitos. Merkitsin, että { $label } on yhä kunnossa.
your-case-published = Asiasta { $label } on nyt lyhyt teksti neuvoston verkkosivuilla. Kirjoita minulle, jos jokin siinä paljastaa sinut:
your-case-unpublished = Lyhyt teksti asiasta { $label } on poistettu neuvoston verkkosivuilta.
promise-to-you = { $label }: { $owner } lupaa: { $text }, viimeistään { DAY($due) }.
meeting-of-your-case-moved = Kokous, jossa { $label } käsitellään, on siirretty: { DATE($meets_at) } klo { TIME($meets_at) }.
