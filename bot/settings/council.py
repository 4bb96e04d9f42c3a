"""What config.yaml may say of one council: every setting, its kind, its default and what it is for."""

from typing import Annotated, Literal

from pydantic import Field

from bot.settings.addresses import MatrixId, RoomId
from bot.settings.block import Block
from bot.settings.bounds import (
    Answers,
    CasePosts,
    CaseReminders,
    Encryption,
    Invitations,
    Limits,
    Retention,
    SharedInformation,
    Targets,
)
from bot.settings.mail import Mail
from bot.settings.phrases import After, AfterOrNever, Before, BeforeOrNever, EveryWeek, ReminderTime
from bot.settings.values import WHOLE, CasePrefix, Code, Line, MeetingRule, Secret, TimeZone

Language = Literal["sv", "en"]
Names = Annotated[dict[Language, Line], Field(min_length=1)]
RoleName = Literal[
    "chair",
    "vice_chair",
    "secretary",
    "stand_in",
    "member",
    "deputy",
    "co_opted",
    "contact",
    "registrar",
    "dpo",
    "operator",
]


class Account(Block):
    """The council's own bot account: a password, or an access token that was made for the bot alone."""

    user_id: MatrixId
    """The account's full Matrix ID."""
    password: Secret | None = None
    """Used once: the bot logs in, keeps its device and never logs in again while that works."""
    access_token: Secret | None = None
    """Instead of the password, where the server does not allow logging in with one."""


class Controller(Block):
    """Who answers for the personal data. `!about` tells everyone."""

    name: Line
    """The board or authority that is the controller."""
    contact: Line
    """How a resident reaches it."""
    dpo: Line
    """How a resident reaches the data protection officer."""


class Rooms(Block):
    """The council's rooms. Invite the bot's account to each."""

    open: RoomId
    """Everybody's; not encrypted. Only what is public is said here."""
    council: RoomId
    """The council's own; encrypted."""
    secretariat: RoomId
    """The secretary's and the registrar's; encrypted. Residents' words are seen only here."""
    operators: RoomId
    """Those who run the bot: told of what could not be delivered."""


class Meetings(Block):
    """When the council meets."""

    rule: MeetingRule
    """In plain words, Swedish or English: "second Thursday at 18:00, not in July"."""
    length_minutes: Annotated[int, Field(ge=15, le=600), WHOLE] = 120
    """How long a meeting is planned to last."""


class Reminders(Block):
    """What is said when, counted from the meeting, in the council's wall-clock time. "never" leaves a thing unsaid."""

    call: BeforeOrNever = "21 days before, 09:00"
    """The call for items, in the open and the council's room."""
    items_close: Before = "7 working days before, 12:00"
    """From then on items queue for the next meeting."""
    notice: Before = "5 working days before, 12:00"
    """The agenda is fixed and the notice of meeting goes out."""
    reminders: tuple[ReminderTime, ...] = (
        "14 days before",
        "7 days before",
        "1 working day before, 09:00",
        "2 hours before",
    )
    """In the council's room. Days without a time are at the meeting's own; those in working days bring the digest."""
    attendance: BeforeOrNever = "2 working days before, 09:00"
    """Organisations that have not said whether they come are asked, in private."""
    summary: AfterOrNever = "1 working day after, 12:00"
    """The short summary, in the open room."""
    draft_minutes: AfterOrNever = "5 working days after, 09:00"
    """The secretary is reminded of draft minutes that are missing."""
    adjusted: After = "14 days after, 09:00"
    """By then the minutes are to be verified."""
    announced: AfterOrNever = "2 days after, 12:00"
    """The minutes are announced, counted from the day they were verified, on a working day."""
    red_day: BeforeOrNever = "21 days before, 09:00"
    """The secretariat is told of a next meeting on a red day, counted from the meeting before it."""
    actions: EveryWeek = "Mondays 09:00"
    """Contacts are reminded of their organisation's actions that fall due."""
    actions_due_within_days: Annotated[int, Field(ge=0, le=60), WHOLE] = 7
    """Of those due within so many days."""
    reports: BeforeOrNever = "8 working days before, 09:00"
    """Organisations are asked for their monthly reports, in private."""
    reports_missing: BeforeOrNever = "3 working days before, 09:00"
    """Those that have not handed their reports in are reminded."""
    todo: EveryWeek = "Mondays 08:00"
    """Contacts and the secretary are told in private of all that waits for them, if anything does."""


class Organisation(Block):
    """A body that takes part in the council."""

    name: Names
    """Its name in running text, by language."""
    short: Names | None = None
    """Its name in a list of counts, by language, where that differs."""
    votes: Annotated[int, Field(ge=0, le=1), WHOLE] = 1
    """1 for a voting organisation, 0 for a co-opted one."""
    contacts: tuple[MatrixId, ...] = ()
    """Who receives what is assigned to it."""


class Person(Block):
    """Somebody who holds an office. Whoever is not listed is a resident."""

    roles: Annotated[tuple[RoleName, ...], Field(min_length=1)]
    """The offices the person holds."""
    organisation: Code | None = None
    """The organisation that a member, deputy, co-opted person or contact speaks for."""


class Council(Block):
    """One safety council. It seeds the database once; roles, rooms and plan are then changed by commands."""

    name: Names
    """What the council is called, by language."""
    language: Language = "sv"
    """What the bot speaks where nobody has chosen otherwise."""
    time_zone: TimeZone = "Europe/Stockholm"
    """The zone of every wall-clock time."""
    case_prefix: CasePrefix = "TR"
    """What case numbers begin with: TR-2026-0042."""
    first_case: Annotated[int, Field(ge=1, le=9999), WHOLE] = 1
    """The number that the case series starts at."""
    account: Account
    """The council's own bot account."""
    controller: Controller
    """Who answers for the personal data."""
    rooms: Rooms
    """The council's rooms."""
    meetings: Meetings
    """When the council meets."""
    reminders: Reminders = Reminders()
    """What is said when."""
    areas: tuple[Line, ...] = ()
    """The parts of the district that a case can be about."""
    targets: Targets = Targets()
    """What residents are promised."""
    case_reminders: CaseReminders = CaseReminders()
    """When who is told of what is due in a case."""
    answers: Answers = Answers()
    """How answers reach residents."""
    sharing: SharedInformation = SharedInformation()
    """How shared information reaches its readers."""
    organisations: Annotated[dict[Code, Organisation], Field(min_length=1)]
    """Who takes part, by code, in the order of lists."""
    people: dict[MatrixId, Person]
    """Who holds which office, by Matrix ID."""
    invitations: Invitations = Invitations()
    """Who may talk to the bot besides the account's own server."""
    case_posts: CasePosts = CasePosts()
    """When posts about cases go out."""
    mail: Mail | None = None
    """How letters get to those who take part by e-mail; left out, nobody does."""
    encryption: Encryption = Encryption()
    """How far devices are trusted."""
    limits: Limits = Limits()
    """Bounds that keep a flood out."""
    retention: Retention = Retention()
    """How long each kind of record is kept."""
