"""What people do while the bot is disturbed: every way there is of saying something, in plain and encrypted rooms."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from rehearsal.district import District
from rehearsal.timeline import POLL_STARTS, Post

MORE_THAN_A_TIMELINE = 45
"""More messages than one response of the homeserver holds for a room: the rest has to be fetched."""
RESPONSE = "org.matrix.msc3381.poll.response"


class How(Enum):
    """In what way something is said."""

    SAYS = "says"
    EDITS = "edits"
    """The newest of their own messages there gets these words."""
    DELETES = "deletes"
    """The newest of their own messages there goes."""
    REACTS = "reacts"
    """With these words as the symbol, to the newest post of the bot's there."""
    CHOOSES = "chooses"
    """This answer in the newest poll of the bot's there."""
    IN_THREAD = "in thread"
    """Under the newest post of the bot's there."""
    OFTEN = "often"
    """So often that a timeline does not hold it."""


@dataclass(frozen=True)
class Deed:
    """One thing somebody does; None for the place means a direct chat."""

    person: str
    place: str | None
    body: str
    how: How = How.SAYS


@dataclass
class Hands:
    """Does what people do, and remembers which of their messages is the newest where."""

    district: District
    _own: defaultdict[tuple[str, str | None], list[str]] = field(default_factory=lambda: defaultdict(list))

    async def do_all(self, deeds: Sequence[Deed]) -> None:
        """Have people do several things, one after the other."""
        for deed in deeds:
            await self.do(deed)

    async def do(self, deed: Deed) -> None:
        """Have somebody do something. Nothing is done that is about something which is not there."""
        actor = self.district.actors[deed.person]
        room_id = self.district.rooms[deed.place] if deed.place else await self.district.chat(deed.person)
        own = self._own[deed.person, deed.place]
        match deed.how:
            case How.SAYS:
                own.append(await actor.say(room_id, deed.body))
            case How.OFTEN:
                for number in range(MORE_THAN_A_TIMELINE):
                    await actor.say(room_id, f"{deed.body} {number}")
            case How.EDITS if own:
                await actor.edit(room_id, own[-1], deed.body)
            case How.DELETES if own:
                await actor.delete(room_id, own.pop())
            case How.REACTS | How.CHOOSES | How.IN_THREAD:
                await self._about_a_post(deed, room_id)
            case _:
                pass

    async def _about_a_post(self, deed: Deed, room_id: str) -> None:
        actor = self.district.actors[deed.person]
        is_wanted: Callable[[Post], bool] = lambda post: (post.kind in POLL_STARTS) is (deed.how is How.CHOOSES)  # noqa: E731
        posts = [post for post in await actor.read(room_id) if post.sender == self.district.bot.user_id]
        newest = next((post for post in reversed(posts) if is_wanted(post)), None)
        if newest is None:
            return
        if deed.how is How.REACTS:
            await actor.react(room_id, newest.event_id, deed.body)
        elif deed.how is How.IN_THREAD:
            await actor.say_in_thread(room_id, newest.thread or newest.event_id, deed.body)
        else:
            relation = {"rel_type": "m.reference", "event_id": newest.event_id}
            chosen = {"m.relates_to": relation, RESPONSE: {"answers": [deed.body]}}
            await actor.send(room_id, RESPONSE, chosen)


def some_deeds(chance: random.Random, number: int) -> tuple[Deed, ...]:
    """Return what people do in a round: a few things by chance, and one of those that take several rounds."""
    possible = (
        Deed("boe", "council", f"!agenda add Item number {number}"),
        Deed("boe", "council", f"!agenda add Matter number {number} (decision, 5 min)"),
        Deed("onlooker", "open", "!next"),
        Deed("k01", None, f"!concern The lamp number {number} at the crossing is out"),
        Deed("chair", "council", "!agenda list"),
    )
    in_turn = (
        (Deed("k13", None, f"The bench number {number} by the pond is broken"),),
        (Deed("k13", None, "yes", How.CHOOSES), Deed("sdf", "council", f"!agenda add Paths, part {number}")),
        (Deed("sdf", "council", f"!agenda add Paths and lamps, part {number}", How.EDITS),),
        (Deed("k13", None, f"The bin number {number} by the pond is full"),),
        (Deed("k13", None, "👍", How.REACTS), Deed("sdf", "council", "", How.DELETES)),
        (Deed("secretary", "secretariat", "!next", How.IN_THREAD),),
        (Deed("onlooker", "open", "!next", How.IN_THREAD),),
        (Deed("chair", "council", "!help nothing", How.OFTEN),) if number % 20 == 7 else (),
    )
    return (*in_turn[number % len(in_turn)], *chance.sample(possible, chance.randint(1, 3)))
