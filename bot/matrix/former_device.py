"""The device that was ours before: its session is ended, so that no two processes work under one account."""

import structlog

from bot.matrix.client import HardenedClient
from bot.matrix.http import Said, path
from bot.matrix.login import by_password

log = structlog.get_logger(__name__)


async def end(client: HardenedClient, device_id: str, password: str | None) -> None:
    """End the session of a device of our account; say in the log where the homeserver does not let us.

    A bot that is restored on another machine begins a new device. Whoever is still at work under the old one would
    answer everybody a second time; it loses its session here, and ends by itself.

    Raises:
        Trouble: the homeserver did not answer; the same again may succeed.
    """
    try:
        await _ended(client, device_id, password)
    except Said as said:
        # Asked for a proof that we do not have, a homeserver says 401 and gives no reason.
        if said.may_pass and said.status != 401:
            raise
        log.warning("former-device-not-ended", device=device_id, errcode=said.errcode)
    else:
        log.info("former-device-ended", device=device_id)


async def _ended(client: HardenedClient, device_id: str, password: str | None) -> None:
    where, body = path("delete_devices"), {"devices": [device_id]}
    try:
        await client.call("POST", where, body)
    except Said as said:
        if said.status != 401 or "session" not in said.answer or not password:
            raise
        proof = {**by_password(client.user_id, password), "session": said.answer["session"]}
        await client.call("POST", where, {**body, "auth": proof})
