"""What a council has laid down for itself: names, language, zone, plan, limits and who answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from council.case_clock import CasePlan
from council.people import Organisation
from council.reminders import ReminderPlan
from council.terms import Targets


@dataclass(frozen=True)
class Controller:
    """Who is responsible for the personal data (GDPR art. 4.7), and how to reach them."""

    name: str
    contact: str
    dpo: str


@dataclass(frozen=True)
class Limits:
    """Bounds that keep a flood out and a draft short-lived."""

    concerns_an_hour: int = 5
    concerns_a_day: int = 10
    concerns_an_hour_in_all: int = 60
    draft_days: int = 7
    min_group_size: int = 6
    message_characters: int = 8_000
    messages_a_minute: int = 6
    case_kib: int = 64
    picture_mib: int = 10
    pictures_a_case: int = 10


@dataclass(frozen=True)
class Slots:
    """When posts about cases go out in the council's room: on the hour, first to last inclusive.

    A post a second after a direct chat would tell the council's room who wrote.
    """

    first_hour: int = 8
    last_hour: int = 20
    on: bool = True


@dataclass(frozen=True)
class Retention:
    """How long a kind of record is kept. None keeps it; days need the decision that allows the disposal."""

    days: int | None = None
    decision_ref: str | None = None


@dataclass(frozen=True)
class Charter:
    """One council's settings, as they stand now.

    Args:
        slug: its short name in config.yaml; every row of storage carries it.
        names: language -> name.
        rule: the meeting rule in plain words, as "andra torsdagen kl. 18, inte i juli".
        meeting_minutes: how long a meeting lasts.
        targets: what residents are promised.
        case_plan: when owners, secretary, chair and residents are told of what is due.
        approved: the organisations in whose name an answer needs a second person's approval.
        reaction_sends: whether the secretary's reaction sends an answer at once, or only asks her to confirm it.
        approve_open: whether what is shared openly needs a second person's approval.
        areas: the parts of the district that a case can be about.
        case_prefix: what case labels begin with: TR in TR-2026-0042.
        first_case: the number the case series starts at.
        has_mail: whether people can take part by e-mail.
    """

    slug: str
    names: Mapping[str, str] = field(hash=False)
    language: str
    zone: ZoneInfo
    rule: str
    controller: Controller
    meeting_minutes: int = 120
    plan: ReminderPlan = field(default_factory=ReminderPlan)
    limits: Limits = field(default_factory=Limits)
    slots: Slots = field(default_factory=Slots)
    retention: Mapping[str, Retention] = field(default_factory=dict, hash=False)
    targets: Targets = field(default_factory=Targets)
    case_plan: CasePlan = field(default_factory=CasePlan)
    approved: tuple[str, ...] = ()
    reaction_sends: bool = False
    approve_open: bool = True
    areas: tuple[str, ...] = ()
    case_prefix: str = "TR"
    first_case: int = 1
    has_mail: bool = False

    @property
    def itself(self) -> Organisation:
        """The council as a body, to be named in the language of the reader."""
        return Organisation(self.slug, self.names)

    def name(self, language: str) -> str:
        """Return the council's name in a language, else in its own."""
        return self.names.get(language) or self.names.get(self.language) or self.slug
