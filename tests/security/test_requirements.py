"""Each security requirement is held by tests that are there, or says why not."""

from pathlib import Path

import pytest
import yaml

TESTS = Path(__file__).parent.parent
TABLE = yaml.safe_load((Path(__file__).parent / "requirements.yaml").read_text(encoding="utf-8"))


def test_every_requirement_is_in_the_table() -> None:
    assert list(TABLE) == [f"R{number}" for number in range(1, 33)]


@pytest.mark.parametrize("number", TABLE)
def test_a_requirement_names_tests_that_are_there(number: str) -> None:
    requirement = TABLE[number]

    assert requirement["says"]
    assert requirement["tests"] or requirement["reason"]
    for named in requirement["tests"]:
        file, _, test = named.partition("::")
        assert (TESTS / file).exists(), named
        if test:
            assert f"def {test}" in (TESTS / file).read_text(encoding="utf-8"), named
