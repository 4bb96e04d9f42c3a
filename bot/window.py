"""Opens the public window: the pages, served by the bot itself."""

import asyncio

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.pauses import Pauses
from bot.settings import Settings
from bot.settings.charter import charter as read_charter
from bot.settings.seeding import as_stored
from council.charter import Charter
from storage.reading import ReadOnly
from storage.seal import Vault
from web.front import Front
from web.server import application
from web.shelf import Shelf

log = structlog.get_logger()
REFRESHED_SECONDS = 60.0
IMPATIENT_SECONDS = 15.0
"""A visitor who takes longer to ask is let go."""


class Window:
    """The pages of all councils, at one address."""

    def __init__(self, settings: Settings, vault: Vault, clock: Clock) -> None:
        """Prepare; nothing is opened yet."""
        self._settings = settings
        self._listen = settings.web.listen or ""
        self._clock = clock
        self._database = ReadOnly(settings.database_url, vault)
        self._charters: dict[str, Charter] = {}
        self._shelf: Shelf | None = None
        self._runner: web.AppRunner | None = None
        self._refreshing: asyncio.Task[None] | None = None

    def follow(self, slug: str, charter: Charter) -> None:
        """Go by a charter that has been changed."""
        self._charters[slug] = charter
        if self._shelf:
            self._shelf.follow(slug, charter)

    async def open(self) -> None:
        """Begin to serve. Where that is impossible the bot goes on without its pages, and says so."""
        self._charters = await charters(self._settings, self._database)
        fronts = {slug: (charter, front(self._settings, slug)) for slug, charter in self._charters.items()}
        self._shelf = Shelf(self._database, fronts, self._clock.now)
        self._runner = web.AppRunner(application(self._shelf), access_log=None, keepalive_timeout=IMPATIENT_SECONDS)
        host, _, port = self._listen.rpartition(":")
        await self._runner.setup()
        is_shared = self._settings.storage.shared
        try:
            # Several processes answer at one address: when one ends, the others go on.
            await web.TCPSite(self._runner, host.strip("[]"), int(port), reuse_port=is_shared or None).start()
        except OSError as trouble:
            log.warning("pages not served", at=self._listen, reason=type(trouble).__name__)
            return
        log.info("pages served", at=self._listen)
        if is_shared:
            self._refreshing = asyncio.create_task(self._refresh())

    async def close(self) -> None:
        """End."""
        if self._refreshing:
            self._refreshing.cancel()
            await asyncio.gather(self._refreshing, return_exceptions=True)
        if self._runner:
            await self._runner.cleanup()
        await self._database.close()

    async def _refresh(self) -> None:
        """Follow what other processes have changed of the councils that they work for."""
        pauses = Pauses()
        while True:
            await asyncio.sleep(REFRESHED_SECONDS)
            await pauses.survives("window", self.refresh)

    async def refresh(self) -> None:
        """Go by the charters as they are stored."""
        for slug, charter in (await charters(self._settings, self._database)).items():
            if charter != self._charters[slug]:
                self.follow(slug, charter)


async def charters(settings: Settings, database: ReadOnly) -> dict[str, Charter]:
    """Return the charters of all councils as they are stored."""
    found = {}
    for slug, council in settings.councils.items():
        async with database.work(slug) as work:
            found[slug] = read_charter(slug, as_stored(council, await work.councils.settings()))
    return found


def front(settings: Settings, slug: str) -> Front:
    """Return how a council is reached, for its pages."""
    council = settings.councils[slug]
    return Front(council.account.user_id, council.rooms.open, settings.web.address or "")
