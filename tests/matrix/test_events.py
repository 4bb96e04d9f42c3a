"""What an event is taken to mean; and that no event, however malformed, ever raises."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.batch import Kind
from bot.matrix.events import LATEST_MS, Deed, deed, envelope
from bot.matrix.reading import read

TEXT = {"msgtype": "m.text", "body": "!next"}


def message(**content: Any) -> Deed | None:
    return deed("m.room.message", {**TEXT, **content}, {})


def test_a_text_message_is_what_was_said() -> None:
    assert message() == Deed(Kind.MESSAGE, "!next")


@pytest.mark.parametrize("msgtype", ["m.notice", "m.emote", "m.location", "m.server_notice", "", None, 7, ["m.text"]])
def test_anything_but_a_text_is_no_command(msgtype: object) -> None:
    assert message(msgtype=msgtype) is None


@pytest.mark.parametrize("msgtype", ["m.image", "m.file", "m.audio", "m.video"])
def test_a_file_is_a_file_whatever_its_caption(msgtype: str) -> None:
    assert message(msgtype=msgtype) == Deed(Kind.FILE, "!next")


def test_what_was_quoted_by_an_older_client_is_cut_off_a_reply() -> None:
    body = "> <@anna:town> !approve 7\n> > and more\n\n!next\n> mine"

    done = message(body=body, **{"m.relates_to": {"m.in_reply_to": {"event_id": "$root"}}})

    assert done == Deed(Kind.MESSAGE, "!next\n> mine", target="$root")


def test_a_quote_without_a_reply_stays() -> None:
    assert message(body="> said\n\n!next") == Deed(Kind.MESSAGE, "> said\n\n!next")


def test_a_quote_in_tags_is_cut_off_a_reply() -> None:
    done = message(body="<mx-reply>old</mx-reply>!next", **{"m.relates_to": {"m.in_reply_to": {"event_id": "$root"}}})

    assert done == Deed(Kind.MESSAGE, "!next", target="$root")


def test_in_a_thread_the_reply_for_old_clients_is_no_reply() -> None:
    relation = {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": "$last"},
    }

    assert message(**{"m.relates_to": relation}) == Deed(Kind.MESSAGE, "!next", thread="$root")
    assert message(**{"m.relates_to": {**relation, "is_falling_back": False}}) == Deed(
        Kind.MESSAGE, "!next", target="$last", thread="$root"
    )


def test_an_edit_is_the_new_text_of_its_target() -> None:
    done = message(
        body="* !next",
        **{"m.new_content": TEXT, "m.relates_to": {"rel_type": "m.replace", "event_id": "$old"}},
    )

    assert done == Deed(Kind.EDIT, "!next", target="$old")


@pytest.mark.parametrize("new", [None, {}, {"body": "!next"}, {"msgtype": "m.notice", "body": "!next"}, "text", []])
def test_an_edit_without_a_proper_text_is_nothing(new: object) -> None:
    assert message(**{"m.new_content": new, "m.relates_to": {"rel_type": "m.replace", "event_id": "$old"}}) is None


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("m.poll.response", {"m.selections": ["yes", "no"]}),
        ("org.matrix.msc3381.poll.response", {"org.matrix.msc3381.poll.response": {"answers": ["yes", "no"]}}),
    ],
)
def test_a_vote_is_its_choices_in_either_spelling(kind: str, content: dict[str, Any]) -> None:
    relation = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$poll"}}

    assert deed(kind, {**content, **relation}, {}) == Deed(Kind.VOTE, target="$poll", choices=("yes", "no"))


@pytest.mark.parametrize(("content", "raw"), [({"redacts": "$gone"}, {}), ({}, {"redacts": "$gone"})])
def test_a_removal_names_what_is_gone_in_either_place(content: dict[str, Any], raw: dict[str, Any]) -> None:
    assert deed("m.room.redaction", content, raw) == Deed(Kind.REMOVAL, target="$gone")


def test_a_reaction_is_its_symbol() -> None:
    relation = {"rel_type": "m.annotation", "event_id": "$post", "key": "👍"}

    assert deed("m.reaction", {"m.relates_to": relation}, {}) == Deed(Kind.REACTION, "👍", target="$post")


def test_what_no_database_can_hold_is_taken_out_of_a_text() -> None:
    assert message(body="a\0b\ud800c") == Deed(Kind.MESSAGE, "ab\ufffdc")


RAW = {
    "event_id": "$e",
    "sender": "@a:b",
    "origin_server_ts": 5,
    "type": "m.room.message",
    "content": TEXT,
}


@pytest.mark.parametrize(
    "bad",
    [
        {"event_id": None},
        {"event_id": "e"},
        {"event_id": "$" + "x" * 300},
        {"event_id": "$a\nb"},
        {"sender": "@nobody"},
        {"sender": 5},
        {"sender": "@a\ud800:b"},
        {"type": ["m.room.message"]},
        {"content": "text"},
        {"content": None},
    ],
)
def test_an_event_without_a_proper_envelope_is_none(bad: dict[str, Any]) -> None:
    assert envelope({**RAW, **bad}) is None


@pytest.mark.parametrize(
    ("told", "taken"), [(5, 5), (-1, 0), (10**30, LATEST_MS), (True, 0), ("5", 0), (None, 0), (1.5, 0)]
)
def test_a_time_that_is_none_is_bounded(told: object, taken: int) -> None:
    found = envelope({**RAW, "origin_server_ts": told})

    assert found is not None
    assert found.server_ms == taken


WORDS = """
m.room.message m.reaction m.room.redaction m.poll.response org.matrix.msc3381.poll.response m.sticker m.text
m.replace m.thread m.annotation m.relates_to m.new_content m.in_reply_to event_id rel_type body msgtype key
redacts m.selections answers content type sender origin_server_ts state_key unsigned room events timeline
state join invite leave rooms to_device device_lists changed left prev_batch limited next_batch
is_falling_back device_one_time_keys_count signed_curve25519 invite_state device_unused_fallback_key_types $e
@a:b !r:b
"""
NAMES = st.sampled_from(WORDS.split())
STRINGS = NAMES | st.text(st.characters(codec=None), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | STRINGS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(STRINGS, inner, max_size=6),
    max_leaves=40,
)


@given(NAMES, st.dictionaries(STRINGS, JSON, max_size=6), JSON)
def test_no_content_ever_raises_and_what_is_understood_can_be_stored(
    kind: str, content: dict[str, Any], raw: Any
) -> None:
    done = deed(kind, content, raw if isinstance(raw, dict) else {})

    for text in (done.body, done.target or "", done.thread or "", *done.choices) if done else ():
        assert "\0" not in text
        assert text.encode().decode() == text


@given(JSON)
def test_no_event_ever_raises(raw: Any) -> None:
    found = envelope(raw)

    assert found is None or found.event.startswith("$")


@given(st.dictionaries(STRINGS, JSON, max_size=6))
def test_no_response_ever_raises_once_it_says_where_to_go_on(answer: dict[str, Any]) -> None:
    assert read({**answer, "next_batch": "s2"}).next_batch == "s2"
