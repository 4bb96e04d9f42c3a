"""Every text is there in every language, is used, and is given the facts it wants."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from jinja2 import nodes

from commands import catalogue
from council.people import Organisation
from council.text import Text
from locales import COMPLETE, MissingText, Texts, _bundle, command_words, languages
from web.render import templates

ROOT = Path(__file__).resolve().parents[2]
CODE = [
    path
    for room in ("bot", "commands", "council", "papers", "storage", "web")
    for path in sorted((ROOT / room).rglob("*.py"))
]
STOCKHOLM = ZoneInfo("Europe/Stockholm")


class _Facts(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.parts: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - named by fluent
        self.parts.add(node.id.name)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - named by fluent
        self.names.add(node.id.name)


def messages(language: str) -> Iterator[tuple[str, str, set[str]]]:
    """Yield (file, key or key.attribute, facts)."""
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: cannot be read: {(entry.content or '')[:80]}"
            if isinstance(entry, ftl.Message):
                for key, pattern in [(entry.id.name, entry.value)] + [
                    (f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes
                ]:
                    facts = _Facts()
                    facts.visit(pattern)
                    yield path.name, key, facts.names


def _parts(language: str) -> set[str]:
    """Return the messages that only stand inside others of their language, and are that language's own affair."""
    facts = _Facts()
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        facts.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
    return facts.parts


def _used() -> tuple[dict[str, set[frozenset[str]]], set[str]]:
    """Return the keys that the code says with the facts it gives, and the beginnings of keys it makes."""
    keys: dict[str, set[frozenset[str]]] = {}
    beginnings: set[str] = set()
    for node in (node for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.fullmatch(r"[a-z0-9]+(-[a-z0-9_]+)+|[a-z]+", node.value):
                keys.setdefault(node.value, set())
        elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            beginnings.add(str(node.values[0].value))
        elif isinstance(node, ast.Call) and (key := _said(node)):
            keys.setdefault(key, set()).add(frozenset(str(keyword.arg) for keyword in node.keywords))
    for call in _template_calls():
        _say(call, keys, beginnings)
    for template in _templates():
        named = (each.value for each in template.find_all(nodes.Const) if isinstance(each.value, str))
        keys |= {name: keys.get(name, set()) for name in named if name.startswith("web-")}
    return keys, {beginning for beginning in beginnings if re.fullmatch(r"[a-z]+-[a-z_-]*", beginning)}


def _templates() -> Iterator[nodes.Template]:
    """Yield the pages' templates as they are read."""
    for path in sorted((ROOT / "web" / "templates").glob("*")):
        yield templates().parse(path.read_text(encoding="utf-8"))


def _template_calls() -> Iterator[nodes.Call]:
    """Yield every place in the pages' templates where a text is said."""
    for template in _templates():
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                yield call


def _say(call: nodes.Call, keys: dict[str, set[frozenset[str]]], beginnings: set[str]) -> None:
    """Note the key that a template says, each that it chooses between, or the beginning of one that it makes."""
    facts = frozenset(each.key for each in call.kwargs)
    match call.args[0]:
        case nodes.Const(value=key):
            keys.setdefault(key, set()).add(facts)
        case nodes.CondExpr(expr1=nodes.Const(value=one), expr2=nodes.Const(value=other)):
            keys.setdefault(one, set()).add(facts)
            keys.setdefault(other, set()).add(facts)
        case nodes.Add(left=nodes.Const(value=beginning)):
            beginnings.add(beginning)


def _said(node: ast.Call) -> str | None:
    """Return the key of a Text or Refusal whose facts all stand there."""
    if not (isinstance(node.func, ast.Name) and node.func.id in ("Text", "Refusal") and node.args):
        return None
    key, spread = node.args[0], any(keyword.arg is None for keyword in node.keywords)
    return str(key.value) if isinstance(key, ast.Constant) and not spread else None


def test_each_complete_language_has_the_same_texts_with_the_same_facts() -> None:
    parts = {language: _parts(language) for language in COMPLETE}
    texts = {
        language: {key: facts for _file, key, facts in messages(language) if key not in parts[language]}
        for language in COMPLETE
    }

    assert texts["sv"].keys() == texts["en"].keys()
    differing = {key for key in texts["sv"] if texts["sv"][key] != texts["en"][key]}
    # Swedish and English may each leave out a fact that the other's grammar needs, but neither may want a new one.
    assert all(not key.startswith("command-") for key in differing)


def test_a_language_for_residents_only_has_no_text_of_its_own_and_wants_no_fact_that_is_not_given() -> None:
    given: dict[str, set[str]] = {}
    for language in COMPLETE:
        for _file, key, facts in messages(language):
            given.setdefault(key, set()).update(facts)

    for language in set(languages()) - set(COMPLETE):
        own = {key: facts for _file, key, facts in messages(language)}
        assert own.keys() <= given.keys()
        assert not {key: facts - given[key] for key, facts in own.items() if facts - given[key]}
        # Grammar may make a count or a step needless, but never a name, a number, a day or a reason.
        left_out = {key: given[key] - facts - {"count", "step", "language"} for key, facts in own.items()}
        assert not {key: facts for key, facts in left_out.items() if facts}


def test_no_key_stands_twice_in_a_language() -> None:
    for language in languages():
        keys = [key for _file, key, _facts in messages(language)]
        assert sorted(keys) == sorted(set(keys))


def test_every_text_that_the_code_says_exists_and_is_given_its_facts() -> None:
    used, _beginnings = _used()
    for language in COMPLETE:
        wanted = {key: facts for _file, key, facts in messages(language)}
        missing = {key for key, given in used.items() if given and key not in wanted}
        assert not missing
        short = {key: wanted[key] - facts for key, given in used.items() for facts in given if wanted[key] - facts}
        assert not short, f"{language}: facts that are not given"


def test_every_text_is_said_somewhere() -> None:
    used, beginnings = _used()
    parts = _parts("en")
    for _file, key, _facts in messages("en"):
        name = key.partition(".")[0]
        made = any(name.startswith(each) for each in beginnings)
        assert name in used or name in parts or made, f"{key} is never said"


def test_every_command_has_its_words_summary_and_example_in_every_language() -> None:
    for language in COMPLETE:
        texts = Texts(language, STOCKHOLM)
        for each in catalogue(command_words()).commands:
            assert texts.render(Text(f"command-{each.slug}.shown"))
            assert texts.render(Text(f"command-{each.slug}.summary")).endswith((".", "?", ")"))
            example = texts.render(Text(f"command-{each.slug}.example"))
            found = catalogue(command_words()).find(example)
            assert getattr(found, "command", None) is each, f"{language}: {example} does not call {each.name}"


def test_a_missing_text_or_fact_is_an_error_and_never_shown() -> None:
    texts = Texts("sv", STOCKHOLM)

    with pytest.raises(MissingText):
        texts.render(Text("no-such-text"))
    with pytest.raises(MissingText):
        texts.render(Text("help-unknown"))


def test_moments_are_shown_on_the_wall_clock_of_the_council() -> None:
    shown = Text("relay-room-silent", place=Text("place-open"), since=datetime(2026, 4, 9, 16, 0, tzinfo=UTC))

    assert "torsdag 9 april kl. 18.00" in Texts("sv", STOCKHOLM).render(shown)
    assert "Thursday 9 April at 18:00" in Texts("en", STOCKHOLM).render(shown)


def test_a_language_we_do_not_have_is_answered_in_english() -> None:
    assert Texts("ar", STOCKHOLM).language == "en"


@pytest.mark.parametrize(
    ("language", "name", "within"),
    [
        ("en", "police", "I1 from the police"),
        ("en", "the police", "I1 from the police"),
        ("en", "SL", "I1 from SL"),
        ("en", "Lindvassa Housing", "I1 from Lindvassa Housing"),
        ("sv", "polisen", "I1 från polisen"),
    ],
)
def test_a_name_stands_in_an_english_sentence_with_its_article_where_it_has_one(
    language: str, name: str, within: str
) -> None:
    source = Organisation("X", {language: name})

    assert Texts(language, STOCKHOLM).render(Text("share-post", id="I1", source=source)) == within


@pytest.mark.parametrize("language", languages())
def test_a_text_read_by_itself_is_the_one_that_its_whole_file_says(language: str) -> None:
    whole = {
        entry.id.name: entry
        for path in (ROOT / "locales" / language).glob("*.ftl")
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
        if isinstance(entry, ftl.Message)
    }
    alone = _bundle(language)._messages

    assert set(alone) == set(whole)
    assert [name for name, entry in whole.items() if not entry.equals(alone[name], ["span", "comment"])] == []
