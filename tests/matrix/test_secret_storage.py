"""What the homeserver keeps opens with the recovery key, and with nothing else."""

from collections.abc import AsyncIterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matrix.client import HardenedClient
from bot.matrix.http import Said, path
from bot.matrix.identity import Identity
from bot.matrix.recovery_key import NotAKey, new_key, read_key, written
from bot.matrix.secret_storage import WrongKey, opened_with, sealed_under, store, stored
from tests.matrix.accounts import BOT, SECRET, IdentityDesk
from tests.matrix.faults import fault_server, refusal


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[HardenedClient]:
    async with fault_server() as faults:
        IdentityDesk(faults)
        client = HardenedClient(faults.url, tmp_path, SECRET)
        client.user_id, client.access_token = BOT, f"{BOT}|BOT"
        yield client
        await client.close()


def test_a_key_is_written_as_other_clients_write_it() -> None:
    key = bytes.fromhex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")

    assert written(key) == "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d"


@given(st.binary(min_size=32, max_size=32))
def test_what_is_written_down_can_be_typed_in(key: bytes) -> None:
    assert read_key(written(key)) == key
    assert read_key(f"\n {written(key).replace(' ', '')}  ") == key


@given(st.text(max_size=80))
def test_what_is_no_key_is_refused_and_not_crashed_on(text: str) -> None:
    with pytest.raises(NotAKey):
        read_key(text)


@pytest.mark.parametrize(
    "wrong",
    [
        "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4e",
        "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN",
        "EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE0d",
    ],
    ids=["a wrong letter", "a part left out", "a letter that no key has"],
)
def test_a_mistake_in_a_key_is_found(wrong: str) -> None:
    with pytest.raises(NotAKey):
        read_key(wrong)


def test_the_recovery_key_opens_what_was_sealed_under_it() -> None:
    identity, key = Identity.new(BOT), new_key()

    assert opened_with(key, sealed_under(key, identity), BOT) == identity


def test_another_recovery_key_opens_nothing() -> None:
    kept = sealed_under(new_key(), Identity.new(BOT))

    with pytest.raises(WrongKey):
        opened_with(new_key(), kept, BOT)


@pytest.mark.parametrize("field", ["iv", "ciphertext", "mac"])
@pytest.mark.parametrize("value", [None, "!!", "AAAA"])
def test_a_secret_that_was_changed_does_not_open(field: str, value: object) -> None:
    key = new_key()
    kept: dict[str, Any] = deepcopy(sealed_under(key, Identity.new(BOT)))
    kept["secrets"]["master"][field] = value

    with pytest.raises(WrongKey):
        opened_with(key, kept, BOT)


async def test_the_homeserver_gives_back_what_it_was_given(client: HardenedClient) -> None:
    kept = sealed_under(new_key(), Identity.new(BOT))

    assert await stored(client) is None
    await store(client, kept)

    assert await stored(client) == kept


async def test_half_a_storing_is_none(client: HardenedClient, tmp_path: Path) -> None:
    async with fault_server() as faults:
        desk = IdentityDesk(faults)
        half = HardenedClient(faults.url, tmp_path, SECRET)
        half.user_id, half.access_token = BOT, f"{BOT}|BOT"
        faults.on(f"PUT user/{BOT}/account_data/m.cross_signing.user_signing", refusal(500, "M_UNKNOWN"))
        with pytest.raises(Exception, match="500"):
            await store(half, sealed_under(new_key(), Identity.new(BOT)))

        assert "m.secret_storage.default_key" not in desk.account_data[BOT]
        assert await stored(half) is None
        await half.close()


async def test_an_identity_of_which_a_part_is_missing_is_not_taken_for_one(client: HardenedClient) -> None:
    kept = sealed_under(new_key(), Identity.new(BOT))
    await store(client, kept)
    name = kept["key"]
    for kind, content in (
        ("m.cross_signing.self_signing", {"encrypted": {}}),
        ("m.secret_storage.default_key", {"key": ""}),
        ("m.secret_storage.default_key", {"key": 5}),
    ):
        await client.call("PUT", path("user", BOT, "account_data", kind), content)
        assert await stored(client) is None

    await client.call("PUT", path("user", BOT, "account_data", "m.secret_storage.default_key"), {"key": name})
    assert await stored(client) is None


async def test_a_homeserver_that_does_not_say_is_not_taken_to_keep_nothing(tmp_path: Path) -> None:
    async with fault_server() as faults:
        faults.on("GET user/", refusal(403, "M_FORBIDDEN"))
        client = HardenedClient(faults.url, tmp_path, SECRET)
        client.user_id, client.access_token = BOT, f"{BOT}|BOT"
        with pytest.raises(Said, match="403"):
            await stored(client)
        await client.close()


def test_what_has_no_check_of_its_key_is_judged_by_what_it_opens() -> None:
    key, identity = new_key(), Identity.new(BOT)
    kept = {**sealed_under(key, identity), "description": {}}

    assert opened_with(key, kept, BOT) == identity
    with pytest.raises(WrongKey):
        opened_with(new_key(), kept, BOT)


def test_an_identity_has_three_keys() -> None:
    whole = Identity.new(BOT)
    some = dict(list(whole.seeds.items())[:2])

    for seeds in (some, dict.fromkeys(whole.seeds, b"short")):
        with pytest.raises(ValueError, match="not the three keys of an identity"):
            Identity(BOT, seeds)
