"""How whoever started the demo takes part in it: what the terminal says once the month has been played."""

import os
from collections.abc import Iterator
from datetime import datetime

from rehearsal.district import PASSWORD, District
from rehearsal.wording import ZONE


def how_to_join(district: District, practice: District, now: datetime) -> Iterator[str]:
    """Yield how to take part with any Matrix client.

    Args:
        district: Lindvassa.
        practice: the council to try things in.
        now: the played time, which goes on from here.
    """
    yield ""
    yield f"The demo goes on; for the bots it is {now.astimezone(ZONE):%Y-%m-%d %H.%M} now."
    yield "Join it with any Matrix client on this machine:"
    yield f"  homeserver  {district.homeserver.url}"
    yield f"  password    {PASSWORD}   (everybody's)"
    yield ""
    yield from _company(district, "To look around: the council whose month you saw")
    yield f"  pages       http://{district.pages}/"
    yield "A device that signs in now cannot read what was encrypted before it came; the transcript shows it."
    yield ""
    yield from _company(practice, "To try things: the practice council, where nothing counts")
    yield "Begin with the message that is pinned in that open room: five things to try."
    yield ""
    yield f"To stop: Ctrl-C here, or from elsewhere: kill -INT {os.getpid()}"


def _company(district: District, heading: str) -> Iterator[str]:
    """Yield who and where one council is."""
    slug, server = district.cast.council["slug"], district.homeserver.server_name
    yield f"{heading}:"
    yield f"  open room   #{slug}-open:{server}"
    yield f"  the bot     {district.bot.user_id}"
    for player in district.cast.people.values():
        office = ", ".join(player.roles) or "resident"
        organisation = f", {player.organisation}" if player.organisation else ""
        yield f"  user        {player.account:<18} {player.name} ({office}{organisation})"
