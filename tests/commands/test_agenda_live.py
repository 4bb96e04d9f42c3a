"""One agenda for each meeting hangs on the council's wall and shows how things stand; organisations support items."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.commands.evening import APRIL, MAY, clock, gather
from tests.town import BOE, CHAIR, CIV, COUNCIL, OPEN, POL, SDF, SECRETARY, SKOL, Town

THREE_WEEKS_BEFORE = datetime(2026, 3, 19, 8, 0, tzinfo=UTC)
LIGHT = "!agenda add Belysning och sikt i Parkstråket (beslut, 10 min)"


@pytest.fixture
async def called(town: Town) -> Town:
    """The town just after the call for items of its April meeting."""
    town.clock.time = datetime(2026, 3, 19, 7, 0, tzinfo=UTC)
    async with town.database.work("lindvassa") as work:
        await work.councils.save({}, town.clock.time)
        for meeting in (APRIL, MAY):
            await work.meetings.save(replace(meeting, scheduled_at=town.clock.time))
    await town.becomes(THREE_WEEKS_BEFORE)
    return town


async def edited(town: Town) -> list[str]:
    """Return what the live agenda has become since the last time."""
    return [body for room, act, body in await town.hears_all() if room == COUNCIL and act == "edit"]


async def test_the_agenda_is_pinned_with_the_call_for_items_and_in_the_councils_room_alone(called: Town) -> None:
    heard = await called.hears_all()

    shown = [(room, act) for room, act, body in heard if body.startswith("Agenda, meeting Thursday 9 April 2026")]
    assert shown == [(COUNCIL, "post")]
    assert [(room, body) for room, act, body in heard if act == "pin"] == [(COUNCIL, "agenda:2026-04")]


async def test_every_change_edits_it_in_place(called: Town) -> None:
    await called.hears_all()

    event = await called.says(BOE, LIGHT)
    (added,) = await edited(called)
    await called.says(BOE, LIGHT.replace("10 min", "15 min"), edits=event)
    (changed,) = await edited(called)
    await called.deletes(BOE, event, room=COUNCIL)
    (gone,) = await edited(called)

    assert "A8 Belysning och sikt i Parkstråket (decision, 10 min). From BOE." in added
    assert "A8 Belysning och sikt i Parkstråket (decision, 15 min)" in changed
    assert "A8" not in gone


async def test_what_changes_nothing_of_it_leaves_it_alone(called: Town) -> None:
    await called.hears_all()

    await called.says(SKOL, "!agenda list")
    await called.says(BOE, "!agenda withdraw A8")

    assert await edited(called) == []


async def test_it_is_shown_again_where_it_may_be_shown_and_says_less_in_the_open_room(called: Town) -> None:
    await called.says(SECRETARY, "!agenda add Förtroligt samtal (council, 5 min)")
    await called.hears_all()

    await called.says(SKOL, "!agenda", room=COUNCIL)
    await called.says(SKOL, "!agenda", room=OPEN)

    (_, inside), (_, outside) = await called.hears()
    assert "Förtroligt samtal" in inside
    assert "Förtroligt samtal" not in outside
    assert "An item for the council" in outside


async def test_a_moved_meeting_takes_its_agenda_along_and_a_cancelled_one_says_so(called: Town) -> None:
    await called.hears_all()

    await called.says(CHAIR, "!meeting move 2026-04 2026-04-16T18:00")
    (moved,) = await edited(called)
    await called.says(CHAIR, "!meeting cancel 2026-04")
    (cancelled,) = await edited(called)

    assert moved.startswith("* Agenda, meeting Thursday 16 April 2026 at 18:00")
    assert cancelled == "* The meeting on Thursday 16 April 2026 is cancelled."


async def test_it_follows_the_meeting_and_comes_off_the_wall_the_day_after(called: Town) -> None:
    await gather(called)
    await called.hears_all()

    await called.says(SECRETARY, "!meeting start")
    (opened,) = await edited(called)
    await called.says(SECRETARY, "!skip A8")
    (skipped,) = await edited(called)
    await called.says(SECRETARY, "!note Alla hörs")
    assert await edited(called) == []
    await called.says(SECRETARY, "!meeting end")
    await called.hears_all()
    await called.becomes(clock(12, 1, day=10))

    assert "A1 Opening, roll call, quorum (information, 5 min). From the chair. Being dealt with now." in opened
    assert "(decision, 10 min). From BOE. Goes to the next meeting." in skipped
    assert [body for _room, act, body in await called.hears_all() if act == "unpin"] == ["agenda:2026-04"]


async def test_actions_that_are_not_done_stand_on_the_next_agenda_until_they_are(called: Town) -> None:
    await called.hears_all()

    await called.says(SECRETARY, "!action add SDF 2026-04-24 röjning")
    (with_it,) = await edited(called)
    await called.says(SDF, "!action done X1 Röjt.")
    (without_it,) = await edited(called)

    assert "Actions that are followed up" in with_it
    assert "X1: röjning. Responsible: the district administration, due Friday 24 April. Awaits an answer." in with_it
    assert "X1" not in without_it


async def test_with_the_notice_each_owner_hears_which_of_her_actions_are_taken_up(called: Town) -> None:
    await called.says(SECRETARY, "!action add SDF+POL 2026-04-24 röjning")
    await called.says(SECRETARY, "!action add secretary 2026-04-24 lokal")
    await called.hears_all()

    await called.becomes(datetime(2026, 3, 31, 10, 0, tzinfo=UTC))

    taken_up = "The meeting on Thursday 9 April 2026 at 18:00 follows these actions up."
    told = {room: body for room, body in await called.hears() if body.startswith(taken_up)}
    assert "- X1: röjning" in told[SDF]
    assert "- X1: röjning" in told[POL]
    assert "- X2: lokal" in told[SECRETARY]
    assert len(told) == 3


async def test_an_item_left_over_says_from_where(called: Town) -> None:
    await gather(called)
    await called.says(SECRETARY, "!meeting start")
    await called.says(SECRETARY, "!meeting end")
    await called.hears_all()
    called.clock.time = datetime(2026, 4, 20, 7, 0, tzinfo=UTC)

    await called.says(SKOL, "!agenda list")

    ((_, shown),) = await called.hears()
    assert "Mopedkörning på Sjövägen (decision, 10 min). From SKOL. Left from the meeting 2026-04 A9." in shown


async def test_a_thumb_up_supports_an_item_once_for_each_organisation(called: Town) -> None:
    raised = await called.says(BOE, LIGHT)
    await called.hears_all()
    post = await called.event_of("item:2026-04:8", COUNCIL)

    await called.says(POL, "👍", reacts_to=post)
    await called.says(POL, "👍", reacts_to=raised)
    liked = await called.says(SKOL, "👍", reacts_to=raised)
    await called.says(BOE, "👍", reacts_to=raised)
    supported = (await edited(called))[-1]
    await called.deletes(SKOL, liked, room=COUNCIL)
    (left,) = await edited(called)

    assert "From BOE. Supported by the police and the school." in supported
    assert "From BOE. Supported by the police." in left


async def test_support_can_be_typed_and_taken_back(called: Town) -> None:
    await called.says(BOE, LIGHT)
    await called.hears_all()

    typed = await called.says(CIV, "!support A8")
    (told, _edit) = [body for _room, body in await called.hears()]
    await called.deletes(CIV, typed, room=COUNCIL)
    (gone, after) = [body for _room, body in await called.hears()]

    assert told.startswith("Your support for item A8 is noted: Belysning och sikt i Parkstråket.")
    assert gone == "Your support for item A8 is taken back: Belysning och sikt i Parkstråket."
    assert "Supported" not in after


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (BOE, "!support A8", "You raised item A8 yourselves. Support counts the other organisations."),
        (POL, "!support A1", "Item A1 stands on every agenda and has its own place."),
        (POL, "!support A99", "There is no item A99 on the agenda. See the agenda: !agenda list"),
    ],
)
async def test_support_that_cannot_be_counted_is_refused(called: Town, sender: str, line: str, answer: str) -> None:
    await called.says(BOE, LIGHT)
    await called.hears_all()

    await called.says(sender, line)

    assert await called.hears() == [(COUNCIL, answer)]
