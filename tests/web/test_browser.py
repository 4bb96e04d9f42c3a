"""The pages in a real browser: for everybody, by keyboard, on any screen, and without a word to anybody else.

Pictures of every page are kept in tmp/pages.
"""

import os
import re
import shutil
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Route, ViewportSize, async_playwright

from tests.town import Town
from tests.web.rich import enrich
from tests.web.visitor import Visitor, visiting

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("browser"),
    # The pages look the same whatever they are stored in.
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ABSENT = "no Chromium on the PATH; on Debian: apt-get install chromium (or CHROMIUM=/path/to/it)"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PICTURES = Path(__file__).parents[2] / "tmp" / "pages"
NOWHERE = ("sv/lindvassa/nowhere/", "en/lindvassa/nowhere/")
Scheme = Literal["light", "dark"]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@dataclass
class Site:
    """The rich town's pages, and a browser to see them with."""

    origin: str
    browser: Browser
    pages: tuple[str, ...]

    def addresses(self) -> list[str]:
        """Return every page there is, in both languages, and that of an address where there is none."""
        return [f"{self.origin}/{page}" for page in (*self.pages, *NOWHERE)]


async def pages_of(visitor: Visitor) -> tuple[str, ...]:
    """Return the addresses of all pages that are served, whichever they are; those at the root are start pages."""
    served = [each for each in await visitor.shelf.paths() if each.endswith("/") and each.count("/") > 1]
    assert {each.partition("/")[0] for each in served} == {"sv", "en"}
    return tuple(served)


def leaving(asked: Iterable[str], origin: str) -> list[str]:
    """Return what was asked of anybody else than the pages' own server."""
    return [url for url in asked if not url.startswith(f"{origin}/")]


def chromium() -> str:
    """Return the browser's path, or leave the tests out; where nothing may be left out, fail."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    if os.environ.get("REQUIRE_CHROMIUM") == "1":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)


@pytest.fixture
async def site(town: Town) -> AsyncIterator[Site]:
    """The pages of a town that has been through everything, and a browser."""
    path = chromium()
    await enrich(town)
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with visiting(town) as visitor, async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=path, args=FLAGS)
        yield Site(str(visitor.client.make_url("/")).rstrip("/"), browser, await pages_of(visitor))
        await browser.close()


@pytest.fixture
async def first_day(town: Town) -> AsyncIterator[Site]:
    """The pages of a council at which nothing at all has happened, and a browser."""
    path = chromium()
    async with visiting(town) as visitor, async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=path, args=FLAGS)
        yield Site(str(visitor.client.make_url("/")).rstrip("/"), browser, await pages_of(visitor))
        await browser.close()


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 900}


def name_of(address: str) -> str:
    """Return a page's address as part of a file's name."""
    return (
        re.sub(r"^https?://[^/]+/(..)/lindvassa/(.*)$", r"\2-\1", address)
        .replace("/", "-")
        .replace("--", "-")
        .strip("-")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_wrong_on_any_page_in_either_language(site: Site, scheme: Scheme) -> None:
    found: list[str] = []
    for width in (320, 1280) if scheme == "light" else (1280,):
        # The pages allow no scripts; only for axe to run in them is that lifted.
        context = await site.browser.new_context(viewport=_size(width), color_scheme=scheme, bypass_csp=True)
        page = await context.new_page()
        for address in site.addresses():
            await page.goto(address)
            results = await Axe().run(page, options=RULES)
            wrong = results.response["violations"]
            found += [
                f"{address} {width} {each['id']}: {node['html'][:120]}" for each in wrong for node in each["nodes"]
            ]
        await context.close()

    assert found == []


async def test_a_council_on_its_first_day_has_whole_pages(first_day: Site) -> None:
    context = await first_day.browser.new_context(viewport=_size(320), bypass_csp=True)
    page = await context.new_page()
    found: list[str] = []
    for address in first_day.addresses():
        await page.goto(address)
        results = await Axe().run(page, options=RULES)
        found += [f"{address} {each['id']}" for each in results.response["violations"]]
        if await page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append(f"{address} is too wide")
        if not await page.locator("main p").count():
            found.append(f"{address} says nothing")

    assert found == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (768, "light"), (1280, "light"), (1280, "dark")]
)
async def test_no_page_is_wider_than_the_screen_or_asks_anybody_else_for_anything(
    site: Site, width: int, scheme: Scheme
) -> None:
    context = await site.browser.new_context(viewport=_size(width), color_scheme=scheme)
    page = await context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    wide: list[str] = []
    for address in site.addresses():
        await page.goto(address)
        if await page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
        for details in await page.locator("details").all():
            await details.evaluate("it => { it.open = true }")
        await page.screenshot(path=PICTURES / f"{name_of(address)}-{width}-{scheme}.png", full_page=True)

    assert wide == []
    assert len(asked) > len(site.pages)
    assert leaving(asked, site.origin) == []
    # Only the page that is not there is complained of.
    assert [each for each in complaints if "404" not in each] == []
    assert await context.cookies() == []


async def test_a_page_that_asked_somebody_else_would_be_seen_and_its_policy_would_stop_it(site: Site) -> None:
    picture = "https://elsewhere.example/dot.png"
    seen: list[str] = []
    gone: list[str] = []

    async def note(route: Route) -> None:
        gone.append(route.request.url)
        await route.abort()

    for lifts_policy in (False, True):
        context = await site.browser.new_context(bypass_csp=lifts_policy)
        page = await context.new_page()
        await context.route(picture, note)
        page.on("request", lambda request: seen.append(request.url))
        await page.goto(f"{site.origin}/sv/lindvassa/")
        before = len(gone)
        await page.evaluate(
            "url => new Promise(done => { const it = new Image(); it.onload = it.onerror = done; it.src = url })",
            picture,
        )
        assert gone[before:] == ([picture] if lifts_policy else [])

    # What the policy stops is seen all the same.
    assert leaving(seen, site.origin) == [picture, picture]


async def test_text_twice_as_large_needs_no_scrolling_sideways(site: Site) -> None:
    page = await site.browser.new_page(viewport=_size(640))
    wide: list[str] = []
    for address in site.addresses():
        await page.goto(address)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        if await page.evaluate("document.documentElement.scrollWidth") > 640:
            wide.append(address)

    assert wide == []


async def focused(page: Page) -> str:
    """Return the words of what has the focus, and whether that can be seen."""
    return str(
        await page.evaluate(
            "(() => { const it = document.activeElement, style = getComputedStyle(it); "
            "return it.innerText.trim() + (style.outlineStyle === 'none' ? ' (unseen)' : '') })()"
        )
    )


async def test_everything_is_reached_by_keyboard_alone_and_the_focus_is_seen(site: Site) -> None:
    page = await site.browser.new_page()
    await page.goto(f"{site.origin}/en/lindvassa/")
    links = await page.locator("a:visible").count()
    reached: list[str] = []
    for _ in range(links):
        await page.keyboard.press("Tab")
        reached.append(await focused(page))

    assert reached[0] == "Skip to the content"
    assert reached[1:4] == ["Lindvassa Safety Council", "På svenska", "Start"]
    assert {"Agenda", "Yearly reports", "Open a chat with the bot", "Accessibility"} <= set(reached)
    assert [each for each in reached if each.endswith("(unseen)")] == []


async def test_the_first_key_skips_to_the_content_and_a_link_is_followed_with_enter(site: Site) -> None:
    page = await site.browser.new_page()
    await page.goto(f"{site.origin}/en/lindvassa/")

    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    inside = await page.evaluate("document.activeElement.closest('main') !== null")
    await page.get_by_role("link", name="See the agenda").focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")

    assert inside
    assert await page.locator("h1").inner_text() == "Agenda"
    assert await page.locator("[aria-current=page]").inner_text() == "Agenda"


async def test_what_is_folded_is_opened_by_keyboard(site: Site) -> None:
    page = await site.browser.new_page()
    await page.goto(f"{site.origin}/en/lindvassa/meetings/2026-04/")
    await page.locator("summary").focus()

    await page.keyboard.press("Enter")

    assert await page.get_by_role("rowheader", name="A8 Belysning och sikt i Parkstråket").is_visible()


async def test_every_page_says_the_same_without_scripts(site: Site) -> None:
    without = await site.browser.new_context(java_script_enabled=False)
    page = await without.new_page()
    await page.goto(f"{site.origin}/sv/lindvassa/decisions/")

    assert await page.get_by_role("heading", name="Beslut och åtgärder").is_visible()
    assert await page.locator("script").count() == 0


async def test_every_link_on_every_page_leads_somewhere(site: Site) -> None:
    page = await site.browser.new_page()
    targets: set[str] = set()
    there = [address for address in site.addresses() if not address.endswith("/nowhere/")]
    for address in there:
        await page.goto(address)
        hrefs = await page.eval_on_selector_all("a[href], link[href]", "all => all.map(each => each.href)")
        targets |= {href for href in hrefs if href.startswith(site.origin)}
    broken = []
    for target in sorted({each.partition("#")[0] for each in targets}):
        answer = await page.request.get(target)
        broken += [] if answer.ok else [target]
    for target in sorted(each for each in targets if "#" in each):
        await page.goto(target)
        if await page.locator(f"[id='{target.partition('#')[2]}']").count() != 1:
            broken.append(target)

    assert broken == []


async def test_a_printed_page_has_its_words_and_no_menu(site: Site) -> None:
    page = await site.browser.new_page()
    await page.goto(f"{site.origin}/sv/lindvassa/meetings/2026-04/")
    await page.emulate_media(media="print")

    assert not await page.get_by_role("navigation", name="Huvudmeny").is_visible()
    assert await page.get_by_text("Tre lampor är släckta.").is_visible()
    await page.pdf(path=PICTURES / "minutes-printed.pdf", format="A4", margin={"top": "15mm", "left": "15mm"})


async def test_peoples_words_are_marked_with_their_language_on_pages_in_another(site: Site) -> None:
    page = await site.browser.new_page()
    marks = {}
    for language in ("sv", "en"):
        await page.goto(f"{site.origin}/{language}/lindvassa/decisions/")
        marks[language] = await page.locator("h3 [lang=en]").count()

    assert marks == {"sv": 3, "en": 0}
