### De boendes fortsatta ord, frågor till rådet, vad som finns om dem, och frånvaro.

## Kommandon

command-correct = rätta
    .summary = Sätt andra ord i stället för dem i ditt ärende. De gamla finns kvar i historiken.
    .example = !rätta 0042 Buskarna skymmer hela gångvägen.

command-mydata = mina uppgifter
    .summary = Visa allt jag har om dig.
    .example = !mina uppgifter

command-follow = följ
    .summary = Följ ett ärende som någon annan har tagit upp, i stället för att ta upp samma sak igen.
    .example = !följ 0042

command-business = företag
    .summary = Säg att du skriver för ett företag, med namnet om du vill. Det du tar upp räknas då för sig.
    .example = !företag Hörnkiosken

command-business-end = företag slut
    .summary = Säg att du skriver för egen del igen.
    .example = !företag slut

command-question = fråga
    .summary = Fråga rådet något. Det tas upp på nästa möte, och svaret kommer hit.
    .example = !fråga Varför är lamporna släckta på natten?

command-question-list = frågor
    .summary = Visa vad de boende frågar på nästa möte.
    .example = !frågor

command-case-agenda = ärende dagordning
    .summary = Ta upp ett ärende på nästa möte: under en punkt som finns, eller under en egen.
    .example = !ärende dagordning 0042 A7

command-away = borta
    .summary = Säg när du är borta. Om ingen vikarierar räknas de boendes datum från din återkomst.
    .example = !borta 2026-07-01 2026-07-31

command-away-end = borta slut, tillbaka
    .summary = Säg att du är tillbaka.
    .example = !borta slut

## Det som ett nytt ärende ännu saknar

category-asked = Vad gäller { $label }? Svara med numret eller namnet, eller skriv hoppa över.
category-choice = { $choice }. { $category }
category-chosen = { $label } gäller { $category }.
safety-other = I am a bot. Nobody reads this right away. If a crime or fire is happening, or someone is in danger: call 112 now. To report a past crime: 114 14. To tip about a person or a crime: the police, 114 14 or polisen.se - not here. Do not write names, personal numbers, pictures or plate numbers.

## Fortsatta ord

added-to-your-case = Jag har lagt till det i { $label }. Gäller det något annat: skriv !ärende och texten.
still-asked = Jag har frågat dig om det är klart. Svara !ja eller !nej.
which-case-is-it = Vilket ärende gäller det? Svara med numret. Svarar du inte raderas texten efter { $days } dagar.
which-case-choice = { $choice }. { $label }: { $about }, { $state }
which-case-new = { $choice }. Något nytt
case-full = Ditt ärende rymmer inte mer text ({ $kib } KiB). Be sekreteraren ringa dig, eller skriv ett nytt ärende.
case-note = { $label }: den boende har lagt till:
case-note-changed = Den boende har ändrat tillägget:
case-note-contact = Den som tog upp { $label } har lagt till något. Undrar ni om det påverkar er: fråga sekreteraren.
draft-like = Någon har tagit upp något som kan vara samma sak: { $label } ({ $about }, { $state }). Vill du följa det i stället: !följ { $number }
write-slower = Du skriver fortare än jag får läsa: högst { $count } meddelanden i minuten. Vänta en minut och skicka resten igen.
somebody-writes-fast = Någon skriver mer än { $count } meddelanden i minuten i en direktchatt. Det som är för mycket läses inte; ingen stängs ute.

## Att följa

case-followed = Du följer nu { $label }: { $about }, { $state }. Du får veta det som den får veta som tog upp det; ingen av er ser den andra.
case-followed-already = Du har eller följer redan { $label }.
case-unfollowed = Du följer inte längre { $label }. Ärendet fortsätter.
case-only-followed = { $label } togs upp av någon annan, så texten är inte din att ändra.
case-not-to-follow = Det finns inget ärende { $number } som går att följa.
case-has-follower = { $label }: en person till följer ärendet.

## Ett företag

business-named = Jag har noterat att du skriver för { $name }. Bara sekretariatet ser namnet. För att sluta: !företag slut
business-noted = Jag har noterat att du skriver för ett företag. För att ange namnet: !företag och namnet. För att sluta: !företag slut
business-ended = Från och med nu skriver du för egen del.
case-from-business = { $label } kommer från ett företag.

## Det som finns

mydata-heading = Det här har jag om dig:
mydata-chat = Den här chatten och dess språk: { $language }
mydata-notice = Att du har fått veta hur dina uppgifter används, version { $version }
mydata-business = Att du skriver för ett företag: { $name }
mydata-drafts = { $count ->
    [0] Inga utkast
    [one] 1 utkast
   *[other] { $count } utkast
}
mydata-case = { $label }, upptaget { DAY($day) }: { $about }, { $state }. Dina egna ord:
mydata-followed = { $label }: { $about }, { $state }. Du följer det; någon annan tog upp det { DAY($day) }.
mydata-disclosed = { DAY($day) } tog sekreteraren reda på vem som tagit upp det.
mydata-rights = Rätta din text: !rätta. Ta bort kopplingen till ditt ärende: !radera. Frågor: { $contact }. Dataskyddsombud: { $dpo }.

## Frågor till rådet och ärenden på dagordningen

case-taken-up-at = Det tas upp på rådets möte { DAY($starts) } kl. { TIME($starts) }, och svaret kommer hit.
no-questions = Ingen boende har frågat något till nästa möte.
questions = De boendes frågor till mötet { DAY($starts) }:
asked-here = { $count ->
    [one] En boende frågar under den här punkten:
   *[other] { $count } ärenden från boende under den här punkten:
}
asked-how-to-answer = Svaret går tillbaka till den som frågade: !ärende svara { $number } och texten.
question-line = { $label }. Ansvarig: { $owner }.
case-on-agenda = { $label } står på dagordningen: { $id } { $title }.
decision-about-your-case = Om { $label }: rådet beslutade { DAY($held) }: { $text }. Beslutet heter { $id }.
decision-about-your-case-closed = Om { $label }: rådet tog upp frågan { DAY($held) } och fattade ett beslut. Punkten var sluten, så jag kan inte visa beslutet.
your-case-on-agenda = { $label } tas upp på rådets möte { DAY($starts) } kl. { TIME($starts) }.
your-case-asked-again-at = { $label } hann inte få svar på mötet. Det tas upp igen på rådets möte { DAY($starts) } kl. { TIME($starts) }.
case-over-for-agenda = Ärende { $number } är avslutat, så det kan inte sättas upp på dagordningen.

## Borta

away-noted = Noterat: borta från { DAY($first) } till { DAY($last) }. Ingen vikarierar, så de boende får veta det, och deras datum räknas från återkomsten.
away-noted-stand-in = Noterat: borta från { DAY($first) } till { DAY($last) }. Någon vikarierar, så de boendes datum är som vanligt.
away-ended = Välkommen tillbaka. De boendes datum är som vanligt igen.
away-never = Ingen frånvaro var noterad.
away-told = Sekreteraren är borta. Ditt ärende är registrerat, och datumen nedan räknas från { DAY($back) }.
away-days-wrong = Den sista dagen ska komma efter den första och inte ha gått. Exempel: !borta 2026-07-01 2026-07-31

## Buttons

draft-poll = Ska jag registrera det som ett ärende?
solved-poll = Är { $label } löst?
area-poll = Var gäller { $label }?
category-poll = Vad gäller { $label }?
choice-area = { $area }
poll-answered = Frågan är besvarad.
choice-skip = Hoppa över
answer-yes = Ja
answer-no = Nej
