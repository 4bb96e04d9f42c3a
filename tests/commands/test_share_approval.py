"""What everybody is to read is read by a second person first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from commands.posts.shares import ask_key
from council.share import State
from storage.proposals import ProposalRow
from tests.town import ANNA, COUNCIL, OPEN, POL, SDF, SECRETARIAT, SECRETARY, SKOL, Town

WEEK = "!share open Week 11: no car fires"
POST = (OPEN, "I1 from the police\n> Week 11: no car fires")
ASKED = "I1 from the police: shall it be shared openly?\n> Week 11: no car fires"


@pytest.fixture
async def careful(town: Town) -> Town:
    """A town whose council wants a second person to read what is open."""
    town.charter = replace(town.charter, approve_open=True)
    return town


async def state(town: Town, number: int = 1) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.shares.get(number)).state


async def question(town: Town) -> str:
    """Let the police ask, and return the name of the question's post."""
    await town.says(POL, WEEK, event="$typed")
    await town.hears()
    async with town.database.work("lindvassa") as work:
        return ask_key(await work.shares.get(1))


async def test_nothing_is_open_before_somebody_else_has_approved_it(careful: Town) -> None:
    await careful.says(POL, WEEK)
    heard = await careful.hears()
    assert [room for room, _body in heard] == [COUNCIL]
    assert heard[0][1].startswith(ASKED)

    await careful.says(SECRETARY, "!share approve I1", room=COUNCIL)

    assert await careful.hears() == [
        POST,
        (COUNCIL, "I1 is shared openly."),
        (COUNCIL, "* I1 is approved by the secretary and shared openly."),
    ]
    assert await state(careful) is State.PUBLISHED


async def test_the_writer_cannot_approve_and_a_resident_neither(careful: Town) -> None:
    await careful.says(POL, WEEK)
    await careful.hears()

    await careful.says(POL, "!share approve I1")
    assert (await careful.hears())[0][1].startswith("I1 needs the approval of somebody other")
    await careful.says(ANNA, "!share approve I1")
    assert (await careful.hears())[0][1].startswith("Only ")
    assert await state(careful) is State.WAITING


@pytest.mark.parametrize(("thumb", "after"), [("👍", State.PUBLISHED), ("👎", State.REFUSED)])
async def test_a_thumb_on_the_question_answers_it(careful: Town, thumb: str, after: State) -> None:
    event = await careful.event_of(await question(careful), COUNCIL)

    await careful.says(SKOL, thumb, room=COUNCIL, reacts_to=event)

    assert await state(careful) is after


async def test_a_thumb_of_the_writer_or_on_words_that_were_changed_does_nothing(careful: Town) -> None:
    event = await careful.event_of(await question(careful), COUNCIL)
    await careful.says(POL, "👍", room=COUNCIL, reacts_to=event)
    assert await state(careful) is State.WAITING
    careful.clock.time = datetime(2026, 3, 24, 12, 0, tzinfo=UTC)
    await careful.says(POL, "!share open Week 11: two car fires", edits="$typed")
    await careful.hears()

    await careful.says(SKOL, "👍", room=COUNCIL, reacts_to=event)

    assert "words are others now" in (await careful.hears())[0][1]
    assert await state(careful) is State.WAITING


async def test_a_refusal_tells_the_writer_why_and_keeps_no_words(careful: Town) -> None:
    await question(careful)

    await careful.says(SKOL, "!share refuse I1 Which area?", room=COUNCIL)

    heard = dict(await careful.hears())
    assert heard[POL].startswith("I1 is not shared openly")
    assert "> Which area?" in heard[POL]
    async with careful.database.work("lindvassa") as work:
        share = await work.shares.get(1)
    assert (share.state, share.text) == (State.REFUSED, "")


async def test_an_edit_after_a_refusal_asks_anew(careful: Town) -> None:
    await question(careful)
    await careful.says(SKOL, "!share refuse I1", room=COUNCIL)
    await careful.hears()

    await careful.says(POL, "!share open Week 11, Centrum: no car fires", edits="$typed")

    assert (await careful.hears())[0][1].startswith("I2 from the police: shall it be shared openly?")


async def test_changed_words_of_a_published_post_stand_only_once_approved(careful: Town) -> None:
    await question(careful)
    await careful.says(SKOL, "!share approve I1", room=COUNCIL)
    await careful.hears()

    await careful.says(POL, "!share open Week 11: two car fires", edits="$typed")
    assert [room for room, _body in await careful.hears()] == [COUNCIL]
    await careful.says(SDF, "!share approve I1", room=COUNCIL)

    assert (await careful.hears())[0] == (OPEN, "* I1 from the police\n> Week 11: two car fires")


async def test_deleting_the_message_takes_the_question_back(careful: Town) -> None:
    key = await question(careful)

    await careful.deletes(POL, "$typed", room=COUNCIL)

    assert (COUNCIL, "remove", key) in await careful.hears_all()
    assert await state(careful) is State.TAKEN_BACK


async def test_silence_is_asked_about_once_and_then_lets_go(careful: Town) -> None:
    await question(careful)

    await careful.becomes(datetime(2026, 3, 25, 9, 0, tzinfo=UTC))
    assert (COUNCIL, "thread") in [(room, act) for room, act, body in await careful.hears_all() if "I1" in body]
    await careful.becomes(datetime(2026, 4, 1, 9, 0, tzinfo=UTC))

    told = [body for room, body in await careful.hears() if room == POL]
    assert any(body.startswith("I1 is not shared: nobody answered") for body in told)
    assert await state(careful) is State.LAPSED


async def test_what_was_written_to_the_bot_alone_is_asked_about_in_the_secretariat(careful: Town) -> None:
    await careful.says(POL, WEEK, room=POL)
    heard = dict(await careful.hears())
    assert heard[SECRETARIAT].startswith(ASKED)
    assert heard[POL] == "I1 is not shared yet. A second person reads it first."

    await careful.says(SECRETARY, "!share approve I1", room=SECRETARIAT)

    assert (await careful.hears())[0] == POST


async def test_what_the_secretary_shares_is_asked_about_in_the_council(careful: Town) -> None:
    await careful.says(SECRETARY, WEEK, room=SECRETARIAT)

    assert COUNCIL in dict(await careful.hears())


async def test_what_is_not_open_needs_nobody(careful: Town) -> None:
    await careful.says(POL, "!share council Week 11")

    assert await careful.hears() == [(COUNCIL, "I1 from the police\n> Week 11")]


async def test_a_megaphone_on_a_post_asks_for_the_class_and_never_guesses(town: Town) -> None:
    await town.says(POL, "📣", room=COUNCIL, reacts_to="$post", replied="Week 12: all is calm")
    (asked,) = await town.hears()
    assert asked[1].startswith("Who may see it?")
    assert "1: everybody" in asked[1]
    event = await town.event_of(await _class_question(town), COUNCIL)

    await town.says(SKOL, "1️⃣", room=COUNCIL, reacts_to=event)
    assert OPEN not in dict(await town.hears())
    await town.says(POL, "1️⃣", room=COUNCIL, reacts_to=event)

    assert (OPEN, "I1 from the police\n> Week 12: all is calm") in await town.hears()


async def _class_question(town: Town) -> str:
    async with town.database.work("lindvassa") as work:
        code = await work.session.scalar(select(ProposalRow.code))
    return f"share-class:{code}"


async def test_a_post_that_cannot_be_read_is_not_shared(town: Town) -> None:
    await town.says(POL, "📣", room=COUNCIL, reacts_to="$post")

    assert (await town.hears())[0][1].startswith("I cannot read that post.")


async def test_a_post_that_names_somebody_is_removed_where_it_stands(town: Town) -> None:
    await town.says(POL, "📣", room=COUNCIL, reacts_to="$post", replied="Eleven 811218-9876 var där")

    done = await town.hears_all()
    assert (COUNCIL, "remove", "$post") in done
    assert all("811218" not in body for _room, _act, body in done)
