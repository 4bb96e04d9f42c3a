"""Pictures of figures: readable on any ground, with everything they show in words."""

from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from council.concern import Category
from council.people import Place
from council.picturing import Answers, Concerns, answers, charts, concerns
from council.promise import Tally
from council.text import Chart
from locales import Texts
from papers import chart_content
from papers.chart import COLOURS, PAPER, WIDTH, drawn, in_words
from tests.council.month import cases, moment

ZONE = ZoneInfo("Europe/Stockholm")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
SWEDISH = Texts("sv", ZONE)


def april() -> list[Chart]:
    """Return the pictures of the month as it stood at the meeting."""
    counted = list(cases(moment("04-09T18:00")))
    first, last = date(2026, 3, 13), date(2026, 4, 9)
    return charts(Place.COUNCIL, concerns(counted, ZONE), answers(counted, ZONE), Tally(2, 1, 1), first, last)


def lightness(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    high, low = sorted((lightness(one), lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_months_concerns_are_counted_by_category_and_month() -> None:
    found = concerns(cases(moment("04-09T18:00")), ZONE)

    assert found.months == (MARCH, APRIL)
    assert found.categories[Category.LIGHTING] == (2, 1)
    assert sum(map(sum, found.categories.values())) == 23


def test_the_answers_of_the_month_are_16_of_17_on_time() -> None:
    assert answers(cases(moment("04-09T18:00")), ZONE) == (Answers(MARCH, 16, 1),)


def test_what_came_before_the_months_that_are_shown_is_counted_with_the_first() -> None:
    counted = list(cases(moment("04-09T18:00")))

    assert sum(map(sum, concerns(counted, ZONE).categories.values())) == len(counted)
    assert concerns([], ZONE) == Concerns((), {})


def test_everything_a_picture_shows_stands_in_words() -> None:
    shown = in_words(april()[0], SWEDISH)

    assert shown.startswith("Vad de boende tog upp\n23 ärenden, 13 mars–9 april\n- Belysning: 3 (")
    assert "andra slag: " in shown
    assert in_words(april()[1], SWEDISH).endswith("mars 2026: 16 av 17 (i tid 16 och för sent 1)")
    assert in_words(april()[2], SWEDISH) == "Löften\n4 löften i allt\n- Hållna: 2\n- Ej hållna: 1\n- Pågår: 1"


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_picture_has_a_phones_width_and_its_own_ground_with_round_corners(number: int) -> None:
    data, height = drawn(april()[number], SWEDISH)

    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, height))
    shown = picture.convert("RGBA")
    assert shown.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert shown.getpixel((WIDTH // 2, 20))[3] >= 250  # type: ignore[index]
    assert len(data) < 80_000


def test_the_file_carries_its_size_and_its_words() -> None:
    content = chart_content(april()[1], SWEDISH)

    assert content["name"] == "answers.png"
    more = content["more"]
    assert isinstance(more, dict)
    assert more["info"]["w"] == WIDTH
    assert more["body"].startswith("Svar i tid")


@pytest.mark.parametrize("colour", [each for tone, each in COLOURS.items() if tone.value != "earliest"])
def test_bars_stand_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, PAPER) >= 3


def test_nothing_is_drawn_of_nothing() -> None:
    assert charts(Place.COUNCIL, concerns([], ZONE), (), Tally(0, 0, 0), MARCH, APRIL) == []
