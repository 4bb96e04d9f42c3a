"""What the bot asks about a new case, one thing at a time, with numbered choices: where it is, then its kind."""

from dataclasses import replace

from commands.call import Call
from commands.case_posts import label, look_alikes, moved
from council.case import Case
from council.concern import NAMES, Category
from council.passage import RESIDENT
from council.plain import is_skip
from council.text import Line, Saying, Sharing, Text

CATEGORY, AREA = "category", "area"
ASKED = {CATEGORY: "category-asked", AREA: "area-asked"}


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
    return [call.reply(question, *_choices(call, asks), sharing=Sharing.OWN)]


async def answer_choice(call: Call) -> list[Saying] | None:
    """Take a number or a name as the answer to what was asked about somebody's newest case; None if it is none."""
    asked = await call.work.reporters.asked(call.incoming.sender)
    if asked is None:
        return None
    number, asks = asked
    before = await call.work.cases.get(number)
    if not before.is_open:
        return None
    said = call.incoming.body.strip().casefold().strip(" .")
    if is_skip(said):
        skipped = call.reply(Text("choice-skipped"), sharing=Sharing.OWN)
        return [skipped, *await next_choice(call, before, after=asks)]
    chosen = _chosen(call, asks, said)
    if chosen is None:
        return None
    after = replace(before, category=chosen) if isinstance(chosen, Category) else replace(before, area=chosen)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, RESIDENT, "case-placed", f"case:{number}", asks)
    return [
        call.reply(_taken(call, after, asks), sharing=Sharing.OWN),
        *await next_choice(call, after, after=asks),
        *await moved(call, before, after),
        *await look_alikes(call, after),
    ]


def _unknown(call: Call, case: Case, after: str | None) -> str | None:
    if case.area is None and call.charter.areas and after is None:
        return AREA
    return CATEGORY if case.category is Category.OTHER and after != CATEGORY else None


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
