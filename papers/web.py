"""A document as one HTML page that stands by itself: no script, nothing fetched, readable by a screen reader."""

import html
from collections.abc import Sequence

from council.text import Document, Heading, Item, Line, Quote, Text
from locales import Texts
from papers.weight import is_weighty, tied

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 system-ui,sans-serif;color:#111;background:#fff}"
    "h1{font-size:1.6em;line-height:1.25}h2{font-size:1.2em;margin-top:1.6em}"
    "h1,h2{color:#1d4f7c}li{margin:.25em 0}"
    "blockquote{margin-left:0;padding-left:1em;border-left:.25em solid #555}"
    ".decision{margin:1em 0;padding:.6em .9em;border-left:.25em solid #1d4f7c;background:#f1f5f9}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}.decision{break-inside:avoid}}"
)


def made(document: Document, texts: Texts) -> str:
    """Return a document as an HTML page."""
    title = html.escape(tied(texts.render(document.title)))
    return (
        f'<!doctype html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"{_body(document.lines, texts)}\n</main>\n</body>\n</html>\n"
    )


def _body(lines: Sequence[Line], texts: Texts) -> str:
    parts: list[str] = []
    in_list = False
    for line in lines:
        if isinstance(line, Item) is not in_list:
            in_list = not in_list
            parts.append("<ul>" if in_list else "</ul>")
        parts.append(_element(line, texts))
    return "\n".join([*parts, "</ul>"] if in_list else parts)


def _element(line: Line, texts: Texts) -> str:
    match line:
        case Heading(text):
            return f"<h2>{_escaped(texts.render(text))}</h2>"
        case Item(text):
            return f"<li>{_escaped(texts.render(text))}</li>"
        case Quote(words):
            return f"<blockquote><p>{_escaped(words)}</p></blockquote>"
        case Text() if is_weighty(line):
            return f'<p class="decision"><strong>{_escaped(texts.render(line))}</strong></p>'
        case Text():
            return f"<p>{_escaped(texts.render(line))}</p>"


def _escaped(words: str) -> str:
    return html.escape(words, quote=False).replace("\n", "<br>")
