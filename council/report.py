"""The monthly picture in lines: for the council exact, for the public with small counts hidden."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce

from council.digest import Digest, PublicDigest, Ratio, Shown, Summary
from council.people import Organisation
from council.promise import Tally
from council.text import Heading, Item, Line, Text, Words

Owners = Mapping[str, Organisation]


def council_lines(digest: Digest, promises: Tally, first: date, last: date, label: Callable[[int], str]) -> list[Line]:
    """Return the council's digest: exact counts, ids and no names.

    Args:
        digest: the figures.
        promises: what became of all promises.
        first: the first day of the period.
        last: its last day.
        label: the public name of a case's number.
    """
    late = tuple(Text("digest-label", label=label(number)) for number in digest.overdue)
    return [
        Heading(Text("digest-heading", first=first, last=last)),
        Item(
            Text(
                "digest-contacts",
                contacts=Text("digest-count-contacts", count=digest.contacts),
                registered=Text("digest-count-registered", count=digest.registered),
                referred=Text("digest-count-referred", count=digest.referred),
            )
        ),
        *_listed("digest-states", [_state(state.value, count) for state, count in digest.states.items()]),
        Item(_triaged(digest.triaged, digest.not_due)),
        *_answered(digest.answered, digest.answered_workdays),
        Item(_unanswered(digest.unanswered, late)),
        *_listed("digest-owners", [_owner(code, count) for code, count in digest.owners.items()]),
        *_listed("digest-languages", [_language(code, count) for code, count in digest.languages.items()]),
        *_businesses(digest.businesses),
        Item(Text("digest-promises", kept=promises.kept, broken=promises.broken, open=promises.open)),
    ]


def public_lines(digest: PublicDigest, promises: Tally, first: date, last: date) -> list[Line]:
    """Return the digest as the public may see it.

    Args:
        digest: the figures, small counts hidden.
        promises: what became of all promises.
        first: the first day of the period.
        last: its last day.
    """
    states = [_public(_state, state.value, count) for state, count in digest.states.items()]
    owners = [_public(_owner, code, count) for code, count in digest.owners.items()]
    languages = [_public(_language, code, count) for code, count in digest.languages.items()]
    return [
        Heading(Text("digest-heading", first=first, last=last)),
        Item(
            Text(
                "digest-contacts",
                contacts=_counted("digest-count-contacts", digest.contacts),
                registered=_counted("digest-count-registered", digest.registered),
                referred=Text("digest-count-referred", count=digest.referred),
            )
        ),
        *_listed("digest-states", [text for text in states if text]),
        Item(_triaged(digest.triaged, 0)),
        *_answered(digest.answered, digest.answered_workdays),
        Item(Text("digest-overdue", count=digest.overdue)),
        *_listed("digest-owners", [text for text in owners if text]),
        *_listed("digest-languages", [text for text in languages if text]),
        *_businesses(digest.businesses),
        Item(Text("digest-promises", kept=promises.kept, broken=promises.broken, open=promises.open)),
    ]


def summary_lines(summary: Summary, organisations: Owners, first: date, last: date) -> list[Line]:
    """Return the summary of what was shared: how much from whom, and one line each.

    Args:
        summary: composed of what may be shown, and nothing else.
        organisations: by code.
        first: the first day of the period.
        last: its last day.
    """
    posts = len(summary.shares)
    if not posts:
        return [Text("shared-nothing", first=first, last=last)]
    sources = [
        Text("shared-from", source=_called(organisations, code), count=count)
        for code, count in summary.organisations.items()
    ]
    lines = [
        Item(
            Text(
                "shared-line",
                id=share.id,
                source=_called(organisations, share.organisation),
                words=_one_line(share.text),
            )
        )
        for share in summary.shares
    ]
    return [Text("shared-summary", first=first, last=last, posts=posts, sources=_joined(sources)), *lines]


def _state(state: str, count: int | str) -> Text:
    return Text("digest-state", state=state, count=count)


def _owner(code: str, count: int | str) -> Text:
    return Text("digest-owner", code=code, count=count) if code else Text("digest-owner-none", count=count)


def _language(code: str, count: int | str) -> Text:
    return Text("digest-language", language=code, count=count)


def _public(said: Callable[[str, int | str], Text], name: str, count: int | Shown) -> Text | None:
    """Return a count as the public may see it; what is held back is left out."""
    if count is Shown.HELD:
        return None
    return said(name, "<5" if isinstance(count, Shown) else count)


def _counted(key: str, count: int | Shown) -> Text:
    return Text(key, count="<5" if isinstance(count, Shown) else count)


def _triaged(ratio: Ratio, not_due: int) -> Text:
    return Text("digest-triaged", part=ratio.part, whole=ratio.whole, percent=ratio.percent, not_due=not_due)


def _answered(ratio: Ratio, workdays: float | None) -> Iterable[Line]:
    """Yield how many answers came on time, and how long they took; the median may end in a half."""
    if workdays is None:
        return
    key = "digest-answered" if workdays == int(workdays) else "digest-answered-half"
    facts = {"part": ratio.part, "whole": ratio.whole, "percent": ratio.percent, "workdays": int(workdays)}
    yield Item(Text(key, **facts))


def _unanswered(count: int, late: tuple[Text, ...]) -> Text:
    if late:
        return Text("digest-unanswered-late", count=count, late=len(late), labels=late)
    return Text("digest-unanswered", count=count)


def _businesses(count: int | Shown) -> Iterable[Line]:
    """Yield how many concerns come from businesses, if any do and it may be told."""
    if count and count is not Shown.HELD:
        yield Item(_counted("digest-businesses", count))


def _listed(key: str, texts: Sequence[Text]) -> Iterable[Line]:
    if texts:
        yield Item(Text(key, counts=_joined(texts)))


def _joined(texts: Sequence[Text]) -> Text:
    """Return a list of counts with commas only: "polisen 2, stadsdelen 1"."""
    return reduce(lambda first, rest: Text("digest-joined", first=first, rest=rest), texts)


def _called(organisations: Owners, code: str | None) -> Organisation | Text:
    if code is None or code not in organisations:
        return Text("raised-by-secretary")
    return organisations[code].in_short()


def _one_line(words: str) -> Words:
    return Words(" ".join(words.split()))
