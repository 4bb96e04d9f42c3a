"""The meetings as a calendar that people subscribe to."""

import re

from council.people import Organisation, Place
from council.record import Body, Gathering, Record
from council.text import Invitation, Text
from locales import Texts
from papers import ical

MIMETYPE = "text/calendar; charset=utf-8"
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")


def made(record: Record, texts: Texts) -> bytes:
    """Return all meetings, those called off too, as iCalendar (RFC 5545)."""
    meetings = sorted((*record.ahead, *record.held), key=lambda each: (each.starts_at, each.number))
    entries = [_entry(record.council, each) for each in meetings]
    return ical.feed(entries, record.council.name(texts.language), texts)


def _entry(council: Body, meeting: Gathering) -> Invitation:
    mail = _MAIL.search(council.controller.contact)
    return Invitation(
        to=Place.OPEN,
        name=f"{council.slug}-{meeting.number}",
        uid=f"{meeting.number}@{council.slug}.radslag",
        sequence=meeting.sequence,
        stamp=meeting.scheduled_at,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        zone=council.zone,
        title=Text("invitation-title", council=Organisation(council.slug, council.names)),
        words=Text("invitation-words", number=meeting.number),
        organiser=mail[0] if mail else "",
        is_cancelled=meeting.is_cancelled,
    )
