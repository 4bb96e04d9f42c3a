"""How an incident begins and how it is shown: its clock, and the steps that are left."""

from commands.at_hand.agenda import hand_of
from commands.call import Call
from commands.desk import Desk
from council.incident import Cause, Incident, Step
from council.people import Place
from council.text import Heading, Item, Line, Message, Quote, Saying, Sharing, Text, Words


async def opened(call: Call, cause: Cause, words: str, *, what: str = "", share: int | None = None) -> Incident:
    """Begin an incident, with a sealed copy of the words it is about."""
    incident = await call.work.incidents.open(call.now, cause, what, share, words)
    await call.work.journal.write(call.now, hand_of(call.who), "incident-opened", subject(incident), cause.value)
    return incident


def subject(incident: Incident) -> str:
    """Return what the journal calls an incident."""
    return f"incident:{incident.number}"


def checklist(desk: Desk, incident: Incident) -> list[Line]:
    """Return an incident with its clock and its steps, done or left, numbered as they are ticked off."""
    what = [Quote(Words(incident.what))] if incident.what else []
    return [
        Heading(heading(desk, incident)),
        *what,
        *(Item(_step(incident, place, step)) for place, step in enumerate(Step, 1)),
        Text("incident-how", id=incident.id),
    ]


def heading(desk: Desk, incident: Incident) -> Text:
    """Return one line that says how an incident stands."""
    if incident.closed_at is not None:
        return Text("incident-closed-line", id=incident.id, at=incident.closed_at)
    hours = incident.hours_left(desk.now)
    return Text("incident-line", id=incident.id, notify_by=incident.notify_by, hours=hours)


async def time_runs_out(desk: Desk, number: int) -> list[Saying]:
    """Remind the secretariat of the hours that are left and of what is not done."""
    incident = await desk.work.incidents.get(number)
    return [Message(Place.SECRETARIAT, tuple(checklist(desk, incident)), Sharing.SECRETARIAT)]


def _step(incident: Incident, place: int, step: Step) -> Text:
    at = incident.steps.get(step)
    if at is None:
        return Text("incident-step-left", place=place, step=step.value)
    return Text("incident-step-taken", place=place, step=step.value, at=at)
