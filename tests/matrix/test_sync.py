"""The reading loop: nothing lost, nothing twice, nothing of the past, and never a request too many."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.matrix.batch import Batch, Change, Doubt, Kind
from bot.matrix.put_back import Landmark, PutBack
from bot.matrix.wire import TryAgain, Undeliverable
from council.people import Place
from tests.matrix.faults import FaultServer, fault_server, page, refusal
from tests.matrix.reading import (
    ANNA,
    BOT,
    MEGOLM,
    ROOM,
    Desk,
    desk,
    event,
    member,
    messages,
    response,
    standing,
    state,
)

OURS = [standing(ROOM)]


@pytest.fixture
async def faults() -> AsyncIterator[FaultServer]:
    async with fault_server() as running:
        running.on("GET rooms", refusal(404, "M_NOT_FOUND"))
        yield running


async def test_what_people_say_is_handed_over_in_order_and_the_token_goes_on(
    faults: FaultServer, tmp_path: Path
) -> None:
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("1", "one"), event("2", "two")), response("s2", event("3", "three")))

    assert at.words == ["one", "two", "three"]
    assert [each.query.get("since") for each in faults.asked if each.path == "sync"] == ["s0", "s1", "s2"]


async def test_a_batch_that_could_not_be_handled_comes_again_and_the_token_stays_t5(
    faults: FaultServer, tmp_path: Path
) -> None:
    handled: list[Batch] = []
    failures = [OSError("disk full"), RuntimeError("bug")]

    async def handle(batch: Batch) -> None:
        if failures:
            raise failures.pop()
        handled.append(batch)

    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("1", "one")), response("s2", event("2", "two")), handle=handle)

    assert [each.body for batch in handled for each in batch.events] == ["one", "two"]
    assert len(at.pauses) == 2


async def test_a_homeserver_in_trouble_is_asked_ever_less_often_t13(faults: FaultServer, tmp_path: Path) -> None:
    statuses = [200, 401, 404, 500, 502, 503] * 2
    troubles: list[Any] = [*map(page, statuses), refusal(500, "M_UNKNOWN"), refusal(503, "")]
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(*troubles, response("s1", event("1", "at last")))

    assert at.words == ["at last"]
    assert faults.count("GET sync") == len(troubles) + 2
    assert at.pauses[0] >= 0.75
    assert at.pauses[-1] >= 45
    assert max(at.pauses) <= 60
    assert sum(at.pauses) > len(troubles) * 10


async def test_the_homeservers_word_on_how_long_to_wait_is_honoured_t15(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(
            refusal(429, "M_LIMIT_EXCEEDED", retry_after_ms=120_000),
            refusal(429, "M_LIMIT_EXCEEDED", retry_after_ms=10**12),
            response("s1"),
        )

    assert at.pauses == [120.0, 300.0]


async def test_who_is_logged_out_stops_at_once(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads()

    assert faults.count("GET sync") == 1
    assert at.pauses == []


async def test_an_answer_with_the_token_we_have_is_read_all_the_same_t11(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path) as at:
        await at.reads(response("s0", event("1", "hello"), more={"state": {"events": []}}))

    assert at.book.is_ours(ROOM)


async def test_without_rooms_of_our_own_all_of_them_are_asked_for_t12(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path) as at:
        encryption = {"state": {"events": [state("e", "m.room.encryption", MEGOLM)]}}
        await at.reads(response("s1", event("1", "old rooms speak too"), more=encryption))

    assert faults.asked[0].query["full_state"] == "true"
    assert [each.kind for each in at.changes] == [Change.JOINED, Change.ENCRYPTED]
    assert [each.doubt for each in at.events] == [Doubt.IN_CLEAR]


async def test_with_rooms_of_our_own_nothing_more_is_asked_for_and_they_can_be_written_to_t12(
    faults: FaultServer, tmp_path: Path
) -> None:
    faults.on("PUT rooms", {"event_id": "$sent"})
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1"))
        faults.on("PUT rooms", {"event_id": "$sent"})

        assert "full_state" not in faults.asked[0].query
        assert at.book.is_ours(ROOM)


async def test_nothing_goes_out_in_clear_before_a_first_response_was_read_t3(
    faults: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.matrix.delivery.CATCH_UP_SECONDS", 0.01)
    async with desk(faults, tmp_path, OURS) as at:
        with pytest.raises(TryAgain):
            await at.delivery.send(ROOM, "m.room.message", {"body": "minutes"}, "t")

    assert faults.count("PUT rooms") == 0


async def test_a_room_is_encrypted_from_the_moment_it_is_read_even_if_nothing_can_be_stored_t3(
    faults: FaultServer, tmp_path: Path
) -> None:
    async with desk(faults, tmp_path, OURS) as at:

        async def fail(_: Batch) -> None:
            assert at.book.is_encrypted(ROOM)
            faults.on("GET sync", refusal(401, "M_UNKNOWN_TOKEN"))
            at.reader._client.server._logged_out = True
            with pytest.raises(TryAgain):
                await at.delivery.send(ROOM, "m.room.message", {"body": "minutes"}, "t")

        await at.reads(response("s1", state("e", "m.room.encryption", MEGOLM)), handle=fail)

    assert faults.count(f"PUT rooms/{ROOM}/send/m.room.message") == 0


async def test_what_was_said_before_the_room_was_encrypted_may_be_obeyed(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(
            response("s1", event("1", "before"), state("e", "m.room.encryption", MEGOLM), event("2", "after"))
        )

    assert [each.doubt for each in at.events] == [None, Doubt.IN_CLEAR]


async def test_a_gap_is_filled_oldest_first_t9(faults: FaultServer, tmp_path: Path) -> None:
    missed = [event(f"m{number}", f"missed {number}") for number in range(5000)]
    newest_first = missed[::-1]
    pages = [newest_first[start : start + 250] for start in range(0, 5000, 250)]
    faults.on(f"GET rooms/{ROOM}/messages", messages(*pages))
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("last", "last"), limited=True, prev_batch="t1"))

    assert at.words == [each["content"]["body"] for each in missed] + ["last"]
    asked = next(each for each in faults.asked if each.path.endswith("/messages"))
    assert (asked.query["from"], asked.query["to"], asked.query["dir"]) == ("t1", "s0", "b")


async def test_a_gap_that_cannot_be_read_now_is_waited_for(faults: FaultServer, tmp_path: Path) -> None:
    answers: list[Any] = [page(502), {"chunk": [event("m", "missed")]}]
    faults.on(f"GET rooms/{ROOM}/messages", lambda _: answers.pop(0))
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("last", "last"), limited=True, prev_batch="t1"))

    assert at.words == ["missed", "last"]
    assert len(at.batches) == 1


async def test_a_homeserver_that_turns_in_circles_is_not_followed(faults: FaultServer, tmp_path: Path) -> None:
    faults.on(f"GET rooms/{ROOM}/messages", {"chunk": [], "end": "again"})
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("last", "last"), limited=True, prev_batch="t1"))

    assert faults.count(f"GET rooms/{ROOM}/messages") == 2


def mark(faults: FaultServer, *answers: Any) -> Callable[[Desk], None]:
    """Have the newest post of ours be looked for, and be there or not."""
    left = list(answers)
    faults.on(f"GET rooms/{ROOM}/event/$ours", lambda _: left.pop(0))

    async def landmark() -> Landmark | None:
        return Landmark(ROOM, "$ours", datetime(2026, 4, 9, 12, tzinfo=UTC))

    def put(at: Desk) -> None:
        at.reader.put_back = PutBack(at.client, SystemClock(), landmark)

    return put


async def test_a_database_that_fails_while_the_newest_post_is_looked_up_is_waited_for(
    faults: FaultServer, tmp_path: Path
) -> None:
    answers = [ConnectionError("restarted"), None]

    async def landmark() -> Landmark | None:
        answer = answers.pop(0)
        if answer:
            raise answer
        return None

    async with desk(faults, tmp_path, OURS) as at:
        at.reader.put_back = PutBack(at.client, SystemClock(), landmark)
        await at.reads(response("s1", event("1", "one")))

    assert at.words == ["one"]
    assert len(at.pauses) == 1


def said_at(event_id: str, hour: int) -> dict[str, Any]:
    at_ms = round(datetime(2026, 4, 9, hour, tzinfo=UTC).timestamp() * 1000)
    return event(event_id, f"said at {hour}", origin_server_ts=at_ms)


async def test_what_was_said_on_a_homeserver_that_was_put_back_is_heard_though_it_lies_behind_our_place(
    faults: FaultServer, tmp_path: Path
) -> None:
    history = [said_at("4", 15), said_at("3", 14), said_at("2", 10), said_at("1", 9)]
    faults.on(f"GET rooms/{ROOM}/messages", messages(history))
    put = mark(faults, refusal(404, "M_NOT_FOUND"))
    async with desk(faults, tmp_path, OURS) as at:
        put(at)
        await at.reads(response("s1"), response("s2", said_at("4", 15)), response("s3", event("5", "on we go")))

    assert at.words == ["said at 14", "said at 15", "on we go"]
    assert [each.query.get("since") for each in faults.asked if each.path == "sync"] == ["s0", None, "s2", "s3"]


async def test_a_homeserver_that_was_away_is_looked_at_again_and_where_all_is_there_nothing_is_read_twice(
    faults: FaultServer, tmp_path: Path
) -> None:
    put = mark(faults, page(502), {"event_id": "$ours"}, {"event_id": "$ours"})
    async with desk(faults, tmp_path, OURS) as at:
        put(at)
        await at.reads(response("s1", event("1", "one")), page(502), response("s2", event("2", "two")))

    assert at.words == ["one", "two"]
    assert faults.count(f"GET rooms/{ROOM}/event/$ours") == 3
    assert faults.count(f"GET rooms/{ROOM}/messages") == 0


async def test_at_the_very_first_start_nothing_of_the_past_counts(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path) as at:
        encryption = state("e", "m.room.encryption", MEGOLM)
        await at.reads(response("s1", event("1", "!old"), encryption, limited=True, prev_batch="t1"), since=None)

    assert at.events == []
    assert {each.kind for each in at.changes} == {Change.JOINED, Change.ENCRYPTED}


async def test_in_a_new_room_only_what_came_after_our_joining_counts_t19(faults: FaultServer, tmp_path: Path) -> None:
    history = [event("3", "new"), member("j", BOT, "join", "invite"), event("2", "old"), member("i", BOT, "invite")]
    faults.on(f"GET rooms/{ROOM}/messages", messages(history))
    async with desk(faults, tmp_path, [standing("!other:town")]) as at:
        await at.reads(response("s1", event("2", "old"), event("3", "new")))

    assert at.words == ["new"]
    assert [(each.kind, each.event) for each in at.changes] == [(Change.JOINED, "$j")]


async def test_a_change_of_our_name_is_no_joining_t19(faults: FaultServer, tmp_path: Path) -> None:
    history = [event("3", "new"), member("n", BOT, "join", "join"), event("2", "also new"), member("j", BOT, "join")]
    faults.on(f"GET rooms/{ROOM}/messages", messages(history))
    async with desk(faults, tmp_path, [standing("!other:town")]) as at:
        await at.reads(response("s1", event("3", "new")))

    assert at.words == ["also new", "new"]


CHAT = "!chat:town"
TWO = {"chunk": [member("a", ANNA, "join"), member("b", BOT, "join")]}
THREE = {"chunk": [*TWO["chunk"], member("c", "@carl:town", "invite")]}


async def test_in_a_new_chat_everything_since_our_invitation_counts_t19(faults: FaultServer, tmp_path: Path) -> None:
    history = [
        event("3", "joined"),
        member("j", BOT, "join", "invite"),
        event("2", "invited"),
        member("i", BOT, "invite"),
        event("1", "old"),
    ]
    faults.on(f"GET rooms/{CHAT}/messages", messages(history))
    faults.on(f"GET rooms/{CHAT}/members", TWO)
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("3", "joined"), room=CHAT))

    assert at.words == ["invited", "joined"]
    assert [(each.kind, each.place, each.user, each.event) for each in at.changes] == [
        (Change.JOINED, Place.DIRECT, ANNA, "$i")
    ]


async def test_a_room_whose_encryption_the_response_does_not_show_is_asked_about_t3(
    faults: FaultServer, tmp_path: Path
) -> None:
    faults.on(f"GET rooms/{CHAT}/messages", messages([member("j", BOT, "join")]))
    faults.on(f"GET rooms/{CHAT}/members", TWO)
    faults.on(f"GET rooms/{CHAT}/state/m.room.encryption", MEGOLM)
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("3", "hello"), room=CHAT))

    assert at.book.is_encrypted(CHAT)


async def test_a_room_with_strangers_is_none_of_ours(faults: FaultServer, tmp_path: Path) -> None:
    faults.on(f"GET rooms/{CHAT}/members", THREE)
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("3", "!approve"), room=CHAT))

    assert at.events == []
    assert at.changes == []
    assert not at.book.is_ours(CHAT)


async def test_a_chat_ends_where_a_third_person_comes_in(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, [standing(CHAT, Place.DIRECT, person=ANNA)]) as at:
        third = state("c", "m.room.member", {"membership": "invite"}, "@carl:town")
        await at.reads(response("s1", event("1", "alone"), third, event("2", "overheard"), room=CHAT))

    assert at.words == ["alone"]
    assert Change.CROWDED in {each.kind for each in at.changes}
    assert not at.book.is_ours(CHAT)


async def test_a_room_that_throws_us_out_while_we_look_around_does_not_stop_us(
    faults: FaultServer, tmp_path: Path
) -> None:
    faults.on(f"GET rooms/{CHAT}/", refusal(403, "M_FORBIDDEN"))
    both = response("s1", event("1", "hello"))
    both["rooms"]["join"][CHAT] = {"timeline": {"events": [event("2", "x")]}}
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(both)

    assert at.words == ["hello"]
    assert at.pauses == []


async def test_a_room_that_we_are_thrown_out_of_is_no_longer_ours_t17(faults: FaultServer, tmp_path: Path) -> None:
    ban = state("b", "m.room.member", {"membership": "ban"}, BOT, sender="@chair:town")
    answer = {"next_batch": "s1", "rooms": {"leave": {ROOM: {"timeline": {"events": [event("1", "bye"), ban]}}}}}
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(answer)
        with pytest.raises(Undeliverable):
            await at.delivery.send(ROOM, "m.room.message", {"body": "x"}, "t")

    assert at.words == ["bye"]
    left = at.changes[-1]
    assert (left.kind, left.user, left.banned) == (Change.LEFT, "@chair:town", True)


async def test_an_invitation_that_is_withdrawn_is_no_longer_one_t17(faults: FaultServer, tmp_path: Path) -> None:
    invite = {"type": "m.room.member", "state_key": BOT, "sender": ANNA}
    invited = {**invite, "content": {"membership": "invite", "is_direct": True}}
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(
            {"next_batch": "s1", "rooms": {"invite": {CHAT: {"invite_state": {"events": [invited]}}}}},
            {"next_batch": "s2", "rooms": {"leave": {CHAT: {}}}},
        )

    assert [each.kind for each in at.changes] == [Change.INVITED, Change.LEFT]
    assert at.book.invited == {}


async def test_our_own_words_and_notices_never_come_back(faults: FaultServer, tmp_path: Path) -> None:
    notice = event("2", "", content={"msgtype": "m.notice", "body": "!next"})
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", event("1", "!next", sender=BOT), notice, event("3", "!next")))

    assert [each.event for each in at.events] == ["$3"]


async def test_an_edit_a_vote_a_removal_and_what_cannot_be_read_are_told_apart_t20(
    faults: FaultServer, tmp_path: Path
) -> None:
    relation = {"rel_type": "m.replace", "event_id": "$1"}
    new = {"msgtype": "m.text", "body": "better"}
    edit = event("2", content={**new, "body": "* better", "m.new_content": new, "m.relates_to": relation})
    vote = event(
        "3",
        type="org.matrix.msc3381.poll.response",
        content={"org.matrix.msc3381.poll.response": {"answers": ["a"]}, "m.relates_to": {"event_id": "$p"}},
    )
    gone = event("4", type="m.room.redaction", content={}, redacts="$1")
    sealed = event("5", type="m.room.encrypted", content={**MEGOLM, "session_id": "x", "ciphertext": "y"})
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", edit, vote, gone, sealed))

    assert [(each.kind, each.target) for each in at.events] == [
        (Kind.EDIT, "$1"),
        (Kind.VOTE, "$p"),
        (Kind.REMOVAL, "$1"),
        (Kind.UNREADABLE, None),
    ]


async def test_an_encrypted_event_with_an_odd_unsigned_part_stops_nothing_t1(
    faults: FaultServer, tmp_path: Path
) -> None:
    unsigneds: list[Any] = [None, [], "x", 5, {"transaction_id": []}]
    odd = [
        event(f"{number}", type="m.room.encrypted", content=MEGOLM, unsigned=unsigned)
        for number, unsigned in enumerate(unsigneds)
    ]
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", *odd, event("last", "still here")))

    assert at.words[-1] == "still here"


TOMBSTONE = state("t", "m.room.tombstone", {"body": "", "replacement_room": "!new"}, sender="@chair:town")


def powers(faults: FaultServer, levels: dict[str, int], version: str = "11", creator: str = "@maker:town") -> None:
    create = {"sender": creator, "content": {"room_version": version}}
    faults.on(f"GET rooms/{ROOM}/state/m.room.create", create)
    faults.on(f"GET rooms/{ROOM}/state/m.room.power_levels", {"content": {"users": levels}})


@pytest.mark.parametrize(
    ("levels", "version", "creator", "followed"),
    [
        ({"@chair:town": 100}, "11", "@maker:town", ["!new"]),
        ({"@chair:town": 0}, "11", "@maker:town", []),
        ({}, "11", "@chair:town", []),
        ({}, "12", "@chair:town", ["!new"]),
        ({}, "12", "@maker:town", []),
        ({}, "org.example.odd", "@chair:town", []),
    ],
)
async def test_an_upgrade_is_followed_when_somebody_with_power_says_so_t18(
    faults: FaultServer, tmp_path: Path, levels: dict[str, int], version: str, creator: str, followed: list[str]
) -> None:
    powers(faults, levels, version, creator)
    async with desk(faults, tmp_path, OURS) as at:
        await at.reads(response("s1", TOMBSTONE))

    assert [each.replacement for each in at.changes] == followed


async def test_a_room_that_says_it_follows_ours_takes_its_place_t18(faults: FaultServer, tmp_path: Path) -> None:
    faults.on("GET rooms/!new/state/m.room.create", {"content": {"predecessor": {"room_id": ROOM}}})
    faults.on("GET rooms/!new/messages", messages([member("j", BOT, "join")]))
    async with desk(faults, tmp_path, [standing(ROOM, encrypted=True, successor="!new")]) as at:
        await at.reads(response("s1", event("1", "hello"), room="!new"))

    assert (Change.MOVED, ROOM, "!new") in [(each.kind, each.room_id, each.replacement) for each in at.changes]
    assert at.book.joined["!new"].place is Place.COUNCIL
    assert at.book.is_encrypted("!new")
    assert ROOM not in at.book.joined


async def test_a_room_that_does_not_say_that_it_follows_ours_is_left_t18(faults: FaultServer, tmp_path: Path) -> None:
    async with desk(faults, tmp_path, [standing(ROOM, successor="!new")]) as at:
        await at.reads(response("s1", event("1", "!approve"), room="!new"))

    assert at.events == []
    assert at.changes == []
    assert ROOM in at.book.joined
