"""What April's meeting came to, in every form that its minutes have; and what its last decision moved."""

import html
import io
import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from commands.at_hand.sitting import sitting_of
from commands.posts.minutes import version_lines
from commands.posts.papers import document
from council.people import Place
from council.text import Format, Heading, Item, Line, Sharing
from locales import Texts
from papers import paper
from storage.database import Database
from tests.april import April
from tests.town import CHARTER, Town

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
STOCKHOLM = ZoneInfo("Europe/Stockholm")
VERIFIED = datetime(2026, 4, 23, 12, tzinfo=STOCKHOLM)
HELD = (
    "Stadsdelsförvaltningen: hela mötet", "Polisen: hela mötet", "Fastighetsägarna: anmält förhinder",
    "Fältassistenterna: frånvarande", "Föreningarna: kl. 18.25-20.00", "Boenderådet: kl. 18.00-19.20",
    "Trafikkontoret, adjungerad: hela mötet", "SL: anmält förhinder",
    "Upprop: 6 av 9 röstande organisationer. Beslutförhet kräver 5.",
    *(f"A{number} " for number in range(1, 16)),
    "Beslut D1: Dagordningen fastställs; SKOL justerar.", "Röster: ja 6, nej 0, avstår 0.",
    "Beslut D2: TRAF lagar tunnelbelysningen varaktigt;", "Röster: ja 7, nej 0, avstår 0.",
    "Beslut D3: Rådet hemställer", "Röster: ja 5, nej 0, avstår 1.",
    "Beslut D4: Trygghetsvandring torsdag 23 april.",
    "Beslut D5: Extra vuxna ute 30 april.", "Röster: ja 3, nej 3, avstår 0. Ordförandens utslagsröst: ja.",
    "Beslut D6: Majmötet flyttas till torsdag 21 maj 18.00.",
    *(f"Åtgärd X{number}: " for number in range(1, 9)),
    "L1, trafikkontoret:", "Problemet var tillbaka torsdag 2 april.",
    "L2, stadsdelsförvaltningen:", "Hållet.", "L3, polisen:", "Inte hållet:", "L4, bostadsbolaget:",
    "Att justera protokollet: skolan.",
)  # fmt: skip


@pytest.fixture
async def april(database: Database) -> April:
    """The month in Swedish, played until the minutes were verified."""
    month = April(Town(database, CHARTER, as_the_council_speaks=False), "sv")
    await month.settle_in()
    await month.play_until(VERIFIED)
    return month


async def test_the_minutes_hold_the_whole_meeting_in_every_format_and_may_is_moved_with_all_its_reminders(
    april: April,
) -> None:
    lines = await minutes_of(april)
    texts = Texts("sv", STOCKHOLM)

    for form, read in ((Format.MARKDOWN, _read_markdown), (Format.HTML, _read_html)):
        text = read(paper(document("minutes", lines, Place.COUNCIL, form, Sharing.COUNCIL), texts).data.decode())
        assert [each for each in HELD if each not in text] == []
    tags = _tags(paper(document("minutes", lines, Place.COUNCIL, Format.PDF, Sharing.COUNCIL), texts).data)
    assert tags.count("/H2") == sum(isinstance(each, Heading) for each in lines[1:])
    assert tags.count("/LI") == sum(isinstance(each, Item) for each in lines)
    async with april.town.database.work("lindvassa") as work:
        may = await work.meetings.get("2026-05")
    assert (may.day, may.starts_at) == (date(2026, 5, 21), datetime(2026, 5, 21, 16, tzinfo=UTC))
    await april.play_until(april.cast.closes)
    april.town.clock.time = april.cast.closes.astimezone(UTC)
    await april.town.becomes(datetime(2026, 5, 21, 17, 0, tzinfo=UTC))
    posts = [body for room, body in await april.town.hears() if room == "council"]
    for told in (
        "Nästa möte: torsdag 21 maj 2026 kl. 18.00. Anmäl punkter senast måndag 11 maj kl. 12.00",
        "Kallelse.",
    ):
        assert sum(told in each for each in posts) == 1
    assert "I morgon, torsdag 21 maj kl. 18.00: möte." in "\n".join(posts)
    assert not any("torsdag 14 maj" in each for each in posts)


async def minutes_of(april: April) -> list[Line]:
    """Return the verified minutes as the council reads them."""
    async with april.town.database.work("lindvassa") as work:
        version = await work.minutes.adjusted("2026-04")
        assert version is not None
        sitting = await sitting_of(work, await work.meetings.get("2026-04"))
        return [*version_lines(version, sitting, Sharing.COUNCIL)]


def _read_markdown(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).replace("**", "").replace("\u00a0", " ")


def _read_html(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text)).replace("\u00a0", " ")


def _tags(data: bytes) -> list[str]:
    """Return the tags of a PDF's structure, as a screen reader walks it."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        found: list[str] = []
        waiting = [opened.Root.StructTreeRoot]
        while waiting:
            here = waiting.pop()
            if isinstance(here, pikepdf.Array):
                waiting += list(here)
            elif isinstance(here, pikepdf.Dictionary):
                if "/S" in here:
                    found.append(str(here.S))
                if "/K" in here:
                    waiting.append(here.K)
        return found
