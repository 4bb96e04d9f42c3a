"""Tells those who run the bot how it is: /health, /metrics, the supervisor's watchdog and a ping that must not stop."""

import asyncio
import os
from contextlib import suppress

import aiohttp
import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot import __version__
from bot.health import Health
from bot.settings.shape import Monitoring
from bot.supervisor import tell_supervisor

log = structlog.get_logger()
PING_SECONDS = 10.0


class Monitor:
    """Everything by which the process is watched."""

    def __init__(self, settings: Monitoring, health: Health) -> None:
        self._settings = settings
        self._health = health
        self._runner: web.AppRunner | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self) -> None:
        """Begin to serve, to ping and to tell the supervisor. What cannot be served is said; the bot goes on."""
        if self._settings.listen:
            await self._serve(self._settings.listen)
        if self._settings.ping:
            self._tasks.append(asyncio.create_task(self._ping(self._settings.ping), name="ping"))
        watched = int(os.environ.get("WATCHDOG_USEC") or 0) / 1_000_000
        if watched:
            self._tasks.append(asyncio.create_task(self._beat(watched / 3), name="watchdog"))

    async def close(self) -> None:
        """End."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._runner:
            await self._runner.cleanup()

    async def _serve(self, listen: str) -> None:
        pages = web.Application()
        pages.router.add_get("/health", self._show_health)
        pages.router.add_get("/metrics", self._show_metrics)
        self._runner = web.AppRunner(pages, access_log=None)
        host, _, port = listen.rpartition(":")
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host.strip("[]"), int(port)).start()
        except OSError as trouble:
            log.warning("health not served", at=listen, reason=type(trouble).__name__)

    async def _show_health(self, _request: web.Request) -> web.Response:
        signs = await self._health.signs()
        well = all(sign.is_well for sign in signs)
        told = [{"name": each.name, "council": each.council, "value": each.value, "ok": each.is_well} for each in signs]
        body: dict[str, object] = {"status": "ok" if well else "look", "version": __version__, "signs": told}
        with suppress(SQLAlchemyError, OSError):  # which is a sign already
            body["councils"] = await self._health.holders()
        return web.json_response(body, status=200 if well else 503)

    async def _show_metrics(self, _request: web.Request) -> web.Response:
        from bot.figures import exposition  # noqa: PLC0415 - only where figures are asked for the library is loaded

        return web.Response(body=exposition(await self._health.signs()), content_type="text/plain", charset="utf-8")

    async def _ping(self, address: str) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PING_SECONDS)) as session:
            while True:
                if all(sign.is_well for sign in await self._health.signs()):
                    # Whoever watches notices what did not come; there is nobody else to tell.
                    with suppress(aiohttp.ClientError, TimeoutError, OSError):
                        await session.get(address, allow_redirects=False)
                await asyncio.sleep(self._settings.ping_minutes * 60)

    async def _beat(self, every_seconds: float) -> None:
        """Tell the supervisor that the loop turns. Trouble elsewhere is no reason to be killed: it is waited out."""
        while True:
            tell_supervisor("WATCHDOG=1")
            await asyncio.sleep(every_seconds)
