"""Links to our own posts, as clients open them: a room, and the event in it. Nothing in them is anybody's words."""

from collections.abc import Mapping
from typing import Any

from council.links import link_to
from council.people import Place
from storage.outbox import LINK, OutboxRow
from storage.work import Work

LINK_TO_COME = "https://matrix.to/#/radslag-link-to-come"
"""Stands in a text until it is known which event a post became."""


async def linked(work: Work, row: OutboxRow, content: dict[str, Any]) -> dict[str, Any]:
    """Return the content of a row of the outbox, with the link in it if it is to have one.

    It leads to a named post of ours in the council's room; to the room itself if that post never got there.
    """
    council = await work.rooms.of(Place.COUNCIL) if row.act == LINK else None
    if council is None:
        return content
    return with_link(content, link_to(council.matrix_id, await work.outbox.event_of(row.about or "", council.number)))


def with_link(content: Mapping[str, Any], link: str) -> dict[str, Any]:
    """Return the content of a message with the link in its place."""
    anchor = f'<a href="{link}">{link}</a>'
    return {
        **content,
        "body": content["body"].replace(LINK_TO_COME, link),
        "formatted_body": content["formatted_body"].replace(LINK_TO_COME, anchor),
    }
