### Det som infaller i ärenden: påminnelser, mer tid och frågan om det är löst.

## Kommandon

command-case-extend = ärende mer tid, ärende förläng
    .summary = Lova svaret till en senare dag, med skäl. Den boende får veta det innan den första dagen har gått.
    .example = !ärende mer tid 0042 24 april Markägaren svarar nästa vecka.

## Påminnelser

case-triage-today = { $label }: den boende ska i dag få veta vem som ansvarar. Tilldela: !ärende tilldela { $number } och en organisation.
case-triage-late = { $label }: den boende skulle senast { DAY($day) } ha fått veta vem som ansvarar. Tilldela: !ärende tilldela { $number } och en organisation.
case-triage-chair = { $label } har ingen ansvarig än. Den boende skulle ha fått veta det senast { DAY($day) }.
case-answer-soon = Påminnelse: { $label } ({ $about }) ska besvaras senast { DAY($day) }. Svara: !ärende svara { $number } och sedan svaret. Mer tid: !ärende mer tid { $number }, en dag och skälet.
case-answer-today = Påminnelse: { $label } ({ $about }) ska besvaras i dag, { DAY($day) }. Svara: !ärende svara { $number } och sedan svaret. Mer tid: !ärende mer tid { $number }, en dag och skälet.
case-answer-late = { $label } ({ $about }) skulle ha besvarats senast { DAY($day) }. { $how ->
    [phone] Den som ringde har ingen chatt: sekretariatet ringer och säger att det är försenat.
    [visit] Den som kom på besök har ingen chatt: sekretariatet säger att det är försenat.
    [gone] Ingen får veta det: kopplingen till den som tog upp det är borttagen.
   *[chat] Den boende har fått veta att det är försenat.
} Svara: !ärende svara { $number } och sedan svaret.
case-answer-secretary = { $label }: { $owner } skulle ha svarat senast { DAY($day) }.
case-answer-chair = { $label } ({ $about }): { $owner } skulle ha svarat den boende senast { DAY($day) }.

## Det den boende får veta

your-case-triage-late = { $label }: senast { DAY($day) } skulle du ha fått veta vem som ansvarar. Det är försenat. Sekreteraren är påmind, och du får veta så snart det är klart.
your-case-answer-late = { $label }: senast { DAY($day) } skulle du ha fått svar från { $owner }. Det är försenat. De är påminda, och sekreteraren och ordföranden får veta om det dröjer mer.
your-case-extended = { $label }: { $owner } behöver mer tid. Du får svar senast { DAY($day) } i stället för { DAY($before) }. Skälet:
your-case-closed-in-silence = Jag har avslutat { $label }, eftersom du inte har svarat på om det är klart. Finns problemet kvar eller kommer det tillbaka: skriv !återöppna inom { $days } dagar.
your-case-asked-again = { $label } ({ $about }) avslutades för några veckor sedan. Är det fortfarande löst? Svara !yes eller !no.
your-case-still-solved = Tack. Det är noterat att { $label } fortfarande är löst.

## Rådet

case-extended = { $label }: { $owner } svarar senast { DAY($day) } i stället för { DAY($before) }. { $told }
case-root-promised-first = Lovat från början: { DAY($day) }
case-closed-in-silence = { $label } är avslutat: den boende tillfrågades om det är klart och har inte svarat.
case-extend-answered = Ärende { $number } är besvarat, så det finns inget datum att flytta.
case-extend-too-late = Datumet för ärende { $number } har gått ut: { DAY($day) }. Mer tid måste begäras innan dess. Besvara ärendet i stället.
case-extend-not-later = Ärende { $number } ska redan besvaras senast { DAY($day) }. Välj en senare dag.
case-extend-reason-missing = Säg också varför. Exempel: !ärende mer tid { $number } 24 april Markägaren svarar nästa vecka.
