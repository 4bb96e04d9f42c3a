"""The practice council's welcome suggests what can be done."""

import re

import pytest

from commands import catalogue
from commands.parse import Found
from locales import command_words
from rehearsal.cast import read_cast
from rehearsal.practising import PRACTICE, welcome

LANGUAGES = ("sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_suggests_five_things_in_words_that_are_understood(language: str) -> None:
    known = catalogue(command_words())
    told = welcome(language, "@bot:lindvassa.example")

    named = re.findall(r"![^.:,(]*[^.:,( ]", told)

    assert re.findall(r"^\d", told, re.MULTILINE) == list("12345")
    assert len(named) >= 5
    assert [line for line in named if not isinstance(known.find(line), Found)] == []
    assert "@bot:lindvassa.example" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_names_rooms_by_the_names_they_have(language: str) -> None:
    rooms = read_cast(PRACTICE).rooms

    for place in ("council", "secretariat"):
        assert str(rooms[place]["name"][language]) in welcome(language, "@bot:lindvassa.example")


def test_every_room_account_and_name_says_that_it_is_practice() -> None:
    cast = read_cast(PRACTICE)
    words = {"sv": "övning", "en": "practice"}

    for language, word in words.items():
        named = [room["name"][language] for room in cast.rooms.values()] + [cast.council["names"][language]]
        assert [name for name in named if word not in name.casefold()] == []
    accounts = [player.account for player in cast.people.values()] + [cast.council["bot"]["account"]]
    assert [account for account in accounts if "practice" not in account] == []
