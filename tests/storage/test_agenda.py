"""What is stored of agendas and meetings is what comes back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from council.agenda import Agenda
from council.item import Wish
from council.meeting import Meeting, State
from council.people import Person, Role
from council.text import Refusal
from storage.database import Database

BOE = Person("@boe:town", frozenset({Role.CONTACT}), "BOE")
NOW = datetime(2026, 3, 24, 11, 0, tzinfo=UTC)
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOW, series_day=date(2026, 4, 9))
MAY = replace(APRIL, number="2026-05", day=date(2026, 5, 14), previous=(NOW, NOW + timedelta(days=7)))


async def test_an_agenda_untouched_is_its_standing_items(database: Database) -> None:
    async with database.work("lindvassa") as work:
        assert await work.agenda.of("2026-04") == Agenda.opened("2026-04")


async def test_an_agenda_comes_back_as_it_was_saved(database: Database) -> None:
    agenda, item = Agenda.opened("2026-04").add(Wish("Belysning", source="TR-2026-0031"), BOE, origin="first")
    frozen = agenda.freeze(NOW)

    async with database.work("lindvassa") as work:
        await work.agenda.save(agenda)
        await work.agenda.save(frozen)
    async with database.work("lindvassa") as work:
        assert await work.agenda.of("2026-04") == frozen
        assert await work.agenda.meeting_of("first") == "2026-04"
        await work.agenda.save((await work.agenda.of("2026-04")).hand_over(item.id)[0])
    async with database.work("lindvassa") as work:
        assert await work.agenda.meeting_of("first") is None


async def test_councils_do_not_see_each_others_agendas(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.agenda.save(Agenda.opened("2026-04").add(Wish("Belysning"), BOE, origin="first")[0])
        await work.meetings.save(APRIL)
    async with database.work("granby") as work:
        assert await work.agenda.of("2026-04") == Agenda.opened("2026-04")
        assert await work.agenda.meeting_of("first") is None
        assert await work.meetings.all() == []


async def test_meetings_come_back_in_order(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.meetings.save(MAY)
        await work.meetings.save(APRIL)
    async with database.work("lindvassa") as work:
        assert await work.meetings.all() == [APRIL, MAY]
        assert await work.meetings.get("2026-05") == MAY
        assert await work.meetings.after(APRIL) == MAY
        assert await work.meetings.before(MAY) == APRIL
        assert await work.meetings.before(APRIL) is None
        with pytest.raises(Refusal, match="meeting-unknown"):
            await work.meetings.get("2026-06")


async def test_the_next_meeting_is_the_one_going_on_until_it_is_over(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)

        assert await work.meetings.next(APRIL.ends_at - timedelta(seconds=1)) == APRIL
        assert await work.meetings.next(APRIL.ends_at) == MAY
        with pytest.raises(Refusal, match="meeting-none-planned"):
            await work.meetings.next(MAY.ends_at)


async def test_a_meeting_called_off_is_not_ahead(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.meetings.save(replace(APRIL, state=State.CANCELLED))
        await work.meetings.save(MAY)

        assert await work.meetings.next(NOW) == MAY
        assert await work.meetings.before(MAY) is None
