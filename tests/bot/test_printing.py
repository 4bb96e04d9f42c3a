"""`radslag report` and `radslag site` write what is public as files, and nothing where there is nothing to tell."""

from asyncio import to_thread
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.printing import print_site
from tests.site import SECRETS, Site
from tests.web.rich import enrich

# The files are the same whatever they are read from.
pytestmark = pytest.mark.parametrize("bare_url", ["sqlite"], indirect=True)


@pytest.fixture
async def full(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site whose council has been through everything."""
    await enrich(site.town)
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    return site


async def test_the_yearly_report_is_written_as_page_and_pdf_in_each_language(full: Site, tmp_path: Path) -> None:
    line = ["report", "2026", str(tmp_path / "out"), "--config", str(full.folder / "config.yaml")]

    done = await to_thread(CliRunner().invoke, app, line)

    assert done.exit_code == 0, done.output
    names = {each.name for each in (tmp_path / "out").iterdir()}
    assert names == {f"lindvassa-2026-{language}.{kind}" for language in ("sv", "en") for kind in ("html", "pdf")}
    assert set(done.output.split()) == {str(tmp_path / "out" / name) for name in names}
    page = (tmp_path / "out" / "lindvassa-2026-sv.html").read_text(encoding="utf-8")
    assert "Årsrapport 2026" in page
    assert "Extra vuxna ute 30 april" in page
    assert (tmp_path / "out" / "lindvassa-2026-en.pdf").read_bytes().startswith(b"%PDF-")


async def test_of_a_year_without_a_meeting_nothing_is_written(full: Site, tmp_path: Path) -> None:
    line = ["report", "2019", str(tmp_path / "out"), "--config", str(full.folder / "config.yaml")]

    done = await to_thread(CliRunner().invoke, app, line)

    assert done.exit_code != 0
    assert "no council held a meeting in 2019" in done.output
    assert not (tmp_path / "out").exists()


async def test_the_pages_are_written_as_files_that_any_server_can_serve(full: Site, tmp_path: Path) -> None:
    count = await to_thread(print_site, full.settings, tmp_path / "out")

    files = [each for each in (tmp_path / "out").rglob("*") if each.is_file() and not each.name.startswith(".")]
    assert len(files) == count
    assert "Extra vuxna ute 30 april" in (tmp_path / "out/sv/lindvassa/decisions/index.html").read_text("utf-8")
    assert (tmp_path / "out/en/lindvassa/open311/v2/requests.xml").is_file()
