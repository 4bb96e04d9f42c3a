"""Pictures from residents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "pictures",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=True),
        sa.Column("contact", sa.String(length=32), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_pictures")),
    )
    op.create_index(op.f("ix_pictures_council"), "pictures", ["council"])
    op.create_index(op.f("ix_pictures_contact"), "pictures", ["contact"])


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("pictures")
