"""What organisations share goes as far as they say; what points to a person goes nowhere."""

from datetime import UTC, datetime

import pytest

from tests.town import ANNA, COUNCIL, FALT, FTG, OPEN, POL, SECRETARIAT, SECRETARY, SKOL, Town

WEEK = "!share open Vecka 11: inga bilbränder, fyra anmälda skadegörelser i området"
PUPIL = "!share open Eleven Kalle Karlsson, 20091224-1234, har setts vid stationen"
NUMBER = "811218-9876"
TEN = datetime(2026, 4, 7, 8, 0, tzinfo=UTC)


async def answers(town: Town, sender: str, line: str, **how: str) -> list[tuple[str, str]]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return await town.hears()


async def test_open_information_is_published_in_the_open_room(town: Town) -> None:
    assert await answers(town, POL, WEEK) == [
        (OPEN, "I1 from the police\n> Vecka 11: inga bilbränder, fyra anmälda skadegörelser i området"),
        (COUNCIL, "I1 is shared openly."),
    ]


async def test_the_councils_information_stays_in_the_council(town: Town) -> None:
    assert await answers(town, FTG, "!dela rådet 14 snatterier i fem butiker vecka 12") == [
        (COUNCIL, "I1 from the business association\n> 14 snatterier i fem butiker vecka 12")
    ]
    heard = await answers(town, POL, "!share council En av två mopedkontroller genomförd", room=POL)
    assert [room for room, _body in heard] == [COUNCIL, POL]


async def test_the_class_is_asked_for_and_can_be_put_in_by_an_edit(town: Town) -> None:
    event = await town.says(POL, "!share Vecka 11: inga bilbränder")
    assert (await town.hears())[0][1].startswith("Who may see it? Write that first")

    heard = await answers(town, POL, "!share open Vecka 11: inga bilbränder", edits=event)

    assert [room for room, _body in heard] == [OPEN, COUNCIL]


async def test_the_class_is_asked_for_also_where_nothing_else_is_written(town: Town) -> None:
    alone = await answers(town, POL, "!share")
    answering = await answers(town, POL, "!share", replies_to="$post", replied="Week 12: all is calm")

    assert [body.split("!share")[0] for _room, body in alone + answering] == ["Who may see it? Write that first: "] * 2


async def test_who_was_caught_is_told_to_write_anew_and_may_do_so(town: Town) -> None:
    event = await town.says(SKOL, f"!share open Eleven {NUMBER} har setts")
    told = dict(await town.hears())[SKOL]

    await town.says(SKOL, "!share open En elev har setts", edits=event)
    edited = await town.hears()
    await town.says(SKOL, "!share open Det är lugnt vid stationen")

    assert told.endswith("Write a new message without that, and I will share it.")
    assert "edit" not in told
    assert [room for room, _body in edited] == [COUNCIL]
    assert (OPEN, "I2 from the school\n> Det är lugnt vid stationen") in await town.hears()


async def test_what_the_council_has_seen_cannot_become_the_secretariats(town: Town) -> None:
    assert (await answers(town, POL, "!share secretariat Uppgift"))[0][1].startswith("What you wrote is already seen")
    assert await answers(town, POL, "!share secretariat Uppgift", room=POL) == [
        (SECRETARIAT, "I1 from the police\n> Uppgift"),
        (POL, "I1 is shared with the secretariat."),
    ]


async def test_a_personal_number_is_caught_removed_and_never_repeated(town: Town) -> None:
    town.clock.time = TEN
    await town.says(SKOL, f"!share open Eleven {NUMBER} har setts vid stationen", event="$typed")

    done = await town.hears_all()

    assert (COUNCIL, "remove", "$typed") in done
    assert (COUNCIL, "post", "A post was removed to protect somebody's privacy.") in done
    alert = next(body for room, _act, body in done if room == SECRETARIAT)
    assert alert.startswith("I1 from SKOL was stopped and removed: a personal number.")
    assert "Friday 10 April at 10:00" in alert
    warning = next(body for room, _act, body in done if room == SKOL)
    assert "a personal number" in warning
    assert all(NUMBER not in body for _room, _act, body in done)
    assert all(room != OPEN for room, _act, _body in done)
    async with town.database.work("lindvassa") as work:
        share = await work.shares.get(1)
        assert (share.is_published, share.text) == (False, "")


async def test_the_number_of_what_was_caught_is_not_used_again(town: Town) -> None:
    await town.says(SKOL, f"!share open Eleven {NUMBER} har setts")
    await town.hears()

    assert (await answers(town, POL, WEEK))[0][1].startswith("I2 from the police")


async def test_a_small_group_is_held_until_it_is_written_differently(town: Town) -> None:
    event = await town.says(FALT, "!share council Tre ungdomar från en klass har setts vid stationen")
    held = await town.hears()
    assert held[0] == (COUNCIL, "It is not shared yet. I have written to you directly.")
    assert held[1][0] == FALT
    assert "a group so small that somebody can be recognised" in held[1][1]
    assert "Tre" not in held[1][1]

    heard = await answers(town, FALT, "!share council Enstaka ungdomar har setts vid stationen", edits=event)

    assert heard == [(COUNCIL, "I1 from the youth field workers\n> Enstaka ungdomar har setts vid stationen")]


async def test_the_secretary_decides_about_doubts_but_not_about_personal_numbers(town: Town) -> None:
    shared = await answers(town, SECRETARY, "!share open Ring oss på 08-508 01 234 om belysningen")
    assert shared[0][0] == OPEN
    await town.says(SECRETARY, f"!share open {NUMBER}")
    assert "removed" in (await town.hears())[0][1]


async def test_an_edit_changes_the_post_in_place(town: Town) -> None:
    event = await town.says(POL, WEEK)
    await town.hears()

    heard = await answers(town, POL, "!share open Vecka 11: två bilbränder", edits=event)

    assert heard == [(OPEN, "* I1 from the police\n> Vecka 11: två bilbränder"), (COUNCIL, "I1 is changed.")]
    refused = await answers(town, POL, "!share council Vecka 11", edits=event)
    assert refused[0][1].startswith("I1 cannot be shared more or less widely than before.")


async def test_an_edit_that_points_to_a_person_takes_the_post_down(town: Town) -> None:
    event = await town.says(POL, WEEK)
    await town.hears()

    await town.says(POL, f"!share open Vecka 11: {NUMBER}", edits=event)

    done = await town.hears_all()
    assert (OPEN, "remove", "share:1") in done
    assert all(NUMBER not in body for _room, _act, body in done)


async def test_a_deleted_message_takes_its_post_down(town: Town) -> None:
    event = await town.says(POL, WEEK)
    await town.hears()

    await town.deletes(POL, event, room=COUNCIL)

    assert await town.hears_all() == [(OPEN, "remove", "share:1"), (COUNCIL, "post", "I1 is withdrawn.")]


async def test_a_post_is_withdrawn_by_its_organisation_or_the_secretary(town: Town) -> None:
    await town.says(POL, WEEK)
    await town.hears()

    assert (await answers(town, SKOL, "!share withdraw I1"))[0][1].startswith("Somebody else shared I1.")
    assert (await answers(town, SECRETARY, "!share withdraw I1"))[0][1].startswith("I1 is withdrawn.")
    assert (await answers(town, POL, "!share withdraw I1"))[0][1].startswith("I1 no longer holds.")
    assert (await answers(town, POL, "!share withdraw A1"))[0][1] == "Nothing shared is called A1."


async def test_the_list_shows_what_the_room_may_see(town: Town) -> None:
    assert await answers(town, POL, "!share list") == [(COUNCIL, "Nothing has been shared since the last meeting.")]
    await town.says(POL, WEEK)
    await town.says(POL, "!share secretariat Uppgift", room=POL)
    await town.hears()
    town.clock.time = TEN

    council = (await answers(town, SKOL, "!share list"))[0][1]
    secretariat = (await answers(town, SECRETARY, "!share list", room=SECRETARIAT))[0][1]

    assert "I1 24 March, the police (open): Vecka 11" in council
    assert "Uppgift" not in council
    assert "Uppgift" in secretariat


@pytest.mark.parametrize("room", [ANNA, OPEN])
async def test_residents_share_nothing(town: Town, room: str) -> None:
    assert (await answers(town, ANNA, WEEK, room=room))[0][1].startswith("Only ")
