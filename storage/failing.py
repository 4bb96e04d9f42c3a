"""Whether an error is the database's own trouble, which may pass, or a mistake of ours, which will not."""

import sqlite3

from sqlalchemy.exc import DBAPIError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

ENDED_WITH = (ConnectionError, PendingRollbackError, NoConnectionFree)
"""What is raised when the database cannot be reached at all, or goes on being used after it failed."""
ENDED_BY_ITSELF = "no such savepoint"
"""SQLite ends the whole transaction when the disk is full; a session then undoes its savepoint, and that fails."""
OUR_OWN_IN_SQLITE = frozenset(
    {
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_RANGE,
        sqlite3.SQLITE_TOOBIG,
    }
)
SAYS_NOTHING_OF_ROWS = ("28", "3D", "42", "53", "57")
"""Classes of SQLSTATE whose words name databases, roles, tables and resources only."""
OUR_OWN_IN_POSTGRESQL = ("0A", "21", "22", "23", "42")
"""Classes of SQLSTATE: not supported, cardinality, data, constraints, syntax and names."""


def is_failing(error: BaseException) -> bool:
    """Whether the database is in trouble: full, locked, broken, restarted or gone.

    The same work may succeed later and nothing of it has happened. Anything else is a mistake in what it was asked,
    and would be one again.
    """
    if isinstance(error, ENDED_WITH):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated or ENDED_BY_ITSELF in str(error.orig):
        return True
    code = getattr(error.orig, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & 0xFF not in OUR_OWN_IN_SQLITE
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return not state.startswith(OUR_OWN_IN_POSTGRESQL)
    # Nobody answered with a code: the connection itself. The drivers have no one class for that.
    return isinstance(error, OperationalError) or type(error).__name__ in ("DBAPIError", "InterfaceError")


def told_by(error: Exception) -> str:
    """Return what a database says is wrong, without anything of what it holds or of its address."""
    said = error.orig if isinstance(error, DBAPIError) else error
    state, code, words = getattr(said, "sqlstate", None), getattr(said, "sqlite_errorcode", None), str(said)
    if isinstance(state, str) and state.startswith(SAYS_NOTHING_OF_ROWS):
        return words.partition("\n")[0].rpartition(">: ")[2].rstrip(".")
    if isinstance(code, int) and code & 0xFF not in OUR_OWN_IN_SQLITE:
        return words
    return (said.strerror if isinstance(said, OSError) else None) or type(said).__name__
