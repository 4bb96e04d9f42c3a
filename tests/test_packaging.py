"""The distribution owns its plain package names alone, and says truly what it needs and where it runs."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import metadata, packages_distributions, requires
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
WORKSHOP = ("bench", "proof", "tests")
"""What works on the program from the repository and is not shipped with it."""
LOCKS = sorted(ROOT.glob("requirements/*.lock"))


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_name_belongs_to_this_distribution_alone(package: str) -> None:
    owners = set(packages_distributions().get(package, ())) - {"radslag"}
    spec = find_spec(package)

    assert owners == set()
    assert spec is not None
    assert spec.origin == str(ROOT / package / "__init__.py")


def test_every_package_of_the_repository_is_shipped() -> None:
    present = {folder.parent.name for folder in ROOT.glob("*/__init__.py")}

    assert {*PACKAGES, *WORKSHOP} == present


def test_coverage_types_and_import_contracts_see_every_package() -> None:
    tools = PROJECT["tool"]

    assert set(tools["coverage"]["run"]["source"]) == set(PACKAGES)
    assert set(tools["mypy"]["files"]) == {*PACKAGES, *WORKSHOP}
    assert set(tools["importlinter"]["root_packages"]) == {*PACKAGES, "bench", "proof"}


def test_the_classifiers_name_every_supported_python_and_forbid_uploading() -> None:
    classifiers = metadata("radslag").get_all("Classifier") or []

    assert "Private :: Do Not Upload" in classifiers
    for minor in (11, 12, 13, 14):
        assert f"Programming Language :: Python :: 3.{minor}" in classifiers


def test_every_library_that_the_code_imports_is_declared() -> None:
    declared = {_plain(Requirement(line).name) for line in requires("radslag") or []}
    owners = _owners()

    foreign = {imported for name in PACKAGES for imported in _imported(name)} - sys.stdlib_module_names - set(PACKAGES)
    missing = {name for name in foreign if not declared & owners.get(name, set())}

    assert missing == set()


def test_what_runs_in_production_is_not_declared_for_tests_only() -> None:
    always = {_plain(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    needed = {name for package in PACKAGES if package != "rehearsal" for name in _imported(package)}
    owners = _owners()

    only_in_tests = {name for name in needed - sys.stdlib_module_names - set(PACKAGES) if not always & owners[name]}

    assert only_in_tests <= {"asyncpg", "pgqueuer", "typst"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_host_and_no_place_on_a_machine(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"--(extra-)?index-url|--find-links|(^|\s)/\w+/", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_pins_every_package_with_its_hashes(lock: Path) -> None:
    pinned = re.split(r"\n(?=\w)", re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))

    assert pinned
    for package in pinned:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", package)
        assert "--hash=sha256:" in package


@cache
def _imported(package: str) -> set[str]:
    """Return the top-level names that a package imports, wherever in its code."""
    names: set[str] = set()
    for path in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names


@cache
def _owners() -> dict[str, set[str]]:
    """Return top-level name -> the distributions that bring it, their names written plainly."""
    return {name: {_plain(owner) for owner in owners} for name, owners in packages_distributions().items()}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
