"""A question that has been answered in some other way is closed, so that nobody presses a button in vain."""

from commands.case_posts import Desk, question_name
from council.people import Chat
from council.text import PollEnd, Saying, Sharing, Text


async def poll_over(desk: Desk, key: str) -> list[Saying]:
    """Close a poll wherever it stands."""
    rooms = await desk.work.outbox.rooms_of(key)
    return [PollEnd(Chat(room), key, Text("poll-answered"), Sharing.OWN) for room in rooms]


async def solved_poll_over(desk: Desk, number: int) -> list[Saying]:
    """Close the poll that asks whether a case is solved, if there is one."""
    return await poll_over(desk, f"poll-{question_name(desk, number)}")
