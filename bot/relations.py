"""What an event relates to, put into its content once the event it relates to is known."""

from collections.abc import Mapping
from typing import Any


def related(act: str, content: Mapping[str, Any], root: str | None) -> dict[str, Any]:
    """Return the content of an act with its relation to the event `root`."""
    if root is None or act not in _RELATIONS:
        return dict(content)
    return _RELATIONS[act](content, root)


def in_thread(root: str) -> dict[str, Any]:
    """Return the relation of what stands in the thread under `root`."""
    fallback = {"is_falling_back": True, "m.in_reply_to": {"event_id": root}}
    return {"rel_type": "m.thread", "event_id": root, **fallback}


def _edit(content: Mapping[str, Any], root: str) -> dict[str, Any]:
    shown = {name: value for name, value in content.items() if name != "m.relates_to"}
    relation = {"rel_type": "m.replace", "event_id": root}
    return {**shown, "body": f"* {shown['body']}", "m.new_content": shown, "m.relates_to": relation}


def _thread(content: Mapping[str, Any], root: str) -> dict[str, Any]:
    return {**content, "m.relates_to": in_thread(root)}


def _poll_end(content: Mapping[str, Any], root: str) -> dict[str, Any]:
    return {**content, "m.relates_to": {"rel_type": "m.reference", "event_id": root}}


_RELATIONS = {"edit": _edit, "thread": _thread, "poll-end": _poll_end}
