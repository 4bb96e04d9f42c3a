"""An audit that could not ask never looks like one that found nothing."""

from pathlib import Path

import pytest

from tests.audit import NONE_KNOWN, NOT_FOUND_OUT, SOME_KNOWN, main, verdict

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
WEAK = {"name": "pycrypto", "version": "2.6.1", "vulns": [{"id": "PYSEC-2018-97"}]}
UNASKED = {"name": "aiofiles", "skip_reason": "Dependency not found on PyPI and could not be audited"}


@pytest.mark.parametrize(
    ("report", "code", "words"),
    [
        ({"dependencies": [SOUND]}, NONE_KNOWN, "No weakness is known of any of 1 packages."),
        ({"dependencies": [SOUND, WEAK]}, SOME_KNOWN, "WEAKNESSES KNOWN:\npycrypto 2.6.1: PYSEC-2018-97"),
        ({"dependencies": [SOUND, UNASKED]}, NOT_FOUND_OUT, "NOT AUDITED.\nThe list of known"),
        ({"dependencies": [WEAK, UNASKED]}, SOME_KNOWN, "WEAKNESSES KNOWN:\npycrypto 2.6.1: PYSEC-2018-97\nThe list"),
        ({"dependencies": []}, NOT_FOUND_OUT, "NOT AUDITED: "),
        (None, NOT_FOUND_OUT, "NOT AUDITED: "),
    ],
)
def test_a_report_comes_to_a_code_and_a_sentence(report: dict[str, object] | None, code: int, words: str) -> None:
    found, said = verdict(report)

    assert found == code
    assert said.startswith(words)


def test_a_tool_that_fails_is_no_good_news_and_neither_is_what_it_said_before(tmp_path: Path) -> None:
    old = tmp_path / "audit.json"
    old.write_text('{"dependencies": [{"name": "jinja2", "version": "3.1.6", "vulns": []}]}')

    assert main("false", "requirements/lint.lock", old) == NOT_FOUND_OUT
