### Kokoukset, esityslista ja haku: se, mitä kaikki voivat kysyä.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

command-next = seuraava, seuraava kokous, milloin kokous on
    .summary = Näytä, milloin seuraava kokous on.
    .example = !seuraava
command-meeting-show = kokous
    .summary = Näytä kokous: seuraava, tai tietyn kuukauden kokous.
    .example = !kokous 2026-05
command-meeting-list = kokoukset
    .summary = Näytä tulevan vuoden kokoukset.
    .example = !kokoukset
command-agenda-list = esityslista
    .summary = Näytä seuraavan kokouksen esityslista.
    .example = !esityslista
command-agenda-show = esityslista kohta
    .summary = Näytä esityslistan kohta.
    .example = !esityslista kohta A8
command-minutes = pöytäkirja
    .summary = Näytä viimeisin pöytäkirja, tai tietyn kuukauden pöytäkirja.
    .example = !pöytäkirja 2026-04
command-find = etsi
    .summary = Etsi kaikesta, mitä on jaettu. Sulkuihin voit kirjoittaa lähettäjän, ajan tai luokan.
    .example = !etsi moped (polisen, mars)

meeting-next = Seuraava kokous: { DATE($meets_at) } klo { TIME($meets_at) }.
meeting-going-on = Kokous on nyt: { DATE($meets_at) } klo { TIME($meets_at) }-{ TIME($ends_at) }.
meeting-was = Kokous oli { DATE($meets_at) } klo { TIME($meets_at) }.
meeting-over =
    { $state ->
        [cancelled] Kokous { $number }, { DATE($meets_at) } klo { TIME($meets_at) }, on peruttu.
       *[held] Kokous { $number } pidettiin { DATE($meets_at) } klo { TIME($meets_at) }.
    }
meeting-agenda-fixed = Esityslista on valmis: !esityslista
meeting-residents-write = Asukkaat: kirjoittakaa minulle yksityisesti.
meeting-list-heading = Tulevat kokoukset
meeting-line = { $number }: { DATE($meets_at) } klo { TIME($meets_at) }
meeting-line-clash = { $number }: { DATE($meets_at) } klo { TIME($meets_at) }. { $clash }
meeting-number = { $number }
meeting-unknown = Ei ole kokousta { $number }. Näytä kokoukset: !kokoukset
meeting-none-planned = Kokousta ei ole sovittu.

kind-info = tieto
kind-discussion = keskustelu
kind-decision = päätös
kind-follow-up = seuranta
raised-by-chair = puheenjohtaja
raised-by-secretary = sihteeri
raised-by-everyone = kaikki
raised-by-digest = kooste
standing-opening = Avaus, nimenhuuto, päätösvaltaisuus
standing-approval = Esityslistan hyväksyminen, pöytäkirjan tarkastajan valinta
standing-last-time = Edellinen pöytäkirja ja tehtävälista
standing-police = Tilannekuva, poliisi
standing-city = Tilannekuva, kaupunginosa
standing-round = Kierros
standing-residents = Asukkaiden kysymykset (kooste)
standing-closing = Muut asiat, päättäminen
agenda-heading = Esityslista, kokous { DATE($meets_at) } klo { TIME($meets_at) }
agenda-line = { TIME($starts_at) } { $id } { $title } ({ $kind }, { $minutes } min). Esittäjä: { $raiser }.
agenda-line-unnumbered = { TIME($starts_at) } { $title } ({ $kind }, { $minutes } min). Esittäjä: { $raiser }.
agenda-sum = Kohtia { $items }, minuutteja { $minutes }.
agenda-is-closed = Kohtia ei voi enää ilmoittaa. Esityslista vahvistetaan kokouskutsussa.
agenda-is-frozen = Esityslista on valmis.
agenda-item-not-open = Kohta neuvostolle
agenda-item-closed = Otsikko näytetään vain neuvostolle.
agenda-item-source = Tulee täältä: { $source }.
agenda-line-with = { $line } { $note }
agenda-item-carried = Jäi kokouksesta { $meeting }.
agenda-item-support = Tukijat: { $organisations }.
agenda-item-now = Käsitellään nyt.
agenda-item-dealt-with = Käsitelty.
agenda-item-put-off = Siirtyy seuraavaan kokoukseen.
agenda-of-cancelled = Kokous { DATE($meets_at) } on peruttu.
agenda-item-unknown = Esityslistalla ei ole kohtaa { $id }. Näytä esityslista: !esityslista
agenda-question-elsewhere = Kirjoita minulle yksityisesti, niin kysymyksesi käsitellään kokouksessa ilman nimeäsi.
minutes-none-public = Kokouksesta { DATE($starts) } ei ole vielä tarkastettua pöytäkirjaa.

find-heading =
    { $count ->
        [one] 1 viesti, jossa on ”{ $words }”
       *[other] { $count } viestiä, joissa on ”{ $words }”, uusin ensin
    }
find-none = En löydä jaettua viestiä, jossa on ”{ $words }” ja jonka saat nähdä täällä.
find-words-missing = Mitä etsin? Esimerkki: !etsi moped (polisen, mars)
