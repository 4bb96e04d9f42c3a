"""The guides name commands that there are, and become a site in which every link leads somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from commands import catalogue
from commands.parse import Found
from locales import command_words

ROOT = Path(__file__).parent.parent
FETCHED = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="(https?://[^"]+)')
GUIDES = sorted((ROOT / "docs" / "sv").glob("*.md"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_command_that_a_guide_names_is_understood(guide: Path) -> None:
    known = catalogue(command_words())
    text = guide.read_text(encoding="utf-8")

    named = re.findall(r"`(![^`]+)`", text) + re.findall(r"^(![^\[].+)$", text, re.MULTILINE)

    assert [line for line in named if not isinstance(known.find(line), Found)] == []


def test_every_guide_is_in_the_navigation() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    named = set(re.findall(r": ([a-z/-]+\.md)$", settings, re.MULTILINE))
    assert {f"sv/{guide.name}" for guide in GUIDES} <= named
    assert [each for each in named if not (ROOT / "docs" / each).exists()] == []


@pytest.mark.slow
def test_the_site_is_built_without_a_warning_and_all_its_links_lead_somewhere(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)

    build = [sys.executable, "-m", "zensical", "build"]
    built = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, timeout=100, check=True)

    pages = [page for page in sorted((tmp_path / "dist" / "docs").rglob("*.html")) if page.name != "404.html"]
    assert "Warning" not in built.stdout + built.stderr
    assert len(pages) > len(GUIDES)
    assert [(page.name, to) for page in pages for to in _targets(page) if not _leads(page, to)] == []
    # Whoever reads is sent nowhere else without clicking.
    assert [each for page in pages for each in FETCHED.findall(page.read_text(encoding="utf-8"))] == []


def _targets(page: Path) -> list[str]:
    found = re.findall(r'(?:href|src)="?([^"\s>]+)', page.read_text(encoding="utf-8"))
    return [each for each in found if not urlsplit(each).scheme and not each.startswith("//")]


def _leads(page: Path, target: str) -> bool:
    parts = urlsplit(target)
    file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    file = file / "index.html" if file.is_dir() else file
    if not file.exists() or not parts.fragment or file.suffix != ".html":
        return file.exists()
    return f'id="{unquote(parts.fragment)}"' in file.read_text(encoding="utf-8")
