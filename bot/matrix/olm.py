"""The library's encryption machine, but for whose word it takes when somebody sends us a key that we asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from nio.crypto.olm_machine import Olm
from nio.crypto.sessions import InboundGroupSession
from nio.events.to_device import ToDeviceEvent

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Wanted:
    """A key that we have asked somebody for.

    Args:
        room_id: of what room.
        user_id: whom we asked: the sender of the message that it opens.
    """

    room_id: str
    user_id: str


class CarefulOlm(Olm):
    """Takes a forwarded key from the device that made it, and from nobody else (T10).

    The library takes them from our own verified devices only, and we have one device. From its own maker a forwarded
    key is worth what a first one is: the same device says so through the same channel.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Take up the store."""
        self.wanted: dict[str, Wanted] = {}
        self.arrivals = 0
        """How many room keys have come: grows with each."""
        super().__init__(*arguments, **named)

    def take(self, event: ToDeviceEvent) -> None:
        """Take in what another device sent to ours."""
        self.handle_to_device_event(event)  # type: ignore[no-untyped-call]

    def _handle_room_key_event(self, sender: str, sender_key: str, payload: dict[Any, Any]) -> Any:
        self.arrivals += 1
        return super()._handle_room_key_event(sender, sender_key, payload)

    def _handle_forwarded_room_key_event(self, sender: str, sender_key: str, payload: dict[Any, Any]) -> Any:
        content = payload["content"]
        wanted = self.wanted.get(content.get("session_id"))
        if wanted is None or not self._is_from_its_maker(wanted, sender, sender_key, content):
            log.warning("forwarded-key-refused", known=wanted is not None)
            return None
        fingerprint = payload["keys"]["ed25519"]
        imported = InboundGroupSession.import_session
        session = imported(content["session_key"], fingerprint, sender_key, wanted.room_id, [])
        if session.id != content["session_id"]:
            return None
        if self.inbound_group_store.add(session):
            self.save_inbound_group_session(session)
        del self.wanted[session.id]
        self.arrivals += 1
        return None

    def _is_from_its_maker(self, wanted: Wanted, sender: str, sender_key: str, content: Mapping[str, Any]) -> bool:
        return (
            content.get("algorithm") == self._megolm_algorithm
            and content.get("room_id") == wanted.room_id
            and content.get("sender_key") == sender_key
            and not content.get("forwarding_curve25519_key_chain")
            and sender == wanted.user_id
        )
