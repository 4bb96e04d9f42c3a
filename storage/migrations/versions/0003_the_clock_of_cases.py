"""Keep more time, further questions, businesses, absences and the pace of cases."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "absences",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("council", "first", name=op.f("pk_absences")),
    )
    op.create_table(
        "paces",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=32), nullable=False),
        sa.Column("minute", Utc(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "contact", "minute", name=op.f("pk_paces")),
    )
    with op.batch_alter_table("case_clocks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("extended_to", sa.Date(), nullable=True))

    with op.batch_alter_table("case_words", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("hand", sa.String(length=32), nullable=True))

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_at", Utc(), nullable=True))
        batch_op.add_column(sa.Column("asked_at", Utc(), nullable=True))
        batch_op.add_column(sa.Column("business", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("meeting", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("item", sa.Integer(), nullable=True))

    with op.batch_alter_table("introductions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("business", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("trade_name", sa.LargeBinary(), nullable=True))

    with op.batch_alter_table("reporters", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asks", sa.String(length=16), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("reporters", schema=None) as batch_op:
        batch_op.drop_column("asks")

    with op.batch_alter_table("introductions", schema=None) as batch_op:
        batch_op.drop_column("trade_name")
        batch_op.drop_column("business")

    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_column("item")
        batch_op.drop_column("meeting")
        batch_op.drop_column("business")
        batch_op.drop_column("asked_at")
        batch_op.drop_column("confirmed_at")

    with op.batch_alter_table("case_words", schema=None) as batch_op:
        batch_op.drop_column("hand")
        batch_op.drop_column("origin")

    with op.batch_alter_table("case_clocks", schema=None) as batch_op:
        batch_op.drop_column("extended_to")

    op.drop_table("paces")
    op.drop_table("absences")
