"""A member tries commands in her own chat, sees what they would do, and changes nothing."""

import pytest

from tests.town import ANNA, BOE, COUNCIL, NOON, SECRETARIAT, SECRETARY, Town

NOTHING = "Practice: nothing has changed, and nobody else has heard of it. For real I would have said:"


async def answer(town: Town, person: str, line: str) -> str:
    await town.hears()
    await town.says(person, line, room=person)
    ((room, body),) = await town.hears()
    assert room == person
    return body


async def test_a_practised_item_is_shown_and_is_on_no_agenda(town: Town) -> None:
    await town.becomes(NOON)

    for _ in range(2):
        shown = await answer(town, BOE, "!practice agenda add Lighting (decision, 10 min)")
        assert shown.startswith(f"{NOTHING}\nIn a direct chat with me:\nItem A8 added: Lighting (decision, 10 min).")
    assert "Lighting" not in await answer(town, BOE, "!agenda list")

    await town.says(BOE, "!agenda add Lighting (decision, 10 min)", room=COUNCIL)
    assert any("Item A8 added: Lighting" in body for room, body in await town.hears() if room == COUNCIL)


async def test_a_case_that_is_practised_on_keeps_its_state_and_its_resident_hears_nothing(town: Town) -> None:
    await town.says(ANNA, "!concern Three lamps are out")

    shown = await answer(town, SECRETARY, "!practice case assign 31 TRAF")

    assert "In a direct chat with the resident:\n(That is shown only there.)" in shown
    async with town.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).owner is None
    await town.says(SECRETARY, "!case assign 31 TRAF", room=SECRETARIAT)
    assert ANNA in [room for room, _body in await town.hears()]


async def test_the_journal_knows_nothing_of_a_practice_and_stays_whole(town: Town) -> None:
    await town.becomes(NOON)
    async with town.database.work("lindvassa") as work:
        before = await work.journal.head()

    await answer(town, BOE, "!practice agenda add Lighting (decision, 10 min)")

    async with town.database.work("lindvassa") as work:
        assert await work.journal.head() == before
        assert await work.journal.faults() == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("!practice case assign 31 TRAF", "Only the secretary can do that."),
        ("!practice agenda ad Lighting", "I do not understand “!agenda ad”. Did you mean !agenda add?"),
        ("!practice practice help", "There is no need to practise practising."),
        ("!practice", "I also need a text."),
    ],
)
async def test_what_is_refused_for_real_is_refused_in_practice(town: Town, line: str, told: str) -> None:
    assert (await answer(town, BOE, line)).startswith(told)


async def test_residents_have_nothing_to_practise(town: Town) -> None:
    assert (await answer(town, ANNA, "!practice help")).startswith("Only ")
