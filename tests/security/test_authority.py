"""Authority is a full Matrix ID's, at the moment of the event, once: R1 to R4, R6."""

import random
from itertools import count, product

import pytest

from bot.matrix.batch import Arrived, Batch, Doubt, Kind
from council.people import Person
from tests.commands.confirmed import answer
from tests.town import ANNA, BERTIL, CHAIR, COUNCIL, POL, SECRETARIAT, SECRETARY, Town

LETTERS = {
    "s": "ѕʂｓꜱ", "e": "еｅ℮ė", "c": "сⅽｃć", "r": "гｒṛʀ", "t": "тｔțṭ", "a": "аａạá", "y": "уｙýỵ",
    "p": "рｐṗþ", "o": "оｏ0ọ", "l": "ⅼｌ1ĺ", "h": "һｈḣհ", "i": "іｉ1í",
}  # fmt: skip
SERVERS = ("tοwn", "town.example", "town:8448", "TOWN", "t0wn", "town ", "xn--town")
ROUNDS = 100


def look_alikes() -> list[str]:
    """Return two hundred Matrix IDs that look like an office holder's and are not."""
    found: list[str] = []
    for person in (SECRETARY, CHAIR, POL):
        name = person.removeprefix("@").removesuffix(":town")
        for place, letter in enumerate(name):
            found += [f"@{name[:place]}{other}{name[place + 1 :]}:town" for other in LETTERS.get(letter, "")]
        found += [f"@{name}{tail}:town" for tail in ("\u200b", "\u2060", "_", ".", "-", "1", " ", "\u00ad", "\u202e")]
        found += [f"@{head}{name}:town" for head in ("\u200b", "\u2060", "_", ".", "real-", "x", " ", "\u202e")]
        found += [
            f"@{name}:{server}" for server in ("tοwn", "town.example", "town:8448", "TOWN", "t0wn", "town ", "xn--town")
        ]
        found += [person.upper(), person.title(), f"@{name.capitalize()}:town", f"{person}:town", f"@{person}"]
    return sorted(set(found) - {SECRETARY, CHAIR, POL})


async def heard(town: Town, sender: str, line: str, room: str) -> list[str]:
    await town.says(sender, line, room=room)
    return [said for _, said in await town.hears()]


@pytest.mark.slow
async def test_of_two_hundred_look_alike_names_none_is_obeyed(town: Town) -> None:
    await town.says(ANNA, "!concern Three lamps are out in the tunnel")
    await town.hears()
    names = look_alikes()
    assert len(names) >= 150

    for name in names:
        assert await heard(town, name, "!case assign 31 TRAF", SECRETARIAT) == ["Only the secretary can do that."]

    async with town.database.work("lindvassa") as work:
        [case] = await work.cases.all([31])
        refusals = await work.journal.about("command:case-assign")
    assert case.owner is None
    assert {entry.who for entry in refusals} == {"resident"}
    assert len(refusals) == len(names)


@pytest.mark.slow
async def test_a_command_counts_before_the_removal_in_the_same_batch_and_not_after_it(town: Town) -> None:
    dice, events = random.Random(3), count(1)
    async with town.database.work("lindvassa") as work:
        member = await work.people.get(POL)
    for number in range(ROUNDS):
        async with town.database.work("lindvassa") as work:
            await work.people.save(member)
        code = (await answer(town, CHAIR, f"!member remove {POL}")).split("!confirm ")[1][:4]
        before = dice.randrange(4)
        lines = [(POL, COUNCIL, f"!share open Round {number} line {place}") for place in range(3)]
        lines.insert(before, (CHAIR, SECRETARIAT, f"!confirm {code}"))
        at = int(town.clock.now().timestamp() * 1000)
        batch = tuple(
            Arrived(f"$race-{next(events)}", f"!{room}:town", who, at, Kind.MESSAGE, body=line)
            for who, room, line in lines
        )

        await town.dispatcher.handle(Batch(f"race-{number}", events=batch))

        said = [words for _, words in await town.hears() if "Only " in words]
        async with town.database.work("lindvassa") as work:
            assert (await work.people.get(POL)).is_resident
        assert len(said) == 3 - before, (number, before)


@pytest.mark.parametrize("command", ["!status", "!withdraw", "!reopen", "!erase"])
async def test_a_case_of_somebody_elses_and_none_at_all_are_refused_alike(town: Town, command: str) -> None:
    await town.says(BERTIL, "!concern Three lamps are out in the tunnel")
    await town.says(ANNA, "!concern The bushes hide the footpath")
    await town.hears()
    anothers = " ".join(await heard(town, ANNA, f"{command} 31", ANNA))
    nobodys = " ".join(await heard(town, ANNA, f"{command} 77", ANNA))

    if command == "!status":
        # What is public of a case is everybody's; nothing of it is the resident's.
        assert "lamps are out" not in anothers
    else:
        assert anothers.replace("0031", "N") == nobodys.replace("0077", "N")


@pytest.mark.slow
@pytest.mark.parametrize(("restarted", "elsewhere"), list(product([False, True], repeat=2)))
async def test_each_of_a_hundred_commands_that_comes_again_is_carried_out_once(
    town: Town, *, restarted: bool, elsewhere: bool
) -> None:
    """The wire finds a copied ciphertext (Doubt.REPLAYED); the claim finds the same event."""
    lines = [f"!share open Number {number}" for number in range(ROUNDS)]
    events = [await town.says(POL, line) for line in lines]
    await town.hears()
    again = Town(town.database, town.charter, town.clock) if restarted else town

    for line, event in zip(lines, events, strict=True):
        await again.says(POL, line, event=event, room=SECRETARIAT if elsewhere else COUNCIL)
        await again.says(SECRETARY, line, event=event, room=COUNCIL)
        await again.says(POL, line, event=f"{event}-copied", doubt=Doubt.REPLAYED)

    assert await again.hears() == []
    async with town.database.work("lindvassa") as work:
        assert await work.shares.next_number() == ROUNDS + 1


async def test_nobody_becomes_anything_by_being_in_a_room(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        assert await work.people.get("@intruder:town") == Person("@intruder:town")

    assert await heard(town, "@intruder:town", "!share open I am in your room", COUNCIL) != []
    async with town.database.work("lindvassa") as work:
        assert await work.shares.next_number() == 1
