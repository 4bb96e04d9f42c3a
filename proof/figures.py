"""What came of a fault, in figures: plain and encrypted rooms apart, as a table to read and as JSON to keep."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from proof.play import IN_CLEAR, History, Said

HEADINGS = ("fault", "rooms", "cycles", "said", "lost", "doubled", "in clear", "recovered in s")


@dataclass(frozen=True)
class Figures:
    """What came of a fault in one kind of room.

    Args:
        fault: what was done.
        rooms: in which rooms it was counted.
        cycles: how often it was done.
        said: how much the bot was to say there.
        lost: how much of that is missing.
        doubled: how much is there too often.
        in_clear: how much lies in clear that was to be encrypted.
        recovered: after how many seconds at most everything was said.
        must_fail: whether it is a control, which must be found wanting.
    """

    fault: str
    rooms: str
    cycles: int
    said: int
    lost: int
    doubled: int
    in_clear: int
    recovered: float
    must_fail: bool = False

    @property
    def found_wanting(self) -> bool:
        """Whether anything is not as promised."""
        return bool(self.lost or self.doubled or self.in_clear)


def figures_of(fault: str, wanted: History, found: History, *, must_fail: bool = False) -> tuple[Figures, Figures]:
    """Return what came of a fault in rooms that are plain, and in those that are encrypted."""
    cycles = found.cycles.total()
    slowest = round(max(found.recovered, default=0.0), 1)
    counted = []
    for rooms in ("plain", "encrypted"):
        due, seen = _of(wanted.said, rooms), _of(found.said, rooms)
        bare = found.bare if rooms == "encrypted" else 0
        lost, doubled = (due - seen).total(), (seen - due).total()
        counted.append(Figures(fault, rooms, cycles, due.total(), lost, doubled, bare, slowest, must_fail))
    return counted[0], counted[1]


def is_as_promised(figures: Iterable[Figures]) -> bool:
    """Whether nothing was lost, doubled or bare, and each control was found wanting in some room."""
    figures = list(figures)
    controls = {each.fault for each in figures if each.must_fail}
    wanting = {each.fault for each in figures if each.found_wanting}
    return wanting == controls


def verdict(figures: Sequence[Figures]) -> str:
    """Return in a sentence what the figures come to, and whether controls stand behind it."""
    if not is_as_promised(figures):
        return "NOT as promised."
    if not any(each.must_fail for each in figures):
        return "As promised; but no control was run: nothing shows that a fault would have been found."
    return "As promised; and the controls were found wanting."


def table(figures: Sequence[Figures]) -> list[str]:
    """Return the figures in lines to read."""
    rows = [HEADINGS, *(_row(each) for each in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    return [
        "  ".join(_fitted(cell, width, at) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]


def as_json(figures: Iterable[Figures]) -> list[dict[str, object]]:
    """Return the figures as plain values."""
    return [asdict(each) for each in figures]


def _of(said: Counter[Said], rooms: str) -> Counter[Said]:
    return Counter({each: count for each, count in said.items() if (each[0] in IN_CLEAR) is (rooms == "plain")})


def _row(each: Figures) -> tuple[str, ...]:
    name = f"{each.fault} (must fail)" if each.must_fail else each.fault
    numbers = (each.cycles, each.said, each.lost, each.doubled, each.in_clear, each.recovered)
    return (name, each.rooms, *map(str, numbers))


def _fitted(cell: str, width: int, place: int) -> str:
    return cell.ljust(width) if place < 2 else cell.rjust(width)
