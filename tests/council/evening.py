"""A small council after one evening in April on which about everything happened that minutes can tell of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from council.action import Action, Partner
from council.action import State as ActionState
from council.agenda import Agenda
from council.attendance import Intention, Word
from council.case import Case, receive
from council.charter import Charter, Controller
from council.concern import Category
from council.decision import Decision, Votes
from council.item import Item, Kind
from council.meeting import Meeting
from council.meeting import State as MeetingState
from council.minutes import Material, Version, compose
from council.minutes import State as MinutesState
from council.people import Organisation
from council.proceedings import Act, Entry, Proceedings
from council.promise import Promise
from council.promise import State as PromiseState
from council.release import Release, Worded
from council.share import Share
from council.share import State as ShareState
from council.steps import Channel, Reason
from council.stored import Stored
from council.text import Sharing
from council.vote import Ballot, Choice, Vote

ZONE = ZoneInfo("Europe/Stockholm")
ORGANISATIONS = (
    Organisation("SDF", {"sv": "stadsdelsförvaltningen"}, 1, 1, short={"sv": "stadsdelen"}),
    Organisation("POL", {"sv": "polisen"}, 1, 2),
    Organisation("SKOL", {"sv": "skolan"}, 1, 3),
    Organisation("BOE", {"sv": "boenderådet"}, 1, 4),
    Organisation("TRAF", {"sv": "trafikkontoret"}, 0, 5),
)
CHARTER = Charter(
    slug="lindvassa", names={"sv": "Lindvassa trygghetsråd"}, language="sv", zone=ZONE, rule="andra torsdagen 18",
    controller=Controller("Nämnden", "kontakt@lindvassa.example", "dso@lindvassa.example"), case_prefix="TR",
)  # fmt: skip
BEGAN = datetime(2025, 11, 3, 8, tzinfo=UTC)
STARTS = datetime(2026, 4, 9, 16, tzinfo=UTC)
NOW = datetime(2026, 4, 27, 10, tzinfo=UTC)
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, BEGAN, MeetingState.HELD,
                adjusted_on=date(2026, 4, 17))  # fmt: skip
MARCH = Meeting("2026-03", date(2026, 3, 12), time(18), "Europe/Stockholm", 120, BEGAN, MeetingState.CANCELLED)
MAY = Meeting("2026-05", date(2026, 5, 21), time(18), "Europe/Stockholm", 120, NOW,
              previous=(datetime(2026, 5, 14, 16, tzinfo=UTC),))  # fmt: skip


def at(minute: int) -> datetime:
    """Return a minute of the evening."""
    return STARTS + timedelta(minutes=minute)


def agenda() -> Agenda:
    """Return the agenda of April: the standing items, an open one, one for the council, and one put off."""
    standing = Agenda.opened("2026-04")
    slot = len(standing.items)
    raised = (
        Item(slot, 8, "Belysning i Parkstråket", Kind.DECISION, 15, "BOE", "@b:x", source="TR-2026-0031", position=7),
        Item(slot + 1, 9, "Något bara för rådet", Kind.DISCUSSION, 10, "POL", sharing=Sharing.COUNCIL, position=8),
        Item(slot + 2, 10, "Skolvägen", Kind.DECISION, 10, "SKOL", position=9, withdrawn=True),
        Item(slot + 3, 11, "Taget tillbaka", Kind.INFO, 5, "SKOL", position=10, withdrawn=True),
    )
    return replace(standing, items=(*standing.items, *raised)).freeze(BEGAN)


def proceedings() -> Proceedings:
    """Return the record: the school late, the residents leave before the last vote, one item put off."""
    acts: list[tuple[Act, int, str, str, str, str]] = [
        (Act.CALLED, 0, "", "", "", ""), (Act.ARRIVED, 0, "", "SDF", "", ""), (Act.ARRIVED, 0, "", "POL", "", ""),
        (Act.ARRIVED, 0, "", "BOE", "", ""), (Act.STARTED, 2, "", "", "", ""), (Act.ADJUSTER, 3, "", "SKOL", "", ""),
        (Act.ARRIVED, 25, "", "SKOL", "", ""), (Act.OPENED, 26, "A8", "", "", ""),
        (Act.NOTED, 27, "A8", "", "", "Tre lampor\n är släckta."),
        (Act.NOTED, 28, "A8", "TRAF", "", "Vi felsöker i natt."),
        (Act.RECUSED, 29, "A8", "POL", "", ""), (Act.DECIDED, 32, "A8", "", "D1", ""),
        (Act.DISSENTED, 33, "A8", "BOE", "D1", "Det går för långsamt."),
        (Act.ASSIGNED, 34, "A8", "TRAF", "X1", ""), (Act.PROMISED, 35, "A8", "TRAF", "L1", ""),
        (Act.OPENED, 40, "A9", "", "", ""), (Act.NOTED, 41, "A9", "", "", "Hemligt."),
        (Act.DECIDED, 45, "A9", "", "D2", ""), (Act.ASSIGNED, 46, "A9", "POL", "X2", ""),
        (Act.LEFT, 60, "", "BOE", "", ""), (Act.POSTPONED, 70, "A10", "", "", ""), (Act.ENDED, 110, "", "", "", ""),
        (Act.CORRECTED, 900, "A8", "BOE", "R1", "Fyra  lampor."), (Act.AGREED, 950, "", "", "R1", ""),
        (Act.CORRECTED, 960, "A8", "BOE", "R2", "Aldrig medgivet."), (Act.CORRECTED, 970, "", "POL", "R3", "Klockan."),
        (Act.AGREED, 980, "", "", "R3", ""),
    ]  # fmt: skip
    return Proceedings(
        "2026-04",
        tuple(
            Entry(number, act, at(minute), at(minute), item, code, subject, words, "@s:x")
            for number, (act, minute, item, code, subject, words) in enumerate(acts, 1)
        ),
    )


def _ballot(number: int, item: str, choices: str, votes: Votes, decision: int | None, *, secret: bool) -> Ballot:
    ballot = Ballot(number, "2026-04", item, f"förslag {number}", at(30), is_secret=secret)
    given = zip(("SDF", "POL", "SKOL", "BOE"), choices, strict=True)
    meant = {"y": Choice.YES, "n": Choice.NO, "a": Choice.ABSTAIN}
    cast = tuple(Vote(code, meant[each], "@p:x", at(30)) for code, each in given if each in meant)
    return replace(ballot, votes=cast, closed_at=at(31), result=votes, decision=decision)


BALLOTS = (
    _ballot(1, "A8", "y-yn", Votes(2, 1), 1, secret=False),
    _ballot(2, "A8", "nna-", Votes(0, 2, 1), None, secret=False),
    _ballot(3, "A9", "yy--", Votes(1, 1, 0, casting=True), 2, secret=True),
)
DECISIONS = (
    Decision(1, "2026-04", "A8", "TRAF lagar lamporna", at(32), Votes(2, 1)),
    Decision(2, "2026-04", "A9", "Något hemligt", at(45), Votes(1, 1, 0, casting=True)),
    Decision(3, "", "", "Ett beslut mellan mötena", at(-9000)),
    Decision(4, "2026-04", "A8", "Ett ångrat beslut", at(50), undone_at=at(51)),
)
ACTIONS = (
    Action(1, "TRAF", date(2026, 4, 20), "Laga tre lampor", at(34), date(2026, 4, 14), ("D1",), ActionState.ACCEPTED,
           at(40), partners=(Partner("SDF"),)),
    Action(2, "POL", date(2026, 5, 1), "Något hemligt att göra", at(46), date(2026, 4, 14), ("D2",)),
    Action(3, "SDF", date(2026, 4, 1), "Klippa buskarna", at(-9000), date(2026, 3, 20), ("D3",), ActionState.DONE,
           at(-8000), datetime(2026, 4, 8, 8, tzinfo=UTC), "klart"),
    Action(4, "secretary", date(2026, 4, 30), "Skriva till nämnden", at(100), date(2026, 4, 14), ("TR-2026-0002",)),
    Action(5, "POL", date(2026, 4, 30), "Taget tillbaka", at(100), date(2026, 4, 14), ("D1",), ActionState.WITHDRAWN),
)  # fmt: skip
PROMISES = (
    Promise(1, "TRAF", "Lamporna lyser", date(2026, 4, 20), at(35), 1),
    Promise(2, "SDF", "Buskarna klipps", date(2026, 4, 8), at(-9000), 2, PromiseState.KEPT, at(-500), at(-400), "ja"),
    Promise(3, "POL", "Två kontroller", date(2026, 3, 31), at(-9000), 3, PromiseState.BROKEN, None, at(-900), "larm"),
    Promise(4, "POL", "Taget tillbaka", date(2026, 3, 31), at(-9000), state=PromiseState.WITHDRAWN),
    Promise(5, "BOE", "Nattvandring", date(2026, 4, 1), at(-9000), state=PromiseState.CLAIMED, claimed_at=at(-50)),
)  # fmt: skip


def material() -> Material:
    """Return what the minutes of April are made of."""
    return Material(
        council=Organisation("lindvassa", {"sv": "Lindvassa trygghetsråd"}),
        meeting=APRIL,
        agenda=agenda(),
        proceedings=proceedings(),
        organisations=ORGANISATIONS,
        intentions=(Intention("TRAF", Word.NO, BEGAN),),
        decisions=DECISIONS[:2],
        between=DECISIONS[2:3],
        ballots=BALLOTS,
        actions=(ACTIONS[0], ACTIONS[1], ACTIONS[3]),
        promises=(PROMISES[0], PROMISES[1], PROMISES[4]),
        earlier=(ACTIONS[2],),
    )


def _due(start: date, count: int) -> date:
    return start + timedelta(days=count)


def _case(number: int, category: Category, day: int, **changes: object) -> Case:
    received = datetime(2026, 3, day, 22, 30, tzinfo=UTC)
    case = receive(number, received, received.astimezone(ZONE).date(), _due)
    return replace(case, category=category, area="Parkstråket", **changes)  # type: ignore[arg-type]


def cases() -> dict[int, Case]:
    """Return nine cases: answered in time and late, reopened, unanswerable, withdrawn, open for long."""
    soon, late = datetime(2026, 3, 6, 9, tzinfo=UTC), datetime(2026, 4, 8, 9, tzinfo=UTC)
    again = datetime(2026, 4, 7, 9, tzinfo=UTC)
    lamp = _case(1, Category.LIGHTING, 2).assign("TRAF", soon).answer(soon).resolve(soon).close(soon)
    made = (
        lamp.reopen(again, date(2026, 4, 20)),
        _case(2, Category.UNSAFE_PLACE, 3).assign("SDF", soon).answer(soon).resolve(soon).close(soon),
        _case(3, Category.TRAFFIC, 4).assign("POL", soon).answer(late),
        _case(4, Category.DRUGS, 5).assign("POL", late).cannot_answer(Reason.SECRECY, late),
        _case(5, Category.LITTER, 6, channel=Channel.PHONE, language="fi").withdraw(late),
        _case(6, Category.LIGHTING, 7, meeting="2026-04", item=8),
        _case(7, Category.LIGHTING, 8, language="en", business=True),
        replace(_case(8, Category.LIGHTING, 9), received_at=datetime(2025, 12, 1, 9, tzinfo=UTC)),
        _case(9, Category.LIGHTING, 31),
    )
    return {case.number: case for case in made}


def stored(cases_of: Callable[[], dict[int, Case]] = cases) -> Stored:
    """Return all that lies in storage on 27 April."""
    public = compose(material(), Sharing.OPEN)
    version = Version("2026-04", 1, at(200), "@s:x", compose(material(), Sharing.COUNCIL), public,
                      MinutesState.ADJUSTED, datetime(2026, 4, 17, 8, tzinfo=UTC), "@skol:x", "SKOL")  # fmt: skip
    shared = datetime(2026, 4, 7, 8, tzinfo=UTC)
    return Stored(
        CHARTER,
        ORGANISATIONS,
        (MARCH, APRIL, MAY),
        {"2026-04": agenda()},
        {"2026-04": proceedings()},
        {"2026-04": version},
        DECISIONS,
        ACTIONS,
        PROMISES,
        cases_of(),
        tuple(Worded(Release(number, 1, at(300), 1, 1), f"Om ärende {number}.", "Svaret.") for number in (1, 2, 3, 5)),
        (Release(4, 1, at(300), 1, 1, withdrawn_at=at(9000)),),
        (
            Share(1, shared, "@pol:x", "POL", Sharing.OPEN, "Inga bilbränder."),
            Share(2, shared, "@skol:x", "SKOL", Sharing.OPEN, "", ShareState.WITHDRAWN, at(1)),
            Share(3, shared, "@skol:x", "SKOL", Sharing.COUNCIL, "", ShareState.WITHDRAWN, at(1)),
        ),
    )
