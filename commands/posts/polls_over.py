"""A question that has been answered in some other way is closed, so that nobody presses a button in vain."""

from commands.call import Call
from commands.desk import Desk
from commands.posts.cases import question_name
from council.people import Chat
from council.text import PollEnd, Saying, Sharing, Text


async def poll_over(call: Call, key: str) -> list[Saying]:
    """Close a poll in the chat that somebody speaks in; numbers of drafts return, and so may stand in another chat."""
    return [_end(room, key) for room in await call.work.outbox.rooms_of(key) if room == call.incoming.room.number]


async def solved_poll_over(desk: Desk, number: int) -> list[Saying]:
    """Close the poll that asks whether a case is solved, in the chats of all who were asked."""
    key = f"poll-{question_name(desk, number)}"
    return [_end(room, key) for room in await desk.work.outbox.rooms_of(key)]


def _end(room: int, key: str) -> PollEnd:
    return PollEnd(Chat(room), key, Text("poll-answered"), Sharing.OWN)
