### Attendance: answers before the meeting, roll call, who comes and goes, quorum.

command-attend = attend, attendance
    .summary = Say whether your organisation comes or, at the meeting, that it is there or has left.
    .example = !attend yes
command-attend-call = attend call, roll call
    .summary = Call the roll: those who have said that they are there, and those who are named.
    .example = !attend call
command-attend-list = attend list, who comes
    .summary = Show who is there or has answered.
    .example = !attend list
command-adjuster = adjuster, choose adjuster
    .summary = Choose the organisation that verifies the minutes.
    .example = !adjuster SKOL

organisation-name = { $organisation }

attend-word =
    { $word ->
        [yes] { SUBJECT($organisation) } will come
        [no] { SUBJECT($organisation) } cannot come
       *[deputy] { SUBJECT($organisation) } will send a deputy
    }
attend-word-clock =
    { $word ->
        [yes] { SUBJECT($organisation) } will come, from { $clock }
        [late] { SUBJECT($organisation) } will come at { $clock }
        [until] { SUBJECT($organisation) } will come and leave at { $clock }
        [no] { SUBJECT($organisation) } cannot come
       *[deputy] { SUBJECT($organisation) } will send a deputy, from { $clock }
    }
attend-answer = { $word }. The meeting is on { DAY($starts) } at { TIME($starts) }.
attend-expected = Expected: { $present } of { $votes } voting organisations (at least { $needed } to decide).
attend-heading = Answers for the meeting on { DAY($starts) } at { TIME($starts) }
attend-silent = Have not answered: { $organisations }.
attend-answer-taken-back = The answer is removed.
attend-taken-back = What was noted about { THE($organisation) } is struck.
attend-here = Here from { TIME($at) }: { $organisation }.
attend-left = Left at { TIME($at) }: { $organisation }.
attend-count = { $present } of { $votes } voting organisations are here.
attend-ask = Will you come to the meeting on { DAY($starts) } at { TIME($starts) }? You have not answered yet. Answer !attend yes, !attend no, !attend late 18:25 or !attend deputy.

roll-called = Roll call: { $present } of { $votes } voting organisations. The council is quorate.
roll-called-short = Roll call: { $present } of { $votes } voting organisations. The council is not quorate ({ $present } of { $votes }, at least { $needed }).
roll-present = Present: { $organisations }
roll-co-opted = Present, co-opted: { $organisations }
roll-excused = Excused: { $organisations }
roll-absent = Not present: { $organisations }

quorum-met = The council is quorate.
quorum-lost = The council is not quorate ({ $present } of { $votes }, at least { $needed }).

adjuster-chosen = The minutes will be verified by { THE($organisation) }.
adjuster-proposed = Proposal: { $organisation }. Choose: !adjuster { $code }
adjuster-gone = The minutes were to be verified by { THE($organisation) }. Choose another: !adjuster
adjuster-cannot = { SUBJECT($organisation) } cannot verify the minutes: it must be a voting organisation that is here and stays.
adjuster-nobody = No voting organisation is here that can verify the minutes.

attend-unreadable = I do not understand that. Write for example yes, no, late 18:25, deputy, here or left. Example: { $example }
attend-clock-missing = Write the time of day as well. Example: !attend late 18:25
attend-for-whom = Write also which organisation it is about. Example: { $example }
attend-not-for-others = You can answer for your own organisation. For others the secretary or the chair does it.
attend-too-early = The meeting has not begun. Say whether you will come: !attend yes
attend-already-here = Here already: { $organisation }.
attend-not-here = Not here: { $organisation }.
attend-roll-first = Call the roll first, so that I know whether the council is quorate: !attend call
