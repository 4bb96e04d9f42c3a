"""Files that people send: a resident's picture is fetched, painted anew and joined to her case; no others are taken."""

from dataclasses import replace

from commands.call import Call, Kind
from commands.case_pictures import given
from commands.concerns import heard
from commands.courses.further import asked_which, live_cases
from commands.courses.intake import look
from commands.courses.pace import too_fast
from commands.declare import hears
from commands.desk import Desk
from commands.introduction import first_words
from council.detect import IDENTIFYING, Sign
from council.people import IN_DIRECT_CHAT, Direct, Place
from council.picture import Attached, Awaited, Unusable, refused_unseen
from council.text import Line, Message, Removal, Saying, Sharing, Text

_SPOILS = IDENTIFYING | {Sign.SUSPECT, Sign.DANGER}
"""With such words below it a picture is not taken in either."""
MIB = 1024 * 1024


@hears(Kind.FILE, where=IN_DIRECT_CHAT)
async def hear_file(call: Call) -> list[Saying] | None:
    """Take in a resident's picture; what stands below it is taken as her words."""
    slowed = await too_fast(call)
    if slowed is not None:
        return slowed
    new = await first_words(call)
    if not call.who.is_resident:
        return [*new, call.reply(Text("files-of-office"), sharing=Sharing.OWN)]
    file = call.incoming.file
    why = refused_unseen(file, call.charter.limits.picture_mib * MIB) or await _too_many(call)
    if file is None or why is not None:
        return [*new, _refused(call, call.incoming.sender, why or Unusable.UNREADABLE)]
    if look(call, file.caption) & _SPOILS:
        return [*await _words_below(call, file), *new, call.reply(Text("picture-not-kept"), sharing=Sharing.OWN)]
    await call.work.pictures.expect(call.incoming.sender, file.place, call.origin, call.now)
    return [*new, *await _words_below(call, file)]


@hears(Kind.FILE, where=frozenset({Place.COUNCIL}))
async def hear_file_in_council(call: Call) -> list[Saying] | None:
    """Refuse files in the council's room: nobody can see beforehand what they hold."""
    return [
        call.reply(Text("no-files-in-council"), sharing=Sharing.COUNCIL),
        Removal(Place.COUNCIL, event=call.incoming.event),
    ]


async def picture_arrived(desk: Desk, awaited: Awaited, data: bytes) -> list[Saying]:
    """Keep a picture that has been fetched and painted anew: with the draft or the case it belongs to, or for one."""
    if not await desk.work.pictures.keep(awaited, data):
        return []
    person = awaited.person
    if await desk.work.drafts.unconfirmed(person):
        return [_said(person, Text("picture-with-draft"))]
    live = await live_cases(desk, person)
    if len(live) == 1:
        return await given(desk, live[0], person)
    days = desk.charter.limits.draft_days
    if not live:
        return [_said(person, Text("picture-needs-words", days=days))]
    if len(await desk.work.pictures.waiting_of(person)) > 1:
        return []
    return [_said(person, Text("which-case-picture", days=days), *asked_which(desk, live))]


async def picture_failed(desk: Desk, awaited: Awaited, why: Unusable) -> list[Saying]:
    """Say that a picture cannot be taken in, and why."""
    await desk.work.pictures.remove([awaited.number])
    return [_refused(desk, awaited.person, why)]


async def _too_many(call: Call) -> Unusable | None:
    waiting = await call.work.pictures.count_of(call.incoming.sender)
    return Unusable.TOO_MANY if waiting >= call.charter.limits.pictures_a_case else None


async def _words_below(call: Call, file: Attached) -> list[Saying]:
    if not file.caption.strip():
        return []
    words = replace(call.incoming, kind=Kind.MESSAGE, body=file.caption)
    return await heard(replace(call, incoming=words), [])


def _refused(desk: Desk, person: str, why: Unusable) -> Message:
    limits = desk.charter.limits
    facts = {"why": why.value, "mib": limits.picture_mib, "most": limits.pictures_a_case}
    return _said(person, Text("picture-refused", **facts))


def _said(person: str, *lines: Line) -> Message:
    return Message.of(Direct(person), *lines, sharing=Sharing.OWN)
