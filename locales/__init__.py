"""Every sentence that a person reads, in each language: Fluent files and how they are filled in.

A further language is a further folder of .ftl files. It may cover the residents' texts only: what it lacks is said in
the language that its readers are most likely to read besides. In the complete ones a missing text raises, as a missing
fact does in all: a person never reads a key, and a test renders them all.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentNone
from fluent.syntax import FluentParser

from council.people import Organisation
from council.text import Fact, Text

REGIONS: Mapping[str, str] = {"sv": "sv_SE", "en": "en_GB", "fi": "fi_FI"}
"""Language -> locale. Plain "sv" would number weeks the American way."""

TIMES: Mapping[str, str] = {"sv": "HH.mm", "en": "HH:mm", "fi": "H.mm"}
DAYS: Mapping[str, str] = {"fi": "d. MMMM"}
"""Language -> how a day of a month is written, where that is not "d MMMM"."""
COMPLETE = ("sv", "en")
"""The languages that lack nothing."""
FALLBACK = "en"
FALLBACKS: Mapping[str, str] = {"fi": "sv"}
"""Language -> what its readers read besides, if not English."""
_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
LONGEST_FACT = 2_000
"""Of what somebody typed no more is said back in one place; the library refuses a little more than that."""
_COMMAND = re.compile(r"^command-([a-z-]+) *=", re.MULTILINE)


class MissingText(LookupError):
    """A text or one of its facts is not there."""


def languages() -> tuple[str, ...]:
    """Return the languages there are texts in."""
    return tuple(sorted(each.name for each in files("locales").iterdir() if each.is_dir() and _sources(each.name)))


class Texts:
    """The texts of one language, for the wall clocks of one zone.

    The text of a command, `command-case-close = stäng ärende, avsluta`, is the list of phrases that call
    it; its attribute `.shown` is always the first of them, and `.topic` the word that this begins with.
    """

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        """Load a language; one that we do not have is answered in English."""
        self.language = language if language in languages() else FALLBACK
        self.zone = zone
        self._bundle = _bundle(self.language)
        self._besides = None if self.language in COMPLETE else Texts(FALLBACKS.get(self.language, FALLBACK), zone)

    def render(self, text: Text) -> str:
        """Return a text in words; one that this language lacks, with all that is in it, in the one besides.

        Raises:
            MissingText: there is no such text, or a fact it needs was not given.
        """
        if self._besides and not self.covers(text.key):
            return self._besides.render(text)
        name, _, attribute = text.key.partition(".")
        try:
            message = self._bundle.get_message(name)
            if attribute in ("shown", "topic"):
                first = _phrases(self._bundle, message.value)[0]
                return first if attribute == "shown" else first.split()[0]
            pattern = message.attributes[attribute] if attribute else message.value
        except (KeyError, LookupError) as missing:
            raise MissingText(f"{self.language}: {text.key}") from missing
        if pattern is None:
            raise MissingText(f"{self.language}: {text.key} has no value")
        shown, errors = self._bundle.format_pattern(pattern, {k: self._shown(v) for k, v in text.facts.items()})
        if errors or isinstance(shown, FluentNone):
            raise MissingText(f"{self.language}: {text.key}: {', '.join(type(error).__name__ for error in errors)}")
        return shown

    def has(self, key: str) -> bool:
        """Say whether there is a text of a key."""
        return self.covers(key) or (self._besides is not None and self._besides.has(key))

    def covers(self, key: str) -> bool:
        """Say whether this very language has a text of a key."""
        return bool(self._bundle.has_message(key.partition(".")[0]))

    def _shown(self, fact: Fact) -> Any:
        if isinstance(fact, Text):
            return self.render(fact)
        if isinstance(fact, Organisation):
            return fact.name(self.language)
        if isinstance(fact, tuple):
            return format_list([self.render(each) for each in fact], locale=REGIONS[self.language])
        if isinstance(fact, datetime):
            if fact.tzinfo is None:
                raise ValueError("a moment without a zone is never shown")
            return fact.astimezone(self.zone)
        if isinstance(fact, time):
            return format_time(fact, TIMES[self.language], locale=REGIONS[self.language])
        return _clipped(fact) if isinstance(fact, str) else fact


def _clipped(words: str) -> str:
    return str(words) if len(words) <= LONGEST_FACT else f"{words[:LONGEST_FACT]}…"


@cache
def command_words(*chosen: str) -> dict[str, list[str]]:
    """Return the phrases that call each command, in the chosen languages or all: command slug -> phrases."""
    words: dict[str, list[str]] = {}
    for language in chosen or languages():
        bundle = _bundle(language)
        for key in _keys(language):
            if key.startswith("command-"):
                phrases = _phrases(bundle, bundle.get_message(key).value)
                words.setdefault(key.removeprefix("command-"), []).extend(phrases)
    return words


def topics() -> dict[str, list[str]]:
    """Return what each file of texts is about, by its first line, and the commands in it: topic -> command slugs."""
    return {
        source.partition("\n")[0].lstrip("# ").partition(":")[0].rstrip("."): _COMMAND.findall(source)
        for source in _sources(FALLBACK).values()
    }


def _phrases(bundle: FluentBundle, value: Any) -> list[str]:
    return [phrase.strip() for phrase in str(bundle.format_pattern(value)[0]).split(",")]


class _Entries(dict[str, Any]):
    """Texts as they stand in their files, by name, each read when it is first asked for.

    Most never are. All of them together take a second to read, and twenty mebibytes once they are.
    """

    def __getitem__(self, name: str) -> Any:
        """Return a text, read."""
        # Where in a file it stands is of no use here.
        return FluentParser(with_spans=False).parse_entry(super().__getitem__(name))


@cache
def _bundle(language: str) -> FluentBundle:
    region = REGIONS.get(language, language).replace("_", "-")
    # Isolating would put an invisible U+2068 around every fact; voice isolates what may run from right to left.
    bundle = FluentBundle([region], functions=_functions(language), use_isolating=False)
    entries = [entry for source in _sources(language).values() for entry in _entries(source)]
    # What it keeps of a text once it was used is its own.
    bundle._messages = _Entries((name, entry) for name, entry in entries if not name.startswith("-"))  # noqa: SLF001
    bundle._terms = _Entries((name[1:], entry) for name, entry in entries if name.startswith("-"))  # noqa: SLF001
    return bundle


def _entries(source: str) -> Iterator[tuple[str, str]]:
    """Return the texts of a file, by name, unread: what follows them until the next is a text's own, or a comment."""
    starts = [*_ENTRY.finditer(source)]
    ends = [*(each.start() for each in starts[1:]), len(source)]
    return ((start[1], source[start.start() : end]) for start, end in zip(starts, ends, strict=True))


@cache
def _sources(language: str) -> dict[str, str]:
    folder = files("locales") / language
    if not folder.is_dir():
        return {}
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".ftl")), key=lambda each: each.name)
    return {each.name: each.read_text(encoding="utf-8") for each in found}


def _keys(language: str) -> list[str]:
    return list(_bundle(language)._messages)  # noqa: SLF001 - no public list of messages


def _functions(language: str) -> dict[str, Callable[[Any], Any]]:
    locale = REGIONS.get(language, language)
    day_of_month = DAYS.get(language, "d MMMM")

    def day(value: date) -> str:
        return _dated(date(value.year, value.month, value.day), f"EEEE {day_of_month}", locale)

    def day_and_year(value: date) -> str:
        return _dated(date(value.year, value.month, value.day), f"EEEE {day_of_month} y", locale)

    def short_day(value: date) -> str:
        return _dated(date(value.year, value.month, value.day), day_of_month, locale)

    def list_day(value: date) -> str:
        return _dated(date(value.year, value.month, value.day), "EEE d MMM y", locale)

    def month(value: date) -> str:
        return _dated(date(value.year, value.month, value.day), "LLLL y", locale)

    def time_of_day(value: datetime) -> str:
        return format_time(value.time(), TIMES.get(language, "HH:mm"), locale=locale)

    return {
        "DAY": day,
        "DATE": day_and_year,
        "SHORTDAY": short_day,
        "LISTDAY": list_day,
        "MONTH": month,
        "TIME": time_of_day,
        "SUBJECT": partial(_as_subject, language=language),
        "THE": partial(_within_a_sentence, language=language),
    }


@lru_cache(maxsize=1024)
def _dated(day: date, pattern: str, locale: str) -> str:
    """Return a day in words. A moment is no key: it equals the same moment in another zone, on another day."""
    return format_date(day, pattern, locale=locale)


def _as_subject(fact: object, language: str) -> str:
    """Return an organisation's name as the subject that begins a sentence."""
    name = str(fact)
    if language == "en" and name[:1].islower():
        return f"The {name.removeprefix('the ')}"
    return name[:1].upper() + name[1:]


def _within_a_sentence(fact: object, language: str) -> str:
    """Return an organisation's name as it stands within a sentence: in English with its article, where it has one."""
    name = str(fact)
    if language == "en" and name[:1].islower():
        return f"the {name.removeprefix('the ')}"
    return name
