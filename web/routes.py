"""The addresses of the public window, and what is at each: pages and feeds in every language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from papers import pdf
from web import yearly_paper
from web.assets import ICON, STYLE, icon, style
from web.feeds import calendar, news, open311, plain, tables
from web.house import LANGUAGES, House
from web.pages import PAGES, councils, page
from web.render import rendered
from web.sheet import Sheet, sheet

Maker = Callable[[], Sheet]
Asker = Callable[[Mapping[str, str]], Sheet]


def routes(houses: Sequence[House]) -> dict[str, Maker]:
    """Return what is at each address. Nothing is made before it is asked for."""
    found: dict[str, Maker] = {STYLE: style, ICON: icon}
    for house in houses:
        for language in LANGUAGES:
            found |= dict(_pages(house, language))
            found |= {f"{house.home(language)}{name}": make for name, make in _feeds(house, language)}
    for language in LANGUAGES:
        found[f"{language}/"] = partial(_entrance, houses, language, f"{language}/")
    found[""] = partial(_entrance, houses, houses[0].record.council.language, "")
    return found


def askers(houses: Sequence[House]) -> dict[str, Asker]:
    """Return what answers questions: the published cases, of which one may ask for some, and of which council."""
    found: dict[str, Asker] = {}
    for house in houses:
        for language in LANGUAGES:
            home = house.home(language)
            cases = {f"{home}{name}": make for name, make in _cases(house, language)}
            found |= {path: partial(_checked, house, make) for path, make in cases.items()}
            for kind in open311.MIMETYPES:
                found[f"{home}open311/v2/requests.{kind}"] = partial(_asked, house, language, kind)
    return found


def _checked(house: House, make: Maker, query: Mapping[str, str]) -> Sheet:
    open311.of_council(query, house.slug)
    return make()


def _asked(house: House, language: str, kind: str, query: Mapping[str, str]) -> Sheet:
    open311.of_council(query, house.slug)
    return _requests(house, language, kind, open311.asked(query))


def _entrance(houses: Sequence[House], language: str, path: str) -> Sheet:
    """Return what is at the root: the one council's start page, or a list of them."""
    return page(houses[0], language, "start", at=path) if len(houses) == 1 else councils(houses, language, path)


def _pages(house: House, language: str) -> Iterator[tuple[str, Maker]]:
    for name in PAGES:
        yield house.address(language, name), partial(page, house, language, name)
    for meeting in (*house.record.ahead, *house.record.held):
        path = house.address(language, "meetings", meeting.number)
        yield path, partial(page, house, language, "meetings", detail=meeting.number)
    for year in house.record.years:
        path = house.address(language, "reports", str(year.year))
        yield path, partial(page, house, language, "reports", detail=str(year.year))


def _feeds(house: House, language: str) -> Iterator[tuple[str, Maker]]:
    """Yield each feed's address, from the council's own on, and what makes it."""
    record, tongue = house.record, house.tongue(language)
    yield "calendar.ics", lambda: sheet(calendar.MIMETYPE, calendar.made(record, tongue.texts))
    yield "news.atom", lambda: _news(house, language)
    yield "record.json", lambda: sheet(plain.MIMETYPE, plain.made(record, tongue))
    for name, table in tables.TABLES.items():
        yield f"{name}.csv", partial(_table, house, language, table)
    yield from _cases(house, language)
    if pdf.is_available():
        for year in record.years:
            yield f"reports/{year.year}.pdf", partial(_report, house, language, year.year)


def _cases(house: House, language: str) -> Iterator[tuple[str, Maker]]:
    """Yield the published cases as Open311 has them: where they are, their kinds, all of them, and each."""
    for kind, mimetype in open311.MIMETYPES.items():
        yield f"open311/discovery.{kind}", partial(_discovery, house, language, kind, mimetype)
        yield f"open311/v2/services.{kind}", partial(_services, house, language, kind, mimetype)
        yield f"open311/v2/requests.{kind}", partial(_requests, house, language, kind, open311.Asked())
        for matter in house.record.matters:
            only = open311.Asked(ids=frozenset({matter.label}))
            yield f"open311/v2/requests/{matter.label}.{kind}", partial(_requests, house, language, kind, only)


def _discovery(house: House, language: str, kind: str, mimetype: str) -> Sheet:
    found = open311.discovery(house.record, f"{house.front.address}/{house.home(language)}")
    return sheet(mimetype, open311.discovered(kind, found))


def _table(house: House, language: str, table: tables.Table) -> Sheet:
    return sheet(tables.MIMETYPE, tables.made(table(house.record, house.tongue(language))))


def _services(house: House, language: str, kind: str, mimetype: str) -> Sheet:
    return sheet(mimetype, open311.written(kind, "services", open311.services(house.tongue(language))))


def _requests(house: House, language: str, kind: str, wanted: open311.Asked) -> Sheet:
    found = open311.requests(house.record, house.tongue(language), wanted)
    return sheet(open311.MIMETYPES[kind], open311.written(kind, "service_requests", found))


def _report(house: House, language: str, number: int) -> Sheet:
    year = next(each for each in house.record.years if each.year == number)
    return sheet("application/pdf", yearly_paper.made(house.record, year, house.tongue(language)))


def _news(house: House, language: str) -> Sheet:
    record, tongue = house.record, house.tongue(language)
    zone, found = record.council.zone, news.news(record, tongue)
    values = {
        "council": record.council,
        "news": found,
        "updated": news.moment(max((each.on for each in found), default=record.today), zone),
        "moment": lambda on: news.moment(on, zone),
        "base": f"{house.front.address}/{house.home(language)}" if house.front.address else "",
        "authority": urlsplit(house.front.address).hostname or house.front.account.partition(":")[2].partition(":")[0],
    }
    return sheet(news.MIMETYPE, rendered("news.xml", tongue, values))
