"""Settings from outside the file, and those that only make sense with others, are told like any other mistake."""

from pathlib import Path

import pytest

from tests.test_settings import SECRETS, L, changed, complaints, file, read

__all__ = ["file"]
MAIL = {
    "RADSLAG_COUNCILS__LINDVASSA__MAIL__HOST": "mail.lindvassa.example",
    "RADSLAG_COUNCILS__LINDVASSA__MAIL__SENDER": "Lindvassa trygghetsråd <trygghet@lindvassa.example>",
}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"SECURITY": "none"},
            'found "none"; expected "starttls" or "tls" (it is allowed for this very machine only)',
        ),
        ({"USER": "radslag"}, "expected both a user and a password, or neither"),
        ({"PASSWORD": "hemligt"}, "expected both a user and a password, or neither"),
    ],
)
def test_a_mail_server_is_not_told_a_secret_in_clear_nor_half_of_one(
    file: Path, more: dict[str, str], told: str
) -> None:
    outside = {f"RADSLAG_COUNCILS__LINDVASSA__MAIL__{name}": value for name, value in more.items()}

    (line,) = complaints(file, environment={**SECRETS, **MAIL, **outside})

    assert line.endswith(told)
    assert "hemligt" not in line


def test_a_mail_server_on_this_very_machine_needs_no_secret(file: Path) -> None:
    here = {"RADSLAG_COUNCILS__LINDVASSA__MAIL__HOST": "localhost"}
    plain = {"RADSLAG_COUNCILS__LINDVASSA__MAIL__SECURITY": "none"}

    mail = read(file, environment={**SECRETS, **MAIL, **here, **plain}).settings.councils["lindvassa"].mail

    assert mail is not None
    assert (mail.host, mail.user, mail.password) == ("localhost", None, None)


def test_the_last_hour_of_posts_comes_after_the_first(file: Path) -> None:
    hours = {
        "RADSLAG_COUNCILS__LINDVASSA__CASE_POSTS__FIRST_HOUR": "18",
        "RADSLAG_COUNCILS__LINDVASSA__CASE_POSTS__LAST_HOUR": "9",
    }

    found = complaints(file, environment={**SECRETS, **hours})

    assert any(line.endswith("found 9; expected 18 (the first hour) or later") for line in found), found


def test_sqlite_is_not_shared_whoever_asks_for_it(file: Path) -> None:
    for word in ("true", "True", "1", "on"):
        (line,) = complaints(file, environment={**SECRETS, "RADSLAG_STORAGE__SHARED": word})
        assert line.endswith("found true with SQLite, which one process works with; expected PostgreSQL in storage.url")

    assert not read(file, environment={**SECRETS, "RADSLAG_STORAGE__SHARED": "false"}).settings.storage.shared


def test_somebody_has_a_vote(file: Path) -> None:
    codes = read(file).settings.councils["lindvassa"].organisations
    none = {f"RADSLAG_COUNCILS__LINDVASSA__ORGANISATIONS__{code}__VOTES": "0" for code in codes}

    found = complaints(file, environment={**SECRETS, **none})

    assert any(line.endswith("no organisation has a vote; expected at least one with votes: 1") for line in found)


def test_a_contact_that_is_no_name_is_told_once_and_the_others_are_looked_at(file: Path) -> None:
    text, _line = changed("contacts: [", "contacts: [5, ")

    found = complaints(file, text)

    assert len(found) == 1
    assert f"{L}.organisations." in found[0]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("BACKUP__RECIPIENT", "age1short", 'expected an age public key such as "age1…" (62 characters)'),
        ("COUNCILS__LINDVASSA__CASE_PREFIX", "tr-1", "expected one to eight capital letters such as TR"),
    ],
)
def test_what_stands_for_a_key_or_a_series_has_its_form(file: Path, name: str, value: str, told: str) -> None:
    (line,) = complaints(file, environment={**SECRETS, f"RADSLAG_{name}": value})

    assert told in line


@pytest.mark.parametrize(
    ("held", "told"),
    [(b"x" * 65537, "more than 64 KiB; this is not a secret"), (b"\xff\xfe\x00", "is not UTF-8 text")],
)
def test_a_file_that_holds_no_secret_is_told_by_its_name(file: Path, tmp_path: Path, held: bytes, told: str) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir(mode=0o700)
    (folder / "master_secret").write_bytes(held)
    (folder / "master_secret").chmod(0o600)

    found = complaints(file, environment={**SECRETS, "CREDENTIALS_DIRECTORY": str(folder)})

    assert any(line.endswith(told) and "master_secret" in line for line in found), found
