"""Two councils live through weeks or a year, with outages, and every figure is what a ledger by hand says."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bench.council_year import COUNCILS
from bench.ledger import Ledger
from bench.year import live

FIGURES = 9
CHRISTMAS = datetime(2026, 12, 23, 9, tzinfo=UTC)


@pytest.mark.slow
async def test_two_weeks_of_two_councils_come_to_what_the_ledger_says(tmp_path: Path) -> None:
    year = await live(tmp_path, weeks=2, a_day=1)

    assert year.compared == FIGURES * len(COUNCILS)
    assert all(len(house.ledger.told) > 5 for house in year.houses)


@pytest.mark.soak
@pytest.mark.timeout(7200)
async def test_a_year_of_two_councils_comes_to_what_the_ledger_says_in_flat_memory(tmp_path: Path) -> None:
    year = await live(tmp_path, weeks=52, a_day=3)

    after_a_quarter, at_the_end = year.weighed[3][1], year.weighed[-1][1]
    assert year.compared > 12 * FIGURES * len(COUNCILS)
    assert at_the_end < 1.1 * after_a_quarter


def test_the_ledger_counts_days_of_work_by_the_calendar_of_the_law() -> None:
    ledger = Ledger(31)
    told = ledger.hear(CHRISTMAS, "SDF")
    told.sorted_at = datetime(2026, 12, 29, 9, tzinfo=UTC)
    told.answered_at = datetime(2027, 1, 12, 9, tzinfo=UTC)
    late = ledger.hear(CHRISTMAS, "TRAF")

    figures = ledger.figures(date(2026, 12, 1), date(2026, 12, 31), datetime(2027, 1, 13, 9, tzinfo=UTC))

    assert figures == {
        "registered": 2,
        "referred": 0,
        "triaged": (1, 2),
        "not_due": 0,
        "answered": (1, 1),
        "answered_workdays": 9,
        "unanswered": 1,
        "overdue": (),
        "owners": {"SDF": 1, "TRAF": 1},
    }
    assert ledger.figures(date(2026, 12, 1), date(2026, 12, 31), datetime(2027, 1, 14, 9, tzinfo=UTC))["overdue"] == (
        late.number,
    )
