"""What is written down under an item while the meeting runs: notes, and undoing what was written last."""

from commands.arguments import Rest
from commands.at_hand.sitting import Sitting, journal, must_run, strike, told, write
from commands.call import Call
from commands.courses.undoing import poll_undone, undone
from commands.declare import command
from council.item import DIRECTORS
from council.people import COUNCIL, IN_COUNCIL
from council.proceedings import Act, Entry, fitting_note
from council.text import Refusal, Saying, Text
from council.words import clean


@command("note", who=COUNCIL, where=IN_COUNCIL)
async def add_note(call: Call, words: Rest) -> list[Saying]:
    """Write a note under the item at hand."""
    return await _noted(call, await must_run(call), clean(words))


@add_note.edited
async def change_note(call: Call, words: Rest) -> list[Saying]:
    """Put an edited note in the place of the first one, which is struck and stays in the record's history."""
    sitting, entry = await _own(call)
    sitting = await strike(call, sitting, entry.number)
    await write(
        call, sitting, Act.NOTED, words=fitting_note(clean(words)), item=entry.item, organisation=entry.organisation,
        at=entry.at,
    )  # fmt: skip
    await journal(call, "note-changed", sitting.meeting, entry.item)
    return [call.reply(Text("note-changed"))]


@add_note.removed
async def remove_note(call: Call) -> list[Saying]:
    """Strike a note whose message was deleted."""
    sitting, entry = await _own(call)
    await strike(call, sitting, entry.number)
    await journal(call, "note-struck", sitting.meeting, entry.item)
    return [call.reply(Text("note-struck"))]


@command("undo", who=COUNCIL, where=IN_COUNCIL)
async def undo(call: Call) -> list[Saying]:
    """Undo what was written down last: by anybody for the chair and the secretary, for others by themselves."""
    sitting = await must_run(call)
    entry = sitting.proceedings.last(None if call.who.holds(DIRECTORS) else call.who.user_id)
    what = await undone(call, sitting, entry)
    sitting = await strike(call, sitting, entry.number)
    await journal(call, "undone", sitting.meeting, f"{entry.act.value} {entry.subject}".strip())
    return [*told(call, what), *await poll_undone(call, entry, what)]


async def _noted(call: Call, sitting: Sitting, words: str) -> list[Saying]:
    item = sitting.proceedings.current or ""
    organisation = "" if call.who.holds(DIRECTORS) else call.who.organisation or ""
    sitting = await write(call, sitting, Act.NOTED, words=fitting_note(words), organisation=organisation)
    if item:
        return [call.reply(Text("note-added", id=item))]
    return [call.reply(Text("note-added-nowhere"))]


async def _own(call: Call) -> tuple[Sitting, Entry]:
    sitting = await must_run(call)
    entry = sitting.proceedings.made_by(call.origin)
    if entry is None or entry.act is not Act.NOTED:
        raise Refusal("note-gone")
    return sitting, entry
