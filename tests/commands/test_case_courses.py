"""Whatever is said about a case, in whatever order, it stays in a known state, is answered, and told once."""

from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.steps import STEPS, State, Step
from tests.town import COUNCIL, POL, SDF, SECRETARIAT, SECRETARY, Town

pytestmark = pytest.mark.slow
COUNCILS = {
    "assign SDF": (SECRETARY, "!case assign {n} SDF"),
    "assign POL": (SECRETARY, "!case assign {n} POL"),
    "answer": (SDF, "!case answer {n} We look at it."),
    "answer of another": (POL, "!case answer {n} So do we."),
    "resolve": (SDF, "!case resolve {n}"),
    "close": (SECRETARY, "!case close {n} Done."),
    "cannot answer": (SDF, "!case cannot-answer {n} secrecy"),
    "redirect": (SECRETARY, "!case redirect {n} Trafikverket"),
    "more time": (SDF, "!case extend {n} 2026-12-11 The landowner is slow."),
    "summary": (SECRETARY, "!case edit-summary {n} Buskar"),
    "duplicate": (SECRETARY, "!case duplicate {n} {other}"),
}
RESIDENTS = ("!yes", "!no", "ja", "!withdraw {n}", "!reopen {n}", "!status {n}", "!correct {n} Andra buskar", "Och mer")
DEEDS = ("reword", "delete")
MOVES = {
    "assign SDF": Step.ASSIGN,
    "answer": Step.ANSWER,
    "resolve": Step.RESOLVE,
    "close": Step.CLOSE,
    "cannot answer": Step.CANNOT_ANSWER,
    "redirect": Step.REDIRECT,
    "duplicate": Step.DUPLICATE,
    "!yes": Step.CONFIRM,
    "!withdraw {n}": Step.WITHDRAW,
    "!reopen {n}": Step.REOPEN,
}
"""What moves a case on from the states that its step leads from."""
ANYTHING = (*sorted(COUNCILS), *RESIDENTS, *DEEDS, "wait 1", "wait 12", "wait 30")
TURNS = st.tuples(st.integers(0, 4).map(bool), st.integers(0, 10_000))
"""Four times in five something that can be done now, else anything: so that courses get far."""
numbers = count(1)


@pytest.mark.timeout(300)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(course=st.lists(TURNS, min_size=3, max_size=10))
async def test_no_course_of_a_case_leaves_the_known_states_loses_a_message_or_tells_a_resident_twice(
    town: Town, course: list[tuple[bool, int]]
) -> None:
    who = next(numbers)
    resident = f"@resident{who}:town"
    town.clock.time += timedelta(days=1)
    await town.says(SECRETARY, "!concern phone: Buskarna skymmer gångvägen", room=SECRETARIAT)
    await town.opens_chat(resident)
    told_in = await town.says(resident, f"!concern Buskarna skymmer gångvägen {'i' * who}")
    async with town.database.work("lindvassa") as work:
        [number] = await work.reporters.cases_of(resident)
    await town.hears()

    for is_likely, index in course:
        before = await _state(town, number)
        town.clock.time += timedelta(minutes=2)
        step = _chosen(before, index, is_likely=is_likely)
        if step.startswith("wait"):
            await town.becomes(town.clock.time + timedelta(days=int(step.split()[1])))
            speaker = None
        elif step in COUNCILS:
            speaker, line = COUNCILS[step]
            await town.says(speaker, line.format(n=f"{number:04d}", other=f"{number - 1:04d}"), room=COUNCIL)
        elif step in DEEDS:
            speaker = None if await _is_gone(town, told_in) else resident
            if step == "delete":
                await town.deletes(resident, told_in)
            else:
                await town.says(resident, f"!concern Andra buskar {index}", edits=told_in)
        else:
            speaker = resident
            await town.says(resident, step.format(n=f"{number:04d}"))
        after = await _state(town, number)
        heard = [(room, body) for room, body in await town.hears() if not body.startswith("* ")]
        _holds(resident, speaker, step, before, after, heard)


def _holds(
    resident: str, speaker: str | None, step: str, before: State, after: State, heard: list[tuple[str, str]]
) -> None:
    told = [body for room, body in heard if room == resident]
    # Only what the table of steps allows ever happens.
    assert after is before or after in {STEPS[each].get(before) for each in Step} or step.startswith("wait")
    # Nothing is lost: whoever speaks is answered where she spoke.
    if speaker is not None:
        assert (resident if speaker == resident else COUNCIL) in {room for room, _body in heard}, step
    # Nothing is told twice.
    assert max(Counter(told).values(), default=0) <= 1, (step, told)
    # Whatever the council does to the case reaches its resident, in one message.
    if speaker in (SECRETARY, SDF, POL) and after is not before:
        assert len(told) == 1, (step, before, after, told)
    # What happens by itself to the case is told as well.
    if speaker is None and after is not before:
        assert told, (step, before, after)


def _chosen(state: State, index: int, *, is_likely: bool) -> str:
    possible = [name for name, step in MOVES.items() if state in STEPS[step]] if is_likely else []
    names = possible or ANYTHING
    return names[index % len(names)]


async def _is_gone(town: Town, event: str) -> bool:
    """Say whether the message that raised the case has been deleted: then nothing more is done with it."""
    async with town.database.work("lindvassa") as work:
        claim = await work.claims.get(f"event:{work.vault.name('event', event)}")
    return claim is not None and claim.outcome == "undone"


async def _state(town: Town, number: int) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(number)).state
