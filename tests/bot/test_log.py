"""The log says what happened and where; never what was written, by whom, or with which secret."""

import ast
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot import log

ROOT = Path(__file__).parent.parent.parent
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    with warnings.catch_warnings():
        yield
    logging.captureWarnings(capture=False)
    logging.root.handlers[:], logging.root.level = handlers, level
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_is_json_with_its_time_and_level(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up()

    structlog.get_logger().warning("not sent yet", place="council", seconds=5)

    (line,) = lines(capsys)
    assert str(line.pop("timestamp")).endswith("Z")
    assert line == {"event": "not sent yet", "level": "warning", "place": "council", "seconds": 5}


@pytest.mark.parametrize(
    "revealing",
    [
        "@anna:lindvassa.example",
        "!abc:lindvassa.example",
        "$event:lindvassa.example",
        "syt_YW5uYQ_abcdefgh_123",
        "k" * 43,
    ],
)
def test_what_reveals_somebody_is_taken_out_of_an_allowed_fact(
    revealing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    log.set_up()

    structlog.get_logger().info("given up", reason=f"forbidden for {revealing} here")

    assert lines(capsys)[0]["reason"] == "forbidden for … here"


@pytest.mark.parametrize("fact", ["body", "text", "args", "sender", "user_id", "password", "token", "room_id"])
def test_a_fact_that_is_not_on_the_list_is_left_out(fact: str, capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up()

    structlog.get_logger().info("heard", **{fact: "hemligt"})

    assert fact not in lines(capsys)[0]


def test_of_other_libraries_only_the_place_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    log.set_up()

    logging.getLogger("some.library").error("could not read %s", "hemligt")

    (line,) = lines(capsys)
    assert line["library"] == "some.library"
    assert line["level"] == "error"
    assert "hemligt" not in json.dumps(line)


def test_every_fact_that_the_code_logs_is_on_the_list() -> None:
    logged = {
        (str(path.relative_to(ROOT)), keyword.arg)
        for package in ("bot", "storage", "commands")
        for path in (ROOT / package).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in LEVELS
        for keyword in call.keywords
    }

    assert {(path, fact) for path, fact in logged if fact not in log.FACTS} == set()


def test_a_line_that_cannot_be_written_does_not_end_the_process_that_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _line: str) -> int:
            raise OSError(28, "no space left")

        def flush(self) -> None:
            raise OSError(28, "no space left")

    monkeypatch.setattr("sys.stderr", Full())
    log.set_up()

    structlog.get_logger().error("database failing", error="OperationalError", what="relay")
