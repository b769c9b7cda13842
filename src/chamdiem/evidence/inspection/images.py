"""Pictures: read only as far as their dimensions."""

from __future__ import annotations

from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from chamdiem.errors import Refused

_FORMATS = ("JPEG", "PNG", "TIFF", "MPO")
_MAX_FRAMES = 2_000


def count_frames(stream: BinaryIO, *, max_pixels: int) -> int:
    """How many pictures the file holds; scans come as TIFF with many.

    Raises:
        Refused: ``evidence.image_too_large`` or ``evidence.file_broken``.
    """
    stream.seek(0)
    try:
        with Image.open(stream, formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > max_pixels:
                raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000))
            frames = int(getattr(picture, "n_frames", 1))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000)) from problem
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, LookupError, TypeError) as problem:
        raise Refused("evidence.file_broken") from problem
    if frames > _MAX_FRAMES:
        raise Refused("evidence.image_too_large", limit=str(max_pixels // 1_000_000))
    return frames
