"""Devices of our own account that are not ours: somebody has its password, or the recovery key, or a token."""

import time
from collections.abc import Mapping
from typing import Any

import structlog

from bot.matrix.batch import Stranger
from bot.matrix.client import HardenedClient
from bot.matrix.cross_signing import published
from bot.matrix.http import Said, path
from bot.matrix.reading import a_list, a_mapping

LOOK_ANYWAY_SECONDS = 3600.0
AGAIN_AFTER_TROUBLE_SECONDS = 60.0
LONGEST_NAME = 100
MOST = 100

log = structlog.get_logger(__name__)


class OwnDevices:
    """Looks for devices beside ours: at the start, when the homeserver tells of a change, and once an hour."""

    def __init__(self, client: HardenedClient) -> None:
        self._client = client
        self._look_at = 0.0
        self._told: set[Stranger] = set()
        self.found: tuple[Stranger, ...] = ()
        """Those that were not handed over yet."""

    def doubt(self) -> None:
        """Look again soon."""
        self._look_at = 0.0

    async def look(self) -> None:
        """Look, if it is time to.

        Raises:
            Trouble: the homeserver did not answer; it is tried again after a while.
        """
        if time.monotonic() < self._look_at:
            return
        self._look_at = time.monotonic() + AGAIN_AFTER_TROUBLE_SECONDS
        strangers = await others(self._client)
        self._look_at = time.monotonic() + LOOK_ANYWAY_SECONDS
        self.found = tuple(each for each in strangers if each not in self._told)
        if self.found:
            log.warning("account-has-other-devices", count=len(self.found))

    def settle(self, told: tuple[Stranger, ...]) -> None:
        """Note that devices were handed over and stored."""
        self._told.update(told)
        self.found = tuple(each for each in self.found if each not in self._told)


async def others(client: HardenedClient) -> tuple[Stranger, ...]:
    """Return the devices of our account but for ours, also those that never showed a key.

    Raises:
        Trouble: the homeserver did not answer.
    """
    there = await published(client)
    names = set(there.devices) | await _listed(client)
    strange = sorted(names - {client.device_id})[:MOST]
    return tuple(Stranger(_readable(name), there.has_signed(client.user_id, name)) for name in strange)


async def _listed(client: HardenedClient) -> set[str]:
    """Return what the homeserver lists as our sessions; those without keys stand nowhere else."""
    try:
        answer: Mapping[str, Any] = await client.call("GET", path("devices"))
    except Said as said:
        if said.may_pass:
            raise
        return set()
    names = [a_mapping(each).get("device_id") for each in a_list(answer.get("devices"))]
    return {name for name in names if isinstance(name, str)}


def _readable(name: str) -> str:
    """Return a name without what does not show: whoever signs in chooses it."""
    return "".join(letter for letter in name if letter.isprintable())[:LONGEST_NAME]
