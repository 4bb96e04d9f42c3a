"""What the bot holds about somebody, shown to her alone; a case of another's that she follows; her business."""

from commands.arguments import CaseNumber, Rest
from commands.call import Call
from commands.courses.drafting import draft_poll
from commands.declare import command
from commands.posts.cases import in_secretariat, label, state_of, subject_of
from commands.posts.polls_over import poll_over
from council.calendar import day_of
from council.case import Case
from council.passage import RESIDENT, Kind
from council.people import EVERYONE, IN_DIRECT_CHAT
from council.text import Fact, Heading, Item, Line, Quote, Refusal, Saying, Sharing, Text, Words
from council.words import clean
from storage.reporters import Raising, Trade

LONGEST_NAME = 80


@command("mydata", who=EVERYONE, where=IN_DIRECT_CHAT, again=True)
async def show_my_data(call: Call) -> list[Saying]:
    """Show all that is held about the person who asks."""
    drafts = await call.work.drafts.of(call.incoming.sender)
    numbers = await call.work.reporters.cases_of(call.incoming.sender)
    lines: list[Line] = [Heading(Text("mydata-heading")), *await _about_her(call)]
    lines.append(Item(Text("mydata-drafts", count=len(drafts))))
    lines += [Quote(Words(each.draft.words)) for each in drafts]
    waiting = await call.work.pictures.count_of(call.incoming.sender)
    if waiting:
        lines.append(Item(Text("mydata-pictures", count=waiting)))
    for case in await call.work.cases.all(numbers):
        lines += await _about_case(call, case)
    controller = call.charter.controller
    lines.append(Text("mydata-rights", contact=controller.contact, dpo=controller.dpo))
    return [call.reply(*lines, sharing=Sharing.OWN)]


@command("follow", who=EVERYONE, where=IN_DIRECT_CHAT)
async def follow_case(call: Call, number: CaseNumber) -> list[Saying]:
    """Follow a case that somebody else raised, instead of raising it once more. Neither sees the other."""
    case = next(iter(await call.work.cases.all([number])), None)
    if case is None or case.triaged_at is None or not case.is_live:
        raise Refusal("case-not-to-follow", number=f"{number:04d}")
    if number in await call.work.reporters.cases_of(call.incoming.sender):
        raise Refusal("case-followed-already", label=label(call, case))
    await call.work.reporters.link(number, call.incoming.sender, Raising(call.now, raised=False))
    await call.work.journal.write(call.now, RESIDENT, "case-followed", f"case:{number}")
    waiting = await call.work.drafts.unconfirmed(call.incoming.sender)
    if waiting:
        await call.work.drafts.remove([waiting.draft.number])
    closed = await poll_over(call, draft_poll(waiting.draft)) if waiting else []
    dropped = (Text("draft-dropped"),) if waiting else ()
    told = Text("case-followed", label=label(call, case), about=subject_of(case), state=state_of(case))
    return [
        call.reply(told, *dropped, sharing=Sharing.OWN),
        *closed,
        in_secretariat(case, Text("case-has-follower", label=label(call, case))),
    ]


@command("business", who=EVERYONE, where=IN_DIRECT_CHAT)
async def write_for_business(call: Call, name: Rest | None = None) -> list[Saying]:
    """Say that one writes for a business, with its name if one likes; what it raises is counted apart."""
    known = clean(name or "").replace("\n", " ")[:LONGEST_NAME] or None
    await call.work.reporters.set_trade(call.incoming.sender, Trade(known), call.now)
    told = Text("business-named", name=Words(known)) if known else Text("business-noted")
    return [call.reply(told, sharing=Sharing.OWN)]


@command("business end", who=EVERYONE, where=IN_DIRECT_CHAT)
async def write_for_oneself(call: Call) -> list[Saying]:
    """Say that one writes for oneself again."""
    await call.work.reporters.set_trade(call.incoming.sender, None, call.now)
    return [call.reply(Text("business-ended"), sharing=Sharing.OWN)]


async def _about_her(call: Call) -> list[Line]:
    reporters, person = call.work.reporters, call.incoming.sender
    lines: list[Line] = [Item(Text("mydata-chat", language=call.language))]
    version = await reporters.introduced(person)
    if version:
        lines.append(Item(Text("mydata-notice", version=version)))
    trade = await reporters.trade(person)
    if trade:
        lines.append(Item(Text("mydata-business", name=Words(trade.name or "-"))))
    return lines


async def _about_case(call: Call, case: Case) -> list[Line]:
    raised = await call.work.reporters.has_raised(call.incoming.sender, case.number)
    facts: dict[str, Fact] = {"label": label(call, case), "about": subject_of(case), "state": state_of(case)}
    key = "mydata-case" if raised else "mydata-followed"
    lines: list[Line] = [Item(Text(key, day=day_of(case.received_at, call.charter.zone), **facts))]
    if raised:
        own = await call.work.passages.of(case.number, Kind.TELLING, Kind.NOTE)
        lines += [Quote(Words(each.words)) for each in own]
        pictures = await call.work.pictures.count_in(case.number)
        lines += [Item(Text("mydata-pictures-in", count=pictures))] if pictures else []
    asked = await call.work.passages.of(case.number, Kind.DISCLOSURE)
    lines += [Item(Text("mydata-disclosed", day=day_of(each.at, call.charter.zone))) for each in asked]
    return lines
