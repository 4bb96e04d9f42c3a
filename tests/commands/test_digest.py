"""The digest says what the month was, without names; the summary is composed of what is open."""

from datetime import date, time, timedelta

import pytest

from commands.digest import digest_post, shared_post
from council.meeting import Meeting
from council.promise import Promise, State
from council.share import Share
from council.text import Sharing
from storage.referrals import DANGER, TIP
from tests.council.month import cases, moment
from tests.town import ANNA, COUNCIL, NOON, OPEN, POL, SECRETARY, Town

MARCH = Meeting("2026-03", date(2026, 3, 12), time(18), "Europe/Stockholm", 120, moment("03-01"))
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, moment("03-01"))
EVE, EVENING = moment("04-08T09:00"), moment("04-09T18:50")
SHARED = (
    (1, "POL", Sharing.OPEN, "03-16", "Vecka 11: inga bilbränder"),
    (2, "SDF", Sharing.OPEN, "03-18", "Fältassistenter ute"),
    (3, "BOST", Sharing.OPEN, "03-20", "Vi byter källarlås"),
    (4, "FTG", Sharing.COUNCIL, "03-24", "14 snatterier"),
    (5, "POL", Sharing.OPEN, "04-01", "Varning: bedragare"),
    (6, "RTJ", Sharing.OPEN, "04-02", "Två bilbränder"),
    (10, "SL", Sharing.OPEN, "04-08", "Ny bemanning"),
)


@pytest.fixture
async def april(town: Town) -> Town:
    """The town on the evening of 9 April, with the month's cases, promises and shared posts."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(MARCH)
        await work.meetings.save(APRIL)
        for number, state in enumerate((State.KEPT, State.KEPT, State.BROKEN, State.OPEN), start=1):
            await work.promises.save(Promise(number, "SDF", "klippt", date(2026, 4, 8), NOON, state=state))
        for number, code, sharing, day, text in SHARED:
            await work.shares.save(Share(number, moment(day), "@x:town", code, sharing, text))
        await work.referrals.count(DANGER, date(2026, 3, 21))
        await work.referrals.count(TIP, date(2026, 4, 1))
    await _at(town, EVENING)
    return town


async def _at(town: Town, now: object) -> None:
    async with town.database.work("lindvassa") as work:
        for case in cases(now):  # type: ignore[arg-type]
            await work.cases.save(case)
    town.clock.time = now  # type: ignore[assignment]


async def answers(town: Town, sender: str, line: str, **how: str) -> list[tuple[str, str]]:
    await town.says(sender, line, **how)  # type: ignore[arg-type]
    return await town.hears()


def in_order(text: str, *parts: str) -> bool:
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


async def test_the_council_sees_exact_figures_at_its_meeting(april: Town) -> None:
    shown = (await answers(april, POL, "!digest"))[0][1]

    assert in_order(
        shown,
        "Residents' concerns 13 March-9 April",
        "25 contacts: 23 registered, 2 referred",
        "Status: 9 in progress, 5 closed, 4 triaged, 1 reopened",
        "21 of 22 (95 %), 1 not due",
        "16 of 17 (94 %), median 5 working days",
        "5 unanswered, none overdue",
        "POL 7, SDF 6, TRAF 5, FALT 2, BOST 2, SKOL 1",
        "Swedish 19, English 2, Finnish 1, Arabic 1",
        "Promises: 2 kept, 1 not kept, 1 open.",
        "TR-2026-0053: lighting. Status: received",
    )
    assert "@" not in shown


async def test_the_digest_is_told_in_swedish_too(april: Town) -> None:
    await april.speaks("sv")

    shown = (await answers(april, POL, "!digest"))[0][1]

    assert in_order(
        shown,
        "De boendes frågor 13 mars-9 april",
        "25 kontakter: 23 registrerade, 2 hänvisade",
        "9 pågår, 5 avslutade, 4 fördelade, 1 öppnat igen, 1 dubblett",
        "21 av 22",
        "16 av 17 (94 %), median 5 arbetsdagar",
        "5 obesvarade",
        "Löften: 2 hållna, 1 ej hållet, 1 pågår.",
    )


async def test_the_digest_of_the_day_before_names_the_late_case(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(MARCH)
    await _at(town, EVE)

    shown = (await answers(town, POL, "!digest"))[0][1]

    assert in_order(
        shown,
        "8 in progress, 5 triaged, 3 closed, 2 received",
        "19 of 20",
        "14 of 14",
        "median 4 working days",
        "7 unanswered, 1 overdue: TR-2026-0041",
    )


async def test_the_open_room_sees_small_counts_as_fewer_than_five(april: Town) -> None:
    heard = await answers(april, SECRETARY, "!digest open")

    assert [room for room, _body in heard] == [OPEN, COUNCIL]
    shown = heard[0][1]
    assert in_order(
        shown, "25 contacts", "9 in progress, 5 closed, <5 triaged", "21 of 22", "Swedish 19, English <5, Finnish <5"
    )
    assert "TR-2026" not in shown


async def test_only_the_secretary_publishes_and_residents_see_no_digest(april: Town) -> None:
    assert (await answers(april, POL, "!digest open"))[0][1].startswith("Only the secretary")
    assert (await answers(april, ANNA, "!digest"))[0][1].startswith("Only ")


async def test_the_summary_of_what_was_shared_holds_open_posts_only(april: Town) -> None:
    await april.speaks("sv")
    async with april.database.work("lindvassa") as work:
        (message,) = await shared_post(work, april.charter, APRIL)

    texts = await _rendered(april, message)
    assert texts[0] == (
        "Delad information 13 mars-9 april: 6 inlägg "
        "(polisen 2, stadsdelen 1, bostadsbolaget 1, brandförsvaret 1, SL 1)."
    )
    assert texts[1] == "I1 från polisen: Vecka 11: inga bilbränder"
    assert len(texts) == 7
    assert not any("snatterier" in text for text in texts)


async def test_a_month_without_shared_posts_says_so(town: Town) -> None:
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        (message,) = await shared_post(work, town.charter, APRIL)

    assert (await _rendered(town, message))[0].endswith(": no posts.")


async def test_the_post_to_the_council_is_what_the_command_shows(april: Town) -> None:
    shown = (await answers(april, POL, "!digest"))[0][1]
    async with april.database.work("lindvassa") as work:
        message = (await digest_post(work, april.charter, EVENING))[0]

    assert all(text in shown for text in await _rendered(april, message))


async def _rendered(town: Town, message: object) -> list[str]:
    from locales import Texts

    texts = Texts(town.charter.language, town.charter.zone)
    return [texts.render(getattr(line, "text", line)) for line in message.lines]  # type: ignore[attr-defined]


async def test_a_month_can_be_asked_for(april: Town) -> None:
    shown = (await answers(april, POL, "!digest March"))[0][1]

    assert shown.startswith("Residents' concerns 1 March-31 March")
    assert "TR-2026-0053" not in shown
    assert (await answers(april, POL, "!digest blue"))[0][1].startswith("I cannot read “blue” as a time.")
    assert (await answers(april, POL, "!digest May 2026"))[0][1].startswith("I cannot read “May 2026”")


async def test_the_digest_leads_to_what_it_is_compiled_from(april: Town) -> None:
    await april.says(POL, "!share open Ny bemanning på kvällarna")
    await april.hears()
    april.clock.time += timedelta(minutes=1)

    shown = (await answers(april, POL, "!digest"))[0][1]

    assert "Shared, 8 posts:" in shown
    assert "I11 from the police: Ny bemanning på kvällarna https://matrix.to/#/!open:town/$bot-" in shown


async def test_the_pictures_come_with_their_words(april: Town) -> None:
    heard = [body for _room, act, body in await heard_all(april, "!digest pictures") if act == "file"]

    assert [body.split("\n")[0] for body in heard] == ["What residents raised", "Answers on time", "Promises"]
    assert "March 2026: 16 of 17" in heard[1]


async def heard_all(town: Town, line: str) -> list[tuple[str, str, str]]:
    await town.says(POL, line)
    return await town.hears_all()
