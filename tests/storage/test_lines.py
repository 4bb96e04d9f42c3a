"""Lines are kept without a language, and come back as they were."""

import json
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from council.people import Organisation
from council.text import Heading, Item, Quote, Text, Words
from storage.lines import read, written

moments = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis wants bounds without a zone
organisations = st.builds(
    Organisation,
    st.text(max_size=5),
    st.dictionaries(st.sampled_from(["sv", "en"]), st.text(max_size=9)),
    st.integers(0, 1),
)
plain = st.one_of(st.text(), st.text().map(Words), st.integers(), st.dates(), moments, st.times(), organisations)
keys = st.sampled_from(["a", "b-c", "minutes-item"])
simple = st.builds(lambda key, facts: Text(key, **facts), keys, st.dictionaries(st.sampled_from("xyz"), plain))
texts = st.builds(
    lambda key, facts: Text(key, **facts),
    keys,
    st.dictionaries(st.sampled_from("xyz"), st.one_of(plain, simple, st.lists(simple, max_size=3).map(tuple))),
)
lines = st.lists(st.one_of(texts, texts.map(Heading), texts.map(Item), st.text().map(Words).map(Quote)), max_size=5)


@given(lines)
def test_what_is_written_is_read_again(said: list[Text | Heading | Item | Quote]) -> None:
    again = read(json.loads(json.dumps(written(said))))

    assert again == tuple(said)


def test_kinds_of_fact_are_kept_apart() -> None:
    facts = {
        "at": datetime(2026, 4, 9, 16, tzinfo=UTC),
        "day": date(2026, 4, 9),
        "clock": time(18),
        "words": Words("*x*"),
    }

    (again,) = read(json.loads(json.dumps(written([Text("a", **facts)]))))  # type: ignore[arg-type]

    assert isinstance(again, Text)
    assert {name: type(fact) for name, fact in again.facts.items()} == {
        name: type(fact) for name, fact in facts.items()
    }
