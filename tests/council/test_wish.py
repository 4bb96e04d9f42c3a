"""What people type about an item is read with good will, and nothing they wrote is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.item import Kind, Wish
from council.text import Sharing
from council.wish import read_wish

CODES = ("BOE", "POL", "SKOL")


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("Belysning (beslut, 10 min)", Wish("Belysning", Kind.DECISION, 10)),
        ("Lighting (decision, 10 min)", Wish("Lighting", Kind.DECISION, 10)),
        ("Lighting (10 min, diskussion)", Wish("Lighting", Kind.DISCUSSION, 10)),
        ("Lighting  (Follow-up;5 minutes).", Wish("Lighting", Kind.FOLLOW_UP, 5)),
        ("Läget [uppföljning/1,5 timme]", Wish("Läget", Kind.FOLLOW_UP, 90)),
        ("Läget (info \N{EN DASH} 1 h)", Wish("Läget", Kind.INFO, 60)),
        ("Läget (10min beslut)", Wish("Läget", Kind.DECISION, 10)),
        ("Läget (beslut 10 min)", Wish("Läget", Kind.DECISION, 10)),
        ("Läget (beslut,10)", Wish("Läget", Kind.DECISION, 10)),
        ("Läget (10)", Wish("Läget", None, 10)),
        ("Läget (ca 10 minuter, besult)", Wish("Läget", Kind.DECISION, 10)),
        ("Läget (beslut, 10 min", Wish("Läget", Kind.DECISION, 10)),
        ("Läget (bara rådet, POL, TR-2026-0045)", Wish("Läget", None, None, Sharing.COUNCIL, "POL", "TR-2026-0045")),
        ("Läget (beslut, brådskar)", Wish("Läget (brådskar)", Kind.DECISION)),
        ("Läget (igen)", Wish("Läget (igen)")),
        ("Läget (beslut, igen, kort)", Wish("Läget (igen, kort)", Kind.DECISION)),
        ("Läget (beslut, diskussion)", Wish("Läget (diskussion)", Kind.DECISION)),
        ("Läget () ", Wish("Läget ()")),
        ("Läget\ni  tunneln", Wish("Läget i tunneln")),
        ("(beslut, 10 min)", Wish("", Kind.DECISION, 10)),
        ("Läget (99999999999999999999 min)", Wish("Läget (99999999999999999999 min)")),
        ("", Wish("")),
    ],
)
def test_a_closing_parenthesis_is_understood_as_far_as_it_goes(typed: str, wish: Wish) -> None:
    assert read_wish(typed, CODES) == wish


@given(st.text())
def test_any_text_at_all_can_be_read(typed: str) -> None:
    wish = read_wish(typed, CODES)

    assert wish.title == " ".join(wish.title.split())


@given(
    title=st.text("abcåäö !?", min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
    kind=st.sampled_from(["info", "diskussion", "beslut", "uppföljning", "discussion", "decision", "follow-up"]),
    minutes=st.integers(1, 240),
)
def test_a_title_in_front_of_a_parenthesis_is_kept_to_the_letter(title: str, kind: str, minutes: int) -> None:
    wish = read_wish(f"{title} ({kind}, {minutes} min)", CODES)

    assert (wish.title, wish.minutes) == (title, minutes)
    assert wish == read_wish(f"{title} ({minutes} min, {kind.upper()})", CODES)
