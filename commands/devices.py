"""The devices that office holders are known by: shown, and confirmed by somebody else than who has the device."""

from collections.abc import Sequence

from commands.arguments import Word
from commands.call import Call
from commands.declare import command
from council.people import CHAIR, COUNCIL, IN_COUNCIL, SECRETARY, Place, Role
from council.text import Heading, Item, Line, Message, Refusal, Saying, Sharing, Text
from storage.devices import Pin

ADMINISTRATORS = CHAIR | SECRETARY | {Role.OPERATOR}
SHORTEST = 8
"""Of a fingerprint, so many letters at the least: fewer could be made to fit."""


@command("device list", who=COUNCIL | ADMINISTRATORS, where=IN_COUNCIL, again=True)
async def list_devices(call: Call) -> list[Saying]:
    """List the devices that I know you by, and those of others that wait to be confirmed."""
    own = await call.work.devices.pins(call.who.user_id)
    lines: list[Line] = [Heading(Text("device-list-own"))]
    lines += [Item(_shown(pin)) for pin in own]
    waiting = await call.work.devices.unconfirmed() if call.who.holds(ADMINISTRATORS) else []
    if waiting:
        lines += [Heading(Text("device-list-waiting")), *(Item(_shown_of(pin)) for pin in waiting)]
    return [call.reply(*(lines if own or waiting else [Text("device-list-none")]), sharing=Sharing.COUNCIL)]


@command("device confirm", who=ADMINISTRATORS, where=IN_COUNCIL)
async def confirm_device(call: Call, fingerprint: Word) -> list[Saying]:
    """Confirm somebody else's new device, after comparing its fingerprint with that person."""
    pin = _the_one(await call.work.devices.unconfirmed(), fingerprint)
    if pin.user_id == call.who.user_id:
        raise Refusal("device-confirm-by-another")
    await call.work.devices.pin(Pin(pin.user_id, pin.fingerprint, pin.device, pin.identity), call.now)
    await call.work.journal.write(call.now, call.who.user_id, "device-confirmed", f"device:{pin.fingerprint}")
    facts = {"person": pin.user_id, "device": pin.device}
    operators = Text("operators-device-confirmed", by=call.who.user_id, **facts)
    return [
        call.reply(Text("device-confirmed", **facts), sharing=Sharing.COUNCIL),
        Message(Place.OPERATORS, (operators,), Sharing.OPEN),
    ]


@command("device forget", who=COUNCIL | ADMINISTRATORS, where=IN_COUNCIL)
async def forget_device(call: Call, fingerprint: Word) -> list[Saying]:
    """Know somebody by a device no longer: one that was lost, or that nobody owns up to."""
    own = await call.work.devices.pins(call.who.user_id)
    waiting = await call.work.devices.unconfirmed() if call.who.holds(ADMINISTRATORS) else []
    pin = _the_one([*own, *(pin for pin in waiting if pin not in own)], fingerprint)
    await call.work.devices.unpin(pin.user_id, pin.fingerprint)
    await call.work.journal.write(call.now, call.who.user_id, "device-forgotten", f"device:{pin.fingerprint}")
    return [call.reply(Text("device-forgotten", person=pin.user_id, device=pin.device), sharing=Sharing.COUNCIL)]


def _the_one(pins: Sequence[Pin], typed: str) -> Pin:
    """Return the device whose fingerprint begins as was typed."""
    if len(typed) < SHORTEST:
        raise Refusal("device-fingerprint-short", letters=SHORTEST)
    found = [pin for pin in pins if pin.fingerprint.startswith(typed)]
    if len(found) != 1:
        raise Refusal("device-unknown")
    return found[0]


def _shown(pin: Pin) -> Text:
    return Text("device-line", device=pin.device, fingerprint=pin.fingerprint, state=_state(pin))


def _shown_of(pin: Pin) -> Text:
    return Text("device-line-of", person=pin.user_id, device=pin.device, fingerprint=pin.fingerprint)


def _state(pin: Pin) -> str:
    return "known" if pin.confirmed else "waiting"
