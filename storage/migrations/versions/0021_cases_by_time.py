"""Cases are found by their state and by when they came and ended, without looking through all there are."""

from collections.abc import Sequence

from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None
COLUMNS = ("state", "received_at", "closed_at")


def upgrade() -> None:
    """Make the change."""
    for column in COLUMNS:
        op.create_index(op.f(f"ix_cases_council_{column}"), "cases", ["council", column])
    op.drop_index(op.f("ix_cases_state"), "cases")


def downgrade() -> None:
    """Take the change back."""
    op.create_index(op.f("ix_cases_state"), "cases", ["state"])
    for column in COLUMNS:
        op.drop_index(op.f(f"ix_cases_council_{column}"), "cases")
