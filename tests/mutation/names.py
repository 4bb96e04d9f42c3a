"""A pytest plugin: gives each test the attribute under which mutmut 3.8 looks for its name; pytest 9.1 has another."""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name every test as mutmut expects it."""
    for item in items:
        item._nodeid = item.nodeid  # type: ignore[attr-defined]
