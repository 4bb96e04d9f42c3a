"""Attendance in lines: what has been answered before a meeting, and who is there at it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from commands.at_hand.sitting import Sitting
from council.attendance import Intention, Word, expected
from council.people import Organisation
from council.text import Heading, Item, Line, Text


def answered_lines(sitting: Sitting, intentions: Sequence[Intention]) -> list[Line]:
    """Return who comes, who does not, and who has not answered."""
    counted = expected(intentions, sitting.organisations)
    said = {each.organisation: each for each in intentions}
    lines: list[Line] = [
        Heading(Text("attend-heading", starts=sitting.meeting.starts_at)),
        Text("attend-expected", present=counted.present, votes=counted.votes, needed=counted.needed),
    ]
    answered = [each for each in sitting.organisations if each.code in said]
    lines += [Item(answer_of(said[each.code], each)) for each in answered]
    silent = names(each for each in sitting.voting if each.code not in said)
    return [*lines, Text("attend-silent", organisations=silent)] if silent else lines


def roll_lines(sitting: Sitting, intentions: Sequence[Intention], at: datetime) -> list[Line]:
    """Return who is there at a moment, who is excused, and who is missing."""
    there = sitting.proceedings.present(at)
    excused = {each.organisation for each in intentions if each.word is Word.NO} - there
    later = {
        each.organisation: each for each in intentions if each.word is Word.LATE and each.organisation not in there
    }
    lines: list[Line] = []
    for key, organisations in (
        ("roll-present", [each for each in sitting.voting if each.code in there]),
        ("roll-co-opted", [each for each in sitting.organisations if not each.votes and each.code in there]),
        ("roll-excused", [each for each in sitting.organisations if each.code in excused]),
        ("roll-absent", [each for each in sitting.voting if each.code not in there | excused | set(later)]),
    ):
        if organisations:
            lines.append(Item(_roll(key, organisations)))
    late = [answer_of(each, sitting.named(code)) for code, each in later.items()]
    return [*lines, *(Item(each) for each in late)]


def answer_of(intention: Intention, organisation: Organisation) -> Text:
    """Return what an organisation has answered, in words."""
    if intention.clock is None:
        return Text("attend-word", organisation=organisation, word=intention.word.value)
    return Text("attend-word-clock", organisation=organisation, word=intention.word.value, clock=intention.clock)


def names(organisations: Iterable[Organisation]) -> tuple[Text, ...]:
    """Return organisations as a list of names."""
    return tuple(Text("organisation-name", organisation=each) for each in organisations)


def _roll(key: str, organisations: Sequence[Organisation]) -> Text:
    named = names(organisations)
    if key == "roll-present":
        return Text("roll-present", organisations=named)
    if key == "roll-co-opted":
        return Text("roll-co-opted", organisations=named)
    return (
        Text("roll-excused", organisations=named) if key == "roll-excused" else Text("roll-absent", organisations=named)
    )
