"""Other people's bots as contestants, each in an environment of its own that `make bench PEERS=1` makes from a lock."""

import json
from collections.abc import Sequence
from pathlib import Path

from bench.asker import Asker
from bench.contestants import CONTESTANTS, Contestant

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"level": "WARNING", "handlers": ["console"]},
}
PROGRAMS = Path(__file__).parent / "peers"


class Rival(Contestant):
    """A bot that runs in another environment than ours."""

    def python(self) -> str:
        """Return the interpreter of its environment."""
        return str(Path(f".venv-peer-{self.name}/bin/python").absolute())

    async def enter(self, asker: Asker, rooms: Sequence[str]) -> None:
        """Come into rooms; they overlook invitations that came before they listened, so this is done by hand."""
        await self.enter_by_hand(rooms)


class SimpleMatrixBotLib(Rival):
    """A library for small bots, on the Matrix library that we use too; it keeps nothing."""

    name = "simplematrixbotlib"
    hears_what_waited = False

    def command(self) -> list[str]:
        """Return how it is started."""
        program, (user, folder) = PROGRAMS / "simple.py", (self.user_id, self.folder.absolute())
        return [self.python(), str(program), self.home.url, user, self.account.password, str(folder)]


class Maubot(Rival):
    """The bot that many run, with a plugin that writes to its database before it answers."""

    name = "maubot"

    def command(self) -> list[str]:
        """Return how it is started."""
        meta = PROGRAMS / "maubot" / "maubot.yaml"
        return [self.python(), "-m", "maubot.standalone", "-c", str(self.folder / "config.yaml"), "-m", str(meta)]

    async def prepare(self, asker: Asker) -> None:
        """Write its settings."""
        settings = {
            "user": {
                "credentials": {
                    "id": self.user_id,
                    "homeserver": self.home.url,
                    "access_token": self.account.token,
                    "device_id": None,
                },
                "sync": True,
                "autojoin": True,
                "displayname": "disable",
                "avatar_url": "disable",
                "ignore_initial_sync": True,
                "ignore_first_sync": False,
            },
            "database": f"sqlite:{self.folder.absolute()}/bot.db",
            "logging": LOGGING,
        }
        (self.folder / "config.yaml").write_text(json.dumps(settings))


RIVALS: dict[str, type[Contestant]] = {kind.name: kind for kind in (SimpleMatrixBotLib, Maubot)}
EVERYBODY = CONTESTANTS | RIVALS
