"""A sync response, taken apart. Whatever in it is not what it should be is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix.events import VOTES, Envelope, envelope
from bot.matrix.http import NoAnswer

AT_ONCE = 40
"""Events of one room in one response; what is more is fetched (history.py)."""

DEEDS = ["m.room.message", "m.room.encrypted", "m.room.redaction", "m.reaction", "m.sticker", *VOTES]
STATE = ["m.room.create", "m.room.encryption", "m.room.history_visibility", "m.room.member", "m.room.tombstone"]


@dataclass(frozen=True)
class Joined:
    """What happened in a room that we are in.

    Args:
        state: what its state became before the timeline starts.
        limited: whether more happened than the timeline holds.
        prev_batch: where to read on, backwards.
    """

    state: tuple[Envelope, ...]
    timeline: tuple[Envelope, ...]
    limited: bool = False
    prev_batch: str | None = None


@dataclass(frozen=True)
class Response:
    """A sync response.

    Args:
        invited: room -> the events that are shown to who is invited.
        left: room -> the last that we saw of it.
        to_device: messages for our device, as they came.
        changed: whose devices changed.
        gone: with whom we share no encrypted room any more.
        one_time_keys: how many of ours are left, if it was said.
        unused_fallbacks: kinds of fallback keys of ours that are unused, if it was said.
    """

    next_batch: str
    joined: Mapping[str, Joined]
    invited: Mapping[str, tuple[Mapping[str, Any], ...]]
    left: Mapping[str, Joined]
    to_device: tuple[object, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    one_time_keys: int | None
    unused_fallbacks: frozenset[str] | None


def sync_filter(own: str) -> dict[str, Any]:
    """Return what to ask of a sync: only what is used, and nothing that we did ourselves."""
    nothing: dict[str, Any] = {"types": []}
    return {
        "presence": nothing,
        "account_data": nothing,
        "room": {
            "ephemeral": nothing,
            "account_data": nothing,
            "state": {"types": STATE, "lazy_load_members": True},
            "timeline": {
                "types": [*DEEDS, *STATE],
                "not_senders": [own],
                "limit": AT_ONCE,
                "lazy_load_members": True,
            },
        },
    }


def read(answer: Mapping[str, Any]) -> Response:
    """Take a sync response apart.

    Raises:
        NoAnswer: it does not even say where to go on.
    """
    token = answer.get("next_batch")
    if not isinstance(token, str) or not token:
        raise NoAnswer("sync without next_batch")
    rooms = a_mapping(answer.get("rooms"))
    devices = a_mapping(answer.get("device_lists"))
    return Response(
        next_batch=token,
        joined={room: _joined(a_mapping(each)) for room, each in a_mapping(rooms.get("join")).items()},
        invited={room: _stripped(a_mapping(each)) for room, each in a_mapping(rooms.get("invite")).items()},
        left={room: _joined(a_mapping(each)) for room, each in a_mapping(rooms.get("leave")).items()},
        to_device=tuple(a_list(a_mapping(answer.get("to_device")).get("events"))),
        changed=_strings(devices.get("changed")),
        gone=_strings(devices.get("left")),
        one_time_keys=_one_time_keys(answer.get("device_one_time_keys_count")),
        unused_fallbacks=_fallbacks(answer.get("device_unused_fallback_key_types")),
    )


def envelopes(events: object) -> tuple[Envelope, ...]:
    """Return the proper events of what should be a list of them."""
    return tuple(each for each in map(envelope, a_list(events)) if each is not None)


def a_mapping(value: object) -> Mapping[str, Any]:
    """Return what should be an object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def a_list(value: object) -> list[Any]:
    """Return what should be a list, or an empty one."""
    return value if isinstance(value, list) else []


def _joined(room: Mapping[str, Any]) -> Joined:
    timeline = a_mapping(room.get("timeline"))
    prev_batch = timeline.get("prev_batch")
    return Joined(
        state=envelopes(a_mapping(room.get("state")).get("events")),
        timeline=envelopes(timeline.get("events")),
        limited=timeline.get("limited") is True,
        prev_batch=prev_batch if isinstance(prev_batch, str) else None,
    )


def _stripped(room: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    events = a_list(a_mapping(room.get("invite_state")).get("events"))
    return tuple(each for each in events if isinstance(each, Mapping))


def _strings(value: object) -> tuple[str, ...]:
    return tuple(each for each in a_list(value) if isinstance(each, str))


def _one_time_keys(counts: object) -> int | None:
    if not isinstance(counts, Mapping):
        return None
    # T8: nought may be said by leaving it out.
    count = counts.get("signed_curve25519", 0)
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _fallbacks(kinds: object) -> frozenset[str] | None:
    return frozenset(_strings(kinds)) if isinstance(kinds, list) else None
