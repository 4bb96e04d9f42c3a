"""Those who take part without the chat get the notice, the minutes and what falls to them, from a real mail server."""

import asyncio
import email
import email.policy
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select

from bot.letters import TooClosedForMail
from bot.postman import Postman
from bot.settings.mail import Mail
from bot.smtp import NotTaken, over_smtp
from bot.voice import AboveCeiling, Occasion, Voice
from council.people import Contacts, Place
from council.text import Document, Format, Letter, Message, Quote, Sharing, Text, Words
from storage.letters import Correspondent, LetterRow
from tests.commands.confirmed import answer, confirmed
from tests.town import ANNA, CHAIR, OPERATORS, SECRETARIAT, SECRETARY, Town

PETRA = "petra@polisen.example"


class Letterbox:
    """What the mail server has taken, and how it answers."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.rung = threading.Event()
        self.answers: list[str] = []

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802 - the library's name
        said = self.answers.pop(0) if self.answers else "250 OK"
        if said.startswith("250"):
            read = email.message_from_bytes(envelope.content, policy=email.policy.default)
            assert isinstance(read, EmailMessage)
            self.letters.append(read)
            self.rung.set()
        return said


@contextmanager
def mail_server(box: Letterbox) -> Iterator[Mail]:
    """Run a mail server on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port, server_hostname="mail.example")
    server.start()
    try:
        yield Mail(host="127.0.0.1", port=port, security="none", sender="Rådet <radet@lindvassa.example>")
    finally:
        server.stop()


@pytest.fixture
async def by_mail(town: Town) -> Town:
    """The town with a mail server, and Petra of the police who takes part by e-mail."""
    town.charter = replace(town.charter, has_mail=True)
    async with town.database.work("lindvassa") as work:
        await work.letters.take_in(Correspondent(PETRA, "POL", "sv"))
    return town


@pytest.fixture
def box() -> Letterbox:
    return Letterbox()


def postman(town: Town, mail: Mail, send: Callable[[EmailMessage], Any] | None = None) -> Postman:
    return Postman(town.database, town.charter, mail, town.clock, send)


async def letters(town: Town) -> list[tuple[str, str, bytes | None]]:
    async with town.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(LetterRow).order_by(LetterRow.number))
        return [(row.address, row.state, row.content) for row in rows]


async def say(town: Town, *sayings: Message | Letter, cause: str = "x") -> None:
    async with town.database.work("lindvassa") as work:
        voice = Voice(town.charter)
        await voice.queue(work, await voice.rendered(work, list(sayings), Occasion(cause, town.clock.now())))


def yours(words: str = "Lampan i tunneln") -> Message:
    return Message.of(Contacts("POL"), Quote(words), sharing=Sharing.COUNCIL)


async def test_what_falls_to_an_organisation_reaches_its_people_by_mail_in_their_language(
    by_mail: Town, box: Letterbox
) -> None:
    await say(by_mail, yours())

    with mail_server(box) as mail:
        assert await postman(by_mail, mail).round() == 1

    (letter,) = box.letters
    assert letter["To"] == PETRA
    assert letter["Subject"] == "Lindvassa trygghetsråd: något som gäller er"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "Lampan i tunneln" in letter.get_content()
    assert "Svar hit läses inte. Kontakt: trygghet@lindvassa.example" in " ".join(letter.get_content().split())
    assert [(address, state, content) for address, state, content in await letters(by_mail)] == [(PETRA, "sent", None)]


async def test_the_notice_comes_with_the_agenda_and_a_calendar_entry(by_mail: Town, box: Letterbox) -> None:
    await by_mail.becomes(datetime(2026, 3, 31, 11, 0, tzinfo=UTC))

    with mail_server(box) as mail:
        await postman(by_mail, mail).round()

    notice = next(each for each in box.letters if str(each["Subject"]).startswith("Kallelse: "))
    assert notice["Subject"] == "Kallelse: Lindvassa trygghetsråd, torsdag 9 april 2026 kl. 18.00"
    assert "Kallelse." in notice.get_body().get_content()  # type: ignore[union-attr]
    kinds = [each.get_content_type() for each in notice.iter_attachments()]
    assert sorted(kinds) == ["application/pdf", "text/calendar"]


async def test_nobody_who_is_not_addressed_gets_a_letter(by_mail: Town) -> None:
    await say(
        by_mail,
        Message.of(Contacts("SDF"), Quote("x"), sharing=Sharing.COUNCIL),
        Message.of(Place.COUNCIL, Quote("x")),
    )

    assert await letters(by_mail) == []


async def test_nothing_above_the_class_council_is_ever_in_a_letter(by_mail: Town) -> None:
    secret = Document(Place.SECRETARIAT, "x", Text("paper-untitled"), (Quote("x"),), Format.HTML, Sharing.SECRETARIAT)
    letter = Letter(Text("letter-yours", council=Words("x")), (Quote("x"),), enclosed=(secret,))

    with pytest.raises(TooClosedForMail):
        await say(by_mail, letter)
    with pytest.raises(AboveCeiling):
        await say(by_mail, replace(yours(), sharing=Sharing.SECRETARIAT))
    assert await letters(by_mail) == []
    await say(by_mail, replace(yours(), sharing=Sharing.OPEN))
    assert len(await letters(by_mail)) == 1


async def test_a_residents_words_never_leave_by_mail(by_mail: Town) -> None:
    await by_mail.says(ANNA, "!concern Buskarna skymmer, hälsar ROSENGULD")
    await by_mail.says(SECRETARY, "!case edit-summary 31 Buskar vid gångvägen", room=SECRETARIAT)
    await by_mail.says(SECRETARY, "!case assign 31 POL", room=SECRETARIAT)

    async with by_mail.database.work("lindvassa") as work:
        rows = (await work.session.scalars(select(LetterRow))).all()
        told = [
            (await work.cases.key(row.case) if row.case else work.vault.own).open(row.content or b"") for row in rows
        ]
    assert len(told) == 1
    assert "Buskar vid gångvägen" in told[0]["body"]
    assert "ROSENGULD" not in str(told)
    assert "anna" not in str(told).casefold()


async def test_a_letter_that_is_not_taken_now_is_tried_again_later_and_longer(by_mail: Town, box: Letterbox) -> None:
    await say(by_mail, yours())
    box.answers = ["451 later", "451 later"]

    with mail_server(box) as mail:
        post = postman(by_mail, mail)
        assert await post.round() == 0
        assert await post.round() == 0
        assert len(box.answers) == 1
        by_mail.clock.time += timedelta(seconds=30)
        assert await post.round() == 0
        by_mail.clock.time += timedelta(seconds=59)
        assert await post.round() == 0
        assert box.answers == []
        by_mail.clock.time += timedelta(seconds=1)
        assert await post.round() == 1

    assert len(box.letters) == 1


async def test_a_letter_refused_for_good_is_given_up_and_the_operators_are_told(by_mail: Town, box: Letterbox) -> None:
    await say(by_mail, yours("hemligheten"))
    box.answers = ["550 nobody here"]

    with mail_server(box) as mail:
        await postman(by_mail, mail).round()

    assert [state for _, state, _ in await letters(by_mail)] == ["dead"]
    told = await by_mail.hears()
    assert (OPERATORS, "A letter could not be sent and is given up: refused 550.") in told
    assert PETRA not in str(told)


async def test_without_a_mail_server_nothing_is_lost(by_mail: Town) -> None:
    await say(by_mail, yours())

    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        mail = Mail(host="127.0.0.1", port=nobody.getsockname()[1], security="none", sender="x <x@y.example>")
        assert await postman(by_mail, mail).round() == 0

    assert [state for _, state, _ in await letters(by_mail)] == ["new"]


async def test_a_letter_sent_twice_has_the_same_name_both_times(by_mail: Town, box: Letterbox) -> None:
    await say(by_mail, yours())

    with mail_server(box) as mail:

        async def taken_and_cut_off(letter: EmailMessage) -> None:
            await over_smtp(mail, letter)
            raise NotTaken("cut off", for_good=False)

        await postman(by_mail, mail, taken_and_cut_off).round()
        by_mail.clock.time += timedelta(minutes=1)
        await postman(by_mail, mail).round()

    first, second = box.letters
    assert first["Message-ID"] == second["Message-ID"]


async def test_two_letters_of_one_event_and_one_delivered_twice_are_told_apart(by_mail: Town) -> None:
    await say(by_mail, yours("a"), yours("b"))

    assert len(await letters(by_mail)) == 2


async def test_the_postman_works_until_he_is_told_to_stop(by_mail: Town, box: Letterbox) -> None:
    with mail_server(box) as mail:
        post = postman(by_mail, mail)
        working = asyncio.create_task(post.run())
        await say(by_mail, yours())
        post.wake()
        assert await asyncio.to_thread(box.rung.wait, 30)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)

    assert len(box.letters) == 1


async def test_the_postman_stops_when_told_to_in_the_middle_of_a_letter(by_mail: Town) -> None:
    begun = asyncio.Event()

    async def loses_the_connection_when_stopped(_letter: EmailMessage) -> None:
        begun.set()
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError as stopped:
            raise NotTaken("connection lost", for_good=False) from stopped

    mail = Mail(host="127.0.0.1", security="none", sender="x <x@y.example>")
    await say(by_mail, yours())
    working = asyncio.create_task(postman(by_mail, mail, loses_the_connection_when_stopped).run())
    await begun.wait()

    working.cancel()

    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(working, 10)
    assert [state for _, state, _ in await letters(by_mail)] == ["new"]


async def test_the_postman_stops_when_told_to_while_saying_good_bye_and_the_letter_counts_as_sent(
    by_mail: Town,
) -> None:
    leaving = asyncio.Event()

    async def forgives_a_good_bye_that_failed(_letter: EmailMessage) -> None:
        leaving.set()
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)

    mail = Mail(host="127.0.0.1", security="none", sender="x <x@y.example>")
    await say(by_mail, yours())
    working = asyncio.create_task(postman(by_mail, mail, forgives_a_good_bye_that_failed).run())
    await leaving.wait()

    working.cancel()

    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(working, 10)
    assert [state for _, state, _ in await letters(by_mail)] == ["sent"]


async def test_somebody_takes_part_by_mail_once_confirmed_and_no_longer_when_removed(town: Town) -> None:
    town.charter = replace(town.charter, has_mail=True)

    shown = await answer(town, SECRETARY, "!mail add POL Petra@Polisen.example")
    assert shown.startswith(f"{PETRA} gets e-mail for the police")
    assert await answer(town, SECRETARY, "!mail list") == "Nobody takes part by e-mail."

    await confirmed(town, SECRETARY, "!mail add POL Petra@Polisen.example")
    assert await answer(town, SECRETARY, "!mail list") == f"- {PETRA}: the police"

    assert await answer(town, CHAIR, f"!mail remove {PETRA}", CHAIR) == f"{PETRA} gets no more e-mail from here."
    assert await answer(town, SECRETARY, "!mail list") == "Nobody takes part by e-mail."


@pytest.mark.parametrize(
    ("has_mail", "line", "told"),
    [
        (False, f"!mail add POL {PETRA}", "E-mail is not turned on."),
        (True, "!mail add POL petra", "“petra” is no e-mail address."),
        (True, f"!mail add XYZ {PETRA}", "There is no organisation with the code XYZ."),
        (True, f"!mail remove {PETRA}", f"Nobody with the address “{PETRA}” takes part by e-mail."),
    ],
)
async def test_what_cannot_be_done_is_said(town: Town, has_mail: bool, line: str, told: str) -> None:  # noqa: FBT001
    town.charter = replace(town.charter, has_mail=has_mail)

    assert (await answer(town, SECRETARY, line)).startswith(told)
