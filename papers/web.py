"""A document as one HTML page that stands by itself: no script, nothing fetched, readable by a screen reader."""

import html
from collections.abc import Sequence

from council.text import Document, Heading, Item, Line, Quote, Text
from locales import Texts
from papers.pdf import Block
from papers.weight import is_weighty, tied

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 system-ui,sans-serif;color:#111;background:#fff}"
    "h1{font-size:1.6em;line-height:1.25}h2{font-size:1.2em;margin-top:1.6em}"
    "h1,h2{color:#1d4f7c}li{margin:.25em 0}"
    "blockquote{margin-left:0;padding-left:1em;border-left:.25em solid #555}"
    ".decision{margin:1em 0;padding:.6em .9em;border-left:.25em solid #1d4f7c;background:#f1f5f9}"
    "table{border-collapse:collapse}caption{text-align:left;font-weight:600;margin:.8em 0 .3em}"
    "th,td{padding:.3em .8em .3em 0;text-align:left;vertical-align:top;border-bottom:1px solid #767676;font-weight:400}"
    "thead th{font-weight:600}.wide{overflow-x:auto}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}.decision{break-inside:avoid}}"
)


def made(document: Document, texts: Texts) -> str:
    """Return a document as an HTML page."""
    return _page(tied(texts.render(document.title)), _body(document.lines, texts), texts.language)


def set_blocks(title: str, blocks: Sequence[Block], language: str) -> str:
    """Return blocks of words as an HTML page: headings, text, items, and tables with a head and rows."""
    parts: list[str] = []
    for block in blocks:
        in_list = bool(parts) and parts[-1].startswith("<li>")
        if in_list is not (block["kind"] == "item"):
            parts.append("</ul>" if in_list else "<ul>")
        parts.append(_set(block))
    closing = ["</ul>"] if parts and parts[-1].startswith("<li>") else []
    return _page(title, "\n".join([*parts, *closing]), language)


def _set(block: Block) -> str:
    words = _escaped(str(block["text"]))
    if block["kind"] == "table":
        head = "".join(f'<th scope="col">{_escaped(str(each))}</th>' for each in block["head"])
        rows = "".join(_row(list(cells)) for cells in block["rows"])
        return (
            f'<div class="wide" tabindex="0" role="region" aria-label="{html.escape(str(block["text"]))}"><table>'
            f"<caption>{words}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
    name = {"heading": "h2", "item": "li"}.get(str(block["kind"]), "p")
    return f"<{name}>{words}</{name}>"


def _row(cells: Sequence[str]) -> str:
    first, *others = (_escaped(cell) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'


def _page(title: str, body: str, language: str) -> str:
    shown = html.escape(title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{shown}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{shown}</h1>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
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
