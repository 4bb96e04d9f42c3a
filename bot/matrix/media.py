"""Files: fetched within limits, checked and opened; sealed and handed over. What is in them is not looked at here."""

import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from Crypto.Cipher import AES

from bot.matrix.batch import Attachment
from bot.matrix.client import HardenedClient
from bot.matrix.http import NoAnswer, Said, path
from bot.matrix.identity import from_base64, to_base64
from bot.matrix.reading import a_mapping

LARGEST = 50 * 1024 * 1024
LONGEST_NAME = 200
SECONDS = 120.0
"""For a whole file: longer than ten megabytes take on a slow line."""

_MXC = re.compile(r"mxc://([A-Za-z0-9.:\[\]-]{1,255})/([A-Za-z0-9_~.-]{1,255})")
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,99}/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}", re.IGNORECASE)
ANYTHING = "application/octet-stream"
SHOWN_AS = {"image": "m.image", "audio": "m.audio", "video": "m.video"}


class Unfetchable(Exception):
    """A file that we cannot have: too large, gone, or not what its sender said. The text holds no name of it."""


def attachment(content: Mapping[str, Any]) -> Attachment | None:
    """Return the file of a message, or None if it is not there or malformed."""
    info, sealed = a_mapping(content.get("info")), content.get("file")
    size = info.get("size")
    body, filename = content.get("body"), content.get("filename")
    made: dict[str, Any] = {
        "name": _name(filename) or _name(body) or "file",
        # Without a name of its own the body is the name (MSC2530).
        "caption": body if isinstance(body, str) and _name(filename) and body != filename else "",
        "mimetype": _mimetype(info.get("mimetype")),
        "size": size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else None,
    }
    if sealed is None:
        mxc = content.get("url")
        return Attachment(mxc, **made) if isinstance(mxc, str) and _MXC.fullmatch(mxc) else None
    return _sealed(a_mapping(sealed), made)


async def download(client: HardenedClient, file: Attachment, most_bytes: int, servers: Collection[str]) -> bytes:
    """Fetch a file, check that it is what was sent, and open it.

    Args:
        most_bytes: what is larger is not fetched, whatever size its sender gives it.
        servers: the homeservers whose files are fetched. Ours would ask any that a sender names, on our behalf.

    Raises:
        Unfetchable: it cannot be had, now or ever.
        Trouble: the homeserver did not answer.
    """
    if file.size is not None and file.size > most_bytes:
        raise Unfetchable("too large")
    data = await _fetched(client, _where(file, servers), most_bytes)
    if file.key is None or file.iv is None:
        return data
    if sha256(data).digest() != file.sha256:
        raise Unfetchable("not what was sent")
    plain: bytes = _cipher(file.key, file.iv).decrypt(data)
    return plain


def _where(file: Attachment, servers: Collection[str]) -> str:
    found = _MXC.fullmatch(file.mxc)
    if found is None:
        raise Unfetchable("no such place")
    if found[1] not in servers:
        raise Unfetchable("on a foreign server")
    return path("media", "download", found[1], found[2], root="/_matrix/client/v1")


async def _fetched(client: HardenedClient, where: str, most_bytes: int) -> bytes:
    try:
        data = await client.fetch(where, min(most_bytes, LARGEST), seconds=SECONDS)
    except Said as said:
        if said.may_pass:
            raise
        raise Unfetchable(str(said)) from said
    if data is None:
        raise Unfetchable("too large")
    return data


async def upload(client: HardenedClient, name: str, data: bytes, mimetype: str, *, sealed: bool) -> dict[str, Any]:
    """Hand a file over and return the content of the message that shows it.

    Args:
        sealed: whether it is for an encrypted room; then neither its words nor its name are shown to the homeserver.

    Raises:
        Trouble: the homeserver did not take it.
    """
    kind = _mimetype(mimetype)
    content: dict[str, Any] = {
        "msgtype": SHOWN_AS.get(kind.partition("/")[0], "m.file"),
        "body": name,
        "filename": name,
        "info": {"mimetype": kind, "size": len(data)},
        "m.mentions": {},
    }
    if not sealed:
        return {**content, "url": await _given(client, data, kind)}
    key, iv = secrets.token_bytes(32), secrets.token_bytes(8) + bytes(8)
    hidden = _cipher(key, iv).encrypt(data)
    web_key = {
        "kty": "oct",
        "alg": "A256CTR",
        "ext": True,
        "key_ops": ["encrypt", "decrypt"],
        "k": urlsafe_b64encode(key).decode().rstrip("="),
    }
    file = {"v": "v2", "key": web_key, "iv": to_base64(iv), "hashes": {"sha256": to_base64(sha256(hidden).digest())}}
    return {**content, "file": {**file, "url": await _given(client, hidden, ANYTHING)}}


async def _given(client: HardenedClient, data: bytes, kind: str) -> str:
    answer = await client.give(path("upload", root="/_matrix/media/v3"), data, kind, seconds=SECONDS)
    mxc = answer.get("content_uri")
    if not isinstance(mxc, str) or not _MXC.fullmatch(mxc):
        raise NoAnswer("no content_uri")
    return mxc


def _sealed(file: Mapping[str, Any], made: dict[str, Any]) -> Attachment | None:
    mxc, web_key = file.get("url"), a_mapping(file.get("key"))
    if not isinstance(mxc, str) or not _MXC.fullmatch(mxc) or web_key.get("alg") != "A256CTR":
        return None
    try:
        key = from_base64(str(web_key.get("k")).replace("-", "+").replace("_", "/"))
        iv, digest = from_base64(file.get("iv")), from_base64(a_mapping(file.get("hashes")).get("sha256"))
    except ValueError:
        return None
    if len(key) != 32 or len(iv) != 16 or len(digest) != 32:
        return None
    return Attachment(mxc, **made, key=key, iv=iv, sha256=digest)


def _cipher(key: bytes, iv: bytes) -> Any:
    return AES.new(key, AES.MODE_CTR, nonce=b"", initial_value=iv)


def _name(value: object) -> str:
    """Return a name without anything that leads elsewhere or does not show."""
    if not isinstance(value, str):
        return ""
    last = re.split(r"[/\\]", value)[-1]
    return "".join(letter for letter in last if letter.isprintable()).strip(" .")[:LONGEST_NAME]


def _mimetype(value: object) -> str:
    return value.lower() if isinstance(value, str) and _TYPE.fullmatch(value) else ANYTHING
