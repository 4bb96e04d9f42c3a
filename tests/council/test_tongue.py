"""Languages are understood as people name them, and told apart only where that is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.tongue import NAMES, SPOKEN, language, surely_in, written_in


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Svenska", "sv"), ("ENGLISH", "en"), (" suomi! ", "fi"), ("العربية", "ar"), ("українська", "uk"), ("no", "no"),
     ("nob.", "nob"), ("x", None), ("klingon", None), ("", None), ("s1", None), ("åå", None)],
)  # fmt: skip
def test_a_language_is_read_as_people_name_it(typed: str, code: str | None) -> None:
    assert language(typed) == code


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_is_understood_in_any_dress(name: str) -> None:
    assert language(f" {name.upper()}. ") == NAMES[name]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Lampan är trasig vid skolan", None), ("The lamp by the school is broken", None), ("", None), ("123 !?", None),
        ("المصباح مكسور", "ar"), ("چراغ پارک خراب است", "fa"), ("Фонарь не горит", "ru"), ("Ліхтар не горить", "uk"),
        ("መብራቱ አይሰራም", "ti"), ("Η λάμπα χάλασε", "el"), ("המנורה שבורה", "he"), ("公园的灯坏了", "zh"),
        ("Lamppu on rikki ja kun tulen kotiin on pimeää", "fi"), ("La lámpara está rota y hay miedo", "es"),
        ("Die Lampe ist kaputt und wir sind nicht froh", "de"), ("Les lampes ne sont pas dans la rue", "fr"),
        ("Lampa nie działa że jest ciemno", "pl"), ("lamba çok eski ve park bu gece karanlık değil", "tr"),
        ("waxaa jira dadka iyo meel mugdi ah", "so"), ("ja ja ja", "fi"), ("ja, lampan lyser inte alls i parken", None),
        ("on ja en fin dag med solsken i parken hela kvällen", None),
    ],
)  # fmt: skip
def test_the_language_of_a_text_is_told_only_where_it_is_sure(words: str, code: str | None) -> None:
    assert written_in(words) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The lamp by the school is broken near us", "en"), ("my door is", "en"), ("the lamp is out tonight yes", "en"),
        ("the broken lamp", None), ("the lamp is broken near hospital entrance road north sign", "en"),
        ("the lamp is broken, hospital entrance road north sign", None),
        ("the lamp is there det", "en"), ("the lamp is det", None), ("the lamp and det och", None),
        ("The lamp on Storgatan is broken", "en"), ("Broken glass on Sjövägen", None), ("", None), ("yes", None),
        ("Lampan vid skolan är trasig", "sv"), ("Mopeder kör på gångvägen när barnen går hem", "sv"),
        ("bilarna kör på trottoaren", "sv"), ("hej", None), ("Storgatan", None), ("ok på", None),
        ("Klottrarna", None), ("trappan luktar ligt och det gångvägen", "sv"),
        ("Milloin neuvosto kokoontuu seuraavan kerran?", "fi"), ("Koulun pihalla oli rikki lamppu", "fi"),
        ("ja ja ja", None), ("waxaa jira dadka iyo meel mugdi ah", None), ("La lámpara de la calle en el parque", None),
        ("Die Lampe ist kaputt und wir sind nicht froh", None), ("Lampa nie działa że jest ciemno", None),
        ("Vi har det bra men the council is away", None), ("المصباح مكسور", None),
    ],
)  # fmt: skip
def test_a_text_is_in_a_language_where_small_words_say_so_twice_and_no_others_do(words: str, code: str | None) -> None:
    assert surely_in(words) == code


@given(st.text(max_size=200))
def test_what_is_told_surely_is_a_language_that_residents_are_answered_in(words: str) -> None:
    assert surely_in(words) in {None, "sv", "en", "fi"}


@given(st.text(max_size=200))
def test_what_is_told_is_never_a_language_that_the_council_works_in(words: str) -> None:
    assert written_in(words) not in SPOKEN
