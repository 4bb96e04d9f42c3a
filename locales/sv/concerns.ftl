### De boende och deras ärenden: första kontakten, utkast, kvitton, och det som inte ska hit.

## Kommandon

command-concern = ärende, oro, anmäl
    .summary = Registrera något som gör dig otrygg. Du får ett ärendenummer och två datum.
    .example = !ärende Buskarna skymmer gångvägen till skolan

command-yes = ja
    .summary = Svara ja på det jag frågade.
    .example = !ja

command-no = nej
    .summary = Svara nej på det jag frågade.
    .example = !nej

command-status = status
    .summary = Visa hur det går med ett ärende.
    .example = !status TR-2026-0042

command-mycases = mina ärenden, minaärenden
    .summary = Visa dina egna ärenden.
    .example = !mina ärenden

command-reopen = öppna igen, återöppna
    .summary = Öppna ditt ärende igen om problemet är kvar.
    .example = !öppna igen 0042

command-withdraw = ta tillbaka, återta
    .summary = Ta tillbaka ditt ärende.
    .example = !ta tillbaka 0042

command-erase = radera
    .summary = Radera dina utkast och kopplingen mellan dig och ditt ärende.
    .example = !radera

command-about = om
    .summary = Visa vad jag är, vem som ansvarar och hur länge uppgifter sparas.
    .example = !om

command-lang = språk
    .summary = Välj språk.
    .example = !språk engelska

## Det som alltid ska sägas

safety = Jag är en robot. Ingen läser detta direkt. Pågår ett brott eller en brand, eller är någon i fara: ring 112 nu. Anmäla brott som redan hänt: 114 14. Tipsa om en person eller ett brott: polisen, 114 14 eller polisen.se - inte här. Skriv inte namn, personnummer, bilder eller registreringsnummer.
record = Det du skickar blir en allmän handling hos staden. Din identitet visas bara för sekreteraren. Vi kan inte lova anonymitet: begär någon ut handlingen prövas det enligt lag.
not-stored = Jag har inte registrerat detta som ärende. Meddelandet finns kvar i den här chatten tills du själv tar bort det.

## Första kontakten

introduction = Hej. Jag är Rådslag, roboten hos { $council }. Jag tar emot det som gör dig otrygg och ser till att det når den som ska svara.
introduction-how = Skriv med dina egna ord vad det gäller och var. Jag visar hur jag har förstått det och frågar innan jag registrerar något. Vill du registrera direkt: !ärende och sedan din text. Alla kommandon: !hjälp
introduction-controller = Personuppgiftsansvarig: { $name } ({ $contact }). Dataskyddsombud: { $dpo }. Uppgifterna behandlas för att besvara ditt ärende, en uppgift av allmänt intresse. Du har rätt att få veta vad som finns om dig, rätta det och klaga hos Integritetsskyddsmyndigheten (IMY).
introduction-kept = Utkast som du inte registrerar raderas efter { $days } dagar. Kopplingen mellan dig och ett ärende sparas { $identity }.
introduction-languages = Språk: svenska, engelska och finska. In English: !lang en. Suomeksi: !kieli suomi. Skriv gärna på ditt eget språk.
about-fingerprint = Vill du vara säker på att det är mig du skriver till? Jämför den här koden med den som din app visar för min identitet: { $fingerprint }
kept-days =
    { $days ->
        [one] en dag efter att ärendet är avslutat
       *[other] { $days } dagar efter att ärendet är avslutat
    }
kept-until-decided = tills staden beslutar om gallring
chat-not-encrypted = Den här chatten är inte krypterad: den som driver servern kan läsa den. Vill du ha en krypterad chatt, öppna en ny med mig och slå på kryptering.
greeting = Hej. Skriv vad det gäller och var, så frågar jag innan jag registrerar något. Alla kommandon: !hjälp
plain-words-of-office = Av dig som arbetar i rådet tar jag emot kommandon: !hjälp visar dem. Vill du registrera ett eget ärende: !ärende och sedan din text.
language-noticed = Du skriver svenska, så jag svarar på svenska. In English: !lang en. Suomeksi: !kieli suomi
thanks-answered = Varsågod. Jag skriver här så snart något händer.
command-meant = Menar du !{ $command }? Skriv det så, med utropstecknet.
write-directly = Skriv till mig direkt, så ser inte alla det.
write-here = Här är vår direktchatt. Skriv vad det gäller, så ser bara sekreteraren vem du är.

## Utkast och registrering

draft-understood = Så här har jag förstått dig ({ $category }):
urgent-then-112 = Pågår det nu, eller är någon i fara: ring 112.
draft-asked = Ska jag registrera det som ett ärende? Svara ja eller nej. Svarar du inte raderas utkastet efter { $days } dagar.
draft-dropped = Utkastet är borttaget. Jag har inte registrerat något.
draft-gone = Du tog bort ditt meddelande, så jag har tagit bort utkastet.
drafts-erased = Dina utkast är raderade.
receipt = Tack. Ditt ärende heter { $label }. Du får veta vem som ansvarar senast { DAY($owner_by) } och svar senast { DAY($answer_by) }.
receipt-on-behalf = Registrerat för någon som ringt eller besökt er. Svara på samma sätt: det finns ingen chatt.
area-asked = Var gäller { $label }? Svara med siffran eller namnet, eller skriv hoppa över.
area-choice = { $choice }. { $area }
area-chosen = { $label } gäller { $area }.
choice-skipped = Det går bra. Sekreteraren tar reda på det.
held-in-flood = Det har kommit ovanligt många ärenden. Ditt är sparat som utkast i { $days } dagar, och sekreteraren är tillfrågad om att registrera det.
nothing-asked = Jag har inte frågat dig något just nu. Skriv vad det gäller, eller !hjälp.
which-case = Du har flera ärenden: { $labels }. Skriv numret också.
label = { $label }
words-missing = Jag ser ingen text. Skriv vad det gäller.
words-needed = Jag kan bara läsa ord. Skriv vad det gäller och var.
words-too-long = Texten är för lång: { $length } tecken, högst { $limit }. Dela upp den eller korta den.

## Det som inte ska hit

call-112 = Ring 112 nu.
after-danger = Är faran över och du vill att rådet tar upp det: skriv !ärende och vad som hänt.
report-crime = Anmäl brottet till polisen: 114 14 eller polisen.se. Rådet utreder inte brott.
no-suspects = Jag tar inte emot uppgifter om namngivna personer. Tipsa polisen: 114 14 eller polisen.se.
write-without = Texten verkar innehålla { $signs }. Skriv den gärna en gång till utan det.
how-to-remove = Så tar du bort meddelandet: håll fingret på det, eller högerklicka, och välj Ta bort.

## Ditt ärende

status-own = { $label }: { $state }. Ansvarig: { $owner }.
status-own-next = { $own } { $next }
status-public = { $label }: { $about }, { $state }. Ansvarig: { $owner }.
status-promise = Löfte: { $promise } senast { DAY($due) }.
status-owner-by = Du får veta vem som ansvarar senast { DAY($day) }.
status-answer-by = Du får svar senast { DAY($day) }.
status-answer = Senaste svaret:
status-which = Vilket ärende? Exempel: !status TR-2026-0042. Dina egna ärenden ser du i en direktchatt med mig.
no-case-of-yours = Du har inga ärenden.
case-not-yours = Du har inget ärende med nummer { $number }.
your-case = Det gäller { $label }.
your-case-assigned = { $label }: ansvarig är { $owner }. Du får svar senast { DAY($day) }.
your-answer = Svar på { $label } från { $owner }:
your-case-resolved = { SUBJECT($owner) } säger att det är klart. Stämmer det? Svara !yes eller !no.
your-case-confirmed = Tack. { $label } är avslutat.
your-case-reopened = { $label } är öppnat igen. Du får svar senast { DAY($day) }.
your-case-taken-up = { $old } avslutades för så länge sedan att det inte kan öppnas igen. Jag har öppnat { $label } som fortsättning. Du får veta vem som ansvarar senast { DAY($owner_by) } och svar senast { DAY($answer_by) }.
your-case-closed = { $label } är avslutat. Är problemet kvar eller kommer det tillbaka: skriv !öppna igen inom { $days } dagar.
your-case-merged = { $label } gäller samma sak som { $other }, som någon tog upp tidigare. Du följer nu { $other }: { $about }, { $state }.
your-case-redirected = { $label } hör hemma hos någon annan än rådet:
your-case-withdrawn = { $label } är återtaget.
your-case-unanswerable = { $reason ->
    [secrecy] { SUBJECT($owner) } kan inte berätta om pågående arbete. Din oro finns med i lägesbilden utan uppgifter om dig.
    [other_body] { SUBJECT($owner) } kan inte svara, för frågan hör till en annan myndighet. Din oro finns med i lägesbilden utan uppgifter om dig.
    [no_resources] { SUBJECT($owner) } har inte resurser för detta nu. Din oro finns med i lägesbilden utan uppgifter om dig.
   *[no_data] { SUBJECT($owner) } har inga sådana uppgifter. Din oro finns med i lägesbilden utan uppgifter om dig.
}
reopen-if-needed = Vill du ta upp det igen: skriv !öppna igen inom { $days } dagar.
your-words-changed = Jag har ändrat texten i { $label }. Den förra finns kvar i ärendets historik.
your-words-hidden = Din text i { $label } visas inte längre. Ärendet är en allmän handling och finns kvar.
case-is-over = { $label } är avslutat, så texten kan inte ändras. Skriv ett nytt meddelande i stället.

## Radera, språk

nothing-to-erase = Jag har inget om dig: inga utkast och inga ärenden.
link-erased = { $count ->
    [one] Kopplingen mellan dig och { $labels } är borttagen. Ärendet är en allmän handling och finns kvar utan ditt namn. Meddelanden i den här chatten tar du bort själv.
   *[other] Kopplingen mellan dig och { $labels } är borttagen. Ärendena är allmänna handlingar och finns kvar utan ditt namn. Meddelanden i den här chatten tar du bort själv.
}
erasure-refused = Jag får inte ta bort kopplingen mellan dig och ditt ärende: ärendet är en allmän handling, och staden har inte beslutat om gallring. Fråga dataskyddsombudet ({ $dpo }) eller { $contact }. Du kan också klaga hos Integritetsskyddsmyndigheten, imy.se. Att du har frågat är noterat.
language-chosen = { $language ->
    [sv] Nu skriver jag svenska.
    [en] Nu skriver jag engelska.
   *[other] Jag har inga texter på det språket, så jag skriver engelska. Du kan skriva på ditt eget språk.
}
language-unreadable = Jag känner inte igen språket ”{ $typed }”. Exempel: !språk engelska
language-of-room = Rummets språk väljer ordföranden eller sekreteraren. Ditt eget väljer du i en direktchatt med mig.
