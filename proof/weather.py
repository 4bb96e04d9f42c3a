"""Bad weather between the bot and its homeserver, over real sockets; and a homeserver that is killed."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp import web

from proof.deeds import Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.proxy import TORN, Proxy, proxy
from rehearsal.district import District

OFTEN = 0.3
STORM_SECONDS = 2.5
LATEST_KILL_SECONDS = 3.0
ANSWERS_SECONDS = 30.0
LONGEST_ANSWER_SECONDS = 1.5
FOR_EVER_SECONDS = 3600.0
JSON = "application/json"


def answers(chance: random.Random) -> list[web.Response]:
    """Return what may come in place of an answer, made anew: a response can be given once."""
    waits: list[object] = [0, 300, None, -5, "soon"]
    wait = chance.choice(waits)
    limited = {"errcode": "M_LIMIT_EXCEEDED", "error": "slower", **({} if wait is None else {"retry_after_ms": wait})}
    return [
        web.json_response(limited, status=429),
        web.json_response({"errcode": "M_UNKNOWN", "error": "broken"}, status=500),
        web.Response(status=502, text="<html>Bad gateway</html>", content_type="text/html"),
        web.Response(status=200, text="<html>Sign in</html>", content_type="text/html"),
        web.Response(status=200, body=b'{"next_batch": "s1', content_type=JSON),
        web.Response(status=200, body=b'{"a": "\xff\xfe"}', content_type=JSON),
        web.Response(status=200, body=b"", content_type=JSON),
        web.Response(status=200, body=b'{"a":' * 5000, content_type=JSON),
        web.Response(status=200, body=b'{"next_batch": "s2', content_type=JSON, headers={TORN: "yes"}),
    ]


def storm(between: Proxy, chance: random.Random) -> None:
    """Answer in the homeserver's place, often, with anything but what was asked for."""

    def instead(_name: str, _body: bytes) -> web.Response | None:
        return chance.choice(answers(chance)) if chance.random() < OFTEN else None

    between.stops.append(instead)


def lost_replies(between: Proxy, chance: random.Random) -> None:
    """Do what was asked for and, often, do not say so."""

    def lost(name: str, _body: bytes) -> web.Response | None:
        is_written = name.startswith(("PUT", "POST"))
        return web.Response(status=504, text="timeout") if is_written and chance.random() < OFTEN else None

    between.breaks.append(lost)


def slowness(between: Proxy, chance: random.Random) -> None:
    """Keep answers back for seconds, and that to the first thing said for ever: a half-open connection."""
    said: list[str] = []

    async def hold(name: str) -> None:
        is_first = "/send/" in name and not said
        if is_first:
            said.append(name)
        await asyncio.sleep(FOR_EVER_SECONDS if is_first else chance.uniform(0, LONGEST_ANSWER_SECONDS))

    between.holds.append(hold)


def stale_syncs(between: Proxy, chance: random.Random) -> None:
    """Give, often, an answer of before once more in place of the next one."""
    kept: list[bytes] = []

    def stale(name: str, body: bytes) -> web.Response | None:
        if not name.endswith("/sync"):
            return None
        before = chance.choice(kept) if kept and chance.random() < OFTEN else None
        kept.append(body)
        del kept[:-5]
        return None if before is None else web.Response(body=before, content_type=JSON)

    between.breaks.append(stale)


@dataclass
class Weather:
    """The bot goes through bad weather while people act.

    Args:
        name: what it is called.
        begins: what makes it.
    """

    name: str
    begins: Callable[[Proxy, random.Random], None]
    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    _between: Proxy | None = field(default=None, repr=False)

    @asynccontextmanager
    async def around(self, district: District) -> AsyncIterator[None]:
        """Put ourselves between the bot and its homeserver."""
        async with proxy(district.homeserver.url) as between:
            self._between, district.way_in = between, between.url
            yield

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let it blow while people act, and a while longer."""
        assert self._between is not None
        self.begins(self._between, chance)
        await hands.do_all(deeds)
        await asyncio.sleep(STORM_SECONDS)
        house.bot.must_run()
        self._between.breaks.clear()
        self._between.stops.clear()
        self._between.holds.clear()
        return [self.name]


@dataclass
class Outages:
    """The homeserver is killed while the bot answers, as something of the bot's reaches it."""

    patience_seconds: float = 2 * PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)
    _between: Proxy | None = field(default=None, repr=False)

    @asynccontextmanager
    async def around(self, district: District) -> AsyncIterator[None]:
        """Put ourselves between the bot and its homeserver, to know when it sends."""
        async with proxy(district.homeserver.url) as between:
            self._between, district.way_in = between, between.url
            yield

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Let people act, and kill the homeserver while the last of them is answered."""
        assert self._between is not None
        homeserver, sends = house.district.homeserver, asyncio.Event()

        async def die(name: str) -> None:
            if "/send/" in name and not sends.is_set():
                sends.set()
                await homeserver.kill()

        await house.bot.listening()
        await hands.do_all(deeds[:-1])
        if deeds:
            # Held still meanwhile, the bot answers when we look.
            os.kill(house.bot.pid, signal.SIGSTOP)
            await hands.do_all(deeds[-1:])
        self._between.befores.append(die)
        os.kill(house.bot.pid, signal.SIGCONT)
        # An answer is owed, and is waited for; what falls due may be nothing.
        patience = ANSWERS_SECONDS if deeds else chance.uniform(0.5, LATEST_KILL_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await sends.wait()
        await homeserver.kill()
        self._between.befores.clear()
        await homeserver.resume()
        return ["homeserver killed"]
