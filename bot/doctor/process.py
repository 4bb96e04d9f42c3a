"""Looks at the running process: whether there is one, and what its health and its pages say."""

from datetime import datetime
from typing import Any

import aiohttp

from bot.doctor.finding import Finding, error, ok, warning
from bot.health import LONGEST_WAIT
from bot.premises import is_held
from bot.settings import Settings
from council.text import Text, Words
from storage.reading import ReadOnly
from storage.tenures import roster_of

PATIENCE = aiohttp.ClientTimeout(total=10)


async def of_process(settings: Settings) -> list[Finding]:
    """Look at the process, and where it is at work, at what it serves."""
    if not is_held(settings.data_dir):
        return [warning(Text("doctor-stopped", folder=Words(settings.data_dir)), Text("doctor-mend-start"))]
    found = [ok(Text("doctor-running"))]
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        if settings.monitoring.listen:
            found += await _health(session, settings.monitoring.listen)
        if settings.web.listen:
            found.append(await _pages(session, settings.web.listen))
    return found


async def of_holder(database: ReadOnly, council: str) -> list[Finding]:
    """Say which process works for a council; nothing where there can be one process only."""
    if database.is_sqlite:
        return []
    async with database.work(council) as work:
        roster = await roster_of(work.session)
    holder = roster.holder(council)
    if holder is None:
        return [warning(Text("doctor-held-by-none"), Text("doctor-mend-start"))]
    since = roster.tenures[council].since
    assert since
    return [ok(Text("doctor-held", process=Words(holder.pid), host=Words(holder.host), since=since))]


async def of_errands(database: ReadOnly, council: str, now: datetime) -> Finding:
    """Look at the heavy work that was put off."""
    async with database.work(council) as work:
        found = await work.errands.standing(now)
    says = Text("doctor-errands", waiting=found.waiting, running=found.running, failed=found.failed)
    if found.since and now - found.since >= LONGEST_WAIT:
        return error(says, Text("doctor-mend-errands"))
    return warning(says, Text("doctor-mend-failures")) if found.failed else ok(says)


async def _health(session: aiohttp.ClientSession, listen: str) -> list[Finding]:
    try:
        async with session.get(f"http://{listen}/health") as answer:
            told: dict[str, Any] = await answer.json()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return [error(Text("doctor-health-silent", at=Words(listen)), Text("doctor-mend-listen"))]
    ill = [each for each in told.get("signs", []) if not each.get("ok")]
    if not ill:
        return [ok(Text("doctor-health", at=Words(listen)))]
    return [
        error(
            Text("doctor-sign", sign=Words(each.get("name")), value=Words(each.get("value"))), Text("doctor-mend-sign")
        )
        for each in ill
    ]


async def _pages(session: aiohttp.ClientSession, listen: str) -> Finding:
    where = Words(listen)
    try:
        async with session.get(f"http://{listen}/", allow_redirects=False) as answer:
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return error(Text("doctor-pages-silent", at=where), Text("doctor-mend-listen"))
    if status >= 500:
        return error(Text("doctor-pages-broken", at=where, status=status), Text("doctor-mend-failures"))
    return ok(Text("doctor-pages", at=where))
