"""What the council decides: recorded with its item and its votes."""

from commands.agenda_at_hand import hand_of
from commands.arguments import ItemId, Rest
from commands.call import Call
from commands.declare import command
from council.decision import Decision, fitting, read_votes
from council.item import DIRECTORS
from council.meeting import Meeting
from council.people import CHAIR, COUNCIL, IN_COUNCIL
from council.text import Heading, Item, Line, Refusal, Saying, Text, Words
from council.words import clean


@command("decision add", who=DIRECTORS, where=IN_COUNCIL)
async def add_decision(call: Call, item: ItemId, what: Rest) -> list[Saying]:
    """Record a decision on an item: votes as yes-no-abstain, then the words."""
    meeting = await _meeting(call)
    (await call.work.agenda.of(meeting.number)).find(item)
    votes, words = read_votes(clean(what))
    if votes and votes.casting is not None and not call.who.holds(CHAIR):
        raise Refusal("decision-casting-chair")
    decision = Decision(
        number=await call.work.decisions.next_number(),
        meeting=meeting.number,
        item=item,
        text=fitting(words, votes),
        made_at=call.now,
        votes=votes,
        origin=call.origin,
    )
    await call.work.decisions.save(decision)
    subject = f"decision:{decision.number}"
    await call.work.journal.write(call.now, hand_of(call.who), "decision-added", subject, meeting.number)
    return [call.reply(_line(decision))]


@command("decision list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_decisions(call: Call) -> list[Saying]:
    """List the decisions of the meeting going on, else of the last one."""
    meeting = await _meeting(call)
    decisions = await call.work.decisions.of_meeting(meeting.number)
    if not decisions:
        return [call.reply(Text("decision-none", meets_at=meeting.starts_at))]
    lines: list[Line] = [Item(_line(decision)) for decision in decisions]
    return [call.reply(Heading(Text("decision-list-heading", meets_at=meeting.starts_at)), *lines)]


async def _meeting(call: Call) -> Meeting:
    """Return the meeting going on, else the last that was.

    Raises:
        Refusal: there has been none.
    """
    begun = [each for each in await call.work.meetings.all() if not each.is_cancelled and each.starts_at <= call.now]
    if not begun:
        raise Refusal("decision-no-meeting")
    return begun[-1]


def _line(decision: Decision) -> Text:
    said = Words(decision.text)
    if decision.votes is None:
        return Text("decision-line", id=decision.id, item=decision.item, text=said)
    votes = decision.votes
    key = "decision-line-casting" if votes.is_tie else "decision-line-votes"
    return Text(key, id=decision.id, item=decision.item, text=said, votes=str(votes))
