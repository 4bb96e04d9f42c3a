"""An agenda keeps its ids, its order and its sums, whatever is done to it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.agenda import MOST_ITEMS, Agenda
from council.item import Item, Kind, Part, Raiser, Wish
from council.people import Person, Role
from council.text import Refusal, Sharing, Text, Words

SECRETARY = Person("@sekreterare:lindvassa.se", frozenset({Role.SECRETARY}), "SDF")
CHAIR = Person("@ordforande:lindvassa.se", frozenset({Role.CHAIR}), "SDF")
BOE = Person("@boe:lindvassa.se", frozenset({Role.CONTACT}), "BOE")
SKOL = Person("@skol:lindvassa.se", frozenset({Role.CONTACT}), "SKOL")
NOON = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)
SIX = datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
LIGHT = Wish("Belysning och sikt i Parkstråket", Kind.DECISION, 10)


def opened() -> Agenda:
    return Agenda.opened("2026-04")


def april() -> Agenda:
    """Return the agenda of April as the council raised it, before it is frozen."""
    agenda = opened()
    for wish in (
        Wish("Belysning och sikt i Parkstråket", Kind.DECISION, 10, organisation="BOE"),
        Wish("Mopedkörning på Sjövägen", Kind.DECISION, 8, organisation="SKOL"),
        Wish("Trygghetsvandring 23 april", Kind.DECISION, 5, organisation="CIV", source="TR-2026-0045"),
        Wish("Snatterier i centrum", Kind.DISCUSSION, 8, organisation="FTG"),
        Wish("Medborgarlöften kvartal 1", Kind.FOLLOW_UP, 10, organisation="POL"),
        Wish("Valborgsmässoafton", Kind.DECISION, 8, organisation="FALT"),
        Wish("Majmötet: 14 maj är röd dag", Kind.DECISION, 3),
    ):
        agenda, _ = agenda.add(wish, SECRETARY)
    return agenda


def ids(agenda: Agenda) -> list[str]:
    return [item.id for item in agenda.running]


def test_opening_items_have_their_ids_from_the_start_and_closing_ones_wait() -> None:
    assert ids(opened()) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7", ""]


def test_the_first_item_raised_is_a8() -> None:
    agenda, item = opened().add(LIGHT, BOE, origin="first")

    assert (item.id, item.raised_by, item.person, item.minutes) == ("A8", "BOE", BOE.user_id, 10)
    assert agenda.of_origin("first") == item


def test_the_april_agenda_is_the_fifteen_items_of_the_notice() -> None:
    frozen = april().freeze(NOON)

    clock = [(timed.starts_at + timedelta(hours=2)).strftime("%H:%M") for timed in frozen.timetable(SIX)]
    assert ids(frozen) == [f"A{number}" for number in range(1, 16)]
    assert frozen.minutes == 120
    assert clock == [
        "18:00", "18:05", "18:10", "18:20", "18:30", "18:40", "18:50", "19:05",
        "19:15", "19:23", "19:28", "19:36", "19:46", "19:54", "19:57",
    ]  # fmt: skip
    assert [item.raised_by for item in frozen.running[6:9]] == [Raiser.DIGEST, "BOE", "SKOL"]
    assert frozen.find("A14").raised_by == Raiser.SECRETARY
    assert frozen.find("A15").heading == Text("standing-closing")


def test_an_agenda_is_frozen_once() -> None:
    with pytest.raises(Refusal, match="agenda-already-frozen"):
        april().freeze(NOON).freeze(NOON)


def test_what_is_not_said_follows_the_kind() -> None:
    _, item = opened().add(Wish("Portkoder"), BOE)

    assert (item.kind, item.minutes, item.sharing) == (Kind.DISCUSSION, 10, Sharing.OPEN)


def test_a_withdrawn_id_is_not_used_again() -> None:
    agenda, item = opened().add(LIGHT, BOE)
    agenda, _ = agenda.withdraw(item.id, BOE)

    agenda, later = agenda.add(Wish("Portkoder"), SKOL)

    assert later.id == "A9"
    with pytest.raises(Refusal, match="agenda-item-withdrawn"):
        agenda.find("A8")


def test_a_change_keeps_the_id_and_what_it_does_not_name() -> None:
    agenda, item = opened().add(LIGHT, BOE)

    _, changed = agenda.change("A8", Wish("Belysning i Parkstråket", minutes=15), BOE)

    assert changed.id == item.id
    assert (changed.heading, changed.kind, changed.minutes) == (Words("Belysning i Parkstråket"), Kind.DECISION, 15)


def test_a_standing_item_keeps_its_name_when_only_its_minutes_change() -> None:
    _, changed = opened().change("A4", Wish("", minutes=15), SECRETARY)

    assert (changed.heading, changed.minutes) == (Text("standing-police"), 15)


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (Wish(""), "agenda-title-missing"),
        (Wish("x" * 201), "agenda-title-long"),
        (Wish("Portkoder", minutes=0), "agenda-minutes-odd"),
        (Wish("Portkoder", minutes=241), "agenda-minutes-odd"),
        (Wish("belysning och sikt i parkstråket"), "agenda-item-known"),
        (Wish("Portkoder", organisation="POL"), "agenda-not-for-others"),
    ],
)
def test_a_wish_that_breaks_a_rule_is_refused(wish: Wish, refusal: str) -> None:
    agenda, _ = opened().add(LIGHT, BOE)

    with pytest.raises(Refusal, match=refusal):
        agenda.add(wish, SKOL)


def test_an_agenda_that_is_full_takes_no_more() -> None:
    agenda = opened()
    for number in range(MOST_ITEMS - len(agenda.running)):
        agenda, _ = agenda.add(Wish(f"Punkt {number}"), BOE)

    with pytest.raises(Refusal, match="agenda-full"):
        agenda.add(Wish("En till"), BOE)


def test_others_leave_an_item_alone_but_the_secretary_and_the_chair_need_not() -> None:
    agenda, _ = opened().add(LIGHT, BOE)

    with pytest.raises(Refusal, match="agenda-item-not-yours"):
        agenda.withdraw("A8", SKOL)
    with pytest.raises(Refusal, match="agenda-item-not-yours"):
        agenda.withdraw("A1", BOE)
    for director in (SECRETARY, CHAIR):
        assert agenda.withdraw("A8", director)[1].withdrawn


def test_ones_own_item_is_fixed_with_the_agenda() -> None:
    frozen = april().freeze(NOON)

    with pytest.raises(Refusal, match="agenda-item-frozen"):
        frozen.change("A8", Wish("Något annat"), BOE)
    assert frozen.change("A8", Wish("Något annat"), CHAIR)[1].title == "Något annat"


def test_late_items_wait_in_a_queue_and_are_numbered_when_their_meeting_comes() -> None:
    may, portcodes = Agenda.opened("2026-05").add(Wish("Portkoder"), BOE, queued=True)
    may, _ = may.add(Wish("Cyklar"), SKOL, queued=True)
    assert (portcodes.id, [item.id for item in may.queue]) == ("Q1", ["Q1", "Q2"])

    may, later = may.add(Wish("Grillplatser"), BOE)

    assert later.id == "A10"
    assert [may.find(name).id for name in ("Q1", "Q2")] == ["A8", "A9"]
    assert may.queue == ()


def test_an_admitted_item_comes_before_the_close_also_when_ids_are_fixed() -> None:
    may, _ = Agenda.opened("2026-05").add(Wish("Portkoder"), BOE, queued=True)
    frozen = april().freeze(NOON)

    may, item = may.hand_over("Q1")
    frozen, admitted = frozen.take(item)

    assert admitted.id == "A16"
    assert ids(frozen)[-2:] == ["A16", "A15"]
    assert may.queue == ()


def test_items_move_within_the_frame_of_the_meeting() -> None:
    agenda = april()

    assert ids(agenda.place("A11", "A8", after=False))[7:11] == ["A11", "A8", "A9", "A10"]
    assert ids(agenda.place("A8", "A10", after=True))[7:11] == ["A9", "A10", "A8", "A11"]
    assert ids(agenda.place("A8", "A3", after=True))[2:5] == ["A3", "A8", "A4"]
    with pytest.raises(Refusal, match="agenda-standing-stays"):
        agenda.place("A1", "A8", after=True)
    with pytest.raises(Refusal, match="agenda-after-the-end"):
        agenda.freeze(NOON).place("A8", "A15", after=True)


def test_an_order_is_kept_when_the_agenda_is_frozen() -> None:
    agenda = april().order(["A14", "A8", "A9"]).freeze(NOON)

    assert ids(agenda)[7:] == ["A14", "A8", "A10", "A11", "A12", "A13", "A9", "A15"]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(1, 240)),
        st.tuples(st.just("queue"), st.integers(1, 240)),
        st.tuples(st.just("withdraw"), st.integers(1, 30)),
        st.tuples(st.just("place"), st.integers(1, 30)),
        st.tuples(st.just("freeze"), st.just(0)),
    ),
    max_size=30,
)


def after(agenda: Agenda, step: tuple[str, int], turn: int) -> Agenda:
    what, number = step
    match what:
        case "add" | "queue":
            return agenda.add(Wish(f"Punkt {turn}", minutes=number), BOE, queued=what == "queue")[0]
        case "withdraw":
            return agenda.withdraw(f"A{number}", SECRETARY)[0]
        case "place":
            return agenda.place(f"A{number}", f"A{1 + number // 2}", after=bool(number % 2))
        case _:
            return agenda.freeze(NOON)


@given(STEPS)
def test_whatever_is_done_ids_stay_unique_the_close_stays_last_and_sums_agree(steps: list[tuple[str, int]]) -> None:
    agenda, known = opened(), dict[int, Item]()
    for turn, step in enumerate(steps):
        try:
            agenda = after(agenda, step, turn)
        except Refusal:
            continue
        numbers = [item.number for item in agenda.items if item.number is not None]
        assert len(numbers) == len(set(numbers))
        assert all(agenda.items[slot].number == item.number for slot, item in known.items() if item.number)
        assert [item.slot for item in agenda.items] == list(range(len(agenda.items)))
        closing = [item for item in agenda.running if item.part is Part.CLOSING]
        assert list(agenda.running[len(agenda.running) - len(closing) :]) == closing
        timed = agenda.timetable(SIX)
        ends = timed[-1].starts_at + timedelta(minutes=timed[-1].item.minutes) if timed else SIX
        assert ends - SIX == timedelta(minutes=agenda.minutes)
        known = {item.slot: item for item in agenda.items}
