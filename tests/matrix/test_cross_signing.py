"""Strict clients trust our device, whatever happens to it, and our identity never changes by itself."""

from pathlib import Path

import pytest

from bot.matrix.http import Said
from bot.matrix.identity import Identity, IdentityRefused, only_key
from bot.matrix.identity_file import IdentityFile, Kept
from tests.matrix.accounts import BOT, SECRET, IdentityDesk, signing
from tests.matrix.faults import Answer, Asked, FaultServer, page, refusal


@pytest.fixture
def desk(faults: FaultServer) -> IdentityDesk:
    return IdentityDesk(faults)


def uploads(faults: FaultServer) -> int:
    return faults.count("POST keys/device_signing/upload")


async def test_a_first_start_publishes_an_identity_that_vouches_for_the_device(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        kept = await ours.establish()

    assert desk.is_trusted(BOT, "BOT")
    assert only_key(desk.identities[BOT]["master_key"]) == kept.identity.public()
    assert desk.identities[BOT]["master_key"]["signatures"][BOT].keys() == {"ed25519:BOT"}


async def test_a_further_start_changes_nothing(faults: FaultServer, desk: IdentityDesk, tmp_path: Path) -> None:
    for _ in range(2):
        async with signing(faults, tmp_path) as ours:
            await ours.establish()

    assert uploads(faults) == 1
    assert faults.count("POST keys/signatures/upload") == 1


async def test_the_keys_are_on_the_disk_before_the_homeserver_hears_of_them(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    faults.on("POST keys/device_signing/upload", page(502))
    async with signing(faults, tmp_path) as ours:
        with pytest.raises(Said):
            await ours.establish()
    kept = IdentityFile(tmp_path, SECRET).read()
    IdentityDesk(faults)

    async with signing(faults, tmp_path) as ours:
        again = await ours.establish()

    assert kept is not None
    assert again.identity == kept.identity


async def test_an_upload_whose_answer_was_lost_is_not_made_again(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    def loses(asked: Asked) -> Answer:
        desk._take_identity(asked)
        return page(502)

    faults.on("POST keys/device_signing/upload", loses)
    async with signing(faults, tmp_path) as ours:
        with pytest.raises(Said):
            await ours.establish()
    async with signing(faults, tmp_path) as ours:
        await ours.establish()

    assert uploads(faults) == 1
    assert desk.is_trusted(BOT, "BOT")


async def test_a_new_device_is_signed_by_the_identity_that_was_kept(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        before = await ours.establish()
    async with signing(faults, tmp_path, "SECOND") as ours:
        after = await ours.establish()

    assert desk.is_trusted(BOT, "SECOND")
    assert after.identity == before.identity
    assert uploads(faults) == 1


async def test_an_identity_whose_file_is_lost_is_refused_with_the_ways_out(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    (tmp_path / "identity.json").unlink()

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match=r"identity recover.*identity reset"):
            await ours.establish()

    assert uploads(faults) == 1
    assert not (tmp_path / "identity.json").exists()


async def test_an_identity_that_changed_on_the_homeserver_is_refused(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    other = Identity.new(BOT)
    desk.identities[BOT] = {f"{part}_key": other.key_object(part) for part in other.seeds}

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match="another identity"):
            await ours.establish()

    assert uploads(faults) == 1


async def test_a_self_signing_key_that_is_not_ours_signs_nothing(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    desk.identities[BOT]["self_signing_key"] = Identity.new(BOT).key_object("self_signing")

    async with signing(faults, tmp_path, "SECOND") as ours:
        with pytest.raises(IdentityRefused, match="another self_signing key"):
            await ours.establish()

    assert faults.count("POST keys/signatures/upload") == 1


async def test_what_the_homeserver_claims_to_be_our_device_is_not_signed(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    desk.devices[BOT]["BOT"]["keys"]["ed25519:BOT"] = Identity.new(BOT).public()

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match="other keys for our device"):
            await ours.establish()


async def test_a_device_that_the_homeserver_has_lost_is_published_again(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    desk.devices[BOT].clear()

    async with signing(faults, tmp_path) as ours:
        await ours.establish()

    assert desk.is_trusted(BOT, "BOT")


async def test_where_the_homeserver_asks_for_the_password_it_is_given(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    desk.asks_always = True
    async with signing(faults, tmp_path) as ours:
        await ours.establish()

    assert desk.is_trusted(BOT, "BOT")


@pytest.mark.parametrize(("password", "says"), [(None, "asks for the account's password"), ("wrong", "does not take")])
async def test_without_the_right_password_nothing_is_published(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path, password: str | None, says: str
) -> None:
    desk.asks_always = True
    async with signing(faults, tmp_path, password=password) as ours:
        with pytest.raises(IdentityRefused, match=says):
            await ours.establish()

    assert not desk.identities


async def test_where_only_a_person_can_allow_an_identity_its_page_is_named(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    asks = {
        "session": "s1",
        "flows": [{"stages": ["m.oauth"]}],
        "params": {"m.oauth": {"url": "https://account.town/reset"}},
    }
    faults.on("POST keys/device_signing/upload", refusal(401, "", **asks))
    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match=r"https://account\.town/reset"):
            await ours.establish()


async def test_a_homeserver_that_refuses_a_signature_is_asked_again_later(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    faults.on("POST keys/signatures/upload", {"failures": {BOT: {"BOT": {"errcode": "M_INVALID_SIGNATURE"}}}})
    async with signing(faults, tmp_path) as ours:
        with pytest.raises(Exception, match="did not take our signatures"):
            await ours.establish()


async def test_an_identity_is_replaced_only_when_it_is_asked_for(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path) as ours:
        before = await ours.establish()
        after = await ours.replace(Identity.new(BOT))

    assert after.identity != before.identity
    assert only_key(desk.identities[BOT]["master_key"]) == after.identity.public()
    assert desk.is_trusted(BOT, "BOT")


async def test_a_replacement_that_is_refused_leaves_the_old_identity_in_force(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    async with signing(faults, tmp_path, password="wrong") as ours:
        before = await ours.establish()
        with pytest.raises(IdentityRefused):
            await ours.replace(Identity.new(BOT))
    async with signing(faults, tmp_path) as ours:
        after = await ours.establish()

    assert after.identity == before.identity


async def test_a_replacement_that_is_cut_short_after_it_was_published_is_in_force_at_the_next_start(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    new = Identity.new(BOT)
    async with signing(faults, tmp_path) as ours:
        await ours.establish()
    IdentityFile(tmp_path, SECRET).draft(Kept(new))
    desk.identities[BOT] = {f"{part}_key": new.key_object(part) for part in new.seeds}
    desk.identities[BOT]["master_key"]["signatures"] = {BOT: {}}

    async with signing(faults, tmp_path) as ours:
        after = await ours.establish()

    assert after.identity == new
    assert desk.is_trusted(BOT, "BOT")
