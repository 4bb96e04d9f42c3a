"""Actions, promises, decisions and shares come back as they were saved, and their numbers run on."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from council import action
from council.action import Action
from council.decision import Decision, Votes
from council.promise import Promise
from council.share import Share
from council.text import Refusal, Sharing
from storage.database import Database

NOW = datetime(2026, 4, 9, 17, 15, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
X1 = Action(1, "TRAF", date(2026, 4, 30), "lampor", NOW, date(2026, 4, 16), sources=("D2", "TR-2026-0031"), origin="x")
X2 = Action(2, "SDF", date(2026, 4, 24), "siktröjning", LATER, date(2026, 4, 16))
L1 = Promise(1, "TRAF", "lamporna lyser", date(2026, 3, 24), NOW, case=31)
D1 = Decision(1, "2026-04", "A2", "Dagordningen fastställs", NOW, Votes(6, 0, 0))
D2 = Decision(2, "2026-04", "A8", "TRAF lagar", LATER)
I1 = Share(1, NOW, "@pol:town", "POL", Sharing.OPEN, "Vecka 11", origin="i")


async def test_actions_come_back(database: Database) -> None:
    async with database.work("lindvassa") as work:
        assert await work.actions.next_number() == 1
        await work.actions.save(X1)
        await work.actions.save(X2)
    async with database.work("lindvassa") as work:
        assert await work.actions.next_number() == 3
        assert await work.actions.get(1) == X1
        assert await work.actions.of_origin("x") == X1
        assert await work.actions.open() == [X2, X1]
        assert await work.actions.between(NOW, LATER) == [X1]
        await work.actions.save(replace(X2, state=action.State.DONE, done_at=LATER, evidence="Klart"))
        assert await work.actions.open() == [X1]
        with pytest.raises(Refusal, match="action-unknown"):
            await work.actions.get(3)


async def test_promises_come_back(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.promises.save(L1)
    async with database.work("lindvassa") as work:
        assert await work.promises.next_number() == 2
        assert await work.promises.get(1) == L1
        assert await work.promises.all() == [L1]
        assert await work.promises.for_case(31) == [L1]
        assert await work.promises.for_case(32) == []
        with pytest.raises(Refusal, match="promise-unknown"):
            await work.promises.get(2)


async def test_decisions_come_back(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.decisions.save(D1)
        await work.decisions.save(D2)
    async with database.work("lindvassa") as work:
        assert await work.decisions.next_number() == 3
        assert await work.decisions.of_meeting("2026-04") == [D1, D2]
        assert await work.decisions.of_meeting("2026-05") == []


async def test_shares_come_back_and_withdrawn_ones_without_their_words(database: Database) -> None:
    async with database.work("lindvassa") as work:
        await work.shares.save(I1)
    async with database.work("lindvassa") as work:
        assert await work.shares.next_number() == 2
        assert await work.shares.get(1) == I1
        assert await work.shares.of_origin("i") == I1
        assert await work.shares.of_origin("other") is None
        assert await work.shares.between(NOW, LATER) == [I1]
        assert await work.shares.between(LATER, LATER) == []
        await work.shares.save(I1.withdraw(LATER))
    async with database.work("lindvassa") as work:
        assert (await work.shares.get(1)).text == ""
        with pytest.raises(Refusal, match="share-unknown"):
            await work.shares.get(2)
