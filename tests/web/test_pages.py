"""What everybody may know of the council stands on its pages, in both languages."""

import re

import pytest

from tests.town import BOE, SECRETARY, Town
from tests.web.rich import enrich
from tests.web.visitor import visiting
from web.shelf import FRESH


async def test_the_start_page_tells_the_next_meeting_and_how_to_reach_the_council(town: Town) -> None:
    await town.becomes(town.clock.now())

    async with visiting(town) as visitor:
        swedish, english = await visitor.reads("/sv/lindvassa/"), await visitor.reads("/en/lindvassa/")

    assert "torsdag 9 april 2026 kl. 18.00" in swedish
    assert "Thursday 9 April 2026 at 18:00" in english
    assert "ring 112 nu" in swedish
    assert 'href="https://matrix.to/#/@radslag:town.example"' in english
    assert '<a href="mailto:trygghet@lindvassa.example">' in english
    assert "<svg" in english


async def test_the_agenda_shows_open_items_and_only_counts_the_others(town: Town) -> None:
    await town.becomes(town.clock.now())
    await town.says(BOE, "!agenda add Lighting <b>in the park</b> (decision, 10 min)")
    await town.says(SECRETARY, "!agenda add Trusted talks with the police (council, 5 min)")

    async with visiting(town) as visitor:
        page = await visitor.reads("/en/lindvassa/agenda/")

    assert "Lighting &lt;b&gt;in the park&lt;/b&gt;" in page
    assert "Trusted talks" not in page
    assert "and one item for the council alone" in page


async def test_a_change_is_on_the_page_a_few_seconds_later(town: Town) -> None:
    await town.becomes(town.clock.now())

    async with visiting(town) as visitor:
        before = await visitor.reads("/en/lindvassa/agenda/")
        await town.says(BOE, "!agenda add Lighting in the park (decision, 10 min)")
        town.clock.time += FRESH
        after = await visitor.reads("/en/lindvassa/agenda/")

    assert "Lighting in the park" not in before
    assert "Lighting in the park" in after


async def test_how_late_a_promise_is_stands_apart_from_its_day(town: Town) -> None:
    await enrich(town)

    async with visiting(town) as visitor:
        page = await visitor.reads("/en/lindvassa/promises/")

    assert re.search(r"Wed 8 Apr 2026 <span class=\"late\">19 days late", page)


@pytest.mark.parametrize(
    ("language", "basis", "period"),
    [
        ("sv", "Underlag:", "mån 3 nov. 2025 – tors 9 apr. 2026"),
        ("en", "Based on", "Mon 3 Nov 2025 – Thu 9 Apr 2026"),
    ],
)
async def test_every_measure_tells_what_it_is_counted_from_and_over_which_period(
    town: Town, language: str, basis: str, period: str
) -> None:
    await enrich(town)

    async with visiting(town) as visitor:
        page = await visitor.reads(f"/{language}/lindvassa/figures/")

    # What follows a measure's number, up to the next one.
    parts = re.split(r"\bM(\d+)\b", re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page)))
    said = {int(number): words for number, words in zip(parts[1::2], parts[2::2], strict=True)}
    assert sorted(said) == list(range(1, 13))
    assert [number for number, words in said.items() if basis not in words or period not in words] == []


async def test_the_swedish_privacy_page_names_the_commands_in_swedish(town: Town) -> None:
    async with visiting(town) as visitor:
        page = await visitor.reads("/sv/lindvassa/privacy/")

    for command in ("!mina uppgifter", "!rätta", "!radera"):
        assert command in page
    assert "!erase" not in page
