"""What is due in casework is said by itself: to the owner, to the secretary, to the chair, and to the resident."""

from datetime import UTC, datetime, timedelta

import pytest

from council.steps import State
from tests.town import ANNA, CHAIR, COUNCIL, FAST, SDF, SECRETARIAT, SECRETARY, Town

MONDAY = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)
ASSIGN = "Assign it: !case assign 0031 and an organisation."
LATE = (
    "TR-2026-0031: by Wednesday 25 March you should have known who is responsible. It is late. "
    "The secretary has been reminded, and you will be told as soon as it is settled."
)
SILENT = (
    "I have closed TR-2026-0031, since you have not said anything about whether it is done. "
    "If the problem is still there or comes back: write !reopen within 90 days."
)
NINE = 7
"""Nine o'clock in Stockholm's summer, in UTC."""


def april(day: int, hour: int = NINE) -> datetime:
    return datetime(2026, 4, day, hour, tzinfo=UTC)


@pytest.fixture
async def casework(town: Town) -> Town:
    """The town on Monday 23 March, with case 31 of Anna's, to be answered by Wednesday 8 April."""
    town.clock.time = MONDAY
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await town.hears()
    return town


async def heard(town: Town, *rooms: str) -> list[tuple[str, str]]:
    """Return what was said in some rooms that begins with a case's label or names it, edits left out."""
    return [
        (room, body.splitlines()[0])
        for room, body in await town.hears()
        if room in rooms and "TR-2026-0031" in body and not body.startswith(("* ", "This week"))
    ]


async def state_of(town: Town) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(31)).state


async def answered(town: Town) -> None:
    await town.says(SECRETARY, "!case assign 31 SDF")
    await town.says(SDF, "!case answer 31 We cut them.")
    await town.hears()


async def test_an_owner_not_named_in_time_is_told_of_to_secretary_resident_and_chair(casework: Town) -> None:
    await casework.becomes(datetime(2026, 3, 27, 12, tzinfo=UTC))

    assert await heard(casework, SECRETARIAT, ANNA, CHAIR) == [
        (SECRETARIAT, f"TR-2026-0031: the resident is to know today who is responsible. {ASSIGN}"),
        (
            SECRETARIAT,
            f"TR-2026-0031: the resident should have known by Wednesday 25 March who is responsible. {ASSIGN}",
        ),
        (ANNA, LATE),
        (
            CHAIR,
            "TR-2026-0031 has nobody responsible yet. The resident should have known by Wednesday 25 March.",
        ),
    ]


async def test_an_answer_not_given_is_asked_for_before_on_and_after_its_day_by_more_and_more_people(
    casework: Town,
) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    said = []
    for day in (2, 8, 9, 10, 15):
        await casework.becomes(april(day) - timedelta(minutes=1))
        await casework.hears()
        await casework.becomes(april(day))
        said.append([room for room, _body in await heard(casework, SDF, ANNA, SECRETARIAT, CHAIR)])

    assert said == [[SDF], [SDF], [SDF, ANNA], [SECRETARIAT], [CHAIR]]


async def test_each_reminder_is_said_once_however_often_one_looks(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    for _look in range(3):
        await casework.becomes(april(2, NINE + 1))

    assert len(await heard(casework, SDF)) == 1


async def test_after_an_answer_nobody_is_reminded(casework: Town) -> None:
    await answered(casework)
    await casework.becomes(april(16))

    assert await heard(casework, SDF, ANNA, CHAIR) == []


async def test_more_time_is_told_to_the_resident_with_the_reason_and_the_first_day_is_kept(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(SDF, "!case extend 31 17 april The landowner answers next week.")

    said = dict(await casework.hears())
    assert said[ANNA].splitlines()[0] == (
        "TR-2026-0031: more time is needed by the district administration. You will get an answer by Friday 17 April "
        "instead of Wednesday 8 April. The reason:"
    )
    assert "The landowner answers next week." in said[ANNA]
    async with casework.database.work("lindvassa") as work:
        [clock] = (await work.cases.get(31)).clocks
        entries = [entry.what for entry in await work.journal.about("case:31")]
    assert (clock.due.day, clock.extended_to and clock.extended_to.day) == (8, 17)
    assert "case-extended" in entries


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!case extend 31 17 april", "Please say why, too."),
        ("!case extend 31 8 april Because.", "0031 is to be answered by Wednesday 8 April already."),
    ],
)
async def test_more_time_needs_a_reason_and_a_later_day(casework: Town, line: str, answer: str) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(SDF, line)

    [(room, said)] = await casework.hears()
    assert (room, said[: len(answer)]) == (COUNCIL, answer)


async def test_more_time_is_refused_once_the_day_has_passed(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.becomes(april(9, 12))
    await casework.hears()
    await casework.says(SDF, "!case extend 31 24 april The landowner is slow.")

    [(_room, said)] = await casework.hears()
    assert said.startswith("The date of 0031 has passed: Wednesday 8 April.")


async def test_another_organisation_asks_for_no_time_in_a_case_that_is_not_its_own(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    await casework.says(FAST, "!case extend 31 24 april Why not.")

    [(_room, said)] = await casework.hears()
    assert "0031" in said
    assert "organisation" in said


async def test_a_silence_of_ten_working_days_closes_the_case_and_the_resident_is_told(casework: Town) -> None:
    await answered(casework)
    casework.clock.time = april(7, 8)
    await casework.says(SDF, "!case resolve 31")
    await casework.becomes(april(21, 20))
    before = await state_of(casework)
    await casework.hears()
    await casework.becomes(april(22))

    assert before is State.RESOLVED
    assert await state_of(casework) is State.CLOSED
    assert await heard(casework, ANNA, SDF) == [
        (SDF, "TR-2026-0031 is closed: the resident was asked whether it is done and has not answered."),
        (ANNA, SILENT),
    ]


async def asked_again(town: Town) -> None:
    await answered(town)
    await town.says(SECRETARY, "!case close 31 Cut.")
    await town.becomes(datetime(2026, 4, 20, NINE, tzinfo=UTC))


async def test_four_weeks_after_the_end_the_resident_is_asked_whether_it_is_still_solved(casework: Town) -> None:
    await asked_again(casework)
    asked = await heard(casework, ANNA)
    await casework.says(ANNA, "ja")
    thanked = await heard(casework, ANNA)
    await casework.says(ANNA, "ja")
    nothing = [body for room, body in await casework.hears() if room == ANNA]

    assert asked[-1] == (
        ANNA,
        "TR-2026-0031 (unsafe place) was closed some weeks ago. Is it still solved? Answer !yes or !no.",
    )
    assert thanked == [(ANNA, "Thank you. That TR-2026-0031 is still solved is noted.")]
    assert nothing[0].startswith("I have not asked you anything just now.")
    assert await state_of(casework) is State.CLOSED


async def test_a_no_four_weeks_later_opens_the_case_again(casework: Town) -> None:
    await asked_again(casework)
    await casework.hears()
    await casework.says(ANNA, "nej")

    assert await state_of(casework) is State.REOPENED
    assert [room for room, _body in await heard(casework, ANNA, SDF)] == [ANNA, SDF]


async def test_who_had_her_link_erased_is_not_asked(casework: Town) -> None:
    await answered(casework)
    await casework.says(SECRETARY, "!case close 31 Cut.")
    async with casework.database.work("lindvassa") as work:
        await work.reporters.unlink(31, ANNA)
    await casework.hears()
    await casework.becomes(april(27))

    assert await heard(casework, ANNA) == []


async def test_after_a_long_stop_only_the_last_reminder_is_said_and_the_others_are_noted(casework: Town) -> None:
    await casework.says(SECRETARY, "!case assign 31 SDF")
    await casework.hears()
    casework.clock.time = april(10, 12)
    await casework.becomes(april(10, 12))

    assert [room for room, _body in await heard(casework, SDF, ANNA, SECRETARIAT, CHAIR)] == [SECRETARIAT]


async def test_a_no_in_words_reopens_a_case_that_was_closed_some_weeks_ago(casework: Town) -> None:
    await asked_again(casework)
    await casework.hears()

    await casework.says(ANNA, "Nej, det är mörkt igen")

    told = [said for room, said in await casework.hears() if room == ANNA]
    assert told[0].startswith("TR-2026-0031 is open again.")
    assert told[1].startswith("I have added this to TR-2026-0031.")
