"""How letters get to those who take part by e-mail."""

from typing import Annotated, Literal

from pydantic import Field

from bot.settings.addresses import HostName, MailSender
from bot.settings.block import Block
from bot.settings.values import WHOLE, Secret


class Mail(Block):
    """The mail server that the council's letters go through. Without it nobody takes part by e-mail."""

    host: HostName
    """Its name."""
    port: Annotated[int, Field(ge=1, le=65535), WHOLE] = 587
    """Its port."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is secured; "none" is taken for this very machine only."""
    user: str | None = None
    """Whom we log in as, if the server wants it."""
    password: Secret | None = None
    """With what."""
    sender: MailSender
    """Whom the letters come from, as "Lindvassa trygghetsråd <trygghet@lindvassa.example>"."""
