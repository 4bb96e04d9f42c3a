"""What a person sees of a room: posts with their edits, removals and reactions folded in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

MESSAGE = "m.room.message"
UNREADABLE = "m.room.encrypted"
POLL_STARTS = ("m.poll.start", "org.matrix.msc3381.poll.start")


@dataclass(frozen=True)
class Reaction:
    """A reaction to a post."""

    event_id: str
    sender: str
    key: str


@dataclass(frozen=True)
class Post:
    """One message as it stands now for the person who reads it."""

    event_id: str
    room_id: str
    sender: str
    body: str
    at_ms: int
    """The homeserver's time of the first version, milliseconds since 1970."""
    formatted_body: str | None = None
    kind: str = "m.text"
    thread: str | None = None
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    encrypted: bool = False
    readable: bool = True
    deleted: bool = False
    edited_at_ms: tuple[int, ...] = ()
    versions: tuple[str, ...] = ()
    """The bodies that edits have replaced, oldest first."""
    reactions: tuple[Reaction, ...] = ()
    content: Mapping[str, Any] | None = None


class Timeline:
    """All that one person has been given of one room, in the order it came."""

    def __init__(self, room_id: str) -> None:
        self.room_id = room_id
        self._posts: dict[str, Post] = {}
        self._seen: set[str] = set()
        self._waiting: dict[str, list[dict[str, Any]]] = {}

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts.values())

    def __len__(self) -> int:
        return len(self._posts)

    def get(self, event_id: str) -> Post | None:
        """Return the post that began as this event, if the person has it."""
        return self._posts.get(event_id)

    def take(self, event: dict[str, Any], *, encrypted: bool = False) -> None:
        """Fold one event in, decrypted if it could be; an event seen before changes nothing.

        Args:
            event: as the homeserver gives it, or with `type` and `content` replaced by what was decrypted.
            encrypted: whether it lay encrypted on the homeserver.
        """
        event_id = event["event_id"]
        was_unreadable = (known := self._posts.get(event_id)) is not None and not known.readable
        if event_id in self._seen and not (was_unreadable and event["type"] != UNREADABLE):
            return
        self._seen.add(event_id)
        if was_unreadable and _replaced(event) is not None:
            del self._posts[event_id]
        self._fold(event, encrypted=encrypted)
        for late in self._waiting.pop(event_id, []):
            self._fold(late, encrypted=encrypted)

    def _fold(self, event: dict[str, Any], *, encrypted: bool) -> None:
        kind = event["type"]
        about = _about(event)
        if about is not None and about not in self._seen:
            self._waiting.setdefault(about, []).append(event)
        elif kind == "m.room.redaction":
            self._remove(about)
        elif kind == "m.reaction":
            self._react(event)
        elif kind == MESSAGE and about is not None:
            self._edit(about, event)
        elif kind in (MESSAGE, UNREADABLE, *POLL_STARTS):
            self._posts[event["event_id"]] = _post(self.room_id, event, encrypted=encrypted or kind == UNREADABLE)

    def _edit(self, about: str, event: dict[str, Any]) -> None:
        post = self._posts.get(about)
        if post is None or post.sender != event["sender"]:
            return
        new: dict[str, Any] = _mapping(event["content"].get("m.new_content"))
        self._posts[about] = replace(
            post,
            body=str(new.get("body", "")),
            formatted_body=new.get("formatted_body"),
            edited_at_ms=(*post.edited_at_ms, event["origin_server_ts"]),
            versions=(*post.versions, post.body),
            content=new,
        )

    def _remove(self, about: str | None) -> None:
        for event_id, post in self._posts.items():
            if event_id == about:
                self._posts[event_id] = replace(post, body="", formatted_body=None, deleted=True, content=None)
                return
            kept = tuple(reaction for reaction in post.reactions if reaction.event_id != about)
            if kept != post.reactions:
                self._posts[event_id] = replace(post, reactions=kept)
                return

    def _react(self, event: dict[str, Any]) -> None:
        related = _mapping(event["content"].get("m.relates_to"))
        post = self._posts.get(_about(event) or "")
        if post is not None:
            reaction = Reaction(event["event_id"], event["sender"], str(related.get("key", "")))
            self._posts[post.event_id] = replace(post, reactions=(*post.reactions, reaction))


def _about(event: dict[str, Any]) -> str | None:
    """Return the event that this one changes: an edit, a removal or a reaction; None for a post of its own."""
    if event["type"] == "m.room.redaction":
        return _an_id(event.get("redacts") or event["content"].get("redacts"))
    if event["type"] == "m.reaction":
        return _an_id(_mapping(event["content"].get("m.relates_to")).get("event_id"))
    return _replaced(event)


def _an_id(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _mapping(value: object) -> dict[str, Any]:
    """Return what should be a mapping, and an empty one where a client has sent anything else."""
    return value if isinstance(value, dict) else {}


def _replaced(event: dict[str, Any]) -> str | None:
    related = _mapping(event["content"].get("m.relates_to"))
    return _an_id(related.get("event_id")) if related.get("rel_type") == "m.replace" else None


def _post(room_id: str, event: dict[str, Any], *, encrypted: bool) -> Post:
    content: dict[str, Any] = event["content"]
    related = _mapping(content.get("m.relates_to"))
    deleted = "redacted_because" in (event.get("unsigned") or {})
    is_thread = related.get("rel_type") == "m.thread"
    quoted = _mapping(related.get("m.in_reply_to")).get("event_id")
    return Post(
        event_id=event["event_id"],
        room_id=room_id,
        sender=event["sender"],
        body=str(content.get("body") or _poll_text(content)),
        formatted_body=content.get("formatted_body"),
        at_ms=event["origin_server_ts"],
        kind=str(content.get("msgtype", event["type"])),
        thread=related.get("event_id") if is_thread else None,
        reply_to=None if is_thread and related.get("is_falling_back", False) else quoted,
        mentions=tuple(_mapping(content.get("m.mentions")).get("user_ids") or ()),
        encrypted=encrypted,
        readable=deleted or event["type"] != UNREADABLE,
        deleted=deleted,
        content=content,
    )


def _poll_text(content: dict[str, Any]) -> str:
    text = content.get("m.text") or content.get("org.matrix.msc1767.text") or ""
    return text if isinstance(text, str) else " ".join(str(part.get("body", "")) for part in text)
