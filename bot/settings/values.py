"""The kinds of value that settings are made of, each with the sentence that says what would be right."""

import re
from email.utils import formataddr, parseaddr
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from bot.settings.mistake import nearest
from council.rule import read_rule
from council.text import Refusal

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_SERVER = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?"
_LOCAL = r"[\x21-\x39\x3b-\x7e]+"
_WHOLE_NUMBER = re.compile(r"\s*-?(?:0|[1-9][0-9]{0,17})\s*")
_WIDE_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
SHORTEST_SECRET_BYTES = 32
LONGEST_ID_BYTES = 255
NO_PLACE = frozenset({"Factory", "localtime", "posixrules"})
"""Names in the list of zones that mean another thing on each machine, or none."""


def expected(sentence: str) -> NoReturn:
    """Say what would have been right."""
    raise PydanticCustomError("expected", "{expected}", {"expected": sentence})


def _matrix_id(value: str) -> str:
    if not re.fullmatch(f"@{_LOCAL}:{_SERVER}", value) or len(value.encode()) > LONGEST_ID_BYTES:
        expected('a full Matrix ID such as "@anna:example.org"')
    return value


def _room_id(value: str) -> str:
    if value.startswith("#"):
        expected(
            'a room id such as "!abc:example.org", not an alias; clients show it in the room\'s settings, Advanced'
        )
    if not re.fullmatch(rf"!{_LOCAL}(?::{_SERVER})?", value) or len(value.encode()) > LONGEST_ID_BYTES:
        expected('a room id such as "!abc:example.org"')
    return value


def _server(value: str) -> str:
    if not re.fullmatch(_SERVER, value):
        expected('a server name such as "example.org"')
    return value


def _zone(value: str) -> str:
    zones = available_timezones() - NO_PLACE
    if value not in zones:
        meant = nearest(value, (name for name in zones if "/" in name))
        expected(f'a time zone such as "{meant or "Europe/Stockholm"}"')
    return value


def _homeserver(value: str) -> str:
    address = 'the homeserver\'s address such as "https://matrix.example.org"'
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
        name = host.encode("idna").decode()
    except ValueError:
        expected(address)
    is_plain = value.isprintable() and not parts.netloc.endswith(":") and port != 0
    if parts.scheme not in {"http", "https"} or parts.username or parts.query or parts.fragment or not is_plain:
        expected(address)
    if not re.fullmatch(_SERVER, f"[{name}]" if ":" in name else name):
        expected(address)
    if parts.path.rstrip("/"):
        expected(f"{address}, without a path")
    if parts.scheme == "http" and not _is_this_machine(host):
        expected("https:// (http:// is allowed for this very machine only)")
    return value.rstrip("/")


def _web_address(value: str) -> str:
    address = 'the pages\' public address such as "https://trygghet.example.org"'
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        expected(address)
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.query or parts.fragment:
        expected(address)
    if not re.fullmatch(r"[\x21-\x7e]+", value) or re.search(r"[<>\"'\\^`{|}]", value):
        expected(address)
    return value.rstrip("/")


def _ping(value: str) -> str:
    wanted = 'the whole address that is to be asked for, such as "https://watch.example.org/ping/abc"'
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        expected(wanted)
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.fragment:
        expected(wanted)
    if parts.scheme == "http" and not _is_this_machine(host):
        expected("https:// (http:// is allowed for this very machine only)")
    return value


def _host(value: str) -> str:
    if not re.fullmatch(rf"{_LABEL}(?:\.{_LABEL})*", value) and not _is_address(value):
        expected('the mail server\'s name such as "mail.example.org"')
    return value


def _is_address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _sender(value: str) -> str:
    name, address = parseaddr(value)
    if not re.fullmatch(rf"[^@\s<>]+@{_LABEL}(?:\.{_LABEL})+", address) or not value.isprintable():
        expected('an address such as "Lindvassa trygghetsråd <trygghet@lindvassa.example>"')
    return formataddr((name, address)) if name.isascii() else f'"{name}" <{address}>'


def _listen(value: str) -> str:
    wanted = 'an IP address and a port such as "127.0.0.1:8480"'
    host, _, port = value.rpartition(":")
    try:
        ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        expected(wanted)
    if not re.fullmatch(r"[0-9]{1,5}", port) or not 0 < int(port) < 65536 or ("[" in host) != (":" in host):
        expected(wanted)
    return value


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def database_url(value: SecretStr) -> SecretStr:
    """Return a database's address as SQLAlchemy wants it."""
    scheme, found, rest = value.get_secret_value().partition("://")
    drivers = {
        "sqlite": "sqlite",
        "postgres": "postgresql+asyncpg",
        "postgresql": "postgresql+asyncpg",
        "postgresql+asyncpg": "postgresql+asyncpg",
    }
    if not found or scheme not in drivers or not rest.strip("/"):
        expected('"postgresql://user@host/database" or "sqlite:////path/to/radslag.db"')
    if scheme.startswith("sqlite") and not rest.startswith("//"):
        expected('the whole path of a file, as "sqlite:////path/to/radslag.db"')
    if "sslmode=" in rest:
        expected('"?ssl=require" where other programs say sslmode=require')
    try:
        _ = urlsplit(f"//{rest}").port
    except ValueError:
        expected('a port in figures, as "postgresql://user@host:5432/database"')
    return SecretStr(f"{drivers[scheme]}://{rest}")


def address_of(database: str) -> str:
    """Return a database's address, typed by somebody, as SQLAlchemy wants it.

    Raises:
        ValueError: it is none; the text says what would be right.
    """
    try:
        return database_url(SecretStr(database)).get_secret_value()
    except PydanticCustomError as wrong:
        raise ValueError(f"expected {wrong.context['expected'] if wrong.context else 'an address'}") from None


def _master_secret(value: SecretStr) -> SecretStr:
    raw = value.get_secret_value().encode(errors="surrogateescape")
    if len(raw) < SHORTEST_SECRET_BYTES or len(set(raw)) < 8:
        expected(f"at least {SHORTEST_SECRET_BYTES} random characters; make them with: openssl rand -base64 48")
    return value


def _filled_secret(value: SecretStr) -> SecretStr:
    if not value.get_secret_value().strip():
        expected("a secret that is not empty")
    return value


def _recipient(value: str) -> str:
    if not re.fullmatch(r"age1[02-9ac-hj-np-z]{58}", value):
        expected('an age public key such as "age1…" (62 characters); make a pair with: age-keygen')
    return value


def _one_line(value: str) -> str:
    # Spaces of other widths come along when a name is copied from a page.
    line = " ".join(_WIDE_SPACE.sub(" ", value).split(" ")).strip()
    if not line or not line.isprintable():
        expected("a line of text, without characters that cannot be seen")
    return line


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,31}", value):
        expected("a short name of small letters a-z, digits and hyphens, such as lindvassa")
    return value


def _rule(value: str) -> str:
    try:
        rule = read_rule(value)
    except Refusal as refused:
        if refused.text.key == "rule-without-time":
            expected('a time of day as well, such as "second Thursday at 18:00, not in July"')
        if refused.text.key == "rule-without-start":
            expected('a first day as well, such as "varannan tisdag kl. 17.30 från 14 april 2026"')
        expected('a rule such as "second Thursday at 18:00, not in July" or "första måndagen kl. 17.30"')
    if not rule.months:
        expected("a rule that leaves at least one month to meet in")
    return value


def _code(value: str) -> str:
    if not re.fullmatch(r"[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,15}", value):
        expected("a code of capital letters and digits such as POL")
    return value


def _case_prefix(value: str) -> str:
    if not re.fullmatch(r"[A-ZÅÄÖ]{1,8}", value):
        expected("one to eight capital letters such as TR")
    return value


def _clock_time(value: str) -> str:
    if not re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", value):
        expected('a time of day such as "09:00"')
    return value


def _whole(value: object) -> object:
    """Refuse what only some readers would take for that number: true, 010, 1_000."""
    if isinstance(value, bool) or (isinstance(value, str) and not _WHOLE_NUMBER.fullmatch(value)):
        expected("a whole number")
    return value


def _beside_the_file(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str | Path):
        return value
    folder = folder_beside((info.context or {}).get("folder", Path()), str(value))
    if folder is None or folder.is_file():
        expected("the path of a folder")
    return folder


def folder_beside(beside: Path, name: str) -> Path | None:
    """Return a folder whose path may begin with a tilde or at the settings file; None if it can be no path."""
    try:
        return beside / Path(name).expanduser() if name.strip() and name.isprintable() else None
    except RuntimeError:  # the tilde names nobody here
        return None


def _text(**schema: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **schema})


MatrixId = Annotated[str, AfterValidator(_matrix_id), _text(pattern="^@[^:\\s]+:.+$", examples=["@anna:example.org"])]
RoomId = Annotated[str, AfterValidator(_room_id), _text(pattern="^!\\S+$", examples=["!abc:example.org"])]
ServerName = Annotated[str, AfterValidator(_server), _text(examples=["example.org"])]
TimeZone = Annotated[str, AfterValidator(_zone), _text(examples=["Europe/Stockholm"])]
HomeserverUrl = Annotated[str, AfterValidator(_homeserver), _text(examples=["https://matrix.example.org"])]
WebAddress = Annotated[str, AfterValidator(_web_address), _text(examples=["https://trygghet.example.org"])]
Listen = Annotated[str, AfterValidator(_listen), _text(examples=["127.0.0.1:8480"])]
PingAddress = Annotated[str, AfterValidator(_ping), _text(examples=["https://watch.example.org/ping/abc"])]
HostName = Annotated[str, AfterValidator(_host), _text(examples=["mail.example.org"])]
MailSender = Annotated[
    str, AfterValidator(_sender), _text(examples=["Lindvassa trygghetsråd <trygghet@lindvassa.example>"])
]
DatabaseUrl = Annotated[SecretStr, AfterValidator(database_url)]
MasterSecret = Annotated[SecretStr, AfterValidator(_master_secret)]
Secret = Annotated[SecretStr, AfterValidator(_filled_secret)]
Recipient = Annotated[str, AfterValidator(_recipient), _text(pattern="^age1[02-9ac-hj-np-z]{58}$")]
Line = Annotated[str, AfterValidator(_one_line), _text(minLength=1)]
Slug = Annotated[str, AfterValidator(_slug), _text(pattern="^[a-z][a-z0-9-]{0,31}$", examples=["lindvassa"])]
MeetingRule = Annotated[str, AfterValidator(_rule), _text(examples=["second Thursday at 18:00, not in July"])]
Code = Annotated[str, AfterValidator(_code), _text(pattern="^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,15}$", examples=["POL"])]
CasePrefix = Annotated[str, AfterValidator(_case_prefix), _text(pattern="^[A-ZÅÄÖ]{1,8}$", examples=["TR"])]
ClockTime = Annotated[str, AfterValidator(_clock_time), _text(examples=["09:00"])]
WHOLE = BeforeValidator(_whole)
Folder = Annotated[Path, BeforeValidator(_beside_the_file), Field(json_schema_extra={"format": "path"})]


def wrong_with(kind: Any, value: str) -> str | None:
    """Return what a kind of value would have wanted instead of what was given, or None if that is right."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as wrong:
        error = wrong.errors(include_url=False)[0]
        return f"expected {error['msg']}" if error["type"] == "expected" else str(error["msg"])
    return None


def zone(name: str) -> ZoneInfo:
    """Return a time zone that has been checked already."""
    return ZoneInfo(name)
