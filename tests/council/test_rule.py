"""The meeting rule is read in plain words, wholly or not at all, and shown so that it can be read again."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.rule import read_rule, rule_text
from council.schedule import ALL_YEAR, ANY_DAY, WORKING_DAY, Monthly, Rule, Weekly
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
        ("andra torsdagen varje månad kl 18, dock inte i juli", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("andra torsdagen kl 18, med undantag för juli", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("andra torsdagen kl 18, juli uppehåll", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday 18:00, summer break July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday of March and June at 18:00", Rule(Monthly((2,), 3), SIX, frozenset({3, 6}))),
        ("first Tuesdays at noon", Rule(Monthly((1,), 1), time(12))),
        ("alla torsdagar kl 18", Rule(Weekly(3), SIX)),
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
        ("2a torsdagen 18.00", Rule(Monthly((2,), 3), SIX)),
        ("2:a torsdagen i månaden kl 18", Rule(Monthly((2,), 3), SIX)),
        ("den andra torsdagen i varje månad kl. 18:00", Rule(Monthly((2,), 3), SIX)),
        ("vi träffas andra torsdagen kl. 18", Rule(Monthly((2,), 3), SIX)),
        ("we meet the second Thursday at 18:00", Rule(Monthly((2,), 3), SIX)),
        ("2nd Thu at 6pm", Rule(Monthly((2,), 3), SIX)),
        ("Andra Tors 18.00", Rule(Monthly((2,), 3), SIX)),
        ("monthly on the second Thursday at 18:00", Rule(Monthly((2,), 3), SIX)),
        ("every 2nd Thursday 18:00", Rule(Monthly((2,), 3), SIX)),
        ("second Thursday 18:00 (not July)", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday of the month, 18:00, skip July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday at 18:00 excluding July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("second Thursday 18:00 no meeting in July", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("andra torsdagen kl. 18, inget möte i juli", Rule(Monthly((2,), 3), SIX, NOT_JULY)),
        ("sista onsdagen 17.30, ej juli och december", Rule(Monthly((-1,), 2), time(17, 30), ALL_YEAR - {7, 12})),
        ("sista onsdagen kl 17.30, uppehåll i juli", Rule(Monthly((-1,), 2), time(17, 30), NOT_JULY)),
        (
            "sista onsdagen kl 17.30, sommaruppehåll juni-augusti",
            Rule(Monthly((-1,), 2), time(17, 30), ALL_YEAR - {6, 7, 8}),
        ),
        (
            "sista onsdagen kl 17.30, inte juni till augusti",
            Rule(Monthly((-1,), 2), time(17, 30), ALL_YEAR - {6, 7, 8}),
        ),
        ("last wed 5:30pm", Rule(Monthly((-1,), 2), time(17, 30))),
        ("third Monday monthly 7pm", Rule(Monthly((3,), 0), time(19))),
        ("second Thursday 18:00 September to May", Rule(Monthly((2,), 3), SIX, ALL_YEAR - {6, 7, 8})),
        ("andra torsdagen kl 18, från september till maj", Rule(Monthly((2,), 3), SIX, ALL_YEAR - {6, 7, 8})),
        ("andra torsdagen kl 18, september–maj", Rule(Monthly((2,), 3), SIX, ALL_YEAR - {6, 7, 8})),
        ("first Thursday in March, June and September at 18:00", Rule(Monthly((1,), 3), SIX, frozenset({3, 6, 9}))),
        ("varje månad den 15:e kl. 18", Rule(Monthly((15,), ANY_DAY), SIX)),
        ("den 15 varje månad kl 18.00", Rule(Monthly((15,), ANY_DAY), SIX)),
        ("den 1:a och 15:e varje månad kl. 18", Rule(Monthly((1, 15), ANY_DAY), SIX)),
        ("the 15th of every month at 6pm", Rule(Monthly((15,), ANY_DAY), SIX)),
        ("15th of the month 18:00", Rule(Monthly((15,), ANY_DAY), SIX)),
        ("every month on the 15th at 18:00", Rule(Monthly((15,), ANY_DAY), SIX)),
        ("varje vecka på tisdag kl 18", Rule(Weekly(1), SIX)),
        ("weekly on Tuesdays 6pm", Rule(Weekly(1), SIX)),
        ("varannan vecka på tisdag kl 18 från 14 april 2026", Rule(Weekly(1, 2, date(2026, 4, 14)), SIX)),
        ("every two weeks on Tuesday at 18:00 starting 14 April 2026", Rule(Weekly(1, 2, date(2026, 4, 14)), SIX)),
        ("var tredje vecka på torsdag kl 18 från 9 april 2026", Rule(Weekly(3, 3, date(2026, 4, 9)), SIX)),
        ("every 4 weeks on Thursday 18:00 from 9 April 2026", Rule(Weekly(3, 4, date(2026, 4, 9)), SIX)),
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
        ("andra torsdagen 18", "rule-without-time"),
        ("andra torsdagen kl. 18, utom jul", "rule-unreadable"),
        ("andra torsdagen kl. 25", "time-impossible"),
        ("varannan tisdag kl. 18", "rule-without-start"),
        ("varannan tisdag kl. 18 från 14 april", "rule-without-start"),
        ("every second Tuesday 18:00", "rule-without-start"),
        ("varannan tisdag", "rule-without-start"),
        ("varannan vecka på tisdag kl 18", "rule-without-start"),
        ("tisdagar udda veckor kl 18", "rule-without-start"),
        ("Tuesdays in even weeks 18:00", "rule-without-start"),
        ("not in July", "rule-unreadable"),
        ("inte i juli", "rule-unreadable"),
        ("varje månad den 15:e", "rule-without-time"),
        ("den 0:e varje månad kl. 18", "rule-unreadable"),
        ("den 32:a varje månad kl. 18", "rule-unreadable"),
        ("every 9 weeks on Thursday 18:00 from 9 April 2026", "rule-unreadable"),
        ("andra torsdagen kl 18-20", "rule-with-end"),
        ("second Thursday 18:00-20:00", "rule-with-end"),
        ("andra torsdagen i månaden kl. 18.00–20.00, inte i juli", "rule-with-end"),
        ("andra torsdagen mellan 18 och 20", "rule-unreadable"),
        ("första tisdagen i varannan månad kl 18", "rule-unreadable"),
        ("första helgfria måndagen kl 18", "rule-unreadable"),
        ("måndagen efter andra torsdagen kl 18", "rule-unreadable"),
        ("sista onsdagen kl 17.30, inte under sommaren", "rule-unreadable"),
        ("biweekly on Tuesday 18:00 from 7 April 2026", "rule-unreadable"),
        ("anra torsdagen kl 18", "rule-unreadable"),
        ("kvartalsvis", "rule-unreadable"),
        ("2026-04-09 18:00", "rule-unreadable"),
        ("varannan tisdag kl. 18 från onsdag 14 april 2026", "day-on-other-weekday"),
    ],
)
def test_a_rule_of_which_any_word_is_not_understood_is_refused(words: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_rule(words)

    assert refused.value.text.key == key
    for language, example in (("sv", "kl. 18"), ("en", "18:00")):
        told = Texts(language, STOCKHOLM).render(refused.value.text)
        assert example in told or key == "day-on-other-weekday"


def test_a_rule_is_shown_in_words() -> None:
    text = rule_text(read_rule("second Thursday 18:00, July none"))

    assert Texts("sv", STOCKHOLM).render(text) == "andra torsdagen i månaden kl. 18.00, inte i juli"
    assert Texts("en", STOCKHOLM).render(text) == "second Thursday of the month at 18:00, not in July"


def _sorted(days: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(days))


PLACES = st.lists(st.sampled_from([1, 2, 3, 4, 5, -2, -1]), min_size=1, max_size=3, unique=True).map(
    lambda places: tuple(sorted(places, key=lambda place: (place < 0, place)))
)
PATTERNS = st.one_of(
    st.builds(Monthly, PLACES, st.integers(0, WORKING_DAY)),
    st.builds(Weekly, st.integers(0, 6)),
    st.builds(Monthly, st.frozensets(st.integers(1, 31), min_size=1, max_size=4).map(_sorted), st.just(ANY_DAY)),
    st.builds(Weekly, st.integers(0, 6), st.integers(1, 8), st.dates(date(2020, 1, 1), date(2050, 12, 31))),
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


def test_six_months_are_named_and_not_the_six_others() -> None:
    rule = read_rule("andra torsdagen i februari, april, juni, augusti, oktober och december kl 18")

    said = Texts("sv", STOCKHOLM).render(rule_text(rule))

    assert said == "andra torsdagen i månaden kl. 18.00, bara i februari, april, juni, augusti, oktober och december"


@pytest.mark.parametrize(
    ("words", "early", "late"),
    [
        ("first Tuesday at 6", time(6), time(18)),
        ("andra torsdagen kl. 6", time(6), time(18)),
        ("last wed 5:30", time(5, 30), time(17, 30)),
        ("sista onsdagen 7.15, inte i juli", time(7, 15), time(19, 15)),
    ],
)
def test_an_hour_that_may_be_of_the_morning_or_the_evening_is_asked_back(words: str, early: time, late: time) -> None:
    with pytest.raises(Refusal) as refused:
        read_rule(words)

    text = refused.value.text
    assert (text.key, text.facts["early"], text.facts["late"]) == ("rule-hour-unclear", early, late)


@pytest.mark.parametrize(
    ("words", "clock"),
    [("first Tuesday at 06", time(6)), ("first Tuesday 6 am", time(6)), ("sista onsdagen 07.15", time(7, 15))],
)
def test_an_hour_of_the_morning_can_be_said(words: str, clock: time) -> None:
    assert read_rule(words).clock == clock


def test_an_early_hour_with_minutes_that_no_hour_has_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read_rule("second Thursday at 6.75")

    assert refused.value.text.key == "time-impossible"
