"""Whatever is said about a case, in whatever order, it stays in a known state, is answered, and told once."""

from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.steps import State
from tests.town import COUNCIL, POL, SDF, SECRETARY, Town

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
}
RESIDENTS = ("!yes", "!no", "ja", "!withdraw {n}", "!reopen {n}", "!status {n}", "!correct {n} Andra buskar", "Och mer")
STEPS = st.one_of(
    st.sampled_from(sorted(COUNCILS)),
    st.sampled_from(RESIDENTS),
    st.integers(min_value=1, max_value=40).map(lambda days: f"wait {days}"),
)
numbers = count(1)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(course=st.lists(STEPS, min_size=1, max_size=10))
async def test_no_course_of_a_case_leaves_the_known_states_loses_a_message_or_tells_a_resident_twice(
    town: Town, course: list[str]
) -> None:
    who = next(numbers)
    resident = f"@resident{who}:town"
    town.clock.time += timedelta(days=1)
    await town.opens_chat(resident)
    await town.says(resident, f"!concern Buskarna skymmer gångvägen {'i' * who}")
    async with town.database.work("lindvassa") as work:
        [number] = await work.reporters.cases_of(resident)
    await town.hears()

    for step in course:
        before = await _state(town, number)
        town.clock.time += timedelta(minutes=2)
        if step.startswith("wait"):
            await town.becomes(town.clock.time + timedelta(days=int(step.split()[1])))
            speaker = None
        elif step in COUNCILS:
            speaker, line = COUNCILS[step]
            await town.says(speaker, line.format(n=f"{number:04d}"), room=COUNCIL)
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
    assert after in State
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


async def _state(town: Town, number: int) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(number)).state
