"""A line is read forgivingly, never raises but a Refusal, and gives back a person's words untouched."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import catalogue
from commands.arguments import Argument, CaseNumber, Code, ItemId, Number, Reading, Rest, Word
from commands.call import Call
from commands.declare import Command, command
from commands.parse import Found, Unknown, arguments, is_command, longer, parse, phrases
from council.people import EVERYONE, EVERYWHERE
from council.text import Refusal, Saying
from locales import command_words
from tests.council.expectations import told

READING = Reading(datetime(2026, 3, 24, 11, tzinfo=UTC), ZoneInfo("Europe/Stockholm"), "en")


@command("agenda add", who=EVERYONE, where=EVERYWHERE)
async def add(call: Call, title: Rest) -> list[Saying]:
    """Stand for a command that takes words."""
    return []


@command("agenda", who=EVERYONE, where=EVERYWHERE)
async def agenda(call: Call, item: ItemId | None = None) -> list[Saying]:
    """Stand for a command that may be told something."""
    return []


@command("case close", who=EVERYONE, where=EVERYWHERE)
async def close(call: Call, number: CaseNumber, outcome: Rest) -> list[Saying]:
    """Stand for a command that is told two things."""
    return []


COMMANDS: list[Command] = [add, agenda, close]
KNOWN = phrases(COMMANDS, {"agenda-add": ["dagordning lägg till", "punkt"], "agenda": ["dagordning"]})


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("!agenda add Belysning", "agenda add", "Belysning"),
        ("!AGENDA Add Belysning", "agenda add", "Belysning"),
        ("  !  agenda   add   Belysning  i  parken ", "agenda add", "Belysning  i  parken"),
        ("!dagordning lägg till Belysning", "agenda add", "Belysning"),
        ("!dagordning la\u0308gg till Belysning", "agenda add", "Belysning"),
        ("!agenda\u00a0add Belysning", "agenda add", "Belysning"),
        ("!punkt: Belysning", "agenda add", "Belysning"),
        ("!agenda A8", "agenda", "A8"),
        ("!agenda", "agenda", ""),
        ("\u200b!agenda add x", "agenda add", "x"),
        ("！agenda add x", "agenda add", "x"),
        ("!agenda add “Grön—gul” ‘x’", "agenda add", "“Grön—gul” ‘x’"),
        ("!agenda add Rad ett\nrad två", "agenda add", "Rad ett\nrad två"),
    ],
)
def test_a_line_is_read_whatever_a_phone_made_of_it(line: str, name: str, rest: str) -> None:
    found = parse(line, KNOWN)

    assert isinstance(found, Found)
    assert (found.command.name, found.rest) == (name, rest)


@pytest.mark.parametrize(
    ("line", "nearest"),
    [("!agnda add x", "agenda add"), ("!case", "case close"), ("!cse close 4", "case close"), ("!pukt", "punkt")],
)
def test_a_word_that_is_nearly_right_is_answered_with_the_right_one(line: str, nearest: str) -> None:
    found = parse(line, KNOWN)

    assert isinstance(found, Unknown)
    assert nearest in found.near


@pytest.mark.parametrize("body", ["", "!", "!!", "!?", "hej!", "! 5", "1!a", "!\n", "wow !agenda"])
def test_an_exclamation_is_no_command(body: str) -> None:
    assert not is_command(body)


def test_the_same_words_for_two_commands_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="calls both"):
        phrases(COMMANDS, {"agenda-add": ["case close"]})


@pytest.mark.parametrize("typed", ["42", "0042", "#42", "TR-2026-0042", "tr-2026-0042", "42:"])
def test_a_case_is_known_by_its_number_however_it_is_written(typed: str) -> None:
    assert arguments(close, f"{typed} Lagad.", READING) == {"number": 42, "outcome": "Lagad."}


@pytest.mark.parametrize(
    ("rest", "key"),
    [("", "argument-missing"), ("42", "argument-missing"), ("lampan Lagad.", "argument-unreadable")],
)
def test_what_is_missing_or_unreadable_is_refused_with_what_would_be_right(rest: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        arguments(close, rest, READING)

    assert refused.value.text.key == key


def test_what_is_left_over_is_refused_and_not_dropped() -> None:
    with pytest.raises(Refusal) as refused:
        arguments(agenda, "A8 och lite till", READING)

    assert list(told(refused.value.text)) == [
        "argument-left-over(typed=och lite till, example=command-agenda.example())"
    ]


def test_a_command_that_wants_what_cannot_be_read_from_a_line_is_no_command() -> None:
    async def count(call: Call, number: int) -> list[Saying]:
        return []

    with pytest.raises(TypeError, match="int"):
        command("count", who=EVERYONE, where=EVERYWHERE)(count)


@given(st.text())
def test_reading_never_fails_whatever_is_typed(body: str) -> None:
    if is_command(body):
        found = parse(body, KNOWN)
        assert isinstance(found, Found | Unknown)
        if isinstance(found, Found):
            try:
                told = arguments(found.command, found.rest, READING)
            except Refusal:
                return
            assert set(told) <= {each.name for each in found.command.parameters}


@given(st.sampled_from([CaseNumber, ItemId, Word, Code, Number, Rest]), st.text(min_size=1))
def test_every_kind_of_argument_reads_or_refuses(kind: type[Argument], typed: str) -> None:
    if not typed.strip():
        return
    try:
        _value, rest = kind.read(typed.strip(), READING)
    except Refusal:
        return
    assert len(rest) < len(typed)


@given(st.text().filter(lambda words: words.strip() and not set(words) & set("\u200b\u2060\ufeff\u00ad")))
def test_a_persons_words_come_through_as_they_were_typed(words: str) -> None:
    found = parse(f"!agenda add {words}", KNOWN)

    assert isinstance(found, Found)
    assert found.rest == words.strip()


@given(st.sampled_from(sorted(KNOWN)), st.integers(1, 999_999), st.text(alphabet="abc åäö", min_size=1))
def test_what_is_rendered_is_read_back(phrase: tuple[str, ...], number: int, words: str) -> None:
    found = parse(f"!{' '.join(phrase)} {number} {words}", KNOWN)

    assert isinstance(found, Found)
    assert found.command is KNOWN[phrase]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("!agenda lägg till Belysning", "Belysning"),
        ("!dagordning add Belysning", "Belysning"),
        ("!ＡＧＥＮＤＡ add Belysning", "Belysning"),
        ("!agenda add! Belysning", "Belysning"),
    ],
)
def test_words_of_two_languages_and_of_any_width_are_understood_together(line: str, rest: str) -> None:
    found = parse(line, KNOWN)

    assert isinstance(found, Found)
    assert (found.command.name, found.rest) == ("agenda add", rest)


@pytest.mark.parametrize(
    ("line", "meant"), [("!agenda ad Belysning", ("agenda add",)), ("!agenda A8 x", ()), ("!agenda add Belysning", ())]
)
def test_what_makes_no_sense_to_one_command_may_have_been_another(line: str, meant: tuple[str, ...]) -> None:
    found = parse(line, KNOWN)

    assert isinstance(found, Found)
    assert longer(line, found, KNOWN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("!case asign 2 POL", "case assign"), ("!member remowe", "member remove")],
)
def test_of_many_commands_that_begin_alike_the_nearest_is_offered_first(typed: str, meant: str) -> None:
    found = catalogue(command_words()).find(typed)

    assert isinstance(found, Unknown)
    assert found.near[0] == meant


def test_nothing_at_all_is_no_value_of_any_kind() -> None:
    reading = Reading(datetime(2026, 3, 24, 12, tzinfo=UTC), ZoneInfo("Europe/Stockholm"), "en")

    for nothing in ("", " "):
        with pytest.raises(Refusal) as refused:
            CaseNumber.read(nothing, reading)
        assert refused.value.text.key == "argument-unreadable"
