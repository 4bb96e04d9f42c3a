"""A command that answers a message brings that message's words along, where they are surely its writer's."""

from pathlib import Path
from typing import Any

import pytest

from council.people import Place
from tests.matrix.faults import Answer, fault_server, page, refusal
from tests.matrix.reading import ROOM, desk, event, response, standing

ELSEWHERE = "!elsewhere:town"
FIRST = event("first", "The lamp is broken.")
ASKED = f"GET rooms/{ROOM}/event/$first"


def reply(body: str) -> dict[str, Any]:
    content = {"msgtype": "m.text", "body": body, "m.relates_to": {"m.in_reply_to": {"event_id": "$first"}}}
    return event("reply", content=content)


async def replied(tmp_path: Path, answer: Answer, body: str = "!agenda add", **more: Any) -> tuple[str | None, int]:
    """Return what the reply brings along, and how often the homeserver was asked for it."""
    async with fault_server() as faults, desk(faults, tmp_path, [standing(ROOM, **more)]) as reading:
        faults.on(ASKED, answer)  # type: ignore[arg-type]
        await reading.reads(response("s1", reply(body)))
        (arrived,) = reading.events
        return arrived.replied, faults.count(ASKED)


async def test_the_words_that_a_command_answers_come_along(tmp_path: Path) -> None:
    assert await replied(tmp_path, FIRST) == ("The lamp is broken.", 1)


async def test_plain_talk_asks_for_nothing(tmp_path: Path) -> None:
    assert await replied(tmp_path, FIRST, "I agree") == (None, 0)


async def test_the_words_are_those_that_their_writer_changed_them_to(tmp_path: Path) -> None:
    edit = event(
        "edit",
        content={
            "msgtype": "m.text",
            "body": "* Two lamps are broken.",
            "m.new_content": {"msgtype": "m.text", "body": "Two lamps are broken."},
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$first"},
        },
    )
    stranger = {**edit, "sender": "@mallory:town"}

    assert await replied(tmp_path, {**FIRST, "unsigned": {"m.relations": {"m.replace": edit}}}) == (
        "Two lamps are broken.",
        1,
    )
    assert (await replied(tmp_path, {**FIRST, "unsigned": {"m.relations": {"m.replace": stranger}}}))[0] == (
        "The lamp is broken."
    )


@pytest.mark.parametrize(
    "answer",
    [
        refusal(404, "M_NOT_FOUND"),
        refusal(403, "M_FORBIDDEN"),
        {},
        {**FIRST, "event_id": "$other"},
        {**FIRST, "type": "m.room.member"},
        {**FIRST, "content": {"msgtype": "m.image", "body": "lamp.jpg"}},
        {**FIRST, "content": {}},
    ],
    ids=["gone", "forbidden", "empty", "another", "no message", "a picture", "redacted"],
)
async def test_what_cannot_be_had_is_left_out(tmp_path: Path, answer: Answer) -> None:
    assert (await replied(tmp_path, answer))[0] is None


async def test_words_are_bounded(tmp_path: Path) -> None:
    words, _ = await replied(tmp_path, event("first", "x" * 60_000))

    assert words is not None
    assert len(words) == 20_000


async def test_a_homeserver_in_trouble_is_asked_again_and_the_command_waits(tmp_path: Path) -> None:
    answers: list[Answer] = [page(502), FIRST]

    async with fault_server() as faults, desk(faults, tmp_path, [standing(ROOM)]) as reading:
        faults.on(ASKED, lambda _: answers.pop(0))
        await reading.reads(response("s1", reply("!agenda add")))

    assert [each.replied for each in reading.events] == ["The lamp is broken."]


async def test_in_an_encrypted_room_what_was_not_encrypted_is_nobodys_words(tmp_path: Path) -> None:
    async with fault_server() as faults, desk(faults, tmp_path, [standing(ROOM, encrypted=True)]) as reading:
        quoted = reading.reader._timeline._quoted
        faults.on(ASKED, FIRST)

        assert await quoted._said(ROOM, "$first") is None


async def reacted(tmp_path: Path, symbol: str, first: Answer) -> Any:
    relation = {"rel_type": "m.annotation", "event_id": "$first", "key": symbol}
    reaction = {**event("reaction", content={"m.relates_to": relation}), "type": "m.reaction"}
    async with fault_server() as faults, desk(faults, tmp_path, [standing(ROOM)]) as reading:
        faults.on(ASKED, first)  # type: ignore[arg-type]
        await reading.reads(response("s1", reaction))
        (arrived,) = reading.events
        return arrived


async def test_a_reaction_that_sends_brings_the_words_and_their_thread_along(tmp_path: Path) -> None:
    thread = {"rel_type": "m.thread", "event_id": "$root"}
    content = {"msgtype": "m.text", "body": "We mend it on Friday.", "m.relates_to": thread}

    arrived = await reacted(tmp_path, "📤", event("first", content=content))

    assert (arrived.replied, arrived.thread) == ("We mend it on Friday.", "$root")


async def test_any_other_reaction_asks_for_nothing(tmp_path: Path) -> None:
    arrived = await reacted(tmp_path, "👍", FIRST)

    assert (arrived.replied, arrived.thread) == (None, None)


async def linked(tmp_path: Path, body: str, place: Place) -> tuple[str | None, int]:
    """Return what a command with a link brings along, and how often the homeserver was asked for it."""
    rooms = [standing(ROOM), standing(ELSEWHERE, place=place)]
    async with fault_server() as faults, desk(faults, tmp_path, rooms) as reading:
        faults.on(f"GET rooms/{ELSEWHERE}/event/$first", FIRST)
        await reading.reads(response("s1", event("command", body)))
        (arrived,) = reading.events
        return arrived.linked, faults.count(f"GET rooms/{ELSEWHERE}/event/$first")


@pytest.mark.parametrize(
    ("body", "place", "found"),
    [
        (f"!incident hide https://matrix.to/#/{ELSEWHERE}/$first?via=town", Place.OPEN, ("The lamp is broken.", 1)),
        ("!incident hide https://matrix.to/#/!elsewhere%3Atown/%24first", Place.COUNCIL, ("The lamp is broken.", 1)),
        (f"Look: https://matrix.to/#/{ELSEWHERE}/$first", Place.OPEN, (None, 0)),
        (f"!incident hide https://matrix.to/#/{ELSEWHERE}/$first", Place.DIRECT, (None, 0)),
        ("!incident hide https://matrix.to/#/!strange:town/$first", Place.OPEN, (None, 0)),
    ],
    ids=["a link", "as some clients write it", "plain talk", "a direct chat", "a strange room"],
)
async def test_a_command_brings_the_words_that_it_links_to_along_unless_they_are_private(
    tmp_path: Path, body: str, place: Place, found: tuple[str | None, int]
) -> None:
    assert await linked(tmp_path, body, place) == found
