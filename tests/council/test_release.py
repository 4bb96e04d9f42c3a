"""A case becomes public by its first release, and again by the first after it was taken back."""

from datetime import UTC, datetime, timedelta

from council.release import Release, published

NOON = datetime(2026, 4, 7, 10, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_later_version_of_what_is_public_is_no_new_publication() -> None:
    first = Release(1, 1, NOON, 1)
    newer = Release(1, 2, NOON + DAY, 2, withdrawn_at=NOON + 2 * DAY)
    again = Release(1, 3, NOON + 3 * DAY, 3)
    other = Release(2, 1, NOON, 1)

    assert published([first, newer, again, other]) == [first, again, other]
    assert published([]) == []
