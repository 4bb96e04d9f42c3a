"""What is fed with anything takes it: a little here, with `python -m tests.fuzzing` for as long as one likes."""

import random

import pytest

from tests.fuzzing import LONGEST_BYTES, TARGETS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_whatever_hypothesis_thinks_of(name: str) -> None:
    TARGETS[name]()


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_random_bytes(name: str) -> None:
    chance = random.Random(name)

    for _ in range(50):
        TARGETS[name].hypothesis.fuzz_one_input(chance.randbytes(chance.randint(0, LONGEST_BYTES)))  # type: ignore[attr-defined]
