### The agenda: items raised, changed, withdrawn, put in order and fixed.

command-agenda-add = agenda add, add item, new item
    .summary = Raise an item for the next meeting.
    .example = !agenda add Lighting in Parkstråket (decision, 10 min)
command-agenda-list = agenda list, show agenda
    .summary = Show the agenda of the next meeting.
    .example = !agenda list
command-agenda-show = agenda show, show item
    .summary = Show one item of the agenda.
    .example = !agenda show A8
command-agenda-edit = agenda edit, edit item
    .summary = Change an item's title, kind or minutes.
    .example = !agenda edit A8 Lighting in Parkstråket (decision, 15 min)
command-agenda-withdraw = agenda withdraw, withdraw item
    .summary = Take an item off the agenda.
    .example = !agenda withdraw A8
command-agenda-support = agenda support, support item, support
    .summary = Say that your organisation wants an item dealt with. A thumb up on the item does the same.
    .example = !support A8
command-agenda-queue = agenda queue, queue
    .summary = Show the items that wait for the following meeting.
    .example = !agenda queue
command-agenda-move = agenda move, move item
    .summary = Move an item: after or before another, first, last, or to the next meeting.
    .example = !agenda move A9 after A11
command-agenda-order = agenda order, order items
    .summary = Put items in the order you name them.
    .example = !agenda order A10 A8 A9
command-agenda-admit = agenda admit, admit item
    .summary = Take an item from the queue into the coming meeting.
    .example = !agenda admit Q1
command-agenda-freeze = agenda freeze, freeze agenda, fix agenda
    .summary = Fix the agenda. Later items queue for the next meeting.
    .example = !agenda freeze

## Kinds of item, and who raised them

kind-info = information
kind-discussion = discussion
kind-decision = decision
kind-follow-up = follow-up
raised-by-chair = the chair
raised-by-secretary = the secretary
raised-by-everyone = everyone
raised-by-digest = the digest

## Items that stand on every agenda

standing-opening = Opening, roll call, quorum
standing-approval = Approval of the agenda, choice of adjuster
standing-last-time = Last minutes and the action list
standing-police = Situation report: the police
standing-city = Situation report: the district
standing-round = Round of the organisations
standing-residents = Residents' concerns (digest)
standing-closing = Other business, close

## What has been done

agenda-added = Item { $id } added: { $title } ({ $kind }, { $minutes } min). From { $raiser }. Meeting { DATE($meets_at) } at { TIME($meets_at) }.
agenda-queued =
    { $place ->
        [1] The time for adding items has passed. The item is first in the queue for the next meeting.
       *[other] The time for adding items has passed. The item is number { $place } in the queue for the next meeting.
    }
agenda-changed = Item { $id } changed: { $title } ({ $kind }, { $minutes } min).
agenda-withdrawn = Item { $id } withdrawn: { $title }.
agenda-supported = Your support for item { $id } is noted: { $title }.
agenda-support-gone = Your support for item { $id } is taken back: { $title }.
agenda-moved = Item { $id } moved to place { $place } of { $of }: { $title } ({ $kind }, { $minutes } min).
agenda-ordered = The items now stand in this order: { $order }.
agenda-id = { $id }
agenda-admitted = Item { $id } admitted: { $title } ({ $kind }, { $minutes } min). From { $raiser }. Meeting { DATE($meets_at) } at { TIME($meets_at) }.
agenda-postponed = Item { $id } postponed: { $title }. It is in the queue for the meeting on { DATE($meets_at) }.
agenda-frozen = The agenda of the meeting on { DATE($meets_at) } is fixed: { $items } items, { $minutes } minutes.

## The agenda as it is shown

agenda-heading = Agenda, meeting { DATE($meets_at) } at { TIME($meets_at) }
agenda-line = { TIME($starts_at) } { $id } { $title } ({ $kind }, { $minutes } min). From { $raiser }.
agenda-line-unnumbered = { TIME($starts_at) } { $title } ({ $kind }, { $minutes } min). From { $raiser }.
agenda-sum = { $items } items, { $minutes } minutes.
agenda-too-long =
    { $over ->
        [one] That is one minute more than the meeting is long.
       *[other] That is { $over } minutes more than the meeting is long.
    }
agenda-is-open = Add items by { DAY($closes_at) } at { TIME($closes_at) }: !agenda add
agenda-is-closed = The time for adding items has passed. The agenda will be fixed in the notice.
agenda-is-frozen = The agenda is fixed.
agenda-item-not-open = An item for the council
agenda-item-closed = Its title is shown to the council only.
agenda-item-source = Comes from { $source }.
agenda-line-with = { $line } { $note }
agenda-item-carried = Left from the meeting { $meeting }.
agenda-item-support = Supported by { $organisations }.
agenda-item-now = Being dealt with now.
agenda-item-dealt-with = Dealt with.
agenda-item-put-off = Goes to the next meeting.
agenda-follow-up = Actions that are followed up
agenda-of-cancelled = The meeting on { DATE($meets_at) } is cancelled.
agenda-queue-heading = Queue for the meeting on { DATE($meets_at) } at { TIME($meets_at) }
agenda-queue-line = { $id } { $title } ({ $kind }, { $minutes } min). From { $raiser }.

## When it does not work

agenda-title-missing = I need a title. For example: !agenda add Lighting in Parkstråket (decision, 10 min)
agenda-title-long = The title is too long. It may have { $most } characters at most.
agenda-minutes-odd = An item can take between 1 and { $most } minutes.
agenda-item-known = That item is there already: { $id }. Change it: !agenda edit { $id }
agenda-item-unknown = There is no item { $id } on the agenda. See the agenda: !agenda list
agenda-item-withdrawn = Item { $id } is no longer on the agenda.
agenda-item-not-yours = Somebody else raised item { $id }. Whoever raised it, the secretary or the chair can change it.
agenda-item-frozen = The agenda is fixed. Ask the secretary or the chair to change item { $id }.
agenda-item-gone = The item from that message is no longer on any agenda. Nothing has been changed.
agenda-item-personal = The item has not been added: its title seems to point to a person. Write it without names, numbers and addresses, and delete the message.
agenda-not-for-others = You can raise items for your own organisation. For { THE($organisation) } the secretary does.
agenda-support-own = You raised item { $id } yourselves. Support counts the other organisations.
agenda-full = The agenda is full. It has room for { $most } items.
agenda-already-frozen = The agenda is fixed already.
agenda-standing-stays = Item { $id } stands on every agenda and has its own place.
agenda-after-the-end = No item can come after the close. Item { $id } stays where it is.
agenda-move-unclear = Write where item { $id } is to go: after or before another item, first, last or next meeting. Example: { $example }
agenda-closed-for-good = The time for adding items has passed, and no later meeting is planned. Ask the secretary to add one.
agenda-queue-empty = Nothing is waiting in the queue.
agenda-admit-which = Several items are waiting. Write which one: { $waiting }.
agenda-reply-unreadable = I cannot read the message you replied to. Write the title after !agenda add.
agenda-question-elsewhere = Write to me directly, and your question is raised at the meeting without your name.
