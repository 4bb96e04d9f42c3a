"""The judge, who asks the rooms and not the bot: what people read there, and whether the bot's records say the same.

Nothing of the bot's is at work here but its database, opened once the process is gone.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.settings import load
from bot.upkeep import POSTS_KEPT
from rehearsal.api import part
from rehearsal.district import District
from rehearsal.stage import StageClock
from rehearsal.timeline import Post
from storage.claims import ClaimRow, event_key
from storage.database import Database
from storage.outbox import DEAD, NEW, OutboxRow
from storage.rooms import RoomRow
from storage.seal import Vault
from storage.unread import UnreadRow

EYES = (("secretary", "open"), ("secretary", "council"), ("secretary", "secretariat"), ("k01", None), ("k13", None))
IN_CLEAR = frozenset({"open"})
SPOKEN = frozenset(
    {"m.room.message", "m.room.encrypted", "m.reaction", "m.room.redaction", "org.matrix.msc3381.poll.start"}
)
LOOK_EVERY_SECONDS = 0.05
Said = tuple[str, str, str]
"""Where, at which played minute, and what."""


@dataclass(frozen=True)
class Verdict:
    """What can be told without knowing what was to be said.

    Args:
        in_clear: posts of the bot's that lie in clear in an encrypted room.
        undecryptable: posts of the bot's that their readers cannot decrypt, and messages that the bot could not.
        off_record: differences between the homeserver's rooms and the outbox: what is noted as said and is not there,
            what is there and not noted, what was given up, what is still to be said.
    """

    in_clear: int = 0
    undecryptable: int = 0
    off_record: int = 0


async def everything_said(district: District, clock: StageClock) -> Counter[Said]:
    """Return all that the bot has said, as people read it."""
    said: Counter[Said] = Counter()
    for place, posts in (await _posts(district)).items():
        for post in posts:
            said[place, f"{clock.at(post.at_ms):%Y-%m-%d %H:%M}", post.body] += 1
    return said


def counted(said: Counter[Said]) -> Counter[str]:
    """Return how much was said where."""
    amount: Counter[str] = Counter()
    for (place, _, _), count in said.items():
        amount[place] += count
    return amount


async def judged(district: District, clock: StageClock, settings: Path) -> Verdict:
    """Compare the rooms with the records of a bot that does not run any more."""
    bare = dark = 0
    for place, posts in (await _posts(district)).items():
        lasting = [post for post in posts if not post.deleted]
        bare += sum(not post.encrypted for post in lasting if place not in IN_CLEAR)
        dark += sum(not post.readable for post in lasting)
    spoken = {await _room(district, *eyes): await _spoken(district, *eyes) for eyes in EYES}
    async with _records(settings) as database, database.work("proof") as work:
        rooms = {row.matrix_id: row.number for row in await work.session.scalars(select(RoomRow))}
        rows = list(await work.session.scalars(select(OutboxRow)))
        dark += await work.session.scalar(select(func.count()).select_from(UnreadRow)) or 0
    rows = [row for row in rows if row.state != NEW or row.not_before <= clock.now()]
    off = 0
    for room, there in spoken.items():
        old = {event for event, at_ms in there.items() if clock.at(at_ms) <= clock.now() - POSTS_KEPT}
        off += off_record([row for row in rows if row.room == rooms.get(room)], there, old)
    return Verdict(bare, dark, off)


async def noted(settings: Path, clock: StageClock, seconds: float) -> None:
    """Wait until a bot at work has noted as said all that is due, or so long: one without protection may never do so.

    What was in the room before the reply to it was lost is asked for once more after a start.
    """
    async with _records(settings) as database:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while await _due(database, clock):  # noqa: ASYNC110 - another process
                    await asyncio.sleep(LOOK_EVERY_SECONDS)


async def _due(database: Database, clock: StageClock) -> int:
    due = select(func.count()).where(OutboxRow.state == NEW, OutboxRow.not_before <= clock.now())
    async with database.engine.connect() as connection:
        return await connection.scalar(due) or 0


async def claimed(settings: Path, events: Iterable[str]) -> int:
    """Return how many of some events a bot that does not run any more has noted as dealt with."""
    async with _records(settings) as database, database.work("proof") as work:
        names = {event_key(work.vault.name("event", event)) for event in events}
        return len(names & set(await work.session.scalars(select(ClaimRow.key))))


def off_record(rows: list[OutboxRow], there: Collection[str], old: Collection[str] = ()) -> int:
    """Return in how many things the events in a room and what the outbox says of it differ.

    Args:
        old: the events that the outbox may have forgotten.
    """
    noted = {row.event for row in rows if row.event and row.event in there}
    missing = sum(row.event is not None and row.event not in there for row in rows)
    never = sum(row.state in (NEW, DEAD) for row in rows)
    unnoted = sum(event not in noted and event not in old for event in there)
    return missing + never + unnoted


@asynccontextmanager
async def _records(settings: Path) -> AsyncIterator[Database]:
    made = load(settings, environment={}).settings
    database = Database(made.database_url, Vault(made.master_secret.get_secret_value().encode()))
    try:
        yield database
    finally:
        await database.close()


async def _posts(district: District) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for person, place in EYES:
        posts = await district.actors[person].read(await _room(district, person, place))
        found[place or person] = [post for post in posts if post.sender == district.bot.user_id]
    return found


async def _room(district: District, person: str, place: str | None) -> str:
    return district.rooms[place] if place else await district.actors[person].chat_with(district.bot.user_id)


async def _spoken(district: District, person: str, place: str | None) -> dict[str, int]:
    """Return every event of the bot's in a room, as the homeserver has them, with its time there in milliseconds."""
    room_id = await _room(district, person, place)
    found: dict[str, int] = {}
    where: dict[str, str] = {}
    while True:
        page: dict[str, Any] = await district.actors[person].api.get(
            f"/rooms/{part(room_id)}/messages", dir="b", limit="500", **where
        )
        found |= {
            event["event_id"]: event["origin_server_ts"]
            for event in page["chunk"]
            if event["sender"] == district.bot.user_id and event["type"] in SPOKEN
        }
        if not page["chunk"] or "end" not in page:
            return found
        where = {"from": page["end"]}
