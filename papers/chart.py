"""Pictures of figures, drawn to be read on a phone, on light ground and on dark.

The picture brings its own ground, so that it reads the same in every theme. What a colour says is said by a
pattern and by numbers too, and all of it once more in the text that stands beside it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from council.text import Bar, Chart, Text, Tone
from locales import Texts

WIDTH = 1080
"""Of the finished picture: three pixels for each of a phone's 360."""
FINE = 2
"""Drawn so many times larger and then reduced, so that round corners are smooth."""
MARGIN, GAP, BAR, CORNER = 60, 36, 40, 12
TITLE, LABEL, SMALL = 52, 42, 36
PAPER, INK, QUIET, RAIL = "#FBFAF7", "#17212B", "#505C68", "#E9E6DF"
COLOURS = {
    Tone.EARLIEST: "#9CC9CF",
    Tone.EARLIER: "#2F7F8B",
    Tone.LATEST: "#0B4A57",
    Tone.GOOD: "#0B6168",
    Tone.BAD: "#B84A14",
}
STRIPED = frozenset({Tone.BAD})
LIGHT_ENOUGH = 140


@dataclass
class _Sheet:
    """A picture being drawn, and how far down it is done. Measures are in finished pixels."""

    draw: ImageDraw.ImageDraw
    image: Image.Image
    texts: Texts
    top: float = MARGIN

    def write(self, at: float, words: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """Write words from a place on."""
        self.draw.text((at * FINE, self.top * FINE), words, fill=colour, font=_font(size, bold=bold))

    def write_to(self, end: float, words: str, size: int) -> None:
        """Write words that end at a place."""
        self.write(end - _width(words, size, bold=True), words, size, bold=True)

    def box(self, left: float, right: float, colour: str, height: int = BAR) -> tuple[int, int, int, int]:
        """Draw a box from here down; return where."""
        here = (int(left * FINE), int(self.top * FINE), int(right * FINE), int((self.top + height) * FINE))
        self.draw.rectangle(here, fill=colour)
        return here


def in_words(chart: Chart, texts: Texts) -> str:
    """Return all that a chart shows, as lines of text: for whoever cannot see it."""
    rows = [f"- {texts.render(row(chart, bar))}" for bar in chart.bars]
    return "\n".join([texts.render(chart.title), texts.render(chart.note), *rows])


def row(chart: Chart, bar: Bar) -> Text:
    """Return one bar as a line of text, with the parts it is made of if there are several."""
    counts = tuple(
        Text("chart-part", name=name, count=count)
        for (name, _tone), count in zip(chart.parts, bar.counts or (0,) * len(chart.parts), strict=True)
        if count
    )
    if len(chart.parts) == 1 or not counts:
        return Text("chart-row", label=bar.label, value=bar.value)
    return Text("chart-row-parts", label=bar.label, value=bar.value, parts=counts)


def drawn(chart: Chart, texts: Texts) -> tuple[bytes, int]:
    """Return a chart as a PNG file, and how high it is; it is WIDTH wide."""
    title = _wrapped(texts.render(chart.title), TITLE, bold=True)
    height = _height(chart, len(title))
    image = Image.new("RGB", (WIDTH * FINE, height * FINE), PAPER)
    sheet = _Sheet(ImageDraw.Draw(image), image, texts)
    for line in title:
        sheet.write(MARGIN, line, TITLE, bold=True)
        sheet.top += TITLE + 12
    sheet.write(MARGIN, texts.render(chart.note), SMALL, QUIET)
    sheet.top += SMALL + GAP
    if len(chart.parts) > 1:
        _legend(sheet, chart.parts)
    for bar in chart.bars:
        _bar(sheet, chart, bar)
    return _file(image, height), height


def _height(chart: Chart, title_lines: int) -> int:
    legend = SMALL + GAP if len(chart.parts) > 1 else 0
    bars = sum(LABEL + 14 + (BAR + GAP if bar.counts else GAP - LABEL // 2) for bar in chart.bars)
    return 2 * MARGIN + title_lines * (TITLE + 12) + SMALL + GAP + legend + bars - GAP


def _legend(sheet: _Sheet, parts: tuple[tuple[Text, Tone], ...]) -> None:
    at = float(MARGIN)
    for name, tone in parts:
        words = sheet.texts.render(name)
        here = sheet.box(at, at + SMALL, COLOURS[tone], SMALL)
        if tone in STRIPED:
            _stripe(sheet, here)
        sheet.write(at + SMALL + 14, words, SMALL, INK)
        at += SMALL + 14 + _width(words, SMALL) + 44
    sheet.top += SMALL + GAP


def _bar(sheet: _Sheet, chart: Chart, bar: Bar) -> None:
    value = sheet.texts.render(bar.value)
    room = WIDTH - 2 * MARGIN - _width(value, LABEL, bold=True) - 30
    sheet.write(MARGIN, _cut(sheet.texts.render(bar.label), LABEL, room), LABEL)
    sheet.write_to(WIDTH - MARGIN, value, LABEL)
    sheet.top += LABEL + 14
    if not bar.counts:
        sheet.top += GAP - LABEL // 2
        return
    sheet.box(MARGIN, WIDTH - MARGIN, RAIL)
    longest = max(sum(each.counts) for each in chart.bars)
    at, scale = float(MARGIN), (WIDTH - 2 * MARGIN) / max(1, longest)
    for (_name, tone), count in zip(chart.parts, bar.counts, strict=True):
        if count:
            _segment(sheet, tone, at, at + count * scale, str(count) if len(chart.parts) > 1 else "")
            at += count * scale
    _round_off(sheet)
    sheet.top += BAR + GAP


def _segment(sheet: _Sheet, tone: Tone, left: float, right: float, words: str) -> None:
    here = sheet.box(left, right, COLOURS[tone])
    if tone in STRIPED:
        _stripe(sheet, here)
    wide = _width(words, SMALL, bold=True)
    if words and right - left > wide + 20:
        ink = PAPER if _lightness(COLOURS[tone]) < LIGHT_ENOUGH else INK
        middle = (left + right - wide) / 2
        if tone in STRIPED:
            sheet.box(middle - 8, middle + wide + 8, COLOURS[tone])
        centre = (middle * FINE, (sheet.top + BAR / 2) * FINE)
        sheet.draw.text(centre, words, fill=ink, font=_font(SMALL, bold=True), anchor="lm")
    if left > MARGIN:
        sheet.box(left - 1.5, left + 1.5, PAPER)


def _stripe(sheet: _Sheet, here: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = here
    stripes = Image.new("L", (max(1, right - left), bottom - top), 0)
    draw = ImageDraw.Draw(stripes)
    for start in range(-(bottom - top), right - left, 28):
        draw.line((start, bottom - top, start + bottom - top, 0), fill=110, width=7)
    sheet.image.paste(Image.new("RGB", stripes.size, PAPER), (left, top), stripes)


def _round_off(sheet: _Sheet) -> None:
    """Round the ends of the bar that was just drawn."""
    size = (int((WIDTH - 2 * MARGIN) * FINE) + 1, BAR * FINE + 1)
    outside = Image.new("L", size, 255)
    ImageDraw.Draw(outside).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), CORNER * FINE, fill=0)
    sheet.image.paste(Image.new("RGB", size, PAPER), (int(MARGIN * FINE), int(sheet.top * FINE)), outside)


def _file(image: Image.Image, height: int) -> bytes:
    """Return the picture reduced, with round corners that let any ground through."""
    small = image.resize((WIDTH, height), Image.Resampling.LANCZOS)
    mask = Image.new("L", (WIDTH * FINE, height * FINE), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, WIDTH * FINE - 1, height * FINE - 1), 40 * FINE, fill=255)
    small.putalpha(mask.resize((WIDTH, height), Image.Resampling.LANCZOS))
    done = BytesIO()
    small.quantize(128, method=Image.Quantize.FASTOCTREE).save(done, "PNG", optimize=True)
    return done.getvalue()


def _wrapped(words: str, size: int, *, bold: bool) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, size, bold=bold) > WIDTH - 2 * MARGIN:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def _cut(words: str, size: int, room: float) -> str:
    while len(words) > 1 and _width(words, size) > room:
        words = words.rstrip("…")[:-1] + "…"
    return words


def _width(words: str, size: int, *, bold: bool = False) -> float:
    return _font(size, bold=bold).getlength(words) / FINE


def _lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@cache
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    file = files("papers").joinpath("fonts", f"Inter-{'SemiBold' if bold else 'Regular'}.otf")
    return ImageFont.truetype(BytesIO(file.read_bytes()), size * FINE)
