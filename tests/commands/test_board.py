"""What the council asks of the board is written down, answered and shown; what points to a person is not kept."""

from tests.town import ANNA, CHAIR, COUNCIL, POL, SECRETARY, Town
from tests.web.rich import enrich
from tests.web.visitor import visiting


async def heard(town: Town, who: str, line: str, **more: str) -> str:
    await town.says(who, line, room=COUNCIL, **more)  # type: ignore[arg-type]
    return (await town.hears())[0][1]


async def test_what_is_asked_is_listed_with_the_boards_answer(town: Town) -> None:
    assert await heard(town, POL, "!board") == "Nothing has been asked of the board."

    await heard(town, CHAIR, "!board ask Money for two more youth workers")
    await heard(town, SECRETARY, "!board ask Lamps in Parkstråket before autumn")
    await heard(town, SECRETARY, "!board answer H1 One post from January")

    assert await heard(town, POL, "!board") == (
        "What the council has asked of the board\n"
        "- H1: Money for two more youth workers (The board's answer, Tuesday 24 March 2026: One post from January)\n"
        "- H2 (Tuesday 24 March 2026, no answer yet): Lamps in Parkstråket before autumn"
    )


async def test_it_can_be_reworded_until_the_board_has_answered_and_taken_back_at_any_time(town: Town) -> None:
    asked = await town.says(CHAIR, "!board ask Two lamps", room=COUNCIL)
    await town.hears()
    assert "> Three lamps" in (await heard(town, CHAIR, "!board ask Three lamps", edits=asked))[-30:]
    await heard(town, CHAIR, "!board answer H1 No")
    assert (await heard(town, CHAIR, "!board ask Four lamps", edits=asked)).startswith("The board has answered H1")

    await town.deletes(CHAIR, asked, room=COUNCIL)

    assert (await town.hears())[0][1] == "H1 is taken back and its words are deleted."
    assert await heard(town, CHAIR, "!board withdraw H1") == "H1 has been taken back."
    async with town.database.work("lindvassa") as work:
        (kept,) = await work.petitions.all()
    assert (kept.text, kept.answer) == ("", "")


async def test_what_points_to_a_person_is_not_kept(town: Town) -> None:
    told = await heard(town, SECRETARY, "!board ask Move Adam, 811218-9876, to another school")

    assert told.startswith("I have not kept it")
    assert "811218" not in told
    assert await heard(town, CHAIR, "!board withdraw H1") == (
        "There is nothing called H1 that has been asked of the board. Show the list: !board"
    )


async def test_only_the_chair_and_the_secretary_ask_the_board(town: Town) -> None:
    assert (await heard(town, POL, "!board ask More police")).startswith("Only ")
    await town.says(ANNA, "!board ask More police")
    assert (await town.hears())[0][1].startswith("Only ")


async def test_the_yearly_report_tells_of_it(town: Town) -> None:
    await enrich(town)

    async with visiting(town) as visitor:
        page = await (await visitor.asks("/en/lindvassa/reports/2026/")).text()

    assert "What the council asks the board to change" in page
    assert "Pengar till två fältassistenter" in page
    assert "no answer yet" in page
    assert "H3" not in page
