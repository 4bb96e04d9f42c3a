"""The registrar takes records out, as files that can be checked; nobody's name is in them; each is journalled."""

import csv
import io
import json
import zipfile
from base64 import b64decode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from council.text import Sheet
from papers.data import csv_of, json_of
from storage.outbox import OutboxRow
from tests.town import ANNA, CHAIR, COUNCIL, POL, REGISTRAR, SDF, SECRETARIAT, SECRETARY, Town

TOLD = "Buskarna vid skolan skymmer, hälsningar ROSENGULD"


@pytest.fixture
async def kept(town: Town) -> Town:
    """The town with case 31: raised by Anna, summarised, assigned and answered."""
    await town.says(ANNA, f"!concern {TOLD}")
    await town.says(SECRETARY, "!case edit-summary 31 Buskar skymmer gångvägen", room=SECRETARIAT)
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.says(SDF, "!case answer 31 Vi klipper dem nästa vecka")
    await town.hears()
    return town


async def exported(town: Town, line: str) -> tuple[str, dict[str, bytes]]:
    """Let the registrar say a line; return the answer and the files of the archive."""
    await town.says(REGISTRAR, line, room=REGISTRAR)
    async with town.database.work("lindvassa") as work:
        rows = await work.session.scalars(select(OutboxRow).where(OutboxRow.state == "new", OutboxRow.act == "file"))
        (row,) = rows.all()
        content = work.vault.own.open(row.content or b"")
    archive = zipfile.ZipFile(io.BytesIO(b64decode(content["data"])))
    (_room, answer), *_ = await town.hears()
    return answer, {name: archive.read(name) for name in archive.namelist()}


async def test_a_redacted_case_holds_its_events_and_summary_and_nothing_of_who_raised_it(kept: Town) -> None:
    answer, files = await exported(kept, "!export case 0031 redacted")

    assert answer.startswith("TR-2026-0031 is taken out without the resident's own words: ")
    (case,) = json.loads(files["cases.json"])
    assert (case["case"], case["state"], case["owner"]) == ("TR-2026-0031", "in_progress", "SDF")
    assert case["summary"] == "Buskar skymmer gångvägen"
    events = json.loads(files["case-events.json"])
    assert [(each["direction"], each["what"]) for each in events if each["direction"] != "inside"] == [
        ("in", "case-received"), ("out", "case-assigned"), ("out", "case-answered"),
    ]  # fmt: skip
    whole = b"".join(files.values())
    assert b"ROSENGULD" not in whole
    assert b"anna" not in whole.lower()
    assert b":town" not in whole


async def test_a_whole_case_holds_the_residents_words_and_still_no_name(kept: Town) -> None:
    answer, files = await exported(kept, "!export case 0031")

    assert "Examine the secrecy before anything is handed out." in answer
    (paper,) = [name for name in files if name.endswith((".pdf", ".html"))]
    assert paper.startswith("TR-2026-0031")
    assert b"anna" not in b"".join(files.values()).lower()


async def test_the_checksums_and_the_manifest_agree_with_the_files(kept: Town) -> None:
    _, files = await exported(kept, "!export all 2026-03-01 2026-03-31")

    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}
    manifest = json.loads(files["manifest.json"])
    assert {each["name"] for each in manifest["files"]} == set(files) - {"SHA256SUMS", "manifest.json"}
    assert (manifest["council"], manifest["first"], manifest["last"]) == ("lindvassa", "2026-03-01", "2026-03-31")


async def test_the_same_export_gives_the_same_tables(kept: Town) -> None:
    _, first = await exported(kept, "!export register 2026-03-01 2026-03-31")
    _, second = await exported(kept, "!export register 2026-03-01 2026-03-31")

    tables = [f"{name}.{ending}" for name in ("cases", "case-events") for ending in ("csv", "json")]
    assert [first[name] for name in tables] == [second[name] for name in tables]


async def test_the_register_holds_the_cases_of_its_days_only(kept: Town) -> None:
    answer, files = await exported(kept, "!export register 2026-03-24 2026-03-24")
    assert answer == "The register Tuesday 24 March-Tuesday 24 March is taken out: one case."
    assert len(json.loads(files["cases.json"])) == 1

    answer, files = await exported(kept, "!export register 2026-03-25 2026-04-30")
    assert answer.endswith("is taken out: no cases.")
    assert json.loads(files["cases.json"]) == []


async def test_the_diary_number_stands_in_the_register(kept: Town) -> None:
    await kept.says(REGISTRAR, "!case diary 0031 SDN 2026/0123", room=REGISTRAR)
    assert [body for _, body in await kept.hears()] == ["TR-2026-0031 has the diary number SDN 2026/0123."]

    _, files = await exported(kept, "!export register 2026-03-01 2026-03-31")

    (case,) = json.loads(files["cases.json"])
    assert case["diary_no"] == "SDN 2026/0123"


async def test_each_export_is_in_the_journal(kept: Town) -> None:
    await exported(kept, "!export case 0031 redacted")

    async with kept.database.work("lindvassa") as work:
        entries = await work.journal.about("case:31")
    assert [(each.who, each.note) for each in entries if each.what == "case-exported"] == [("registrar", "redacted")]


@pytest.mark.parametrize(
    ("sender", "room", "line", "told"),
    [
        (REGISTRAR, REGISTRAR, "!export case 0031 partly", "I do not understand “partly”."),
        (REGISTRAR, REGISTRAR, "!export case 0999 redacted", "There is no case 0999."),
        (REGISTRAR, REGISTRAR, "!export register 2026-04-09 2026-03-13", "Write the first and the last day"),
        (REGISTRAR, REGISTRAR, "!export all 2015-01-01 2026-01-01", "Write the first and the last day"),
        (SECRETARY, SECRETARIAT, "!export case 0031 redacted", "Only the registrar can do that."),
        (CHAIR, CHAIR, "!export all 2026-01-01 2026-12-31", "Only the registrar can do that."),
        (POL, COUNCIL, "!export register 2026-01-01 2026-12-31", "Only the registrar can do that."),
        (ANNA, ANNA, "!export case 0031 redacted", "Only the registrar can do that."),
        (ANNA, ANNA, "!export case 0999 redacted", "Only the registrar can do that."),
    ],
)
async def test_a_refused_export_says_why_and_gives_nothing(
    kept: Town, sender: str, room: str, line: str, told: str
) -> None:
    await kept.says(sender, line, room=room)

    done = await kept.hears_all()
    assert done[0][2].startswith(told)
    assert [act for _, act, _ in done] == ["post"]


@given(st.lists(st.text(), max_size=6))
def test_no_cell_of_a_csv_begins_a_formula_and_json_keeps_every_word(words: list[str]) -> None:
    sheet = Sheet("x", ("word",), tuple((word,) for word in words))

    read = [row[0] for row in csv.reader(io.StringIO(csv_of(sheet).decode("utf-8-sig"), newline=""))][1:]

    assert len(read) == len(words)
    assert not any(cell.lstrip(" \u00a0")[:1] in tuple("=+-@\t\r\n\0") and cell.strip(" \u00a0") for cell in read)
    assert [row["word"] for row in json.loads(json_of(sheet))] == words


async def test_what_came_by_phone_came_in_and_that_there_is_no_answer_went_out(town: Town) -> None:
    await town.says(SECRETARY, "!concern phone: Halt vid busshållplatsen", room=SECRETARIAT)
    await town.says(SECRETARY, "!case assign 31 SDF", room=SECRETARIAT)
    await town.says(SDF, "!case cannot-answer 31 no-resources")
    await town.hears()

    _, files = await exported(town, "!export case 0031 redacted")

    events = json.loads(files["case-events.json"])
    assert [(each["direction"], each["what"]) for each in events] == [
        ("in", "case-received"), ("out", "case-assigned"), ("out", "case-cannot-answer"),
    ]  # fmt: skip
