"""The figures of the proof say what was lost and what was doubled, and a control that finds nothing is no proof."""

from collections import Counter
from datetime import UTC, datetime
from typing import cast

import pytest

from proof.figures import Figures, figures_of, is_as_promised, line, table, verdict
from proof.judge import Verdict
from proof.plan import Part, Plan, parts, played
from proof.play import History, Round
from proof.series import Pace, Series

SAID = Counter({("open", "12:00", "a"): 2, ("council", "12:00", "b"): 1, ("k01", "12:00", "c"): 1})


def history(said: Counter[tuple[str, str, str]], bare: int = 0) -> History:
    return History(cycles=Counter({"way": 3}), said=said, verdict=Verdict(in_clear=bare), recovered=[0.52, 0.6, 1.26])


@pytest.mark.parametrize(
    ("change", "bare", "plain", "encrypted"),
    [
        ({}, 0, (0, 0, 0), (0, 0, 0)),
        ({("open", "12:00", "a"): -1}, 0, (1, 0, 0), (0, 0, 0)),
        ({("k01", "12:00", "c"): 1}, 0, (0, 0, 0), (0, 1, 0)),
        ({("council", "12:00", "b"): -1, ("council", "12:01", "b"): 1}, 0, (0, 0, 0), (1, 1, 0)),
        ({}, 4, (0, 0, 0), (0, 0, 4)),
    ],
)
def test_lost_doubled_and_bare_posts_are_counted_where_they_belong(
    change: dict[tuple[str, str, str], int],
    bare: int,
    plain: tuple[int, int, int],
    encrypted: tuple[int, int, int],
) -> None:
    found = SAID.copy()
    found.update(change)

    figures = figures_of("a fault", history(SAID), history(found, bare))

    assert [(each.lost, each.doubled, each.in_clear) for each in figures] == [plain, encrypted]
    assert [each.acknowledged for each in figures] == [2, 2]
    assert is_as_promised(figures) is (not change and not bare)


def test_what_is_said_in_peace_is_told_for_any_number_of_its_first_rounds() -> None:
    moments = [Round(datetime(2026, 3, 24, 12, minute, tzinfo=UTC), ()) for minute in range(3)]
    after = [Counter({("open", "2026-03-24 12:00", "a"): count}) for count in (1, 2, 3)]
    whole = History(moments, said=after[-1], said_after=after)

    assert whole.first(2).first(2).said == after[1]
    assert whole.first(3).first(1).rounds == moments[:1]
    assert whole.first(0).said == after[0]


def test_what_fell_due_and_what_answered_people_are_counted_apart() -> None:
    wanted = history(Counter({("open", "2026-03-24 12:00", "a"): 1, ("open", "2026-03-24 12:01", "b"): 2}))
    wanted.rounds = [Round(datetime(2026, 3, 24, 12, 0, tzinfo=UTC), ())]
    found = history(Counter({("open", "2026-03-24 12:00", "a"): 3, ("open", "2026-03-24 12:01", "b"): 1}))

    plain, _encrypted = figures_of("a fault", wanted, found)

    assert (plain.reminders, plain.missing, plain.twice) == (1, 0, 2)
    assert (plain.acknowledged, plain.lost, plain.doubled) == (2, 1, 0)


def test_a_control_that_is_not_found_wanting_is_no_proof() -> None:
    good = figures_of("a fault", history(SAID), history(SAID))
    idle = figures_of("a control", history(SAID), history(SAID), must_fail=True)
    found = figures_of("a control", history(SAID), history(Counter()), must_fail=True)

    assert not is_as_promised([*good, *idle])
    assert is_as_promised([*good, *found])


def test_the_verdict_says_whether_controls_were_run_and_found_wanting() -> None:
    good = figures_of("a fault", history(SAID), history(SAID))
    bad = figures_of("a fault", history(SAID), history(Counter()))
    idle = figures_of("a control", history(SAID), history(SAID), must_fail=True)
    found = figures_of("a control", history(SAID), history(Counter()), must_fail=True)

    assert verdict([*good, *found]) == "As promised: 1 faults without a loss; and all of 1 controls were found wanting."
    assert verdict(good).startswith("As promised; but no control was run")
    assert verdict([*good, *idle]) == "NOT as promised: a control, - found nothing."
    assert verdict(bad) == verdict([*bad, *found]) == "NOT as promised: a fault, -."


def test_a_control_on_one_engine_does_not_stand_in_for_the_one_on_the_other() -> None:
    found = figures_of("a control", history(SAID), history(Counter()), store="SQLite", must_fail=True)
    idle = figures_of("a control", history(SAID), history(SAID), store="PostgreSQL", must_fail=True)

    assert verdict([*found, *idle]) == "NOT as promised: a control, PostgreSQL found nothing."


async def test_a_part_that_breaks_off_is_told_and_counts_against_the_proof_even_if_it_is_a_control() -> None:
    async def breaks(_series: Series, _seconds: float) -> tuple[Figures, ...]:
        raise OSError("the homeserver is gone\nand more")

    came = await played(Part("a control", "SQLite", 1, breaks, must_fail=True), cast("Series", None), 1)

    assert [line(each) for each in came] == [
        "control: a control, SQLite, -: 0 cycles, 0 answers, 0 reminders: broke off: OSError: the homeserver is gone"
    ]
    assert verdict(came) == "NOT as promised: a control, SQLite broke off."


def test_two_lanes_take_parts_from_both_ends_each_for_its_share_of_the_time() -> None:
    plan = Plan([Part("a", "-", 10, never), Part("b", "-", 30, never), Part("c", "-", 20, never)], 1, lanes=2)

    first, last, between = plan.take(last=False), plan.take(last=True), plan.take(last=False)

    assert first
    assert last
    assert between
    assert [taken[0].name for taken in (first, last, between)] == ["a", "c", "b"]
    # Of the 56 s that two lanes have, a sixth; of what has not been taken yet, two fifths; and no more than there are.
    assert [round(taken[1]) for taken in (first, last, between)] == [19, 45, 56]
    assert plan.take(last=True) is None


def test_what_there_is_no_time_for_is_left_in_the_plan() -> None:
    plan = Plan([Part("a", "-", 10, never)], minutes=0, lanes=2)

    assert plan.take(last=False) is None
    assert [part.name for part in plan.left] == ["a"]


def test_every_fault_is_followed_by_its_control_in_a_plan() -> None:
    planned = parts("", 30, has_postgres=True)

    assert [part.must_fail for part in planned] == [False, True] * (len(planned) // 2)
    assert {part.store for part in planned} >= {"SQLite", "PostgreSQL"}
    assert "PostgreSQL" not in {part.store for part in parts("", 30, has_postgres=False)}
    assert next(part.name for part in parts("clock", 30, has_postgres=False)) == "clock jumps both ways"


def test_rounds_end_with_the_time_but_the_fewest_are_played_in_any_case() -> None:
    rounds = [Round(datetime(2026, 3, 24, 12, minute, tzinfo=UTC), ()) for minute in range(5)]

    assert len(list(Pace(5).of(rounds))) == 5
    assert len(list(Pace(5, seconds=-1, fewest=3).of(rounds))) == 3


async def never(_series: Series, _seconds: float) -> tuple[Figures, ...]:
    raise AssertionError


def test_the_table_shows_each_figure_under_its_heading() -> None:
    head, plain, _encrypted = table(figures_of("a fault", history(SAID), history(SAID), must_fail=True))

    assert head.split()[:3] == ["fault", "store", "rooms"]
    assert plain.split() == ["a", "fault", "(must", "fail)", "-", "plain", "3", "2", *["0"] * 9, "0.6", "1.3"]
