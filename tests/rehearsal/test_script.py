"""The month as data: complete, without loose ends, and in step with the calendar."""

from collections import Counter
from datetime import date, timedelta
from string import Formatter

import pytest
import yaml

from council.calendar import working_day_after
from rehearsal.cast import APRIL, Cast, read_cast
from rehearsal.script import Script, read_capabilities, read_script
from rehearsal.wording import ZONE, fill, next_slot, read_moment


@pytest.fixture(scope="module")
def cast() -> Cast:
    return read_cast()


@pytest.fixture(scope="module")
def script() -> Script:
    return read_script()


def test_nine_organisations_vote_and_three_are_co_opted(cast: Cast) -> None:
    assert Counter(each["votes"] for each in cast.organisations.values()) == {1: 9, 0: 3}


def test_every_organisation_has_a_contact(cast: Cast) -> None:
    represented = {each.organisation for each in cast.people.values() if "contact" in each.roles}

    assert represented == set(cast.organisations)


def test_twenty_five_residents_turn_to_the_council(cast: Cast, script: Script) -> None:
    opened = [scene.who for scene in script.scenes if scene.deed == "opens_chat"]

    assert len(opened) == len(set(opened)) == 25
    assert all(cast.people[who or ""].is_resident for who in opened)


def test_everybody_and_every_room_that_the_script_names_exists(cast: Cast, script: Script) -> None:
    for scene in script.scenes:
        assert scene.who is None or cast.people[scene.who].plays, scene
        assert scene.place is None or scene.place in cast.rooms, scene
    for post in script.expected:
        assert post.place in cast.rooms or post.place in cast.people, post


def test_every_label_that_is_referred_to_is_set(script: Script) -> None:
    labels = {scene.label for scene in script.scenes} | {post.label for post in script.expected}

    assert {scene.target for scene in script.scenes if scene.target} <= labels


def test_every_expected_post_is_written_in_swedish_and_english_or_in_the_residents_own_language(
    script: Script,
) -> None:
    for post in script.expected:
        assert {"sv", "en"} <= set(post.text) or set(post.text) == {"fi"}, post


def test_no_placeholder_is_left_unfilled(script: Script) -> None:
    texts = [text for post in script.expected for text in post.text.values()]
    texts += [text for scene in script.scenes for text in scene.text.values()]

    assert not [text for text in texts if any(name is not None for _, name, _, _ in Formatter().parse(text))]


def test_every_capability_that_exists_is_needed_by_something(script: Script) -> None:
    needed = frozenset().union(*(post.needs for post in script.expected))

    assert read_capabilities() <= needed


def test_without_capabilities_nothing_is_played_and_everything_is_still_counted(script: Script) -> None:
    assert script.playable(frozenset()).expected == ()
    assert len(script.expected) > 250


def test_the_dates_that_residents_are_promised_are_two_and_ten_working_days_away() -> None:
    rows = yaml.safe_load((APRIL / "concerns.yaml").read_text())["rows"]

    for row in rows:
        received = read_moment(row["at"]).date()
        assert row["triage_by"] == working_day_after(received, 2), row["k"]
        assert row["answer_by"] == working_day_after(received, 10), row["k"]


def test_the_agenda_fills_two_hours_with_the_standing_items() -> None:
    rows = yaml.safe_load((APRIL / "agenda.yaml").read_text())["rows"]
    standing_minutes = 5 + 5 + 10 + 10 + 10 + 10 + 15 + 3

    assert standing_minutes + sum(int(row["minutes"]) for row in rows) == 120


def test_days_are_named_in_each_language() -> None:
    fact = {"day": read_moment("2026-03-31 12:00"), "name": {"sv": "polisen", "en": "police"}}

    assert fill("{name}, {day:day}", fact, "sv") == "polisen, tisdag 31 mars"
    assert fill("{name}, {day:day}", fact, "en") == "police, Tuesday 31 March"


@pytest.mark.parametrize(
    ("moment", "slot"),
    [
        ("2026-03-16 10:00", "2026-03-16 11:00"),
        ("2026-03-16 10:05", "2026-03-16 11:00"),
        ("2026-03-16 20:01", "2026-03-17 08:00"),
        ("2026-03-16 03:20", "2026-03-16 08:00"),
    ],
)
def test_posts_about_cases_go_out_on_the_hour_between_eight_and_twenty(moment: str, slot: str) -> None:
    assert next_slot(read_moment(moment)) == read_moment(slot)


def test_a_day_without_a_time_means_ten_in_the_morning_of_the_district() -> None:
    assert read_moment(date(2026, 3, 30)).astimezone(ZONE).utcoffset() == timedelta(hours=2)
    assert read_moment("2026-03-27").hour == 10
