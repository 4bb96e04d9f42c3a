"""The council's April, played in the town: what it comes to, and that it tells nobody who the residents are."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from rehearsal.photo import HIDDEN, NAME
from storage.case_keys import CaseKeyRow
from storage.database import Database
from storage.passages import PassageRow
from storage.schema import Table
from storage.work import Work
from tests.april import April
from tests.town import CHARTER, Town
from tests.web.visitor import visiting

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
MEETING = datetime(2026, 4, 9, 18, tzinfo=ZoneInfo("Europe/Stockholm")).astimezone(UTC)
WAITING = {"POL": 5, "SDF": 3, "TRAF": 3, "FALT": 2, "BOST": 1, "nobody": 1}
"""How many cases each had open at the meeting."""
KNOWS_PEOPLE = {"reporters", "rooms"}
"""The identity table and the room map: nothing else may hold who a resident is."""


@pytest.fixture
async def april(database: Database) -> April:
    """The month, about to begin, in English."""
    month = April(Town(database, CHARTER, as_the_council_speaks=False), "en")
    await month.settle_in()
    return month


async def test_all_25_contacts_come_through_direct_chats_and_the_digest_at_the_meeting_has_every_figure(
    april: April,
) -> None:
    await april.play_until(MEETING)
    secretary = april.account(april.cast.people["secretary"])
    await april.town.says(secretary, "!digest", room="council")

    [(_room, digest)] = [each for each in await april.town.hears() if "25 contacts" in each[1]]
    for figure in (
        "25 contacts: 23 registered, 2 referred",
        "9 in progress, 5 closed, 4 triaged",
        *("1 received", "1 resolved", "1 reopened", "1 duplicate", "1 cannot be answered"),
        "Owner named on time: 21 of 22 (95 %), 1 not due.",
        "Answers on time: 16 of 17 (94 %), median 5 working days.",
        "5 unanswered, none overdue.",
        "POL 7, SDF 6, TRAF 5, FALT 2, BOST 2, SKOL 1",
    ):
        assert figure in digest
    chats = {heard.place for heard in april.heard if heard.place.startswith("k")}
    assert chats == {f"k{number:02}" for number in range(1, 26)}


async def test_after_the_month_nobody_finds_a_resident_but_in_the_identity_table_and_the_room_map(
    april: April, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), capture_logs() as lines:
        await april.play_until(april.cast.closes)
    secrets = _secrets(april)

    found = [f"log: {line}" for line in [*map(str, lines), caplog.text] if _holds(line, secrets)]
    found += [
        f"{each.place}: {each.said[0]}"
        for each in april.heard
        if _is_council(each.place) and _holds(each.said[0], secrets)
    ]
    async with april.town.database.work("lindvassa") as work:
        for table in Table.metadata.sorted_tables:
            if table.name not in KNOWS_PEOPLE:
                rows = (await work.session.execute(select(table))).all()
                found += [f"{table.name}: {row}" for row in rows if _holds(_shown(row), secrets)]
        found += [words for words in await _unsealed(work) if _holds(words, secrets)]
    found += [f"{place}: {name}" for place, name, data in april.town.files_heard if _tells(data, secrets)]
    async with visiting(april.town) as visitor:
        figures = await visitor.reads("/en/lindvassa/figures.csv")
        paths = await visitor.shelf.paths()
        found += [path for path in paths if _tells(await (await visitor.asks(f"/{path}")).read(), secrets)]

    assert {name for _place, name, _data in april.town.files_heard} >= {"TR-2026-0042-1.jpg"}
    assert any(name.endswith(".zip") for _place, name, _data in april.town.files_heard)
    assert len(paths) > 10
    assert found == []
    # Counted by hand from the month's tables: the measures, each with its base and the period.
    for measure in (
        *("M1,owner named on time,21,22", "M2,answered on time,16,17", "M2,median working days,5,17"),
        *(f"M3,{owner}: open more than 30 days,0,{n}" for owner, n in WAITING.items()),
        *("M4,kept,2,4", "M4,broken,1,4", "M4,open,1,4", "M5,actions done on time,0,0", "M6,reopened,1,8"),
        *("M7,cannot be answered,1,23", "M8,CIV: present,1,1", "M8,FAST: excused,1,1", "M8,FALT: absent,1,1"),
        *("M9,came to a decision,1,2", "M11,referred to 112 or 114 14,2,25", "M12,privacy incidents,1,1"),
        "M12,removals of what was public,1,7",
    ):
        assert f"{measure},2026-03-13,2026-04-09\r\n" in figures


async def test_the_search_for_residents_finds_them_where_they_are(april: April) -> None:
    await april.play_until(MEETING)

    async with april.town.database.work("lindvassa") as work:
        rows = (await work.session.execute(select(Table.metadata.tables["rooms"]))).all()
    assert any(_holds(_shown(row), _secrets(april)) for row in rows)


def _secrets(april: April) -> set[str]:
    """Return what would tell who a resident is: Matrix ID, its first part, display name, room ID."""
    people = april.residents()
    accounts = {april.account(person) for person in people}
    chats = {f"!chat-{account}" for account in accounts}
    # And what the phone of one of them hid in the picture that she sent.
    return accounts | {person.name for person in people} | chats | {HIDDEN, NAME}


def _holds(text: str, secrets: set[str]) -> bool:
    return any(secret in text for secret in secrets)


def _tells(data: bytes, secrets: set[str]) -> bool:
    """Say whether a file holds a secret; of a parcel, whether one of the files in it does."""
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as parcel:
            return any(_holds(name, secrets) or _tells(parcel.read(name), secrets) for name in parcel.namelist())
    return _holds(data.decode("utf-8", "replace"), secrets)


def _shown(row: Iterable[object]) -> str:
    return " ".join(value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row)


def _is_council(place: str) -> bool:
    return not place.startswith("k") and place != "onlooker"


async def _unsealed(work: Work) -> list[str]:
    """Return the words of every case as they read under its key."""
    numbers = await work.session.scalars(select(CaseKeyRow.case))
    known = await work.session.scalars(select(PassageRow.case).distinct())
    passages = [await work.passages.of(number) for number in {*numbers, *known}]
    return [passage.words for each in passages for passage in each]
