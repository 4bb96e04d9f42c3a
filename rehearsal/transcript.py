"""The rooms' transcripts as people read them: lines for a terminal, and a page for a browser."""

import html
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from string import Template

from rehearsal.cast import Cast
from rehearsal.play import Entry
from rehearsal.wording import ZONE, Moment

PAGE = Path(__file__).parent / "transcript.html"
WIDTH = 100
INDENT = " " * 7
WORDS = {
    "sv": {
        "direct": "Direktchatt med {name}",
        "removed": "(borttaget)",
        "unreadable": "(gick inte att läsa)",
        "edited": "ändrat",
        "thread": "i tråd",
        "title": "{council}, mars och april 2026",
        "about": "Spelat på en riktig Matrix-server på den här datorn. Alla personer, platser och nummer är påhittade.",
        "rooms": "Rum",
        "at": "kl.",
    },
    "en": {
        "direct": "Direct chat with {name}",
        "removed": "(removed)",
        "unreadable": "(could not be read)",
        "edited": "edited",
        "thread": "in thread",
        "title": "{council}, March and April 2026",
        "about": "Played on a real Matrix homeserver on this machine. All people, places and numbers are invented.",
        "rooms": "Rooms",
        "at": "at",
    },
}


class Scribe:
    """Writes down what was said.

    Args:
        cast: for the names of rooms and people.
        speak: the language of headings, sv or en.
    """

    def __init__(self, cast: Cast, speak: str) -> None:
        self._cast = cast
        self._speak = speak
        self._words = WORDS[speak]

    def room_name(self, place: str) -> str:
        """Return what a room is called in the transcript."""
        if place in self._cast.rooms:
            return str(self._cast.rooms[place]["name"][self._speak])
        return self._words["direct"].format(name=self._cast.people[place].name)

    def day(self, day: datetime) -> str:
        """Return the heading of a day."""
        local = day.astimezone(ZONE)
        return f"{Moment(local, self._speak):day} {local.year}"

    def lines(self, entries: Iterable[Entry], *, with_room: bool = True) -> Iterator[str]:
        """Yield the lines of some entries, in their order."""
        for entry in entries:
            where = f"{self.room_name(entry.place)} · " if with_room else ""
            notes = "".join(f" ({note})" for note in self._notes(entry))
            yield f"{self._time(entry)}  {where}{entry.speaker}{notes}"
            for line in self._body(entry).splitlines() or [""]:
                yield from textwrap.wrap(
                    line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, replace_whitespace=False
                ) or [""]
            if entry.post.reactions:
                yield INDENT + " ".join(sorted(reaction.key for reaction in entry.post.reactions))

    def write_text(self, file: Path, entries: Sequence[Entry]) -> None:
        """Write every room's transcript to one file, room after room."""
        written = []
        for place, inside in self.by_room(entries).items():
            written.append(f"\n{self.room_name(place)}\n{'=' * len(self.room_name(place))}")
            for day, posts in groupby(inside, key=lambda entry: self.day(entry.at)):
                written += [f"\n{day}\n", *self.lines(posts, with_room=False)]
        file.write_text("\n".join(written).lstrip() + "\n")

    def write_page(self, file: Path, entries: Sequence[Entry]) -> None:
        """Write every room's transcript as one page that needs nothing else."""
        rooms = self.by_room(entries)
        council = self._cast.council["names"][self._speak]
        page = Template(PAGE.read_text()).substitute(
            language=self._speak,
            title=html.escape(self._words["title"].format(council=council)),
            about=html.escape(self._words["about"]),
            rooms_heading=html.escape(self._words["rooms"]),
            menu="\n".join(self._menu_line(place, posts) for place, posts in rooms.items()),
            rooms="\n".join(self._section(place, posts) for place, posts in rooms.items()),
        )
        file.write_text(page)

    def by_room(self, entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
        """Return the entries of each room in order: the council's rooms first, then the chats as they began."""
        ordered = sorted(entries, key=lambda entry: entry.post.at_ms)
        places = list(dict.fromkeys([*self._cast.rooms, *(entry.place for entry in ordered)]))
        inside = {place: [entry for entry in ordered if entry.place == place] for place in places}
        return {place: posts for place, posts in inside.items() if posts}

    def _time(self, entry: Entry) -> str:
        return f"{(entry.changed_at or entry.at).astimezone(ZONE):%H.%M}"

    def _notes(self, entry: Entry) -> Iterator[str]:
        if entry.post.thread:
            yield self._words["thread"]
        if entry.post.edited_at_ms:
            yield self._words["edited"]

    def _body(self, entry: Entry) -> str:
        if entry.post.deleted:
            return self._words["removed"]
        return entry.post.body if entry.post.readable else self._words["unreadable"]

    def _menu_line(self, place: str, posts: Sequence[Entry]) -> str:
        return f'<li><a href="#{place}">{html.escape(self.room_name(place))}</a> <span>{len(posts)}</span></li>'

    def _section(self, place: str, posts: Sequence[Entry]) -> str:
        days = (
            f'<h3>{html.escape(day)}</h3>\n<ol class="posts">{"".join(map(self._bubble, inside))}</ol>'
            for day, inside in groupby(posts, key=lambda entry: self.day(entry.at))
        )
        return f'<section id="{place}">\n<h2>{html.escape(self.room_name(place))}</h2>\n{"".join(days)}</section>'

    def _bubble(self, entry: Entry) -> str:
        kinds = " ".join(
            name
            for name, holds in (
                ("post", True),
                ("bot", entry.is_bot),
                ("thread", bool(entry.post.thread)),
                ("removed", entry.post.deleted or not entry.post.readable),
            )
            if holds
        )
        notes = "".join(f" · {html.escape(note)}" for note in self._notes(entry))
        reactions = "".join(f"<li>{html.escape(reaction.key)}</li>" for reaction in entry.post.reactions)
        return (
            f'\n<li class="{kinds}"><div class="who" aria-hidden="true">{html.escape(_initials(entry.speaker))}</div>'
            f'<div class="said"><p class="by"><b>{html.escape(entry.speaker)}</b> '
            f'<time datetime="{entry.at.isoformat()}">{entry.at.astimezone(ZONE):%H.%M}</time>{notes}</p>'
            f'<div class="text">{self._rich_body(entry)}</div>'
            f"{f'<ul class=reactions>{reactions}</ul>' if reactions else ''}</div></li>"
        )

    def _rich_body(self, entry: Entry) -> str:
        """Return the text as a client shows it: the bot's own HTML, which it has made safe; others' words plainly."""
        if entry.is_bot and entry.post.formatted_body and not entry.post.deleted:
            return entry.post.formatted_body
        return f"<p>{html.escape(self._body(entry))}</p>"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:2]).upper()
