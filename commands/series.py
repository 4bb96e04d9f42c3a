"""The rule of the series is changed, said explicitly: all meetings ahead follow, but those that stand by themselves."""

from typing import Any

from commands.arguments import Rest
from commands.call import Call
from commands.confirming import carries, proposed
from commands.declare import command
from commands.posts.papers import invitations
from council.people import CHAIR, IN_COUNCIL, Place
from council.rule import read_rule, rule_text
from council.series import Change, change
from council.text import Heading, Item, Line, Message, Saying, Sharing, Text

RULE = "meetings.rule"


@command("meeting series", who=CHAIR, where=IN_COUNCIL)
async def change_series(call: Call, rule: Rest) -> list[Saying]:
    """Change the rule by which the council meets; what that does to each meeting ahead is shown first."""
    planned = await _planned(call, rule)
    lines = [Text("series-shown", rule=rule_text(read_rule(rule))), *_lines(planned)]
    return await proposed(call, "series", {"rule": str(rule)}, *lines)


@carries("series")
async def carry_series(call: Call, confirmed: dict[str, Any]) -> list[Saying]:
    """Make the change that was confirmed, and announce it once in each room."""
    rule = confirmed["rule"]
    planned = await _planned(call, rule)
    for meeting in (
        *planned.kept,
        *(after for _before, after in planned.moved),
        *planned.cancelled,
        *planned.added,
    ):
        await call.work.meetings.save(meeting)
        call.work.agenda.changed.add(meeting.number)
    stored = await call.work.councils.settings()
    await call.work.councils.change(call.rulebook.changed(stored, RULE, rule))
    await call.work.journal.write(call.now, call.who.user_id, "series-changed", "council")
    lines = [Text("series-changed", rule=rule_text(read_rule(rule))), *_lines(planned)]
    told: list[Saying] = [Message.of(place, *lines, sharing=Sharing.OPEN) for place in (Place.OPEN, Place.COUNCIL)]
    for meeting in (*(after for _before, after in planned.moved), *planned.cancelled):
        told += invitations(call.charter, meeting)
    here = call.incoming.room.place
    return told if here is Place.COUNCIL else [call.reply(*lines, sharing=Sharing.OPEN), *told]


async def _planned(call: Call, rule: str) -> Change:
    meetings = await call.work.meetings.all()
    return change(meetings, read_rule(rule), call.charter.zone, call.charter.meeting_minutes, call.now)


def _lines(planned: Change) -> list[Line]:
    lines: list[Line] = []
    if planned.moved:
        lines.append(Heading(Text("series-moved")))
        lines += [
            Item(Text("series-moved-line", old=before.starts_at, new=after.starts_at))
            for before, after in planned.moved
        ]
    kept = tuple(meeting for meeting in planned.kept if meeting.is_ahead)
    for key, meetings in (("cancelled", planned.cancelled), ("added", planned.added), ("kept", kept)):
        if meetings:
            lines.append(Heading(Text("series-others", what=key)))
            lines += [Item(Text("series-line", meets_at=meeting.starts_at)) for meeting in meetings]
    return lines or [Text("series-same")]
