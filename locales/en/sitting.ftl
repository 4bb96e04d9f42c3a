### The meeting while it runs: from item to item, notes, undoing.

command-meeting-start = meeting start, start the meeting, open the meeting
    .summary = Open the meeting and its first item.
    .example = !meeting start
command-meeting-end = meeting end, end the meeting, close the meeting
    .summary = Close the meeting. What was not dealt with goes to the next one.
    .example = !meeting end
command-goto = goto, go to
    .summary = Take up an item out of its turn.
    .example = !goto A9
command-skip = skip
    .summary = Leave an item for the next meeting and go on.
    .example = !skip
command-note = note
    .summary = Write a note for the minutes under the item at hand.
    .example = !note The police report two car fires in March.
command-undo = undo
    .summary = Take back what was recorded last in the meeting.
    .example = !undo

sitting-started = The meeting is open from { TIME($at) }.
sitting-ended = The meeting is closed at { TIME($at) }. Decisions: { $decisions }. Actions: { $actions }.
sitting-none = No meeting is running. Open it: !meeting start
sitting-vote-open = Vote { $id } on { $item } is still open. Close it first: !vote close
sitting-too-early = No meeting begins within an hour.
sitting-runs-already = The meeting is running already, at { $id }. Next item: !next

item-opened = { $id } at { TIME($at) }: { $title } ({ $kind }, { $minutes } min). From { $raiser }.
item-at-hand = Now: { $id } { $title }
item-open-already = { $id } is open already.
item-skipped = { $id } is left for the next meeting: { $title }
item-none-left = All items have been taken up. Close the meeting: !meeting end
items-skipped = For the next meeting: { $ids }.
meeting-never-opened = The meeting of { DATE($day) } was never opened here. What asked it for a decision, and got none, waits for the next one.
items-carried = For the meeting on { DAY($starts) } at { TIME($starts) }:
item-carried = { $id } { $title }, as { $new }
items-left-nowhere = Not reached, and no meeting is planned: { $ids }.
your-item-carried = Your item { $id } ({ $title }) was not reached on { SHORTDAY($day) }. It stands as { $new } for the meeting on { DAY($starts) } at { TIME($starts) }.
item-overrun = { $id } has now taken { $spent } minutes. Planned: { $planned }.

note-added = Noted under { $id }.
note-added-nowhere = Noted.
note-changed = The note is changed.
note-struck = The note is struck.
note-gone = The note can no longer be changed. Correct the minutes: !minutes correct
note-words-missing = I also need the words.
note-words-many = The text is too long. It may have at most { $most } characters.

undo-nothing = There is nothing to take back.
undo-opening = The opening of the meeting and the roll call cannot be taken back. Call the roll again: !attend call
undone-subject =
    { $act ->
        [decided] Decision { $id } is undone.
        [ballot] Vote { $id } is void.
        [assigned] Action { $id } is removed.
        [promised] Promise { $id } is removed.
        [dissented] The reservation against { $id } is struck.
       *[other] { $id } is struck.
    }
undone-organisation =
    { $act ->
        [arrived] The arrival of { THE($organisation) } is struck.
        [left] The departure of { THE($organisation) } is struck.
        [adjuster] The choice of { THE($organisation) } to verify the minutes is struck.
        [recused] The conflict of interest of { THE($organisation) } is struck.
       *[noted] The note by { THE($organisation) } is struck.
    }
undone-item =
    { $act ->
        [opened] The opening of { $id } is struck.
        [skipped] That { $id } was left is struck.
        [postponed] That { $id } was put off is struck.
       *[noted] The note is struck.
    }

action-about-your-case = About { $label }: accepted by { THE($owner) }: { $what }, due { DAY($due) }.
action-about-your-case-done = About { $label }: { $what } is done, according to { THE($owner) }. { $evidence }

action-part =
    { $accepted ->
        [yes] { $owner } (accepted)
       *[no] { $owner } (awaits an answer)
    }
action-line-joint =
    { $standing ->
        [done] { $id }: { $what }. Together: { $parts }. Done.
        [overdue] { $id }: { $what }. Together: { $parts }, was due { DAY($due) }. Overdue.
       *[other] { $id }: { $what }. Together: { $parts }, due { DAY($due) }.
    }
