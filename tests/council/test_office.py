"""Offices: read in both languages, given by those who may, tied to one organisation."""

import pytest

from council.office import (
    BY_THE_CHAIR,
    FOR_AN_ORGANISATION,
    HANDED_OVER,
    NAMES,
    ROOMS,
    appointed,
    check_giver,
    dismissed,
    offices,
    read_offices,
    rooms_of,
)
from council.people import Organisation, Person, Place, Role
from council.text import Refusal

POL = Organisation("POL", {"sv": "polisen"})
TRAF = Organisation("TRAF", {"sv": "trafikkontoret"}, votes=0)
SOMEBODY = Person("@x:town")
CHAIR = Person("@c:town", frozenset({Role.CHAIR}))
SECRETARY = Person("@s:town", frozenset({Role.SECRETARY}))


def refused(key: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, match=f"^{key}$")


def test_every_office_can_be_named_in_both_languages() -> None:
    assert read_offices(NAMES) == frozenset(Role) - {Role.RESIDENT}
    assert read_offices(["LEDAMOT", "Contact"]) == {Role.MEMBER, Role.CONTACT}
    assert read_offices([]) == frozenset()


def test_a_word_that_names_no_office_is_refused_and_shown_short() -> None:
    with refused("office-unknown") as refusal:
        read_offices(["ledamot", "k" * 60])
    assert refusal.value.text.facts["typed"] == "k" * 40


@pytest.mark.parametrize("role", list(Role))
def test_who_may_give_an_office(role: Role) -> None:
    if role in HANDED_OVER:
        with refused("office-is-handed-over"):
            check_giver(CHAIR, [role])
    elif role in BY_THE_CHAIR:
        with refused("office-by-the-chair"):
            check_giver(SECRETARY, [role])
        check_giver(CHAIR, [role])
    else:
        check_giver(SECRETARY, [role])


def test_without_an_office_named_one_gets_the_usual_seat_of_the_organisation() -> None:
    member = appointed(SOMEBODY, frozenset(), POL)
    assert (member.roles, member.organisation) == (frozenset({Role.RESIDENT, Role.MEMBER}), "POL")
    assert appointed(SOMEBODY, frozenset(), TRAF).roles == {Role.RESIDENT, Role.CO_OPTED}
    with refused("office-missing"):
        appointed(SOMEBODY, frozenset(), None)


@pytest.mark.parametrize("role", [role for role in Role if role in FOR_AN_ORGANISATION])
def test_who_speaks_for_an_organisation_needs_one(role: Role) -> None:
    with refused("office-needs-organisation"):
        appointed(SOMEBODY, frozenset({role}), None)


def test_some_offices_need_no_organisation() -> None:
    assert appointed(SOMEBODY, frozenset({Role.REGISTRAR}), None) == Person(
        "@x:town", frozenset({Role.RESIDENT, Role.REGISTRAR})
    )


def test_one_speaks_for_one_organisation_only() -> None:
    police = appointed(SOMEBODY, frozenset({Role.CONTACT}), POL)

    with refused("office-other-organisation") as refusal:
        appointed(police, frozenset({Role.CONTACT}), TRAF)
    assert refusal.value.text.facts == {"person": "@x:town", "code": "POL"}
    assert appointed(police, frozenset({Role.MEMBER}), POL).roles > police.roles


@pytest.mark.parametrize("role", [Role.MEMBER, Role.DEPUTY])
def test_an_organisation_without_a_vote_has_nobody_who_votes(role: Role) -> None:
    with refused("office-without-vote"):
        appointed(SOMEBODY, frozenset({role}), TRAF)
    assert Role.CONTACT in appointed(SOMEBODY, frozenset({Role.CONTACT}), TRAF).roles


def test_who_loses_the_last_office_for_an_organisation_speaks_for_it_no_more() -> None:
    both = appointed(SOMEBODY, frozenset({Role.MEMBER, Role.CONTACT, Role.OPERATOR}), POL)

    one = dismissed(both, frozenset({Role.MEMBER}))
    assert (one.roles, one.organisation) == (frozenset({Role.RESIDENT, Role.CONTACT, Role.OPERATOR}), "POL")
    none = dismissed(one, frozenset({Role.CONTACT}))
    assert (none.roles, none.organisation) == (frozenset({Role.RESIDENT, Role.OPERATOR}), None)
    assert dismissed(both, frozenset()).is_resident


def test_what_is_handed_over_is_not_taken_and_what_is_not_held_cannot_be() -> None:
    with refused("office-not-held"):
        dismissed(CHAIR, frozenset())
    with refused("office-not-held"):
        dismissed(SOMEBODY, frozenset({Role.MEMBER}))
    assert dismissed(CHAIR, frozenset({Role.CHAIR})).roles == frozenset()


def test_an_office_opens_its_rooms() -> None:
    assert rooms_of(SOMEBODY) == frozenset()
    assert rooms_of(SECRETARY) == {Place.COUNCIL, Place.SECRETARIAT}
    assert rooms_of(CHAIR) == {Place.COUNCIL}
    assert ROOMS[Role.REGISTRAR] == {Place.SECRETARIAT}
    assert rooms_of(Person("@o:x", frozenset({Role.OPERATOR, Role.CONTACT}))) == {Place.OPERATORS, Place.COUNCIL}


def test_offices_are_listed_in_their_order_and_a_resident_is_none() -> None:
    named = offices(frozenset({Role.OPERATOR, Role.RESIDENT, Role.MEMBER}))

    assert [(text.key, text.facts["role"]) for text in named] == [("office", "member"), ("office", "operator")]
