"""The verdict tells a missing post from a second one, and from one that nobody foresaw."""

from datetime import datetime, timedelta

from rehearsal.script import Expected
from rehearsal.verdict import Heard, differences, judge
from rehearsal.wording import ZONE

NOON = datetime(2026, 3, 31, 12, 0, tzinfo=ZONE)
NOTICE = Expected(NOON, "open", {"sv": "Kallelse. 15 punkter, 120 minuter.", "en": "Notice. 15 items, 120 minutes."})


def heard(text: str = "Kallelse. 15 punkter, 120 minuter.", at: datetime = NOON, place: str = "open") -> Heard:
    return Heard(at, place, (text,), event_id=f"${text}{at}{place}")


def test_a_post_as_expected_is_seen() -> None:
    verdict = judge([NOTICE], [heard()])

    assert verdict.is_clean
    assert [pair[0] for pair in verdict.seen] == [NOTICE]


def test_line_breaks_and_invisible_characters_make_no_difference() -> None:
    assert judge([NOTICE], [heard("Kallelse.\n\n\u206815 punkter\u2069, 120 minuter.")]).is_clean


def test_a_post_of_another_minute_or_another_room_is_missing_and_unforeseen() -> None:
    for other in (heard(at=NOON + timedelta(minutes=1)), heard(place="council")):
        verdict = judge([NOTICE], [other])

        assert verdict.missing == (NOTICE,)
        assert verdict.doubled == ()
        assert verdict.unexpected == (other,)


def test_a_post_made_twice_is_told() -> None:
    again = heard(at=NOON + timedelta(hours=1))

    verdict = judge([NOTICE], [heard(), again])

    assert verdict.doubled == (again,)
    assert not verdict.is_clean


def test_two_expectations_of_the_same_text_want_two_posts() -> None:
    verdict = judge([NOTICE, NOTICE], [heard()])

    assert len(verdict.seen) == 1
    assert len(verdict.missing) == 1


def test_the_more_exactly_worded_expectation_chooses_first() -> None:
    vague = Expected(NOON, "open", {"sv": "[...]punkter[...]"})
    other = heard("Det finns 3 punkter i kön.")

    verdict = judge([vague, NOTICE], [heard(), other])

    assert verdict.is_clean


def test_an_earlier_version_of_an_edited_post_counts() -> None:
    edited = Heard(NOON, "open", ("Kallelse. 15 punkter, 120 minuter.", "Kallelse. 16 punkter."))

    assert judge([NOTICE], [edited]).is_clean


def test_what_is_read_in_english_is_compared_with_the_english_text() -> None:
    english = Heard(NOON, "open", ("Notice. 15 items, 120 minutes.",), language="en")

    assert judge([NOTICE], [english]).is_clean


def test_the_differences_name_what_was_said_instead() -> None:
    said = heard("Kallelse. 14 punkter, 117 minuter.")

    told = "\n".join(differences(judge([NOTICE], [said]), [said], "sv"))

    assert "MISSING   tisdag 31 mars kl. 12.00, open" in told
    assert "expected: Kallelse. 15 punkter, 120 minuter." in told
    assert "nearest:  Kallelse. 14 punkter, 117 minuter." in told
    assert "UNFORESEEN tisdag 31 mars kl. 12.00, open" in told
