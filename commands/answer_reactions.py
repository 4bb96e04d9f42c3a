"""The secretary reacts to a message in a case's thread: it becomes the answer, in the name of whoever owns the case.

Clients do not encrypt reactions, so whoever runs the homeserver can forge one, and can say of any message that it
stands in another thread. So a reaction shows what would be sent, and to which case; a word of the secretary's,
which is encrypted, sends it. A council that trusts its homeserver with that may let the reaction send by itself.
"""

from commands.answers import answered, case_of_thread, hand_of, proposed
from commands.call import Call, Kind
from commands.cases import IN_CASEWORK
from commands.declare import hears
from commands.posts.cases import in_secretariat, label, owner_of
from council.passage import Kind as Passage
from council.people import SECRETARY
from council.plain import is_send
from council.text import Quote, Refusal, Saying, Text, Words
from council.words import accept

NOBODY = ""
"""The hand of an answer that a reaction has named: whoever confirms it is the first person to say so for certain."""


@hears(Kind.REACTION, where=IN_CASEWORK, order=10)
async def hear_sent(call: Call) -> list[Saying] | None:
    """Take a message in a case's thread as the answer."""
    said = call.incoming
    if not is_send(said.body) or not call.who.holds(SECRETARY):
        return None
    number = await case_of_thread(call)
    words = (said.replied or "").strip()
    if number is None or words.startswith("!"):
        return None
    if not words:
        raise Refusal("answer-unreadable", number=f"{number:04d}")
    case = await call.work.cases.get(number)
    answer = accept(words, call.charter.limits.message_characters)
    if case.owner in call.charter.approved:
        return await proposed(call, case, answer, hand_of(call))
    if call.charter.reaction_sends:
        return await answered(call, case, answer)
    case.answer(call.now)
    await call.work.passages.add(number, Passage.PROPOSAL, answer, case.owner or "", call.now, hand=NOBODY)
    owner = await owner_of(call, case)
    asked = Text("answer-to-confirm", label=label(call, case), owner=owner, number=f"{number:04d}")
    return [in_secretariat(case, asked, Quote(Words(answer)))]
