"""`python -m bench.pages`: what a public page costs, against the same bytes served as a file.

Both are asked over one connection kept open, in this process, in processor time: it is the same on a busy machine. The
floor is the web library's own file server, so the ratio says what our own work adds to it.

Environment: CASES=1000 VISITS=300
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bench.burden import COUNCIL, SECRETS, Town
from bot.settings import load
from bot.settings.charter import charter
from storage.reading import ReadOnly
from storage.seal import Vault
from web.front import Front
from web.server import application
from web.shelf import Shelf
from web.static import write

PATHS = ("en/lindvassa/", "en/lindvassa/figures/", "en/lindvassa/decisions/", "en/lindvassa/record.json")
FRONT = Front("@radslag:lindvassa.example", "!open:lindvassa.example", "https://trygghet.example")


async def pages(cases: int, visits: int) -> dict[str, tuple[float, float, float]]:
    """Return what each page costs: the first time, once it is warm, and as a file; in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        town = await Town.founded(Path(folder), cases)
        council = load(Path("config.example.yaml"), SECRETS).settings.councils[COUNCIL]
        database = ReadOnly(town.database.url.render_as_string(), Vault(SECRETS["RADSLAG_MASTER_SECRET"].encode()))
        shelf = Shelf(database, {COUNCIL: (charter(COUNCIL, council), FRONT)}, town.clock.now)
        files = web.Application()
        site = Path(folder) / "site"
        async with TestClient(TestServer(application(shelf))) as ours:
            first = {path: await _cost(ours, path, 1) for path in PATHS}
            made = {path: found.body for path in PATHS if (found := await shelf.sheet(path))}
            await asyncio.to_thread(write, site, made)
            files.router.add_static("/", site)
            async with TestClient(TestServer(files)) as floor:
                costs = {
                    path: (await _cost(ours, path, visits), await _cost(floor, _file(path), visits)) for path in made
                }
        await database.close()
        await town.database.close()
    return {path: (first[path], *both) for path, both in costs.items()}


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") else path


async def _cost(client: TestClient[web.Request, web.Application], path: str, visits: int) -> float:
    """Return the median processor time of an answer, asking and serving together."""
    spent = []
    for _ in range(visits):
        began = time.process_time()
        async with client.get(f"/{path}") as answer:
            assert answer.status == 200, path
            await answer.read()
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent)


def lines(costs: dict[str, tuple[float, float, float]]) -> Sequence[str]:
    """Return the figures in lines for a person to read."""
    head = f"{'processor time, ms':<28} {'first':>8} {'warm':>8} {'a file':>8} {'ratio':>7}"
    return [head, *(f"{path:<28} {a:>8.2f} {b:>8.2f} {c:>8.2f} {b / c:>7.2f}" for path, (a, b, c) in costs.items())]


if __name__ == "__main__":
    found = asyncio.run(pages(int(os.environ.get("CASES") or 1_000), int(os.environ.get("VISITS") or 300)))
    sys.stdout.writelines(f"{each}\n" for each in lines(found))
