"""Single values as everybody may see them."""

from council.digest import Shown


def counted(count: int | Shown) -> str | int:
    """Return a count as everybody may see it."""
    if isinstance(count, Shown):
        return "<5" if count is Shown.FEW else "–"
    return count


def whole_or_half(days: float) -> str | int:
    """Return a median, which may end in a half."""
    return int(days) if days == int(days) else f"{int(days)}½"


def legal(words: object) -> str:
    """Return words without the signs that XML cannot hold."""
    return "".join(sign for sign in str(words) if sign in "\t\n\r" or (sign >= " " and not _is_lone(sign)))


def _is_lone(sign: str) -> bool:
    return sign in "\ufffe\uffff" or "\ud800" <= sign <= "\udfff"
