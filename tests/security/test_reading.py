"""Who looks at cases leaves a trace, and who looks at unusually many is told of: R30."""

from datetime import timedelta

from tests.town import ANNA, OPERATORS, POL, SECRETARIAT, SECRETARY, Town

MOST = 30


async def _looks(town: Town, person: str, times: int, room: str | None = None) -> list[str]:
    for _ in range(times):
        await town.says(person, "!case show 31", room=room)
    return [body for where, body in await town.hears() if where == OPERATORS]


async def _with_a_case(town: Town) -> None:
    await town.says(ANNA, "!concern The lamp at the crossing is out")
    await town.says(SECRETARY, "!case assign 31 POL", room=SECRETARIAT)
    await town.hears()


async def test_each_look_at_a_case_is_noted_and_the_operators_hear_of_more_than_thirty_in_an_hour(town: Town) -> None:
    await _with_a_case(town)

    assert await _looks(town, POL, MOST) == []
    [told] = await _looks(town, POL, 5)

    assert told.startswith("POL has looked at more than 30 cases within an hour.")
    assert ANNA not in told
    async with town.database.work("lindvassa") as work:
        entries = await work.journal.about("reader:POL")
    assert {(entry.who, entry.what, entry.note) for entry in entries} == {("POL", "case-shown", "case:31")}
    assert len(entries) == MOST + 5


async def test_thirty_looks_in_an_hour_and_as_many_in_the_next_are_nobodys_business(town: Town) -> None:
    await _with_a_case(town)

    assert await _looks(town, SECRETARY, MOST, SECRETARIAT) == []
    town.clock.time += timedelta(minutes=61)
    assert await _looks(town, SECRETARY, MOST, SECRETARIAT) == []
    assert await _looks(town, POL, MOST) == []
