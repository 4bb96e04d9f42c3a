"""What pages are drawn with. Its addresses hold what it is, so that browsers may keep it for ever."""

from functools import cache
from importlib.resources import files

from web.sheet import Sheet, sheet


@cache
def style() -> Sheet:
    """Return the one style sheet."""
    return sheet("text/css; charset=utf-8", (files("web") / "look" / "site.css").read_bytes(), lasting=True)


@cache
def icon() -> Sheet:
    """Return the mark that browsers show beside the title."""
    return sheet("image/svg+xml", (files("web") / "look" / "icon.svg").read_bytes(), lasting=True)


STYLE = f"assets/site-{style().tag[:8]}.css"
ICON = f"assets/icon-{icon().tag[:8]}.svg"
