"""What the bot says by itself, word for word, in both languages."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from council.meeting import Meeting
from council.notices import (
    Outcome,
    action_reminder,
    adjustment_due,
    call_for_items,
    draft_missing,
    minutes_announced,
    notice_of_meeting,
    red_day_ahead,
    red_days_of_series,
    reminder_before,
    reminder_in_days,
    reminder_in_hours,
    summary,
)
from council.people import Contacts, Holders, Place, Role
from council.reminders import Due, Kind, ReminderPlan
from council.rule import read_rule
from council.schedule import occurrences, proposals
from council.text import CEILING, Heading, Item, Message, Quote
from locales import Texts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
PLAN = ReminderPlan()
APRIL = Meeting("2026-04", date(2026, 4, 9), time(18), "Europe/Stockholm", 120, datetime(2026, 3, 1, tzinfo=UTC))
MAY = Meeting("2026-05", date(2026, 5, 21), time(18), "Europe/Stockholm", 120, datetime(2026, 4, 10, tzinfo=UTC))
RULE = read_rule("second Thursday 18:00, not in July")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def fallen_due(when: str, subject: str = "2026-04") -> Due:
    return Due("key", at(when), at(when) + timedelta(hours=24), Kind.CALL, subject)


def said(messages: list[Message], language: str) -> list[str]:
    texts = Texts(language, STOCKHOLM)
    lines: list[str] = []
    for line in messages[0].lines:
        assert not isinstance(line, Quote)
        lines.append(texts.render(line.text if isinstance(line, Heading | Item) else line))
    return lines


def test_the_call_goes_to_the_open_and_the_council_room_and_states_the_closing_time() -> None:
    messages = call_for_items(fallen_due("2026-03-19T09:00"), APRIL, PLAN, at("2026-03-19T09:00"))

    assert [message.to for message in messages] == [Place.OPEN, Place.COUNCIL]
    assert said(messages, "sv") == [
        (
            "Nästa möte: torsdag 9 april 2026 kl. 18.00. Anmäl punkter senast fredag 27 mars kl. 12.00: !agenda add. "
            "Boende: skriv till mig direkt."
        )
    ]
    assert said(messages, "en") == [
        (
            "Next meeting: Thursday 9 April 2026 at 18:00. Add items by Friday 27 March at 12:00: !agenda add. "
            "Residents: write to me directly."
        )
    ]


def test_the_notice_tells_the_hours_and_the_size_of_the_agenda() -> None:
    messages = notice_of_meeting(fallen_due("2026-03-31T12:00"), APRIL, 15, 120, at("2026-03-31T12:00"))

    assert said(messages, "sv") == [
        (
            "Kallelse. Trygghetsrådet möts torsdag 9 april 2026 kl. 18.00-20.00. 15 punkter, 120 minuter. "
            "Inspelning: nej. Visa dagordningen: !agenda list"
        )
    ]
    assert said(messages, "en") == [
        (
            "Notice of meeting. The council meets Thursday 9 April 2026, 18:00-20:00. 15 items, 120 minutes. "
            "Recording: no. Show the agenda: !agenda list"
        )
    ]


@pytest.mark.parametrize(
    ("now", "swedish", "english"),
    [
        (
            "2026-03-26T18:00",
            "Om två veckor: möte torsdag 9 april 2026 kl. 18.00. Anmäl punkter senast fredag 27 mars kl. 12.00.",
            "In two weeks: meeting Thursday 9 April 2026 at 18:00. Add items by Friday 27 March at 12:00.",
        ),
        (
            "2026-04-02T18:00",
            "Om en vecka: möte torsdag 9 april 2026 kl. 18.00. Dagordningen är fastställd: !agenda list",
            "In one week: meeting Thursday 9 April 2026 at 18:00. The agenda is fixed: !agenda list",
        ),
        (
            "2026-03-30T18:00",
            (
                "Om 10 dagar: möte torsdag 9 april 2026 kl. 18.00. "
                "Tiden för att anmäla punkter gick ut fredag 27 mars kl. 12.00."
            ),
            (
                "In 10 days: meeting Thursday 9 April 2026 at 18:00. "
                "The time for adding items passed on Friday 27 March at 12:00."
            ),
        ),
    ],
)
def test_a_reminder_says_what_can_still_be_done_about_the_agenda(now: str, swedish: str, english: str) -> None:
    messages = reminder_in_days(fallen_due(now), APRIL, PLAN, at(now))

    assert [message.to for message in messages] == [Place.COUNCIL]
    assert said(messages, "sv") == [swedish]
    assert said(messages, "en") == [english]


def test_a_late_reminder_says_so_and_counts_the_days_anew() -> None:
    messages = reminder_in_days(fallen_due("2026-03-26T18:00"), APRIL, PLAN, at("2026-03-27T07:00"))

    assert said(messages, "sv") == [
        "Om 13 dagar: möte torsdag 9 april 2026 kl. 18.00. Anmäl punkter senast fredag 27 mars kl. 12.00.",
        "(försenad)",
    ]


def test_the_day_before_names_the_quorum() -> None:
    messages = reminder_before(fallen_due("2026-04-08T09:00"), APRIL, 5, 9, at("2026-04-08T09:00"))

    assert said(messages, "sv") == [
        "I morgon, torsdag 9 april kl. 18.00: möte. Beslutförhet kräver 5 av 9. Förhinder? !attend no"
    ]
    assert said(messages, "en") == [
        "Tomorrow, Thursday 9 April at 18:00: meeting. Quorum is 5 of 9. Cannot come? !attend no"
    ]


@pytest.mark.parametrize(("now", "first"), [("2026-04-09T08:00", "Today"), ("2026-04-02T09:00", "In one week")])
def test_the_last_reminder_never_says_tomorrow_of_another_day(now: str, first: str) -> None:
    messages = reminder_before(fallen_due("2026-04-08T09:00"), APRIL, 5, 9, at(now))

    assert said(messages, "en")[0].startswith(f"{first}, Thursday 9 April")


def test_two_hours_before_it_says_so_unless_it_is_late() -> None:
    due = fallen_due("2026-04-09T16:00")

    assert said(reminder_in_hours(due, APRIL, at("2026-04-09T16:00")), "sv") == [
        "Mötet börjar om två timmar, kl. 18.00."
    ]
    assert said(reminder_in_hours(due, APRIL, at("2026-04-09T16:01")), "en") == [
        "The meeting starts in two hours, at 18:00."
    ]
    assert said(reminder_in_hours(due, APRIL, at("2026-04-09T17:30")), "sv") == [
        "Mötet börjar torsdag 9 april kl. 18.00.",
        "(försenad)",
    ]


def test_the_summary_tells_decisions_actions_promises_and_the_next_meeting() -> None:
    outcome = Outcome(decisions=6, actions=8, promises_kept=2, promises_broken=1, promises_open=1)
    messages = summary(fallen_due("2026-04-10T12:00"), APRIL, PLAN, MAY, outcome, at("2026-04-10T12:00"))

    assert [message.to for message in messages] == [Place.OPEN]
    assert said(messages, "sv") == [
        (
            "Mötet 9 april: 6 beslut, 8 åtgärder. Preliminärt: protokollet justeras senast 23 april. "
            "Nästa möte torsdag 21 maj kl. 18.00. Löften: 2 hållna, 1 ej hållet, 1 pågår."
        )
    ]
    assert said(messages, "en") == [
        (
            "Meeting 9 April: 6 decisions, 8 actions. Preliminary: minutes are verified by 23 April. "
            "Next meeting Thursday 21 May at 18:00. Promises: 2 kept, 1 not kept, 1 open."
        )
    ]


def test_the_summary_claims_nothing_that_is_not_recorded() -> None:
    messages = summary(fallen_due("2026-04-10T12:00"), APRIL, PLAN, None, None, at("2026-04-10T12:00"))

    assert said(messages, "en") == ["The meeting of 9 April has been held. The next meeting is not decided."]


def test_an_owner_is_reminded_in_private() -> None:
    due = fallen_due("2026-04-20T09:00", "X2")
    messages = action_reminder(
        due, "SDF", "siktröjning, Parkstråket", date(2026, 4, 24), STOCKHOLM, at("2026-04-20T09:00")
    )

    assert [message.to for message in messages] == [Contacts("SDF")]
    assert said(messages, "sv") == [
        "Påminnelse: X2 (siktröjning, Parkstråket) ska vara klar fredag 24 april. Klart? !action done X2"
    ]


def test_what_is_overdue_is_called_overdue_and_the_secretary_is_an_owner_too() -> None:
    due = fallen_due("2026-04-27T09:00", "X8")
    messages = action_reminder(due, "secretary", "move", date(2026, 4, 10), STOCKHOLM, at("2026-04-27T09:00"))

    assert [message.to for message in messages] == [Holders(Role.SECRETARY)]
    assert said(messages, "en") == ["Reminder: X8 (move) was due Friday 10 April. Done? !action done X8"]


def test_the_secretary_is_told_of_a_red_day_with_three_proposals() -> None:
    meeting = Meeting("2026-05", date(2026, 5, 14), time(18), "Europe/Stockholm", 120, at("2026-03-01T00:00"))
    messages = red_day_ahead(
        fallen_due("2026-03-19T09:00"), meeting, proposals(RULE, meeting.day), at("2026-03-19T09:00")
    )

    assert [message.to for message in messages] == [Place.SECRETARIAT]
    assert said(messages, "sv") == [
        "Obs: torsdag 14 maj är Kristi himmelsfärdsdag.",
        (
            "Förslag på andra dagar: torsdag 7 maj, tisdag 12 maj och torsdag 21 maj. Jag flyttar inget själv. "
            "Ordföranden flyttar mötet: !möte flytta"
        ),
    ]
    assert said(messages, "en")[0] == "Note: Thursday 14 May is Ascension Day."


def test_no_red_day_no_word_of_it() -> None:
    assert red_day_ahead(fallen_due("2026-03-19T09:00"), APRIL, (), at("2026-03-19T09:00")) == []
    assert red_days_of_series(occurrences(RULE, STOCKHOLM, date(2026, 3, 1), date(2026, 4, 30))) == []


def test_when_the_dates_are_made_every_red_day_is_pointed_out_in_one_post() -> None:
    messages = red_days_of_series(occurrences(RULE, STOCKHOLM, date(2026, 3, 1)))

    assert [message.to for message in messages] == [Place.SECRETARIAT]
    assert said(messages, "sv")[0] == "Obs: torsdag 14 maj är Kristi himmelsfärdsdag."
    assert len(messages[0].lines) == 2


def test_the_minutes_are_asked_for_adjusted_and_announced() -> None:
    now = at("2026-04-16T09:00")
    due = fallen_due("2026-04-16T09:00")

    assert "saknas" in said(draft_missing(due, APRIL, now), "sv")[0]
    assert [message.to for message in adjustment_due(due, APRIL, "SKOL", now)] == [Place.SECRETARIAT, Contacts("SKOL")]
    assert [message.to for message in adjustment_due(due, APRIL, None, now)] == [Place.SECRETARIAT]
    assert "torsdag 9 april 2026 är justerat" in said(minutes_announced(due, APRIL, now), "sv")[0]


def test_no_room_is_told_more_than_it_may_hear() -> None:
    now = at("2026-03-19T09:00")
    due = fallen_due("2026-03-19T09:00")
    messages = [
        *call_for_items(due, APRIL, PLAN, now),
        *reminder_before(due, APRIL, 5, 9, now),
        *summary(due, APRIL, PLAN, None, None, now),
        *draft_missing(due, APRIL, now),
    ]

    for message in messages:
        assert isinstance(message.to, Place)
        assert message.sharing in CEILING[message.to]
