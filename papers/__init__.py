"""Files made of the same lines as messages: Markdown, HTML, PDF; and calendar entries."""

from base64 import b64encode
from dataclasses import dataclass

import structlog

from council.text import Bundle, Chart, Document, Format, Invitation
from locales import Texts
from papers import ical, markdown, pdf, web
from papers.archive import zipped

log = structlog.get_logger()


@dataclass(frozen=True)
class Paper:
    """A file ready to be sent."""

    name: str
    mimetype: str
    data: bytes


def paper(document: Document, texts: Texts) -> Paper:
    """Return a document as a file. Without the extra that makes PDF it is HTML, which is as accessible."""
    if document.format is Format.PDF and not pdf.is_available():
        log.warning("no pdf", reason="the extra [pdf] is not installed")
        return _web(document, texts)
    match document.format:
        case Format.PDF:
            return _pdf(document, texts)
        case Format.MARKDOWN:
            return Paper(f"{document.name}.md", "text/markdown", markdown.made(document, texts).encode())
        case Format.HTML:
            return _web(document, texts)


def invitation(entry: Invitation, texts: Texts) -> Paper:
    """Return a calendar entry as a file that calendars open."""
    return Paper(f"{entry.name}.ics", "text/calendar", ical.posted(entry, texts))


def chart_content(figures: Chart, texts: Texts) -> dict[str, object]:
    """Return a chart as the outbox holds it: the picture, and below it all that it shows in words."""
    from papers import chart  # noqa: PLC0415 - what draws is heavy, and charts are rare

    data, height = chart.drawn(figures, texts)
    size = {"w": chart.WIDTH, "h": height}
    more = {"body": chart.in_words(figures, texts), "info": size}
    return {**file_content(Paper(f"{figures.name}.png", "image/png", data)), "body": more["body"], "more": more}


def file_content(made: Paper) -> dict[str, object]:
    """Return a file as the outbox holds it until it has been sent."""
    return {"name": made.name, "mimetype": made.mimetype, "data": b64encode(made.data).decode()}


def _pdf(document: Document, texts: Texts) -> Paper:
    try:
        return Paper(f"{document.name}.pdf", "application/pdf", pdf.made(document, texts))
    except pdf.Unprintable as why:
        log.warning("no pdf", reason=str(why))
        return _web(document, texts)


def _web(document: Document, texts: Texts) -> Paper:
    return Paper(f"{document.name}.html", "text/html", web.made(document, texts).encode())


def archive(bundle: Bundle, texts: Texts) -> Paper:
    """Return a bundle as one ZIP file."""
    made = [paper(document, texts) for document in bundle.documents]
    return Paper(f"{bundle.name}.zip", "application/zip", zipped(bundle, [(each.name, each.data) for each in made]))
