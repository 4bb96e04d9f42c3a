"""A document as Markdown. What people wrote is escaped: it never becomes markup."""

import re

from council.text import Document, Heading, Item, Line, Quote, Text
from locales import Texts
from papers.weight import is_weighty

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_AT_START = re.compile(r"^(\s*)([-+>]|\d+[.)])", re.MULTILINE)


def made(document: Document, texts: Texts) -> str:
    """Return a document as Markdown text."""
    blocks, in_list = [f"# {_escaped(texts.render(document.title))}"], False
    for line in document.lines:
        block = _block(line, texts)
        if isinstance(line, Item) and in_list:
            blocks[-1] += "\n" + block
        else:
            blocks.append(block)
        in_list = isinstance(line, Item)
    return "\n\n".join(blocks) + "\n"


def _block(line: Line, texts: Texts) -> str:
    match line:
        case Heading(text):
            return f"## {_escaped(texts.render(text))}"
        case Item(text):
            return f"- {_escaped(texts.render(text))}"
        case Quote(words):
            return "\n".join(f"> {_escaped(each)}" for each in words.splitlines() or [""])
        case Text() if is_weighty(line):
            return f"**{_escaped(texts.render(line)).strip()}**"
        case Text():
            return _escaped(texts.render(line))


def _escaped(words: str) -> str:
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", words))
