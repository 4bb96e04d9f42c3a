"""What all tables share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Label, MetaData, String, TypeDecorator, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Utc(TypeDecorator[datetime]):
    """A moment, kept in UTC. Refuses a datetime that does not know its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as it is stored.

        Raises:
            ValueError: it has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone is never stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: dict[Any, Any] = {datetime: Utc()}  # noqa: RUF012 - SQLAlchemy reads it from the class


class CouncilTable(Table):
    """Base of every table whose rows belong to a council."""

    __abstract__ = True

    council: Mapped[str] = mapped_column(String(64), primary_key=True, sort_order=-100)


def columns(table: type[Table]) -> tuple[Label[Any], ...]:
    """Return a table's columns, named as its fields are, to ask for rows and not for objects of the session.

    An object costs several times as much as its row. What the session has not written yet is not seen: see `once`.
    """
    return tuple(table.__table__.c[each.columns[0].name].label(each.key) for each in inspect(table).column_attrs)
