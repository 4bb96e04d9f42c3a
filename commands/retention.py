"""The registrar destroys what a decision on disposal says, or looks first what that would be."""

from commands.call import Call
from commands.declare import command
from council.disposal import Disposable, Rule, rules
from council.people import IN_SECRETARIAT, REGISTRAR, SECRETARY
from council.text import Item, Line, Saying, Sharing, Text


@command("retention preview", who=REGISTRAR | SECRETARY, where=IN_SECRETARIAT, again=True)
async def preview_disposal(call: Call) -> list[Saying]:
    """Show what the decisions on disposal let be destroyed now; nothing is."""
    found = rules(call.charter.retention, call.now)
    lines: list[Line] = [Text("retention-preview")]
    lines += [_line("retention-due", each, len(await call.work.disposals.due(each))) for each in found]
    lines += _kept(found)
    uncleaned = await call.work.disposals.uncleaned()
    if uncleaned:
        lines.append(Text("retention-uncleaned", count=uncleaned))
    return [call.reply(*lines, sharing=Sharing.SECRETARIAT if call.who.holds(SECRETARY) else Sharing.COUNCIL)]


@command("retention apply", who=REGISTRAR, where=IN_SECRETARIAT, again=True)
async def dispose(call: Call) -> list[Saying]:
    """Destroy now what would be destroyed by itself within a day."""
    found = rules(call.charter.retention, call.now)
    gone = [(each, await call.work.disposals.carry_out(each, call.now)) for each in found]
    lines: list[Line] = [_line("retention-done", each, count) for each, count in gone if count]
    lines = [Text("retention-applied"), *lines, Text("retention-files")] if lines else [Text("retention-nothing")]
    return [call.reply(*lines, *_kept(found), sharing=Sharing.COUNCIL)]


def _line(key: str, rule: Rule, count: int) -> Item:
    kind = Text("retention-kind", kind=rule.kind.value)
    return Item(Text(key, kind=kind, count=count, before=rule.before.date(), reference=rule.reference))


def _kept(found: list[Rule]) -> list[Line]:
    """Say which kinds are kept for want of a decision."""
    named = {each.kind for each in found}
    kept = tuple(Text("retention-kind", kind=kind.value) for kind in Disposable if kind not in named)
    return [Text("retention-kept", kinds=kept)] if kept else []
