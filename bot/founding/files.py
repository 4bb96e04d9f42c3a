"""What a founding leaves on disk: config.yaml, a folder of secrets that nobody else may read, and nothing else."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from string import Template

from council.people import Place

CONFIG, SECRETS = "config.yaml", "secrets"

_CONFIG = Template("""\
# $name. Every setting that may stand here is explained in config.example.yaml; what is left out has its default.
# Secrets lie in the folder $secrets, each in a file named by its setting.

homeserver:
  url: $homeserver

secrets_dir: $secrets
data_dir: $data_dir

councils:
  $council:
    name: { $language: $name_quoted }
    language: $language
    time_zone: $time_zone

    account:
      user_id: $account

    # Who answers for the personal data. The bot tells everyone who asks.
    controller:
      name: $controller
      contact: $contact
      dpo: $dpo

    rooms:
      open: $open
      council: $room
      secretariat: $secretariat
      operators: $operators

    # What follows seeds the council once. From then on it is changed in chat: !setup
    meetings:
      rule: $rule

    organisations:
      $code:
        name: { $language: $organisation }
        contacts: [$chair]

    people:
      $chair: { roles: [chair, member], organisation: $code }
      $secretary: { roles: [secretary] }
      $operator: { roles: [operator] }
""")


def config_text(given: Mapping[str, str], rooms: Mapping[Place, str], data: str) -> str:
    """Return config.yaml for a council that has just been founded.

    Args:
        given: the answers, by the names of their questions.
        rooms: the rooms that were made or adopted.
        data: the folder of the database, as seen from the settings' folder.
    """
    quoted = {name.replace("-", "_"): _quoted(answer) for name, answer in given.items()}
    plain = {name: given[name] for name in ("council", "language", "code", "name")}
    places = {
        "open": _quoted(rooms[Place.OPEN]),
        "room": _quoted(rooms[Place.COUNCIL]),
        "secretariat": _quoted(rooms[Place.SECRETARIAT]),
        "operators": _quoted(rooms[Place.OPERATORS]),
    }
    return _CONFIG.substitute(
        quoted, **plain, **places, name_quoted=_quoted(given["name"]), secrets=SECRETS, data_dir=_quoted(data)
    )


def write_secrets(folder: Path, council: str, password: str) -> None:
    """Write the account's password and a new master secret, each into its own file; a secret that is there is kept."""
    inside = folder / SECRETS
    inside.mkdir(mode=0o700, parents=True, exist_ok=True)
    inside.chmod(0o700)
    master = inside / "master_secret"
    if not master.exists():
        _write(master, secrets.token_urlsafe(48))
    _write(inside / f"councils.{council}.account.password", password)


def write_config(folder: Path, text: str) -> Path:
    """Write config.yaml, whole or not at all, and return where. It holds no secret, and a service must read it."""
    file = folder / CONFIG
    draft = folder / f"{CONFIG}.new"
    _write(draft, text)
    draft.chmod(0o644)
    draft.replace(file)
    return file


def _write(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        opened.write(text if text.endswith("\n") else f"{text}\n")
        opened.flush()
        os.fsync(opened.fileno())


def _quoted(text: str) -> str:
    """Return a text as YAML takes it, whatever is in it: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)
