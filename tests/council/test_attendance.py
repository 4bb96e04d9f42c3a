"""What people say about attendance is read; quorum is more than half of those who vote."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.attendance import Asked, Quorum, Word, moment_of, quorum, read_attendance
from council.people import Organisation
from council.text import Refusal

CODES = ("SDF", "POL", "FAST", "BOST", "FTG", "SKOL", "FALT", "CIV", "BOE", "SL")
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("yes", Asked(Word.YES)),
        ("nej", Asked(Word.NO)),
        ("late 18:25", Asked(Word.LATE, None, time(18, 25))),
        ("sen kl. 18.25", Asked(Word.LATE, None, time(18, 25))),
        ("deputy", Asked(Word.DEPUTY)),
        ("POL here", Asked(Word.HERE, "POL")),
        ("CIV here 18:25", Asked(Word.HERE, "CIV", time(18, 25))),
        ("in civ", Asked(Word.HERE, "CIV")),
        ("BOE left 19.20", Asked(Word.LEFT, "BOE", time(19, 20))),
        ("19.20 gick BOE", Asked(Word.LEFT, "BOE", time(19, 20))),
        ("SL är här från kl 18", Asked(Word.HERE, "SL", time(18))),
        ("POL, here!", Asked(Word.HERE, "POL")),
        ("18.25, POL; here.", Asked(Word.HERE, "POL", time(18, 25))),
    ],
)
def test_a_line_is_read_in_any_order(typed: str, asked: Asked) -> None:
    assert read_attendance(typed, CODES) == asked


@pytest.mark.parametrize("typed", ["", "POL", "18:25", "kanske", "yes perhaps", "late", "here 25:00"])
def test_what_says_nothing_clear_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_attendance(typed, CODES)


@given(st.text(max_size=100))
def test_reading_refuses_and_never_fails(text: str) -> None:
    try:
        read_attendance(text, CODES)
    except Refusal:
        return


@given(st.integers(0, 9), st.integers(1, 9))
def test_a_quorum_is_more_than_half(present: int, votes: int) -> None:
    assert Quorum(present, votes).is_met == (present > votes / 2)


def test_only_voting_organisations_count() -> None:
    organisations = [Organisation("POL", {}), Organisation("SDF", {}), Organisation("TRAF", {}, votes=0)]

    assert quorum({"POL", "TRAF"}, organisations) == Quorum(1, 2)


def test_a_time_of_day_is_the_last_one_that_was() -> None:
    evening = datetime(2026, 4, 9, 16, 30, tzinfo=UTC)
    night = datetime(2026, 4, 9, 22, 10, tzinfo=UTC)

    assert moment_of(time(18, 25), evening, STOCKHOLM) == datetime(2026, 4, 9, 16, 25, tzinfo=UTC)
    assert moment_of(time(23, 50), night, STOCKHOLM) == datetime(2026, 4, 9, 21, 50, tzinfo=UTC)
    assert moment_of(None, night, STOCKHOLM) == night
