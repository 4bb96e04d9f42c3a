"""What falls due while a meeting runs or a vote is open: an item that takes too long, a vote between meetings."""

from datetime import timedelta

from council.agenda import Agenda
from council.meeting import Meeting
from council.proceedings import Act, Proceedings
from council.reminders import Due, Kind
from council.vote import Ballot

GRACE = timedelta(minutes=1)
"""An item may take so much longer before anything is said."""
USELESS_AFTER = timedelta(minutes=15)
NEVER_USELESS = timedelta(days=365)


def overrun(meeting: Meeting, agenda: Agenda, proceedings: Proceedings) -> Due | None:
    """Return when the item at hand has taken longer than planned; said once for each item."""
    if not proceedings.is_running or proceedings.current is None:
        return None
    opened = proceedings.of(Act.OPENED)[-1].at
    item = agenda.find(proceedings.current)
    before = proceedings.spent(opened).get(item.id, timedelta())
    at = opened + max(timedelta(minutes=item.minutes) - before, timedelta()) + GRACE
    return Due(f"meeting:{meeting.number}:{item.id}:overrun", at, at + USELESS_AFTER, Kind.ITEM_OVERRUN, meeting.number)


def closing(ballot: Ballot) -> Due | None:
    """Return when the time for a vote between meetings is out. However late, it is closed then."""
    if ballot.closes_at is None or not ballot.is_open:
        return None
    at = ballot.closes_at
    return Due(f"ballot:{ballot.number}:closes", at, at + NEVER_USELESS, Kind.BALLOT_CLOSES, ballot.id)
