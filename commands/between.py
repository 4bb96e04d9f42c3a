"""A decision between two meetings (per capsulam): proposed, voted by every organisation within a set time."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

from commands.arguments import Day, Rest
from commands.at_hand.agenda import AtHand, agenda_of, hand_of
from commands.at_hand.sitting import told
from commands.call import Call
from commands.courses.decided import decision_line
from commands.declare import command
from council.calendar import instant
from council.charter import Charter
from council.decision import Decision, fitting
from council.item import DIRECTORS, LONGEST_TITLE, Item, Kind, Raiser
from council.people import IN_COUNCIL, Organisation, Place
from council.text import Line, Message, Poll, PollEnd, Quote, Refusal, Saying, Text, Words
from council.vote import Ballot, Choice, result_text
from council.words import clean
from storage.work import Work

CLOSES = time(18)
"""On the last day one can vote until this time."""


@command("decision propose", who=DIRECTORS, where=IN_COUNCIL)
async def propose_decision(call: Call, until: Day, what: Rest) -> list[Saying]:
    """Let every organisation vote on a proposal by a day, without a meeting."""
    closes_at = instant(until, CLOSES, call.charter.zone)
    if closes_at <= call.now:
        raise Refusal("action-day-past", due=until)
    ballot = Ballot(
        number=await call.work.ballots.next_number(),
        meeting="",
        item="",
        proposal=fitting(clean(what), None),
        opened_at=call.now,
        closes_at=closes_at,
        origin=call.origin,
    )
    await call.work.ballots.save(ballot)
    await call.work.journal.write(call.now, hand_of(call.who), "decision-proposed", f"ballot:{ballot.number}")
    opened = Text("between-opened", id=ballot.id, closes=closes_at)
    lines: tuple[Line, ...] = (opened, Quote(Words(ballot.proposal)), Text("between-how", id=ballot.id))
    return [*told(call, *lines, key=post_key(ballot)), poll(ballot, Text("between-poll", id=ballot.id))]


async def all_have_voted(call: Call, ballot: Ballot) -> list[Saying]:
    """Close a vote between meetings as soon as every organisation has voted."""
    organisations = [each for each in await call.work.people.organisations() if each.votes]
    if {each.code for each in organisations} - {each.organisation for each in ballot.votes} - set(ballot.recused):
        return []
    return list(await _settled(call.work, call.charter, ballot, organisations, call.now))


async def time_is_out(work: Work, charter: Charter, number: int, now: datetime) -> list[Message | PollEnd]:
    """Close a vote between meetings whose time is out."""
    ballot = await work.ballots.get(number)
    organisations = [each for each in await work.people.organisations() if each.votes]
    return await _settled(work, charter, ballot, organisations, now)


def post_key(ballot: Ballot) -> str:
    """Return the name of the post that asks a vote."""
    return f"ballot:{ballot.number}"


def poll(ballot: Ballot, question: Text) -> Poll:
    """Return the poll of a vote."""
    answers = tuple((choice.value, Text("vote-choice", choice=choice.value)) for choice in Choice)
    return Poll(Place.COUNCIL, question, answers, f"poll:{ballot.number}")


def poll_end(ballot: Ballot) -> PollEnd:
    """Return what closes the poll of a vote."""
    return poll_over(ballot, result_text(ballot))


def poll_over(ballot: Ballot, why: Text) -> PollEnd:
    """Return what closes the poll of a vote, with a line that says how it ended."""
    return PollEnd(Place.COUNCIL, f"poll:{ballot.number}", why)


async def _settled(
    work: Work, charter: Charter, ballot: Ballot, organisations: list[Organisation], now: datetime
) -> list[Message | PollEnd]:
    """Close the vote; where all have voted and it is carried, record the decision, else take it to the next meeting."""
    voted = {each.organisation for each in ballot.votes} | set(ballot.recused)
    missing = [each for each in organisations if each.code not in voted]
    closed = replace(ballot, closed_at=now, result=ballot.count())
    lines: list[Line] = [result_text(closed)]
    if missing:
        names = tuple(Text("organisation-name", organisation=each) for each in missing)
        lines.append(Text("between-missing", organisations=names))
    if not missing and closed.result and closed.result.carried:
        decision = await _decided(work, closed, now)
        closed = replace(closed, decision=decision.number)
        lines.append(decision_line(decision))
    elif missing or closed.is_tied:
        lines += await _taken_up(work, charter, closed, now)
    await work.ballots.save(closed)
    await work.journal.write(now, "bot", "vote-closed", f"ballot:{closed.number}", str(closed.result))
    return [Message(Place.COUNCIL, tuple(lines)), poll_end(closed)]


async def _decided(work: Work, ballot: Ballot, now: datetime) -> Decision:
    number = await work.decisions.next_number()
    decision = Decision(number, "", "", ballot.proposal, now, ballot.result, ballot.origin)
    await work.decisions.save(decision)
    return decision


async def _taken_up(work: Work, charter: Charter, ballot: Ballot, now: datetime) -> list[Line]:
    """Put what was not decided on the agenda of the next meeting, or in its queue."""
    ahead = await work.meetings.ahead(now)
    for meeting in ahead:
        hand = await agenda_of(work, meeting, charter.plan)
        if not hand.is_closed(now):
            return [await _put(work, hand, ballot)]
    return [Text("between-nowhere")]


async def _put(work: Work, hand: AtHand, ballot: Ballot) -> Text:
    facts: dict[str, Any] = {"slot": 0, "number": None, "minutes": 10, "kind": Kind.DECISION}
    item = Item(title=ballot.proposal[:LONGEST_TITLE], raised_by=Raiser.CHAIR, source=ballot.id, **facts)
    agenda, placed = hand.agenda.take(item)
    await work.agenda.save(agenda)
    return Text("between-taken-up", id=placed.id, starts=hand.meeting.starts_at)
