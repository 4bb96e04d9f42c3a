"""Settings of every wrong kind: each is told by its place, what was found and what would be valid."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.settings import Mistakes, load
from bot.settings.document import read
from bot.settings.editor import editor_schema
from bot.settings.mistake import dotted
from tests.corpus import cases

pytestmark = pytest.mark.slow
EXAMPLE = (Path(__file__).parent / "config.yaml").read_text()
SECRETS = {
    "RADSLAG_MASTER_SECRET": "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5",
    "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt",
}
CASES = cases("config")
SEEN_BY_EDITORS = ("unknown key", "found a list", "found a block", "expected a block", "expected a list", "from ")
SCHEMA = jsonschema.Draft202012Validator(json.loads(editor_schema()))


def file_of(case: dict[str, Any]) -> bytes:
    """Return the settings file of a case: config.yaml here with its changes, or a file of its own."""
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "repeat" in case:
        what, times = case["repeat"]
        return str(what).encode() * int(times)
    text = case.get("text", EXAMPLE)
    for old, new in case.get("changes", ()):
        assert old in text
        text = text.replace(old, new, 1)
    text = case.get("before", "") + text + case.get("after", "") + _second(case.get("second"))
    return str(text).replace("\n", case.get("newline", "\n")).encode()


def _second(changes: list[list[str]] | None) -> str:
    """Return a second council, Granby: the first one's block with changes throughout."""
    if changes is None:
        return ""
    block = EXAMPLE[EXAMPLE.index("  lindvassa:\n") :].replace("  lindvassa:\n", "  granby:\n", 1)
    for old, new in changes:
        block = block.replace(old, new)
    return block


def environment_of(case: dict[str, Any]) -> dict[str, str]:
    """Return the secrets with the case's own variables over them; null takes one away."""
    return {name: value for name, value in {**SECRETS, **case.get("env", {})}.items() if value is not None}


@pytest.mark.parametrize("case", CASES)
def test_settings_are_taken_or_told_what_would_be_right(tmp_path: Path, case: dict[str, Any]) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(file_of(case))
    file.chmod(0o600)

    if case["expected"] == "valid":
        load(file, environment_of(case))
        return
    with pytest.raises(Mistakes) as told:
        load(file, environment_of(case))

    expected = case["expected"]
    at = [each for each in told.value.mistakes if dotted(each.path) == expected["path"]]
    assert at, str(told.value)
    assert any(all(word in str(each) for word in expected["says"]) for each in at), str(told.value)
    assert all("\n" not in str(each) and len(str(each)) < 500 for each in told.value.mistakes)
    assert "hemligt" not in str(told.value)


def is_for_editors(case: dict[str, Any]) -> bool:
    """Say whether an editor can know: it sees the file alone, and kinds of value but not what they mean."""
    if not case.keys().isdisjoint({"env", "hex", "repeat"}):
        return False
    expected = case["expected"]
    return expected == "valid" or any(kind in " ".join(expected["says"]) for kind in SEEN_BY_EDITORS)


@pytest.mark.parametrize("case", [each for each in CASES if is_for_editors(each.values[0])])
def test_an_editor_says_the_same_of_what_a_schema_can_say(case: dict[str, Any]) -> None:
    values = read("config.yaml", file_of(case)).values

    assert SCHEMA.is_valid(values) is (case["expected"] == "valid")
