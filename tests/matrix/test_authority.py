"""Who has power in a room is read from the two events that say so, whatever else they hold."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.matrix.authority import Authority, authority_in, state_event
from bot.matrix.http import Said

CREATE = {"sender": "@founder:x", "content": {"room_version": "12", "additional_creators": ["@second:x", 7]}}
LEVELS = {"content": {"users": {"@chair:x": 50, "@odd:x": "100"}, "users_default": 1}}


def creators_of(version: object, sender: object = "@founder:x") -> frozenset[str]:
    return authority_in({"sender": sender, "content": {"room_version": version}}, LEVELS).creators


def test_creators_stand_above_all_others_from_version_twelve() -> None:
    power = authority_in(CREATE, LEVELS)

    assert power == Authority(frozenset({"@founder:x", "@second:x"}), {"@chair:x": 50}, 1, None)
    assert [power.reaches(who, 100) for who in ("@founder:x", "@second:x", "@chair:x")] == [True, True, False]


@pytest.mark.parametrize(
    ("version", "above"),
    [("12", True), ("13", True), ("11", False), ("1", False), ("", False), (None, False), (12, False),
     ("org.example.12", False), ("१२", False)],
)  # fmt: skip
def test_a_creator_counts_only_where_the_rooms_version_is_surely_new_enough(version: object, *, above: bool) -> None:
    assert creators_of(version) == (frozenset({"@founder:x"}) if above else frozenset())


def test_a_room_whose_creator_is_not_told_has_none() -> None:
    assert creators_of("12", sender=None) == frozenset()


@pytest.mark.parametrize(
    ("who", "closes"),
    [("@chair:x", True), ("@founder:x", True), ("@odd:x", False), ("@anna:x", False), ("", False)],
)
def test_whoever_has_the_power_of_a_moderator_may_send_members_elsewhere(who: str, *, closes: bool) -> None:
    assert authority_in(CREATE, LEVELS).may_close(who) == closes


@pytest.mark.parametrize("content", [None, [], "x", {"users": [], "users_default": "50"}, {}])
def test_powers_that_cannot_be_read_are_none(content: object) -> None:
    power = authority_in({"content": content}, {"content": content})

    assert power == Authority(frozenset(), {}, 0, None)
    assert not power.may_close("@anna:x")


def test_a_room_says_which_one_it_follows() -> None:
    def follows(predecessor: object) -> str | None:
        return authority_in({"content": {"predecessor": predecessor}}, {}).predecessor

    assert [follows(each) for each in ({"room_id": "!old:x"}, {"room_id": 7}, "!old:x", None)] == [
        "!old:x", None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "held"),
    [
        ({"content": {"a": 1}, "sender": "@a:x"}, {"content": {"a": 1}, "sender": "@a:x"}),
        ({"a": 1}, {"content": {"a": 1}}),
        (Said(404, "M_NOT_FOUND"), {}),
    ],
)
async def test_a_rooms_state_is_read_in_either_format_and_may_be_missing(
    answer: Mapping[str, Any] | Said, held: Mapping[str, Any]
) -> None:
    asked = []

    async def get(where: str) -> dict[str, Any]:
        asked.append(where)
        if isinstance(answer, Said):
            raise answer
        return dict(answer)

    assert await state_event(get, "!room:x", "m.room.create") == held
    assert asked == ["/_matrix/client/v3/rooms/%21room%3Ax/state/m.room.create/?format=event"]


async def test_a_server_that_does_not_say_leaves_nothing_to_be_believed() -> None:
    async def get(_where: str) -> dict[str, Any]:
        raise Said(403, "M_FORBIDDEN")

    with pytest.raises(Said, match="403"):
        await state_event(get, "!room:x", "m.room.create")
