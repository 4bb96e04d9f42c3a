"""What residents can do besides raising a concern: add to it, follow one, ask the council, see what is held."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from council.passage import Kind
from council.people import Person, Role
from council.steps import State
from storage.devices import OwnDevice
from tests.town import ANNA, BERTIL, CECILIA, CHAIR, COUNCIL, OPEN, SDF, SECRETARIAT, SECRETARY, STAND_IN, Town

BUSHES = "Buskarna skymmer gångvägen till skolan"
CLOSED = (
    "About TR-2026-0031: the council dealt with it on Thursday 9 April and made a decision. "
    "The item was closed, so I cannot show the decision."
)
MONDAY = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
async def chat(town: Town) -> Town:
    """The town on Monday 23 March, with case 31 of Anna's, which SDF owns."""
    town.clock.time = MONDAY
    for person in (ANNA, BERTIL, CECILIA):
        await town.opens_chat(person)
    await town.says(ANNA, f"!concern {BUSHES}")
    await town.says(SECRETARY, "!case edit-summary 31 Buskar skymmer gångvägen", room=SECRETARIAT)
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.hears()
    town.clock.time += timedelta(minutes=1)
    return town


async def told(town: Town, person: str) -> list[str]:
    return [body for room, body in await town.hears() if room == person]


async def notes(town: Town, kind: Kind = Kind.NOTE, number: int = 31) -> list[str]:
    async with town.database.work("lindvassa") as work:
        return [passage.words for passage in await work.passages.of(number, kind)]


async def cases(town: Town) -> int:
    async with town.database.work("lindvassa") as work:
        return len(await work.cases.all())


async def test_what_a_resident_writes_further_goes_to_her_open_case_and_the_owner_hears_that_there_is_more(
    chat: Town,
) -> None:
    await chat.says(ANNA, "De är två meter höga nu")

    heard = dict(await chat.hears())
    assert heard[ANNA].startswith("I have added this to TR-2026-0031.")
    assert "De är två meter höga nu" in heard[SECRETARIAT]
    assert heard[SDF].startswith("The resident has added something to TR-2026-0031.")
    assert "två meter" not in heard[SDF]
    assert await notes(chat) == ["De är två meter höga nu"]
    assert await cases(chat) == 1


async def test_who_has_several_open_cases_is_asked_which_the_words_belong_to(chat: Town) -> None:
    await chat.says(ANNA, "!concern Lampan vid grinden är trasig")
    await chat.hears()
    await chat.says(ANNA, "Det har blivit värre")
    [asked] = await told(chat, ANNA)
    await chat.says(ANNA, "2")
    answered = await told(chat, ANNA)

    assert "1. TR-2026-0031: unsafe place, has an owner" in asked
    assert "2. TR-2026-0032: lighting, received" in asked
    assert "3. Something new" in asked
    assert answered[0].startswith("I have added this to TR-2026-0032.")
    assert await notes(chat, number=32) == ["Det har blivit värre"]


@pytest.mark.parametrize("said", ["3", "new", "något nytt"])
async def test_words_about_something_new_become_a_draft(chat: Town, said: str) -> None:
    await chat.says(ANNA, "!concern Lampan vid grinden är trasig")
    await chat.says(ANNA, "Klotter på skolans vägg")
    await chat.hears()
    await chat.says(ANNA, said)
    [shown] = await told(chat, ANNA)
    await chat.says(ANNA, "ja")

    assert shown.startswith("This is how I have understood you (vandalism):")
    assert await cases(chat) == 3


async def test_an_addition_that_is_edited_is_kept_in_both_versions_and_one_deleted_is_hidden(chat: Town) -> None:
    event = await chat.says(ANNA, "De är två meter")
    await chat.says(ANNA, "De är tre meter", edits=event)
    heard = await chat.hears()
    await chat.deletes(ANNA, event)
    gone = [about for _room, act, about in await chat.hears_all() if act == "remove"]

    assert any("tre meter" in body for room, body in heard if room == SECRETARIAT)
    assert await notes(chat) == ["De är två meter", "De är tre meter"]
    assert gone == ["case:0031:note:1", "case:0031:note:2"]
    async with chat.database.work("lindvassa") as work:
        done = [entry.what for entry in await work.journal.about("case:31")]
        case = await work.cases.get(31)
    assert done[-3:] == ["case-note", "case-note-reworded", "case-note-hidden"]
    assert case.state is State.TRIAGED


async def test_an_addition_that_names_a_suspect_goes_nowhere(chat: Town) -> None:
    await chat.says(ANNA, "Det är Kalle Svensson som langar där")

    heard = await chat.hears()
    assert [room for room, _body in heard] == [ANNA, ANNA]
    assert await notes(chat) == []


async def test_danger_in_an_addition_is_answered_with_112(chat: Town) -> None:
    await chat.says(ANNA, "Det brinner nu")

    assert (await told(chat, ANNA))[0].startswith("Call 112 now.")
    assert await notes(chat) == []


async def test_a_case_that_is_full_takes_no_more_and_says_so(chat: Town) -> None:
    chat.charter = replace(chat.charter, limits=replace(chat.charter.limits, case_kib=4))
    for _message in range(3):
        await chat.says(ANNA, "å" * 900)

    assert (await told(chat, ANNA))[-1].startswith("Your case holds as much text as it may (4 KiB).")
    assert len(await notes(chat)) == 2


async def test_who_writes_too_fast_is_told_once_and_the_secretary_too_and_danger_is_always_heard(chat: Town) -> None:
    for count in range(9):
        await chat.says(ANNA, f"Och dessutom {'i' * count}")
    heard = await chat.hears()
    await chat.says(ANNA, "Det brinner nu")
    danger = await told(chat, ANNA)
    chat.clock.time += timedelta(minutes=1)
    await chat.says(ANNA, "Nu då")

    slowed = [room for room, body in heard if body.startswith(("You write faster", "Somebody writes more"))]
    assert slowed == [ANNA, SECRETARIAT]
    assert len(await notes(chat)) == 7
    assert danger[0].startswith("Call 112 now.")


async def test_the_place_is_asked_and_then_the_kind_where_it_cannot_be_guessed(chat: Town) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(BERTIL, "!concern Det känns konstigt här")
    [_receipt, asked] = await told(chat, BERTIL)
    await chat.says(BERTIL, "Parkstråket")
    [place, kind] = await told(chat, BERTIL)
    await chat.says(BERTIL, "3")
    [done] = await told(chat, BERTIL)

    assert asked.splitlines()[2] == "2. Parkstråket"
    assert place == "TR-2026-0032 is about Parkstråket."
    assert kind.splitlines()[0] == "What is TR-2026-0032 about? Answer with the number or the name, or write skip."
    assert kind.splitlines()[3] == "3. litter"
    assert done == "TR-2026-0032 is about litter."


async def test_both_questions_may_be_left_aside(chat: Town) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(BERTIL, "!concern Det känns konstigt här")
    await chat.hears()
    await chat.says(BERTIL, "hoppa över")
    [skipped, kind] = await told(chat, BERTIL)
    await chat.says(BERTIL, "skip")
    [again] = await told(chat, BERTIL)

    assert skipped == again == "That is fine. The secretary will find out."
    assert kind.startswith("What is TR-2026-0032 about?")


async def test_a_resident_follows_a_case_instead_of_raising_it_again_and_neither_sees_the_other(chat: Town) -> None:
    await chat.says(BERTIL, "Buskarna skymmer gångvägen")
    [draft] = await told(chat, BERTIL)
    await chat.says(BERTIL, "!follow 0031")
    heard = await chat.hears()
    await chat.says(SDF, "!case answer 31 We cut them.")
    answers = [room for room, body in await chat.hears() if body.startswith("Answer to TR-2026-0031")]

    assert "TR-2026-0031 (unsafe place, has an owner). To follow that instead: !follow 0031" in draft
    assert dict(heard)[BERTIL].startswith("You now follow TR-2026-0031: unsafe place, has an owner.")
    assert BUSHES not in dict(heard)[BERTIL]
    assert not any("anna" in body or "bertil" in body for _room, body in heard)
    assert answers == [ANNA, BERTIL]
    assert await cases(chat) == 1


async def test_a_follower_neither_withdraws_nor_rewrites_the_case_of_another(chat: Town) -> None:
    await chat.says(BERTIL, "!follow 31")
    await chat.hears()
    await chat.says(BERTIL, "!correct 0031 Something else")
    corrected = await told(chat, BERTIL)
    await chat.says(BERTIL, "!withdraw 31")
    withdrawn = await told(chat, BERTIL)

    assert corrected == ["TR-2026-0031 was raised by somebody else, so its text is not yours to change."]
    assert withdrawn == ["You no longer follow TR-2026-0031. The case goes on."]
    async with chat.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).state is State.TRIAGED
        assert await work.reporters.of(31) == [ANNA]


@pytest.mark.parametrize("number", [99, 32])
async def test_a_case_before_its_triage_is_refused_to_a_follower_like_one_that_is_not_there(
    chat: Town, number: int
) -> None:
    await chat.says(ANNA, "!concern Lampan vid grinden är trasig")
    await chat.hears()
    await chat.says(BERTIL, f"!follow {number}")

    assert await told(chat, BERTIL) == [f"There is no case {number:04d} that can be followed."]


async def test_a_correction_changes_the_words_and_keeps_the_former(chat: Town) -> None:
    await chat.says(ANNA, "!correct Buskarna skymmer hela vägen")

    heard = await chat.hears()
    assert dict(heard)[ANNA].startswith("I have changed the text of TR-2026-0031.")
    assert await notes(chat, Kind.TELLING) == [BUSHES, "Buskarna skymmer hela vägen"]


async def test_everything_that_is_held_is_shown_to_her_alone(chat: Town) -> None:
    await chat.says(ANNA, "De är höga")
    await chat.says(SECRETARY, "!case reporter 31 A time to meet", room=SECRETARIAT)
    await chat.says(BERTIL, "!follow 31")
    await chat.hears()
    await chat.says(ANNA, "!mydata")
    [anna] = await told(chat, ANNA)
    await chat.says(BERTIL, "!mydata")
    [bertil] = await told(chat, BERTIL)

    for part in (BUSHES, "De är höga", "TR-2026-0031, raised Monday 23 March", "the secretary looked up who raised it"):
        assert part in anna
    assert BUSHES not in bertil
    assert "You follow it; it was raised Monday 23 March by somebody else." in bertil


@pytest.mark.parametrize("line", ["!question Varför är lamporna släckta?", "!agenda add Varför är lamporna släckta?"])
async def test_a_question_is_queued_for_the_residents_item_and_its_answer_comes_back(chat: Town, line: str) -> None:
    await chat.becomes(MONDAY + timedelta(minutes=5))
    await chat.hears()
    await chat.says(BERTIL, line)
    receipt = (await told(chat, BERTIL))[0]
    await chat.says(SECRETARY, "!case edit-summary 32 Varför är lamporna släckta på natten?", room=SECRETARIAT)
    await chat.says(SECRETARY, "!case assign 32 SDF", room=SECRETARIAT)
    await chat.hears()
    await chat.says(SDF, "!questions")
    [(room, shown)] = await chat.hears()
    await chat.says(SDF, "!case answer 32 To save power.")
    answer = await told(chat, BERTIL)

    assert "It is taken up at the council's meeting on Thursday 9 April at 18:00, and the answer comes here." in receipt
    assert room == COUNCIL
    assert shown.startswith("Residents' questions for the meeting on Thursday 9 April:")
    assert "TR-2026-0032. Responsible: the district administration." in shown
    assert "To save power." in answer[0]


async def test_a_case_is_put_on_the_agenda_and_its_resident_hears_when(chat: Town) -> None:
    await chat.becomes(MONDAY + timedelta(minutes=5))
    await chat.hears()
    await chat.says(SECRETARY, "!case agenda 31 Sikten i Parkstråket (beslut, 10 min)", room=SECRETARIAT)

    heard = await chat.hears()
    assert (SECRETARIAT, "TR-2026-0031 is on the agenda: A8 Sikten i Parkstråket.") in heard
    assert (ANNA, "TR-2026-0031 is taken up at the council's meeting on Thursday 9 April at 18:00.") in heard
    async with chat.database.work("lindvassa") as work:
        case = await work.cases.get(31)
        assert case.meeting
        [item] = [each for each in (await work.agenda.of(case.meeting)).running if each.slot == case.item]
    assert (item.id, item.source) == ("A8", "TR-2026-0031")


@pytest.mark.parametrize(
    ("sharing", "told"),
    [
        (
            "",
            "About TR-2026-0031: the council decided on Thursday 9 April: SDF röjer sikten. The decision is called D1.",
        ),
        ("council, ", CLOSED),
    ],
)
async def test_a_resident_hears_what_was_decided_about_her_case_once_the_meeting_is_over(
    chat: Town, sharing: str, told: str
) -> None:
    await chat.becomes(MONDAY + timedelta(minutes=5))
    await chat.says(SECRETARY, f"!case agenda 31 Sikten i Parkstråket ({sharing}beslut, 10 min)", room=SECRETARIAT)
    chat.clock.time = datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
    await chat.says(SECRETARY, "!attend call SDF POL BOST FTG SKOL BOE")
    await chat.says(SECRETARY, "!decision add A8 5-1-0 SDF klipper allt")
    await chat.says(SECRETARY, "!undo")
    await chat.says(SECRETARY, "!decision add A8 6-0-0 SDF röjer sikten")
    await chat.hears()

    await chat.says(SECRETARY, "!meeting end")

    assert [body for room, body in await chat.hears() if room == ANNA] == [told.replace("D1", "D2")]


async def test_a_question_without_an_answer_is_taken_up_again_at_the_next_meeting(chat: Town) -> None:
    await chat.becomes(MONDAY + timedelta(minutes=5))
    for question in ("Varför är det släckt på natten?", "När lagas gungan?"):
        await chat.says(BERTIL, f"!question {question}")
    for number in (32, 33):
        await chat.says(SECRETARY, f"!case assign {number} SDF", room=SECRETARIAT)
    await chat.says(SDF, "!case answer 33 På måndag.")
    chat.clock.time = datetime(2026, 4, 9, 16, 0, tzinfo=UTC)
    await chat.says(SECRETARY, "!attend call SDF POL BOST FTG SKOL BOE")
    await chat.hears()

    await chat.says(SECRETARY, "!meeting end")

    told_bertil = await told(chat, BERTIL)
    await chat.says(SECRETARY, "!question list", room=SECRETARIAT)
    [asked] = await told(chat, SECRETARIAT)
    again = "It is taken up again at the council's meeting on Thursday 14 May at 18:00."
    assert told_bertil == [f"TR-2026-0032 got no answer at the meeting. {again}"]
    assert asked.startswith("Residents' questions for the meeting on Thursday 14 May:")
    assert "TR-2026-0032" in asked
    assert "TR-2026-0033" not in asked


async def test_a_business_is_counted_apart_and_only_the_secretariat_sees_its_name(chat: Town) -> None:
    await chat.says(BERTIL, "!business Hörnkiosken")
    await chat.says(BERTIL, "!concern Snatterier varje dag i butiken")
    heard = await chat.hears()
    async with chat.database.work("lindvassa") as work:
        case = await work.cases.get(32)

    assert case.business
    assert [room for room, body in heard if "Hörnkiosken" in body] == [BERTIL, SECRETARIAT]

    chat.clock.time += timedelta(minutes=1)
    await chat.says(SECRETARY, "!digest", room=SECRETARIAT)
    assert "- From businesses: 1." in "".join(await told(chat, SECRETARIAT))
    await chat.says(SECRETARY, "!digest open", room=SECRETARIAT)
    [public] = [body for room, body in await chat.hears() if room == OPEN]
    assert "From businesses: 1" not in public


async def test_while_the_secretary_is_away_the_dates_count_from_the_return_and_residents_are_told(chat: Town) -> None:
    await chat.says(SECRETARY, "!away 2026-03-23 2026-04-12", room=SECRETARIAT)
    [noted] = await told(chat, SECRETARIAT)
    await chat.says(BERTIL, "!concern Lampan vid grinden är trasig")
    [receipt] = await told(chat, BERTIL)

    assert noted.startswith("Noted: away from Monday 23 March to Sunday 12 April. Nobody stands in")
    assert receipt.startswith(
        "The secretary is away. Your case is registered, and the dates below count from Monday 13"
    )
    assert "Monday 13 April" in receipt
    assert "by Tuesday 14 April and get an answer by Friday 24 April" in receipt


async def test_where_somebody_stands_in_nothing_changes_for_residents_and_the_stand_in_does_the_work(
    chat: Town,
) -> None:
    async with chat.database.work("lindvassa") as work:
        await work.people.save(Person(STAND_IN, frozenset({Role.STAND_IN})))
    await chat.says(SECRETARY, "!away 2026-03-23 2026-04-12", room=SECRETARIAT)
    await chat.says(BERTIL, "!concern Lampan vid grinden är trasig")
    receipt = (await told(chat, BERTIL))[0]
    await chat.says(STAND_IN, "!case assign 32 TRAF", room=SECRETARIAT)

    assert receipt.startswith("Thank you. Your case is TR-2026-0032. You will know who is responsible by Wednesday 25")
    assert any("responsible is the transport department" in body for body in await told(chat, BERTIL))


async def test_back_again_the_dates_are_as_usual(chat: Town) -> None:
    await chat.says(SECRETARY, "!away 2026-03-23 2026-04-12", room=SECRETARIAT)
    await chat.says(SECRETARY, "!away end", room=SECRETARIAT)
    await chat.says(BERTIL, "!concern Lampan vid grinden är trasig")

    assert (await told(chat, BERTIL))[0].startswith("Thank you.")


async def test_e20_what_to_do_in_danger_is_first_told_in_swedish_and_in_english(town: Town) -> None:
    await town.says(CECILIA, "!concern صرخ علي رجل في الساحة بسبب حجابي")
    introduction = (await told(town, CECILIA))[0]

    assert "call 112 now" in introduction
    assert "ring 112 nu" in introduction


async def test_e20_a_language_that_the_council_does_not_have_is_noted_and_the_secretariat_asked_to_translate(
    chat: Town,
) -> None:
    await chat.says(CECILIA, "!concern صرخ علي رجل في الساحة بسبب حجابي")
    heard = await chat.hears()
    async with chat.database.work("lindvassa") as work:
        case = await work.cases.get(32)

    assert case.language == "ar"
    assert any("To be translated: the resident reads ar." in body for room, body in heard if room == SECRETARIAT)


async def test_a_draft_is_registered_with_the_poll_button_that_stands_beside_the_question(chat: Town) -> None:
    await chat.says(BERTIL, "Klotter på skolans vägg")
    polls = [body for room, act, body in await chat.hears_all() if act == "poll" and room == BERTIL]
    await chat.answers_poll(BERTIL, await chat.event_of("draft-poll:1", BERTIL), "yes")

    assert polls == ["Shall I register it as a case?\n1. Yes\n2. No"]
    assert any(body.startswith("Thank you. Your case is TR-2026-0032.") for body in await told(chat, BERTIL))


@pytest.mark.parametrize(("button", "state"), [("yes", State.CLOSED), ("no", State.REOPENED)])
async def test_a_button_says_whether_it_is_solved(chat: Town, button: str, state: State) -> None:
    await chat.says(SDF, "!case answer 31 We cut them.")
    await chat.says(SDF, "!case resolve 31")
    await chat.hears()
    async with chat.database.work("lindvassa") as work:
        name = f"poll-question:{work.vault.name('question', 'lindvassa', '31')}"
    await chat.answers_poll(ANNA, await chat.event_of(name, ANNA), button)

    async with chat.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).state is state


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Compare this code with the one that your app shows for my identity: Mxx8 3pZw Yjpo"),
        ("sv", "Jämför den här koden med den som din app visar för min identitet: Mxx8 3pZw Yjpo"),
    ],
)
async def test_the_bot_shows_by_what_it_is_known(town: Town, language: str, says: str) -> None:
    await town.speaks(language)
    async with town.database.work("lindvassa") as work:
        await work.devices.be(OwnDevice("BOT", "fingerprint", "Mxx83pZwYjpo", 1))

    await town.says(ANNA, "!about")

    ((_room, shown),) = await town.hears()
    assert says in shown


async def test_area_and_kind_can_be_chosen_with_buttons_and_changed_with_another(chat: Town) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(BERTIL, "!concern Det är något konstigt här")
    polls = [body for room, act, body in await chat.hears_all() if (room, act) == (BERTIL, "poll")]
    assert polls == ["Where is TR-2026-0032?\n1. Centrum\n2. Parkstråket\n3. Skip"]
    where = await poll_of(chat, BERTIL, "area")

    await chat.answers_poll(BERTIL, where, "2")
    heard = [(act, body) for room, act, body in await chat.hears_all() if room == BERTIL]
    assert heard[0] == ("post", "TR-2026-0032 is about Parkstråket.")
    assert heard[2][0] == "poll"
    assert heard[2][1].startswith("What is TR-2026-0032 about?\n1. lighting\n")
    assert heard[2][1].count("\n") == 20

    await chat.answers_poll(BERTIL, await poll_of(chat, BERTIL, "category"), "3")
    await chat.answers_poll(BERTIL, where, "1")
    await chat.answers_poll(ANNA, where, "2")
    async with chat.database.work("lindvassa") as work:
        case = await work.cases.get(32)
    assert (case.category.value, case.area) == ("litter", "Centrum")


async def poll_of(town: Town, person: str, asks: str) -> str:
    """Return the poll that asked somebody something about case 32; its name tells nothing of the case."""
    async with town.database.work("lindvassa") as work:
        name = f"choice-{asks}:{work.vault.name('choice', 'lindvassa', '32')}"
    return await town.event_of(name, person)


@pytest.mark.parametrize(
    ("said", "state"),
    [("Nej, det är lika mörkt igen", State.REOPENED), ("Ja! Nu är allt klippt.", State.CLOSED), ("Japp", State.CLOSED)],
)
async def test_a_yes_or_no_with_more_words_answers_the_question_and_keeps_the_words(
    chat: Town, said: str, state: State
) -> None:
    await chat.says(SDF, "!case answer 31 Vi klipper.")
    await chat.says(SDF, "!case resolve 31")
    await chat.hears()

    await chat.says(ANNA, said)

    async with chat.database.work("lindvassa") as work:
        assert (await work.cases.get(31)).state is state
    assert await notes(chat) == ([said] if " " in said else [])


async def test_symbols_alone_are_no_concern(chat: Town) -> None:
    await chat.says(BERTIL, "😡😡🔥")

    [said] = await told(chat, BERTIL)
    assert said.startswith("I can only read words. Write what it is about and where.\nI am a bot.")
    assert "call 112 now" in said


async def test_whoever_asked_is_told_when_the_meeting_is_moved_and_when_it_is_called_off(chat: Town) -> None:
    await chat.becomes(chat.clock.time)
    await chat.says(BERTIL, "!question När byts lamporna?")
    await chat.hears()

    await chat.says(CHAIR, "!meeting move 2026-04-16T18:00")
    assert await told(chat, BERTIL) == [
        "The meeting at which TR-2026-0032 is dealt with has been moved to Thursday 16 April 2026 at 18:00."
    ]
    await chat.says(CHAIR, "!meeting cancel 2026-04")
    assert await told(chat, BERTIL) == [
        "The meeting at which TR-2026-0032 is dealt with has been moved to Thursday 14 May 2026 at 18:00."
    ]
    async with chat.database.work("lindvassa") as work:
        case = await work.cases.get(32)
        agenda = await work.agenda.of(case.meeting or "")
    assert case.meeting == "2026-05"
    assert [item.standing for item in agenda.running if item.slot == case.item] == ["standing-residents"]
