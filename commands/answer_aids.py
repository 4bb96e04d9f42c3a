"""What helps in answering: a ready-made text for each kind of case, and the answer in the resident's own language."""

from commands.answers import saved, theirs
from commands.arguments import CaseNumber, Rest
from commands.call import Call
from commands.cases import IN_CASEWORK
from commands.declare import command
from commands.posts.cases import in_secretariat, label, moved, to_resident
from council.passage import SECRETARY as THE_SECRETARY
from council.passage import Kind
from council.people import COUNCIL, IN_COUNCIL, SECRETARY
from council.text import Quote, Refusal, Saying, Text, Words
from council.words import accept


@command("case ready", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_ready_answer(call: Call, number: CaseNumber) -> list[Saying]:
    """Show a ready-made answer for a case's kind; it is changed and sent by hand, never by itself."""
    case = await theirs(call, number)
    heading = Text("ready-answer-heading", number=f"{number:04d}")
    return [call.reply(heading, Text("ready-answer", category=case.category.value))]


@command("case translate", who=SECRETARY, where=IN_CASEWORK)
async def translate_answer(call: Call, number: CaseNumber, text: Rest) -> list[Saying]:
    """Send the answer in the resident's own language as well; it is kept in both."""
    case = await call.work.cases.get(number)
    if await call.work.passages.latest(number, Kind.ANSWER) is None:
        raise Refusal("translation-before-answer", number=f"{number:04d}")
    words = accept(text, call.charter.limits.message_characters)
    await call.work.passages.add(number, Kind.TRANSLATION, words, THE_SECRETARY, call.now)
    await saved(call, case, "case-translated")
    done = Text("case-translated", label=label(call, case))
    told = Text("your-answer-translated", label=label(call, case))
    return [
        call.reply(done),
        *await moved(call, case, case),
        in_secretariat(case, done, Quote(Words(words))),
        *to_resident(case, told, Quote(Words(words))),
    ]
