"""Where an agenda item is left from and who supports it; what owners report of an action on the way."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.add_column("agenda_items", sa.Column("carried", sa.String(length=24), nullable=True))
    op.add_column("agenda_items", sa.Column("support", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("actions", sa.Column("reports", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    op.drop_column("actions", "reports")
    op.drop_column("agenda_items", "support")
    op.drop_column("agenda_items", "carried")
