"""The journal becomes a chain of seals that the database lets nobody change."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.chain import Entry, Head, first, following
from storage.schema import Utc

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

GUARDS = {
    "sqlite": (
        (
            "CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
        ),
        (
            "CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal WHEN OLD.step > "
            "coalesce((SELECT base FROM journal_heads WHERE council = OLD.council), 0) "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF TG_OP = 'DELETE' AND OLD.step <= "
            "coalesce((SELECT base FROM journal_heads WHERE council = OLD.council), 0) THEN RETURN OLD; END IF; "
            "RAISE EXCEPTION 'the journal is only added to'; END $$"
        ),
        (
            "CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON journal "
            "FOR EACH ROW EXECUTE FUNCTION keep_journal()"
        ),
        "CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON journal EXECUTE FUNCTION keep_journal()",
    ),
}


def upgrade() -> None:
    """Link the entries there are, in their order, and guard them."""
    op.drop_index("ix_journal_council_subject", table_name="journal")
    op.rename_table("journal", "journal_before")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE journal_before RENAME CONSTRAINT pk_journal TO pk_journal_before")
    journal, heads = _tables()
    _link(journal, heads)
    op.drop_table("journal_before")
    op.create_index("ix_journal_council_subject", "journal", ["council", "subject"])
    for statement in GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)


def _tables() -> tuple[sa.Table, sa.Table]:
    journal = op.create_table(
        "journal",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(length=255), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=True),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "step", name=op.f("pk_journal")),
    )
    heads = op.create_table(
        "journal_heads",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("base_seal", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", name=op.f("pk_journal_heads")),
    )
    return journal, heads


def _link(journal: sa.Table, heads: sa.Table) -> None:
    before = sa.table(
        "journal_before",
        sa.column("number", sa.Integer()),
        sa.column("council", sa.String()),
        sa.column("at", Utc()),
        *(sa.column(name, sa.String()) for name in ("who", "what", "subject", "note")),
    )
    connection = op.get_bind()
    reached: dict[str, Head] = {}
    rows = connection.execute(sa.select(before).order_by(before.c.number)).all()
    for row in rows:
        entry = Entry(row.at, row.who, row.what, row.subject, row.note)
        link = following(reached.get(row.council) or first(row.council), row.council, entry)
        reached[row.council] = Head(link.step, link.seal)
        named = dict(zip(("at", "who", "what", "subject", "note"), link.fields, strict=True))
        place = {"council": row.council, "step": link.step, "seal": link.seal}
        connection.execute(sa.insert(journal).values({**place, **named}))
    for council, head in reached.items():
        start = {"council": council, "base": 0, "base_seal": first(council).seal}
        connection.execute(sa.insert(heads).values({**start, "step": head.step, "seal": head.seal}))


def downgrade() -> None:
    """Take the change back; the seals are lost."""
    is_postgres = op.get_bind().dialect.name == "postgresql"
    op.drop_index("ix_journal_council_subject", table_name="journal")
    op.rename_table("journal", "journal_linked")
    if is_postgres:
        op.execute("ALTER TABLE journal_linked RENAME CONSTRAINT pk_journal TO pk_journal_linked")
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
    )
    moved = (
        "INSERT INTO journal (council, at, who, what, subject, note) "
        "SELECT council, {moment}, who, what, subject, note FROM journal_linked ORDER BY at, step"
    )
    op.execute(moved.format(moment="at::timestamptz" if is_postgres else "replace(substr(at, 1, 26), 'T', ' ')"))
    op.drop_table("journal_linked")
    op.drop_table("journal_heads")
    op.create_index("ix_journal_council_subject", "journal", ["council", "subject"])
    if is_postgres:
        op.execute("DROP FUNCTION keep_journal()")
