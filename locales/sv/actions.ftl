### Åtgärder, löften och beslut.

command-action-add = åtgärd lägg till, ny åtgärd, åtgärd, action
    .summary = Be någon göra något till en viss dag.
    .example = !åtgärd SDF 2026-04-24 siktröjning, Parkstråket (D2, TR-2026-0042)
command-action-accept = åtgärd åta, åta, godta åtgärd
    .summary = Åta er en åtgärd.
    .example = !åtgärd åta X2
command-action-done = åtgärd klar, åtgärd klart
    .summary = Säg att en åtgärd är klar, med en mening som visar det.
    .example = !åtgärd klar X2 Röjt och bortforslat.
command-action-list = åtgärder, åtgärdslista, åtgärd lista
    .summary = Visa åtgärderna som inte är klara, eller sök bland alla års.
    .example = !åtgärder belysning
command-action-report = åtgärd rapport, åtgärd lägesrapport, rapportera åtgärd
    .summary = Berätta hur det går med en åtgärd.
    .example = !åtgärd rapport X1 Armaturerna är beställda.
command-action-show = åtgärd visa, visa åtgärd
    .summary = Visa en åtgärd och allt som har hänt med den.
    .example = !åtgärd visa X1
command-promise-add = löfte lägg till, nytt löfte, löfte, lova
    .summary = Lova något till en viss dag.
    .example = !lova 0042 buskarna klippta senast 8 april
command-promise-kept = löfte hållet, löftet hållet
    .summary = Säg att ett löfte är hållet. Det gäller när sekreteraren eller den boende håller med.
    .example = !löfte hållet L2 Klippt i dag.
command-promise-broken = löfte brutet, löfte ej hållet
    .summary = Säg att ett löfte inte hölls, och varför.
    .example = !löfte brutet L3 en av två kontroller, larm
command-promise-list = löften, löfte lista
    .summary = Visa löftena och vad som blev av dem.
    .example = !löften
command-decision-add = beslut lägg till, nytt beslut, beslut
    .summary = Skriv in ett beslut med sin punkt och sina röster (ja-nej-avstår).
    .example = !beslut A8 7-0-0 TRAF lagar tunnelbelysningen varaktigt
command-decision-list = beslut lista, besluten
    .summary = Visa besluten från mötet, eller sök bland alla års.
    .example = !besluten belysning

## Åtgärder

action-line =
    { $standing ->
        [awaiting] { $id }: { $what }. Ansvarig: { $owner }, klart senast { DAY($due) }. Väntar på svar.
        [not-accepted] { $id }: { $what }. Ansvarig: { $owner }, klart senast { DAY($due) }. Inte accepterad.
        [accepted] { $id }: { $what }. Ansvarig: { $owner }, klart senast { DAY($due) }. Accepterad.
        [overdue] { $id }: { $what }. Ansvarig: { $owner }, skulle ha varit klart { DAY($due) }. Försenad.
       *[done] { $id }: { $what }. Ansvarig: { $owner }. Klar.
    }
action-asked = Rådet ber er om { $id }: { $what }, klart senast { DAY($due) }. Åtar ni er det? !åtgärd åta { $id }
action-accepted = { $id } ({ $what }) är accepterad av { $owner }.
action-done = { $id } ({ $what }) är klar.
action-done-with = { $id } ({ $what }) är klar: { $evidence }
action-reported = { $id }, { $owner } berättar: { $words }
action-reported-on = { DATE($at) }: { $owner } berättar: { $words }
action-made = { DATE($at) }: antecknad.
action-made-from = { DATE($at) }: antecknad, ur { $sources }.
action-accepted-on = { DATE($at) }: accepterad av { $owner }.
action-done-on = { DATE($at) }: klar. { $evidence }
actions-taken-up = På mötet { DATE($starts) } kl. { TIME($starts) } följs de här åtgärderna upp. Är något klart redan? !åtgärd klar. Annars berätta hur det går: !åtgärd rapport
action-list-heading = Åtgärder som inte är klara
action-none = Alla åtgärder är klara.
action-none-found = Ingen åtgärd innehåller ”{ $words }”.
action-found-heading = Åtgärder som innehåller ”{ $words }”
action-found = { $action } Från { DATE($made) }.

action-unknown = Det finns ingen åtgärd { $id }. Visa åtgärderna: !åtgärder
action-not-yours = { $id } hör till en annan organisation.
action-not-for-others = Du kan lägga till åtgärder för din egen organisation. För { $owner } gör sekreteraren eller ordföranden det.
action-accepted-already = { $id } är redan accepterad.
action-done-already = { $id } är redan klar.
action-day-past = { DAY($due) } är redan förbi. Skriv en kommande dag.
action-words-missing = Jag behöver också veta vad som ska göras.
action-words-many = Åtgärden är för lång. Den får ha högst { $most } tecken.

## Löften

promise-added = Löfte { $id }, { $owner }: { $text }, senast { DAY($due) }.
promise-to-you = Löfte om { $label } från { $owner }: { $text }, senast { DAY($due) }.
promise-claimed = Löfte { $id } ({ $text }): { $owner } säger att det är hållet. Det gäller när sekreteraren eller den boende håller med.
promise-kept = Löfte { $id } ({ $text }) är hållet.
promise-broken = Löfte { $id } ({ $text }) är inte hållet: { $words }
promise-line =
    { $state ->
        [kept] { $id }, { $owner }: { $text }. Hållet.
        [broken] { $id }, { $owner }: { $text }. Inte hållet: { $words }
        [claimed] { $id }, { $owner }: { $text }, senast { DAY($due) }. Uppges hållet, väntar på bekräftelse.
       *[open] { $id }, { $owner }: { $text }, senast { DAY($due) }. Pågår.
    }
promise-back = { $promise } Problemet var tillbaka { DAY($day) }.
promise-list-heading = Löften
promise-none = Inga löften är givna.

promise-unknown = Det finns inget löfte { $id }. Visa löftena: !löften
promise-not-yours = { $id } hör till en annan organisation.
promise-not-for-others = Du kan lova för din egen organisation. För { $owner } skriver sekreteraren in det.
promise-owner-missing = Skriv vilken organisation som lovar. Exempel: { $example }
promise-due-missing = Skriv också till vilken dag, som ”senast 24 april”. Exempel: { $example }
promise-not-claimed = Den som lovade har inte sagt att { $id } är hållet. Det behövs innan löftet räknas som hållet.
promise-settled-already = { $id } är redan avgjort.
promise-reason-missing = Skriv också varför { $id } inte hölls.
promise-day-past = { DAY($due) } är redan förbi. Skriv en kommande dag.
promise-words-missing = Jag behöver också veta vad ni lovar.
promise-words-many = Löftet är för långt. Det får ha högst { $most } tecken.

## Beslut

decision-line = { $id } ({ $item }): { $text }.
decision-line-votes = { $id } ({ $item }): { $text }. Röster (ja-nej-avstår): { $votes }.
decision-line-casting = { $id } ({ $item }): { $text }. Röster (ja-nej-avstår): { $votes }. Ordförandens utslagsröst: ja.
decision-list-heading = Beslut, mötet { DATE($meets_at) }
decision-none = Inga beslut är inskrivna från mötet { DATE($meets_at) }.

decision-no-meeting = Inget möte har börjat. Beslut skrivs in under eller efter ett möte.
decision-words-missing = Jag behöver också veta vad som beslutades.
decision-words-many = Beslutet är för långt. Det får ha högst { $most } tecken.
decision-tied = Det blev lika många röster på båda sidor. Ordföranden avgör genom att skriva: !beslut, punkten, rösterna och ”utslagsröst ja”.
decision-not-tied = Det blev inte lika många röster, så ingen utslagsröst behövs.
decision-fell = Med { $yes } ja och { $no } nej är förslaget avslaget. Det blir inget beslut.
decision-casting-chair = Bara ordföranden kan ge utslagsrösten.
