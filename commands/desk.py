"""What whoever acts for the council has before them: the hour, the open transaction and the settings."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from council.charter import Charter

if TYPE_CHECKING:
    from storage.work import Work


class Desk(Protocol):
    """An occasion to act on: a call of somebody's, or a day on which something falls due."""

    @property
    def now(self) -> datetime:
        """Return the moment that counts."""

    @property
    def work(self) -> "Work":
        """Return the open transaction."""

    @property
    def charter(self) -> Charter:
        """Return the council's settings."""
