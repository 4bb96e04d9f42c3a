"""What is generated from the code is current, and what the documents name exists."""

import configparser
import re
from pathlib import Path

import pytest

from bot.handbook import commands_page
from bot.settings.editor import editor_schema
from commands import catalogue
from locales import command_words

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_page_of_commands_is_current() -> None:
    """Renew it with: make docs."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == commands_page()


def test_every_command_is_on_the_page_once_in_every_complete_language() -> None:
    page = commands_page()

    for each in catalogue(command_words()).commands:
        assert page.count(f"\n### !{each.name}\n") == 1
        for language in ("sv", "en"):
            assert f"`!{command_words(language)[each.slug][0]}`" in page


def test_the_english_words_of_a_command_begin_with_its_name() -> None:
    """The first words are those that help shows, and examples use the name."""
    for each in catalogue(command_words()).commands:
        assert command_words("en")[each.slug][0] == each.name


def test_the_schema_for_editors_is_current() -> None:
    """Renew it with: make docs."""
    assert (ROOT / "docs" / "config.schema.json").read_text(encoding="utf-8") == editor_schema()


def test_the_example_points_editors_to_the_schema() -> None:
    first = (ROOT / "config.example.yaml").read_text(encoding="utf-8").splitlines()[0]

    assert first == "# yaml-language-server: $schema=docs/config.schema.json"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text(encoding="utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_command_that_is_named_exists(document: Path) -> None:
    named = set(re.findall(r"`make ([a-z]+)", document.read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert named <= targets


def test_the_readme_lists_every_make_command() -> None:
    listed = set(re.findall(r"^make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    explained = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert explained - listed == {"help"}


@pytest.mark.parametrize("decision", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=lambda path: path.name)
def test_a_decision_tells_its_date_status_context_and_consequences(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")

    assert re.match(r"\d{4}-[a-z0-9-]+\.md", decision.name)
    assert text.startswith(f"# {int(decision.name[:4])}. ")
    assert re.search(r"^Date: 20\d\d-\d\d-\d\d\. Status: (accepted|superseded by \d+)\.$", text, re.MULTILINE)
    for heading in ("## Context", "## Decision", "## Consequences"):
        assert f"\n{heading}\n" in text


def test_each_decision_has_a_number_of_its_own() -> None:
    numbers = [decision.name.partition("-")[0] for decision in (ROOT / "docs" / "adr").glob("*.md")]

    assert len(numbers) == len(set(numbers))


def test_the_service_calls_commands_that_exist_and_is_shut_in() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names keep their case
    unit.read(ROOT / "deploy" / "radslag.service", encoding="utf-8")
    service = unit["Service"]

    assert service["ExecStart"].endswith("/radslag run")
    assert service["ExecStartPre"].endswith("/radslag check")
    for name in ("NoNewPrivileges", "PrivateTmp", "MemoryDenyWriteExecute", "DynamicUser"):
        assert service[name] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["LimitCORE"] == "0"
    assert service["UMask"] == "0077"


def test_every_test_that_the_page_on_robustness_names_is_there() -> None:
    page = (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", page)

    assert len(named) > 30
    for file, test in named:
        assert f"def {test}(" in (ROOT / "tests" / "matrix" / file).read_text(encoding="utf-8")
