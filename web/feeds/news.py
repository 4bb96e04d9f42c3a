"""What has happened, the latest first, for feed readers (Atom, RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from council.promise import State
from council.record import Record
from council.text import Fact
from web.render import Tongue

MIMETYPE = "application/atom+xml; charset=utf-8"
MOST = 60


@dataclass(frozen=True)
class News:
    """One thing that happened.

    Args:
        name: what it is called for good.
        where: the page that tells of it, and the place on it.
    """

    name: str
    on: date
    title: str
    words: str
    where: str


def news(record: Record, tongue: Tongue) -> list[News]:
    """Return the latest things that happened, the newest first."""
    found = [*_meetings(record, tongue), *_decisions(record, tongue), *_promises(record, tongue)]
    found += [*_matters(record, tongue), *_removals(record, tongue)]
    return sorted(found, key=lambda each: (each.on, each.name), reverse=True)[:MOST]


def moment(on: date, zone: str) -> str:
    """Return a day as the moment it begins, which is all that is told of when a thing happened."""
    return datetime.combine(on, time(), ZoneInfo(zone)).isoformat()


def _meetings(record: Record, tongue: Tongue) -> Iterator[News]:
    for each in record.held:
        if each.adjusted_on:
            title = tongue.say("web-news-minutes", at=each.starts_at)
            yield News(f"minutes/{each.number}", each.adjusted_on, title, title, f"meetings/{each.number}/")


def _decisions(record: Record, tongue: Tongue) -> Iterator[News]:
    for each in record.decisions:
        title = tongue.say("web-news-decision", id=each.id)
        yield News(f"decision/{each.id}", each.made_on, title, each.text, f"decisions/#{each.id}")


def _promises(record: Record, tongue: Tongue) -> Iterator[News]:
    for each in record.promises:
        facts: dict[str, Fact] = {"id": each.id, "organisation": each.organisation}
        title, where = tongue.say("web-news-promise", due=each.due, **facts), f"promises/#{each.id}"
        yield News(f"promise/{each.id}", each.made_on, title, each.text, where)
        if each.settled_on:
            key = "web-news-kept" if each.state is State.KEPT else "web-news-broken"
            words = f"{each.text} {each.words}".strip()
            yield News(f"promise/{each.id}/settled", each.settled_on, tongue.say(key, **facts), words, where)


def _matters(record: Record, tongue: Tongue) -> Iterator[News]:
    for each in record.matters:
        title = tongue.say("web-news-matter", label=each.label, category=each.category.value)
        words = "\n\n".join(words for words in (each.summary, each.answer) if words)
        yield News(f"case/{each.label}/{each.released_on}", each.released_on, title, words, f"questions/#{each.label}")


def _removals(record: Record, tongue: Tongue) -> Iterator[News]:
    for each in record.removals:
        title = tongue.say("web-removed", kind=each.kind.value, id=each.id)
        yield News(f"removal/{each.id}/{each.on}", each.on, title, title, "removals/")
