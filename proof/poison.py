"""Events that no proper client sends, among those that people do: plain, encrypted, and to the bot's device."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from proof.deeds import RESPONSE, Deed, Hands
from proof.house import PATIENCE_SECONDS, House
from proof.play import NothingBetween
from rehearsal.actor import ActorError
from rehearsal.api import ApiError
from rehearsal.district import District

A_FEW = 6
NESTED: Any = "x"
for _ in range(60):
    NESTED = [NESTED]
ODD: tuple[Any, ...] = ([], "x", 7, True, {"a": {}}, NESTED, {"event_id": []}, {"rel_type": "m.replace"})
TALK = {"msgtype": "m.text", "body": "Good morning"}
# Nothing that the bot answers in its own right, as it does a file.
POISONS: tuple[tuple[str, dict[str, Any]], ...] = (
    *(("m.room.message", {**TALK, "m.relates_to": odd}) for odd in ODD),
    *(("m.room.message", {**TALK, "m.mentions": odd, "format": odd}) for odd in ODD),
    *(("m.room.message", {"msgtype": "m.location", "body": "a", "info": odd, "geo_uri": odd}) for odd in ODD),
    *(("m.room.message", {"msgtype": odd, "body": "a"}) for odd in ("", "m.emote", "x" * 300, "org.example.odd")),
    *(("m.reaction", {"m.relates_to": odd}) for odd in ODD),
    *((RESPONSE, {"m.relates_to": odd, RESPONSE: odd}) for odd in ODD),
    *(("m.poll.response", {"m.relates_to": odd, "m.selections": odd}) for odd in ODD),
    *(("org.example.odd", {"odd": odd}) for odd in ODD),
    ("m.room.message", {**TALK, "body": "\u0000\ufffe\u202e" * 50, "formatted_body": "<" * 5000}),
)
TO_DEVICE: tuple[Any, ...] = ({}, [], 5, {"type": 0, "body": "x"}, {"type": 9, "body": 5}, {"type": 0, "body": "AAAA"})


@dataclass(frozen=True)
class Poison(NothingBetween):
    """Before people act, somebody sends what breaks clients."""

    patience_seconds: float = PATIENCE_SECONDS
    bot: tuple[str, ...] = ("proof.bot",)

    async def disturb(self, house: House, hands: Hands, chance: random.Random, deeds: Sequence[Deed]) -> Sequence[str]:
        """Poison every room and the bot's device, and let people act."""
        await house.bot.listening()
        district = house.district
        for event_type, content in chance.sample(POISONS, A_FEW):
            for person, place in (("onlooker", "open"), ("boe", "council")):
                # A homeserver refuses some, and the person's own client others: then the bot is spared them.
                try:
                    await district.actors[person].send(district.rooms[place], event_type, content)
                except (ApiError, ActorError, TypeError, ValueError, AttributeError, KeyError):
                    continue
        await asyncio.gather(*(_to_devices(district, chance.choice(TO_DEVICE)) for _ in range(A_FEW)))
        await hands.do_all(deeds)
        return ["poison"]


async def _to_devices(district: District, odd: Any) -> None:
    content = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "A" * 43, "ciphertext": {"A" * 43: odd}}
    where = f"/sendToDevice/m.room.encrypted/{uuid4().hex}"
    await district.actors["onlooker"].api.put(where, {"messages": {district.bot.user_id: {"*": content}}})
