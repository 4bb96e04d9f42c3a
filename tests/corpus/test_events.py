"""Events with every field missing, of the wrong kind and too large: each means what it should, or nothing."""

from typing import Any

import pytest

from bot.matrix.batch import Kind
from bot.matrix.events import Deed, deed, envelope
from tests.corpus import cases


def meant(event: object) -> Deed | None:
    """Return what an event does, if it has a proper envelope."""
    found = envelope(event)
    return deed(found.type, found.content, found.raw) if found else None


@pytest.mark.parametrize("case", cases("events"))
def test_an_event_means_what_it_should_or_nothing(case: dict[str, Any]) -> None:
    expected = case["expected"]
    wanted = expected and Deed(**{**expected, "kind": Kind(expected["kind"]), "choices": tuple(expected["choices"])})

    assert meant(case["input"]) == wanted
