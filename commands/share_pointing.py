"""Sharing a post that stands already: by a reaction, after which its class is asked for and never guessed."""

from datetime import timedelta

from commands.call import Call, Kind
from commands.courses.share_guard import looked_at
from commands.declare import hears
from commands.shares import share_words
from council.people import COUNCIL, IN_COUNCIL, Here
from council.plain import is_share_sign
from council.share import CLASSES
from council.text import Item, Line, Message, Refusal, Saying, Sharing, Text
from council.words import clean
from storage.proposals import Proposal

KIND = "share-class"
TO_CHOOSE = timedelta(hours=1)
SIGNS = dict(zip(("1", "2", "3"), CLASSES, strict=True))
_KEYCAP = "\ufe0f\u20e3"


@hears(Kind.REACTION, where=IN_COUNCIL, order=20)
async def hear_share_sign(call: Call) -> list[Saying] | None:
    """Take a megaphone on a post as the wish to share it, and ask who may see it."""
    if call.incoming.target is None or not is_share_sign(call.incoming.body) or not call.who.holds(COUNCIL):
        return None
    words = clean(call.incoming.replied or "")
    if not words:
        raise Refusal("share-post-unreadable")
    if looked_at(call, words, Sharing.SECRETARIAT).forbid:
        return await share_words(call, Sharing.COUNCIL, words, call.incoming.target)
    change = {"words": words, "event": call.incoming.target}
    proposal = Proposal(0, KIND, call.who.user_id, change, call.now + TO_CHOOSE)
    waiting = await call.work.proposals.add(int(call.origin[:8], 16), proposal)
    choices = (Item(Text("share-choice", choice=sign, sharing=each.value)) for sign, each in SIGNS.items())
    lines: list[Line] = [Text("share-which-class"), *choices, Text("share-which-how")]
    return [Message(Here(), tuple(lines), Sharing.OPEN, key=f"{KIND}:{waiting.code}")]


@hears(Kind.REACTION, where=IN_COUNCIL, order=20)
async def hear_class(call: Call) -> list[Saying] | None:
    """Take a number on that question as the class, from whoever wanted to share the post."""
    sharing = SIGNS.get(call.incoming.body.replace(_KEYCAP, "").replace("\u20e3", "").strip())
    if call.incoming.target is None or sharing is None:
        return None
    post = await call.work.outbox.post_of(call.incoming.target, call.incoming.room.number) or ""
    kind, _, code = post.partition(":")
    if kind != KIND:
        return None
    proposal = await call.work.proposals.take(int(code), call.who.user_id, call.now)
    if proposal is None:
        raise Refusal("confirm-nothing", code=code)
    return await share_words(call, sharing, proposal.change["words"], proposal.change["event"])
