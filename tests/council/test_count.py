"""Counts that were kept add up to what counting every case gives, and both to what is counted by hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from council.accounting import Books, record_of, spans
from council.calendar import day_of, working_days_between
from council.case import Case
from council.concern import Category
from council.count import Count, Span, basis, count, gaps, likely_owner, months_within
from council.digest import Ratio, digest
from council.steps import OPEN, Channel, Reason, State
from council.terms import Clock
from tests.council.evening import APRIL, NOW, ZONE, stored

SINCE = datetime(2024, 11, 20, 8, tzinfo=UTC)
MINUTES = int((NOW - SINCE) / timedelta(minutes=1))
TAKEN_UP = 31
"""The case that an item of the evening's agenda comes from."""
MEETINGS = (replace(APRIL, number="2024-12", day=date(2024, 12, 12)), APRIL)


@st.composite
def some_case(draw: st.DrawFn, number: int) -> Case:
    """Return any case whatsoever, near a midnight or the turn of a month as likely as not."""
    near = st.sampled_from([datetime(2025, month, 1, tzinfo=UTC) for month in range(1, 13)])
    close = st.builds(lambda at, hours: at + timedelta(hours=hours), near, st.integers(-4, 4))
    anywhere = st.integers(0, MINUTES).map(lambda minutes: SINCE + timedelta(minutes=minutes))
    received = draw(close | anywhere)
    later = st.none() | st.integers(0, 20 * 24).map(lambda hours: received + timedelta(hours=hours))
    due = day_of(received, ZONE) + timedelta(days=draw(st.integers(1, 14)))
    clocks = tuple(Clock(received, due, draw(later)) for _ in range(draw(st.integers(1, 2))))
    return Case(
        number, received.year, received, day_of(received, ZONE) + timedelta(days=2), clocks, received,
        draw(st.sampled_from(State)), draw(st.sampled_from(Category)), None, draw(st.sampled_from(["sv", "en", "fi"])),
        draw(st.sampled_from(Channel)), draw(st.sampled_from([None, "POL", "SDF"])), draw(later),
        reason=draw(st.none() | st.sampled_from(Reason)), business=draw(st.booleans()),
    )  # fmt: skip


some_cases = st.integers(0, 12).flatmap(lambda size: st.tuples(*(some_case(number) for number in range(24, 24 + size))))


def kept_of(cases: tuple[Case, ...]) -> dict[Span, Count]:
    """Return the counts of the months in which no case is open."""
    months = months_within(SINCE - timedelta(days=31), NOW, ZONE)
    of = {month: [case for case in cases if month[0] <= case.received_at < month[1]] for month in months}
    return {month: count(each, ZONE) for month, each in of.items() if not any(case.is_open for case in each)}


@settings(max_examples=25)
@given(some_cases, st.data())
def test_figures_from_kept_months_are_those_of_counting_every_case(
    cases: tuple[Case, ...], data: st.DataObject
) -> None:
    everything = replace(stored(), meetings=MEETINGS)
    months = kept_of(cases)
    kept = {month: months[month] for month in data.draw(st.lists(st.sampled_from(sorted(months)), unique=True))}
    left = [gap for each in spans(MEETINGS, SINCE, NOW, ZONE) for gap in gaps(each.since, each.until, kept)]
    single = [case for case in cases if case.is_open or case.number == TAKEN_UP or _is_in(left, case)]

    recounted = record_of(everything, Books(SINCE, cases), NOW)
    summed = record_of(everything, Books(SINCE, tuple(single), kept=kept), NOW)

    assert recounted.measures is not None
    # Their order counts too.
    assert repr(summed.measures) == repr(recounted.measures)
    assert repr(summed.years) == repr(recounted.years)


@settings(max_examples=50)
@given(some_cases)
def test_a_digest_is_what_counting_by_hand_gives(cases: tuple[Case, ...]) -> None:
    found, today = digest(cases, 3, NOW, ZONE), day_of(NOW, ZONE)
    still_open = [case for case in cases if case.state in OPEN]
    settled = [case for case in cases if case.triaged_at]
    late = [case for case in still_open if not case.triaged_at and case.triage_due < today]
    answered = [(case, case.clocks[0]) for case in cases if case.state is not State.DUPLICATE]
    days = [(case, clock, clock.answered_at) for case, clock in answered if clock.answered_at]
    took = [working_days_between(day_of(case.received_at, ZONE), day_of(at, ZONE)) for case, _clock, at in days]

    assert (found.registered, found.contacts) == (len(cases), len(cases) + 3)
    on_time = [case for case in settled if case.triaged_at and day_of(case.triaged_at, ZONE) <= case.triage_due]
    assert found.triaged == Ratio(len(on_time), len(settled) + len(late))
    assert found.not_due == len([case for case in still_open if not case.triaged_at]) - len(late)
    assert found.answered == Ratio(sum(day_of(at, ZONE) <= clock.due for _case, clock, at in days), len(days))
    assert found.answered_workdays == (median(took) if took else None)
    unanswered = [case for case in still_open if not case.clocks[0].answered_at]
    assert found.unanswered == len(unanswered)
    assert found.overdue == tuple(case.number for case in unanswered if case.clocks[0].due < today)
    assert found.businesses == len([case for case in cases if case.business])
    # In their order too: the most frequent first, among equals the one met first.
    assert list(found.states.items()) == Counter(case.state for case in cases).most_common()
    assert list(found.owners.items()) == Counter(map(likely_owner, cases)).most_common()
    assert list(found.languages.items()) == Counter(case.language for case in cases).most_common()


@given(st.integers(0, MINUTES), st.integers(0, MINUTES), st.sets(st.integers(0, 16)))
def test_what_is_kept_and_the_gaps_between_make_up_the_whole_span(one: int, other: int, some: set[int]) -> None:
    since, until = (SINCE + timedelta(minutes=each) for each in sorted((one, other)))
    months = months_within(SINCE, NOW, ZONE)
    kept = [month for number, month in enumerate(months) if number in some]
    inside = [month for month in kept if since <= month[0] and month[1] <= until]

    pieces = sorted([*inside, *gaps(since, until, kept)])

    assert [begins for begins, _ends in pieces] == [since, *(ends for _begins, ends in pieces)][: len(pieces)]
    assert not pieces or pieces[-1][1] == until


def test_counts_of_another_zone_do_not_add_up() -> None:
    assert basis(ZONE) == basis(ZONE)
    assert "Europe/Stockholm" in basis(ZONE)


def _is_in(some: Iterable[Span], case: Case) -> bool:
    return any(since <= case.received_at < until for since, until in some)
