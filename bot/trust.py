"""Whose messages count: what is in doubt is not obeyed and told so; office holders are known by their devices."""

from dataclasses import replace
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.matrix.batch import Arrived, Device, Doubt, Stranger
from bot.matrix.batch import Kind as Sort
from bot.voice import Occasion, Voice
from council.charter import Charter
from council.people import Here, Place, Room
from council.text import Message, Sharing, Text, Words
from storage.devices import Pin
from storage.work import Work

log = structlog.get_logger()
IN_CLEAR_BY_NATURE = frozenset({Sort.REMOVAL, Sort.REACTION})
"""Clients never encrypt these. They can confirm what is one's own, and decide nothing."""
TOLD_ONCE_IN = timedelta(days=1)


class Trust:
    """Decides whether what arrived may be obeyed at all, and says so in the room where it may not."""

    def __init__(self, charter: Charter, voice: Voice, clock: Clock, *, pins_devices: bool) -> None:
        """Prepare.

        Args:
            pins_devices: whether office holders are known by their devices; off where people are played.
        """
        self._charter = charter
        self._voice = voice
        self._clock = clock
        self._pins_devices = pins_devices

    def follow(self, charter: Charter, voice: Voice) -> None:
        """Go by a charter that has been changed."""
        self._charter, self._voice = charter, voice

    async def counts(self, work: Work, arrived: Arrived, room: Room) -> bool:
        """Whether an event may be obeyed; one that may not be is told so once a day in its room."""
        if not room.encrypted:
            return True
        if arrived.doubt is Doubt.IN_CLEAR and arrived.kind in IN_CLEAR_BY_NATURE:
            return True
        doubt = arrived.doubt or await self._unconfirmed(work, arrived)
        if doubt is None:
            return True
        now = self._clock.now()
        log.warning("event not obeyed", doubt=doubt.value, place=room.place.value)
        # Whoever wrote it: the name on it is what is in doubt.
        await work.journal.write(now, "somebody", "message-not-obeyed", f"place:{room.place.value}", doubt.value)
        cause = f"doubt:{room.number}:{now.astimezone(self._charter.zone).date()}"
        if doubt is not Doubt.REPLAYED and await work.claims.take([cause], now):
            await self._say(work, Message(Here(), (Text(f"doubt-{doubt.value}"),), Sharing.OPEN), cause, room)
        return False

    async def lost(self, work: Work, arrived: Arrived, room: Room, claim: str) -> None:
        """Tell a room, once and not for each message, that something in it could not be read.

        Args:
            claim: the key of the event, so that it is never carried out after its writer was asked to write again.
        """
        now = self._clock.now()
        if not await work.claims.take([claim], now):
            return
        is_told = await work.unread.is_told(room.number, now - TOLD_ONCE_IN)
        await work.unread.give_up(arrived.event, now)
        log.warning("message never read", place=room.place.value, known=is_told)
        if not is_told:
            message = Message(Here(), (Text("doubt-unreadable"),), Sharing.OPEN)
            await self._say(work, message, f"lost:{claim}", room)

    async def strange(self, work: Work, stranger: Stranger) -> None:
        """Tell the operators, once, of a device of the bot's own account that is not the bot's."""
        cause = f"own-device:{work.vault.name('device', stranger.device)}"
        if await work.claims.take([cause], self._clock.now()):
            state = "signed" if stranger.is_signed else "unsigned"
            text = Text("operators-own-device", device=Words(stranger.device), state=state)
            await self._say(work, Message(Place.OPERATORS, (text,), Sharing.OPEN), cause, None)

    async def _unconfirmed(self, work: Work, arrived: Arrived) -> Doubt | None:
        """Return a doubt if an office holder writes from a device that she is not known by."""
        device = arrived.device
        if not self._pins_devices or device is None:
            return None
        if (await work.people.get(arrived.sender)).is_resident:
            return None
        pins = await work.devices.pins(arrived.sender)
        known = [pin for pin in pins if pin.confirmed]
        pin = Pin(arrived.sender, device.fingerprint, device.device_id, device.identity)
        if not known:
            # The first is believed: there is nothing to hold it against.
            await work.devices.pin(pin, self._clock.now())
            return None
        if _is_known(device, known):
            if _tells_more(device, known):
                await work.devices.pin(pin, self._clock.now())
            return None
        if all(each.fingerprint != device.fingerprint for each in pins):
            await self._ask_for_confirmation(work, pin, known)
        return Doubt.NEW_DEVICE

    async def _ask_for_confirmation(self, work: Work, pin: Pin, known: list[Pin]) -> None:
        await work.devices.pin(replace(pin, confirmed=False), self._clock.now())
        changed = bool(pin.identity and any(each.identity for each in known))
        key = "operators-identity-changed" if changed else "operators-new-device"
        text = Text(key, person=pin.user_id, device=pin.device, fingerprint=pin.fingerprint)
        cause = f"device:{work.vault.name('device', pin.user_id, pin.fingerprint)}"
        await self._say(work, Message(Place.OPERATORS, (text,), Sharing.OPEN), cause, None)

    async def _say(self, work: Work, message: Message, cause: str, room: Room | None) -> None:
        occasion = Occasion(cause, self._clock.now(), room)
        await self._voice.queue(work, await self._voice.rendered(work, [message], occasion))


def _is_known(device: Device, known: list[Pin]) -> bool:
    """Whether it is one of the devices, or one that the same identity vouches for."""
    if any(pin.fingerprint == device.fingerprint for pin in known):
        return True
    return device.identity is not None and any(pin.identity == device.identity for pin in known)


def _tells_more(device: Device, known: list[Pin]) -> bool:
    """Whether there is something to note: a further device, or that a device has got an identity, by its own word."""
    mine = next((pin for pin in known if pin.fingerprint == device.fingerprint), None)
    if mine is None:
        return True
    # A homeserver can make up an identity and sign anything with it; what the device itself signed is its owner's.
    return mine.identity is None and device.identity is not None and device.vouches_back
