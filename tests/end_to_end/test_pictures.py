"""A resident's picture goes through a real homeserver: encrypted there and back, and with nothing hidden in it."""

from io import BytesIO

import pytest
from nio.crypto.attachments import decrypt_attachment
from PIL import Image

from proof.house import House
from rehearsal.photo import HIDDEN, NAME, SIZE, bushes

pytestmark = [pytest.mark.e2e]


async def test_a_picture_reaches_the_secretariats_thread_as_what_it_shows_and_no_more(house: House) -> None:
    district = house.district
    asked = await house.says("k13", "!concern The bushes hide the footpath")
    await house.until_answered("k13", [asked])

    chat = await district.chat("k13")
    sent = await district.actors["k13"].show(chat, bushes(), NAME)
    posts = await house.until("secretary", lambda posts: any(post.kind == "m.image" for post in posts), "secretariat")
    told = await house.until("k13", lambda posts: any("added your picture" in post.body for post in posts))

    [shown] = [post for post in posts if post.kind == "m.image"]
    root = next(post for post in posts if post.body.startswith("TR-2026-0031: received"))
    assert shown.encrypted
    assert shown.thread == root.event_id
    assert shown.body == "TR-2026-0031-1.jpg"
    assert shown.content is not None
    file = shown.content["file"]
    hidden = await district.actors["secretary"].api.download(file["url"])
    data = decrypt_attachment(hidden, file["key"]["k"], file["hashes"]["sha256"], file["iv"])
    with Image.open(BytesIO(data)) as picture:
        assert picture.size == SIZE
        assert not picture.getexif()
    assert HIDDEN.encode() not in data
    assert not any(NAME in post.body for post in (*posts, *told))
    assert not await house.reads("secretary", "council")

    await district.actors["k13"].delete(chat, sent)
    await house.until(
        "secretary", lambda posts: any(post.deleted for post in posts if post.event_id == shown.event_id), "secretariat"
    )


async def test_a_file_that_is_no_picture_is_refused_in_the_chat_it_came_to(house: House) -> None:
    await house.until_answered("k13", [await house.says("k13", "!concern The bushes hide the footpath")])

    await house.district.actors["k13"].show(await house.district.chat("k13"), b"MZ" + bytes(500), "bushes.jpg")

    told = await house.until("k13", lambda posts: any("cannot be read as a picture" in post.body for post in posts))
    assert "PNG" in told[-1].body
