"""What the bot has decided to say goes out once, in order within a room, whatever the server does."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from bot import relay as relaying
from bot.matrix.wire import TryAgain, Undeliverable
from bot.relay import Relay
from bot.voice import Occasion, Voice
from council.charter import Slots
from council.people import Direct, Place
from council.text import (
    Admission,
    Dismissal,
    Document,
    Format,
    Message,
    Poll,
    PollEnd,
    Quote,
    Removal,
    Saying,
    Sharing,
    Text,
)
from storage.database import Database
from storage.outbox import SENT, OutboxRow
from tests.town import ANNA, CHARTER, NOON, Town


class Server:
    """A wire that behaves as told, and a server that carries each transaction out once."""

    def __init__(self, behaviour: list[str] | None = None) -> None:
        """Begin empty.

        Args:
            behaviour: for each request in turn: ok, lost (not done), deaf (done, answer lost) or never.
        """
        self.behaviour = list(behaviour or [])
        self.timeline: list[tuple[str, str, Mapping[str, object]]] = []
        self.done: dict[str, str] = {}
        self.redacted: list[str] = []
        self.pinned: list[str] = []
        self.doors: list[tuple[str, str, str]] = []
        self._names = count(1)
        self.requests = 0
        self.stored = asyncio.Event()

    async def send(self, room_id: str, event_type: str, content: Mapping[str, object], transaction: str) -> str:
        self.requests += 1
        how = self.behaviour.pop(0) if self.behaviour else "ok"
        if how == "never":
            raise Undeliverable("M_FORBIDDEN")
        if how == "lost":
            raise TryAgain("502")
        if transaction not in self.done:
            self.done[transaction] = f"$e{next(self._names)}"
            self.timeline.append((room_id, event_type, content))
            self.stored.set()
        if how == "deaf":
            raise TryAgain("connection reset")
        return self.done[transaction]

    async def send_file(
        self,
        room_id: str,
        name: str,
        mimetype: str,
        data: bytes,
        transaction: str,
        more: Mapping[str, Any] | None = None,
    ) -> str:
        content: dict[str, object] = {"body": name, "mimetype": mimetype, "size": len(data)}
        content.update(more or {})
        return await self.send(room_id, "m.room.message", content, transaction)

    async def redact(self, room_id: str, event_id: str, transaction: str) -> str:
        self.redacted.append(event_id)
        return "$redaction"

    async def react(self, room_id: str, event_id: str, symbol: str, transaction: str) -> str:
        return "$reaction"

    async def pin(self, room_id: str, event_id: str) -> None:
        self.pinned.append(event_id)

    async def admit(self, room_id: str, user_id: str) -> None:
        self.doors.append(("in", room_id, user_id))

    async def dismiss(self, room_id: str, user_id: str) -> None:
        self.doors.append(("out", room_id, user_id))

    async def unpin(self, room_id: str, event_id: str) -> None: ...

    async def open_chat(self, user_id: str, transaction: str) -> str:
        return f"!new-{user_id}"

    async def find(self, room_id: str, transaction: str, since_ms: int) -> str | None:
        return self.done.get(transaction)

    def bodies(self, room_id: str | None = None) -> list[object]:
        """Return what stands in the rooms, in order."""
        return [content["body"] for room, _type, content in self.timeline if room_id in (None, room)]


class Powerless(Server):
    """A homeserver on which the bot has the power to speak, and no other."""

    async def redact(self, room_id: str, event_id: str, transaction: str) -> str:
        raise Undeliverable("M_FORBIDDEN")

    async def pin(self, room_id: str, event_id: str) -> None:
        raise Undeliverable("M_FORBIDDEN")


async def _queue(town: Town, cause: str, *sayings: Saying) -> None:
    async with town.database.work("lindvassa") as work:
        voice = Voice(town.charter)
        await voice.queue(work, await voice.rendered(work, list(sayings), Occasion(cause, town.clock.now())))


def _says(place: Place, words: str, **more: object) -> Message:
    return Message(place, (Quote(words),), Sharing.OPEN, **more)  # type: ignore[arg-type]


def _relay(town: Town, server: Server) -> Relay:
    return Relay(town.database, town.charter, server, town.clock, first_pause_seconds=0)


async def test_what_is_queued_goes_out_in_order_and_its_words_are_kept_no_longer(town: Town) -> None:
    server = Server()
    await _queue(town, "a", *[_says(Place.OPEN, str(number)) for number in range(5)])

    await _relay(town, server).settle()

    assert server.bodies() == [f"> {number}" for number in range(5)]
    async with town.database.work("lindvassa") as work:
        rows = (await work.session.scalars(select(OutboxRow))).all()
    assert {(row.state, row.content) for row in rows} == {("sent", None)}


async def test_an_edit_a_thread_a_pin_and_a_removal_find_the_post_they_are_about(town: Town) -> None:
    server = Server()
    await _queue(
        town,
        "a",
        _says(Place.OPEN, "agenda", key="agenda", pinned=True),
        _says(Place.OPEN, "agenda, changed", edits="agenda"),
        _says(Place.OPEN, "about it", thread="agenda"),
        Removal(Place.OPEN, key="agenda"),
    )

    relay = _relay(town, server)
    await relay.settle()
    await relay.settle()

    _, edit, threaded = (content for _room, _type, content in server.timeline)
    assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$e1"}
    assert edit["body"] == "* > agenda, changed"
    assert edit["m.new_content"]["body"] == "> agenda, changed"  # type: ignore[index]
    assert threaded["m.relates_to"]["event_id"] == "$e1"  # type: ignore[index]
    assert (server.pinned, server.redacted) == (["$e1"], ["$e1"])


async def test_a_link_waits_for_the_post_it_leads_to_in_another_room_and_names_nothing_else(town: Town) -> None:
    server = Server()
    town.charter = replace(town.charter, slots=Slots())
    await _queue(
        town,
        "a",
        _says(Place.COUNCIL, "the case", key="case:0031:council", slot=True),
        _says(Place.SECRETARIAT, "yours", leads_to="case:0031:council"),
    )
    relay = _relay(town, server)
    await relay.settle()
    before = server.bodies()
    async with town.database.work("lindvassa") as work:
        moment = await work.outbox.next_moment(NOON)

    town.clock.time = NOON + timedelta(hours=1)
    await relay.settle()

    assert (before, moment) == ([], NOON + timedelta(hours=1))
    _root, (room, _type, content) = server.timeline
    assert room == "!secretariat:town"
    assert content["body"] == ("> yours\nThe thread of the case: https://matrix.to/#/!council:town/$e1?via=town")
    assert '<a href="https://matrix.to/#/!council:town/$e1?via=town">' in str(content["formatted_body"])


async def test_what_can_never_be_sent_is_told_in_the_operators_room(town: Town) -> None:
    server = Server(["never"])
    await _queue(town, "a", _says(Place.COUNCIL, "first"), _says(Place.COUNCIL, "second"))

    relay = _relay(town, server)
    await relay.settle()

    assert server.bodies("!council:town") == ["> second"]
    assert server.bodies("!operators:town") == [
        "A message to the council's room could not be sent and has been given up: M_FORBIDDEN."
    ]


async def test_a_post_that_cannot_be_removed_is_told_where_somebody_can(town: Town) -> None:
    server = Powerless()
    await _queue(town, "a", Removal(Place.COUNCIL, event="$names-a-person"), _says(Place.COUNCIL, "next"))

    await _relay(town, server).settle()

    assert server.bodies("!council:town") == [
        "> next",
        (
            "A message here was to be removed, and I lack the power to do it. It still stands. "
            "Its writer, or whoever runs this room, please remove it now."
        ),
    ]
    for room in ("!secretariat:town", "!operators:town"):
        assert server.bodies(room) == [
            (
                "I was to remove a message in the council's room and could not: M_FORBIDDEN. It still stands. "
                "Somebody who may remove messages there must do it by hand."
            )
        ]


async def test_a_post_that_cannot_be_pinned_stands_and_the_operators_know(town: Town) -> None:
    server = Powerless()
    await _queue(town, "a", _says(Place.OPEN, "notice", key="notice", pinned=True), _says(Place.OPEN, "next"))

    await _relay(town, server).settle()

    assert server.bodies("!open:town") == ["> notice", "> next"]
    assert server.bodies("!operators:town") == [
        (
            "I could not pin a post in the open room: M_FORBIDDEN. The post itself stands. "
            "Please give me the power to pin there, usually 50."
        )
    ]


async def test_a_room_that_stays_silent_is_told_of_once(town: Town) -> None:
    server = Server()
    await _queue(town, "a", _says(Place.COUNCIL, "x"))
    relay = _relay(town, server)
    real_send = server.send

    async def fails(room_id: str, event_type: str, content: Mapping[str, object], transaction: str) -> str:
        if room_id == "!council:town" and server.requests < 5:
            server.requests += 1
            town.clock.time += timedelta(minutes=6)
            raise TryAgain("502")
        return await real_send(room_id, event_type, content, transaction)

    server.send = fails  # type: ignore[method-assign]
    await relay.settle()
    await relay.settle()

    assert server.bodies("!council:town") == ["> x"]
    assert len(server.bodies("!operators:town")) == 1


async def test_somebody_without_a_chat_gets_one_and_the_message_in_it(town: Town) -> None:
    server = Server()
    await _queue(town, "a", Message(Direct(ANNA), (Quote("hello"),), Sharing.OPEN))

    await _relay(town, server).settle()

    assert server.bodies(f"!new-{ANNA}") == ["> hello"]


async def test_a_row_half_a_day_old_is_looked_for_in_the_room_before_it_is_sent_again(town: Town) -> None:
    server = Server(["deaf"])
    await _queue(town, "a", _says(Place.OPEN, "once"))
    # It does not try again before it is ended.
    patient = Relay(town.database, town.charter, server, town.clock, first_pause_seconds=3600)
    task = asyncio.create_task(patient.run())
    await server.stored.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert server.requests == 1

    town.clock.time += timedelta(hours=13)
    await _relay(town, server).settle()

    assert server.bodies() == ["> once"]
    assert server.requests == 1
    async with town.database.work("lindvassa") as work:
        assert list(await work.session.scalars(select(OutboxRow.event))) == ["$e1"]


async def test_what_a_room_is_told_of_in_trouble_follows_the_settings_as_they_are_now(town: Town) -> None:
    server = Server(["never"])
    relay = _relay(town, server)
    await _queue(town, "a", _says(Place.OPEN, "impossible"))

    relay.follow(replace(CHARTER, language="sv"))
    await relay.settle()

    assert server.bodies() == ["Ett meddelande till det öppna rummet kunde inte skickas och är uppgivet: M_FORBIDDEN."]


async def test_of_much_in_one_room_what_is_out_is_written_down_on_the_way(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaying, "WRITTEN_DOWN_AT_LEAST", 2)
    written: list[int] = []

    class Looking(Server):
        async def send(self, *request: Any) -> str:
            # By a connection of our own: any work of the council's would write it down.
            async with town.database.engine.connect() as connection:
                sent = await connection.scalars(select(OutboxRow.number).where(OutboxRow.state == SENT))
                written.append(len(list(sent)))
            return await super().send(*request)

    for number in range(5):
        await _queue(town, f"a{number}", _says(Place.OPEN, f"number {number}"))
    await _relay(town, Looking()).settle()

    assert written == [0, 0, 2, 2, 4]


HOW = st.sampled_from(["ok", "lost", "deaf"])


@given(rooms=st.lists(st.sampled_from([Place.OPEN, Place.COUNCIL, Place.SECRETARIAT]), max_size=12), how=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_the_server_does_each_post_stands_once_and_in_order(
    database: Database, rooms: list[Place], how: st.DataObject
) -> None:
    town = Town(database, CHARTER)
    async with database.work("lindvassa") as work:
        await work.session.execute(delete(OutboxRow))
    await town.settle_in()
    server = Server(how.draw(st.lists(HOW, max_size=20)))
    await _queue(town, "a", *[_says(place, f"{place.value} {n}") for n, place in enumerate(rooms)])

    await _relay(town, server).settle()

    for place in set(rooms):
        expected = [f"> {place.value} {n}" for n, each in enumerate(rooms) if each is place]
        assert server.bodies(f"!{place.value}:town") == expected


async def test_a_message_above_its_rooms_class_is_never_queued(town: Town) -> None:
    with pytest.raises(Exception, match="council to open"):
        await _queue(town, "a", Message(Place.OPEN, (Quote("x"),), Sharing.COUNCIL))


async def test_a_file_goes_out_once_with_its_name_and_kind(town: Town) -> None:
    server = Server()
    lines = (Quote("hej"),)
    title = Text("minutes-attendance")
    await _queue(town, "file", Document(Place.OPEN, "papper", title, lines, Format.HTML, Sharing.OPEN))

    await _relay(town, server).settle()

    assert [(each["body"], each["mimetype"]) for _room, _type, each in server.timeline] == [
        ("papper.html", "text/html")
    ]


async def test_a_poll_is_opened_and_closed_as_clients_know_it(town: Town) -> None:
    server = Server()
    question = Text("minutes-attendance")
    await _queue(town, "poll", Poll(Place.COUNCIL, question, (("yes", Text("vote-choice", choice="yes")),), "poll:1"))
    await _relay(town, server).settle()
    await _queue(town, "end", PollEnd(Place.COUNCIL, "poll:1", question))

    await _relay(town, server).settle()

    (_room, first, start), (_same, second, end) = server.timeline
    assert (first, second) == ("org.matrix.msc3381.poll.start", "org.matrix.msc3381.poll.end")
    assert end["m.relates_to"] == {"rel_type": "m.reference", "event_id": "$e1"}
    assert "Närvaro" in str(start["body"]) or "Attendance" in str(start["body"])


async def test_rooms_are_opened_and_closed_to_people(town: Town) -> None:
    server = Server()
    await _queue(town, "a", Admission(Place.COUNCIL, ANNA), Dismissal(Place.SECRETARIAT, ANNA))

    await _relay(town, server).settle()

    assert sorted(server.doors) == [("in", "!council:town", ANNA), ("out", "!secretariat:town", ANNA)]


async def test_what_is_for_a_room_that_is_gone_is_given_up_and_the_others_go_out(town: Town) -> None:
    server = Server()
    await _queue(town, "a", _says(Place.COUNCIL, "to nobody"), _says(Place.OPEN, "to all"))
    async with town.database.work("lindvassa") as work:
        gone = await work.session.scalar(select(OutboxRow.number).order_by(OutboxRow.number).limit(1))
        await work.session.execute(update(OutboxRow).where(OutboxRow.number == gone).values(room=9_999))

    await _relay(town, server).settle()

    assert server.bodies() == ["> to all"]
    async with town.database.work("lindvassa") as work:
        row = await work.session.get_one(OutboxRow, gone)
        assert (row.state, row.reason) == ("dead", "no such room")
