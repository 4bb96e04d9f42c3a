"""A pytest plugin: collects the tests once, then tries every fault in a process forked from there.

Each fault meets the tests that come through its function, the quickest first, until one of them fails. A fault that
keeps a test from ending is stopped by its processor time.
"""

import gc
import json
import os
import resource
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

NOTICED, MISSED, UNTRIED = "noticed", "not noticed", "no test comes here"
# A fault that every test so far has overlooked is given up when this many seconds of tests have been asked.
PATIENCE_SECONDS = 3.0
# What tests that end may take of the processor: so many times what they took before, and so many seconds.
TIMES, SECONDS = 10, 10
MEMORY_BYTES = 6 * 1024**3

# Each test, by its name and its file: what it takes, and the functions it comes through; none if it fails by itself.
Watched = dict[str, tuple[float, list[str]]]

# Faults are found, not explained: the same examples every time, and no search for a smaller one.
settings.register_profile(
    "mutation",
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

_failed: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember which tests failed in this process."""
    if report.failed:
        _failed.append(report.nodeid)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Watch each test once, try the faults that the file FAULTS names, and write what became of them beside it."""
    if session.testsfailed:
        raise session.Failed(f"{session.testsfailed} test files could not be read")
    file = Path(os.environ["FAULTS"])
    tests = _by_function(session.items, file.with_suffix(".watched"))
    gc.freeze()
    found = {}
    for name in json.loads(file.read_text()):
        found[name] = _try(name, tests[mangled_name_from_mutant_name(name)])
        file.with_suffix(".found").write_text(json.dumps(found, indent=0))
    return True


def _by_function(items: list[pytest.Item], kept: Path) -> dict[str, list[tuple[float, pytest.Item]]]:
    """The tests that come through each function, the quickest first, with the seconds they take."""
    known: Watched = json.loads(kept.read_text()) if kept.exists() else {}
    keys = {f"{item.nodeid} {zlib.crc32(item.path.read_bytes())}": item for item in items}
    new = {key: item for key, item in keys.items() if key not in known}
    if new:
        _in_child(lambda: kept.write_text(json.dumps(known | dict(_watch(new)))))
        known = json.loads(kept.read_text())
    tests = defaultdict(list)
    for key, item in sorted(keys.items(), key=lambda each: known[each[0]][0]):
        seconds, functions = known[key]
        for function in functions:
            tests[function].append((seconds, item))
    return tests


def _watch(new: dict[str, pytest.Item]) -> Iterator[tuple[str, tuple[float, list[str]]]]:
    set_mutant_under_test("stats")
    for (key, item), following in zip(new.items(), [*list(new.values())[1:], None], strict=True):
        _failed.clear()
        state()._stats.clear()
        began = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        yield key, (time.process_time() - began, [] if _failed else sorted(state()._stats))


def _try(name: str, tests: list[tuple[float, pytest.Item]]) -> str:
    asked: list[pytest.Item] = []
    seconds = 0.0
    for takes, item in tests:
        if asked and seconds + takes > PATIENCE_SECONDS:
            break
        asked.append(item)
        seconds += takes
    if not asked:
        return UNTRIED
    return NOTICED if _in_child(lambda: _is_noticed(name, asked), int(TIMES * seconds) + SECONDS) else MISSED


def _is_noticed(name: str, asked: list[pytest.Item]) -> bool:
    set_mutant_under_test(name)
    for item, following in zip(asked, [*asked[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if _failed:
            return True
    return False


def _in_child(work: Callable[[], object], cpu_seconds: int = resource.RLIM_INFINITY) -> bool:
    """Do something in a process of its own; whether it said yes, broke down or did not come to an end."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    said: object = True
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        said = work()
    finally:
        os._exit(bool(said))
