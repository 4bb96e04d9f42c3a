"""What a transaction was asked is asked once, and again as soon as the answer could be another."""

import pytest
from sqlalchemy import event

from council.people import Person, Role
from council.text import Refusal
from storage.database import Database
from storage.work import Work

SDF = Person("@sdf:town", frozenset({Role.RESIDENT, Role.MEMBER}))


async def test_the_same_question_is_asked_once_in_a_transaction(database: Database) -> None:
    asked: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *what: asked.append(what[2]))

    async with database.work("town") as work:
        for _ in range(3):
            await work.people.all()
            await work.meetings.all()

    assert len([each for each in asked if each.startswith("SELECT")]) == 2


async def test_what_was_changed_in_the_same_transaction_is_seen_at_once(database: Database) -> None:
    async with database.work("town") as work:
        before = await work.people.all()
        await work.people.save(SDF)
        saved = await work.people.all()
        await work.people.remove(SDF.user_id)
        removed = await work.people.all()

    assert (before, saved, removed) == ([], [SDF], [])


async def test_what_was_undone_is_not_remembered(database: Database) -> None:
    async with database.work("town") as work:
        with pytest.raises(Refusal):
            await _appointed_and_refused(work)

        assert await work.people.all() == []


async def test_an_answer_that_is_given_out_can_be_changed_without_harm(database: Database) -> None:
    async with database.work("town") as work:
        await work.people.save(SDF)
        (await work.people.all()).clear()

        assert await work.people.all() == [SDF]


async def _appointed_and_refused(work: Work) -> None:
    async with work.savepoint():
        await work.people.save(SDF)
        assert await work.people.all() == [SDF]
        raise Refusal("no")
