"""Cases are looked at in lists and one by one; who raised one is told in private, and only where there is somebody."""

import pytest

from council.case import Case
from council.passage import Kind
from tests.commands.evening import APRIL, MAY
from tests.town import ANNA, BERTIL, CHAIR, POL, SDF, SECRETARIAT, SECRETARY, Town

WORDS = "Häcken skymmer sikten vid Annas port"


@pytest.fixture
async def casework(town: Town) -> Town:
    """The town with case 31 of Anna's, not yet looked at."""
    async with town.database.work("lindvassa") as work:
        await work.meetings.save(APRIL)
        await work.meetings.save(MAY)
    await town.says(ANNA, f"!concern {WORDS}")
    await town.hears()
    return town


async def told(town: Town, sender: str, line: str, room: str | None = None) -> str:
    """Return what is said first to a line."""
    await town.says(sender, line, room=room)
    return (await town.hears())[0][1]


async def case(town: Town) -> Case:
    async with town.database.work("lindvassa") as work:
        return await work.cases.get(31)


@pytest.mark.parametrize("page", [0, 2])
async def test_there_are_only_so_many_pages(casework: Town, page: int) -> None:
    assert await told(casework, SECRETARY, f"!case list {page}") == "There are not so many pages: there are 1."
    assert (await told(casework, SECRETARY, "!case list 1")).startswith("Cases to do something about:\n- TR-2026-0031:")
    assert await told(casework, POL, f"!case list {page}") == "There are no such cases."


async def test_the_council_sees_the_summary_and_the_answer_and_the_secretariat_the_words_as_well(
    casework: Town,
) -> None:
    assert await told(casework, SDF, "!case show 31") == "There is no case 0031."
    for line in ("!case edit-summary 31 Häck skymmer sikt", "!case assign 31 SDF"):
        await told(casework, SECRETARY, line, SECRETARIAT)
    await told(casework, SDF, "!case answer 31 Den klipps på onsdag")

    council = await told(casework, POL, "!case show 31")
    inside = await told(casework, SECRETARY, "!case show 31", SECRETARIAT)

    for shown in (council, inside):
        assert "> Häck skymmer sikt" in shown
        assert "answered by the district administration.\n> Den klipps på onsdag" in shown
    assert WORDS not in council
    assert WORDS in inside


async def test_a_case_that_waits_for_nothing_is_listed_without_a_day(casework: Town) -> None:
    for line in ("!case assign 31 SDF", "!case answer 31 Den klipps på onsdag"):
        await told(casework, SDF if "answer" in line else SECRETARY, line)

    listed = await told(casework, SECRETARY, "!case list")

    assert listed.endswith("- TR-2026-0031: unsafe place, in progress. Responsible: the district administration.")


async def test_who_raised_a_case_is_told_to_the_secretary_alone_and_noted(casework: Town) -> None:
    apart = await told(casework, SECRETARY, "!case reporter 31 hon ska få komma till mötet", SECRETARIAT)
    await casework.says(SECRETARY, "!case reporter 31 hon ska få komma till mötet", room=SECRETARY)
    in_chat = await casework.hears()

    assert apart == "The answer about TR-2026-0031 comes in our direct chat. That you asked is noted."
    assert [room for room, _body in in_chat] == [SECRETARY]
    assert "anna:town" in in_chat[0][1]
    async with casework.database.work("lindvassa") as work:
        reasons = [each.words for each in await work.passages.of(31, Kind.DISCLOSURE)]
    assert reasons == ["hon ska få komma till mötet"] * 2


async def test_a_case_that_nobody_is_linked_to_has_nobody_to_tell(casework: Town) -> None:
    async with casework.database.work("lindvassa") as work:
        await work.reporters.unlink(31, ANNA)

    assert await told(casework, SECRETARY, "!case reporter 31 frågan gäller porten", SECRETARIAT) == (
        "TR-2026-0031 has nobody in a chat: it came by phone or visit, or the reporter has been removed."
    )


async def test_the_secretary_sees_what_nobody_answers_for_and_what_waits(casework: Town) -> None:
    assert (await told(casework, SECRETARY, "!case mine")).startswith(
        "Cases without anybody responsible:\n- TR-2026-0031"
    )
    assert await told(casework, SDF, "!case mine") == "There are no such cases."
    assert await told(casework, SECRETARY, "!case drafts", SECRETARIAT) == "No drafts are waiting for you."
    assert await told(casework, SECRETARY, "!case admit", SECRETARIAT) == "0 drafts have been registered."
    assert await told(casework, SECRETARY, "!case pictures 31", SECRETARIAT) == "TR-2026-0031 has no pictures."


async def test_a_case_goes_with_its_item_to_the_meeting_after(casework: Town) -> None:
    await told(casework, SECRETARY, "!case agenda 31 Häckar i parken")
    assert (await case(casework)).meeting == "2026-04"

    assert (await told(casework, CHAIR, "!agenda move A8 next")).startswith("Item A8 postponed: Häckar i parken.")

    after = await case(casework)
    assert after.meeting == "2026-05"
    async with casework.database.work("lindvassa") as work:
        [item] = [each for each in (await work.agenda.of("2026-05")).running if each.slot == after.item]
    assert item.title == "Häckar i parken"


async def test_a_case_under_another_item_stays_where_it_is(casework: Town) -> None:
    await told(casework, SECRETARY, "!case agenda 31 A7")
    await told(casework, POL, "!agenda add Mopeder")

    await told(casework, CHAIR, "!agenda move A8 next")

    assert (await case(casework)).meeting == "2026-04"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("!case publish 31", "TR-2026-0031 cannot be published: received."),
        ("!case unpublish 31", "Case 0031 is not on the website."),
        ("!case edit-answer 31 Ett svar", "TR-2026-0031 has no answer yet."),
    ],
)
async def test_what_is_not_ready_for_everybody_stays_inside(casework: Town, line: str, answer: str) -> None:
    assert await told(casework, SECRETARY, line, SECRETARIAT) == answer
    async with casework.database.work("lindvassa") as work:
        assert await work.releases.of(31) is None


async def test_an_answer_without_anything_that_points_to_somebody_is_previewed_without_a_warning(
    casework: Town,
) -> None:
    for line in ("!case edit-summary 31 Häck skymmer sikt", "!case assign 31 SDF"):
        await told(casework, SECRETARY, line, SECRETARIAT)

    preview = await told(casework, SECRETARY, "!case publish 31", SECRETARIAT)

    assert "> Häck skymmer sikt" in preview
    assert "answer" not in preview.casefold().replace("edit-answer", "")


@pytest.mark.parametrize("what", ["!erase 31", "!reopen 31", "!withdraw 31"])
async def test_a_case_of_somebody_elses_looks_like_none(casework: Town, what: str) -> None:
    before = await case(casework)

    assert await told(casework, BERTIL, what) == "You have no case with the number 0031."
    assert await case(casework) == before


async def test_whoever_has_no_case_is_told_so(casework: Town) -> None:
    for line in ("!reopen", "!withdraw", "!mycases", "!status"):
        assert await told(casework, BERTIL, line) == "You have no cases."
    assert await told(casework, ANNA, "!status", "open") == (
        "Which case? Example: !status TR-2026-0042. Your own cases are shown in a direct chat with me."
    )


async def test_a_case_is_followed_once(casework: Town) -> None:
    await told(casework, SECRETARY, "!case assign 31 SDF", SECRETARIAT)
    await told(casework, BERTIL, "!follow 31")

    assert "already" in await told(casework, BERTIL, "!follow 31")
    async with casework.database.work("lindvassa") as work:
        assert await work.reporters.cases_of(BERTIL) == [31]
