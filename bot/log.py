"""What the bot writes about itself: JSON lines that never hold what anybody wrote, who they are, or a secret.

Only the facts named here are written. Other libraries may quote what they choke on, so of theirs
only the place is kept, never the words.
"""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, cast

import structlog

FACTS = frozenset(
    {
        # structlog's own
        "event",
        "level",
        "timestamp",
        # what the code may tell: kinds, counts, places and references of our own
        "act",
        "at",
        "changed",
        "council",
        "count",
        "device",
        "doubt",
        "duty",
        "errcode",
        "error",
        "invited",
        "key",
        "kind",
        "known",
        "library",
        "pages",
        "place",
        "reason",
        "reference",
        "rooms",
        "seconds",
        "step",
        "subject",
        "users",
        "what",
    }
)
LONGEST = 200
_REVEALING = re.compile(r"[@!$#][^\s:]+:[\w.\[\]:-]+|\b(?:syt|mct|mat)_[\w]+|\S{40,}")


def set_up(level: int = logging.INFO) -> None:
    """Send every line to standard error, where systemd's journal picks it up."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            discreet,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=cast("TextIO", Unfailing(sys.stderr))),
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Libraries()], force=True)
    logging.captureWarnings(capture=True)


def place_of(bug: BaseException) -> str:
    """Return where a bug arose, as file and line: all that may be told of it."""
    frame = traceback.extract_tb(bug.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


class Unfailing:
    """A stream whose lines may be lost, as on a full disk, but never end the process that writes them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        """Write a line if it can be written."""
        with suppress(OSError):
            self._stream.write(line)
        return len(line)

    def flush(self) -> None:
        """Pass on what has been written, if that can be done."""
        with suppress(OSError):
            self._stream.flush()


def discreet(_logger: object, _method: str, facts: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep the facts that are allowed, and take Matrix IDs, tokens and long strings out of them."""
    return {key: _plain(value) for key, value in facts.items() if key in FACTS}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return _REVEALING.sub("…", str(value))[:LONGEST]


class _Libraries(logging.Handler):
    """Turns another library's line into one of ours: its level and place, not its words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        structlog.get_logger().log(
            record.levelno, "library spoke", library=record.name, at=f"{record.module}:{record.lineno}"
        )
