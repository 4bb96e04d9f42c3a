"""What organisations report before the meetings."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "reports",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("writer", sa.String(length=255), nullable=True),
        sa.Column("begun_at", Utc(), nullable=False),
        sa.Column("handed_in_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("council", "meeting", "organisation", name=op.f("pk_reports")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("reports")
