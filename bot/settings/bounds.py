"""What a council promises, allows and keeps: targets, limits, invitations, slots and retention."""

from typing import Annotated

from pydantic import Field

from bot.settings.addresses import MatrixId, ServerName
from bot.settings.block import Block
from bot.settings.values import WHOLE, ClockTime, Code, Line

Hour = Annotated[int, Field(ge=0, le=23), WHOLE]


class Targets(Block):
    """What residents are promised."""

    triage_workdays: Annotated[int, Field(ge=1, le=60), WHOLE] = 2
    """Working days until the resident knows who is responsible."""
    answer_workdays: Annotated[int, Field(ge=1, le=120), WHOLE] = 10
    """Working days until the answer."""
    silence_workdays: Annotated[int, Field(ge=1, le=120), WHOLE] = 10
    """A resolved case closes when its reporter has said nothing for so many working days."""
    reopen_days: Annotated[int, Field(ge=1, le=730), WHOLE] = 90
    """For so many days a settled case can be opened again; after that a new one is linked to it."""


class CaseReminders(Block):
    """When who is told of what residents have been promised. Counted in working days from the promised day."""

    clock: ClockTime = "09:00"
    """The time of day."""
    before_workdays: Annotated[int, Field(ge=1, le=60), WHOLE] = 2
    """So long before the answer is due its owner's contact is reminded, and again on the day."""
    after_workdays: Annotated[int, Field(ge=1, le=60), WHOLE] = 1
    """So long after it the contact and the resident are told that it is late."""
    secretary_workdays: Annotated[int, Field(ge=1, le=60), WHOLE] = 2
    """So long after it the secretary is told."""
    chair_workdays: Annotated[int, Field(ge=1, le=60), WHOLE] = 5
    """So long after it the chair is told."""
    triage_chair_workdays: Annotated[int, Field(ge=2, le=60), WHOLE] = 2
    """So long after the day by which an owner should have been named the chair is told."""
    ask_again_days: Annotated[int, Field(ge=0, le=365), WHOLE] = 28
    """Days after the end of a case its resident is asked whether it is still solved; 0 for never."""


class Answers(Block):
    """How answers reach residents."""

    approved: tuple[Code, ...] = ()
    """An answer in the name of these organisations is sent once a second person has approved it."""
    reaction_sends: bool = False
    """The secretary's reaction on a message sends it as the answer at once. Reactions are not encrypted, so whoever
    runs the homeserver could forge one; without this she is asked to confirm it with a word."""


class SharedInformation(Block):
    """How shared information reaches its readers."""

    approve_open: bool = True
    """What an organisation shares openly is published once a second person of the council has approved it."""


class Kept(Block):
    """How long one kind of record is kept."""

    days: Annotated[int, Field(ge=1, le=36_500), WHOLE] | None = None
    """Days; leave it out to keep the record."""
    decision_ref: Line | None = None
    """The decision that allows the disposal (gallringsbeslut). Days are refused without it."""


class Retention(Block):
    """How long each kind of record is kept. Nothing is destroyed unless a decision says so."""

    identity: Kept = Kept()
    """Who raised a case, counted from its closing."""
    case_text: Kept = Kept()
    """The words of a case, counted from its closing."""
    shared: Kept = Kept()
    """Information that organisations shared."""
    minutes: Kept = Kept()
    """Attendance, minutes and decisions: always kept, so days are refused."""
    journal: Kept = Kept()
    """Who did what and when."""


class CasePosts(Block):
    """Posts about cases in the council's room go out on the hour, so that their moment does not tell who wrote."""

    in_slots: bool = True
    """False sends them at once."""
    first_hour: Hour = 8
    """The first slot of a day."""
    last_hour: Hour = 20
    """The last slot of a day."""


class Invitations(Block):
    """Who may open a chat with the bot or invite it. The account's own server is always allowed."""

    servers: tuple[ServerName, ...] = ()
    """Further servers whose users may."""
    people: tuple[MatrixId, ...] = ()
    """Further people who may."""
    an_hour: Annotated[int, Field(ge=1, le=10_000), WHOLE] = 20
    """So many strangers' chats are accepted in an hour; the others wait for the next."""


class Encryption(Block):
    """How far devices are trusted, and how long their keys are waited for."""

    pin_devices: bool = True
    """Office holders are known by their devices: a new one that nobody vouches for is to be confirmed first."""
    key_patience_seconds: Annotated[int, Field(ge=0, le=600), WHOLE] = 10
    """A message that cannot be read may wait so long for its key before its chat is told."""


class Limits(Block):
    """Bounds that keep a flood out. What is over a limit is kept as a draft, never dropped."""

    concerns_an_hour: Annotated[int, Field(ge=1, le=1000), WHOLE] = 5
    """Per sender."""
    concerns_a_day: Annotated[int, Field(ge=1, le=1000), WHOLE] = 10
    """Per sender."""
    concerns_an_hour_in_all: Annotated[int, Field(ge=1, le=100_000), WHOLE] = 60
    """From everybody together."""
    draft_days: Annotated[int, Field(ge=1, le=365), WHOLE] = 7
    """A concern that nobody registered is removed after so many days."""
    min_group_size: Annotated[int, Field(ge=2, le=100), WHOLE] = 6
    """A smaller group of persons in shared information is warned about."""
    message_characters: Annotated[int, Field(ge=200, le=50_000), WHOLE] = 8_000
    """The longest text that is taken in."""
    messages_a_minute: Annotated[int, Field(ge=1, le=600), WHOLE] = 6
    """Per resident. What comes faster is not read, and she is told so; an emergency always is."""
    case_kib: Annotated[int, Field(ge=4, le=10_000), WHOLE] = 64
    """So much text, in kibibytes, a resident may write in one case."""
    picture_mib: Annotated[int, Field(ge=1, le=50)] = 10
    """The largest picture, in mebibytes, that is taken in."""
    pictures_a_case: Annotated[int, Field(ge=0, le=1000)] = 10
    """So many pictures a resident may add to one case; 0 takes in none."""
