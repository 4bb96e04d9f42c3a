### The meetings: when they are, and when they are moved, called off or added.

command-next = next, next meeting, when is the meeting
    .summary = Show when the next meeting is.
    .example = !next
command-meeting-show = meeting show, meeting, show meeting
    .summary = Show one meeting: the next, or the one of a month.
    .example = !meeting show 2026-05
command-meeting-list = meeting list, meetings
    .summary = List the meetings of the coming year.
    .example = !meeting list
command-meeting-move = meeting move, move meeting
    .summary = Move a meeting. The chair decides, the secretary prepares.
    .example = !meeting move 2026-05 2026-05-21T18:00
command-meeting-cancel = meeting cancel, cancel meeting
    .summary = Call a meeting off. The chair decides, the secretary prepares.
    .example = !meeting cancel 2026-05
command-meeting-skip = meeting skip, skip meeting
    .summary = Leave out a meeting of the series. The chair decides, the secretary prepares.
    .example = !meeting skip 2026-08
command-meeting-add = meeting add, add meeting, extra meeting
    .summary = Add a meeting outside the series. The chair decides, the secretary prepares.
    .example = !meeting add 2026-05-28T18:00

meeting-next = Next meeting: { DATE($meets_at) } at { TIME($meets_at) }.
meeting-one = Meeting: { DATE($meets_at) } at { TIME($meets_at) }.
meeting-going-on = The meeting is going on: { DATE($meets_at) }, { TIME($meets_at) }-{ TIME($ends_at) }.
meeting-was = The meeting was on { DATE($meets_at) } at { TIME($meets_at) }.
meeting-over =
    { $state ->
        [cancelled] Meeting { $number }, { DATE($meets_at) } at { TIME($meets_at) }, is called off.
       *[held] Meeting { $number } was held on { DATE($meets_at) } at { TIME($meets_at) }.
    }
meeting-items-by = Add items by { DAY($closes_at) } at { TIME($closes_at) }: !agenda add
meeting-agenda-fixed = The agenda is fixed: !agenda list
meeting-residents-write = Residents: write to me directly.
meeting-list-heading = Coming meetings
meeting-line = { $number }: { DATE($meets_at) } at { TIME($meets_at) }
meeting-line-clash = { $number }: { DATE($meets_at) } at { TIME($meets_at) }. { $clash }
meeting-number = { $number }

meeting-moved-soon = The meeting on { DATE($old) } at { TIME($old) } has been moved to { DATE($new) } at { TIME($new) }. The agenda is fixed: !agenda list
meeting-moved = The meeting on { DATE($old) } at { TIME($old) } has been moved to { DATE($new) } at { TIME($new) }. Its items are kept. Add items by { DAY($closes_at) } at { TIME($closes_at) }: !agenda add
meeting-off =
    { $how ->
        [skip] The meeting on { DATE($meets_at) } at { TIME($meets_at) } is left out.
       *[cancel] The meeting on { DATE($meets_at) } at { TIME($meets_at) } is called off.
    }
meeting-next-instead =
    { $items ->
        [0] The next meeting is on { DATE($meets_at) } at { TIME($meets_at) }.
        [one] The next meeting is on { DATE($meets_at) } at { TIME($meets_at) }. The one item that was raised queues for it.
       *[other] The next meeting is on { DATE($meets_at) } at { TIME($meets_at) }. The { $items } items that were raised queue for it.
    }
meeting-added = Extra meeting: { DATE($meets_at) } at { TIME($meets_at) }. Add items by { DAY($closes_at) } at { TIME($closes_at) }: !agenda add
meeting-added-soon = Extra meeting: { DATE($meets_at) } at { TIME($meets_at) }. The usual time for adding items is over: what is added now waits for the meeting after, unless the chair admits it.
meeting-of-your-case-moved = The meeting at which { $label } is dealt with has been moved to { DATE($meets_at) } at { TIME($meets_at) }.

meeting-move-prepared = Proposal: the meeting on { DATE($old) } at { TIME($old) } is moved to { DATE($new) } at { TIME($new) }.
meeting-off-prepared =
    { $how ->
        [skip] Proposal: the meeting on { DATE($meets_at) } at { TIME($meets_at) } is left out.
       *[cancel] Proposal: the meeting on { DATE($meets_at) } at { TIME($meets_at) } is called off.
    }
meeting-add-prepared = Proposal: an extra meeting on { DATE($meets_at) } at { TIME($meets_at) }.
meeting-prepared-sent = The chair decides. I have sent the proposal there. Nothing is changed yet.
meeting-prepared-line = The secretary has prepared it. Decide by writing: !{ $words } { $typed }

meeting-unknown = There is no meeting { $number }. See the meetings: !meeting list
meeting-none-planned = No meeting is planned.
meeting-number-unclear = Write the meeting's number, its day or its month. Example: { $example }
meeting-none-on-day = There is no meeting on { DATE($day) }. See the meetings: !meeting list
meeting-cancel-which = Which meeting? The next one is on { DATE($meets_at) } at { TIME($meets_at) }. To call it off, write: !meeting cancel { $number }
meeting-which = Which meeting? Write its number first: { $numbers }.
meeting-when-missing = Please also write which day and time. Example: { $example }
