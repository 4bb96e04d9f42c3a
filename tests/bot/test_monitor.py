"""Those who run the bot see how it is: in words for scripts, in figures for Prometheus, and by a ping that stops."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from prometheus_client.parser import text_string_to_metric_families

from bot import health as looked_at
from bot.health import Health
from bot.matrix.account import Pulse
from bot.monitor import Monitor
from bot.settings.shape import Monitoring
from bot.voice import Occasion, Voice
from council.people import Place
from council.text import Message, Quote, Sharing
from storage.tenures import Process, Tenures
from tests.town import ANNA, Town


@dataclass
class Desk:
    """An office whose account is as told."""

    pulse_now: Pulse = field(default_factory=lambda: Pulse(1.0, 50, 0))
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def account(self) -> "Desk":
        return self

    def pulse(self) -> Pulse:
        return self.pulse_now


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@dataclass
class Watched:
    """A town that is watched, and what whoever watches asks."""

    town: Town
    desk: Desk
    address: str

    async def asks(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self.address + path) as answer:
            return answer.status, await answer.text()

    async def signs(self) -> tuple[int, dict[str, Any]]:
        status, text = await self.asks("/health")
        told = json.loads(text)
        return status, {each["name"]: each for each in told["signs"]}


@pytest.fixture
async def watched(town: Town, tmp_path: Path) -> AsyncIterator[Watched]:
    desk, port = Desk(), free_port()
    offices: Any = {"lindvassa": desk}
    health = Health(town.database, offices, tmp_path, town.clock, ["lindvassa"])
    monitor = Monitor(Monitoring(listen=f"127.0.0.1:{port}"), health)
    if not town.database.is_sqlite:
        tenures = Tenures(town.database)
        await tenures.enter(Process("a", 4711, "machine", "place"), alone=True, lapse=timedelta(seconds=30))
        await tenures.take("lindvassa", "a", None)
    await monitor.open()
    yield Watched(town, desk, f"http://127.0.0.1:{port}")
    await monitor.close()


async def test_when_all_is_well_it_says_so(watched: Watched) -> None:
    status, signs = await watched.signs()

    assert status == 200
    assert all(each["ok"] for each in signs.values())
    assert signs["database_up"]["value"] == 1


@pytest.mark.parametrize(
    ("pulse", "name"),
    [
        (Pulse(301.0, 50, 0), "sync_age_seconds"),
        (Pulse(None, 50, 0), "sync_age_seconds"),
        (Pulse(1.0, 2, 0), "one_time_keys"),
        (Pulse(1.0, 50, 0, timedelta(days=-1)), "clock_error_seconds"),
    ],
)
async def test_an_account_that_is_not_well_is_told(watched: Watched, pulse: Pulse, name: str) -> None:
    watched.desk.pulse_now = pulse

    status, signs = await watched.signs()

    assert status == 503
    assert [each for each in signs if not signs[each]["ok"]] == [name]


async def test_what_waits_too_long_to_be_said_is_told_with_its_age(watched: Watched) -> None:
    town = watched.town
    async with town.database.work("lindvassa") as work:
        said = Message(Place.OPEN, (Quote("Anna's words"),), Sharing.OPEN)
        voice = Voice(town.charter)
        await voice.queue(work, await voice.rendered(work, [said], Occasion("x", town.clock.now())))
    town.clock.time += timedelta(minutes=11)

    status, signs = await watched.signs()

    assert status == 503
    assert (signs["outbox_waiting"]["value"], signs["outbox_age_seconds"]["value"]) == (1, 660)
    assert not signs["outbox_age_seconds"]["ok"]


async def test_where_several_processes_may_work_it_tells_which_works_for_which_council(watched: Watched) -> None:
    _, text = await watched.asks("/health")

    told = json.loads(text)["councils"]
    assert told == ({} if watched.town.database.is_sqlite else {"lindvassa": "4711 on machine"})


async def test_a_council_that_nobody_works_for_is_told(watched: Watched) -> None:
    if watched.town.database.is_sqlite:
        return
    await Tenures(watched.town.database).leave("a")

    status, signs = await watched.signs()

    assert status == 503
    assert (signs["council_held"]["value"], signs["council_held"]["ok"]) == (0, False)


async def test_a_disk_that_is_nearly_full_is_told(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked_at, "LEAST_FREE_BYTES", 1 << 60)

    status, signs = await watched.signs()

    assert status == 503
    assert not signs["disk_free_bytes"]["ok"]


async def test_prometheus_reads_the_figures(watched: Watched) -> None:
    status, text = await watched.asks("/metrics")

    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert status == 200
    assert families["radslag_up"].samples[0].value == 1
    (age,) = families["radslag_sync_age_seconds"].samples
    assert (age.labels, age.value) == ({"council": "lindvassa"}, 1.0)
    assert all(family.documentation for family in families.values())


async def test_neither_tells_of_people_nor_of_what_they_wrote(watched: Watched) -> None:
    await watched.town.says(ANNA, "!concern Lampan vid grinden är trasig")

    told = (await watched.asks("/health"))[1] + (await watched.asks("/metrics"))[1]

    assert "anna" not in told.casefold()
    assert "lampan" not in told.casefold()


async def test_the_ping_comes_while_all_is_well_and_not_otherwise(town: Town, tmp_path: Path) -> None:
    heard = asyncio.Event()
    rung = 0

    async def ring(_request: web.Request) -> web.Response:
        nonlocal rung
        rung += 1
        heard.set()
        return web.Response()

    listener = web.Application()
    listener.router.add_get("/ping", ring)
    runner, port = web.AppRunner(listener), free_port()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    settings = Monitoring(ping=f"http://127.0.0.1:{port}/ping")
    for pulse in (Pulse(1.0, 50, 0), Pulse(1000.0, 50, 0)):
        offices: Any = {"lindvassa": Desk(pulse)}
        monitor = Monitor(settings, Health(town.database, offices, tmp_path, town.clock))
        await monitor.open()
        if pulse.silent_seconds == 1.0:
            await asyncio.wait_for(heard.wait(), 10)
        else:
            # It has looked, and found no reason to ring.
            await Health(town.database, offices, tmp_path, town.clock).signs()
        await monitor.close()
    await runner.cleanup()

    assert rung == 1


async def test_the_supervisor_hears_that_the_loop_turns(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "notify"))
        supervisor.setblocking(False)  # noqa: FBT003 - the standard library has no name for it
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "30000")
        monitor = Monitor(Monitoring(), Health(town.database, {}, tmp_path, town.clock))
        await monitor.open()
        loop = asyncio.get_running_loop()
        heard = [await asyncio.wait_for(loop.sock_recv(supervisor, 100), 10) for _ in range(3)]
        await monitor.close()

    assert heard == [b"WATCHDOG=1"] * 3
