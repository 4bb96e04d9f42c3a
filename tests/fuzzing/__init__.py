"""What is fed with anything at all: each target is a property of Hypothesis, which turns bytes into input.

A fuzzer that follows coverage can drive `TARGETS[name].hypothesis.fuzz_one_input` as well.
"""

from collections.abc import Callable

from hypothesis import HealthCheck, settings

from tests.fuzzing.asked import requests
from tests.fuzzing.kept import keyrings, sets
from tests.fuzzing.sent import events, syncs
from tests.fuzzing.typed import commands, configuration, dates, rendering

LONGEST_BYTES = 4096
TARGETS: dict[str, Callable[..., None]] = {
    each.__name__: settings(database=None, deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))(
        each
    )
    for each in (commands, dates, rendering, configuration, events, syncs, requests, sets, keyrings)
}
