"""What the public may know is composed of what is open; the figures are counted over the right span."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from council.accounting import Books, record_of
from council.action import State as ActionState
from council.attendance import Intention, Word
from council.digest import Ratio
from council.meeting import State
from council.period import measured, of_year
from council.petition import Petition
from council.stored import Stored
from tests.council.evening import APRIL, BEGAN, MARCH, MAY, NOW, ZONE, cases, stored
from tests.council.expectations import is_as_expected, told


def books() -> Books:
    return Books(
        BEGAN,
        tuple(cases().values()),
        {date(2026, 3, 3): 2, date(2025, 11, 2): 5, date(2026, 4, 9): 1, date(2026, 4, 10): 7},
        (date(2026, 4, 7), date(2026, 4, 11)),
        {"2026-04": (Intention("TRAF", Word.NO, BEGAN), Intention("BOE", Word.YES, BEGAN))},
        (date(2026, 4, 7),) * 2 + (date(2026, 4, 9),) * 5,
    )


def test_the_record_of_a_small_council_is_the_one_expected() -> None:
    assert is_as_expected("record", record_of(stored(), books(), NOW))


def test_nothing_closed_is_in_the_record() -> None:
    said = "\n".join(told(record_of(stored(), books(), NOW)))

    assert "emlig" not in said
    assert "ångrat" not in said
    assert "tillbaka" not in said


def test_a_council_that_has_not_met_has_no_figures() -> None:
    record = record_of(replace(stored(), meetings=(MAY,)), books(), NOW)

    assert (record.measures, record.years) == (None, ())


def test_a_case_that_has_been_open_for_more_than_a_year_is_still_waiting_in_the_figures() -> None:
    old = replace(cases()[8], number=10, received_at=APRIL.ends_at - timedelta(days=500))
    before, after = (
        record_of(stored(), Books(BEGAN - timedelta(days=900), tuple(found)), NOW).measures
        for found in (cases().values(), (*cases().values(), old))
    )

    assert before is not None
    assert after is not None
    assert sum(each.open for each in after.waiting) == sum(each.open for each in before.waiting) + 1
    assert sum(each.older[-1] for each in after.waiting) == sum(each.older[-1] for each in before.waiting) + 1
    # It came in before the period, and nothing else of the period counts it.
    assert after.unanswerable == before.unanswerable


def test_of_what_was_taken_back_it_is_told_how_much_was_public_in_the_period() -> None:
    # Before the period one of three was taken back already; I2 and one case go in it, the other case after it.
    early = replace(stored().shares[1], number=9, changed_at=BEGAN - timedelta(days=1))
    public = replace(stored(), shares=(*stored().shares, early))
    published = (date(2025, 1, 1),) * 3 + (date(2026, 4, 7),) * 2 + (date(2026, 4, 30),)

    found = record_of(public, replace(books(), published=published), NOW).measures

    assert found is not None
    assert found.removals == Ratio(2, 4)


def test_an_incident_counts_on_the_first_and_on_the_last_day_of_the_period_and_not_on_the_next() -> None:
    days = (BEGAN.date() - timedelta(days=1), BEGAN.date(), date(2026, 4, 9), date(2026, 4, 10))

    found = record_of(stored(), replace(books(), incidents=days), NOW).measures

    assert found is not None
    assert found.incidents == 2


def test_an_action_is_on_time_until_the_end_of_its_day_and_late_or_not_done_it_is_not() -> None:
    done = stored().actions[2]
    actions = (
        replace(done, number=1, due=date(2026, 4, 8)),
        replace(done, number=2, due=date(2026, 4, 7)),
        replace(done, number=3, due=date(2026, 4, 9), state=ActionState.ACCEPTED, done_at=None),
    )

    found = record_of(replace(stored(), actions=actions), books(), NOW).measures

    assert found is not None
    assert found.actions == Ratio(1, 3)


def test_what_the_board_has_answered_is_told_with_the_day() -> None:
    plea = Petition(1, "Belys tunneln", BEGAN, "Vi gör det.", APRIL.starts_at)

    record = record_of(replace(stored(), petitions=(plea,)), books(), NOW)

    assert [(each.id, each.made_on, each.answered_on) for each in record.pleas] == [
        ("H1", date(2025, 11, 3), date(2026, 4, 9))
    ]


def test_of_an_empty_council_there_is_nothing_to_tell() -> None:
    record = record_of(Stored(stored().charter), Books(BEGAN), NOW)

    assert (record.ahead, record.held, record.decisions, record.actions, record.matters) == ((), (), (), (), ())


def test_public_figures_are_of_the_year_before_the_last_meeting_that_was_held() -> None:
    span = measured((MARCH, APRIL, MAY), BEGAN - timedelta(days=900), NOW, ZONE)

    assert span is not None
    assert (span.until, span.last) == (APRIL.ends_at, date(2026, 4, 9))
    assert (span.since, span.first) == (APRIL.ends_at - timedelta(days=365), date(2025, 4, 9))


def test_nothing_is_counted_from_before_the_council_was_set_up() -> None:
    span = measured((APRIL,), BEGAN, NOW, ZONE)

    assert span is not None
    assert (span.since, span.first) == (BEGAN, date(2025, 11, 3))
    assert measured((APRIL,), APRIL.ends_at, NOW, ZONE) is None
    assert measured((APRIL,), BEGAN, APRIL.ends_at - timedelta(seconds=1), ZONE) is None
    assert measured((APRIL,), BEGAN, APRIL.ends_at, ZONE) is not None
    assert measured((replace(APRIL, state=State.CANCELLED),), BEGAN, NOW, ZONE) is None


def test_a_year_runs_from_new_year_to_new_year_on_the_councils_wall() -> None:
    span = of_year(2025, (), datetime(2020, 1, 1, tzinfo=UTC), NOW, ZONE)

    assert (span.since, span.until) == (datetime(2024, 12, 31, 23, tzinfo=UTC), datetime(2025, 12, 31, 23, tzinfo=UTC))
    assert (span.first, span.last) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_running_year_ends_with_its_last_meeting_and_begins_with_the_council() -> None:
    span = of_year(2026, (MARCH, APRIL, MAY), datetime(2026, 2, 1, tzinfo=UTC), NOW, ZONE)

    assert (span.since, span.until) == (datetime(2026, 2, 1, tzinfo=UTC), APRIL.ends_at)
    assert (span.first, span.last) == (date(2026, 2, 1), date(2026, 4, 9))


def test_a_year_without_a_meeting_yet_is_empty() -> None:
    span = of_year(2026, (MAY,), BEGAN, NOW, ZONE)

    assert span.since == span.until == datetime(2025, 12, 31, 23, tzinfo=UTC)
    assert span.first == span.last == date(2026, 1, 1)
