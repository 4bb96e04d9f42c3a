"""Whether a thing may have been said already, so that its room is read before it is said again."""

from datetime import datetime, timedelta

from storage.backup_keys import READ_BACK_SINCE_RESTORED, Restoration

READ_BACK_AFTER = timedelta(hours=12)
"""A homeserver forgets transaction IDs after about 24 hours; well before, the room itself is asked."""
READABLE_BACK = frozenset({"post", "edit", "thread", "link", "poll", "poll-end", "file"})
MARGIN = timedelta(minutes=10)
"""Clocks differ."""


def maybe_said_since(act: str, queued_at: datetime, restored: Restoration | None, now: datetime) -> datetime | None:
    """Return from when on the room has to be read to see whether it was said; None if it surely was not.

    Args:
        act: what is to be done; what cannot be found in a room may be done twice without harm.
        restored: when the records were last restored, if ever.
    """
    if act not in READABLE_BACK:
        return None
    if restored and now - restored.at < READ_BACK_SINCE_RESTORED:
        return min(queued_at, restored.made_at) - MARGIN
    return queued_at - MARGIN if now - queued_at > READ_BACK_AFTER else None
