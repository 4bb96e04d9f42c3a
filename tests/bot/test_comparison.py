"""`radslag check` shows where file and database differ, and changes neither."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.comparison import compared
from bot.seed import seed
from bot.settings import Settings, load
from storage.database import Database
from storage.seal import Vault

ROOT = Path(__file__).parent.parent.parent
MASTER = "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def settings_for(database_url: str) -> Settings:
    outside = {
        "RADSLAG_MASTER_SECRET": MASTER,
        "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt",
        "RADSLAG_STORAGE__URL": database_url,
    }
    return load(ROOT / "config.example.yaml", outside).settings


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Settings of a council that has not been met."""
    return settings_for(database_url)


def meet(settings: Settings, language: str) -> None:
    """Let the council be seeded, by a file that said another language perhaps."""

    async def met() -> None:
        database = Database(settings.database_url, Vault(MASTER.encode()))
        council = settings.councils["lindvassa"].model_copy(update={"language": language})
        await seed(database, "lindvassa", council, NOW)
        await database.close()

    asyncio.run(met())


def test_a_council_that_was_never_met_is_told(settings: Settings) -> None:
    assert compared(settings) == ["councils.lindvassa: not met yet; the next start will seed it."]


def test_agreement_is_told(settings: Settings) -> None:
    meet(settings, "sv")

    assert compared(settings) == ["The database agrees with the file."]


def test_a_difference_is_told_and_stays(settings: Settings) -> None:
    meet(settings, "en")

    for _ in range(2):
        assert compared(settings) == ['councils.lindvassa.language: "sv" in the file, "en" in the database']


def test_a_database_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "radslag.db"
    file.write_text("this is no database, and it is long enough to be read as one" * 100)

    told = compared(settings_for(f"sqlite:///{file}"))

    assert told == ["The database could not be read (DatabaseError), so nothing was compared."]
