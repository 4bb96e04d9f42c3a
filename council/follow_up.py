"""What a meeting looks back on, for its minutes: promises made in public, and actions of earlier meetings."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from council.action import Action
from council.action import State as ActionState
from council.people import Organisation
from council.promise import Promise, State
from council.text import Heading, Item, Line, Text, Words

Name = Callable[[str], Organisation | Text]


def promises_then(promises: Iterable[Promise], since: datetime, until: datetime) -> list[Promise]:
    """Return promises as they stood when a meeting ended: those open then, and those settled since the one before."""
    then = [_promise_at(each, until) for each in promises if each.made_at <= until]
    return [each for each in then if each.settled_at is None or each.settled_at >= since]


def actions_then(actions: Iterable[Action], since: datetime, until: datetime) -> list[Action]:
    """Return the actions as they stood when a meeting ended: those open then, and those done since the one before."""
    then = [_action_at(each, until) for each in actions if each.made_at <= until]
    return [each for each in then if each.done_at is None or each.done_at >= since]


def promise_lines(promises: Iterable[Promise], today: date, name: Name) -> list[Line]:
    """Return promises in lines, under a heading, if there are any."""
    lines: list[Line] = [Item(_promise_line(each, today, name)) for each in promises]
    return [Heading(Text("minutes-promises")), *lines] if lines else []


def action_lines(actions: Iterable[Action], today: date, name: Name) -> list[Line]:
    """Return actions of earlier meetings in lines, under a heading, if there are any."""
    lines: list[Line] = [Item(_action_line(each, today, name)) for each in actions]
    return [Heading(Text("minutes-earlier-actions")), *lines] if lines else []


def _promise_line(promise: Promise, today: date, name: Name) -> Text:
    line = Text(
        "promise-line",
        id=promise.id,
        owner=name(promise.organisation),
        text=Words(promise.text),
        due=promise.due,
        state=promise.state.value,
        words=Words(promise.words),
    )
    if promise.back_on is None or promise.back_on > today:
        return line
    return Text("promise-back", promise=line, day=promise.back_on)


def _action_line(action: Action, today: date, name: Name) -> Text:
    standing = action.standing(today).value
    owner = tuple(Text("organisation-name", organisation=name(code)) for code in action.owners)
    return Text("action-line", id=action.id, what=Words(action.what), owner=owner, due=action.due, standing=standing)


def _promise_at(promise: Promise, moment: datetime) -> Promise:
    if promise.settled_at is not None and promise.settled_at > moment:
        promise = replace(promise, state=State.CLAIMED, settled_at=None, words="")
    if promise.settled_at is None and (promise.claimed_at is None or promise.claimed_at > moment):
        promise = replace(promise, state=State.OPEN, claimed_at=None)
    return promise


def _action_at(action: Action, moment: datetime) -> Action:
    if action.done_at is not None and action.done_at > moment:
        action = replace(action, state=ActionState.ACCEPTED, done_at=None)
    if action.accepted_at is not None and action.accepted_at > moment:
        action = replace(action, state=ActionState.AWAITING, accepted_at=None)
    return action
