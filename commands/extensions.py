"""More time for an answer: with a reason, told to the resident before the day that was promised has passed."""

from commands.answers import theirs, who
from commands.arguments import CaseNumber, Day, Rest
from commands.call import Call
from commands.declare import command
from commands.posts.cases import in_council, in_secretariat, label, moved, owner_of, resident_told, to_resident
from council.calendar import day_of
from council.passage import Kind
from council.people import COUNCIL, IN_COUNCIL
from council.text import Fact, Quote, Refusal, Saying, Text, Words
from council.words import accept


@command("case extend", who=COUNCIL, where=IN_COUNCIL)
async def extend_case(call: Call, number: CaseNumber, day: Day, reason: Rest | None = None) -> list[Saying]:
    """Promise the answer by a later day and tell the resident why; the day promised first is kept."""
    before = await theirs(call, number)
    if not reason:
        raise Refusal("case-extend-reason-missing", number=f"{number:04d}")
    words = accept(reason, call.charter.limits.message_characters)
    after = before.extend(day, day_of(call.now, call.charter.zone))
    await call.work.passages.add(number, Kind.EXTENSION, words, who(after), call.now)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, who(after), "case-extended", f"case:{number}", f"{before.answer_due} {day}")
    owner = await owner_of(call, after)
    facts: dict[str, Fact] = {"owner": owner, "day": after.answer_due, "before": before.answer_due}
    told = Text("case-extended", label=label(call, after), told=resident_told(after), **facts)
    return [
        call.reply(told),
        *await moved(call, before, after),
        in_secretariat(after, told, Quote(Words(words))),
        *in_council(after, told),
        *to_resident(after, Text("your-case-extended", label=label(call, after), **facts), Quote(Words(words))),
    ]
