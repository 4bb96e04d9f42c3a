### Dagar, tider, mötesregeln och vad som inte går med ett möte.

## Röda dagar, som de heter i löpande text

holiday-new-year = nyårsdagen
holiday-epiphany = trettondedag jul
holiday-good-friday = långfredagen
holiday-easter = påskdagen
holiday-easter-monday = annandag påsk
holiday-first-of-may = första maj
holiday-ascension = Kristi himmelsfärdsdag
holiday-whit-sunday = pingstdagen
holiday-national-day = nationaldagen
holiday-midsummer = midsommardagen
holiday-all-saints = alla helgons dag
holiday-christmas = juldagen
holiday-boxing-day = annandag jul
holiday-unnamed = en röd dag
eve-midsummer = midsommarafton
eve-christmas = julafton
eve-new-year = nyårsafton

clash-red-day = Obs: { DAY($day) } är { $name }.
clash-day-before = Obs: { DAY($day) } är dagen före { $name }.

## Dagar och tider som någon har skrivit

day-echo = { DATE($day) } (v. { $week })
moment-echo = { DATE($at) } kl. { TIME($at) } (v. { $week })
day-name = { DAY($day) }
day-unreadable = Jag kan inte läsa ”{ $typed }” som en dag. Skriv till exempel 24 april, 2026-04-24, på fredag eller om två veckor.
day-impossible = Det finns ingen dag ”{ $typed }”. Skriv till exempel 24 april eller 2026-04-24.
day-on-other-weekday = Du skrev { $typed }, men det datumet är { DATE($day) }. Vilket menar du?
day-ambiguous = Med ”{ $typed }” kan du mena { DAY($first) } eller { DAY($second) }. Skriv datumet.
day-in-other-week = { DATE($day) } är i vecka { $week }. Vilket menar du?
time-missing = Jag behöver också veta klockslaget. Skriv till exempel kl. 18.00.
time-impossible = Det finns inget klockslag ”{ $typed }”. Skriv till exempel kl. 18.00.
time-is-skipped = Klockan ställs om den natten, så { DAY($day) } finns inte klockslaget { $clock }. Välj ett annat.

## Mötesregeln

month-name =
    { $month ->
        [1] januari
        [2] februari
        [3] mars
        [4] april
        [5] maj
        [6] juni
        [7] juli
        [8] augusti
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }
rule-place =
    { $place ->
        [1] första
        [2] andra
        [3] tredje
        [4] fjärde
        [5] femte
        [-2] näst sista
       *[-1] sista
    }
rule-weekday =
    { $weekday ->
        [0] måndag
        [1] tisdag
        [2] onsdag
        [3] torsdag
        [4] fredag
        [5] lördag
       *[6] söndag
    }
rule-monthly =
    { $weekday ->
        [7] { $places } vardagen i månaden
       *[other] { $places } { rule-weekday }en i månaden
    }
rule-day =
    { $day ->
        [1] 1:a
        [2] 2:a
        [21] 21:a
        [22] 22:a
        [31] 31:a
       *[other] { $day }:e
    }
rule-dated = den { $days } i månaden
rule-weekly = varje { rule-weekday }
rule-weekly-from = varje { rule-weekday } från { DATE($first) }
rule-every-other = varannan { rule-weekday } från { DATE($first) }
rule-every-so-many =
    { $every ->
        [3] var tredje vecka på { rule-weekday } från { DATE($first) }
        [4] var fjärde vecka på { rule-weekday } från { DATE($first) }
        [5] var femte vecka på { rule-weekday } från { DATE($first) }
        [6] var sjätte vecka på { rule-weekday } från { DATE($first) }
        [7] var sjunde vecka på { rule-weekday } från { DATE($first) }
       *[8] var åttonde vecka på { rule-weekday } från { DATE($first) }
    }
rule-all-year = { $pattern } kl. { $clock }
rule-not-in = { $pattern } kl. { $clock }, inte i { $months }
rule-only-in = { $pattern } kl. { $clock }, bara i { $months }
rule-unreadable = Jag förstår inte mötesregeln: ”{ $typed }”. Skriv till exempel: andra torsdagen i månaden kl. 18, inte i juli
rule-without-time = Mötesregeln säger inget klockslag. Skriv till exempel: andra torsdagen i månaden kl. 18
rule-without-start = ”{ $typed }” behöver en startdag med årtal. Skriv till exempel: varannan tisdag kl. 18 från 14 april 2026
rule-hour-unclear = Betyder ”{ $typed }” kl. { TIME($early) } eller kl. { TIME($late) }? Skriv klockslaget med två siffror, till exempel: andra torsdagen i månaden kl. { TIME($late) }
rule-with-end = Skriv bara när mötet börjar, inte ”{ $typed }”. Hur länge det varar är en egen inställning. Skriv till exempel: andra torsdagen i månaden kl. 18

## Vad som inte går med ett möte

meeting-already-frozen = Dagordningen för mötet { DATE($starts) } är redan fastställd.
meeting-already-then = Mötet är redan { DATE($starts) } kl. { TIME($starts) }.
meeting-in-the-past = { DATE($starts) } kl. { TIME($starts) } har redan varit. Välj en tid som kommer.
meeting-held = Mötet { DATE($starts) } är redan hållet.
meeting-cancelled = Mötet { DATE($starts) } är inställt.
meeting-begun = Mötet { DATE($starts) } har redan börjat.
meeting-not-begun = Mötet börjar först { DATE($starts) } kl. { TIME($starts) }.
meeting-too-many = Det finns redan så många möten i { $month } att jag inte kan numrera fler.
