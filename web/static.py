"""Writes the pages as files that any web server can serve; those that are no longer public are removed."""

import os
from collections.abc import Mapping
from pathlib import Path

LIST = ".radslag-site"
"""Names the files we have written, so that we remove those and no others."""


class NotOurs(Exception):
    """The folder holds something that we did not put there."""


def write(folder: Path, pages: Mapping[str, bytes]) -> None:
    """Write every page, and remove those that an earlier writing left and that are there no longer.

    Args:
        pages: address -> bytes; an address that ends with a slash, or is empty, becomes an index.html.

    Raises:
        NotOurs: the folder is not empty and was not made by this.
    """
    earlier = _earlier(folder)
    files = {f"{path}index.html" if not path or path.endswith("/") else path: body for path, body in pages.items()}
    folder.mkdir(parents=True, exist_ok=True)
    # What goes is removed first: nothing that was taken back may stay because the writing stopped half-way.
    for gone in earlier - set(files):
        (folder / gone).unlink(missing_ok=True)
    _put(folder / LIST, "\n".join(sorted(earlier | set(files))).encode())
    for path, body in files.items():
        _put(folder / path, body)
    _put(folder / LIST, "\n".join(sorted(files)).encode())


def _earlier(folder: Path) -> set[str]:
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    if not (folder / LIST).is_file():
        raise NotOurs(f"{folder} is not empty and was not made by this command")
    named = (folder / LIST).read_text(encoding="utf-8").splitlines()
    return {each for each in named if each and ".." not in Path(each).parts and not Path(each).is_absolute()}


def _put(file: Path, body: bytes) -> None:
    """Write a file so that whoever reads it meanwhile sees the old one or the new one, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_file() and file.read_bytes() == body:
        return
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(body)
    fresh.chmod(0o644)
    os.replace(fresh, file)  # noqa: PTH105 - the same, and says what matters: at once
