"""Words are found in whatever inflection, in Swedish and in English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.stems import LEAST_STEM, _core, holds, stem

TEXT = "TR-2026-0031 Trasiga lampor i gångtunneln vid Parkstråket, broken street lighting"


@pytest.mark.parametrize(
    "wanted",
    [
        "lampan",
        "lampans",
        "lampornas",
        "tunnelns",
        "lamporna",
        "LAMPA",
        "tunnel",
        "gångtunnel",
        "trasig lampa",
        "lights",
        "parkstråk",
        "0031",
        "streets",
    ],
)
def test_a_text_is_found_by_any_form_of_its_words(wanted: str) -> None:
    assert holds(TEXT, wanted)


@pytest.mark.parametrize("wanted", ["moped", "lampa moped", "park bank", "lamm"])
def test_every_word_must_be_there(wanted: str) -> None:
    assert not holds(TEXT, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mörkt i tunneln", "tunnlar"),
        ("Mörkt i tunnlarna", "tunnel"),
        ("Mörkt i gångtunneln", "tunnlar"),
        ("Stulna cyklar", "cykel"),
        ("Cykeln är borta", "cyklarna"),
        ("Nycklarna är borta", "nyckeln"),
        ("Krossade fönster", "fönstren"),
        ("Halt varje vinter", "vintrarna"),
        ("Nya regler", "regel"),
    ],
)
def test_an_e_that_comes_and_goes_does_not_hide_a_word(text: str, wanted: str) -> None:
    assert holds(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"), [("En bil", "biblar"), ("Skolan", "skog"), ("Cyklar", "cykoria"), ("Parkstråket", "parkering")]
)
def test_other_words_are_not_found_by_it(text: str, wanted: str) -> None:
    assert not holds(text, wanted)


WORDS = st.sampled_from(
    re.findall(r"\w+", "lampa lampor gatlampan lamm park parkbänk tunnel tunnlar cykel cyklar ett a åäö ß")
)
LETTERS = st.text(alphabet="abdelmnrståäö -.", max_size=12)


def held_word_for_word(text: str, wanted: str) -> bool:
    """Say the same as `holds` does, of each word with each, and leave nothing out."""
    pairs = [(each.casefold(), _core(stem(each))) for each in re.findall(r"\w+", text)]
    return all(
        any(
            _core(root) == core or any(len(part) > LEAST_STEM and part in word for part in (sought, root, _core(root)))
            for word, core in pairs
        )
        for sought, root in ((each.casefold(), stem(each)) for each in re.findall(r"\w+", wanted))
    )


@given(text=st.lists(WORDS | LETTERS).map(" ".join), wanted=st.lists(WORDS | LETTERS, max_size=3).map(" ".join))
def test_looking_closer_only_at_likely_texts_finds_the_same(text: str, wanted: str) -> None:
    assert holds(text, wanted) == held_word_for_word(text, wanted)
