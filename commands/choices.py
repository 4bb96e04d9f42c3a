"""What the bot asks about a new case, one thing at a time: where it is, then its kind; by number, name or button."""

from dataclasses import replace

from commands.call import Call, Kind
from commands.declare import hears
from commands.posts.cases import label, look_alikes, moved
from commands.posts.polls_over import poll_over
from council.case import Case
from council.concern import NAMES, Category
from council.passage import RESIDENT
from council.people import IN_DIRECT_CHAT, Here
from council.plain import choice, is_skip
from council.text import Line, Poll, Saying, Sharing, Text

CATEGORY, AREA, CHOICE = "category", "area", "choice"
MOST_BUTTONS = 20
"""More answers a poll cannot have (MSC3381)."""
ASKED = {CATEGORY: "category-asked", AREA: "area-asked"}
POLLED = {CATEGORY: "category-poll", AREA: "area-poll"}


async def next_choice(call: Call, case: Case, *, after: str | None = None) -> list[Saying]:
    """Ask what is not known yet, and note that it is asked. No answer is needed.

    Args:
        after: what has just been asked, and is not asked again.
    """
    asks = _unknown(call, case, after)
    await call.work.reporters.ask(call.incoming.sender, case.number, asks)
    if asks is None:
        return []
    question = Text(ASKED[asks], label=label(call, case))
    return [call.reply(question, *_choices(call, asks), sharing=Sharing.OWN), *_buttons(call, case, asks)]


async def answer_choice(call: Call) -> list[Saying] | None:
    """Take a number or a name as the answer to what was asked about somebody's newest case; None if it is none."""
    asked = await call.work.reporters.asked(call.incoming.sender)
    if asked is None:
        return None
    number, asks = asked
    return await _answered(call, await call.work.cases.get(number), asks)


@hears(Kind.VOTE, where=IN_DIRECT_CHAT, order=40)
async def hear_choice(call: Call) -> list[Saying] | None:
    """Take a button as the answer to what was asked about one's case; another button later changes it."""
    name = await call.work.outbox.post_of(call.incoming.target or "", call.incoming.room.number) or ""
    kind, _, asks = name.partition(":")[0].partition("-")
    if kind != CHOICE or asks not in ASKED or not call.incoming.body:
        return None
    numbers = await call.work.reporters.cases_of(call.incoming.sender)
    own = [case for case in await call.work.cases.all(numbers) if _poll_name(call, case, asks) == name]
    return await _answered(call, own[0], asks) if own else None


async def _answered(call: Call, before: Case, asks: str) -> list[Saying] | None:
    """Note an answer to what was asked about a case, and ask what is next; None if it is no answer."""
    if not before.is_open:
        return None
    said = choice(call.incoming.body)
    if is_skip(said):
        skipped = call.reply(Text("choice-skipped"), sharing=Sharing.OWN)
        return [skipped, *await _closed(call, before, asks), *await next_choice(call, before, after=asks)]
    chosen = _chosen(call, asks, said)
    if chosen is None:
        return None
    after = replace(before, category=chosen) if isinstance(chosen, Category) else replace(before, area=chosen)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, RESIDENT, "case-placed", f"case:{before.number}", asks)
    return [
        call.reply(_taken(call, after, asks), sharing=Sharing.OWN),
        *await _closed(call, after, asks),
        *await next_choice(call, after, after=asks),
        *await moved(call, before, after),
        *await look_alikes(call, after),
    ]


async def _closed(call: Call, case: Case, asks: str) -> list[Saying]:
    """Close a poll that was answered in words; one that was answered in itself may be answered anew."""
    return [] if call.incoming.kind is Kind.VOTE else await poll_over(call, _poll_name(call, case, asks))


def _unknown(call: Call, case: Case, after: str | None) -> str | None:
    if case.area is None and call.charter.areas and after is None:
        return AREA
    return CATEGORY if case.category is Category.OTHER and after != CATEGORY else None


def _buttons(call: Call, case: Case, asks: str) -> list[Saying]:
    """Return the question once more as a poll, where its answers fit one."""
    words = [*_chosen_from(call, asks), Text("choice-skip")]
    if len(words) > MOST_BUTTONS:
        words = words[:MOST_BUTTONS] if asks == CATEGORY else []
    if not words:
        return []
    answers = tuple((str(place), each) for place, each in enumerate(words, 1) if each.key != "choice-skip")
    skip = tuple(("0", each) for each in words if each.key == "choice-skip")
    question = Text(POLLED[asks], label=label(call, case))
    return [Poll(Here(), question, (*answers, *skip), _poll_name(call, case, asks), Sharing.OWN)]


def _poll_name(call: Call, case: Case, asks: str) -> str:
    """Return the name of a poll about a case: opaque, since it stands in the resident's own chat."""
    return f"{CHOICE}-{asks}:{call.work.vault.name(CHOICE, call.work.council, str(case.number))}"


def _chosen_from(call: Call, asks: str) -> list[Text]:
    if asks == AREA:
        return [Text("choice-area", area=area) for area in call.charter.areas]
    return [Text("case-category", category=category.value) for category in Category]


def _choices(call: Call, asks: str) -> list[Line]:
    if asks == AREA:
        return [Text("area-choice", choice=str(place), area=area) for place, area in enumerate(call.charter.areas, 1)]
    return [
        Text("category-choice", choice=str(place), category=Text("case-category", category=category.value))
        for place, category in enumerate(Category, 1)
    ]


def _chosen(call: Call, asks: str, said: str) -> Category | str | None:
    if asks == AREA:
        areas = enumerate(call.charter.areas, 1)
        return next((area for place, area in areas if said in (str(place), area.casefold())), None)
    named = next((each for place, each in enumerate(Category, 1) if said in (str(place), _plain(each))), None)
    return named or NAMES.get(said)


def _plain(category: Category) -> str:
    return category.value.replace("_", " ")


def _taken(call: Call, case: Case, asks: str) -> Text:
    if asks == AREA:
        return Text("area-chosen", label=label(call, case), area=case.area or "")
    category = Text("case-category", category=case.category.value)
    return Text("category-chosen", label=label(call, case), category=category)
