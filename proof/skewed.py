"""A clock of the bot's machine that is set wrong from outside: so many seconds ahead as stand in skew.json."""

from datetime import datetime, timedelta
from pathlib import Path

from rehearsal.stage import Follower

FILE = "skew.json"


class SkewedFollower(Follower):
    """The stage's clock, read off a machine whose own is wrong. What the homeserver's shows stays right."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self._skew_file = file.with_name(FILE)
        self._seen = 0

    def now(self) -> datetime:
        """Return the played time as the machine has it."""
        return super().now() + timedelta(seconds=self._skew())

    def moved(self) -> bool:
        """Say whether the stage's clock has been moved or the machine's set."""
        before, self._seen = self._seen, self._skew()
        return super().moved() or before != self._seen

    def _skew(self) -> int:
        return int(self._skew_file.read_text()) if self._skew_file.exists() else 0


def set_wrong(folder: Path, seconds: int) -> None:
    """Set the machine's clock ahead of the truth by so much."""
    draft = folder / f"{FILE}.new"
    draft.write_text(str(seconds))
    draft.replace(folder / FILE)
