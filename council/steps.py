"""The states of a case and every step between them: the one table that all of casework rests on."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from council.text import Refusal, Text


class State(Enum):
    """Where a case stands. OPEN, fixed and ended are different kinds of thing."""

    RECEIVED = "received"
    TRIAGED = "triaged"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    DUPLICATE = "duplicate"
    REDIRECTED = "redirected"
    CANNOT_ANSWER = "cannot_answer"
    WITHDRAWN = "withdrawn"


OPEN = frozenset({State.RECEIVED, State.TRIAGED, State.IN_PROGRESS, State.REOPENED})
"""Work remains for the council. A resolved case waits for its resident instead."""


class Step(Enum):
    """What can be done to a case."""

    ASSIGN = "assign"
    ANSWER = "answer"
    RESOLVE = "resolve"
    CLOSE = "close"
    DUPLICATE = "duplicate"
    REDIRECT = "redirect"
    CANNOT_ANSWER = "cannot-answer"
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


STEPS: Mapping[Step, Mapping[State, State]] = MappingProxyType(
    {
        Step.ASSIGN: {
            State.RECEIVED: State.TRIAGED,
            State.TRIAGED: State.TRIAGED,
            State.IN_PROGRESS: State.IN_PROGRESS,
            State.REOPENED: State.TRIAGED,
        },
        Step.ANSWER: {
            State.TRIAGED: State.IN_PROGRESS,
            State.IN_PROGRESS: State.IN_PROGRESS,
            State.REOPENED: State.IN_PROGRESS,
            State.RESOLVED: State.RESOLVED,
        },
        Step.RESOLVE: {State.IN_PROGRESS: State.RESOLVED},
        Step.CLOSE: {State.IN_PROGRESS: State.CLOSED, State.RESOLVED: State.CLOSED},
        Step.CONFIRM: {State.RESOLVED: State.CLOSED},
        Step.DUPLICATE: dict.fromkeys(OPEN, State.DUPLICATE),
        Step.REDIRECT: dict.fromkeys(OPEN, State.REDIRECTED),
        Step.CANNOT_ANSWER: dict.fromkeys(OPEN, State.CANNOT_ANSWER),
        Step.WITHDRAW: dict.fromkeys(OPEN, State.WITHDRAWN),
        Step.REOPEN: dict.fromkeys((State.RESOLVED, State.CLOSED, State.CANNOT_ANSWER), State.REOPENED),
    }
)
"""Every transition there is: from where, by which step, to where."""

RESIDENTS_STEPS = frozenset({Step.CONFIRM, Step.WITHDRAW, Step.REOPEN})


class Channel(Enum):
    """How a concern reached the council."""

    CHAT = "chat"
    PHONE = "phone"
    VISIT = "visit"


class Reason(Enum):
    """Why the council cannot answer. One of them is mandatory."""

    SECRECY = "secrecy"
    OTHER_BODY = "other_body"
    NO_RESOURCES = "no_resources"
    NO_DATA = "no_data"


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "sekretess": Reason.SECRECY, "secret": Reason.SECRECY,
        "annan": Reason.OTHER_BODY, "annan-myndighet": Reason.OTHER_BODY, "other-body": Reason.OTHER_BODY,
        "other": Reason.OTHER_BODY,
        "resurser": Reason.NO_RESOURCES, "inga-resurser": Reason.NO_RESOURCES, "no-resources": Reason.NO_RESOURCES,
        "resources": Reason.NO_RESOURCES,
        "uppgifter": Reason.NO_DATA, "inga-uppgifter": Reason.NO_DATA, "no-data": Reason.NO_DATA,
        "data": Reason.NO_DATA,
    }
)  # fmt: skip
"""What people call a reason, besides its own name."""


def read_reason(typed: str | None) -> Reason:
    """Return the reason that somebody names.

    Raises:
        Refusal: none is named, or there is none of that name.
    """
    low = (typed or "").casefold().strip(".,")
    known = {**{reason.value: reason for reason in Reason}, **REASONS}
    if low not in known:
        raise Refusal("case-reason-missing", reasons=tuple(Text("case-reason", reason=each.value) for each in Reason))
    return known[low]


class Lateness(Enum):
    """How a case stands against its clock. Computed, never chosen by the body that is late."""

    ON_TIME = "on_time"
    LATE = "late"
    VERY_LATE = "very_late"
