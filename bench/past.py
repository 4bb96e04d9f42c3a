"""The past of an old council, put straight into its database: cases with their promises, keys and summaries."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import insert

from council.case import Case
from council.passage import Kind
from storage.case_keys import CaseKeyRow
from storage.cases import CaseRow, ClockRow
from storage.passages import PassageRow
from storage.work import Work

THINGS = ("Två lampor är trasiga", "Buskar skymmer sikten", "Det är fullt med skräp", "Mopeder kör för fort")


def summary(number: int) -> str:
    """Return what a case is about."""
    return f"{THINGS[number % len(THINGS)]} vid port {number}, och de boende ber om besked."


async def remember(work: Work, council: str, cases: Sequence[Case], now: datetime) -> None:
    """Put cases into the database, all at once."""
    wrapped = {case.number: work.vault.new_key() for case in cases}
    rows: dict[type, list[dict[str, Any]]] = {
        CaseRow: [_columns(case) for case in cases],
        ClockRow: [
            {
                "case": case.number,
                "turn": turn,
                "started_at": clock.started_at,
                "due": clock.due,
                "answered_at": clock.answered_at,
            }
            for case in cases
            for turn, clock in enumerate(case.clocks)
        ],
        CaseKeyRow: [{"case": number, "wrapped": key} for number, key in wrapped.items()],
        PassageRow: [
            {
                "case": number,
                "kind": Kind.SUMMARY.value,
                "version": 1,
                "by": "secretary",
                "at": now,
                "sealed": work.vault.unwrap(key).seal(summary(number)),
            }
            for number, key in wrapped.items()
        ],
    }
    for table, each in rows.items():
        await work.session.execute(insert(table), [{"council": council, **row} for row in each])


def _columns(case: Case) -> dict[str, Any]:
    kept = {name: getattr(case, name) for name in CaseRow.__table__.c.keys() if name != "council"}  # noqa: SIM118
    return {name: value.value if isinstance(value, Enum) else value for name, value in kept.items()}
