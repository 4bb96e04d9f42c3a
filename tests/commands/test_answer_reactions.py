"""The secretary sends a message in a case's thread as the answer, with a reaction or with a word."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from council.steps import State
from tests.town import ANNA, COUNCIL, SDF, SECRETARIAT, SECRETARY, Town

ANSWER = "Vi klipper buskarna senast 8 april."


@pytest.fixture
async def casework(town: Town) -> Town:
    """The town with case 31 of Anna's, which SDF owns, and its thread in the council's room."""
    town.clock.time = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)
    await town.opens_chat(ANNA)
    await town.says(ANNA, "!concern Buskarna skymmer gångvägen till skolan")
    await town.says(SECRETARY, "!case assign 31 SDF")
    await town.hears()
    return town


async def reacts(town: Town, who: str = SECRETARY, symbol: str = "📤", words: str | None = ANSWER) -> None:
    thread = await town.event_of("case:0031:council", COUNCIL)
    await town.says(who, symbol, room=COUNCIL, reacts_to="$note", thread=thread, replied=words)


async def told(town: Town, room: str) -> list[str]:
    return [body for where, body in await town.hears() if where == room]


async def state_of(town: Town) -> State:
    async with town.database.work("lindvassa") as work:
        return (await work.cases.get(31)).state


async def test_a_reaction_shows_what_would_be_sent_and_a_word_sends_it_in_the_owners_name(casework: Town) -> None:
    await reacts(casework)
    heard = await casework.hears()
    assert ANNA not in [room for room, _body in heard]
    [asked] = [body for room, body in heard if room == SECRETARIAT]
    assert asked.startswith("TR-2026-0031: shall I send this as the answer from the district administration?")
    assert ANSWER in asked

    await casework.says(SECRETARY, "!case approve 31", room=SECRETARIAT)

    [answer] = await told(casework, ANNA)
    assert answer.startswith("Answer to TR-2026-0031 from the district administration:")
    assert ANSWER in answer
    assert await state_of(casework) is State.IN_PROGRESS


async def test_what_a_reaction_means_is_still_known_to_a_bot_that_was_started_anew(casework: Town) -> None:
    await reacts(casework)
    later = Town(casework.database, casework.charter, casework.clock)
    later._events, later._heard = casework._events, casework._heard
    await later.hears()

    await later.says(SECRETARY, "!todo", room=SECRETARY)
    assert "TR-2026-0031" in "".join(await told(later, SECRETARY))
    await later.says(SECRETARY, "!case approve 31", room=SECRETARIAT)

    assert ANSWER in "".join(await told(later, ANNA))


async def test_a_council_may_let_the_reaction_send_by_itself_and_the_same_one_twice_sends_once(casework: Town) -> None:
    casework.charter = replace(casework.charter, reaction_sends=True)
    thread = await casework.event_of("case:0031:council", COUNCIL)

    for _ in range(2):
        await casework.says(
            SECRETARY, "📤", room=COUNCIL, reacts_to="$note", thread=thread, replied=ANSWER, event="$the-reaction"
        )

    [answer] = await told(casework, ANNA)
    assert ANSWER in answer


async def test_where_a_second_person_must_agree_a_reaction_is_only_the_first(casework: Town) -> None:
    casework.charter = replace(casework.charter, reaction_sends=True, approved=("SDF",))
    await reacts(casework)
    await casework.says(SECRETARY, "!case approve 31", room=SECRETARIAT)
    assert await told(casework, ANNA) == []

    await casework.says(SDF, "!case approve 31")

    assert ANSWER in "".join(await told(casework, ANNA))


@pytest.mark.parametrize(
    ("who", "symbol", "words"),
    [(SDF, "📤", ANSWER), (SECRETARY, "👍", ANSWER), (SECRETARY, "📤", "!case close 31"), (ANNA, "📤", ANSWER)],
    ids=["a contact's", "another symbol", "on a command", "a resident's"],
)
async def test_any_other_reaction_sends_and_asks_nothing(casework: Town, who: str, symbol: str, words: str) -> None:
    await reacts(casework, who, symbol, words)

    assert await casework.hears() == []


async def test_a_reaction_on_a_message_that_cannot_be_read_says_so(casework: Town) -> None:
    await reacts(casework, words=None)

    [(room, body)] = await casework.hears()
    assert room == COUNCIL
    assert body.startswith("I cannot read the message that you reacted to, so I have sent nothing.")


async def test_a_reply_with_the_command_alone_sends_the_message_it_answers(casework: Town) -> None:
    thread = await casework.event_of("case:0031:council", COUNCIL)

    await casework.says(SECRETARY, "!case answer", room=COUNCIL, replies_to="$note", thread=thread, replied=ANSWER)

    assert ANSWER in "".join(await told(casework, ANNA))


async def test_an_answer_without_words_says_what_is_missing(casework: Town) -> None:
    thread = await casework.event_of("case:0031:council", COUNCIL)

    await casework.says(SECRETARY, "!case answer", room=COUNCIL, thread=thread)

    assert await told(casework, COUNCIL) == ["I see no text. Write what it is about."]
