"""Everybody sees when the council meets; the chair moves and calls off, the secretary prepares."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from council.meeting import Meeting, State
from tests.town import ANNA, BOE, CHAIR, COUNCIL, NOON, OPEN, SECRETARIAT, SECRETARY, SKOL, Town

APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOON)
MAY = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, NOON)
JUNE = Meeting("2026-06", date(2026, 6, 11), time(18), "Europe/Stockholm", 120, NOON)
MORNING_AFTER = datetime(2026, 4, 10, 7, 0, tzinfo=UTC)
MOVED = (
    "The meeting on Thursday 14 May 2026 at 18:00 has been moved to Thursday 21 May 2026 at 18:00. "
    "Its items are kept. Add items by Monday 11 May at 12:00: !agenda add"
)


@pytest.fixture
async def year(town: Town) -> Town:
    """The town with three meetings ahead."""
    async with town.database.work("lindvassa") as work:
        for meeting in (APRIL, MAY, JUNE):
            await work.meetings.save(meeting)
    return town


async def answers(town: Town, sender: str, line: str, **how: str) -> list[tuple[str, str]]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return await town.hears()


async def meeting(town: Town, number: str) -> Meeting:
    async with town.database.work("lindvassa") as work:
        return await work.meetings.get(number)


async def test_a_resident_hears_when_the_next_meeting_is(year: Town) -> None:
    heard = await answers(year, ANNA, "!next", room=OPEN)

    assert heard == [
        (
            OPEN,
            (
                "Next meeting: Thursday 9 April 2026 at 18:00.\n"
                "Add items by Friday 27 March at 12:00: !agenda add\nResidents: write to me directly."
            ),
        )
    ]


async def test_during_a_meeting_the_meeting_is_the_one_going_on(year: Town) -> None:
    year.clock.time = APRIL.starts_at

    assert (await answers(year, BOE, "!next"))[0][1] == "The meeting is going on: Thursday 9 April 2026, 18:00-20:00."


async def test_one_meeting_is_shown_by_its_number(year: Town) -> None:
    assert (await answers(year, BOE, "!meeting 2026-05"))[0][1].startswith(
        "Meeting: Thursday 14 May 2026 at 18:00.\nNote: Thursday 14 May is Ascension Day.\n"
    )
    assert (await answers(year, BOE, "!meeting 2026-07"))[0][1].startswith("There is no meeting 2026-07.")
    assert (await answers(year, BOE, "!meeting what"))[0][1].startswith("Write the meeting's number")


async def test_the_list_points_out_a_red_day(year: Town) -> None:
    listed = (await answers(year, BOE, "!meeting list"))[0][1]

    assert "2026-04: Thursday 9 April 2026 at 18:00" in listed
    assert "2026-05: Thursday 14 May 2026 at 18:00." in listed
    assert listed.count("2026-0") == 3


async def test_the_chair_moves_a_meeting_and_each_room_hears_it_once(year: Town) -> None:
    year.clock.time = MORNING_AFTER

    assert await answers(year, CHAIR, "!meeting move 2026-05-21T18:00") == [(OPEN, MOVED), (COUNCIL, MOVED)]
    moved = await meeting(year, "2026-05")
    assert (moved.day, moved.previous) == (date(2026, 5, 21), (MAY.starts_at,))


async def test_a_move_decided_in_the_secretariat_is_answered_there_too(year: Town) -> None:
    heard = await answers(year, CHAIR, "!möte flytta 2026-05 2026-05-21", room=SECRETARIAT)

    assert [room for room, _body in heard] == [OPEN, COUNCIL, SECRETARIAT]


async def test_a_moved_meeting_keeps_its_items_and_is_open_again(year: Town) -> None:
    await year.says(BOE, "!agenda add Belysning")
    await year.says(CHAIR, "!agenda freeze")
    await year.says(CHAIR, "!meeting move 2026-04-16T18:00")
    await year.hears()

    listed = (await answers(year, BOE, "!agenda"))[0][1]

    assert "Thursday 16 April 2026" in listed
    assert "A8 Belysning" in listed
    assert "Add items by" in listed
    assert (await answers(year, BOE, "!agenda add Cyklar"))[0][1].startswith("Item A10 added")


async def test_the_secretary_prepares_what_the_chair_decides(year: Town) -> None:
    heard = await answers(year, SECRETARY, "!meeting move 2026-05-21T18:00")

    assert [room for room, _body in heard] == [COUNCIL, CHAIR]
    assert heard[0][1].endswith("Nothing is changed yet.")
    assert heard[1][1].endswith("Decide by writing: !meeting move 2026-05-21T18:00")
    assert await meeting(year, "2026-05") == MAY


async def test_others_move_nothing(year: Town) -> None:
    assert (await answers(year, SKOL, "!meeting move 2026-05-21T18:00"))[0][1].startswith("Only the chair")
    assert (await answers(year, ANNA, "!meeting cancel"))[0][1].startswith("Only the chair")
    assert await meeting(year, "2026-05") == MAY


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!meeting move 2026-07-02T18:00", "Which meeting? Write its number first: 2026-04, 2026-05 and 2026-06."),
        ("!meeting move 2026-05", "Please also write which day and time."),
        ("!meeting move 2026-05 2026-05-21T18:00 perhaps", "I do not know what to do with “perhaps”."),
        ("!meeting cancel perhaps", "Write the meeting's number, its day or its month."),
        ("!meeting cancel 15 May", "There is no meeting on Friday 15 May 2026."),
        ("!meeting cancel July", "Which meeting? Write its number first: 2026-04, 2026-05 and 2026-06."),
    ],
)
async def test_an_unclear_change_is_asked_about(year: Town, line: str, answer: str) -> None:
    assert (await answers(year, CHAIR, line))[0][1].startswith(answer)


async def test_a_meeting_called_off_hands_its_items_to_the_next(year: Town) -> None:
    await year.says(BOE, "!agenda add Belysning")
    await year.hears()

    heard = await answers(year, CHAIR, "!meeting cancel 2026-04")

    assert heard[0] == (
        OPEN,
        (
            "The meeting on Thursday 9 April 2026 at 18:00 is called off.\n"
            "The next meeting is on Thursday 14 May 2026 at 18:00. The one item that was raised queues for it."
        ),
    )
    assert (await meeting(year, "2026-04")).state is State.CANCELLED
    assert "Q1 Belysning" in (await answers(year, BOE, "!agenda"))[0][1]


async def test_a_meeting_of_the_series_is_left_out(year: Town) -> None:
    heard = await answers(year, CHAIR, "!meeting skip 2026-05")

    assert heard[1][1].startswith("The meeting on Thursday 14 May 2026 at 18:00 is left out.")
    assert (await answers(year, SECRETARY, "!meeting skip 2026-06"))[1] == (
        CHAIR,
        (
            "Proposal: the meeting on Thursday 11 June 2026 at 18:00 is left out.\n"
            "The secretary has prepared it. Decide by writing: !meeting skip 2026-06"
        ),
    )


async def test_calling_off_typed_twice_calls_off_one(year: Town) -> None:
    asked = await answers(year, CHAIR, "!meeting cancel")
    await year.says(CHAIR, "!meeting cancel 2026-04")
    await year.hears()

    again = await answers(year, CHAIR, "!meeting cancel 2026-04")

    assert asked == [
        (
            COUNCIL,
            (
                "Which meeting? The next one is on Thursday 9 April 2026 at 18:00. "
                "To call it off, write: !meeting cancel 2026-04"
            ),
        )
    ]
    assert again == [(COUNCIL, "The meeting on Thursday 9 April 2026 is cancelled.")]
    assert await meeting(year, "2026-05") == MAY


@pytest.mark.parametrize("named", ["2026-05", "14 May", "den 14 maj", "2026-05-14", "Thursday 14 May", "May", "i maj"])
async def test_a_meeting_is_named_by_its_number_its_day_or_its_month(year: Town, named: str) -> None:
    await answers(year, CHAIR, f"!meeting cancel {named}")

    assert [(await meeting(year, number)).is_cancelled for number in ("2026-04", "2026-05")] == [False, True]


async def test_a_month_with_two_meetings_names_neither(year: Town) -> None:
    await year.says(CHAIR, "!meeting add 2026-05-28T18:00")
    await year.hears()

    assert await answers(year, CHAIR, "!meeting cancel May") == [
        (COUNCIL, "Which meeting? Write its number first: 2026-05 and 2026-05b.")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2026-05 to 21 May at 18:00",
        "May to 21 May",
        "14 maj till torsdag 21 maj kl 18",
        "to 21 May",
        "2026-05 21 May 6 pm",
    ],
)
async def test_a_move_can_say_from_when_to_when(year: Town, line: str) -> None:
    await answers(year, CHAIR, f"!meeting move {line}")

    assert (await meeting(year, "2026-05")).day == date(2026, 5, 21)


async def test_an_extra_meeting_typed_twice_is_one(year: Town) -> None:
    await year.says(CHAIR, "!meeting add 2026-05-28T18:00")
    await year.hears()

    assert await answers(year, CHAIR, "!meeting add 28 May 18:00") == [
        (COUNCIL, "The meeting is already on Thursday 28 May 2026 at 18:00.")
    ]


async def test_of_an_extra_meeting_so_soon_that_items_are_too_late_no_day_for_them_is_told(year: Town) -> None:
    heard = await answers(year, CHAIR, f"!meeting add {year.clock.time + timedelta(days=1):%Y-%m-%dT18:00}")

    assert "Add items by" not in heard[0][1]
    assert heard[0][1].endswith(
        "The usual time for adding items is over: what is added now waits for the meeting after, unless the chair "
        "admits it."
    )


async def test_an_extra_meeting_is_added(year: Town) -> None:
    heard = await answers(year, CHAIR, "!meeting add 2026-05-28T18:00")

    assert heard[0][1].startswith("Extra meeting: Thursday 28 May 2026 at 18:00.")
    assert (await meeting(year, "2026-05b")).day == date(2026, 5, 28)
    assert [room for room, _ in await answers(year, SECRETARY, "!meeting add 2026-06-18T18:00")] == [COUNCIL, CHAIR]


async def test_a_meeting_moved_to_a_day_too_near_for_a_notice_has_its_agenda_fixed_at_once(year: Town) -> None:
    said = await answers(year, CHAIR, "!meeting move 2026-03-27T18:00 ", room=COUNCIL)
    assert "2026-04" in said[0][1]

    said = await answers(year, CHAIR, "!meeting move 2026-04 2026-03-27T18:00", room=COUNCIL)

    assert {body for _room, body in said} == {
        (
            "The meeting on Thursday 9 April 2026 at 18:00 has been moved to Friday 27 March 2026 at 18:00. "
            "The agenda is fixed: !agenda list"
        )
    }
    async with year.database.work("lindvassa") as work:
        assert (await work.meetings.get("2026-04")).state is State.FROZEN
        assert (await work.agenda.of("2026-04")).is_frozen


async def test_an_impossible_time_is_told_as_such(year: Town) -> None:
    said = await answers(year, CHAIR, "!meeting move 2026-04 tomorrow 25:00", room=COUNCIL)

    assert "25:00" in said[0][1]


async def test_where_nothing_is_planned_everybody_is_told_so(town: Town) -> None:
    for line in ("!next", "!meeting list", "!meeting show"):
        assert await answers(town, ANNA, line) == [(ANNA, "No meeting is planned.")]


async def test_a_meeting_is_shown_as_it_stands_before_during_and_after(year: Town) -> None:
    async def shown() -> str:
        return (await answers(year, ANNA, "!meeting show 2026-04"))[0][1]

    ahead = await shown()
    year.clock.time = APRIL.starts_at
    during = await shown()
    year.clock.time = APRIL.ends_at
    after = await shown()
    async with year.database.work("lindvassa") as work:
        await work.meetings.save(APRIL.hold(APRIL.starts_at))
    held = await shown()

    assert ahead.startswith("Next meeting: Thursday 9 April 2026 at 18:00.")
    assert during == "The meeting is going on: Thursday 9 April 2026, 18:00-20:00."
    assert after == "The meeting was on Thursday 9 April 2026 at 18:00."
    assert held == "Meeting 2026-04 was held on Thursday 9 April 2026 at 18:00."
    assert (await answers(year, ANNA, "!meeting show"))[0][1].startswith("Next meeting: Thursday 14 May 2026")
