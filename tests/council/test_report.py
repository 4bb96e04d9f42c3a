"""The monthly picture in lines and in pictures: exact for the council, small counts hidden from the public."""

from datetime import date

from council.digest import Digest, Ratio, Summary, digest, in_public
from council.people import Direct
from council.picturing import MOST_CATEGORIES, answers, charts, concerns
from council.promise import Tally
from council.report import council_lines, public_lines, summary_lines
from council.share import Share
from council.steps import State
from council.text import Sharing
from tests.council.evening import BEGAN, ORGANISATIONS
from tests.council.evening import cases as small
from tests.council.expectations import is_as_expected, told
from tests.council.month import ZONE, cases, moment

MEETING = moment("04-09T18:00")
SPAN = (date(2026, 3, 13), date(2026, 4, 9))
PROMISES = Tally(2, 1, 1)


def april() -> Digest:
    return digest(cases(MEETING), referred=2, now=MEETING, zone=ZONE)


def label(number: int) -> str:
    return f"TR-2026-{number:04d}"


def test_the_councils_digest_of_april_reads_as_expected() -> None:
    eve = moment("04-08T09:00")

    assert is_as_expected("digest-council", council_lines(april(), PROMISES, *SPAN, label))
    assert is_as_expected("digest-council-eve", council_lines(digest(cases(eve), 2, eve, ZONE), PROMISES, *SPAN, label))


def test_the_public_digest_of_april_reads_as_expected() -> None:
    assert is_as_expected("digest-public", public_lines(in_public(april()), PROMISES, *SPAN))


def test_a_digest_of_nothing_has_no_line_that_counts_nothing() -> None:
    empty = digest([], referred=0, now=MEETING, zone=ZONE)

    assert is_as_expected("digest-empty", council_lines(empty, Tally(0, 0, 0), *SPAN, label))
    assert is_as_expected("digest-empty-public", public_lines(in_public(empty), Tally(0, 0, 0), *SPAN))


def test_a_median_that_ends_in_a_half_is_told_with_its_half_and_businesses_are_counted_apart() -> None:
    figures = Digest(9, 0, {State.CLOSED: 9}, Ratio(9, 9), 0, Ratio(9, 9), 4.5, 0, (), {"": 9}, {"sv": 9}, 6)

    assert is_as_expected("digest-half", council_lines(figures, PROMISES, *SPAN, label))
    assert is_as_expected("digest-half-public", public_lines(in_public(figures), PROMISES, *SPAN))


def test_the_summary_of_what_was_shared_names_each_source_and_tells_each_post_in_one_line() -> None:
    posts = (
        Share(1, BEGAN, "@p:x", "POL", Sharing.OPEN, "Inga\nbilbränder  alls."),
        Share(2, BEGAN, "@s:x", "SDF", Sharing.OPEN, "Lamporna lagas."),
        Share(3, BEGAN, "@t:x", None, Sharing.OPEN, "Från sekreteraren."),
        Share(4, BEGAN, "@t:x", "GONE", Sharing.OPEN, "Från någon som slutat."),
    )
    owners = {each.code: each for each in ORGANISATIONS}

    found = summary_lines(Summary(posts, {"POL": 1, "SDF": 1, None: 1, "GONE": 1}), owners, *SPAN)

    assert is_as_expected("summary", found)
    assert is_as_expected("summary-nothing", summary_lines(Summary((), {}), owners, *SPAN))


def test_the_pictures_of_april_are_the_ones_expected() -> None:
    month = cases(MEETING)

    drawn = charts(Direct("@a:x"), concerns(month, ZONE), answers(month, ZONE), PROMISES, *SPAN)

    assert is_as_expected("charts", drawn)


def test_only_the_last_months_are_told_apart_and_what_came_before_counts_with_the_first_of_them() -> None:
    found = concerns(small().values(), ZONE)

    assert "\n".join(told(found)).count("2026") <= 3
    assert sum(sum(counts) for counts in found.categories.values()) == len(small())


def test_there_is_no_picture_of_what_there_is_nothing_of() -> None:
    assert charts(Direct("@a:x"), concerns([], ZONE), answers([], ZONE), Tally(0, 0, 0), *SPAN) == []
    for tally in (Tally(1, 0, 0), Tally(0, 1, 0), Tally(0, 0, 1)):
        assert len(charts(Direct("@a:x"), concerns([], ZONE), (), tally, *SPAN)) == 1


def test_more_categories_than_a_phone_can_show_are_one_line_of_text() -> None:
    month = cases(MEETING)
    found = concerns(month, ZONE)
    assert len(found.categories) > MOST_CATEGORIES

    bars = charts(Direct("@a:x"), found, (), Tally(0, 0, 0), *SPAN)[0].bars

    assert len(bars) == MOST_CATEGORIES + 1
