"""The commands as a page to read: docs/commands.md, made from their declarations and texts.

Written for whoever learns or teaches them, so it is in English and shows the words of every language.
"""

import inspect
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from commands import catalogue
from commands.declare import Command
from council.people import COUNCIL, EVERYONE, EVERYWHERE, Place, Role
from council.text import Text
from locales import Texts, command_words, topics

LANGUAGES = {"sv": "Swedish", "en": "English"}
"""The languages that have every text."""

INTRODUCTION = """\
# Commands

<!-- Made by `make docs` from the declarations in commands/ and the texts in locales/. Edit those, not this page. -->

A message that begins with `!` and a letter is a command. Every command can be called by its words in any language,
wherever it is typed; the answer comes in the language of the person, else of the room, else of the council. Upper and
lower case, smart quotes, long dashes and extra spaces make no difference, and a word that is nearly right is answered
with "Did you mean ...?". `!help` shows what one can write in a room, and `!help agenda` what one can do with the
agenda.

In a direct chat a resident needs no command: plain words become a draft, and the bot asks before it registers
anything. Yes and no can be written plainly or given as a thumb up or down.

**Who** and **where** are checked before a command is carried out. Who somebody is follows from the full Matrix ID,
never from a display name. *Everywhere* is the open room, the council room, the secretariat room and direct chats.
Some commands look closer: a member changes only what belongs to the own organisation, and moving or cancelling a
meeting is prepared by the secretary and decided by the chair.

**Edited and deleted messages.** A command that was refused is carried out as it stands after an edit. One that only
shows or sets something is carried out again, and its deletion needs nothing done. Of the others each says below what
an edit or a deletion does; where it says *stands*, nothing is changed, and the bot says so.
"""


def commands_page() -> str:
    """Return the text of docs/commands.md."""
    known = {each.slug: each for each in catalogue(command_words()).commands}
    sections = [(title, [known[slug] for slug in slugs if slug in known]) for title, slugs in topics().items() if slugs]
    # What everybody may say comes first, what is for few last.
    sections.sort(key=lambda section: (-_for_everyone(section[1]), section[0]))
    texts = {language: Texts(language, ZoneInfo("UTC")) for language in LANGUAGES}
    lines = [INTRODUCTION]
    for title, commands in sections:
        lines.append(f"## {title}\n")
        for each in commands:
            lines += [*_entry(each, texts), ""]
    return "\n".join(lines).rstrip() + "\n"


def _for_everyone(commands: list[Command]) -> float:
    return sum(each.who >= EVERYONE for each in commands) / len(commands)


def _entry(command: Command, texts: dict[str, Texts]) -> Iterator[str]:
    """Yield the lines about one command."""
    said = {language: _said(command, each) for language, each in texts.items()}
    yield f"### !{command.name}\n"
    for language, name in LANGUAGES.items():
        summary, example = said[language]
        yield f"- {name}: {_words(command, language)}. {summary} Example: `{example}`"
    yield f"- Who: {_who(command.who)}. Where: {_where(command.where)}."
    yield f"- Edited: {_edit(command)} Deleted: {_removal(command)}"


def _said(command: Command, texts: Texts) -> tuple[str, str]:
    summary, example = (texts.render(Text(f"command-{command.slug}.{part}")) for part in ("summary", "example"))
    return summary, example


def _words(command: Command, language: str) -> str:
    return ", ".join(f"`!{phrase}`" for phrase in command_words(language)[command.slug])


def _who(roles: frozenset[Role]) -> str:
    if roles >= EVERYONE:
        return "everybody"
    if roles >= COUNCIL:
        return ", ".join(["everybody in the council", *_named(roles - COUNCIL)])
    return ", ".join(_named(roles))


def _named(roles: frozenset[Role]) -> list[str]:
    return [each.value.replace("_", "-") for each in Role if each in roles]


def _where(places: frozenset[Place]) -> str:
    if places >= EVERYWHERE:
        return "everywhere"
    names = {Place.DIRECT: "a direct chat"}
    return ", ".join(names.get(each, f"the {each.value} room") for each in Place if each in places)


def _edit(command: Command) -> str:
    if command.edit_handler is not None:
        return _told(command.edit_handler)
    return "carried out again." if command.again else "stands."


def _removal(command: Command) -> str:
    if command.removal_handler is not None:
        return _told(command.removal_handler)
    return "nothing to do." if command.again else "stands."


def _told(handler: Callable[..., Any]) -> str:
    """Return the first line of a handler's docstring as the end of a sentence."""
    line = (inspect.getdoc(handler) or "").splitlines()[0]
    return line[:1].lower() + line[1:]
