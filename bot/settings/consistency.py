"""Settings that are each well made and do not fit together.

Reads the plain values, so that these mistakes are told together with all others, and so expects anything anywhere.
"""

from collections.abc import Iterator
from datetime import time
from itertools import chain
from typing import Any, get_args

from bot.settings.council import Reminders, RoleName
from bot.settings.mistake import Path, dotted, nearest
from bot.settings.phrases import offset
from council.plan import Offset

ROLES: tuple[str, ...] = get_args(RoleName)
NEED_ORGANISATION = ("member", "deputy", "co_opted", "contact")
PLAN: dict[str, str] = {key: field.default for key, field in Reminders.model_fields.items()}
ON = frozenset({"true", "t", "1", "yes", "y", "on"})
"""As pydantic reads them."""
Found = tuple[Path, str]


def disagreements(values: dict[str, Any]) -> Iterator[Found]:
    """Yield the path and the sentence of each."""
    yield from _shared(values)
    yield from _storage(values.get("storage"))
    for slug, council in _block(values.get("councils")).items():
        path: Path = ("councils", slug)
        for found in chain.from_iterable(rule(council) for rule in RULES):
            yield (*path, *found[0]), found[1]


def _shared(values: dict[str, Any]) -> Iterator[Found]:
    """Yield what stands twice where each must have its own: accounts and rooms."""
    seen: dict[str, Path] = {}
    for slug, council in _block(values.get("councils")).items():
        account = _block(_block(council).get("account")).get("user_id")
        rooms = _block(_block(council).get("rooms"))
        owned = [(("councils", slug, "account", "user_id"), account)]
        owned += [(("councils", slug, "rooms", place), room) for place, room in rooms.items()]
        for path, owner in owned:
            if isinstance(owner, str) and owner in seen:
                yield path, f'found "{owner}", which {dotted(seen[owner])} has already; expected one of its own'
            elif isinstance(owner, str):
                seen[owner] = path


def _storage(storage: Any) -> Iterator[Found]:
    url = _block(storage).get("url")
    if _is_on(_block(storage).get("shared")) and not str(url or "").startswith("postgres"):
        yield (
            ("storage", "shared"),
            "found true with SQLite, which one process works with; expected PostgreSQL in storage.url",
        )


def _account(council: Any) -> Iterator[Found]:
    account = _block(council).get("account")
    if isinstance(account, dict):
        given = [key for key in ("password", "access_token") if account.get(key) is not None]
        if not given:
            yield ("account", "password"), "missing; expected the account's password, or an access_token instead"
        elif len(given) > 1:
            yield ("account", "access_token"), "found beside a password; expected one of the two"


def _people(council: Any) -> Iterator[Found]:
    people, organisations = _block(_block(council).get("people")), _block(_block(council).get("organisations"))
    account = _block(_block(council).get("account")).get("user_id")
    held: set[str] = set()
    readable = True
    for user_id, person in people.items():
        at: Path = ("people", user_id)
        roles = [role for role in _list(_block(person).get("roles")) if isinstance(role, str)]
        held.update(roles)
        readable = readable and bool(roles) and set(roles) <= set(ROLES)
        if user_id == account:
            yield at, "is the bot's own account; expected a person"
        yield from _represented(at, roles, _block(person).get("organisation"), organisations)
    for role in ("chair", "secretary"):
        if people and readable and role not in held:
            yield ("people",), f"nobody holds the role {role}; expected at least one person"


def _represented(at: Path, roles: list[str], code: Any, organisations: dict[str, Any]) -> Iterator[Found]:
    speaking = [role for role in roles if role in NEED_ORGANISATION]
    if code is None and speaking:
        yield at, f"a {speaking[0]} speaks for an organisation; expected organisation: {_codes(organisations)}"
    if not isinstance(code, str):
        return
    if code not in organisations:
        meant = nearest(code, organisations)
        hint = f'"{meant}"' if meant else f"one of {_codes(organisations)}"
        yield (*at, "organisation"), f'found "{code}"; expected {hint}'
    elif "member" in roles and _block(organisations[code]).get("votes", 1) == 0:
        yield (*at, "roles"), f"a member votes, and {code} has no vote; expected co_opted"


def _contacts(council: Any) -> Iterator[Found]:
    people, organisations = _block(_block(council).get("people")), _block(_block(council).get("organisations"))
    first: dict[str, str] = {}
    for code, organisation in organisations.items():
        for index, user_id in enumerate(_list(_block(organisation).get("contacts"))):
            if not isinstance(user_id, str):
                continue
            if user_id == _block(_block(council).get("account")).get("user_id"):
                yield ("organisations", code, "contacts", index), "is the bot's own account; expected a person"
            spoken_for = _block(people.get(user_id)).get("organisation")
            other = spoken_for if isinstance(spoken_for, str) else first.setdefault(user_id, code)
            if other != code and other in organisations:
                yield (
                    ("organisations", code, "contacts", index),
                    f'found "{user_id}", who speaks for {other}; expected somebody of {code}',
                )


def _retention(council: Any) -> Iterator[Found]:
    for kind, kept in _block(_block(council).get("retention")).items():
        if _block(kept).get("days") is not None and not _block(kept).get("decision_ref"):
            yield ("retention", kind, "decision_ref"), "missing; expected the decision that allows the disposal"
        if kind == "minutes" and (days := _block(kept).get("days")) is not None:
            says = f"found {days}; attendance, minutes and decisions are kept, and go to the archive; expected none"
            yield ("retention", kind, "days"), says


def _slots(council: Any) -> Iterator[Found]:
    posts = _block(_block(council).get("case_posts"))
    first, last = _number(posts.get("first_hour", 8)), _number(posts.get("last_hour", 20))
    if first is not None and last is not None and first > last:
        yield ("case_posts", "last_hour"), f"found {last}; expected {first} (the first hour) or later"


def _votes(council: Any) -> Iterator[Found]:
    organisations = _block(_block(council).get("organisations"))
    if organisations and all(_number(_block(each).get("votes", 1)) == 0 for each in organisations.values()):
        yield ("organisations",), "no organisation has a vote; expected at least one with votes: 1"


def _approved(council: Any) -> Iterator[Found]:
    organisations = _block(_block(council).get("organisations"))
    for index, code in enumerate(_list(_block(_block(council).get("answers")).get("approved"))):
        if isinstance(code, str) and code not in organisations:
            meant = nearest(code, organisations)
            hint = f'"{meant}"' if meant else f"one of {_codes(organisations)}"
            yield ("answers", "approved", index), f'found "{code}"; expected {hint}'


def _twice(council: Any) -> Iterator[Found]:
    """Yield what stands twice in any list: no list here means anything by that."""

    def lists(path: Path, value: Any) -> Iterator[tuple[Path, list[Any]]]:
        if isinstance(value, list):
            yield path, value
        for key, inner in _block(value).items():
            yield from lists((*path, key), inner)

    for path, values in lists((), council):
        for index, value in enumerate(values):
            if isinstance(value, str) and value in values[:index]:
                yield (*path, index), f'found "{value}" a second time; keep one of them'


def _order(council: Any) -> Iterator[Found]:
    """Yield what the plan would say in the wrong order, whatever the calendar."""
    plan = _block(_block(council).get("reminders"))
    for earlier, later in (("call", "items_close"), ("items_close", "notice"), ("draft_minutes", "adjusted")):
        first, second = (_planned(plan, key) for key in (earlier, later))
        if first and second and _surely_after(first, second):
            says = f'found "{plan.get(later) or PLAN[later]}"; expected a moment after {earlier}'
            yield ("reminders", later), f'{says} ("{plan.get(earlier) or PLAN[earlier]}")'


def _planned(plan: dict[str, Any], key: str) -> Offset | None:
    phrase = plan.get(key, PLAN[key])
    return offset(phrase) if isinstance(phrase, str) else None


def _surely_after(one: Offset, other: Offset) -> bool:
    """Say whether one moment comes after another around any meeting. Working days are never fewer as days."""
    if one.working == other.working:
        return (one.days, one.clock or time.max) > (other.days, other.clock or time.max)
    before = one.days < 0
    return one.days > other.days and (other.working if before else one.working)


def _number(value: Any) -> int | None:
    """Return a whole number, also one that came from outside the file and so as text."""
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def _is_on(value: Any) -> bool:
    """Say whether something is turned on, also from outside the file and so by a word."""
    return value is True or (isinstance(value, str) and value.casefold() in ON)


def _codes(organisations: dict[str, Any]) -> str:
    return ", ".join(organisations) or "a code of organisations"


def _mail(council: Any) -> Iterator[Found]:
    mail = _block(_block(council).get("mail"))
    if mail.get("security") == "none" and mail.get("host") not in {"localhost", "127.0.0.1", "::1"}:
        yield (
            ("mail", "security"),
            'found "none"; expected "starttls" or "tls" (it is allowed for this very machine only)',
        )
    if (mail.get("user") is None) is not (mail.get("password") is None) and mail:
        yield ("mail", "password"), "expected both a user and a password, or neither"


RULES = (_account, _people, _contacts, _retention, _slots, _votes, _approved, _twice, _order, _mail)


def _block(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
