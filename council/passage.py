"""What was said in a case, word by word: apart from the case itself, and never forgotten by an edit."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

RESIDENT, SECRETARY = "resident", "secretary"
"""Who said it, if not an organisation: never more than the role."""


class Kind(Enum):
    """What a passage is. A disclosure is the reason why the secretary asked who raised the case."""

    TELLING = "telling"
    NOTE = "note"
    SUMMARY = "summary"
    ANSWER = "answer"
    OUTCOME = "outcome"
    REDIRECTION = "redirection"
    DISCLOSURE = "disclosure"
    EXTENSION = "extension"
    TRANSLATION = "translation"
    PROPOSAL = "proposal"
    PUBLIC_ANSWER = "public_answer"


@dataclass(frozen=True)
class Passage:
    """Some words of a case.

    Args:
        version: 1, then one more each time the words are changed; every version is kept.
        by: a role or an organisation's code, never a person.
        origin: the opaque name of the message they were written in.
        hand: the opaque name of the person who wrote them, where it matters that another one approves.
    """

    case: int
    kind: Kind
    version: int
    words: str
    by: str
    at: datetime
    origin: str | None = None
    hand: str | None = None
