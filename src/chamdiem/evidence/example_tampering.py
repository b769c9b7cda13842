"""What people do to signed documents: change a byte, add content. For examples and tests."""

from __future__ import annotations

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def change_signed_bytes(pdf: bytes) -> bytes:
    """The document with one byte changed inside what its signature covers; it still opens.

    Raises:
        ValueError: The document carries no identifier to change.
    """
    # The identifier is read by nobody but covered by every signature.
    spot = pdf.index(b"/ID", 0) + len(b"/ID")
    while pdf[spot : spot + 1] in (b" ", b"[", b"(", b"<", b"\n"):
        spot += 1
    return pdf[:spot] + bytes([pdf[spot] ^ 0x01]) + pdf[spot + 1 :]


def add_content(pdf: bytes) -> bytes:
    """The document with a line drawn over its first page by an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    drawing = writer.add_object(generic.StreamObject(stream_data=b"q 2 w 60 400 m 540 400 l S Q"))
    writer.add_stream_to_page(0, drawing)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
