"""From the queue of letters to the mail server: each taken once, as far as mail allows, and none lost."""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from functools import partial
from typing import Any

import structlog

from bot.clock import Clock
from bot.pauses import Pauses
from bot.settings.mail import Mail
from bot.smtp import NotTaken, over_smtp
from bot.voice import Occasion, Voice
from council.charter import Charter
from council.people import Place
from council.text import Message, Sharing, Text
from storage.database import Database
from storage.letters import LetterRow
from storage.work import Work

log = structlog.get_logger()
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=30)
GIVEN_UP_AFTER = timedelta(days=3)
LOOK_ANYWAY_SECONDS = 60.0


Send = Callable[[EmailMessage], Awaitable[None]]


class Postman:
    """Sends one council's letters.

    A letter that was taken in the very moment the process died is sent a second time under the same Message-ID:
    mail knows no better. Mail programs show it once.
    """

    def __init__(
        self, database: Database, charter: Charter, mail: Mail, clock: Clock, send: Send | None = None
    ) -> None:
        """Prepare.

        Args:
            send: how a letter gets to the mail server, if not as the settings say.
        """
        self._database = database
        self._charter = charter
        self._mail = mail
        self._clock = clock
        self._send = send or partial(over_smtp, mail)
        self._awake = asyncio.Event()
        self._pauses = Pauses()

    def follow(self, charter: Charter) -> None:
        """Go by settings that have been changed."""
        self._charter = charter

    def wake(self) -> None:
        """Look at the queue again, soon."""
        self._awake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            self._awake.clear()
            if not await self._pauses.survives("postman", self.round):
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_ANYWAY_SECONDS):
                    await self._awake.wait()

    async def round(self) -> int:
        """Try every letter that may be sent now, one after the other; return how many were taken."""
        async with self._database.work(self._charter.slug) as work:
            rows = await work.letters.waiting(self._clock.now())
            letters = [(row, await self._written(work, row)) for row in rows]
        taken = 0
        for row, letter in letters:
            taken += await self._delivered(row, letter)
        return taken

    async def _delivered(self, row: LetterRow, letter: EmailMessage) -> bool:
        try:
            await self._send(letter)
        except NotTaken as why:
            if _told_to_stop():
                # The mail library turns being told to stop into a lost connection.
                raise asyncio.CancelledError from why
            await self._put_off(row, why)
            return False
        async with self._database.work(self._charter.slug) as work:
            await work.letters.sent(row.number)
        if _told_to_stop():
            # And, where the letter was taken already, into a good-bye that failed, which it forgives.
            raise asyncio.CancelledError
        return True

    async def _put_off(self, row: LetterRow, why: NotTaken) -> None:
        now = self._clock.now()
        gives_up = why.for_good or now - row.queued_at > GIVEN_UP_AFTER
        log.warning("letter not taken", reason=why.reason, kind="given up" if gives_up else "later")
        async with self._database.work(self._charter.slug) as work:
            if not gives_up:
                pause = min(FIRST_PAUSE * 2**row.tries, LONGEST_PAUSE)
                await work.letters.later(row.number, row.tries + 1, now + pause, why.reason)
                return
            await work.letters.dead(row.number, why.reason)
            told = Message(Place.OPERATORS, (Text("letter-given-up", reason=why.reason),), Sharing.OPEN)
            voice = Voice(self._charter)
            queued = await voice.rendered(work, [told], Occasion(f"letter:{row.number}", now))
            await voice.queue(work, queued)

    async def _written(self, work: Work, row: LetterRow) -> EmailMessage:
        key = work.vault.own if row.case is None else await work.cases.key(row.case)
        content: dict[str, Any] = key.open(row.content or b"")
        letter = EmailMessage()
        letter["From"] = self._mail.sender
        letter["To"] = row.address
        letter["Subject"] = content["subject"]
        letter["Date"] = format_datetime(row.queued_at)
        letter["Message-ID"] = f"<{row.name}@{parseaddr(self._mail.sender)[1].partition('@')[2]}>"
        # Nobody's absence note shall answer us (RFC 3834).
        letter["Auto-Submitted"] = "auto-generated"
        letter["Content-Language"] = content["language"]
        letter.set_content(content["body"])
        for file in content["files"]:
            kind, _, subtype = file["mimetype"].partition("/")
            letter.add_attachment(b64decode(file["data"]), maintype=kind, subtype=subtype, filename=file["name"])
        return letter


def _told_to_stop() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
