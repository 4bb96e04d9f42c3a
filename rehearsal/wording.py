"""Dates and numbers in words for the rehearsal's own data, written apart from the bot so that one checks the other."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")
FIRST_SLOT_HOUR, LAST_SLOT_HOUR = 8, 20

WEEKDAYS = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fi": ("maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina", "sunnuntaina"),
}
MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),  # noqa: SIM905
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split(),  # noqa: SIM905
}


class Moment:
    """A moment of the month, to be named in a text: `{answer_by:day}`.

    Formats: `day` (onsdag 8 april), `iso` (2026-04-08), `slot` (when posts about cases next go out in the council's
    room, as the script writes times), and none (as the script writes times).
    """

    def __init__(self, moment: datetime, language: str) -> None:
        self._moment = moment.astimezone(ZONE)
        self._language = language

    def __format__(self, how: str) -> str:
        """Return the moment in words or as the script writes it.

        Raises:
            ValueError: there is no such format.
        """
        moment = self._moment
        if how == "day":
            weekday = WEEKDAYS[self._language][moment.weekday()]
            month = MONTHS[self._language][moment.month - 1]
            return (
                f"{weekday} {moment.day}. {month}kuuta" if self._language == "fi" else f"{weekday} {moment.day} {month}"
            )
        if how == "iso":
            return f"{moment:%Y-%m-%d}"
        if how == "slot":
            return f"{next_slot(moment):%Y-%m-%d %H:%M}"
        if how:
            raise ValueError(f"no way to write a moment: {how!r}")
        return f"{moment:%Y-%m-%d %H:%M}"


def next_slot(moment: datetime) -> datetime:
    """Return when posts about cases next go out in the council's room: on the hour, between 8 and 20, and later."""
    local = moment.astimezone(ZONE)
    slot = local.replace(minute=0, second=0, microsecond=0)
    while slot <= local or not FIRST_SLOT_HOUR <= slot.hour <= LAST_SLOT_HOUR:
        slot += timedelta(hours=1)
    return slot


def read_moment(written: object) -> datetime:
    """Return a moment as the script writes it, in the district's own time: `2026-03-24 10:00`, or a day (10:00).

    "Events of the table without a time of day happen at 10:00."
    """
    text = str(written)
    return datetime.strptime(text if " " in text else f"{text} 10:00", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


def within_a_sentence(names: Mapping[str, str]) -> dict[str, str]:
    """Return a name as it stands within a sentence: in English with its article, where it is no proper name."""
    english = names.get("en", "")
    return {**names, "en": f"the {english}" if english[:1].islower() else english}


def in_words(moment: datetime, language: str) -> str:
    """Return a played moment as a heading names it: `tisdag 31 mars kl. 12.00`."""
    local = moment.astimezone(ZONE)
    clock = f"kl. {local:%H.%M}" if language == "sv" else f"at {local:%H:%M}"
    return f"{Moment(local, language):day} {clock}"


def fill(template: str, facts: dict[str, Any], language: str) -> str:
    """Return a text of the script with its placeholders filled in for one language."""
    return template.format_map({name: _worded(fact, language) for name, fact in facts.items()})


def _worded(fact: object, language: str) -> object:
    if isinstance(fact, dict):
        return fact.get(language) or next(iter(fact.values()))
    if isinstance(fact, datetime):
        return Moment(fact, language)
    return fact
