"""What the outbox can hold, and how each of it is done in a room."""

from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.matrix.wire import Wire
from bot.polls import EVENT_TYPES
from bot.relations import in_thread, related
from council.people import Room


@dataclass(frozen=True)
class Task:
    """One thing to do, with all that doing it needs."""

    number: int
    act: str
    room: Room
    transaction: str
    content: dict[str, Any]
    queued_at: datetime
    about: str | None
    root: str | None


async def carried_out(wire: Wire, room: str, task: Task) -> str | None:
    """Do it in a room, by its Matrix ID, and return the event that it became, if any.

    Raises:
        TryAgain, Undeliverable: see `bot.matrix.wire`.
    """
    match task.act:
        case "remove":
            event = task.root or task.content.get("event")
            return await wire.redact(room, event, task.transaction) if event else None
        case "react":
            return await wire.react(room, task.content["event"], task.content["symbol"], task.transaction)
        case "pin" | "unpin" | "admit" | "dismiss":
            await _arrange(wire, room, task)
            return None
        case "file":
            name, mimetype = task.content["name"], task.content["mimetype"]
            data = b64decode(task.content["data"])
            more = {**task.content.get("more", {}), **({"m.relates_to": in_thread(task.root)} if task.root else {})}
            return await wire.send_file(room, name, mimetype, data, task.transaction, more)
        case _:
            event_type = EVENT_TYPES.get(task.act, "m.room.message")
            content = related(task.act, task.content, task.root)
            return await wire.send(room, event_type, content, task.transaction)


async def _arrange(wire: Wire, room: str, task: Task) -> None:
    """Change the room itself; doing so twice changes nothing."""
    if task.act == "admit":
        await wire.admit(room, task.content["person"])
    elif task.act == "dismiss":
        await wire.dismiss(room, task.content["person"])
    elif task.act == "unpin" and task.root:
        await wire.unpin(room, task.root)
    elif task.root:
        await wire.pin(room, task.root)
