"""What a page says of itself besides the record: where it is, and how the council is reached."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import segno
from markupsafe import Markup


@dataclass(frozen=True)
class Front:
    """How one council is reached.

    Args:
        account: the Matrix ID of the council's bot.
        room: the Matrix room ID of its open room.
        address: the public address of the pages, as https://trygghet.example.org; empty if none is set.
    """

    account: str
    room: str
    address: str = ""

    @property
    def chat_link(self) -> str:
        """Return a link that opens a direct chat with the bot, in whatever client somebody has."""
        return f"https://matrix.to/#/{quote(self.account, safe='@:')}"

    @property
    def room_link(self) -> str:
        """Return a link that opens the open room."""
        server = self.account.partition(":")[2]
        return f"https://matrix.to/#/{quote(self.room, safe='!:')}?via={quote(server, safe=':')}"

    @property
    def code(self) -> Markup:
        """Return the link to a direct chat as a QR code, drawn in place."""
        return _drawn(self.chat_link)


@cache
def _drawn(link: str) -> Markup:
    """Return a QR code as SVG, dark on light whatever the page's colours: not all readers know it the other way."""
    code = segno.make(link, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, svgclass="code", lineclass=None, light="#fff", dark="#000"))  # noqa: S704 - drawn by us from an address that is quoted
