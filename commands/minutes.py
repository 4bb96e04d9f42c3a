"""The minutes: drafted from the record, corrected, verified by a second person, shown."""

from collections.abc import Sequence

from commands.arguments import ItemId, Reading, Rest
from commands.at_hand.meeting_named import NUMBER
from commands.at_hand.sitting import Sitting, add, journal, last_held, own_organisation, sitting_of, told
from commands.call import Call
from commands.declare import command
from commands.posts.minutes import drafted, file_name, material_of, record_lines, version_lines
from commands.posts.papers import FORMATS, document
from council.calendar import day_of
from council.item import DIRECTORS
from council.minutes import State, Version
from council.people import CHAIR, COUNCIL, EVERYONE, EVERYWHERE, IN_COUNCIL, Here, Place
from council.proceedings import Act, Entry, fitting_note
from council.text import Format, Line, Message, Quote, Refusal, Saying, Sharing, Text, Words
from council.words import clean


@command("minutes", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_minutes(call: Call, which: Rest | None = None) -> list[Saying]:
    """Show the last minutes, or those of a month, also as a file; in the open room only what is verified and open."""
    is_council = call.who.holds(COUNCIL) and call.incoming.room.place is not Place.OPEN
    words = (which or "").split()
    form = next((FORMATS[word.casefold()] for word in words if word.casefold() in FORMATS), None)
    sitting = await _sitting(call, " ".join(word for word in words if word.casefold() not in FORMATS))
    if is_council:
        version = await call.work.minutes.last(sitting.meeting.number)
        if version is None:
            raise Refusal("minutes-none", starts=sitting.meeting.starts_at)
        return _shown(call, version_lines(version, sitting, Sharing.COUNCIL), sitting, form, Sharing.COUNCIL)
    public = await call.work.minutes.adjusted(sitting.meeting.number)
    if public is None:
        raise Refusal("minutes-none-public", starts=sitting.meeting.starts_at)
    return _shown(call, version_lines(public, sitting, Sharing.OPEN), sitting, form, Sharing.OPEN)


@command("minutes draft", who=DIRECTORS, where=IN_COUNCIL)
async def draft_minutes(call: Call, number: Rest | None = None) -> list[Saying]:
    """Draft the minutes of the last meeting from its record, or draft them anew."""
    sitting = await _sitting(call, number)
    if sitting.proceedings.is_running:
        raise Refusal("minutes-meeting-runs")
    if not sitting.proceedings.is_called:
        raise Refusal("minutes-no-record", starts=sitting.meeting.starts_at)
    version = await _new_version(call, sitting)
    posts = told(call, *version_lines(version, sitting, Sharing.COUNCIL), key=_post(version))
    how = Text("minutes-how", adjusted=call.charter.plan.adjust_by(sitting.meeting))
    return [*posts, Message.of(Place.COUNCIL, how)]


@command("minutes correct", who=COUNCIL, where=IN_COUNCIL)
async def correct_minutes(call: Call, what: Rest) -> list[Saying]:
    """Ask for a correction of the draft; the chair's and the secretary's own is made at once."""
    sitting = await last_held(call)
    version = await _must_have(call, sitting)
    item, words = _item(call, what)
    if item:
        item = sitting_item(sitting, item)
    organisation = "" if call.who.holds(DIRECTORS) else own_organisation(call.who)
    correction = f"R{1 + len({each.subject for each in sitting.proceedings.entries if each.act is Act.CORRECTED})}"
    entry = Entry(
        0, Act.CORRECTED, call.now, call.now, item, organisation, correction, fitting_note(clean(words)),
        call.who.user_id, call.origin,
    )  # fmt: skip
    sitting = await add(call, sitting, entry)
    await journal(call, "minutes-correction", sitting.meeting, correction)
    if call.who.holds(DIRECTORS):
        return await _agreed(call, sitting, correction, version)
    asked = Text("correction-asked", id=correction, organisation=sitting.named(organisation))
    return told(call, asked, Quote(Words(entry.words)), Text("correction-settle", id=correction))


@command("minutes accept", who=DIRECTORS, where=IN_COUNCIL)
async def accept_correction(call: Call, correction: ItemId) -> list[Saying]:
    """Put a correction that was asked for into a new version of the minutes."""
    sitting = await last_held(call)
    version = await _must_have(call, sitting)
    _must_wait(sitting, correction)
    return await _agreed(call, sitting, correction, version)


@command("minutes decline", who=DIRECTORS, where=IN_COUNCIL)
async def decline_correction(call: Call, correction: ItemId) -> list[Saying]:
    """Leave a correction that was asked for out; that it was asked for stays in the record."""
    sitting = await last_held(call)
    _must_wait(sitting, correction)
    await add(call, sitting, Entry(0, Act.DECLINED, call.now, call.now, subject=correction, person=call.who.user_id))
    await journal(call, "correction-declined", sitting.meeting, correction)
    return told(call, Text("correction-declined", id=correction))


@command("minutes adjust", who=COUNCIL, where=IN_COUNCIL)
async def adjust_minutes(call: Call) -> list[Saying]:
    """Verify the minutes: a second person, of the organisation that was chosen, or the chair."""
    sitting = await last_held(call)
    version = await _must_have(call, sitting)
    adjuster = sitting.proceedings.adjuster
    if call.who.organisation != adjuster and not call.who.holds(CHAIR):
        raise Refusal("minutes-not-your-adjustment")
    waiting = _waiting(sitting)
    if waiting:
        raise Refusal("minutes-corrections-wait", ids=tuple(Text("agenda-id", id=each) for each in waiting))
    organisation = own_organisation(call.who)
    verified = version.adjust(call.who, organisation, call.now)
    await call.work.minutes.save(verified)
    await call.work.meetings.save(sitting.meeting.adjust(day_of(call.now, call.charter.zone)))
    await journal(call, "minutes-adjusted", sitting.meeting, f"v{verified.number}")
    text = Text(
        "minutes-are-adjusted",
        starts=sitting.meeting.starts_at,
        organisation=sitting.named(organisation),
        version=verified.number,
    )
    lines = version_lines(verified, sitting, Sharing.COUNCIL)
    name = file_name(call.charter, sitting.meeting)
    return [*told(call, text), document(name, lines, Place.COUNCIL, Format.PDF, Sharing.COUNCIL)]


@command("record", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_record(call: Call, number: Rest | None = None) -> list[Saying]:
    """Show what was written down at a meeting, moment by moment, also what was struck."""
    return [call.reply(*record_lines(await _sitting(call, number)))]


def sitting_item(sitting: Sitting, item: str) -> str:
    """Return the id of an item that was on the agenda, if only to go to the next meeting.

    Raises:
        Refusal: there is none of that id.
    """
    if not any(item in each.names for each in sitting.agenda.items):
        raise Refusal("agenda-item-unknown", id=item)
    return item


def _shown(call: Call, lines: Sequence[Line], sitting: Sitting, form: Format | None, sharing: Sharing) -> list[Saying]:
    if form is None:
        return [call.reply(*lines, sharing=sharing)]
    return [document(file_name(call.charter, sitting.meeting), lines, Here(), form, sharing)]


async def _sitting(call: Call, number: str | None) -> Sitting:
    if not number:
        return await last_held(call)
    found = NUMBER.fullmatch(number.strip())
    if found is None:
        raise Refusal("meeting-number-unclear", example=Text("command-minutes.example"))
    return await sitting_of(call.work, await call.work.meetings.get(found["month"] + found["letter"].lower()))


async def _must_have(call: Call, sitting: Sitting) -> Version:
    version = await call.work.minutes.last(sitting.meeting.number)
    if version is None:
        raise Refusal("minutes-none", starts=sitting.meeting.starts_at)
    return version


async def _new_version(call: Call, sitting: Sitting) -> Version:
    last = await call.work.minutes.last(sitting.meeting.number)
    material = await material_of(call.work, call.charter, sitting, call.now)
    version = drafted(material, 1 + (last.number if last else 0), call.who.user_id, call.now)
    await call.work.minutes.save(version)
    await journal(call, "minutes-drafted", sitting.meeting, f"v{version.number}")
    return version


async def _agreed(call: Call, sitting: Sitting, correction: str, version: Version) -> list[Saying]:
    agreed = Entry(0, Act.AGREED, call.now, call.now, subject=correction, person=call.who.user_id)
    sitting = await add(call, sitting, agreed)
    new = await _new_version(call, sitting)
    lines = [Text("correction-made", id=correction, version=new.number)]
    if version.state is State.ADJUSTED:
        lines.append(Text("minutes-adjust-again"))
    return told(call, *lines)


def _item(call: Call, typed: str) -> tuple[str, str]:
    """Return the item that a correction begins with, if it does, and its words."""
    try:
        item, rest = ItemId.read(typed, Reading(call.now, call.charter.zone, call.language))
    except Refusal:
        return "", typed
    return (item, rest) if item.startswith("A") else ("", typed)


def _waiting(sitting: Sitting) -> list[str]:
    settled = {each.subject for each in sitting.proceedings.of(Act.AGREED, Act.DECLINED)}
    return [each.subject for each in sitting.proceedings.of(Act.CORRECTED) if each.subject not in settled]


def _must_wait(sitting: Sitting, correction: str) -> None:
    if correction not in _waiting(sitting):
        raise Refusal("correction-unknown", id=correction)


def _post(version: Version) -> str:
    return f"minutes:{version.meeting}:{version.number}"
