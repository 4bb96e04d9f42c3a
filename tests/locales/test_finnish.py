"""A language for residents only: Finnish from the first word to the last, Swedish where it has nothing."""

import re
from datetime import UTC, datetime

import pytest

from council.text import Text
from locales import Texts
from tests.locales.test_locales import messages
from tests.town import ANNA, BERTIL, COUNCIL, NOON, SDF, SECRETARIAT, SECRETARY, STOCKHOLM, Town

FINNISH = Texts("fi", STOCKHOLM)
SMALL_WORDS = re.compile(
    r"\b(och|att|du|har|är|inte|eller|skriv|ärende|för|the|you|your|and|is|not|write|of)\b", re.IGNORECASE
)
"""Almost any sentence of Swedish or English holds one; no Finnish one does."""
NOT_FINNISH = ("Jag är en robot.", "På svenska:", "Lampan är lagad.")
"""What stands in another language on purpose, or is somebody's own words."""
RESIDENTS = re.compile(
    r"(your-(?!item)|draft-(?!missing)|introduction|mydata-|status-|receipt$|safety|record$|not-stored|choice-|call-112"
    r"|picture-|business-|language-|case-(state|category|reason|sign|step|about)$)"
)
"""How the keys of what only residents read begin."""


@pytest.fixture
async def chat(town: Town) -> Town:
    """Anna and Bertil have chosen Finnish."""
    for person in (ANNA, BERTIL):
        await town.says(person, "!kieli suomi")
    return town


async def read(town: Town, *people: str) -> list[str]:
    """Return what the bot has said to some people, line by line, without what is in another language on purpose."""
    lines = [line for room, body in await town.hears() if room in people for line in body.splitlines()]
    return [line for line in lines if not any(each in line for each in NOT_FINNISH)]


async def test_a_resident_reads_finnish_from_the_first_word_to_the_last(chat: Town) -> None:
    await chat.becomes(NOON)
    for line in ("Moi", "Lamput eivät pala tunnelissa", "kyllä", "!apua asia", "!omat asiat", "!tilanne 31", "!tietoa"):
        await chat.says(ANNA, line)
    await chat.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await chat.says(SDF, "!case answer 31 Lampan är lagad.", room=COUNCIL)
    await chat.says(SECRETARY, "!case resolve 31", room=SECRETARIAT)
    for line in (
        "!ei",
        "!korjaa 0031 Kolme lamppua",
        "!kysy Miksi?",
        "!omat tiedot",
        "!peru 31",
        "!poista",
        "!seuraava",
    ):
        await chat.says(ANNA, line)
    for line in ("!seuraa 32", "!yritys Kioski", "!yritys loppu", "Pensaat peittävät tien", "ei", "!hölynpöly"):
        await chat.says(BERTIL, line)

    lines = await read(chat, ANNA, BERTIL)

    assert (
        "Kirjoitan nyt suomeksi. Neuvoston omat tekstit eivät ole suomeksi. Voit kirjoittaa minulle suomeksi." in lines
    )
    assert any(line.startswith("Kiitos. Asiasi numero on TR-2026-0031. Saat tietää, kuka vastaa") for line in lines)
    assert "Seuraava kokous: torstaina 9. huhtikuuta 2026 klo 18.00." in lines
    assert [line for line in lines if SMALL_WORDS.search(line)] == []


async def test_the_days_of_a_receipt_are_said_as_in_finnish(chat: Town) -> None:
    await chat.says(ANNA, "!asia Pensaat peittävät koulutien")

    (receipt,) = [line for line in await read(chat, ANNA) if line.startswith("Kiitos.")]

    assert receipt == (
        "Kiitos. Asiasi numero on TR-2026-0031. Saat tietää, kuka vastaa asiasta, viimeistään torstaina "
        "26. maaliskuuta. Saat vastauksen viimeistään torstaina 9. huhtikuuta."
    )


async def test_what_is_said_to_the_secretariat_stays_in_its_own_language(chat: Town) -> None:
    await chat.says(ANNA, "!asia Pensaat peittävät koulutien")

    told = [body for room, body in await chat.hears() if room == SECRETARIAT]

    assert told
    assert all("resident" in body or "TR-2026-0031" in body for body in told)
    assert not any("Asia" in body for body in told)


def test_what_is_not_there_in_finnish_is_said_in_swedish_with_all_that_is_in_it() -> None:
    shown = Text("relay-room-silent", place=Text("place-open"), since=datetime(2026, 4, 9, 16, 0, tzinfo=UTC))

    assert FINNISH.render(shown) == Texts("sv", STOCKHOLM).render(shown)
    assert FINNISH.has("relay-room-silent")
    assert not FINNISH.covers("relay-room-silent")


def test_whatever_only_residents_read_is_there() -> None:
    keys = {key.partition(".")[0] for _file, key, _facts in messages("sv")}

    assert {key for key in keys if RESIDENTS.match(key) and not FINNISH.covers(key)} == set()
