### Asukkaiden kuvat.
# Selkosuomi. Kone on kirjoittanut tekstit: äidinkielisen puhujan on tarkistettava ne ennen käyttöä.

picture-added = { $count ->
    [one] Lisäsin kuvasi asiaan { $label }. Poistin kuvasta sen, mitä puhelin oli piilottanut siihen, esimerkiksi paikan ja ajan. Vain sihteeristö näkee kuvan. Lähettämäsi kuva on tässä keskustelussa, kunnes poistat sen itse.
   *[other] Lisäsin { $count } kuvaasi asiaan { $label }. Poistin kuvista sen, mitä puhelin oli piilottanut niihin, esimerkiksi paikan ja ajan. Vain sihteeristö näkee kuvat. Lähettämäsi kuvat ovat tässä keskustelussa, kunnes poistat ne itse.
}
picture-with-draft = Kuvasi on minulla. Jos vastaat kyllä, se tulee luonnoksen mukaan. Jos vastaat ei, se poistetaan.
picture-needs-words = Kuvasi on minulla, mutta en tiedä, mistä on kyse. Kerro omin sanoin. Jos et kirjoita mitään, kuva poistetaan. Sitä säilytetään näin monta päivää: { $days }.
which-case-picture = Mitä asiaa kuva koskee? Vastaa numerolla. Jos et vastaa, kuva poistetaan. Sitä säilytetään näin monta päivää: { $days }.
picture-not-kept = En tallentanut kuvaakaan.
picture-gone = Poistit viestin, joten poistin kuvan.
your-picture-hidden = Kuvaasi asiassa { $label } ei enää näytetä. Asia on julkinen asiakirja, ja se säilyy.
pictures-full = Asiassa { $label } on jo niin monta kuvaa kuin siinä saa olla ({ $most }). En tallentanut enempää.
picture-refused = { $why ->
    [kind] En ottanut tiedostoa vastaan. Otan vastaan kuvia (JPEG, PNG, WebP tai GIF) mutta en muita tiedostoja, enkä iPhonen HEIC-kuvia. Ota kuvasta kuvakaappaus ja lähetä se, tai kerro sanoin, mitä kuvassa on.
    [too_large] En ottanut kuvaa vastaan: se on liian suuri, yli { $mib } MiB. Lähetä se pienempänä, tai kerro sanoin, mitä kuvassa on.
    [too_many_pixels] En ottanut kuvaa vastaan: siinä on yli 50 miljoonaa kuvapistettä. Lähetä se pienempänä, tai kerro sanoin, mitä kuvassa on.
    [gone] En saanut haettua kuvaa. Lähetä se uudelleen, tai kerro sanoin, mitä kuvassa on.
    [too_many] En ottanut kuvaa vastaan: yhtä aikaa voi odottaa enintään näin monta: { $most }. Kirjoita, mitä kuvat koskevat, ja lähetä sitten lisää.
   *[unreadable] En ottanut tiedostoa vastaan: sitä ei voi lukea kuvana (JPEG, PNG, WebP tai GIF). Ota siitä kuvakaappaus ja lähetä se, tai kerro sanoin, mitä kuvassa on.
}
mydata-pictures = { $count ->
    [one] 1 kuva, joka ei vielä kuulu mihinkään asiaan
   *[other] { $count } kuvaa, jotka eivät vielä kuulu mihinkään asiaan
}
mydata-pictures-in = { $count ->
    [one] 1 kuva
   *[other] { $count } kuvaa
}
