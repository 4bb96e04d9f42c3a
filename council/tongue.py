"""Languages, as people name them when they ask for one."""

import re
from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "sv": "sv", "svenska": "sv", "swedish": "sv",
        "en": "en", "engelska": "en", "english": "en",
        "fi": "fi", "finska": "fi", "suomi": "fi", "finnish": "fi",
        "ar": "ar", "arabiska": "ar", "arabic": "ar", "العربية": "ar",
        "so": "so", "somaliska": "so", "somali": "so", "soomaali": "so",
        "fa": "fa", "persiska": "fa", "persian": "fa", "farsi": "fa", "فارسی": "fa",
        "uk": "uk", "ukrainska": "uk", "ukrainian": "uk", "українська": "uk",
        "pl": "pl", "polska": "pl", "polish": "pl", "polski": "pl",
        "tr": "tr", "turkiska": "tr", "turkish": "tr", "türkçe": "tr",
        "es": "es", "spanska": "es", "spanish": "es", "español": "es",
        "ti": "ti", "tigrinska": "ti", "tigrinya": "ti",
        "se": "se", "samiska": "se", "sami": "se",
        "fit": "fit", "meänkieli": "fit",
        "de": "de", "tyska": "de", "german": "de", "deutsch": "de",
        "fr": "fr", "franska": "fr", "french": "fr", "français": "fr",
        "ru": "ru", "ryska": "ru", "russian": "ru", "русский": "ru",
    }
)  # fmt: skip
"""What people type -> language code. Any other code of two or three letters is taken at its word."""


def language(typed: str) -> str | None:
    """Return the code of a language as somebody names it, or None if that is none."""
    low = typed.casefold().strip(" .!?")
    return NAMES.get(low) or (low if re.fullmatch(r"[a-z]{2,3}", low) else None)
