"""An identity signs what can be checked, and is kept where nobody else reads it."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.identity import MASTER, SELF_SIGNING, Identity, IdentityRefused, is_signed, only_key
from bot.matrix.identity_file import IdentityFile, Kept
from storage.devices import in_groups

BOT = "@bot:town"
SECRET = "a pickle key for tests, long enough to pass"
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), JSON, max_size=4))
def test_what_is_signed_can_be_checked(value: dict[str, object]) -> None:
    identity = Identity.new(BOT)
    public = identity.public(SELF_SIGNING)

    signed = identity.signed(value, SELF_SIGNING)

    assert is_signed(signed, BOT, public, public)
    assert not is_signed({**signed, "more": 1}, BOT, public, public)
    assert not is_signed(signed, "@other:town", public, public)


@pytest.mark.parametrize("signatures", [None, [], {}, {BOT: None}, {BOT: {"ed25519:x": 7}}, {BOT: {"ed25519:x": "!!"}}])
def test_a_malformed_signature_is_none(signatures: object) -> None:
    public = Identity.new(BOT).public()

    assert not is_signed({"signatures": signatures}, BOT, "x", public)
    assert not is_signed({"signatures": signatures}, BOT, "x", "not a key")


def test_the_master_vouches_for_the_other_two() -> None:
    identity = Identity.new(BOT)
    master = identity.public(MASTER)

    assert is_signed(identity.key_object(SELF_SIGNING), BOT, master, master)
    assert only_key(identity.key_object(SELF_SIGNING)) == identity.public(SELF_SIGNING)
    assert only_key({"keys": {"ed25519:a": "b"}}) is None


def test_an_identity_does_not_show_its_secrets() -> None:
    identity = Identity.new(BOT)

    assert all(repr(seed) not in repr(identity) for seed in identity.seeds.values())


def test_a_fingerprint_is_shown_in_groups_of_four() -> None:
    assert in_groups("abcdefghij") == "abcd efgh ij"


def test_what_is_kept_is_found_again_sealed_and_closed_to_others(tmp_path: Path) -> None:
    file, kept = IdentityFile(tmp_path, SECRET), Kept(Identity.new(BOT), {"key": "id"})

    file.write(kept)

    assert IdentityFile(tmp_path, SECRET).read() == kept
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert BOT not in file.path.read_text()
    assert [each.name for each in tmp_path.iterdir()] == ["identity.json"]


def test_nothing_kept_is_nothing_found(tmp_path: Path) -> None:
    assert IdentityFile(tmp_path, SECRET).read() is None


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "open to others": (lambda path: path.chmod(0o640), "chmod 600"),
    "cut off": (lambda path: path.write_text("{"), "damaged"),
    "no text": (lambda path: path.write_bytes(b"\xff"), "cannot be read"),
    "no object": (lambda path: path.write_text("[]"), "damaged"),
    "another key": (
        lambda path: path.write_text(json.dumps({"version": 1, "sealed": "AAAA"})),
        "another master secret",
    ),
    "newer": (lambda path: path.write_text(json.dumps({"version": 2})), "newer version"),
}


@pytest.mark.parametrize(("change", "says"), DAMAGES.values(), ids=DAMAGES)
def test_a_file_that_cannot_be_right_is_refused(tmp_path: Path, change: Callable[[Path], object], says: str) -> None:
    file = IdentityFile(tmp_path, SECRET)
    file.write(Kept(Identity.new(BOT)))
    change(file.path)

    with pytest.raises(IdentityRefused, match=says):
        file.read()


def test_another_master_secret_opens_nothing(tmp_path: Path) -> None:
    IdentityFile(tmp_path, SECRET).write(Kept(Identity.new(BOT)))

    with pytest.raises(IdentityRefused, match="another master secret"):
        IdentityFile(tmp_path, SECRET + "!").read()


def test_of_the_file_and_its_draft_the_one_that_is_published_stays(tmp_path: Path) -> None:
    file, old, new = IdentityFile(tmp_path, SECRET), Kept(Identity.new(BOT)), Kept(Identity.new(BOT))
    file.write(old)

    file.draft(new)
    assert file.settle(Identity.new(BOT).public()) is None
    assert file.settle(old.identity.public()) == old
    file.draft(new)
    assert file.settle(new.identity.public()) == new

    assert file.read() == new
    assert [each.name for each in tmp_path.iterdir()] == ["identity.json"]
