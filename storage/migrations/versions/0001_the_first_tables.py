"""The first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.schema import Utc

revision: str = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "actions",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=16), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("answer_due", sa.Date(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("accepted_at", Utc(), nullable=True),
        sa.Column("done_at", Utc(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_actions")),
    )
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actions_council_origin"), ["council", "origin"], unique=False)

    op.create_table(
        "agenda_items",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("raised_by", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=True),
        sa.Column("sharing", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("standing", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("queued", sa.Integer(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "meeting", "slot", name=op.f("pk_agenda_items")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_items_council_origin"), ["council", "origin"], unique=False)

    op.create_table(
        "agendas",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("frozen_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("council", "meeting", name=op.f("pk_agendas")),
    )
    op.create_table(
        "case_clocks",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("turn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", Utc(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("answered_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("council", "case_number", "turn", name=op.f("pk_case_clocks")),
    )
    op.create_table(
        "case_keys",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("council", "case_number", name=op.f("pk_case_keys")),
    )
    op.create_table(
        "case_words",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said_by", sa.String(length=16), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("council", "case_number", "kind", "version", name=op.f("pk_case_words")),
    )
    op.create_table(
        "cases",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=16), nullable=True),
        sa.Column("received_at", Utc(), nullable=False),
        sa.Column("triage_due", sa.Date(), nullable=False),
        sa.Column("triaged_at", Utc(), nullable=True),
        sa.Column("resolved_at", Utc(), nullable=True),
        sa.Column("closed_at", Utc(), nullable=True),
        sa.Column("unlinked_at", Utc(), nullable=True),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.Column("follows", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_cases")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_state"), ["state"], unique=False)

    op.create_table(
        "claims",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("command", sa.String(length=80), nullable=True),
        sa.Column("sender", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("council", "key", name=op.f("pk_claims")),
    )
    op.create_table(
        "councils",
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("seeded_at", Utc(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("dates_made_until", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_councils")),
    )
    op.create_table(
        "decisions",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("votes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_council_origin"), ["council", "origin"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("area", sa.String(length=80), nullable=True),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=True),
        sa.Column("written_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_contact"), ["contact"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_council"), ["council"], unique=False)

    op.create_table(
        "failures",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("cause", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_failures")),
    )
    op.create_table(
        "introductions",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("council", "contact", name=op.f("pk_introductions")),
    )
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_council_subject"), ["council", "subject"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("clock", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_at", Utc(), nullable=False),
        sa.Column("scheduled_at", Utc(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("series_day", sa.Date(), nullable=True),
        sa.Column("previous", sa.JSON(), nullable=False),
        sa.Column("adjusted_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("short_names", sa.JSON(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("place_in_lists", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "code", name=op.f("pk_organisations")),
    )
    op.create_table(
        "outbox",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("room", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("txn", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("case_number", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=120), nullable=True),
        sa.Column("about", sa.String(length=120), nullable=True),
        sa.Column("queued_at", Utc(), nullable=False),
        sa.Column("not_before", Utc(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("event", sa.String(length=255), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_outbox")),
        sa.UniqueConstraint("txn", name=op.f("uq_outbox_txn")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_council_key_room"), ["council", "key", "room"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_state_not_before"), ["state", "not_before"], unique=False)

    op.create_table(
        "people",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=255), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=True),
        sa.PrimaryKeyConstraint("council", "user_id", name=op.f("pk_people")),
    )
    op.create_table(
        "pins",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("pinned_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("council", "user_id", "fingerprint", name=op.f("pk_pins")),
    )
    op.create_table(
        "promises",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=False),
        sa.Column("words_promised", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("claimed_at", Utc(), nullable=True),
        sa.Column("settled_at", Utc(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_promises")),
    )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_promises_council_origin"), ["council", "origin"], unique=False)

    op.create_table(
        "referrals",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("council", "day", "kind", name=op.f("pk_referrals")),
    )
    op.create_table(
        "reporters",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("case_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("raised", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=True),
        sa.Column("wording", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("council", "case_number", "contact", name=op.f("pk_reporters")),
    )
    with op.batch_alter_table("reporters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reporters_contact"), ["contact"], unique=False)

    op.create_table(
        "rooms",
        sa.Column("number", sa.Integer(), sa.Identity(always=False), nullable=False),
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("matrix_id", sa.String(length=255), nullable=True),
        sa.Column("origin", sa.String(length=255), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("place", sa.String(length=16), nullable=False),
        sa.Column("encrypted", sa.Boolean(), nullable=False),
        sa.Column("person", sa.String(length=255), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("successor", sa.String(length=255), nullable=True),
        sa.Column("since", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_rooms")),
        sa.UniqueConstraint("council", "matrix_id", name=op.f("uq_rooms_council_matrix_id")),
    )
    with op.batch_alter_table("rooms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rooms_person"), ["person"], unique=False)

    op.create_table(
        "seals",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("sender_key", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("council", "sender_key", "session_id", "position", name=op.f("pk_seals")),
    )
    op.create_table(
        "shares",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("shared_by", sa.String(length=255), nullable=False),
        sa.Column("organisation", sa.String(length=16), nullable=True),
        sa.Column("sharing", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("changed_at", Utc(), nullable=True),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("council", "number", name=op.f("pk_shares")),
    )
    with op.batch_alter_table("shares", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shares_council_at"), ["council", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_shares_council_origin"), ["council", "origin"], unique=False)

    op.create_table(
        "sync",
        sa.Column("council", sa.String(length=64), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("council", name=op.f("pk_sync")),
    )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("sync")
    with op.batch_alter_table("shares", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shares_council_origin"))
        batch_op.drop_index(batch_op.f("ix_shares_council_at"))

    op.drop_table("shares")
    op.drop_table("seals")
    with op.batch_alter_table("rooms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rooms_person"))

    op.drop_table("rooms")
    with op.batch_alter_table("reporters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reporters_contact"))

    op.drop_table("reporters")
    op.drop_table("referrals")
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_promises_council_origin"))

    op.drop_table("promises")
    op.drop_table("pins")
    op.drop_table("people")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_state_not_before"))
        batch_op.drop_index(batch_op.f("ix_outbox_council_key_room"))

    op.drop_table("outbox")
    op.drop_table("organisations")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_starts_at"))

    op.drop_table("meetings")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_council_subject"))

    op.drop_table("journal")
    op.drop_table("introductions")
    op.drop_table("failures")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drafts_council"))
        batch_op.drop_index(batch_op.f("ix_drafts_contact"))

    op.drop_table("drafts")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_council_origin"))

    op.drop_table("decisions")
    op.drop_table("councils")
    op.drop_table("claims")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_state"))

    op.drop_table("cases")
    op.drop_table("case_words")
    op.drop_table("case_keys")
    op.drop_table("case_clocks")
    op.drop_table("agendas")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_council_origin"))

    op.drop_table("agenda_items")
    with op.batch_alter_table("actions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_actions_council_origin"))

    op.drop_table("actions")
