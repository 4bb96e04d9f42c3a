"""The settings files of the rehearsal's Synapse."""

import base64
import enum
import json
import secrets
from pathlib import Path
from typing import Any

SERVER_NAME = "lindvassa.example"


class Limits(enum.Enum):
    """How strictly the homeserver slows its users down."""

    LIFTED = "lifted"
    AS_SHIPPED = "as shipped"


def write_settings(folder: Path, *, port: int, server_name: str, registration_secret: str, limits: Limits) -> None:
    """Write homeserver.yaml, log.yaml and a signing key into `folder`, which must exist.

    YAML is a superset of JSON, so both files are JSON and need no YAML library.
    """
    settings = {
        "server_name": server_name,
        "public_baseurl": f"http://127.0.0.1:{port}/",
        "pid_file": str(folder / "homeserver.pid"),
        "listeners": [_listener(port)],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / "log.yaml"),
        "signing_key_path": str(folder / "signing.key"),
        "media_store_path": str(folder / "media"),
        "registration_shared_secret": registration_secret,
        "macaroon_secret_key": secrets.token_hex(24),
        "form_secret": secrets.token_hex(24),
        **_ALONE,
        **_QUICK,
        **(_LIMITS_LIFTED if limits is Limits.LIFTED else {}),
    }
    _write(folder / "homeserver.yaml", settings)
    _write(folder / "log.yaml", _log_settings(folder / "homeserver.log"))
    key = folder / "signing.key"
    if not key.exists():
        key.write_text(_signing_key())
        key.chmod(0o600)


# Nothing leaves the machine: no federation, no key servers, no previews, no statistics, no identity or push servers.
_ALONE: dict[str, Any] = {
    "report_stats": False,
    "trusted_key_servers": [],
    "suppress_key_server_warning": True,
    "federation_domain_whitelist": [],
    "allow_public_rooms_over_federation": False,
    "url_preview_enabled": False,
    "enable_registration": False,
    "default_identity_server": None,
    "push": {"enabled": False},
}

# What nobody in the rehearsal looks at, left out; what a toy password needs, no more.
_QUICK: dict[str, Any] = {
    "presence": {"enabled": False},
    "bcrypt_rounds": 4,
    "background_updates": {"sleep_enabled": False},
    "user_directory": {"enabled": False},
    "enable_metrics": False,
    "redaction_retention_period": None,
    "forgotten_room_retention_period": None,
}

_FREE = {"per_second": 10_000, "burst_count": 10_000}
_LIMITS_LIFTED: dict[str, Any] = {
    "rc_message": _FREE,
    "rc_registration": _FREE,
    "rc_login": {"address": _FREE, "account": _FREE, "failed_attempts": _FREE},
    "rc_admin_redaction": _FREE,
    "rc_joins": {"local": _FREE, "remote": _FREE},
    "rc_joins_per_room": _FREE,
    "rc_key_requests": _FREE,
    "rc_invites": {"per_room": _FREE, "per_user": _FREE, "per_issuer": _FREE},
    "rc_media_create": _FREE,
    "rc_room_creation": _FREE,
    "rc_delayed_event_mgmt": _FREE,
    "rc_reports": _FREE,
}


def _listener(port: int) -> dict[str, Any]:
    return {
        "port": port,
        "bind_addresses": ["127.0.0.1"],
        "type": "http",
        "tls": False,
        "x_forwarded": False,
        "resources": [{"names": ["client"], "compress": False}],
    }


def _log_settings(log: Path) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {"file": {"class": "logging.FileHandler", "formatter": "plain", "filename": str(log)}},
        "loggers": {"synapse.storage.SQL": {"level": "WARNING"}},
        "root": {"level": "WARNING", "handlers": ["file"]},
    }


def _signing_key() -> str:
    """Return a new key in Synapse's own file format, so that no generating run is needed before the first start."""
    seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    return f"ed25519 a_{secrets.token_hex(2)} {seed}\n"


def _write(path: Path, settings: dict[str, Any]) -> None:
    path.write_text(json.dumps(settings, indent=2) + "\n")
    path.chmod(0o600)
