"""The faults that are played against the same rounds in peace, each with the control that must be found wanting."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from proof.crashing import POINTS
from proof.cuts import PowerCuts
from proof.failover import Failover
from proof.kills import Kills, Way
from proof.pairs import Pairs
from proof.play import Disturbance
from proof.points import LINKS, Points
from proof.poison import Poison
from proof.series import POSTGRESQL, SQLITE, Series
from proof.trouble import DAY, FullDisk, FullServer, Jumps, Locked, Restarted
from proof.weather import Outages, Weather, lost_replies, slowness, stale_syncs, storm
from rehearsal.postgres import Postgres

HEARD_SECONDS = (0.8, 1.4)
"""Within the time that a bot without protection takes to deal with what it has noted as read."""
SOON_SECONDS = 15.0
ROUNDS_FOR_ALL_POINTS = ceil(len(POINTS) / (2 * LINKS))
"""Each round has two phases, and room for those points that are not met at the first try."""


@dataclass(frozen=True)
class Fault:
    """A fault, and its control.

    Args:
        name: what is done to the bot.
        begins: makes what does it.
        without: the protection that the control takes away.
        control: makes what does it to a bot without that.
        store: the database that the bot is on.
        fewest: how many rounds show something.
        seconds: how much of half an hour it is given.
    """

    name: str
    begins: Callable[[Series], Disturbance]
    without: str
    control: Callable[[Series], Disturbance]
    store: str = SQLITE
    fewest: int = 3
    seconds: float = 50.0


def bare(protection: str) -> tuple[str, str]:
    """Return the bot without a protection."""
    return ("proof.bot", protection)


def _on_each(fault: Callable[[str], Fault]) -> tuple[Fault, Fault]:
    return fault(SQLITE), fault(POSTGRESQL)


def _kills(store: str) -> Fault:
    ways = (Way.AT_WORK, Way.HEARING, Way.SPEAKING, Way.STARTING)
    return Fault(
        "kill -9 at any moment",
        lambda _: Kills(ways=ways),
        "a token saved with the deed",
        lambda _: Kills(
            bare("read-before-dealing"), HEARD_SECONDS, (Way.HEARING,), patience_seconds=SOON_SECONDS
        ),
        store,
        seconds=100.0,
    )  # fmt: skip


def _points(store: str) -> Fault:
    return Fault(
        "kill -9 at every named point",
        lambda _: Points(),
        "fixed transactions",
        lambda _: Points(SOON_SECONDS, bare("no-fixed-transactions"), points=("after send",), latest_hit=1, links=1),
        store,
        fewest=ROUNDS_FOR_ALL_POINTS,
        seconds=160.0,
    )


FAULTS: tuple[Fault, ...] = (
    *_on_each(_kills),
    *_on_each(_points),
    Fault(
        "power cut at any moment",
        lambda _: PowerCuts(),
        "waiting for the disk",
        lambda _: PowerCuts(SOON_SECONDS, ("proof.powered", "no-waiting-for-the-disk")),
    ),
    Fault(
        "SIGTERM at any moment",
        lambda _: Kills(ways=(Way.ASKED, Way.ASKED_EARLY)),
        "an ear for signals",
        lambda _: Kills(bare("no-ear-for-signals"), ways=(Way.ASKED,), patience_seconds=SOON_SECONDS),
    ),
    Fault(
        "homeserver killed",
        lambda _: Outages(),
        "a second try",
        lambda _: Outages(SOON_SECONDS, bare("no-second-try")),
    ),
    Fault(
        "429, 5xx, pages, rubbish, cut-off answers",
        lambda _: Weather("storm", storm),
        "a second try to send",
        lambda _: Weather("storm", storm, SOON_SECONDS, bare("no-second-try")),
    ),
    Fault(
        "slow and half-open connections",
        lambda _: Weather("slowness", slowness),
        "a limit of time",
        lambda _: Weather("slowness", slowness, 4 * SOON_SECONDS, bare("no-limit-of-time")),
        fewest=2,
    ),
    Fault(
        "replies lost after the deed",
        lambda _: Weather("lost replies", lost_replies),
        "fixed transactions, again",
        lambda _: Weather("lost replies", lost_replies, SOON_SECONDS, bare("no-fixed-transactions")),
    ),
    Fault(
        "stale and doubled syncs",
        lambda _: Weather("stale syncs", stale_syncs),
        "claims",
        lambda _: Weather("stale syncs", stale_syncs, SOON_SECONDS, bare("no-claims")),
    ),
    Fault(
        "disk full at any write",
        lambda _: FullDisk(),
        "waiting for a full disk",
        lambda _: FullDisk(SOON_SECONDS, bare("no-waiting-for-the-database")),
    ),
    Fault(
        "database locked",
        lambda _: Locked(),
        "waiting for a locked database",
        lambda _: Locked(SOON_SECONDS, bare("no-waiting-for-the-database")),
    ),
    Fault(
        "database server restarted",
        lambda series: Restarted(_server(series)),
        "waiting for a database that restarts",
        lambda series: Restarted(_server(series), SOON_SECONDS, bare("no-waiting-for-the-database")),
        POSTGRESQL,
    ),
    Fault(
        "database lost, and a replica in its place",
        lambda _: Failover(),
        "waiting for a database that moves",
        lambda _: Failover(SOON_SECONDS, bare("no-waiting-for-the-database")),
        POSTGRESQL,
        seconds=40.0,
    ),
    Fault(
        "disk full under PostgreSQL",
        lambda series: FullServer(_server(series)),
        "waiting for a server without room",
        # Without any room: with some left, a few rounds may happen to need no more.
        lambda series: FullServer(_server(series), SOON_SECONDS, bare("no-waiting-for-the-database"), most_bytes=0),
        POSTGRESQL,
        seconds=40.0,
    ),
    Fault(
        "one of two processes killed or stopped",
        lambda _: Pairs(),
        "terms and locks",
        lambda _: Pairs(("bare",), SOON_SECONDS),
        POSTGRESQL,
    ),
    Fault(
        "clock jumps both ways",
        lambda _: Jumps(),
        "doubt of the clock",
        lambda _: Jumps(SOON_SECONDS, bare("no-doubt-of-the-clock"), jumps=(40 * DAY,)),
    ),
    Fault(
        "poison events",
        lambda _: Poison(),
        "doubt of what is inside an event",
        lambda _: Poison(SOON_SECONDS, bare("no-doubt-of-events")),
    ),
)


def _server(series: Series) -> Postgres:
    assert series.postgres
    return series.postgres
