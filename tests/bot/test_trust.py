"""Office holders are known by their devices; what could not be read is told once; nothing in doubt is obeyed."""

from itertools import count

from bot.matrix.batch import Arrived, Batch, Device, Doubt, Kind, Stranger
from bot.matrix.record import record
from storage.devices import Pin
from tests.town import ANNA, CHAIR, COUNCIL, OPERATORS, POL, SDF, SECRETARY, Town

PHONE = Device("PHONE", "phone-print")
LAPTOP = Device("LAPTOP", "laptop-print")
SIGNED_PHONE = Device("PHONE", "phone-print", "master", vouches_back=True)
SIGNED_LAPTOP = Device("LAPTOP", "laptop-print", "master")
DONE = "Show what you can write here.\nExample: !help agenda"
REFUSED = (
    "A message came from a new device of yours. I have done nothing. Write from the device you used before, or have "
    "the device confirmed: !device list"
)
_numbers = count(1)


async def from_device(town: Town, sender: str, device: Device, line: str = "!help help", room: str = COUNCIL) -> None:
    said = Arrived(f"$d{next(_numbers)}", f"!{room}:town", sender, 1, Kind.MESSAGE, line, encrypted=True, device=device)
    await town.dispatcher.handle(Batch(f"d{next(_numbers)}", events=(said,)))


async def test_the_first_device_of_an_office_holder_is_believed_and_remembered(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, PHONE)

    assert await town.hears() == [(COUNCIL, DONE), (COUNCIL, DONE)]
    async with town.database.work(town.charter.slug) as work:
        assert await work.devices.pins(POL) == [Pin(POL, "phone-print", "PHONE")]


async def test_another_device_that_nobody_vouches_for_is_not_obeyed_and_the_operators_hear_once(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await town.hears()
    for _ in range(3):
        await from_device(town, POL, LAPTOP)

    heard = await town.hears()
    assert [room for room, _ in heard] == [OPERATORS, COUNCIL]
    assert "laptop-print" in heard[0][1]
    assert heard[1] == (COUNCIL, REFUSED)


async def test_another_device_of_the_same_identity_is_accepted(town: Town) -> None:
    await from_device(town, POL, SIGNED_PHONE)
    await from_device(town, POL, SIGNED_LAPTOP)

    assert await town.hears() == [(COUNCIL, DONE), (COUNCIL, DONE)]


async def test_a_device_that_gets_an_identity_by_its_own_word_brings_its_others_along(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, SIGNED_PHONE)
    await from_device(town, POL, SIGNED_LAPTOP)

    assert [body for _, body in await town.hears()] == [DONE] * 3


async def test_an_identity_that_the_known_device_has_not_signed_vouches_for_nothing(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, Device("PHONE", "phone-print", "made up", vouches_back=False))
    await from_device(town, POL, Device("GHOST", "ghost-print", "made up"))

    assert REFUSED in [body for _, body in await town.hears()]


async def test_a_changed_identity_is_told_to_the_operators_as_such(town: Town) -> None:
    await from_device(town, POL, SIGNED_PHONE)
    await town.hears()
    await from_device(town, POL, Device("NEW", "new-print", "other master", vouches_back=True))

    heard = await town.hears()
    assert heard[0][0] == OPERATORS
    assert "has a new identity" in heard[0][1]
    assert heard[1] == (COUNCIL, REFUSED)


async def test_a_device_confirmed_by_somebody_else_is_obeyed(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, LAPTOP)
    await town.hears()

    await town.says(SECRETARY, "!device confirm laptop-print")
    await from_device(town, POL, LAPTOP)

    heard = [(room, body.replace("\u2060", "")) for room, body in await town.hears()]
    assert heard[0] == (COUNCIL, "Confirmed: @pol:town, LAPTOP. Commands from it count from now on.")
    assert heard[1] == (OPERATORS, "@secretary:town has confirmed a device of @pol:town: LAPTOP.")
    assert heard[2] == (COUNCIL, DONE)


async def test_nobody_confirms_a_device_of_ones_own(town: Town) -> None:
    await from_device(town, CHAIR, PHONE)
    await from_device(town, CHAIR, LAPTOP)
    await town.hears()

    await from_device(town, CHAIR, PHONE, "!device confirm laptop-print")

    assert [body for _, body in await town.hears()] == [
        "Somebody else has to confirm your device: the chair, the secretary or an operator."
    ]


async def test_a_member_forgets_a_lost_device_of_ones_own_and_what_it_writes_counts_no_more(town: Town) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, LAPTOP)
    await town.says(SECRETARY, "!device confirm laptop-print")
    await town.hears()

    await from_device(town, POL, LAPTOP, "!device forget phone-print")
    await from_device(town, POL, PHONE)

    heard = [(room, body.replace("\u2060", "")) for room, body in await town.hears()]
    assert heard[0] == (COUNCIL, "I no longer know @pol:town by PHONE.")
    assert [room for room, _ in heard[1:]] == [OPERATORS]
    assert "phone-print" in heard[1][1]


async def test_only_administrators_forget_what_waits_for_others_and_nobody_a_known_device_of_anothers(
    town: Town,
) -> None:
    await from_device(town, POL, PHONE)
    await from_device(town, POL, LAPTOP)
    await town.hears()
    unknown = "No device that is yours or that waits has a fingerprint that begins so."

    for who, which in ((SDF, "laptop-print"), (SDF, "phone-print"), (CHAIR, "phone-print")):
        await town.says(who, f"!device forget {which}")
        assert [body.startswith(unknown) for _, body in await town.hears()] == [True], (who, which)
    await town.says(CHAIR, "!device forget laptop-print")

    heard = [body.replace("\u2060", "") for _, body in await town.hears()]
    assert heard == ["I no longer know @pol:town by LAPTOP."]


async def test_an_administrator_forgets_a_new_device_of_ones_own_that_waits(town: Town) -> None:
    await from_device(town, CHAIR, PHONE)
    await from_device(town, CHAIR, LAPTOP)
    await town.hears()

    await from_device(town, CHAIR, PHONE, "!device forget laptop-print")

    async with town.database.work(town.charter.slug) as work:
        assert [pin.fingerprint for pin in await work.devices.pins(CHAIR)] == ["phone-print"]


async def test_a_resident_may_write_from_any_device(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.hears()
    for device in (PHONE, LAPTOP):
        await from_device(town, ANNA, device, "!help help", room=f"chat-{ANNA}")

    assert REFUSED not in [body for _, body in await town.hears()]


async def lost(town: Town, *names: str) -> None:
    events = tuple(
        Arrived(name, "!council:town", POL, 1, Kind.LOST, encrypted=True, doubt=Doubt.UNREADABLE) for name in names
    )
    await town.dispatcher.handle(Batch(f"d{next(_numbers)}", events=events))


async def unreadable(town: Town, name: str) -> None:
    raw = {"event_id": name, "content": {}}
    arrived = Arrived(name, "!council:town", POL, 1, Kind.UNREADABLE, doubt=Doubt.UNREADABLE, raw=raw)
    async with town.database.work(town.charter.slug) as work:
        await record(work, Batch("u", events=(arrived,)), town.clock.now())


async def test_a_room_is_told_once_that_messages_could_not_be_read(town: Town) -> None:
    for name in ("$1", "$2", "$3"):
        await unreadable(town, name)
    await lost(town, "$1", "$2")
    await lost(town, "$3")
    await lost(town, "$1")

    assert await town.hears() == [(COUNCIL, "I could not read a message here. Please write it once more.")]


async def test_what_was_given_up_is_never_carried_out_later(town: Town) -> None:
    await unreadable(town, "$1")
    await lost(town, "$1")
    await town.hears()

    await town.says(POL, "!help help", event="$1")

    assert await town.hears() == []


async def test_what_has_been_read_in_time_is_not_told_of(town: Town) -> None:
    await unreadable(town, "$1")
    async with town.database.work(town.charter.slug) as work:
        await record(work, Batch("r", cleared=("$1",)), town.clock.now())
        assert await work.unread.waiting() == []


async def test_the_operators_hear_once_of_each_device_of_the_bots_account_that_is_not_the_bots(town: Town) -> None:
    ghost, phone = Stranger("GHOST", is_signed=False), Stranger("PHONE", is_signed=True)
    for strangers in ((ghost,), (ghost, phone), (ghost, phone)):
        await town.dispatcher.handle(Batch(f"d{next(_numbers)}", strangers=strangers))

    heard = await town.hears()
    assert [room for room, _ in heard] == [OPERATORS, OPERATORS]
    assert heard[0][1].startswith("My account has another device, GHOST, which nobody has signed. If none of you")
    assert heard[1][1].startswith("My account has another device, PHONE, which was signed with the recovery key.")
