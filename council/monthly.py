"""What each organisation reports before a meeting: four questions, answered one after the other in its own words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from council.meeting import Meeting
from council.plan import Offset, ReminderPlan
from council.reminders import Due, Kind
from council.text import Refusal

LONGEST_ANSWER = 1_500


class Question(Enum):
    """What is asked, in this order."""

    SEEN = "seen"
    DONE = "done"
    WORRIES = "worries"
    FIGURES = "figures"


QUESTIONS = tuple(Question)


@dataclass(frozen=True)
class Report:
    """One organisation's report before one meeting.

    Args:
        answers: in its own words; an empty one was skipped.
        writer: the Matrix ID of the contact who answers; the first who does.
    """

    meeting: str
    organisation: str
    begun_at: datetime
    answers: Mapping[Question, str] = field(default_factory=dict)
    writer: str | None = None
    handed_in_at: datetime | None = None

    @property
    def asks(self) -> Question | None:
        """Return what is asked next; None once everything has been."""
        return next((each for each in QUESTIONS if each not in self.answers), None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been said."""
        return not any(self.answers.values())

    def is_written_by(self, person: str) -> bool:
        """Say whether somebody writes it, or may begin to."""
        return self.writer in (None, person)

    def answer(self, question: Question, words: str, person: str) -> "Report":
        """Return it with an answer; empty words skip the question. A report that is handed in may be corrected.

        Raises:
            Refusal: the words are too many.
        """
        if len(words) > LONGEST_ANSWER:
            raise Refusal("report-long", most=LONGEST_ANSWER)
        return replace(self, answers={**self.answers, question: words}, writer=person)

    def hand_in(self, at: datetime) -> "Report":
        """Return it handed in.

        Raises:
            Refusal: nothing has been said, or not everything been asked.
        """
        if self.asks is not None or self.is_empty:
            raise Refusal("report-empty")
        return replace(self, handed_in_at=at)


def due(meetings: Iterable[Meeting], plan: ReminderPlan) -> Iterator[Due]:
    """Yield when organisations are asked for their reports, and when those that have not answered are reminded."""
    for meeting in meetings:
        if meeting.is_ahead:
            yield from _of(meeting, plan.reports, Kind.REPORTS_BEGIN)
            yield from _of(meeting, plan.reports_missing, Kind.REPORTS_MISSING)


def _of(meeting: Meeting, offset: Offset | None, kind: Kind) -> Iterator[Due]:
    if offset is None:
        return
    at = offset.moment(meeting)
    if at >= meeting.scheduled_at:
        key = f"meeting:{meeting.number}:{meeting.starts_at:%Y%m%dT%H%MZ}:{kind.value}"
        yield Due(key, at, meeting.starts_at, kind, meeting.number, offset)
