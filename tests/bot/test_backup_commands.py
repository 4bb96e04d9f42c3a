"""`radslag backup`, `verify` and `restore` tell an operator what was done, and why where nothing was."""

from pathlib import Path

import pyrage
import pytest

from bot.premises import only_one
from tests.bot.commandline import radslag
from tests.site import Site, settings_in

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("operator"),
    pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True),
]
NOTHING_ELSE = "Copy the set and the keyring to another machine, and let the new keyring replace the old one there."


def config(folder: Path) -> list[str | Path]:
    return ["--config", folder / "config.yaml"]


def is_there(name: str) -> bool:
    return Path(name).exists()


async def backed_up(site: Site) -> Path:
    """Make a set and return its file."""
    done = await radslag("backup", *config(site.folder))
    assert done.exit_code == 0, done.output
    return Path(done.stdout.splitlines()[0])


async def test_a_backup_names_its_files_and_the_sets_whose_keys_have_expired(site: Site) -> None:
    old = await site.make()

    done = await radslag("backup", *config(site.folder))

    file, keyring, *more = done.stdout.splitlines()
    assert done.exit_code == 0
    assert is_there(file)
    assert is_there(keyring)
    assert more == [f"The key of {old.file.name} was destroyed; no copy of that set opens any more.", NOTHING_ELSE]


async def test_a_set_that_can_be_restored_is_told_with_what_it_holds(site: Site) -> None:
    file = await backed_up(site)

    done = await radslag("verify", file, *config(site.folder))

    whole, rows, cases = done.stdout.splitlines()
    assert done.exit_code == 0
    assert whole.startswith(f"{file.name}: whole. Made ")
    assert rows.endswith(" rows, 1 identities.")
    assert cases == "1 cases; the words of 0 were destroyed since and stay unreadable."
    assert not list(file.parent.glob(".verifying-*"))


async def test_a_set_that_was_cut_off_and_one_without_its_keyring_are_refused(site: Site) -> None:
    file = await backed_up(site)
    cut = file.with_name("cut.set")
    cut.write_bytes(file.read_bytes()[:-100])

    refused = await radslag("verify", cut, *config(site.folder))
    keyless = await radslag("verify", file, "--keyring", file.with_name("none"), *config(site.folder))

    for done in (refused, keyless):
        assert done.exit_code == 1
        assert done.stderr.startswith("Not done: ")
        assert len(done.stderr.splitlines()) == 1


async def test_on_another_machine_the_bot_comes_back_and_logs_in_anew(site: Site, tmp_path: Path) -> None:
    file = await backed_up(site)
    new = settings_in(tmp_path / "new")

    done = await radslag("restore", file, *config(tmp_path / "new"))

    assert done.exit_code == 0, done.output
    assert "was there before" not in done.stdout
    assert "lindvassa: logs in as a new device at the next start; the password has to be in the secrets." in done.stdout
    assert done.stdout.endswith("It reads again what was said since the set was made, and repeats no answer.\n")
    assert new.database_file is not None
    assert new.database_file.is_file()


async def test_what_was_there_is_put_aside_and_the_device_kept_unless_it_was_in_other_hands(site: Site) -> None:
    file = await backed_up(site)
    await site.database.close()

    kept = await radslag("restore", file, *config(site.folder))
    anew = await radslag("restore", file, "--new-device", *config(site.folder))

    for done in (kept, anew):
        assert done.exit_code == 0, done.output
        (aside,) = [line for line in done.stdout.splitlines() if line.startswith("What was there before lies in ")]
        assert is_there(aside.removeprefix("What was there before lies in ").partition(". Delete it")[0])
    assert "logs in as a new device" not in kept.stdout
    assert "lindvassa: logs in as a new device" in anew.stdout


async def test_nothing_is_restored_under_a_bot_at_work(site: Site) -> None:
    file = await backed_up(site)
    lock = only_one(site.data)

    done = await radslag("restore", file, *config(site.folder))
    lock.close()

    assert done.exit_code == 75
    assert done.stderr.startswith("Not done: another radslag is running with the data folder ")


async def test_a_set_for_the_operators_own_key_opens_with_that_key_only(site: Site, tmp_path: Path) -> None:
    own = pyrage.x25519.Identity.generate()
    outside = {"RADSLAG_BACKUP__RECIPIENT": str(own.to_public())}
    made = await radslag("backup", *config(site.folder), **outside)
    file = made.stdout.splitlines()[0]
    about, key = tmp_path / "about.txt", tmp_path / "key.txt"
    about.write_text("# public key: age1…\n")
    key.write_text(f"# created: 2026-03-24\n{own}\n")

    line = ["verify", file, *config(site.folder)]
    without = await radslag(*line, **outside)
    empty = await radslag(*line, "--secret-key", about, **outside)
    opened = await radslag(*line, "--secret-key", key, **outside)

    assert (without.exit_code, empty.exit_code, opened.exit_code) == (1, 1, 0)
    assert without.stderr.startswith("Not done: ")
    assert empty.stderr.startswith("Not done: ")
    assert str(own) not in opened.output
