"""The settings seed a council once; then the database owns what commands may change."""

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.seed import seed
from bot.settings import Council, load
from bot.settings.charter import charter, organisations, people, reminder_plan
from bot.settings.council import Reminders
from bot.settings.seeding import as_stored, differences, seeded
from council.charter import Limits, Retention, Slots
from council.people import Person, Role
from council.plan import Offset, ReminderPlan, Weekly
from storage.database import Database

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRETS = {
    "RADSLAG_MASTER_SECRET": "Xq7-vRt9_kLm2Zb8wPc4Nd6Hs1Jf3Gy5",
    "RADSLAG_COUNCILS__LINDVASSA__ACCOUNT__PASSWORD": "hemligt",
}


@pytest.fixture(scope="module")
def council() -> Council:
    """What the example says of its council."""
    return load(ROOT / "config.example.yaml", SECRETS).settings.councils["lindvassa"]


def test_the_default_plan_of_the_settings_is_the_plan_of_the_rules() -> None:
    assert reminder_plan(Reminders()) == ReminderPlan()


def test_defaults_of_the_settings_are_the_defaults_of_the_rules(council: Council) -> None:
    found = charter("lindvassa", council)

    assert found.limits == Limits()
    assert found.slots == Slots()
    assert (found.meeting_minutes, found.case_prefix, found.first_case) == (120, "TR", 1)


def test_a_plan_may_leave_things_unsaid_and_count_otherwise() -> None:
    plan = reminder_plan(
        Reminders(call="never", reminders=("3 days before at 8:30", "1 hour before"), actions="Fridays 15.00")
    )

    assert plan.call is None
    assert plan.remind == (Offset(-3, clock=time(8, 30)),)
    assert plan.remind_hours == (1,)
    assert plan.nudge == Weekly(4, time(15))


def test_a_charter_holds_what_the_file_says(council: Council) -> None:
    found = charter("lindvassa", council)

    assert found.name("en") == "Lindvassa Safety Council"
    assert found.zone == ZoneInfo("Europe/Stockholm")
    assert found.retention["identity"] == Retention(90, "SDN 2026-17 § 4")
    assert found.retention["minutes"] == Retention()


def test_contacts_hold_that_office_beside_others_or_alone(council: Council) -> None:
    officers = {person.user_id: person for person in people(council)}

    petra, sara = officers["@petra.polis:lindvassa.example"], officers["@sara.sdf:lindvassa.example"]
    assert petra.roles == {Role.RESIDENT, Role.MEMBER, Role.CONTACT}
    assert petra.organisation == "POL"
    assert sara == Person("@sara.sdf:lindvassa.example", frozenset({Role.RESIDENT, Role.CONTACT}), "SDF")


def test_organisations_keep_the_order_of_the_file(council: Council) -> None:
    found = organisations(council)

    assert [each.code for each in found][:3] == ["SDF", "POL", "FAST"]
    assert [each.order for each in found] == list(range(1, 13))
    assert sum(each.votes for each in found) == 9


async def test_a_council_is_seeded_once_and_what_was_changed_since_stays(database: Database, council: Council) -> None:
    await seed(database, "lindvassa", council, NOW)
    async with database.work("lindvassa") as work:
        settings = await work.councils.settings()
        await work.councils.save({**settings, "language": "en", "meetings": {"rule": "first Monday 17:00"}}, NOW)
        await work.people.remove("@petra.polis:lindvassa.example")

    again = await seed(database, "lindvassa", council, NOW)

    assert (again.language, again.rule, again.meeting_minutes) == ("en", "first Monday 17:00", 120)
    async with database.work("lindvassa") as work:
        assert await work.people.get("@petra.polis:lindvassa.example") == Person("@petra.polis:lindvassa.example")
        assert len(await work.people.organisations()) == 12


async def test_who_answers_and_the_limits_are_read_at_every_start(database: Database, council: Council) -> None:
    await seed(database, "lindvassa", council, NOW)
    limits = council.limits.model_copy(update={"concerns_a_day": 20})
    controller = council.controller.model_copy(update={"name": "Kommunstyrelsen"})

    again = await seed(
        database, "lindvassa", council.model_copy(update={"limits": limits, "controller": controller}), NOW
    )

    assert again.limits.concerns_a_day == 20
    assert again.controller.name == "Kommunstyrelsen"


def test_what_is_stored_is_read_back_as_it_was(council: Council) -> None:
    assert as_stored(council, seeded(council)) == council


def test_what_is_stored_holds_no_secret(council: Council) -> None:
    assert "hemligt" not in str(seeded(council))


def test_a_council_as_seeded_does_not_differ(council: Council) -> None:
    told = differences("lindvassa", council, seeded(council), organisations(council), people(council))

    assert told == []


def test_each_difference_is_told_by_its_path_with_both_sides(council: Council) -> None:
    stored = {**seeded(council), "language": "en", "areas": ["Centrum"]}
    bodies = [replace(each, votes=0) if each.code == "SKOL" else each for each in organisations(council)]
    petra, rut = "@petra.polis:lindvassa.example", "@rut.registrator:lindvassa.example"
    officers = [each for each in people(council) if each.user_id != petra]
    officers = [replace(each, roles=frozenset({Role.DPO})) if each.user_id == rut else each for each in officers]

    assert differences("lindvassa", council, stored, bodies, officers) == [
        'councils.lindvassa.language: "sv" in the file, "en" in the database',
        (
            "councils.lindvassa.areas: [Centrum, Parkstråket, Stationen, Skolområdet, Norra gården, Södra gården, "
            "Hela området] in the file, [Centrum] in the database"
        ),
        (
            "councils.lindvassa.organisations.SKOL: "
            "en: the school, sv: skolan (short: en: school); votes: 1 in the file, "
            "en: the school, sv: skolan (short: en: school); votes: 0 in the database"
        ),
        f'councils.lindvassa.people."{rut}": registrar in the file, dpo in the database',
        f'councils.lindvassa.people."{petra}": contact, member (POL) in the file, nothing in the database',
    ]


def test_a_setting_that_is_newer_than_the_seeding_is_given_by_the_file(council: Council) -> None:
    stored = {key: value for key, value in seeded(council).items() if key != "areas"}

    assert as_stored(council, stored).areas == council.areas
    assert differences("lindvassa", council, stored, organisations(council), people(council)) == []
