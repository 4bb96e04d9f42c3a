"""Nothing that the bot sends or stores joins a case to whoever raised it: R18."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select, text

from storage.database import Database
from storage.outbox import OutboxRow
from storage.schema import Table
from storage.seal import Vault
from tests.engines import with_tables
from tests.town import CHARTER, Town

RESIDENTS = 6


async def _raised(town: Town) -> list[str]:
    """Let some residents raise a case each; return the events they did it with."""
    limits = replace(town.charter.limits, concerns_an_hour_in_all=1_000)
    town.charter = replace(town.charter, limits=limits)
    return [
        await town.says(
            f"@resident{number}:town", f"!concern The lamp {number} at crossing {number} is out", event=f"$e{number}"
        )
        for number in range(RESIDENTS)
    ]


async def test_nothing_that_is_sent_or_stored_joins_cases_to_those_who_raised_them(town: Town) -> None:
    events = await _raised(town)

    async with town.database.work("lindvassa") as work:
        names = [work.vault.name("event", event) for event in events]
        people = [f"resident{number}:" for number in range(RESIDENTS)]
        rows = await work.session.execute(text("SELECT * FROM cases"))
        cases = [str(row) for row in rows]
        transactions = list(await work.session.scalars(select(OutboxRow.transaction)))

    assert len(cases) == RESIDENTS
    told = [*cases, *transactions]
    assert [each for each in told for secret in (*events, *names, *people) if secret in each.split()] == []
    assert not any(person in each for each in told for person in people)
    assert not any(name in each for each in told for name in names)


async def test_no_table_names_a_resident_in_clear_but_the_map_of_rooms(town: Town) -> None:
    await _raised(town)

    async with town.database.work("lindvassa") as work:
        tables = [table for table in Table.metadata.sorted_tables if table.name != "rooms"]
        found = {table.name: str((await work.session.execute(select(table))).all()) for table in tables}

    assert found["reporters"].count("lindvassa") == RESIDENTS
    assert [name for name, rows in found.items() if "@resident" in rows] == []


async def test_the_homeservers_log_of_transactions_says_nothing(tmp_path: Path) -> None:
    # Whoever has the log of two installations that were told the very same knows of each transaction only that it was.
    seen: list[set[str]] = []
    for secret in (b"one master secret, 32 bytes or more.", b"another master secret, 32 bytes or more"):
        file = tmp_path / f"{len(seen)}.db"
        await (await with_tables(f"sqlite:///{file}")).close()
        town = Town(Database(f"sqlite:///{file}", Vault(secret)), CHARTER)
        await town.settle_in()
        await _raised(town)
        async with town.database.work("lindvassa") as work:
            seen.append(set(await work.session.scalars(select(OutboxRow.transaction))))
        await town.database.close()

    assert len(seen[0]) == len(seen[1]) > RESIDENTS
    assert seen[0].isdisjoint(seen[1])
