"""Open cases as Open311 GeoReport v2 has them. Without addresses and coordinates: nobody shall be found by them.

Only what the secretary has released is listed. Days stand as the moment they begin: when exactly a resident wrote is
told to nobody.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from council.concern import Category
from council.record import Matter, Record
from web.feeds.news import moment
from web.render import Tongue
from web.shown import legal

JSON, XML = "application/json; charset=utf-8", "text/xml; charset=utf-8"
MOST = 1000
MIMETYPES = {"json": JSON, "xml": XML}
Entry = Mapping[str, str | bool]


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
    """Read what somebody asks for.

    Raises:
        Wrong: a status, a date or a number is none.
    """
    status = _several(query, "status")
    if status and not status <= {"open", "closed"}:
        raise Wrong(400, "status must be open, closed, or both")
    return Asked(
        _several(query, "service_request_id"),
        _several(query, "service_code"),
        status,
        _date(query, "start_date"),
        _date(query, "end_date"),
        _number(query, "page", 1),
        min(_number(query, "page_size", MOST), MOST),
    )


def services(tongue: Tongue) -> list[Entry]:
    """Return the kinds of concern there are."""
    return [_service(category, tongue) for category in Category]


def requests(record: Record, tongue: Tongue, wanted: Asked) -> list[Entry]:
    """Return the released cases that somebody wants to see; those still open, unless others are asked for."""
    found = []
    for each in record.matters:
        at = datetime.fromisoformat(moment(each.received_on, record.council.zone))
        status = "open" if each.is_open else "closed"
        if wanted.ids is not None:
            fits = each.label in wanted.ids
        else:
            fits = (
                status in (wanted.status or {"open"})
                and (wanted.services is None or each.category.value in wanted.services)
                and (wanted.since is None or at >= wanted.since)
                and (wanted.until is None or at <= wanted.until)
            )
        if fits:
            found.append(_request(each, record.council.zone, status, tongue))
    return found[(wanted.page - 1) * wanted.page_size : wanted.page * wanted.page_size]


def written(kind: str, root: str, entries: Sequence[Entry]) -> str:
    """Return entries as JSON or XML.

    Args:
        kind: json or xml.
        root: what the XML's outermost element is called: services, service_requests, errors.
    """
    if kind == "json":
        return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    outer = Element(root)
    for entry in entries:
        inner = SubElement(outer, {"services": "service", "service_requests": "request", "errors": "error"}[root])
        for key, value in entry.items():
            SubElement(inner, key).text = str(value).lower() if isinstance(value, bool) else legal(value)
    indent(outer)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(outer, encoding="unicode") + "\n"


def error(code: int, description: str) -> list[Entry]:
    """Return an error as the standard has it."""
    return [{"code": str(code), "description": description}]


def _service(category: Category, tongue: Tongue) -> Entry:
    name = tongue.say("case-category", category=category.value)
    return {
        "service_code": category.value,
        "service_name": name[:1].upper() + name[1:],
        "description": tongue.say("web-service", category=category.value),
        "metadata": False,
        "type": "blackbox",
        "keywords": "",
        "group": tongue.say("web-service-group"),
    }


def _request(matter: Matter, zone: str, status: str, tongue: Tongue) -> Entry:
    entry: dict[str, Any] = {
        "service_request_id": matter.label,
        "status": status,
        "status_notes": tongue.say("case-state", state=matter.state.value),
        "service_name": _service(matter.category, tongue)["service_name"],
        "service_code": matter.category.value,
        "description": str(matter.summary),
        "agency_responsible": tongue.name(matter.owner) if matter.owner else "",
        "service_notice": str(matter.answer),
        "requested_datetime": moment(matter.received_on, zone),
        "updated_datetime": moment(matter.changed_on, zone),
    }
    if matter.expected_on:
        entry["expected_datetime"] = moment(matter.expected_on, zone)
    return entry


def _several(query: Mapping[str, str], name: str) -> frozenset[str] | None:
    named = query.get(name)
    return frozenset(each.strip() for each in named.split(",") if each.strip()) if named else None


def _number(query: Mapping[str, str], name: str, usual: int) -> int:
    given = query.get(name, str(usual))
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
    except ValueError:
        raise Wrong(400, f"{name} must be a date and time such as 2026-03-13T00:00:00Z") from None
    if moment.tzinfo is None:
        raise Wrong(400, f"{name} needs a time zone, such as 2026-03-13T00:00:00Z")
    return moment
