### Days, times, the meeting rule, and what cannot be done with a meeting.

## Red days, as they are called in running text

holiday-new-year = New Year's Day
holiday-epiphany = Epiphany
holiday-good-friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-first-of-may = May Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-national-day = the National Day
holiday-midsummer = Midsummer Day
holiday-all-saints = All Saints' Day
holiday-christmas = Christmas Day
holiday-boxing-day = Boxing Day
holiday-unnamed = a public holiday
eve-midsummer = Midsummer Eve
eve-christmas = Christmas Eve
eve-new-year = New Year's Eve

clash-red-day = Note: { DAY($day) } is { $name }.
clash-day-before = Note: { DAY($day) } is the day before { $name }.

## Days and times that somebody wrote

day-echo = { DATE($day) } (week { $week })
moment-echo = { DATE($at) } at { TIME($at) } (week { $week })
day-name = { DAY($day) }
day-unreadable = I cannot read “{ $typed }” as a day. Write for example 24 April, 2026-04-24, on Friday or in two weeks.
day-impossible = There is no day “{ $typed }”. Write for example 24 April or 2026-04-24.
day-on-other-weekday = You wrote { $typed }, but that date is { DATE($day) }. Which do you mean?
day-ambiguous = By “{ $typed }” you may mean { DAY($first) } or { DAY($second) }. Please write the date.
day-in-other-week = { DATE($day) } is in week { $week }. Which do you mean?
time-missing = I also need the time of day. Write for example at 18:00.
time-impossible = There is no time “{ $typed }”. Write for example 18:00.
time-is-skipped = The clocks change that night: on { DAY($day) } there is no { $clock }. Please choose another time.

## The meeting rule

month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
rule-place =
    { $place ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
        [-2] second last
       *[-1] last
    }
rule-weekday =
    { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
rule-monthly =
    { $weekday ->
        [7] { $places } working day of the month
       *[other] { $places } { rule-weekday } of the month
    }
rule-day =
    { $day ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $day }th
    }
rule-dated = the { $days } of the month
rule-weekly = every { rule-weekday }
rule-weekly-from = every { rule-weekday } from { DATE($first) }
rule-every-other = every other { rule-weekday } from { DATE($first) }
rule-every-so-many = every { $every } weeks on { rule-weekday } from { DATE($first) }
rule-all-year = { $pattern } at { $clock }
rule-not-in = { $pattern } at { $clock }, not in { $months }
rule-only-in = { $pattern } at { $clock }, only in { $months }
rule-unreadable = I do not understand the meeting rule: “{ $typed }”. Write for example: second Thursday at 18:00, not in July
rule-without-time = The meeting rule does not say what time. Write for example: second Thursday at 18:00
rule-without-start = “{ $typed }” needs a first day with its year. Write for example: every other Tuesday at 18:00 from 14 April 2026
rule-hour-unclear = Is “{ $typed }” { TIME($early) } or { TIME($late) }? Write the time with two digits, for example: second Thursday at { TIME($late) }
rule-with-end = Write only when the meeting begins, not “{ $typed }”. How long it lasts is a setting of its own. Write for example: second Thursday at 18:00

## What cannot be done with a meeting

meeting-already-frozen = The agenda of the meeting on { DATE($starts) } is fixed already.
meeting-already-then = The meeting is already on { DATE($starts) } at { TIME($starts) }.
meeting-in-the-past = { DATE($starts) } at { TIME($starts) } is past. Please choose a time to come.
meeting-held = The meeting on { DATE($starts) } has been held already.
meeting-cancelled = The meeting on { DATE($starts) } is cancelled.
meeting-begun = The meeting on { DATE($starts) } has begun already.
meeting-not-begun = The meeting does not begin until { DATE($starts) } at { TIME($starts) }.
meeting-too-many = There are so many meetings in { $month } that I cannot number another one.
