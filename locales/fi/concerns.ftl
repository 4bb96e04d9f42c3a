### Asukkaat ja heidän asiansa: ensimmäinen viesti, luonnokset, kuittaukset ja se, mikä ei kuulu tänne.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

command-concern = asia, huoli, ilmoita
    .summary = Kirjaa jotakin, mikä tekee olosi turvattomaksi. Saat asian numeron ja kaksi päivää.
    .example = !asia Pensaat peittävät koulutien

command-yes = kyllä
    .summary = Vastaa kyllä siihen, mitä kysyin.
    .example = !kyllä

command-no = ei
    .summary = Vastaa ei siihen, mitä kysyin.
    .example = !ei

command-status = tilanne
    .summary = Näytä, miten asia etenee.
    .example = !tilanne TR-2026-0042

command-mycases = omat asiat, asiani
    .summary = Näytä omat asiasi.
    .example = !omat asiat

command-reopen = avaa uudelleen
    .summary = Avaa asiasi uudelleen, jos ongelma jatkuu.
    .example = !avaa uudelleen 0042

command-withdraw = peru
    .summary = Peru asiasi.
    .example = !peru 0042

command-erase = poista
    .summary = Poista luonnoksesi sekä yhteys sinun ja asiasi väliltä.
    .example = !poista

command-about = tietoa
    .summary = Näytä, mikä olen, kuka vastaa tiedoista ja kuinka kauan niitä säilytetään.
    .example = !tietoa

command-lang = kieli
    .summary = Valitse kieli.
    .example = !kieli suomi

## Mitä sanotaan aina

safety = Olen botti. Kukaan ei lue tätä heti. Jos rikos tai tulipalo on käynnissä tai joku on vaarassa: soita nyt 112. Ilmoita jo tapahtuneesta rikoksesta: 114 14. Vihje ihmisestä tai rikoksesta: kerro poliisille, 114 14 tai polisen.se - ei tänne. Älä kirjoita nimiä, henkilötunnuksia, kuvia tai rekisterinumeroita.
record = Se, mitä lähetät, on kaupungin julkinen asiakirja. Vain sihteeri näkee, kuka olet. Emme voi luvata, että pysyt nimettömänä: jos joku pyytää asiakirjan, laki ratkaisee.
not-stored = En kirjannut tätä asiaksi. Viesti on tässä keskustelussa, kunnes poistat sen itse.

## Ensimmäinen viesti

introduction = Hei. Olen Rådslag, botti. Neuvostoni on { $council }. Otan vastaan sen, mikä tekee olosi turvattomaksi, ja vien sen sille, jonka pitää vastata.
introduction-how = Kirjoita omin sanoin, mistä on kyse ja missä. Näytän, miten ymmärsin, ja kysyn, ennen kuin kirjaan mitään. Jos haluat kirjata heti: !asia ja sitten tekstisi. Kaikki komennot: !apua
introduction-controller = Henkilötiedoista vastaa { $name } ({ $contact }). Tietosuojavastaava: { $dpo }. Tietoja käytetään, jotta asiaasi voidaan vastata. Se on yleisen edun mukainen tehtävä. Sinulla on oikeus saada tietää, mitä tietoja sinusta on, korjata niitä ja valittaa viranomaiselle Integritetsskyddsmyndigheten (IMY).
introduction-kept = Jos et kirjaa luonnosta, se poistetaan. Sitä säilytetään näin monta päivää: { $days }. Yhteys sinun ja asian välillä säilytetään: { $identity }.
introduction-languages = Kieliä: ruotsi, englanti ja suomi. På svenska: !språk svenska. In English: !lang en. Voit kirjoittaa omalla kielelläsi.
about-fingerprint = Haluatko olla varma, että kirjoitat minulle? Vertaa tätä koodia siihen, jonka sovelluksesi näyttää minusta: { $fingerprint }
kept-days =
    { $days ->
        [one] yhden päivän siitä, kun asia on päättynyt
       *[other] { $days } päivää siitä, kun asia on päättynyt
    }
kept-until-decided = kunnes kaupunki päättää, että tiedot hävitetään
chat-not-encrypted = Tätä keskustelua ei ole salattu: palvelimen ylläpitäjä voi lukea sen. Jos haluat salatun keskustelun, avaa uusi keskustelu kanssani ja laita salaus päälle.
greeting = Hei. Kirjoita, mistä on kyse ja missä. Kysyn, ennen kuin kirjaan mitään. Kaikki komennot: !apua
write-directly = Kirjoita minulle yksityisesti, niin kaikki eivät näe sitä.
write-here = Tässä on yksityinen keskustelumme. Kirjoita, mistä on kyse. Vain sihteeri näkee, kuka olet.

## Luonnos ja kirjaaminen

draft-understood = Ymmärsin sinua näin ({ $category }):
draft-asked = Kirjaanko sen asiaksi? Vastaa kyllä tai ei. Jos et vastaa, luonnos poistetaan. Sitä säilytetään näin monta päivää: { $days }.
language-noticed = Kirjoitat suomeksi, joten vastaan suomeksi. På svenska: !språk svenska. In English: !lang en
thanks-answered = Ole hyvä. Kirjoitan tänne heti, kun jotakin tapahtuu.
command-meant = Tarkoitatko !{ $command }? Kirjoita se näin, huutomerkin kanssa.
urgent-then-112 = Jos se tapahtuu nyt tai joku on vaarassa: soita 112.
status-own-next = { $own } { $next }
draft-dropped = Luonnos on poistettu. En kirjannut mitään.
draft-gone = Poistit viestisi, joten poistin luonnoksen.
drafts-erased = Luonnoksesi on poistettu.
receipt = Kiitos. Asiasi numero on { $label }. Saat tietää, kuka vastaa asiasta, viimeistään { DAY($owner_by) }. Saat vastauksen viimeistään { DAY($answer_by) }.
area-asked = Mitä paikkaa { $label } koskee? Vastaa numerolla tai nimellä, tai kirjoita ohita.
area-choice = { $choice }. { $area }
area-chosen = { $label }: paikka on { $area }.
choice-skipped = Hyvä on. Sihteeri selvittää sen.
held-in-flood = Asioita on tullut tavallista enemmän. Sinun asiasi on tallessa luonnoksena. Sitä säilytetään näin monta päivää: { $days }. Sihteeriltä on kysytty, kirjataanko se.
nothing-asked = En ole kysynyt sinulta mitään nyt. Kirjoita, mistä on kyse, tai !apua.
which-case = Sinulla on monta asiaa: { $labels }. Kirjoita myös numero.
label = { $label }
words-missing = En näe tekstiä. Kirjoita, mistä on kyse.
words-needed = Osaan lukea vain sanoja. Kirjoita, mistä on kyse ja missä.
words-too-long = Teksti on liian pitkä: { $length } merkkiä. Siinä saa olla enintään { $limit }. Jaa se osiin tai lyhennä sitä.

## Mikä ei kuulu tänne

call-112 = Soita nyt 112.
after-danger = Kun vaara on ohi ja haluat, että neuvosto käsittelee asiaa: kirjoita !asia ja mitä tapahtui.
report-crime = Tee rikosilmoitus poliisille: 114 14 tai polisen.se. Neuvosto ei tutki rikoksia.
no-suspects = En ota vastaan tietoja ihmisistä, jotka on nimetty. Kerro poliisille: 114 14 tai polisen.se.
write-without = Tekstissä näyttää olevan { $signs }. Kirjoita se uudelleen ilman sitä.
how-to-remove = Näin poistat viestin: pidä sormea sen päällä tai napsauta hiiren oikealla painikkeella, ja valitse Poista.

## Sinun asiasi

status-own = { $label }: { $state }. Vastuussa: { $owner }.
status-public = { $label }: { $about }, { $state }. Vastuussa: { $owner }.
status-promise = Lupaus: { $promise } viimeistään { DAY($due) }.
status-owner-by = Saat tietää, kuka vastaa asiasta, viimeistään { DAY($day) }.
status-answer-by = Saat vastauksen viimeistään { DAY($day) }.
status-answer = Viimeisin vastaus:
status-which = Mikä asia? Esimerkki: !tilanne TR-2026-0042. Omat asiasi näet yksityisessä keskustelussa kanssani.
no-case-of-yours = Sinulla ei ole asioita.
case-not-yours = Sinulla ei ole asiaa, jonka numero on { $number }.
your-case = Tämä koskee asiaa { $label }.
your-case-assigned = { $label }: vastuussa on { $owner }. Saat vastauksen viimeistään { DAY($day) }.
your-answer = Vastaus asiaan { $label }. Vastaaja: { $owner }.
your-case-resolved = { SUBJECT($owner) } sanoo, että asia on hoidettu. Pitääkö se paikkansa? Vastaa !kyllä tai !ei.
your-case-confirmed = Kiitos. { $label } on päättynyt.
your-case-reopened = { $label } on avattu uudelleen. Saat vastauksen viimeistään { DAY($day) }.
your-case-taken-up = { $old } päättyi niin kauan sitten, että sitä ei voi avata uudelleen. Avasin sille jatkoksi asian { $label }. Saat tietää, kuka vastaa asiasta, viimeistään { DAY($owner_by) }. Saat vastauksen viimeistään { DAY($answer_by) }.
your-case-closed = { $label } on päättynyt. Jos ongelma jatkuu tai tulee takaisin, kirjoita !avaa uudelleen. Sinulla on siihen näin monta päivää: { $days }.
your-case-merged = { $label } on sama asia kuin { $other }, josta joku kertoi aiemmin. Seuraat nyt sitä: { $other }, { $about }, { $state }.
your-case-redirected = { $label } kuuluu muulle kuin neuvostolle:
your-case-withdrawn = { $label } on peruttu.
your-case-unanswerable = { $reason ->
    [secrecy] { SUBJECT($owner) } ei voi kertoa työstä, joka on kesken. Huolesi on mukana tilannekuvassa ilman tietoja sinusta.
    [other_body] { SUBJECT($owner) } ei voi vastata, koska kysymys kuuluu toiselle viranomaiselle. Huolesi on mukana tilannekuvassa ilman tietoja sinusta.
    [no_resources] { SUBJECT($owner) } ei pysty hoitamaan tätä nyt. Huolesi on mukana tilannekuvassa ilman tietoja sinusta.
   *[no_data] { SUBJECT($owner) } ei tiedä sitä. Huolesi on mukana tilannekuvassa ilman tietoja sinusta.
}
reopen-if-needed = Jos haluat jatkaa asiaa, kirjoita !avaa uudelleen. Sinulla on siihen näin monta päivää: { $days }.
your-words-changed = Muutin tekstin asiassa { $label }. Vanha teksti säilyy asian historiassa.
your-words-hidden = Tekstiäsi asiassa { $label } ei enää näytetä. Asia on julkinen asiakirja, ja se säilyy.
case-is-over = { $label } on päättynyt, joten tekstiä ei voi muuttaa. Kirjoita uusi viesti.

## Poistaminen, kieli

nothing-to-erase = Minulla ei ole tietoja sinusta: ei luonnoksia eikä asioita.
link-erased = Yhteys on poistettu sinun ja tämän väliltä: { $labels }. Asia on julkinen asiakirja. Se säilyy ilman nimeäsi. Tämän keskustelun viestit poistat itse.
erasure-refused = En saa poistaa yhteyttä sinun ja asiasi väliltä: asia on julkinen asiakirja, eikä kaupunki ole päättänyt, että tiedot hävitetään. Kysy tietosuojavastaavalta ({ $dpo }) tai täältä: { $contact }. Voit myös valittaa: Integritetsskyddsmyndigheten, imy.se. Pyyntösi on merkitty muistiin.
language-chosen = { $language ->
    [sv] Kirjoitan nyt ruotsiksi.
    [en] Kirjoitan nyt englanniksi.
   *[fi] Kirjoitan nyt suomeksi. Neuvoston omat tekstit eivät ole suomeksi. Voit kirjoittaa minulle suomeksi.
}
language-unreadable = En tunne kieltä ”{ $typed }”. Esimerkki: !kieli suomi
language-of-room = Huoneen kielen valitsee puheenjohtaja tai sihteeri. Oman kielesi valitset yksityisessä keskustelussa kanssani.
