"""A machine that the bot is installed on: settings, a data folder and a database, with a town that speaks to it."""

import json
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.matrix.client import STORE_NAME
from bot.matrix.identity_file import FILE_NAME
from bot.matrix.login import LOGIN_NAME
from bot.sets.keyring import Keyring
from bot.sets.making import Made, make_set
from bot.sets.opening import Opened, open_set
from bot.settings import Settings, load
from storage.database import Database
from storage.migrate import migrate
from storage.seal import Vault
from tests.town import ANNA, CHARTER, Town

ROOT = Path(__file__).parent.parent
MASTER = "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5"
VAULT = Vault(MASTER.encode())
SECRETS = {"RADSLAG_MASTER_SECRET": MASTER, "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt"}
WORDS = "Three lamps are out in the tunnel"


@dataclass
class Site:
    """A machine that the bot is installed on, with a town that speaks to it."""

    folder: Path
    settings: Settings
    database: Database
    town: Town

    @property
    def data(self) -> Path:
        """Where the bot keeps everything."""
        return self.settings.data_dir

    async def make(self) -> Made:
        """Make a set."""
        return await make_set(self.settings, self.town.clock.now())

    async def verify(self, made: Made) -> Opened:
        """Open a set with the keyring beside it."""
        folder = self.folder / "opened"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return await open_set(made.file, self.keyring(made), folder, VAULT)

    def keyring(self, made: Made) -> Keyring:
        """Return the keyring beside a set."""
        return Keyring.read(made.keyring, None, VAULT)


def settings_in(folder: Path, **environment: str) -> Settings:
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / "config.yaml"
    shutil.copy(ROOT / "config.example.yaml", file)
    file.chmod(0o600)
    return load(file, {**SECRETS, **environment}).settings


@pytest.fixture
async def site(tmp_path: Path, bare_url: str) -> AsyncIterator[Site]:
    """A site with one case and an account, on each engine in turn."""
    before = os.umask(0o077)
    outside = {} if bare_url.startswith("sqlite") else {"RADSLAG_STORAGE__URL": bare_url}
    settings = settings_in(tmp_path / "site", **outside)
    account = settings.data_dir / "lindvassa"
    account.mkdir(mode=0o700, parents=True)
    for name in (FILE_NAME, LOGIN_NAME, STORE_NAME):
        (account / name).write_text(json.dumps(f"the {name}"))
        (account / name).chmod(0o600)
    database = Database(settings.database_url, VAULT)
    await migrate(database)
    town = Town(database, CHARTER)
    await town.settle_in()
    await town.says(ANNA, f"!concern {WORDS}")
    yield Site(tmp_path / "site", settings, database, town)
    await database.close()
    os.umask(before)
