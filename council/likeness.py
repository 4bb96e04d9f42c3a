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
    return not _parts(words).isdisjoint(_parts(others))


def _parts(words: str) -> set[str]:
    """Return every run of so many letters inside the words of a text."""
    return {
        word[start : start + SHARED_LETTERS]
        for word in re.findall(r"\w+", words.casefold())
        for start in range(len(word) - SHARED_LETTERS + 1)
    }
