### Hjälp: och det som roboten säger oavsett ärende: missförstånd, nej och fel.

command-help = hjälp, kommandon
    .summary = Visa vad du kan skriva här.
    .example = !hjälp dagordning

help-heading = Det här kan du skriva här:
help-line = !{ $words }: { $summary }
help-more = Skriv !hjälp och ett kommando för att få veta mer.
help-offices = Dina uppdrag
help-topics = Det här kan du skriva om här
help-topic = { $topic } ({ $count } kommandon), till exempel { $example }
help-topic-others = Enstaka kommandon: { $words }
help-topic-more = Skriv !hjälp och ett av orden för att se alla kommandon om det, eller !hjälp allt.
help-example = Exempel: { $example }
help-unknown = Jag känner inte till ”{ $topic }”. Skriv !hjälp för att se vad du kan skriva här.

## Missförstånd

command-unknown = Jag förstår inte ”!{ $typed }”. Skriv !hjälp för att se vad du kan skriva här.
command-unknown-near = Jag förstår inte ”!{ $typed }”. Menade du { $near }?
argument-missing = Jag behöver också { $wanted }. Exempel: { $example }
argument-unreadable = Jag kan inte läsa ”{ $typed }” som { $wanted }.
argument-left-over = Jag vet inte vad jag ska göra med ”{ $typed }”. Exempel: { $example }
argument-case = ett ärendenummer, till exempel 0042
argument-item = ett id, till exempel A8
argument-word = ett ord
argument-organisation = en organisations kod, till exempel POL
argument-number = ett heltal
argument-rest = en text
argument-day = en dag, till exempel 24 april
argument-moment = en dag och en tid, till exempel 21 maj kl. 18
organisation-unknown = Det finns ingen organisation med koden { $code }. Koderna är: { $codes }.

## Nej

not-for-your-role = Det kan bara { $able } göra.
not-in-this-place = Det går inte här, men det går i { $places }.
role-chair = ordföranden
role-secretary = sekreteraren
role-registrar = registratorn
role-member = rådets ledamöter
role-contact = organisationernas kontaktpersoner
role-operator = driftansvarig
place-open = det öppna rummet
place-council = rådets rum
place-secretariat = sekretariatets rum
place-operators = driftrummet
place-direct = en direktchatt med mig

## Ändrade och borttagna meddelanden

edit-keeps-what-was-done = Jag har redan utfört ”{ $command }”, och det ändras inte av att meddelandet ändras. Skriv ett nytt kommando i stället.
edit-names-another-command = Meddelandet var ”{ $first }” och är nu ”{ $now }”. Det första gäller. Skriv det nya som ett eget meddelande.
removal-keeps-what-was-done = Meddelandet är borttaget, men det som gjordes gäller fortfarande. Skriv ett nytt kommando för att ändra det.

## Tvivel om avsändaren

doubt-in_clear = Ett meddelande här var inte krypterat. Jag gör bara det som kommer krypterat i det här rummet.
doubt-unknown_device = Ett meddelande kom från en enhet som jag inte känner igen. Jag har inte gjort något. Skriv igen från din vanliga enhet.
doubt-unreadable = Jag kunde inte läsa ett meddelande här. Skriv det gärna en gång till.
doubt-new_device = Ett meddelande kom från en ny enhet hos dig. Jag har inte gjort något. Skriv från enheten du använde förut, eller låt någon bekräfta den nya: !enhet lista
operators-new-device = { $person } skriver från en enhet som jag inte känner: { $device }, { $fingerprint }. Jag gör inget den säger förrän någon annan bekräftar den: !enhet bekräfta { $fingerprint }
operators-identity-changed = { $person } har en ny identitet och skriver från { $device }, { $fingerprint }. Det kan vara samma person som har börjat om, eller någon annan. Fråga personen själv. Sedan kan någon annan bekräfta enheten: !enhet bekräfta { $fingerprint }
operators-own-device = Mitt konto har en enhet till, { $device }, { $state ->
        [signed] som är signerad med återställningsnyckeln
       *[unsigned] som ingen har signerat
    }. Om ingen av er har loggat in som jag har någon annan gjort det: logga ut enheten och byt kontots lösenord genast.

## Fel

failed = Något gick fel hos mig. Inget har ändrats. Driftansvarig har fått veta det (referens { $reference }). Försök gärna igen.
errand-taken = Det tar en liten stund. Det du bad om kommer hit så snart det är klart.
errand-given-up = Jag kunde inte göra det du bad om, fast jag försökte flera gånger. Inget har ändrats. Driftansvarig har fått veta det (referens { $reference }). Försök igen senare, eller med färre dagar åt gången.
operators-failure = En händelse kunde inte hanteras (referens { $reference }). Se tabellen failures.
link-to-thread = Ärendets tråd: { $link }
relay-gave-up = Ett meddelande till { $place } kunde inte skickas och är uppgivet: { $reason }.
relay-not-pinned = Jag kunde inte fästa ett inlägg i { $place }: { $reason }. Själva inlägget finns där. Ge mig behörighet att fästa där, oftast 50.
relay-not-removed = Jag skulle ta bort ett meddelande i { $place } men kunde inte: { $reason }. Det står kvar. Någon som får ta bort meddelanden där måste göra det för hand.
relay-not-removed-here = Ett meddelande här skulle tas bort, men jag saknar behörighet. Det står kvar. Den som skrev det, eller den som sköter rummet: ta bort det nu.
relay-room-silent = Meddelanden till { $place } har inte gått fram sedan { DAY($since) } kl. { TIME($since) }. Jag försöker vidare.
