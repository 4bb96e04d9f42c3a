"""People's words passed on: never markup, never a mention, never turned around, and otherwise as they were."""

from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.markup import html_text, plain_text
from council.text import Item, Line, Quote, Text, Words
from locales import Texts
from tests.corpus import cases

TEXTS = Texts("en", ZoneInfo("Europe/Stockholm"))
BEFORE, AFTER = "I do not know “", "”. Write !help to see what you can write here."
TAGS = {"quote": ["blockquote"], "fact": ["p"], "item": ["ul", "li"]}


class Reader(HTMLParser):
    """Reads HTML as a client does: its tags, and the text that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        if tag == "br":
            self.text += "\n"
        else:
            self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def line_of(where: str, words: str) -> Line:
    """Return the words in one of the places where people's words stand."""
    if where == "quote":
        return Quote(words)
    sentence = Text("help-unknown", topic=Words(words))
    return Item(sentence) if where == "item" else sentence


@pytest.mark.parametrize("case", cases("relay"))
def test_words_are_passed_on_as_they_are_and_can_do_nothing(case: dict[str, Any]) -> None:
    where, shown = case["where"], case["lines"]
    line = line_of(where, case["input"])
    reader = Reader()

    reader.feed(html_text([line], TEXTS))
    reader.close()

    assert reader.tags == TAGS[where]
    if where == "quote":
        assert plain_text([line], TEXTS) == "\n".join(f"> {each}" for each in shown)
        assert reader.text == "\n".join(shown)
    else:
        # What runs from right to left is set apart with its whole sentence.
        sentence = BEFORE + shown[0].strip("\u2068\u2069") + AFTER
        sentence = f"\u2068{sentence}\u2069" if shown[0].startswith("\u2068") else sentence
        assert plain_text([line], TEXTS) == ("- " if where == "item" else "") + sentence
        assert reader.text == sentence
