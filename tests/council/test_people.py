"""An organisation is meant by any of its names; two texts that say the same are one."""

import pytest

from council.people import Organisation
from council.text import Text, Words

BOE = Organisation(
    "BOE", {"sv": "Boendeföreningen", "en": "the residents' association"}, short={"sv": "boende", "en": "The residents"}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("boendeföreningen", True),
        ("BOENDEFÖRENINGEN", True),
        ("residents' association", True),
        ("boende", True),
        ("Residents", True),
        ("the residents", False),
        ("BOE", False),
        ("", False),
    ],
)
def test_an_organisation_is_meant_by_its_names_without_the_article(typed: str, *, meant: bool) -> None:
    assert BOE.is_called(typed) == meant


def test_an_organisation_goes_by_its_short_name_where_it_has_one() -> None:
    half = Organisation("X", {"sv": "x-et", "en": "the x"}, short={"sv": "x"})

    assert [BOE.in_short().name(language) for language in ("sv", "en", "fi")] == ["boende", "The residents", "boende"]
    assert [half.in_short().name(language) for language in ("sv", "en")] == ["x", "the x"]
    assert Organisation("Y", {}).name("sv") == "Y"


def test_texts_that_say_the_same_count_once() -> None:
    texts = [Text("a", x=Words("1"), y=2), Text("a", y=2, x=Words("1")), Text("b", x=Words("1"), y=2), Text("a")]

    assert len(set(texts)) == 3
    assert len({hash(each) for each in texts}) == 3
