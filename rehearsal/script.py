"""The script: what is typed by whom, where and when, and what the bot is expected to say, from april/*.yaml.

A file is a mapping with `scenes`, a list, and perhaps `rows`: then every scene is played once for each row, with
the row's facts filled in where the scene writes `{fact}`, if the row has the facts that the scene is `of`.
Where a fact is an organisation, `{fact_name}` is its name and `{fact_in_text}` its name within a sentence.

A scene: `at`, perhaps `who`, `in` and one deed (`says`, `edits`, `deletes`, `reacts`, `answers`, `threads`,
`opens_chat`, `shows`), `needs` (capabilities without which it is left out), `unless` (capabilities with which it is
left out), `label`, and `hears`: what the bot says then. A post that is expected: `in` (one place or several; a
person's key means their direct chat), `sv` and `en`, perhaps its own `at`, `needs`, `unless` and `label`, and
`in_any` if it may be in either language. In a text, `[...]` stands for anything, and `{SAFETY}` and the like for the
fragments of texts.yaml.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from rehearsal.cast import APRIL
from rehearsal.wording import fill, read_moment, within_a_sentence

DEEDS = ("says", "edits", "deletes", "reacts", "answers", "threads", "opens_chat", "shows")
LANGUAGES = ("sv", "en", "fi", "ar")
SPOKEN = ("sv", "en", "fi")
NOT_SCENES = frozenset({"cast.yaml", "texts.yaml", "capabilities.yaml", "welcome.yaml"})

Worded = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True)
class Expected:
    """One post that the bot is expected to make, exactly once.

    Args:
        place: open, council, secretariat, operators, or the key of the person whose direct chat it is.
        text: by language, `[...]` for anything.
        needs: the capabilities it comes from.
        in_any: whether it may be in any of the languages: what a person is told before choosing one.
        source: the file it stands in, for whoever has to mend it.
    """

    at: datetime
    place: str
    text: Worded
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    label: str | None = None
    in_any: bool = False
    source: str = ""


@dataclass(frozen=True)
class Scene:
    """One deed of one person, or only a moment at which the bot is expected to speak by itself.

    Args:
        deed: one of DEEDS, or None if nobody does anything.
        place: where, as in Expected; None means the doer's own direct chat with the bot.
        target: the label of the post that is edited, deleted, reacted to or answered.
    """

    at: datetime
    who: str | None = None
    deed: str | None = None
    place: str | None = None
    text: Worded = field(default_factory=dict)
    target: str | None = None
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    label: str | None = None
    hears: tuple[Expected, ...] = ()


@dataclass(frozen=True)
class Script:
    """The whole month, in order."""

    scenes: tuple[Scene, ...]

    @property
    def expected(self) -> tuple[Expected, ...]:
        """Every post that the month asks of the bot, whether it can make it yet or not."""
        return tuple(chain.from_iterable(scene.hears for scene in self.scenes))

    def playable(self, capabilities: frozenset[str]) -> "Script":
        """Return the script without what these capabilities cannot play."""
        kept = (scene for scene in self.scenes if _possible(scene.needs, scene.unless, capabilities))
        return Script(tuple(_shortened(scene, capabilities) for scene in kept))


def read_script(folder: Path = APRIL) -> Script:
    """Return the script of a month's folder, in the order of its moments (and of its files, where they coincide)."""
    organisations = yaml.safe_load((folder / "cast.yaml").read_text())["organisations"]
    fragments = {
        **yaml.safe_load((APRIL / "texts.yaml").read_text()),
        **{code: organisation["names"] for code, organisation in organisations.items()},
    }
    files = sorted(path for path in folder.glob("*.yaml") if path.name not in NOT_SCENES)
    scenes = chain.from_iterable(_scenes(path, fragments) for path in files)
    return Script(tuple(sorted(scenes, key=lambda scene: scene.at)))


def read_capabilities(folder: Path = APRIL) -> frozenset[str]:
    """Return what the bot can do now, by the names that the script uses."""
    return frozenset(yaml.safe_load((folder / "capabilities.yaml").read_text())["exist"])


def _scenes(path: Path, fragments: Mapping[str, Worded]) -> Iterator[Scene]:
    written = yaml.safe_load(path.read_text())
    for row in written.get("rows", [{}]):
        facts = {**fragments, **{name: _fact(fact) for name, fact in row.items()}}
        named = {name: fragments[fact] for name, fact in row.items() if isinstance(fact, str) and fact in fragments}
        facts |= {f"{name}_name": known for name, known in named.items()}
        facts |= {f"{name}_in_text": within_a_sentence(known) for name, known in named.items()}
        for scene in written["scenes"]:
            if _names(scene, "of") <= set(row):
                yield _scene(scene, facts, path.name)


def _fact(fact: object) -> object:
    """Return a row's fact; what is written as a day or a time is a moment."""
    try:
        return read_moment(fact)
    except ValueError:
        return fact


def _scene(written: dict[str, Any], facts: Mapping[str, Any], source: str) -> Scene:
    at = read_moment(_filled(written["at"], facts))
    deed = next((deed for deed in DEEDS if deed in written), None)
    needs, unless = _names(written, "needs"), _names(written, "unless")
    said = written[deed] if deed else {}
    place = written.get("in")
    return Scene(
        at=at,
        who=_filled(written["who"], facts) if "who" in written else None,
        deed=deed,
        place=_filled(place, facts) if place else None,
        text=_worded(said, facts) if deed != "deletes" else {},
        target=_filled(written["to"], facts) if "to" in written else None,
        needs=needs,
        unless=unless,
        label=_filled(written["label"], facts) if "label" in written else None,
        hears=tuple(
            chain.from_iterable(_expected(post, at, needs, facts, source) for post in written.get("hears", ()))
        ),
    )


def _expected(
    written: dict[str, Any], at: datetime, needs: frozenset[str], facts: Mapping[str, Any], source: str
) -> Iterator[Expected]:
    places = written["in"] if isinstance(written["in"], list) else [written["in"]]
    for place in places:
        yield Expected(
            at=read_moment(_filled(written["at"], facts)) if "at" in written else at,
            place=_filled(place, facts),
            text=_worded({name: written[name] for name in LANGUAGES if name in written}, facts),
            needs=needs | _names(written, "needs"),
            unless=_names(written, "unless"),
            label=_filled(written["label"], facts) if "label" in written else None,
            in_any=bool(written.get("in_any", False)),
            source=source,
        )


def _filled(written: object, facts: Mapping[str, Any]) -> str:
    return fill(str(written), dict(facts), "sv")


def _worded(written: object, facts: Mapping[str, Any]) -> Worded:
    """Return a text in each language it is written in; plain text is the same in all."""
    texts = written if isinstance(written, dict) else dict.fromkeys(LANGUAGES, str(written))
    return {language: fill(text, dict(facts), _known(language)) for language, text in texts.items()}


def _known(language: str) -> str:
    return language if language in SPOKEN else "en"


def _names(written: dict[str, Any], key: str) -> frozenset[str]:
    names = written.get(key, ())
    return frozenset((names,) if isinstance(names, str) else names)


def _possible(needs: frozenset[str], unless: frozenset[str], capabilities: frozenset[str]) -> bool:
    return needs <= capabilities and not unless & capabilities


def _shortened(scene: Scene, capabilities: frozenset[str]) -> Scene:
    kept = [post for post in scene.hears if _possible(post.needs, post.unless, capabilities)]
    return Scene(**{**vars(scene), "hears": tuple(kept)})
