"""Shows on a terminal that long work goes on, and how far; says nothing where nobody looks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Told = Callable[[str], None]


@contextmanager
def shown(what: str, steps: int | None = None) -> Iterator[Told]:
    """Show a bar for as long as the block lasts.

    Args:
        what: the work.
        steps: how many there are, if that is known; the bar moves by one with each that is told.

    Yields:
        what to call with the name of each step that is begun.
    """
    from rich.console import Console  # noqa: PLC0415 - heavy, and only for long work
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - likewise

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _step: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        bar = progress.add_task(what, total=steps)
        yield lambda step: progress.update(bar, description=f"{what}: {step}", advance=1)
