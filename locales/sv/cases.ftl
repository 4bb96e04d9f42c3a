### Rådets arbete med ärenden.

## Kommandon

command-case-assign = ärende tilldela
    .summary = Utse den organisation som ansvarar för ett ärende.
    .example = !ärende tilldela 0042 SDF

command-case-answer = ärende svara
    .summary = Svara den boende. I ärendets tråd behövs inget nummer; som svar på ett meddelande skickas det meddelandet.
    .example = !ärende svara 0042 Buskarna klipps senast 8 april.

command-case-resolve = ärende klart
    .summary = Säg att det är klart. Jag frågar den boende om det stämmer.
    .example = !ärende klart 0042

command-case-close = ärende stäng
    .summary = Avsluta ett ärende och berätta hur det slutade.
    .example = !ärende stäng 0042 Lampan är lagad.

command-case-cannot-answer = ärende kan inte besvaras, ärende obesvarbart
    .summary = Säg att ärendet inte kan besvaras, och varför.
    .example = !ärende kan inte besvaras 0038 sekretess

command-case-duplicate = ärende dubblett
    .summary = Säg att ärendet är samma sak som ett tidigare.
    .example = !ärende dubblett 0037 0031

command-case-redirect = ärende hänvisa
    .summary = Säg att någon annan än rådet tar hand om det.
    .example = !ärende hänvisa 0042 Trafikverket, 0771-921 921

command-case-edit-summary = ärende sammanfatta
    .summary = Skriv vad rådet får se i stället för den boendes egna ord.
    .example = !ärende sammanfatta 0042 Buskar skymmer sikten vid gångvägen.

command-case-category = ärende kategori
    .summary = Säg vad för slags ärende det är.
    .example = !ärende kategori 0042 belysning

command-case-area = ärende område
    .summary = Säg vilket område ärendet gäller.
    .example = !ärende område 0042 Parkstråket

command-case-list = ärende lista
    .summary = Visa de ärenden som någon behöver göra något åt.
    .example = !ärende lista

command-case-waiting = ärende väntar
    .summary = Visa obesvarade ärenden, de som väntat längst först.
    .example = !ärende väntar

command-case-late = ärende försenade
    .summary = Visa försenade ärenden.
    .example = !ärende försenade

command-case-show = ärende visa
    .summary = Visa ett ärende.
    .example = !ärende visa 0042

command-case-reporter = ärende anmälare
    .summary = Få veta i en direktchatt vem som tagit upp ett ärende. Skälet noteras.
    .example = !ärende anmälare 0042 Frågar om en mötestid

command-case-drafts = ärende utkast
    .summary = Visa det som väntar för att någon skrivit ovanligt mycket.
    .example = !ärende utkast

command-case-admit = ärende släpp in
    .summary = Registrera det som väntar.
    .example = !ärende släpp in

## Ärendets delar

case-state = { $state ->
    [received] mottaget
    [triaged] har en ansvarig
    [in_progress] pågår
    [resolved] klart enligt den ansvariga
    [closed] avslutat
    [reopened] öppnat igen
    [duplicate] samma sak som ett annat ärende
    [redirected] hänvisat till någon annan
    [cannot_answer] kan inte besvaras
   *[withdrawn] återtaget
}
case-category = { $category ->
    [lighting] belysning
    [vandalism] skadegörelse
    [litter] nedskräpning
    [abandoned_vehicle] övergivet fordon
    [traffic] trafik
    [school_route] skolväg
    [unsafe_place] otrygg plats
    [suggestion] förslag
    [question] fråga
    [drugs] narkotika
    [arson] anlagd brand
    [business] butik och företag
    [fraud_elderly] bedrägeri mot äldre
    [burglary_theft] inbrott och stöld
    [harassment] trakasserier
    [youth] ungdomar som samlas
    [alcohol_disorder] berusning
    [fireworks] smällare
    [neighbour_noise] störande grannar
   *[other] annat
}
case-reason = { $reason ->
    [secrecy] sekretess
    [other_body] en annan myndighets fråga
    [no_resources] inga resurser
   *[no_data] inga sådana uppgifter
}
case-sign = { $sign ->
    [danger] tecken på fara
    [crime] ett brott
    [suspect] en utpekad person
    [name] ett namn
    [personal_number] ett personnummer
    [phone] ett telefonnummer
    [plate] ett registreringsnummer
    [email] en e-postadress eller ett konto
    [address] en adress
   *[small_group] en grupp så liten att någon kan kännas igen
}
case-step = { $step ->
    [assign] tilldela det
    [answer] svara
    [resolve] säga att det är klart
    [close] stänga det
    [duplicate] låta ett annat ärende gälla
    [redirect] hänvisa vidare
    [cannot-answer] säga att det inte kan besvaras
    [confirm] svara ja
    [withdraw] ta tillbaka det
   *[reopen] öppna det igen
}
case-about = { $category }, { $area }
the-council = rådet
case-root = { $label }: { $state }
case-root-received = Kom in { DAY($day) }
case-root-owner = Ansvarig: { $owner }
case-root-triage-due = Ansvarig utses senast { DAY($day) }
case-root-answer-due = Svar senast { DAY($day) }
case-root-reason = Skäl: { $reason }
case-root-same-as = Samma sak som { $label }
case-root-follows = Fortsätter { $label }
case-root-unlinked = Anmälaren borttagen
case-words = { $label } med den boendes egna ord, bara för sekretariatet:
case-words-urgent = Den boende har uppmanats att ringa 112.
case-words-warning = Texten verkar innehålla { $signs }. Ta inte med det i sammanfattningen.
case-words-changed = Den boende har ändrat texten:
case-words-changed-contact = Den som tog upp { $label } har ändrat sin text. Undrar ni om det påverkar er: fråga sekreteraren.
case-looks-like = Liknar { $label }. Är det samma sak: !ärende dubblett { $number } { $other }
case-summary = Sammanfattning:
case-summary-missing = Sekreteraren har inte skrivit någon sammanfattning än.
summary-warning = Sammanfattningen verkar innehålla { $signs }. Ändra den om det pekar ut någon: rådet kan läsa den.

## Arbetet

case-assigned = { $label }: ansvarig är { $owner }. { $told }
case-is-yours = Ni ansvarar för { $label } ({ $about }). Svar senast { DAY($day) }.
case-yours-given = { $label }: ansvarig är nu { $owner } i stället för er.
case-yours-merged = { $label } är samma sak som { $other }, så ni behöver inte svara på det.
case-yours-redirected = { $label } är hänvisat till någon annan, så ni behöver inte svara på det.
case-how-to-answer = Svara den boende: !ärende svara { $number } och sedan svaret.
answer-sent = Svaret på { $label } är skickat till den boende.
noted-apart = { $label }: noterat. { $told }
resident-told = { $how ->
    [phone] Den som ringde har ingen chatt: sekretariatet ringer och berättar.
    [visit] Den som kom på besök har ingen chatt: sekretariatet berättar.
    [gone] Ingen får veta det: kopplingen till den som tog upp det är borttagen.
   *[chat] Den boende har fått veta det.
}
tell-apart = { $channel ->
    [phone] Ring den som tog upp det och säg:
   *[visit] Säg till den som tog upp det:
}
case-answered = { $label }: { $owner } har svarat.
resident-asked = { $label }: jag frågar den boende om det stämmer.
case-resolved = { $label }: { $owner } säger att det är klart.
case-confirmed-contact = { $label } är avslutat: den boende säger att det är löst.
case-withdrawn-contact = { $label } är återtaget av den som tog upp det.
case-reopened = { $label } är öppnat igen av den boende. Svar senast { DAY($day) }.
case-closed = { $label } är avslutat. { $told }
case-merged = { $label } är samma sak som { $other }. Den som tog upp det följer nu { $other }.
case-redirected = { $label } är hänvisat till någon annan. { $told }
case-unanswerable = { $label }: { $owner } kan inte svara ({ $reason }). { $told }
case-summarised = Sammanfattningen av { $label } är sparad.
case-sorted = { $label } gäller { $about }.
reporter-gone = { $label }: anmälaren borttagen. Ärendet finns kvar.

## Listor

cases-live = Ärenden att göra något åt:
cases-waiting = Obesvarade ärenden, de som väntat längst först:
cases-late = Försenade ärenden:
page-goes-on = Visar { $first }-{ $last } av { $count }. Nästa sida: !{ $command } { $next }
page-last = Visar { $first }-{ $last } av { $count }.
page-beyond = Så många sidor finns inte: det finns { $pages }.
no-cases = Det finns inga sådana ärenden.
case-line = { $label }: { $about }, { $state }. Ansvarig: { $owner }.{ $late ->
    [late] { " " }Försenat.
    [very_late] { " " }Mycket försenat.
   *[on_time] { "" }
}
case-line-due = { $label }: { $about }, { $state }. Ansvarig: { $owner }. Senast { DAY($day) }.{ $late ->
    [late] { " " }Försenat.
    [very_late] { " " }Mycket försenat.
   *[on_time] { "" }
}

## Vem som tagit upp ett ärende

reporters = { $label } togs upp av:
reporter = { $person }
many-cases-shown = { $who } har tittat på fler än { $most } ärenden inom en timme. Är det inte ett känt arbete, ta reda på vem det var: någon kan använda en annans konto.
reporter-care = För det inte vidare. Att du har frågat, och varför, är noterat.
reporter-told-apart = Svaret om { $label } kommer i vår direktchatt. Att du har frågat är noterat.
no-reporter = { $label } har ingen anmälare i chatten: det kom per telefon eller besök, eller så är anmälaren borttagen.

## Många på en gång

flood-waiting = { $count ->
    [one] Ett utkast väntar för att någon skrivit ovanligt mycket. Läs det: !ärende utkast. Registrera det: !ärende släpp in
   *[other] { $count } utkast väntar för att någon skrivit ovanligt mycket. Läs dem: !ärende utkast. Registrera dem: !ärende släpp in
}
no-drafts-held = Inga utkast väntar på dig.
drafts-admitted = { $count ->
    [one] Ett utkast är registrerat.
   *[other] { $count } utkast är registrerade.
}

## Nej

case-unknown = Det finns inget ärende { $number }.
case-of-another = Ärende { $number } hör till en annan organisation.
case-words-gone = Texterna i ärende { $number } är gallrade.
case-owner-same = Ärende { $number } ligger redan hos { $owner }.
case-owner-missing = Ärende { $number } har ingen ansvarig än. Tilldela det först: !ärende tilldela { $number } och en organisation.
case-duplicate-wrong = Ärende { $number } kan inte vara samma sak som { $other }: välj ett annat ärende som fortfarande gäller.
case-reopen-too-late = Ärende { $number } avslutades för mer än { $days } dagar sedan. Skriv ett nytt.
case-reason-missing = Säg också varför. Skälen är: { $reasons }. Exempel: !ärende kan inte besvaras 0038 sekretess
category-unknown = Det finns ingen kategori ”{ $typed }”. Kategorierna är: { $categories }.
area-unknown = Det finns inget område ”{ $typed }”. Områdena är: { $areas }.
case-step-refused = Det går inte att { $step ->
    [assign] tilldela
    [answer] besvara
    [resolve] klarmarkera
    [close] stänga
    [duplicate] slå ihop
    [redirect] hänvisa
    [cannot-answer] avstå från att besvara
    [confirm] bekräfta
    [withdraw] ta tillbaka
   *[reopen] öppna
} ärende { $number } nu, för det är { $state ->
    [received] mottaget men har ingen ansvarig
    [triaged] inte besvarat
    [in_progress] pågående
    [resolved] klart enligt den ansvariga och väntar på den boende
    [closed] avslutat
    [reopened] öppnat igen och inte besvarat
   *[cannot_answer] sådant som inte kan besvaras
}. Det här går: { $possible }.
case-step-refused-final = Det går inte att { $step ->
    [assign] tilldela
    [answer] besvara
    [resolve] klarmarkera
    [close] stänga
    [duplicate] slå ihop
    [redirect] hänvisa
    [cannot-answer] avstå från att besvara
    [confirm] bekräfta
    [withdraw] ta tillbaka
   *[reopen] öppna
} ärende { $number }, för det är { $state ->
    [received] nyss mottaget
    [triaged] inte besvarat
    [in_progress] pågående
    [resolved] klart enligt den ansvariga
    [closed] avslutat
    [reopened] öppnat igen
    [duplicate] samma sak som ett annat ärende
    [redirected] hänvisat till någon annan
    [cannot_answer] redan sådant som inte kan besvaras
   *[withdrawn] återtaget
}. Skriv ett nytt ärende i stället.
