"""Opens the public window: the pages, served by the bot itself."""

from collections.abc import Mapping

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.settings import Settings
from council.charter import Charter
from storage.reading import ReadOnly
from storage.seal import Vault
from web.front import Front
from web.server import application
from web.shelf import Shelf

log = structlog.get_logger()
IMPATIENT_SECONDS = 15.0
"""A visitor who takes longer to ask is let go."""


class Window:
    """The pages of all councils, at one address."""

    def __init__(self, settings: Settings, charters: Mapping[str, Charter], vault: Vault, clock: Clock) -> None:
        """Prepare; nothing is opened yet."""
        self._listen = settings.web.listen or ""
        self._database = ReadOnly(settings.database_url, vault)
        fronts = {slug: (charters[slug], front(settings, slug)) for slug in charters}
        self._shelf = Shelf(self._database, fronts, clock.now)
        self._runner = web.AppRunner(application(self._shelf), access_log=None, keepalive_timeout=IMPATIENT_SECONDS)

    def follow(self, slug: str, charter: Charter) -> None:
        """Go by a charter that has been changed."""
        self._shelf.follow(slug, charter)

    async def open(self) -> None:
        """Begin to serve. Where that is impossible the bot goes on without its pages, and says so."""
        host, _, port = self._listen.rpartition(":")
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host.strip("[]"), int(port)).start()
        except OSError as trouble:
            log.warning("pages not served", at=self._listen, reason=type(trouble).__name__)
            return
        log.info("pages served", at=self._listen)

    async def close(self) -> None:
        """End."""
        await self._runner.cleanup()
        await self._database.close()


def front(settings: Settings, slug: str) -> Front:
    """Return how a council is reached, for its pages."""
    council = settings.councils[slug]
    return Front(council.account.user_id, council.rooms.open, settings.web.address or "")
