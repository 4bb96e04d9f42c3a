"""The yearly report is given with one command, as a page and a PDF, and holds only what is public."""

from datetime import UTC, datetime

from tests.town import COUNCIL, POL, Town
from tests.web.rich import enrich


async def test_the_report_is_given_as_a_page_and_a_pdf(town: Town) -> None:
    await enrich(town)
    await town.says(POL, "!yearly 2026", room=COUNCIL)

    heard = await town.hears()
    files = {name: data for room, name, data in town.files_heard if room == COUNCIL}

    assert heard[0][1].startswith("Yearly report 2026")
    assert set(files) >= {"lindvassa-2026-en.html"}
    page = files["lindvassa-2026-en.html"].decode()
    for words in (
        "TRAF lagar belysningen varaktigt",
        "What the council asks the board to change",
        "M12",
        "100 % had somebody",
    ):
        assert words in page
    assert "Något hemligt" not in page
    assert all(data.startswith(b"%PDF") for name, data in files.items() if name.endswith(".pdf"))


async def test_of_a_year_without_a_meeting_there_is_none(town: Town) -> None:
    town.clock.time = datetime(2026, 1, 2, 12, tzinfo=UTC)
    await town.says(POL, "!yearly", room=COUNCIL)
    await town.says(POL, "!yearly 1999", room=COUNCIL)

    assert [body for _room, body in await town.hears()] == [
        "There is no report of 2026: the council held no meeting that year.",
        "There is no report of 1999: the council held no meeting that year.",
    ]
