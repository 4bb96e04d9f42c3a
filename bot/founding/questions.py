"""What must be known before a council can be founded, each answer checked as the settings would check it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.settings.addresses import HomeserverUrl, MatrixId
from bot.settings.council import Language
from bot.settings.values import Code, Line, MeetingRule, Slug, TimeZone, wrong_with


@dataclass(frozen=True)
class Question:
    """One thing that is asked.

    Args:
        name: its flag, and how it is called in what follows.
        asks: the question.
        kind: the kind of value that the settings want.
        default: the answer to an empty line; None where only the person knows.
    """

    name: str
    asks: str
    kind: Any
    default: Callable[[Mapping[str, str]], str] | None = None

    def wrong_with(self, answer: str) -> str | None:
        """Return what would be right instead, or None if the answer is."""
        return wrong_with(self.kind, answer)


def _as(answer: str) -> Callable[[Mapping[str, str]], str]:
    return lambda _given: answer


def _homeserver(given: Mapping[str, str]) -> str:
    return f"https://{given['account'].partition(':')[2]}"


QUESTIONS = (
    Question("account", "The bot's own account, as @name:server", MatrixId),
    Question("homeserver", "The homeserver's client address", HomeserverUrl, _homeserver),
    Question("council", "A short name for the council that never changes", Slug),
    Question("name", "The council's name", Line),
    Question("language", "What the bot speaks there, sv or en", Language, _as("sv")),
    Question("time-zone", "The council's time zone", TimeZone, _as("Europe/Stockholm")),
    Question("rule", "When it meets, in plain words", MeetingRule, _as("andra torsdagen kl. 18.00, inte i juli")),
    Question("controller", "The board that answers for the personal data", Line),
    Question("contact", "How a resident reaches it", Line),
    Question("dpo", "How a resident reaches the data protection officer", Line),
    Question("code", "The code of the chair's organisation", Code, _as("SDF")),
    Question("organisation", "Its name in running text", Line, _as("stadsdelsförvaltningen")),
    Question("chair", "The chair's Matrix ID", MatrixId),
    Question("secretary", "The secretary's Matrix ID", MatrixId),
    Question("operator", "Your own Matrix ID: who is told when something does not work", MatrixId),
)
"""In the order in which they are asked."""
