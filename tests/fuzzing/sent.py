"""What a homeserver sends: events, and answers to a sync."""

from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.events import deed, envelope
from bot.matrix.http import NoAnswer
from bot.matrix.reading import read
from tests.fuzzing.typed import ANY

_KEYS = ("event_id", "sender", "type", "content", "body", "msgtype", "m.relates_to", "rel_type", "key", "events")
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS) | ANY, inner, max_size=5),
)


@given(JSON)
def events(value: object) -> None:
    """An event means something or nothing."""
    found = envelope(value)
    if found:
        deed(found.type, found.content, found.raw)


@given(st.dictionaries(st.sampled_from(["next_batch", "rooms", "to_device", "device_lists"]) | ANY, JSON))
def syncs(answer: dict[str, Any]) -> None:
    """An answer to a sync is read, or it is none."""
    with suppress(NoAnswer):
        read(answer)
