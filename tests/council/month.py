"""The cases of the council's April cycle, as the domain's table has them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from council.case import Case
from council.concern import Category
from council.steps import State
from council.terms import Clock

ZONE = ZoneInfo("Europe/Stockholm")

# number, received, language, category, owner, triage due, answer due, triaged, answered, what came of it and when
TABLE = """
31 03-13T07:52 sv lighting          TRAF 03-17 03-27 03-13 03-17 reopened@04-02
32 03-13T16:20 sv litter            SDF  03-17 03-27 03-16 03-16 closed@03-18
33 03-14T22:41 en unsafe_place      FALT 03-17 03-27 03-16 03-25 -
34 03-16T08:05 sv vandalism         SKOL 03-18 03-30 03-16 03-18 closed@03-20
35 03-16T12:30 sv traffic           POL  03-18 03-30 03-17 03-30 -
36 03-17T19:02 fi question          SDF  03-19 03-31 03-18 03-18 closed@03-18
37 03-18T06:44 sv lighting          TRAF 03-20 04-01 03-18 -     duplicate@03-18
38 03-18T21:15 sv drugs             POL  03-20 04-01 03-19 04-01 cannot_answer@04-01
39 03-19T10:10 sv abandoned_vehicle TRAF 03-23 04-02 03-20 03-26 -
40 03-20T17:33 sv business          POL  03-24 04-07 03-23 04-02 -
41 03-22T14:05 ar harassment        FALT 03-24 04-07 03-24 04-08 -
42 03-23T09:30 sv unsafe_place      SDF  03-25 04-08 03-23 03-27 resolved@04-07
43 03-23T20:48 sv neighbour_noise   BOST 03-25 04-08 03-25 03-31 closed@04-08
44 03-24T11:00 sv school_route      TRAF 03-26 04-09 03-25 04-08 -
45 03-25T18:22 en suggestion        SDF  03-27 04-10 03-27 03-31 -
46 03-26T07:15 sv alcohol_disorder  POL  03-30 04-13 04-01 04-08 -
47 03-27T06:50 sv burglary_theft    BOST 03-31 04-14 03-27 03-31 -
48 03-29T03:20 sv fireworks         SDF  03-31 04-14 03-31 -     -
49 03-30T15:40 sv fraud_elderly     POL  04-01 04-15 03-31 04-01 closed@04-08
50 03-31T12:01 sv question          POL  04-02 04-16 04-01 -     -
51 04-02T13:15 sv litter            SDF  04-08 04-20 04-08 -     -
52 04-04T23:58 sv arson             POL  04-08 04-20 04-08 -     -
53 04-08T17:45 sv lighting          TRAF 04-10 04-22 -     -     -
"""


def moment(text: str) -> datetime:
    """Return a moment of 2026 on the council's wall clock; without a time of day, ten o'clock."""
    day, _, clock = text.partition("T")
    return datetime.fromisoformat(f"2026-{day}T{clock or '10:00'}").replace(tzinfo=ZONE).astimezone(UTC)


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    number: int
    received: datetime
    language: str
    category: Category
    owner: str
    triage_due: date
    answer_due: date
    triaged: datetime | None
    answered: datetime | None
    outcome: State | None
    outcome_at: datetime | None

    def at(self, now: datetime) -> Case | None:
        """Return the case as it stood at a moment, if it had been received."""
        if self.received > now:
            return None
        case = Case(
            number=self.number,
            year=2026,
            received_at=self.received,
            triage_due=self.triage_due,
            clocks=(Clock(self.received, self.answer_due),),
            since=self.received,
            language=self.language,
            category=self.category,
        )
        if self.triaged and self.triaged <= now:
            case = replace(case, state=State.TRIAGED, owner=self.owner, triaged_at=self.triaged)
        if self.answered and self.answered <= now:
            clocks = (replace(case.clocks[0], answered_at=self.answered),)
            case = replace(case, state=State.IN_PROGRESS, clocks=clocks)
        if self.outcome and self.outcome_at and self.outcome_at <= now:
            case = replace(case, state=self.outcome)
        return case


def lines() -> Iterator[Line]:
    """Read the table."""
    for row in TABLE.strip().splitlines():
        number, received, language, category, owner, triage, answer, triaged, answered, came = row.split()
        outcome, _, when = came.partition("@")
        yield Line(
            int(number),
            moment(received),
            language,
            Category(category),
            owner,
            date.fromisoformat(f"2026-{triage}"),
            date.fromisoformat(f"2026-{answer}"),
            None if triaged == "-" else moment(triaged),
            None if answered == "-" else moment(answered),
            State(outcome) if when else None,
            moment(when) if when else None,
        )


def cases(now: datetime) -> list[Case]:
    """Return the cases of the month as they stood at a moment."""
    return [case for line in lines() if (case := line.at(now))]
