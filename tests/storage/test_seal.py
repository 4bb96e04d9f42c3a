"""What lies on disk opens with its own key, whole, and with nothing else."""

import pytest
from Crypto.Cipher import AES
from Crypto.Hash import SHA256
from Crypto.Protocol.KDF import HKDF
from hypothesis import given
from hypothesis import strategies as st

from storage.seal import KEY_BYTES, NONCE_BYTES, TAG_BYTES, Unsealable, Vault, seal, unseal

MASTER = bytes(range(KEY_BYTES))
KEYS = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)


@given(KEYS, st.binary(max_size=2000))
def test_what_was_sealed_opens_with_its_key(key: bytes, plain: bytes) -> None:
    assert unseal(key, seal(key, plain)) == plain


@given(KEYS, st.binary(max_size=200))
def test_the_form_on_disk_is_nonce_tag_and_bytes_as_another_library_makes_them(key: bytes, plain: bytes) -> None:
    nonce = bytes(NONCE_BYTES)
    sealed, tag = AES.new(key, AES.MODE_GCM, nonce=nonce).encrypt_and_digest(plain)

    assert unseal(key, nonce + tag + sealed) == plain


def test_a_key_of_use_is_derived_as_another_library_derives_it() -> None:
    wrapping = HKDF(MASTER, KEY_BYTES, b"radslag", SHA256, context=b"wrap data keys")

    assert isinstance(wrapping, bytes)
    assert unseal(wrapping, Vault(MASTER).own.seal("ord")) == b'"ord"'


@given(st.binary(max_size=100), st.data())
def test_a_single_changed_byte_is_found(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(MASTER, plain))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))

    with pytest.raises(Unsealable):
        unseal(MASTER, bytes(sealed))


@given(st.binary(max_size=NONCE_BYTES + TAG_BYTES + 8))
def test_what_was_cut_off_or_is_rubbish_does_not_open(rubbish: bytes) -> None:
    with pytest.raises(Unsealable):
        unseal(MASTER, rubbish)


def test_another_master_secret_opens_no_key() -> None:
    wrapped = Vault(MASTER).new_key()

    with pytest.raises(Unsealable):
        Vault(bytes(KEY_BYTES)).unwrap(wrapped)


def test_what_is_said_twice_looks_different_on_disk() -> None:
    assert seal(MASTER, b"ord") != seal(MASTER, b"ord")
