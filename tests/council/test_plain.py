"""People say yes, no and a number in many ways; what is more than that is not taken for it."""

import pytest

from council.plain import choice, first_answer, has_words, is_no, is_send, is_yes


@pytest.mark.parametrize(
    "said",
    [
        "ja", "Ja.", "JA!", "japp", "Jepp", "ja tack", "Ja, tack!", "ja tack så mycket", "ja gärna", "Ja det stämmer",
        "ok", "okej då", "absolut", "Registrera", "ja, registrera den", "gör det", "yes", "Yes please!", "yep thanks",
        "yes, thank you", "go ahead", "kyllä", "kyllä kiitos", "نعم", "👍", "👍🏽", "👍🏿 ", "✅", "✔️",
        "ja 👍", "*ja*", '"ja"', "(ja)", "ja ja",
    ],
)  # fmt: skip
def test_this_is_a_yes(said: str) -> None:
    assert is_yes(said)
    assert not is_no(said)


@pytest.mark.parametrize(
    "said",
    [
        "nej",
        "Nej.",
        "nej tack",
        "NEJ!!",
        "nä",
        "nix",
        "det stämmer inte",
        "no thanks",
        "No, thank you",
        "👎🏻",
        "❌",
        "لا",
    ],
)
def test_this_is_a_no(said: str) -> None:
    assert is_no(said)
    assert not is_yes(said)


@pytest.mark.parametrize(
    "said",
    [
        "ja men lampan är trasig också", "nja", "ja nej", "kanske", "tack", "tack så mycket", "det", "jag", "Japan",
        "okänd", "yesterday a car burned", "ja, och en sak till", "", "...", "🎉", "hej",
    ],
)  # fmt: skip
def test_this_is_neither(said: str) -> None:
    assert not is_yes(said)
    assert not is_no(said)


@pytest.mark.parametrize(
    "said",
    [
        "2",
        "2.",
        " 2 ",
        "2, tack",
        "nr 2",
        "Nummer 2",
        "alternativ 2",
        "2:an",
        "2an",
        "#2",
        "två",
        "Tvåan, tack!",
        "two",
        "2️⃣",
        "(2)",
        "option 2 please",
    ],
)
def test_a_number_is_chosen_however_it_is_put(said: str) -> None:
    assert choice(said) == "2"


@pytest.mark.parametrize(
    ("said", "chosen"),
    [("Parkstråket", "parkstråket"), ("Centrum, tack", "centrum"), ("2 lampor", "2 lampor"), ("kl 22", "kl 22")],
)
def test_words_are_chosen_as_they_are(said: str, chosen: str) -> None:
    assert choice(said) == chosen


def test_only_what_looks_like_sending_sends() -> None:
    assert is_send("📤")
    assert is_send("✉️")
    assert not is_send("👍")


@pytest.mark.parametrize("said", ["den första", "Första ärendet, tack", "the first one", "first", "1:an"])
def test_the_first_is_a_number_too(said: str) -> None:
    assert choice(said) == "1"


@pytest.mark.parametrize(
    ("said", "first"),
    [("Nej, det är mörkt", "Nej"), ("Ja! Tack", "Ja"), ("No - it is back", "No "), ("Jag vet inte", "Jag vet inte")],
)
def test_the_first_word_of_an_answer_is_what_a_comma_sets_apart(said: str, first: str) -> None:
    assert first_answer(said) == first


def test_symbols_are_no_words() -> None:
    assert not has_words("😡😡 ... !!")
    assert has_words("الإنارة")
    assert has_words("112")
