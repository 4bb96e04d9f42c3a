"""Who takes part by e-mail: those whose organisation is in the council and who are not in the chat."""

import re
from typing import Any

from commands.arguments import Code, Word
from commands.call import Call
from commands.confirming import carries, proposed
from commands.declare import command
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY
from council.text import Item, Line, Refusal, Saying, Sharing, Text, Words
from storage.letters import Correspondent

_ADDRESS = re.compile(r"[^@\s<>\"(),:;\[\]\\]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
LONGEST = 254


@command("mail add", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def add_correspondent(call: Call, organisation: Code, address: Word) -> list[Saying]:
    """Let somebody of an organisation take part by e-mail: the notice, the minutes, and what falls to them."""
    if not call.charter.has_mail:
        raise Refusal("mail-off")
    body = await call.work.people.organisation(organisation)
    plain = address.strip("<>,;.").lower()
    if len(plain) > LONGEST or not _ADDRESS.fullmatch(plain):
        raise Refusal("mail-address", typed=Words(address[:60]))
    shown = Text("mail-shown", address=plain, organisation=body)
    return await proposed(call, "mail", {"organisation": body.code, "address": plain}, shown)


@carries("mail")
async def carry_correspondent(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Let her take part who was confirmed."""
    body = await call.work.people.organisation(change["organisation"])
    await call.work.letters.take_in(Correspondent(change["address"], body.code, call.charter.language))
    await call.work.journal.write(call.now, call.who.user_id, "mail-added", f"organisation:{body.code}")
    return [call.reply(Text("mail-added", address=change["address"], organisation=body), sharing=Sharing.COUNCIL)]


@command("mail remove", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def remove_correspondent(call: Call, address: Word) -> list[Saying]:
    """Let somebody take part by e-mail no longer."""
    plain = address.strip("<>,;.").lower()
    if not await call.work.letters.let_go(plain):
        raise Refusal("mail-unknown", typed=Words(address[:60]))
    await call.work.journal.write(call.now, call.who.user_id, "mail-removed", "council")
    return [call.reply(Text("mail-removed", address=plain), sharing=Sharing.COUNCIL)]


@command("mail list", who=CHAIR | SECRETARY, where=IN_SECRETARIAT, again=True)
async def list_correspondents(call: Call) -> list[Saying]:
    """Show who takes part by e-mail."""
    bodies = {each.code: each for each in await call.work.people.organisations()}
    lines: list[Line] = [
        Item(Text("mail-line", address=each.address, organisation=bodies[each.organisation]))
        for each in await call.work.letters.correspondents()
        if each.organisation in bodies
    ]
    return [call.reply(*lines or [Text("mail-nobody")], sharing=Sharing.COUNCIL)]
