"""When we begin a new device, the one before loses its session, as far as the homeserver lets us."""

from pathlib import Path

import pytest

from bot.matrix.former_device import end
from bot.matrix.http import Said
from tests.matrix.faults import Answer, Asked, KeyDesk, Told, fault_server, page, refusal
from tests.matrix.parties import party

BOT = "@bot:town"
WANTED = Told(401, b'{"session": "s1", "flows": [{"stages": ["m.login.password"]}]}')


def asks_for_the_password(asked: Asked) -> Answer:
    return {} if (asked.body or {}).get("auth") else WANTED


async def test_the_former_device_is_ended_with_the_accounts_password(tmp_path: Path) -> None:
    async with fault_server() as faults:
        KeyDesk(faults)
        faults.on("POST delete_devices", asks_for_the_password)
        async with party(faults, tmp_path, BOT) as bot:
            await end(bot.client, "OLD", "secret")

        first, second = faults.bodies("POST delete_devices")
    assert first == {"devices": ["OLD"]}
    assert second["devices"] == ["OLD"]
    assert (second["auth"]["session"], second["auth"]["password"]) == ("s1", "secret")
    assert second["auth"]["identifier"] == {"type": "m.id.user", "user": BOT}


@pytest.mark.parametrize(
    ("answer", "password", "times"),
    [
        (WANTED, None, 1),
        (WANTED, "no longer right", 2),
        (refusal(403, "M_FORBIDDEN"), "secret", 1),
        (refusal(404, "M_UNRECOGNIZED"), "secret", 1),
    ],
    ids=["no password", "wrong password", "forbidden", "elsewhere"],
)
async def test_a_homeserver_that_does_not_let_us_is_not_asked_for_ever(
    tmp_path: Path, answer: Told, password: str | None, times: int
) -> None:
    async with fault_server() as faults:
        KeyDesk(faults)
        faults.on("POST delete_devices", lambda _: answer)
        async with party(faults, tmp_path, BOT) as bot:
            await end(bot.client, "OLD", password)

        assert faults.count("POST delete_devices") == times


async def test_a_homeserver_in_trouble_is_asked_again_later(tmp_path: Path) -> None:
    async with fault_server() as faults:
        KeyDesk(faults)
        faults.on("POST delete_devices", lambda _: page(502))
        async with party(faults, tmp_path, BOT) as bot:
            with pytest.raises(Said, match="502"):
                await end(bot.client, "OLD", "secret")
