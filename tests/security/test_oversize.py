"""However much somebody types, she is answered, and the next one is too."""

import pytest

from commands import catalogue
from council.text import Refusal, Saying
from locales import command_words
from tests.town import CHAIR, COUNCIL, NOON, OPERATORS, POL, SECRETARY, Town

WORDS = catalogue(command_words())
MOST = 60_000
"""Nearly all that an event may hold."""


@pytest.mark.parametrize("huge", ["x" * MOST, "<b>" * (MOST // 3), "a" + "\u0301" * (MOST // 2)])
async def test_a_refusal_says_back_no_more_than_fits_and_everybody_goes_on_being_heard(town: Town, huge: str) -> None:
    await town.becomes(NOON)
    await town.hears()

    for line in ("!case assign 31 {}", "!organisation remove {}", "!find {}", "!info {}", "!{}"):
        await town.says(SECRETARY, line.format(huge), room=COUNCIL)
    await town.says(CHAIR, "!next")

    heard = await town.hears()
    assert {room for room, _ in heard} == {COUNCIL}
    assert max(len(body) for _, body in heard) < 5_000
    assert heard[-1][1].startswith("Next meeting: ")


async def test_a_refusal_that_cannot_be_worded_is_a_failure_of_ours_and_stops_nobody(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unheard_of(*_: object, **__: object) -> list[Saying]:
        raise Refusal("nobody-has-worded-this")

    command = WORDS.named("yearly")
    assert command
    monkeypatch.setattr(command, "handler", unheard_of)

    await town.says(POL, "!yearly 2026")

    (_, answer), (operators, told) = await town.hears()
    assert answer.startswith("Something went wrong on my side.")
    assert (operators, told[:30]) == (OPERATORS, "An event could not be handled ")
