"""What may be destroyed, and since when: only what a decision on disposal names, and only after its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from council.charter import Retention


class Disposable(Enum):
    """A kind of record that can be destroyed, by its name in the settings."""

    IDENTITY = "identity"
    CASE_TEXT = "case_text"
    SHARED = "shared"
    JOURNAL = "journal"


@dataclass(frozen=True)
class Rule:
    """That a kind of record is destroyed once it is older than a moment.

    Args:
        reference: the decision that says so.
    """

    kind: Disposable
    before: datetime
    reference: str


def rules(retention: Mapping[str, Retention], now: datetime) -> list[Rule]:
    """Return what may be destroyed now. Days without a decision count for nothing."""
    found: list[Rule] = []
    for kind in Disposable:
        kept = retention.get(kind.value, Retention())
        if kept.days is not None and kept.decision_ref:
            found.append(Rule(kind, now - timedelta(days=kept.days), kept.decision_ref))
    return found
