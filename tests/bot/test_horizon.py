"""What is due is looked at twice: all of it to be found, and what was found once more when it is claimed."""

from datetime import date, timedelta

from bot.horizon import SMALL, due_now, still_due
from council.action import Action, State
from council.reminders import Kind
from tests.town import ANNA, BERTIL, CECILIA, COUNCIL, NOON, SDF, SECRETARIAT, SECRETARY, Town

WEEKS = 12
OWED = 6


async def lively(town: Town) -> None:
    """Let organisations owe something, and residents have concerns in three states."""
    await town.says(ANNA, "!concern The lamp by the underpass is broken")
    await town.says(BERTIL, "!concern Bushes hide the footpath to the school")
    await town.says(CECILIA, "!concern Mopeds race across the square")
    for number in (31, 32):
        await town.says(SECRETARY, f"!case assign {number:04d} SDF", room=SECRETARIAT)
    await town.says(SDF, "!case answer 0032 The bushes are cut", room=COUNCIL)
    async with town.database.work(town.charter.slug) as work:
        for number in range(1, OWED + 1):
            due, made = date(2026, 4, 1) + timedelta(days=7 * number), NOON - timedelta(days=1)
            await work.actions.save(
                Action(number, "POL", due, "Lamp", made, date(2026, 3, 26), state=State.ACCEPTED, accepted_at=made)
            )


async def differences(town: Town) -> set[str]:
    """Return in which keys the second look differs from the first, at every noon of some weeks."""
    differ: set[str] = set()
    met: set[Kind] = set()
    for day in range(7 * WEEKS):
        now = NOON + timedelta(days=day)
        async with town.database.work(town.charter.slug) as work:
            every = await due_now(work, town.charter, now)
            small = [each for each in every if each.kind in SMALL]
            for seen in (small, small[::2], every):
                differ |= {each.key for each in seen} ^ (
                    await still_due(work, town.charter, now, seen) & {each.key for each in seen}
                )
            met |= {each.kind for each in small}
    assert Kind.ACTION_NUDGE in met
    assert len(met) > 2
    return differ


async def test_what_nothing_has_moved_is_due_at_the_second_look_too(town: Town) -> None:
    await lively(town)

    assert await differences(town) == set()


async def test_what_was_done_between_the_looks_is_not_due_any_more(town: Town) -> None:
    await lively(town)
    now = NOON + timedelta(days=7 * WEEKS)
    async with town.database.work(town.charter.slug) as work:
        seen = [each for each in await due_now(work, town.charter, now) if each.kind in SMALL]

    await town.says(SDF, "!case answer 0031 The lamp is mended", room=COUNCIL)
    async with town.database.work(town.charter.slug) as work:
        done = await work.actions.get(2)
        await work.actions.save(Action(**{**vars(done), "state": State.DONE, "done_at": NOON}))
    async with town.database.work(town.charter.slug) as work:
        still = await still_due(work, town.charter, now, seen)
        by_a_look_at_all = {each.key for each in await due_now(work, town.charter, now)}

    assert still & {each.key for each in seen} == by_a_look_at_all & {each.key for each in seen}
    gone = {each.subject for each in seen if each.key not in still}
    assert {"31", "X2"} <= gone
