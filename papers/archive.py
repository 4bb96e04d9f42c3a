"""A bundle as one ZIP file, with a manifest that says what is in it and checksums that show whether it was changed."""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256

from council.text import Bundle
from papers.data import csv_of, json_of

MANIFEST, CHECKSUMS = "manifest.json", "SHA256SUMS"


def zipped(bundle: Bundle, papers: list[tuple[str, bytes]]) -> bytes:
    """Return the archive. The same bundle gives the same bytes.

    Args:
        papers: its documents, rendered: file name, bytes.
    """
    files = [*papers, *_sheets(bundle)]
    listed = [{"name": name, "bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in files]
    manifest = {"made_at": bundle.made_at.isoformat(), **bundle.facts, "files": listed}
    files.insert(0, (MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n"))
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in files)
    files.append((CHECKSUMS, sums.encode()))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, bundle.made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return written.getvalue()


def _sheets(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    for sheet in bundle.sheets:
        yield f"{sheet.name}.csv", csv_of(sheet)
        yield f"{sheet.name}.json", json_of(sheet)
