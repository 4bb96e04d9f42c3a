"""The monthly picture is counted right, and small numbers do not betray anybody in public."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.digest import Ratio, Shown, digest, few_hidden, in_public, most_first, summary
from council.share import Share
from council.steps import State
from council.text import Sharing
from tests.council.month import ZONE, cases, moment

EVE = moment("04-08T09:00")
MEETING = moment("04-09T18:00")


def test_the_digest_at_the_meeting_is_the_one_expected() -> None:
    figures = digest(cases(MEETING), referred=2, now=MEETING, zone=ZONE)

    assert (figures.contacts, figures.registered, figures.referred) == (25, 23, 2)
    assert figures.states == {
        State.IN_PROGRESS: 9,
        State.CLOSED: 5,
        State.TRIAGED: 4,
        State.REOPENED: 1,
        State.DUPLICATE: 1,
        State.CANNOT_ANSWER: 1,
        State.RESOLVED: 1,
        State.RECEIVED: 1,
    }
    assert (figures.triaged, figures.not_due) == (Ratio(21, 22), 1)
    assert (figures.answered, figures.answered.percent, figures.answered_workdays) == (Ratio(16, 17), 94, 5)
    assert (figures.unanswered, figures.overdue) == (5, ())
    assert figures.owners == {"POL": 7, "SDF": 6, "TRAF": 5, "FALT": 2, "BOST": 2, "SKOL": 1}
    assert figures.languages == {"sv": 19, "en": 2, "fi": 1, "ar": 1}


def test_the_digest_of_the_day_before_is_the_one_expected() -> None:
    figures = digest(cases(EVE), referred=2, now=EVE, zone=ZONE)

    assert (figures.contacts, figures.registered, figures.referred) == (24, 22, 2)
    assert {state: figures.states[state] for state in list(figures.states)[:4]} == {
        State.IN_PROGRESS: 8,
        State.TRIAGED: 5,
        State.CLOSED: 3,
        State.RECEIVED: 2,
    }
    assert figures.triaged == Ratio(19, 20)
    assert (figures.answered, figures.answered_workdays) == (Ratio(14, 14), 4)
    assert (figures.unanswered, figures.overdue) == (7, (41,))


def test_a_digest_of_nothing_divides_by_nothing() -> None:
    figures = digest([], referred=0, now=MEETING, zone=ZONE)

    assert (figures.contacts, figures.answered.percent, figures.answered_workdays) == (0, 0, None)


def test_in_public_small_counts_are_few_and_official_measures_exact() -> None:
    shown = in_public(digest(cases(MEETING), referred=2, now=MEETING, zone=ZONE))

    assert (shown.contacts, shown.registered, shown.referred) == (25, 23, 2)
    assert shown.languages == {"sv": 19, "en": Shown.FEW, "fi": Shown.FEW, "ar": Shown.FEW}
    assert shown.states[State.IN_PROGRESS] == 9
    assert shown.states[State.TRIAGED] is Shown.FEW
    assert (shown.triaged, shown.answered) == (Ratio(21, 22), Ratio(16, 17))


def test_in_public_a_handful_of_cases_are_few() -> None:
    shown = in_public(digest(cases(moment("03-15")), referred=0, now=moment("03-15"), zone=ZONE))

    assert (shown.contacts, shown.registered) == (Shown.FEW, Shown.FEW)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"sv": 19, "en": 2}, {"sv": Shown.HELD, "en": Shown.FEW}),
        ({"sv": 9, "fi": 8, "en": 2}, {"sv": 9, "fi": Shown.HELD, "en": Shown.FEW}),
        ({"sv": 9, "en": 1, "fi": 1}, {"sv": Shown.HELD, "en": Shown.FEW, "fi": Shown.FEW}),
        ({"sv": 5, "en": 1}, {}),
        ({"en": 1, "fi": 1, "ar": 1, "so": 1, "ti": 1}, {}),
        ({"sv": 5, "en": 7}, {"sv": 5, "en": 7}),
        ({}, {}),
    ],
)
def test_a_sum_does_not_give_a_small_count_away(counts: dict[str, int], shown: dict[str, int | Shown]) -> None:
    assert few_hidden(counts) == shown


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 12), max_size=4))
def test_no_small_count_can_be_worked_out(counts: dict[str, int]) -> None:
    shown = few_hidden(counts)

    for key, mark in shown.items():
        assert mark == counts[key] or (mark is Shown.FEW) == (counts[key] < 5)
    hidden = {key: mark for key, mark in shown.items() if isinstance(mark, Shown)}
    unknown = sum(counts[key] for key in hidden)
    choices = [range(1, 5) if mark is Shown.FEW else range(5, unknown + 1) for mark in hidden.values()]
    possible = [choice for choice in product(*choices) if sum(choice) == unknown]
    for place, mark in enumerate(hidden.values()):
        if mark is Shown.FEW:
            assert len({choice[place] for choice in possible}) > 1


@given(st.integers(0, 500), st.integers(1, 500))
def test_per_cent_lie_between_none_and_all(part: int, more: int) -> None:
    ratio = Ratio(part, part + more)

    assert 0 <= ratio.percent <= 100
    assert abs(ratio.percent - 100 * part / (part + more)) <= 0.5


def shared(number: int, organisation: str, sharing: Sharing, day: str) -> Share:
    return Share(number, moment(day), f"@{organisation.lower()}:x", organisation, sharing, f"Text {number}")


def test_the_summary_counts_what_was_shared_openly_by_organisation() -> None:
    shares = [
        shared(1, "POL", Sharing.OPEN, "03-16"),
        shared(2, "SDF", Sharing.OPEN, "03-18"),
        shared(3, "BOST", Sharing.OPEN, "03-20"),
        shared(4, "FTG", Sharing.COUNCIL, "03-24"),
        shared(5, "POL", Sharing.OPEN, "04-01"),
        shared(6, "RTJ", Sharing.OPEN, "04-02"),
        shared(7, "SKOL", Sharing.OPEN, "04-07").withdraw(EVE),
        shared(8, "FALT", Sharing.COUNCIL, "04-07"),
        shared(9, "POL", Sharing.COUNCIL, "04-08"),
        shared(10, "SL", Sharing.OPEN, "04-08"),
    ]

    public = summary(shares)
    council = summary(shares, (Sharing.OPEN, Sharing.COUNCIL))

    assert list(public.organisations.items()) == [("POL", 2), ("SDF", 1), ("BOST", 1), ("RTJ", 1), ("SL", 1)]
    assert [share.id for share in public.shares] == ["I1", "I2", "I3", "I5", "I6", "I10"]
    assert len(council.shares) == 9


def test_most_first_keeps_the_order_of_equals() -> None:
    assert list(most_first("abcbb")) == ["b", "a", "c"]


def test_a_day_is_over_when_the_day_is_over_where_the_council_sits() -> None:
    late = datetime(2026, 4, 7, 22, 30, tzinfo=UTC)

    assert late.astimezone(ZONE).date() == date(2026, 4, 8)
    assert digest(cases(late), 0, late, ZONE).overdue == (41,)
    assert digest(cases(late - timedelta(hours=1)), 0, late - timedelta(hours=1), ZONE).overdue == ()
