"""An incident has a clock of 72 real hours, a checklist, and a sealed copy that goes when it is closed."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage.incidents import IncidentRow
from tests.town import ANNA, COUNCIL, OPEN, POL, SECRETARIAT, SECRETARY, SKOL, Town

NUMBER = "811218-9876"
TEN = datetime(2026, 4, 7, 8, 0, tzinfo=UTC)


async def caught(town: Town) -> None:
    town.clock.time = TEN
    await town.says(SKOL, f"!share open Eleven {NUMBER} har setts vid stationen", event="$typed")
    await town.hears_all()


async def answer(town: Town, line: str, sender: str = SECRETARY) -> str:
    await town.says(sender, line, room=SECRETARIAT)
    return (await town.hears())[0][1]


async def test_a_caught_post_begins_a_clock_of_72_real_hours(town: Town) -> None:
    await caught(town)

    shown = await answer(town, "!incident")

    assert "P1: 72 hours left. Notify by Friday 10 April at 10:00" in shown


async def test_the_secretariat_is_reminded_until_the_authority_is_settled(town: Town) -> None:
    await caught(town)
    for day, hour, left in ((8, 8, "48 hours left"), (9, 8, "24 hours left"), (10, 4, "4 hours left")):
        await town.becomes(datetime(2026, 4, day, hour, 0, tzinfo=UTC))
        told = [body for room, body in await town.hears() if room == SECRETARIAT and "P1" in body]
        assert any(left in body for body in told), (left, told)
    await town.becomes(datetime(2026, 4, 10, 9, 0, tzinfo=UTC))

    assert any("the time is out" in body for room, body in await town.hears() if room == SECRETARIAT)


async def test_a_settled_notification_silences_the_clock(town: Town) -> None:
    await caught(town)
    await answer(town, "!incident done P1 4")

    await town.becomes(datetime(2026, 4, 10, 9, 0, tzinfo=UTC))

    assert not [body for room, body in await town.hears() if room == SECRETARIAT and "P1" in body]


async def test_an_incident_is_closed_when_every_step_is_taken(town: Town) -> None:
    await caught(town)
    assert "5 steps are left" in await answer(town, "!incident close P1 Told")
    for step in range(2, 7):
        await answer(town, f"!incident done P1 {step}")
    assert (await answer(town, "!incident done P1 2")).startswith("That step of P1 was taken")

    assert await answer(town, "!incident close P1 Told and notified.") == (
        "P1 is closed. The copy of the post is destroyed."
    )

    assert (await answer(town, "!incident words P1")).startswith("P1 has no sealed copy")
    assert await answer(town, "!incident") == "No incident is open."


async def test_the_sealed_copy_is_shown_to_the_secretary_alone_and_journalled(town: Town) -> None:
    await caught(town)

    assert NUMBER in await answer(town, "!incident words P1")
    await town.says(POL, "!incident words P1", room=POL)

    assert NUMBER not in (await town.hears())[0][1]
    async with town.database.work("lindvassa") as work:
        entries = await work.journal.about("incident:1")
    assert [each.what for each in entries] == ["incident-opened", "incident-words-shown"]


async def test_the_copy_lies_sealed(town: Town) -> None:
    await caught(town)

    async with town.database.work("lindvassa") as work:
        row = (await work.session.scalars(select(IncidentRow))).one()
        assert row.sealed is not None
        assert NUMBER.encode() not in row.sealed
        assert NUMBER not in f"{row.what} {row.steps} {row.outcome}"


async def test_the_secretary_hides_a_post_by_answering_it(town: Town) -> None:
    await town.says(SECRETARY, "!incident hide", room=COUNCIL, replies_to="$post", replied=f"Hen heter {NUMBER}")

    done = await town.hears_all()
    assert (COUNCIL, "remove", "$post") in done
    assert any(room == SECRETARIAT and "P1: 72 hours left" in body for room, _act, body in done)
    assert all(NUMBER not in body for _room, _act, body in done)
    assert NUMBER in await answer(town, "!incident words P1")


async def test_a_post_in_the_open_room_is_hidden_by_its_link(town: Town) -> None:
    link = "https://matrix.to/#/!open%3Atown/%24post?via=town"

    await town.says(SECRETARY, f"!incident hide {link}", room=SECRETARIAT, linked=f"Hen heter {NUMBER}")

    done = await town.hears_all()
    assert (OPEN, "remove", "$post") in done
    assert all(NUMBER not in body for _room, _act, body in done)
    assert (OPEN, "post", "A post was removed to protect somebody's privacy.") in done
    assert NUMBER in await answer(town, "!incident words P1")


async def test_without_a_post_or_with_a_strange_link_nothing_is_hidden(town: Town) -> None:
    assert (await answer(town, "!incident hide")).startswith("Which post?")
    assert (await answer(town, "!incident hide https://matrix.to/#/!x:y/$z")).startswith("I cannot read that")
    await town.says(ANNA, "!incident hide")
    assert (await town.hears())[0][1].startswith("Only ")


async def test_an_incident_that_came_by_letter_is_opened_by_hand(town: Town) -> None:
    shown = await answer(town, "!incident open A letter reached the wrong recipient")

    assert "> A letter reached the wrong recipient" in shown
    assert "1, to do: hide the data" in shown
    assert (await answer(town, "!incident P7")) == "There is no incident called P7."
    assert (await answer(town, "!incident done P1 9")) == "The steps have the numbers 1 to 6."


async def test_of_an_edit_that_names_somebody_the_new_words_are_kept_sealed(town: Town) -> None:
    await town.says(POL, "!share open Vecka 11 var lugn", event="$typed")
    await town.says(POL, f"!share open Vecka 11: {NUMBER}", edits="$typed")
    done = await town.hears_all()

    assert (OPEN, "remove", "share:1") in done
    assert NUMBER in await answer(town, "!incident words P1")
