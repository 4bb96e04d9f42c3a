"""Whoever builds a version gets the same bytes as everybody else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_built_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    built: list[bytes] = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=100)
        [wheel] = folder.glob("*.whl")
        built.append(wheel.read_bytes())

    assert built[0] == built[1]
