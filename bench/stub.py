"""What a homeserver of nothing knows: rooms, events and accounts, in memory. `bench.stub_web` answers for it.

No checks of any kind: whoever has a token may do anything.
"""

import asyncio
import itertools
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

SERVER = "stub.example"
Event = dict[str, Any]


@dataclass
class Account:
    """One device of one user; the stub knows no user with two."""

    user_id: str
    token: str
    device_id: str
    device_keys: dict[str, Any] = field(default_factory=dict)
    one_time_keys: dict[str, Any] = field(default_factory=dict)
    fallback_keys: dict[str, Any] = field(default_factory=dict)
    cross_signing: dict[str, dict[str, Any]] = field(default_factory=dict)
    account_data: dict[str, Any] = field(default_factory=dict)
    filters: list[dict[str, Any]] = field(default_factory=list)
    inbox: list[tuple[int, Event]] = field(default_factory=list)
    changed: list[tuple[int, str]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Room:
    """A room: its events in order, its state, and who is in it since when."""

    room_id: str
    timeline: list[Event] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    state: dict[tuple[str, str], Event] = field(default_factory=dict)
    joined: dict[str, int] = field(default_factory=dict)
    invited: dict[str, int] = field(default_factory=dict)


class Stub:
    """Everything the homeserver of nothing knows."""

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.by_user: dict[str, Account] = {}
        self.rooms: dict[str, Room] = {}
        self.rooms_of: dict[str, set[str]] = defaultdict(set)
        self.log: list[str] = []
        self._numbers = itertools.count(1)
        self._transactions: dict[tuple[str, str], str] = {}

    @property
    def position(self) -> int:
        """How much has happened."""
        return len(self.log)

    def register(self, localpart: str) -> Account:
        """Return the account of that name, made if there is none."""
        user_id = f"@{localpart}:{SERVER}"
        if user_id not in self.by_user:
            account = Account(user_id, f"token-{localpart}", f"DEVICE{next(self._numbers)}")
            self.accounts[account.token] = self.by_user[user_id] = account
        return self.by_user[user_id]

    def new_room(self) -> Room:
        """Return a new, empty room."""
        room = Room(f"!r{next(self._numbers)}:{SERVER}")
        self.rooms[room.room_id] = room
        return room

    def add(self, room: Room, sender: str, kind: str, content: Any, state_key: str | None = None) -> Event:
        """Let an event happen in a room."""
        event = {
            "event_id": f"$e{next(self._numbers)}",
            "type": kind,
            "sender": sender,
            "content": content,
            "origin_server_ts": time.time_ns() // 1_000_000,
            "room_id": room.room_id,
            **({} if state_key is None else {"state_key": state_key}),
        }
        self.log.append(room.room_id)
        room.timeline.append(event)
        room.positions.append(self.position)
        if state_key is not None:
            room.state[kind, state_key] = event
        if kind == "m.room.member":
            self._membership(room, str(state_key), content["membership"])
        for user_id in (*room.joined, *room.invited):
            self.by_user[user_id].news.set()
        return event

    def once(self, account: Account, transaction: str, act: Callable[[], str]) -> str:
        """Do something the first time a device gives a transaction ID; return the event of that time ever after."""
        key = (account.token, transaction)
        if key not in self._transactions:
            self._transactions[key] = act()
        return self._transactions[key]

    def device_changed(self, user_id: str) -> None:
        """Tell everybody who shares a room with a user that the devices have changed."""
        self.log.append("")
        for room_id in self.rooms_of[user_id]:
            for other in self.rooms[room_id].joined:
                self.by_user[other].changed.append((self.position, user_id))
                self.by_user[other].news.set()

    def _membership(self, room: Room, user_id: str, membership: str) -> None:
        room.joined.pop(user_id, None)
        room.invited.pop(user_id, None)
        self.rooms_of[user_id].add(room.room_id)
        if membership == "join":
            room.joined[user_id] = self.position
            for other in room.joined:
                self.by_user[other].changed.append((self.position, user_id))
                self.by_user[user_id].changed.append((self.position, other))
        elif membership == "invite":
            room.invited[user_id] = self.position
        else:
            self.rooms_of[user_id].discard(room.room_id)

    def news(self, account: Account, since: int, limit: int) -> dict[str, Any] | None:
        """Return what an account has not seen since a position, as /sync says it, or None if that is nothing."""
        join: dict[str, Any] = {}
        invite: dict[str, Any] = {}
        touched = self.rooms_of[account.user_id]
        for room_id in touched if since == 0 else touched & set(self.log[since:]):
            room = self.rooms[room_id]
            if account.user_id in room.joined:
                join[room_id] = _joined(room, since, limit, whole=room.joined[account.user_id] > since)
            elif room.invited.get(account.user_id, -1) > since:
                invite[room_id] = {"invite_state": {"events": [_stripped(event) for event in room.state.values()]}}
        inbox = [event for position, event in account.inbox if position > since]
        account.inbox = [(position, event) for position, event in account.inbox if position > since]
        changed = {user for position, user in account.changed if position > since}
        if not (join or invite or inbox or changed):
            return None
        return {
            "rooms": {"join": join, "invite": invite, "leave": {}},
            "to_device": {"events": inbox},
            "device_lists": {"changed": sorted(changed), "left": []},
        }


def _joined(room: Room, since: int, limit: int, *, whole: bool) -> dict[str, Any]:
    begin = 0 if whole else bisect_right(room.positions, since)
    limited = len(room.timeline) - begin > limit
    begin = max(begin, len(room.timeline) - limit)
    shown = {event["event_id"] for event in room.timeline[begin:]}
    state = [event for event in room.state.values() if event["event_id"] not in shown] if whole else []
    previous = room.positions[begin - 1] if begin else 0
    timeline = {"events": room.timeline[begin:], "limited": limited, "prev_batch": str(previous)}
    return {"timeline": timeline, "state": {"events": state}, "summary": {}, "ephemeral": {"events": []}}


def _stripped(event: Event) -> Event:
    return {name: event[name] for name in ("type", "sender", "content", "state_key")}
