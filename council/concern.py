"""What residents raise: the kinds of concern, who is asked first, and the draft before there is a case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType


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

# Beginnings of Swedish and English words. The first category with a hit wins, so the telling ones stand first.
# What a guess is worth: a start for the secretary's triage, shown as a proposal, never as a fact.
BEGINNINGS: tuple[tuple[Category, tuple[str, ...]], ...] = (
    (Category.ARSON, ("bilbrand", "anlagd", "arson", "mordbrand", "eldade")),
    (Category.FIREWORKS, ("smällare", "fyrverk", "raket", "firework", "firecracker", "bangers")),
    (Category.FRAUD_ELDERLY, ("bedrag", "bedräg", "banken", "fraud", "scam")),
    (Category.ABANDONED_VEHICLE, ("bil utan skylt", "övergiv", "skrotbil", "abandoned", "bilvrak")),
    (Category.SCHOOL_ROUTE, ("övergångsställe", "skolväg", "crossing", "way to school")),
    (Category.TRAFFIC, ("moped", "buskör", "elspark", "fortkör", "speeding", "kör för fort", "scooter")),
    (Category.DRUGS, ("knark", "drog", "öppen försäljning", "langa", "drug", "dealing")),
    (Category.BURGLARY_THEFT, ("inbrott", "stöld", "stulen", "stulit", "burglar", "theft", "stolen", "break-in")),
    (Category.LITTER, ("skräp", "sopor", "soppås", "engångsgrill", "litter", "rubbish", "trash", "glas bakom")),
    (Category.VANDALISM, ("klotter", "skadegör", "vandal", "graffiti", "sönderslag", "krossa")),
    (Category.BUSINESS, ("snatteri", "butik", "utpress", "shoplift", "kunder")),
    (Category.HARASSMENT, ("trakasser", "ofred", "harass", "kränk", "shouted at")),
    (Category.LIGHTING, ("lampa", "lampor", "lamporna", "belysning", "gatlykt", "mörkt", "lamp", "street light")),
    (Category.ALCOHOL_DISORDER, ("berusa", "fyll", "drunk", "alkohol")),
    (Category.NEIGHBOUR_NOISE, ("granne", "fest", "trapphus", "neighbour", "noise", "oväsen")),
    (Category.YOUTH, ("ungdom", "tonåring", "teenager", "youth")),
    (Category.SUGGESTION, ("förslag", "föreslå", "could the council", "suggest", "kunde rådet", "kan rådet")),
    (Category.UNSAFE_PLACE, ("otrygg", "buskar", "skymm", "unsafe", "i avoid", "rädd att gå", "vågar inte")),
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


@dataclass(frozen=True)
class Draft:
    """Words that a resident has written and nobody but her has seen. Not a record until confirmed.

    Args:
        number: which of this council's drafts it is; never shown to the council.
        words: as written, cleaned.
        language: the resident's language.
        why: what it waits for: her yes, or the secretary's after a flood.
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
