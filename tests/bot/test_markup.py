"""What is said can be read everywhere, cannot be markup and cannot notify anybody."""

import json
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markup import BODY_CHARACTERS, divided, html_text, plain_text
from council.text import Heading, Item, Line, Quote, Text, Words
from locales import Texts

TEXTS = Texts("en", ZoneInfo("Europe/Stockholm"))
TAGS = {"p", "h4", "ul", "li", "blockquote", "br"}


def _topic(words: str) -> Text:
    return Text("help-unknown", topic=Words(words))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[object] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_each_kind_of_line_has_its_plain_and_its_html_form() -> None:
    lines: list[Line] = [Heading(Text("help-heading")), Item(_topic("a")), Item(_topic("b")), Quote("one\ntwo")]

    assert plain_text(lines, TEXTS).splitlines()[0] == "This is what you can write here:"
    assert plain_text(lines, TEXTS).endswith("\n> one\n> two")
    assert html_text(lines, TEXTS).startswith("<h4>This is what you can write here:</h4><ul><li>")
    assert html_text(lines, TEXTS).endswith("</li></ul><blockquote>one<br>two</blockquote>")


@given(st.text())
def test_words_are_never_markup_and_never_lost(words: str) -> None:
    reader = _Reader()

    reader.feed(html_text([Quote(words)], TEXTS))

    assert reader.tags <= TAGS
    assert not reader.attributes


@given(st.sampled_from(["@room", "@ROOM", "@anna:example.org", "x@room y", "hi @bob:localhost!"]))
def test_words_cannot_notify_anybody(words: str) -> None:
    said = plain_text([Quote(words)], TEXTS) + html_text([_topic(words)], TEXTS)

    assert "@room" not in said.casefold()
    assert "@anna" not in said
    assert "@bob" not in said


def test_words_that_run_from_right_to_left_do_not_turn_the_line_around() -> None:
    assert plain_text([Quote("שלום")], TEXTS) == "> \u2068שלום\u2069"


@pytest.mark.parametrize(
    "words", ["ب" * 8_000, "😀 " * 4_000, "ord " * 12_000, "\n".join(["&<>"] * 3_000), "x" * 50_000]
)
def test_no_portion_is_too_large_for_an_event_even_when_it_is_sealed(words: str) -> None:
    portions = divided((Heading(Text("help-heading")), Quote(words)), TEXTS)

    for portion in portions:
        content = {"body": plain_text(portion, TEXTS), "formatted_body": html_text(portion, TEXTS)}
        assert len(json.dumps(content)) * 4 / 3 < 60_000
    said = "".join(line.words for portion in portions for line in portion if isinstance(line, Quote))
    assert "".join(said.split()) == "".join(words.split())


@pytest.mark.parametrize("sign", ["\u202e", "\u2069", "\u2066", "\u200f", "\x1b", "\x9b", "\x00", "\ud800"])
def test_signs_that_turn_a_line_around_or_cannot_be_sent_are_left_out(sign: str) -> None:
    said = plain_text([Quote(f"god{sign}natt")], TEXTS) + html_text([_topic(f"god{sign}natt")], TEXTS)

    assert sign not in said
    assert said.count("godnatt") == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\x85", "\u2028", "\u2029", "\x0b"])
def test_every_line_of_a_quote_is_marked_as_quoted(newline: str) -> None:
    quote = Quote(f"one{newline}two")

    assert plain_text([quote], TEXTS) == "> one\n> two"
    assert html_text([quote], TEXTS) == "<blockquote>one<br>two</blockquote>"


@given(st.lists(st.integers(1, 4_000), max_size=30))
def test_a_long_message_is_divided_and_nothing_of_it_is_lost(sizes: list[int]) -> None:
    lines: tuple[Line, ...] = tuple(Quote("x" * size) for size in sizes)

    portions = divided(lines, TEXTS)

    assert tuple(line for portion in portions for line in portion) == lines
    assert all(len(plain_text(portion, TEXTS)) <= BODY_CHARACTERS + 100 for portion in portions)
