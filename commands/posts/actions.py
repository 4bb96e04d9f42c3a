"""Actions in words: one in a line, and those of all years that hold some words."""

from commands.desk import Desk
from council.action import Action
from council.calendar import day_of
from council.item import Raiser
from council.people import Organisation
from council.stems import holds
from council.text import Heading, Item, Line, Text, Words

MOST_FOUND = 20


async def owner_of(desk: Desk, code: str) -> Organisation | Text:
    """Return an owner as a fact for a Text."""
    if code == Raiser.SECRETARY:
        return Text("raised-by-secretary")
    return await desk.work.people.organisation(code)


async def action_line(desk: Desk, action: Action) -> Text:
    """Return an action in one line, with who owes it and how it stands."""
    standing = action.standing(day_of(desk.now, desk.charter.zone))
    if action.partners:
        return await _joint_line(desk, action, standing.value)
    return Text(
        "action-line",
        id=action.id,
        what=Words(action.what),
        owner=await owner_of(desk, action.owner),
        due=action.due,
        standing=standing.value,
    )


async def _joint_line(desk: Desk, action: Action, standing: str) -> Text:
    bound = set(action.bound())
    parts = []
    for code in action.owners:
        said = "yes" if code in bound else "no"
        parts.append(Text("action-part", owner=await owner_of(desk, code), accepted=said))
    what = Words(action.what)
    return Text("action-line-joint", id=action.id, what=what, due=action.due, standing=standing, parts=tuple(parts))


async def found_lines(desk: Desk, words: str) -> list[Line]:
    """Return the actions of all years that hold all of some words in whatever form, the newest first."""
    shown = Words(words[:60])
    found = [each for each in reversed(await desk.work.actions.all()) if holds(await _searched(desk, each), words)]
    if not found:
        return [Text("action-none-found", words=shown)]
    told = [
        Text("action-found", action=await action_line(desk, each), made=each.made_at) for each in found[:MOST_FOUND]
    ]
    lines: list[Line] = [Heading(Text("action-found-heading", words=shown)), *map(Item, told)]
    if len(found) > MOST_FOUND:
        lines.append(Text("decision-found-more", more=len(found) - MOST_FOUND))
    return lines


async def _searched(desk: Desk, action: Action) -> str:
    """Return all that an action can be found by: its words, its evidence, whose it is and what it comes from."""
    owners = [await owner_of(desk, code) for code in action.owners]
    names = [name for each in owners if isinstance(each, Organisation) for name in (each.code, *each.names.values())]
    return " ".join([action.id, action.what, action.evidence, *action.sources, *names])
