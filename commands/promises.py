"""What organisations promise in public, and whether it was kept."""

from datetime import date

from commands.actions import owner_of
from commands.agenda_at_hand import hand_of
from commands.arguments import Day, ItemId, Reading, Rest
from commands.call import Call
from commands.declare import command
from council.action import read_sources
from council.calendar import day_of
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Place, Reporter
from council.promise import Promise, State, fitting
from council.text import Heading, Item, Line, Message, Refusal, Saying, Sharing, Text, Words
from council.words import clean


@command("promise add", who=COUNCIL, where=IN_COUNCIL)
async def add_promise(call: Call, what: Rest) -> list[Saying]:
    """Promise something by a day, for one's own organisation; the secretary for any."""
    owner, due, typed = await _read(call, clean(what))
    words, sources = read_sources(typed)
    promise = Promise(
        number=await call.work.promises.next_number(),
        organisation=owner,
        text=fitting(words),
        due=due,
        made_at=call.now,
        case=await _case(call, sources),
        origin=call.origin,
    )
    if due < day_of(call.now, call.charter.zone):
        raise Refusal("promise-day-past", due=due)
    await call.work.promises.save(promise)
    await _note(call, "promise-added", promise)
    facts = {"id": promise.id, "owner": await owner_of(call, owner), "text": Words(promise.text), "due": due}
    return [*_in_council(call, Text("promise-added", **facts)), *_to_reporter(promise, Text("promise-to-you", **facts))]


@command("promise kept", who=COUNCIL, where=IN_COUNCIL)
async def keep_promise(call: Call, promise: ItemId, evidence: Rest | None = None) -> list[Saying]:
    """Say that a promise is kept; once the secretary or the resident agrees, it counts."""
    found = await _get(call, promise)
    if found.is_owned_by(call.who) and found.state is State.OPEN:
        claimed = found.claim(call.who, call.now, clean(evidence or ""))
        await _saved(call, "promise-claimed", claimed)
        return _in_council(call, await _said(call, claimed, "promise-claimed"))
    if not call.who.holds(SECRETARY):
        raise Refusal("promise-not-yours", id=found.id, owner=await owner_of(call, found.organisation))
    kept = found.confirm(call.now)
    await _saved(call, "promise-kept", kept)
    return _in_council(call, await _said(call, kept, "promise-kept"))


@command("promise broken", who=COUNCIL, where=IN_COUNCIL)
async def break_promise(call: Call, promise: ItemId, reason: Rest) -> list[Saying]:
    """Say that a promise was not kept, and why."""
    broken = (await _get(call, promise)).breach(call.who, call.now, clean(reason))
    await _saved(call, "promise-broken", broken)
    return _in_council(call, await _said(call, broken, "promise-broken"))


@command("promise list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_promises(call: Call) -> list[Saying]:
    """List every promise and what became of it."""
    promises = await call.work.promises.all()
    if not promises:
        return [call.reply(Text("promise-none"))]
    lines: list[Line] = [Item(await _said(call, each, "promise-line")) for each in promises]
    return [call.reply(Heading(Text("promise-list-heading")), *lines)]


async def _read(call: Call, typed: str) -> tuple[str, date, str]:
    """Return who promises, by when, and what: "[POL] 31 mars två mopedkontroller"."""
    codes = {each.code for each in await call.work.people.organisations()}
    first, _, rest = typed.partition(" ")
    named = first.strip(",:;").upper()
    owner = named if named in codes else call.who.organisation
    if owner is None:
        raise Refusal("promise-owner-missing", example=Text("command-promise-add.example"))
    if owner != call.who.organisation and not call.who.holds(SECRETARY):
        raise Refusal("promise-not-for-others", owner=await owner_of(call, owner))
    reading = Reading(call.now, call.charter.zone, call.language)
    due, what = Day.read(rest.strip() if named in codes else typed, reading)
    return owner, due, what


async def _case(call: Call, sources: tuple[str, ...]) -> int | None:
    """Return the number of the case that a promise answers, if one is named and there is one."""
    label = next((source for source in sources if source.startswith(f"{call.charter.case_prefix}-")), None)
    return (await call.work.cases.get(int(label.rpartition("-")[2]))).number if label else None


async def _get(call: Call, item: str) -> Promise:
    if not item.startswith("L"):
        raise Refusal("promise-unknown", id=item)
    return await call.work.promises.get(int(item[1:]))


async def _said(call: Call, promise: Promise, key: str) -> Text:
    owner = await owner_of(call, promise.organisation)
    facts = {"id": promise.id, "owner": owner, "text": Words(promise.text), "due": promise.due}
    return Text(key, state=promise.state.value, words=Words(promise.words), **facts)


def _in_council(call: Call, told: Text) -> list[Saying]:
    posts: list[Saying] = [call.reply(told)]
    return posts if call.incoming.room.place is Place.COUNCIL else [*posts, Message.of(Place.COUNCIL, told)]


def _to_reporter(promise: Promise, told: Text) -> list[Saying]:
    if promise.case is None:
        return []
    return [Message(Reporter(promise.case), (told,), Sharing.OWN, case=promise.case)]


async def _saved(call: Call, what: str, promise: Promise) -> None:
    await call.work.promises.save(promise)
    await _note(call, what, promise)


async def _note(call: Call, what: str, promise: Promise) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, f"promise:{promise.number}", promise.organisation)
