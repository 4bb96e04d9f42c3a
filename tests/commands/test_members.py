"""Offices are given, taken and handed over by those who may, each change shown first and confirmed."""

import re

import pytest

from council.people import Role
from tests.commands.confirmed import WORD_JOINER, answer, confirmed
from tests.town import CHAIR, COUNCIL, OPERATOR, POL, REGISTRAR, SECRETARIAT, SECRETARY, SKOL, TRAF, Town

PETRA = "@petra:lindvassa.example"


async def roles(town: Town, person: str) -> set[Role]:
    async with town.database.work("lindvassa") as work:
        return set((await work.people.get(person)).roles) - {Role.RESIDENT}


async def test_a_new_member_is_shown_first_and_has_no_office_until_confirmed(town: Town) -> None:
    shown = await answer(town, SECRETARY, f"!member add {PETRA} POL contact")

    assert shown.startswith(f"{PETRA} becomes contact person for the police and is invited to the rooms")
    assert "by 12:10" in shown
    assert await roles(town, PETRA) == set()


async def test_a_confirmed_member_is_invited_and_welcomed(town: Town) -> None:
    done = await confirmed(town, SECRETARY, f"!member add {PETRA} POL member, contact")

    assert await roles(town, PETRA) == {Role.MEMBER, Role.CONTACT}
    assert (SECRETARIAT, "post", f"{PETRA} is now member and contact person for the police.") in done
    assert [(room, act) for room, act, _ in done if act == "admit"] == [(COUNCIL, "admit")]
    (welcome,) = [body for room, _, body in done if room == PETRA]
    assert "Welcome to Lindvassa Safety Council. You are now member and contact person for the police." in welcome
    assert "!todo" in welcome


async def test_without_an_office_named_a_voting_organisation_gets_a_member_and_another_a_co_opted(town: Town) -> None:
    await confirmed(town, SECRETARY, f"!member add {PETRA} pol")
    await confirmed(town, SECRETARY, "!member add @tove:town TRAF")

    assert await roles(town, PETRA) == {Role.MEMBER}
    assert await roles(town, "@tove:town") == {Role.CO_OPTED}


async def test_a_link_to_a_person_is_read_as_well_as_the_id(town: Town) -> None:
    await confirmed(town, SECRETARY, "!member deputy https://matrix.to/#/%40petra:lindvassa.example POL")

    assert await roles(town, PETRA) == {Role.DEPUTY}


async def test_a_confirmation_counts_from_whoever_asked_and_for_ten_minutes_only(town: Town) -> None:
    shown = await answer(town, SECRETARY, f"!member add {PETRA} POL")
    code = re.findall(r"\d{4}", shown)[0]

    assert "nothing with the number" in await answer(town, CHAIR, f"!confirm {code}", CHAIR)
    town.clock.time = town.clock.time.replace(minute=11)
    assert "nothing with the number" in await answer(town, SECRETARY, f"!confirm {code}")
    assert await roles(town, PETRA) == set()


async def test_a_confirmation_counts_once(town: Town) -> None:
    shown = await answer(town, SECRETARY, f"!member add {PETRA} POL")
    code = re.findall(r"\d{4}", shown)[0]
    await town.says(SECRETARY, f"!confirm {code}", room=SECRETARIAT)
    await town.hears()

    assert "nothing with the number" in await answer(town, SECRETARY, f"!confirm {code}")


async def test_whoever_lost_the_right_meanwhile_cannot_confirm(town: Town) -> None:
    shown = await answer(town, CHAIR, "!member add @rut:town registrar", CHAIR)
    code = re.findall(r"\d{4}", shown)[0]
    async with town.database.work("lindvassa") as work:
        chair = await work.people.get(CHAIR)
        await work.people.save(type(chair)(CHAIR, frozenset({Role.SECRETARY})))

    assert (
        await answer(town, CHAIR, f"!confirm {code}", CHAIR)
        == "Only the chair can give or take the office of registrar."
    )
    assert await roles(town, "@rut:town") == set()


async def test_whoever_is_removed_loses_the_offices_and_the_rooms(town: Town) -> None:
    done = await confirmed(town, SECRETARY, f"!member remove {POL}")

    assert await roles(town, POL) == set()
    assert [(room, act) for room, act, _ in done if act == "dismiss"] == [(COUNCIL, "dismiss")]
    await town.says(POL, "!agenda add Portkoder", room=COUNCIL)
    assert not any("Portkoder" in body for _, body in await town.hears())


async def test_one_of_two_offices_can_be_taken_and_the_room_stays_open(town: Town) -> None:
    done = await confirmed(town, SECRETARY, f"!member remove {SKOL} contact")

    assert await roles(town, SKOL) == {Role.MEMBER}
    assert "dismiss" not in {act for _, act, _ in done}


@pytest.mark.parametrize(
    ("sender", "room", "line", "wanted"),
    [
        (SECRETARY, SECRETARIAT, "!member add Petra POL", "I cannot read “Petra” as a full Matrix ID"),
        (SECRETARY, SECRETARIAT, f"!member add {PETRA} king", "I do not know the office “king”."),
        (
            SECRETARY,
            SECRETARIAT,
            f"!member add {PETRA} contact",
            "The office of contact person is for an organisation.",
        ),
        (SECRETARY, SECRETARIAT, f"!member add {PETRA} TRAF member", "The transport department is co-opted"),
        (SECRETARY, SECRETARIAT, f"!member add {POL} SKOL", f"{POL} speaks for POL already"),
        (SECRETARY, SECRETARIAT, f"!member add {PETRA} registrar", "Only the chair can give or take"),
        (CHAIR, CHAIR, f"!member add {PETRA} secretary", "The office of secretary is handed over"),
        (SECRETARY, SECRETARIAT, f"!member deputy {PETRA} XYZ", "There is no organisation with the code XYZ."),
        (SECRETARY, SECRETARIAT, f"!member remove {PETRA}", f"{PETRA} holds no such office."),
        (SECRETARY, SECRETARIAT, f"!member remove {CHAIR} chair", "The office of chair is handed over"),
        (POL, COUNCIL, f"!member add {PETRA} POL", "Only the chair and the secretary can do that."),
        (SECRETARY, SECRETARIAT, "!handover treasurer @moa:town", "I do not know the office “treasurer”."),
        (SECRETARY, SECRETARIAT, f"!handover contact {POL}", "Only the chair's and the secretary's offices"),
        (SECRETARY, SECRETARIAT, f"!handover chair {POL}", "Only the chair can give or take"),
        (SECRETARY, SECRETARIAT, f"!handover secretary {PETRA}", f"{PETRA} holds no office in the council yet."),
        (SECRETARY, SECRETARIAT, f"!handover secretary {SECRETARY}", f"{SECRETARY} holds that office already."),
    ],
)
async def test_what_cannot_be_done_is_said_with_what_would_be_right(
    town: Town, sender: str, room: str, line: str, wanted: str
) -> None:
    told = await answer(town, sender, line, room)

    assert told.casefold().startswith(wanted.casefold()), told
    assert await roles(town, PETRA) == set()


async def test_the_secretarys_office_passes_when_the_heir_accepts_and_not_before(town: Town) -> None:
    await town.says(SECRETARY, f"!handover secretary {SKOL}", room=SECRETARIAT)
    heard = dict(await town.hears())
    assert await roles(town, SECRETARY) == {Role.SECRETARY}
    assert "until Tuesday 31 March" in heard[SECRETARIAT]

    code = re.findall(r"!confirm (\d{4})", heard[SKOL])[0]
    await town.says(SKOL, f"!confirm {code}", room=SKOL)

    done = [(where, act, body.replace(WORD_JOINER, "")) for where, act, body in await town.hears_all()]
    assert await roles(town, SKOL) == {Role.SECRETARY, Role.MEMBER, Role.CONTACT}
    assert await roles(town, SECRETARY) == set()
    assert (COUNCIL, "post", f"{SKOL} is now secretary.") in done
    assert {(room, act) for room, act, _ in done if act in ("admit", "dismiss")} == {
        (COUNCIL, "dismiss"), (SECRETARIAT, "dismiss"), (COUNCIL, "admit"), (SECRETARIAT, "admit"),
    }  # fmt: skip


async def test_the_chairs_office_passes_and_the_old_chair_keeps_her_seat(town: Town) -> None:
    await town.says(CHAIR, f"!handover chair {POL}", room=CHAIR)
    code = re.findall(r"!confirm (\d{4})", dict(await town.hears())[POL])[0]
    await town.says(POL, f"!confirm {code}", room=POL)

    assert await roles(town, CHAIR) == {Role.MEMBER}
    assert Role.CHAIR in await roles(town, POL)


async def test_the_list_shows_every_organisation_and_who_holds_what(town: Town) -> None:
    told = await answer(town, TRAF, "!members", COUNCIL)

    lines = told.splitlines()
    assert f"- {SECRETARY}: secretary" in lines
    assert f"- {OPERATOR}: operator" in lines
    assert f"- {CHAIR}: chair" in lines
    where = next(number for number, line in enumerate(lines) if "(TRAF), co-opted" in line)
    assert lines[where + 1] == f"- {TRAF}: contact person and co-opted"


async def test_each_change_is_in_the_journal_with_who_made_it(town: Town) -> None:
    await confirmed(town, SECRETARY, f"!member add {PETRA} POL")

    async with town.database.work("lindvassa") as work:
        (entry,) = await work.journal.about("people")
    assert (entry.who, entry.what, entry.note) == (SECRETARY, "member-added", f"{PETRA} member")


@pytest.mark.parametrize("word", ["yes", "no"])
async def test_a_yes_or_no_to_what_is_confirmed_by_a_code_says_so(town: Town, word: str) -> None:
    shown = await answer(town, CHAIR, f"!member add {PETRA} POL", CHAIR)
    code = re.findall(r"\d{4}", shown)[0]

    told = await answer(town, CHAIR, word, CHAIR)

    assert told == f"A yes or no is not enough for this. Write !confirm {code}, or nothing: then nothing happens."


@pytest.mark.parametrize(
    ("person", "seat", "first"),
    [
        (CHAIR, "member and chair for the district administration", "Chair: you lead the meetings."),
        (SECRETARY, "secretary", "Secretary: you pass residents' cases on"),
        (REGISTRAR, "registrar", "Registrar: you hand out records"),
        (POL, "for the police", "Member: you raise items"),
    ],
)
async def test_an_office_holder_who_opens_a_chat_is_welcomed_once_as_what_she_is(
    town: Town, person: str, seat: str, first: str
) -> None:
    await town.opens_chat(person)
    welcomed = [said for room, said in await town.hears() if room == person]
    await town.says(person, "the lamp is broken", room=person)
    later = [said for room, said in await town.hears() if room == person]

    assert len(welcomed) == 1
    assert "Welcome. I am Rådslag, the bot of Lindvassa Safety Council." in welcomed[0]
    assert seat in welcomed[0]
    assert first in welcomed[0]
    assert "!help" in welcomed[0]
    assert "call 112 now" in welcomed[0]
    assert "public record" not in welcomed[0]
    assert not any("Welcome." in said for said in later)


async def test_an_office_holder_who_raises_a_concern_of_her_own_is_given_the_notice_of_residents(town: Town) -> None:
    await town.opens_chat(POL)
    await town.hears()

    await town.says(POL, "!concern The bushes hide the footpath", room=POL)

    assert any("Data protection officer" in said for _, said in await town.hears())
