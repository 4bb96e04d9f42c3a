"""What runs is what was installed: R32."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ("bot", "commands", "council", "locales", "papers", "storage", "web")
FETCHES = frozenset({"pip", "ensurepip", "urllib.request", "http.client", "ftplib", "requests", "zipimport", "runpy"})
RUNS = frozenset({"exec", "eval", "compile", "__import__"})
SOURCES = sorted(file for package in SHIPPED for file in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("package", SHIPPED)
def test_nothing_is_installed_or_loaded_from_elsewhere_while_the_bot_runs(package: str) -> None:
    found: list[str] = []
    for file in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [f"{file}: {name.name}" for name in node.names if name.name in FETCHES]
            elif isinstance(node, ast.ImportFrom):
                found += [f"{file}: {node.module}"] if node.module in FETCHES else []
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS:
                found.append(f"{file}: {node.func.id}")

    assert found == []


def test_the_search_looks_at_what_is_shipped() -> None:
    assert len(SOURCES) > 100
