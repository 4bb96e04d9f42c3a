"""The evening of the April meeting, for the tests of what happens at it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from council.item import Kind, Wish
from council.meeting import Meeting
from council.people import Person, Role
from tests.town import BOE, CIV, FALT, FTG, NOON, SECRETARY, SKOL, Town

APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOON, series_day=date(2026, 4, 9))
MAY = Meeting("2026-05", date(2026, 5, 21), time(18), "Europe/Stockholm", 120, NOON, series_day=date(2026, 5, 14))
PRESENT = "SDF POL BOST FTG SKOL BOE"
RAISED: Sequence[tuple[str, str, Kind]] = (
    (BOE, "Belysning och sikt i Parkstråket", Kind.DECISION),
    (SKOL, "Mopedkörning på Sjövägen", Kind.DECISION),
    (CIV, "Trygghetsvandring 23 april", Kind.DECISION),
    (FTG, "Snatterier i centrum", Kind.DISCUSSION),
    (FALT, "Valborgsmässoafton", Kind.DECISION),
)
"""A8 to A12; A13 closes the meeting."""


def clock(hour: int, minute: int = 0, day: int = 9) -> datetime:
    """Return a moment of the evening: 18:25 in Stockholm is 16:25 in UTC."""
    return datetime(2026, 4, day, hour - 2, minute, tzinfo=UTC)


async def gather(town: Town) -> Town:
    """Let the April and May meetings be planned, April's agenda be fixed, and the clock show 18:00."""
    async with town.database.work("lindvassa") as work:
        for meeting in (APRIL, MAY):
            await work.meetings.save(meeting)
        agenda = await work.agenda.of(APRIL.number)
        for person, title, kind in RAISED:
            who = Person(person, frozenset({Role.MEMBER}), person[1:].partition(":")[0].upper())
            agenda, _ = agenda.add(Wish(title, kind, 10), who)
        await work.agenda.save(agenda.freeze(NOON))
        await work.meetings.save(APRIL.freeze())
    town.clock.time = clock(18)
    return town


async def answers(town: Town, sender: str, line: str, **how: str) -> list[tuple[str, str]]:
    """Return what is said to a line."""
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return await town.hears()


async def called(town: Town, present: str = PRESENT) -> Town:
    """Let the roll be called."""
    await town.says(SECRETARY, f"!attend call {present}")
    await town.hears()
    return town
