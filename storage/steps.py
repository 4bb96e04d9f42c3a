"""The steps between the forms of a database, as Alembic takes them. Loaded when there is one to take."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection


def is_known(step: str) -> bool:
    """Say whether a step is one of ours."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(step) is not None
    except CommandError:
        return False


def take(connection: Connection, to: str) -> None:
    """Take every step up to one, or up to "head"."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    return config
