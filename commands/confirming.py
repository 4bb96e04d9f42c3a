"""Changes of weight are shown first and made when whoever asked for them confirms, by a code, within ten minutes."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from commands.arguments import Number
from commands.call import Call
from commands.declare import command
from council.people import EVERYONE, IN_COUNCIL, Role
from council.text import Line, Refusal, Saying, Sharing, Text
from storage.proposals import Proposal

TO_CONFIRM = timedelta(minutes=10)
Carrier = Callable[[Call, dict[str, Any]], Awaitable[list[Saying]]]
_CARRIERS: dict[str, Carrier] = {}


def carries(kind: str) -> Callable[[Carrier], Carrier]:
    """Declare what makes a kind of change once it is confirmed. It must look again whether it may."""

    def declare(carrier: Carrier) -> Carrier:
        _CARRIERS[kind] = carrier
        return carrier

    return declare


async def proposed(call: Call, kind: str, change: dict[str, Any], *shown: Line) -> list[Saying]:
    """Show a change and ask whoever wants it to confirm."""
    proposal = Proposal(0, kind, call.who.user_id, change, call.now + TO_CONFIRM)
    waiting = await call.work.proposals.add(int(call.origin[:8], 16), proposal)
    ask = Text("confirm-ask", code=str(waiting.code), until=waiting.until)
    return [call.reply(*shown, ask, sharing=Sharing.COUNCIL)]


@command("confirm", who=EVERYONE - {Role.RESIDENT}, where=IN_COUNCIL)
async def confirm(call: Call, code: Number) -> list[Saying]:
    """Confirm the change that I have shown you."""
    proposal = await call.work.proposals.take(int(code), call.who.user_id, call.now)
    if proposal is None or proposal.kind not in _CARRIERS:
        raise Refusal("confirm-nothing", code=str(int(code)))
    return await _CARRIERS[proposal.kind](call, proposal.change)
