"""The versions of the minutes."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "minutes",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("made_by", sa.String(length=255), nullable=False),
        sa.Column("for_council", sa.JSON(), nullable=False),
        sa.Column("for_public", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("adjusted_at", Utc(), nullable=True),
        sa.Column("adjusted_by", sa.String(length=255), nullable=True),
        sa.Column("adjusted_for", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("council", "meeting", "number", name=op.f("pk_minutes")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("minutes")
