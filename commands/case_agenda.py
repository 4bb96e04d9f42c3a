"""Residents' questions to the council, and cases put on its agenda: asked at the meeting, answered to whoever asked."""

import re
from dataclasses import replace

from commands.arguments import CaseNumber, Rest
from commands.at_hand.agenda import AtHand, at_hand, following
from commands.call import Call
from commands.cases import IN_CASEWORK
from commands.courses.intake import Telling, look, said_well, sent_to_112, taken_in, turned_away
from commands.courses.pace import too_fast
from commands.courses.raised import residents_slot
from commands.declare import command
from commands.introduction import introduction_if_new
from commands.posts.asked import question_lines
from commands.posts.cases import in_council, in_secretariat, label, moved, to_resident
from council.case import Case
from council.concern import Category
from council.detect import Sign
from council.item import Item
from council.passage import SECRETARY as THE_SECRETARY
from council.people import COUNCIL, EVERYONE, IN_COUNCIL, IN_DIRECT_CHAT, SECRETARY
from council.text import Heading, Line, Refusal, Saying, Text
from council.wish import read_wish
from council.words import clean

_ITEM = re.compile(r"#?\s?[AQ]\s?\d{1,5}[.\s]*$", re.IGNORECASE)


@command("question", who=EVERYONE, where=IN_DIRECT_CHAT)
async def ask_council(call: Call, words: Rest) -> list[Saying]:
    """Ask the council something: it is taken up at the next meeting, and the answer comes back."""
    slowed = await too_fast(call)
    if slowed is not None:
        return slowed
    said = said_well(call, words)
    signs = look(call, said)
    if Sign.DANGER in signs:
        return await sent_to_112(call)
    refused = await turned_away(call, signs)
    if refused is not None:
        return refused
    new = await introduction_if_new(call)
    telling = Telling(said, call.incoming.sender, call.language, category=Category.QUESTION, origin=call.origin)
    return [*new, *await taken_in(call, replace(telling, for_meeting=True))]


@command("question list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_questions(call: Call) -> list[Saying]:
    """Show what residents ask at the next meeting, by the secretary's summaries."""
    hand = await at_hand(call)
    slot = residents_slot(hand.agenda)
    asked = [case for case in await call.work.cases.at_meeting(hand.meeting.number) if case.item == slot]
    asked = [case for case in asked if case.triaged_at or call.who.holds(SECRETARY)]
    if not asked:
        return [call.reply(Text("no-questions"))]
    lines: list[Line] = [Heading(Text("questions", starts=hand.meeting.starts_at))]
    for case in asked:
        lines += await question_lines(call, case)
    return [call.reply(*lines)]


@command("case agenda", who=SECRETARY, where=IN_CASEWORK)
async def put_on_agenda(call: Call, number: CaseNumber, what: Rest) -> list[Saying]:
    """Take a case up at the next meeting: under an item there is (A7), or under one of its own with a title."""
    before = await call.work.cases.get(number)
    if not before.is_live:
        raise Refusal("case-over-for-agenda", number=f"{number:04d}")
    hand, item = await (_existing(call, what) if _ITEM.match(what) else _own_item(call, before, what))
    after = replace(before, meeting=hand.meeting.number, item=item.slot)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, THE_SECRETARY, "case-on-agenda", f"case:{number}", hand.subject(item))
    told = Text("case-on-agenda", label=label(call, after), id=item.id or "-", title=item.heading)
    return [
        call.reply(told),
        *await moved(call, before, after),
        in_secretariat(after, told),
        *in_council(after, told),
        *to_resident(after, Text("your-case-on-agenda", label=label(call, after), starts=hand.meeting.starts_at)),
    ]


async def _existing(call: Call, what: str) -> tuple[AtHand, Item]:
    name = re.sub(r"[#.\s]", "", what).upper()
    hand = await at_hand(call)
    if not any(name in item.names for item in hand.agenda.running):
        hand = await following(call, hand.meeting) or hand
    return hand, hand.agenda.find(name)


async def _own_item(call: Call, case: Case, what: str) -> tuple[AtHand, Item]:
    wish = read_wish(clean(what), ())
    hand = await at_hand(call)
    late = hand.is_closed(call.now)
    hand = (await following(call, hand.meeting) or hand) if late else hand
    source = label(call, case)
    agenda, item = hand.agenda.add(replace(wish, source=source), call.who, origin=call.origin, queued=late)
    await call.work.agenda.save(agenda)
    await call.work.journal.write(call.now, THE_SECRETARY, "item-added", hand.subject(item), item.id)
    return replace(hand, agenda=agenda), item
