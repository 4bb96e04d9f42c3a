"""Languages, as people name them when they ask for one."""

import re
import unicodedata
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


SPOKEN = frozenset({"sv", "en"})
"""The languages that the council works in. What is written in another is to be translated."""

_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru", "ETHIOPIC": "ti", "GREEK": "el", "HEBREW": "he", "CJK": "zh"}
_LETTERS = (("fa", "پچژگ"), ("uk", "іїєґ"))
# Small words that are frequent in one of these languages and are none in Swedish or English.
_WORDS = {
    "fi": frozenset("ja on ei että mutta kun koska missä milloin miksi kuka ovat olen meidän tämä siellä".split()),  # noqa: SIM905
    "so": frozenset("waa iyo ayaa waxaa laakiin sidee goorma maxaa halkan meel dadka".split()),  # noqa: SIM905
    "pl": frozenset("jest nie się że przy gdzie kiedy dlaczego są oraz tutaj".split()),  # noqa: SIM905
    "tr": frozenset("ve bir bu için değil var yok nerede ne zaman burada çok".split()),  # noqa: SIM905
    "es": frozenset("el la los las que por para cuando dónde está hay muy aquí".split()),  # noqa: SIM905
    "de": frozenset("der die das und ist nicht wir ich wann warum hier sind".split()),  # noqa: SIM905
    "fr": frozenset("le la les est pas dans nous quand pourquoi ici sont une".split()),  # noqa: SIM905
}
_LEAST_WORDS = 2


_ENGLISH = frozenset(
    """
    the is are and there my we at of to it was has have had with on not please someone somebody every they this that
    can could you for from been no near behind outside again nobody our
    """.split()  # noqa: SIM905
)
_SWEDISH = frozenset(
    """
    det och är inte på som att jag vi ett har för med där här när till av den var vill kan hos vid någon nån så om
    ska finns blir blev hade måste varje efter från under över mellan utanför bakom nära ingen inga alla vår vårt våra
    min mitt mina vad vem hur varför också bara igen nu hej tack mycket igår idag ikväll
    """.split()  # noqa: SIM905
)
_FINNISH = _WORDS["fi"] | frozenset(
    """
    minä sinä hän oli onko voiko mikä mitä miten täällä tuolla tässä joka jonka kanssa myös nyt aina joku kiitos rikki
    """.split()  # noqa: SIM905
)
# How words of one of these are spelt, and of neither other: a word in small letters, so none of a place.
_SPELT = {"sv": re.compile(r"å|.{3}(?:arna|erna|orna|ningen|heten|ligt)$"), "fi": re.compile(r"(?:aa|ii|uu|yy|ää|öö)")}
_SMALL = {"en": _ENGLISH, "sv": _SWEDISH, "fi": _FINNISH}


def surely_in(words: str) -> str | None:
    """Return which language that residents are answered in a text is surely written in; None if that cannot be told.

    It has two of the language's small words, or one and a word spelt as in no other; they are a quarter of the text,
    and more than twice as many as those of the next.
    """
    found = set(re.findall(r"\w+", words))
    hits = {code: sum(_tells(word, code) for word in found) for code in _SMALL}
    best, second = sorted(hits, key=lambda code: hits[code], reverse=True)[:2]
    is_many = hits[best] >= _LEAST_WORDS and hits[best] * 4 >= len(found) and hits[second] * 2 < hits[best]
    is_firm = any(word.casefold() in _SMALL[best] for word in found)
    return best if is_many and is_firm and written_in(words) in (None, best) else None


def _tells(word: str, code: str) -> bool:
    return word.casefold() in _SMALL[code] or (code in _SPELT and word.islower() and bool(_SPELT[code].search(word)))


def written_in(words: str) -> str | None:
    """Return the language a text seems to be written in, if that is surely none the council works in."""
    letters = [character for character in words.casefold() if character.isalpha()]
    if not letters:
        return None
    script = max(_SCRIPTS, key=lambda each: sum(unicodedata.name(letter, "").startswith(each) for letter in letters))
    share = sum(unicodedata.name(letter, "").startswith(script) for letter in letters) / len(letters)
    if share > 0.5:
        return next((code for code, telling in _LETTERS if any(each in telling for each in letters)), _SCRIPTS[script])
    found = re.findall(r"\w+", words.casefold())
    hits = {code: sum(word in known for word in found) for code, known in _WORDS.items()}
    best = max(hits, key=lambda code: hits[code])
    sure = hits[best] >= _LEAST_WORDS and hits[best] * 4 >= len(found)
    return best if sure and list(hits.values()).count(hits[best]) == 1 else None
