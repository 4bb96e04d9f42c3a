"""Sheets for other programs: CSV that no spreadsheet takes for formulas, and JSON."""

import csv
import io
import json

from council.text import Cell, Sheet

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What makes a spreadsheet compute what it should show (OWASP ASVS 1.2.10), full-width twins included."""


def csv_of(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with the mark that spreadsheets want, every text quoted."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([[_tame(cell) for cell in row] for row in sheet.rows])
    return written.getvalue().encode("utf-8-sig")


def json_of(sheet: Sheet) -> bytes:
    """Return a sheet as a JSON array of objects."""
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode() + b"\n"


def _tame(cell: Cell) -> Cell:
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.replace("\0", "")
        return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS) else text
    return cell
