"""The chair's and the secretary's office pass to somebody else, who must accept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from commands.arguments import MatrixId, Word
from commands.call import Call
from commands.confirming import carries
from commands.declare import command
from commands.members import admitted, keep, shown_out, welcome
from council.office import HANDED_OVER, office, read_offices
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY, Direct, Place, Role
from council.text import Message, Refusal, Saying, Sharing, Text
from storage.proposals import Proposal

TO_ACCEPT = timedelta(days=7)


@command("handover", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def hand_over(call: Call, which: Word, person: MatrixId) -> list[Saying]:
    """Offer somebody in the council the chair's or the secretary's office; it passes when she accepts."""
    (role,) = read_offices([which])
    if role not in HANDED_OVER:
        raise Refusal("handover-only", office=office(role))
    if role is Role.CHAIR and not call.who.holds(CHAIR):
        raise Refusal("office-by-the-chair", office=office(role))
    heir = await call.work.people.get(str(person))
    if heir.is_resident or role in heir.roles:
        raise Refusal("handover-stranger" if heir.is_resident else "handover-has-it", person=heir.user_id)
    offer = Proposal(0, "handover", heir.user_id, {"role": role.value}, call.now + TO_ACCEPT)
    offer = await call.work.proposals.add(int(call.origin[:8], 16), offer)
    await _noted(call, "handover-offered", heir.user_id, role)
    council = call.charter.name(call.charter.language)
    told = Text("handover-offer", office=office(role), council=council, code=str(offer.code), until=offer.until)
    return [
        call.reply(Text("handover-offered", person=heir.user_id, office=office(role), until=offer.until)),
        Message.of(Direct(heir.user_id), told, sharing=Sharing.OWN),
    ]


@carries("handover")
async def succeed(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Pass the office that was offered to whoever has accepted it."""
    role = Role(change["role"])
    sayings: list[Saying] = []
    for before in await call.work.people.holding(frozenset({role})):
        after = replace(before, roles=before.roles - {role})
        await keep(call, after)
        sayings += shown_out(before, after)
    heir = replace(call.who, roles=call.who.roles | {role})
    await keep(call, heir)
    await _noted(call, "handover-accepted", heir.user_id, role)
    told = Text("handover-accepted", person=heir.user_id, office=office(role))
    return [
        welcome(call, heir, frozenset({role}), None),
        *sayings,
        *admitted(heir),
        Message.of(Place.COUNCIL, told),
        Message.of(Place.SECRETARIAT, told),
    ]


async def _noted(call: Call, what: str, person: str, role: Role) -> None:
    await call.work.journal.write(call.now, call.who.user_id, what, "people", f"{person} {role.value}")
