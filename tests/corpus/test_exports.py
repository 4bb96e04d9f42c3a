"""The same words in files: an HTML page and a calendar entry show them as they are, to other programs than ours."""

from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from council.people import Place
from council.text import Document, Format, Invitation, Text, Words
from locales import Texts
from papers import ical, web
from tests.corpus import cases

TEXTS = Texts("en", ZoneInfo("Europe/Stockholm"))
WORDS = [each for each in cases("relay") if each.values[0]["where"] == "fact"]
STARTS = datetime(2026, 4, 9, 16, tzinfo=UTC)


class Page(HTMLParser):
    """Reads what a page says in its main part, and which elements it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.text = ""
        self._reads = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._reads = self._reads or tag == "main"
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data if self._reads else ""


@pytest.mark.parametrize("case", WORDS)
def test_a_page_shows_words_and_makes_nothing_of_them(case: dict[str, Any]) -> None:
    words = Words(case["input"])
    said = Text("minutes-note", words=words)
    page = Page()

    page.feed(web.made(Document(Place.COUNCIL, "x", Text("help-heading"), (said,), Format.HTML), TEXTS))

    assert page.elements == {"html", "head", "meta", "title", "style", "body", "main", "h1", "p"}
    assert TEXTS.render(said) in page.text


@pytest.mark.parametrize("case", WORDS)
def test_a_calendar_shows_words_and_makes_nothing_of_them(case: dict[str, Any]) -> None:
    said = Text("help-unknown", topic=Words(case["input"]))
    entry = Invitation(Place.OPEN, "x", "uid", 1, STARTS, STARTS, STARTS, "Europe/Stockholm", said, said, "a@b.example")

    read = vobject.readOne(ical.posted(entry, TEXTS).decode())

    assert [len(read.contents[kind]) for kind in ("vevent", "vtimezone")] == [1, 1]
    assert read.vevent.summary.value == TEXTS.render(said)
    assert read.vevent.description.value == TEXTS.render(said)
