### Mötena: när de är, och när de flyttas, ställs in eller läggs till.

command-next = nästa, nästa möte, när är mötet
    .summary = Visa när nästa möte är.
    .example = !nästa
command-meeting-show = möte visa, möte, mötet
    .summary = Visa ett möte: nästa, eller det i en viss månad.
    .example = !möte visa 2026-05
command-meeting-list = möte lista, möten, mötena
    .summary = Visa mötena det kommande året.
    .example = !möten
command-meeting-move = möte flytta, flytta mötet, flytta möte
    .summary = Flytta ett möte. Ordföranden beslutar, sekreteraren förbereder.
    .example = !möte flytta 2026-05 2026-05-21T18:00
command-meeting-cancel = möte ställ in, ställ in mötet, ställ in möte
    .summary = Ställ in ett möte. Ordföranden beslutar, sekreteraren förbereder.
    .example = !möte ställ in 2026-05
command-meeting-skip = möte hoppa över, hoppa över möte
    .summary = Hoppa över ett möte i serien. Ordföranden beslutar, sekreteraren förbereder.
    .example = !möte hoppa över 2026-08
command-meeting-add = möte lägg till, lägg till möte, extra möte
    .summary = Lägg till ett möte utanför serien. Ordföranden beslutar, sekreteraren förbereder.
    .example = !möte lägg till 2026-05-28T18:00

meeting-next = Nästa möte: { DATE($meets_at) } kl. { TIME($meets_at) }.
meeting-one = Möte: { DATE($meets_at) } kl. { TIME($meets_at) }.
meeting-going-on = Mötet pågår: { DATE($meets_at) } kl. { TIME($meets_at) }-{ TIME($ends_at) }.
meeting-was = Mötet var { DATE($meets_at) } kl. { TIME($meets_at) }.
meeting-over =
    { $state ->
        [cancelled] Mötet { $number }, { DATE($meets_at) } kl. { TIME($meets_at) }, är inställt.
       *[held] Mötet { $number } hölls { DATE($meets_at) } kl. { TIME($meets_at) }.
    }
meeting-items-by = Anmäl punkter senast { DAY($closes_at) } kl. { TIME($closes_at) }: !dagordning lägg till
meeting-agenda-fixed = Dagordningen är fastställd: !dagordning
meeting-residents-write = Boende: skriv till mig direkt.
meeting-list-heading = Kommande möten
meeting-line = { $number }: { DATE($meets_at) } kl. { TIME($meets_at) }
meeting-line-clash = { $number }: { DATE($meets_at) } kl. { TIME($meets_at) }. { $clash }
meeting-number = { $number }

meeting-moved-soon = Mötet { DATE($old) } kl. { TIME($old) } är flyttat till { DATE($new) } kl. { TIME($new) }. Dagordningen är fastställd: !agenda list
meeting-moved = Mötet { DATE($old) } kl. { TIME($old) } är flyttat till { DATE($new) } kl. { TIME($new) }. Punkterna följer med. Anmäl punkter senast { DAY($closes_at) } kl. { TIME($closes_at) }: !dagordning lägg till
meeting-off =
    { $how ->
        [skip] Mötet { DATE($meets_at) } kl. { TIME($meets_at) } hoppas över.
       *[cancel] Mötet { DATE($meets_at) } kl. { TIME($meets_at) } är inställt.
    }
meeting-next-instead =
    { $items ->
        [0] Nästa möte är { DATE($meets_at) } kl. { TIME($meets_at) }.
        [one] Nästa möte är { DATE($meets_at) } kl. { TIME($meets_at) }. Den punkt som var anmäld står i kön till det.
       *[other] Nästa möte är { DATE($meets_at) } kl. { TIME($meets_at) }. De { $items } punkter som var anmälda står i kön till det.
    }
meeting-added = Extra möte: { DATE($meets_at) } kl. { TIME($meets_at) }. Anmäl punkter senast { DAY($closes_at) } kl. { TIME($closes_at) }: !dagordning lägg till
meeting-added-soon = Extra möte: { DATE($meets_at) } kl. { TIME($meets_at) }. Den vanliga tiden för att anmäla punkter är ute: det som anmäls nu väntar till mötet efter, om inte ordföranden släpper in det.
meeting-of-your-case-moved = Mötet där { $label } tas upp är flyttat till { DATE($meets_at) } kl. { TIME($meets_at) }.

meeting-move-prepared = Förslag: mötet { DATE($old) } kl. { TIME($old) } flyttas till { DATE($new) } kl. { TIME($new) }.
meeting-off-prepared =
    { $how ->
        [skip] Förslag: mötet { DATE($meets_at) } kl. { TIME($meets_at) } hoppas över.
       *[cancel] Förslag: mötet { DATE($meets_at) } kl. { TIME($meets_at) } ställs in.
    }
meeting-add-prepared = Förslag: ett extra möte { DATE($meets_at) } kl. { TIME($meets_at) }.
meeting-prepared-sent = Det är ordföranden som beslutar. Jag har skickat förslaget dit. Inget är ändrat än.
meeting-prepared-line = Sekreteraren har förberett det. Besluta genom att skriva: !{ $words } { $typed }

meeting-unknown = Det finns inget möte { $number }. Visa mötena: !möten
meeting-none-planned = Inget möte är planerat.
meeting-number-unclear = Skriv mötets nummer, dag eller månad. Exempel: { $example }
meeting-none-on-day = Det finns inget möte { DATE($day) }. Se mötena: !möte lista
meeting-cancel-which = Vilket möte? Nästa är { DATE($meets_at) } kl. { TIME($meets_at) }. Skriv så här för att ställa in det: !möte ställ in { $number }
meeting-which = Vilket möte? Skriv dess nummer först: { $numbers }.
meeting-when-missing = Skriv också till vilken dag och tid. Exempel: { $example }
