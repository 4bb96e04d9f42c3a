"""What a person sees of a room: edits, removals and reactions folded in, whatever order they come in."""

from typing import Any

import pytest

from rehearsal.timeline import Post, Timeline

ROOM = "!room"
ANNA, BO = "@anna:x", "@bo:x"


def message(event_id: str, body: str, *, sender: str = ANNA, **content: Any) -> dict[str, Any]:
    return {
        "event_id": event_id,
        "type": "m.room.message",
        "sender": sender,
        "origin_server_ts": 1000,
        "content": {"msgtype": "m.text", "body": body, **content},
    }


def edit(event_id: str, of: str, body: str, sender: str = ANNA) -> dict[str, Any]:
    related = {"rel_type": "m.replace", "event_id": of}
    return message(event_id, f"* {body}", sender=sender, **{"m.new_content": {"body": body}, "m.relates_to": related})


def reaction(event_id: str, to: str, key: str) -> dict[str, Any]:
    related = {"rel_type": "m.annotation", "event_id": to, "key": key}
    content = {"m.relates_to": related}
    return {"event_id": event_id, "type": "m.reaction", "sender": BO, "origin_server_ts": 1000, "content": content}


def removal(event_id: str, of: str) -> dict[str, Any]:
    content = {"redacts": of}
    return {"event_id": event_id, "type": "m.room.redaction", "sender": BO, "origin_server_ts": 1, "content": content}


def seen(*events: dict[str, Any]) -> list[Post]:
    timeline = Timeline(ROOM)
    for event in events:
        timeline.take(event)
    return list(timeline)


def test_an_edit_replaces_the_text_and_keeps_what_it_was() -> None:
    [post] = seen(message("$1", "Helo"), edit("$2", "$1", "Hello"))

    assert post.body == "Hello"
    assert post.versions == ("Helo",)


def test_an_edit_by_somebody_else_changes_nothing() -> None:
    [post] = seen(message("$1", "Hello"), edit("$2", "$1", "Goodbye", sender=BO))

    assert post.body == "Hello"


def test_an_edit_that_comes_before_its_message_waits_for_it() -> None:
    [post] = seen(edit("$2", "$1", "Hello"), message("$1", "Helo"))

    assert post.body == "Hello"


def test_a_removed_post_stays_as_removed() -> None:
    [post] = seen(message("$1", "Hello"), removal("$2", "$1"))

    assert post.deleted
    assert post.body == ""


def test_a_removed_reaction_is_gone() -> None:
    [kept, lost] = seen(
        message("$1", "Hello"),
        message("$2", "Hej"),
        reaction("$3", "$1", "👍"),
        reaction("$4", "$2", "👍"),
        removal("$5", "$4"),
    )

    assert [each.key for each in kept.reactions] == ["👍"]
    assert lost.reactions == ()


def test_an_event_that_comes_twice_is_seen_once() -> None:
    assert len(seen(message("$1", "Hello"), message("$1", "Hello"))) == 1


def test_what_could_not_be_read_is_read_once_its_key_has_come() -> None:
    unreadable = {**message("$1", ""), "type": "m.room.encrypted", "content": {"ciphertext": "?"}}
    timeline = Timeline(ROOM)
    timeline.take(unreadable)
    before = [post.readable for post in timeline]

    timeline.take(message("$1", "Hello"), encrypted=True)

    assert before == [False]
    assert [(post.body, post.readable, post.encrypted) for post in timeline] == [("Hello", True, True)]


def test_a_thread_is_told_from_a_reply() -> None:
    root: Any = {"rel_type": "m.thread", "event_id": "$1", "is_falling_back": True, "m.in_reply_to": {"event_id": "$1"}}
    in_thread = {"m.relates_to": root}
    in_reply: Any = {"m.relates_to": {"m.in_reply_to": {"event_id": "$1"}}}
    _, threaded, replied = seen(
        message("$1", "Hello"),
        message("$2", "in thread", **in_thread),
        message("$3", "reply", **in_reply),
    )

    assert (threaded.thread, threaded.reply_to) == ("$1", None)
    assert (replied.thread, replied.reply_to) == (None, "$1")


@pytest.mark.parametrize("odd", [[], "x", 7, True, {"event_id": []}, {"rel_type": "m.replace", "event_id": {}}])
@pytest.mark.parametrize("kind", ["m.room.message", "m.reaction", "m.room.redaction"])
def test_what_no_proper_client_sends_is_read_over(kind: str, odd: object) -> None:
    timeline = Timeline("!room:town")
    content = {"body": "a", "m.relates_to": odd, "m.mentions": odd, "m.new_content": odd, "redacts": odd}
    event = {"event_id": "$a", "sender": "@a:town", "type": kind, "origin_server_ts": 1, "content": content}

    timeline.take(event)

    assert len(timeline) <= 1
