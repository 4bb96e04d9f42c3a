"""A resident's case: where it stands, who owns it, by when, and what may happen to it next.

"Late" and "very late" are computed from the clock, never set by hand. What was promised first
is kept when a case is opened again: the official measures count the first clock.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from council.concern import Category
from council.steps import OPEN, RESIDENTS_STEPS, STEPS, Channel, Lateness, Reason, State, Step
from council.terms import Clock, Targets, Workdays
from council.text import Refusal, Text


@dataclass(frozen=True)
class Case:
    """One case. It holds no words and nothing about who raised it: those lie elsewhere, under the case's own key.

    Args:
        number: runs on over the years and never restarts.
        year: of the day it was received.
        area: one of the council's areas, or None while nobody has said.
        language: that the resident is answered in.
        since: when the state it is in began.
        owner: the code of the organisation that answers for it.
        clocks: the first promise of an answer, and one more for each reopening. Never empty.
        reason: why it cannot be answered.
        same_as: the case it is a duplicate of.
        follows: the earlier case that it takes up again, too late to reopen that one.
        unlinked_at: when nobody was left who is told of it, because those who raised it wished so.
        confirmed_at: when its resident last said that it is solved.
        asked_at: when its resident was asked again, some weeks after the end; None once she has answered.
        business: whether it was raised for a business, which is counted apart.
        meeting: the number of the meeting that it is to be taken up at.
        item: the place in that meeting's agenda of the item that takes it up.
        diary_no: the number under which the registrar has entered it in the authority's own register.
    """

    number: int
    year: int
    received_at: datetime
    triage_due: date
    clocks: tuple[Clock, ...]
    since: datetime
    state: State = State.RECEIVED
    category: Category = Category.OTHER
    area: str | None = None
    language: str = "sv"
    channel: Channel = Channel.CHAT
    owner: str | None = None
    triaged_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    reason: Reason | None = None
    same_as: int | None = None
    follows: int | None = None
    unlinked_at: datetime | None = None
    confirmed_at: datetime | None = None
    asked_at: datetime | None = None
    business: bool = False
    meeting: str | None = None
    item: int | None = None
    diary_no: str | None = None

    def label(self, prefix: str = "TR") -> str:
        """Return the public name, as TR-2026-0042."""
        return _label(prefix, self.year, self.number)

    def entered(self, diary_no: str) -> "Case":
        """Return it with its number in the authority's own register."""
        return replace(self, diary_no=diary_no)

    @property
    def is_open(self) -> bool:
        """Whether the council still has to do something."""
        return self.state in OPEN

    @property
    def is_live(self) -> bool:
        """Whether anybody still has to do something: the council, or the resident who is asked."""
        return self.is_open or self.state is State.RESOLVED

    def takes_words(self, at: datetime, targets: Targets | None = None) -> bool:
        """Say whether its resident may still add to it: while it is live, and for a time after it was referred on."""
        within = at - self.since <= timedelta(days=(targets or Targets()).reopen_days)
        return self.is_live or (self.state is State.REDIRECTED and within)

    @property
    def is_asked(self) -> bool:
        """Whether its resident has been asked if it is solved, and has not said."""
        return self.state is State.RESOLVED or (self.state is State.CLOSED and self.asked_at is not None)

    @property
    def answer_due(self) -> date:
        """The day by which the running promise of an answer falls due."""
        return self.clocks[-1].runs_out

    @property
    def answered_at(self) -> datetime | None:
        """When the first promise was kept: what the measures count."""
        return self.clocks[0].answered_at

    @property
    def awaits(self) -> date | None:
        """The due date that runs now: of naming an owner, of answering, or none."""
        if self.state is State.RECEIVED:
            return self.triage_due
        if self.is_open and self.clocks[-1].answered_at is None:
            return self.answer_due
        return None

    def lateness(self, today: date, workdays: Workdays, targets: Targets | None = None) -> Lateness:
        """Say how late the case is: very late once the time for an answer has passed twice."""
        due = self.awaits
        if due is None or today <= due:
            return Lateness.ON_TIME
        limit = workdays(due, (targets or Targets()).answer_workdays)
        return Lateness.VERY_LATE if today > limit else Lateness.LATE

    def can_reopen(self, at: datetime, targets: Targets | None = None) -> bool:
        """Say whether it is settled and not too long ago. A later problem becomes a case of its own."""
        within = at - self.since <= timedelta(days=(targets or Targets()).reopen_days)
        return self.state in STEPS[Step.REOPEN] and within

    def possible(self, hands: frozenset[Step]) -> tuple[Step, ...]:
        """Return which of some steps the case can take now."""
        return tuple(step for step in Step if step in hands and self.state in STEPS[step])

    def assign(self, owner: str, at: datetime) -> "Case":
        """Name the organisation that answers for the case, or another one.

        Raises:
            Refusal: the case is settled, or the organisation has it already.
        """
        case = self._take(Step.ASSIGN, at)
        if owner == self.owner and self.state is not State.REOPENED:
            raise Refusal("case-owner-same", number=f"{self.number:04d}", owner=owner)
        return replace(case, owner=owner, triaged_at=self.triaged_at or at)

    def answer(self, at: datetime) -> "Case":
        """Note that the resident has an answer; the first one stops the clock.

        Raises:
            Refusal: nobody owns the case, or it is settled.
        """
        case = self._take(Step.ANSWER, at)
        if self.owner is None:
            raise Refusal("case-owner-missing", number=f"{self.number:04d}")
        return _answered(case, at)

    def resolve(self, at: datetime) -> "Case":
        """Note that the owner says it is done; the resident is asked.

        Raises:
            Refusal: it has not been answered yet, or is settled.
        """
        return replace(self._take(Step.RESOLVE, at), resolved_at=at)

    def close(self, at: datetime) -> "Case":
        """End the case by the secretary's hand, or because the resident kept silent.

        Raises:
            Refusal: it has not been answered yet, or has ended.
        """
        return replace(self._take(Step.CLOSE, at), closed_at=at)

    def confirm(self, at: datetime) -> "Case":
        """End the case because its resident says that it is solved; or, asked again later, note that it still is.

        Raises:
            Refusal: nobody has said that it is done.
        """
        if self.state is State.CLOSED and self.asked_at is not None:
            return replace(self, confirmed_at=at, asked_at=None)
        return replace(self._take(Step.CONFIRM, at), closed_at=at, confirmed_at=at)

    def ask_again(self, at: datetime) -> "Case":
        """Note that its resident is asked, some weeks after the end, whether it is still solved."""
        return replace(self, asked_at=at)

    def extend(self, to: date, today: date) -> "Case":
        """Promise the answer by a later day; what was promised first is kept.

        Raises:
            Refusal: nothing is owed, the day that was promised has passed, or the new one is no later.
        """
        if not self.is_open:
            raise self._refusal(Step.ANSWER)
        *earlier, running = self.clocks
        return replace(self, clocks=(*earlier, running.extend(to, today, f"{self.number:04d}")))

    def duplicate(self, of: "Case", at: datetime) -> "Case":
        """Let another case speak for this one.

        Raises:
            Refusal: it is settled, or the other is itself, a duplicate, or withdrawn.
        """
        case = self._take(Step.DUPLICATE, at)
        if of.number == self.number or of.state in (State.DUPLICATE, State.WITHDRAWN):
            raise Refusal("case-duplicate-wrong", number=f"{self.number:04d}", other=f"{of.number:04d}")
        return replace(case, same_as=of.number)

    def redirect(self, at: datetime) -> "Case":
        """Note that another body than the council's has it now.

        Raises:
            Refusal: it is settled.
        """
        return self._take(Step.REDIRECT, at)

    def cannot_answer(self, reason: Reason, at: datetime) -> "Case":
        """Say openly that there will be no answer, and why. It counts as an answer, never as solved.

        Raises:
            Refusal: it is settled.
        """
        return replace(_answered(self._take(Step.CANNOT_ANSWER, at), at), reason=reason)

    def withdraw(self, at: datetime) -> "Case":
        """End the case at its resident's wish.

        Raises:
            Refusal: it is settled.
        """
        return self._take(Step.WITHDRAW, at)

    def reopen(self, at: datetime, due: date, targets: Targets | None = None) -> "Case":
        """Open a settled case again: the owner stays, a new promise of an answer begins, old times are kept.

        Raises:
            Refusal: it is not settled, or was settled too long ago.
        """
        case = self._take(Step.REOPEN, at)
        if not self.can_reopen(at, targets):
            raise Refusal("case-reopen-too-late", number=f"{self.number:04d}", days=(targets or Targets()).reopen_days)
        return replace(case, clocks=(*self.clocks, Clock(started_at=at, due=due)), asked_at=None)

    def _take(self, step: Step, at: datetime) -> "Case":
        state = STEPS[step].get(self.state)
        if state is None:
            raise self._refusal(step)
        return self if state is self.state else replace(self, state=state, since=at)

    def _refusal(self, step: Step) -> Refusal:
        hands = RESIDENTS_STEPS if step in RESIDENTS_STEPS else frozenset(Step) - RESIDENTS_STEPS
        possible = tuple(Text("case-step", step=other.value) for other in self.possible(hands))
        facts = {"number": f"{self.number:04d}", "step": step.value, "state": self.state.value}
        if possible:
            return Refusal("case-step-refused", **facts, possible=possible)
        return Refusal("case-step-refused-final", **facts)


def receive(number: int, at: datetime, today: date, workdays: Workdays, targets: Targets | None = None) -> Case:
    """Register a concern as a case, with the two dates its resident is promised.

    Args:
        number: the next of the series.
        at: when the words arrived.
        today: that moment's day on the council's wall clock.
        workdays: how working days are counted.
        targets: how long the council may take.
    """
    aims = targets or Targets()
    return Case(
        number=number,
        year=today.year,
        received_at=at,
        triage_due=workdays(today, aims.triage_workdays),
        clocks=(Clock(started_at=at, due=workdays(today, aims.answer_workdays)),),
        since=at,
    )


def _answered(case: Case, at: datetime) -> Case:
    *earlier, running = case.clocks
    return replace(case, clocks=(*earlier, replace(running, answered_at=running.answered_at or at)))


@dataclass(frozen=True)
class Card:
    """What a case is looked up by, beside its summary."""

    number: int
    year: int
    category: Category
    area: str | None
    is_triaged: bool

    def label(self, prefix: str) -> str:
        """Return the case's public name."""
        return _label(prefix, self.year, self.number)


def _label(prefix: str, year: int, number: int) -> str:
    return f"{prefix}-{year}-{number:04d}"
