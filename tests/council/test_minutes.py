"""Minutes hold what was done, entry by entry; the public ones are composed from what is open."""

import pytest

from council.minutes import Version, compose
from council.people import Person
from council.text import Refusal, Sharing
from tests.council.evening import BEGAN, NOW, material
from tests.council.expectations import is_as_expected, told


@pytest.mark.parametrize("audience", [Sharing.COUNCIL, Sharing.OPEN])
def test_the_minutes_of_the_evening_tell_what_happened(audience: Sharing) -> None:
    assert is_as_expected(f"minutes-{audience.value}", compose(material(), audience))


def test_the_public_minutes_hold_nothing_of_a_closed_item() -> None:
    public = "\n".join(told(compose(material(), Sharing.OPEN)))

    assert "A9" in public
    assert "emligt" not in public


def test_minutes_are_adjusted_once_and_by_a_second_person() -> None:
    draft = Version("2026-04", 1, BEGAN, "@s:x", (), ())

    with pytest.raises(Refusal, match="minutes-adjust-own"):
        draft.adjust(Person("@s:x"), "SKOL", NOW)
    adjusted = draft.adjust(Person("@k:x"), "SKOL", NOW)
    assert (adjusted.adjusted_at, adjusted.adjusted_by, adjusted.adjusted_for) == (NOW, "@k:x", "SKOL")
    with pytest.raises(Refusal, match="minutes-adjusted-already"):
        adjusted.adjust(Person("@q:x"), "BOE", NOW)
