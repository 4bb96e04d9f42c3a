"""Words are found in whatever inflection, in Swedish and in English."""

import pytest

from council.stems import holds

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
