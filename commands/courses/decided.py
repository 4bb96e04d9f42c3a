"""A decision put on record: its number, its words and its votes."""

from commands.at_hand.sitting import Sitting, journal, write
from commands.call import Call
from council.decision import Decision, Votes
from council.proceedings import Act
from council.text import Line, Text, Words


async def decided(call: Call, sitting: Sitting, item: str, words: str, votes: Votes | None) -> Decision:
    """Record a decision, with its place in the record of the meeting."""
    decision = Decision(
        number=await call.work.decisions.next_number(),
        meeting=sitting.meeting.number,
        item=item,
        text=words,
        made_at=call.now,
        votes=votes,
        origin=call.origin,
    )
    await call.work.decisions.save(decision)
    await write(call, sitting, Act.DECIDED, subject=decision.id, item=item)
    await journal(call, "decision-added", sitting.meeting, decision.id)
    return decision


def decision_line(decision: Decision) -> Text:
    """Return a decision in one line."""
    said = Words(decision.text)
    if not decision.item:
        return Text("decision-line-between", id=decision.id, text=said, votes=str(decision.votes or ""))
    if decision.votes is None:
        return Text("decision-line", id=decision.id, item=decision.item, text=said)
    key = "decision-line-casting" if decision.votes.is_tie else "decision-line-votes"
    return Text(key, id=decision.id, item=decision.item, text=said, votes=str(decision.votes))


def decided_lines(decision: Decision) -> list[Line]:
    """Return how a decision is announced."""
    return [decision_line(decision)]
