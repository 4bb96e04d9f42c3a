"""What is fed with anything at all, for as long as one likes: `python -m tests.fuzzing [minutes] [target ...]`.

Each target is a property of Hypothesis, which turns bytes into input; a fuzzer that follows coverage can drive
`TARGETS[name].hypothesis.fuzz_one_input` as well. A run that finds something stops with the input that did it.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.markup import divided, html_text, plain_text
from bot.matrix.events import deed, envelope
from bot.matrix.http import NoAnswer
from bot.matrix.reading import read
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
LONGEST_BYTES = 4096

_ANY = st.text(st.characters())
_WORDS = st.lists(st.sampled_from(sorted({word for words in command_words().values() for word in words})) | _ANY)
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
_KEYS = ("event_id", "sender", "type", "content", "body", "msgtype", "m.relates_to", "rel_type", "key", "events")
_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _ANY,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS) | _ANY, inner, max_size=5),
)


@given(_LINES)
def commands(line: str) -> None:
    """Reading a line finds a command, or none, and its arguments are read or refused."""
    if is_command(line):
        found = CATALOGUE.find(line)
        if isinstance(found, Found):
            with suppress(Refusal):
                arguments(found.command, found.rest, Reading(NOW, STOCKHOLM, "sv"))


@given(st.builds(" ".join, _DAYS) | _ANY)
def dates(typed: str) -> None:
    """A day, a moment and a meeting rule are read or refused; what is read has a zone and can be shown."""
    with suppress(Refusal):
        read_day(typed, NOW, STOCKHOLM, "sv")
    with suppress(Refusal):
        assert read_moment(typed, NOW, STOCKHOLM, "sv")[0].tzinfo is not None
    with suppress(Refusal):
        read_rule(typed)


@given(_ANY)
@example("\U0001f600" * 20_000)
def rendering(words: str) -> None:
    """Words can be cleaned, wished for, quoted, divided and sent."""
    read_wish(clean(words))
    for portion in divided((Quote(words),), TEXTS):
        content = {"body": plain_text(portion, TEXTS), "formatted_body": html_text(portion, TEXTS)}
        assert len(json.dumps(content).encode()) < 48_000


@given(st.binary() | _ANY.map(lambda text: text.encode(errors="replace")))
def configuration(raw: bytes) -> None:
    """A settings file is read, or its mistakes are told."""
    with suppress(Mistakes):
        read_settings("config.yaml", raw)


@given(_JSON)
def events(value: object) -> None:
    """An event means something or nothing."""
    found = envelope(value)
    if found:
        deed(found.type, found.content, found.raw)


@given(st.dictionaries(st.sampled_from(["next_batch", "rooms", "to_device", "device_lists"]) | _ANY, _JSON))
def syncs(answer: dict[str, Any]) -> None:
    """An answer to a sync is read, or it is none."""
    with suppress(NoAnswer):
        read(answer)


TARGETS: dict[str, Callable[..., None]] = {
    each.__name__: settings(database=None, deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))(
        each
    )
    for each in (commands, dates, rendering, configuration, events, syncs)
}


def fuzz(name: str, seconds: float) -> int:
    """Feed a target with random bytes for a while; return how often."""
    feed: Callable[[bytes], bytes | None] = TARGETS[name].hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    ends, times, chance = time.monotonic() + seconds, 0, random.Random()
    while time.monotonic() < ends:
        feed(chance.randbytes(chance.randint(0, LONGEST_BYTES)))
        times += 1
    return times


def main() -> None:
    """Feed each target, or those named."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    for name in sys.argv[2:] or TARGETS:
        sys.stdout.write(f"{name}: {fuzz(name, 60 * minutes)} inputs, nothing found.\n")


if __name__ == "__main__":
    main()
