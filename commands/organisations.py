"""The organisations that take part in the council: added, renamed, given or without a vote, and removed."""

import re
from typing import Any

from commands.arguments import Code, Rest
from commands.call import Call
from commands.confirming import carries, proposed
from commands.declare import command
from council.people import CHAIR, IN_SECRETARIAT, SECRETARY, Organisation
from council.text import Refusal, Saying, Sharing, Text, Words

_CODE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,15}")
_WITHOUT_VOTE = re.compile(r"\s*\((?:adjungerad|utan röst|co-opted|no vote)\)\s*$", re.IGNORECASE)
LONGEST = 60


@command("organisation add", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def add_organisation(call: Call, code: Code, name: Rest) -> list[Saying]:
    """Add an organisation to the council, or rename one; "(co-opted)" at the end takes part without a vote."""
    if not _CODE.fullmatch(code):
        raise Refusal("organisation-code", typed=Words(code[:40]))
    plain = _WITHOUT_VOTE.sub("", name)[:LONGEST].strip()
    votes = 0 if _WITHOUT_VOTE.search(name) else 1
    shown = Text("organisation-shown", code=code, name=Words(plain), votes=votes)
    return await proposed(call, "organisation", {"code": str(code), "name": plain, "votes": votes}, shown)


@command("organisation remove", who=CHAIR | SECRETARY, where=IN_SECRETARIAT)
async def remove_organisation(call: Call, code: Code) -> list[Saying]:
    """Remove an organisation that nobody speaks for any more."""
    body = await _unused(call, str(code))
    return await proposed(
        call, "organisation-gone", {"code": body.code}, Text("organisation-gone-shown", code=body.code)
    )


@carries("organisation")
async def carry_organisation(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Add or rename the organisation that was confirmed."""
    code, name = change["code"], change["name"]
    known = {each.code: each for each in await call.work.people.organisations()}
    order = known[code].order if code in known else 1 + max((each.order for each in known.values()), default=0)
    names = {**(known[code].names if code in known else {}), call.charter.language: name}
    await call.work.people.save_organisations([Organisation(code, names, change["votes"], order)])
    await call.work.journal.write(call.now, call.who.user_id, "organisation-saved", f"organisation:{code}")
    told = Text("organisation-added", code=code, name=Words(name), votes=change["votes"])
    return [call.reply(told, sharing=Sharing.COUNCIL)]


@carries("organisation-gone")
async def carry_removal(call: Call, change: dict[str, Any]) -> list[Saying]:
    """Remove the organisation that was confirmed."""
    body = await _unused(call, change["code"])
    await call.work.people.remove_organisation(body.code)
    await call.work.journal.write(call.now, call.who.user_id, "organisation-removed", f"organisation:{body.code}")
    return [call.reply(Text("organisation-gone", code=body.code), sharing=Sharing.COUNCIL)]


async def _unused(call: Call, code: str) -> Organisation:
    body = await call.work.people.organisation(code)
    speaking = [each.user_id for each in await call.work.people.all() if each.organisation == body.code]
    if speaking:
        raise Refusal("organisation-in-use", code=body.code, person=speaking[0])
    return body
