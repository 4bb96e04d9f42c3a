"""Take the pictures of the README from the pages that the rehearsal writes.

    make demo ONCE=1
    .venv/bin/python docs/pictures/take.py tmp/demo/transcript.html

With a further word, dark, the pictures are taken as people see them who read light on dark, to look at and not to keep.
Needs Chromium or Chrome on the PATH, or CHROMIUM=/path/to/it.
"""

import asyncio
import base64
import contextlib
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Shot:
    """One picture.

    Args:
        at: the room, and a moment (in UTC) of the day that stands at its top; empty for a page's own top.
        size: of the window, in CSS pixels.
        scale: pixels of the picture for each of them.
    """

    name: str
    at: str
    size: tuple[int, int]
    scale: float = 1
    page: str = "transcript.html"


SHOTS = (
    Shot("council-desktop", "#council time[datetime^='2026-03-24']", (1180, 760)),
    Shot("resident-phone", "#k13 time[datetime^='2026-03-27']", (390, 844), scale=2),
    Shot("pages-start", "", (1180, 860), page="site/sv/lindvassa/index.html"),
)


class Browser:
    """A page in a browser without a window, spoken to over its debugging socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)

    async def do(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol.

        Raises:
            RuntimeError: the browser refuses.
        """
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while (answer := await self._socket.receive_json()).get("id") != number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    async def ask(self, expression: str) -> Any:
        """Evaluate JavaScript, wait for its promise, and return its value."""
        answer = await self.do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")


@contextlib.asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Start the browser with a profile of its own, and end it."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise SystemExit("Chromium is needed: apt install chromium, or CHROMIUM=/path/to/it")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            program,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "about:blank",
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as http:
                async with http.get(f"http://127.0.0.1:{port}/json") as answer:
                    pages = [each for each in await answer.json() if each["type"] == "page"]
                async with http.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    yield Browser(socket)
        finally:
            process.terminate()
            await process.wait()


async def _port(file: Path) -> str:
    for _try in range(300):
        if port := _first_line(file):
            return port
        await asyncio.sleep(0.1)
    raise SystemExit("the browser did not start within 30 seconds")


def _first_line(file: Path) -> str:
    written = file.read_text() if file.exists() else ""
    return written.partition("\n")[0] if "\n" in written else ""


async def take(folder: Path, scheme: str) -> dict[str, bytes]:
    """Return every picture by its name.

    Args:
        folder: where the rehearsal wrote its pages.
        scheme: light or dark.
    """
    taken = {}
    async with browser() as chromium:
        for shot in SHOTS:
            width, height = shot.size
            await chromium.do(
                "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
            )
            await chromium.do(
                "Emulation.setDeviceMetricsOverride",
                width=width,
                height=height,
                deviceScaleFactor=shot.scale,
                mobile=width < 600,
            )
            await chromium.do("Page.navigate", url=(folder / shot.page).as_uri())
            await chromium.ask(_LOADED)
            if shot.at and not await chromium.ask(_SCROLLED.replace("SELECTOR", shot.at)):
                raise SystemExit(f"{shot.page} has no {shot.at}")
            picture = await chromium.do("Page.captureScreenshot", format="png")
            taken[shot.name] = base64.b64decode(picture["data"])
    return taken


def main() -> None:
    """Take the pictures and put them beside this file; dark ones go where they are not kept."""
    page = Path(sys.argv[1] if len(sys.argv) > 1 else "tmp/demo/transcript.html").resolve()
    dark = sys.argv[2:] == ["dark"]
    folder = page.parent if dark else HERE
    for name, picture in asyncio.run(take(page.parent, "dark" if dark else "light")).items():
        file = folder / f"{name}{'-dark' if dark else ''}.png"
        file.write_bytes(picture)
        sys.stdout.write(f"{file} {len(picture) // 1024} KiB\n")


_LOADED = "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
_SCROLLED = """(() => {
  const found = document.querySelector("SELECTOR");
  if (!found) return false;
  const day = found.closest(".posts").previousElementSibling;
  const room = found.closest("section").querySelector("h2");
  scrollTo(0, day.getBoundingClientRect().top + scrollY - room.offsetHeight - 8);
  return true;
})()"""

if __name__ == "__main__":
    main()
