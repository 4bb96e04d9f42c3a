### Mötet medan det pågår: från punkt till punkt, anteckningar, ångra.

command-meeting-start = möte börja, börja mötet, öppna mötet, mötet börjar, möte starta, starta mötet
    .summary = Öppna mötet och dess första punkt.
    .example = !öppna mötet
command-meeting-end = möte avsluta, avsluta mötet, mötet slut
    .summary = Avsluta mötet. Det som inte hanns med går till nästa möte.
    .example = !avsluta mötet
command-goto = gå till, ta upp
    .summary = Ta upp en punkt utanför turordningen.
    .example = !gå till A9
command-skip = hoppa över, skjut upp
    .summary = Lämna en punkt till nästa möte och gå vidare.
    .example = !hoppa över
command-note = anteckna, anteckning, notera
    .summary = Skriv en anteckning till protokollet under punkten som pågår.
    .example = !anteckna Polisen redovisar två bilbränder i mars.
command-undo = ångra, ångra det senaste
    .summary = Ta tillbaka det som skrevs in senast i mötet.
    .example = !ångra

sitting-started = Mötet är öppnat kl. { TIME($at) }.
sitting-ended = Mötet är avslutat kl. { TIME($at) }. Beslut: { $decisions }. Åtgärder: { $actions }.
sitting-none = Inget möte pågår. Öppna det: !öppna mötet
sitting-vote-open = Omröstning { $id } om { $item } pågår än. Stäng den först: !stäng omröstning
sitting-too-early = Inget möte börjar inom en timme.
sitting-runs-already = Mötet pågår redan, vid { $id }. Nästa punkt: !nästa

item-opened = { $id } kl. { TIME($at) }: { $title } ({ $kind }, { $minutes } min). Anmäld av { $raiser }.
item-at-hand = Nu: { $id } { $title }
item-open-already = { $id } pågår redan.
item-skipped = { $id } lämnas till nästa möte: { $title }
item-none-left = Alla punkter är genomgångna. Avsluta mötet: !avsluta mötet
items-skipped = Till nästa möte: { $ids }.
meeting-never-opened = Mötet { DATE($day) } öppnades aldrig här. Punkter som ville ha beslut och inte fick något väntar till nästa möte.
items-carried = Till mötet { DAY($starts) } kl. { TIME($starts) }:
item-carried = { $id } { $title }, som { $new }
items-left-nowhere = Hanns inte med, och inget kommande möte är planerat: { $ids }.
your-item-carried = Er punkt { $id } ({ $title }) hanns inte med den { SHORTDAY($day) }. Den står som { $new } inför mötet { DAY($starts) } kl. { TIME($starts) }.
item-overrun = { $id } har nu hållit på i { $spent } minuter. Planerat: { $planned }.

note-added = Antecknat under { $id }.
note-added-nowhere = Antecknat.
note-changed = Anteckningen är ändrad.
note-struck = Anteckningen är struken.
note-gone = Anteckningen går inte att ändra längre. Rätta protokollet: !protokoll rätta
note-words-missing = Jag behöver också själva texten.
note-words-many = Texten är för lång. Den får ha högst { $most } tecken.

undo-nothing = Det finns inget att ta tillbaka.
undo-opening = Mötets öppnande och uppropet går inte att ta tillbaka. Ropa upp på nytt: !upprop
undone-subject =
    { $act ->
        [decided] Beslutet { $id } är upphävt.
        [ballot] Omröstningen { $id } är ogiltig.
        [assigned] Åtgärden { $id } är borttagen.
        [promised] Löftet { $id } är borttaget.
        [dissented] Reservationen mot { $id } är struken.
       *[other] { $id } är struken.
    }
undone-organisation =
    { $act ->
        [arrived] Att { $organisation } kom är struket.
        [left] Att { $organisation } gick är struket.
        [adjuster] Valet av { $organisation } till justerare är struket.
        [recused] Jävet för { $organisation } är struket.
       *[noted] Anteckningen av { $organisation } är struken.
    }
undone-item =
    { $act ->
        [opened] Att { $id } togs upp är struket.
        [skipped] Att { $id } lämnades är struket.
        [postponed] Att { $id } sköts upp är struket.
       *[noted] Anteckningen är struken.
    }

action-about-your-case = Om { $label }: { $owner } har åtagit sig { $what }, klart senast { DAY($due) }.
action-about-your-case-done = Om { $label }: { $what } är klart, säger { $owner }. { $evidence }

action-part =
    { $accepted ->
        [yes] { $owner } (accepterat)
       *[no] { $owner } (väntar på svar)
    }
action-line-joint =
    { $standing ->
        [done] { $id }: { $what }. Tillsammans: { $parts }. Klar.
        [overdue] { $id }: { $what }. Tillsammans: { $parts }, skulle ha varit klart { DAY($due) }. Försenad.
       *[other] { $id }: { $what }. Tillsammans: { $parts }, klart senast { DAY($due) }.
    }
