"""Personal-data incidents: shown, begun, ticked off step by step, and closed."""

from commands.arguments import ItemId, Number, Rest
from commands.at_hand.agenda import hand_of
from commands.call import Call, Kind
from commands.declare import command
from commands.posts.incidents import checklist, heading, opened, subject
from commands.posts.permalink import place_and_event
from council.incident import LONGEST_WHAT, Cause, Incident, Step
from council.people import IN_COUNCIL, IN_SECRETARIAT, SECRETARY, Here, Place, Role
from council.text import Heading, Item, Message, Quote, Refusal, Removal, Saying, Sharing, Text, Words
from council.words import clean

GUARDIANS = SECRETARY | {Role.DPO}


@command("incident", who=GUARDIANS, where=IN_SECRETARIAT, again=True)
async def show_incidents(call: Call, item: ItemId | None = None) -> list[Saying]:
    """Show the incidents that are not closed and the hours that are left; or one of them, with its checklist."""
    if item is not None:
        return [call.reply(*checklist(call, await _named(call, item)), sharing=Sharing.COUNCIL)]
    running = await call.work.incidents.running()
    if not running:
        return [call.reply(Text("incident-none"), sharing=Sharing.COUNCIL)]
    lines = [Item(heading(call, each)) for each in running]
    return [call.reply(Heading(Text("incident-heading")), *lines, sharing=Sharing.COUNCIL)]


@command("incident open", who=GUARDIANS, where=IN_SECRETARIAT)
async def open_incident(call: Call, what: Rest) -> list[Saying]:
    """Begin an incident that came to be known in some other way. Write what happened, without names."""
    said = clean(what)
    if len(said) > LONGEST_WHAT:
        raise Refusal("incident-what-long", most=LONGEST_WHAT)
    incident = await opened(call, Cause.REPORTED, "", what=said)
    return [call.reply(*checklist(call, incident), sharing=Sharing.COUNCIL)]


@command("incident hide", who=SECRETARY, where=IN_COUNCIL)
async def hide_post(call: Call, link: Rest | None = None) -> list[Saying]:
    """Remove a post that says who somebody is, and begin an incident: as an answer to the post, or with its link."""
    removal, words = await _post(call, link)
    incident = await opened(call, Cause.HIDDEN, words)
    told = Message(Place.SECRETARIAT, tuple(checklist(call, incident)), Sharing.SECRETARIAT)
    return [
        removal,
        Message.of(removal.to, Text("share-caught-here"), sharing=Sharing.OPEN),
        told,
    ]


@command("incident done", who=GUARDIANS, where=IN_SECRETARIAT)
async def tick_step(call: Call, item: ItemId, step: Number) -> list[Saying]:
    """Tick off one step of an incident, by its number."""
    before = await _named(call, item)
    if not 1 <= step <= len(Step):
        raise Refusal("incident-step-unknown", most=len(Step))
    taken = list(Step)[step - 1]
    after = before.tick(taken, call.now)
    await call.work.incidents.save(after)
    await call.work.journal.write(call.now, hand_of(call.who), "incident-step", subject(after), taken.value)
    return [call.reply(*checklist(call, after), sharing=Sharing.COUNCIL)]


@command("incident words", who=SECRETARY, where=IN_SECRETARIAT)
async def show_words(call: Call, item: ItemId) -> list[Saying]:
    """Show the sealed copy of the post, to judge the risk. That it was shown is written into the journal."""
    incident = await _named(call, item)
    words = await call.work.incidents.words_of(incident.number)
    if words is None:
        raise Refusal("incident-no-words", id=incident.id)
    await call.work.journal.write(call.now, hand_of(call.who), "incident-words-shown", subject(incident))
    return [call.reply(Text("incident-words", id=incident.id), Quote(Words(words)), sharing=Sharing.SECRETARIAT)]


@command("incident close", who=SECRETARY, where=IN_SECRETARIAT)
async def close_incident(call: Call, item: ItemId, outcome: Rest) -> list[Saying]:
    """Close an incident once every step is taken. The sealed copy of the post is destroyed."""
    closed = (await _named(call, item)).close(clean(outcome), call.now)
    had_copy = await call.work.incidents.words_of(closed.number) is not None
    await call.work.incidents.save(closed)
    await call.work.journal.write(call.now, hand_of(call.who), "incident-closed", subject(closed))
    told = Text("incident-closed" if had_copy else "incident-closed-without-copy", id=closed.id)
    return [call.reply(told, sharing=Sharing.COUNCIL)]


async def _named(call: Call, item: str) -> Incident:
    if not item.startswith("P"):
        raise Refusal("incident-unknown", id=item)
    return await call.work.incidents.get(int(item[1:]))


async def _post(call: Call, link: str | None) -> tuple[Removal, str]:
    """Return what removes the post that is meant, and its words where they are at hand.

    Raises:
        Refusal: no post is named, or it stands in none of the council's rooms.
    """
    if link:
        place, event = await place_and_event(call, link)
        return Removal(place, event=event), clean(call.incoming.linked or "")
    if call.incoming.kind is Kind.MESSAGE and call.incoming.target is not None:
        return Removal(Here(), event=call.incoming.target), clean(call.incoming.replied or "")
    raise Refusal("incident-post-missing")
