"""How an action goes: what is told of it on the way, and all that has become of it."""

from commands.actions import action_named
from commands.arguments import ItemId, Rest
from commands.at_hand.agenda import hand_of
from commands.at_hand.sitting import told
from commands.call import Call
from commands.declare import command
from commands.posts.actions import action_line, owner_of
from council.action import Action
from council.people import COUNCIL, IN_COUNCIL
from council.text import Item, Line, Saying, Text, Words
from council.words import clean


@command("action report", who=COUNCIL, where=IN_COUNCIL)
async def report_action(call: Call, action: ItemId, words: Rest) -> list[Saying]:
    """Tell how an action goes: by one of those who do it, or the secretary."""
    reported = (await action_named(call, action)).report(call.who, call.now, clean(words))
    await call.work.actions.save(reported)
    organisation = reported.reports[-1].organisation
    await call.work.journal.write(
        call.now, hand_of(call.who), "action-reported", f"action:{reported.number}", organisation
    )
    said = Words(reported.reports[-1].words)
    return told(call, Text("action-reported", id=reported.id, owner=await owner_of(call, organisation), words=said))


@command("action show", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_action(call: Call, action: ItemId) -> list[Saying]:
    """Show one action: where it comes from, who has accepted it, what was told of it, and how it ended."""
    shown = await action_named(call, action)
    lines: list[Line] = [await action_line(call, shown)]
    return [call.reply(*lines, *[Item(each) for each in await _course(call, shown)])]


async def _course(call: Call, action: Action) -> list[Text]:
    """Return what has become of an action, in the order it happened."""
    sources = tuple(Text("agenda-id", id=each) for each in action.sources)
    course = [
        (action.made_at, Text("action-made-from" if sources else "action-made", at=action.made_at, sources=sources))
    ]
    accepted = [
        (action.owner, action.accepted_at),
        *((each.organisation, each.accepted_at) for each in action.partners),
    ]
    for code, at in accepted:
        if at is not None:
            course.append((at, Text("action-accepted-on", at=at, owner=await owner_of(call, code))))
    for each in action.reports:
        owner = await owner_of(call, each.organisation)
        course.append((each.at, Text("action-reported-on", at=each.at, owner=owner, words=Words(each.words))))
    if action.done_at is not None:
        done = Text("action-done-on", at=action.done_at, evidence=Words(action.evidence or "-"))
        course.append((action.done_at, done))
    return [text for _at, text in sorted(course, key=lambda each: each[0])]
