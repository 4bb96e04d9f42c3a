"""One vote for each organisation: openly or in secret, in words, by reaction or in a poll; the chair breaks a tie."""

import pytest

from council.people import Person, Role
from tests.commands.evening import answers, called, clock, gather
from tests.town import (
    ANNA,
    BOE,
    BOST,
    CHAIR,
    CIV,
    COUNCIL,
    FALT,
    FTG,
    POL,
    SECRETARY,
    SKOL,
    TRAF,
    Town,
)  # fmt: skip

DEPUTY = "@deputy:town"


@pytest.fixture
async def evening(town: Town) -> Town:
    """The April meeting at 18:00, the roll called: six of nine are there. The police have a deputy too."""
    async with town.database.work("lindvassa") as work:
        await work.people.save(Person(DEPUTY, frozenset({Role.DEPUTY}), "POL"))
    return await called(await gather(town))


async def vote(town: Town, **choices: str) -> str:
    """Let organisations vote, by their code in small letters; return what was said last."""
    heard = []
    for code, choice in choices.items():
        heard = await answers(town, f"@{code}:town", f"!vote {choice}")
    return heard[0][1] if heard else ""


async def test_a_vote_is_opened_given_and_closed(evening: Town) -> None:
    opened = await answers(evening, SECRETARY, "!vote open A8")
    assert opened[0][1].startswith("Vote V1 on A8: Belysning och sikt i Parkstråket\nVote !vote yes")
    assert await vote(evening, pol="yes") == "V1: yes from the police.\n1 of 6 have voted."
    await vote(evening, skol="no", boe="abstain", ftg="ja")

    assert await answers(evening, SECRETARY, "!vote close") == [
        (
            COUNCIL,
            (
                "V1: carried. Yes 2, no 1, abstain 1.\n- Yes: the business association and the police\n"
                "- No: the school\n- Abstain: the residents' council"
            ),
        )
    ]
    assert (await answers(evening, SECRETARY, "!decision add A8 Lamporna lagas"))[0][1] == (
        "D1 (A8): Lamporna lagas. Votes (yes-no-abstain): 2-1-1."
    )


async def test_a_proposal_that_is_carried_is_the_decision(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute 30 april")
    await vote(evening, sdf="yes", pol="yes", skol="no")

    closed = (await answers(evening, SECRETARY, "!vote close"))[0][1]

    assert closed.endswith("D1 (A12): Extra vuxna ute 30 april. Votes (yes-no-abstain): 2-1-0.")


async def test_a_proposal_that_falls_is_no_decision(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute 30 april")
    await vote(evening, sdf="no", pol="yes", skol="no")

    assert (await answers(evening, SECRETARY, "!vote close"))[0][1].startswith("V1: rejected. Yes 1, no 2")
    assert "D1" not in (await answers(evening, SECRETARY, "!decision list"))[0][1]


async def test_only_the_chair_breaks_a_tie_and_only_a_tie(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute 30 april")
    await vote(evening, sdf="yes", pol="no", skol="no", boe="yes", ftg="yes", bost="no")
    assert (await answers(evening, CHAIR, "!vote casting yes"))[0][1].startswith("The votes are not equal")
    tied = (await answers(evening, SECRETARY, "!vote close"))[0][1]
    assert tied.startswith("V1: a tie. Yes 3, no 3, abstain 0.")
    assert tied.endswith("The chair decides: !vote casting yes or !vote casting no")

    assert (await answers(evening, SECRETARY, "!vote casting yes"))[0][1].startswith("Only the chair")
    decided = (await answers(evening, CHAIR, "!utslagsröst ja"))[0][1]

    assert decided.startswith("V1: carried by the chair's casting vote. Yes 3, no 3, abstain 0.")
    assert decided.endswith("Votes (yes-no-abstain): 3-3-0. The chair's casting vote: yes.")
    assert (await answers(evening, CHAIR, "!vote casting no"))[0][1].startswith("The votes are not equal")


async def test_the_vice_chair_breaks_a_tie_only_while_the_chair_is_away(evening: Town) -> None:
    async with evening.database.work("lindvassa") as work:
        await work.people.save(Person(FTG, frozenset({Role.VICE_CHAIR, Role.MEMBER}), "FTG"))
    await answers(evening, SECRETARY, "!vote open A12")
    await vote(evening, pol="no", skol="yes")
    await answers(evening, SECRETARY, "!vote close")

    assert (await answers(evening, FTG, "!vote casting yes"))[0][1].startswith("Only the chair can give")
    await answers(evening, SECRETARY, "!attend SDF left")
    assert (await answers(evening, FTG, "!vote casting yes"))[0][1].startswith("V1: carried by")


async def test_nobody_votes_twice_by_two_people_two_devices_or_an_edit(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A8")
    first = await evening.says(POL, "!vote yes")
    await evening.hears()

    assert (await answers(evening, DEPUTY, "!vote no"))[0][1].startswith("Your organisation has voted already")
    assert (await answers(evening, POL, "!vote no", edits=first))[0][1].startswith("I have already carried out")
    assert await vote(evening, pol="yes") == "V1: yes from the police.\n1 of 6 have voted."
    assert await vote(evening, pol="no") == "V1: no from the police.\n1 of 6 have voted."
    await evening.deletes(POL, first)
    await evening.hears()

    assert (await answers(evening, SECRETARY, "!vote close"))[0][1].startswith("V1: rejected. Yes 0, no 1, abstain 0.")


@pytest.mark.parametrize(
    ("sender", "answer"),
    [
        (CIV, "Your organisation is not here"),
        (TRAF, "You do not vote here. An organisation's member votes for it, or her deputy."),
        (SECRETARY, "You do not vote here."),
        (ANNA, "Only "),
    ],
)
async def test_only_voting_organisations_that_are_there_vote(evening: Town, sender: str, answer: str) -> None:
    await answers(evening, SECRETARY, "!vote open A8")

    assert (await answers(evening, sender, "!vote yes"))[0][1].startswith(answer)


async def test_whoever_arrives_may_vote_and_a_vote_given_stays(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A8")
    await vote(evening, boe="yes")
    await answers(evening, BOE, "!attend left")
    await answers(evening, CIV, "!attend here")

    assert await vote(evening, civ="no") == "V1: no from the associations.\n2 of 7 have voted."
    assert (await answers(evening, SECRETARY, "!vote close"))[0][1].startswith("V1: a tie. Yes 1, no 1")


async def test_who_has_a_conflict_of_interest_is_left_out(evening: Town) -> None:
    await answers(evening, CHAIR, "!goto A8")
    await answers(evening, SECRETARY, "!vote open")
    await vote(evening, bost="yes", pol="yes")

    assert (await answers(evening, BOST, "!recuse"))[0][1].startswith(
        "Conflict of interest in A8: the housing company."
    )
    assert (await vote(evening, bost="yes")).startswith("Your organisation has a conflict of interest")
    assert (await answers(evening, SECRETARY, "!vote close"))[0][1].startswith("V1: carried. Yes 1, no 0")
    assert (await answers(evening, BOST, "!jäv"))[0][1].startswith("The conflict of interest is recorded already")


async def test_a_recusal_before_the_vote_holds_in_it(evening: Town) -> None:
    await answers(evening, CHAIR, "!goto A8")
    await answers(evening, SECRETARY, "!recuse BOST")
    await answers(evening, SECRETARY, "!vote open")

    assert (await vote(evening, bost="yes")).startswith("Your organisation has a conflict of interest")


async def test_a_secret_ballot_is_given_in_private_and_forgets_who_said_what(evening: Town) -> None:
    opened = (await answers(evening, SECRETARY, "!rösta om A8 sluten Ny ordning"))[0][1]
    assert "Secret ballot" in opened

    typed = await evening.says(POL, "!vote no")
    acts = await evening.hears_all()
    assert acts[0][1:] == ("remove", typed)
    assert acts[1][2].startswith("The ballot is secret.")
    for code in ("pol", "skol", "ftg"):
        person = f"@{code}:town"
        heard = await answers(evening, person, f"!vote {'no' if code == 'pol' else 'yes'}", room=person)
        assert [room for room, _body in heard] == [person]
    closed = (await answers(evening, SECRETARY, "!vote close"))[0][1]

    assert closed.startswith("V1: carried. Yes 2, no 1, abstain 0.\nD1 (A8): Ny ordning.")
    async with evening.database.work("lindvassa") as work:
        assert {each.choice for each in (await work.ballots.get(1)).votes} == {None}


async def test_a_vote_is_given_by_reaction(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A8")
    post = await evening.event_of("ballot:1", COUNCIL)

    await evening.says(POL, "👍🏽", reacts_to=post)
    await evening.says(SKOL, "🤷", reacts_to=post)
    await evening.says(FALT, "👍", reacts_to=post)
    await evening.says(ANNA, "👍", reacts_to=post, room=COUNCIL)
    await evening.says(BOE, "🎉", reacts_to=post)

    said = [body.splitlines()[0] for _room, body in await evening.hears()]
    assert said[:2] == ["V1: yes from the police.", "V1: abstention by the school."]
    assert said[2].startswith("Your organisation is not here")
    assert len(said) == 3


async def test_e9_without_a_quorum_nothing_is_decided_and_the_item_is_carried_over(evening: Town) -> None:
    evening.clock.time = clock(18, 15)
    await answers(evening, SECRETARY, "!attend POL left")
    await answers(evening, SECRETARY, "!attend BOE left")

    for line in ("!decision add A8 4-0-0 Lamporna lagas", "!vote open A8 Lamporna lagas"):
        assert (await answers(evening, SECRETARY, line))[0][1] == (
            "The council is not quorate (4 of 9, at least 5).\n"
            "No decision can be made now. A8 goes to the next meeting unless the council becomes quorate."
        )
    assert (await answers(evening, CHAIR, "!goto A11"))[0][1].startswith("A11 at 18:15")
    assert "not quorate" in (await answers(evening, CHAIR, "!goto A9"))[0][1]
    ended = (await answers(evening, CHAIR, "!meeting end"))[0][1]
    assert "A8 Belysning och sikt i Parkstråket, as Q1" in ended


async def test_e9_an_item_put_off_can_be_decided_once_the_council_is_quorate_again(evening: Town) -> None:
    await answers(evening, SECRETARY, "!attend POL left")
    await answers(evening, SECRETARY, "!attend BOE left")
    await answers(evening, SECRETARY, "!decision add A8 4-0-0 Lamporna lagas")
    await answers(evening, SECRETARY, "!attend CIV here")

    assert (await answers(evening, SECRETARY, "!decision add A8 5-0-0 Lamporna lagas"))[0][1].startswith("D1 (A8)")
    assert "A8 " not in (await answers(evening, CHAIR, "!meeting end"))[0][1]


@pytest.mark.parametrize("tied", [False, True])
async def test_e9_a_vote_decides_nothing_once_too_many_have_left(evening: Town, *, tied: bool) -> None:
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute")
    await vote(evening, pol="yes", skol="yes", ftg="no", bost="no")
    if tied:
        await answers(evening, SECRETARY, "!vote close")
    await answers(evening, SECRETARY, "!attend POL left")
    await answers(evening, SECRETARY, "!attend BOE left")

    ended = (await answers(evening, CHAIR, "!vote casting yes" if tied else "!vote close"))[0][1]
    await answers(evening, SECRETARY, "!attend CIV here")
    again = (await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute"))[0][1]

    assert ended == (
        "The council is not quorate (4 of 9, at least 5).\nVote V1 ends without a decision. Once the council is "
        "quorate again: !vote open A12. Otherwise the item goes to the next meeting."
    )
    assert again.startswith("Vote V2 on A12")
    async with evening.database.work("lindvassa") as work:
        assert await work.decisions.all() == []


async def test_a_vote_goes_on_over_midnight(evening: Town) -> None:
    evening.clock.time = clock(23, 58)
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna ute")
    await vote(evening, pol="yes", skol="no")
    evening.clock.time = clock(2, 5, day=10)
    await vote(evening, ftg="yes")

    assert "Yes 2, no 1" in (await answers(evening, SECRETARY, "!vote close"))[0][1]


async def test_before_a_roll_call_nothing_is_decided(town: Town) -> None:
    await gather(town)
    await answers(town, CHAIR, "!meeting start")

    for line in ("!decision add A8 Lamporna lagas", "!vote open A8"):
        assert (await answers(town, SECRETARY, line))[0][1].startswith("Call the roll first")


async def test_no_more_votes_than_organisations(evening: Town) -> None:
    assert (await answers(evening, SECRETARY, "!decision add A8 7-0-0 Lamporna lagas"))[0][1] == (
        "7 votes are too many: 6 voting organisations are here."
    )


async def test_a_reservation_stands_by_its_decision(evening: Town) -> None:
    assert (await answers(evening, SKOL, "!reservation Vi vill vänta"))[0][1].startswith("Nothing has been decided")
    await answers(evening, SECRETARY, "!decision add A8 5-1-0 Lamporna lagas")

    assert (await answers(evening, SKOL, "!reservation D1 Vi vill se en utvärdering först."))[0][1] == (
        "Reservation against D1 by the school:\n> Vi vill se en utvärdering först."
    )
    unknown = await answers(evening, SKOL, "!reservation D7 Vi vill se en utvärdering.")
    assert unknown == [(COUNCIL, "There is no decision D7.")]
    assert (await answers(evening, CIV, "!reservation Vi också"))[0][1].startswith("Your organisation was not here")


async def test_undoing_a_decision_made_by_a_vote_undoes_the_vote(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A12 Extra vuxna")
    await vote(evening, pol="yes")
    await answers(evening, SECRETARY, "!vote close")

    assert (await answers(evening, SECRETARY, "!undo"))[0][1] == "Decision D1 is undone."
    assert (await answers(evening, SECRETARY, "!vote open A12 Extra vuxna"))[0][1].startswith("Vote V2 on A12")


async def test_decisions_are_found_by_their_words(evening: Town) -> None:
    await answers(evening, SECRETARY, "!decision add A8 6-0-0 TRAF lagar tunnelbelysningen varaktigt")
    evening.clock.time = clock(18, 5)
    await answers(evening, SECRETARY, "!decision add A9 6-0-0 Mopedkontroll")

    found = (await answers(evening, SKOL, "!decisions belysning lagar"))[0][1]

    assert "Thursday 9 April 2026: D1 (A8): TRAF lagar tunnelbelysningen varaktigt." in found
    assert "Moped" not in found
    assert "D1" in (await answers(evening, SKOL, "!decisions lagade tunneln"))[0][1]
    assert (await answers(evening, SKOL, "!decisions parkering"))[0][1] == "No decision holds “parkering”."


@pytest.mark.parametrize(
    ("sender", "line", "answer"),
    [
        (SKOL, "!vote open A8", "Only "),
        (SECRETARY, "!vote close", "No vote is going on."),
        (SKOL, "!vote yes", "No vote is going on."),
        (SKOL, "!vote perhaps", "Write yes, no or abstain."),
        (SKOL, "!vote V9 yes", "There is no vote V9."),
        (SECRETARY, "!vote open A99", "There is no item A99"),
        (SECRETARY, "!vote open", "Write also which item."),
        (SKOL, "!recuse", "No item is open."),
    ],
)
async def test_what_cannot_be_voted_on_is_refused(evening: Town, sender: str, line: str, answer: str) -> None:
    assert (await answers(evening, sender, line))[0][1].startswith(answer)


async def test_one_vote_at_a_time(evening: Town) -> None:
    await answers(evening, SECRETARY, "!vote open A8")

    assert (await answers(evening, SECRETARY, "!vote open A9"))[0][1].startswith("A vote is going on already.")
    assert (await answers(evening, SECRETARY, "!vote close"))[0][1] == "Nobody has voted in V1."


async def test_a_vote_is_given_in_the_poll_that_clients_show(evening: Town) -> None:
    await evening.says(SECRETARY, "!vote open A8 Lamporna lagas")
    assert [(act, body.splitlines()[0]) for _room, act, body in await evening.hears_all()] == [
        ("post", "Vote V1 on A8: Belysning och sikt i Parkstråket"),
        ("poll", "V1 (A8): Belysning och sikt i Parkstråket"),
    ]
    poll = await evening.event_of("poll:1", COUNCIL)

    await evening.answers_poll(POL, poll, "yes")
    await evening.answers_poll(POL, poll, "no")
    await evening.answers_poll(SKOL, poll, "yes")
    await evening.answers_poll(SKOL, poll)
    await evening.hears()
    await evening.says(SECRETARY, "!vote close")

    closed = await evening.hears_all()
    assert closed[0][2].startswith("V1: a tie. Yes 1, no 1, abstain 0.")
    assert closed[1][1:] == ("poll-end", "V1: a tie. Yes 1, no 1, abstain 0.")


async def between(town: Town) -> None:
    town.clock.time = clock(9, day=15)
    await town.says(SECRETARY, "!decision propose 2026-04-20 Rådet lämnar yttrande")
    heard = await town.hears()
    assert heard[0][1].startswith(
        "Vote V1 between meetings. Vote by Monday 20 April at 18:00:\n> Rådet lämnar yttrande"
    )


async def test_between_meetings_all_must_vote_and_the_last_vote_decides(evening: Town) -> None:
    await answers(evening, CHAIR, "!meeting end")
    await between(evening)
    await vote(evening, sdf="V1 yes", pol="V1 yes", fast="yes", bost="yes", ftg="no", skol="yes", falt="yes", civ="yes")

    heard = await answers(evening, BOE, "!vote v1 abstain")

    assert heard[1][1] == (
        "V1: carried. Yes 7, no 1, abstain 1.\n"
        "D1 (between meetings): Rådet lämnar yttrande. Votes (yes-no-abstain): 7-1-1."
    )
    assert (await answers(evening, BOE, "!vote V1 no"))[0][1] == "Vote V1 is closed."


async def test_between_meetings_silence_is_no_decision_and_the_next_meeting_takes_it_up(evening: Town) -> None:
    await answers(evening, CHAIR, "!meeting end")
    await between(evening)
    await vote(evening, sdf="yes", pol="yes", fast="yes", bost="yes", ftg="yes", skol="yes", falt="yes")

    await evening.becomes(clock(18, day=20))

    told = [body for room, body in await evening.hears() if room == COUNCIL]
    assert told == [
        (
            "V1: carried. Yes 7, no 0, abstain 0.\n"
            "Have not voted: the associations and the residents' council. So nothing is decided.\n"
            "It will be taken up as A12 at the meeting on Thursday 21 May at 18:00."
        )
    ]
