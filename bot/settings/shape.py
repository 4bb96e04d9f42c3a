"""What config.yaml may say: every setting, its kind, its default and what it is for."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.settings.addresses import DatabaseUrl, HomeserverUrl, Listen, PingAddress, WebAddress
from bot.settings.block import Block
from bot.settings.council import Council
from bot.settings.values import WHOLE, Folder, MasterSecret, Recipient, Slug


class Homeserver(Block):
    """The Matrix homeserver that the bot's accounts live on."""

    url: HomeserverUrl
    """Its client address. http:// is refused, except for this very machine."""


class Storage(Block):
    """The database."""

    url: DatabaseUrl | None = None
    """SQLite in data_dir unless told otherwise; PostgreSQL as "postgresql://user@host/database"."""
    shared: bool = False
    """Whether several processes on this machine may share the councils among them; PostgreSQL only."""


class Web(Block):
    """The public pages: what everybody may know of the councils. Off unless an address is given."""

    listen: Listen | None = None
    """Where they are served, as 127.0.0.1:8480. Put a server that does TLS in front."""
    address: WebAddress | None = None
    """Their public address, as https://trygghet.example.org; feeds and links name it."""


class Monitoring(Block):
    """How those who run the bot see that it is well. Nothing here tells of people or of what they wrote."""

    listen: Listen | None = None
    """Where /health and /metrics (Prometheus) are served, as 127.0.0.1:9109. Keep it on this machine."""
    ping: PingAddress | None = None
    """An address that is asked for as long as all is well; whoever watches it notices when it stops."""
    ping_minutes: Annotated[int, Field(ge=1, le=1440), WHOLE] = 5
    """So often."""


class Backup(Block):
    """Encrypted sets of all that the bot knows: `radslag backup`."""

    folder: Folder | None = None
    """Where sets go; data_dir/sets unless told otherwise. Copy it to another machine after each backup."""
    recipient: Recipient | None = None
    """An age public key; only its secret key, kept elsewhere, opens the sets. Without: the master secret does."""
    keep_days: Annotated[int, Field(ge=1, le=3650), WHOLE] = 30
    """The key of an older set is destroyed, and so is what it holds, in every copy of it."""


class Settings(Block):
    """Everything that config.yaml, secret files and the environment say together."""

    homeserver: Homeserver
    """The Matrix homeserver."""
    master_secret: MasterSecret
    """Seals residents' words and identities at rest. Lost, they are lost; keep a copy apart from the backups."""
    secrets_dir: Folder | None = None
    """A folder of secret files, each named by its setting's path; systemd's credentials are read as well."""
    data_dir: Folder = Path("data")
    """Database, crypto stores and backups; made with mode 0700. Relative paths start at the settings file."""
    storage: Storage = Storage()
    """The database."""
    monitoring: Monitoring = Monitoring()
    """How those who run the bot see that it is well."""
    backup: Backup = Backup()
    """Encrypted sets of all that the bot knows."""
    web: Web = Web()
    """The public pages."""
    councils: Annotated[dict[Slug, Council], Field(min_length=1)]
    """Each council by a short name that never changes."""

    @property
    def sets_folder(self) -> Path:
        """The folder of the backup sets."""
        return self.backup.folder or self.data_dir / "sets"

    @property
    def database_file(self) -> Path | None:
        """The file of the SQLite database; None with PostgreSQL."""
        _, is_sqlite, rest = self.database_url.partition("sqlite:///")
        return Path(rest) if is_sqlite else None

    @property
    def database_url(self) -> str:
        """The database's address for SQLAlchemy; holds a password if one is set."""
        if self.storage.url:
            return self.storage.url.get_secret_value()
        return f"sqlite:///{self.data_dir.absolute() / 'radslag.db'}"
