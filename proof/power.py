"""A disk that keeps what it was asked to sync and nothing else: what SQLite has not had synced is gone after a cut.

Bound from outside to the SQLite library of the bot's process. Before anything in a file is changed, what stood there
before is put aside; once the file has been synced, that is forgotten. After the process has been killed, `cut` puts it
back: of all that a power cut may take, everything is taken. A journal whose deletion was not synced is there again.
The index beside the write-ahead log is made anew at every start, and the directory of a new file counts as synced.
"""

import ctypes
import sqlite3
import struct
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

ASIDE, DELETED = "unsynced", "deleted"
CHANGE = struct.Struct("<qqq")
OK, CREATE = 0, 0x4
JOURNALS = 0x800 | 0x80000
KEPT_FILES = 0x100 | JOURNALS
"""SQLite's kinds of files that outlive a process: databases, their journals and their write-ahead logs."""
_KEPT: list[Any] = []
Read = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
Truncate = CFUNCTYPE(c_int, c_void_p, c_int64)
Sync = CFUNCTYPE(c_int, c_void_p, c_int)
Size = CFUNCTYPE(c_int, c_void_p, POINTER(c_int64))
Open = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
Delete = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)


def can_be_had() -> bool:
    """Whether SQLite is a library of its own here, with which its files can be got between."""
    return _library() is not None


class Methods(Structure):
    """SQLite's sqlite3_io_methods: what can be done with an open file."""

    _fields_ = (
        ("iVersion", c_int), ("xClose", c_void_p), ("xRead", Read), ("xWrite", Read), ("xTruncate", Truncate),
        ("xSync", Sync), ("xFileSize", Size), ("more", c_void_p * 12),
    )  # fmt: skip


class Files(Structure):
    """The beginning of SQLite's sqlite3_vfs: how files are opened and deleted."""

    _fields_ = (
        ("iVersion", c_int), ("szOsFile", c_int), ("mxPathname", c_int), ("pNext", c_void_p), ("zName", c_char_p),
        ("pAppData", c_void_p), ("xOpen", Open), ("xDelete", Delete),
    )  # fmt: skip


class Disk:
    """Puts aside what a power cut would bring back."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing put aside, in a folder beside the bot's."""
        self._aside, self._deleted = folder / ASIDE, folder / DELETED
        for each in (self._aside, self._deleted):
            each.mkdir(exist_ok=True)
        self._names: dict[int, Path] = {}
        self._syncs_directory: set[int] = set()
        """Journals with whose first sync SQLite has their directory synced, too: then what was deleted stays so."""
        self._methods: dict[int, tuple[Any, Any]] = {}
        """Of each kind of file: what can be done with it, and what we do instead."""

    def bind(self) -> None:
        """Stand between the library of this process and its files."""
        where = _library()
        assert where, "SQLite is built into this Python: nothing can stand between it and its files"
        library = ctypes.CDLL(where)
        library.sqlite3_vfs_find.restype = POINTER(Files)
        files = library.sqlite3_vfs_find(None).contents
        opens, deletes = Open(_address(files.xOpen)), Delete(_address(files.xDelete))

        def opened(vfs: int, name: int, file: int, flags: int, out: int) -> int:
            code: int = opens(vfs, name, file, flags, out)
            if code == OK and name and flags & KEPT_FILES:
                self._watch(file, Path(ctypes.string_at(name).decode()))
                if flags & CREATE and flags & JOURNALS:
                    self._syncs_directory.add(file)
            return code

        def deleted(vfs: int, name: int, is_synced: int) -> int:
            path = Path(ctypes.string_at(name).decode())
            content = path.read_bytes() if path.exists() else None
            code: int = deletes(vfs, name, is_synced)
            if code == OK and content is not None:
                self._gone(path, content, is_synced=bool(is_synced))
            return code

        files.xOpen, files.xDelete = _keep(Open(opened)), _keep(Delete(deleted))
        _keep((library, opens, deletes))

    def _watch(self, file: int, path: Path) -> None:
        """Have what is done with an open file pass by us."""
        self._names[file] = self._aside / _name(path)
        self._syncs_directory.discard(file)
        held = ctypes.cast(file, POINTER(c_void_p))
        before = held[0]
        assert before is not None
        if before not in self._methods:
            real = ctypes.cast(before, POINTER(Methods)).contents
            self._methods[before] = real, self._instead(real)
        held[0] = ctypes.addressof(self._methods[before][1])
        if _size(self._methods[before][0], file) == 0:
            self._names[file].unlink(missing_ok=True)
            self._deleted.joinpath(self._names[file].name).unlink(missing_ok=True)

    def _instead(self, real: Any) -> Any:
        write, truncate = Read(_address(real.xWrite)), Truncate(_address(real.xTruncate))
        sync = Sync(_address(real.xSync))

        def written(file: int, data: int, amount: int, offset: int) -> int:
            self._put_aside(real, file, offset, amount)
            return int(write(file, data, amount, offset))

        def truncated(file: int, size: int) -> int:
            self._put_aside(real, file, size, max(0, _size(real, file) - size))
            return int(truncate(file, size))

        def synced(file: int, flags: int) -> int:
            code = int(sync(file, flags))
            if code == OK:
                self._names[file].unlink(missing_ok=True)
                if file in self._syncs_directory:
                    self._syncs_directory.remove(file)
                    self._stays_deleted(_path(self._names[file]).parent)
            return code

        ours = Methods()
        ctypes.memmove(byref(ours), byref(real), ctypes.sizeof(Methods))
        ours.xWrite, ours.xTruncate, ours.xSync = (
            _keep(Read(written)), _keep(Truncate(truncated)), _keep(Sync(synced))
        )  # fmt: skip
        _keep((write, truncate, sync))
        return ours

    def _stays_deleted(self, directory: Path) -> None:
        for each in self._deleted.iterdir():
            if _path(each).parent == directory:
                each.unlink(missing_ok=True)

    def _put_aside(self, real: Any, file: int, offset: int, amount: int) -> None:
        size = _size(real, file)
        there = max(0, min(amount, size - offset))
        before = ctypes.create_string_buffer(max(1, there))
        if there:
            real.xRead(file, before, there, offset)
        with self._names[file].open("ab") as aside:
            aside.write(CHANGE.pack(size, offset, there) + before.raw[:there])

    def _gone(self, path: Path, content: bytes, *, is_synced: bool) -> None:
        name = _name(path)
        self._aside.joinpath(name).unlink(missing_ok=True)
        if is_synced:
            self._deleted.joinpath(name).unlink(missing_ok=True)
        else:
            self._deleted.joinpath(name).write_bytes(content)


def _library() -> str | None:
    """Return where the library lies that this process's SQLite is."""
    assert sqlite3.sqlite_version
    loaded = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    return next((line.split()[-1] for line in loaded if "libsqlite3" in line), None)


def _keep(called: Any) -> Any:
    """Return it, and hold it: only the library calls it, and Python would take it for unused."""
    _KEPT.append(called)
    return called


def _name(file: Path) -> str:
    return quote(str(file), safe="")


def _path(aside: Path) -> Path:
    """Return the file that something was put aside of."""
    return Path(unquote(aside.name))


def _address(function: Any) -> int:
    """Return where a function lies, so that its place may be given to another."""
    address = ctypes.cast(function, c_void_p).value
    assert address
    return address


def _size(real: Any, file: int) -> int:
    size = c_int64()
    real.xFileSize(file, byref(size))
    return size.value


def cut(folder: Path) -> int:
    """Take from a killed process's files what had not been synced; return how many changes that were."""
    undone = 0
    for aside in sorted((folder / ASIDE).iterdir()):
        file = _path(aside)
        undone += _undo(file, aside.read_bytes())
        aside.unlink()
    for deleted in sorted((folder / DELETED).iterdir()):
        file = _path(deleted)
        if not file.exists():
            file.write_bytes(deleted.read_bytes())
            undone += 1
        deleted.unlink()
    return undone


def _undo(file: Path, noted: bytes) -> int:
    changes, place = [], 0
    while place + CHANGE.size <= len(noted):
        size, offset, there = CHANGE.unpack_from(noted, place)
        place += CHANGE.size
        changes.append((size, offset, noted[place : place + there]))
        place += there
    if not file.exists():
        return 0
    with file.open("r+b") as opened:
        for size, offset, before in reversed(changes):
            opened.seek(offset)
            opened.write(before)
            opened.truncate(size)
    return len(changes)
