"""Whether a stream of a PDF unpacks to far more than any honest one, before anybody unpacks it whole."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.findings import Limits
from chamdiem.evidence.inspection.pdf_opening import unescaped

# Deflate packs no denser than about so.
_DENSEST = 1_032
# A blank page scanned in colour packs as densely as a bomb: of pictures only those beyond any page count.
_BYTES_OF_A_PIXEL = 4
_STEP = 16_000_000


def check_streams(streams: Iterable[tuple[bytes, bytes]], limits: Limits) -> None:
    """Refuse a stream that is dense and large; the words before each stream tell what it is.

    Raises:
        Refused: ``evidence.archive_bomb``.
    """
    for head, packed in streams:
        is_picture = b"/Image" in unescaped(head[head.rfind(b"obj") :])
        most = limits.max_pixels * _BYTES_OF_A_PIXEL if is_picture else limits.ratio_counts_from_bytes
        most = max(most, limits.max_ratio * len(packed))
        # Whatever the words say of its packing: what is packed otherwise cannot be unpacked so.
        _check_stream(packed.lstrip(b"\r\n"), most)


def _check_stream(packed: bytes, most: int) -> None:
    if len(packed) * _DENSEST <= most:
        return
    unpacking, size = zlib.decompressobj(), 0
    rest = packed
    while rest and not unpacking.eof:
        try:
            size += len(unpacking.decompress(rest, _STEP))
        except zlib.error:
            return
        if size > most:
            raise Refused("evidence.archive_bomb")
        rest = unpacking.unconsumed_tail
