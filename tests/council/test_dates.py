"""Days and times are read as people write them, wholly and rightly, or refused with what would be right."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.calendar import exists, instant
from council.dates import echo, echo_moment, read_clock, read_day, read_moment
from council.text import Refusal, Text, Words
from locales import Texts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 4, 10, 8, 0, tzinfo=UTC)
"""Friday 10 April 2026, 10:00 in Stockholm."""


def day(text: str, now: datetime = NOW) -> tuple[date, str]:
    return read_day(text, now, STOCKHOLM, "sv")


def moment(text: str, now: datetime = NOW) -> tuple[str, str]:
    at, rest = read_moment(text, now, STOCKHOLM, "en")
    return f"{at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M}", rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i dag", "2026-04-10"),
        ("idag", "2026-04-10"),
        ("today", "2026-04-10"),
        ("ikväll", "2026-04-10"),
        ("i morgon", "2026-04-11"),
        ("Imorgon", "2026-04-11"),
        ("tomorrow", "2026-04-11"),
        ("i övermorgon", "2026-04-12"),
        ("the day after tomorrow", "2026-04-12"),
        ("på fredag", "2026-04-17"),
        ("måndag", "2026-04-13"),
        ("on Monday", "2026-04-13"),
        ("thu", "2026-04-16"),
        ("nästa tisdag", "2026-04-14"),
        ("next Tuesday", "2026-04-14"),
        ("torsdag nästa vecka", "2026-04-16"),
        ("Thursday next week", "2026-04-16"),
        ("lördag denna vecka", "2026-04-11"),
        ("om två veckor", "2026-04-24"),
        ("om 14 dagar", "2026-04-24"),
        ("om fjorton dagar", "2026-04-24"),
        ("in two weeks", "2026-04-24"),
        ("in a week", "2026-04-17"),
        ("om en månad", "2026-05-10"),
        ("24 april", "2026-04-24"),
        ("den 24 april", "2026-04-24"),
        ("24:e apr", "2026-04-24"),
        ("fredag den 24 april", "2026-04-24"),
        ("24 April 2026", "2026-04-24"),
        ("24th of April", "2026-04-24"),
        ("April 24, 2026", "2026-04-24"),
        ("Friday, 24 April", "2026-04-24"),
        ("9 april", "2027-04-09"),
        ("10 april", "2026-04-10"),
        ("tisdag 1 december", "2026-12-01"),
        ("1/12", "2026-12-01"),
        ("tis 1/12 2026", "2026-12-01"),
        ("1.12.2026", "2026-12-01"),
        ("2026-12-01", "2026-12-01"),
        ("2026-5-1", "2026-05-01"),
        ("den 15", "2026-04-15"),
        ("the 3rd", "2026-05-03"),
        ("v. 20", "2026-05-11"),
        ("tisdag v 20", "2026-05-12"),
        ("vecka 12", "2027-03-22"),
        ("week 53 2026", "2026-12-28"),
        ("29 februari 2028", "2028-02-29"),
        ("8 maj", "2026-05-08"),
        ("fre\u0301dag"[:3] + "dag", "2026-04-17"),
        ("pa\u030a fredag", "2026-04-17"),
        ("på\u00a0fredag", "2026-04-17"),
        ("tisdag 1 december 2026 (v. 49)", "2026-12-01"),
    ],
)
def test_a_day_is_read_in_both_languages(text: str, expected: str) -> None:
    assert day(text) == (date.fromisoformat(expected), "")


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        ("24 april laga lampan", "2026-04-24", "laga lampan"),
        ("24 april: laga lampan", "2026-04-24", "laga lampan"),
        ("24 april. Laga 3 lampor", "2026-04-24", "Laga 3 lampor"),
        ("fredag 9 lampor", "2026-04-17", "9 lampor"),
        ("2026-04-24, laga", "2026-04-24", "laga"),
        ("i morgon 25:00", "2026-04-11", "25:00"),
    ],
)
def test_what_follows_a_day_is_left_as_it_is(text: str, expected: str, rest: str) -> None:
    assert day(text) == (date.fromisoformat(expected), rest)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "day-unreadable"),
        ("snart", "day-unreadable"),
        ("24", "day-unreadable"),
        ("marsipan", "day-unreadable"),
        ("monkey", "day-unreadable"),
        ("i fredags", "day-unreadable"),
        ("nästa vecka", "day-unreadable"),
        ("٣ april", "day-unreadable"),
        ("2026-05-21T18:00", "day-unreadable"),
        ("32 december", "day-impossible"),
        ("tisdag 32 december", "day-impossible"),
        ("30 februari", "day-impossible"),
        ("29 februari", "day-impossible"),
        ("2026-13-01", "day-impossible"),
        ("1/13", "day-impossible"),
        ("v. 54", "day-impossible"),
        ("v. 53 2027", "day-impossible"),
        ("t\u0130sdag", "day-impossible"),
        ("om f\u0130re dagar", "day-unreadable"),
        ("onsdag 1 december", "day-on-other-weekday"),
        ("i morgon, fredag", "day-on-other-weekday"),
        ("tisdag 1 december 2026 (v. 48)", "day-in-other-week"),
    ],
)
def test_what_is_no_day_is_refused(text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        day(text)

    assert refused.value.text.key == key
    for language in ("sv", "en"):
        assert Texts(language, STOCKHOLM).render(refused.value.text)


def test_a_day_on_the_wrong_weekday_is_shown_with_its_own() -> None:
    with pytest.raises(Refusal) as refused:
        day("onsdag 1 december")

    assert Texts("sv", STOCKHOLM).render(refused.value.text) == (
        "Du skrev onsdag, men det datumet är tisdag 1 december 2026. Vilket menar du?"
    )


@pytest.mark.parametrize(
    ("text", "today", "first", "second"),
    [
        ("nästa fredag", date(2026, 4, 7), date(2026, 4, 10), date(2026, 4, 17)),
        ("next Friday", date(2026, 4, 7), date(2026, 4, 10), date(2026, 4, 17)),
        ("fredag om en vecka", date(2026, 4, 10), date(2026, 4, 17), date(2026, 4, 24)),
    ],
)
def test_a_day_that_could_be_two_is_shown_as_both(text: str, today: date, first: date, second: date) -> None:
    with pytest.raises(Refusal) as refused:
        day(text, instant(today, time(10), STOCKHOLM))

    assert refused.value.text == Text("day-ambiguous", typed=Words(text), first=first, second=second)


def test_the_same_words_are_no_riddle_where_both_readings_agree() -> None:
    assert day("fredag om en vecka", datetime(2026, 4, 7, 8, 0, tzinfo=UTC)) == (date(2026, 4, 17), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i morgon kl 9", "2026-04-11 09:00"),
        ("nästa tisdag 18:00", "2026-04-14 18:00"),
        ("tisdag 18.00", "2026-04-14 18:00"),
        ("2026-05-21T18:00", "2026-05-21 18:00"),
        ("2026-05-21T18:00:00", "2026-05-21 18:00"),
        ("2026-05-21 18:00", "2026-05-21 18:00"),
        ("torsdag 21 maj kl. 18", "2026-05-21 18:00"),
        ("torsdag 21 maj 18.00", "2026-05-21 18:00"),
        ("Thursday 21 May 2026, 18:00", "2026-05-21 18:00"),
        ("8 May 18:00", "2026-05-08 18:00"),
        ("8 May at 6 pm", "2026-05-08 18:00"),
        ("8 May 6.30 p.m.", "2026-05-08 18:30"),
        ("8 May 12 am", "2026-05-08 00:00"),
        ("ikväll kl 19", "2026-04-10 19:00"),
        ("kl 18 på torsdag", "2026-04-16 18:00"),
        ("18:00 8 May", "2026-05-08 18:00"),
        ("om två timmar", "2026-04-10 12:00"),
        ("in 30 minutes", "2026-04-10 10:30"),
        ("torsdag 21 maj 2026 kl. 18.00 (v. 21)", "2026-05-21 18:00"),
        ("25 oktober 02:30", "2026-10-25 02:30"),
    ],
)
def test_a_moment_is_read_on_the_wall_clock_of_the_council(text: str, expected: str) -> None:
    assert moment(text) == (expected, "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("i morgon", "time-missing"),
        ("tisdag 18", "time-missing"),
        ("kl 18", "day-unreadable"),
        ("i morgon 25:00", "time-impossible"),
        ("i morgon 24:00", "time-impossible"),
        ("i morgon 12:60", "time-impossible"),
        ("13 pm i morgon", "day-unreadable"),
        ("2026-05-21T18:00Z", "day-unreadable"),
        ("28 mars 2027 kl. 02.30", "time-is-skipped"),
        ("om n\u0130o timmar", "day-impossible"),
    ],
)
def test_what_is_no_moment_is_refused(text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        moment(text)

    assert refused.value.text.key == key
    for language in ("sv", "en"):
        assert Texts(language, STOCKHOLM).render(refused.value.text)


def test_a_bare_number_is_no_time_of_day() -> None:
    with pytest.raises(Refusal):
        read_clock("18")
    assert read_clock("kl. 18 sharp") == (time(18), " sharp")


def test_today_is_the_councils_day_and_not_that_of_greenwich() -> None:
    just_after_midnight = datetime(2026, 4, 9, 22, 30, tzinfo=UTC)

    assert day("i dag", just_after_midnight) == (date(2026, 4, 10), "")


DAYS = st.dates(date(2020, 1, 1), date(2050, 12, 31))
LANGUAGES = st.sampled_from(["sv", "en"])


@given(wanted=DAYS, today=DAYS, language=LANGUAGES)
def test_every_day_that_the_bot_shows_can_be_read_again(wanted: date, today: date, language: str) -> None:
    now = instant(today, time(10), STOCKHOLM)

    assert read_day(Texts(language, STOCKHOLM).render(echo(wanted)), now, STOCKHOLM, language) == (wanted, "")


@given(wanted=st.datetimes(datetime(2020, 1, 1), datetime(2050, 12, 31)), today=DAYS, language=LANGUAGES)  # noqa: DTZ001
def test_every_moment_that_the_bot_shows_can_be_read_again(wanted: datetime, today: date, language: str) -> None:
    clock = time(wanted.hour, wanted.minute)
    if not exists(wanted.date(), clock, STOCKHOLM):
        return
    at = instant(wanted.date(), clock, STOCKHOLM)
    shown = Texts(language, STOCKHOLM).render(echo_moment(at, STOCKHOLM))

    assert read_moment(shown, instant(today, time(10), STOCKHOLM), STOCKHOLM, language) == (at, "")


@given(today=DAYS, ahead=st.integers(0, 300), language=LANGUAGES)
def test_a_day_shown_without_its_year_is_the_one_ahead(today: date, ahead: int, language: str) -> None:
    wanted = today + timedelta(days=ahead)
    shown = Texts(language, STOCKHOLM).render(Text("day-name", day=wanted))

    assert read_day(shown, instant(today, time(10), STOCKHOLM), STOCKHOLM, language) == (wanted, "")


WORDS = """
    på fredag nästa next tisdag den the 1 12 31 99 2026 2026-05-21 1/12 T18:00 kl. at 18 18:00 25:00 pm v. vecka om in
    två fem veckor dagar månader April maj ſöndag İ dagar , : ( ) (v. 49) \u2067 \u0661 999 i dag morgon 29 februari
"""
PIECES = st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join)


def taken(text: str) -> int:
    """Return how many characters reading took, or 0 if it refused."""
    longest = 0
    for read in (read_day, read_moment):
        with suppress(Refusal):
            longest = max(longest, len(text) - len(read(text, NOW, STOCKHOLM, "sv")[1]))
    return longest


@given(text=st.one_of(st.text(max_size=60), PIECES))
def test_reading_never_fails_but_by_refusing(text: str) -> None:
    assert taken(text) >= 0


@given(text=PIECES, language=LANGUAGES)
def test_every_refusal_can_be_told(text: str, language: str) -> None:
    try:
        read_moment(text, NOW, STOCKHOLM, language)
    except Refusal as refusal:
        told = Texts(language, STOCKHOLM).render(refusal.text)
    else:
        told = "read"

    assert told
