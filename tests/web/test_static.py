"""The pages as files: the same as served, and without what is no longer public."""

from pathlib import Path

import pytest

from tests.town import Town
from tests.web.rich import enrich
from tests.web.visitor import visiting
from web.static import LIST, NotOurs, write


async def test_the_files_say_what_the_pages_say(town: Town, tmp_path: Path) -> None:
    await enrich(town)
    async with visiting(town) as visitor:
        pages = {path: made.body for path in await visitor.shelf.paths() if (made := await visitor.shelf.sheet(path))}
        served = await visitor.reads("/sv/lindvassa/agenda/")

    write(tmp_path / "site", pages)

    assert (tmp_path / "site/sv/lindvassa/agenda/index.html").read_text(encoding="utf-8") == served
    assert (tmp_path / "site/index.html").is_file()
    assert (tmp_path / "site/sv/lindvassa/reports/2026.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_no_longer_public_is_removed_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    write(tmp_path / "site", {"": b"start", "sv/a/": b"gone tomorrow"})
    (tmp_path / "site" / "robots.txt").write_text("theirs")

    write(tmp_path / "site", {"": b"start"})

    assert not (tmp_path / "site/sv/a/index.html").exists()
    assert (tmp_path / "site/robots.txt").read_text() == "theirs"
    assert (tmp_path / "site" / LIST).read_text() == "index.html"


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("theirs")

    with pytest.raises(NotOurs):
        write(tmp_path, {"": b"start"})

    assert [each.name for each in tmp_path.iterdir()] == ["precious.txt"]
