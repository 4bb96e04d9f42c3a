"""What nobody can be meant to do is answered with what would be right, wherever it is said."""

import pytest

from storage.devices import Pin
from tests.commands.evening import APRIL, MAY
from tests.town import ANNA, BERTIL, CHAIR, COUNCIL, OPEN, OPERATOR, POL, SDF, SECRETARIAT, SECRETARY, Town

OWN, STRANGE, TWIN = "ABCDEFGH1234", "WXYZWXYZ1234", "ABCDEFGH9999"


async def told(town: Town, sender: str, line: str, room: str | None = None) -> str:
    """Return what is said first to a line."""
    await town.says(sender, line, room=room)
    return (await town.hears())[0][1]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!away 2026-04-10 2026-04-01", "The last day must come after the first, and not have passed."),
        ("!away 2026-03-01 2026-03-10", "The last day must come after the first, and not have passed."),
        ("!settings nonsense", "There is no setting called “nonsense”."),
        ("!organisation add 9! polisen", "“9!” cannot be a code."),
        ("!incident close X1 utrett", "There is no incident called X1."),
        ("!incident close P9 utrett", "There is no incident called P9."),
        pytest.param(f"!incident open {'a' * 201}", "Write at most 200 characters, and no names.", id="long incident"),
        ("!board withdraw A1", "There is nothing called A1 that has been asked of the board."),
        ("!share approve X1", "Nothing shared is called X1."),
        ("!device confirm abc", "I need at least the first 8 letters of the fingerprint"),
        ("!case assign 31 SDF, !", "I do not know what to do with “!”."),
    ],
)
async def test_the_secretary_is_told_what_is_wrong(town: Town, line: str, answer: str) -> None:
    assert (await told(town, SECRETARY, line, SECRETARIAT)).startswith(answer)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!lang klingon", "I do not know the language “klingon”. Example: !lang sv"),
        ("!yes", "I have not asked you anything just now. Write what it is about, or !help."),
        ("!yes 99", "I have not asked you anything just now. Write what it is about, or !help."),
        pytest.param(
            f"!concern {'a' * 9000}",
            "The text is too long: 9,000 characters, at most 8,000. Please split or shorten it.",
            id="long",
        ),
        pytest.param(
            f"!concern Det brinner {'a' * 9000}",
            "Call 112 now.\nThe text is too long: 9,012 characters, at most 8,000.",
            id="long and urgent",
        ),
    ],
)
async def test_a_resident_is_told_what_is_wrong_and_in_danger_first_where_to_call(
    town: Town, line: str, answer: str
) -> None:
    await town.opens_chat(ANNA)
    await town.hears()

    assert (await told(town, ANNA, line)).startswith(answer)
    async with town.database.work("lindvassa") as work:
        assert await work.cases.all() == []


async def test_the_language_of_a_room_is_the_councils_to_choose(town: Town) -> None:
    assert (await told(town, ANNA, "!lang sv", OPEN)).startswith("The chair or the secretary chooses the language")
    await town.says(CHAIR, "!lang sv", room=OPEN)
    assert [room for room, _body in await town.hears()] == [OPEN]
    async with town.database.work("lindvassa") as work:
        room = await work.rooms.at("!open:town")
    assert room is not None
    assert room.language == "sv"


async def test_a_text_with_a_personal_number_takes_no_place_of_an_earlier_one(town: Town) -> None:
    await town.says(ANNA, "!concern Häcken skymmer sikten")
    await town.hears()

    assert (await told(town, ANNA, "!correct 0031 mannen med 19811218-9876")).startswith(
        "The text seems to contain a personal number."
    )
    assert "> Häcken skymmer sikten" in await told(town, ANNA, "!mydata")


async def test_what_is_held_about_somebody_tells_the_business_and_nothing_that_is_not_there(town: Town) -> None:
    bare = await told(town, BERTIL, "!mydata")
    await town.says(ANNA, "!concern Häcken skymmer sikten")
    await town.says(ANNA, "!business Kiosken")
    await town.hears()
    full = await told(town, ANNA, "!mydata")

    assert "how your data are used" not in bare
    assert "business" not in bare
    assert "- That you have been shown how your data are used, version 1" in full
    assert "- That you write for a business: Kiosken" in full


async def test_words_held_back_in_a_direct_chat_are_told_of_there_alone(town: Town) -> None:
    await town.says(POL, "!share council Tre ungdomar på Storgatan 12", room=POL)
    [(room, said)] = await town.hears()
    await town.says(POL, "!share council Tre ungdomar på Storgatan 12")
    apart = await town.hears()

    assert room == POL
    assert said.startswith("I have not shared it yet.")
    assert "Storgatan" not in said
    assert apart == [(COUNCIL, "It is not shared yet. I have written to you directly."), (POL, said)]


async def test_words_stopped_in_a_direct_chat_are_not_talked_of_in_a_room(town: Town) -> None:
    await town.says(POL, "!share open Mannen 19811218-9876", room=POL)

    heard = await town.hears()

    assert [room for room, _body in heard] == [SECRETARIAT, POL]
    assert not any("19811218" in body for _room, body in heard)


async def test_support_is_taken_back_once(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
    await town.says(POL, "!agenda add Mopeder")
    event = await town.says(SDF, "!agenda support A8")
    await town.hears()

    await town.deletes(SDF, event, room=COUNCIL)
    first = await town.hears()
    await town.deletes(SDF, event, room=COUNCIL)

    assert first == [(COUNCIL, "Your support for item A8 is taken back: Mopeder.")]
    assert await town.hears() == []
    async with town.database.work("lindvassa") as work:
        assert not any(item.support for item in (await work.agenda.of("2026-04")).running)


async def test_what_was_shared_is_withdrawn_once(town: Town) -> None:
    event = await town.says(POL, "!share open Vecka 12: allt lugnt")
    await town.hears()

    await town.deletes(POL, event, room=COUNCIL)
    first = await town.hears()
    await town.deletes(POL, event, room=COUNCIL)

    assert first == [(COUNCIL, "I1 is withdrawn.")]
    assert await town.hears() == []
    assert await told(town, SDF, "!share withdraw I1") == (
        "Somebody else shared I1. Whoever shared it or the secretary can withdraw it."
    )
    assert "allt lugnt" not in await told(town, POL, "!share list")


async def test_a_petition_that_was_refused_is_asked_once_its_message_is_put_right(town: Town) -> None:
    event = await town.says(CHAIR, "!board ask Mannen 811218-9876", room=COUNCIL)
    await town.hears()

    await town.says(CHAIR, "!board ask Lampor", room=COUNCIL, edits=event)

    assert (await town.hears())[0][1].endswith("> Lampor")
    async with town.database.work("lindvassa") as work:
        [petition] = await work.petitions.all()
    assert petition.text == "Lampor"


async def test_a_device_is_listed_for_its_holder_and_one_that_waits_for_those_who_confirm(town: Town) -> None:
    none = "I know no device of yours yet. The first that you write a command from will be the one."
    assert await told(town, OPERATOR, "!device list", OPERATOR) == none
    async with town.database.work("lindvassa") as work:
        await work.devices.pin(Pin(SECRETARY, OWN, "LAPTOP"), town.clock.now())
        await work.devices.pin(Pin(SDF, STRANGE, "PHONE", confirmed=False), town.clock.now())

    own = await told(town, SECRETARY, "!device list")
    waiting = await told(town, OPERATOR, "!device list", OPERATOR)

    assert "LAPTOP" in own
    assert "PHONE" in waiting
    assert "LAPTOP" not in waiting
    assert await told(town, POL, "!device list") == none


async def test_a_device_is_named_by_what_is_its_alone(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        for fingerprint in (OWN, TWIN):
            await work.devices.pin(Pin(SECRETARY, fingerprint, "LAPTOP"), town.clock.now())

    assert (await told(town, SECRETARY, "!device forget ABC")).startswith("I need at least the first 8 letters")
    ambiguous = await told(town, SECRETARY, "!device forget ABCDEFGH")
    async with town.database.work("lindvassa") as work:
        assert len(await work.devices.pins(SECRETARY)) == 2

    assert "LAPTOP" in await told(town, SECRETARY, f"!device forget {OWN}")
    assert ambiguous.startswith("No device that is yours or that waits has a fingerprint that begins so.")
    async with town.database.work("lindvassa") as work:
        assert [pin.fingerprint for pin in await work.devices.pins(SECRETARY)] == [TWIN]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("meeting cancel 2026-05", "\nBesides, 2 files, reactions or invitations."),
        ("share secretariat Ett ord", "In the secretariat's room:\n(That is shown only there.)"),
        ("attend yes", "In a direct chat with me:\nThe district administration will come."),
    ],
)
async def test_a_practice_names_what_it_does_not_show(town: Town, line: str, shown: str) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)

    assert shown in await told(town, CHAIR, f"!practice {line}", CHAIR)
    async with town.database.work("lindvassa") as work:
        assert (await work.meetings.get("2026-05")).is_ahead
        assert await work.records.intentions("2026-04") == []
