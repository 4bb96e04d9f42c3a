"""The `radslag` command, given in the tests' own process as an operator gives it."""

import logging
import os
from asyncio import to_thread
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner, Result

from bot.__main__ import app
from tests.site import SECRETS


async def radslag(*words: str | Path, typed: str = "", **environment: str | None) -> Result:
    """Give a command and return what came of it.

    Args:
        typed: what the operator answers, line by line.
        environment: settings of RADSLAG_…, beside the example's secrets; None takes one away.
    """
    surroundings: Mapping[str, str | None] = {**SECRETS, **environment}
    line = [str(word) for word in words]
    return await to_thread(lambda: CliRunner().invoke(app, line, input=typed, env=surroundings))


@pytest.fixture
def operator() -> Iterator[None]:
    """Put back what a command changes in its process: where the log goes, and what files are open to."""
    before, handlers, level = os.umask(0o077), logging.root.handlers[:], logging.root.level
    yield
    os.umask(before)
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level = handlers, level
    logging.captureWarnings(capture=False)
