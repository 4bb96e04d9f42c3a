"""The number of a case in the authority's own register."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("diary_no", sa.String(length=60), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("diary_no")
