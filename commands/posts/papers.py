"""What people can take with them: a meeting for their calendar, and lines as a file."""

from collections.abc import Sequence

from commands.posts.agenda import Notes, agenda_lines
from council.agenda import Agenda
from council.charter import Charter
from council.meeting import Meeting
from council.people import Address, Place
from council.text import Document, Format, Invitation, Line, Sharing, Text

FORMATS = {
    "pdf": Format.PDF,
    "html": Format.HTML,
    "markdown": Format.MARKDOWN,
    "md": Format.MARKDOWN,
}
BOTH = (Place.OPEN, Place.COUNCIL)


def invitation_to(charter: Charter, meeting: Meeting, to: Address) -> Invitation:
    """Return a meeting as a calendar entry. Its UID is for good; a change raises its sequence."""
    return Invitation(
        to=to,
        name=f"{charter.slug}-{meeting.number}",
        uid=f"{meeting.number}@{charter.slug}.radslag",
        sequence=len(meeting.previous) + meeting.is_cancelled,
        stamp=meeting.scheduled_at,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        zone=meeting.zone,
        title=Text("invitation-title", council=charter.itself),
        words=Text("invitation-words", number=meeting.number),
        organiser=charter.controller.contact,
        is_cancelled=meeting.is_cancelled,
    )


def invitations(charter: Charter, meeting: Meeting) -> list[Invitation]:
    """Return the calendar entry of a meeting for both rooms."""
    return [invitation_to(charter, meeting, place) for place in BOTH]


def document(name: str, lines: Sequence[Line], to: Address, format: Format, sharing: Sharing) -> Document:  # noqa: A002 - the file's
    """Return lines as a file; the first of them is its title."""
    first = lines[0]
    title = first if isinstance(first, Text) else getattr(first, "text", Text("paper-untitled"))
    return Document(to, name, title, tuple(lines[1:]), format, sharing)


def agenda_papers(charter: Charter, meeting: Meeting, agenda: Agenda, followed_up: Sequence[Line]) -> list[Document]:
    """Return the agenda as a file for each room; the open room is not shown what is for the council alone."""
    name = f"{charter.slug}-{meeting.number}-agenda"
    lines = {
        Place.OPEN: agenda_lines(meeting, agenda, Notes(), Sharing.OPEN),
        Place.COUNCIL: [*agenda_lines(meeting, agenda, Notes(), Sharing.COUNCIL), *followed_up],
    }
    return [
        document(name, lines[place], place, Format.PDF, sharing)
        for place, sharing in ((Place.OPEN, Sharing.OPEN), (Place.COUNCIL, Sharing.COUNCIL))
    ]
