"""Thousands of councils with a mark in every closed field: none of the marks is in anything that is public.

The first test composes states from values, quickly and many; the second puts a mark into every column of every table
that is not known to be public, so that a column which somebody adds tomorrow is guarded too.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, LargeBinary, String, Text, func, literal, select, update

from council.accounting import Books, record_of
from council.action import Action
from council.action import State as ActionState
from council.agenda import Agenda
from council.attendance import Intention, Word
from council.case import Case, receive
from council.concern import Category
from council.decision import Decision, Votes
from council.item import Item, Kind
from council.meeting import Meeting
from council.meeting import State as MeetingState
from council.minutes import State as MinutesState
from council.minutes import Version
from council.passage import Kind as PassageKind
from council.petition import Petition
from council.proceedings import Act, Entry, Proceedings
from council.promise import Promise
from council.promise import State as PromiseState
from council.release import Release, Worded
from council.share import Share
from council.share import State as ShareState
from council.steps import State
from council.stored import Stored
from council.text import Heading, Quote, Sharing, Words
from council.text import Text as Said
from storage.schema import Table
from tests.town import CHARTER, ORGANISATIONS, Town
from tests.web.rich import enrich
from tests.web.visitor import FRONT, visiting
from web import yearly_paper
from web.house import House
from web.routes import routes

MARK = "Xq7Zk"
"""Stands in every closed field, and is part of nothing else."""
BEGAN = datetime(2025, 12, 1, 8, tzinfo=UTC)
NOW = datetime(2026, 4, 27, 11, tzinfo=UTC)
NUMBERS = ("2026-02", "2026-03", "2026-04", "2026-05")
CODES = [each.code for each in ORGANISATIONS]
PERSON, ORIGIN = f"@{MARK}:town", f"${MARK}"

some_code = st.sampled_from(CODES)
some_moment = st.integers(0, 147 * 24).map(lambda hours: BEGAN + timedelta(hours=hours))
some_day = st.integers(0, 200).map(lambda days: date(2025, 12, 1) + timedelta(days=days))
maybe = st.booleans()


def words(is_open: bool) -> str:  # noqa: FBT001 - whether it may be read by everybody
    """Return words that may be public, or marked ones."""
    return "öppna <ord> & annat" if is_open else f"{MARK} hemligt"


@st.composite
def agendas(draw: st.DrawFn, meeting: str) -> Agenda:
    agenda = Agenda.opened(meeting)
    for _ in range(draw(st.integers(0, 4))):
        slot, sharing = len(agenda.items), draw(st.sampled_from(list(Sharing)[:3]))
        is_open = sharing is Sharing.OPEN
        item = Item(slot, slot + 1, words(is_open), draw(st.sampled_from(Kind)), 10, draw(some_code), PERSON, sharing,
                    "" if is_open else MARK, position=slot, withdrawn=draw(maybe), origin=ORIGIN)  # fmt: skip
        if item.withdrawn:
            item = replace(item, title=words(is_open=False))
        agenda = replace(agenda, items=(*agenda.items, item))
    return agenda


@st.composite
def versions(draw: st.DrawFn, meeting: str) -> Version:
    public = (Heading(Said("minutes-item", id="A1", title=Words("Protokoll"))), Quote(Words(words(is_open=True))))
    closed = (*public, Quote(Words(words(is_open=False))))
    return Version(meeting, 1, BEGAN, PERSON, closed, public, MinutesState.ADJUSTED, NOW, PERSON, draw(some_code))


def _open_items(agenda: Agenda) -> set[str]:
    return {item.id for item in agenda.items if item.sharing is Sharing.OPEN}


@st.composite
def cases(draw: st.DrawFn, number: int) -> tuple[Case, Worded | None, Release | None]:
    received = draw(some_moment)
    is_released = draw(maybe)
    case = receive(number, received, received.date(), lambda day, count: day + timedelta(days=count))
    case = replace(
        case,
        state=draw(st.sampled_from(State)),
        category=draw(st.sampled_from(Category)),
        area="Parken" if is_released else MARK,
        owner=draw(st.none() | some_code),
        language=draw(st.sampled_from(["sv", "en", "fi", "ar"])),
    )
    if not is_released:
        return case, None, None
    release = Release(number, 1, max(received, BEGAN), 1, 1, draw(st.sampled_from([PassageKind.ANSWER])))
    if draw(maybe):
        return replace(case, area=MARK), None, replace(release, withdrawn_at=NOW)
    hidden = case.state is State.WITHDRAWN
    case = replace(case, area=MARK if hidden else case.area)
    return case, Worded(release, words(not hidden), words(not hidden)), None


@st.composite
def petition(draw: st.DrawFn, number: int) -> Petition:
    gone = draw(st.none() | st.just(NOW))
    answered = draw(st.none() | st.just(NOW))
    return Petition(number, words(gone is None), draw(some_moment), words(gone is None), answered, gone, ORIGIN)


@st.composite
def councils(draw: st.DrawFn) -> tuple[Stored, Books]:
    agendas_by = {number: draw(agendas(number)) for number in NUMBERS}
    meetings = tuple(
        Meeting(number, date(2026, int(number[5:]), 12), time(18), "Europe/Stockholm", 120, BEGAN,
                draw(st.sampled_from(MeetingState)))
        for number in NUMBERS
    )  # fmt: skip
    decisions = []
    for number in range(1, 1 + draw(st.integers(0, 5))):
        meeting = draw(st.sampled_from(("", *NUMBERS)))
        ids = [item.id for item in agendas_by[meeting].items if item.id] if meeting else [""]
        item = draw(st.sampled_from(ids))
        is_open = not meeting or item in _open_items(agendas_by[meeting])
        undone = draw(st.none() | st.just(NOW))
        text = words(is_open and undone is None)
        decisions.append(Decision(number, meeting, item, text, draw(some_moment), Votes(4, 2, 1), ORIGIN, undone))
    promises = tuple(draw(promise(number)) for number in range(1, 1 + draw(st.integers(0, 4))))
    made = [draw(cases(number)) for number in range(1, 1 + draw(st.integers(0, 12)))]
    noted: dict[str, bool] = {}
    proceedings = {number: draw(evening(agendas_by[number], noted)) for number in NUMBERS}
    told = {each.id for each in decisions if MARK not in each.text}
    told |= {each.id for each in promises if each.state is not PromiseState.WITHDRAWN}
    closed = {each.id for each in decisions} - told
    actions = tuple(
        draw(action(number, told, closed, noted.get(f"X{number}"))) for number in range(1, 1 + draw(st.integers(0, 5)))
    )
    stored = Stored(
        CHARTER, tuple(ORGANISATIONS), meetings, agendas_by, proceedings,
        {number: draw(versions(number)) for number in NUMBERS if draw(maybe)},
        tuple(decisions), actions, promises, {case.number: case for case, _released, _gone in made},
        tuple(released for _case, released, _gone in made if released),
        tuple(gone for _case, _released, gone in made if gone),
        tuple(draw(share(number)) for number in range(1, 1 + draw(st.integers(0, 4)))),
        tuple(draw(petition(number)) for number in range(1, 1 + draw(st.integers(0, 3)))),
    )  # fmt: skip
    said = {number: (Intention(draw(some_code), Word.NO, BEGAN, None, PERSON, ORIGIN),) for number in NUMBERS}
    books = Books(BEGAN, tuple(case for case, _released, _gone in made), {date(2026, 1, 5): 2}, (), said)
    return stored, books


@st.composite
def evening(draw: st.DrawFn, agenda: Agenda, noted: dict[str, bool]) -> Proceedings:
    """Return what happened at a meeting, and note which actions were noted under open items only."""
    ids = [item.id for item in agenda.items if item.id]
    entries = [Entry(1, Act.CALLED, BEGAN, BEGAN), Entry(2, Act.ENDED, BEGAN, BEGAN)]
    for act in draw(st.lists(st.sampled_from([Act.NOTED, Act.DISSENTED, Act.CORRECTED, Act.ASSIGNED]), max_size=4)):
        item, subject = draw(st.sampled_from(ids)), f"X{draw(st.integers(1, 5))}" if act is Act.ASSIGNED else ""
        if subject:
            noted[subject] = noted.get(subject, True) and item in _open_items(agenda)
        number = len(entries) + 1
        entries.append(
            Entry(number, act, BEGAN, BEGAN, item, draw(some_code), subject, words(is_open=False), PERSON, ORIGIN)
        )
    return Proceedings(agenda.meeting, tuple(entries))


@st.composite
def action(draw: st.DrawFn, number: int, told: set[str], closed: set[str], noted: bool | None) -> Action:  # noqa: FBT001
    """Return an action; it may be read only if it comes from something open and from nothing closed."""
    sources = draw(st.lists(st.sampled_from(sorted(told | closed | {"TR-2026-0001"})), max_size=2, unique=True))
    state = draw(st.sampled_from(ActionState))
    is_open = bool(set(sources) & told) or noted is True
    is_open = is_open and noted is not False and not set(sources) & closed and state is not ActionState.WITHDRAWN
    return Action(number, draw(some_code), draw(some_day), words(is_open), BEGAN, draw(some_day), tuple(sources), state,
                  NOW, NOW if state is ActionState.DONE else None, words(is_open=False), ORIGIN)  # fmt: skip


@st.composite
def promise(draw: st.DrawFn, number: int) -> Promise:
    state = draw(st.sampled_from(PromiseState))
    is_settled = state in (PromiseState.KEPT, PromiseState.BROKEN)
    return Promise(number, draw(some_code), words(state is not PromiseState.WITHDRAWN), draw(some_day),
                   draw(some_moment), draw(st.none() | st.integers(1, 12)), state, NOW, NOW if is_settled else None,
                   words(is_settled), None, ORIGIN)  # fmt: skip


@st.composite
def share(draw: st.DrawFn, number: int) -> Share:
    sharing = draw(st.sampled_from(list(Sharing)[:3]))
    return Share(number, draw(some_moment), PERSON, draw(some_code), sharing, words(is_open=False),
                 draw(st.sampled_from(ShareState)), NOW, ORIGIN)  # fmt: skip


def everything(house: House, language: str) -> Iterator[tuple[str, str]]:
    """Yield every page and feed in a language, and the words that the PDF is set from."""
    for path, make in routes([house]).items():
        if path.startswith(f"{language}/") and not path.endswith(".pdf"):
            yield path, make().body.decode()
    for year in house.record.years:
        yield f"{year.year}.pdf", yearly_paper.page(house.record, year, house.tongue(language))


@pytest.mark.slow
@pytest.mark.timeout(900)
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(councils(), st.sampled_from(["sv", "en"]))
def test_no_page_or_feed_of_thousands_of_councils_holds_anything_closed(
    council: tuple[Stored, Books], language: str
) -> None:
    record = record_of(*council, NOW)

    found = [path for path, text in everything(House(record, FRONT), language) if MARK in text]

    assert found == []
    assert MARK not in json.dumps(list(_strings(record)))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(councils())
def test_the_states_that_are_tried_hold_both_what_is_open_and_what_is_closed(council: tuple[Stored, Books]) -> None:
    assert MARK in json.dumps(list(_strings(council)))


def _strings(value: Any) -> Iterator[str]:
    """Yield every string within a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from (string for pair in value.items() for part in pair for string in _strings(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (string for part in value for string in _strings(part))


PUBLIC = {
    "agenda_items": {"title", "standing", "raised_by", "kind", "sharing", "part", "meeting"},
    "agendas": {"meeting"},
    "actions": {"owner", "what", "state", "sources", "partners"},
    "case_keys": set(),
    "cases": {"state", "category", "area", "owner", "reason", "meeting", "channel", "language"},
    "councils": {"slug", "settings"},
    "decisions": {"meeting", "item", "words", "votes"},
    "intentions": {"meeting", "organisation", "word"},
    "meetings": {"number", "zone", "state", "previous"},
    "minutes": {"meeting", "for_public", "state", "adjusted_for"},
    "organisations": {"code", "names", "short_names"},
    "petitions": {"text", "answer"},
    "proceedings": {"meeting", "act", "item", "organisation", "subject"},
    "promises": {"organisation", "words_promised", "state", "words"},
    "referrals": {"kind"},
    "releases": {"answer_kind"},
    "shares": {"organisation", "sharing", "state"},
    "case_words": {"kind", "sealed"},
}
"""What pages may be made of: table -> columns. Any other column, and any table that somebody adds, is closed."""
WORDLESS = {"shares.asked_in", "incidents.cause"}
"""Columns that are closed too and hold no words: the code would not read a mark in them."""
LISTS = {"minutes.for_council"}
"""Columns of lines that people read; other JSON holds what the code is made of."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_mark_in_every_column_that_is_not_public_is_on_no_page(town: Town) -> None:
    await enrich(town)
    async with town.database.work("lindvassa") as work:
        for table in Table.metadata.sorted_tables:
            marked = {
                column: [{"quote": MARK}]
                if isinstance(column.type, JSON)
                else literal(MARK) + func.coalesce(column, "")
                for column in table.columns
                if (isinstance(column.type, String | Text) or str(column) in LISTS)
                and column.name not in PUBLIC.get(table.name, set()) | {"council"}
                and str(column) not in WORDLESS
                and not column.primary_key
            }
            if marked and (await work.session.execute(select(table).limit(1))).first():
                await work.session.execute(update(table).values(marked))

    async with visiting(town) as visitor:
        texts = {path: (await visitor.shelf.sheet(path)) for path in await visitor.shelf.paths()}

    assert len(texts) > 50
    assert [path for path, made in texts.items() if made and MARK.encode() in made.body] == []
    assert not any(isinstance(column.type, LargeBinary) for column in Table.metadata.tables["releases"].columns)
