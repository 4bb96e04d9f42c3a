"""Meetings as calendars read them (RFC 5545): a file posted in a room, and the feed that people subscribe to.

The time zone is written out by hand for Europe's rule: the library's own definition sets the clocks an hour wrong.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from council.text import Invitation
from locales import Texts

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

PRODUCT = "-//Radslag//Safety council//EN"
REFRESH = timedelta(hours=4)
SPRING, AUTUMN = datetime(1996, 3, 31, 1), datetime(1996, 10, 27, 1)  # noqa: DTZ001 - in UTC; a zone is what they define


def posted(entry: Invitation, texts: Texts) -> bytes:
    """Return one meeting as a file: published, or called off."""
    calendar = _calendar()
    calendar.add("method", "CANCEL" if entry.is_cancelled else "PUBLISH")
    calendar.add_component(_zone(entry.zone))
    calendar.add_component(_event(entry, texts))
    return bytes(calendar.to_ical())


def feed(entries: Iterable[Invitation], name: str, texts: Texts) -> bytes:
    """Return all meetings as a feed. It has no method: it shows how things stand."""
    listed = list(entries)
    calendar = _calendar()
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    for zone in sorted({entry.zone for entry in listed}):
        calendar.add_component(_zone(zone))
    for entry in listed:
        calendar.add_component(_event(entry, texts))
    return bytes(calendar.to_ical())


def _calendar() -> "Calendar":
    from icalendar import Calendar  # noqa: PLC0415 - takes long to load, and is seldom needed

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _event(entry: Invitation, texts: Texts) -> "Event":
    from icalendar import Event, vCalAddress  # noqa: PLC0415 - as above

    zone = ZoneInfo(entry.zone)
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.starts.astimezone(zone))
    event.add("dtend", entry.ends.astimezone(zone))
    event.add("summary", texts.render(entry.title))
    event.add("description", texts.render(entry.words))
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    if entry.organiser:
        event.add("organizer", vCalAddress("mailto:" + entry.organiser))
    return event


def _zone(name: str) -> "Timezone":
    """Return a time zone of the European Union: the clocks change at 01:00 UTC on the last Sundays (2000/84/EC)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - as above

    winter = datetime(2026, 1, 15, tzinfo=ZoneInfo(name)).utcoffset() or timedelta()
    summer = datetime(2026, 7, 15, tzinfo=ZoneInfo(name)).utcoffset() or timedelta()
    zone = Timezone()
    zone.add("tzid", name)
    if winter == summer:
        zone.add_component(_observance(TimezoneStandard(), SPRING + winter, winter, winter, None))
        return zone
    zone.add_component(_observance(TimezoneDaylight(), SPRING + winter, winter, summer, 3))
    zone.add_component(_observance(TimezoneStandard(), AUTUMN + summer, summer, winter, 10))
    return zone


def _observance(
    part: "TimezoneDaylight | TimezoneStandard",
    onset: datetime,
    before: timedelta,
    after: timedelta,
    month: int | None,
) -> "TimezoneDaylight | TimezoneStandard":
    part.add("dtstart", onset)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    if month is not None:
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
    return part
