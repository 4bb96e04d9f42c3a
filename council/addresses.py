"""Street addresses with a number, in figures or in words, in Swedish and English."""

import re
from collections.abc import Iterator
from itertools import chain

from council.signs import ADJECTIVES, GOES_ON, MONTHS, NO_STREET, STREET_ENDINGS, UNITS

NO_UNIT = (
    r"(?![.,:]?\d|:\w|[/-]\d|\s\d{3}(?!\d|\s\d\d\b)"
    rf"|\s?(?:(?:{'|'.join(ADJECTIVES)})\s)?(?:{'|'.join((*UNITS, *MONTHS))}))"
)
"""A number is not the first part of a longer one, of a day or time, and does not count what follows."""
AT_ITS_END = rf"(?=\s?[.,;:!?)\"'-]|\s?$|\s(?:{'|'.join(GOES_ON)})\b|\s\w{{3,}}(?:ade|ades|des|tts)\b)"
"""A number belongs to what stands before it: nothing follows that it could count."""


def addresses(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses in a readable text."""
    return chain.from_iterable(pattern.finditer(text) for pattern in _PATTERNS)


_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_ONES = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
# One is an article as well, in Swedish: it counts only where the sentence ends with it.
_IN_SWEDISH = (
    rf"(?:(?:{'|'.join(_TENS)})(?:ett|{'|'.join(_ONES)})?|{'|'.join((*_TEENS, *_ONES))}|ett(?=\s?[.,;!?)]|\s?$))"
)
_IN_ENGLISH = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty"
)
# What is shortened ends in g. or v., as ordinary words do that end a sentence.
_SHORT_G = r"\w*(?:stor|ning)g\.|(?!\w*(?:[dltr]ag|[ioue]g|[iåäuoe]ng|gg|[oeä]rg|lg|åg|äg)\.)\w{3,40}g\."
_SHORT_V = r"\w*skolv\.|(?!\w*(?:[eiouäå]v|lv|(?:kr|sl|h|gr|r)av)\.)\w{3,40}v\."
_NAMED = (
    rf"\b(?!(?:{'|'.join(NO_STREET)})(?:väg|plan))"
    rf"(?:\w{{2,40}}(?:{'|'.join(STREET_ENDINGS)})|{_SHORT_G}|{_SHORT_V}|\w{{3,40}}vgn\.?"
    r"|(?:norra|södra|östra|västra|stora|lilla|gamla|nya|långa|övre|nedre|inre|yttre|höga|breda)\s"
    r"(?:gatan|vägen|torget|stigen|gränden|backen|allén))"
    r"\s{0,3}(?:nr\.?\s|no\.?\s|number\s|nummer\s)?"
)
_ROADS = "Street|Road|Lane|Avenue|Square|St|Rd|Ln|Ave|Sq|Drive|Close|Court|Terrace|Crescent|Gardens|Grove|Mews"
_STREET = re.compile(rf"{_NAMED}\d{{1,3}}(?:\s?[a-h])?\b(?:-\d{{1,3}}\b)?{NO_UNIT}", re.IGNORECASE)
_STREET_IN_WORDS = re.compile(rf"{_NAMED}\b{_IN_SWEDISH}\b(?:\s?[a-h]\b)?{AT_ITS_END}", re.IGNORECASE)
_SOMEBODYS_STREET = re.compile(
    r"\b[A-ZÅÄÖ][a-zåäöé]+(?:s\s(?:väg|gata|gränd|torg|plan|allé|stig|backe)|\s(?:torg|gränd|allé))\s\d{1,3}(?:\s?[A-Ha-h])?\b"
    + NO_UNIT
)
_ENGLISH_STREET = re.compile(
    rf"\b(?:\d{{1,3}}[A-Ha-h]?,?|(?i:at|near|outside|opposite|number|no\.?)\s(?i:{_IN_ENGLISH}))"
    rf"\s(?!(?i:{'|'.join(MONTHS)}))(?:[A-ZÅÄÖ]\w+\s){{1,3}}(?:{_ROADS})\b"
)
_STREET_IN_SMALL = re.compile(
    rf"\b(?:at|on|near|outside|opposite|number|no\.?)\s\d{{1,3}}[a-h]?\s\w{{3,}}\s(?:street|road|lane|avenue)\b{AT_ITS_END}",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:lgh|lägenhet|lägenhetsnummer|flat|apartment|apt)\.?\s{1,3}(?:nr\.?\s?|no\.?\s?)?\d{1,4}\b", re.IGNORECASE
)
_PATTERNS = (_STREET, _STREET_IN_WORDS, _SOMEBODYS_STREET, _ENGLISH_STREET, _STREET_IN_SMALL, _FLAT)
