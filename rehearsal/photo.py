"""The picture that a resident sends in the play: a footpath behind bushes, with all that a phone hides in a picture."""

from io import BytesIO

from PIL import Image, ImageDraw

NAME = "IMG_20260323_Lotta_hemma.jpg"
HIDDEN = "Lotta Bloms telefon"
SIZE = (1280, 960)
_ARTIST, _MODEL, _GPS, _LATITUDE, _NORTH = 0x013B, 0x0110, 0x8825, 2, 1
_SKY, _GRASS, _PATH, _BUSH = "#9db8c9", "#6f8f5a", "#b8ab98", "#2f5233"


def bushes() -> bytes:
    """Return the picture as a JPEG file."""
    picture = Image.new("RGB", SIZE, _SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 520, 1280, 960), fill=_GRASS)
    draw.polygon([(560, 520), (700, 520), (1020, 960), (240, 960)], fill=_PATH)
    for left, top, size in ((180, 300, 420), (420, 360, 300), (700, 280, 460), (60, 420, 260), (980, 400, 300)):
        draw.ellipse((left, top, left + size, top + size), fill=_BUSH)
    exif = Image.Exif()
    exif[_ARTIST], exif[_MODEL] = HIDDEN, HIDDEN
    exif.get_ifd(_GPS).update({_NORTH: "N", _LATITUDE: (59.0, 17.0, 40.0)})
    file = BytesIO()
    picture.save(file, "JPEG", exif=exif.tobytes(), quality=85)
    return file.getvalue()
