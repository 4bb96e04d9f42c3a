"""What came of a fault, in figures: plain and encrypted rooms apart, as a table to read and as JSON to keep."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from proof.crashing import POINTS
from proof.judge import IN_CLEAR, Said
from proof.play import History

HEADINGS = (
    "fault", "store", "rooms", "cycles", "acknowledged", "lost", "doubled", "reminders", "missing", "twice",
    "undecryptable", "in clear", "off record", "astray", "recovery", "worst",
)  # fmt: skip
NAMES = 3
"""So many of the headings stand over words."""
ASIDE = "-"
COUNTED = (
    "cycles", "acknowledged", "lost", "doubled", "reminders", "missing", "twice", "undecryptable", "in_clear",
    "off_record", "astray",
)  # fmt: skip
WRONG = tuple(name for name in COUNTED if name not in ("cycles", "acknowledged", "reminders"))


@dataclass(frozen=True)
class Figures:
    """What came of a fault in one kind of room.

    Args:
        fault: what was done; of a control, what it was without.
        store: the database that the bot was on.
        rooms: in which rooms it was counted.
        cycles: how often it was done.
        acknowledged: how many answers the bot owed there to what people did.
        lost: how many of them are missing.
        doubled: how many are there too often.
        reminders: how much fell due there by itself.
        missing: how much of that was not said.
        twice: how much was said too often.
        undecryptable: what a reader, or the bot, could not decrypt.
        in_clear: how much lies in clear that was to be encrypted.
        off_record: how often the rooms and the bot's records differ.
        astray: how often the bot ended by itself, or did not where it should have, or was silent for too long.
        recovered: after how many seconds everything was said: the median and the worst.
        note: what else is to be said of it.
        must_fail: whether it is a control, which must be found wanting.
        broke_off: of what it could not be played to its end; then it shows nothing.
    """

    fault: str
    store: str = ASIDE
    rooms: str = ASIDE
    cycles: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    reminders: int = 0
    missing: int = 0
    twice: int = 0
    undecryptable: int = 0
    in_clear: int = 0
    off_record: int = 0
    astray: int = 0
    recovered: tuple[float, float] = (0.0, 0.0)
    note: str = ""
    must_fail: bool = False
    broke_off: str = ""

    @property
    def found_wanting(self) -> bool:
        """Whether anything is not as promised."""
        return any(getattr(self, name) for name in WRONG)


def times(seconds: Sequence[float]) -> tuple[float, float]:
    """Return the median and the worst of some times."""
    return (round(median(seconds), 1), round(max(seconds), 1)) if seconds else (0.0, 0.0)


def figures_of(
    fault: str, wanted: History, found: History, *, store: str = ASIDE, must_fail: bool = False
) -> tuple[Figures, Figures]:
    """Return what came of a fault in rooms that are plain, and in those that are encrypted."""
    counted = []
    for rooms in ("plain", "encrypted"):
        due, seen = _of(wanted.said, rooms), _of(found.said, rooms)
        away, extra = due - seen, seen - due
        # What is told of the rooms together stands in one line only.
        told = rooms == "encrypted"
        counted.append(
            Figures(
                fault,
                store,
                rooms,
                cycles=found.cycles.total(),
                acknowledged=_answers(wanted, due),
                lost=_answers(wanted, away),
                doubled=_answers(wanted, extra),
                reminders=_reminders(wanted, due),
                missing=_reminders(wanted, away),
                twice=_reminders(wanted, extra),
                undecryptable=found.verdict.undecryptable if told else 0,
                in_clear=found.verdict.in_clear if told else 0,
                off_record=found.verdict.off_record if told else 0,
                astray=found.astray if told else 0,
                recovered=times(found.recovered),
                note=_ways(found) if told else "",
                must_fail=must_fail,
            )
        )
    return counted[0], counted[1]


def is_as_promised(figures: Iterable[Figures]) -> bool:
    """Whether nothing was lost, doubled or bare, and each control was found wanting in some room."""
    figures = list(figures)
    if any(each.broke_off for each in figures):
        return False
    controls = {(each.fault, each.store) for each in figures if each.must_fail}
    wanting = {(each.fault, each.store) for each in figures if each.found_wanting}
    return wanting == controls


def verdict(figures: Sequence[Figures]) -> str:
    """Return in a sentence what the figures come to, and whether controls stand behind it."""
    if not is_as_promised(figures):
        return f"NOT as promised: {'; '.join(_wrong(figures))}."
    controls = len({(each.fault, each.store) for each in figures if each.must_fail})
    faults = len({(each.fault, each.store) for each in figures if not each.must_fail})
    if not controls:
        return "As promised; but no control was run: nothing shows that a fault would have been found."
    return f"As promised: {faults} faults without a loss; and all of {controls} controls were found wanting."


def _wrong(figures: Sequence[Figures]) -> Iterator[str]:
    """Return what is not as promised, by name."""
    wanting = {(each.fault, each.store) for each in figures if each.found_wanting}
    for name in dict.fromkeys((each.fault, each.store) for each in figures):
        these = [each for each in figures if (each.fault, each.store) == name]
        called = ", ".join(name)
        if any(each.broke_off for each in these):
            yield f"{called} broke off"
        elif these[0].must_fail is not (name in wanting):
            yield f"{called} found nothing" if these[0].must_fail else called


def table(figures: Sequence[Figures]) -> list[str]:
    """Return the figures in lines to read, and below them what else is to be said."""
    rows = [HEADINGS, *(_row(each) for each in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = [
        "  ".join(_fitted(cell, width, at) for at, (cell, width) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]
    return lines + [f"{each.fault}, {each.store}: {told}" for each in figures if (told := each.broke_off or each.note)]


def line(each: Figures) -> str:
    """Return in a line what came of it, as long as the others are being played."""
    wrong = [f"{name.replace('_', ' ')} {getattr(each, name)}" for name in WRONG if getattr(each, name)]
    found = each.broke_off or ", ".join(wrong) or "nothing lost, nothing twice"
    role = "control: " if each.must_fail else ""
    played = f"{each.cycles} cycles, {each.acknowledged} answers, {each.reminders} reminders"
    return f"{role}{each.fault}, {each.store}, {each.rooms}: {played}: {found}" + (
        f" ({each.note})" if each.note else ""
    )


def as_json(figures: Iterable[Figures]) -> list[dict[str, object]]:
    """Return the figures as plain values."""
    return [asdict(each) for each in figures]


def _ways(found: History) -> str:
    """Return in how many ways it was disturbed how often, where there is more than one; and what was not reached."""
    if len(found.cycles) > 1 and set(found.cycles) & set(POINTS):
        missed = [point for point in POINTS if point not in found.cycles]
        return f"{len(POINTS) - len(missed)} of {len(POINTS)} points" + (f"; not {', '.join(missed)}" if missed else "")
    return ", ".join(f"{way}: {count}" for way, count in sorted(found.cycles.items())) if len(found.cycles) > 1 else ""


def _of(said: Counter[Said], rooms: str) -> Counter[Said]:
    return Counter({each: count for each, count in said.items() if (each[0] in IN_CLEAR) is (rooms == "plain")})


def _reminders(wanted: History, said: Counter[Said]) -> int:
    return sum(count for each, count in said.items() if wanted.is_reminder(each))


def _answers(wanted: History, said: Counter[Said]) -> int:
    return said.total() - _reminders(wanted, said)


def _row(each: Figures) -> tuple[str, ...]:
    name = f"  {each.fault} (must fail)" if each.must_fail else each.fault
    numbers = [getattr(each, field) for field in COUNTED]
    return (name, each.store, each.rooms, *map(str, numbers), *map(str, each.recovered))


def _fitted(cell: str, width: int, place: int) -> str:
    return cell.ljust(width) if place < NAMES else cell.rjust(width)
