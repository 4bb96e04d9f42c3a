"""Transcripts: rooms in order, people's words as words and not as markup."""

from datetime import datetime
from pathlib import Path

from rehearsal.cast import read_cast
from rehearsal.play import Entry
from rehearsal.timeline import Post, Reaction
from rehearsal.transcript import Scribe
from rehearsal.wording import ZONE

NOON = datetime(2026, 3, 31, 12, 0, tzinfo=ZONE)


def entry(body: str, place: str = "open", **post: object) -> Entry:
    is_bot = bool(post.pop("is_bot", False))
    shown = Post("$1" + body, "!r", "@x:y", body, at_ms=1, **post)  # type: ignore[arg-type]
    return Entry(place, NOON, "Rådslag" if is_bot else "Bo Ekman", is_bot, shown)


def test_a_line_says_when_where_and_who() -> None:
    lines = list(Scribe(read_cast(), "sv").lines([entry("Hej")]))

    assert lines == ["12.00  Lindvassa öppet · Bo Ekman", "       Hej"]


def test_a_direct_chat_is_called_after_the_person() -> None:
    assert Scribe(read_cast(), "en").room_name("k13") == "Direct chat with Lotta Blom"


def test_a_removed_post_is_shown_as_removed() -> None:
    lines = list(Scribe(read_cast(), "sv").lines([entry("", deleted=True)]))

    assert lines[-1].strip() == "(borttaget)"


def test_what_people_write_is_no_markup_in_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    Scribe(read_cast(), "sv").write_page(
        page, [entry("<script>alert(1)</script> & åäö", reactions=(Reaction("$2", "@z:y", "<b>"),))]
    )

    written = page.read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; åäö" in written
    assert "<script>" not in written
    assert "<li>&lt;b&gt;</li>" in written


def test_the_council_s_rooms_come_before_the_chats(tmp_path: Path) -> None:
    text = tmp_path / "transcript.txt"

    Scribe(read_cast(), "sv").write_text(text, [entry("i chatten", place="k13"), entry("i rådet", place="council")])

    written = text.read_text()
    assert written.index("Trygghetsrådet") < written.index("Direktchatt med Lotta Blom")
