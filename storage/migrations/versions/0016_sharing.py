"""A second person approves what is shared openly; shared information is searched; incidents have a clock."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    with op.batch_alter_table("shares") as shares:
        shares.add_column(sa.Column("proposed", sa.Text(), nullable=False, server_default=""))
        shares.add_column(sa.Column("asked_at", Utc(), nullable=True))
        shares.add_column(sa.Column("asked_in", sa.String(length=16), nullable=True))
        shares.add_column(sa.Column("approved_by", sa.String(length=255), nullable=True))
        shares.add_column(sa.Column("folded", sa.Text(), nullable=False, server_default=""))
    _fold()
    op.create_table(
        "incidents",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("noticed_at", Utc(), nullable=False),
        sa.Column("cause", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("closed_at", Utc(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_incidents")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("incidents")
    with op.batch_alter_table("shares") as shares:
        for name in ("folded", "approved_by", "asked_in", "asked_at", "proposed"):
            shares.drop_column(name)


def _fold() -> None:
    """Put the words of what was shared before into lower case: Python knows å, SQLite does not."""
    shares = sa.table("shares", sa.column("council"), sa.column("number"), sa.column("words"), sa.column("folded"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(shares.c.council, shares.c.number, shares.c.words)).all():
        here = (shares.c.council == row.council) & (shares.c.number == row.number)
        connection.execute(shares.update().where(here).values(folded=row.words.casefold()))
