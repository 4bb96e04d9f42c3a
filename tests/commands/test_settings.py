"""Settings, organisations and the series are changed in chat: shown first, confirmed, and in force at once."""

from datetime import date, time
from typing import Any

import pytest

from council.meeting import Meeting
from tests.commands.confirmed import answer, confirmed
from tests.town import BOE, CHAIR, COUNCIL, NOON, OPEN, OPERATOR, RULEBOOK, SECRETARIAT, SECRETARY, Town

APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, NOON, series_day=date(2026, 4, 9))
PLAN = ("reminders", "reminders")
MAY = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, NOON, series_day=date(2026, 5, 14))


@pytest.fixture
async def seeded(town: Town) -> Town:
    """The town with the settings of the example file in its database, and two meetings planned."""
    async with town.database.work("lindvassa") as work:
        await work.councils.save({"language": "en"}, NOON)
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)
    return town


async def stored(town: Town) -> dict[str, Any]:
    async with town.database.work("lindvassa") as work:
        return await work.councils.settings()


async def test_a_setting_is_shown_with_what_it_was_and_changes_nothing_until_confirmed(seeded: Town) -> None:
    told = await answer(seeded, SECRETARY, "!settings change targets.answer_workdays 15")

    assert told.startswith("targets.answer_workdays is 10 and becomes 15.\nIs that right? Write !confirm ")
    assert await stored(seeded) == {"language": "en"}


async def test_a_confirmed_setting_holds_from_the_next_thing_that_is_said(seeded: Town) -> None:
    await confirmed(seeded, SECRETARY, "!settings change targets.answer_workdays 15")

    kept = await stored(seeded)
    assert kept["targets"]["answer_workdays"] == 15
    assert RULEBOOK.charter(kept).targets.answer_workdays == 15


async def test_the_dispatcher_speaks_the_new_language_at_once(seeded: Town) -> None:
    dispatcher = seeded.dispatcher
    before = dispatcher.charter
    await confirmed(seeded, SECRETARY, "!settings change language sv")

    async with seeded.database.work("lindvassa") as work:
        assert RULEBOOK.charter(await work.councils.settings()).language == "sv"
    assert before.language == "en"


@pytest.mark.parametrize(
    ("typed", "path", "value"),
    [
        ("areas Centrum; Stationen", ("areas",), ["Centrum", "Stationen"]),
        ("areas -", ("areas",), []),
        ("reminders.notice = 4 working days before, 12:00", ("reminders", "notice"), "4 working days before, 12:00"),
        ("reminders.reminders 9 days before; 1 hours before", PLAN, ["9 days before", "1 hours before"]),
        ("case_posts.in_slots nej", ("case_posts", "in_slots"), False),
        ("name.sv Nya trygghetsrådet", ("name", "sv"), "Nya trygghetsrådet"),
        ("answers.approved POL; SDF", ("answers", "approved"), ["POL", "SDF"]),
    ],
)  # fmt: skip
async def test_every_kind_of_setting_can_be_typed(
    seeded: Town, typed: str, path: tuple[str, ...], value: object
) -> None:
    await confirmed(seeded, SECRETARY, f"!settings change {typed}")

    found: Any = await stored(seeded)
    for part in path:
        found = found[part]
    assert found == value


@pytest.mark.parametrize(
    ("sender", "line", "told"),
    [
        (SECRETARY, "!settings change areas.x soon", "There is no setting called “areas.x”."),
        (SECRETARY, "!settings change targets.reopen_days x", "targets.reopen_days cannot be “x”. Now it is: 90."),
        (SECRETARY, "!settings change targets.answer_workdays 0", "targets.answer_workdays cannot be “0”."),
        (SECRETARY, "!settings change reminders.notice tomorrow", "reminders.notice cannot be “tomorrow”."),
        (SECRETARY, "!settings change reopen_days 1", "There is no setting called “reopen_days”."),
        (SECRETARY, "!settings change master_secret x", "There is no setting called “master_secret”."),
        (SECRETARY, "!settings change first_case 9000", "There is no setting called “first_case”."),
        (SECRETARY, "!settings change meetings.rule x", "The meeting rule is changed with: !meeting series"),
        (SECRETARY, "!settings change case_posts.last_hour 3", "That does not agree with case_posts.last_hour."),
        (SECRETARY, "!settings change case_posts.in_slots maybe", "case_posts.in_slots cannot be “maybe”."),
        (SECRETARY, "!settings change retention.journal.days 30", "Records may be destroyed only by a decision."),
        (OPERATOR, "!settings change language sv", "Only the chair and the secretary can do that."),
        (BOE, "!settings", "Only the chair, the secretary, the registrar and the operator can do that."),
    ],
)  # fmt: skip
async def test_what_cannot_be_set_is_said_and_nothing_changes(seeded: Town, sender: str, line: str, told: str) -> None:
    heard = await answer(seeded, sender, line, sender if sender == BOE else SECRETARIAT)

    assert heard.startswith(told), heard
    assert await stored(seeded) == {"language": "en"}


async def test_the_settings_are_listed_and_those_that_differ_from_the_default_say_so(seeded: Town) -> None:
    await confirmed(seeded, SECRETARY, "!settings change targets.answer_workdays 15")

    told = await answer(seeded, SECRETARY, "!settings targets")

    assert "- targets.answer_workdays: 15 (otherwise 10)" in told
    assert "- targets.triage_workdays: 2\n" in told
    assert "master" not in await answer(seeded, SECRETARY, "!settings")


async def test_a_new_organisation_takes_part_and_an_unused_one_can_go(seeded: Town) -> None:
    await confirmed(seeded, SECRETARY, "!organisation add BIB the library (co-opted)")
    async with seeded.database.work("lindvassa") as work:
        library = await work.people.organisation("BIB")
    assert (library.names, library.votes) == ({"en": "the library"}, 0)

    await confirmed(seeded, SECRETARY, "!organisation remove BIB")
    async with seeded.database.work("lindvassa") as work:
        assert "BIB" not in {each.code for each in await work.people.organisations()}


async def test_an_organisation_is_renamed_in_the_councils_language_and_keeps_its_other_name(seeded: Town) -> None:
    await confirmed(seeded, SECRETARY, "!organisation add POL the local police")

    async with seeded.database.work("lindvassa") as work:
        police = await work.people.organisation("POL")
    assert police.names == {"sv": "polisen", "en": "the local police"}
    assert police.order == 2


async def test_an_organisation_that_somebody_speaks_for_stays(seeded: Town) -> None:
    told = await answer(seeded, SECRETARY, "!organisation remove POL")

    assert told.startswith("@pol:town still speaks for POL.")


async def test_a_new_rule_shows_each_meeting_first_and_is_announced_once_in_each_room(seeded: Town) -> None:
    shown = await answer(seeded, CHAIR, "!meeting series second Wednesday at 17:30", COUNCIL)
    assert "Thursday 14 May 2026 at 18:00 becomes Wednesday 13 May 2026 at 17:30" in shown
    async with seeded.database.work("lindvassa") as work:
        assert (await work.meetings.get("2026-05")).day == date(2026, 5, 14)

    done = await confirmed(seeded, CHAIR, "!meeting series second Wednesday at 17:30", COUNCIL)

    assert [room for room, act, body in done if act == "post" and "New meeting rule" in body] == [OPEN, COUNCIL]
    async with seeded.database.work("lindvassa") as work:
        may = await work.meetings.get("2026-05")
        kept = await work.councils.settings()
    assert (may.day, may.clock) == (date(2026, 5, 13), time(17, 30))
    assert kept["meetings"]["rule"] == "second Wednesday at 17:30"


async def test_a_meeting_that_was_called_off_is_not_said_to_be_kept_by_a_new_rule(seeded: Town) -> None:
    await seeded.says(CHAIR, "!meeting cancel 2026-04", room=COUNCIL)
    await seeded.says(CHAIR, "!meeting move 2026-05 2026-05-21T18:00", room=COUNCIL)
    await seeded.hears()

    shown = await answer(seeded, CHAIR, "!meeting series second Wednesday at 17:30", COUNCIL)

    kept = shown.partition("Kept, because the notice is out or the meeting was moved by itself\n")[2]
    assert kept.partition("\nIs that right?")[0] == "- Thursday 21 May 2026 at 18:00"


async def test_only_the_chair_changes_the_series(seeded: Town) -> None:
    told = await answer(seeded, SECRETARY, "!meeting series second Wednesday at 17:30", COUNCIL)

    assert told == "Only the chair can do that."


async def test_set_up_says_what_is_missing_with_the_line_to_write(seeded: Town) -> None:
    told = await answer(seeded, CHAIR, "!setup", CHAIR)

    assert told.startswith("How far you have come: 22 of 23")
    assert "- Missing: a data protection officer. Write: !member add @dan:lindvassa.example dpo" in told
    assert told.endswith("One step is left. Write !setup again when it is done.")

    await confirmed(seeded, CHAIR, "!member add @dan:lindvassa.example dpo", CHAIR)

    assert (await answer(seeded, CHAIR, "!setup", CHAIR)).endswith(
        "Everything is in place. Write !help to see what you can write."
    )
