"""What a person can ask and do about the cases she raised or follows, and what everybody may see of any case."""

from commands.arguments import SURELY_A_CASE, CaseNumber, Reading, Word
from commands.call import Call
from commands.courses.intake import Telling, registered
from commands.courses.own_steps import acts_for, reopened, unfollowed, unlinked, withdrawn
from commands.declare import command
from commands.posts.cases import due_told, label, owner_of, state_of, subject_of
from council.case import Case
from council.passage import RESIDENT, Kind
from council.people import CHAIR, EVERYONE, EVERYWHERE, IN_DIRECT_CHAT, SECRETARY, Chat, Place
from council.steps import OPEN, STEPS, State, Step
from council.text import Item, Line, Message, Quote, Refusal, Saying, Sharing, Text, Words
from council.tongue import language


@command("status", who=EVERYONE, where=EVERYWHERE, again=True)
async def show_status(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Show how a case stands: all of it to whom it is, the public view to everybody else."""
    if number is None:
        return await _own_or_list(call)
    case = await call.work.cases.get(number)
    if call.incoming.room.place is Place.DIRECT and number in await _own_numbers(call):
        return await _own_view(call, case)
    public = Text(
        "status-public",
        label=label(call, case),
        about=subject_of(case),
        state=state_of(case),
        owner=await owner_of(call, case),
    )
    return [call.reply(public, *await _promises(call, case), sharing=Sharing.OPEN)]


@command("mycases", who=EVERYONE, where=IN_DIRECT_CHAT, again=True)
async def list_my_cases(call: Call) -> list[Saying]:
    """List the cases that somebody raised or follows."""
    return await _list_own(call)


@command("reopen", who=EVERYONE, where=IN_DIRECT_CHAT)
async def reopen_case(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Open one's own case again; one settled too long ago becomes a new case that takes it up."""
    case = await _own_case(call, number, frozenset(STEPS[Step.REOPEN]))
    if case.state in STEPS[Step.REOPEN] and not case.can_reopen(call.now, call.charter.targets):
        return await _taken_up(call, case)
    return await reopened(call, case)


@command("withdraw", who=EVERYONE, where=IN_DIRECT_CHAT)
async def withdraw_case(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Take one's own case back; one that another raised is only followed no more."""
    case = await _own_case(call, number, OPEN)
    if not (acts_for(call, case) or await call.work.reporters.has_raised(call.incoming.sender, case.number)):
        return await unfollowed(call, case)
    return await withdrawn(call, case)


@command("erase", who=EVERYONE, where=IN_DIRECT_CHAT)
async def erase_me(call: Call, number: CaseNumber | None = None) -> list[Saying]:
    """Delete one's drafts, and cut the link to one's cases if a decision on disposal allows it."""
    apart = await _raised_apart(call, number)
    if apart is not None:
        return [call.reply(Text("no-reporter", label=label(call, apart)), sharing=Sharing.OWN)]
    drafts = await call.work.drafts.of(call.incoming.sender)
    await call.work.drafts.remove(each.draft.number for each in drafts)
    if drafts:
        await call.work.disposals.wished("drafts", len(drafts), call.now)
    pictures = await call.work.pictures.forget(call.incoming.sender)
    gone: list[Line] = [Text("drafts-erased")] if drafts or pictures else []
    own = await _own(call)
    cases = [case for case in own if number is None or case.number == number]
    if number is not None and not cases:
        raise _unknown(number)
    if not cases:
        return [call.reply(*(gone or [Text("nothing-to-erase")]), sharing=Sharing.OWN)]
    return await _links_cut(call, cases, gone)


@command("lang", who=EVERYONE, where=EVERYWHERE)
async def choose_language(call: Call, name: Word) -> list[Saying]:
    """Choose the language of one's direct chat; in a room of the council the secretary or chair chooses."""
    room = call.incoming.room
    if room.place is not Place.DIRECT and not call.who.holds(SECRETARY | CHAIR):
        raise Refusal("language-of-room")
    code = language(name)
    if code is None:
        raise Refusal("language-unreadable", typed=Words(name[:40]))
    await call.work.rooms.set_language(room.number, code)
    # Not a reply to Here: the room is read again, so that the answer is in the language just chosen.
    return [Message.of(Chat(room.number), Text("language-chosen", language=code), sharing=Sharing.OPEN)]


async def named_or_only(call: Call, text: str) -> tuple[Case, str]:
    """Return the case of somebody's own that a text begins with, else her only live one; and the rest of the text.

    Raises:
        Refusal: she has none such, or several; a case of somebody else's is refused like one that is not there.
    """
    if SURELY_A_CASE.match(text):
        number, rest = CaseNumber.read(text, Reading(call.now, call.charter.zone, call.language))
        return await _own_case(call, number, OPEN), rest
    return await _own_case(call, None, OPEN | {State.RESOLVED}), text


async def _own_numbers(call: Call) -> list[int]:
    return await call.work.reporters.cases_of(call.incoming.sender)


async def _own(call: Call) -> list[Case]:
    return await call.work.cases.all(await _own_numbers(call))


async def _own_case(call: Call, number: int | None, likely: frozenset[State]) -> Case:
    """Return the case somebody means: the one she names, else her only one in a likely state.

    Raises:
        Refusal: she has none such, or several; a case of somebody else's is refused like one that is not there.
    """
    apart = await _raised_apart(call, number)
    if apart is not None:
        return apart
    own = await _own(call)
    if number is not None:
        named = [case for case in own if case.number == number]
        if not named:
            raise _unknown(number)
        return named[0]
    candidates = [case for case in own if case.state in likely] or own
    if not candidates:
        raise Refusal("no-case-of-yours")
    if len(candidates) > 1:
        raise Refusal("which-case", labels=tuple(Text("label", label=label(call, case)) for case in candidates))
    return candidates[0]


async def _raised_apart(call: Call, number: int | None) -> Case | None:
    """Return the case that the secretary names because somebody who has no chat asked her to act in it."""
    named = await call.work.cases.all([number]) if number is not None else []
    return next((case for case in named if acts_for(call, case)), None)


def _unknown(number: int) -> Refusal:
    return Refusal("case-not-yours", number=f"{number:04d}")


async def _list_own(call: Call) -> list[Saying]:
    own = await _own(call)
    if call.incoming.room.place is not Place.DIRECT:
        raise Refusal("status-which")
    if not own:
        return [call.reply(Text("no-case-of-yours"), sharing=Sharing.OWN)]
    return [call.reply(*[Item(await _own_line_with_date(call, case)) for case in own], sharing=Sharing.OWN)]


async def _own_or_list(call: Call) -> list[Saying]:
    """Show somebody's only case in full, several as a list."""
    own = await _own(call) if call.incoming.room.place is Place.DIRECT else []
    return await _own_view(call, own[0]) if len(own) == 1 else await _list_own(call)


async def _own_line(call: Call, case: Case) -> Text:
    return Text("status-own", label=label(call, case), state=state_of(case), owner=await owner_of(call, case))


async def _own_line_with_date(call: Call, case: Case) -> Text:
    line = await _own_line(call, case)
    return next((Text("status-own-next", own=line, next=due) for due in due_told(case)), line)


async def _own_view(call: Call, case: Case) -> list[Saying]:
    lines: list[Line] = [await _own_line(call, case), *await _promises(call, case), *due_told(case)]
    if case.state is State.REDIRECTED:
        whom = await call.work.passages.latest(case.number, Kind.REDIRECTION)
        lines += [Text("your-case-redirected", label=label(call, case)), Quote(Words(whom.words))] if whom else []
    sayings: list[Saying] = [call.reply(*lines, sharing=Sharing.OWN)]
    answer = await call.work.passages.latest(case.number, Kind.ANSWER)
    if answer:
        sayings.append(call.reply(Text("status-answer"), Quote(Words(answer.words)), sharing=Sharing.OWN))
    return sayings


async def _promises(call: Call, case: Case) -> tuple[Line, ...]:
    promises = await call.work.promises.for_case(case.number)
    return tuple(Text("status-promise", promise=Words(each.text), due=each.due) for each in promises)


async def _taken_up(call: Call, before: Case) -> list[Saying]:
    told = await call.work.passages.latest(before.number, Kind.TELLING)
    case, posts = await registered(
        call,
        Telling(
            told.words if told else "",
            call.incoming.sender,
            call.language,
            category=before.category,
            area=before.area,
            origin=call.origin,
            follows=before.number,
        ),
    )
    reply = Text(
        "your-case-taken-up",
        old=label(call, before),
        label=label(call, case),
        owner_by=case.triage_due,
        answer_by=case.answer_due,
    )
    return [call.reply(reply, sharing=Sharing.OWN), *posts]


async def _links_cut(call: Call, cases: list[Case], gone: list[Line]) -> list[Saying]:
    kept = call.charter.retention.get("identity")
    if kept is None or kept.decision_ref is None:
        for case in cases:
            await call.work.journal.write(call.now, RESIDENT, "erasure-refused", f"case:{case.number}")
        controller = call.charter.controller
        refused = Text("erasure-refused", dpo=controller.dpo, contact=controller.contact)
        return [call.reply(*gone, refused, sharing=Sharing.OWN)]
    sayings: list[Saying] = []
    for case in cases:
        sayings += await unlinked(call, case)
    await call.work.disposals.wished("identity", len(cases), call.now)
    labels = tuple(Text("label", label=label(call, case)) for case in cases)
    erased = Text("link-erased", labels=labels, count=len(cases))
    return [call.reply(*gone, erased, sharing=Sharing.OWN), *sayings]
