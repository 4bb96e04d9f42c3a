"""Files say what messages say, in forms that other tools accept: Markdown, HTML, tagged PDF, calendars."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pdfua import Severity, validate

from council.people import Organisation, Place
from council.text import Document, Format, Heading, Invitation, Item, Quote, Text, Words
from locales import Texts
from papers import ical, invitation, markdown, paper, pdf, web
from papers.weight import tied

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SWEDISH, ENGLISH = Texts("sv", STOCKHOLM), Texts("en", STOCKHOLM)
EVIL = '#panic("x") $ * _ <script>alert(1)</script> [a](b) `c` åäö'


def said(words: str) -> Text:
    return Text("minutes-note", words=Words(words))


DOCUMENT = Document(
    Place.COUNCIL,
    "protokoll",
    Text("minutes-item", id="A8", title=Words("Belysning")),
    (
        said("Tre lampor är släckta."),
        Heading(said(EVIL)),
        Item(said("ett")),
        Item(said("två")),
        Quote(Words("en tidplan\nförst")),
        Item(said("sist")),
    ),
    Format.PDF,
)
MEETING = Invitation(
    to=Place.OPEN,
    name="lindvassa-2026-04",
    uid="2026-04@lindvassa.radslag",
    sequence=1,
    stamp=datetime(2026, 3, 31, 10, tzinfo=UTC),
    starts=datetime(2026, 4, 9, 16, tzinfo=UTC),
    ends=datetime(2026, 4, 9, 18, tzinfo=UTC),
    zone="Europe/Stockholm",
    title=Text("invitation-title", council=Organisation("lindvassa", {"sv": "Lindvassa trygghetsråd, för alla"})),
    words=Text("invitation-words", number="2026-04"),
    organiser="registrator@lindvassa.example",
)


@pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=["sv", "en"])
def test_the_pdf_passes_the_check_of_another_tool(texts: Texts, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    file.write_bytes(pdf.made(DOCUMENT, texts))

    report = validate(str(file))

    assert [each for each in report.findings if each.severity >= Severity.WARNING] == []
    with pikepdf.open(file) as opened:
        assert str(opened.Root.Lang).startswith(texts.language)
        assert bool(opened.Root.MarkInfo.Marked)
        assert opened.docinfo["/Title"] == "A8 Belysning"


def test_a_pdf_that_says_nothing_in_a_known_language_is_still_made() -> None:
    empty = replace(DOCUMENT, lines=())

    assert pdf.made(empty, SWEDISH).startswith(b"%PDF")


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_whatever_people_wrote_is_set_and_never_run(words: str) -> None:
    lines = (Heading(said(words)), Item(said(words)), Quote(Words(words)), said(words))

    made = paper(replace(DOCUMENT, lines=lines), SWEDISH)

    assert made.name in ("protokoll.pdf", "protokoll.html")


def test_a_sign_that_no_font_has_is_named() -> None:
    made = paper(replace(DOCUMENT, lines=(said("Bra 😀 \U0001f6b2 مرحبا"),)), SWEDISH)

    assert made.name == "protokoll.pdf"


def test_without_the_extra_a_pdf_is_an_html_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)

    made = paper(DOCUMENT, SWEDISH)

    assert (made.name, made.mimetype) == ("protokoll.html", "text/html")


def test_markdown_says_the_same_and_escapes_what_people_wrote() -> None:
    text = markdown.made(DOCUMENT, SWEDISH)

    assert text.startswith("# A8 Belysning\n\nTre lampor är släckta.\n\n## \\#panic")
    assert "- ett\n- två\n\n> en tidplan\n> först\n\n- sist\n" in text
    assert "\\<script\\>" in text
    assert paper(replace(DOCUMENT, format=Format.MARKDOWN), SWEDISH).name == "protokoll.md"


DECIDED = replace(
    DOCUMENT,
    lines=(
        Text("minutes-decision", id="D2", text=Words("TRAF lagar ljuset")),
        said("Sedan"),
    ),
)


def test_a_decision_stands_out_in_every_form() -> None:
    assert "\n\n**Beslut D2: TRAF lagar ljuset.**\n\nSedan" in markdown.made(DECIDED, SWEDISH)
    assert '<p class="decision"><strong>Beslut D2: TRAF lagar ljuset.</strong></p>' in web.made(DECIDED, SWEDISH)


def test_a_pdf_with_a_decision_passes_the_check_of_another_tool(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf.made(DECIDED, SWEDISH))

    assert [each for each in validate(str(file)).findings if each.severity >= Severity.WARNING] == []


def test_no_line_break_parts_a_time_of_day() -> None:
    assert tied("kl. 18.00, at 18:00") == "kl.\u00a018.00, at\u00a018:00"


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


@given(st.text(max_size=80))
def test_html_is_one_page_of_known_tags_whatever_people_wrote(words: str) -> None:
    page = web.made(replace(DOCUMENT, lines=(*DOCUMENT.lines, said(words), Quote(Words(words)))), SWEDISH)

    outline = _Outline()
    outline.feed(page)
    assert set(outline.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li", "blockquote", "br",
        "strong",
    }  # fmt: skip
    assert outline.tags.count("h1") == 1
    assert '<html lang="sv">' in page
    assert "<script" not in page


def test_two_other_parsers_read_the_calendar_entry_alike() -> None:
    data = invitation(MEETING, SWEDISH).data

    (event,) = Calendar.from_ical(data).walk("VEVENT")
    other = vobject.readOne(io.StringIO(data.decode()))
    assert event["UID"] == other.vevent.uid.value == MEETING.uid
    assert event["SUMMARY"] == "Lindvassa trygghetsråd, för alla: möte"
    assert event.decoded("DTSTART") == MEETING.starts
    assert other.vevent.dtstart.value == MEETING.starts
    assert other.vevent.dtend.value == MEETING.ends
    assert str(other.method.value) == "PUBLISH"
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)))  # noqa: DTZ001 - a wall time of the zone
def test_a_meeting_is_at_the_same_instant_in_summer_and_in_winter(wall: datetime) -> None:
    wall = wall.replace(hour=18, minute=0, second=0, microsecond=0)
    starts = wall.replace(tzinfo=STOCKHOLM).astimezone(UTC)
    entry = replace(MEETING, starts=starts, ends=starts + timedelta(hours=2))

    other = vobject.readOne(io.StringIO(ical.posted(entry, SWEDISH).decode()))

    assert other.vevent.dtstart.value.astimezone(UTC) == starts


def test_the_clocks_change_as_the_directive_says() -> None:
    data = ical.posted(MEETING, SWEDISH).decode()

    daylight, standard = re.findall(r"BEGIN:(?:DAYLIGHT|STANDARD)(.*?)END:", data, re.DOTALL)
    assert "DTSTART:20200329T020000" in daylight
    assert "TZOFFSETFROM:+0100" in daylight
    assert "TZOFFSETTO:+0200" in daylight
    assert "BYDAY=-1SU" in daylight
    assert "DTSTART:20201025T030000" in standard
    assert "TZOFFSETTO:+0100" in standard


def test_a_meeting_called_off_is_cancelled_under_the_same_uid_with_a_higher_sequence() -> None:
    off = replace(MEETING, is_cancelled=True, sequence=2)

    calendar = Calendar.from_ical(ical.posted(off, SWEDISH))

    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 2)
    assert event["UID"] == MEETING.uid


def test_the_feed_shows_every_meeting_and_has_no_method() -> None:
    later = replace(MEETING, uid="2026-05@lindvassa.radslag", starts=MEETING.starts + timedelta(days=35))

    calendar = Calendar.from_ical(ical.feed([MEETING, later], "Lindvassa", SWEDISH))

    assert [str(event["UID"]) for event in calendar.walk("VEVENT")] == [MEETING.uid, later.uid]
    assert "METHOD" not in calendar
    assert len(calendar.walk("VTIMEZONE")) == 1
