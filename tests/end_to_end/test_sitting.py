"""A bot that is killed again and again while the council sits, over midnight too, keeps the whole record, once."""

import random
from datetime import datetime
from pathlib import Path

import pytest

from proof.deeds import Deed
from proof.faults import HEARD_SECONDS, SOON_SECONDS, bare
from proof.judge import Verdict
from proof.kills import Kills, Way
from proof.play import Disturbance, History, Round, as_planned, differences, disturbed
from rehearsal.cast import read_cast
from rehearsal.district import District
from rehearsal.homeserver import Homeserver
from rehearsal.wording import ZONE

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
SEED = 20260409
SITTING = ("chair", "secretary", "registrar", "operator", "pol", "bost", "ftg", "skol", "boe", "k01", "k13")


def at(hour: int, minute: int, *typed: tuple[str, str], day: int = 9) -> Round:
    """Return what people type in the council's room at a moment of the evening, or after midnight."""
    deeds = tuple(Deed(person, "council", body) for person, body in typed)
    return Round(datetime(2026, 4, day, hour, minute, tzinfo=ZONE), deeds)


EVENING = (
    at(18, 0, ("secretary", "!attend call SDF POL BOST FTG SKOL BOE"), ("secretary", "!meeting start")),
    at(
        18, 5, ("secretary", "!next"), ("secretary", "!adjuster SKOL"), ("secretary", "!decision add A2 6-0-0 Approved")
    ),
    at(18, 25, ("secretary", "!attend CIV here"), ("secretary", "!goto A4"), ("pol", "!note A calm March")),
    at(18, 40, ("secretary", "!vote open A5 Extra adults out on 30 April"), ("pol", "!vote no"), ("boe", "!vote yes")),
    at(18, 45, ("skol", "!vote yes"), ("bost", "!vote no"), ("ftg", "!vote no"), ("chair", "!vote yes")),
    at(18, 50, ("pol", "!vote abstain"), ("pol", "!vote no"), ("secretary", "!vote close")),
    at(18, 55, ("secretary", "!vote casting yes"), ("chair", "!vote casting yes"), ("ftg", "!reservation Too late")),
    at(23, 40, ("secretary", "!goto A6"), ("secretary", "!action add SDF 2026-04-24 clearing of the path")),
    at(
        23, 57, ("secretary", "!attend BOE left"), ("skol", "!note It is nearly midnight"), ("secretary", "!note Go on")
    ),
    at(0, 3, ("secretary", "!decision add A6 6-0-0 Safety walk on 23 April"), ("skol", "!note After midnight"), day=10),
    at(0, 10, ("skol", "!undo"), ("secretary", "!promise BOST new cellar locks by 30 April"), day=10),
    at(0, 20, ("secretary", "!attend list"), ("secretary", "!meeting end"), day=10),
    at(
        0,
        30,
        ("secretary", "!record"),
        ("secretary", "!minutes draft"),
        ("boe", "!decisions"),
        ("boe", "!actions"),
        day=10,
    ),
)


async def both_evenings(homeserver: Homeserver, folder: Path, disturbance: Disturbance) -> tuple[History, History]:
    """Let the council sit once in peace, and once with a bot that is killed in every phase."""
    cast = read_cast().only(*SITTING)
    name = folder.name.replace("_", "-").lower()
    (folder / "quiet").mkdir()
    (folder / "killed").mkdir()
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-quiet-") as district:
        wanted = await as_planned(district, folder / "quiet", EVENING)
    async with District.settled(homeserver, cast, "en", prefix=f"{name}-killed-") as district:
        found = await disturbed(district, folder / "killed", random.Random(SEED), wanted.rounds, disturbance)
    return wanted, found


@pytest.mark.timeout(900)
async def test_killed_through_an_evening_and_over_midnight_the_record_is_whole_and_once(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    wanted, found = await both_evenings(homeserver, tmp_path, Kills())

    assert differences(wanted, found) == []
    assert found.verdict == Verdict()
    assert found.cycles.total() == 2 * len(EVENING)
    (record,) = [body for (_place, _at, body) in found.said if body.startswith("Written down at the meeting")]
    acts = ("decision D1", "decision D2", "decision D3", "vote V1", "action X1", "promise L1", "left: residents")
    for once in ("A calm March", "It is nearly midnight", "Go on", "After midnight", "Too late", *acts):
        assert record.count(once) == 1, once


@pytest.mark.timeout(900)
async def test_a_bot_that_reads_before_it_writes_loses_some_of_the_record(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    reads_first = Kills(bare("read-before-dealing"), HEARD_SECONDS, (Way.HEARING,), patience_seconds=SOON_SECONDS)

    wanted, found = await both_evenings(homeserver, tmp_path, reads_first)

    assert [line for line in differences(wanted, found) if line.startswith("LOST")]
