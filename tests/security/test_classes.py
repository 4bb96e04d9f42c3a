"""What is for some is never put where others read: every class in every kind of room, and a member's chat: R29."""

from itertools import product

import pytest

from bot.voice import AboveCeiling, Occasion, Voice
from council.people import Direct, Place
from council.text import Message, Quote, Sharing
from tests.town import ANNA, POL, REGISTRAR, SECRETARY, Town

MAY = {
    Place.OPEN: {Sharing.OPEN},
    Place.COUNCIL: {Sharing.OPEN, Sharing.COUNCIL},
    Place.SECRETARIAT: {Sharing.OPEN, Sharing.COUNCIL, Sharing.SECRETARIAT},
    Place.OPERATORS: {Sharing.OPEN},
    ANNA: {Sharing.OPEN, Sharing.OWN},
    POL: {Sharing.OPEN, Sharing.OWN, Sharing.COUNCIL},
    SECRETARY: set(Sharing),
    REGISTRAR: set(Sharing),
}
"""As the council has decided it, and not as the code has it."""


@pytest.mark.parametrize(("where", "sharing"), list(product(MAY, Sharing)), ids=str)
async def test_each_class_is_said_where_it_may_be_and_nowhere_else(
    town: Town, where: Place | str, sharing: Sharing
) -> None:
    for person in (ANNA, POL, SECRETARY, REGISTRAR):
        await town.opens_chat(person)
    await town.hears()
    address = where if isinstance(where, Place) else Direct(where)
    message = Message(address, (Quote("What the case is about"),), sharing)

    if sharing not in MAY[where]:
        with pytest.raises(AboveCeiling):
            await _queue(town, message)
        assert await town.hears() == []
    else:
        await _queue(town, message)
        assert len(await town.hears()) == 1


async def _queue(town: Town, message: Message) -> None:
    voice = Voice(town.charter)
    async with town.database.work("lindvassa") as work:
        await voice.queue(work, await voice.rendered(work, [message], Occasion("a", town.clock.now())))
