"""Meetings come as calendar files that two other libraries read alike, with every change under the same name."""

import io
from base64 import b64decode
from datetime import UTC, datetime

import vobject
from icalendar import Calendar
from sqlalchemy import select

from storage.outbox import OutboxRow
from tests.town import CHAIR, Town

NOTICE = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)


async def posted(town: Town) -> list[bytes]:
    """Return the calendar files that are on their way, each for one room, and let them go."""
    found = []
    async with town.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.state == "new").order_by(OutboxRow.number))
        for row in rows:
            content = work.vault.own.open(row.content) if row.act == "file" and row.content else {}
            if content.get("mimetype") == "text/calendar":
                found.append(b64decode(content["data"]))
    await town.hears_all()
    return found


async def read(town: Town) -> tuple[str, str, int, str, datetime]:
    """Return what both libraries read in both rooms: method, UID, sequence, status and beginning."""
    files = await posted(town)
    assert len(files) == 2
    assert files[0] == files[1]
    (event,) = Calendar.from_ical(files[0]).walk("VEVENT")
    other = vobject.readOne(io.StringIO(files[0].decode()))
    assert other.vevent.uid.value == str(event["UID"])
    assert int(other.vevent.sequence.value) == event["SEQUENCE"]
    assert other.vevent.status.value == str(event["STATUS"])
    begins = event.decoded("DTSTART")
    assert other.vevent.dtstart.value == begins
    assert str(other.method.value) == str(Calendar.from_ical(files[0])["METHOD"])
    return (
        str(other.method.value),
        str(event["UID"]),
        int(other.vevent.sequence.value),
        str(event["STATUS"]),
        begins.astimezone(UTC),
    )


async def test_notice_move_and_cancellation_each_bring_the_same_meeting_with_a_higher_sequence(town: Town) -> None:
    await town.becomes(NOTICE)
    name = "2026-04@lindvassa.radslag"

    assert await read(town) == ("PUBLISH", name, 0, "CONFIRMED", datetime(2026, 4, 9, 16, tzinfo=UTC))
    await town.says(CHAIR, "!meeting move 2026-04 2026-04-16T18:30")
    assert await read(town) == ("PUBLISH", name, 1, "CONFIRMED", datetime(2026, 4, 16, 16, 30, tzinfo=UTC))
    await town.says(CHAIR, "!meeting cancel 2026-04")
    assert await read(town) == ("CANCEL", name, 2, "CANCELLED", datetime(2026, 4, 16, 16, 30, tzinfo=UTC))
