"""Calendars in any part of the world are told when the clocks of the council's zone change."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from papers.clock_changes import definition

ZONES = [
    "Europe/Stockholm",
    "Europe/Dublin",
    "Atlantic/Azores",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "UTC",
]
FIRST, LAST = datetime(2026, 1, 3, 17, tzinfo=UTC), datetime(2028, 12, 28, 20, tzinfo=UTC)


@pytest.mark.parametrize("name", ZONES)
def test_another_library_reads_the_same_distance_from_utc_at_every_hour(name: str) -> None:
    written = Calendar()
    written.add_component(definition(name, FIRST, LAST))
    read, zone = tzical(io.StringIO(written.to_ical().decode())).get(name), ZoneInfo(name)
    assert read is not None

    for ahead in range(0, int((LAST - FIRST) / timedelta(hours=1)), 5):
        at = FIRST + timedelta(hours=ahead)
        wall = at.astimezone(zone)
        if (wall + timedelta(hours=2)).utcoffset() == wall.utcoffset() == (wall - timedelta(hours=2)).utcoffset():
            assert wall.replace(tzinfo=read).utcoffset() == wall.utcoffset(), wall


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Europe/Stockholm", {"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"}),
        ("America/New_York", {"FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"}),
        ("Asia/Kolkata", set()),
    ],
)
def test_a_yearly_change_is_told_as_a_rule(name: str, rules: set[str]) -> None:
    lines = definition(name, FIRST, FIRST).to_ical().decode().splitlines()

    found = {frozenset(line.removeprefix("RRULE:").split(";")) for line in lines if line.startswith("RRULE:")}
    assert found == {frozenset(rule.split(";")) for rule in rules}
