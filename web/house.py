"""One council as its pages show it: its record, how it is reached, and the addresses that are its own."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from council.record import Record
from locales import Texts
from web.front import Front
from web.render import Tongue

LANGUAGES = ("sv", "en")


@dataclass(frozen=True)
class House:
    """One council as its pages show it."""

    record: Record
    front: Front

    @property
    def slug(self) -> str:
        """Return its short name, which its addresses hold."""
        return self.record.council.slug

    def tongue(self, language: str) -> Tongue:
        """Return a language, with the clocks of the council's zone."""
        return Tongue(Texts(language, ZoneInfo(self.record.council.zone)), self.record.council.language)

    def home(self, language: str) -> str:
        """Return where its start page is, from the root and without a leading slash."""
        return f"{language}/{self.slug}/"

    def address(self, language: str, page: str, detail: str = "") -> str:
        """Return where a page is, from the root and without a leading slash."""
        parts = [*([] if page == "start" else [page]), *([detail] if detail else [])]
        return self.home(language) + "".join(f"{part}/" for part in parts)
