"""How far we have read is written down with whatever was said, and not for our own answers coming back."""

from dataclasses import replace

import pytest

from bot import bookmark
from bot.bookmark import Bookmark
from bot.matrix.batch import Arrived, Batch, Kind

NOTHING = Batch("s2", age=7)


def _read() -> Bookmark:
    place = Bookmark()
    place.written(replace(NOTHING, next_batch="s1"))
    return place


def test_the_first_place_is_always_written_down() -> None:
    assert Bookmark().is_due(NOTHING)


def test_what_holds_nothing_is_not_written_down() -> None:
    assert not _read().is_due(NOTHING)


def test_what_was_said_is_written_down() -> None:
    said = Arrived("$e", "!r", "@anna:town", 0, Kind.MESSAGE, body="Hej")

    assert _read().is_due(replace(NOTHING, events=(said,)))


def test_new_keys_are_written_down() -> None:
    assert _read().is_due(replace(NOTHING, age=8))


def test_now_and_then_the_place_is_written_down_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookmark, "WRITTEN_AT_LEAST_EVERY_SECONDS", 0.0)

    assert _read().is_due(NOTHING)
