"""What the digest is compiled from, each with the way to it: what was shared, the cases that wait; and what is new."""

from commands.posts.cases import council_thread
from commands.posts.permalink import links_to
from commands.posts.shares import key_of
from council.charter import Charter
from council.digest import summary
from council.people import Organisation, Place
from council.period import Period
from council.share import PLACES
from council.text import Item, Line, Sharing, Text, Words
from storage.work import Work

LONGEST_SHOWN = 140
SEEN = (Sharing.OPEN, Sharing.COUNCIL)


async def compared(work: Work, period: Period, registered: int) -> list[Line]:
    """Return how this time compares with the one before that was as long; nothing if that began before the council."""
    since = period.since - (period.until - period.since)
    seeded_at = await work.councils.seeded_at()
    if seeded_at is None or since < seeded_at:
        return []
    before = len(await work.cases.received(since, period.since))
    return [Item(Text("digest-before", count=registered, before=before))]


async def shared_lines(work: Work, period: Period) -> list[Line]:
    """Return what was shared with everybody and with the council, a line each with the link to its post."""
    shares = summary(await work.shares.between(period.since, period.until), SEEN).shares
    links: dict[str, str] = {}
    for sharing in SEEN:
        links |= await links_to(work, PLACES[sharing], (key_of(each) for each in shares if each.sharing is sharing))
    bodies = {each.code: each.in_short() for each in await work.people.organisations()}
    lines: list[Line] = []
    for share in shares:
        source: Organisation | Text = bodies.get(share.organisation or "") or Text("raised-by-secretary")
        link = links.get(key_of(share), "none")
        facts = {"id": share.id, "link": link, "words": Words(_short(share.text))}
        lines.append(Item(Text("digest-share", source=source, **facts)))
    return [Text("digest-shares", count=len(lines)), *lines] if lines else []


async def live_lines(work: Work, charter: Charter) -> list[Line]:
    """Return the cases that somebody still has to deal with: ids, subjects, links to their threads, no names."""
    cases = await work.cases.live()
    links = await links_to(work, Place.COUNCIL, (council_thread(case.number) for case in cases))
    lines: list[Line] = []
    for case in cases:
        subject = Text("case-category", category=case.category.value)
        about = Text("case-about", category=subject, area=case.area) if case.area else subject
        state = Text("case-state", state=case.state.value)
        link = links.get(council_thread(case.number), "none")
        label = case.label(charter.case_prefix)
        lines.append(Item(Text("digest-case", label=label, about=about, state=state, link=link)))
    return [Text("digest-cases"), *lines] if lines else []


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_SHOWN else f"{flat[: LONGEST_SHOWN - 1]}…"
