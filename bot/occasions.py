"""What is said and done when something falls due."""

from datetime import datetime

from council.charter import Charter
from council.reminders import Due
from council.text import Saying
from storage.work import Work


async def said_when_due(work: Work, charter: Charter, each: Due, now: datetime) -> list[Saying]:
    """Do what falls due and return what is to be said of it."""
    return []
