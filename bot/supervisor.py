"""What systemd is told: ready, alive, stopping."""

import os
import socket


def tell_supervisor(state: str) -> None:
    """Tell systemd how it stands (sd_notify); without systemd, do nothing."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.connect("\0" + address[1:] if address.startswith("@") else address)
        supervisor.sendall(state.encode())
