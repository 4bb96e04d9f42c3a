"""A resident changes the words of her case: by editing the message, or with !correct. Every version is kept."""

from commands.arguments import Rest
from commands.call import Call
from commands.courses.intake import look, said_well, turned_away, urgent_first
from commands.courses.own_steps import acts_for, by
from commands.declare import command
from commands.own_cases import named_or_only
from commands.posts.cases import in_secretariat, label, to_contacts, words_key
from council.case import Case
from council.passage import RESIDENT, Kind
from council.people import EVERYONE, IN_DIRECT_CHAT
from council.text import Quote, Refusal, Saying, Sharing, Text


@command("correct", who=EVERYONE, where=IN_DIRECT_CHAT)
async def correct_case(call: Call, text: Rest) -> list[Saying]:
    """Put other words in place of those of one's own case; the number may be left out if there is only one."""
    case, rest = await named_or_only(call, text)
    if not (acts_for(call, case) or await call.work.reporters.has_raised(call.incoming.sender, case.number)):
        raise Refusal("case-only-followed", label=label(call, case))
    words = said_well(call, rest)
    signs = look(call, words)
    refused = await turned_away(call, signs)
    if refused is not None:
        return refused
    return [*urgent_first(call, signs), *await case_reworded(call, case.number, words)]


async def case_reworded(call: Call, number: int, words: str) -> list[Saying]:
    """Put other words in place of those of a case.

    Raises:
        Refusal: the case has ended, or is full.
    """
    case = await rewordable(call, number, words)
    passage = await call.work.passages.add(number, Kind.TELLING, words, RESIDENT, call.now)
    await call.work.journal.write(
        call.now, by(call, case), "case-reworded", f"case:{number}", f"version {passage.version}"
    )
    key = words_key(number, passage.version)
    return [
        call.reply(Text("your-words-changed", label=label(call, case)), sharing=Sharing.OWN),
        in_secretariat(case, Text("case-words-changed"), Quote(words), key=key),
        *to_contacts(case, Text("case-words-changed-contact", label=label(call, case))),
    ]


async def rewordable(call: Call, number: int, words: str) -> Case:
    """Return a resident's case if other words of hers may still be put into it.

    Raises:
        Refusal: the case has ended, or is full.
    """
    case = await call.work.cases.get(number)
    if not case.is_live:
        raise Refusal("case-is-over", label=label(call, case))
    await fits(call, number, words)
    return case


async def fits(call: Call, number: int, words: str) -> None:
    """Check that a resident's further words fit into her case.

    Raises:
        Refusal: it holds as much as it may.
    """
    said = await call.work.passages.of(number, Kind.TELLING, Kind.NOTE)
    held_bytes = sum(len(each.words.encode()) for each in said) + len(words.encode())
    if held_bytes > call.charter.limits.case_kib * 1024:
        raise Refusal("case-full", kib=call.charter.limits.case_kib)
