"""Members raise, change and withdraw items; late ones queue; the secretary and the chair set the order."""

from datetime import UTC, date, datetime, time

import pytest

from council.item import Part
from council.meeting import Meeting
from tests.town import ANNA, BOE, CHAIR, COUNCIL, FAST, NOON, OPEN, POL, SECRETARIAT, SECRETARY, SKOL, Town

APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOON)
MAY = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, NOON)
LATE = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
LIGHT = "!agenda add Belysning och sikt i Parkstråket (beslut, 10 min)"


@pytest.fixture
async def month(town: Town) -> Town:
    """The town with its meetings of April and May."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)
    return town


async def answers(town: Town, sender: str, line: str, **how: str) -> list[str]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return [body for _room, body in await town.hears()]


async def running(town: Town, meeting: str = "2026-04") -> list[tuple[str, str]]:
    """Return the raised items of a meeting as (id, title)."""
    async with town.database.work("lindvassa") as work:
        agenda = await work.agenda.of(meeting)
        return [(item.id, item.title) for item in agenda.running if item.part is Part.RAISED]


async def test_an_item_is_raised_in_the_words_of_the_council(month: Town) -> None:
    await month.says(BOE, LIGHT)
    assert await month.hears() == [
        (
            COUNCIL,
            (
                "Item A8 added: Belysning och sikt i Parkstråket (decision, 10 min). From BOE. "
                "Meeting Thursday 9 April 2026 at 18:00."
            ),
        )
    ]


async def test_an_item_is_raised_in_swedish(month: Town) -> None:
    await month.speaks("sv")
    assert await answers(month, BOE, "!dagordning lägg till Belysning och sikt i Parkstråket (beslut, 10 min)") == [
        (
            "Punkt A8 är anmäld: Belysning och sikt i Parkstråket (beslut, 10 min). Anmäld av BOE. "
            "Möte torsdag 9 april 2026 kl. 18.00."
        )
    ]


async def test_an_edited_message_changes_its_item(month: Town) -> None:
    event = await month.says(BOE, LIGHT)
    await month.hears()

    changed = await answers(month, BOE, "!agenda add Belysning i Parkstråket (beslut, 15 min)", edits=event)

    assert changed == ["Item A8 changed: Belysning i Parkstråket (decision, 15 min)."]
    assert await running(month) == [("A8", "Belysning i Parkstråket")]


async def test_a_deleted_message_withdraws_its_item_and_the_id_stays_unused(month: Town) -> None:
    event = await month.says(BOE, LIGHT)
    await month.hears()

    await month.deletes(BOE, event, room=COUNCIL)

    assert await month.hears() == [(COUNCIL, "Item A8 withdrawn: Belysning och sikt i Parkstråket.")]
    await month.says(SKOL, "!agenda add Mopedkörning (beslut, 8 min)")
    assert await running(month) == [("A9", "Mopedkörning")]


async def test_a_refused_item_is_added_when_its_message_is_put_right(month: Town) -> None:
    event = await month.says(BOE, "!agenda add (beslut, 10 min)")
    assert (await month.hears())[0][1].startswith("I need a title.")

    await month.says(BOE, LIGHT, edits=event)

    assert await running(month) == [("A8", "Belysning och sikt i Parkstråket")]


async def test_an_item_after_the_closing_date_queues_and_the_chair_admits_it(month: Town) -> None:
    month.clock.time = LATE

    assert await answers(month, FAST, "!agenda add Portkoder") == [
        "The time for adding items has passed. The item is first in the queue for the next meeting."
    ]
    assert (await answers(month, SKOL, "!agenda add Cyklar"))[0].endswith("number 2 in the queue for the next meeting.")
    queue = (await answers(month, FAST, "!agenda queue"))[0]
    assert "Q1 Portkoder (discussion, 10 min). From FAST." in queue
    assert (await answers(month, CHAIR, "!agenda admit"))[0].startswith(
        "Several items are waiting. Write which one: Q1 and Q2"
    )
    assert (await answers(month, CHAIR, "!agenda admit q1"))[0].startswith("Item A8 admitted: Portkoder")
    assert await running(month) == [("A8", "Portkoder")]
    assert await running(month, "2026-05") == [("Q2", "Cyklar")]


async def test_a_queued_item_follows_its_message_too(month: Town) -> None:
    month.clock.time = LATE
    event = await month.says(FAST, "!agenda add Portkoder")
    await month.hears()

    assert await answers(month, FAST, "!agenda add Portkoder i Södra gården", edits=event) == [
        "Item Q1 changed: Portkoder i Södra gården (discussion, 10 min)."
    ]
    assert await answers(month, FAST, "!agenda withdraw Q1") == ["Item Q1 withdrawn: Portkoder i Södra gården."]


async def test_the_agenda_is_listed_with_times_and_its_sum(month: Town) -> None:
    await month.says(BOE, LIGHT)
    await month.hears()

    listed = (await answers(month, SKOL, "!agenda list"))[0]

    assert "Agenda, meeting Thursday 9 April 2026 at 18:00" in listed
    assert "18:50 A7 Residents' concerns (digest) (discussion, 15 min). From the digest." in listed
    assert "19:05 A8 Belysning och sikt i Parkstråket (decision, 10 min). From BOE." in listed
    assert "19:15 Other business, close (information, 3 min). From the chair." in listed
    assert "9 items, 78 minutes." in listed
    assert "Add items by Friday 27 March at 12:00" in listed


async def test_residents_see_the_agenda_but_not_the_councils_own_items(month: Town) -> None:
    await month.says(BOE, "!agenda add Avtalet med väktarna (bara rådet)")
    await month.hears()

    for sender, room in ((ANNA, OPEN), (ANNA, ANNA), (SKOL, OPEN)):
        listed = (await answers(month, sender, "!agenda list", room=room))[0]
        assert "A8 An item for the council (discussion, 10 min)" in listed
        assert "väktarna" not in listed
    assert "väktarna" in (await answers(month, SKOL, "!agenda show A8"))[0]
    shown = (await answers(month, ANNA, "!agenda show A8"))[0]
    assert "An item for the council" in shown


async def test_others_items_are_left_alone(month: Town) -> None:
    await month.says(BOE, LIGHT)
    await month.hears()

    refused = (await answers(month, SKOL, "!agenda withdraw A8"))[0]

    assert refused.startswith("Somebody else raised item A8.")
    assert await answers(month, SECRETARY, "!agenda edit A8 (15 min)") == [
        "Item A8 changed: Belysning och sikt i Parkstråket (decision, 15 min)."
    ]


async def test_the_secretary_raises_items_for_organisations_and_others_do_not(month: Town) -> None:
    raised = await answers(month, SECRETARY, "!agenda add Medborgarlöften kvartal 1 (uppföljning, 10 min, POL)")
    assert raised[0].startswith("Item A8 added: Medborgarlöften kvartal 1 (follow-up, 10 min). From POL.")
    assert (await answers(month, BOE, "!agenda add Cyklar (SKOL)"))[0].startswith("You can raise items for your own")
    assert (await answers(month, SECRETARY, "!agenda add Majmötet"))[0].startswith(
        "Item A9 added: Majmötet (discussion, 10 min). From the secretary."
    )


async def test_the_secretary_sets_the_order_and_freezes_the_agenda(month: Town) -> None:
    for title in ("Ett", "Två", "Tre"):
        await month.says(BOE, f"!agenda add {title}")
    await month.hears()

    assert (await answers(month, BOE, "!agenda move A8 last"))[0].startswith("Only the chair and the secretary")
    assert await answers(month, SECRETARY, "!agenda move A10 before A8") == [
        "Item A10 moved to place 8 of 11: Tre (discussion, 10 min)."
    ]
    assert await answers(month, CHAIR, "!dagordning flytta A10 sist") == [
        "Item A10 moved to place 10 of 11: Tre (discussion, 10 min)."
    ]
    assert await answers(month, CHAIR, "!agenda order A9, A8") == ["The items now stand in this order: A9, A8 and A10."]
    assert (await answers(month, SECRETARY, "!agenda move A8 sideways"))[0].startswith("Write where item A8 is to go")
    assert await answers(month, SECRETARY, "!agenda freeze") == [
        "The agenda of the meeting on Thursday 9 April 2026 is fixed: 11 items, 98 minutes."
    ]
    assert "19:35 A11 Other business, close" in (await answers(month, SKOL, "!agenda"))[0]
    assert (await answers(month, BOE, "!agenda add Fyra"))[0].startswith("The time for adding items has passed.")
    assert (await answers(month, BOE, "!agenda withdraw A8"))[0].startswith("The agenda is fixed.")


async def test_an_item_is_postponed_to_the_queue_of_the_next_meeting(month: Town) -> None:
    await month.says(BOE, LIGHT)
    await month.hears()

    assert (await answers(month, CHAIR, "!agenda move A8 next meeting"))[0].startswith("Item A8 postponed:")
    assert await running(month) == []
    assert await running(month, "2026-05") == [("Q1", "Belysning och sikt i Parkstråket")]


async def test_a_title_that_points_to_a_person_is_neither_added_nor_repeated(month: Town) -> None:
    refused = (await answers(month, POL, "!agenda add Mannen med 19811218-9876 i Centrum"))[0]

    assert "19811218" not in refused
    assert refused.startswith("The item has not been added")
    assert await running(month) == []


async def test_a_residents_item_becomes_a_question_with_a_case_number(month: Town) -> None:
    await month.says(ANNA, "!agenda add Varför syns ingen polis efter klockan 20?")

    heard = await month.hears()

    assert heard[0][0] == ANNA
    assert "TR-2026-0031" in heard[0][1]
    assert {room for room, _body in heard} <= {ANNA, SECRETARIAT}
    assert await running(month) == []


@pytest.mark.parametrize("by_hand", [True, False])
async def test_the_notice_comes_at_its_time_with_the_fixed_agenda(month: Town, *, by_hand: bool) -> None:
    await month.says(BOE, LIGHT)
    if by_hand:
        await month.says(SECRETARY, "!agenda freeze")
    await month.hears()

    await month.becomes(datetime(2026, 3, 31, 10, 0, tzinfo=UTC))

    notices = [(room, body) for room, body in await month.hears() if body.startswith("Notice of meeting.")]
    assert [room for room, _body in notices] == [OPEN, COUNCIL]
    assert "9 items, 78 minutes." in notices[0][1]
    assert "A9 Other business, close" in (await answers(month, SKOL, "!agenda"))[0]
