"""No syntax is needed: words that are a command, thanks, haste and another language are understood."""

from dataclasses import replace

import pytest

from bot.matrix.batch import Batch, Change, RoomChange
from council.people import Place
from tests.town import ANNA, BERTIL, SECRETARIAT, SECRETARY, Town


@pytest.fixture(autouse=True)
def nobody_has_chosen(town: Town) -> None:
    """Let everybody be answered in what they write."""
    town.as_the_council_speaks = False


@pytest.fixture
async def swedish(town: Town) -> Town:
    """The town, speaking Swedish, with two residents who have been introduced to the bot."""
    await town.speaks("sv")
    for person in (ANNA, BERTIL):
        await town.opens_chat(person)
    await town.hears()
    return town


@pytest.fixture
async def areas(swedish: Town) -> Town:
    """The same, where the council has named the parts of its district."""
    swedish.charter = replace(swedish.charter, areas=("Centrum", "Parkstråket"))
    return swedish


async def answer_to(town: Town, line: str, person: str = ANNA) -> list[str]:
    """Return what somebody is told in her chat when she says something."""
    await town.says(person, line)
    return [said for room, said in await town.hears() if room == person]


async def test_a_draft_says_where_to_call_though_nothing_in_it_was_known_as_danger(swedish: Town) -> None:
    (draft,) = await answer_to(swedish, "det står en man i porten och jag vågar inte gå in")

    assert "Pågår det nu, eller är någon i fara: ring 112." in draft


async def test_whoever_surely_writes_english_is_answered_in_english_from_then_on(swedish: Town) -> None:
    draft, told = await answer_to(swedish, "there is broken glass at the playground")

    assert draft.startswith("This is how I have understood you (litter):")
    assert "Shall I register it as a case?" in draft
    assert told == "You write English, so I answer in English. På svenska: !lang sv. Suomeksi: !kieli suomi"
    assert (await answer_to(swedish, "yes"))[0].startswith("Thank you. Your case is TR-2026-0031.")
    async with swedish.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).language == "en"


@pytest.mark.parametrize(
    ("words", "draft", "told"),
    [
        ("Det är mörkt i tunneln varje kväll", "Så här har jag förstått dig", "Du skriver svenska, så jag svarar på"),
        ("Lamppu on rikki ja kun tulen kotiin on pimeää", "Ymmärsin sinua näin", "Kirjoitat suomeksi, joten vastaan"),
    ],
)
async def test_in_a_council_of_english_whoever_writes_swedish_or_finnish_is_answered_in_that(
    town: Town, words: str, draft: str, told: str
) -> None:
    await town.opens_chat(ANNA)
    await town.hears()

    shown, noticed = await answer_to(town, words)

    assert shown.startswith(draft)
    assert noticed.startswith(told)


async def test_what_can_be_told_first_is_kept_though_she_writes_otherwise_later(swedish: Town) -> None:
    (first,) = await answer_to(swedish, "Det är mörkt i tunneln varje kväll")
    (later,) = await answer_to(swedish, "there is broken glass at the playground and nobody is there")

    assert first.startswith("Så här har jag förstått dig")
    assert later.startswith("Så här har jag förstått dig")


async def test_a_language_that_was_told_is_changed_by_a_word(town: Town) -> None:
    await town.opens_chat(ANNA)
    await answer_to(town, "Det är mörkt i tunneln varje kväll")

    assert await answer_to(town, "!lang en") == ["I now write English."]


async def test_an_office_holder_is_answered_in_the_councils_language_whatever_she_writes(town: Town) -> None:
    await town.opens_chat(SECRETARY)
    await town.hears()

    await town.says(SECRETARY, "Det är mörkt i tunneln varje kväll", room=SECRETARY)

    (told,) = [said for _, said in await town.hears()]
    assert told.startswith("From the council's members I take commands")


async def test_danger_in_english_is_answered_in_english(swedish: Town) -> None:
    heard = await answer_to(swedish, "there is a man with a knife outside my door")

    assert heard[0].startswith("Call 112 now.\nI have not registered this as a case.")


async def test_who_has_chosen_swedish_is_not_answered_in_english(swedish: Town) -> None:
    await answer_to(swedish, "!språk svenska")

    (draft,) = await answer_to(swedish, "there is broken glass at the playground")

    assert draft.startswith("Så här har jag förstått dig")


async def test_whoever_reads_neither_language_is_told_of_safety_in_both(swedish: Town) -> None:
    await answer_to(swedish, "صرخ علي أحد في الساحة بسبب الحجاب")

    receipt = (await answer_to(swedish, "نعم"))[0]

    assert "ring 112 nu" in receipt
    assert "call 112 now" in receipt


async def test_the_words_of_a_command_alone_show_what_it_shows(swedish: Town) -> None:
    await answer_to(swedish, "!ärende Mörkt i tunneln")

    (status,) = await answer_to(swedish, "Status")
    assert status == ("TR-2026-0031: mottaget. Ansvarig: rådet.\nDu får veta vem som ansvarar senast torsdag 26 mars.")
    urgent, shown = await answer_to(swedish, "hjälp")
    assert urgent == "Pågår det nu, eller är någon i fara: ring 112."
    assert shown.startswith("Det här kan du skriva här:")


async def test_the_words_of_a_command_that_changes_something_are_asked_for_with_their_mark(swedish: Town) -> None:
    await answer_to(swedish, "!ärende Mörkt i tunneln")

    assert await answer_to(swedish, "ta tillbaka") == ["Menar du !ta tillbaka? Skriv det så, med utropstecknet."]


async def test_thanks_are_not_taken_for_a_greeting(swedish: Town) -> None:
    assert await answer_to(swedish, "Tack!!") == ["Varsågod. Jag skriver här så snart något händer."]


async def test_an_addition_is_answered_with_what_comes_next_and_by_when(swedish: Town) -> None:
    await answer_to(swedish, "!ärende Mörkt i tunneln")

    (first,) = await answer_to(swedish, "nu är det ännu mörkare")
    await swedish.says(SECRETARY, "!ärende tilldela 31 TRAF", room=SECRETARIAT)
    await swedish.hears()
    (then,) = await answer_to(swedish, "och kallare")

    assert first.endswith("Du får veta vem som ansvarar senast torsdag 26 mars.")
    assert then.endswith("Du får svar senast torsdag 9 april.")


async def test_the_list_of_own_cases_says_what_comes_next_and_by_when(swedish: Town) -> None:
    for words in ("Mörkt i tunneln", "Skräp vid bänkarna"):
        await answer_to(swedish, f"!ärende {words}")

    (listed,) = await answer_to(swedish, "!mina ärenden")

    due = "mottaget. Ansvarig: rådet. Du får veta vem som ansvarar senast torsdag 26 mars."
    assert listed == f"- TR-2026-0031: {due}\n- TR-2026-0032: {due}"


async def test_each_chat_that_is_not_encrypted_is_warned_of_once(swedish: Town) -> None:
    heard = []
    for number in (1, 2):
        opened = RoomChange(
            f"!plain-{number}:town", Change.JOINED, user=ANNA, place=Place.DIRECT, event=f"$plain-{number}"
        )
        await swedish.dispatcher.handle(Batch(f"t-plain-{number}", (opened,)))
        heard += await swedish.hears()

    assert [said.startswith("Den här chatten är inte krypterad") for _room, said in heard] == [True, True]
    assert await answer_to(swedish, "Tack") == ["Varsågod. Jag skriver här så snart något händer."]


async def ended(town: Town) -> list[str]:
    """Return the rooms in which a poll was closed since the last time."""
    return [room for room, act, _body in await town.hears_all() if act == "poll-end"]


async def test_the_button_in_the_chat_of_another_is_left_alone(swedish: Town) -> None:
    await answer_to(swedish, "Mörkt i tunneln")
    await answer_to(swedish, "nej")
    await answer_to(swedish, "Skräp vid bänkarna", BERTIL)

    await swedish.says(BERTIL, "ja")

    assert await ended(swedish) == [BERTIL]


@pytest.mark.parametrize("answer", ["ja", "nej"])
async def test_the_button_beside_a_draft_is_gone_once_it_is_answered_in_words(swedish: Town, answer: str) -> None:
    await answer_to(swedish, "Mörkt i tunneln")

    await swedish.says(ANNA, answer)

    assert await ended(swedish) == [ANNA]


async def test_the_buttons_of_a_choice_are_gone_once_it_is_answered_in_words(areas: Town) -> None:
    await areas.says(ANNA, "!ärende Något är fel")
    await areas.hears()

    await areas.says(ANNA, "Centrum")
    assert await ended(areas) == [ANNA]
    await areas.says(ANNA, "hoppa över")
    assert await ended(areas) == [ANNA]


async def test_the_button_that_asks_whether_it_is_solved_is_gone_once_she_has_said(swedish: Town) -> None:
    await answer_to(swedish, "!ärende Mörkt i tunneln")
    for line in ("tilldela 31 TRAF", "svara 31 Den lagas", "klart 31"):
        await swedish.says(SECRETARY, f"!ärende {line}", room=SECRETARIAT)
    await swedish.hears()

    await swedish.says(ANNA, "nej")

    assert await ended(swedish) == [ANNA]
