"""A resident writes in plain words, always knows what happens next, and is never shown to anybody but the secretary."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from council.charter import Limits, Retention
from council.passage import Kind
from council.promise import Promise
from council.promise import State as Kept
from council.steps import State
from storage.work import Work
from tests.town import (
    ANNA,
    BERTIL,
    CECILIA,
    COUNCIL,
    OPEN,
    SDF,
    SECRETARIAT,
    SECRETARY,
    TRAF,
    Town,
)

SAFETY = (
    "I am a bot. Nobody reads this right away. If a crime or fire is happening, or someone is in danger: call 112 now. "
    "To report a past crime: 114 14. To tip about a person or a crime: the police, 114 14 or polisen.se - not here. "
    "Do not write names, personal numbers, pictures or plate numbers."
)
RECORD = (
    "What you send becomes a public record of the city. Only the secretary sees who you are. "
    "We cannot promise anonymity: if someone requests the record, the law decides."
)
NOT_STORED = "I have not registered this as a case. The message stays in this chat until you remove it."
BUSHES = "Buskarna skymmer gångvägen till skolan"
LAMP = "Lampan vid skolgårdens grind är trasig"
MONDAY = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)
RECEIPT = (
    "Thank you. Your case is TR-2026-0031. You will know who is responsible by Wednesday 25 March "
    f"and get an answer by Wednesday 8 April.\n{SAFETY}\n{RECORD}"
)


@asynccontextmanager
async def looking(town: Town) -> AsyncIterator[Work]:
    async with town.database.work("lindvassa") as work:
        yield work


@pytest.fixture
async def chat(town: Town) -> Town:
    """The town on Monday 23 March, with residents who have been introduced to the bot."""
    town.clock.time = MONDAY
    for person in (ANNA, BERTIL, CECILIA):
        await town.opens_chat(person)
    await town.hears()
    return town


async def told(town: Town, person: str) -> list[str]:
    """Return what somebody has been told in her direct chat since the last time."""
    return [body for room, body in await town.hears() if room == person]


async def state_of(town: Town, number: int = 31) -> State:
    async with looking(town) as work:
        return (await work.cases.get(number)).state


async def cases(town: Town) -> int:
    async with looking(town) as work:
        return len(await work.cases.all())


async def test_whoever_opens_a_chat_is_told_once_what_the_bot_is_and_who_answers_for_it(town: Town) -> None:
    await town.opens_chat(ANNA)
    [introduction] = await told(town, ANNA)
    await town.says(ANNA, LAMP)
    later = await told(town, ANNA)

    assert introduction.startswith("Hello. I am Rådslag, the bot of Lindvassa Safety Council.")
    assert SAFETY in introduction
    assert RECORD in introduction
    assert "Lindvassa stadsdelsnämnd (trygghet@lindvassa.example)" in introduction
    assert not any("I am Rådslag" in body for body in later)
    async with looking(town) as work:
        assert await work.reporters.introduced(ANNA) == 1


async def test_a_concern_typed_with_the_command_is_registered_at_once_with_both_dates(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")

    heard = await chat.hears()
    assert heard[0] == (ANNA, RECEIPT)
    assert [room for room, _body in heard[1:]] == [SECRETARIAT, SECRETARIAT]
    assert heard[1][1].startswith("TR-2026-0031: received")
    assert BUSHES in heard[2][1]


async def test_the_council_hears_nothing_before_the_triage(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")

    assert not [body for room, body in await chat.hears() if room in (COUNCIL, OPEN)]


async def test_plain_words_become_a_draft_and_a_yes_makes_it_a_case(chat: Town) -> None:
    await chat.says(ANNA, BUSHES)
    [asked] = await told(chat, ANNA)
    before = await cases(chat)
    await chat.says(ANNA, "Ja!")
    [receipt] = await told(chat, ANNA)

    assert asked.startswith("This is how I have understood you (unsafe place):")
    assert BUSHES in asked
    assert before == 0
    assert receipt == RECEIPT


@pytest.mark.parametrize("yes", ["ja", "yes", "!yes", "!ja", "OK", "Ja tack."])
async def test_every_way_of_saying_yes_registers_the_draft(chat: Town, yes: str) -> None:
    await chat.says(ANNA, BUSHES)
    await chat.says(ANNA, yes)

    assert await cases(chat) == 1


async def test_a_thumb_up_on_the_question_registers_the_draft(chat: Town) -> None:
    await chat.says(ANNA, BUSHES)
    await chat.hears()
    async with looking(chat) as work:
        written = await work.drafts.unconfirmed(ANNA)
    assert written
    question = await chat.event_of(f"draft:{written.draft.number}", ANNA)

    await chat.says(BERTIL, "👍", reacts_to=question)
    await chat.says(ANNA, "🎉", reacts_to=question)
    others = await cases(chat)
    await chat.says(ANNA, "👍🏽", reacts_to=question)

    assert others == 0
    assert await cases(chat) == 1


@pytest.mark.parametrize("no", ["nej", "no", "!no", "Nej tack"])
async def test_a_no_leaves_nothing_of_the_draft(chat: Town, no: str) -> None:
    await chat.says(ANNA, BUSHES)
    await chat.hears()
    await chat.says(ANNA, no)

    assert await told(chat, ANNA) == ["The draft is gone. I have not registered anything."]
    async with looking(chat) as work:
        assert await work.drafts.of(ANNA) == []


async def test_words_that_follow_before_the_yes_belong_to_the_same_draft(chat: Town) -> None:
    await chat.says(ANNA, BUSHES)
    await chat.says(ANNA, "Barnen går där varje dag")
    await chat.says(ANNA, "ja")

    words = next(body for room, body in await chat.hears() if room == SECRETARIAT and BUSHES in body)
    assert "Barnen går där varje dag" in words
    assert await cases(chat) == 1


async def test_a_yes_to_no_question_is_answered_kindly(chat: Town) -> None:
    await chat.says(ANNA, "ja")

    assert await told(chat, ANNA) == ["I have not asked you anything just now. Write what it is about, or !help."]


async def test_a_greeting_is_no_concern(chat: Town) -> None:
    await chat.says(ANNA, "Hej!")

    [answer] = await told(chat, ANNA)
    assert answer.startswith("Hello. Write what it is about")
    async with looking(chat) as work:
        assert await work.drafts.of(ANNA) == []


async def test_e1_danger_is_sent_to_112_and_nothing_is_registered_stored_or_posted(chat: Town) -> None:
    await chat.says(ANNA, "En bil brinner utanför nu")

    heard = await chat.hears()
    async with looking(chat) as work:
        drafts, referred = await work.drafts.of(ANNA), await work.referrals.between(MONDAY.date(), MONDAY.date())
    assert heard[0] == (ANNA, f"Call 112 now.\n{NOT_STORED}")
    assert {room for room, _body in heard} == {ANNA}
    assert await cases(chat) == 0
    assert drafts == []
    assert referred == 1


async def test_e1_somebody_not_yet_introduced_hears_of_112_before_anything_else(town: Town) -> None:
    await town.says(ANNA, "Det brinner!")

    answers = await told(town, ANNA)
    assert answers[0].startswith("Call 112 now.")
    assert "I am Rådslag" in answers[-1]


async def test_an_emergency_is_never_held_up_by_what_else_the_text_holds(chat: Town) -> None:
    await chat.says(ANNA, "Det brinner hos Kalle, ring mig på 070-123 45 67")
    await chat.says(BERTIL, "!concern Någon skjuter på gården just nu")

    heard = await chat.hears()
    assert next(body for room, body in heard if room == ANNA).startswith("Call 112 now.")
    assert next(body for room, body in heard if room == BERTIL) == "Call 112 now."
    assert await cases(chat) == 1


@pytest.mark.parametrize("command", ["", "!concern "])
async def test_an_emergency_in_a_text_that_is_too_long_is_answered_all_the_same(chat: Town, command: str) -> None:
    await chat.says(ANNA, f"{command}{'x ' * 5000} det brinner")

    [answer] = await told(chat, ANNA)
    assert answer.startswith("Call 112 now.")
    assert answer.endswith(NOT_STORED)


async def test_an_edit_that_tells_of_danger_is_answered_with_112_first(chat: Town) -> None:
    event = await chat.says(ANNA, f"!concern {LAMP}")
    await chat.hears()
    await chat.says(ANNA, "!concern Det brinner!", edits=event)

    assert (await told(chat, ANNA))[0] == "Call 112 now."


@pytest.mark.parametrize("command", ["", "!concern "])
async def test_e2_a_named_suspect_is_sent_to_the_police_and_the_name_goes_nowhere(chat: Town, command: str) -> None:
    await chat.says(ANNA, f"{command}Killen som langar på Norra gården heter Kalle Karlsson")

    heard = await chat.hears()
    async with looking(chat) as work:
        entries = await work.journal.about("case:31")
        referred = await work.referrals.between(MONDAY.date(), MONDAY.date())
    assert {room for room, _body in heard} == {ANNA}
    assert heard[0][1] == (
        f"I do not take information about named persons. Tip the police: 114 14 or polisen.se.\n{NOT_STORED}"
    )
    assert "Kalle" not in str(heard)
    assert (await cases(chat), entries, referred) == (0, [], 1)


async def test_what_points_to_a_person_is_asked_to_be_left_out_and_never_repeated(chat: Town) -> None:
    await chat.says(ANNA, "!concern Mopeden ABC 123 kör fort, ring 070-123 45 67")

    [answer, how_to_remove] = await told(chat, ANNA)
    assert how_to_remove.startswith("To remove the message")
    assert answer.startswith("The text seems to contain a phone number and a plate number. Please write it again")
    assert NOT_STORED in answer
    assert "ABC" not in answer
    assert "070" not in answer
    assert await cases(chat) == 0


async def test_a_crime_to_report_is_told_of_first_and_registered_all_the_same(chat: Town) -> None:
    await chat.says(ANNA, "!concern Inbrott i källarförråden i natt, tredje gången i år")

    [first, receipt] = await told(chat, ANNA)
    assert first.startswith("Report the crime to the police: 114 14 or polisen.se.")
    assert receipt.startswith("Thank you. Your case is TR-2026-0031.")


async def test_an_address_stays_with_the_secretariat_which_is_told_to_leave_it_out(chat: Town) -> None:
    await chat.says(ANNA, "!concern Lampan utanför Storgatan 12 är släckt")

    words = [body for room, body in await chat.hears() if room == SECRETARIAT][1]
    assert "The text seems to contain an address. Leave that out of the summary." in words


@pytest.mark.parametrize("choice", ["2", "2.", "parkstråket", "Parkstråket"])
async def test_the_place_is_asked_for_with_numbered_choices(chat: Town, choice: str) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(ANNA, f"!concern {BUSHES}")
    [_receipt, asked] = await told(chat, ANNA)
    await chat.says(ANNA, choice)
    [answer] = await told(chat, ANNA)

    assert asked == (
        "Where is TR-2026-0031? Answer with the number or the name, or write skip.\n1. Centrum\n2. Parkstråket"
    )
    assert answer == "TR-2026-0031 is about Parkstråket."


async def test_the_place_may_be_left_out(chat: Town) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(ANNA, "skip")

    assert await told(chat, ANNA) == ["That is fine. The secretary will find out."]


async def test_a_number_is_a_place_only_while_one_is_asked_for(chat: Town) -> None:
    chat.charter = replace(chat.charter, areas=("Centrum", "Parkstråket"))
    await chat.says(ANNA, "2")

    assert "Shall I register it as a case?" in (await told(chat, ANNA))[0]


async def test_e6_a_second_report_of_the_same_thing_is_pointed_out_at_once(chat: Town) -> None:
    await chat.says(ANNA, "!concern Tre lampor är släckta i tunneln under Sjövägen")
    await chat.says(BERTIL, "!concern Mörkt i gångtunneln")
    await chat.says(CECILIA, f"!concern {LAMP}")

    suggested = [body for room, body in await chat.hears() if room == SECRETARIAT and "Looks like" in body]
    assert suggested == ["Looks like TR-2026-0031. If it is the same: !case duplicate 0032 0031"]


async def test_e17_a_concern_typed_in_the_open_room_is_moved_to_a_direct_chat(town: Town) -> None:
    await town.says(ANNA, f"!concern {BUSHES}", room=OPEN)

    heard = await town.hears()
    assert heard[0] == (OPEN, "Write to me directly so that not everyone sees it.")
    assert heard[1][0] == ANNA
    assert SAFETY in heard[1][1]
    assert await cases(town) == 0


async def test_e18_the_secretary_registers_for_somebody_who_phones(town: Town) -> None:
    await town.says(SECRETARY, f"!concern phone: {BUSHES}", room=SECRETARIAT)

    heard = await town.hears()
    async with looking(town) as work:
        case = await work.cases.get(31)
        people = await work.reporters.count(31)
    assert "Your case is TR-2026-0031" in heard[0][1]
    assert "there is no chat" in heard[0][1]
    assert (case.channel.value, people) == ("phone", 0)


async def test_a_resident_cannot_register_for_somebody_who_phones(chat: Town) -> None:
    await chat.says(ANNA, f"!concern phone: {BUSHES}")

    async with looking(chat) as work:
        assert (await work.cases.get(31)).channel.value == "chat"


async def test_e19_more_than_five_an_hour_are_kept_as_drafts_and_the_secretary_is_asked_once(chat: Town) -> None:
    for count in range(7):
        chat.clock.time += timedelta(minutes=1)
        await chat.says(ANNA, f"!concern {BUSHES} {'i' * count}")

    heard = await chat.hears()
    kept = [body for room, body in heard if room == ANNA and body.startswith("Unusually many")]
    asked = [body for room, body in heard if room == SECRETARIAT and "is waiting because" in body]
    assert await cases(chat) == 5
    assert len(kept) == 2
    assert len(asked) == 1


async def test_e19_what_was_held_is_registered_by_the_secretary_with_the_day_it_was_written(chat: Town) -> None:
    chat.charter = replace(chat.charter, limits=Limits(concerns_an_hour=1))
    await chat.says(ANNA, f"!concern {LAMP}")
    await chat.says(ANNA, f"!concern {BUSHES}")
    chat.clock.time += timedelta(days=2)
    await chat.says(SECRETARY, "!case drafts", room=SECRETARIAT)
    shown = (await chat.hears())[-1][1]
    await chat.says(SECRETARY, "!case admit", room=SECRETARIAT)

    heard = await chat.hears()
    receipts = [body for room, body in heard if room == ANNA]
    async with looking(chat) as work:
        case, held = await work.cases.get(32), await work.drafts.held()
    assert BUSHES in shown
    assert ANNA not in shown
    assert receipts[0].startswith("Thank you. Your case is TR-2026-0032.")
    assert (case.received_at, held) == (MONDAY, [])


async def test_e19_the_same_text_from_many_accounts_waits_for_the_secretary(chat: Town) -> None:
    for person in (ANNA, BERTIL, CECILIA):
        await chat.says(person, f"!concern {BUSHES}")

    assert await cases(chat) == 2


async def test_an_edited_message_changes_the_words_and_both_versions_are_kept(chat: Town) -> None:
    event = await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(ANNA, f"!concern {LAMP}", edits=event)

    heard = await chat.hears()
    async with looking(chat) as work:
        versions = [passage.words for passage in await work.passages.of(31)]
    assert heard[0][1].startswith("I have changed the text of TR-2026-0031.")
    assert LAMP in heard[1][1]
    assert versions == [BUSHES, LAMP]


async def test_editing_the_plain_words_changes_the_draft_and_later_the_case(chat: Town) -> None:
    event = await chat.says(ANNA, BUSHES)
    await chat.says(ANNA, LAMP, edits=event)
    await chat.says(ANNA, "ja")
    await chat.hears()
    await chat.says(ANNA, f"{LAMP} igen", edits=event)

    async with looking(chat) as work:
        versions = [passage.words for passage in await work.passages.of(31)]
    assert versions == [LAMP, f"{LAMP} igen"]


async def test_an_edit_that_names_a_suspect_changes_nothing(chat: Town) -> None:
    event = await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(ANNA, "!concern Han heter Kalle Karlsson", edits=event)

    async with looking(chat) as work:
        assert [passage.words for passage in await work.passages.of(31)] == [BUSHES]


async def test_a_deleted_message_withdraws_the_case_and_hides_the_words(chat: Town) -> None:
    event = await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.deletes(ANNA, event)

    heard = await chat.hears_all()
    assert (ANNA, "post", "TR-2026-0031 is withdrawn.") in heard
    assert (SECRETARIAT, "remove", "case:0031:words:1") in heard
    assert await state_of(chat) is State.WITHDRAWN


async def test_a_deleted_message_takes_its_draft_with_it(chat: Town) -> None:
    event = await chat.says(ANNA, BUSHES)
    await chat.deletes(ANNA, event)

    async with looking(chat) as work:
        assert await work.drafts.of(ANNA) == []


async def test_a_case_shows_everything_to_whom_it_is_and_the_public_view_to_others(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(SECRETARY, "!case assign 0031 SDF")
    await chat.says(SDF, "!case answer 0031 The bushes are cut by 8 April.")
    await chat.hears()
    await chat.says(ANNA, "!status TR-2026-0031")
    [own, answer] = await told(chat, ANNA)
    await chat.says(BERTIL, "!status 31")
    [public] = await told(chat, BERTIL)

    assert own == "TR-2026-0031: in progress. Responsible: the district administration."
    assert "The bushes are cut by 8 April." in answer
    assert public == "TR-2026-0031: unsafe place, in progress. Responsible: the district administration."


async def test_a_case_of_ones_own_is_shown_in_the_open_room_like_anybody_elses(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(ANNA, "!status 31", room=OPEN)

    assert await chat.hears() == [(OPEN, "TR-2026-0031: unsafe place, received. Responsible: council.")]


async def test_each_step_reaches_the_resident_in_her_chat(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(SECRETARY, "!case assign 0031 SDF")
    assigned = await told(chat, ANNA)
    await chat.says(SDF, "!case answer 0031 Cut by 8 April.")
    answered = await told(chat, ANNA)
    await chat.says(SDF, "!case resolve 0031")
    resolved = await told(chat, ANNA)
    await chat.says(ANNA, "!yes")
    closed = await told(chat, ANNA)

    assert assigned == [
        "TR-2026-0031: responsible is the district administration. You will get an answer by Wednesday 8 April."
    ]
    assert answered[0].startswith("Answer to TR-2026-0031 from the district administration:")
    assert "Cut by 8 April." in answered[0]
    assert resolved == [
        (
            "This is about TR-2026-0031.\n"
            "It is done, according to the district administration. Is that right? Answer !yes or !no."
        )
    ]
    assert closed == ["Thank you. TR-2026-0031 is closed."]
    assert await state_of(chat) is State.CLOSED


async def test_a_no_opens_the_case_again_with_a_new_date_and_its_owner_is_told(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(SECRETARY, "!case assign 0031 SDF")
    await chat.says(SDF, "!case answer 0031 Cut by 8 April.")
    await chat.says(SDF, "!case resolve 0031")
    await chat.hears()
    chat.clock.time = datetime(2026, 4, 2, 10, tzinfo=UTC)
    await chat.says(ANNA, "nej")

    heard = await chat.hears()
    assert heard[0] == (ANNA, "TR-2026-0031 is open again. You will get an answer by Monday 20 April.")
    contact = [body for room, body in heard if room == SDF]
    assert contact == ["TR-2026-0031 has been opened again by the resident. Answer by Monday 20 April."]
    assert await state_of(chat) is State.REOPENED


async def test_a_thumb_answers_the_question_whether_it_is_done(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(SECRETARY, "!case assign 0031 SDF")
    await chat.says(SDF, "!case answer 0031 Cut by 8 April.")
    await chat.says(SDF, "!case resolve 0031")
    await chat.hears()
    async with looking(chat) as work:
        name = f"question:{work.vault.name('question', 'lindvassa', '31')}"
    await chat.says(ANNA, "✅", reacts_to=await chat.event_of(name, ANNA))

    assert await state_of(chat) is State.CLOSED


async def _closed(town: Town, at: datetime) -> None:
    """Let a case of Anna's be closed by the secretary."""
    await town.says(ANNA, f"!concern {LAMP}")
    await town.says(SECRETARY, "!case assign 0031 TRAF")
    await town.says(TRAF, "!case answer 0031 We change it.")
    town.clock.time = at
    await town.says(SECRETARY, "!case close 0031 The lamp shines.")
    await town.hears()


async def test_e5_a_closed_case_is_reopened_its_owner_stays_and_only_the_answer_clock_restarts(chat: Town) -> None:
    await _closed(chat, datetime(2026, 3, 24, 10, tzinfo=UTC))
    chat.clock.time = datetime(2026, 4, 2, 10, tzinfo=UTC)
    await chat.says(ANNA, "!reopen")

    heard = await chat.hears()
    async with looking(chat) as work:
        case = await work.cases.get(31)
    assert (case.state, case.owner, case.triaged_at) == (State.REOPENED, "TRAF", MONDAY)
    assert case.answer_due.isoformat() == "2026-04-20"
    assert (case.answered_at, case.clocks[0].due.isoformat()) == (MONDAY, "2026-04-08")
    assert TRAF in [room for room, _body in heard]


async def test_e5_a_promise_that_was_kept_says_that_the_problem_is_back(chat: Town) -> None:
    closed_at = datetime(2026, 3, 24, 10, tzinfo=UTC)
    await _closed(chat, closed_at)
    kept = Promise(1, "TRAF", "lamporna lyser", closed_at.date(), MONDAY, 31, Kept.KEPT, closed_at, closed_at)
    async with looking(chat) as work:
        await work.promises.save(kept)
    chat.clock.time = datetime(2026, 4, 2, 10, tzinfo=UTC)

    await chat.says(ANNA, "!reopen")
    await chat.hears()
    await chat.says(TRAF, "!promise list")

    ((_, listed),) = await chat.hears()
    assert "lamporna lyser. Kept. The problem was back on Thursday 2 April." in listed


async def test_e5_after_ninety_days_a_new_case_takes_the_old_one_up(chat: Town) -> None:
    await _closed(chat, MONDAY)
    chat.clock.time = MONDAY + timedelta(days=91)
    await chat.says(ANNA, "!reopen 31")

    heard = await chat.hears()
    async with looking(chat) as work:
        case = await work.cases.get(32)
    assert heard[0][1].startswith("TR-2026-0031 was closed too long ago. I have opened TR-2026-0032 to continue it.")
    assert (case.follows, case.state) == (31, State.RECEIVED)


async def test_a_resident_takes_her_case_back(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(ANNA, "!withdraw")

    assert await state_of(chat) is State.WITHDRAWN


@pytest.mark.parametrize("line", ["!reopen 31", "!withdraw 31", "!erase 31", "!reopen 99", "!withdraw 99", "!erase 99"])
async def test_somebody_elses_case_is_refused_like_one_that_is_not_there(chat: Town, line: str) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(BERTIL, line)

    number = f"00{line[-2:]}"
    assert await told(chat, BERTIL) == [f"You have no case with the number {number}."]
    assert await state_of(chat) is State.RECEIVED


async def test_who_has_several_cases_is_asked_which(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(ANNA, f"!concern {LAMP}")
    await chat.hears()
    await chat.says(ANNA, "!withdraw")

    assert await told(chat, ANNA) == [
        "You have several cases: TR-2026-0031 and TR-2026-0032. Please write the number too."
    ]


async def test_e4_erasure_cuts_the_link_where_a_decision_allows_it_and_the_case_stays(chat: Town) -> None:
    chat.charter = replace(chat.charter, retention={"identity": Retention(90, "KS 2026/17")})
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.says(SECRETARY, "!case assign 0031 SDF")
    await chat.hears()
    await chat.says(ANNA, "!erase")

    heard = await chat.hears()
    await chat.says(SDF, "!case answer 0031 Cut.")
    later = await chat.hears()
    async with looking(chat) as work:
        people, words = await work.reporters.count(31), await work.passages.of(31, Kind.TELLING)
        entries = [(entry.who, entry.what, entry.note) for entry in await work.journal.about("case:31")]
    assert heard[0][1] == (
        "The link between you and TR-2026-0031 is removed. The case is a public record and stays without your name. "
        "You remove the messages in this chat yourself."
    )
    assert (SDF, "TR-2026-0031: reporter removed. The case stays.") in heard
    assert ANNA not in [room for room, _body in later]
    assert (people, words[0].words) == (0, BUSHES)
    assert ("resident", "reporter-erased", None) in entries


async def test_e4_without_a_decision_erasure_is_refused_with_the_reason_and_noted(chat: Town) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(ANNA, "!erase")

    [answer] = await told(chat, ANNA)
    async with looking(chat) as work:
        people = await work.reporters.count(31)
        entries = [entry.what for entry in await work.journal.about("case:31")]
    assert answer.startswith("I may not remove the link between you and your case")
    assert "dso@lindvassa.example" in answer
    assert "imy.se" in answer
    assert people == 1
    assert "erasure-refused" in entries


async def test_drafts_are_erased_whatever_is_decided(chat: Town) -> None:
    await chat.says(ANNA, BUSHES)
    await chat.hears()
    await chat.says(ANNA, "!erase")

    assert await told(chat, ANNA) == ["Your drafts are erased."]
    async with looking(chat) as work:
        assert await work.drafts.of(ANNA) == []


async def test_a_language_once_chosen_is_kept_in_that_chat(chat: Town) -> None:
    await chat.says(ANNA, "!lang svenska")
    chosen = await told(chat, ANNA)
    await chat.says(ANNA, f"!ärende {BUSHES}")
    [receipt] = await told(chat, ANNA)

    assert chosen == ["Nu skriver jag svenska."]
    assert receipt.startswith(
        "Tack. Ditt ärende heter TR-2026-0031. Du får veta vem som ansvarar senast onsdag 25 mars "
        "och svar senast onsdag 8 april."
    )
    async with looking(chat) as work:
        assert (await work.cases.get(31)).language == "sv"


async def test_a_language_without_texts_is_answered_in_english(chat: Town) -> None:
    await chat.says(ANNA, "!lang ar")

    assert (await told(chat, ANNA))[0].startswith("I have no texts in that language, so I write English.")


async def test_a_resident_does_not_choose_the_language_of_the_open_room(chat: Town) -> None:
    await chat.says(ANNA, "!lang sv", room=OPEN)

    assert (await chat.hears())[0][1].startswith("The chair or the secretary chooses")


@pytest.mark.parametrize("line", ["!case close 31", "!case close 99", "!case show 31", "!case reporter 31 why"])
async def test_e14_a_resident_who_tries_a_council_command_learns_nothing(chat: Town, line: str) -> None:
    await chat.says(ANNA, f"!concern {BUSHES}")
    await chat.hears()
    await chat.says(BERTIL, line)

    [answer] = await told(chat, BERTIL)
    assert answer.startswith("Only ")
    assert "31" not in answer
    assert "99" not in answer


async def test_a_message_delivered_twice_registers_one_case(chat: Town) -> None:
    for _ in range(2):
        await chat.says(ANNA, f"!concern {BUSHES}", event="$same")

    assert await cases(chat) == 1
