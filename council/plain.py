"""Plain answers to the bot's plain questions, in the languages people answer in."""

import re

YES = frozenset(
    {
        "ja", "japp", "jo", "jajamän", "ja tack", "ja gärna", "ok", "okej", "okay", "registrera", "stämmer",
        "det stämmer", "ja det stämmer", "yes", "y", "yep", "yes please", "sure", "correct", "register", "kyllä", "joo",
        "si", "sí", "oui", "haa", "نعم", "да", "так", "tak", "evet", "بله", "👍", "✅", "☑", "✔", "👌", "🆗",
    }
)  # fmt: skip
NO = frozenset(
    {
        "nej", "nä", "nej tack", "inte", "avbryt", "ångra", "ta bort", "det stämmer inte", "stämmer inte", "no", "n",
        "nope", "no thanks", "cancel", "delete", "ei", "non", "maya", "لا", "нет", "ні", "nie", "نه", "👎", "❌", "✖",
        "🚫",
        "hayır",
    }
)  # fmt: skip
SKIP = frozenset({"hoppa över", "hoppa", "skip", "vet inte", "spelar ingen roll", "ingen", "none", "0", "-"})
NEW = frozenset({"nytt", "ny", "nytt ärende", "något nytt", "något annat", "new", "new case", "something new"})
GREETING = frozenset(
    {
        "hej", "hejsan", "hallå", "god dag", "goddag", "tjena", "tack", "tack så mycket", "hello", "hi", "hey",
        "thanks", "thank you", "moi", "hei", "kiitos", "test", "salam", "hola", "bonjour", "مرحبا", "شكرا", "привет",
        "merhaba",
    }
)  # fmt: skip


SEND = frozenset({"📤", "📨", "📩", "✉", "💌"})
"""With one of these the secretary sends a message as the answer."""


def is_yes(words: str) -> bool:
    """Say whether somebody answers yes, and nothing more."""
    return _bare(words) in YES


def is_no(words: str) -> bool:
    """Say whether somebody answers no, and nothing more."""
    return _bare(words) in NO


def is_skip(words: str) -> bool:
    """Say whether somebody leaves a question aside."""
    return _bare(words) in SKIP


def is_new(words: str) -> bool:
    """Say whether somebody says that it is about something new."""
    return _bare(words) in NEW


def is_send(symbol: str) -> bool:
    """Say whether a reaction means: send this."""
    return _bare(symbol) in SEND


def is_greeting(words: str) -> bool:
    """Say whether somebody only greets or thanks."""
    return _bare(words) in GREETING


def _bare(words: str) -> str:
    return re.sub(r"[\s.,;:!?\ufe0f\U0001f3fb-\U0001f3ff]+", " ", words.casefold()).strip()
