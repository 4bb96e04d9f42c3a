"""The stems of Swedish and English words, so that "lampor" finds "lampan" and "lights" finds "lighting"."""

import re
from collections.abc import Callable

LEAST_STEM = 3
# The longest first: each word loses one ending.
_ENDINGS = tuple(
    sorted(
        (
            "arnas", "ernas", "ornas", "arna", "erna", "orna", "andet", "anden", "ande", "arens", "aren", "arens",
            "heten", "heter", "het", "ingarna", "ingar", "ingen", "ing", "else", "elser", "ades", "ade", "ande",
            "ens", "ets", "ar", "er", "or", "ad", "at", "en", "et", "an", "as", "es", "na", "are", "ast",
            "ings", "ies", "ied", "ed", "ly", "ness", "s", "a", "e", "n", "t", "y",
        ),
        key=len,
        reverse=True,
    )
)  # fmt: skip

_POSSESSIVE = re.compile(r"(?<=[aeou]t)s$|(?<=n)s$|(?<=na)s$")
"""The s of "lampans" and "lampornas", after which comes the ending that is taken off."""

_COMES_AND_GOES = re.compile(r"(?<=[bdfgkmnpstv])e?[lr]$")


def stem(word: str) -> str:
    """Return a word without its ending, in lower case."""
    low = _POSSESSIVE.sub("", word.casefold())
    ending = next((each for each in _ENDINGS if low.endswith(each) and len(low) - len(each) >= LEAST_STEM), "")
    return low.removesuffix(ending) if ending else low


def holds(text: str, wanted: str) -> bool:
    """Say whether a text holds every one of some words, in whatever inflection and also inside compounds."""
    return seeker(wanted)(text)


def seeker(wanted: str) -> Callable[[str], bool]:
    """Return what says whether a text holds every one of some words: made once, asked of very many texts."""
    sought = [(word.casefold(), root := stem(word), _core(root)) for word in re.findall(r"\w+", wanted)]
    cores = [core for _, _, core in sought]
    known: dict[str, tuple[str, str]] = {}
    """The words of the texts, for as long as is searched: they may be sealed elsewhere."""

    def found_as(word: str) -> tuple[str, str]:
        if word not in known:
            known[word] = (word.casefold(), _core(stem(word)))
        return known[word]

    def is_held(text: str) -> bool:
        folded = text.casefold()
        # Whatever is found holds the core of what is sought; most texts do not, and are not looked at any closer.
        if not all(core in folded for core in cores):
            return False
        found = [found_as(word) for word in re.findall(r"\w+", text)]
        return all(any(_same(*each, *other) for other in found) for each in sought)

    return is_held


def _same(wanted: str, root: str, core: str, word: str, its_core: str) -> bool:
    if core == its_core or any(len(each) > LEAST_STEM and each in word for each in (wanted, root)):
        return True
    # Inside a compound the l or r must follow: "tunnlar" is in "tunnelbelysning", and "parkering" not in "parkstråket".
    return core != root and any(core + lost in word for lost in (root[-1], f"e{root[-1]}"))


def _core(root: str) -> str:
    """Return a stem without the l or r before which an e comes and goes: tunnel, tunnlar; fönster, fönstren."""
    core = _COMES_AND_GOES.sub("", root)
    return core if len(core) >= LEAST_STEM else root
