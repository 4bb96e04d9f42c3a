"""A backup set holds all of it, opens for nobody else, forgets what was destroyed since, and comes back as it was."""

import asyncio
import fcntl
import json
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest
from pydantic import SecretStr
from sqlalchemy import delete

from bot.matrix.client import STORE_NAME
from bot.matrix.identity_file import FILE_NAME
from bot.matrix.login import LOGIN_NAME
from bot.premises import AlreadyRunning, only_one
from bot.relay import Relay
from bot.sets.keyring import LOCK_NAME, Keyring
from bot.sets.making import make_set, renew_keyring
from bot.sets.opening import Unsound, open_set
from bot.sets.restoring import restore
from bot.sets.sealing import NotOpened, new_key, open_file, seal_file
from council.passage import Kind
from council.text import Refusal
from storage.backup_keys import Restoration, RestorationRow, last_restoration, note_other_device
from storage.database import Database
from tests.bot.test_relay import Server
from tests.fuzzing.kept import packed
from tests.site import MASTER, ROOT, SECRETS, VAULT, WORDS, Site, settings_in
from tests.town import ANNA, CHARTER, Town

pytestmark = pytest.mark.slow


async def test_a_set_holds_the_records_and_the_identity_and_nothing_that_must_stay(site: Site) -> None:
    made = await site.make()

    opened = await site.verify(made)

    assert set(opened.manifest.files) == {"radslag.db", "settings.json", f"lindvassa/{FILE_NAME}"}
    assert (opened.cases, opened.unreadable) == (1, 0)
    assert opened.manifest.tables["case_keys"] == opened.manifest.tables["backup_keys"] == 0
    kept = (opened.folder / "settings.json").read_text()
    assert MASTER not in kept
    assert "hemligt" not in kept
    assert (made.file.stat().st_mode & 0o777, made.file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [each.name for each in made.file.parent.iterdir() if each.name.startswith(".")] == []


async def test_what_is_restored_is_what_was_there(site: Site, tmp_path: Path) -> None:
    made = await site.make()
    new = settings_in(tmp_path / "another machine")

    done = await restore(new, made.file, site.keyring(made), site.town.clock.now(), afresh=False)

    assert done.new_devices == ["lindvassa"]
    assert (new.data_dir / "lindvassa" / FILE_NAME).read_text() == json.dumps(f"the {FILE_NAME}")
    assert not (new.data_dir / "lindvassa" / STORE_NAME).exists()
    assert not (new.data_dir / "lindvassa" / LOGIN_NAME).exists()
    database = Database(new.database_url, VAULT)
    async with database.work("lindvassa") as work:
        told = await work.passages.latest(31, Kind.TELLING)
        assert told is not None
        assert told.words == WORDS
        assert await work.reporters.of(31) == [ANNA]
        assert await work.journal.faults() == []
        restored = await last_restoration(work.session)
        assert restored is not None
        assert restored.made_at == site.town.clock.now()
    assert await Town(database, CHARTER).hears() == await site.town.hears() != []
    await database.close()


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("afresh", [False, True])
async def test_records_restored_in_place_leave_a_device_that_still_works_unless_told_otherwise(
    site: Site, *, afresh: bool
) -> None:
    made = await site.make()
    await site.town.says(ANNA, "!concern Something after the backup")
    await site.database.close()

    done = await restore(site.settings, made.file, site.keyring(made), site.town.clock.now(), afresh=afresh)

    assert (site.data / "lindvassa" / STORE_NAME).exists() is not afresh
    assert list(done.new_devices) == (["lindvassa"] if afresh else [])
    assert done.put_aside is not None
    assert done.put_aside.stat().st_mode & 0o777 == 0o600
    async with site.database.work("lindvassa") as work:
        assert [case.number for case in await work.cases.all()] == [31]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_nothing_is_restored_while_the_bot_is_at_work(site: Site) -> None:
    made = await site.make()
    lock = only_one(site.data)

    with pytest.raises(AlreadyRunning):
        await restore(site.settings, made.file, site.keyring(made), site.town.clock.now(), afresh=True)

    lock.close()
    assert (site.data / "lindvassa" / STORE_NAME).exists()


async def test_words_destroyed_since_are_in_no_set_for_whoever_keeps_only_the_newest_keyring(site: Site) -> None:
    old = await site.make()
    async with site.database.work("lindvassa") as work:
        await work.case_keys.destroy(31)
    site.town.clock.time += timedelta(days=1)
    await site.make()

    opened = await site.verify(old)

    assert (opened.cases, opened.unreadable) == (1, 1)
    records = Database(f"sqlite:///{opened.records}", VAULT)
    with pytest.raises(Refusal, match="case-words-gone"):
        async with records.work("lindvassa") as work:
            await work.passages.latest(31, Kind.TELLING)
    await records.close()


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_case_destroyed_while_a_set_is_being_made_is_in_no_keyring(site: Site) -> None:
    def told(what: str) -> None:
        if what == "sealing the set":
            with closing(sqlite3.connect(site.data / "radslag.db")) as database:
                database.execute("DELETE FROM case_keys")
                database.commit()

    made = await make_set(site.settings, site.town.clock.now(), told)

    assert site.keyring(made).cases == []
    opened = await site.verify(made)
    assert (opened.cases, opened.unreadable) == (1, 1)


async def test_of_two_who_write_the_keyring_the_later_has_read_what_the_earlier_left(site: Site) -> None:
    made = await site.make()
    with (made.keyring.parent / LOCK_NAME).open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        waiting = asyncio.create_task(renew_keyring(site.settings, site.database, site.town.clock.now()))
        await asyncio.wait([waiting], timeout=0.05)
        async with site.database.work("lindvassa") as work:
            await work.case_keys.destroy(31)
        assert not waiting.done()
    await waiting

    assert site.keyring(made).cases == []
    assert made.file.name in site.keyring(made).sets


async def test_the_key_of_a_set_past_its_time_is_destroyed_and_with_it_every_copy(site: Site, tmp_path: Path) -> None:
    old = await site.make()
    elsewhere = shutil.copy(old.file, tmp_path / old.file.name)
    site.town.clock.time += timedelta(days=31)

    new = await site.make()

    assert new.expired == (old.file.name,)
    assert not old.file.exists()
    with pytest.raises(NotOpened, match="the keyring has no key"):
        await open_set(Path(elsewhere), site.keyring(new), tmp_path, VAULT)
    assert (await site.verify(new)).cases == 1


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_with_a_recipient_only_the_secret_key_opens_the_keyring(site: Site) -> None:
    secret = new_key()
    public = str(pyrage.x25519.Identity.from_str(secret).to_public())
    site.settings = settings_in(site.folder, RADSLAG_BACKUP__RECIPIENT=public)

    made = await site.make()

    with pytest.raises(NotOpened):
        Keyring.read(made.keyring, None, VAULT)
    with pytest.raises(NotOpened):
        Keyring.read(made.keyring, new_key(), VAULT)
    assert list(Keyring.read(made.keyring, secret, VAULT).sets) == [made.file.name]


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("stowaway", "says"),
    [
        (f"lindvassa/{STORE_NAME}", "holds an encryption store"),
        (f"lindvassa/{LOGIN_NAME}", "holds an encryption store"),
        ("../radslag.db", "belongs into none"),
        ("/etc/cron.d/radslag", "belongs into none"),
        ("notes.txt", "belongs into none"),
    ],
)
async def test_a_set_that_holds_what_it_must_not_is_refused(site: Site, stowaway: str, says: str) -> None:
    made = await site.make()
    key = site.keyring(made).sets[made.file.name]
    open_file(made.file, site.folder / "set.tar", key)
    (site.folder / "file").write_text("anything")
    with tarfile.open(site.folder / "set.tar", "a") as archive:
        archive.add(site.folder / "file", stowaway)
        archive.getmember(stowaway.lstrip("/")).name = stowaway
    seal_file(site.folder / "set.tar", made.file, key)

    with pytest.raises(Unsound, match=says):
        await restore(site.settings, made.file, site.keyring(made), site.town.clock.now(), afresh=True)

    assert (site.data / "lindvassa" / STORE_NAME).exists()


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_records_changed_inside_a_set_are_found(site: Site) -> None:
    made = await site.make()
    key = site.keyring(made).sets[made.file.name]
    folder = site.folder / "forged"
    folder.mkdir()
    open_file(made.file, folder / "set.tar", key)
    with tarfile.open(folder / "set.tar") as archive:
        archive.extractall(folder, filter="data")
    (folder / "set.tar").unlink()
    with closing(sqlite3.connect(folder / "radslag.db")) as connection:
        connection.execute("UPDATE cases SET owner = 'POL'")
        connection.commit()
    with tarfile.open(folder / "set.tar", "w") as archive:
        for name in ("manifest.json", "radslag.db", "settings.json", f"lindvassa/{FILE_NAME}"):
            archive.add(folder / name, name)
    seal_file(folder / "set.tar", made.file, key)

    with pytest.raises(Unsound, match="is not what was put in"):
        await site.verify(made)


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("records", "tables", "says"),
    [
        (b"SQLite format 3\0" + bytes(84), {}, "no database"),
        (b"not what SQLite writes", {}, "no database"),
        (b"", {"cases": 1}, "not as many"),
        (b"", [], "damaged, or of a kind"),
    ],
    ids=["torn database", "other words", "fewer than said", "no list of tables"],
)
async def test_a_set_whose_manifest_fits_what_is_no_record_is_refused(
    site: Site, records: bytes, tables: object, says: str
) -> None:
    made = await site.make()
    said = {"name": made.file.name, "made_at": "now", "program": "other", "tables": tables}
    manifest = json.dumps(said | {"files": {"radslag.db": sha256(records).hexdigest()}})
    (site.folder / "set.tar").write_bytes(packed({"manifest.json": manifest.encode(), "radslag.db": records}))
    seal_file(site.folder / "set.tar", made.file, site.keyring(made).sets[made.file.name])

    with pytest.raises(Unsound, match=says):
        await site.verify(made)


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_a_set_damaged_anywhere_is_refused(site: Site) -> None:
    made = await site.make()
    whole = made.file.read_bytes()

    for place in range(0, len(whole), max(1, len(whole) // 60)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        made.file.write_bytes(damaged)
        with pytest.raises((NotOpened, Unsound)):
            await site.verify(made)
    made.file.write_bytes(whole[:-20])
    with pytest.raises((NotOpened, Unsound)):
        await site.verify(made)


@pytest.mark.slow
@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_the_operator_backs_up_verifies_and_restores_on_the_command_line(site: Site) -> None:
    def radslag(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "bot", *words, "-c", str(site.folder / "config.yaml")]
        return subprocess.run(command, cwd=ROOT, env=SECRETS, capture_output=True, text=True, timeout=60, check=False)

    await site.database.close()
    backed_up = radslag("backup")
    file = backed_up.stdout.splitlines()[0]
    verified = radslag("verify", file)
    restored = radslag("restore", file)

    assert (backed_up.returncode, verified.returncode, restored.returncode) == (0, 0, 0), restored.stderr
    assert "1 cases; the words of 0 were destroyed" in verified.stdout
    assert "Start the bot." in restored.stdout
    journal = radslag("journal", "verify")
    assert (journal.returncode, journal.stdout[:13]) == (0, "lindvassa: ok")
    wrong = radslag("verify", file, "--keyring", file)
    assert wrong.returncode == 1
    assert wrong.stderr.startswith("Not done: ")
    assert "Traceback" not in wrong.stderr


class NewDevice(Server):
    """A homeserver that knows no transaction of a device begun anew; what was said still stands in its rooms."""

    def begin(self) -> None:
        """Begin a new device."""
        self.before = self.done
        self.done = {}

    async def find(self, room_id: str, transaction: str, since_ms: int) -> str | None:
        return self.before.get(transaction)


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("knows_of_it", [True, False])
async def test_what_was_said_after_the_set_was_made_is_not_said_again(site: Site, *, knows_of_it: bool) -> None:
    server = NewDevice()
    await Relay(site.database, CHARTER, server, site.town.clock).settle()
    made = await site.make()
    later = site.town.clock.now() + timedelta(minutes=5)
    site.town.clock.time += timedelta(minutes=10)
    await site.town.says(ANNA, "!concern Something after the backup", event="$after", at=later)
    await Relay(site.database, CHARTER, server, site.town.clock).settle()
    before = list(server.timeline)
    await site.database.close()

    await restore(site.settings, made.file, site.keyring(made), site.town.clock.now(), afresh=True)
    server.begin()
    # The token went back, so the homeserver gives the message again.
    await site.town.says(ANNA, "!concern Something after the backup", event="$after", at=later)
    async with site.database.work("lindvassa") as work:
        if not knows_of_it:
            await work.session.execute(delete(RestorationRow))
        assert [case.number for case in await work.cases.all()] == [31, 32]
    await Relay(site.database, CHARTER, server, site.town.clock).settle()

    # Not knowing that it was restored, it says it all again: this test can fail.
    assert (server.timeline == before) is knows_of_it


@pytest.mark.parametrize("knows_of_it", [True, False])
async def test_what_the_old_device_has_said_and_not_noted_is_not_said_again_by_a_new_one(
    site: Site, *, knows_of_it: bool
) -> None:
    server = NewDevice(["deaf"])
    cut_off = asyncio.create_task(
        Relay(site.database, CHARTER, server, site.town.clock, first_pause_seconds=60).settle()
    )
    await server.stored.wait()
    cut_off.cancel()
    await asyncio.gather(cut_off, return_exceptions=True)
    said = server.timeline[0]
    server.begin()
    async with site.database.work("lindvassa") as work:
        if knows_of_it:
            await note_other_device(work.session, site.town.clock.now())

    await Relay(site.database, CHARTER, server, site.town.clock).settle()

    # Not knowing that it has another device, it says it again: this test can fail.
    assert server.timeline.count(said) == (1 if knows_of_it else 2)


async def test_a_new_device_soon_after_a_restoration_looks_as_far_back_as_that_did(site: Site) -> None:
    now = site.town.clock.now()
    async with site.database.work("lindvassa") as work:
        work.session.add(RestorationRow(at=now, made_at=now - timedelta(days=3)))
        await work.session.flush()
        await note_other_device(work.session, now + timedelta(hours=1))
        assert await last_restoration(work.session) == Restoration(now + timedelta(hours=1), now - timedelta(days=3))
        later = now + timedelta(days=30)
        await note_other_device(work.session, later)
        assert await last_restoration(work.session) == Restoration(later, later)


@pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)
async def test_another_master_secret_makes_no_set_and_bars_no_later_one(site: Site) -> None:
    other = site.settings.model_copy(update={"master_secret": SecretStr("not the one of before, but as long")})

    with pytest.raises(NotOpened, match="do not open with this master secret"):
        await make_set(other, site.town.clock.now())

    assert not list(site.settings.sets_folder.glob("*.set"))
    await site.verify(await site.make())
