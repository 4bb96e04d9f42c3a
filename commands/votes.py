"""The council votes: one for each organisation, openly in its room or secretly in private."""

import re
from dataclasses import replace

from commands.arguments import Rest
from commands.at_hand.sitting import VOTERS, Sitting, journal, must_run, own_organisation, told, write
from commands.between import all_have_voted, poll, poll_end, poll_over, post_key
from commands.call import Call, Kind
from commands.courses.decided import decided, decided_lines
from commands.declare import command, hears
from council.item import DIRECTORS
from council.people import CHAIR, COUNCIL, IN_COUNCIL, Place, Role
from council.proceedings import Act, fitting_note
from council.text import Item, Line, Quote, Refusal, Removal, Saying, Text, Words
from council.vote import Ballot, Choice, Vote, read_choice, read_question, result_text
from council.words import clean

AYE = frozenset({"yes", "ja"})
_DECISION = re.compile(r"D\d+[:,.]?", re.IGNORECASE)


@command("vote open", who=DIRECTORS, where=IN_COUNCIL)
async def open_vote(call: Call, question: Rest | None = None) -> list[Saying]:
    """Put an item to the vote; with the words of the proposal, a yes makes them the decision."""
    sitting = await must_run(call)
    if any(each.meeting == sitting.meeting.number for each in await call.work.ballots.open()):
        raise Refusal("vote-open-already")
    asked = read_question(clean(question or ""))
    item = asked.item or sitting.proceedings.current or ""
    if not item:
        raise Refusal("vote-item-missing", example=Text("command-vote-open.example"))
    sitting.agenda.find(item)
    if not sitting.proceedings.is_called:
        raise Refusal("attend-roll-first")
    if not sitting.quorum(call.now).is_met:
        sitting = await write(call, sitting, Act.POSTPONED, item=item)
        return told(call, sitting.quorum(call.now).text, Text("decision-postponed", id=item))
    ballot = Ballot(
        number=await call.work.ballots.next_number(),
        meeting=sitting.meeting.number,
        item=item,
        proposal=asked.proposal,
        opened_at=call.now,
        is_secret=asked.is_secret,
        recused=tuple(each.organisation for each in sitting.proceedings.about(item) if each.act is Act.RECUSED),
        origin=call.origin,
    )
    await call.work.ballots.save(ballot)
    await write(call, sitting, Act.BALLOT, subject=ballot.id, item=item)
    await journal(call, "vote-opened", sitting.meeting, f"{ballot.id} {item}")
    asked_now = told(call, *_asked_lines(sitting, ballot), key=post_key(ballot))
    if ballot.is_secret:
        return asked_now
    title = sitting.agenda.find(item).heading
    return [*asked_now, poll(ballot, Text("vote-poll", id=ballot.id, item=item, title=title))]


@command("vote", who=COUNCIL, where=IN_COUNCIL)
async def vote(call: Call, choice: Rest) -> list[Saying]:
    """Vote for one's organisation: yes, no or abstain."""
    name, _, word = choice.strip().rpartition(" ")
    chosen = read_choice(word)
    if chosen is None:
        raise Refusal("vote-unreadable", example=Text("command-vote.example"))
    return await given(call, await _meant(call, name.strip(" :").upper()), chosen)


@command("vote close", who=DIRECTORS, where=IN_COUNCIL)
async def close_vote(call: Call) -> list[Saying]:
    """Close the vote and say how it went."""
    sitting = await must_run(call)
    ballot = await _of_sitting(call, sitting)
    if not sitting.quorum(call.now).is_met:
        return await _put_off(call, sitting, ballot)
    closed = ballot.close(call.now)
    await call.work.ballots.save(closed)
    await journal(call, "vote-closed", sitting.meeting, f"{closed.id} {closed.result}")
    return await _settled(call, sitting, closed)


@command("vote casting", who=CHAIR, where=IN_COUNCIL)
async def cast_deciding_vote(call: Call, choice: Rest) -> list[Saying]:
    """Decide by the chair's casting vote where the votes are equal."""
    sitting = await must_run(call)
    await _must_preside(call, sitting)
    chosen = read_choice(choice)
    if chosen not in (Choice.YES, Choice.NO):
        raise Refusal("vote-unreadable", example=Text("command-vote-casting.example"))
    tied = [each for each in await call.work.ballots.of_meeting(sitting.meeting.number) if each.is_tied]
    if not tied:
        raise Refusal("vote-not-tied")
    if not sitting.quorum(call.now).is_met:
        return await _put_off(call, sitting, tied[-1])
    ballot = tied[-1].break_tie(yes=chosen is Choice.YES)
    await call.work.ballots.save(ballot)
    await journal(call, "casting-vote", sitting.meeting, ballot.id)
    return await _settled(call, sitting, ballot)


@command("recuse", who=COUNCIL, where=IN_COUNCIL)
async def recuse(call: Call, organisation: Rest | None = None) -> list[Saying]:
    """Leave the vote on the item at hand because of a conflict of interest."""
    sitting = await must_run(call)
    item = sitting.proceedings.current
    if item is None:
        raise Refusal("recuse-no-item")
    code = _code(call, sitting, organisation)
    if any(each.act is Act.RECUSED and each.organisation == code for each in sitting.proceedings.about(item)):
        raise Refusal("recused-already", organisation=sitting.named(code))
    for ballot in await call.work.ballots.open():
        if ballot.meeting == sitting.meeting.number and ballot.item == item:
            await call.work.ballots.save(ballot.recuse(code))
    sitting = await write(call, sitting, Act.RECUSED, organisation=code)
    await journal(call, "recused", sitting.meeting, f"{code} {item}")
    return told(call, Text("recused", organisation=sitting.named(code), id=item))


@command("reservation", who=COUNCIL, where=IN_COUNCIL)
async def dissent(call: Call, words: Rest) -> list[Saying]:
    """Have it recorded that one's organisation does not stand behind a decision, and why."""
    sitting = await must_run(call)
    first, _, rest = words.partition(" ")
    decisions = {each.id: each for each in await call.work.decisions.of_meeting(sitting.meeting.number)}
    named = decisions.get(first.strip(":,.").upper())
    if named is None and _DECISION.fullmatch(first):
        raise Refusal("decision-unknown", id=first.strip(":,.").upper())
    decision = named or (list(decisions.values())[-1] if decisions else None)
    if decision is None:
        raise Refusal("reservation-no-decision")
    code = own_organisation(call.who, VOTERS)
    if code not in sitting.proceedings.present(decision.made_at):
        raise Refusal("reservation-not-present", id=decision.id)
    said = fitting_note(clean(rest if named else words))
    sitting = await write(
        call, sitting, Act.DISSENTED, organisation=code, item=decision.item, subject=decision.id, words=said
    )
    await journal(call, "reservation", sitting.meeting, f"{code} {decision.id}")
    return told(call, Text("reservation-noted", organisation=sitting.named(code), id=decision.id), Quote(Words(said)))


@hears(Kind.REACTION, where=frozenset({Place.COUNCIL}), order=30)
async def hear_reaction(call: Call) -> list[Saying] | None:
    """Take a reaction to the post of a vote as a vote."""
    return await _heard(call, call.incoming.body)


@hears(Kind.VOTE, where=frozenset({Place.COUNCIL, Place.DIRECT}), order=30)
async def hear_poll(call: Call) -> list[Saying] | None:
    """Take an answer to the poll of a vote as a vote."""
    return await _heard(call, call.incoming.body.partition("\n")[0])


async def given(call: Call, ballot: Ballot, choice: Choice) -> list[Saying]:
    """Count a vote that somebody gives for her organisation.

    Raises:
        Refusal: she has no vote, or not on this.
    """
    code = _voting_for(call)
    elsewhere = call.incoming.room.place is not Place.DIRECT
    if ballot.is_secret and elsewhere:
        gone = Removal(call.incoming.room.place, event=call.incoming.event)
        return [gone, call.reply(Text("vote-secret-here"))]
    sitting = None if ballot.is_between else await must_run(call)
    voting = frozenset(each.code for each in await call.work.people.organisations() if each.votes)
    present = voting & sitting.proceedings.present(call.now) if sitting else voting
    voted = ballot.cast(Vote(code, choice, call.who.user_id, call.now), present)
    await call.work.ballots.save(voted)
    organisation = await call.work.people.organisation(code)
    count = Text(
        "vote-count",
        given=len(voted.votes),
        able=len((present - set(voted.recused)) | {each.organisation for each in voted.votes}),
    )
    if ballot.is_secret:
        said: list[Saying] = [call.reply(Text("vote-given-secret", id=voted.id), count)]
        return said
    given_now = Text("vote-given", id=voted.id, organisation=organisation, choice=choice.value)
    settled = await all_have_voted(call, voted) if voted.is_between else []
    return [*told(call, given_now, count), *settled]


def _voting_for(call: Call) -> str:
    """Return the organisation that a person votes for.

    Raises:
        Refusal: she votes for none, as the secretary and those who are co-opted.
    """
    if call.who.organisation is None or not call.who.holds(VOTERS):
        raise Refusal("vote-without")
    return call.who.organisation


async def _heard(call: Call, said: str) -> list[Saying] | None:
    choice = read_choice(said)
    if call.incoming.target is None or choice is None or not call.who.holds(VOTERS):
        return None
    post = await call.work.outbox.post_of(call.incoming.target, call.incoming.room.number) or ""
    name, _, number = post.partition(":")
    if name not in ("ballot", "poll") or not number.isdigit():
        return None
    return await given(call, await call.work.ballots.get(int(number)), choice)


async def _meant(call: Call, name: str) -> Ballot:
    """Return the vote that is meant: the one named, that of the running meeting, or the only one open."""
    if name:
        if not (name.startswith("V") and name[1:].isdigit()):
            raise Refusal("vote-unreadable", example=Text("command-vote.example"))
        return await call.work.ballots.get(int(name[1:]))
    ballots = await call.work.ballots.open()
    here = [each for each in ballots if each.meeting] or ballots
    if not here:
        raise Refusal("vote-none-open")
    if len(here) > 1:
        raise Refusal("vote-which", ids=tuple(Text("agenda-id", id=each.id) for each in here))
    return here[0]


async def _of_sitting(call: Call, sitting: Sitting) -> Ballot:
    ballots = [each for each in await call.work.ballots.open() if each.meeting == sitting.meeting.number]
    if not ballots:
        raise Refusal("vote-none-open")
    return ballots[-1]


async def _settled(call: Call, sitting: Sitting, ballot: Ballot) -> list[Saying]:
    """Say how a vote went; where its proposal was carried, record the decision."""
    lines: list[Line] = [result_text(ballot), *_named_lines(sitting, ballot)]
    ends: list[Saying] = (
        [] if ballot.is_secret or ballot.result is None or ballot.result.casting is not None else [poll_end(ballot)]
    )
    if ballot.is_tied:
        return [*told(call, *lines, Text("vote-tie-chair")), *ends]
    if not (ballot.proposal and ballot.result and ballot.result.carried):
        return [*told(call, *lines), *ends]
    decision = await decided(call, sitting, ballot.item, ballot.proposal, ballot.result)
    await call.work.ballots.save(replace(ballot, decision=decision.number))
    return [*told(call, *lines, *decided_lines(decision)), *ends]


async def _put_off(call: Call, sitting: Sitting, ballot: Ballot) -> list[Saying]:
    """End a vote that can decide nothing because too many have left: it is asked anew once the council is quorate."""
    await call.work.ballots.save(ballot.annul(call.now))
    sitting = await write(call, sitting, Act.POSTPONED, item=ballot.item)
    await journal(call, "vote-put-off", sitting.meeting, ballot.id)
    put_off = Text("vote-put-off", id=ballot.id, item=ballot.item)
    ends: list[Saying] = [] if ballot.is_secret or ballot.closed_at else [poll_over(ballot, put_off)]
    return [*told(call, sitting.quorum(call.now).text, put_off), *ends]


def _named_lines(sitting: Sitting, ballot: Ballot) -> list[Line]:
    if ballot.is_secret:
        return []
    lines: list[Line] = []
    for choice in Choice:
        codes = ballot.names(choice)
        if codes:
            names = tuple(Text("organisation-name", organisation=sitting.named(code)) for code in codes)
            lines.append(Item(Text("vote-names", choice=choice.value, organisations=names)))
    return lines


def _asked_lines(sitting: Sitting, ballot: Ballot) -> list[Line]:
    title = sitting.agenda.find(ballot.item).heading
    lines: list[Line] = [Text("vote-opened", id=ballot.id, item=ballot.item, title=title)]
    if ballot.proposal:
        lines.append(Quote(Words(ballot.proposal)))
    return [*lines, Text("vote-how-secret" if ballot.is_secret else "vote-how")]


def _code(call: Call, sitting: Sitting, organisation: str | None) -> str:
    """Return the organisation that is meant: the person's own; another only the chair and the secretary may name."""
    if not organisation:
        return own_organisation(call.who, VOTERS)
    code = sitting.named(organisation.strip(" .").upper()).code
    if code != call.who.organisation and not call.who.holds(DIRECTORS):
        raise Refusal("attend-not-for-others")
    return code


async def _must_preside(call: Call, sitting: Sitting) -> None:
    """Make sure that the person presides: the chair, or the vice-chair while no chair's organisation is there."""
    if call.who.holds(frozenset({Role.CHAIR})):
        return
    chairs = await call.work.people.holding(frozenset({Role.CHAIR}))
    if {each.organisation for each in chairs} & sitting.proceedings.present(call.now):
        raise Refusal("decision-casting-chair")
