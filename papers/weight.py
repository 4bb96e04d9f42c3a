"""Which lines stand out on paper, and which words stay together."""

import re

from council.text import Text

WEIGHTY = frozenset({"minutes-decision", "minutes-fallen"})
"""What somebody leafs through minutes for."""
_CLOCK = re.compile(r"\b(kl\.|at) (?=[0-9])")


def is_weighty(text: Text) -> bool:
    """Say whether a line is to stand out."""
    return text.key in WEIGHTY


def tied(words: str) -> str:
    """Return words whose time of day no line break can part."""
    return _CLOCK.sub("\\1\u00a0", words)
