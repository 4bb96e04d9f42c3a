### Delad information.

command-share = dela
    .summary = Dela information: öppet, rådet eller sekretariatet.
    .example = !dela öppet Vecka 11: inga bilbränder i området
command-share-list = delat, dela lista, delad information
    .summary = Visa vad som har delats sedan förra mötet.
    .example = !delat
command-share-withdraw = dela återta, återta inlägg
    .summary = Ta tillbaka något som har delats.
    .example = !dela återta I5

share-post = { $id } från { $source }
share-done =
    { $sharing ->
        [open] { $id } är delat öppet.
        [council] { $id } är delat med rådet.
       *[secretariat] { $id } är delat med sekretariatet.
    }
share-reworded = { $id } är ändrat.
share-withdrawn = { $id } är återtaget.
share-withdrawn-by-command = { $id } är återtaget. Ta bort ditt eget meddelande också, om det står kvar.
share-list-heading = Delat sedan förra mötet
share-line = { $id } { SHORTDAY($day) }, { $source } ({ $sharing ->
        [open] öppet
        [council] rådet
       *[secretariat] sekretariatet
    }): { $words }
share-line-withdrawn = { $id } är återtaget.
share-none = Inget har delats sedan förra mötet.

## Det som pekar ut någon

share-caught-here = Ett inlägg togs bort av integritetsskäl.
share-caught-warning = Ditt inlägg är inte delat, och jag har tagit bort det där du skrev det. Det ser ut att innehålla:
share-caught-alert = { $id } från { $source } är stoppat och borttaget: { $signs }. Incidentklockan går: anmäl till IMY senast { DAY($notify_by) } kl. { TIME($notify_by) }, om det behövs.
share-held-here = Det är inte delat än. Jag har skrivit till dig direkt.
share-held-warning = Jag har inte delat det än. Texten ser ut att innehålla:
share-how-to-write = Skriv om det utan det, så delar jag det. Du kan ändra ditt meddelande eller skriva ett nytt.
share-sign =
    { $sign ->
        [personal_number] ett personnummer
        [name] ett namn
        [suspect] en namngiven person
        [phone] ett telefonnummer
        [plate] ett registreringsnummer
        [email] en e-postadress
        [address] en adress
       *[small_group] en grupp så liten att någon kan kännas igen
    }

## När det inte går

share-class-missing = Vem får se det? Skriv det först: !dela öppet, !dela rådet eller !dela sekretariatet, och sedan texten.
share-class-too-late = Det du skrev syns redan för hela rådet. Ta bort det och skriv till mig direkt eller i sekretariatets rum.
share-class-fixed = { $id } kan inte delas med andra än förut. Återta det och dela det på nytt.
share-words-missing = Jag behöver också en text att dela.
share-words-many = Texten är för lång. Den får ha högst { $most } tecken.
share-withdrawn-already = { $id } är redan återtaget. Dela på nytt med ett nytt meddelande.
share-unknown = Det finns inget delat som heter { $id }.
share-not-yours = { $id } har någon annan delat. Den som delade det eller sekreteraren kan återta det.
