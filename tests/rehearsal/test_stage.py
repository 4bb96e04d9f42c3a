"""The played time: it stands still until it is moved, and remembers what was played when."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rehearsal.stage import Follower, StageClock

OPENING = datetime(2026, 3, 13, 6, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)


def real_ms() -> int:
    return time.time_ns() // 1_000_000


def next_ms() -> int:
    """Wait for the next millisecond: a homeserver cannot answer in less."""
    now = real_ms()
    while real_ms() <= now:
        pass
    return real_ms()


def test_the_played_time_stands_still() -> None:
    clock = StageClock(OPENING)

    next_ms()

    assert clock.now() == OPENING


def test_an_event_has_the_time_that_was_played_when_the_homeserver_took_it() -> None:
    clock = StageClock(OPENING)
    first = next_ms()
    next_ms()
    clock.move_to(NOON)
    second = real_ms()

    assert clock.at(first) == OPENING
    assert clock.at(second) == NOON


def test_an_event_from_before_the_play_lies_as_far_before_it_as_it_did() -> None:
    clock = StageClock(OPENING)

    assert clock.at(real_ms() - 60_000) < OPENING - timedelta(seconds=59)


def test_what_has_been_played_is_not_played_again() -> None:
    clock = StageClock(OPENING)
    clock.move_to(NOON)

    with pytest.raises(ValueError, match="played already"):
        clock.move_to(OPENING)


def test_the_time_passes_once_it_runs() -> None:
    clock = StageClock(OPENING)
    clock.run()
    first = clock.now()
    next_ms()

    assert clock.runs
    assert clock.now() > first >= OPENING


def test_another_process_reads_the_same_time_from_the_file(tmp_path: Path) -> None:
    clock = StageClock(OPENING, tmp_path / "clock.json")
    follower = Follower(tmp_path / "clock.json")
    follower.moved()
    event = next_ms()
    next_ms()

    clock.move_to(NOON)

    assert follower.moved()
    assert not follower.moved()
    assert follower.now() == NOON
    assert follower.at(event) == OPENING
