"""What may lie in the place of a backup: damaged, or made by somebody else."""

import asyncio
import io
import json
import tarfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyrage
from hypothesis import example, given
from hypothesis import strategies as st

from bot.matrix.identity_file import FILE_NAME
from bot.sets.keyring import Keyring
from bot.sets.making import MANIFEST, RECORDS, SETTINGS
from bot.sets.opening import Unsound, open_set
from bot.sets.sealing import NotOpened, new_key, seal_file
from storage.migrate import NewerDatabase
from storage.seal import Vault
from tests.fuzzing.sent import JSON
from tests.fuzzing.typed import ANY
from tests.town import NOON

VAULT = Vault(b"a master secret for the sets, long and odd")
KEY = new_key()
NAME = "set.age"

_MEMBERS = st.dictionaries(
    st.sampled_from([RECORDS, SETTINGS, f"lindvassa/{FILE_NAME}", "../elsewhere", "/elsewhere"])
    | st.text(st.characters(codec="utf-8")),
    st.binary() | st.just(b"SQLite format 3\0" + bytes(84)),
    max_size=4,
)
_CLAIMS = st.fixed_dictionaries(
    {"name": ANY, "made_at": ANY, "program": ANY, "tables": JSON}, optional={"version": JSON, "more": JSON}
)
_KEYRINGS = JSON | st.fixed_dictionaries(
    {"made_at": ANY | st.just(NOON.isoformat()), "sets": JSON, "cases": JSON | st.lists(st.tuples(JSON, JSON, JSON))}
)


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of some files."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, body in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return content.getvalue()


def _claimed(members: Mapping[str, bytes], claims: dict[str, Any]) -> bytes:
    """Return an archive whose manifest has the right digests, and claims anything else."""
    files = {name: sha256(body).hexdigest() for name, body in members.items()}
    return packed({MANIFEST: json.dumps(claims | {"files": files}).encode(), **members})


_ARCHIVES = (
    st.builds(_claimed, _MEMBERS, _CLAIMS)
    | st.builds(lambda members, said: packed({MANIFEST: json.dumps(said).encode(), **members}), _MEMBERS, JSON)
    | st.binary()
)


@given(_ARCHIVES, st.none() | st.integers(0, 4000))
def sets(archive: bytes, bitten: int | None) -> None:
    """A set is opened, or refused in a sentence; nothing is written beside the folder that it is opened into."""
    with TemporaryDirectory() as place:
        inside, sealed = Path(place) / "inside", Path(place) / NAME
        inside.mkdir()
        (Path(place) / "plain").write_bytes(archive)
        seal_file(Path(place) / "plain", sealed, KEY)
        if bitten is not None:
            raw = bytearray(sealed.read_bytes())
            raw[bitten % len(raw)] ^= 1
            sealed.write_bytes(raw)
        with suppress(NotOpened, Unsound, NewerDatabase):
            asyncio.run(open_set(sealed, Keyring(NOON, {NAME: KEY}, []), inside, VAULT))
        assert {each.name for each in Path(place).iterdir()} == {"inside", "plain", NAME}


@given(_KEYRINGS, st.booleans())
@example({"made_at": NOON.isoformat(), "sets": {}, "cases": None}, False)  # noqa: FBT003 - an argument of the property
def keyrings(said: object, sealed: bool) -> None:  # noqa: FBT001 - an argument of the property
    """A keyring is read, or refused in a sentence."""
    with TemporaryDirectory() as place:
        file, raw = Path(place) / "keyring", json.dumps(said).encode()
        recipient = pyrage.x25519.Identity.from_str(KEY).to_public()
        file.write_bytes(pyrage.encrypt(raw, [recipient]) if sealed else raw)
        with suppress(NotOpened):
            Keyring.read(file, KEY, VAULT)
