"""One vote for each organisation. Any interleaving gives the tally of a straightforward recount."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.decision import Votes
from council.proceedings import Act, Entry, Proceedings
from council.text import Refusal
from council.vote import Ballot, Choice, Vote, read_choice, read_question

SEVEN = datetime(2026, 4, 9, 17, 0, tzinfo=UTC)
CODES = ("SDF", "POL", "BOST", "SKOL", "BOE")
ALL = frozenset(CODES)


def ballot(*, secret: bool = False) -> Ballot:
    return Ballot(1, "2026-04", "A8", "Lamporna lagas", SEVEN, is_secret=secret)


def vote(code: str, choice: Choice, seat: int = 1) -> Vote:
    return Vote(code, choice, f"@{code.lower()}{seat}:town", SEVEN)


deeds = st.lists(
    st.one_of(
        st.tuples(st.just("vote"), st.sampled_from(CODES), st.sampled_from(Choice), st.integers(1, 2)),
        st.tuples(st.sampled_from(["arrive", "leave", "recuse", "withdraw"]), st.sampled_from(CODES)),
    ),
    max_size=60,
)


def test_an_organisation_that_was_left_out_by_mistake_may_vote_again() -> None:
    left_out = ballot().recuse("POL").recuse("SDF")

    assert left_out.readmit("POL").recused == ("SDF",)
    assert left_out.readmit("POL").cast(vote("POL", Choice.YES), ALL).count() == Votes(1, 0, 0)


@given(deeds)
def test_any_interleaving_of_votes_arrivals_and_departures_gives_the_straightforward_recount(
    steps: list[tuple[object, ...]],
) -> None:
    held, record = ballot(), Proceedings("2026-04")
    for minute, (deed, who, *rest) in enumerate(steps):
        now, code = SEVEN + timedelta(minutes=minute), str(who)
        if deed in ("arrive", "leave"):
            act = Act.ARRIVED if deed == "arrive" else Act.LEFT
            record, _ = record.adding(Entry(0, act, now, now, organisation=code))
        elif deed == "recuse":
            held = held.recuse(code)
        elif deed == "withdraw":
            held = held.withdraw(code)
        else:
            choice, seat = rest
            assert isinstance(choice, Choice)
            try:
                held = held.cast(vote(code, choice, int(str(seat))), record.present(now))
            except Refusal:
                continue

    assert held.count() == _recount(steps)
    assert len({each.organisation for each in held.votes}) == len(held.votes)


def _recount(steps: list[tuple[object, ...]]) -> Votes:
    """Count by the book: walk through what happened, and keep for each organisation whose vote counts."""
    there: set[object] = set()
    recused: set[object] = set()
    given_by: dict[object, tuple[object, object]] = {}
    for deed, code, *rest in steps:
        if deed == "arrive":
            there.add(code)
        elif deed == "leave":
            there.discard(code)
        elif deed == "recuse":
            recused.add(code)
            given_by.pop(code, None)
        elif deed == "withdraw":
            given_by.pop(code, None)
        elif code in there and code not in recused and given_by.get(code, (rest[1],))[0] == rest[1]:
            given_by[code] = (rest[1], rest[0])
    choices = [choice for _seat, choice in given_by.values()]
    return Votes(choices.count(Choice.YES), choices.count(Choice.NO), choices.count(Choice.ABSTAIN))


@given(deeds)
def test_closing_a_secret_ballot_keeps_the_count_and_forgets_the_choices(steps: list[tuple[object, ...]]) -> None:
    held = ballot(secret=True)
    for deed, code, *rest in steps:
        if deed == "vote" and isinstance(rest[0], Choice):
            try:
                held = held.cast(vote(str(code), rest[0]), ALL)
            except Refusal:
                continue
    if not held.votes:
        return

    closed = held.close(SEVEN)

    assert closed.result == held.count()
    assert {each.choice for each in closed.votes} == {None}
    assert [each.organisation for each in closed.votes] == [each.organisation for each in held.votes]


def test_a_closed_ballot_takes_no_vote_and_is_not_closed_twice() -> None:
    closed = ballot().cast(vote("POL", Choice.YES), ALL).close(SEVEN)

    with pytest.raises(Refusal):
        closed.cast(vote("SKOL", Choice.YES), ALL)
    with pytest.raises(Refusal):
        closed.recuse("SKOL")
    with pytest.raises(Refusal):
        closed.close(SEVEN)
    with pytest.raises(Refusal):
        closed.break_tie(yes=True)


def test_a_tie_waits_for_the_chair() -> None:
    tied = ballot().cast(vote("POL", Choice.YES), ALL).cast(vote("SKOL", Choice.NO), ALL).close(SEVEN)
    assert tied.is_tied

    broken = tied.break_tie(yes=False)

    assert not broken.is_tied
    assert broken.result == Votes(1, 1, 0, casting=False)
    assert not broken.result.carried


def test_nobody_can_close_a_vote_that_nobody_took_part_in() -> None:
    with pytest.raises(Refusal):
        ballot().close(SEVEN)


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("ja", Choice.YES), ("Yes!", Choice.YES), ("👍🏾", Choice.YES), ("✅", Choice.YES), ("✔️", Choice.YES),
        ("nej.", Choice.NO), ("👎", Choice.NO), ("Avstår", Choice.ABSTAIN), ("🤷‍♀️", None), ("abstain", Choice.ABSTAIN),
        ("kanske", None), ("", None), ("🎉", None),
    ],
)  # fmt: skip
def test_a_choice_is_read_from_words_and_signs(said: str, choice: Choice | None) -> None:
    assert read_choice(said) is choice


@pytest.mark.parametrize(
    ("typed", "item", "proposal", "is_secret"),
    [
        ("A13 Extra vuxna ute 30 april.", "A13", "Extra vuxna ute 30 april", False),
        ("a 13: sluten: Extra vuxna", "A13", "Extra vuxna", True),
        ("secret", "", "", True),
        ("", "", "", False),
        ("Extra vuxna", "", "Extra vuxna", False),
    ],
)
def test_a_question_is_read_as_people_write_it(typed: str, item: str, proposal: str, is_secret: bool) -> None:  # noqa: FBT001
    question = read_question(typed)

    assert (question.item, question.proposal, question.is_secret) == (item, proposal, is_secret)


@given(st.text(max_size=300))
def test_reading_a_question_or_a_choice_never_fails(text: str) -> None:
    read_choice(text)
    read_question(text)
