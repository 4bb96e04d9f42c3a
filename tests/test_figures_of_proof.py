"""The figures of the proof say what was lost and what was doubled, and a control that finds nothing is no proof."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from proof.figures import figures_of, is_as_promised, table, verdict
from proof.judge import Verdict
from proof.play import History, Round

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

    assert verdict([*good, *found]) == "As promised; and the controls were found wanting."
    assert verdict(good).startswith("As promised; but no control was run")
    assert verdict([*good, *idle]) == verdict([*bad, *found]) == verdict(bad) == "NOT as promised."


def test_the_table_shows_each_figure_under_its_heading() -> None:
    head, plain, _encrypted = table(figures_of("a fault", history(SAID), history(SAID), must_fail=True))

    assert head.split()[:3] == ["fault", "store", "rooms"]
    assert plain.split() == ["a", "fault", "(must", "fail)", "-", "plain", "3", "2", *["0"] * 9, "0.6", "1.3"]
