"""Meetings as calendars read them (RFC 5545): a file posted in a room, and the feed that people subscribe to."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from council.text import Invitation
from locales import Texts
from papers.clock_changes import definition

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Radslag//Safety council//EN"
REFRESH = timedelta(hours=4)


def posted(entry: Invitation, texts: Texts) -> bytes:
    """Return one meeting as a file: published, or called off."""
    calendar = _calendar()
    calendar.add("method", "CANCEL" if entry.is_cancelled else "PUBLISH")
    calendar.add_component(definition(entry.zone, entry.starts, entry.ends))
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
        moments = [moment for entry in listed if entry.zone == zone for moment in (entry.starts, entry.ends)]
        calendar.add_component(definition(zone, min(moments), max(moments)))
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
