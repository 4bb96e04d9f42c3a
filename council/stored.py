"""What a council's public record is composed of, as it is stored. What of it is public, council.publishing says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from council.action import Action
from council.agenda import Agenda
from council.calendar import day_of
from council.case import Case
from council.charter import Charter
from council.decision import Decision
from council.item import Raiser
from council.meeting import Meeting
from council.minutes import Version
from council.people import Organisation
from council.petition import Petition
from council.proceedings import Proceedings
from council.promise import Promise
from council.release import Release, Worded
from council.share import Share
from council.text import Text


@dataclass(frozen=True)
class Stored:
    """What a council's record is composed of, as it lies in storage, closed things too.

    Args:
        agendas, proceedings, minutes: by the number of their meeting; the minutes' newest adjusted version.
        cases: all of them, by number.
        released: what is released now, with its words.
        withdrawn: what was released of cases and taken back since.
    """

    charter: Charter
    organisations: tuple[Organisation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    proceedings: Mapping[str, Proceedings] = field(default_factory=dict)
    minutes: Mapping[str, Version] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    promises: tuple[Promise, ...] = ()
    cases: Mapping[int, Case] = field(default_factory=dict)
    released: tuple[Worded, ...] = ()
    withdrawn: tuple[Release, ...] = ()
    shares: tuple[Share, ...] = ()
    petitions: tuple[Petition, ...] = ()

    def organisation(self, code: str) -> Organisation:
        """Return who a code stands for."""
        return next((each for each in self.organisations if each.code == code), Organisation(code, {}))

    def who(self, code: str) -> Organisation | Text:
        """Return who a code stands for, an organisation or an office."""
        return Text(f"raised-by-{code}") if code in Raiser.ALL else self.organisation(code)

    def day(self, moment: datetime) -> date:
        """Return the day of a moment on the council's wall clock."""
        return day_of(moment, self.charter.zone)
