"""The secretary is away and nobody stands in: residents are told so, and their dates count from her return."""

from datetime import date

from commands.arguments import Day
from commands.call import Call
from commands.declare import command
from council.calendar import DAY, day_of
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY, Role
from council.text import Line, Refusal, Saying, Sharing, Text
from storage.absences import Absence


@command("away", who=SECRETARY | CHAIR, where=IN_SECRETARIAT)
async def go_away(call: Call, first: Day, last: Day) -> list[Saying]:
    """Say when the secretary is away; unless somebody stands in, residents' dates count from the return."""
    if last < first or last < day_of(call.now, call.charter.zone):
        raise Refusal("away-days-wrong")
    await call.work.absences.note(Absence(first, last))
    await call.work.journal.write(call.now, "secretary", "secretary-away", "council", f"{first} {last}")
    key = "away-noted-stand-in" if await _somebody_stands_in(call) else "away-noted"
    return [call.reply(Text(key, first=first, last=last), sharing=Sharing.OPEN)]


@command("away end", who=SECRETARY | CHAIR, where=IN_SECRETARIAT)
async def come_back(call: Call) -> list[Saying]:
    """Say that the secretary is back, or will not go away."""
    gone = await call.work.absences.forget(day_of(call.now, call.charter.zone))
    await call.work.journal.write(call.now, "secretary", "secretary-back", "council")
    return [call.reply(Text("away-ended" if gone else "away-never"), sharing=Sharing.OPEN)]


async def counted_from(call: Call, day: date) -> date:
    """Return the day that a case's dates count from: that on which it came in, or the last of an absence."""
    absence = await _absence(call, day)
    return absence.last if absence else day


async def away_told(call: Call) -> tuple[Line, ...]:
    """Return what a resident is told of an absence, if there is one now."""
    absence = await _absence(call, day_of(call.now, call.charter.zone))
    return (Text("away-told", back=absence.last + DAY),) if absence else ()


async def _absence(call: Call, day: date) -> Absence | None:
    absence = await call.work.absences.on(day)
    return absence if absence and not await _somebody_stands_in(call) else None


async def _somebody_stands_in(call: Call) -> bool:
    return bool(await call.work.people.holding(frozenset({Role.STAND_IN})))
