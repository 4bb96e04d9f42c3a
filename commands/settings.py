"""The council's settings, shown and changed in chat: each change shown first, confirmed and journalled."""

from typing import Any

from commands.arguments import Rest, Word
from commands.call import Call
from commands.confirming import carries, proposed
from commands.declare import command
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY, Role
from council.text import Heading, Item, Refusal, Saying, Sharing, Text, Words

READERS = CHAIR | SECRETARY | {Role.REGISTRAR, Role.OPERATOR}
RULE = "meetings.rule"


@command("settings", who=READERS, where=IN_SECRETARIAT, again=True)
async def show_settings(call: Call, name: Rest | None = None) -> list[Saying]:
    """Show the council's settings, or those whose name has a word in it."""
    wanted = (name or "").casefold()
    settings = call.rulebook.settings(await call.work.councils.settings())
    found = [each for each in settings if wanted in each.name.casefold()]
    if not found:
        raise Refusal("setting-unknown", typed=Words(wanted[:60]), near=RULE)
    lines = [
        Item(
            Text("setting-line", name=each.name, value=Words(each.value))
            if each.usual in ("-", each.value)
            else Text("setting-line-changed", name=each.name, value=Words(each.value), usual=each.usual)
        )
        for each in found
    ]
    return [call.reply(Heading(Text("settings-heading")), *lines, Text("settings-how"), sharing=Sharing.COUNCIL)]


@command("settings change", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def change_setting(call: Call, name: Word, value: Rest) -> list[Saying]:
    """Change one of the council's settings."""
    name = Word(name.rstrip("=:"))
    if name == RULE:
        raise Refusal("setting-by-series")
    stored = await call.work.councils.settings()
    after = call.rulebook.changed(stored, name, value.lstrip("= "))
    old, new = _value(call, stored, name), _value(call, after, name)
    shown = Text("setting-shown", name=name, old=Words(old), new=Words(new))
    return await proposed(call, "setting", {"name": name, "value": value.lstrip("= ")}, shown)


@carries("setting")
async def carry_setting(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Make the change that was confirmed. It holds from the next thing that is said or falls due."""
    name = change["name"]
    stored = await call.work.councils.settings()
    after = call.rulebook.changed(stored, name, change["value"])
    await call.work.councils.change(after)
    await call.work.journal.write(call.now, call.who.user_id, "setting-changed", f"setting:{name}"[:80])
    return [call.reply(Text("setting-changed", name=name, new=Words(_value(call, after, name))))]


def _value(call: Call, stored: dict[str, Any], name: str) -> str:
    return next(each.value for each in call.rulebook.settings(stored) if each.name == name)
