"""What the council asks the board that set it up to change, and what the board has answered."""

from dataclasses import dataclass, replace
from datetime import datetime

from council.text import Refusal

LONGEST_PETITION = 1_000


@dataclass(frozen=True)
class Petition:
    """One change that the council asks of the board. All of it is for everybody to read.

    Args:
        number: 2 in H2; runs on and never restarts.
        origin: the message it was made by.
    """

    number: int
    text: str
    asked_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    withdrawn_at: datetime | None = None
    origin: str = ""

    @property
    def id(self) -> str:
        """Return what people call it: H2."""
        return f"H{self.number}"

    @property
    def is_public(self) -> bool:
        """Whether it stands."""
        return self.withdrawn_at is None

    def reworded(self, words: str) -> "Petition":
        """Return it in other words.

        Raises:
            Refusal: it is taken back, the board has answered it, or there are no words or too many.
        """
        self._stands()
        if self.answered_at is not None:
            raise Refusal("petition-answered-already", id=self.id)
        return replace(self, text=fitting(words))

    def answered(self, words: str, at: datetime) -> "Petition":
        """Return it with the board's answer; a later answer takes the place of an earlier one.

        Raises:
            Refusal: it is taken back, or there are no words or too many.
        """
        self._stands()
        return replace(self, answer=fitting(words), answered_at=at)

    def withdrawn(self, at: datetime) -> "Petition":
        """Return it taken back, without its words.

        Raises:
            Refusal: it is taken back already.
        """
        self._stands()
        return replace(self, text="", answer="", withdrawn_at=at)

    def _stands(self) -> None:
        if self.withdrawn_at is not None:
            raise Refusal("petition-withdrawn-already", id=self.id)


def fitting(words: str) -> str:
    """Return the words of a petition or of its answer.

    Raises:
        Refusal: there are none, or too many.
    """
    said = " ".join(words.split())
    if not said or len(said) > LONGEST_PETITION:
        raise Refusal("petition-words", most=LONGEST_PETITION)
    return said
