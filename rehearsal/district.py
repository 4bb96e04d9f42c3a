"""Lindvassa on a homeserver: the accounts, the rooms, the people's clients and the bot's settings."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Self

import aiohttp

from rehearsal.actor import Actor
from rehearsal.cast import Cast, Player
from rehearsal.homeserver import Account, Homeserver, free_port
from rehearsal.plain import PlainActor

PASSWORD = "lindvassa"
"""Everybody's, so that whoever watches can sign in as anybody. The homeserver answers to this machine only."""
JOIN_SECONDS = 120.0
MODERATOR = 50


class BotAbsentError(RuntimeError):
    """The bot did not come into the rooms it was invited to."""


class District:
    """The stage with everything on it but the bot.

    Args:
        speak: the council's language, sv or en.
        prefix: of every account and alias, where several districts share a homeserver.
    """

    def __init__(
        self, homeserver: Homeserver, session: aiohttp.ClientSession, cast: Cast, speak: str, prefix: str = ""
    ) -> None:
        self.homeserver = homeserver
        self.cast = cast
        self.speak = speak
        self.prefix = prefix
        self.session = session
        self.accounts: dict[str, Account] = {}
        self.actors: dict[str, Actor] = {}
        self.rooms: dict[str, str] = {}
        self.pages = f"127.0.0.1:{free_port()}"
        self.database: str | None = None
        """Where the bot keeps what it keeps, if not in a file of its own."""
        self.is_shared = False
        """Whether several processes may share that."""
        self.way_in: str | None = None
        """Where the bot finds its homeserver, if not where everybody does."""
        self.bot = Account(
            f"@{prefix}{cast.council['bot']['account']}:{homeserver.server_name}", secrets.token_hex(16), "", ""
        )

    @classmethod
    @contextlib.asynccontextmanager
    async def settled(
        cls, homeserver: Homeserver, cast: Cast, speak: str = "sv", prefix: str = ""
    ) -> AsyncIterator[Self]:
        """Settle everybody in on a homeserver that runs, and sign them out at the end."""
        connector = aiohttp.TCPConnector(limit=50)
        async with aiohttp.ClientSession(connector=connector) as session:
            district = cls(homeserver, session, cast, speak, prefix)
            try:
                await district._register()
                await district._open_rooms()
                yield district
            finally:
                for actor in district.actors.values():
                    await actor.close()

    @property
    def secretary(self) -> Actor:
        """The actor who is in all of the council's rooms."""
        return self.actors["secretary"]

    def place_of(self, room_id: str, person: str) -> str:
        """Return how the script calls a room: its own name, or the person whose direct chat it is."""
        return next((place for place, room in self.rooms.items() if room == room_id), person)

    def readers(self) -> list[tuple[str, Actor]]:
        """Return whose eyes see everything: all who act; shared rooms are read by whoever comes first."""
        return sorted(self.actors.items(), key=lambda entry: entry[0] != "secretary")

    def settings(self, data: Path) -> dict[str, Any]:
        """Return the bot's settings for this district, as config.yaml has them.

        Args:
            data: where the bot keeps what it keeps.
        """
        council = self.cast.council
        return {
            "homeserver": {"url": self.way_in or self.homeserver.url},
            "master_secret": secrets.token_urlsafe(48),
            "data_dir": str(data),
            **({"storage": {"url": self.database, "shared": self.is_shared}} if self.database else {}),
            "web": {"listen": self.pages},
            "councils": {
                council["slug"]: {
                    "name": council["names"],
                    "language": self.speak,
                    "time_zone": council["zone"],
                    "first_case": council["first_case"],
                    "account": {"user_id": self.bot.user_id, "password": self.bot.password},
                    "controller": council["controller"],
                    "rooms": self.rooms,
                    "meetings": {"rule": council["rule"]},
                    "areas": council["areas"],
                    "organisations": {code: self._organisation(code) for code in self.cast.organisations},
                    "people": {self.accounts[player.key].user_id: _office(player) for player in self._officers()},
                    # A month of residents arrives within minutes here.
                    "invitations": {"an_hour": 1_000},
                    # People are played by clients that live for as long as the play.
                    "encryption": {"pin_devices": False},
                    "retention": council["retention"],
                    **council.get("settings", {}),
                }
            },
        }

    def write_settings(self, file: Path, data: Path) -> Path:
        """Write the bot's settings and return where. They are JSON, which is YAML too."""
        file.write_text(json.dumps(self.settings(data), ensure_ascii=False, indent=2) + "\n")
        file.chmod(0o600)
        return file

    async def bot_has_come(self) -> None:
        """Wait until the bot is in all the council's rooms, and let everybody's client learn of it.

        Raises:
            BotAbsentError: it did not come.
        """
        for place, room_id in self.rooms.items():
            await self._meet_bot(self._inside(place), room_id)

    async def chat(self, person: str) -> str:
        """Return a person's direct chat with the bot, opened if there is none; the bot has joined it.

        Raises:
            BotAbsentError: it did not come.
        """
        actor = self.actors[person]
        await actor.look()
        room_id = await actor.chat_with(self.bot.user_id)
        await self._meet_bot(actor, room_id)
        return room_id

    async def _meet_bot(self, actor: PlainActor, room_id: str) -> None:
        try:
            async with asyncio.timeout(JOIN_SECONDS):
                await actor.meets(room_id, self.bot.user_id)
        except TimeoutError:
            raise BotAbsentError(f"the bot has not come to {actor.name} after {JOIN_SECONDS:.0f} s") from None

    async def _register(self) -> None:
        bot = self.cast.council["bot"]
        await self.homeserver.register_only(self.prefix + bot["account"], self.bot.password, display_name=bot["name"])
        players = list(self.cast.people.values())
        accounts = await asyncio.gather(
            *(
                self.homeserver.register(self.prefix + player.account, PASSWORD, display_name=player.name)
                for player in players
            )
        )
        self.accounts = {player.key: account for player, account in zip(players, accounts, strict=True)}
        acting = [player for player in players if player.plays]
        for player in acting:
            self.actors[player.key] = await Actor.sign_in(
                self.session, self.homeserver.url, self.accounts[player.key], player.name
            )

    async def _open_rooms(self) -> None:
        for place, room in self.cast.rooms.items():
            host, *guests = self._members(room) or [self.secretary]
            self.rooms[place] = await host.open_room(
                room["name"][self.speak],
                invite=[self.bot.user_id, *(guest.user_id for guest in guests)],
                encrypted=room["encrypted"],
                preset="private_chat" if room["encrypted"] else "public_chat",
                room_alias_name=self._alias(place),
                topic=self.cast.council.get("about", {}).get(self.speak, ""),
                power_level_content_override={"users": {self.bot.user_id: MODERATOR}},
            )
            await asyncio.gather(*(guest.join(self.rooms[place]) for guest in guests))

    def _alias(self, place: str) -> str:
        return f"{self.prefix}{self.cast.council['slug']}-{place}"

    def _members(self, room: Any) -> list[PlainActor]:
        wanted = frozenset(room["members"])
        inside = [player for player in self.cast.members() if wanted & set(player.roles)]
        inside += [player for player in self.cast.residents() if player.key in room.get("residents", ())]
        return [self.actors[player.key] for player in inside]

    def _inside(self, place: str) -> PlainActor:
        return (self._members(self.cast.rooms[place]) or [self.secretary])[0]

    def _officers(self) -> list[Player]:
        return [player for player in self.cast.people.values() if not player.is_resident]

    def _organisation(self, code: str) -> dict[str, Any]:
        written = self.cast.organisations[code]
        contacts = [
            self.accounts[player.key].user_id
            for player in self._officers()
            if player.organisation == code and "contact" in player.roles
        ]
        short = {"short": written["short"]} if "short" in written else {}
        return {"name": written["names"], "votes": written["votes"], "contacts": contacts, **short}


def _office(player: Player) -> dict[str, Any]:
    office: dict[str, Any] = {"roles": list(player.roles)}
    return {**office, "organisation": player.organisation} if player.organisation else office
