"""Residents' pictures are painted anew: nothing of their sender's is left but what they show."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from papers.picture import LONGEST_SIDE, UnfitPicture, painted_anew

MARKER = "Annas-telefon-4711"
LATITUDE, LATITUDE_REF, GPS, ORIENTATION, MODEL, ARTIST = 2, 1, 0x8825, 0x0112, 0x0110, 0x013B
GREEN, RED = (0, 128, 0), (255, 0, 0)


def photo(kind: str = "JPEG", size: tuple[int, int] = (400, 300), orientation: int = 1) -> bytes:
    """A picture as a phone makes it: place, model and owner in it, and something hung on behind."""
    image = Image.new("RGB", size, GREEN)
    image.paste(RED, (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[MODEL], exif[ARTIST], exif[ORIENTATION] = MARKER, MARKER, orientation
    exif.get_ifd(GPS).update({LATITUDE_REF: "N", LATITUDE: (59.0, 20.0, 47.11)})
    text = PngInfo()
    text.add_text("Comment", MARKER)
    text.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{MARKER}</x:xmpmeta>")
    more: Any = {
        "JPEG": {"comment": MARKER.encode(), "xmp": f"<x:xmpmeta>{MARKER}</x:xmpmeta>".encode()},
        "PNG": {"pnginfo": text},
        "WEBP": {"xmp": f"<x:xmpmeta>{MARKER}</x:xmpmeta>".encode()},
        "GIF": {"comment": MARKER.encode()},
    }[kind]
    file = BytesIO()
    image.save(file, kind, exif=exif.tobytes(), icc_profile=MARKER.encode(), **more)
    return file.getvalue() + MARKER.encode()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_of_a_picture_only_what_it_shows_is_kept(kind: str) -> None:
    sent = photo(kind)
    assert sent.count(MARKER.encode()) >= 2, "the picture does tell who took it"

    made = painted_anew(sent)

    assert MARKER.encode() not in made
    assert b"Exif" not in made
    with Image.open(BytesIO(made)) as shown:
        assert not shown.getexif()
        assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert shown.size == (400, 300)
        assert shown.getpixel((10, 10))[0] > 200  # type: ignore[index]
        assert shown.getpixel((390, 290))[1] > 100  # type: ignore[index]


def test_a_picture_stands_upright_though_what_said_how_it_was_held_is_gone() -> None:
    quarter_turn = 6

    made = painted_anew(photo(orientation=quarter_turn))

    with Image.open(BytesIO(made)) as shown:
        assert shown.size == (300, 400)
        assert shown.getpixel((290, 10))[0] > 200  # type: ignore[index]


def test_a_large_picture_is_made_smaller() -> None:
    made = painted_anew(photo(size=(6000, 3000)))

    with Image.open(BytesIO(made)) as shown:
        assert shown.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_what_can_be_seen_through_stands_on_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(file, "PNG")

    with Image.open(BytesIO(painted_anew(file.getvalue()))) as shown:
        assert shown.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(("width", "height"), [(8_000, 8_000), (10_000, 12_000), (30_000, 30_000)])
def test_a_small_file_that_unfolds_to_much_is_not_unfolded(width: int, height: int) -> None:
    with pytest.raises(UnfitPicture) as unfit:
        painted_anew(_bomb(width, height))

    assert unfit.value.reason == "too_many_pixels"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        b"II*\x00" + bytes(40),
        b"MZ" + bytes(200),
        photo()[:300],
        photo("PNG")[:200],
        b"GIF89a",
    ],
    ids=["nothing", "pdf", "svg", "heic", "tiff", "program", "half a jpeg", "half a png", "an empty gif"],
)
def test_what_is_no_whole_picture_of_a_kind_that_is_read_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitPicture) as unfit:
        painted_anew(data)

    assert unfit.value.reason == "unreadable"


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.data())
def test_a_spoilt_picture_is_refused_or_painted_and_never_more(kind: str, data: st.DataObject) -> None:
    spoilt = bytearray(SMALL[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))

    try:
        made = painted_anew(bytes(spoilt))
    except UnfitPicture:
        return
    with Image.open(BytesIO(made)) as shown:
        assert max(shown.size) <= LONGEST_SIDE
    assert MARKER.encode() not in made


def _bomb(width: int, height: int) -> bytes:
    """A picture of few bytes that says it is of very many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SMALL = {kind: photo(kind, (24, 16)) for kind in ("JPEG", "PNG", "WEBP", "GIF")}
