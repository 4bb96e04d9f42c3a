"""Answers to a sync, broken in every part: what is proper in them is read, the rest is nothing, and none raises."""

from typing import Any

import pytest

from bot.matrix.http import NoAnswer
from bot.matrix.reading import Response, read
from tests.corpus import cases


def summary(answer: Response) -> dict[str, Any]:
    """Return how much of each kind an answer holds."""
    return {
        "joined": {
            room: [len(each.state), len(each.timeline), each.limited, each.prev_batch]
            for room, each in answer.joined.items()
        },
        "invited": {room: len(events) for room, events in answer.invited.items()},
        "left": list(answer.left),
        "to_device": len(answer.to_device),
        "changed": list(answer.changed),
        "gone": list(answer.gone),
        "keys": answer.one_time_keys,
        "fallbacks": None if answer.unused_fallbacks is None else sorted(answer.unused_fallbacks),
    }


@pytest.mark.parametrize("case", cases("sync"))
def test_what_is_proper_in_an_answer_is_read_and_the_rest_is_nothing(case: dict[str, Any]) -> None:
    if case["expected"] == "no answer":
        with pytest.raises(NoAnswer):
            read(case["input"])
    else:
        assert summary(read(case["input"])) == case["expected"]
