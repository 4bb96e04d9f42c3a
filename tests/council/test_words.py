"""Words come in as they read: nothing hidden, nothing misleading, nothing endless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.text import Refusal
from council.words import MARKS_PER_LETTER, accept, clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
MARK = "\u0301"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  en lampa \t\n", "en lampa"),
        ("rad ett\r\nrad två\rrad tre", "rad ett\nrad två\nrad tre"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("A\u030angest", "\u00c5ngest"),
        ("ab\u202ecd\u202c", "abcd"),
        ("\u2068inside\u2069", "inside"),
        ("p\u200ba\u2060r\ufeffk", "park"),
        ("nul\x00 esc\x1b[31m", "nul esc[31m"),
        ("half \ud83d pair", "half  pair"),
        ("tag\U000e0041\U000e0042", "tag"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("\U0001f469\U0001f3fd\u200d\U0001f680", "\U0001f469\U0001f3fd\u200d\U0001f680"),
        ("\u0628\u08ff\u200d\u0628", "\u0628\u08ff\u200d\u0628"),
        ("\u0600\u200d\u0628", "\u0628"),
        ("a\u200db", "ab"),
        ("\u3164\u2800", ""),
    ],
)
def test_what_is_hidden_or_misleading_is_taken_out(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_a_storm_of_marks_is_calmed() -> None:
    assert len(clean("x" + MARK * 500 + "y")) <= 2 + MARKS_PER_LETTER


def test_joiners_do_not_start_the_count_of_marks_again() -> None:
    storm = "\u0628" + "\u064b\u200d" * 300

    assert sum(unicodedata.combining(each) > 0 for each in clean(storm)) <= MARKS_PER_LETTER


@given(ANY_TEXT)
def test_cleaning_twice_gives_what_cleaning_once_gives(words: str) -> None:
    assert clean(clean(words)) == clean(words)


@given(ANY_TEXT)
def test_clean_words_are_composed_and_can_be_stored_and_sent(words: str) -> None:
    cleaned = clean(words)

    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(each) in ("Cc", "Cs") and each not in "\n\t" for each in cleaned)
    assert not any("\u202a" <= each <= "\u202e" or "\u2066" <= each <= "\u2069" for each in cleaned)


@given(st.text("abcåäö ABC.,!?-é\n", max_size=80))
def test_ordinary_words_are_left_as_they_are(words: str) -> None:
    assert clean(words).split() == words.split()


def test_an_empty_message_and_one_too_long_are_refused() -> None:
    with pytest.raises(Refusal) as empty:
        accept(" \u200b\n", 10)
    with pytest.raises(Refusal) as long:
        accept("x" * 11, 10)

    assert empty.value.text.key == "words-missing"
    assert dict(long.value.text.facts) == {"limit": 10, "length": 11}
    assert accept("x" * 10, 10) == "x" * 10
