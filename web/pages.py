"""The pages: which there are, and what their templates may use."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from council.record import Gathering
from council.yearly import Year
from papers import pdf
from web import figures
from web.assets import ICON, STYLE
from web.feeds.tables import TABLES
from web.house import LANGUAGES, House
from web.render import HTML, Tongue, rendered
from web.sheet import Sheet, sheet

MENU = ("start", "agenda", "meetings", "decisions", "promises", "questions", "figures", "reports")
MORE = ("removals", "data", "accessibility", "privacy")
PAGES = MENU + MORE
"""In the head of every page, and in its foot."""


def page(house: House, language: str, name: str, *, detail: str = "", at: str | None = None) -> Sheet:
    """Return a page of a council.

    Args:
        detail: the meeting or the year that a page of its own tells of.
        at: where it is, if not at its own address.
    """
    path = house.address(language, name, detail) if at is None else at
    tongue = house.tongue(language)
    values = _common(house, tongue, name, path) | {
        "others": {other: house.address(other, name, detail) for other in LANGUAGES if other != language},
        "canonical": f"{house.front.address}/{house.address(language, name, detail)}" if house.front.address else "",
    }
    if not detail:
        return sheet(HTML, rendered(f"{name}.html", tongue, values))
    if name == "meetings":
        return sheet(HTML, rendered("meeting.html", tongue, values | _of_meeting(house, detail, tongue)))
    return sheet(HTML, rendered("report.html", tongue, values | _of_year(house, int(detail))))


def councils(houses: Sequence[House], language: str, path: str) -> Sheet:
    """Return a list of the councils."""
    others = {other: f"{other}/" for other in LANGUAGES if other != language}
    values = {"houses": houses, "root": _root(path), "style": STYLE, "icon": ICON, "others": others}
    return sheet(HTML, rendered("councils.html", houses[0].tongue(language), values))


def nothing(houses: Sequence[House], path: str) -> Sheet:
    """Return what is told of an address at which there is nothing, in the language that it is in."""
    own = houses[0].record.council.language
    language = next((each for each in LANGUAGES if path.startswith(f"{each}/")), own)
    house = next((each for each in houses if path.startswith(each.home(language))), houses[0])
    tongue = house.tongue(language)
    values = _common(house, tongue, "", path) | {"others": {}, "canonical": ""}
    return sheet(HTML, rendered("nothing.html", tongue, values))


def _common(house: House, tongue: Tongue, name: str, path: str) -> dict[str, Any]:
    return {
        "record": house.record,
        "council": house.record.council,
        "front": house.front,
        "page": name,
        "menu": MENU,
        "more": MORE,
        "tables": TABLES,
        "root": _root(path),
        "home": _root(path) + house.home(tongue.language),
        "style": STYLE,
        "icon": ICON,
        "called": partial(figures.called, house.record, tongue),
        "counts": partial(figures.counts, tongue=tongue),
    }


def _of_meeting(house: House, number: str, tongue: Tongue) -> dict[str, Any]:
    meetings: Iterable[Gathering] = (*house.record.ahead, *house.record.held)
    return {
        "gathering": next(each for each in meetings if each.number == number),
        "blocks": partial(figures.blocks, tongue=tongue),
    }


def _of_year(house: House, number: int) -> dict[str, Any]:
    year: Year = next(each for each in house.record.years if each.year == number)
    return {
        "year": year,
        "pdf": pdf.is_available(),
        "of_year": partial(figures.in_year, year=year),
        "not_done": partial(figures.not_done, year=year),
    }


def _root(path: str) -> str:
    return "../" * path.count("/") or "./"
