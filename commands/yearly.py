"""The council's account of a year, for everybody to read."""

from commands.arguments import Number
from commands.call import Call
from commands.declare import command
from council.calendar import day_of
from council.people import COUNCIL, IN_COUNCIL, Here
from council.text import Refusal, Saying, Sharing, Text, YearBook


@command("yearly", who=COUNCIL, where=IN_COUNCIL, again=True, heavy=True)
async def give_yearly_report(call: Call, year: Number | None = None) -> list[Saying]:
    """Give the yearly report as a page and a PDF: this year's as far as it has come, or that of another year."""
    today = day_of(call.now, call.charter.zone)
    asked = today.year if year is None else int(year)
    over = [each for each in await call.work.meetings.all() if each.ends_at <= call.now]
    began_at = await call.work.councils.seeded_at()
    first = day_of(began_at, call.charter.zone).year if began_at else today.year
    if asked < first or asked not in {each.day.year for each in over}:
        raise Refusal("yearly-none", year=str(asked))
    return [call.reply(Text("yearly-given", year=str(asked)), sharing=Sharing.OPEN), YearBook(Here(), asked)]
