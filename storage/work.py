"""One open transaction, seen as the collections it may change."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.absences import Absences
from storage.actions import Actions, Decisions, Promises
from storage.agenda import Agendas
from storage.ballots import Ballots
from storage.case_keys import CaseKeys
from storage.cases import Cases
from storage.claims import Claims
from storage.councils import Councils
from storage.counts import Counts
from storage.devices import Devices
from storage.disposals import Disposals
from storage.drafts import Drafts
from storage.errands import Errands
from storage.failing import is_failing
from storage.failures import Failures
from storage.incidents import Incidents
from storage.journal import Journal
from storage.letters import Letters
from storage.meetings import Meetings
from storage.minutes import Minutes
from storage.outbox import Outbox
from storage.paces import Paces
from storage.passages import Passages
from storage.people import People
from storage.petitions import Petitions
from storage.pictures import Pictures
from storage.proceedings import Records
from storage.proposals import Proposals
from storage.referrals import Referrals
from storage.releases import Releases
from storage.reporters import Reporters
from storage.reports import Reports
from storage.rooms import Rooms
from storage.seal import Vault
from storage.shares import Shares
from storage.sync import Sync
from storage.unread import Unreads


class Work:
    """One open transaction of one council.

    Nothing here commits. Leaving `Database.work()` does; an exception undoes all of it,
    the queued messages too.
    """

    def __init__(self, session: AsyncSession, council: str, vault: Vault) -> None:
        self.session = session
        self.council = council
        self.vault = vault

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Undo what is done inside, and only that, if it raises; all of it, if the database fails."""
        noted = self.journal.pending
        savepoint = await self.session.begin_nested()
        try:
            yield
            await savepoint.commit()
        except BaseException as error:
            self.journal.forget_since(noted)
            if not is_failing(error):
                await savepoint.rollback()
            raise

    @asynccontextmanager
    async def rehearsal(self) -> AsyncIterator["Work"]:
        """Yield the same records to try something on; whatever is done to them is undone."""
        savepoint = await self.session.begin_nested()
        try:
            # With collections of its own: what these remember of the try is forgotten with them.
            yield Work(self.session, self.council, self.vault)
        finally:
            await savepoint.rollback()

    @cached_property
    def absences(self) -> Absences:
        """When the secretary is away."""
        return Absences(self.session, self.council)

    @cached_property
    def case_keys(self) -> CaseKeys:
        """The keys that cases' words and people are sealed under."""
        return CaseKeys(self.session, self.council, self.vault)

    @cached_property
    def cases(self) -> Cases:
        """Residents' cases."""
        return Cases(self.session, self.council, self.vault)

    @cached_property
    def actions(self) -> Actions:
        """Who does what by when."""
        return Actions(self.session, self.council)

    @cached_property
    def agenda(self) -> Agendas:
        """What the meetings are to deal with."""
        return Agendas(self.session, self.council)

    @cached_property
    def ballots(self) -> Ballots:
        """What was put to the vote."""
        return Ballots(self.session, self.council)

    @cached_property
    def claims(self) -> Claims:
        """What has been dealt with."""
        return Claims(self.session, self.council)

    @cached_property
    def councils(self) -> Councils:
        """The council's own settings."""
        return Councils(self.session, self.council)

    @cached_property
    def counts(self) -> Counts:
        """The months of cases that have been counted."""
        return Counts(self.session, self.council)

    @cached_property
    def disposals(self) -> Disposals:
        """What was destroyed, and may be."""
        return Disposals(self.session, self.council, self.journal)

    @cached_property
    def errands(self) -> Errands:
        """Heavy work that was put off."""
        return Errands(self.session, self.council, self.vault)

    @cached_property
    def failures(self) -> Failures:
        """What could not be done."""
        return Failures(self.session, self.council)

    @cached_property
    def incidents(self) -> Incidents:
        """What happened to personal data."""
        return Incidents(self.session, self.council, self.vault)

    @cached_property
    def journal(self) -> Journal:
        """Who did what and when."""
        return Journal(self.session, self.council)

    @cached_property
    def letters(self) -> Letters:
        """Those who take part by e-mail, and the letters to them."""
        return Letters(self.session, self.council)

    @cached_property
    def meetings(self) -> Meetings:
        """The meetings planned, held and called off."""
        return Meetings(self.session, self.council)

    @cached_property
    def minutes(self) -> Minutes:
        """Every version of the minutes."""
        return Minutes(self.session, self.council)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be said."""
        return Outbox(self.session, self.council)

    @cached_property
    def people(self) -> People:
        """Office holders and organisations."""
        return People(self.session, self.council)

    @cached_property
    def proposals(self) -> Proposals:
        """What waits to be confirmed."""
        return Proposals(self.session, self.council)

    @cached_property
    def petitions(self) -> Petitions:
        """What the council asks of the board."""
        return Petitions(self.session, self.council)

    @cached_property
    def promises(self) -> Promises:
        """What organisations have promised in public."""
        return Promises(self.session, self.council)

    @cached_property
    def records(self) -> Records:
        """What happened at the meetings, and who said that they would come."""
        return Records(self.session, self.council)

    @cached_property
    def reports(self) -> Reports:
        """What organisations report before the meetings."""
        return Reports(self.session, self.council)

    @cached_property
    def rooms(self) -> Rooms:
        """The rooms the bot is in."""
        return Rooms(self.session, self.council)

    @cached_property
    def shares(self) -> Shares:
        """What organisations have shared."""
        return Shares(self.session, self.council)

    @cached_property
    def sync(self) -> Sync:
        """How far the bot has read."""
        return Sync(self.session, self.council)

    @cached_property
    def decisions(self) -> Decisions:
        """What the council has decided."""
        return Decisions(self.session, self.council)

    @cached_property
    def devices(self) -> Devices:
        """Whose device sent what, and whether once before."""
        return Devices(self.session, self.council)

    @cached_property
    def drafts(self) -> Drafts:
        """What residents have written and not yet confirmed."""
        return Drafts(self.session, self.council, self.vault)

    @cached_property
    def paces(self) -> Paces:
        """How fast residents write."""
        return Paces(self.session, self.council, self.vault)

    @cached_property
    def passages(self) -> Passages:
        """The words of cases."""
        return Passages(self.session, self.council, self.vault)

    @cached_property
    def pictures(self) -> Pictures:
        """Pictures from residents."""
        return Pictures(self.session, self.council, self.vault)

    @cached_property
    def referrals(self) -> Referrals:
        """How many were sent on at once to those who can help."""
        return Referrals(self.session, self.council)

    @cached_property
    def releases(self) -> Releases:
        """What everybody may read of cases."""
        return Releases(self.session, self.council, self.vault)

    @cached_property
    def reporters(self) -> Reporters:
        """Who raised which case."""
        return Reporters(self.session, self.council, self.vault)

    @cached_property
    def unread(self) -> Unreads:
        """What could not be read yet."""
        return Unreads(self.session, self.council, self.vault)
