"""Lines as they are typed, forwarded, pasted and mangled: each calls what it should, or nothing."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from commands import catalogue
from commands.arguments import Reading
from commands.declare import Command
from commands.parse import Found, Unknown, arguments, is_command
from council.text import Refusal, Text
from locales import command_words
from tests.corpus import cases

CATALOGUE = catalogue(command_words())
READING = Reading(datetime(2026, 3, 24, 11, tzinfo=UTC), ZoneInfo("Europe/Stockholm"), "sv")


@pytest.mark.parametrize("case", cases("commands"))
def test_a_line_calls_what_it_should(case: dict[str, Any]) -> None:
    line, expected = case["input"], case["expected"]
    if "command" in expected and expected["command"] is None:
        assert not is_command(line)
        return
    assert is_command(line)
    found = CATALOGUE.find(line)

    if "near" in expected:
        assert isinstance(found, Unknown)
        assert expected["near"] in found.near if expected["near"] else len(found.typed) <= 60
        return
    assert isinstance(found, Found)
    assert found.command.name == expected["command"]
    if "rest" in expected:
        assert found.rest == expected["rest"]
    if "told" in expected:
        assert arguments(found.command, found.rest, READING) == expected["told"]
    if "refused" in expected:
        with pytest.raises(Refusal) as refused:
            arguments(found.command, found.rest, READING)
        assert refused.value.text.key in expected["refused"]


@pytest.mark.parametrize("command", CATALOGUE.commands, ids=lambda command: command.slug)
def test_a_command_told_too_little_or_too_much_says_so_with_its_example(command: Command) -> None:
    needs = any(each.required for each in command.parameters)
    if command.parameters and not needs:
        return

    with pytest.raises(Refusal) as refused:
        arguments(command, "" if needs else "zzz qqq", READING)

    assert refused.value.text.key == ("argument-missing" if needs else "argument-left-over")
    assert refused.value.text.facts["example"] == Text(f"command-{command.slug}.example")
