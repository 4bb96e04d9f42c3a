"""The steps that a resident takes with her own case: it is solved, it is not, she takes it back, she lets go of it."""

from dataclasses import replace

from commands.call import Call
from commands.posts.cases import in_council, in_secretariat, label, moved, to_contacts, words_key
from commands.posts.polls_over import solved_poll_over
from council.calendar import day_of, working_day_after
from council.case import Case
from council.passage import RESIDENT, Kind
from council.passage import SECRETARY as THE_SECRETARY
from council.people import SECRETARY, Place
from council.steps import Channel, State
from council.text import Removal, Saying, Sharing, Text


def acts_for(call: Call, case: Case) -> bool:
    """Say whether somebody acts in a case for whoever raised it: the secretary does, for those who phoned or came."""
    return case.channel is not Channel.CHAT and call.who.holds(SECRETARY)


def by(call: Call, case: Case) -> str:
    """Return who takes a step that is the resident's to take."""
    return THE_SECRETARY if acts_for(call, case) else RESIDENT


async def confirmed(call: Call, before: Case) -> list[Saying]:
    """Close a case because its resident says that it is solved; asked again later, note that it still is.

    Raises:
        Refusal: nobody has said that it is done.
    """
    after = before.confirm(call.now)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, by(call, before), "case-confirmed", f"case:{before.number}")
    closed = await solved_poll_over(call, before.number)
    if before.state is State.CLOSED:
        return [call.reply(Text("your-case-still-solved", label=label(call, after)), sharing=Sharing.OWN), *closed]
    return [
        call.reply(Text("your-case-confirmed", label=label(call, after)), sharing=Sharing.OWN),
        *closed,
        *await moved(call, before, after, slot=True),
        *to_contacts(after, Text("case-confirmed-contact", label=label(call, after))),
    ]


async def reopened(call: Call, before: Case) -> list[Saying]:
    """Open a settled case again: its owner stays, and a new date for the answer is promised.

    Raises:
        Refusal: it is not settled, or was settled too long ago.
    """
    targets = call.charter.targets
    due = working_day_after(day_of(call.now, call.charter.zone), targets.answer_workdays)
    after = before.reopen(call.now, due, targets)
    await call.work.cases.save(after)
    for promise in await call.work.promises.for_case(before.number):
        await call.work.promises.save(promise.come_back(day_of(call.now, call.charter.zone)))
    await call.work.journal.write(call.now, by(call, before), "case-reopened", f"case:{before.number}")
    name, day = label(call, after), after.answer_due
    told = Text("case-reopened", label=name, day=day)
    return [
        call.reply(Text("your-case-reopened", label=name, day=day), sharing=Sharing.OWN),
        *(await solved_poll_over(call, before.number) if before.is_asked else []),
        *await moved(call, before, after, slot=True),
        in_secretariat(after, told),
        *in_council(after, told, slot=True),
        *to_contacts(after, told),
    ]


async def withdrawn(call: Call, before: Case) -> list[Saying]:
    """End a case at its resident's wish.

    Raises:
        Refusal: it is settled.
    """
    after = before.withdraw(call.now)
    await call.work.cases.save(after)
    await call.work.journal.write(call.now, by(call, before), "case-withdrawn", f"case:{before.number}")
    return [
        call.reply(Text("your-case-withdrawn", label=label(call, after)), sharing=Sharing.OWN),
        *await moved(call, before, after, slot=True),
        *to_contacts(after, Text("case-withdrawn-contact", label=label(call, after))),
    ]


async def hidden(call: Call, case: Case) -> list[Saying]:
    """Take a resident's words out of the secretariat's thread. What is stored is for the archive's rules."""
    versions = [each.version for each in await call.work.passages.of(case.number, Kind.TELLING)]
    await call.work.journal.write(call.now, RESIDENT, "case-words-hidden", f"case:{case.number}")
    return [Removal(Place.SECRETARIAT, key=words_key(case.number, version)) for version in versions]


async def unfollowed(call: Call, case: Case) -> list[Saying]:
    """Let somebody follow a case no longer that another raised."""
    await call.work.reporters.unlink(case.number, call.incoming.sender)
    await call.work.journal.write(call.now, RESIDENT, "case-unfollowed", f"case:{case.number}")
    return [call.reply(Text("case-unfollowed", label=label(call, case)), sharing=Sharing.OWN)]


async def unlinked(call: Call, before: Case) -> list[Saying]:
    """Cut the link between a person and her case. The case stays; she is told nothing more."""
    await call.work.reporters.unlink(before.number, call.incoming.sender)
    await call.work.journal.write(call.now, RESIDENT, "reporter-erased", f"case:{before.number}")
    if await call.work.reporters.count(before.number):
        return []
    after = replace(before, unlinked_at=call.now)
    await call.work.cases.save(after)
    told = Text("reporter-gone", label=label(call, after))
    return [
        *await moved(call, before, after, slot=True),
        in_secretariat(after, told),
        *to_contacts(after, told),
    ]
