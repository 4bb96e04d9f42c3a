"""Cases found: by their words, by whose they are, and what has happened to one of them."""

from commands.arguments import CaseNumber, Number, Rest
from commands.call import Call
from commands.case_lists import Page, listed, visible
from commands.declare import command
from commands.posts.cases import label
from council.case import Card, Case
from council.concern import NAMES, Category
from council.passage import Kind
from council.people import COUNCIL, IN_COUNCIL, SECRETARY
from council.stems import seeker
from council.text import Heading, Item, Line, Refusal, Saying, Text
from storage.journal import Entry

MOST_FOUND = 20
TELLING_NOTES = frozenset({"case-assigned", "case-extended", "case-on-agenda"})


@command("case find", who=COUNCIL, where=IN_COUNCIL, again=True)
async def find_cases(call: Call, words: Rest) -> list[Saying]:
    """Find cases, ended ones too, the newest first, by their summary, kind and area: never by the resident's words."""
    cards = await call.work.cases.cards()
    seen = [card for card in cards if card.is_triaged or call.who.holds(SECRETARY)]
    summaries = await call.work.passages.newest(Kind.SUMMARY)
    is_sought = seeker(words)
    found = [card.number for card in seen if is_sought(_searched(call, card, summaries.get(card.number)))]
    newest = (await call.work.cases.all(found[-MOST_FOUND:]))[::-1]
    others = (Text("found-more", most=MOST_FOUND),) if len(found) > MOST_FOUND else ()
    return await listed(call, Text("cases-found", count=len(found)), newest, Page("case-find", None), *others)


@command("case mine", who=COUNCIL, where=IN_COUNCIL, again=True)
async def list_my_cases_of_office(call: Call, page: Number | None = None) -> list[Saying]:
    """List the cases that one's own organisation answers for; for the secretary, those without an owner."""
    live, asked = await visible(call), Page("case-mine", page)
    if call.who.organisation is None and call.who.holds(SECRETARY):
        return await listed(call, Text("cases-without-owner"), [case for case in live if case.owner is None], asked)
    own = [case for case in live if case.owner == call.who.organisation]
    return await listed(call, Text("cases-mine"), own, asked)


@command("case history", who=COUNCIL, where=IN_COUNCIL, again=True)
async def show_history(call: Call, number: CaseNumber) -> list[Saying]:
    """Show all that has happened to a case: when, what, and which office or organisation did it."""
    case = await call.work.cases.get(number)
    if case.triaged_at is None and not call.who.holds(SECRETARY):
        raise Refusal("case-unknown", number=f"{number:04d}")
    lines: list[Line] = [Heading(Text("history", label=label(call, case))), *await history_lines(call, case)]
    return [call.reply(*lines)]


async def history_lines(call: Call, case: Case) -> list[Line]:
    """Return all that has happened to a case, a line each."""
    entries = await call.work.journal.about(f"case:{case.number}")
    return [Item(_entry(each)) for each in entries if each.what in _SHOWN]


def _searched(call: Call, card: Card, summary: str | None) -> str:
    parts = (
        card.label(call.charter.case_prefix),
        card.category.value.replace("_", " "),
        *_NAMES[card.category],
        card.area,
        summary,
    )
    return " ".join(part for part in parts if part)


def _entry(entry: Entry) -> Text:
    what = Text("history-what", what=entry.what, note=(entry.note or "-") if entry.what in TELLING_NOTES else "-")
    return Text("history-entry", at=entry.at, who=Text("history-who", who=entry.who), what=what)


_NAMES = {each: [name for name, category in NAMES.items() if category is each] for each in Category}
_SHOWN = frozenset(
    {
        "case-received", "case-placed", "case-sorted", "case-summarised", "case-assigned", "case-answered",
        "case-extended", "case-resolved", "case-confirmed", "case-closed", "case-closed-in-silence",
        "case-cannot-answer", "case-merged", "case-redirected", "case-reopened", "case-withdrawn", "case-reworded",
        "case-words-hidden", "case-note", "case-note-reworded", "case-note-hidden", "case-picture",
        "case-picture-hidden", "case-followed",
        "case-unfollowed", "case-on-agenda", "reporter-shown", "reporter-erased", "erasure-refused",
        "resident-asked-again", "case-translated", "answer-proposed", "answer-approved",
    }
)  # fmt: skip
