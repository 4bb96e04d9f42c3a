"""Changes of weight that wait to be confirmed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "proposals",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("until", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("council", "code", name=op.f("pk_proposals")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("proposals")
