"""When posts about cases go out in the council's room, and in which order: neither tells who wrote a minute before."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from council.charter import Slots
from storage.outbox import OutboxRow


def next_slot(now: datetime, slots: Slots, zone: ZoneInfo) -> datetime:
    """Return the next full hour at which posts about cases may go out in the council's room."""
    if not slots.on:
        return now
    hour = now.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    moment = hour.astimezone(now.tzinfo) + timedelta(hours=1)
    while not slots.first_hour <= moment.astimezone(zone).hour <= slots.last_hour:
        moment += timedelta(hours=1)
    return moment


def mixed(rows: Sequence[OutboxRow], name: Callable[..., str]) -> list[OutboxRow]:
    """Return posts with those that waited for one slot in an order that has nothing to do with when they were caused.

    What is about one case keeps its order, and what did not wait its place.

    Args:
        name: makes opaque names under a secret.
    """
    places = [place for place, row in enumerate(rows) if _waited(row)]
    waited = sorted((rows[place] for place in places), key=lambda row: _lot(row, name))
    found = list(rows)
    for place, row in zip(places, waited, strict=True):
        found[place] = row
    return found


def _waited(row: OutboxRow) -> bool:
    return row.case is not None and row.not_before > row.queued_at


def _lot(row: OutboxRow, name: Callable[..., str]) -> tuple[int, datetime, str]:
    return row.room, row.not_before, name("slot", row.council, row.not_before.isoformat(), str(row.case))
