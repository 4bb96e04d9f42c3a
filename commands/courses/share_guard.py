"""What stands between a shared text and its readers: what points to a person goes no further.

The detectors help; people decide. Nothing they find is ever repeated.
"""

from dataclasses import dataclass

from commands.at_hand.agenda import hand_of
from commands.call import Call
from commands.courses.intake import look
from commands.posts.incidents import opened
from council.detect import Sign
from council.incident import Cause
from council.people import SECRETARY, Direct, Here, Place
from council.pointers import covered
from council.share import Share
from council.text import Fact, Item, Line, Message, Quote, Removal, Saying, Sharing, Text, Words

FORBIDDEN = frozenset({Sign.PERSONAL_NUMBER, Sign.NAME, Sign.SUSPECT})
"""Never shared, and removed where it was typed: it says who somebody is."""

DOUBTFUL = frozenset({Sign.PHONE, Sign.PLATE, Sign.EMAIL, Sign.ADDRESS, Sign.SMALL_GROUP})
"""Held until its sender has written it differently; the secretary may share it as it is."""


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


async def caught(call: Call, share: Share, signs: Signs, post: str | None = None) -> list[Saying]:
    """Remove a post that says who somebody is, wherever it stands, and begin to count the hours.

    The number is used up, so that the record shows that something was removed. The words are kept for the
    secretary alone, sealed, until the incident is closed.

    Args:
        share: as it was about to be, or is.
        post: the event that the words stand in besides the command.
    """
    await call.work.shares.save(share.withdraw(call.now))
    await call.work.journal.write(call.now, hand_of(call.who), "share-caught", f"share:{share.number}", "incident")
    incident = await opened(call, Cause.CAUGHT, share.text, share=share.number)
    facts: dict[str, Fact] = {"id": share.id, "source": hand_of(call.who), "notify_by": incident.notify_by}
    alert = Text("share-caught-alert", signs=_named(signs.forbid), **facts)
    how = Text("incident-how", id=incident.id)
    # What was typed is removed, and so cannot be edited any more.
    warning = (*_warning("share-caught-warning", signs.forbid), Text("share-write-anew"))
    sayings: list[Saying] = [
        *(Removal(Here(), event=event) for event in (call.incoming.event, post) if event),
        Message.of(Place.SECRETARIAT, alert, how, sharing=Sharing.SECRETARIAT),
        Message.of(Direct(call.who.user_id), *warning, sharing=Sharing.OPEN),
    ]
    if call.incoming.room.place is not Place.DIRECT:
        sayings.append(Message.of(Here(), Text("share-caught-here"), sharing=Sharing.OPEN))
    return sayings


def held(call: Call, words: str, signs: Signs) -> list[Saying]:
    """Hold a text back, and tell its sender alone why: what was found is covered, and not repeated."""
    how, preview = Text("share-how-to-write"), Text("share-preview")
    warning = (*_warning("share-held-warning", signs.doubt), how, preview, Quote(covering(call, words)))
    if call.incoming.room.place is Place.DIRECT:
        return [call.reply(*warning, sharing=Sharing.COUNCIL)]
    return [
        call.reply(Text("share-held-here"), sharing=Sharing.OPEN),
        Message.of(Direct(call.who.user_id), *warning, sharing=Sharing.COUNCIL),
    ]


def covering(call: Call, words: str) -> Words:
    """Return words with a bar over what points to a person."""
    return Words(covered(words, call.charter.areas, call.charter.limits.min_group_size))


def named_signs(signs: Signs) -> list[Line]:
    """Return the kinds of thing that were found, one in a line."""
    return [Item(Text("share-sign", sign=sign.value)) for sign in (*signs.forbid, *signs.doubt)]


def _warning(key: str, signs: tuple[Sign, ...]) -> tuple[Line, ...]:
    return (Text(key), *(Item(Text("share-sign", sign=sign.value)) for sign in signs))


def _named(signs: tuple[Sign, ...]) -> tuple[Text, ...]:
    return tuple(Text("share-sign", sign=sign.value) for sign in signs)
