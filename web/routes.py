"""The addresses of the public window, and what is at each: pages in every language, and what they are drawn with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from council.record import Record
from locales import Texts
from web.front import Front
from web.render import HTML, Tongue, rendered
from web.sheet import Sheet, sheet

LANGUAGES = ("sv", "en")
MENU = ("start", "agenda")
MORE: tuple[str, ...] = ()
PAGES = MENU + MORE
"""In the head of every page, and in its foot."""
Maker = Callable[[], Sheet]


@dataclass(frozen=True)
class House:
    """One council as its pages show it."""

    record: Record
    front: Front

    @property
    def slug(self) -> str:
        """Return its short name, which its addresses hold."""
        return self.record.council.slug

    def tongue(self, language: str) -> Tongue:
        """Return a language, with the clocks of the council's zone."""
        return Tongue(Texts(language, ZoneInfo(self.record.council.zone)), self.record.council.language)


def routes(houses: Sequence[House]) -> dict[str, Maker]:
    """Return what is at each address. Nothing is made before it is asked for."""
    found: dict[str, Maker] = {STYLE: style, ICON: icon}
    for house in houses:
        for language in LANGUAGES:
            found |= dict(_of_council(house, language))
    for language in LANGUAGES:
        found[f"{language}/"] = partial(_entrance, houses, language, f"{language}/")
    found[""] = partial(_entrance, houses, houses[0].record.council.language, "")
    return found


def _of_council(house: House, language: str) -> Iterator[tuple[str, Maker]]:
    for page in PAGES:
        yield address(house, language, page), partial(_page, house, language, page)


def address(house: House, language: str, page: str, detail: str = "") -> str:
    """Return where a page is, from the root and without a leading slash."""
    parts = [language, house.slug, *([] if page == "start" else [page]), *([detail] if detail else [])]
    return "/".join(parts) + "/"


def _entrance(houses: Sequence[House], language: str, path: str) -> Sheet:
    """Return what is at the root: the one council's start page, or a list of them."""
    if len(houses) == 1:
        return _page(houses[0], language, "start", at=path)
    tongue = houses[0].tongue(language)
    values = {"houses": houses, "root": _root(path), "style": STYLE, "icon": ICON, "others": _others(language)}
    return sheet(HTML, rendered("councils.html", tongue, values))


def _page(house: House, language: str, page: str, *, at: str | None = None) -> Sheet:
    path = at if at is not None else address(house, language, page)
    return sheet(HTML, rendered(f"{page}.html", house.tongue(language), view(house, language, page, path)))


def view(house: House, language: str, page: str, path: str, detail: str = "") -> Mapping[str, Any]:
    """Return what every template of a council's pages may use."""
    return {
        "record": house.record,
        "council": house.record.council,
        "front": house.front,
        "page": page,
        "menu": MENU,
        "more": MORE,
        "root": _root(path),
        "home": f"{_root(path)}{language}/{house.slug}/",
        "others": {other: address(house, other, page, detail) for other in LANGUAGES if other != language},
        "canonical": f"{house.front.address}/{address(house, language, page, detail)}" if house.front.address else "",
        "style": STYLE,
        "icon": ICON,
    }


def _others(language: str) -> dict[str, str]:
    return {other: f"{other}/" for other in LANGUAGES if other != language}


def _root(path: str) -> str:
    return "../" * path.count("/") or "./"


@cache
def style() -> Sheet:
    """Return the one style sheet."""
    return sheet("text/css; charset=utf-8", (files("web") / "assets" / "site.css").read_bytes(), lasting=True)


@cache
def icon() -> Sheet:
    """Return the mark that browsers show beside the title."""
    return sheet("image/svg+xml", (files("web") / "assets" / "icon.svg").read_bytes(), lasting=True)


STYLE = f"assets/site-{style().tag[:8]}.css"
ICON = f"assets/icon-{icon().tag[:8]}.svg"
