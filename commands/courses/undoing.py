"""What undoing an entry of the record does to the thing that the entry made."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from commands.at_hand.sitting import Sitting
from commands.between import poll_over
from commands.call import Call
from council import action, promise
from council.proceedings import Act, Entry
from council.text import Refusal, Saying, Text


async def undone(call: Call, sitting: Sitting, entry: Entry) -> Text:
    """Undo what an entry made and return what was undone, in words.

    Raises:
        Refusal: it is the opening of the meeting.
    """
    if entry.act in (Act.STARTED, Act.CALLED):
        raise Refusal("undo-opening")
    if entry.act in _UNDO:
        await _UNDO[entry.act](call, sitting, entry)
    if entry.subject:
        return Text("undone-subject", act=entry.act.value, id=entry.subject)
    if entry.organisation:
        return Text("undone-organisation", act=entry.act.value, organisation=sitting.named(entry.organisation))
    return Text("undone-item", act=entry.act.value, id=entry.item)


async def poll_undone(call: Call, entry: Entry, why: Text) -> list[Saying]:
    """Return what closes the poll of a vote whose opening is undone while it goes on."""
    if entry.act is not Act.BALLOT:
        return []
    ballot = await call.work.ballots.get(_number(entry))
    return [] if ballot.is_secret or ballot.closed_at else [poll_over(ballot, why)]


async def _decision(call: Call, sitting: Sitting, entry: Entry) -> None:
    """Undo a decision, and the vote that made it: both are asked anew."""
    decision = await call.work.decisions.get(_number(entry))
    await call.work.decisions.save(replace(decision, undone_at=call.now))
    for ballot in await call.work.ballots.of_meeting(sitting.meeting.number):
        if ballot.decision == decision.number:
            await call.work.ballots.save(ballot.annul(call.now))


async def _ballot(call: Call, _sitting: Sitting, entry: Entry) -> None:
    await call.work.ballots.save((await call.work.ballots.get(_number(entry))).annul(call.now))


async def _action(call: Call, _sitting: Sitting, entry: Entry) -> None:
    made = await call.work.actions.get(_number(entry))
    await call.work.actions.save(replace(made, state=action.State.WITHDRAWN))


async def _promise(call: Call, _sitting: Sitting, entry: Entry) -> None:
    made = await call.work.promises.get(_number(entry))
    await call.work.promises.save(replace(made, state=promise.State.WITHDRAWN))


async def _recusal(call: Call, sitting: Sitting, entry: Entry) -> None:
    for ballot in await call.work.ballots.open():
        if ballot.item == entry.item and ballot.meeting == sitting.meeting.number:
            await call.work.ballots.save(ballot.readmit(entry.organisation))


def _number(entry: Entry) -> int:
    return int(entry.subject[1:])


_UNDO: Mapping[Act, Callable[[Call, Sitting, Entry], Awaitable[None]]] = {
    Act.DECIDED: _decision,
    Act.BALLOT: _ballot,
    Act.ASSIGNED: _action,
    Act.PROMISED: _promise,
    Act.RECUSED: _recusal,
}
