"""The kinds of value that settings are made of, each with the sentence that says what would be right."""

import re
from pathlib import Path
from typing import Annotated, Any, NoReturn
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

_WHOLE_NUMBER = re.compile(r"\s*-?(?:0|[1-9][0-9]{0,17})\s*")
_WIDE_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
SHORTEST_SECRET_BYTES = 32
NO_PLACE = frozenset({"Factory", "localtime", "posixrules"})
"""Names in the list of zones that mean another thing on each machine, or none."""


def expected(sentence: str) -> NoReturn:
    """Say what would have been right."""
    raise PydanticCustomError("expected", "{expected}", {"expected": sentence})


def _zone(value: str) -> str:
    zones = available_timezones() - NO_PLACE
    if value not in zones:
        meant = nearest(value, (name for name in zones if "/" in name))
        expected(f'a time zone such as "{meant or "Europe/Stockholm"}"')
    return value


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


def text(**schema: object) -> WithJsonSchema:
    """Describe a kind of text in the schema."""
    return WithJsonSchema({"type": "string", **schema})


TimeZone = Annotated[str, AfterValidator(_zone), text(examples=["Europe/Stockholm"])]
MasterSecret = Annotated[SecretStr, AfterValidator(_master_secret)]
Secret = Annotated[SecretStr, AfterValidator(_filled_secret)]
Recipient = Annotated[str, AfterValidator(_recipient), text(pattern="^age1[02-9ac-hj-np-z]{58}$")]
Line = Annotated[str, AfterValidator(_one_line), text(minLength=1)]
Slug = Annotated[str, AfterValidator(_slug), text(pattern="^[a-z][a-z0-9-]{0,31}$", examples=["lindvassa"])]
MeetingRule = Annotated[str, AfterValidator(_rule), text(examples=["second Thursday at 18:00, not in July"])]
Code = Annotated[str, AfterValidator(_code), text(pattern="^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,15}$", examples=["POL"])]
CasePrefix = Annotated[str, AfterValidator(_case_prefix), text(pattern="^[A-ZÅÄÖ]{1,8}$", examples=["TR"])]
ClockTime = Annotated[str, AfterValidator(_clock_time), text(examples=["09:00"])]
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
