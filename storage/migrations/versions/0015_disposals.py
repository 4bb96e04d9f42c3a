"""What was destroyed by decision, and since when no file holds it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "disposals",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("cleaned_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_disposals")),
    )
    with op.batch_alter_table("disposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disposals_council"), ["council"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("disposals")
