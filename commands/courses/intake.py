"""How a person's words become a case: looked at, refused or sent on, held back in a flood, registered."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from commands.away import away_told, counted_from
from commands.call import Call
from commands.case_pictures import given
from commands.choices import next_choice
from commands.courses.raised import for_residents_item, taken_up_told
from commands.posts.cases import begun, in_secretariat, label
from council.calendar import day_of, working_day_after
from council.case import Case, receive
from council.concern import Category, Draft, Holding, guess
from council.detect import IDENTIFYING, Sign, detect
from council.passage import RESIDENT, SECRETARY, Kind
from council.people import Place
from council.steps import Channel
from council.text import Line, Message, Quote, Refusal, Saying, Sharing, Text, Words
from council.tongue import SPOKEN, written_in
from council.words import accept
from storage.drafts import Written
from storage.referrals import DANGER, TIP
from storage.reporters import Raising

SAME_TEXT_ACCOUNTS = 2
"""When so many others have sent the same text within a day, a further one waits for the secretary."""

SAFETY, RECORD, NOT_STORED = Text("safety"), Text("record"), Text("not-stored")


@dataclass(frozen=True)
class Telling:
    """Somebody's words on their way to becoming a case.

    Args:
        person: the Matrix ID of the resident; None if she phoned or came.
        origin: the opaque name of the message they were written in.
        follows: the case that they take up again.
        received_at: when they were handed over; None for now.
        for_meeting: whether it is a question to the council, to be taken up under the residents' item.
    """

    words: str
    person: str | None
    language: str
    channel: Channel = Channel.CHAT
    category: Category | None = None
    area: str | None = None
    origin: str | None = None
    follows: int | None = None
    received_at: datetime | None = None
    for_meeting: bool = False


def look(call: Call, words: str) -> frozenset[Sign]:
    """Return what a text seems to hold that must not come to the council, or that is urgent."""
    return detect(words, places=call.charter.areas, min_group_size=call.charter.limits.min_group_size)


def said_well(call: Call, words: str) -> str:
    """Return somebody's words, cleaned.

    Raises:
        Refusal: there are none, or too many. An emergency among them is answered first.
    """
    try:
        return accept(words, call.charter.limits.message_characters)
    except Refusal as refusal:
        if Sign.DANGER in look(call, words):
            raise Refusal("call-112", refusal.text, NOT_STORED) from refusal
        raise


async def sent_to_112(call: Call) -> list[Saying]:
    """Answer somebody in danger: where to call, at once, and that nothing has been registered."""
    await call.work.referrals.count(DANGER, day_of(call.now, call.charter.zone))
    return [
        call.reply(Text("call-112"), NOT_STORED, sharing=Sharing.OWN),
        call.reply(Text("after-danger"), sharing=Sharing.OWN),
    ]


async def turned_away(call: Call, signs: frozenset[Sign]) -> list[Saying] | None:
    """Refuse words that name a suspect or point to a person, without repeating them; None if they do not."""
    if Sign.SUSPECT in signs:
        await call.work.referrals.count(TIP, day_of(call.now, call.charter.zone))
        return _refused(call, signs, Text("no-suspects"))
    pointing = tuple(Text("case-sign", sign=sign.value) for sign in Sign if sign in signs & IDENTIFYING)
    if not pointing:
        return None
    return _refused(call, signs, Text("write-without", signs=pointing))


def _refused(call: Call, signs: frozenset[Sign], why: Text) -> list[Saying]:
    urgent = (Text("call-112"),) if Sign.DANGER in signs else ()
    return [
        call.reply(*urgent, why, NOT_STORED, sharing=Sharing.OWN),
        call.reply(Text("how-to-remove"), sharing=Sharing.OWN),
    ]


async def is_flood(call: Call, telling: Telling) -> bool:
    """Say whether a concern is over one of the limits, or one of many with the same text."""
    if telling.person is None:
        return False
    limits, reporters = call.charter.limits, call.work.reporters
    hour, day = call.now - timedelta(hours=1), call.now - timedelta(days=1)
    same = await reporters.others_with(reporters.wording(telling.words), day, telling.person)
    return (
        same >= SAME_TEXT_ACCOUNTS
        or await reporters.raised_since(hour, telling.person) >= limits.concerns_an_hour
        or await reporters.raised_since(day, telling.person) >= limits.concerns_a_day
        or await reporters.raised_since(hour) >= limits.concerns_an_hour_in_all
    )


async def taken_in(call: Call, telling: Telling) -> list[Saying]:
    """Register words that a resident wants registered, or hold them if there is a flood; answer her."""
    urgent = urgent_first(call, look(call, telling.words))
    if await is_flood(call, telling):
        return [*urgent, *await held(call, telling)]
    case, posts = await registered(call, telling)
    away = await away_told(call)
    taken_up = await taken_up_told(call, case)
    first = (*away, *receipt(call, case), *taken_up)
    return [
        *urgent,
        call.reply(*first, sharing=Sharing.OWN),
        *await next_choice(call, case),
        *posts,
    ]


async def held(call: Call, telling: Telling) -> list[Saying]:
    """Keep words as a draft that waits for the secretary; nothing accepted is dropped, nobody is banned."""
    assert telling.person is not None
    draft = Draft(
        number=0,
        words=telling.words,
        language=telling.language,
        category=telling.category or guess(telling.words),
        area=telling.area,
        written_at=call.now,
        why=Holding.FLOOD,
    )
    await call.work.drafts.add(Written(draft, telling.person, telling.origin))
    sayings: list[Saying] = [
        call.reply(Text("held-in-flood", days=call.charter.limits.draft_days), SAFETY, sharing=Sharing.OWN)
    ]
    hour = call.now.astimezone(call.charter.zone).strftime("%Y-%m-%dT%H")
    if await call.work.claims.take([f"flood-notice:{hour}"], call.now):
        count = await call.work.drafts.count_held()
        sayings.append(Message.of(Place.SECRETARIAT, Text("flood-waiting", count=count), sharing=Sharing.SECRETARIAT))
    return sayings


async def registered(call: Call, telling: Telling) -> tuple[Case, list[Saying]]:
    """Make a case of somebody's words; return it and the posts that show it to the secretariat."""
    work, at = call.work, telling.received_at or call.now
    number = await work.cases.next_number(call.charter.first_case)
    trade = await work.reporters.trade(telling.person) if telling.person else None
    begins = await counted_from(call, day_of(at, call.charter.zone))
    case = replace(
        receive(number, at, begins, working_day_after, call.charter.targets),
        year=day_of(at, call.charter.zone).year,
        category=telling.category or guess(telling.words),
        area=telling.area,
        language=await _language_of(call, telling),
        channel=telling.channel,
        follows=telling.follows,
        business=trade is not None,
    )
    if telling.for_meeting:
        case = await for_residents_item(call, case)
    await work.cases.save(case)
    by = RESIDENT if telling.person else SECRETARY
    await work.passages.add(number, Kind.TELLING, telling.words, RESIDENT, at)
    if telling.person:
        how = Raising(at, telling.origin, work.reporters.wording(telling.words))
        await work.reporters.link(number, telling.person, how)
    await work.journal.write(call.now, by, "case-received", f"case:{number}", telling.channel.value)
    posts = await begun(call, case, telling.words, look(call, telling.words))
    if trade:
        name = (Quote(Words(trade.name)),) if trade.name else ()
        posts.append(in_secretariat(case, Text("case-from-business", label=label(call, case)), *name))
    if telling.person:
        posts += await given(call, case, telling.person)
    return case, posts


async def _language_of(call: Call, telling: Telling) -> str:
    """Return what somebody is to be answered in: what she chose, else what she writes, else the council's."""
    if call.incoming.room.language not in (None, call.charter.language) or telling.person is None:
        return telling.language
    return written_in(telling.words) or telling.language


def urgent_first(call: Call, signs: frozenset[Sign]) -> list[Saying]:
    """Return what must be heard before all else: danger to 112, a crime to the police. It holds nothing up."""
    lines: list[Line] = [Text("call-112")] if Sign.DANGER in signs else []
    if Sign.CRIME in signs:
        lines.append(Text("report-crime"))
    return [call.reply(*lines, sharing=Sharing.OWN)] if lines else []


def receipt(call: Call, case: Case) -> tuple[Line, ...]:
    """Return what a resident is told of her new case: its name, its two dates, and what always must be said."""
    promise = Text("receipt", label=label(call, case), owner_by=case.triage_due, answer_by=case.answer_due)
    other = (Text("safety-other"),) if case.language not in SPOKEN else ()
    return (promise, SAFETY, *other, RECORD)
