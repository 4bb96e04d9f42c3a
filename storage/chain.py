"""What makes the journal tamper-evident: each entry carries a seal over itself and the seal before it (SHA-256).

Pure; anybody can compute it again from what the table holds. A seal proves that nothing before it was changed,
so whoever wrote one down outside the database (the minutes, the log) can tell whether the journal is still the same.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

Fields = tuple[str, str, str, str, str | None]
SHOWN = 32
"""Hex digits of a seal that people are shown: 128 bits."""


@dataclass(frozen=True)
class Entry:
    """What happened.

    Args:
        who: "bot", a role ("resident", "secretary"), an organisation's code or an office holder's Matrix ID;
            never a resident's name.
        what: a verb and noun in code words, as "case-assigned".
        subject: what it happened to, as "case:42" or "meeting:2026-04".
        note: further code words; never a person's words.
    """

    at: datetime
    who: str
    what: str
    subject: str
    note: str | None = None


@dataclass(frozen=True)
class Linked:
    """An entry in its place, exactly as it is stored.

    Args:
        step: its place, counted from 1 without a gap.
        fields: at, who, what, subject and note.
        seal: 64 hex digits over the fields, their place and the seal before them.
    """

    step: int
    fields: Fields
    seal: str

    @property
    def entry(self) -> Entry:
        """The entry.

        Raises:
            ValueError: its moment cannot be read.
        """
        at, who, what, subject, note = self.fields
        return Entry(datetime.fromisoformat(at), who, what, subject, note)


@dataclass(frozen=True)
class Head:
    """The last link of a journal: its place and its seal, whole or the first digits of it."""

    step: int
    seal: str

    def shown(self) -> str:
        """Return it as it is written down."""
        return f"{self.step}:{self.seal[:SHOWN]}"

    @classmethod
    def read(cls, written: str) -> "Head":
        """Return a head that was written down.

        Raises:
            ValueError: it is none.
        """
        step, _, seal = written.strip().partition(":")
        plain = seal.replace(" ", "").lower()
        if not (step.isdecimal() and len(plain) >= SHOWN // 2 and set(plain) <= set("0123456789abcdef")):
            raise ValueError("a head is written as 1234:0123456789abcdef…")
        return cls(int(step), plain)


def first(council: str) -> Head:
    """Return what the first entry of a council's journal is linked to."""
    return Head(0, sha256(f"radslag journal of {council}".encode()).hexdigest())


def moment(at: datetime) -> str:
    """Return a moment in the one way in which the journal writes it; such texts sort as the moments do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def following(head: Head, council: str, entry: Entry) -> Linked:
    """Return an entry as the one after a head."""
    return _linked(head, council, (moment(entry.at), entry.who, entry.what, entry.subject, entry.note))


def _linked(head: Head, council: str, fields: Fields) -> Linked:
    step = head.step + 1
    covered = head.seal + json.dumps([council, step, *fields], ensure_ascii=False, separators=(",", ":"))
    return Linked(step, fields, sha256(covered.encode()).hexdigest())


def faults(council: str, base: Head, links: Iterable[Linked], heads: Iterable[Head]) -> Iterator[str]:
    """Compute a chain again and tell, a sentence each, what is wrong with it.

    Args:
        base: what the first of the links follows.
        links: in the order of their places.
        heads: the last one the database knows, and those that were written down elsewhere.
    """
    head = base
    wanted = sorted((each for each in heads if each.step >= base.step), key=lambda each: each.step)
    yield from _against(wanted, head)
    for link in links:
        if link.step != head.step + 1:
            yield f"entry {head.step + 1} is missing"
            return
        again = _linked(head, council, link.fields)
        if again.seal != link.seal:
            yield f"entry {link.step} was changed"
            return
        head = Head(again.step, again.seal)
        yield from _against(wanted, head)
    if wanted:
        yield f"the last entries are missing: the journal ends at {head.step} and went on to {wanted[-1].step}"


def _against(wanted: list[Head], head: Head) -> Iterator[str]:
    """Compare a link with those heads that are of its place, and take them off the list."""
    while wanted and wanted[0].step == head.step:
        if not head.seal.startswith(wanted.pop(0).seal):
            yield f"entry {head.step} is not the one whose seal was written down"
