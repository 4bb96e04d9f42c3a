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

command-share-approve = dela godkänn, godkänn inlägg
    .summary = Godkänn att något som någon annan har skrivit delas öppet.
    .example = !dela godkänn I5
command-share-refuse = dela avslå, avslå inlägg
    .summary = Säg nej till att något delas öppet. Den som skrev det får veta det, och varför.
    .example = !dela avslå I5 Skriv vilken vecka det gäller.

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
share-line-over = { $state ->
        [waiting] { $id } väntar på en andra person.
        [refused] { $id } godkändes inte.
        [lapsed] { $id } blev inte besvarat i tid och är inte delat.
       *[withdrawn] { $id } är återtaget.
    }
share-none = Inget har delats sedan förra mötet.

## Det som en andra person läser först

share-ask = { $id } från { $source }: ska det delas öppet?
share-ask-how = Någon annan än den som skrev det svarar: !dela godkänn { $id } eller !dela avslå { $id }. En tumme upp eller ner på det här meddelandet går lika bra.
share-ask-again = { $id } väntar fortfarande på svar: !dela godkänn { $id } eller !dela avslå { $id }
share-waits = { $id } är inte delat än. En andra person läser det först.
share-approved = { $id } är godkänt av { $who } och delat öppet.
share-refused = { $id } är inte godkänt. Det svarade { $who }.
share-refused-told = { $id } delas inte öppet: en andra person har sagt nej. Ändra ditt meddelande om du vill att frågan ställs igen.
share-lapsed = { $id } är inte delat: ingen svarade i tid. Skriv det igen om det fortfarande gäller.

## Ett inlägg som redan står där

share-which-class = Vem får se det? Svara med en siffra som reaktion på det här meddelandet:
share-choice = { $sharing ->
        [open] { $choice }: alla (öppet)
        [council] { $choice }: rådet
       *[secretariat] { $choice }: sekretariatet
    }
share-which-how = Eller svara på inlägget med !dela öppet, !dela rådet eller !dela sekretariatet.

## Det som pekar ut någon

share-caught-here = Ett inlägg togs bort av integritetsskäl.
share-caught-warning = Ditt inlägg är inte delat, och jag har tagit bort det där du skrev det. Det ser ut att innehålla:
share-caught-alert = { $id } från { $source } är stoppat och borttaget: { $signs }. Incidentklockan går: anmäl till IMY senast { DAY($notify_by) } kl. { TIME($notify_by) }, om det behövs.
share-held-here = Det är inte delat än. Jag har skrivit till dig direkt.
share-held-warning = Jag har inte delat det än. Texten ser ut att innehålla:
share-how-to-write = Skriv om det utan det, så delar jag det. Du kan ändra ditt meddelande eller skriva ett nytt.
share-write-anew = Skriv ett nytt meddelande utan det, så delar jag det.
share-preview = Så här läste jag det. Det övertäckta är det jag fastnade på:
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
share-needs-another = { $id } behöver godkännas av någon annan än den som skrev det.
share-nothing-waits = { $id } väntar inte på något svar, eller så är orden andra nu.
share-post-unreadable = Jag kan inte läsa det inlägget. Skriv !dela öppet, !dela rådet eller !dela sekretariatet, och sedan texten.
share-class-too-late = Det du skrev syns redan för hela rådet. Ta bort det och skriv till mig direkt eller i sekretariatets rum.
share-class-fixed = { $id } kan inte delas med andra än förut. Återta det och dela det på nytt.
share-words-missing = Jag behöver också en text att dela.
share-words-many = Texten är för lång. Den får ha högst { $most } tecken.
share-withdrawn-already = { $id } gäller inte längre. Dela på nytt med ett nytt meddelande.
share-unknown = Det finns inget delat som heter { $id }.
share-not-yours = { $id } har någon annan delat. Den som delade det eller sekreteraren kan återta det.
