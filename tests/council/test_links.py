"""A link leads any client to a room and an event in it, and is read back as what it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.links import link_to, read_link

_NAMES = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="/?"), min_size=1)


@pytest.mark.parametrize(
    ("room", "event", "link"),
    [
        ("!a:town.example", "$e", "https://matrix.to/#/!a:town.example/$e?via=town.example"),
        ("!a:town.example:8448", None, "https://matrix.to/#/!a:town.example:8448?via=town.example:8448"),
        ("!rooms-of-version-12", "$e", "https://matrix.to/#/!rooms-of-version-12/$e"),
    ],
)
def test_a_link_names_the_server_that_knows_the_room_where_the_room_does(
    room: str, event: str | None, link: str
) -> None:
    assert link_to(room, event) == link


@given(_NAMES, _NAMES)
def test_a_link_is_read_as_what_it_was_made_of(room: str, event: str) -> None:
    assert read_link(f"see {link_to(f'!{room}', f'${event}')}") == (f"!{room}", f"${event}")


def test_a_link_of_the_other_kind_is_read_too_and_a_link_to_a_room_is_none_to_a_message() -> None:
    assert read_link("matrix:roomid/a:town/e/b?via=town") == ("!a:town", "$b")
    assert read_link(link_to("!a:town", None)) is None
