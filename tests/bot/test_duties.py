"""What falls due for many at once."""

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import event

from bot.duties import Duties
from council.action import Action, State
from tests.town import NOON, POL, TRAF, Town

MANY = 120


async def owe(town: Town, count: int) -> None:
    """Let two organisations owe so many actions that are due soon."""
    async with town.database.work(town.charter.slug) as work:
        for number in range(1, count + 1):
            made = NOON - timedelta(days=1)
            owner = "POL" if number % 2 else "TRAF"
            await work.actions.save(
                Action(
                    number, owner, date(2026, 4, 1), f"Lamp {number}", made, date(2026, 3, 26),
                    state=State.ACCEPTED, accepted_at=made,
                )
            )  # fmt: skip


def reminded(heard: list[tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter((room, body) for room, body in heard if "Lamp" in body and "X" in body and room in (POL, TRAF))


async def test_what_falls_due_for_many_at_one_moment_is_said_once_to_each(town: Town) -> None:
    await owe(town, MANY)
    await town.becomes(NOON + timedelta(days=7))

    posts = reminded([(room, body) for room, body in await town.hears() if not body.startswith("To do")])

    single = [post for post in posts.elements() if post[1].count("Lamp") == 1]
    assert len(single) == len(set(single)) == MANY


async def test_what_is_small_is_done_many_at_a_time(town: Town) -> None:
    """A transaction for each of a thousand reminders would wait a thousand times for the disk."""
    await owe(town, MANY)
    town.clock.time = NOON + timedelta(days=7)
    commits: list[object] = []
    event.listen(town.database.engine.sync_engine, "commit", commits.append)

    said: list[int] = []
    done = await Duties(town.database, town.charter, town.clock).tick(lambda: said.append(len(commits)))

    assert done >= MANY
    assert len(commits) < MANY / 4
    # What is done first is said while the rest is still being done.
    assert said[0] < len(commits) - 1
