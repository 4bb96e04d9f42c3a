"""Each fault of the proof has a control of its own, and the judge compares rooms with records."""

import re
from pathlib import Path

import pytest

from proof.faults import FAULTS
from proof.judge import off_record
from proof.scenes import SCENES
from proof.unprotected import WITHOUT
from storage.outbox import DEAD, NEW, SENT, OutboxRow

PROOF = Path(__file__).parent.parent / "proof"


def row(state: str, event: str | None = None) -> OutboxRow:
    return OutboxRow(state=state, event=event)


def test_no_two_faults_and_no_two_controls_bear_one_name() -> None:
    faults = [(each.name, each.store) for each in FAULTS] + [(each.name, "") for each in SCENES]

    assert len(set(faults)) == len(faults)
    assert {each.name for each in FAULTS}.isdisjoint({each.without for each in FAULTS})


def test_every_protection_that_a_control_takes_away_is_there_and_each_is_taken_away_by_one() -> None:
    taken = {
        found
        for file in PROOF.glob("*.py")
        for found in re.findall(r'"((?:no|read)-[a-z-]+)"', file.read_text(encoding="utf-8"))
    }

    assert taken == set(WITHOUT)


@pytest.mark.parametrize(
    ("rows", "there", "differences"),
    [
        ([], [], 0),
        ([row(SENT, "$a"), row(SENT, None)], ["$a"], 0),
        ([row(SENT, "$a")], [], 1),
        ([row(SENT, "$a")], ["$a", "$b"], 1),
        ([row(NEW), row(DEAD)], [], 2),
    ],
)
def test_what_rooms_and_records_do_not_share_is_off_record(
    rows: list[OutboxRow], there: list[str], differences: int
) -> None:
    assert off_record(rows, there) == differences


def test_what_the_outbox_may_have_forgotten_is_not_off_record_but_what_it_remembers_must_be_there() -> None:
    assert off_record([], ["$old"], {"$old"}) == 0
    assert off_record([row(SENT, "$gone")], ["$old", "$new"], {"$old"}) == 2
