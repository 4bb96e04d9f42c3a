"""When the bot wakes by itself."""

from tests.town import POL, Town


async def test_what_may_be_said_already_sets_no_alarm(town: Town) -> None:
    """The relay has it in hand: an alarm for what is past would ring at once, and again and again until it is said."""
    await town.becomes(town.clock.now())
    before = await town.next_moment()

    await town.says(POL, "!next")

    assert await town.next_moment() == before
    assert before is not None
    assert before > town.clock.now()
