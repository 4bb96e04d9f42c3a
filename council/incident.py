"""Personal-data incidents: the clock of 72 real hours, what there is to do, and what came of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

from council.reminders import LOOK_BACK, Due, Kind
from council.text import Refusal

NOTIFY_WITHIN = timedelta(hours=72)
"""The time to notify the supervisory authority (GDPR art. 33): real hours, red days too."""
REMIND_BEFORE = (timedelta(hours=48), timedelta(hours=24), timedelta(hours=4))
LONGEST_WHAT = 200


class Cause(Enum):
    """How an incident came to be known."""

    CAUGHT = "caught"
    HIDDEN = "hidden"
    REPORTED = "reported"


class Step(Enum):
    """What there is to do, in this order. A step is ticked off when it is done or has been found not to be needed."""

    HIDE = "hide"
    DPO = "dpo"
    RISK = "risk"
    AUTHORITY = "authority"
    PEOPLE = "people"
    LESSON = "lesson"


@dataclass(frozen=True)
class Incident:
    """One personal-data incident. Holds no personal data itself.

    Args:
        number: 3 in P3; runs on and never restarts.
        noticed_at: from then the hours are counted.
        what: in the secretary's own words, or empty.
        share: the number of the shared post it is about.
        steps: what has been done, and when.
    """

    number: int
    noticed_at: datetime
    cause: Cause
    what: str = ""
    share: int | None = None
    steps: Mapping[Step, datetime] = field(default_factory=dict)
    closed_at: datetime | None = None
    outcome: str = ""

    @property
    def id(self) -> str:
        """Return what people call it: P3."""
        return f"P{self.number}"

    @property
    def notify_by(self) -> datetime:
        """Return until when the authority can be notified in time."""
        return self.noticed_at + NOTIFY_WITHIN

    @property
    def left(self) -> tuple[Step, ...]:
        """Return the steps that have not been taken."""
        return tuple(step for step in Step if step not in self.steps)

    def hours_left(self, now: datetime) -> int:
        """Return how many whole hours are left; none once the time is out."""
        return max(0, int((self.notify_by - now) / timedelta(hours=1)))

    def tick(self, step: Step, at: datetime) -> "Incident":
        """Return it with a step taken.

        Raises:
            Refusal: it is closed, or the step has been taken.
        """
        self._still_open()
        if step in self.steps:
            raise Refusal("incident-step-done", id=self.id, at=self.steps[step])
        return replace(self, steps={**self.steps, step: at})

    def close(self, outcome: str, at: datetime) -> "Incident":
        """Return it closed.

        Raises:
            Refusal: it is closed already, steps are left, or nothing is said of what came of it.
        """
        self._still_open()
        if self.left:
            raise Refusal("incident-steps-left", id=self.id, count=len(self.left))
        if not outcome:
            raise Refusal("incident-outcome-missing", id=self.id)
        return replace(self, outcome=outcome, closed_at=at)

    def _still_open(self) -> None:
        if self.closed_at is not None:
            raise Refusal("incident-closed-already", id=self.id)


def due(incidents: Iterable[Incident]) -> Iterator[Due]:
    """Yield when the secretariat is reminded that the time runs out, and that it is out."""
    for incident in incidents:
        if Step.AUTHORITY in incident.steps or incident.closed_at is not None:
            continue
        for before in (*REMIND_BEFORE, timedelta(0)):
            at = incident.notify_by - before
            useless = incident.notify_by if before else at + LOOK_BACK
            hours = int(before / timedelta(hours=1))
            yield Due(f"incident:{incident.number}:{hours}h", at, useless, Kind.INCIDENT_REMINDER, incident.id)
