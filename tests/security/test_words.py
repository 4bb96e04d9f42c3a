"""Only what somebody plainly types is a command, and what decided something stays decided: R9, R10."""

from typing import Any

import pytest

from bot.matrix.batch import Kind
from bot.matrix.events import deed
from commands.parse import is_command
from tests.commands.evening import called, gather
from tests.town import CHAIR, COUNCIL, SECRETARIAT, SECRETARY, Town

COMMAND = "!case close 31 Done"
REPLY = {"m.relates_to": {"m.in_reply_to": {"event_id": "$before"}}}
HIDDEN: dict[str, dict[str, Any]] = {
    "what a reply quotes": {"msgtype": "m.text", "body": f"> <@secretary:town> {COMMAND}\n\nThank you", **REPLY},
    "a quote": {"msgtype": "m.text", "body": f"> {COMMAND}"},
    "a block of code": {"msgtype": "m.text", "body": f"```\n{COMMAND}\n```"},
    "code in a line": {"msgtype": "m.text", "body": f"`{COMMAND}`"},
    "the second line": {"msgtype": "m.text", "body": f"Good morning\n{COMMAND}"},
    "the middle of a line": {"msgtype": "m.text", "body": f"One types {COMMAND}"},
    "the markup alone": {
        "msgtype": "m.text",
        "body": "Good morning",
        "format": "org.matrix.custom.html",
        "formatted_body": COMMAND,
    },
    "a notice": {"msgtype": "m.notice", "body": COMMAND},
    "an emote": {"msgtype": "m.emote", "body": COMMAND},
    "a caption": {"msgtype": "m.image", "body": COMMAND, "filename": "a.jpg", "url": "mxc://town/a"},
    "the name of a file": {"msgtype": "m.file", "body": COMMAND, "url": "mxc://town/a"},
    "a place": {"msgtype": "m.location", "body": COMMAND, "geo_uri": "geo:0,0"},
    "no kind at all": {"body": COMMAND},
    "a kind of somebody's own": {"msgtype": "org.example.text", "body": COMMAND},
    "what an edit falls back to": {
        "msgtype": "m.text",
        "body": COMMAND,
        "m.new_content": {"msgtype": "m.notice", "body": COMMAND},
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$before"},
    },
}
DECIDED = (
    ("!case assign 31 SDF", "!case assign 31 POL"),
    ("!case redirect 31 The landlord", "!case redirect 31 The police"),
    ("!decision add A8 6-0-0 Approved", "!decision add A8 0-6-0 Refused"),
    ("!vote open A8 Extra adults", "!vote open A8 Fewer adults"),
)


@pytest.mark.parametrize("way", HIDDEN)
def test_no_command_is_heard_where_nobody_typed_one(way: str) -> None:
    heard = deed("m.room.message", HIDDEN[way], {})

    assert heard is None or heard.kind is Kind.FILE or not is_command(heard.body)


def test_the_same_command_is_heard_where_somebody_did() -> None:
    plain = deed("m.room.message", {"msgtype": "m.text", "body": COMMAND}, {})
    thread = {"m.relates_to": {"rel_type": "m.thread", "event_id": "$root"}}
    in_thread = deed("m.room.message", {"msgtype": "m.text", "body": COMMAND, **thread}, {})

    assert plain
    assert in_thread
    assert is_command(plain.body)
    assert is_command(in_thread.body)


@pytest.mark.parametrize(("typed", "edited"), DECIDED)
async def test_editing_what_decided_something_decides_nothing_else(town: Town, typed: str, edited: str) -> None:
    await called(await gather(town))
    if "A8" in typed:
        await town.says(SECRETARY, "!meeting start")
    await town.says("@anna:town", "!concern The lamp at the crossing is out")
    await town.hears()
    nothing = await _record(town)
    event = await town.says(SECRETARY, typed, room=_room(typed))
    await town.hears()
    before = await _record(town)
    assert len(before) > len(nothing)

    await town.says(SECRETARY, edited, room=_room(typed), edits=event)

    assert await _record(town) == before
    assert len([body for _, body in await town.hears()]) == 1


async def test_an_edit_in_anothers_name_is_not_even_answered(town: Town) -> None:
    event = await town.says(SECRETARY, "!agenda list", room=SECRETARIAT)
    await town.hears()

    await town.says(CHAIR, "!meeting cancel 2026-04-09 No items", room=SECRETARIAT, edits=event)

    assert await town.hears() == []


def _room(typed: str) -> str:
    return SECRETARIAT if "case" in typed else COUNCIL


async def _record(town: Town) -> list[tuple[str, str]]:
    """Return what the council's journal says was done."""
    async with town.database.work("lindvassa") as work:
        entries = await work.journal.between(town.clock.now().replace(year=2020), town.clock.now().replace(year=2030))
    return [(entry.what, entry.subject) for _, entry in entries if entry.what != "command-refused"]
