"""A vote of the council: one for each organisation, whoever gives it for her and on however many devices."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from council.decision import LONGEST_DECISION, Votes
from council.text import Refusal, Text

_SECRET = frozenset({"secret", "sluten", "slutet", "closed"})
_ITEM = re.compile(r"#?A\s?(?P<number>[0-9]{1,3})\b[.,:;]?\s*", re.IGNORECASE)


class Choice(Enum):
    """What an organisation says to a proposal."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


_BARE = re.compile("[\\s.!,;:\ufe0f\U0001f3fb-\U0001f3ff]+")
_WORDS = {
    Choice.YES: ("yes", "ja", "bifall", "aye", "for", "för", "👍", "✅", "✔", "☑"),
    Choice.NO: ("no", "nej", "avslag", "nay", "against", "emot", "mot", "👎", "❌", "✖"),
    Choice.ABSTAIN: ("abstain", "avstår", "avstå", "abstains", "blank", "🤷", "⚪", "🟡", "➖"),
}
_MEANT = {word: choice for choice, words in _WORDS.items() for word in words}


@dataclass(frozen=True)
class Vote:
    """One organisation's vote.

    Args:
        choice: None once a secret ballot is closed: then nobody can tell any more.
        person: the Matrix ID of who gave it.
    """

    organisation: str
    choice: Choice | None
    person: str
    at: datetime


@dataclass(frozen=True)
class Ballot:
    """One question put to the vote. Every change returns a new one.

    Args:
        number: 3 in V3; runs on and never restarts.
        meeting: the number of the meeting it is held at; empty for one between meetings.
        item: the id of the item it belongs to, if any.
        proposal: the words that become the decision; empty where only the count is asked for.
        is_secret: given in private, and not kept by name.
        closes_at: for one between meetings, until when.
        recused: the codes of the organisations that have a conflict of interest.
        result: the count, once it is closed.
    """

    number: int
    meeting: str
    item: str
    proposal: str
    opened_at: datetime
    is_secret: bool = False
    closes_at: datetime | None = None
    votes: tuple[Vote, ...] = ()
    recused: tuple[str, ...] = ()
    closed_at: datetime | None = None
    result: Votes | None = None
    decision: int | None = None
    annulled_at: datetime | None = None
    origin: str = ""

    @property
    def id(self) -> str:
        """Return what people call it: V3."""
        return f"V{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether one can still vote."""
        return self.closed_at is None and self.annulled_at is None

    @property
    def is_between(self) -> bool:
        """Whether it is held between meetings."""
        return not self.meeting

    @property
    def is_tied(self) -> bool:
        """Whether it waits for the chair's casting vote."""
        return bool(self.result and self.result.is_tie and self.result.casting is None and self.annulled_at is None)

    def of(self, organisation: str) -> Vote | None:
        """Return the vote of an organisation, if it has voted."""
        return next((each for each in self.votes if each.organisation == organisation), None)

    def cast(self, vote: Vote, present: frozenset[str]) -> "Ballot":
        """Return it with an organisation's vote, in place of the one the same person gave before.

        Args:
            present: the codes of the voting organisations that are there.

        Raises:
            Refusal: it is closed; the organisation is not there, recused, or has voted through somebody else.
        """
        if not self.is_open:
            raise Refusal("vote-is-closed", id=self.id)
        if vote.organisation in self.recused:
            raise Refusal("vote-recused")
        if vote.organisation not in present:
            raise Refusal("vote-not-present")
        before = self.of(vote.organisation)
        if before is not None and before.person != vote.person:
            raise Refusal("vote-given-already")
        others = tuple(each for each in self.votes if each.organisation != vote.organisation)
        return replace(self, votes=(*others, vote))

    def recuse(self, organisation: str) -> "Ballot":
        """Return it with an organisation left out for a conflict of interest; a vote it gave is gone.

        Raises:
            Refusal: it is closed.
        """
        if not self.is_open:
            raise Refusal("vote-is-closed", id=self.id)
        votes = tuple(each for each in self.votes if each.organisation != organisation)
        return replace(self, votes=votes, recused=(*self.recused, organisation))

    def readmit(self, organisation: str) -> "Ballot":
        """Return it with an organisation no longer left out."""
        return replace(self, recused=tuple(each for each in self.recused if each != organisation))

    def withdraw(self, organisation: str) -> "Ballot":
        """Return it without the vote of an organisation, which may vote again."""
        return replace(self, votes=tuple(each for each in self.votes if each.organisation != organisation))

    def count(self) -> Votes:
        """Count the votes given so far."""
        given = [each.choice for each in self.votes]
        return Votes(given.count(Choice.YES), given.count(Choice.NO), given.count(Choice.ABSTAIN))

    def close(self, at: datetime) -> "Ballot":
        """Return it closed and counted. Of a secret one it is forgotten who voted what.

        Raises:
            Refusal: it is closed already, or nobody has voted.
        """
        if not self.is_open:
            raise Refusal("vote-is-closed", id=self.id)
        if not self.votes:
            raise Refusal("vote-nobody", id=self.id)
        votes = tuple(replace(each, choice=None) for each in self.votes) if self.is_secret else self.votes
        return replace(self, closed_at=at, result=self.count(), votes=votes)

    def break_tie(self, *, yes: bool) -> "Ballot":
        """Return it decided by the chair's casting vote.

        Raises:
            Refusal: the votes are not equal, or it is not closed.
        """
        if self.result is None or not self.is_tied:
            raise Refusal("vote-not-tied")
        return replace(self, result=replace(self.result, casting=yes))

    def annul(self, at: datetime) -> "Ballot":
        """Return it undone."""
        return replace(self, annulled_at=at)

    def names(self, choice: Choice) -> tuple[str, ...]:
        """Return the codes of the organisations that chose something, in an open ballot."""
        return tuple(sorted(each.organisation for each in self.votes if each.choice is choice))


@dataclass(frozen=True)
class Question:
    """What a line that opens a vote asks for."""

    item: str
    proposal: str
    is_secret: bool


def read_choice(words: str) -> Choice | None:
    """Return the choice that a word or a symbol means; None if it means none."""
    return _MEANT.get(_BARE.sub("", words.casefold()))


def read_question(text: str) -> Question:
    """Return what a line asks to be voted on: "A13 sluten: Extra vuxna ute 30 april".

    Raises:
        Refusal: the proposal is too long.
    """
    rest, item = text.strip(), ""
    found = _ITEM.match(rest)
    if found:
        item, rest = f"A{int(found['number'])}", rest[found.end() :]
    word, _, after = rest.partition(" ")
    is_secret = word.strip(":,.").casefold() in _SECRET
    proposal = " ".join((after if is_secret else rest).split()).rstrip(".")
    if len(proposal) > LONGEST_DECISION:
        raise Refusal("decision-words-many", most=LONGEST_DECISION)
    return Question(item, proposal, is_secret)


def result_text(ballot: Ballot) -> Text:
    """Return the result of a closed vote as a sentence."""
    assert ballot.result
    votes = ballot.result
    facts = {"yes": votes.yes, "no": votes.no, "abstain": votes.abstain}
    if ballot.is_tied:
        return Text("vote-result-tied", id=ballot.id, **facts)
    carried = "yes" if votes.carried else "no"
    if votes.is_tie:
        return Text("vote-result-casting", id=ballot.id, carried=carried, **facts)
    return Text("vote-result", id=ballot.id, carried=carried, **facts)
