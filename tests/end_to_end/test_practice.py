"""The practice council of the demo: it begins as written, greets in the open, and whoever joins is answered."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from rehearsal.actor import Actor
from rehearsal.api import Api
from rehearsal.cast import read_cast
from rehearsal.district import PASSWORD
from rehearsal.homeserver import Account, Homeserver
from rehearsal.joining import how_to_join
from rehearsal.plain import PlainActor
from rehearsal.play import Play
from rehearsal.practising import PRACTICE, practising, welcome
from rehearsal.stage import StageClock
from rehearsal.verdict import differences, judge

pytestmark = [pytest.mark.e2e]


@pytest.fixture
async def practice(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Play]:
    """The practice council, in English."""
    await homeserver.resume()
    clock = StageClock(read_cast(PRACTICE).opens)
    async with practising(homeserver, "en", clock, tmp_path) as play:
        yield play


async def test_it_begins_as_written_and_answers_whoever_joins_with_the_printed_password(practice: Play) -> None:
    heard = practice.heard()
    verdict = judge(practice.script.expected, heard)
    assert "\n".join(differences(verdict, heard, "en")) == ""
    assert verdict.seen

    district = practice.district
    member = district.cast.people["member"]
    printed = "\n".join(how_to_join(district, district, practice.clock.now()))
    assert {PASSWORD, member.account, district.homeserver.url} <= set(printed.split())

    async with aiohttp.ClientSession() as session:
        newcomer = await _signed_in(session, district.homeserver.url, member.account)
        await newcomer.look()
        await newcomer.say(district.rooms["council"], "!agenda add The lamp in the square (discussion, 5 min)")
        await practice.company.settle()
        answer = (await newcomer.read(district.rooms["council"]))[-1]
        await newcomer.close()

    assert answer.body.startswith("Item A9 added: The lamp in the square (discussion, 5 min).")
    assert (answer.encrypted, answer.readable) == (True, True)
    [pinned] = await _pinned(district.actors["resident"], district.rooms["open"])
    assert pinned == welcome("en", district.bot.user_id)


async def _signed_in(session: aiohttp.ClientSession, url: str, account: str) -> Actor:
    """Sign in on a new device, as somebody who has read what the demo prints."""
    by_password = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": account},
        "password": PASSWORD,
    }
    answer = await Api(session, url, "").post("/login", by_password)
    signed_in = Account(answer["user_id"], PASSWORD, answer["access_token"], answer["device_id"])
    return await Actor.sign_in(session, url, signed_in)


async def _pinned(actor: PlainActor, room_id: str) -> list[str]:
    """Return the texts that are pinned in a room."""
    state = await actor.api.get(f"/rooms/{room_id}/state/m.room.pinned_events")
    bodies = {post.event_id: post.body for post in await actor.read(room_id)}
    return [bodies[event_id] for event_id in state["pinned"]]
