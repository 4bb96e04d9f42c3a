"""Where a homeserver does not let our identity be published, it is told why, and nothing is half done."""

from pathlib import Path
from typing import Any

import pytest

from bot.matrix.http import NoAnswer, Said
from bot.matrix.identity import Identity, IdentityRefused
from bot.matrix.identity_file import IdentityFile, Kept
from tests.matrix.accounts import BOT, SECRET, UIA, IdentityDesk, signing
from tests.matrix.faults import FaultServer, page, refusal
from tests.matrix.test_cross_signing import desk

__all__ = ["desk"]


async def test_a_homeserver_without_cross_signing_is_told_and_a_busy_one_waited_for(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    for answer, raised, says in (
        (refusal(404, "M_UNRECOGNIZED"), IdentityRefused, "does not take part in cross-signing: 404"),
        (refusal(429, "M_LIMIT_EXCEEDED"), Said, "429"),
    ):
        faults.on("POST keys/device_signing/upload", answer)
        async with signing(faults, tmp_path) as ours:
            with pytest.raises(raised, match=says):
                await ours.establish()

    assert not desk.identities


async def test_an_identity_of_another_account_is_not_used(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    IdentityFile(tmp_path, SECRET).write(Kept(Identity.new("@other:town")))

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match="is the identity of @other:town"):
            await ours.establish()

    assert not desk.identities


async def test_a_device_that_is_never_listed_is_not_signed_and_asked_for_again_later(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    faults.on("POST keys/query", {"device_keys": {BOT: {}}})

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(NoAnswer, match="our device is not listed"):
            await ours.establish()

    assert not desk.identities


@pytest.mark.parametrize("params", [{}, {"m.oauth": {"url": "http://account.town"}}, {"m.oauth": {}, "m.terms": 5}])
async def test_where_another_proof_is_wanted_and_no_safe_page_is_named_that_is_told(
    faults: FaultServer,
    desk: IdentityDesk,
    tmp_path: Path,
    params: dict[str, Any],
) -> None:
    asks = {"session": "s1", "flows": [{"stages": ["m.oauth"]}], "params": params}
    faults.on("POST keys/device_signing/upload", refusal(401, "", **asks))

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(IdentityRefused, match="wants another proof than the account's password"):
            await ours.establish()


async def test_a_homeserver_that_fails_while_it_takes_the_password_is_asked_again_later(
    faults: FaultServer, desk: IdentityDesk, tmp_path: Path
) -> None:
    answers: list[Any] = [refusal(401, "", **UIA), page(502)]
    faults.on("POST keys/device_signing/upload", lambda _: answers.pop(0))

    async with signing(faults, tmp_path) as ours:
        with pytest.raises(Said, match="502"):
            await ours.establish()
