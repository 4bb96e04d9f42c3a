"""What a handler is given, put together from one thing that somebody said."""

from commands.call import Call, Incoming, Kind, Rulebook
from commands.reading.catalogue import Catalogue
from council.charter import Charter
from storage.work import Work


async def call_of(work: Work, incoming: Incoming, charter: Charter, catalogue: Catalogue, rulebook: Rulebook) -> Call:
    """Return the call that something said makes."""
    is_about_another = incoming.kind in (Kind.EDIT, Kind.REMOVAL) and incoming.target
    return Call(
        incoming=incoming,
        now=incoming.at,
        who=await work.people.get(incoming.sender),
        work=work,
        charter=charter,
        catalogue=catalogue,
        origin=opaque(work, incoming.target if is_about_another and incoming.target else incoming.event),
        language=incoming.room.language or charter.language,
        rulebook=rulebook,
    )


def opaque(work: Work, event: str) -> str:
    """Return the name that an event is kept under."""
    return work.vault.name("event", event)
