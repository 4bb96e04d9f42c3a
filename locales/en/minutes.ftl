### The minutes: draft, corrections, verification, and what was written down at the meeting.

command-minutes = minutes, show minutes
    .summary = Show the last minutes, or those of a month.
    .example = !minutes 2026-04
command-minutes-draft = minutes draft, draft minutes
    .summary = Draft the minutes from what was written down at the meeting.
    .example = !minutes draft
command-minutes-correct = minutes correct, correct minutes
    .summary = Ask for a correction of the draft, with the item first if it is about one.
    .example = !minutes correct A4 The associations came at 18:25.
command-minutes-accept = minutes accept
    .summary = Put a correction that was asked for into a new version.
    .example = !minutes accept R1
command-minutes-decline = minutes decline
    .summary = Leave a correction that was asked for out.
    .example = !minutes decline R1
command-minutes-adjust = minutes adjust, verify minutes, adjust
    .summary = Verify the minutes. The chosen organisation or the chair does, never who wrote them.
    .example = !minutes adjust
command-record = record, show record
    .summary = Show everything that was written down at the meeting, in the order it was written.
    .example = !record

minutes-title = Minutes: { $council }, { DATE($starts) }, { TIME($starts) }-{ TIME($ends) }
minutes-of-record = Made by Rådslag from what was written down at the meeting.
minutes-status-draft = Draft, version { $version }, { SHORTDAY($at) } at { TIME($at) }. Not verified.
minutes-status-adjusted = Verified by { THE($organisation) } on { DATE($at) }. Version { $version }.
minutes-attendance = Attendance
minutes-present =
    { $votes ->
        [0] { SUBJECT($organisation) }, co-opted: the whole meeting
       *[other] { SUBJECT($organisation) }: the whole meeting
    }
minutes-present-part =
    { $votes ->
        [0] { SUBJECT($organisation) }, co-opted: { $spans }
       *[other] { SUBJECT($organisation) }: { $spans }
    }
minutes-span = { TIME($since) }-{ TIME($until) }
minutes-absent =
    { $excused ->
        [yes] { SUBJECT($organisation) }: excused
       *[no] { SUBJECT($organisation) }: absent
    }
minutes-quorum =
    { $lost ->
        [0] Roll call: { $present } of { $votes } voting organisations. A quorum is { $needed }.
        [one] Roll call: { $present } of { $votes } voting organisations. A quorum is { $needed }. It was lost once during the meeting.
       *[other] Roll call: { $present } of { $votes } voting organisations. A quorum is { $needed }. It was lost { $lost } times during the meeting.
    }
minutes-item = { $id } { $title }
minutes-item-closed = { $id } Closed item
minutes-recused = Conflict of interest: { $organisations }. Took no part in the vote.
minutes-note = { $words }
minutes-note-by = { SUBJECT($organisation) }: { $words }
minutes-decision = Decision { $id }: { $text }.
minutes-votes = Votes: yes { $yes }, no { $no }, abstain { $abstain }.
minutes-votes-casting = Votes: yes { $yes }, no { $no }, abstain { $abstain }. The chair's casting vote: yes.
minutes-secret = Secret ballot.
minutes-fallen = Rejected: { $proposal }. Votes: yes { $yes }, no { $no }, abstain { $abstain }.
minutes-reservation = Reservation against { $id } by { THE($organisation) }:
minutes-action = Action { $id }: { $what }. Responsible: { $owners }, due { DAY($due) }.
minutes-promise = Promise { $id }: { $text }. By { THE($owner) }, due { DAY($due) }.
minutes-correction = Correction { $id }: { $words }
minutes-postponed = Put off to the next meeting.
minutes-nothing-noted = Nothing in particular was written down.
minutes-promises = Promises, as they stood when the meeting ended
minutes-earlier-actions = Actions of earlier meetings
minutes-between = Decisions between the meetings
minutes-more-actions = Other actions
minutes-adjuster = To verify the minutes: { $organisation }.

minutes-how = Corrections by { DAY($adjusted) }: !minutes correct. Verify: !minutes adjust
minutes-are-adjusted = The minutes of { SHORTDAY($starts) } are verified by { THE($organisation) }. Version { $version }.
minutes-adjust-again = The minutes had been verified. The new version needs to be verified again.
correction-asked = Correction { $id } is asked for by { THE($organisation) }:
correction-settle = Make it: !minutes accept { $id }. Or not: !minutes decline { $id }
correction-made = Correction { $id } is made. The minutes are now version { $version }: !minutes
correction-declined = Correction { $id } is not made.
correction-unknown = No correction { $id } waits for an answer.

minutes-none = The minutes of { DAY($starts) } are not written yet. Draft them: !minutes draft
minutes-none-public = The minutes of { DAY($starts) } are not verified yet.
minutes-no-record = No roll was called on { DAY($starts) }, so there is nothing to make minutes of.
minutes-meeting-runs = The meeting is still running. Close it first: !meeting end
minutes-adjusted-already = Version { $version } is verified already.
minutes-adjust-own = Whoever wrote the minutes cannot verify them.
minutes-not-your-adjustment = The minutes are verified by the organisation that was chosen, or by the chair.
minutes-corrections-wait = Corrections asked for wait for an answer: { $ids }.

record-heading = Written down at the meeting on { DATE($starts) }
record-empty = Nothing was written down for the meeting on { DATE($starts) }.
record-struck = Struck at { TIME($at) }: { $entry }
record-entry =
    { $act ->
        [started] { TIME($at) }: the meeting was opened
        [called] { TIME($at) }: roll call
        [arrived] { TIME($at) }: arrived: { $organisation }
        [left] { TIME($at) }: left: { $organisation }
        [adjuster] { TIME($at) }: chosen to verify: { $organisation }
        [opened] { TIME($at) }: { $item } was taken up
        [skipped] { TIME($at) }: { $item } was left
        [postponed] { TIME($at) }: { $item } was put off
        [noted] { TIME($at) }, { $item }: { $words }
        [recused] { TIME($at) }, { $item }: conflict of interest, { $organisation }
        [dissented] { TIME($at) }, { $subject }: reservation by { THE($organisation) }: { $words }
        [ballot] { TIME($at) }, { $item }: vote { $subject }
        [decided] { TIME($at) }, { $item }: decision { $subject }
        [assigned] { TIME($at) }, { $item }: action { $subject }
        [promised] { TIME($at) }, { $item }: promise { $subject }
        [ended] { TIME($at) }: the meeting was closed
        [corrected] { SHORTDAY($at) } at { TIME($at) }: correction { $subject } asked for: { $words }
        [agreed] { SHORTDAY($at) } at { TIME($at) }: correction { $subject } made
       *[declined] { SHORTDAY($at) } at { TIME($at) }: correction { $subject } not made
    }

invitation-title = { $council }: meeting
invitation-words = Meeting { $number }. See the agenda with !agenda list in the council's room.
paper-untitled = Rådslag
