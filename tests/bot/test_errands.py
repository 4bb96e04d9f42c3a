"""What was put off is done once, however often it is begun and by whom, and is given up in the end."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.doctor.finding import Gravity
from bot.doctor.process import of_errands
from bot.errands import MOST_TRIES, NotYet
from commands.call import Call
from council.text import Saying
from locales import Texts
from storage.errands import Standing
from storage.reading import ReadOnly
from storage.work import Work
from tests.bot.registrar import DONE, GIVEN_UP, NOTHING, TAKEN, asks, clerk, does, standing
from tests.town import OPERATORS, REGISTRAR, STOCKHOLM, Town


async def to_nobody(_work: Work, _number: int) -> None:
    """Leave it lying: each test says who takes it up."""


async def test_what_is_heavy_is_answered_at_once_and_done_later(town: Town) -> None:
    await asks(town, to_nobody)
    assert await town.hears() == [(REGISTRAR, TAKEN)]
    assert await standing(town) == Standing(1, 0, 0, town.clock.now())

    await clerk(town).carry_out("lindvassa", 1)

    assert await town.hears() == [(REGISTRAR, DONE)]
    assert [name for _, name, _ in town.files_heard] == ["register-2026-03-01-2026-03-31.zip"]
    assert await standing(town) == NOTHING


async def test_where_nobody_takes_it_over_it_is_done_at_once(town: Town) -> None:
    await town.says(REGISTRAR, "!export register 2026-03-01 2026-03-31", room=REGISTRAR)

    assert await town.hears() == [(REGISTRAR, DONE)]


async def test_what_cannot_be_read_is_refused_at_once_and_not_put_off(town: Town) -> None:
    await asks(town, to_nobody, "!export register tomorrow")

    ((_room, said),) = await town.hears()
    assert said.startswith("I also need a day, such as 24 April.")
    assert await standing(town) == NOTHING


async def test_a_rule_that_says_no_is_told_when_it_is_found(town: Town) -> None:
    await asks(town, to_nobody, "!export register 2026-04-09 2026-03-13")
    await clerk(town).carry_out("lindvassa", 1)

    (_, taken), (room, said) = await town.hears()
    assert (taken, room) == (TAKEN, REGISTRAR)
    assert said.startswith("Write the first and the last day")


async def test_a_line_that_was_mistyped_and_then_edited_is_done(town: Town) -> None:
    mistyped = await asks(town, to_nobody, "!export regsiter 2026-03-01 2026-03-31")
    await asks(town, to_nobody, edits=mistyped)
    await clerk(town).carry_out("lindvassa", 1)

    assert [body for _, body in await town.hears()][1:] == [TAKEN, DONE]


async def test_what_a_rule_refused_is_put_right_by_an_edit_and_stands_in_the_journal(town: Town) -> None:
    reversed_days = await asks(town, to_nobody, "!export register 2026-03-31 2026-03-01")
    await clerk(town).carry_out("lindvassa", 1)
    async with town.database.work("lindvassa") as work:
        noted = [entry.what for entry in await work.journal.about("command:export-register")]
    await asks(town, to_nobody, edits=reversed_days)
    await clerk(town).carry_out("lindvassa", 2)

    assert [body for _, body in await town.hears()][2:] == [TAKEN, DONE]
    assert noted == ["command-refused"]


async def test_an_office_lost_meanwhile_is_lost(town: Town) -> None:
    await asks(town, to_nobody)
    async with town.database.work("lindvassa") as work:
        await work.people.remove(REGISTRAR)

    await clerk(town).carry_out("lindvassa", 1)

    assert (await town.hears())[1] == (REGISTRAR, "Only the registrar can do that.")


async def test_an_errand_whose_room_has_gone_is_ended_and_nobody_is_told(town: Town) -> None:
    await asks(town, to_nobody)
    chat = await town._room_id(REGISTRAR, REGISTRAR)
    async with town.database.work("lindvassa") as work:
        await work.rooms.forget(chat)

    with capture_logs() as logged:
        await clerk(town).carry_out("lindvassa", 1)

    assert await standing(town) == NOTHING
    assert [each["event"] for each in logged] == ["errand left, its room is gone"]


async def test_some_that_do_the_same_at_the_same_time_say_it_once(town: Town) -> None:
    await asks(town, to_nobody)

    await asyncio.gather(*(clerk(town).carry_out("lindvassa", 1) for _ in range(3)))

    assert await town.hears() == [(REGISTRAR, TAKEN), (REGISTRAR, DONE)]
    assert await standing(town) == NOTHING


async def test_poison_is_given_up_and_whoever_asked_and_the_operators_know(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def poison(_call: Call, **_: object) -> list[Saying]:
        raise ValueError("a secret")

    does(monkeypatch, poison)
    await asks(town, to_nobody)
    for _ in range(MOST_TRIES - 1):
        with pytest.raises(NotYet):
            await clerk(town).carry_out("lindvassa", 1)
    await clerk(town).carry_out("lindvassa", 1)
    await clerk(town).carry_out("lindvassa", 1)

    _, (room, given_up), (operators, told) = await town.hears()
    assert (room, operators) == (REGISTRAR, OPERATORS)
    assert given_up.startswith(GIVEN_UP)
    assert told.startswith("An event could not be handled (reference ")
    assert await standing(town) == Standing(0, 0, 1, None)


async def test_what_takes_its_process_down_each_time_is_not_begun_for_ever(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def end_of_all(*_: object, **__: object) -> list[Saying]:
        raise SystemExit

    does(monkeypatch, end_of_all)
    await asks(town, to_nobody)
    for _ in range(MOST_TRIES):
        with pytest.raises(SystemExit):
            await clerk(town).carry_out("lindvassa", 1)

    await clerk(town).carry_out("lindvassa", 1)

    assert (await town.hears())[1][1].startswith(GIVEN_UP)
    assert await standing(town) == Standing(0, 0, 1, None)


async def test_what_was_said_is_sealed_and_not_kept_once_it_is_done(town: Town) -> None:
    await asks(town, to_nobody)
    async with town.database.engine.connect() as connection:
        (kept,) = (await connection.execute(text("SELECT said FROM errands"))).scalars()
    assert b"export" not in kept

    await clerk(town).carry_out("lindvassa", 1)

    async with town.database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT said, outcome FROM errands"))).all() == [(None, "done")]


async def test_what_a_copied_database_holds_open_is_finished(town: Town) -> None:
    await asks(town, to_nobody)
    await asks(town, to_nobody)

    await clerk(town).finish("lindvassa")

    assert [body for _, body in await town.hears()] == [TAKEN, TAKEN, DONE, DONE]
    assert await standing(town) == NOTHING


async def test_how_the_errands_stand_is_told_by_the_doctor(
    town: Town, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def said(later: timedelta = timedelta()) -> tuple[Gravity, str]:
        reading = ReadOnly(database_url, town.database.vault)
        found = await of_errands(reading, "lindvassa", town.clock.now() + later)
        await reading.close()
        return found.gravity, Texts("en", STOCKHOLM).render(found.says)

    async def end_of_all(*_: object, **__: object) -> list[Saying]:
        raise SystemExit

    empty = "Heavy work: nothing waits, nothing is being done, nothing was given up in the last 30 days."
    assert await said() == (Gravity.OK, empty)
    await asks(town, to_nobody)
    assert await said(timedelta(minutes=9)) == (Gravity.OK, empty.replace("nothing waits", "one errand waits"))
    assert (await said(timedelta(minutes=11)))[0] is Gravity.ERROR
    does(monkeypatch, end_of_all)
    for _ in range(MOST_TRIES):
        with pytest.raises(SystemExit):
            await clerk(town).carry_out("lindvassa", 1)
    assert await said() == (Gravity.OK, empty.replace("nothing is being done", "one is being done"))
    await clerk(town).carry_out("lindvassa", 1)
    assert await said() == (Gravity.WARNING, empty.replace("nothing was given up", "one was given up"))
    assert await said(timedelta(days=31)) == (Gravity.OK, empty)
