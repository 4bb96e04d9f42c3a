"""Heavy work that is put off."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "errands",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_errands")),
    )
    op.create_index(op.f("ix_errands_council"), "errands", ["council"])


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("errands")
