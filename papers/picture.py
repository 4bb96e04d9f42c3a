"""Pictures from residents, painted anew: what they show is kept, and nothing that a camera wrote beside it.

Place, time, device, maker, thumbnails, comments, colour profiles and whatever is hung on behind a picture
are not taken out one by one: the pixels alone are carried over into a new file.
"""

from io import BytesIO

from PIL import Image, ImageOps

READABLE = ("JPEG", "PNG", "WEBP", "GIF")
"""Told from the first bytes, whatever the sender says it is. No others are handed to a decoder at all."""

MADE_AS = "image/jpeg"
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2048
QUALITY = 88


class UnfitPicture(Exception):
    """A file that cannot be taken in as a picture.

    Args:
        reason: unreadable or too_many_pixels.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def painted_anew(data: bytes) -> bytes:
    """Return what a picture shows as a new JPEG file, upright, at most LONGEST_SIDE pixels wide or high.

    Of a moving picture the first frame is kept.

    Raises:
        UnfitPicture: it is no picture of a kind that is read, is broken, or would unfold to too much.
    """
    try:
        with Image.open(BytesIO(data), formats=READABLE) as sent:
            if sent.width * sent.height > MOST_PIXELS:
                raise UnfitPicture("too_many_pixels")
            return _file_of(_painted(sent))
    except UnfitPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise UnfitPicture("too_many_pixels") from bomb
    except Exception as broken:
        raise UnfitPicture("unreadable") from broken


def _painted(sent: Image.Image) -> Image.Image:
    """Return a new picture on white ground with the pixels alone of the one that was sent."""
    # Lets a large JPEG be read at a fraction of its size; nothing happens to the other kinds.
    sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(sent)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    shown = upright.convert("RGBA")
    ground = Image.new("RGB", shown.size, "white")
    ground.paste(shown, mask=shown.getchannel("A"))
    return ground


def _file_of(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()
