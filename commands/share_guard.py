"""What stands between a shared text and its readers: what points to a person goes no further.

The detectors help; people decide. Nothing they find is ever repeated.
"""

from dataclasses import dataclass
from datetime import timedelta

from commands.agenda_at_hand import hand_of
from commands.call import Call
from commands.intake import look
from council.detect import Sign
from council.people import SECRETARY, Direct, Here, Place
from council.share import Share
from council.text import Item, Line, Message, Removal, Saying, Sharing, Text

FORBIDDEN = frozenset({Sign.PERSONAL_NUMBER, Sign.NAME, Sign.SUSPECT})
"""Never shared, and removed where it was typed: it says who somebody is."""

DOUBTFUL = frozenset({Sign.PHONE, Sign.PLATE, Sign.EMAIL, Sign.ADDRESS, Sign.SMALL_GROUP})
"""Held until its sender has written it differently; the secretary may share it as it is."""

INCIDENT_HOURS = 72
"""The time to notify the supervisory authority (GDPR art. 33): real hours, red days too."""


@dataclass(frozen=True)
class Signs:
    """What a text seems to hold that must not, or should not, be shared."""

    forbid: tuple[Sign, ...] = ()
    doubt: tuple[Sign, ...] = ()


def looked_at(call: Call, words: str, sharing: Sharing) -> Signs:
    """Return what speaks against sharing a text as it stands."""
    found = look(call, words)
    lenient = sharing is Sharing.SECRETARIAT or call.who.holds(SECRETARY)
    return Signs(
        forbid=tuple(sign for sign in Sign if sign in found & FORBIDDEN),
        doubt=() if lenient else tuple(sign for sign in Sign if sign in found & DOUBTFUL),
    )


async def caught(call: Call, share: Share, signs: Signs) -> list[Saying]:
    """Remove a post that says who somebody is, wherever it stands, and begin to count the hours.

    The number is used up, so that the record shows that something was removed; the words are not kept.
    """
    await call.work.shares.save(share.withdraw(call.now))
    await call.work.journal.write(call.now, hand_of(call.who), "share-caught", f"share:{share.number}", "incident")
    signs_seen = _named(signs.forbid)
    notify_by = call.now + timedelta(hours=INCIDENT_HOURS)
    alert = Text("share-caught-alert", id=share.id, source=hand_of(call.who), signs=signs_seen, notify_by=notify_by)
    sayings: list[Saying] = [
        Removal(Here(), event=call.incoming.event),
        Message.of(Place.SECRETARIAT, alert, sharing=Sharing.SECRETARIAT),
        Message.of(Direct(call.who.user_id), *_warning("share-caught-warning", signs.forbid), sharing=Sharing.OPEN),
    ]
    if call.incoming.room.place is not Place.DIRECT:
        sayings.insert(1, Message.of(Here(), Text("share-caught-here"), sharing=Sharing.OPEN))
    return sayings


def held(call: Call, signs: Signs) -> list[Saying]:
    """Hold a text back, and tell its sender alone why."""
    warning = _warning("share-held-warning", signs.doubt)
    if call.incoming.room.place is Place.DIRECT:
        return [call.reply(*warning, sharing=Sharing.OPEN)]
    return [
        call.reply(Text("share-held-here"), sharing=Sharing.OPEN),
        Message.of(Direct(call.who.user_id), *warning, sharing=Sharing.OPEN),
    ]


def _warning(key: str, signs: tuple[Sign, ...]) -> tuple[Line, ...]:
    return (Text(key), *(Item(Text("share-sign", sign=sign.value)) for sign in signs), Text("share-how-to-write"))


def _named(signs: tuple[Sign, ...]) -> tuple[Text, ...]:
    return tuple(Text("share-sign", sign=sign.value) for sign in signs)
