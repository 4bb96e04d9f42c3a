"""The bot serves its pages itself, follows what is changed, and goes on without them where it cannot."""

import socket
from dataclasses import replace

import aiohttp
import pytest

from bot.settings import Settings
from bot.window import Window
from tests.site import VAULT, Site

pytestmark = pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)


def listening(settings: Settings, at: str) -> Settings:
    return settings.model_copy(update={"web": settings.web.model_copy(update={"listen": at})})


async def front_page(window: Window) -> str:
    assert window._runner is not None
    host, port = window._runner.addresses[0][:2]
    async with aiohttp.ClientSession() as visitor, visitor.get(f"http://{host}:{port}/en/lindvassa") as answer:
        assert answer.status == 200
        return await answer.text()


async def test_the_pages_follow_what_the_council_is_called(site: Site) -> None:
    window = Window(listening(site.settings, "127.0.0.1:0"), VAULT, site.town.clock)
    await window.open()
    before = await front_page(window)
    renamed = replace(window._charters["lindvassa"], names={"sv": "Rådet vid ån", "en": "Rådet vid ån"})

    window.follow("lindvassa", renamed)
    after = await front_page(window)
    await window.close()

    assert "Rådet vid ån" not in before
    assert "Rådet vid ån" in after


async def test_what_another_process_has_changed_is_seen_at_the_next_look(site: Site) -> None:
    window = Window(listening(site.settings, "127.0.0.1:0"), VAULT, site.town.clock)
    await window.open()
    before = await front_page(window)
    await window.refresh()
    unchanged = await front_page(window)
    async with site.database.work("lindvassa") as work:
        await work.councils.save({"name": {"en": "Rådet vid ån", "sv": "Rådet vid ån"}}, site.town.clock.now())
    await window.refresh()
    after = await front_page(window)
    await window.close()

    assert unchanged == before
    assert "Rådet vid ån" in after


async def test_where_the_address_is_taken_the_bot_goes_on_without_its_pages(site: Site) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        window = Window(listening(site.settings, f"127.0.0.1:{other.getsockname()[1]}"), VAULT, site.town.clock)

        await window.open()
        window.follow(
            "lindvassa", replace(window._charters["lindvassa"], names={"sv": "Rådet vid ån", "en": "Rådet vid ån"})
        )

        assert window._runner is not None
        assert window._runner.addresses == []
        await window.close()


async def test_a_window_that_was_never_opened_can_be_closed(site: Site) -> None:
    window = Window(listening(site.settings, "127.0.0.1:0"), VAULT, site.town.clock)

    window.follow("lindvassa", site.town.charter)
    await window.close()

    assert window._charters == {"lindvassa": site.town.charter}
