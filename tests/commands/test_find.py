"""What was shared is found again, in any form of a word, and by nobody who may not see it."""

import pytest
from sqlalchemy import select

from council.share import Share
from council.text import Sharing
from storage.shares import ShareRow
from tests.council.month import moment
from tests.town import ANNA, COUNCIL, OPEN, POL, SECRETARIAT, SECRETARY, Town

SHARED = (
    (1, "POL", Sharing.OPEN, "03-16", "Två mopedkontroller på Sjövägen"),
    (2, "SDF", Sharing.OPEN, "03-18", "Gatlamporna i Parkstråket är lagade"),
    (3, "FTG", Sharing.COUNCIL, "03-20", "Mopeder kör genom centrum"),
    (4, None, Sharing.SECRETARIAT, "03-22", "Frågan om mopederna tas upp"),
    (5, "POL", Sharing.OPEN, "04-01", "Åtta anmälningar om mopeder"),
)


@pytest.fixture
async def stocked(town: Town) -> Town:
    """A town where five things have been shared."""
    async with town.database.work("lindvassa") as work:
        for number, code, sharing, day, text in SHARED:
            await work.shares.save(Share(number, moment(day), "@x:town", code, sharing, text))
    town.clock.time = moment("04-08")
    return town


async def found(town: Town, sender: str, line: str, room: str | None = None) -> str:
    await town.says(sender, line, room=room)
    return "\n".join(body for _room, body in await town.hears())


@pytest.mark.parametrize("words", ["moped", "mopeder", "mopederna", "MOPEDER"])
async def test_any_form_of_a_word_finds_the_others_and_compounds(stocked: Town, words: str) -> None:
    shown = await found(stocked, POL, f"!find {words}")

    assert shown.startswith(f"3 posts about “{words}”, the latest first")
    assert shown.index("I5 1 April") < shown.index("I3 20 March") < shown.index("I1 16 March")


async def test_a_part_of_a_compound_is_found(stocked: Town) -> None:
    assert "I2" in await found(stocked, POL, "!find lampor")
    assert "I2" in await found(stocked, POL, "!sök lampan")


@pytest.mark.parametrize(
    ("sender", "room", "ids"),
    [
        (ANNA, None, {"I1", "I5"}),
        (ANNA, OPEN, {"I1", "I5"}),
        (POL, OPEN, {"I1", "I5"}),
        (POL, COUNCIL, {"I1", "I3", "I5"}),
        (POL, POL, {"I1", "I3", "I5"}),
        (SECRETARY, COUNCIL, {"I1", "I3", "I5"}),
        (SECRETARY, SECRETARIAT, {"I1", "I3", "I4", "I5"}),
        (SECRETARY, SECRETARY, {"I1", "I3", "I4", "I5"}),
    ],
)
async def test_each_finds_what_may_be_seen_in_that_place(
    stocked: Town, sender: str, room: str | None, ids: set[str]
) -> None:
    shown = await found(stocked, sender, "!find mopeder", room)

    assert {f"I{number}" for number in range(1, 6) if f"I{number} " in shown} == ids


@pytest.mark.parametrize(
    ("parts", "ids"),
    [
        ("polisen", {"I1", "I5"}),
        ("police", {"I1", "I5"}),
        ("mars", {"I1", "I3"}),
        ("March 2026", {"I1", "I3"}),
        ("2026-04", {"I5"}),
        ("2025", set()),
        ("council", {"I3"}),
        ("polisen, mars, öppet", {"I1"}),
        ("secretariat", set()),
    ],
)
async def test_a_parenthesis_narrows_it_down(stocked: Town, parts: str, ids: set[str]) -> None:
    shown = await found(stocked, POL, f"!find mopeder ({parts})")

    assert {f"I{number}" for number in range(1, 6) if f"I{number} " in shown} == ids


async def test_what_cannot_be_read_is_said(stocked: Town) -> None:
    assert (await found(stocked, POL, "!find mopeder (blue)")).startswith("I do not know “blue”.")
    assert (await found(stocked, POL, "!find (  )")).startswith("What shall I look for?")
    assert (await found(stocked, ANNA, "!find centrum")).startswith("I find nothing shared about")
    assert "I1" in await found(stocked, POL, "!find (mars)")


async def test_what_was_withdrawn_is_not_found(stocked: Town) -> None:
    await stocked.says(POL, "!share withdraw I5")
    await stocked.hears()

    assert "I5" not in await found(stocked, POL, "!find mopeder")


async def test_a_find_leads_to_its_post(town: Town) -> None:
    await town.says(POL, "!share open Två mopedkontroller")
    await town.hears()

    assert "https://matrix.to/#/!open:town/$bot-" in await found(town, ANNA, "!find moped")


async def test_only_published_words_lie_searchable(stocked: Town) -> None:
    async with stocked.database.work("lindvassa") as work:
        folded = await work.session.scalars(select(ShareRow.folded).order_by(ShareRow.number))
        assert folded.first() == "två mopedkontroller på sjövägen"
