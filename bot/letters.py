"""What those who take part by e-mail are written: the notice, the minutes, and what falls to their organisation."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.markup import plain_text
from council.charter import Charter
from council.people import Contacts
from council.text import Document, Invitation, Letter, Message, Saying, Sharing, Text
from locales import Texts
from papers import file_content, invitation, paper
from storage.letters import Correspondent, Posted
from storage.work import Work

BY_MAIL = frozenset({Sharing.OPEN, Sharing.COUNCIL})
"""Mail is read by many on its way: nothing above the class council is in it."""


class TooClosedForMail(Exception):
    """A letter was to hold more than the class council. A bug: nothing of the event is kept."""


async def post(work: Work, charter: Charter, sayings: Iterable[Saying], cause: str, now: datetime) -> None:
    """Queue the letters that go with what is said.

    Raises:
        TooClosedForMail: something enclosed is above the class council.
    """
    letters = [letter for saying in sayings if (letter := _letter(charter, saying)) is not None]
    posted: list[Posted] = []
    for count, letter in enumerate(letters):
        for each in await work.letters.correspondents(letter.organisation):
            name = work.vault.name("letter", work.council, cause, str(count), each.address)
            posted.append(Posted(name, each.address, _content(charter, letter, each), now, letter.case))
    keys = {each.case: work.vault.own if each.case is None else await work.cases.key(each.case) for each in posted}
    await work.letters.add(posted, keys)


def _letter(charter: Charter, saying: Saying) -> Letter | None:
    if isinstance(saying, Letter):
        if any(each.sharing not in BY_MAIL for each in saying.enclosed):
            raise TooClosedForMail
        return saying
    if isinstance(saying, Message) and isinstance(saying.to, Contacts) and saying.sharing in BY_MAIL:
        subject = Text("letter-yours", council=charter.itself)
        return Letter(subject, saying.lines, saying.to.organisation, case=saying.case)
    return None


def _content(charter: Charter, letter: Letter, reader: Correspondent) -> dict[str, object]:
    texts = Texts(reader.language, charter.zone)
    foot = Text("letter-foot", council=charter.itself, contact=charter.controller.contact)
    return {
        "subject": texts.render(letter.subject),
        "body": f"{plain_text(letter.lines, texts)}\n\n--\n{texts.render(foot)}\n",
        "language": reader.language,
        "files": _files(letter.enclosed, texts),
    }


def _files(enclosed: Sequence[Document | Invitation], texts: Texts) -> list[dict[str, object]]:
    return [
        file_content(paper(each, texts) if isinstance(each, Document) else invitation(each, texts)) for each in enclosed
    ]
