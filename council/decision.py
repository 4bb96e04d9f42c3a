"""A decision of the council: what was decided on which item, and with how many votes."""

import re
from dataclasses import dataclass
from datetime import datetime

from council.text import Refusal

LONGEST_DECISION = 1_000
_VOTES = re.compile(
    r"(?P<yes>[0-9]{1,2})\s*[-/\u2010-\u2015]\s*(?P<no>[0-9]{1,2})(?:\s*[-/\u2010-\u2015]\s*(?P<abstain>[0-9]{1,2}))?(?=\s|[:,.]|$)"
)
_CASTING = re.compile(r"[\s,;]*(?:utslagsröst(?:en)?|casting vote)\s*:?\s*(?P<vote>ja|nej|yes|no)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\s*\((?P<inside>[^()]*)\)[\s.]*$")
_YES = ("ja", "yes")


@dataclass(frozen=True)
class Votes:
    """How the organisations voted.

    Args:
        casting: the chair's casting vote, where the votes were equal: True for yes.
    """

    yes: int
    no: int
    abstain: int = 0
    casting: bool | None = None

    def __str__(self) -> str:
        return f"{self.yes}-{self.no}-{self.abstain}"

    @property
    def is_tie(self) -> bool:
        """Whether the chair has to decide."""
        return self.yes == self.no

    @property
    def carried(self) -> bool:
        """Whether the proposal became a decision."""
        return self.casting is True if self.is_tie else self.yes > self.no


@dataclass(frozen=True)
class Decision:
    """One decision.

    Args:
        number: 5 in D5; runs on and never restarts.
        meeting: the key of the meeting it was made at; empty when it was made between meetings.
        item: the id of the item it was made under: A13.
        votes: None when it was made without a count.
        undone_at: when it was taken back, at the same meeting.
    """

    number: int
    meeting: str
    item: str
    text: str
    made_at: datetime
    votes: Votes | None = None
    origin: str = ""
    undone_at: datetime | None = None

    @property
    def id(self) -> str:
        """Return what people call it: D5."""
        return f"D{self.number}"


def read_votes(text: str) -> tuple[Votes | None, str]:
    """Return the votes that a text begins with, or closes with in a parenthesis, and the rest. Never raises.

    Votes are yes, no and abstain: "3-3-0, utslagsröst ja".
    """
    votes, rest = _votes(text.strip())
    closing = _CLOSING.search(text)
    if votes is None and closing:
        votes, left_over = _votes(closing["inside"].strip())
        if votes is not None and not left_over:
            return votes, text[: closing.start()].strip()
        return None, text.strip()
    return votes, rest


def _votes(text: str) -> tuple[Votes | None, str]:
    found = _VOTES.match(text)
    if found is None:
        return None, text
    rest = text[found.end() :]
    casting = _CASTING.match(rest)
    if casting:
        rest = rest[casting.end() :]
    vote = casting["vote"].casefold() in _YES if casting else None
    return Votes(int(found["yes"]), int(found["no"]), int(found["abstain"] or 0), vote), rest.lstrip(" :,;.\t\n")


def fitting(text: str, votes: Votes | None) -> str:
    """Return the words of a decision, on one line.

    Raises:
        Refusal: no words or too many; the proposal fell; or the votes are equal and the chair has not cast hers.
    """
    words = " ".join(text.split()).rstrip(".")
    if not words:
        raise Refusal("decision-words-missing")
    if len(words) > LONGEST_DECISION:
        raise Refusal("decision-words-many", most=LONGEST_DECISION)
    if votes and votes.is_tie and votes.casting is None:
        raise Refusal("decision-tied")
    if votes and not votes.is_tie and votes.casting is not None:
        raise Refusal("decision-not-tied")
    if votes and not votes.carried:
        raise Refusal("decision-fell", yes=votes.yes, no=votes.no)
    return words
