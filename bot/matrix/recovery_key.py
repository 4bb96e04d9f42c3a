"""The recovery key as people write it down: base58, with a mark at the front and a check at the end."""

import secrets
from functools import reduce
from operator import xor

KEY_BYTES = 32
MARK = b"\x8b\x01"
LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class NotAKey(Exception):
    """What was typed is no recovery key, or one with a mistake in it."""


def new_key() -> bytes:
    """Make a key."""
    return secrets.token_bytes(KEY_BYTES)


def written(key: bytes) -> str:
    """Return a key as it is shown, in groups of four."""
    marked = MARK + key
    text = _base58(marked + bytes([reduce(xor, marked)]))
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def read_key(text: str) -> bytes:
    """Return the key that somebody typed, however it is spaced.

    Raises:
        NotAKey: it is none.
    """
    letters = "".join(text.split())
    if not letters or any(letter not in LETTERS for letter in letters):
        raise NotAKey("a recovery key has only letters and digits, and none of 0, O, I and l")
    if len(letters) > 60:
        raise NotAKey("that is too long for a recovery key")
    raw = _from_base58(letters)
    if len(raw) != len(MARK) + KEY_BYTES + 1 or not raw.startswith(MARK) or reduce(xor, raw) != 0:
        raise NotAKey("that recovery key has a mistake in it, or a part is missing")
    return raw[len(MARK) : -1]


def _base58(raw: bytes) -> str:
    number, text = int.from_bytes(raw), ""
    while number:
        number, digit = divmod(number, 58)
        text = LETTERS[digit] + text
    return text


def _from_base58(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number * 58 + LETTERS.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8)
