"""What a decision on disposal names is destroyed, only that, and no file holds a byte of it afterwards."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.cleaning import Cleaner
from bot.duties import Duties
from bot.sets.keyring import Keyring
from bot.sets.opening import open_set
from council.charter import Charter, Limits, Retention
from council.passage import RESIDENT, Kind
from council.share import State as ShareState
from council.steps import State
from storage.case_keys import CaseKeyRow
from storage.chain import moment
from storage.journal import JournalRow
from storage.migrate import _back_up
from storage.reporters import Raising
from storage.shares import ShareRow
from tests.site import VAULT, Site
from tests.town import ANNA, CHARTER, COUNCIL, REGISTRAR, SECRETARIAT, SECRETARY, SKOL, Town

CANARIES = 200
DECISION = Retention(730, "SDN 2026-17 § 4")
CHARTER_OF_DISPOSAL = replace(
    CHARTER, retention={"identity": Retention(90, "SDN 2026-17 § 4"), "case_text": DECISION}, limits=Limits()
)


def canary(number: int) -> str:
    return f"kanariefågel-{number:04d}-sjunger"


def holding(folder: Path, *needles: bytes) -> Iterator[tuple[Path, bytes]]:
    """Yield each file below a folder that holds one of some bytes."""
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            yield from ((file, needle) for needle in needles if needle in content)


async def settled(town: Town, numbers: range) -> None:
    """Let cases be raised, answered and closed."""
    async with town.database.work("lindvassa") as work:
        [model] = await work.cases.all([31])
        for number in numbers:
            now = town.clock.now()
            case = replace(model, number=number, state=State.CLOSED, since=now, closed_at=now)
            await work.cases.save(case)
            await work.reporters.link(number, f"@{canary(number)}:town", Raising(now))
            for kind in (Kind.TELLING, Kind.ANSWER, Kind.SUMMARY):
                await work.passages.add(number, kind, f"{canary(number)} {kind.value}", RESIDENT, now)


async def wrapped_keys(site: Site, numbers: range) -> list[bytes]:
    async with site.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(CaseKeyRow.wrapped).where(CaseKeyRow.case.in_(numbers)))
        return list(rows)


def duties(site: Site, charter: Charter) -> Duties:
    return Duties(site.database, charter, site.town.clock, Cleaner(site.settings, site.database))


@pytest.mark.slow
@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_of_two_hundred_canaries_no_file_holds_a_byte(site: Site) -> None:
    numbers = range(100, 100 + CANARIES)
    await settled(site.town, numbers)
    keys = await wrapped_keys(site, numbers)
    made = await site.make()
    assert await site.database.truncate_log()
    assert site.settings.database_file
    _back_up(site.settings.database_file, site.data / "backups", "0001")
    # The search has teeth: before, every key is found, in the database and in the copy from before an upgrade.
    assert len({file for file, _ in holding(site.folder, *keys)}) == 2
    old_keyring = site.keyring(made)

    site.town.clock.time += timedelta(days=731)
    await duties(site, CHARTER_OF_DISPOSAL).tick()

    needles = [*keys, *(key.hex().encode() for key in keys), *(canary(number).encode() for number in numbers)]
    assert list(holding(site.folder, *needles)) == []
    assert len(old_keyring.cases) == CANARIES + 1
    assert [case for _, case, _ in Keyring.read(made.keyring, None, VAULT).cases] == [31]
    opened = await site.verify(made)
    assert (opened.cases, opened.unreadable) == (CANARIES + 1, CANARIES)
    async with site.database.work("lindvassa") as work:
        assert [(each.kind, each.count) for each in await work.disposals.all()] == [
            ("identity", CANARIES),
            ("case_text", CANARIES),
        ]
        assert all(each.cleaned_at for each in await work.disposals.all())
        assert len(await work.cases.all()) == CANARIES + 1
        assert await work.journal.faults() == []
        noted = await work.journal.about("retention:case_text")
    assert [entry.note for entry in noted] == [f"{CANARIES} SDN 2026-17 § 4"]


@pytest.mark.slow
@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_while_somebody_reads_the_log_is_not_clean_and_it_is_tried_again(site: Site) -> None:
    await settled(site.town, range(100, 105))
    keys = await wrapped_keys(site, range(100, 105))
    assert site.settings.database_file
    site.town.clock.time += timedelta(days=731)
    keeper = duties(site, CHARTER_OF_DISPOSAL)
    with closing(sqlite3.connect(site.settings.database_file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cases").fetchone()

        await keeper.tick()

        assert list(holding(site.data, *keys)) != []
        async with site.database.work("lindvassa") as work:
            assert await work.disposals.uncleaned() == 2

    site.town.clock.time += timedelta(hours=2)
    await keeper.tick()

    assert list(holding(site.data, *keys)) == []
    async with site.database.work("lindvassa") as work:
        assert await work.disposals.uncleaned() == 0


async def test_on_either_engine_nothing_opens_the_words_any_more(site: Site) -> None:
    await settled(site.town, range(100, 103))
    made = await site.make()
    site.town.clock.time += timedelta(days=731)

    await duties(site, CHARTER_OF_DISPOSAL).tick()

    async with site.database.work("lindvassa") as work:
        assert await work.passages.of(100) == []
        assert await work.reporters.of(100) == []
    assert await wrapped_keys(site, range(100, 103)) == []
    folder = site.folder / "there"
    folder.mkdir()
    assert (await open_set(made.file, site.keyring(made), folder, VAULT)).unreadable == 3


async def test_without_a_decision_nothing_is_destroyed(town: Town) -> None:
    await town.says(ANNA, "!concern Three lamps are out")
    await settled(town, range(100, 102))
    town.clock.time += timedelta(days=4000)
    for retention in ({}, {"case_text": Retention(730, None)}, {"case_text": Retention(None, "SDN 2026-17 § 4")}):
        charter = replace(CHARTER, retention=retention)

        await Duties(town.database, charter, town.clock).tick()

        async with town.database.work("lindvassa") as work:
            assert len(await work.passages.of(100)) == 3
            assert await work.disposals.all() == []


async def test_the_registrar_looks_first_and_then_destroys(town: Town) -> None:
    town.charter = CHARTER_OF_DISPOSAL
    await town.says(ANNA, "!concern Three lamps are out")
    await settled(town, range(100, 103))
    town.clock.time += timedelta(days=100)
    await town.hears()

    await town.says(REGISTRAR, "!retention preview", room=SECRETARIAT)
    [(_, shown)] = await town.hears()
    await town.says(REGISTRAR, "!retention apply", room=SECRETARIAT)
    [(_, done)] = await town.hears()

    assert "- who raised a case, older than Friday 3 April 2026: 3 (decision SDN 2026-17 § 4)" in shown
    assert "- the words of cases, older than" in shown
    assert (
        "Kept, because no decision with a number of days is in the settings: shared information and the journal"
        in shown
    )
    assert done.startswith("Destroyed:")
    async with town.database.work("lindvassa") as work:
        assert await work.reporters.count(100) == 0
        assert len(await work.passages.of(100)) == 3


@pytest.mark.parametrize("sender", [SKOL, SECRETARY, ANNA])
async def test_nobody_else_may_destroy_and_only_the_secretary_may_look(town: Town, sender: str) -> None:
    town.charter = CHARTER_OF_DISPOSAL
    await town.says(ANNA, "!concern Three lamps are out")
    await settled(town, range(100, 103))
    town.clock.time += timedelta(days=100)
    await town.hears()

    await town.says(sender, "!retention apply", room=SECRETARIAT)
    [(_, refused)] = await town.hears()
    await town.says(sender, "!retention preview", room=SECRETARIAT)
    [(_, shown)] = await town.hears()

    assert refused == "Only the registrar can do that."
    assert ("may be destroyed now" in shown) is (sender == SECRETARY)
    async with town.database.work("lindvassa") as work:
        assert await work.reporters.count(100) == 1


async def test_who_raised_a_duplicate_is_kept_while_the_other_case_goes_on(town: Town) -> None:
    await town.says(ANNA, "!concern Three lamps are out")
    await settled(town, range(100, 101))
    async with town.database.work("lindvassa") as work:
        [case] = await work.cases.all([100])
        await work.cases.save(replace(case, state=State.DUPLICATE, same_as=31))
    town.clock.time += timedelta(days=100)

    await Duties(town.database, CHARTER_OF_DISPOSAL, town.clock).tick()

    async with town.database.work("lindvassa") as work:
        assert await work.reporters.count(100) == 1


async def test_erasing_at_ones_wish_is_noted_without_a_name(town: Town) -> None:
    town.charter = CHARTER_OF_DISPOSAL
    await town.says(ANNA, "!concern Three lamps are out")

    await town.says(ANNA, "!erase")
    await Duties(town.database, town.charter, town.clock).tick()

    async with town.database.work("lindvassa") as work:
        [disposal] = await work.disposals.all()
        assert (disposal.kind, disposal.count, disposal.reference) == ("identity", 1, "wish")
        assert disposal.cleaned_at is not None


async def test_old_shares_lose_their_words_and_old_entries_leave_a_journal_that_still_holds(town: Town) -> None:
    kept_a_year = Retention(365, "SDN 2026-18 § 2")
    town.charter = replace(CHARTER, retention={"shared": kept_a_year, "journal": kept_a_year}, limits=Limits())
    await town.says(SECRETARY, "!share council Fjorton snatterier", room=COUNCIL)
    town.clock.time += timedelta(days=100)
    await town.says(SECRETARY, "!share council Tretton snatterier", room=COUNCIL)
    town.clock.time += timedelta(days=300)
    await town.hears()

    await town.says(REGISTRAR, "!retention apply", room=SECRETARIAT)
    [(_, done)] = await town.hears()
    await town.says(REGISTRAR, "!retention preview", room=SECRETARIAT)
    [(_, shown)] = await town.hears()

    assert "- shared information" in done
    assert "- the journal" in done
    assert ": 0 (decision SDN 2026-18 § 2)" in shown
    async with town.database.work("lindvassa") as work:
        shares = [await work.shares.get(number) for number in (1, 2)]
        assert [(each.text, each.state) for each in shares] == [
            ("", ShareState.WITHDRAWN),
            ("Tretton snatterier", ShareState.PUBLISHED),
        ]
        assert {each.kind for each in await work.disposals.all()} == {"shared", "journal"}
        assert await work.journal.faults() == []
        rows = await work.session.execute(select(ShareRow.__table__).where(ShareRow.number == 1))
        assert "snatterier" not in str(rows.all()).casefold()
        oldest = await work.session.scalar(select(func.min(JournalRow.at)))
        assert oldest is not None
        assert oldest >= moment(town.clock.now() - timedelta(days=365))


async def test_words_that_were_left_to_be_searched_by_are_destroyed_too(town: Town) -> None:
    town.charter = replace(CHARTER, retention={"shared": Retention(365, "SDN 2026-18 § 2")}, limits=Limits())
    await town.says(SECRETARY, "!share council Fjorton snatterier", room=COUNCIL)
    async with town.database.work("lindvassa") as work:
        await work.session.execute(update(ShareRow).values(text="", state=ShareState.WITHDRAWN.value))
    town.clock.time += timedelta(days=400)

    await town.says(REGISTRAR, "!retention apply", room=SECRETARIAT)

    async with town.database.work("lindvassa") as work:
        assert (await work.session.scalars(select(ShareRow.folded))).all() == [""]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_copy_from_before_a_table_was_made_is_cleaned_of_what_it_has(site: Site) -> None:
    await settled(site.town, range(100, 101))
    (site.data / "backups").mkdir(exist_ok=True)
    old = site.data / "backups" / "radslag-before-0001.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE TABLE case_keys (council TEXT, case_number INTEGER, wrapped BLOB)")
        connection.execute("INSERT INTO case_keys VALUES ('lindvassa', 100, 'a key of then')")
        connection.commit()

    site.town.clock.time += timedelta(days=731)
    await duties(site, CHARTER_OF_DISPOSAL).tick()

    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT * FROM case_keys").fetchall() == []
