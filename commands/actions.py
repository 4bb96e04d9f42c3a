"""Who does what by when: actions made, accepted and done."""

from commands.arguments import Codes, Day, ItemId, Rest
from commands.at_hand.agenda import hand_of
from commands.at_hand.sitting import running, told, write
from commands.call import Call
from commands.declare import command
from commands.posts.actions import action_line, found_lines, owner_of
from council.action import Action, Partner, State, fitting, read_sources
from council.calendar import day_of, working_day_after
from council.item import DIRECTORS, Raiser
from council.people import COUNCIL, IN_COUNCIL, Contacts, Place, Reporter
from council.proceedings import Act
from council.text import Heading, Item, Line, Message, Refusal, Saying, Sharing, Text, Words
from council.words import clean

ANSWER_WORKDAYS = 5
"""Within so many working days an owner should have accepted; afterwards it is shown that she has not."""

SECRETARYS = frozenset({"SECRETARY", "SEKRETERARE", "SEKRETERAREN"})


@command("action add", who=COUNCIL, where=IN_COUNCIL)
async def add_action(call: Call, owner: Codes, due: Day, what: Rest) -> list[Saying]:
    """Ask an organisation, or several, to do something by a day. It binds whoever accepts it."""
    codes = [await _code(call, each) for each in owner.split("+") if each]
    code, others = codes[0], tuple(dict.fromkeys(each for each in codes[1:] if each != codes[0]))
    if not call.who.holds(DIRECTORS) and code != call.who.organisation:
        raise Refusal("action-not-for-others", owner=await owner_of(call, code))
    words, sources = read_sources(clean(what))
    today = day_of(call.now, call.charter.zone)
    if due < today:
        raise Refusal("action-day-past", due=due)
    action = Action(
        number=await call.work.actions.next_number(),
        owner=code,
        due=due,
        what=fitting(words),
        made_at=call.now,
        answer_due=working_day_after(today, ANSWER_WORKDAYS),
        sources=sources,
        origin=call.origin,
        partners=tuple(Partner(each) for each in others),
    )
    if action.is_owned_by(call.who):
        action = action.accept(call.who, call.now)
    await call.work.actions.save(action)
    await _note(call, "action-added", action)
    sitting = await running(call.work)
    if sitting is not None:
        await write(call, sitting, Act.ASSIGNED, subject=action.id, organisation=code)
    return [call.reply(await action_line(call, action)), *_asked(action)]


@command("action accept", who=COUNCIL, where=IN_COUNCIL)
async def accept_action(call: Call, action: ItemId) -> list[Saying]:
    """Accept an action for one's organisation: now it binds."""
    before = await action_named(call, action)
    accepted = before.accept(call.who, call.now)
    await call.work.actions.save(accepted)
    await _note(call, "action-accepted", accepted)
    if accepted.partners != before.partners:
        return await _partner_told(call, accepted)
    said = await _told(call, accepted, "action-accepted")
    return [*said, *await _residents_told(call, accepted, "action-about-your-case")]


@command("action done", who=COUNCIL, where=IN_COUNCIL)
async def finish_action(call: Call, action: ItemId, evidence: Rest | None = None) -> list[Saying]:
    """Say that an action is done, with a sentence that shows it."""
    done = (await action_named(call, action)).finish(call.who, call.now, clean(evidence or ""))
    await call.work.actions.save(done)
    await _note(call, "action-done", done)
    said = await _told(call, done, "action-done-with" if done.evidence else "action-done")
    return [*said, *await _residents_told(call, done, "action-about-your-case-done")]


@command("action list", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_actions(call: Call, words: Rest | None = None) -> list[Saying]:
    """List the actions that are not done, the first due first; or those of all years that hold some words."""
    if words:
        return [call.reply(*await found_lines(call, words))]
    actions = await call.work.actions.open()
    if not actions:
        return [call.reply(Text("action-none"))]
    lines: list[Line] = [Item(await action_line(call, action)) for action in actions]
    return [call.reply(Heading(Text("action-list-heading")), *lines)]


async def _code(call: Call, named: str) -> str:
    return Raiser.SECRETARY if named in SECRETARYS else (await call.work.people.organisation(named)).code


async def _partner_told(call: Call, action: Action) -> list[Saying]:
    """Say in the council's room that one of several has accepted its part."""
    organisation = await call.work.people.organisation(call.who.organisation or "")
    return told(call, Text("action-accepted", id=action.id, what=Words(action.what), owner=organisation))


async def action_named(call: Call, item: str) -> Action:
    """Return the action that people call X4.

    Raises:
        Refusal: there is none of that id.
    """
    if not item.startswith("X"):
        raise Refusal("action-unknown", id=item)
    action = await call.work.actions.get(int(item[1:]))
    if action.state is State.WITHDRAWN:
        raise Refusal("action-unknown", id=item)
    return action


def _asked(action: Action) -> list[Saying]:
    """Ask the contact persons of those who have not accepted, in private."""
    codes = [action.owner] if action.state is State.AWAITING and action.owner != Raiser.SECRETARY else []
    codes += [each.organisation for each in action.partners if each.accepted_at is None]
    text = Text("action-asked", id=action.id, what=Words(action.what), due=action.due)
    return [Message.of(Contacts(code), text) for code in codes]


async def _told(call: Call, action: Action, key: str) -> list[Saying]:
    """Say in the council's room what became of an action, and to whoever said it elsewhere."""
    owner = await owner_of(call, action.owner)
    facts = {"id": action.id, "what": Words(action.what), "owner": owner, "evidence": Words(action.evidence)}
    told = Text(key, **facts)
    posts: list[Saying] = [call.reply(told)]
    if call.incoming.room.place is not Place.COUNCIL:
        posts.append(Message.of(Place.COUNCIL, told))
    return posts


async def _residents_told(call: Call, action: Action, key: str) -> list[Saying]:
    """Tell those whose cases an action answers that it is promised, or done."""
    owner = await owner_of(call, action.owner)
    posts: list[Saying] = []
    for source in action.sources:
        number = source.rpartition("-")[2]
        if source.startswith(f"{call.charter.case_prefix}-") and await call.work.cases.all([int(number)]):
            facts = {"what": Words(action.what), "owner": owner, "due": action.due, "evidence": Words(action.evidence)}
            posts.append(
                Message(Reporter(int(number)), (Text(key, label=source, **facts),), Sharing.OWN, case=int(number))
            )
    return posts


async def _note(call: Call, what: str, action: Action) -> None:
    await call.work.journal.write(call.now, hand_of(call.who), what, f"action:{action.number}", action.owner)
