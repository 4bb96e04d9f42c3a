"""Days and moments as people write them, in both languages: each is the one that it says, or refused with why."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from council.dates import read_day, read_moment
from council.text import Refusal
from locales import Texts
from tests.corpus import cases

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def read(case: dict[str, Any]) -> tuple[date | datetime, str]:
    now = datetime.fromisoformat(case["now"]).replace(tzinfo=UTC)
    if case["kind"] == "day":
        return read_day(case["input"], now, STOCKHOLM, "sv")
    return read_moment(case["input"], now, STOCKHOLM, "sv")


@pytest.mark.parametrize("case", [each for each in cases("dates") if each.values[0]["expected"][:1].isdigit()])
def test_a_day_or_moment_is_the_one_that_is_said(case: dict[str, Any]) -> None:
    found, rest = read(case)

    shown = f"{found:%Y-%m-%dT%H:%M}" if isinstance(found, datetime) else f"{found:%Y-%m-%d}"
    assert (shown, rest) == (case["expected"], case.get("rest", ""))


@pytest.mark.parametrize("case", [each for each in cases("dates") if not each.values[0]["expected"][:1].isdigit()])
def test_what_is_none_or_could_be_two_is_refused_in_a_sentence(case: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refused:
        read(case)

    assert refused.value.text.key == case["expected"]
    for language in ("sv", "en"):
        assert Texts(language, STOCKHOLM).render(refused.value.text)
