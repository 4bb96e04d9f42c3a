### Gallring enligt beslut.

command-retention-preview = gallring visa
    .summary = Visa vad gallringsbesluten tillåter att jag gallrar nu. Ingenting gallras.
    .example = !gallring visa

command-retention-apply = gallring utför
    .summary = Gallra nu det som gallringsbesluten tillåter. Det sker också av sig självt en gång om dagen.
    .example = !gallring utför

retention-kind =
    { $kind ->
        [identity] vem som tog upp ett ärende
        [case_text] orden i ärenden
        [shared] delad information
       *[journal] journalen
    }
retention-preview = Det här får gallras nu. Ingenting är gallrat än; !gallring utför gör det, och det gör jag också en gång om dagen.
retention-due = { $kind }, äldre än { DATE($before) }: { $count } (beslut { $reference })
retention-applied = Gallrat:
retention-done = { $kind }, äldre än { DATE($before) }: { $count } (beslut { $reference })
retention-files = Inom en timme finns det inte kvar i någon av mina filer, inte heller i säkerhetskopiornas senaste nyckelring.
retention-nothing = Det finns inget som får gallras nu. Ingenting är ändrat.
retention-kept = Behålls, eftersom inget beslut med ett antal dagar finns i inställningarna: { $kinds }.
retention-uncleaned =
    { $count ->
        [one] Av en gallring kan en fil fortfarande innehålla något; jag försöker igen varje timme.
       *[other] Av { $count } gallringar kan en fil fortfarande innehålla något; jag försöker igen varje timme.
    }
