### Asukkaiden lisäykset, kysymykset neuvostolle ja se, mitä heistä tiedetään.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

command-correct = korjaa
    .summary = Kirjoita uudet sanat asiaasi. Vanhat säilyvät historiassa.
    .example = !korjaa 0042 Pensaat peittävät koko kävelytien.

command-mydata = omat tiedot, tietoni
    .summary = Näytä kaikki, mitä minulla on sinusta.
    .example = !omat tiedot

command-follow = seuraa
    .summary = Seuraa asiaa, josta joku muu on kertonut. Silloin sinun ei tarvitse kertoa samaa uudelleen.
    .example = !seuraa 0042

command-business = yritys
    .summary = Kerro, että kirjoitat yrityksen puolesta. Voit kertoa myös nimen.
    .example = !yritys Kulmakioski

command-business-end = yritys loppu
    .summary = Kerro, että kirjoitat taas omasta puolestasi.
    .example = !yritys loppu

command-question = kysy, kysymys
    .summary = Kysy neuvostolta. Kysymys käsitellään seuraavassa kokouksessa, ja vastaus tulee tänne.
    .example = !kysy Miksi lamput eivät pala yöllä?

category-asked = Mitä { $label } koskee? Vastaa numerolla tai nimellä, tai kirjoita ohita.
category-choice = { $choice }. { $category }
category-chosen = { $label }: aihe on { $category }.
safety-other = Jag är en robot. Ingen läser detta direkt. Pågår ett brott eller en brand, eller är någon i fara: ring 112 nu. Anmäla brott som redan hänt: 114 14. Tipsa om en person eller ett brott: polisen, 114 14 eller polisen.se - inte här. Skriv inte namn, personnummer, bilder eller registreringsnummer.

added-to-your-case = Lisäsin sen asiaan { $label }. Jos se koskee muuta asiaa: kirjoita !asia ja teksti.
still-asked = Kysyin sinulta, onko asia hoidettu. Vastaa !kyllä tai !ei.
which-case-is-it = Mitä asiaa se koskee? Vastaa numerolla. Jos et vastaa, teksti poistetaan. Sitä säilytetään näin monta päivää: { $days }.
which-case-choice = { $choice }. { $label }: { $about }, { $state }
which-case-new = { $choice }. Uusi asia
case-full = Asiaasi ei mahdu enempää tekstiä ({ $kib } KiB). Pyydä sihteeriä soittamaan, tai kirjoita uusi asia.
draft-like = Joku on kertonut asiasta, joka voi olla sama: { $label } ({ $about }, { $state }). Jos haluat seurata sitä: !seuraa { $number }
write-slower = Kirjoitat nopeammin kuin ehdin lukea. Minuutissa voi kirjoittaa enintään näin monta viestiä: { $count }. Odota minuutti ja lähetä loput uudelleen.

case-followed = Seuraat nyt asiaa { $label }: { $about }, { $state }. Saat samat tiedot kuin se, joka kertoi asiasta. Te ette näe toisianne.
case-followed-already = Tämä asia on jo sinun, tai seuraat sitä: { $label }.
case-unfollowed = Et enää seuraa asiaa { $label }. Asia jatkuu.
case-only-followed = Joku muu kertoi asiasta { $label }, joten sinä et voi muuttaa sen tekstiä.
case-not-to-follow = Ei ole asiaa { $number }, jota voi seurata.

business-named = Merkitsin, että kirjoitat yrityksen puolesta: { $name }. Vain sihteeristö näkee nimen. Jos haluat lopettaa: !yritys loppu
business-noted = Merkitsin, että kirjoitat yrityksen puolesta. Jos haluat kertoa nimen: !yritys ja nimi. Jos haluat lopettaa: !yritys loppu
business-ended = Tästä lähtien kirjoitat omasta puolestasi.

mydata-heading = Minulla on sinusta nämä tiedot:
mydata-chat = Tämä keskustelu ja sen kieli: { $language }
mydata-notice = Olet saanut tietää, miten tietojasi käytetään, versio { $version }
mydata-business = Kirjoitat yrityksen puolesta: { $name }
mydata-drafts = { $count ->
    [0] Ei luonnoksia
    [one] 1 luonnos
   *[other] { $count } luonnosta
}
mydata-case = { $label }, alkoi { DAY($day) }: { $about }, { $state }. Omat sanasi:
mydata-followed = { $label }: { $about }, { $state }. Seuraat sitä. Joku muu kertoi siitä { DAY($day) }.
mydata-disclosed = Sihteeri selvitti, kuka kertoi asiasta: { DAY($day) }.
mydata-rights = Korjaa tekstisi: !korjaa. Poista yhteys sinun ja asiasi väliltä: !poista. Kysymyksiä: { $contact }. Tietosuojavastaava: { $dpo }.

case-taken-up-at = Neuvosto käsittelee sen kokouksessa { DAY($starts) } klo { TIME($starts) }. Vastaus tulee tänne.
decision-about-your-case = { $label }: neuvosto päätti { DAY($held) }: { $text }. Päätöksen numero on { $id }.
decision-about-your-case-closed = { $label }: neuvosto käsitteli asiaa { DAY($held) } ja teki päätöksen. Kohta oli suljettu, joten en voi näyttää päätöstä.
your-case-on-agenda = Neuvosto käsittelee asian { $label } kokouksessa { DAY($starts) } klo { TIME($starts) }.
your-case-asked-again-at = { $label } ei ehtinyt saada vastausta kokouksessa. Neuvosto käsittelee sen uudelleen kokouksessa { DAY($starts) } klo { TIME($starts) }.
poll-answered = Kysymykseen on vastattu.
case-over-for-agenda = Asia { $number } on päättynyt, joten sitä ei voi ottaa esityslistalle.
away-told = Sihteeri on poissa. Asiasi on kirjattu. Alla olevat päivät lasketaan siitä, kun sihteeri palaa: { DAY($back) }.

draft-poll = Kirjaanko sen asiaksi?
solved-poll = Onko { $label } hoidettu?
area-poll = Mitä paikkaa { $label } koskee?
category-poll = Mitä { $label } koskee?
choice-area = { $area }
choice-skip = Ohita
answer-yes = Kyllä
answer-no = Ei
