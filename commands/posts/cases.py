"""What is said about a case as it moves, and where: its threads, its contacts, its resident.

The secretariat's thread holds the resident's words; the council's holds the summary that the secretary
has edited. Neither ever holds who raised it.
"""

from datetime import timedelta

from commands.desk import Desk
from council.calendar import day_of, working_day_after
from council.case import Case
from council.detect import TELLING, Sign
from council.likeness import RECENT, alike, may_be_same
from council.passage import Kind
from council.people import Contacts, Organisation, Place, Reporter
from council.steps import Channel, Lateness, State
from council.text import Heading, Item, Line, Message, Poll, Quote, Saying, Sharing, Text
from council.tongue import SPOKEN


def label(desk: Desk, case: Case) -> str:
    """Return what people call a case: TR-2026-0042."""
    return case.label(desk.charter.case_prefix)


def secretariat_thread(number: int) -> str:
    """Return the name of a case's thread in the secretariat's room."""
    return f"case:{number:04d}:secretariat"


def council_thread(number: int) -> str:
    """Return the name of a case's thread in the council's room."""
    return f"case:{number:04d}:council"


async def owner_of(desk: Desk, case: Case) -> Organisation | Text:
    """Return who answers for a case, as a fact for a Text: the council itself while nobody is named."""
    if case.owner is None:
        return Text("the-council")
    return await desk.work.people.organisation(case.owner)


def state_of(case: Case) -> Text:
    """Return the state of a case in words."""
    return Text("case-state", state=case.state.value)


def subject_of(case: Case) -> Text:
    """Return what a case is about: its category and area, never its words."""
    category = Text("case-category", category=case.category.value)
    return Text("case-about", category=category, area=case.area) if case.area else category


def lateness_of(desk: Desk, case: Case) -> Lateness:
    """Say whether a case is late at the moment of the desk."""
    return case.lateness(day_of(desk.now, desk.charter.zone), working_day_after, desk.charter.targets)


def to_resident(case: Case, *lines: Line, key: str | None = None) -> list[Saying]:
    """Tell those who raised or follow a case, in their chats; ask the secretary to tell whoever has none."""
    told: list[Saying] = [Message(Reporter(case.number), lines, Sharing.OWN, key=key, case=case.number)]
    if case.channel is Channel.CHAT:
        return told
    return [*told, in_secretariat(case, Text("tell-apart", channel=case.channel.value), *lines)]


def due_told(case: Case) -> tuple[Text, ...]:
    """Return what a resident may expect next in her case, and by when."""
    if case.awaits is None:
        return ()
    return (Text("status-owner-by" if case.state is State.RECEIVED else "status-answer-by", day=case.awaits),)


def resident_told(case: Case) -> Text:
    """Return how a case's resident hears of what was done: in her chat, by the secretary, or not at all."""
    return Text("resident-told", how=way_to_resident(case))


def way_to_resident(case: Case) -> str:
    """Return by which way a case's resident is told, for a text to choose by: chat, phone, visit or gone."""
    return "gone" if case.unlinked_at else case.channel.value


def is_in_chat(case: Case) -> bool:
    """Say whether a case's resident hears of it in her chat."""
    return case.channel is Channel.CHAT and case.unlinked_at is None


def to_contacts(case: Case, *lines: Line) -> list[Saying]:
    """Tell the contact persons of the organisation that owns a case, if one does."""
    if case.owner is None:
        return []
    return [Message(Contacts(case.owner), lines, Sharing.COUNCIL, case=case.number)]


def in_secretariat(case: Case, *lines: Line, key: str | None = None) -> Message:
    """Say something in a case's thread in the secretariat's room."""
    thread = secretariat_thread(case.number)
    return Message(Place.SECRETARIAT, lines, Sharing.SECRETARIAT, key=key, thread=thread, case=case.number)


def in_council(case: Case, *lines: Line, slot: bool = False) -> list[Saying]:
    """Say something in a case's thread in the council's room, if it has one.

    Args:
        slot: wait for the next slot, because a resident has just done something.
    """
    if case.triaged_at is None:
        return []
    thread = council_thread(case.number)
    return [Message(Place.COUNCIL, lines, Sharing.COUNCIL, thread=thread, case=case.number, slot=slot)]


async def begun(desk: Desk, case: Case, words: str, signs: frozenset[Sign]) -> list[Saying]:
    """Open a new case's thread in the secretariat's room, with the resident's words in it."""
    key = secretariat_thread(case.number)
    root = Message(Place.SECRETARIAT, await root_lines(desk, case), Sharing.SECRETARIAT, key=key, case=case.number)
    told = in_secretariat(
        case,
        Text("case-words", label=label(desk, case)),
        Quote(words),
        *_warnings(signs),
        *((Text("case-to-translate", language=case.language),) if case.language not in SPOKEN else ()),
        key=words_key(case.number, 1),
    )
    return [root, told, *await look_alikes(desk, case)]


def yes_or_no() -> tuple[tuple[str, Text], ...]:
    """Return the two answers of a poll."""
    return (("yes", Text("answer-yes")), ("no", Text("answer-no")))


def solved_poll(desk: Desk, case: Case) -> Poll:
    """Return the question whether it is solved, to be answered with a button where the client shows them."""
    question = Text("solved-poll", label=label(desk, case))
    return Poll(Reporter(case.number), question, yes_or_no(), f"poll-{question_name(desk, case.number)}", Sharing.OWN)


def question_name(desk: Desk, number: int) -> str:
    """Return the name of the post that asks about a case: opaque, since it stands in the resident's own chat."""
    return f"question:{desk.work.vault.name('question', desk.work.council, str(number))}"


def words_key(number: int, version: int) -> str:
    """Return the name of the post that shows a version of the resident's words."""
    return f"case:{number:04d}:words:{version}"


async def moved(desk: Desk, before: Case, after: Case, *, slot: bool = False) -> list[Saying]:
    """Bring the roots of a case's threads up to date; at its triage, open the council's.

    Args:
        slot: wait for the next slot with the council's, because a resident has just done something.
    """
    lines = await root_lines(desk, after)
    key = secretariat_thread(after.number)
    posts: list[Saying] = [Message(Place.SECRETARIAT, lines, Sharing.SECRETARIAT, edits=key, case=after.number)]
    if after.triaged_at is None:
        return posts
    key = council_thread(after.number)
    is_first = before.triaged_at is None
    root = Message(
        Place.COUNCIL,
        await _council_root(desk, after, lines),
        Sharing.COUNCIL,
        key=key if is_first else None,
        edits=None if is_first else key,
        case=after.number,
        slot=is_first or slot,
    )
    return [*posts, root]


async def look_alikes(desk: Desk, case: Case) -> list[Saying]:
    """Suggest to the secretary, once, which recent case of the same kind this one may repeat, if it is live."""
    if not case.is_open:
        return []
    recent = await desk.work.cases.received(case.received_at - RECENT, case.received_at + timedelta(seconds=1))
    for other in recent:
        if may_be_same(case, other) and await _is_like(desk, case, other):
            if not await desk.work.claims.take([f"alike:{case.number}:{other.number}"], desk.now):
                return []
            facts = {"number": f"{case.number:04d}", "other": f"{other.number:04d}"}
            return [in_secretariat(case, Text("case-looks-like", label=label(desk, other), **facts))]
    return []


async def _is_like(desk: Desk, case: Case, other: Case) -> bool:
    """Say whether two cases are about one place, or, while a place is not known, in like words."""
    if case.area is not None and case.area == other.area:
        return True
    one = await desk.work.passages.latest(case.number, Kind.TELLING)
    two = await desk.work.passages.latest(other.number, Kind.TELLING)
    return bool(one and two and alike(one.words, two.words))


async def root_lines(desk: Desk, case: Case) -> tuple[Line, ...]:
    """Return what the root of a case's thread says: number, subject, state, owner, dates; nothing of who raised it."""
    lines: list[Line] = [
        Heading(Text("case-root", label=label(desk, case), state=state_of(case))),
        Item(subject_of(case)),
        Item(Text("case-root-received", day=day_of(case.received_at, desk.charter.zone))),
    ]
    if case.owner:
        lines.append(Item(Text("case-root-owner", owner=await owner_of(desk, case))))
    lines += _due_lines(case)
    if case.reason and case.state is State.CANNOT_ANSWER:
        lines.append(Item(Text("case-root-reason", reason=Text("case-reason", reason=case.reason.value))))
    for key, other in (("case-root-same-as", case.same_as), ("case-root-follows", case.follows)):
        if other:
            lines.append(Item(Text(key, label=label(desk, await desk.work.cases.get(other)))))
    if case.unlinked_at:
        lines.append(Item(Text("case-root-unlinked")))
    return tuple(lines)


async def needs_translation(desk: Desk, case: Case) -> bool:
    """Say whether the resident reads neither of the council's languages and her answer is not in two languages yet."""
    if case.language in SPOKEN or not (case.is_live or case.state is State.CLOSED):
        return False
    answer = await desk.work.passages.latest(case.number, Kind.ANSWER)
    translated = await desk.work.passages.latest(case.number, Kind.TRANSLATION)
    return answer is None or translated is None or translated.at < answer.at


def _due_lines(case: Case) -> list[Line]:
    lines: list[Line] = []
    if case.state is State.RECEIVED:
        lines.append(Item(Text("case-root-triage-due", day=case.triage_due)))
    if case.awaits:
        lines.append(Item(Text("case-root-answer-due", day=case.answer_due)))
        if case.clocks[-1].extended_to:
            lines.append(Item(Text("case-root-promised-first", day=case.clocks[-1].due)))
    return lines


async def _council_root(desk: Desk, case: Case, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    summary = await desk.work.passages.latest(case.number, Kind.SUMMARY)
    return (*lines, Quote(summary.words)) if summary else (*lines, Text("case-summary-missing"))


def _warnings(signs: frozenset[Sign]) -> tuple[Line, ...]:
    """Return what the secretary is warned of in a resident's words: danger, and what the council may not read."""
    urgent: tuple[Line, ...] = (Text("case-words-urgent"),) if Sign.DANGER in signs else ()
    seen = tuple(Text("case-sign", sign=sign.value) for sign in Sign if sign in signs & TELLING)
    return (*urgent, Text("case-words-warning", signs=seen)) if seen else urgent
