"""One page or feed, as it is sent: its bytes, packed or not, and the tag that says whether they have changed."""

import gzip
from dataclasses import dataclass
from hashlib import sha256

WORTH_PACKING_BYTES = 600


@dataclass(frozen=True)
class Sheet:
    """What is at an address.

    Args:
        packed: the same, packed with gzip; None where that would not make it smaller.
        tag: another one whenever the bytes are others.
        lasting: whether what is at this address never changes.
    """

    mimetype: str
    body: bytes
    packed: bytes | None
    tag: str
    lasting: bool = False


def sheet(mimetype: str, body: bytes | str, *, lasting: bool = False) -> Sheet:
    """Return what is to be sent of some bytes or text."""
    raw = body.encode() if isinstance(body, str) else body
    small = gzip.compress(raw, 6, mtime=0) if len(raw) >= WORTH_PACKING_BYTES else raw
    packed = small if len(small) < len(raw) else None
    return Sheet(mimetype, raw, packed, sha256(raw).hexdigest()[:16], lasting)
