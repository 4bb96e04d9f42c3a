"""Pages from templates: every sentence comes from the locales, and every word that somebody wrote is escaped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from council.text import Fact, Text, Words
from locales import Texts
from web.shown import counted, legal, whole_or_half

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Tongue:
    """One language of the pages, for the templates.

    Args:
        own: the language that the council's own words are in.
    """

    texts: Texts
    own: str

    @property
    def language(self) -> str:
        """Return the language of the pages."""
        return self.texts.language

    def say(self, key: str, **facts: Fact) -> str:
        """Return a text in words."""
        return self.texts.render(Text(key, **facts))

    def name(self, fact: Fact) -> str:
        """Return an organisation, a title or an office in words."""
        return self.texts.render(fact) if isinstance(fact, Text) else self.say("web-name", name=fact)

    def is_foreign(self, fact: Fact) -> bool:
        """Say whether something stands in the council's own words, and those are in another language than the page."""
        return isinstance(fact, Words) and self.own != self.language


@cache
def templates() -> Environment:
    """Return the templates, which refuse a value that is not there."""
    found = Environment(
        loader=PackageLoader("web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["shown"] = counted
    found.filters["half"] = whole_or_half
    found.filters["legal"] = legal
    return found


def rendered(template: str, tongue: Tongue, values: Mapping[str, Any]) -> str:
    """Return a template filled in."""
    said: dict[str, Callable[..., Any]] = {"t": tongue.say, "name": tongue.name, "is_foreign": tongue.is_foreign}
    return templates().get_template(template).render(said | {"language": tongue.language, "own": tongue.own}, **values)
