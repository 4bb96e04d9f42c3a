"""Cases as Open311 GeoReport v2 has them. Addresses and coordinates are left empty: nobody shall be found by them.

Only what the secretary has released is listed. Days stand as the moment they begin: when exactly a resident wrote is
told to nobody.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from council.concern import Category
from council.record import Matter, Record
from web.feeds.news import moment
from web.render import Tongue
from web.shown import legal

JSON, XML = "application/json; charset=utf-8", "text/xml; charset=utf-8"
MOST = 1000
LONGEST = timedelta(days=90)
"""So long a span one may ask for at once; with neither end named, it is the latest."""
LONGEST_DESCRIPTION = 4000
MIMETYPES = {"json": JSON, "xml": XML}
STANDARD = "http://wiki.open311.org/GeoReport_v2"
WHERE = ("address", "address_id", "zipcode", "lat", "long", "media_url")
CHANGED_ON = date(2026, 11, 26)
"""When the kinds of cases, or where they are found, were last changed in this code."""
Entry = Mapping[str, str | bool | int | None]


class Wrong(Exception):
    """The question cannot be answered: a code and a sentence, as the standard has them."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code, self.description = code, description


@dataclass(frozen=True)
class Asked:
    """Which requests somebody wants to see. None leaves a thing open."""

    ids: frozenset[str] | None = None
    services: frozenset[str] | None = None
    status: frozenset[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    page: int = 1
    page_size: int = MOST


def asked(query: Mapping[str, str]) -> Asked:
    """Read what somebody asks for. What is named without a value counts as not named.

    Raises:
        Wrong: a status, a date or a number is none, or the span is too long.
    """
    ids = _several(query, "service_request_id")
    if ids is not None:
        return Asked(ids)
    status = _several(query, "status")
    if status and not status <= {"open", "closed"}:
        raise Wrong(400, "status must be open, closed, or both")
    since, until = _date(query, "start_date"), _date(query, "end_date")
    if since and until and until - since > LONGEST:
        raise Wrong(400, "start_date and end_date may be 90 days apart at most")
    return Asked(
        None,
        _several(query, "service_code"),
        status,
        since,
        until,
        _number(query, "page", 1),
        min(_number(query, "page_size", MOST), MOST),
    )


def services(tongue: Tongue) -> list[Entry]:
    """Return the kinds of concern there are."""
    return [_service(category, tongue) for category in Category]


def of_council(query: Mapping[str, str], slug: str) -> None:
    """Let a question pass that is about this council, or names none.

    Raises:
        Wrong: it is about another.
    """
    named = query.get("jurisdiction_id", "").strip()
    if named not in ("", slug):
        raise Wrong(404, f"jurisdiction_id was not found; here it is {slug}")


def requests(record: Record, tongue: Tongue, wanted: Asked) -> list[Entry]:
    """Return the released cases that somebody wants to see; the latest ninety days' if no span is asked for."""
    found = []
    since, until = _span(wanted, record)
    for each in record.matters:
        at = datetime.fromisoformat(moment(each.received_on, record.council.zone))
        status = "open" if each.is_open else "closed"
        if wanted.ids is not None:
            fits = each.label in wanted.ids
        else:
            fits = (
                (wanted.status is None or status in wanted.status)
                and (wanted.services is None or each.category.value in wanted.services)
                and since <= at <= until
            )
        if fits:
            found.append(_request(each, record.council.zone, status, tongue))
    return found[(wanted.page - 1) * wanted.page_size : wanted.page * wanted.page_size]


def _span(wanted: Asked, record: Record) -> tuple[datetime, datetime]:
    """Return the span that is asked for; an end that is not named lies ninety days from the other."""
    today = datetime.fromisoformat(moment(record.today, record.council.zone))
    until = wanted.until or (wanted.since + LONGEST if wanted.since else today)
    return wanted.since or until - LONGEST, until


def discovery(record: Record, home: str) -> Mapping[str, object]:
    """Return where the cases are found, as Open311's service discovery has it.

    Args:
        home: the address of the council's pages, with a slash at its end.
    """
    changed = f"{CHANGED_ON} 00:00"
    return {
        "changeset": changed,
        "contact": f"{record.council.controller.name}, {record.council.controller.contact}",
        "key_service": "No key is needed: the cases are only read here.",
        "endpoints": [
            {
                "specification": STANDARD,
                "url": f"{home}open311/v2",
                "changeset": changed,
                "type": "production",
                "formats": [mimetype.partition(";")[0] for mimetype in (XML, JSON)],
            }
        ],
    }


def discovered(kind: str, found: Mapping[str, object]) -> str:
    """Return the service discovery as JSON or XML."""
    if kind == "json":
        return _json(found)
    outer = Element("discovery")
    _grow(outer, found)
    return _xml(outer)


def _grow(outer: Element, found: Mapping[str, object]) -> None:
    """Add values to an element; the members of a list are called what the list is called, less its last letter."""
    for name, value in found.items():
        inner = SubElement(outer, name)
        if not isinstance(value, list):
            inner.text = legal(value)
            continue
        for each in value:
            member = SubElement(inner, name.removesuffix("s"))
            if isinstance(each, Mapping):
                _grow(member, each)
            else:
                member.text = legal(each)


def written(kind: str, root: str, entries: Sequence[Entry]) -> str:
    """Return entries as JSON or XML.

    Args:
        kind: json or xml.
        root: what the XML's outermost element is called: services, service_requests, errors.
    """
    if kind == "json":
        return _json(entries)
    outer = Element(root)
    for entry in entries:
        inner = SubElement(outer, {"services": "service", "service_requests": "request", "errors": "error"}[root])
        for key, value in entry.items():
            SubElement(inner, key).text = str(value).lower() if isinstance(value, bool) else legal(value or "")
    return _xml(outer)


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _xml(outer: Element) -> str:
    indent(outer)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(outer, encoding="unicode") + "\n"


def error(code: int, description: str) -> list[Entry]:
    """Return an error as the standard has it."""
    return [{"code": code, "description": description}]


def _service(category: Category, tongue: Tongue) -> Entry:
    return {
        "service_code": category.value,
        "service_name": tongue.say("web-category", category=category.value),
        "description": tongue.say("web-service", category=category.value),
        "metadata": False,
        "type": "blackbox",
        "keywords": tongue.say("case-category", category=category.value),
        "group": tongue.say("web-service-group"),
    }


def _request(matter: Matter, zone: str, status: str, tongue: Tongue) -> Entry:
    """Return a case with every field that the standard names. What is not told stands empty."""
    return {
        "service_request_id": matter.label,
        "status": status,
        "status_notes": tongue.say("case-state", state=matter.state.value),
        "service_name": tongue.say("web-category", category=matter.category.value),
        "service_code": matter.category.value,
        "description": str(matter.summary)[:LONGEST_DESCRIPTION],
        "agency_responsible": tongue.name(matter.owner) if matter.owner else None,
        "service_notice": str(matter.answer) or None,
        "requested_datetime": moment(matter.received_on, zone),
        "updated_datetime": moment(matter.ended_on or matter.changed_on, zone),
        "expected_datetime": moment(matter.expected_on, zone) if matter.expected_on else None,
        **dict.fromkeys(WHERE),
    }


def _several(query: Mapping[str, str], name: str) -> frozenset[str] | None:
    named = query.get(name)
    return frozenset(each.strip() for each in named.split(",") if each.strip()) if named else None


def _number(query: Mapping[str, str], name: str, usual: int) -> int:
    given = query.get(name) or str(usual)
    if not (given.isascii() and given.isdigit() and int(given[:9]) > 0 and len(given) < 10):
        raise Wrong(400, f"{name} must be a number from 1")
    return int(given)


def _date(query: Mapping[str, str], name: str) -> datetime | None:
    given = query.get(name)
    if not given:
        return None
    try:
        # A plus sign in an address is a space by the time it arrives.
        moment = datetime.fromisoformat(given.strip().replace(" ", "+"))
        # The span that follows from it has to lie within what a calendar holds.
        _ = moment - LONGEST, moment + LONGEST
    except (ValueError, OverflowError):
        raise Wrong(400, f"{name} must be a date and time such as 2026-03-13T00:00:00Z") from None
    if moment.tzinfo is None:
        raise Wrong(400, f"{name} needs a time zone, such as 2026-03-13T00:00:00Z")
    return moment
