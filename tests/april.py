"""The council's April, played in the town from the rehearsal's own script: minutes of a homeserver in seconds."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from council.charter import Controller, Retention, Slots
from council.people import Organisation, Person, Place, Role
from council.plan import ReminderPlan
from rehearsal.cast import Cast, Player, read_cast
from rehearsal.photo import bushes
from rehearsal.script import Scene, Script, read_capabilities, read_script
from rehearsal.verdict import Heard, answers
from tests.town import Town

POINTS = {"edits": "edits", "answers": "replies_to", "reacts": "reacts_to"}
"""The deeds that are about a message, and how the town calls it."""
PLACES = {"open", "council", "secretariat", "operators"}


@dataclass
class April:
    """The month in the town.

    Args:
        town: without anybody in it yet.
        heard: every post of the bot, as the rehearsal's verdict takes them.
    """

    town: Town
    speak: str = "sv"
    cast: Cast = field(default_factory=read_cast)
    script: Script = field(default_factory=lambda: read_script().playable(read_capabilities()))
    heard: list[Heard] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    async def settle_in(self) -> None:
        """Move everybody in at the moment the month opens."""
        council = self.cast.council
        self.town.clock.time = self.cast.opens.astimezone(UTC)
        self.town.charter = replace(
            self.town.charter,
            names=council["names"],
            language=self.speak,
            zone=ZoneInfo(council["zone"]),
            rule=council["rule"],
            controller=Controller(**council["controller"]),
            slots=Slots(),
            areas=tuple(council["areas"]),
            retention={kind: Retention(**kept) for kind, kept in council["retention"].items()},
            first_case=council["first_case"],
            approve_open=True,
            plan=ReminderPlan(),
        )
        async with self.town.database.work(self.town.charter.slug) as work:
            await work.councils.save({}, self.town.clock.now())
            await work.people.save_organisations(
                Organisation(code, each["names"], each["votes"], order, short=each.get("short", {}))
                for order, (code, each) in enumerate(self.cast.organisations.items())
            )
            for player in self.cast.people.values():
                if player.roles:
                    roles = frozenset(Role(role) for role in player.roles)
                    await work.people.save(Person(self.account(player), roles, player.organisation))
            for place in (Place.OPEN, Place.COUNCIL, Place.SECRETARIAT, Place.OPERATORS):
                encrypted = place is not Place.OPEN
                await work.rooms.enter(f"!{place.value}:town", place, self.town.clock.now(), encrypted=encrypted)
        await self.town.becomes(self.town.clock.now())

    async def play_until(self, moment: datetime) -> None:
        """Play what happens until a moment, that moment's scenes too."""
        for scene in self.script.scenes:
            if self.town.clock.time <= scene.at.astimezone(UTC) <= moment and scene not in self._played:
                await self._passes(scene.at.astimezone(UTC))
                await self._act(scene)
                self._played.append(scene)
        await self._passes(moment.astimezone(UTC))

    _played: list[Scene] = field(default_factory=list)

    def account(self, player: Player) -> str:
        """Return somebody's Matrix ID."""
        return f"@{player.account}:town"

    def residents(self) -> list[Player]:
        """Return everybody who holds no office."""
        return [player for player in self.cast.people.values() if player.is_resident]

    async def _passes(self, moment: datetime) -> None:
        """Let time pass, listening whenever something may have been said."""
        async for _now in self._steps(moment):
            await self._listen()

    async def _steps(self, moment: datetime) -> AsyncIterator[datetime]:
        while True:
            following = await self.town.next_moment()
            if following is None or following >= moment:
                break
            await self.town.becomes(following)
            yield following
        await self.town.becomes(moment)
        yield moment

    async def _act(self, scene: Scene) -> None:
        if scene.who is None or scene.deed is None:
            return
        player = self.cast.people[scene.who]
        language = player.language or self.speak
        body = scene.text.get(language) or scene.text.get("en") or next(iter(scene.text.values()), "")
        room = scene.place if scene.place in PLACES else self.account(player)
        sender = self.account(player)
        if scene.deed == "opens_chat":
            await self.town.opens_chat(sender)
        elif scene.deed == "says":
            event = await self.town.says(sender, body, room=room)
            self.labels[scene.label or ""] = event
        elif scene.deed == "shows":
            await self.town.shows(sender, bushes(), room=room)
        elif scene.deed in POINTS:
            at: dict[str, Any] = {POINTS[scene.deed]: self.labels[scene.target or ""]}
            await self.town.says(sender, body, room=room, **at)
        else:
            raise NotImplementedError(scene.deed)
        await self._listen()
        for post in (each for each in scene.hears if each.label):
            self.labels[post.label or ""] = next(each.event_id for each in reversed(self.heard) if answers(post, each))

    async def _listen(self) -> None:
        keys = {self.account(player): player for player in self.cast.people.values()}
        done = await self.town.hears_all()
        for (room, act, body), event in zip(done, self.town.heard_as, strict=True):
            if act in ("post", "thread", "link", "poll", "file"):
                player = keys.get(room)
                language = (player.language if player else None) or self.speak
                language = language if language in ("sv", "en") else "en"
                place = player.key if player else room
                self.heard.append(Heard(self.town.clock.time, place, (body,), event, language))
