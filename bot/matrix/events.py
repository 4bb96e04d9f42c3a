"""From what a homeserver hands us to what somebody did. Anything malformed is nothing; nothing here ever raises."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.matrix.batch import Kind

LONGEST_ID = 255
LATEST_MS = 253_402_128_000_000
"""The last days of the year 9999, so that no time zone can push it over what a datetime holds."""

PLAIN_KINDS = frozenset({"m.reaction", "m.room.redaction"})
"""What clients send in clear in encrypted rooms too."""

VOTES = {"m.poll.response": "m.selections", "org.matrix.msc3381.poll.response": "org.matrix.msc3381.poll.response"}
FILES = frozenset({"m.image", "m.file", "m.audio", "m.video"})

_ID = {sigil: re.compile(rf"{re.escape(sigil)}[^\x00-\x20\x7f\ud800-\udfff]+") for sigil in "@$!"}


@dataclass(frozen=True)
class Envelope:
    """What every event of a timeline must have, checked.

    Args:
        content: of the outer event, which may be encrypted.
        raw: the event as it came, for the few other fields that some kinds have.
    """

    event: str
    sender: str
    server_ms: int
    type: str
    content: Mapping[str, Any]
    raw: Mapping[str, Any]

    @property
    def state_key(self) -> str | None:
        """Its state key, if it is a state event."""
        key = self.raw.get("state_key")
        return key if isinstance(key, str) else None


@dataclass(frozen=True)
class Deed:
    """What somebody did, without when and where. Fields as in batch.Arrived."""

    kind: Kind
    body: str = ""
    target: str | None = None
    thread: str | None = None
    choices: tuple[str, ...] = ()


def envelope(raw: object) -> Envelope | None:
    """Return an event's envelope, or None if it is not a proper event."""
    if not isinstance(raw, Mapping):
        return None
    event, sender = an_id("$", raw.get("event_id")), an_id("@", raw.get("sender"))
    kind, content = raw.get("type"), raw.get("content")
    if event is None or sender is None or ":" not in sender or not isinstance(kind, str):
        return None
    if not isinstance(content, Mapping):
        return None
    return Envelope(event, sender, _moment(raw.get("origin_server_ts")), kind, content, raw)


def deed(event_type: str, content: Mapping[str, Any], raw: Mapping[str, Any]) -> Deed | None:
    """Return what an event of a type and (decrypted) content does, or None if it is none of our business.

    Args:
        event_type: of the event itself, not of its encryption.
        content: likewise.
        raw: the outer event, whose `redacts` names what a redaction removes.
    """
    match event_type:
        case "m.room.message":
            return _message(content)
        case "m.room.redaction":
            return _about(Kind.REMOVAL, an_id("$", content.get("redacts")) or an_id("$", raw.get("redacts")))
        case "m.reaction":
            return _reaction(_mapping(content.get("m.relates_to")))
        case "m.sticker":
            return Deed(Kind.FILE, _text(content.get("body")) or "")
    return _vote(content, content.get(VOTES[event_type])) if event_type in VOTES else None


def an_id(sigil: str, value: object) -> str | None:
    """Return a Matrix ID that begins with a sigil, or None if it is none that can be stored."""
    if isinstance(value, str) and len(value) <= LONGEST_ID and _ID[sigil].fullmatch(value):
        return value
    return None


def _message(content: Mapping[str, Any]) -> Deed | None:
    relation = _mapping(content.get("m.relates_to"))
    if relation.get("rel_type") == "m.replace":
        return _edit(relation, _mapping(content.get("m.new_content")))
    body, kind = _text(content.get("body")), content.get("msgtype")
    if body is None:
        return None
    thread, target = _place(relation)
    if kind == "m.text":
        return Deed(Kind.MESSAGE, _without_fallback(body) if target else body, target, thread)
    if isinstance(kind, str) and kind in FILES:
        return Deed(Kind.FILE, body, target, thread)
    return None


def _edit(relation: Mapping[str, Any], content: Mapping[str, Any]) -> Deed | None:
    body = _text(content.get("body"))
    if body is None or content.get("msgtype") != "m.text":
        return None
    return _about(Kind.EDIT, an_id("$", relation.get("event_id")), body=body)


def _reaction(relation: Mapping[str, Any]) -> Deed | None:
    symbol = _text(relation.get("key"))
    if relation.get("rel_type") != "m.annotation" or not symbol:
        return None
    return _about(Kind.REACTION, an_id("$", relation.get("event_id")), body=symbol)


def _vote(content: Mapping[str, Any], answers: object) -> Deed | None:
    if isinstance(answers, Mapping):
        answers = answers.get("answers")
    if not isinstance(answers, list):
        return None
    relation = _mapping(content.get("m.relates_to"))
    choices = tuple(text for text in map(_text, answers[:20]) if text)
    return _about(Kind.VOTE, an_id("$", relation.get("event_id")), choices=choices)


def _about(kind: Kind, target: str | None, body: str = "", choices: tuple[str, ...] = ()) -> Deed | None:
    return None if target is None else Deed(kind, body, target, choices=choices)


def _place(relation: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Return the thread's root and the message replied to. In a thread, a reply may be there for old clients only."""
    thread = an_id("$", relation.get("event_id")) if relation.get("rel_type") == "m.thread" else None
    target = an_id("$", _mapping(relation.get("m.in_reply_to")).get("event_id"))
    if thread and relation.get("is_falling_back") is True:
        target = None
    return thread, target


def _without_fallback(body: str) -> str:
    """Cut off what older clients put before a reply: the quoted message, line by line, or in <mx-reply>."""
    if body.startswith("<mx-reply>"):
        return body.partition("</mx-reply>")[2].lstrip("\n")
    lines = body.split("\n")
    quoted = 0
    while quoted < len(lines) and (lines[quoted].startswith("> ") or lines[quoted] == ">"):
        quoted += 1
    if quoted and quoted < len(lines) and not lines[quoted].strip():
        quoted += 1
    return "\n".join(lines[quoted:])


def _text(value: object) -> str | None:
    """Return a string that every database can hold: no NUL, no half of a surrogate pair."""
    if not isinstance(value, str):
        return None
    text = value.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _moment(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        return 0
    return min(max(value, 0), LATEST_MS)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
