"""Residents send pictures: what they show reaches the secretariat, what was hidden in them reaches nobody."""

from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select

from storage.outbox import OutboxRow
from storage.schema import Table
from tests.papers.test_picture import MARKER, photo
from tests.town import ANNA, COUNCIL, OPERATORS, SDF, SECRETARIAT, SECRETARY, Town

BUSHES = "Buskarna skymmer gångvägen till skolan"
PHOTO = photo()


@pytest.fixture
async def chat(town: Town) -> Town:
    """The town, with case 31 of Anna's."""
    await town.opens_chat(ANNA)
    await town.says(ANNA, f"!concern {BUSHES}")
    await town.hears()
    town.clock.time += timedelta(minutes=2)
    return town


async def files(town: Town) -> list[tuple[str, str, bytes, str | None]]:
    """What files the bot is about to send: room, name, bytes, and the post in whose thread."""
    async with town.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.state == "new", OutboxRow.act == "file"))
        found = []
        for row in rows.all():
            room = await work.rooms.get(row.room)
            key = await work.cases.key(row.case) if row.case else work.vault.own
            content = key.open(row.content or b"")
            assert room is not None
            found.append((room.place.value, content["name"], b64decode(content["data"]), row.about))
        return found


async def pictures_in(town: Town, case: int) -> int:
    async with town.database.work("lindvassa") as work:
        return await work.pictures.count_in(case)


async def waiting(town: Town, person: str = ANNA) -> int:
    async with town.database.work("lindvassa") as work:
        return await work.pictures.count_of(person)


async def test_a_picture_goes_to_the_secretariats_thread_without_what_was_hidden_in_it(chat: Town) -> None:
    await chat.shows(ANNA, PHOTO)

    [(room, name, data, thread)] = await files(chat)
    assert (room, name, thread) == ("secretariat", "TR-2026-0031-1.jpg", "case:0031:secretariat")
    with Image.open(BytesIO(data)) as shown:
        assert shown.size == (400, 300)
    assert MARKER.encode() not in data
    heard = dict(await chat.hears())
    assert heard[ANNA].startswith("I have added your picture to TR-2026-0031. What your phone had hidden in it")
    assert heard[SECRETARIAT].startswith("TR-2026-0031: the resident has sent a picture.")
    assert COUNCIL not in heard


async def test_nothing_hidden_in_a_picture_nor_its_name_nor_its_sender_is_anywhere_in_the_database(chat: Town) -> None:
    await chat.shows(ANNA, PHOTO, caption="Så här ser det ut")

    async with chat.database.work("lindvassa") as work:
        opened = [each.data for each in await work.pictures.of(31)]
        rows = [
            str(row)
            for table in Table.metadata.sorted_tables
            if table.name not in ("rooms", "reporters")
            for row in (await work.session.execute(select(table))).all()
        ]
    assert len(opened) == 1
    assert all(MARKER.encode() not in data for data in [*opened, *(each[2] for each in await files(chat))])
    assert not [row for row in rows if MARKER in row or ANNA in row or "Annas_trapphus" in row or "mxc://" in row]


async def test_words_below_a_picture_become_the_draft_that_it_belongs_to(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.hears()

    await town.shows(ANNA, PHOTO, caption="Lampan vid grinden är trasig")
    heard = [body for room, body in await town.hears() if room == ANNA]
    assert "Lampan vid grinden är trasig" in heard[0]
    assert heard[-1].startswith("I have your picture. It goes with the draft above if you answer yes")
    assert await files(town) == []

    await town.says(ANNA, "ja")
    assert [each[1] for each in await files(town)] == ["TR-2026-0031-1.jpg"]
    assert await waiting(town) == 0


async def test_a_picture_without_words_waits_for_them_and_is_deleted_if_there_come_none(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.hears()

    await town.shows(ANNA, PHOTO)
    heard = [body for room, body in await town.hears() if room == ANNA]
    [asked] = heard
    assert asked.startswith("I have your picture, but I do not know what it is about. Write it in your own words.")
    assert asked.endswith("the picture is deleted after 7 days.")
    assert await waiting(town) == 1

    await town.becomes(town.clock.time + timedelta(days=8))
    assert await waiting(town) == 0


async def test_a_draft_that_is_refused_takes_its_picture_with_it(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.shows(ANNA, PHOTO, caption="Lampan vid grinden är trasig")

    await town.says(ANNA, "nej")

    assert await waiting(town) == 0


async def test_who_has_several_cases_is_asked_once_which_her_pictures_belong_to(chat: Town) -> None:
    await chat.says(ANNA, "!concern Lampan vid grinden är trasig")
    await chat.says(ANNA, "hoppa över")
    await chat.hears()

    await chat.shows(ANNA, PHOTO)
    await chat.shows(ANNA, PHOTO)
    asked = [body for room, body in await chat.hears() if room == ANNA]
    assert len(asked) == 1
    assert asked[0].startswith("Which case is the picture about?")
    assert "1. TR-2026-0031" in asked[0]

    await chat.says(ANNA, "1")
    assert await pictures_in(chat, 31) == 2
    assert [each[1] for each in await files(chat)] == ["TR-2026-0031-1.jpg", "TR-2026-0031-2.jpg"]


@pytest.mark.parametrize(
    ("data", "mimetype", "said"),
    [
        (b"%PDF-1.7", "application/pdf", "I have not taken in the file. I take in pictures (JPEG, PNG, WebP or GIF)"),
        (b"ftypheic", "image/heic", "I have not taken in the file. I take in pictures (JPEG, PNG, WebP or GIF)"),
        (b"MZ" + bytes(50), "image/jpeg", "I have not taken in the file: it cannot be read as a picture"),
        (b"x" * 1_100_000, "image/jpeg", "I have not taken in the picture: it is larger than 1 MiB."),
    ],
    ids=["another kind", "heic", "a program that says it is a picture", "too large"],
)
async def test_what_is_not_taken_in_is_refused_in_one_clear_sentence(
    chat: Town, data: bytes, mimetype: str, said: str
) -> None:
    chat.charter = replace(chat.charter, limits=replace(chat.charter.limits, picture_mib=1))

    await chat.shows(ANNA, data, mimetype=mimetype)

    [(room, body)] = await chat.hears()
    assert room == ANNA
    assert body.startswith(said)
    assert await waiting(chat) == 0
    assert await files(chat) == []


async def test_a_case_has_so_many_pictures_and_no_more(chat: Town) -> None:
    chat.charter = replace(chat.charter, limits=replace(chat.charter.limits, pictures_a_case=2))

    for _ in range(3):
        await chat.shows(ANNA, PHOTO)

    assert await pictures_in(chat, 31) == 2
    last = [body for room, body in await chat.hears() if room == ANNA][-1]
    assert last.startswith("TR-2026-0031 has as many pictures as a case may have (2)")


async def test_a_picture_that_cannot_be_fetched_yet_is_fetched_later_and_once(chat: Town) -> None:
    chat.out_of_reach = True
    await chat.shows(ANNA, PHOTO)
    assert await chat.hears() == []

    chat.out_of_reach = False
    assert await chat.fetches()
    assert await chat.fetches()

    assert await pictures_in(chat, 31) == 1
    assert len(await files(chat)) == 1


async def test_a_picture_that_cannot_be_fetched_for_a_day_is_given_up_and_its_sender_told(chat: Town) -> None:
    chat.out_of_reach = True
    await chat.shows(ANNA, PHOTO)
    chat.clock.time += timedelta(days=1, minutes=1)

    assert await chat.fetches()

    assert dict(await chat.hears())[ANNA].startswith("I could not fetch the picture.")
    assert await waiting(chat) == 0


async def test_a_deleted_picture_leaves_the_secretariats_thread(chat: Town) -> None:
    event = await chat.shows(ANNA, PHOTO)
    await chat.hears_all()

    await chat.deletes(ANNA, event)

    heard = await chat.hears_all()
    assert (SECRETARIAT, "remove", "case:0031:picture:1") in heard
    assert [body for room, act, body in heard if room == ANNA] == [
        "Your picture in TR-2026-0031 is no longer shown. The case is a public record and stays."
    ]


async def test_a_picture_deleted_before_it_was_fetched_is_never_shown(chat: Town) -> None:
    chat.out_of_reach = True
    event = await chat.shows(ANNA, PHOTO)
    await chat.deletes(ANNA, event)

    chat.out_of_reach = False
    await chat.fetches()

    assert await files(chat) == []
    assert await pictures_in(chat, 31) == 0


async def test_with_words_that_name_a_suspect_the_picture_is_not_kept_either(chat: Town) -> None:
    await chat.shows(ANNA, PHOTO, caption="Han heter Kalle Karlsson och säljer knark")

    heard = [body for room, body in await chat.hears() if room == ANNA]
    assert heard[0].startswith("I do not take information about named persons.")
    assert heard[-1] == "I have not kept the picture either."
    assert await waiting(chat) == 0
    assert await pictures_in(chat, 31) == 0


async def test_in_danger_words_below_a_picture_are_answered_at_once(chat: Town) -> None:
    chat.out_of_reach = True

    await chat.shows(ANNA, PHOTO, caption="Det brinner i trapphuset nu")

    assert (await chat.hears())[0][1].startswith("Call 112 now.")


async def test_files_are_refused_in_the_councils_room_and_taken_away(chat: Town) -> None:
    event = await chat.shows(SDF, PHOTO, room=COUNCIL)

    heard = await chat.hears_all()
    assert heard[0][2].startswith("Files do not belong in the council's room")
    assert heard[1] == (COUNCIL, "remove", event)


async def test_the_secretary_can_see_the_pictures_of_a_case_again(chat: Town) -> None:
    await chat.shows(ANNA, PHOTO)
    await chat.hears_all()

    await chat.says(SECRETARY, "!case pictures 31", room=SECRETARIAT)

    assert [each[1] for each in await files(chat)] == ["TR-2026-0031-1.jpg"]
    assert dict(await chat.hears())[SECRETARIAT].startswith("TR-2026-0031 has 1 picture.")


async def test_she_is_shown_that_her_pictures_are_held_and_can_have_those_without_a_case_deleted(town: Town) -> None:
    await town.opens_chat(ANNA)
    await town.shows(ANNA, PHOTO)
    await town.hears()

    await town.says(ANNA, "!mydata")
    assert "1 picture that belongs to no case yet" in dict(await town.hears())[ANNA]

    await town.says(ANNA, "!erase")
    assert await waiting(town) == 0


async def test_a_bug_over_one_picture_costs_that_picture_alone(chat: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papers.picture.painted_anew", lambda data: 1 / 0)

    await chat.shows(ANNA, PHOTO)

    heard = dict(await chat.hears())
    assert heard[ANNA].startswith("I could not fetch the picture.")
    assert OPERATORS in heard
    assert await waiting(chat) == 0
