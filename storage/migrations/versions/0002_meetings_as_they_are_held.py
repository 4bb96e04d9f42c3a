"""Meetings as they are held: answers, the record, votes."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "ballot_votes",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("ballot", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=False),
        sa.Column("choice", sa.String(length=8), nullable=True),
        sa.Column("person", sa.String(length=255), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("council", "ballot", "organisation", name=op.f("pk_ballot_votes")),
    )
    op.create_table(
        "ballots",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("opened_at", Utc(), nullable=False),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("closes_at", Utc(), nullable=True),
        sa.Column("recused", sa.JSON(), nullable=False),
        sa.Column("closed_at", Utc(), nullable=True),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("decision", sa.Integer(), nullable=True),
        sa.Column("annulled_at", Utc(), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_ballots")),
    )
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballots_council_meeting"), ["council", "meeting"], unique=False)

    op.create_table(
        "intentions",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=False),
        sa.Column("word", sa.String(length=16), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("clock", sa.Time(), nullable=True),
        sa.Column("person", sa.String(length=255), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "meeting", "organisation", name=op.f("pk_intentions")),
    )
    op.create_table(
        "proceedings",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("noted_at", Utc(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("struck_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("council", "meeting", "number", name=op.f("pk_proceedings")),
    )
    with op.batch_alter_table("proceedings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proceedings_council_act"), ["council", "act"], unique=False)

    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("undone_at", Utc(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_column("undone_at")

    with op.batch_alter_table("proceedings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proceedings_council_act"))

    op.drop_table("proceedings")
    op.drop_table("intentions")
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ballots_council_meeting"))

    op.drop_table("ballots")
    op.drop_table("ballot_votes")
