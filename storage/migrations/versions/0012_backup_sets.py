"""The keys of backup sets, and when the records were restored from one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "backup_keys",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_backup_keys")),
    )
    op.create_table(
        "restorations",
        sa.Column("at", Utc(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("at", name=op.f("pk_restorations")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("restorations")
    op.drop_table("backup_keys")
