"""A council that has been through everything its pages can show."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from council.action import Action
from council.action import State as ActionState
from council.agenda import Agenda
from council.attendance import Intention, Word
from council.case import Case, receive
from council.concern import Category
from council.decision import Decision, Votes
from council.incident import Cause
from council.item import Item, Kind
from council.meeting import Meeting
from council.meeting import State as MeetingState
from council.minutes import State as MinutesState
from council.minutes import Version
from council.passage import Kind as Passage
from council.petition import Petition
from council.proceedings import Act, Entry, Proceedings
from council.promise import Promise
from council.promise import State as PromiseState
from council.release import Release
from council.share import Share
from council.share import State as ShareState
from council.steps import Channel, Reason
from council.text import Heading, Quote, Sharing, Text, Words
from council.text import Item as Bullet
from storage.work import Work
from tests.town import STOCKHOLM, Town

BEGAN = datetime(2025, 11, 3, 8, tzinfo=UTC)
NOW = datetime(2026, 4, 27, 11, tzinfo=UTC)
HELD = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, BEGAN, MeetingState.HELD,
               adjusted_on=date(2026, 4, 23))  # fmt: skip
MOVED = Meeting("2026-05", date(2026, 5, 21), time(18), "Europe/Stockholm", 120, NOW, MeetingState.FROZEN,
                previous=(datetime(2026, 5, 14, 16, tzinfo=UTC),))  # fmt: skip
CANCELLED = Meeting("2026-03", date(2026, 3, 12), time(18), "Europe/Stockholm", 120, BEGAN, MeetingState.CANCELLED)
PLANNED = Meeting("2026-06", date(2026, 6, 11), time(18), "Europe/Stockholm", 120, BEGAN)
EVENING = datetime(2026, 4, 9, 17, tzinfo=UTC)


async def enrich(town: Town) -> None:
    """Fill the town's storage, and let it be 27 April 2026 there."""
    town.clock.time = NOW
    async with town.database.work("lindvassa") as work:
        await work.councils.save({}, BEGAN)
        for meeting in (CANCELLED, HELD, MOVED, PLANNED):
            await work.meetings.save(meeting)
        await _agenda(work)
        await _evening(work)
        await _promises(work)
        await _cases(work)
        await _shares(work)
        await _petitions(work)
        for kind, times in (("112", 1), ("tip", 2)):
            for _ in range(times):
                await work.referrals.count(kind, date(2026, 3, 21))


async def _agenda(work: Work) -> None:
    for meeting in ("2026-04", "2026-05"):
        agenda = Agenda.opened(meeting)
        raised = [
            Item(len(agenda.items), 8, "Belysning och sikt i Parkstråket", Kind.DECISION, 10, "BOE", position=7),
            Item(len(agenda.items) + 1, 9, "Något bara för rådet", Kind.DISCUSSION, 10, "POL", position=8,
                 sharing=Sharing.COUNCIL),
        ]  # fmt: skip
        agenda = replace(agenda, items=(*agenda.items, *raised)).freeze(BEGAN)
        await work.agenda.save(agenda)


async def _evening(work: Work) -> None:
    acts = [(Act.STARTED, "", ""), (Act.CALLED, "", "")]
    acts += [(Act.ARRIVED, code, "") for code in ("SDF", "POL", "BOST", "FTG", "SKOL", "BOE")]
    acts += [(Act.LEFT, "SKOL", ""), (Act.LEFT, "BOE", ""), (Act.ASSIGNED, "", "X9"), (Act.ENDED, "", "")]
    entries = tuple(
        Entry(n, act, EVENING + timedelta(minutes=n), EVENING, "A9" if subject else "", code, subject)
        for n, (act, code, subject) in enumerate(acts, 1)
    )
    await work.records.save(Proceedings("2026-04", entries))
    await work.records.intend("2026-04", Intention("FAST", Word.NO, BEGAN))
    lines = (
        Heading(Text("minutes-item", id="", title=Words("Protokoll"))),
        Text("minutes-of-record"),
        Heading(Text("minutes-item", id="A8", title=Words("Belysning och sikt i Parkstråket"))),
        Bullet(Text("minutes-note", words=Words("Tre lampor är släckta."))),
        Bullet(Text("minutes-note", words=Words("Buskarna är klippta."))),
        Quote(Words("Vi reserverar oss.")),
    )
    version = Version("2026-04", 1, BEGAN, "@secretary:town", lines, lines, MinutesState.ADJUSTED, NOW, "@skol:town",
                      "SKOL")  # fmt: skip
    await work.minutes.save(version)
    for decision in (
        Decision(1, "2026-04", "A8", "TRAF lagar belysningen varaktigt", EVENING, Votes(6, 0, 1)),
        Decision(2, "2026-04", "A8", "Extra vuxna ute 30 april", EVENING, Votes(3, 3, 0, casting=True)),
        Decision(3, "2026-04", "A9", "Något hemligt", EVENING, Votes(5, 0)),
        Decision(4, "", "", "Beslut mellan möten", EVENING, None),
    ):
        await work.decisions.save(decision)
    states = (
        (1, "D1", ActionState.ACCEPTED, date(2026, 4, 20), None),
        (2, "D1", ActionState.DONE, date(2026, 4, 20), datetime(2026, 4, 24, 8, tzinfo=UTC)),
        (3, "D2", ActionState.DONE, date(2026, 4, 30), datetime(2026, 4, 24, 8, tzinfo=UTC)),
        (4, "D2", ActionState.AWAITING, date(2026, 4, 30), None),
        (5, "L2", ActionState.ACCEPTED, date(2026, 5, 30), None),
        (6, "D3", ActionState.ACCEPTED, date(2026, 5, 30), None),
        (9, "D1", ActionState.ACCEPTED, date(2026, 5, 30), None),
    )
    for number, source, state, due, done in states:
        action = Action(number, "SDF", due, f"åtgärd {number}", EVENING, date(2026, 4, 16), (source, "TR-2026-0001"))
        await work.actions.save(replace(action, state=state, accepted_at=EVENING, done_at=done))


async def _promises(work: Work) -> None:
    made = datetime(2026, 3, 17, 9, tzinfo=UTC)
    settled = datetime(2026, 3, 24, 9, tzinfo=UTC)
    for promise in (
        Promise(1, "TRAF", "Lamporna lyser", date(2026, 3, 24), made, 1, PromiseState.KEPT, made, settled, "lagat"),
        Promise(2, "SDF", "Buskarna klipps", date(2026, 4, 8), made, 2, PromiseState.CLAIMED, made),
        Promise(3, "POL", "Två kontroller", date(2026, 3, 31), made, 3, PromiseState.BROKEN, made, settled, "larm"),
        Promise(4, "BOST", "Nya källarlås", date(2026, 4, 20), made),
        Promise(5, "BOST", "Återtaget", date(2026, 4, 20), made, state=PromiseState.WITHDRAWN),
    ):
        await work.promises.save(promise)


def _case(number: int, category: Category, **changes: object) -> Case:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(days=number)
    due = {1: date(2026, 3, 16), 2: date(2026, 4, 10)}
    day = at.astimezone(STOCKHOLM).date()
    case = receive(number, at, day, lambda start, count: due.get(count, start) if count == 2 else start)
    return replace(case, category=category, area="Parkstråket", **changes)  # type: ignore[arg-type]


async def _cases(work: Work) -> None:
    late, soon = datetime(2026, 4, 8, 9, tzinfo=UTC), datetime(2026, 3, 4, 9, tzinfo=UTC)
    lamp = _case(1, Category.LIGHTING).assign("TRAF", soon).answer(soon).resolve(soon).close(soon)
    lamp = lamp.reopen(datetime(2026, 4, 2, 9, tzinfo=UTC), date(2026, 4, 20))
    cases = [
        lamp,
        _case(2, Category.UNSAFE_PLACE).assign("SDF", soon).answer(late),
        _case(3, Category.TRAFFIC).assign("POL", late),
        _case(4, Category.DRUGS).assign("POL", soon).cannot_answer(Reason.SECRECY, late),
        _case(5, Category.LITTER, channel=Channel.PHONE, language="fi").assign("SDF", soon).answer(soon).close(late),
        _case(6, Category.QUESTION, meeting="2026-04", item=8),
    ]
    cases += [_case(number, Category.LIGHTING) for number in range(7, 14)]
    for case in cases:
        await work.cases.save(case)
        if case.number <= 5:
            await work.passages.add(case.number, Passage.TELLING, "Egna ord", "resident", case.received_at)
            summary = f"Sammanfattning av ärende {case.number}: <b>mörkt</b> & otryggt."
            await work.passages.add(case.number, Passage.SUMMARY, summary, "secretary", case.received_at)
            await work.passages.add(case.number, Passage.ANSWER, "Vi ordnar det.\nSenast på fredag.", "SDF", late)
            gone = NOW if case.number == 5 else None
            await work.releases.save(Release(case.number, 1, late, 1, 1, withdrawn_at=gone))


async def _shares(work: Work) -> None:
    at = datetime(2026, 4, 7, 8, tzinfo=UTC)
    await work.incidents.open(at, Cause.CAUGHT, "", 7, "")
    await work.shares.save(Share(1, at, "@pol:town", "POL", Sharing.OPEN, "Inga bilbränder."))
    await work.shares.save(Share(7, at, "@skol:town", "SKOL", Sharing.OPEN, "", ShareState.WITHDRAWN, at))
    await work.shares.save(Share(8, at, "@skol:town", "SKOL", Sharing.COUNCIL, "", ShareState.WITHDRAWN, at))


async def _petitions(work: Work) -> None:
    await work.petitions.save(Petition(1, "Pengar till två fältassistenter", EVENING, "En tjänst.", NOW))
    await work.petitions.save(Petition(2, "Belysning i Parkstråket före hösten", EVENING))
    await work.petitions.save(Petition(3, "", EVENING, withdrawn_at=NOW))
