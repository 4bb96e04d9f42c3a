"""Plays the script: moves the clock, lets people do what they do, and gathers what everybody can read."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

from rehearsal.district import District
from rehearsal.photo import NAME, bushes
from rehearsal.plain import PlainActor
from rehearsal.script import SPOKEN, Scene, Script, Worded
from rehearsal.stage import StageClock
from rehearsal.timeline import Post
from rehearsal.verdict import Heard, answers
from rehearsal.wording import ZONE

PATIENCE_SECONDS = 120.0
"""So long the bot may take over one scene: on a busy machine it is slow, and that is no mistake of its own."""


class Company(Protocol):
    """The bot, as far as the play needs to know it."""

    async def settle(self) -> None:
        """Return when the bot has read, done and said everything that there is at this moment."""
        ...

    async def next_moment(self) -> datetime | None:
        """Return when something falls due next, if the bot can tell."""
        ...


class StuckError(RuntimeError):
    """The script asks for something that cannot be done at that point."""


@dataclass(frozen=True)
class Entry:
    """One post of the transcript.

    Args:
        place: a room, or the key of the person whose direct chat it is.
        at: the played time.
        changed_at: when it was edited last, if ever.
    """

    place: str
    at: datetime
    speaker: str
    is_bot: bool
    post: Post
    changed_at: datetime | None = None


@dataclass
class Play:
    """One performance.

    Args:
        on_day: told of each played day when it is over, with the day's entries in order.
        on_moment: told of each played moment, with what part of the script has been played (0 to 1).
    """

    district: District
    script: Script
    clock: StageClock
    company: Company
    on_day: Callable[[datetime, list[Entry]], None] = lambda _day, _entries: None
    on_moment: Callable[[datetime, float], None] = lambda _moment, _part: None
    entries: dict[str, Entry] = field(default_factory=dict)
    _labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _day: datetime = field(init=False)

    async def perform(self) -> None:
        """Play the whole script, and on to the last moment of the cast's month.

        Raises:
            StuckError: a scene refers to a post that is not there.
        """
        self._day = self.clock.now().astimezone(ZONE)
        stops = list(self._stops())
        for index, moment in enumerate(stops):
            await self._advance(moment)
            self.on_moment(moment.astimezone(ZONE), index / len(stops))
            for scene in self.script.scenes:
                if scene.at == moment and scene.who is not None:
                    await self._act(scene)
        await self._end_day(self._day)

    def heard(self) -> list[Heard]:
        """Return what the bot has said, for the verdict."""
        return [
            Heard(
                entry.at,
                entry.place,
                (*entry.post.versions, entry.post.body),
                entry.post.event_id,
                self._language(entry),
            )
            for entry in self.entries.values()
            if entry.is_bot
        ]

    async def gather(self) -> list[Entry]:
        """Let everybody look, and return the entries that are new or changed, in order."""
        fresh: dict[str, Entry] = {}
        for person, actor in self.district.readers():
            if not actor.timelines and person not in self._present():
                continue
            await actor.look()
            for entry in self._entries_of(person, actor):
                known = self.entries.get(entry.post.event_id)
                if known is None or known.post != entry.post:
                    fresh.setdefault(entry.post.event_id, entry)
        self.entries |= fresh
        return sorted(fresh.values(), key=lambda entry: (entry.changed_at or entry.at, entry.post.at_ms))

    def _stops(self) -> Iterator[datetime]:
        """Yield the moments of the script to stop at, in order, and the last; between them the bot's own are played."""
        moments = {scene.at.astimezone(UTC) for scene in self.script.scenes}
        moments |= {post.at.astimezone(UTC) for post in self.script.expected}
        moments.add(self.district.cast.closes.astimezone(UTC))
        yield from sorted(moment for moment in moments if moment >= self.clock.now())

    async def _advance(self, moment: datetime) -> None:
        """Move the clock to a moment, by way of everything that falls due before it."""
        while (due := await self.company.next_moment()) is not None and self.clock.now() < due < moment:
            await self._reach(due)
        await self._reach(moment)

    async def _reach(self, moment: datetime) -> None:
        local = moment.astimezone(ZONE)
        if local.date() != self._day.date():
            await self._end_day(self._day)
            self._day = local
        self.clock.move_to(moment)
        await self._settle("the clock moved")

    async def _act(self, scene: Scene) -> None:
        actor = self.district.actors[scene.who or ""]
        chat = scene.place is None
        room_id = await self.district.chat(scene.who or "") if chat else self.district.rooms[scene.place or ""]
        event_id = await self._deed(actor, scene, room_id)
        if scene.label and event_id:
            self._labels[scene.label] = (room_id, event_id)
        await self._settle(f"{scene.who} {scene.deed} {self._said(scene)!r}")
        if any(post.label for post in scene.hears):
            await self._remember(scene)

    async def _deed(self, actor: PlainActor, scene: Scene, room_id: str) -> str | None:
        said = self._said(scene)
        deeds: dict[str, Callable[[str], Awaitable[str]]] = {
            "edits": lambda target: actor.edit(room_id, target, said),
            "deletes": lambda target: actor.delete(room_id, target),
            "reacts": lambda target: actor.react(room_id, target, said),
            "answers": lambda target: actor.answer(room_id, target, said),
            "threads": lambda target: actor.say_in_thread(room_id, target, said),
        }
        if scene.deed == "says":
            return await actor.say(room_id, said)
        if scene.deed == "shows":
            return await actor.show(room_id, bushes(), NAME)
        return await deeds[scene.deed](self._target(scene)) if scene.deed in deeds else None

    async def _settle(self, after: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.company.settle()
        except TimeoutError:
            raise StuckError(
                f"{self.clock.now()}: the bot has not settled {PATIENCE_SECONDS:.0f} s after: {after}"
            ) from None

    def _target(self, scene: Scene) -> str:
        if scene.target not in self._labels:
            raise StuckError(f"{scene.at}: {scene.who} {scene.deed} {scene.target!r}, and there is no such post")
        return self._labels[scene.target][1]

    async def _remember(self, scene: Scene) -> None:
        """Find the bot's posts that later scenes refer to."""
        await self.gather()
        for post in scene.hears:
            for heard in self.heard():
                if post.label and heard.place == post.place and answers(post, heard):
                    self._labels[post.label] = ("", heard.event_id)

    async def _end_day(self, day: datetime) -> None:
        await self.gather()
        today = [entry for entry in self.entries.values() if self._is_news(entry)]
        shown = [entry if self._is_known(entry) else replace(entry, changed_at=None) for entry in today]
        self._told |= {_version(entry) for entry in today} | {entry.post.event_id for entry in today}
        self.on_day(day, sorted(shown, key=lambda entry: (entry.changed_at or entry.at, entry.post.at_ms)))

    def _is_news(self, entry: Entry) -> bool:
        return _version(entry) not in self._told

    def _is_known(self, entry: Entry) -> bool:
        """Whether an earlier day has shown an earlier version of it."""
        return entry.post.event_id in self._told

    def _entries_of(self, person: str, actor: PlainActor) -> Iterator[Entry]:
        for room_id, timeline in actor.timelines.items():
            place = self.district.place_of(room_id, person)
            for post in timeline:
                changed = post.edited_at_ms
                yield Entry(
                    place=place,
                    at=self.clock.at(post.at_ms),
                    speaker=self._name(post.sender),
                    is_bot=post.sender == self.district.bot.user_id,
                    post=post,
                    changed_at=self.clock.at(changed[-1]) if changed else None,
                )

    def _present(self) -> set[str]:
        return {player.key for player in self.district.cast.members()}

    def _name(self, user_id: str) -> str:
        if user_id == self.district.bot.user_id:
            return str(self.district.cast.council["bot"]["name"])
        return next((actor.name for actor in self.district.actors.values() if actor.user_id == user_id), user_id)

    def _said(self, scene: Scene) -> str:
        return worded_for(scene.text, self._language_of(scene.who or "")) if scene.text else ""

    def _language_of(self, person: str) -> str:
        player = self.district.cast.people.get(person)
        return (player.language if player else None) or self.district.speak

    def _language(self, entry: Entry) -> str:
        """Return what language a place is spoken to in; who has chosen one without texts is spoken to in English."""
        own = self._language_of(entry.place)
        return own if own in SPOKEN else "en"


def worded_for(text: Worded, language: str) -> str:
    """Return a text in a language, else in English, else in any it is written in."""
    return text.get(language) or text.get("en") or next(iter(text.values()))


def _version(entry: Entry) -> str:
    return f"{entry.post.event_id} {len(entry.post.versions)} {entry.post.deleted}"
