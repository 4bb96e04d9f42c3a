"""Unread messages and pinned devices."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "own_device",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("identity", sa.String(length=64), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", name=op.f("pk_own_device")),
    )
    op.create_table(
        "unread",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("room", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("told_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("council", "event", name=op.f("pk_unread")),
    )
    with op.batch_alter_table("pins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("device", sa.String(length=255), server_default="", nullable=False))
        batch_op.add_column(sa.Column("identity", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("confirmed", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("pins", schema=None) as batch_op:
        batch_op.drop_column("confirmed")
        batch_op.drop_column("identity")
        batch_op.drop_column("device")

    op.drop_table("unread")
    op.drop_table("own_device")
