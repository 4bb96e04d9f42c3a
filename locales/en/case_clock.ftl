### What falls due in cases: reminders, extensions, and the question whether it is solved.

## Commands

command-case-extend = case extend
    .summary = Promise the answer by a later day, with a reason. The resident is told before the first day has passed.
    .example = !case extend 0042 24 April The landowner answers next week.

## Reminders

case-triage-today = { $label }: the resident is to know today who is responsible. Assign it: !case assign { $number } and an organisation.
case-triage-late = { $label }: the resident should have known by { DAY($day) } who is responsible. Assign it: !case assign { $number } and an organisation.
case-triage-chair = { $label } has nobody responsible yet. The resident should have known by { DAY($day) }.
case-answer-soon = Reminder: { $label } ({ $about }) is to be answered by { DAY($day) }. Answer: !case answer { $number } and the answer. More time: !case extend { $number }, a day and the reason.
case-answer-today = Reminder: { $label } ({ $about }) is to be answered today, { DAY($day) }. Answer: !case answer { $number } and the answer. More time: !case extend { $number }, a day and the reason.
case-answer-late = { $label } ({ $about }) should have been answered by { DAY($day) }. { $how ->
    [phone] Whoever phoned has no chat: the secretariat calls and tells that it is late.
    [visit] Whoever came by has no chat: the secretariat tells that it is late.
    [gone] Nobody is told: the link to whoever raised it has been removed.
   *[chat] The resident has been told that it is late.
} Answer: !case answer { $number } and the answer.
case-answer-secretary = { $label }: { THE($owner) } should have answered by { DAY($day) }.
case-answer-chair = { $label } ({ $about }): { THE($owner) } should have answered the resident by { DAY($day) }.

## What the resident is told

your-case-triage-late = { $label }: by { DAY($day) } you should have known who is responsible. It is late. The secretary has been reminded, and you will be told as soon as it is settled.
your-case-answer-late = { $label }: by { DAY($day) } you should have had an answer from { THE($owner) }. It is late. They have been reminded, and the secretary and the chair are told if it takes longer.
your-case-extended = { $label }: more time is needed by { THE($owner) }. You will get an answer by { DAY($day) } instead of { DAY($before) }. The reason:
your-case-closed-in-silence = I have closed { $label }, since you have not said anything about whether it is done. If the problem is still there or comes back: write !reopen within { $days } days.
your-case-asked-again = { $label } ({ $about }) was closed some weeks ago. Is it still solved? Answer !yes or !no.
your-case-still-solved = Thank you. That { $label } is still solved is noted.

## The council

case-extended = { $label }: the answer from { THE($owner) } comes by { DAY($day) } instead of { DAY($before) }. { $told }
case-root-promised-first = Promised first: { DAY($day) }
case-closed-in-silence = { $label } is closed: the resident was asked whether it is done and has not answered.
case-extend-answered = { $number } has been answered, so there is no date to move.
case-extend-too-late = The date of { $number } has passed: { DAY($day) }. More time has to be asked for before that. Answer the case instead.
case-extend-not-later = { $number } is to be answered by { DAY($day) } already. Choose a later day.
case-extend-reason-missing = Please say why, too. Example: !case extend { $number } 24 April The landowner answers next week.
