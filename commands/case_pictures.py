"""Residents' pictures in casework: shown in the secretariat's thread of their case, and in no other room."""

from commands.arguments import CaseNumber
from commands.call import Call
from commands.declare import command
from commands.desk import Desk
from commands.posts.cases import in_secretariat, label, secretariat_thread
from council.case import Case
from council.passage import RESIDENT
from council.people import IN_SECRETARIAT, SECRETARY, Direct, Place
from council.picture import Picture
from council.text import Message, Photo, Refusal, Removal, Saying, Sharing, Text

MADE_AS = "image/jpeg"


@command("case pictures", who=SECRETARY, where=IN_SECRETARIAT, again=True)
async def show_pictures(call: Call, number: CaseNumber) -> list[Saying]:
    """Show the pictures of a case once more, in its thread."""
    case = await call.work.cases.get(number)
    pictures = await call.work.pictures.of(number)
    if not pictures:
        raise Refusal("case-pictures-none", label=label(call, case))
    return [
        call.reply(Text("case-pictures-shown", label=label(call, case), count=len(pictures))),
        *[_shown(call, case, each, place) for place, each in enumerate(pictures, 1)],
    ]


async def given(desk: Desk, case: Case, person: str) -> list[Saying]:
    """Let somebody's waiting pictures belong to her case, as many as it may have; she is told what became of them."""
    waiting = await desk.work.pictures.waiting_of(person)
    if not waiting:
        return []
    before = await desk.work.pictures.count_in(case.number)
    fitting = waiting[: max(desk.charter.limits.pictures_a_case - before, 0)]
    over = waiting[len(fitting) :]
    await desk.work.pictures.remove(each.number for each in over)
    posts: list[Saying] = []
    for place, each in enumerate(fitting, before + 1):
        picture = await desk.work.pictures.give(each, case.number)
        await desk.work.journal.write(desk.now, RESIDENT, "case-picture", f"case:{case.number}", f"picture {place}")
        posts.append(_shown(desk, case, picture, place))
    return [_told(desk, case, person, len(fitting), len(over)), *_announced(desk, case, len(fitting)), *posts]


async def picture_taken_back(call: Call) -> list[Saying] | None:
    """Take back the picture that came with a message now deleted; None if none came with it."""
    found = await call.work.pictures.came_with(call.origin)
    if found is None:
        return None
    number, of = found
    if of is None:
        await call.work.pictures.remove([number])
        return [call.reply(Text("picture-gone"), sharing=Sharing.OWN)]
    await call.work.journal.write(call.now, RESIDENT, "case-picture-hidden", f"case:{of}")
    case = await call.work.cases.get(of)
    return [
        call.reply(Text("your-picture-hidden", label=label(call, case)), sharing=Sharing.OWN),
        Removal(Place.SECRETARIAT, key=picture_key(of, number)),
    ]


def picture_key(case: int, number: int) -> str:
    """Return the name of the post that shows a picture."""
    return f"case:{case:04d}:picture:{number}"


def _told(desk: Desk, case: Case, person: str, fitting: int, over: int) -> Message:
    lines = [Text("picture-added", label=label(desk, case), count=fitting)] if fitting else []
    if over:
        lines.append(Text("pictures-full", label=label(desk, case), most=desk.charter.limits.pictures_a_case))
    return Message.of(Direct(person), *lines, sharing=Sharing.OWN)


def _announced(desk: Desk, case: Case, count: int) -> list[Saying]:
    return [in_secretariat(case, Text("case-picture", label=label(desk, case), count=count))] if count else []


def _shown(desk: Desk, case: Case, picture: Picture, place: int) -> Photo:
    return Photo(
        Place.SECRETARIAT,
        name=f"{label(desk, case)}-{place}.jpg",
        mimetype=MADE_AS,
        data=picture.data,
        thread=secretariat_thread(case.number),
        key=picture_key(case.number, picture.number),
        case=case.number,
    )
