"""What falls due for many at once."""

from collections import Counter
from datetime import date, datetime, timedelta

from sqlalchemy import event, select

from bot.duties import Duties
from council.action import Action, State
from storage.claims import ClaimRow
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


class SetWrong:
    """A clock that is right once, and then ten years ahead."""

    def __init__(self, right: datetime) -> None:
        self._times = [right]

    def now(self) -> datetime:
        return self._times.pop() if self._times else NOON + timedelta(days=3650)

    def at(self, server_ms: int) -> datetime:
        raise AssertionError(server_ms)


async def test_a_clock_set_wrong_in_the_middle_of_a_tick_loses_nothing_that_is_due(town: Town) -> None:
    await owe(town, 1)
    town.clock.time = NOON + timedelta(days=6)

    await Duties(town.database, town.charter, SetWrong(town.clock.time)).tick()

    async with town.database.work(town.charter.slug) as work:
        dated = set(await work.session.scalars(select(ClaimRow.at).where(ClaimRow.key.startswith("action"))))
    assert dated == {town.clock.time}
    assert reminded([(room, body) for room, body in await town.hears() if not body.startswith("To do")])
