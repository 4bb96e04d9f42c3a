"""Who is taken for dead, and whose part is how many councils."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.fleet.watch import Watch, part
from storage.tenures import Process, Roster, Tenure

A = Process("a", 1, "here", "place")


def seen(*beats: tuple[str, int]) -> dict[str, Process]:
    return {name: replace(A, name=name, beat=beat) for name, beat in beats}


def test_whoever_has_not_been_heard_of_for_so_long_is_taken_for_dead() -> None:
    watch = Watch(30)

    assert [sorted(watch.look(seen(("a", 7), ("b", at)), float(at))) for at in (0, 10, 20, 29, 30, 40)] == [
        [],
        [],
        [],
        [],
        ["a"],
        ["a"],
    ]


def test_whoever_is_heard_of_again_lives() -> None:
    watch = Watch(30)
    for at in (0, 10, 20, 30):
        watch.look(seen(("a", 7)), at)

    assert not watch.look(seen(("a", 8)), 31)


def test_whoever_could_not_look_for_a_while_takes_nobody_for_dead_yet() -> None:
    watch = Watch(30)
    watch.look(seen(("a", 7)), 0)

    assert not watch.look(seen(("a", 7)), 100)
    assert not watch.look(seen(("a", 7)), 110)
    assert not watch.look(seen(("a", 7)), 120)
    assert watch.look(seen(("a", 7)), 130) == {"a"}


@given(
    councils=st.integers(1, 12),
    living=st.integers(1, 6),
    silent=st.integers(0, 3),
    held=st.lists(st.integers(-1, 8), min_size=12, max_size=12),
)
def test_by_taking_and_leaving_one_at_a_time_every_council_comes_to_somebody_living_and_nobody_has_more_than_his_part(
    councils: int, living: int, silent: int, held: list[int]
) -> None:
    slugs = [f"c{number:02}" for number in range(councils)]
    names = [f"p{number}" for number in range(living)]
    dead = [f"d{number}" for number in range(silent)]
    everybody = {name: replace(A, name=name) for name in names + dead}
    holders: dict[str, str | None] = {
        slug: None if held[at] < 0 else (names + dead)[held[at] % (living + silent)] for at, slug in enumerate(slugs)
    }

    for _turn in range(2 * councils + 2):
        for own in names:
            roster = Roster(everybody, {slug: Tenure(slug, 1, holder) for slug, holder in holders.items()})
            mine = part(own, slugs, roster, dead)
            for slug in mine.spares[:1]:
                holders[slug] = None
            free = [slug for slug, holder in holders.items() if holder is None or holder in dead]
            if mine.wants and not mine.spares and free:
                holders[free[0]] = own

    counts = [list(holders.values()).count(name) for name in names]
    assert sum(counts) == councils
    assert max(counts) <= -(-councils // living)
