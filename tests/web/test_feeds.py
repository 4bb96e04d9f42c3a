"""The record for other programs: valid for parsers that others have made, and safe in a spreadsheet."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import vobject
from feedparser.api import parse as parsed_feed
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pdfua import Severity, validate

from tests.town import SECRETARY, Town
from tests.web.rich import enrich
from tests.web.visitor import visiting
from web.feeds import tables
from web.shelf import FRESH

HOME = "/sv/lindvassa/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = {"type": "string", "format": "date-time"}
WORDS = {"type": "string", "minLength": 1}
NONE = {"type": "null"}
REQUEST = {
    "type": "object",
    "additionalProperties": False,
    "properties": (
        properties := {
            "service_request_id": {"type": "string", "pattern": "^TR-[0-9]{4}-[0-9]{4}$"},
            "status": {"enum": ["open", "closed"]},
            "status_notes": WORDS,
            "service_name": WORDS,
            "service_code": WORDS,
            "description": WORDS | {"maxLength": 4000},
            "agency_responsible": {"anyOf": [WORDS, NONE]},
            "service_notice": {"anyOf": [WORDS, NONE]},
            "requested_datetime": MOMENT,
            "updated_datetime": MOMENT,
            "expected_datetime": {"anyOf": [MOMENT, NONE]},
            # Nobody shall be found by where something is.
            **dict.fromkeys(("address", "address_id", "zipcode", "lat", "long", "media_url"), NONE),
        }
    ),
    "required": list(properties),
}
SERVICE = {
    "type": "object",
    "required": ["service_code", "service_name", "description", "metadata", "type", "keywords", "group"],
    "properties": {"metadata": {"type": "boolean"}, "type": {"enum": ["realtime", "batch", "blackbox"]}},
}


@pytest.fixture
async def rich(town: Town) -> Town:
    """The town after a full month."""
    await enrich(town)
    return town


def checked(entries: Any, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return entries that keep to a schema of the standard."""
    jsonschema.validate(entries, {"type": "array", "items": schema}, format_checker=jsonschema.FormatChecker())
    return list(entries)


async def test_the_calendar_has_every_meeting_at_its_moment_for_two_parsers(rich: Town) -> None:
    async with visiting(rich) as visitor:
        answer = await visitor.asks(f"{HOME}calendar.ics")
        text = await answer.text()

    one: dict[str, Any] = {str(each["uid"]): each for each in Calendar.from_ical(text).walk("VEVENT")}
    two: dict[str, Any] = {each.uid.value: each for each in vobject.readOne(text).vevent_list}
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert set(one) == set(two) == {f"2026-{month}@lindvassa.radslag" for month in ("03", "04", "05", "06")}
    for found in (one["2026-05@lindvassa.radslag"]["dtstart"].dt, two["2026-05@lindvassa.radslag"].dtstart.value):
        assert found.astimezone(UTC) == datetime(2026, 5, 21, 16, tzinfo=UTC)
    assert str(one["2026-03@lindvassa.radslag"]["status"]) == "CANCELLED"
    assert int(one["2026-05@lindvassa.radslag"]["sequence"]) == 1


async def test_the_news_are_valid_atom_and_lead_to_the_pages(rich: Town) -> None:
    async with visiting(rich) as visitor:
        text = await visitor.reads(f"{HOME}news.atom")

    read = parsed_feed(text)
    root = ET.fromstring(text)
    assert not read.bozo
    assert read.version == "atom10"
    titles = [each.title for each in read.entries]
    assert "Löfte L1 från trafikkontoret är hållet" in titles
    assert "Protokoll från mötet torsdag 9 april 2026" in titles
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
    ids = [each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 5
    assert all(each.link.startswith("https://trygghet.example/sv/lindvassa/") for each in read.entries)


async def test_the_record_as_json_says_what_the_pages_say(rich: Town) -> None:
    async with visiting(rich) as visitor:
        record = json.loads(await visitor.reads(f"{HOME}record.json"))

    assert [each["id"] for each in record["decisions"]] == ["D4", "D2", "D1"]
    assert record["measures"]["categories"] == {"lighting": "not shown"} | dict.fromkeys(
        ("unsafe_place", "traffic", "drugs", "litter", "question"), "<5"
    )
    assert record["council"]["controller"]["name"]
    assert "closed" in record["held"][0]


@pytest.mark.parametrize("table", tables.TABLES)
async def test_every_table_is_read_back_with_as_many_cells_in_each_row(rich: Town, table: str) -> None:
    async with visiting(rich) as visitor:
        text = await visitor.reads(f"{HOME}{table}.csv")

    head, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(set(head)) == len(head)
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert text.endswith("\r\n")


@given(st.text(max_size=20), st.sampled_from(["", "=", "+", "-", "@", "\t=", " =", "\u00a0+", "\r\n@", "＝", "|", "%"]))
def test_no_cell_begins_with_what_a_spreadsheet_would_run(words: str, risky: str) -> None:
    written = tables.made([(risky + words,)])

    [[cell]] = list(csv.reader(io.StringIO(written, newline=""), strict=True)) or [[""]]
    assert cell.lstrip(" \u00a0\u200b\ufeff\v\f")[:1] not in {*"=+-@\t\r\n|%", "＝", "＋", "－", "＠"}
    # A further mark stands only after what might part the cells: ; a tab, or a line's end.
    assert (risky + words) in cell or re.search(r"[;\t\r\n]", risky + words)


RISKY_SIGNS = st.text(st.sampled_from('a1 =+-@|%;,"\t\r\n\u00a0\u200b＝＠'), max_size=12)


@given(RISKY_SIGNS, RISKY_SIGNS)
def test_no_cell_is_run_by_a_spreadsheet_that_parts_cells_by_other_signs(first: str, second: str) -> None:
    written = tables.made([(first, second)])

    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
            assert [cell for cell in row if re.match(r"[ \u00a0\u200b]*(?:[=@|%＝＠]|[-+]\S)", cell)] == []


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("Skräp;=HYPERLINK(A1)", "Skräp;'=HYPERLINK(A1)"),
        ("a\n@SUM(A1)", "a\n'@SUM(A1)"),
        ("Vi ordnar:\n- lampor\n- buskar", "Vi ordnar:\n- lampor\n- buskar"),
        ("2 + 3 = 5; fler än 4", "2 + 3 = 5; fler än 4"),
    ],
)
def test_words_that_do_nothing_stand_in_a_cell_as_they_were_written(words: str, cell: str) -> None:
    assert list(csv.reader(io.StringIO(tables.made([(words,)]), newline=""))) == [[cell]]


async def test_open_cases_are_told_as_open311_has_them_in_json_and_xml(rich: Town) -> None:
    async with visiting(rich) as visitor:
        found = checked(json.loads(await visitor.reads(f"{HOME}open311/v2/requests.json")), REQUEST)
        kinds = checked(json.loads(await visitor.reads(f"{HOME}open311/v2/services.json")), SERVICE)
        tree = ET.fromstring(await visitor.reads(f"{HOME}open311/v2/requests.xml"))
        services = ET.fromstring(await visitor.reads(f"{HOME}open311/v2/services.xml"))
        one = json.loads(await visitor.reads(f"{HOME}open311/v2/requests/TR-2026-0004.json"))

    assert [each["service_request_id"][-4:] for each in found] == ["0004", "0003", "0002", "0001"]
    assert [each["status"] for each in found] == ["closed", "open", "open", "open"]
    assert {each["service_code"] for each in found} <= {each["service_code"] for each in kinds}
    assert all("T00:00:00" in each["requested_datetime"] for each in found)
    assert tree.tag == "service_requests"
    assert [each.findtext("service_request_id") for each in tree.findall("request")] == [
        each["service_request_id"] for each in found
    ]
    assert services.tag == "services"
    assert {each.findtext("metadata") for each in services.findall("service")} == {"false"}
    assert (one[0]["service_request_id"], one[0]["status"]) == ("TR-2026-0004", "closed")
    # Closed on 8 April, released later.
    assert one[0]["updated_datetime"] == "2026-04-08T00:00:00+02:00"


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_each_kind_of_case_is_called_as_on_the_pages_and_described_in_its_own_words(
    rich: Town, language: str
) -> None:
    async with visiting(rich) as visitor:
        kinds = json.loads(await visitor.reads(f"/{language}/lindvassa/open311/v2/services.json"))
        cases = json.loads(await visitor.reads(f"/{language}/lindvassa/open311/v2/requests.json"))
        page = await visitor.reads(f"/{language}/lindvassa/questions/")

    assert len({each["description"] for each in kinds}) == len(kinds) == 20
    names = {each["service_code"]: each["service_name"] for each in kinds}
    assert all(each["service_name"] == names[each["service_code"]] for each in cases)
    assert all(f"{each['service_request_id']} · {each['service_name']}" in page for each in cases)


async def test_where_the_cases_are_is_told_as_open311_has_it(rich: Town) -> None:
    async with visiting(rich) as visitor:
        found = json.loads(await visitor.reads(f"{HOME}open311/discovery.json"))
        tree = ET.fromstring(await visitor.reads(f"{HOME}open311/discovery.xml"))
        [endpoint] = found["endpoints"]
        there = await visitor.asks(endpoint["url"].removeprefix("https://trygghet.example") + "/requests.xml")

    assert {"changeset", "contact", "key_service"} <= set(found)
    assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
    assert endpoint["formats"] == ["text/xml", "application/json"]
    assert there.status == 200
    assert tree.findtext("endpoints/endpoint/url") == endpoint["url"]
    assert [each.text for each in tree.iterfind("endpoints/endpoint/formats/format")] == endpoint["formats"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("status=closed", ["0004"]),
        ("status=open", ["0003", "0002", "0001"]),
        ("status=open,closed", ["0004", "0003", "0002", "0001"]),
        ("status=open&status=closed", ["0004", "0003", "0002", "0001"]),
        ("status=&page=&start_date=&jurisdiction_id=", ["0004", "0003", "0002", "0001"]),
        ("service_code=traffic,lighting", ["0003", "0001"]),
        ("service_request_id=TR-2026-0004,TR-2026-0001&status=open&start_date=x", ["0004", "0001"]),
        ("service_request_id=TR-2026-0004", ["0004"]),
        ("start_date=2026-03-05T00:00:00%2B01:00", ["0004", "0003"]),
        ("start_date=2025-12-01T00:00:00Z", []),
        ("start_date=2025-12-05T00:00:00Z&end_date=2026-03-04T00:00:00Z", ["0002", "0001"]),
        ("end_date=2026-06-20T00:00:00Z", []),
        ("end_date=2026-03-04T00:00:00Z", ["0002", "0001"]),
        ("jurisdiction_id=lindvassa&status=open", ["0003", "0002", "0001"]),
        ("page_size=2&page=2", ["0002", "0001"]),
    ],
)
async def test_one_may_ask_for_some_of_the_cases(rich: Town, query: str, numbers: list[str]) -> None:
    async with visiting(rich) as visitor:
        found = json.loads(await visitor.reads(f"{HOME}open311/v2/requests.json?{query}"))

    assert [each["service_request_id"][-4:] for each in found] == numbers


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("requests.json?status=lost", 400),
        ("requests.xml?start_date=yesterday", 400),
        ("requests.json?end_date=2026-03-05", 400),
        ("requests.json?page=0", 400),
        ("requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z", 400),
        ("requests.json?start_date=9999-12-01T00:00:00Z", 400),
        ("requests.xml?end_date=0001-01-01T00:00:00Z", 400),
        ("requests.json?jurisdiction_id=elsewhere", 404),
        ("services.xml?jurisdiction_id=elsewhere", 404),
        ("requests/TR-2026-0004.json?jurisdiction_id=elsewhere", 404),
        ("requests/TR-2026-0005.json", 404),
        ("requests/TR-2026-9999.xml", 404),
    ],
)
async def test_a_question_that_makes_no_sense_is_refused_as_the_standard_says(
    rich: Town, path: str, status: int
) -> None:
    async with visiting(rich) as visitor:
        answer = await visitor.asks(f"{HOME}open311/v2/{path}")
        text = await answer.text()

    assert answer.status == status
    if ".xml" in path:
        assert ET.fromstring(text).findtext("error/code") == str(status)
    else:
        assert json.loads(text)[0]["code"] == status


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_the_yearly_report_is_an_accessible_pdf(rich: Town, language: str, tmp_path: Path) -> None:
    async with visiting(rich) as visitor:
        answer = await visitor.asks(f"/{language}/lindvassa/reports/2026.pdf")
        file = tmp_path / "report.pdf"
        file.write_bytes(await answer.read())

    report = validate(str(file))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert [each for each in report.findings if each.severity >= Severity.WARNING] == []


async def test_words_that_no_xml_can_hold_do_not_spoil_the_feeds(rich: Town) -> None:
    await rich.says(SECRETARY, "!promise 3 POL Lampor\u0001 <lagas> & tänds senast 30 april")
    rich.clock.time += FRESH

    async with visiting(rich) as visitor:
        text = await visitor.reads(f"{HOME}news.atom")

    assert not parsed_feed(text).bozo


async def test_every_feed_that_is_offered_is_there(rich: Town) -> None:
    async with visiting(rich) as visitor:
        page = await visitor.reads(f"{HOME}data/")
        links = {urljoin(f"{HOME}data/", each.partition('"')[0]) for each in page.split('href="')[1:]}
        feeds = {each for each in links if each.rpartition(".")[2] in ("ics", "atom", "json", "csv", "xml")}
        statuses = {feed: (await visitor.asks(feed)).status for feed in feeds}

    assert len(feeds) >= 12
    assert set(statuses.values()) == {200}
