### Apua: ja se, mitä botti sanoo asiasta riippumatta.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

command-help = apua, ohje
    .summary = Näytä, mitä voit kirjoittaa täällä.
    .example = !apua asia

help-heading = Voit kirjoittaa täällä näin:
help-line = !{ $words }: { $summary }
help-more = Kirjoita !apua ja komento, niin kerron lisää.
help-example = Esimerkki: { $example }
help-unknown = En tunne sanaa ”{ $topic }”. Kirjoita !apua, niin näet, mitä voit kirjoittaa.

command-unknown = En ymmärrä: ”!{ $typed }”. Kirjoita !apua, niin näet, mitä voit kirjoittaa.
command-unknown-near = En ymmärrä: ”!{ $typed }”. Tarkoititko: { $near }?
argument-missing = Tarvitsen vielä tämän: { $wanted }. Esimerkki: { $example }
argument-unreadable = En osaa lukea tätä: ”{ $typed }”. Siinä pitäisi olla { $wanted }.
argument-left-over = En tiedä, mitä teen tällä: ”{ $typed }”. Esimerkki: { $example }
argument-case = asian numero, esimerkiksi 0042
argument-item = tunnus, esimerkiksi A8
argument-word = sana
argument-organisation = järjestön koodi, esimerkiksi POL
argument-number = kokonaisluku
argument-rest = teksti
argument-day = päivä, esimerkiksi 24 april
argument-moment = päivä ja kellonaika, esimerkiksi 21 maj kl. 18

not-for-your-role = Sen voi tehdä vain { $able }.
not-in-this-place = Se ei onnistu täällä, mutta se onnistuu täällä: { $places }.
role-chair = puheenjohtaja
role-secretary = sihteeri
role-registrar = kirjaaja
role-member = neuvoston jäsen
role-contact = järjestön yhteyshenkilö
role-operator = ylläpitäjä
place-open = avoin huone
place-council = neuvoston huone
place-secretariat = sihteeristön huone
place-operators = ylläpidon huone
place-direct = yksityinen keskustelu kanssani

edit-keeps-what-was-done = Olen jo tehnyt tämän: ”{ $command }”. Se ei muutu, vaikka muutat viestiä. Kirjoita uusi komento.
edit-names-another-command = Viesti oli ”{ $first }” ja on nyt ”{ $now }”. Ensimmäinen on voimassa. Kirjoita uusi asia omana viestinä.
removal-keeps-what-was-done = Viesti on poistettu, mutta se, mitä tehtiin, on yhä voimassa. Kirjoita uusi komento, jos haluat muuttaa sitä.

doubt-in_clear = Viestiä ei ollut salattu. Tässä huoneessa teen vain sen, mikä tulee salattuna.
doubt-unknown_device = Viesti tuli laitteelta, jota en tunne. En tehnyt mitään. Kirjoita uudelleen tavalliselta laitteeltasi.
doubt-unreadable = En voinut lukea viestiä. Kirjoita se uudelleen.
doubt-new_device = Viesti tuli uudelta laitteeltasi. En tehnyt mitään. Kirjoita laitteelta, jota käytit ennen.

failed = Minulle tapahtui virhe. Mikään ei muuttunut. Ylläpitäjä sai tiedon (viite { $reference }). Yritä uudelleen.
relay-not-removed-here = Täällä oleva viesti piti poistaa, mutta minulla ei ole siihen lupaa. Viesti on yhä täällä. Viestin kirjoittaja tai huoneen hoitaja: poista se nyt.
