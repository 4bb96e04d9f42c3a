"""The last step of a letter: over SMTP to the mail server, with every way to fail told apart."""

from email.message import EmailMessage
from email.utils import parseaddr

from bot.settings.mail import Mail

TIMEOUT_SECONDS = 30.0
REFUSED_FOR_GOOD = range(500, 600)


class NotTaken(Exception):
    """The mail server did not take a letter.

    Args:
        reason: for the log and the operators; holds no address and no words.
        for_good: whether trying again would not help.
    """

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.for_good = for_good


async def over_smtp(mail: Mail, letter: EmailMessage) -> None:
    """Hand a letter to the mail server.

    Raises:
        NotTaken: it was not taken.
    """
    import aiosmtplib  # noqa: PLC0415 - only councils with a mail server wait for the library

    try:
        await aiosmtplib.send(
            letter,
            hostname=mail.host,
            port=mail.port,
            username=mail.user,
            password=mail.password.get_secret_value() if mail.password else None,
            use_tls=mail.security == "tls",
            start_tls=mail.security == "starttls",
            timeout=TIMEOUT_SECONDS,
            # Else the library asks the name servers who we are, and may wait long for that.
            local_hostname=parseaddr(mail.sender)[1].partition("@")[2],
        )
    except aiosmtplib.SMTPRecipientsRefused as refused:
        code = refused.recipients[0].code if refused.recipients else 0
        raise NotTaken(f"refused {code}", for_good=code in REFUSED_FOR_GOOD) from refused
    except aiosmtplib.SMTPAuthenticationError as refused:
        raise NotTaken("the mail server refuses our password", for_good=False) from refused
    except aiosmtplib.SMTPResponseException as refused:
        raise NotTaken(f"refused {refused.code}", for_good=refused.code in REFUSED_FOR_GOOD) from refused
    except (aiosmtplib.SMTPException, OSError) as trouble:
        raise NotTaken(type(trouble).__name__, for_good=False) from trouble
