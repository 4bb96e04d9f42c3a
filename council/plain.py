"""Plain answers to the bot's plain questions, in the languages people answer in."""

import re

YES = frozenset(
    {
        "ja", "jaa", "j", "japp", "jepp", "jupp", "jo", "jajamän", "javisst", "visst", "absolut", "självklart", "mm",
        "ok", "okej", "okay", "registrera", "registrera den", "registrera det", "ja registrera", "ja registrera den",
        "ja registrera det", "gör det", "stämmer", "det stämmer", "yes", "y", "yep", "yeah", "sure", "correct",
        "register", "register it", "go ahead", "do it", "kyllä", "joo", "si", "sí", "oui", "haa", "نعم", "да", "так",
        "tak", "evet", "بله", "kirjaa", "👍", "✅", "☑", "✔", "👌", "🆗",
    }
)  # fmt: skip
NO = frozenset(
    {
        "nej", "nejdå", "nä", "näe", "nix", "inte", "inte alls", "avbryt", "ångra", "ta bort", "det stämmer inte",
        "stämmer inte", "nej det stämmer inte", "no", "n", "nope", "nah", "cancel", "delete", "ei", "non", "maya",
        "لا", "нет", "ні", "nie", "نه", "hayır", "👎", "❌", "✖", "🚫",
    }
)  # fmt: skip
SKIP = frozenset({"hoppa över", "hoppa", "skip", "vet inte", "spelar ingen roll", "ingen", "none", "ohita", "0", "-"})
NEW = frozenset(
    {"nytt", "ny", "nytt ärende", "något nytt", "något annat", "new", "new case", "something new", "uusi", "uusi asia"}
)
SHARE_SIGNS = frozenset({"📢", "📣"})
GREETING = frozenset(
    {
        "hej", "hejsan", "hallå", "god dag", "goddag", "tjena", "hello", "hi", "hey", "moi", "hei", "test", "salam",
        "hola", "bonjour", "مرحبا", "привет", "merhaba",
    }
)  # fmt: skip

THANKS = frozenset(
    {
        "tack", "tack så mycket", "tackar", "tusen tack", "tack så hemskt mycket", "tack för hjälpen", "thanks",
        "thank you", "many thanks", "thank you so much", "thanks a lot", "kiitos", "شكرا", "спасибо", "gracias",
        "merci", "dziękuję",
    }
)  # fmt: skip
POLITE = frozenset(
    {"tack", "snälla", "gärna", "då", "det", "please", "thanks", "thank", "you", "så", "mycket", "kiitos"}
)
"""May stand beside an answer and change nothing of it."""
ARTICLES = frozenset({"den", "det", "the", "one", "ärendet", "case"})
NUMBERS = {
    name: str(number)
    for number, names in enumerate(
        (
            ("noll", "zero"), ("ett", "etta", "ettan", "one"), ("två", "tvåa", "tvåan", "two"),
            ("tre", "trea", "trean", "three"), ("fyra", "fyran", "four"), ("fem", "femma", "femman", "five"),
            ("sex", "sexa", "sexan", "six"), ("sju", "sjua", "sjuan", "seven"), ("åtta", "åttan", "eight"),
            ("nio", "nia", "nian", "nine"), ("tio", "tia", "tian", "ten"),
        )
    )
    for name in names
}  # fmt: skip
ORDINALS = {
    "första": "1", "first": "1", "andra": "2", "second": "2", "tredje": "3", "third": "3", "fjärde": "4", "fourth": "4",
    "femte": "5", "fifth": "5",
}  # fmt: skip
_NUMBER = re.compile(r"(?:nr|nummer|no|number|alternativ|val|option|choice|#)? ?#?(\d{1,3})(?: ?(?:an|e|:an|:e))?")
SEND = frozenset({"📤", "📨", "📩", "✉", "💌"})
"""With one of these the secretary sends a message as the answer."""


def is_yes(words: str) -> bool:
    """Say whether somebody answers yes, and nothing more."""
    return _says_only(words, YES)


def is_no(words: str) -> bool:
    """Say whether somebody answers no, and nothing more."""
    return _says_only(words, NO)


def is_skip(words: str) -> bool:
    """Say whether somebody leaves a question aside."""
    return _bare(words) in SKIP


def is_new(words: str) -> bool:
    """Say whether somebody says that it is about something new."""
    return _bare(words) in NEW


def is_send(symbol: str) -> bool:
    """Say whether a reaction means: send this."""
    return _bare(symbol) in SEND


def is_share_sign(symbol: str) -> bool:
    """Say whether a reaction asks for a post to be shared."""
    return _bare(symbol) in SHARE_SIGNS


def is_greeting(words: str) -> bool:
    """Say whether somebody only greets."""
    return _bare(words) in GREETING


def is_thanks(words: str) -> bool:
    """Say whether somebody only thanks."""
    return _bare(words) in THANKS


def choice(words: str) -> str:
    """Return what somebody chooses: the digits of a number however it is put ("2, tack", "tvåan"), else her words."""
    bare = " ".join(each for each in _bare(words).split() if each not in POLITE)
    found = _NUMBER.fullmatch(bare)
    ordinal = " ".join(each for each in bare.split() if each not in ARTICLES)
    return found[1] if found else ORDINALS.get(ordinal) or NUMBERS.get(bare, bare)


def first_answer(words: str) -> str:
    """Return the first word of a longer answer, if a comma or full stop sets it apart: "Nej, det är mörkt igen"."""
    return re.split(r"[,.!;:\n\u2013\u2014-]", words, maxsplit=1)[0]


def has_words(text: str) -> bool:
    """Say whether a text holds anything but signs and symbols."""
    return any(character.isalnum() for character in text)


def _says_only(words: str, answers: frozenset[str]) -> bool:
    """Say whether words are one of some answers, once or more, with nothing beside it but what is polite."""
    bare = _bare(words)
    each = bare.split()
    return bare in answers or (
        any(word in answers for word in each) and all(word in answers or word in POLITE for word in each)
    )


def _bare(words: str) -> str:
    return re.sub(r"[\s.,;:!?()\"'”“*_\ufe0f\u20e3\U0001f3fb-\U0001f3ff]+", " ", words.casefold()).strip()
