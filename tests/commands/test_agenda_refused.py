"""What cannot be raised, moved or taken in is refused in words that help, and changes nothing on the agenda."""

import pytest

from council.people import Person, Role
from tests.commands.evening import APRIL, MAY, clock
from tests.town import ANNA, BOE, CHAIR, COUNCIL, SECRETARIAT, SKOL, Town

NOTHING_LATER = "The time for adding items has passed, and no later meeting is planned. Ask the secretary to add one."
CLOSE = ""
"""What closes the meeting has no number until the agenda is fixed."""
STANDING = [*(f"A{number}" for number in range(1, 8)), CLOSE]
GONE = "The item from that message is no longer on any agenda. Nothing has been changed."


@pytest.fixture
async def month(town: Town) -> Town:
    """The town with its meeting of April, and none after it."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
    return town


async def answers(town: Town, sender: str, line: str, **how: str) -> list[str]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return [body for _room, body in await town.hears()]


async def ids(town: Town, meeting: str = "2026-04") -> list[str]:
    """Return what a meeting's items are called, in their order."""
    async with town.database.work("lindvassa") as work:
        return [item.id for item in (await work.agenda.of(meeting)).running]


async def cases(town: Town) -> int:
    async with town.database.work("lindvassa") as work:
        return len(await work.cases.all())


async def test_a_residents_question_is_neither_changed_nor_taken_back_by_its_message(month: Town) -> None:
    event = await month.says(ANNA, "!agenda add Varför syns ingen polis?")
    await month.hears()

    edited = await answers(month, ANNA, "!agenda add Varför syns ingen polis nu?", edits=event)
    await month.deletes(ANNA, event)

    assert edited == [
        (
            "I have already carried out “agenda add”, and editing the message does not change that. "
            "Write a new command instead."
        )
    ]
    assert await month.hears() == [
        (ANNA, "The message is gone, but what was done still stands. Write a new command to change it.")
    ]
    assert await cases(month) == 1


async def test_a_question_of_hers_is_no_item_once_a_resident_has_a_seat(month: Town) -> None:
    event = await month.says(ANNA, "!agenda add Varför syns ingen polis?", room=ANNA)
    await month.hears()
    async with month.database.work("lindvassa") as work:
        await work.people.save(Person(ANNA, frozenset({Role.MEMBER}), "BOE"))

    await month.says(ANNA, "!agenda add Varför syns ingen polis nu?", edits=event, room=ANNA)

    assert await month.hears() == [(ANNA, GONE)]
    assert "A8" not in (await ids(month))[:-1]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("!agenda add", "I need a title."),
        ("!agenda add Det brinner hos min granne, hjälp!", "Call 112 now."),
        ("!agenda add Vad gör ni åt 19811218-9876?", "The text seems to contain a personal number."),
    ],
)
async def test_a_residents_item_goes_through_the_same_care_as_a_concern(month: Town, line: str, first: str) -> None:
    heard = await answers(month, ANNA, line)

    assert heard[0].startswith(first)
    assert not any("19811218" in body for body in heard)
    assert await cases(month) == 0


async def test_a_residents_question_is_not_taken_where_others_read_it(month: Town) -> None:
    await month.says(ANNA, "!agenda add Varför syns ingen polis?", room=COUNCIL)

    assert await month.hears() == [
        (COUNCIL, "Write to me directly, and your question is raised at the meeting without your name.")
    ]
    assert await cases(month) == 0


async def test_the_message_of_a_withdrawn_item_changes_nothing_more(month: Town) -> None:
    event = await month.says(BOE, "!agenda add Cyklar")
    await month.says(BOE, "!agenda withdraw A8")
    await month.hears()

    edited = await answers(month, BOE, "!agenda add Cyklar i parken", edits=event)
    await month.deletes(BOE, event)

    assert edited == [GONE]
    assert await month.hears() == [(COUNCIL, GONE)]
    assert "A8" not in (await ids(month))[:-1]


async def test_a_reply_makes_the_first_line_it_answers_an_item(month: Town) -> None:
    unreadable = await answers(month, BOE, "!agenda add (beslut)", replies_to="$gone")
    added = await answers(
        month, BOE, "!agenda add (beslut, 5 min)", replies_to="$there", replied="> Lampan vid skolan\nSedan i höstas"
    )

    assert unreadable == ["I cannot read the message you replied to. Write the title after !agenda add."]
    assert added[0].startswith("Item A8 added: Lampan vid skolan (decision, 5 min). From BOE.")


async def test_where_no_later_meeting_is_planned_nothing_waits_for_one(month: Town) -> None:
    await month.says(BOE, "!agenda add Cyklar")
    await month.hears()

    assert await answers(month, CHAIR, "!agenda move A8 next") == [NOTHING_LATER]
    assert await answers(month, CHAIR, "!agenda admit") == ["Nothing is waiting in the queue."]
    await month.says(CHAIR, "!agenda freeze")
    await month.hears()
    assert await answers(month, SKOL, "!agenda add Mopeder") == [NOTHING_LATER]
    assert (await ids(month))[-2:] == ["A8", "A9"]


async def test_what_stands_on_every_agenda_is_not_put_off(month: Town) -> None:
    async with month.database.work("lindvassa") as work:
        await work.meetings.save(MAY)

    assert await answers(month, CHAIR, "!agenda move A1 next") == [
        "Item A1 stands on every agenda and has its own place."
    ]
    assert await answers(month, CHAIR, "!agenda admit") == ["Nothing is waiting in the queue."]
    assert await ids(month, "2026-05") == STANDING


async def test_the_only_item_that_waits_is_admitted_without_its_name(month: Town) -> None:
    async with month.database.work("lindvassa") as work:
        await work.meetings.save(MAY)
    month.clock.time = clock(9, day=1)
    await month.says(SKOL, "!agenda add Mopeder")
    await month.hears()

    assert (await answers(month, CHAIR, "!agenda admit"))[0].startswith("Item A8 admitted: Mopeder")
    assert (await ids(month))[-2:] == ["A8", CLOSE]
    assert await ids(month, "2026-05") == STANDING


@pytest.mark.parametrize("where", ["first", "last", "after A8", "before A8"])
async def test_the_only_item_raised_stays_before_the_close(month: Town, where: str) -> None:
    await month.says(BOE, "!agenda add Cyklar")
    await month.hears()

    assert (await answers(month, CHAIR, f"!agenda move A8 {where}"))[0].startswith("Item A8 moved to place 8 of 9:")
    assert (await ids(month))[-2:] == ["A8", CLOSE]


@pytest.mark.parametrize("where", ["first", "last", "after A1"])
async def test_a_standing_item_is_not_said_to_have_moved(month: Town, where: str) -> None:
    assert await answers(month, CHAIR, f"!agenda move A1 {where}") == [
        "Item A1 stands on every agenda and has its own place."
    ]
    assert (await answers(month, CHAIR, "!agenda move A99 first"))[0].startswith("There is no item A99")


async def test_a_resident_hears_in_swedish_that_what_was_done_stands(month: Town) -> None:
    await month.speaks("sv")
    event = await month.says(ANNA, "!agenda add Varför syns ingen polis?")
    heard = await month.hears()
    assert {room for room, _body in heard} == {ANNA, SECRETARIAT}

    await month.deletes(ANNA, event)

    [(room, told)] = await month.hears()
    assert room == ANNA
    assert "gjordes" in told
