"""Who holds which office for which organisation. Residents are nowhere here."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import JSON, Integer, Row, String, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from council.people import Organisation, Person, Role
from council.text import Refusal
from storage.memory import once
from storage.schema import CouncilTable, columns


class OrganisationRow(CouncilTable):
    """One organisation."""

    __tablename__ = "organisations"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(JSON)
    short: Mapped[dict[str, str]] = mapped_column("short_names", JSON)
    votes: Mapped[int] = mapped_column(Integer)
    order: Mapped[int] = mapped_column("place_in_lists", Integer)


class PersonRow(CouncilTable):
    """One office holder."""

    __tablename__ = "people"

    user_id: Mapped[str] = mapped_column(String(255), primary_key=True)
    roles: Mapped[list[str]] = mapped_column(JSON)
    organisation: Mapped[str | None] = mapped_column(String(16))


class People:
    """The office holders and organisations of one council."""

    def __init__(self, session: AsyncSession, council: str) -> None:
        self._session = session
        self._council = council

    async def get(self, user_id: str) -> Person:
        """Return who somebody is; whoever holds no office is a resident."""
        return (await self._everybody()).get(user_id) or Person(user_id)

    async def all(self) -> list[Person]:
        """Return every office holder."""
        return list((await self._everybody()).values())

    async def holding(self, roles: frozenset[Role]) -> list[Person]:
        """Return who holds any of some roles."""
        return [person for person in await self.all() if person.holds(roles)]

    async def contacts(self, organisation: str) -> list[Person]:
        """Return an organisation's contact persons."""
        return [each for each in await self.holding(frozenset({Role.CONTACT})) if each.organisation == organisation]

    async def save(self, person: Person) -> None:
        """Store an office holder as they now stand."""
        await self._session.merge(
            PersonRow(
                council=self._council,
                user_id=person.user_id,
                roles=sorted(role.value for role in person.roles - {Role.RESIDENT}),
                organisation=person.organisation,
            )
        )

    async def remove(self, user_id: str) -> None:
        """Take every office from somebody."""
        await self._session.execute(
            delete(PersonRow).where(PersonRow.council == self._council, PersonRow.user_id == user_id)
        )

    async def organisation(self, code: str) -> Organisation:
        """Return an organisation by its code, or by its name if that is one word and nobody else's.

        Raises:
            Refusal: there is none of that code or name.
        """
        known = await self.organisations()
        named = [each for each in known if each.code == code.upper()]
        named = named or [each for each in known if each.is_called(code)]
        if len(named) != 1:
            raise Refusal("organisation-unknown", code=code, codes=", ".join(each.code for each in known))
        return named[0]

    async def organisations(self) -> list[Organisation]:
        """Return every organisation, in the council's own order."""
        return list(await once(self._session, "organisations", self._organisations))

    async def remove_organisation(self, code: str) -> None:
        """Let an organisation take part no longer."""
        await self._session.execute(
            delete(OrganisationRow).where(OrganisationRow.council == self._council, OrganisationRow.code == code)
        )

    async def save_organisations(self, organisations: Iterable[Organisation]) -> None:
        """Store organisations as they now stand."""
        for each in organisations:
            await self._session.merge(
                OrganisationRow(
                    council=self._council,
                    code=each.code,
                    names=dict(each.names),
                    votes=each.votes,
                    order=each.order,
                    short=dict(each.short),
                )
            )

    async def _everybody(self) -> dict[str, Person]:
        return await once(self._session, "people", self._people)

    async def _people(self) -> dict[str, Person]:
        rows = await self._session.execute(_PEOPLE, {"council": self._council})
        return {row.user_id: _person(row) for row in rows}

    async def _organisations(self) -> list[Organisation]:
        rows = await self._session.execute(_ORGANISATIONS, {"council": self._council})
        return [Organisation(row.code, row.names, row.votes, row.order, row.short) for row in rows]


# Built once: they are asked for each batch. A council's office holders are a few dozen.
_PEOPLE = (
    select(*columns(PersonRow))
    .where(PersonRow.__table__.c.council == bindparam("council"))
    .order_by(PersonRow.__table__.c.user_id)
)
_ORGANISATIONS = (
    select(*columns(OrganisationRow))
    .where(OrganisationRow.__table__.c.council == bindparam("council"))
    .order_by(OrganisationRow.__table__.c.place_in_lists)
)


def _person(row: Row[Any]) -> Person:
    roles = frozenset(Role(role) for role in row.roles)
    return Person(row.user_id, roles | {Role.RESIDENT}, row.organisation)
