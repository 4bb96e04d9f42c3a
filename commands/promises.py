"""What organisations promise in public, and whether it was kept."""

import re
from collections.abc import Mapping
from datetime import date

from commands.arguments import Day, ItemId, Reading, Rest, is_day
from commands.at_hand.agenda import hand_of
from commands.at_hand.sitting import running, write
from commands.call import Call
from commands.declare import command
from commands.posts.actions import owner_of
from commands.posts.cases import to_resident
from council.action import read_sources
from council.almanac import MONTHS, any_of
from council.calendar import DAY, day_of
from council.people import COUNCIL, IN_COUNCIL, SECRETARY, Place
from council.proceedings import Act
from council.promise import Promise, State, fitting
from council.text import Fact, Heading, Item, Line, Message, Refusal, Saying, Text, Words
from council.words import clean

_CASE = re.compile(r"(?:#|[A-ZÅÄÖ]{2,4}-[0-9]{4}-)?(?P<number>[0-9]{1,6})[:,.]?\s+(?=\S)", re.IGNORECASE)
_BY = re.compile(r"(?<!\w)(?:senast|by|till|before|före)(?:\s+den)?\s+", re.IGNORECASE)
_IN_MONTH = re.compile(rf"(?<!\w)(?:i|in|under|during)\s+(?P<month>{any_of(MONTHS)})[\s.]*$", re.IGNORECASE)


@command("promise add", who=COUNCIL, where=IN_COUNCIL)
async def add_promise(call: Call, what: Rest) -> list[Saying]:
    """Promise something by a day, for one's own organisation; the secretary for any."""
    owner, due, words, case = await _read(call, " ".join(clean(what).split()))
    promise = Promise(
        number=await call.work.promises.next_number(),
        organisation=owner,
        text=fitting(words),
        due=due,
        made_at=call.now,
        case=case,
        origin=call.origin,
    )
    if due < day_of(call.now, call.charter.zone):
        raise Refusal("promise-day-past", due=due)
    await call.work.promises.save(promise)
    await _note(call, "promise-added", promise)
    sitting = await running(call.work)
    if sitting is not None:
        await write(call, sitting, Act.PROMISED, subject=promise.id, organisation=owner)
    facts = {"id": promise.id, "owner": await owner_of(call, owner), "text": Words(promise.text), "due": due}
    return [*_in_council(call, Text("promise-added", **facts)), *await _to_reporter(call, promise, facts)]


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
    lines: list[Line] = [Item(await _listed(call, each)) for each in promises]
    return [call.reply(Heading(Text("promise-list-heading")), *lines)]


async def _read(call: Call, typed: str) -> tuple[str, date, str, int | None]:
    """Return who promises, by when, what, and for which case.

    Typed as "0042 klippt senast 8 april", "POL 31 mars två mopedkontroller" or "brev senast fredag (TR-2026-0044)".
    """
    number, rest = _number(call, typed)
    codes = {each.code for each in await call.work.people.organisations()}
    first, _, after = rest.partition(" ")
    named = first.strip(",:;").upper() if first.strip(",:;").upper() in codes else None
    rest = after.strip() if named else rest
    what, sources = read_sources(rest)
    label = next((source for source in sources if source.startswith(f"{call.charter.case_prefix}-")), None)
    number = int(label.rpartition("-")[2]) if label else number
    case = await call.work.cases.get(number) if number is not None else None
    owner = named or call.who.organisation or (case.owner if case else None)
    if case and case.owner and call.who.holds(SECRETARY):
        owner = named or case.owner
    if owner is None:
        raise Refusal("promise-owner-missing", example=Text("command-promise-add.example"))
    if owner != call.who.organisation and not call.who.holds(SECRETARY):
        raise Refusal("promise-not-for-others", owner=await owner_of(call, owner))
    due, words = _due(call, what)
    return owner, due, words, case.number if case else None


def _number(call: Call, typed: str) -> tuple[int | None, str]:
    """Return the number of a case that a line begins with, if it does and is not a day's, and the rest."""
    found = _CASE.match(typed)
    if found is None or is_day(typed, Reading(call.now, call.charter.zone, call.language)):
        return None, typed
    return int(found["number"]), typed[found.end() :].strip()


def _due(call: Call, typed: str) -> tuple[date, str]:
    """Return the day a promise is due and its words: the day stands first, or last after "senast".

    Raises:
        Refusal: no day can be read.
    """
    reading = Reading(call.now, call.charter.zone, call.language)
    for found in reversed(list(_BY.finditer(typed))):
        try:
            due, rest = Day.read(typed[found.end() :].rstrip(" ."), reading)
        except Refusal:
            continue
        if not rest:
            return due, typed[: found.start()].strip(" ,")
    month = _IN_MONTH.search(typed)
    if month:
        return _end_of(MONTHS[month["month"].casefold()], day_of(call.now, call.charter.zone)), typed
    try:
        return Day.read(typed, reading)
    except Refusal as unread:
        raise Refusal("promise-due-missing", example=Text("command-promise-add.example")) from unread


def _end_of(month: int, today: date) -> date:
    """Return the last day of the next such month, this one too."""
    year = today.year + (month < today.month)
    return date(year + month // 12, month % 12 + 1, 1) - DAY


async def _get(call: Call, item: str) -> Promise:
    if not item.startswith("L"):
        raise Refusal("promise-unknown", id=item)
    promise = await call.work.promises.get(int(item[1:]))
    if promise.state is State.WITHDRAWN:
        raise Refusal("promise-unknown", id=item)
    return promise


async def _listed(call: Call, promise: Promise) -> Text:
    line = await _said(call, promise, "promise-line")
    return Text("promise-back", promise=line, day=promise.back_on) if promise.back_on else line


async def _said(call: Call, promise: Promise, key: str) -> Text:
    owner = await owner_of(call, promise.organisation)
    facts = {"id": promise.id, "owner": owner, "text": Words(promise.text), "due": promise.due}
    return Text(key, state=promise.state.value, words=Words(promise.words), **facts)


def _in_council(call: Call, told: Text) -> list[Saying]:
    posts: list[Saying] = [call.reply(told)]
    return posts if call.incoming.room.place is Place.COUNCIL else [*posts, Message.of(Place.COUNCIL, told)]


async def _to_reporter(call: Call, promise: Promise, facts: Mapping[str, Fact]) -> list[Saying]:
    if promise.case is None:
        return []
    case = await call.work.cases.get(promise.case)
    told = Text("promise-to-you", label=case.label(call.charter.case_prefix), **facts)
    return to_resident(case, told)


async def _saved(call: Call, what: str, promise: Promise) -> None:
    await call.work.promises.save(promise)
    await _note(call, what, promise)


async def _note(call: Call, what: str, promise: Promise) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, f"promise:{promise.number}", promise.organisation)
