"""What people type: commands, days, words, and an operator's settings."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from bot.markup import divided, html_text, plain_text
from bot.settings import Mistakes
from bot.settings.document import read as read_settings
from commands import catalogue
from commands.arguments import Reading
from commands.parse import Found, arguments, is_command
from council.dates import read_day, read_moment
from council.rule import read_rule
from council.text import Quote, Refusal
from council.wish import read_wish
from council.words import clean
from locales import Texts, command_words

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 3, 24, 11, tzinfo=UTC)
CATALOGUE = catalogue(command_words())
TEXTS = Texts("sv", STOCKHOLM)

ANY = st.text(st.characters())
_WORDS = st.lists(st.sampled_from(sorted({word for words in command_words().values() for word in words})) | ANY)
_LINES = st.builds(lambda mark, words: mark + " ".join(words), st.sampled_from(["!", "! ", "！", ""]), _WORDS)
_DAY_WORDS = (
    "i dag",
    "på",
    "nästa",
    "om",
    "två",
    "veckor",
    "den",
    "24",
    "april",
    "2026",
    "fredag",
    "v.",
    "kl",
    "18:30",
    "-",
)
_DAYS = st.lists(st.sampled_from(_DAY_WORDS))


@given(_LINES)
def commands(line: str) -> None:
    """Reading a line finds a command, or none, and its arguments are read or refused."""
    if is_command(line):
        found = CATALOGUE.find(line)
        if isinstance(found, Found):
            with suppress(Refusal):
                arguments(found.command, found.rest, Reading(NOW, STOCKHOLM, "sv"))


@given(st.builds(" ".join, _DAYS) | ANY)
def dates(typed: str) -> None:
    """A day, a moment and a meeting rule are read or refused; what is read has a zone and can be shown."""
    with suppress(Refusal):
        read_day(typed, NOW, STOCKHOLM, "sv")
    with suppress(Refusal):
        assert read_moment(typed, NOW, STOCKHOLM, "sv")[0].tzinfo is not None
    with suppress(Refusal):
        read_rule(typed)


@given(ANY)
@example("\U0001f600" * 20_000)
def rendering(words: str) -> None:
    """Words can be cleaned, wished for, quoted, divided and sent."""
    read_wish(clean(words))
    for portion in divided((Quote(words),), TEXTS):
        content = {"body": plain_text(portion, TEXTS), "formatted_body": html_text(portion, TEXTS)}
        assert len(json.dumps(content).encode()) < 48_000


@given(st.binary() | ANY.map(lambda text: text.encode(errors="replace")))
def configuration(raw: bytes) -> None:
    """A settings file is read, or its mistakes are told."""
    with suppress(Mistakes):
        read_settings("config.yaml", raw)
