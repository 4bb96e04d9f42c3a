"""Whether two people may be writing about the same thing: a hint for the secretary, who decides."""

import re
from datetime import timedelta

from council.case import Case
from council.steps import State

RECENT = timedelta(days=14)
SHARED_LETTERS = 6
"""Words of which one holds so many letters of the other in a row are alike: "tunneln" and "gångtunneln"."""


def may_be_same(case: Case, earlier: Case) -> bool:
    """Say whether two cases are of one kind, not of different areas, and close in time."""
    return (
        earlier.number < case.number
        and earlier.category is case.category
        and (earlier.area == case.area or None in (earlier.area, case.area))
        and earlier.state not in (State.DUPLICATE, State.WITHDRAWN)
        and case.received_at - earlier.received_at <= RECENT
    )


def alike(words: str, others: str) -> bool:
    """Say whether two texts share a telling word or a long part of one."""
    return any(_overlap(one, other) for one in _telling(words) for other in _telling(others))


def _telling(words: str) -> set[str]:
    return {word for word in re.findall(r"\w+", words.casefold()) if len(word) >= SHARED_LETTERS}


def _overlap(one: str, other: str) -> bool:
    parts = (one[start : start + SHARED_LETTERS] for start in range(len(one) - SHARED_LETTERS + 1))
    return any(part in other for part in parts)
