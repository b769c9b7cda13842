"""Pictures: their dimensions, their number, and whether they are whole."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError
from PIL.ExifTags import GPS, IFD
from PIL.TiffImagePlugin import TiffImageFile

from chamdiem.errors import Refused

_FORMATS = ("JPEG", "PNG", "TIFF", "MPO")
_MAX_FRAMES = 2_000


def count_frames(stream: BinaryIO, *, max_pixels: int) -> int:
    """How many pictures the file holds; scans come as TIFF with many.

    Raises:
        Refused: ``evidence.image_too_large``, ``evidence.file_broken`` or ``evidence.image_cut_off``.
    """
    stream.seek(0)
    try:
        with Image.open(stream, formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > max_pixels:
                raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000))
            frames = int(getattr(picture, "n_frames", 1))
            if frames <= _MAX_FRAMES and not _is_whole(picture, size=stream.seek(0, io.SEEK_END)):
                raise Refused("evidence.image_cut_off")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000)) from problem
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, LookupError, TypeError) as problem:
        raise Refused("evidence.file_broken") from problem
    if frames > _MAX_FRAMES:
        raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000))
    return frames


def tells_its_place(stream: BinaryIO) -> bool:
    """Whether a picture says where it was taken, as phones write it: latitude and longitude in its EXIF."""
    stream.seek(0)
    try:
        with Image.open(stream, formats=_FORMATS) as picture:
            place = picture.getexif().get_ifd(IFD.GPSInfo)
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, struct.error):
        # What cannot be read tells nobody.
        return False
    return all(place.get(each) for each in (GPS.GPSLatitude, GPS.GPSLongitude))


def _is_whole(picture: Image.Image, *, size: int) -> bool:
    """Whether the data of a picture are all there; a JPEG is read at an eighth of its size, to be quick."""
    if isinstance(picture, TiffImageFile):
        return all(_ends_within(picture, frame, size) for frame in range(picture.n_frames))
    try:
        if picture.format == "PNG":
            picture.verify()
        else:
            picture.draft("L", (1, 1))
            picture.load()
    except (OSError, ValueError, SyntaxError):
        return False
    return True


def _ends_within(picture: TiffImageFile, frame: int, size: int) -> bool:
    """Whether every strip or tile of one picture of a TIFF lies within the file."""
    picture.seek(frame)
    tags = picture.tag_v2
    starts, lengths = (tags.get(strip, tags.get(tile, ())) for strip, tile in ((273, 324), (279, 325)))
    return all(start + length <= size for start, length in zip(starts, lengths, strict=False))
