"""What the council decides: recorded with its item and its votes, and found again by its words."""

from datetime import datetime

from commands.arguments import ItemId, Rest
from commands.at_hand.sitting import Sitting, last_held, told, write
from commands.call import Call
from commands.courses.decided import decided, decided_lines, decision_line
from commands.courses.decided_told import residents_told
from commands.declare import command
from commands.posts.actions import MOST_FOUND, action_line
from council.attendance import Quorum
from council.decision import Decision, Votes, fitting, read_votes
from council.item import DIRECTORS
from council.people import CHAIR, COUNCIL, IN_COUNCIL
from council.proceedings import Act
from council.text import Heading, Item, Line, Refusal, Saying, Text, Words
from council.words import clean


@command("decision add", who=DIRECTORS, where=IN_COUNCIL)
async def add_decision(call: Call, item: ItemId, what: Rest) -> list[Saying]:
    """Record a decision on an item: votes as yes-no-abstain, then the words. Without a quorum it is put off."""
    sitting = await last_held(call)
    sitting.agenda.find(item)
    if not sitting.proceedings.is_called:
        raise Refusal("attend-roll-first")
    votes, words = read_votes(clean(what))
    if votes and votes.casting is not None and not call.who.holds(CHAIR):
        raise Refusal("decision-casting-chair")
    quorum = sitting.quorum(_moment(call, sitting, item))
    if not quorum.is_met:
        await write(call, sitting, Act.POSTPONED, item=item)
        return told(call, quorum.text, Text("decision-postponed", id=item))
    _must_be_possible(votes, quorum)
    if votes is None:
        votes = await _counted(call, sitting, item)
    decision = await decided(call, sitting, item, fitting(words, votes), votes)
    late = await residents_told(call, sitting, [decision]) if sitting.proceedings.ended_at else []
    return [call.reply(*decided_lines(decision)), *late]


@command("decision list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_decisions(call: Call, words: Rest | None = None) -> list[Saying]:
    """List the decisions of the meeting going on, else of the last one; or those of all years that hold some words."""
    if words:
        return await _found(call, words)
    meeting = (await last_held(call)).meeting
    decisions = await call.work.decisions.of_meeting(meeting.number)
    if not decisions:
        return [call.reply(Text("decision-none", meets_at=meeting.starts_at))]
    lines: list[Line] = [Item(decision_line(decision)) for decision in decisions]
    return [call.reply(Heading(Text("decision-list-heading", meets_at=meeting.starts_at)), *lines)]


async def _found(call: Call, words: str) -> list[Saying]:
    found = await call.work.decisions.holding(words)
    if not found:
        return [call.reply(Text("decision-none-found", words=Words(words[:60])))]
    lines: list[Line] = []
    for each in found[:MOST_FOUND]:
        lines.append(Item(Text("decision-found", day=each.made_at, decision=decision_line(each))))
        lines += await _followed_up(call, each)
    if len(found) > MOST_FOUND:
        lines.append(Text("decision-found-more", more=len(found) - MOST_FOUND))
    return [call.reply(Heading(Text("decision-found-heading", words=Words(words[:60]))), *lines)]


async def _followed_up(call: Call, decision: Decision) -> list[Line]:
    """Return what is done about a decision, by whom and until when."""
    actions = [each for each in await call.work.actions.all() if decision.id in each.sources]
    return [Item(await action_line(call, each)) for each in actions]


def _moment(call: Call, sitting: Sitting, item: str) -> datetime:
    """Return when a decision counts as made: now while the meeting runs; afterwards, when its item was dealt with."""
    if sitting.proceedings.ended_at is None:
        return call.now
    opened = [each.at for each in sitting.proceedings.about(item) if each.act is Act.OPENED]
    return opened[-1] if opened else sitting.proceedings.ended_at


def _must_be_possible(votes: Votes | None, quorum: Quorum) -> None:
    if votes and votes.yes + votes.no + votes.abstain > quorum.present:
        given = votes.yes + votes.no + votes.abstain
        raise Refusal("decision-votes-many", given=given, present=quorum.present)


async def _counted(call: Call, sitting: Sitting, item: str) -> Votes | None:
    """Return the count of the last vote on an item that has made no decision yet."""
    ballots = await call.work.ballots.of_meeting(sitting.meeting.number)
    counted = [each.result for each in ballots if each.item == item and each.decision is None and each.result]
    return counted[-1] if counted else None
