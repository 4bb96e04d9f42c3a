"""The meeting rule is read in plain words, wholly or not at all, and shown so that it can be read again."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rule import read_rule, rule_text
from council.schedule import ALL_YEAR, WORKING_DAY, Monthly, Rule, Weekly
from council.text import Refusal
from locales import Texts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOT_JULY = ALL_YEAR - {7}
SIX = time(18)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("andra torsdagen i månaden kl. 18, inte i juli", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("Andra torsdagen i månaden kl. 18.00, inte i juli.", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("andra torsdagen kl 18, juli undantagen", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("kl. 18 andra torsdagen varje månad utom juli", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday at 18:00, not in July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday 18:00, July none", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("2nd thursday of the month at 6 pm except July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("every second Thursday of the month 18:00", Rule(Monthly((2,), 3), SIX)),
        ("first Tuesday 18:00", Rule(Monthly((1,), 1), SIX)),
        ("första och tredje tisdagen 18.00", Rule(Monthly((1, 3), 1), SIX)),
        ("first and third Tuesday of the month at 18:00", Rule(Monthly((1, 3), 1), SIX)),
        ("sista vardagen kl 9", Rule(Monthly((-1,), WORKING_DAY), time(9))),
        ("last working day of the month 09:00", Rule(Monthly((-1,), WORKING_DAY), time(9))),
        ("näst sista måndagen kl. 17.30", Rule(Monthly((-2,), 0), time(17, 30))),
        ("varje torsdag kl 18", Rule(Weekly(3), SIX)),
        ("tisdagar 18.00, inte i juli och augusti", Rule(Weekly(1), SIX, ALL_YEAR - {7, 8})),
        ("Tuesdays at 18:00", Rule(Weekly(1), SIX)),
        ("varannan tisdag kl 18 från 14 april 2026", Rule(Weekly(1, 2, date(2026, 4, 14)), SIX)),
        ("every other Tuesday from 14 April 2026 at 18:00", Rule(Weekly(1, 2, date(2026, 4, 14)), SIX)),
        ("every second Tuesday at 18:00 from 14 April 2026", Rule(Weekly(1, 2, date(2026, 4, 14)), SIX)),
        ("andra torsdagen i mars, juni och december kl 18", Rule(Monthly((2,), 3), SIX, frozenset({3, 6, 12}))),
    ],
)
def test_a_rule_is_read_in_both_languages(words: str, rule: Rule) -> None:
    assert read_rule(words) == rule


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("", "rule-unreadable"),
        ("kl 18", "rule-unreadable"),
        ("ibland", "rule-unreadable"),
        ("andra torsdagen kl. 18, om det inte regnar", "rule-unreadable"),
        ("andra torsdagen och sista fredagen kl. 18", "rule-unreadable"),
        ("andra torsdagen kl. 18 från 1 september 2026", "rule-unreadable"),
        ("första " * 100, "rule-unreadable"),
        ("andra torsdagen", "rule-without-time"),
        ("andra torsdagen 18", "rule-unreadable"),
        ("andra torsdagen kl. 25", "time-impossible"),
        ("varannan tisdag kl. 18", "rule-without-start"),
        ("varannan tisdag kl. 18 från 14 april", "rule-without-start"),
        ("every second Tuesday 18:00", "rule-without-start"),
        ("varannan tisdag kl. 18 från onsdag 14 april 2026", "day-on-other-weekday"),
    ],
)
def test_a_rule_of_which_any_word_is_not_understood_is_refused(words: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_rule(words)

    assert refused.value.text.key == key
    for language in ("sv", "en"):
        assert Texts(language, STOCKHOLM).render(refused.value.text)


def test_a_rule_is_shown_in_words() -> None:
    text = rule_text(read_rule("second Thursday 18:00, July none"))

    assert Texts("sv", STOCKHOLM).render(text) == "andra torsdagen i månaden kl. 18.00, inte i juli"
    assert Texts("en", STOCKHOLM).render(text) == "second Thursday of the month at 18:00, not in July"


PLACES = st.lists(st.sampled_from([1, 2, 3, 4, 5, -2, -1]), min_size=1, max_size=3, unique=True).map(
    lambda places: tuple(sorted(places, key=lambda place: (place < 0, place)))
)
PATTERNS = st.one_of(
    st.builds(Monthly, PLACES, st.integers(0, WORKING_DAY)),
    st.builds(Weekly, st.integers(0, 6)),
    st.builds(Weekly, st.integers(0, 6), st.integers(1, 2), st.dates(date(2020, 1, 1), date(2050, 12, 31))),
)
RULES = st.builds(
    Rule,
    PATTERNS,
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.frozensets(st.integers(1, 12), min_size=1),
)


@given(rule=RULES, language=st.sampled_from(["sv", "en"]))
def test_every_rule_that_is_shown_can_be_read_again(rule: Rule, language: str) -> None:
    assert read_rule(Texts(language, STOCKHOLM).render(rule_text(rule))) == rule


WORDS = """
    andra first torsdagen varannan every other Tuesday i månaden juli not in kl. 18 25:00 från 14 april 2026 , och ſista
"""


@given(words=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)))
def test_reading_a_rule_never_fails_but_by_refusing(words: str) -> None:
    try:
        rule = read_rule(words)
    except Refusal as refusal:
        told = refusal.text
    else:
        told = rule_text(rule)

    assert Texts("sv", STOCKHOLM).render(told)
