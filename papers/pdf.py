"""A document as tagged PDF (PDF/UA-1), made by typst from data: nothing that people wrote is read as markup."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from council.text import Document, Heading, Item, Line, Quote, Text
from locales import REGIONS, Texts
from papers.weight import is_weighty, tied

MOST_TRIES = 60
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


Block = Mapping[str, str | list[str] | list[list[str]]]


class Unprintable(Exception):
    """No accessible PDF can be made of this."""


@cache
def is_available() -> bool:
    """Say whether the extra that makes PDF is installed."""
    return find_spec("typst") is not None


def made(document: Document, texts: Texts) -> bytes:
    """Return a document as a PDF file.

    Raises:
        Unprintable: it would not be accessible.
    """
    return set_blocks(
        tied(texts.render(document.title)), [_block(line, texts) for line in document.lines], texts.language
    )


def set_blocks(title: str, blocks: Sequence[Block], language: str) -> bytes:
    """Return blocks of words as a PDF file: headings, text, items, quotes, and tables with a head and rows.

    Raises:
        Unprintable: it would not be accessible.
    """
    import typst  # noqa: PLC0415 - an extra, and slow to load

    spoken, _, region = REGIONS[language].partition("_")
    data = json.dumps({"title": title, "language": spoken, "region": region, "blocks": blocks}, ensure_ascii=False)
    for _ in range(MOST_TRIES):
        try:
            return _compiled(data)
        except typst.TypstError as error:
            shown = _named(data, str(error))
            if shown == data:
                raise Unprintable("not accessible") from error
            data = shown
    raise Unprintable("too many signs without a letterform")


def _compiled(data: str) -> bytes:
    import typst  # noqa: PLC0415 - as above

    pdf: Any = typst.compile(
        (files("papers") / "paper.typ").read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"paper": data},
    )
    return bytes(pdf)


def _named(data: str, error: str) -> str:
    """Return the data with each sign that no font of ours can show replaced by its name."""
    for found in _UNSHOWN.findall(error):
        for sign in _ESCAPE.sub(lambda each: chr(int(each[1], 16)), found):
            inside = json.dumps(sign, ensure_ascii=False)[1:-1]
            name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
            data = data.replace(inside, f"[{name}]")
    return data


def _block(line: Line, texts: Texts) -> Block:
    match line:
        case Heading(text):
            words = texts.render(text).strip()
            # A heading that says nothing is none: PDF/UA refuses it.
            return {"kind": "heading" if words else "text", "text": words}
        case Item(text):
            return {"kind": "item", "text": texts.render(text)}
        case Quote(words):
            return {"kind": "quote", "text": words}
        case Text():
            return {"kind": "decision" if is_weighty(line) else "text", "text": texts.render(line)}
