"""What a transaction was asked already holds until something is changed in it: a batch asks the same over again."""

from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session

Answer = TypeVar("Answer")
_KNOWN = "known"


async def once(session: AsyncSession, question: Hashable, ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """Return the answer to a question, asked of the database only if it could differ from the last one.

    Args:
        question: names it, with all that the answer depends on but the database.
        ask: its answer is shared by all who ask, and so must be a value that nobody changes.
    """
    if session.new or session.dirty or session.deleted:
        await session.flush()
    known: dict[Hashable, Any] = session.info.setdefault(_KNOWN, {})
    if question not in known:
        known[question] = await ask()
    answer: Answer = known[question]
    return answer


def remember(session: AsyncSession, question: Hashable, answer: object) -> None:
    """Keep the answer to a question that `once` may be asked, where another has told it."""
    session.info.setdefault(_KNOWN, {})[question] = answer


def _forget(session: Session, *_what: object) -> None:
    session.info.pop(_KNOWN, None)


def _forget_at_change(asked: ORMExecuteState) -> None:
    if not asked.is_select:
        _forget(asked.session)


event.listen(Session, "do_orm_execute", _forget_at_change)
event.listen(Session, "after_flush", _forget)
event.listen(Session, "after_soft_rollback", _forget)
