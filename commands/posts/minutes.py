"""The minutes and the record in lines, and what they are made of."""

from collections.abc import Sequence
from datetime import datetime

from commands.at_hand.period import period_of
from commands.at_hand.sitting import Sitting
from council.charter import Charter
from council.follow_up import actions_then, promises_then
from council.meeting import Meeting
from council.minutes import Material, State, Version, compose
from council.proceedings import Act, Entry
from council.text import Heading, Line, Sharing, Text, Words
from council.text import Item as Bullet
from storage.work import Work


async def material_of(work: Work, charter: Charter, sitting: Sitting, now: datetime) -> Material:
    """Return all that the minutes of a meeting are made of."""
    number = sitting.meeting.number
    period = await period_of(work, charter, sitting.meeting)
    decisions = await work.decisions.of_meeting(number)
    assigned = {each.subject for each in sitting.proceedings.of(Act.ASSIGNED)}
    ids = {each.id for each in decisions}
    since = sitting.proceedings.started_at or sitting.meeting.starts_at
    actions = [
        each for each in await work.actions.between(since, now) if each.id in assigned or ids & set(each.sources)
    ]
    ended = sitting.proceedings.ended_at or sitting.meeting.ends_at
    here = {each.id for each in actions}
    earlier = [each for each in await work.actions.all() if each.made_at < since and each.id not in here]
    return Material(
        council=charter.itself,
        meeting=sitting.meeting,
        agenda=sitting.agenda,
        proceedings=sitting.proceedings,
        organisations=sitting.organisations,
        intentions=tuple(await work.records.intentions(number)),
        decisions=tuple(decisions),
        between=tuple(await work.decisions.between(period.since, since)),
        ballots=tuple(await work.ballots.of_meeting(number)),
        actions=tuple(actions),
        promises=tuple(promises_then(await work.promises.all(), period.since, ended)),
        earlier=tuple(actions_then(earlier, period.since, ended)),
    )


def drafted(material: Material, number: int, person: str, now: datetime) -> Version:
    """Return a version of the minutes, for the council and for everybody."""
    council, public = compose(material, Sharing.COUNCIL), compose(material, Sharing.OPEN)
    return Version(material.meeting.number, number, now, person, council, public)


def version_lines(version: Version, sitting: Sitting, audience: Sharing) -> Sequence[Line]:
    """Return a version as it is shown, with how binding it is."""
    lines = version.council if audience is Sharing.COUNCIL else version.public
    if version.state is State.ADJUSTED and version.adjusted_at and version.adjusted_for:
        organisation = sitting.named(version.adjusted_for)
        status = Text(
            "minutes-status-adjusted", version=version.number, organisation=organisation, at=version.adjusted_at
        )
    else:
        status = Text("minutes-status-draft", version=version.number, at=version.made_at)
    return [lines[0], status, *lines[1:]]


def file_name(charter: Charter, meeting: Meeting) -> str:
    """Return what a file of a meeting's minutes is called."""
    return f"{charter.slug}-{meeting.number}-minutes"


def record_lines(sitting: Sitting) -> list[Line]:
    """Return the whole record of a meeting in the order it was written, with what was struck."""
    entries = sitting.proceedings.entries
    if not entries:
        return [Text("record-empty", starts=sitting.meeting.starts_at)]
    heading = Heading(Text("record-heading", starts=sitting.meeting.starts_at))
    return [heading, *(Bullet(_entry(sitting, each)) for each in entries)]


def _entry(sitting: Sitting, entry: Entry) -> Text:
    what = Text(
        "record-entry",
        at=entry.at,
        act=entry.act.value,
        item=entry.item or "-",
        subject=entry.subject or "-",
        organisation=sitting.named(entry.organisation) if entry.organisation else "-",
        words=Words(" ".join(entry.words.split())),
    )
    return Text("record-struck", entry=what, at=entry.struck_at) if entry.struck_at else what
