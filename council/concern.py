"""What residents raise: the kinds of concern, who is asked first, and the draft before there is a case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

from council.text import Refusal, Text, Words


class Category(Enum):
    """A broad, plain kind of concern. There is always OTHER."""

    LIGHTING = "lighting"
    VANDALISM = "vandalism"
    LITTER = "litter"
    ABANDONED_VEHICLE = "abandoned_vehicle"
    TRAFFIC = "traffic"
    SCHOOL_ROUTE = "school_route"
    UNSAFE_PLACE = "unsafe_place"
    SUGGESTION = "suggestion"
    QUESTION = "question"
    DRUGS = "drugs"
    ARSON = "arson"
    BUSINESS = "business"
    FRAUD_ELDERLY = "fraud_elderly"
    BURGLARY_THEFT = "burglary_theft"
    HARASSMENT = "harassment"
    YOUTH = "youth"
    ALCOHOL_DISORDER = "alcohol_disorder"
    FIREWORKS = "fireworks"
    NEIGHBOUR_NOISE = "neighbour_noise"
    OTHER = "other"


OWNERS: Mapping[Category, tuple[str, ...]] = MappingProxyType(
    {
        Category.LIGHTING: ("TRAF", "SDF"),
        Category.VANDALISM: ("SDF", "SKOL", "BOST"),
        Category.LITTER: ("SDF", "FAST"),
        Category.ABANDONED_VEHICLE: ("TRAF",),
        Category.TRAFFIC: ("TRAF", "POL", "SKOL"),
        Category.SCHOOL_ROUTE: ("TRAF", "POL", "SKOL"),
        Category.UNSAFE_PLACE: ("SDF",),
        Category.SUGGESTION: ("SDF",),
        Category.QUESTION: ("SDF",),
        Category.DRUGS: ("POL", "FTG", "BOST"),
        Category.ARSON: ("POL", "RTJ", "BOST"),
        Category.BUSINESS: ("POL", "FTG"),
        Category.FRAUD_ELDERLY: ("POL",),
        Category.BURGLARY_THEFT: ("POL", "BOST"),
        Category.HARASSMENT: ("POL", "FALT"),
        Category.YOUTH: ("FALT", "SDF", "POL"),
        Category.ALCOHOL_DISORDER: ("FALT", "SDF", "POL", "SL"),
        Category.FIREWORKS: ("SDF", "POL", "RTJ"),
        Category.NEIGHBOUR_NOISE: ("BOST", "FAST"),
        Category.OTHER: (),
    }
)
"""The organisations to ask first, the likeliest first. A proposal: the secretary decides."""

NAMES: Mapping[str, Category] = MappingProxyType(
    {
        "belysning": Category.LIGHTING, "lampor": Category.LIGHTING,
        "skadegörelse": Category.VANDALISM, "klotter": Category.VANDALISM, "graffiti": Category.VANDALISM,
        "nedskräpning": Category.LITTER, "skräp": Category.LITTER,
        "övergivet fordon": Category.ABANDONED_VEHICLE, "fordon": Category.ABANDONED_VEHICLE,
        "trafik": Category.TRAFFIC, "buskörning": Category.TRAFFIC,
        "skolväg": Category.SCHOOL_ROUTE,
        "otrygg plats": Category.UNSAFE_PLACE, "plats": Category.UNSAFE_PLACE,
        "förslag": Category.SUGGESTION, "fråga": Category.QUESTION,
        "narkotika": Category.DRUGS, "droger": Category.DRUGS,
        "brand": Category.ARSON, "bilbrand": Category.ARSON, "anlagd brand": Category.ARSON,
        "butik": Category.BUSINESS, "företag": Category.BUSINESS, "utpressning": Category.BUSINESS,
        "bedrägeri": Category.FRAUD_ELDERLY, "fraud": Category.FRAUD_ELDERLY,
        "inbrott": Category.BURGLARY_THEFT, "stöld": Category.BURGLARY_THEFT,
        "burglary": Category.BURGLARY_THEFT, "theft": Category.BURGLARY_THEFT,
        "trakasserier": Category.HARASSMENT, "ungdomar": Category.YOUTH,
        "berusning": Category.ALCOHOL_DISORDER, "alkohol": Category.ALCOHOL_DISORDER,
        "alcohol": Category.ALCOHOL_DISORDER,
        "smällare": Category.FIREWORKS, "fyrverkerier": Category.FIREWORKS,
        "störande grannar": Category.NEIGHBOUR_NOISE, "grannar": Category.NEIGHBOUR_NOISE,
        "noise": Category.NEIGHBOUR_NOISE, "annat": Category.OTHER,
    }
)  # fmt: skip
"""What people call a category, besides its own name."""


def read_category(typed: str) -> Category:
    """Return the category that somebody names.

    Raises:
        Refusal: there is none of that name.
    """
    low = " ".join(typed.casefold().replace("_", " ").replace("-", " ").split())
    named = {**{category.value.replace("_", " "): category for category in Category}, **NAMES}
    if low not in named:
        all_of_them = tuple(Text("case-category", category=category.value) for category in Category)
        raise Refusal("category-unknown", typed=Words(typed[:40]), categories=all_of_them)
    return named[low]


# Beginnings of Swedish and English words. The first category with a hit wins, so the telling ones stand first.
# What a guess is worth: a start for the secretary's triage, shown as a proposal, never as a fact.
BEGINNINGS: tuple[tuple[Category, tuple[str, ...]], ...] = (
    (
        Category.ARSON,
        ("bilbrand", "anlagd", "arson", "mordbrand", "eldat", "eldade", "tänt eld", "satt eld", "car fire", "set fire"),
    ),
    (Category.FIREWORKS, ("smällare", "fyrverk", "raket", "firework", "firecracker", "bangers")),
    (Category.FRAUD_ELDERLY, ("bedrag", "bedräg", "banken", "fraud", "scam", "from the bank", "from their bank")),
    (Category.ABANDONED_VEHICLE, ("bil utan skylt", "övergiv", "skrotbil", "abandoned", "bilvrak", "without plates")),
    (Category.SCHOOL_ROUTE, ("övergångsställe", "skolväg", "crossing", "way to school")),
    (Category.TRAFFIC, ("moped", "buskör", "elspark", "fortkör", "speeding", "kör för fort", "scooter")),
    (Category.DRUGS, ("knark", "drog", "öppen försäljning", "langa", "drug", "dealing")),
    (
        Category.BURGLARY_THEFT,
        ("inbrott", "stöld", "stulen", "stulit", "burglar", "theft", "stolen", "break-in", "rån", "robb"),
    ),
    (
        Category.LITTER,
        (
            "skräp",
            "sopor",
            "soppås",
            "engångsgrill",
            "litter",
            "rubbish",
            "trash",
            "glas bakom",
            "krossat glas",
            "broken glass",
        ),
    ),
    (Category.VANDALISM, ("klotter", "skadegör", "vandal", "graffiti", "sönderslag", "krossa")),
    (Category.BUSINESS, ("snatteri", "butik", "utpress", "shoplift", "kunder")),
    (
        Category.HARASSMENT,
        ("trakasser", "ofred", "hotad", "hotade", "hotfull", "harass", "kränk", "shouted at", "threat"),
    ),
    (
        Category.LIGHTING,
        (
            "lampa",
            "lampor",
            "belysning",
            "gatlykt",
            "lykt",
            "mörkt",
            "släckt",
            "lamp",
            "street light",
            "streetlight",
            "dark",
        ),
    ),
    (Category.ALCOHOL_DISORDER, ("berusa", "fyll", "drunk", "alkohol")),
    (Category.NEIGHBOUR_NOISE, ("granne", "fest", "trapphus", "neighbour", "noise", "oväsen", "parties")),
    (Category.YOUTH, ("ungdom", "tonåring", "teenager", "youth")),
    (Category.SUGGESTION, ("förslag", "föreslå", "could the council", "suggest", "kunde rådet", "kan rådet")),
    (
        Category.UNSAFE_PLACE,
        (
            "otrygg",
            "buskar",
            "skymm",
            "unsafe",
            "i avoid",
            "rädd att gå",
            "rädda",
            "vågar inte",
            "bushes",
            "scared",
            "afraid",
        ),
    ),
)


def guess(words: str) -> Category:
    """Propose a kind for somebody's words: a question if it only asks, OTHER if nothing fits."""
    text = words.casefold()
    for category, beginnings in BEGINNINGS:
        if any(_begins(text, beginning) for beginning in beginnings):
            return category
    return Category.QUESTION if text.rstrip().endswith("?") else Category.OTHER


def _begins(text: str, beginning: str) -> bool:
    at = text.find(beginning)
    while at > 0 and text[at - 1].isalpha():
        at = text.find(beginning, at + 1)
    return at >= 0


class Holding(Enum):
    """Why words wait as a draft instead of being a case."""

    UNCONFIRMED = "unconfirmed"
    FLOOD = "flood"
    UNPLACED = "unplaced"


@dataclass(frozen=True)
class Draft:
    """Words that a resident has written and nobody but her has seen. Not a record until confirmed.

    Args:
        number: which of this council's drafts it is; never shown to the council.
        words: as written, cleaned.
        language: the resident's language.
        why: what it waits for: her yes, the secretary's after a flood, or that she says which case it belongs to.
    """

    number: int
    words: str
    language: str
    category: Category
    written_at: datetime
    area: str | None = None
    why: Holding = Holding.UNCONFIRMED

    def reworded(self, words: str, at: datetime) -> "Draft":
        """Return the draft with other words; the kind is guessed anew."""
        return replace(self, words=words, category=guess(words), written_at=at)

    def lapses_at(self, days: int) -> datetime:
        """Return when an unconfirmed draft is deleted."""
        return self.written_at + timedelta(days=days)
