"""What the settings say of a council, as the plain values that the rest of the program works with."""

from datetime import time
from zoneinfo import ZoneInfo

from bot.settings.council import Council, Reminders
from bot.settings.phrases import hours_before, offset, weekly
from council import charter as plain
from council.case_clock import CasePlan
from council.people import Organisation, Person, Role
from council.plan import Offset, ReminderPlan
from council.terms import Targets


def charter(slug: str, council: Council) -> plain.Charter:
    """Return one council's charter."""
    return plain.Charter(
        slug=slug,
        names=dict(council.name.items()),
        language=council.language,
        zone=ZoneInfo(council.time_zone),
        rule=council.meetings.rule,
        controller=plain.Controller(**council.controller.model_dump()),
        meeting_minutes=council.meetings.length_minutes,
        plan=reminder_plan(council.reminders),
        limits=plain.Limits(**council.limits.model_dump()),
        slots=plain.Slots(council.case_posts.first_hour, council.case_posts.last_hour, council.case_posts.in_slots),
        retention={kind: plain.Retention(kept.days, kept.decision_ref) for kind, kept in council.retention},
        targets=Targets(**council.targets.model_dump()),
        case_plan=CasePlan(
            **{**council.case_reminders.model_dump(), "clock": time.fromisoformat(council.case_reminders.clock)}
        ),
        approved=council.answers.approved,
        reaction_sends=council.answers.reaction_sends,
        approve_open=council.sharing.approve_open,
        areas=council.areas,
        case_prefix=council.case_prefix,
        first_case=council.first_case,
        has_mail=council.mail is not None,
    )


def reminder_plan(reminders: Reminders) -> ReminderPlan:
    """Return when what is said."""
    moments = reminders.reminders
    return ReminderPlan(
        call=offset(reminders.call),
        items_close=_certain(reminders.items_close),
        notice=_certain(reminders.notice),
        remind=tuple(days for each in moments if (days := offset(each))),
        remind_hours=tuple(hours for each in moments if (hours := hours_before(each))),
        ask=offset(reminders.attendance),
        reports=offset(reminders.reports),
        reports_missing=offset(reminders.reports_missing),
        summary=offset(reminders.summary),
        draft_minutes=offset(reminders.draft_minutes),
        adjust=_certain(reminders.adjusted),
        announce=offset(reminders.announced),
        red_day=offset(reminders.red_day),
        nudge=weekly(reminders.actions),
        nudge_days=reminders.actions_due_within_days,
        todo=weekly(reminders.todo),
    )


def organisations(council: Council) -> tuple[Organisation, ...]:
    """Return who takes part, in the order of the file."""
    return tuple(
        Organisation(code, dict(body.name.items()), body.votes, order, dict(body.short.items()) if body.short else {})
        for order, (code, body) in enumerate(council.organisations.items(), start=1)
    )


def people(council: Council) -> tuple[Person, ...]:
    """Return who holds which office; an organisation's contacts are among them."""
    found = {
        user_id: Person(user_id, frozenset({Role.RESIDENT, *map(Role, person.roles)}), person.organisation)
        for user_id, person in council.people.items()
    }
    for code, body in council.organisations.items():
        for user_id in body.contacts:
            known = found.get(user_id, Person(user_id))
            found[user_id] = Person(user_id, known.roles | {Role.CONTACT}, code)
    return tuple(found.values())


def _certain(phrase: str) -> Offset:
    """Return the offset of a phrase that has been checked already."""
    found = offset(phrase)
    assert found
    return found
