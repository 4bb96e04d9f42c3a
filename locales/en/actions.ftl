### Actions, promises and decisions.

command-action-add = action add, new action, action
    .summary = Ask somebody to do something by a day.
    .example = !action add SDF 2026-04-24 clearing, Parkstråket (D2, TR-2026-0042)
command-action-accept = action accept, accept action
    .summary = Accept an action for your organisation.
    .example = !action accept X2
command-action-done = action done, finish action
    .summary = Say that an action is done, with a sentence that shows it.
    .example = !action done X2 Cleared and taken away.
command-action-list = action list, actions
    .summary = List the actions that are not done, or search those of all years.
    .example = !actions lighting
command-action-report = action report, report action
    .summary = Tell how an action goes.
    .example = !action report X1 The lamps are ordered.
command-action-show = action show, show action
    .summary = Show an action and all that has become of it.
    .example = !action show X1
command-promise-add = promise add, new promise, promise
    .summary = Promise something by a day.
    .example = !promise 0042 the bushes are cut by 8 April
command-promise-kept = promise kept, keep promise
    .summary = Say that a promise is kept. It counts when the secretary or the resident agrees.
    .example = !promise kept L2 Cut today.
command-promise-broken = promise broken, break promise
    .summary = Say that a promise was not kept, and why.
    .example = !promise broken L3 one of two checks, an emergency
command-promise-list = promise list, promises
    .summary = List the promises and what became of them.
    .example = !promise list
command-decision-add = decision add, new decision, decision
    .summary = Record a decision with its item and its votes (yes-no-abstain).
    .example = !decision add A8 7-0-0 TRAF repairs the tunnel lights for good
command-decision-list = decision list, decisions
    .summary = List the decisions of the meeting, or search those of all years.
    .example = !decisions lighting

## Actions

action-line =
    { $standing ->
        [awaiting] { $id }: { $what }. Responsible: { $owner }, due { DAY($due) }. Awaits an answer.
        [not-accepted] { $id }: { $what }. Responsible: { $owner }, due { DAY($due) }. Not accepted.
        [accepted] { $id }: { $what }. Responsible: { $owner }, due { DAY($due) }. Accepted.
        [overdue] { $id }: { $what }. Responsible: { $owner }, was due { DAY($due) }. Overdue.
       *[done] { $id }: { $what }. Responsible: { $owner }. Done.
    }
action-asked = The council asks you for { $id }: { $what }, due { DAY($due) }. Do you accept it? !action accept { $id }
action-accepted = { $id } ({ $what }) is accepted by { THE($owner) }.
action-done = { $id } ({ $what }) is done.
action-done-with = { $id } ({ $what }) is done: { $evidence }
action-reported = { $id }, { THE($owner) } tells: { $words }
action-reported-on = { DATE($at) }: { THE($owner) } tells: { $words }
action-made = { DATE($at) }: noted.
action-made-from = { DATE($at) }: noted, from { $sources }.
action-accepted-on = { DATE($at) }: accepted by { THE($owner) }.
action-done-on = { DATE($at) }: done. { $evidence }
actions-taken-up = The meeting on { DATE($starts) } at { TIME($starts) } follows these actions up. Is any done already? !action done. Otherwise tell how it goes: !action report
action-list-heading = Actions that are not done
action-none = All actions are done.
action-none-found = No action holds “{ $words }”.
action-found-heading = Actions that hold “{ $words }”
action-found = { $action } Made { DATE($made) }.

action-unknown = There is no action { $id }. See the actions: !action list
action-not-yours = { $id } belongs to another organisation.
action-not-for-others = You can add actions for your own organisation. For { THE($owner) } the secretary or the chair does.
action-accepted-already = { $id } is accepted already.
action-done-already = { $id } is done already.
action-day-past = { DAY($due) } has passed. Write a day to come.
action-words-missing = I also need to know what is to be done.
action-words-many = The action is too long. It may have { $most } characters at most.

## Promises

promise-added = Promise { $id }, { $owner }: { $text }, by { DAY($due) }.
promise-to-you = A promise on { $label } from { THE($owner) }: { $text }, by { DAY($due) }.
promise-claimed = Promise { $id } ({ $text }) is kept, according to { THE($owner) }. It counts when the secretary or the resident agrees.
promise-kept = Promise { $id } ({ $text }) is kept.
promise-broken = Promise { $id } ({ $text }) was not kept: { $words }
promise-line =
    { $state ->
        [kept] { $id }, { $owner }: { $text }. Kept.
        [broken] { $id }, { $owner }: { $text }. Not kept: { $words }
        [claimed] { $id }, { $owner }: { $text }, by { DAY($due) }. Said to be kept, not confirmed yet.
       *[open] { $id }, { $owner }: { $text }, by { DAY($due) }. Open.
    }
promise-back = { $promise } The problem was back on { DAY($day) }.
promise-list-heading = Promises
promise-none = No promises have been made.

promise-unknown = There is no promise { $id }. See the promises: !promise list
promise-not-yours = { $id } belongs to another organisation.
promise-not-for-others = You can promise for your own organisation. For { THE($owner) } the secretary writes it down.
promise-owner-missing = Write which organisation promises. Example: { $example }
promise-due-missing = Please also write by which day, such as “by 24 April”. Example: { $example }
promise-not-claimed = Whoever promised has not said that { $id } is kept. That is needed before it counts as kept.
promise-settled-already = { $id } is settled already.
promise-reason-missing = Please also write why { $id } was not kept.
promise-day-past = { DAY($due) } has passed. Write a day to come.
promise-words-missing = I also need to know what you promise.
promise-words-many = The promise is too long. It may have { $most } characters at most.

## Decisions

decision-line = { $id } ({ $item }): { $text }.
decision-line-votes = { $id } ({ $item }): { $text }. Votes (yes-no-abstain): { $votes }.
decision-line-casting = { $id } ({ $item }): { $text }. Votes (yes-no-abstain): { $votes }. The chair's casting vote: yes.
decision-list-heading = Decisions, meeting on { DATE($meets_at) }
decision-none = Nothing was decided at the meeting on { DATE($meets_at) }.

decision-no-meeting = No meeting has begun. Decisions are recorded during or after a meeting.
decision-words-missing = I also need to know what was decided.
decision-words-many = The decision is too long. It may have { $most } characters at most.
decision-tied = The votes are equal. The chair decides, and writes: !decision add, the item, the votes and “casting vote yes”.
decision-not-tied = The votes are not equal, so no casting vote is needed.
decision-fell = With { $yes } yes and { $no } no the proposal falls. There is no decision.
decision-casting-chair = Only the chair can give the casting vote.
