"""The journal is only added to; whatever is changed, taken out or cut off all the same is found."""

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.chain import Head
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from tests.engines import MASTER
from tests.town import ANNA, COUNCIL, NOON, POL, SECRETARY, Town

FIELDS = ("council", "step", "at", "who", "what", "subject", "note", "seal")
ENTRIES = 25


async def _written(database: Database, council: str = "lindvassa", entries: int = ENTRIES) -> Head:
    for number in range(entries):
        async with database.work(council) as work:
            await work.journal.write(NOON, "SDF", "case-assigned", f"case:{number}", "TRAF")
    async with database.work(council) as work:
        return await work.journal.head()


async def _faults(database: Database, *heads: Head) -> list[str]:
    async with database.work("lindvassa") as work:
        return await work.journal.faults(heads)


async def test_a_journal_that_nobody_touched_is_whole(database: Database) -> None:
    head = await _written(database)

    assert head.step == ENTRIES
    assert await _faults(database, head, Head(ENTRIES, head.seal[:32])) == []


async def test_a_journal_that_is_gone_as_a_whole_is_missed(database: Database) -> None:
    assert await _faults(database) == []

    async with database.work("lindvassa") as work:
        await work.councils.save({}, NOON)

    assert await _faults(database) == ["all of it is gone"]


@pytest.mark.parametrize("change", ["UPDATE journal SET who = 'POL'", "DELETE FROM journal WHERE step > 3"])
async def test_the_database_refuses_to_change_an_entry(database: Database, change: str) -> None:
    await _written(database)

    with pytest.raises(DBAPIError, match="the journal is only added to"):
        async with database.engine.begin() as connection:
            await connection.execute(text(change))


@pytest.mark.slow
async def test_each_of_a_thousand_flipped_bits_is_found(tmp_path: Path) -> None:
    path = tmp_path / "radslag.db"
    database = Database(f"sqlite:///{path}", Vault(MASTER))
    await migrate(database)
    head = await _written(database)
    dice, unseen = random.Random(7), []
    with closing(sqlite3.connect(path, isolation_level=None)) as intruder:
        for (trigger,) in intruder.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            intruder.execute(f"DROP TRIGGER {trigger}")
        rows = intruder.execute("SELECT rowid, * FROM journal").fetchall()
        for _ in range(1_000):
            row, field = dice.choice(rows), dice.choice(FIELDS)
            before = row[1 + FIELDS.index(field)]
            after = before ^ (1 << dice.randrange(16)) if isinstance(before, int) else _flipped(before, dice)
            try:
                intruder.execute(f"UPDATE journal SET {field} = ? WHERE rowid = ?", (after, row[0]))
            except sqlite3.IntegrityError:
                continue  # a place that is taken: the table itself refused
            if not await _faults(database, head):
                unseen.append((row, field, after))
            intruder.execute(f"UPDATE journal SET {field} = ? WHERE rowid = ?", (before, row[0]))
    assert await _faults(database, head) == []
    await database.close()

    assert unseen == []


def _flipped(words: str, dice: random.Random) -> str:
    raw = bytearray(words.encode())
    raw[dice.randrange(len(raw))] ^= 1 << dice.randrange(7)
    return raw.decode()


async def test_entries_cut_off_at_the_end_are_found_by_the_head_and_by_one_written_down_elsewhere(
    tmp_path: Path,
) -> None:
    database = Database(f"sqlite:///{tmp_path / 'radslag.db'}", Vault(MASTER))
    await migrate(database)
    head = await _written(database)
    async with database.work("lindvassa") as work:
        earlier = Head(20, (await work.session.scalar(text("SELECT seal FROM journal WHERE step = 20"))) or "")
    async with database.engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER journal_is_kept"))
        await connection.execute(text("DELETE FROM journal WHERE step > 20"))

    assert await _faults(database) == ["the last entries are missing: the journal ends at 20 and went on to 25"]
    # Whoever cuts the head off as well leaves a journal that is whole in itself.
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE journal_heads SET step = 20, seal = :seal"), {"seal": earlier.seal})
    assert await _faults(database) == []
    assert await _faults(database, head) == [
        "the last entries are missing: the journal ends at 20 and went on to 25",
    ]
    await database.close()


async def test_what_a_savepoint_undoes_is_not_journalled(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.journal.write(NOON, "bot", "before", "case:1")
        with suppress(ZeroDivisionError):
            async with work.savepoint():
                await work.journal.write(NOON, "bot", "undone", "case:1")
                raise ZeroDivisionError
        await work.journal.write(NOON, "bot", "after", "case:1")

    async with database.work("lindvassa") as work:
        assert [entry.what for entry in await work.journal.about("case:1")] == ["before", "after"]
    assert await _faults(database) == []


async def test_each_council_has_a_journal_of_its_own(database: Database) -> None:
    await _written(database, "lindvassa", 3)
    await _written(database, "norrvik", 2)

    async with database.work("norrvik") as work:
        assert (await work.journal.head()).step == 2
        assert await work.journal.faults() == []


async def test_the_oldest_entries_go_by_decision_and_the_rest_still_verifies(database: Database) -> None:
    head = await _written(database)
    async with database.work("lindvassa") as work:
        await work.journal.write(NOON.replace(year=2027), "SDF", "case-assigned", "case:99")

    async with database.work("lindvassa") as work:
        assert await work.journal.dispose(NOON.replace(month=12)) == ENTRIES

    assert await _faults(database, head) == []
    async with database.work("lindvassa") as work:
        assert (await work.journal.head()).step == ENTRIES + 1
        assert await work.journal.about("case:1") == []


async def test_a_refused_command_of_the_councils_is_journalled_without_naming_a_resident(town: Town) -> None:
    await town.says(ANNA, "!case assign 31 SDF", room=COUNCIL)
    await town.says(POL, "!case assign 31 SDF")
    await town.says(SECRETARY, "!case assign 999 SDF")
    await town.says(ANNA, "!status 999")

    async with town.database.work("lindvassa") as work:
        noted = await work.journal.about("command:case-assign")
        assert [(entry.who, entry.what, entry.note) for entry in noted] == [
            ("resident", "command-refused", "not-for-your-role"),
            ("POL", "command-refused", "not-for-your-role"),
            ("secretary", "command-refused", "case-unknown"),
        ]
        assert await work.journal.about("command:status") == []
        assert ANNA not in repr(noted)
