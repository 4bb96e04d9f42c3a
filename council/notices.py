"""What is said when something falls due: the posts around a meeting, and the owner's weekly reminder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from council.calendar import clash, day_of
from council.item import Raiser
from council.meeting import Meeting
from council.people import Address, Contacts, Holders, Place, Role
from council.plan import ReminderPlan
from council.reminders import Due
from council.schedule import Occurrence
from council.text import Item, Line, Message, Sharing, Text, Words


@dataclass(frozen=True)
class Outcome:
    """What a meeting came to, as its summary tells."""

    decisions: int
    actions: int
    promises_kept: int
    promises_broken: int
    promises_open: int


def call_for_items(each: Due, meeting: Meeting, plan: ReminderPlan, now: datetime) -> list[Message]:
    """Call for items, in the open and the council's room."""
    text = Text("call-for-items", starts=meeting.starts_at, closes=plan.closes_at(meeting))
    return _posts(each, now, text, to=(Place.OPEN, Place.COUNCIL))


def notice_of_meeting(each: Due, meeting: Meeting, items: int, minutes: int, now: datetime) -> list[Message]:
    """Give notice of a meeting, in the open and the council's room.

    Args:
        items: how many items its agenda has.
        minutes: the sum of their minutes.
    """
    text = Text("notice", starts=meeting.starts_at, ends=meeting.ends_at, items=items, minutes=minutes)
    return _posts(each, now, text, to=(Place.OPEN, Place.COUNCIL))


def reminder_in_days(each: Due, meeting: Meeting, plan: ReminderPlan, now: datetime) -> list[Message]:
    """Remind the council of a meeting some days ahead, and of what can still be done about its agenda."""
    closes = plan.closes_at(meeting)
    if now < closes:
        key = "remind-items-open"
    elif now < plan.notice_at(meeting):
        key = "remind-items-closed"
    else:
        key = "remind-agenda-fixed"
    text = Text(key, days=_days_until(meeting, now), starts=meeting.starts_at, closes=closes)
    return _posts(each, now, text, to=(Place.COUNCIL,))


def reminder_before(each: Due, meeting: Meeting, quorum: int, votes: int, now: datetime) -> list[Message]:
    """Remind the council on the last working day before a meeting.

    Args:
        quorum: how many voting organisations must be there.
        votes: how many there are.
    """
    days = _days_until(meeting, now)
    text = Text("remind-before", days=days, starts=meeting.starts_at, quorum=quorum, votes=votes)
    return _posts(each, now, text, to=(Place.COUNCIL,))


def reminder_in_hours(each: Due, meeting: Meeting, now: datetime) -> list[Message]:
    """Remind the council some hours before a meeting. When late, it no longer says how many."""
    hours = round((meeting.starts_at - each.at).total_seconds() / 3600)
    key = "remind-soon" if each.is_late(now) else "remind-in-hours"
    return _posts(each, now, Text(key, hours=hours, starts=meeting.starts_at), to=(Place.COUNCIL,))


def summary(
    each: Due, meeting: Meeting, plan: ReminderPlan, following: Meeting | None, outcome: Outcome | None, now: datetime
) -> list[Message]:
    """Tell the open room what a meeting came to.

    Args:
        following: the next meeting, if one is planned.
        outcome: None while nothing is recorded of the meeting.
    """
    coming = Text("summary-next", starts=following.starts_at) if following else Text("summary-none-next")
    if outcome is None:
        text = Text("summary-held", day=meeting.day, next=coming)
    else:
        text = Text(
            "summary",
            day=meeting.day,
            decisions=outcome.decisions,
            actions=outcome.actions,
            adjusted=plan.adjust_by(meeting),
            next=coming,
            kept=outcome.promises_kept,
            broken=outcome.promises_broken,
            open=outcome.promises_open,
        )
    return _posts(each, now, text, to=(Place.OPEN,))


def draft_missing(each: Due, meeting: Meeting, now: datetime) -> list[Message]:
    """Remind the secretary of draft minutes that are not there."""
    return _posts(each, now, Text("draft-missing", starts=meeting.starts_at), to=(Place.SECRETARIAT,))


def adjustment_due(each: Due, meeting: Meeting, adjuster: str | None, now: datetime) -> list[Message]:
    """Remind the secretary, and the organisation that adjusts the minutes, that today is the last day.

    Args:
        adjuster: the code of that organisation, if one was chosen.
    """
    text = Text("adjustment-due", starts=meeting.starts_at)
    to: tuple[Address, ...] = (Place.SECRETARIAT, *((Contacts(adjuster),) if adjuster else ()))
    return _posts(each, now, text, to=to)


def minutes_announced(each: Due, meeting: Meeting, now: datetime) -> list[Message]:
    """Announce in the open room that the minutes are adjusted."""
    return _posts(each, now, Text("minutes-announced", starts=meeting.starts_at), to=(Place.OPEN,))


def action_reminder(each: Due, owner: str, what: str, due: date, zone: ZoneInfo, now: datetime) -> list[Message]:
    """Remind an action's owner, in private.

    Args:
        owner: the code of the organisation, or Raiser.SECRETARY.
        what: the words of the action.
        due: the day by which it is to be done.
    """
    key = "action-overdue" if due < day_of(now, zone) else "action-due"
    text = Text(key, id=each.subject, what=Words(what), due=due)
    to = Holders(Role.SECRETARY) if owner == Raiser.SECRETARY else Contacts(owner)
    return _posts(each, now, text, to=(to,))


def red_day_ahead(each: Due, meeting: Meeting, proposals: tuple[date, ...], now: datetime) -> list[Message]:
    """Point out to the secretary that a meeting falls on a red day, or before one, with other days."""
    warning = clash(meeting.day)
    return _posts(each, now, warning, _proposed(proposals), to=(Place.SECRETARIAT,)) if warning else []


def red_days_of_series(occurrences: Iterable[Occurrence]) -> list[Message]:
    """Point out to the secretary, when the dates are made, which of them fall on a red day or before one."""
    lines: list[Line] = []
    for each in occurrences:
        if each.warning is not None:
            lines += [Item(each.warning), _proposed(each.proposals)]
    return [Message(Place.SECRETARIAT, tuple(lines))] if lines else []


def _proposed(proposals: tuple[date, ...]) -> Text:
    return Text("red-day-proposals", days=tuple(Text("day-name", day=day) for day in proposals))


def _posts(each: Due, now: datetime, *texts: Text, to: tuple[Address, ...]) -> list[Message]:
    lines = (*texts, Text("late")) if each.is_late(now) else texts
    return [Message(address, lines, _sharing(address), key=_key(each, address)) for address in to]


def _key(each: Due, address: Address) -> str:
    return f"{each.key}:{address.value}" if isinstance(address, Place) else each.key


def _sharing(address: Address) -> Sharing:
    if address is Place.OPEN:
        return Sharing.OPEN
    return Sharing.COUNCIL if isinstance(address, Place) else Sharing.OWN


def _days_until(meeting: Meeting, now: datetime) -> int:
    return (meeting.day - day_of(now, ZoneInfo(meeting.zone))).days
