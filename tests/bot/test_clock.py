"""By a clock that was set wrong nothing is said early, lost or destroyed; by the right one all is made up for."""

from datetime import datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.duties import Duties
from bot.matrix.http import Server
from bot.relay import Relay
from bot.ticker import Ticker
from tests.bot.test_relay import Server as Nowhere
from tests.town import COUNCIL, STOCKHOLM, Town

REMINDER = "In two weeks: meeting Thursday 9 April 2026 at 18:00. Add items by Friday 27 March at 12:00."


class Watch:
    """A town whose ticker knows what time it really is."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.really = town.clock.time
        duties = Duties(town.database, town.charter, town.clock)
        relay = Relay(town.database, town.charter, Nowhere(), town.clock)
        self.ticker = Ticker(duties, relay, town.clock, clock_error=lambda: town.clock.time - self.really)

    async def ticks(self, really: str, wrong_by: timedelta = timedelta()) -> list[str]:
        """Let the ticker look at a moment; return what the council hears, but for the agenda that is put up with it."""
        self.really = datetime.fromisoformat(really).replace(tzinfo=STOCKHOLM)
        self.town.clock.time = self.really + wrong_by
        await self.ticker.tick()
        heard = [body for room, body in await self.town.hears() if room == COUNCIL]
        return [body for body in heard if not body.startswith("Agenda, meeting")]


@pytest.mark.parametrize("wrong_by", [timedelta(days=1), timedelta(days=3653), timedelta(days=-1), timedelta(hours=2)])
async def test_a_clock_set_wrong_and_right_again_changes_nothing_that_is_said(town: Town, wrong_by: timedelta) -> None:
    watch = Watch(town)
    await watch.ticks("2026-03-26T17:00")

    while_wrong = await watch.ticks("2026-03-26T17:30", wrong_by)
    right_again = await watch.ticks("2026-03-26T18:00")
    wrong_later = await watch.ticks("2026-03-26T18:01", wrong_by)
    right_later = await watch.ticks("2026-03-26T18:02")

    assert (while_wrong, right_again, wrong_later, right_later) == ([], [REMINDER], [], [])


async def test_no_meetings_are_planned_by_a_clock_of_another_year(town: Town) -> None:
    watch = Watch(town)

    await watch.ticks("2026-03-26T17:30", timedelta(days=3653))

    async with town.database.work(town.charter.slug) as work:
        assert await work.meetings.all() == []


async def test_a_clock_that_is_a_little_wrong_is_good_enough(town: Town) -> None:
    watch = Watch(town)
    await watch.ticks("2026-03-26T17:00")

    assert await watch.ticks("2026-03-26T17:58", timedelta(minutes=2)) == [REMINDER]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Thu, 26 Mar 2026 17:00:00 GMT", datetime(2026, 3, 26, 17, tzinfo=STOCKHOLM).timestamp() + 3600),
        ("soon", None),
        ("", None),
        ("Thu, 99 Mar 2026 17:00:00 GMT", None),
    ],
)
async def test_the_homeservers_time_is_taken_from_its_answers(header: str, said: float | None) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.json_response({}, headers={"Date": header})

    application = web.Application()
    application.router.add_get("/", answer)
    async with TestServer(application) as there:
        server = Server(str(there.make_url("")))
        assert server.time_ms() is None

        await server.ask("GET", "/")

        told = server.time_ms()
        await server.close()
    assert told is None if said is None else told is not None and 0 <= told / 1000 - said < 120
