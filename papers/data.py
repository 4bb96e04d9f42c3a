"""Sheets for other programs: CSV that no spreadsheet takes for formulas, and JSON."""

import csv
import io
import json
import re

from council.text import Cell, Sheet

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "%", "＝", "＋", "－", "＠")
_UNSEEN = " \u00a0\u200b\ufeff\v\f"
# Where a spreadsheet parts cells by semicolons or tabs, the middle of one becomes the beginning of another.
_WITHIN = re.compile(rf"([;\t\r\n][{_UNSEEN}\"]*)(?=[=@|%＝＠]|[-+－＋](?!\s))")


def csv_of(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with the mark that spreadsheets want, every text quoted."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([[_cell(cell) for cell in row] for row in sheet.rows])
    return written.getvalue().encode("utf-8-sig")


def json_of(sheet: Sheet) -> bytes:
    """Return a sheet as a JSON array of objects."""
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode() + b"\n"


def tame(words: str) -> str:
    """Return words with a sign before them that makes them text, where a spreadsheet would compute or run them.

    OWASP ASVS 1.2.10; full-width twins and what nobody sees before them included, and what begins after a semicolon,
    a tab or a line's end within the words.
    """
    safe = _WITHIN.sub(r"\1'", words)
    return f"'{safe}" if safe.lstrip(_UNSEEN).startswith(_STARTS) else safe


def _cell(cell: Cell) -> Cell:
    if cell is None:
        return ""
    return tame(cell.replace("\0", "")) if isinstance(cell, str) else cell
