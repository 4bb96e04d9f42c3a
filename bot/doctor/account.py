"""Looks at one account: whether it can be used, is who it says it is, and lets its identity be got back."""

from collections.abc import Iterator

from bot.custodian import Custodian
from bot.doctor.finding import Finding, error, ok, warning
from bot.matrix.custody import IdentityRefused, LoginRefused, State
from bot.matrix.http import Trouble
from council.text import Text, Words
from storage.devices import in_groups


async def of_account(custodian: Custodian) -> list[Finding]:
    """Look at an account."""
    try:
        return list(described(await custodian.state()))
    except (LoginRefused, IdentityRefused) as refused:
        return [error(Text("doctor-account-refused", reason=Words(refused)))]
    except Trouble as trouble:
        return [error(Text("doctor-account-unasked", reason=Words(trouble)), Text("doctor-mend-homeserver"))]


def described(state: State) -> Iterator[Finding]:
    """Yield a state in words, with what is to be done about it."""
    if state.trouble:
        yield error(Text("doctor-account-refused", reason=Words(state.trouble)))
    elif state.device is None:
        yield error(Text("doctor-never-started"), Text("doctor-mend-start"))
    elif not state.is_logged_in:
        yield error(Text("doctor-logged-out", device=Words(state.device)), Text("doctor-mend-device"))
    else:
        yield _identity(state)
        if _agree(state):
            yield _device(state)
            yield _recovery(state)
        yield from _others(state)


def _agree(state: State) -> bool:
    return state.here is not None and state.here == state.there


def _identity(state: State) -> Finding:
    if _agree(state):
        return ok(Text("doctor-identity", fingerprint=in_groups(state.here or "")))
    if state.here is None and state.there is None:
        return error(Text("doctor-identity-none"), Text("doctor-mend-start"))
    if state.there is None:
        return error(Text("doctor-identity-unpublished"), Text("doctor-mend-start"))
    says = Text("doctor-identity-not-here") if state.here is None else Text("doctor-identity-another")
    return error(says, Text("doctor-mend-identity"))


def _device(state: State) -> Finding:
    device = Words(state.device)
    if state.is_signed:
        return ok(Text("doctor-device-signed", device=device))
    return error(Text("doctor-device-unsigned", device=device), Text("doctor-mend-start"))


def _recovery(state: State) -> Finding:
    if state.has_recovery_key:
        return ok(Text("doctor-recovery-key"))
    return warning(Text("doctor-recovery-key-none"), Text("doctor-mend-recovery"))


def _others(state: State) -> Iterator[Finding]:
    for name, is_signed in sorted((state.others or {}).items()):
        if is_signed:
            yield ok(Text("doctor-other-device-signed", device=Words(name)))
        else:
            yield warning(Text("doctor-other-device", device=Words(name)), Text("doctor-mend-other-device"))
