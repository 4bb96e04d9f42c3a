"""Looks at the machine: the data folder, its disk, and the rules of the time zones."""

import shutil
import zoneinfo
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.doctor.finding import Finding, error, ok, warning
from bot.health import LEAST_FREE_BYTES
from bot.premises import Unusable, check_closed
from council.text import Text, Words

OLDEST_RULES_YEARS = 3
LOOK_AHEAD = timedelta(days=366)


def of_machine(data_dir: Path, zones: Iterable[ZoneInfo], now: datetime) -> Iterator[Finding]:
    """Look at the machine.

    Args:
        zones: those that the councils live in.
    """
    yield _folder(data_dir)
    if data_dir.is_dir():
        yield _disk(data_dir)
    edition = rules_edition()
    for zone in sorted(set(zones), key=str):
        yield _zone(zone, edition, now)


def _folder(data_dir: Path) -> Finding:
    where = Words(data_dir)
    if not data_dir.is_dir():
        return warning(Text("doctor-folder-none", folder=where), Text("doctor-mend-start"))
    try:
        check_closed(data_dir)
    except Unusable as open_to_others:
        return error(Text("doctor-folder-open", reason=Words(open_to_others)))
    except OSError as wrong:
        return error(Text("doctor-folder-unreadable", folder=where, reason=Words(wrong.strerror)))
    return ok(Text("doctor-folder", folder=where))


def _disk(data_dir: Path) -> Finding:
    free = shutil.disk_usage(data_dir).free
    says = Text("doctor-disk", megabytes=free // 1024**2)
    return ok(says) if free >= LEAST_FREE_BYTES else error(says, Text("doctor-mend-disk"))


def _zone(zone: ZoneInfo, edition: str, now: datetime) -> Finding:
    says = Text("doctor-zone", zone=str(zone), edition=Words(edition), change=_change_in_words(zone, now))
    if edition[:4].isdigit() and now.year - int(edition[:4]) > OLDEST_RULES_YEARS:
        return warning(says, Text("doctor-mend-zone"))
    return ok(says)


def _change_in_words(zone: ZoneInfo, now: datetime) -> Text:
    change = next_change(zone, now)
    return Text("doctor-zone-stays") if change is None else Text("doctor-zone-changes", at=change)


def next_change(zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return the minute from which the zone's clocks go otherwise; None if they do not within a year."""
    before, after = now, now + LOOK_AHEAD
    step = timedelta(days=7)
    while before < after and _offset(before + step, zone) == _offset(now, zone):
        before += step
    if before >= after:
        return None
    late = before + step
    while late - before > timedelta(minutes=1):
        middle = before + (late - before) / 2
        before, late = (middle, late) if _offset(middle, zone) == _offset(now, zone) else (before, middle)
    return late.replace(second=0, microsecond=0)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def rules_edition() -> str:
    """Return which edition of the time zones' rules is in use: the machine's own, else the one installed with us."""
    for folder in map(Path, zoneinfo.TZPATH):
        if not (folder / "Europe" / "Stockholm").exists():
            continue
        named = folder / "tzdata.zi"
        if not named.exists():
            return "?"
        with named.open(encoding="ascii") as rules:
            return rules.readline().removeprefix("# version ").strip()
    return version("tzdata")
