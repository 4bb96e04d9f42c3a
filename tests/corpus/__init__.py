"""Cases as data: one JSON object a line, each with an id, what is put in and what is to come of it."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent


def cases(name: str) -> list[Any]:
    """Return the cases of a file, each as a parameter named by its id."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    return [pytest.param(case, id=case["id"]) for case in map(json.loads, filter(None, lines))]
