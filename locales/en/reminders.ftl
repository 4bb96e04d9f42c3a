### What the bot says by itself before and after a meeting.

late = (late)

call-for-items = Next meeting: { DATE($starts) } at { TIME($starts) }. Add items by { DAY($closes) } at { TIME($closes) }: !agenda add. Residents: write to me directly.
notice =
    { $items ->
        [one] Notice of meeting. The council meets { DATE($starts) }, { TIME($starts) }-{ TIME($ends) }. 1 item, { $minutes } minutes. Recording: no. Show the agenda: !agenda list
       *[other] Notice of meeting. The council meets { DATE($starts) }, { TIME($starts) }-{ TIME($ends) }. { $items } items, { $minutes } minutes. Recording: no. Show the agenda: !agenda list
    }

remind-in-days =
    { $days ->
        [0] Today
        [1] Tomorrow
        [7] In one week
        [14] In two weeks
        [21] In three weeks
       *[other] In { $days } days
    }
remind-items-open = { remind-in-days }: meeting { DATE($starts) } at { TIME($starts) }. Add items by { DAY($closes) } at { TIME($closes) }.
remind-items-closed = { remind-in-days }: meeting { DATE($starts) } at { TIME($starts) }. The time for adding items passed on { DAY($closes) } at { TIME($closes) }.
remind-agenda-fixed = { remind-in-days }: meeting { DATE($starts) } at { TIME($starts) }. The agenda is fixed: !agenda list
remind-before = { remind-in-days }, { DAY($starts) } at { TIME($starts) }: meeting. Quorum is { $quorum } of { $votes }. Cannot come? !attend no
remind-in-hours =
    { $hours ->
        [1] The meeting starts in one hour, at { TIME($starts) }.
        [2] The meeting starts in two hours, at { TIME($starts) }.
        [3] The meeting starts in three hours, at { TIME($starts) }.
       *[other] The meeting starts in { $hours } hours, at { TIME($starts) }.
    }
remind-soon = The meeting starts { DAY($starts) } at { TIME($starts) }.

summary = Meeting { SHORTDAY($day) }: { summary-decisions }, { summary-actions }. Preliminary: minutes are verified by { SHORTDAY($adjusted) }. { $next } Promises: { $kept } kept, { $broken } not kept, { $open } open.
summary-decisions =
    { $decisions ->
        [one] 1 decision
       *[other] { $decisions } decisions
    }
summary-actions =
    { $actions ->
        [one] 1 action
       *[other] { $actions } actions
    }
summary-held = The meeting of { SHORTDAY($day) } has been held. { $next }
summary-next = Next meeting { DAY($starts) } at { TIME($starts) }.
summary-none-next = The next meeting is not decided.

draft-missing = The draft minutes of the meeting { DATE($starts) } are missing. They are due today.
adjustment-due = The minutes of the meeting { DATE($starts) } are to be verified today at the latest.
minutes-announced = The minutes of the meeting { DATE($starts) } have been verified and are announced today.

action-due = Reminder: { $id } ({ $what }) is due { DAY($due) }. Done? !action done { $id }
action-overdue = Reminder: { $id } ({ $what }) was due { DAY($due) }. Done? !action done { $id }

red-day-proposals = Other days proposed: { $days }. I move nothing by myself. The chair moves the meeting: !meeting move
