"""Looks at the homeserver: whether it answers, and whether our clock goes with its."""

from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.doctor.finding import Finding, error, ok, warning
from bot.matrix.http import Server, Trouble, path
from bot.ticker import MOST_WRONG
from council.text import Text, Words

NOT_WORTH_A_WORD = timedelta(seconds=30)


async def of_homeserver(server: Server, url: str, now: datetime) -> list[Finding]:
    """Look at the homeserver.

    Args:
        now: by our clock.
    """
    try:
        answer = await server.ask("GET", path("versions", root="/_matrix/client"))
    except Trouble as trouble:
        says = Text("doctor-homeserver-silent", url=Words(url), reason=Words(trouble))
        return [error(says, Text("doctor-mend-homeserver"))]
    versions = answer.get("versions")
    if not isinstance(versions, list) or not versions:
        return [error(Text("doctor-homeserver-none", url=Words(url)), Text("doctor-mend-address"))]
    return [ok(Text("doctor-homeserver", url=Words(url), version=Words(versions[-1]))), _clock(server, now)]


def _clock(server: Server, now: datetime) -> Finding:
    said = server.time_ms()
    if said is None:
        return warning(Text("doctor-clock-unknown"), Text("doctor-mend-clock"))
    seconds = round((now - SystemClock().at(said)).total_seconds())
    says = Text("doctor-clock", seconds=abs(seconds), side="ahead" if seconds >= 0 else "behind")
    if abs(seconds) > MOST_WRONG.total_seconds():
        return error(says, Text("doctor-mend-clock"))
    return ok(says) if abs(seconds) <= NOT_WORTH_A_WORD.total_seconds() else warning(says, Text("doctor-mend-clock"))
