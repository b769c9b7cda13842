"""Small files of every kind, made by the libraries that people's programs resemble."""

from __future__ import annotations

import io
import zipfile

import xlsxwriter
from PIL import Image

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.'
    '{kind}.main+xml"/></Types>'
)
BODY = (
    '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>'
)


def docx(*lines: str, **more: bytes | str) -> bytes:
    """A Word document with one paragraph for each line; ``more`` adds parts, ``__`` standing for ``/``."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": CONTENT_TYPES.format(
            part="word/document.xml", kind="wordprocessingml.document"
        ),
        "word/document.xml": BODY.format(paragraphs=paragraphs),
    }
    parts.update({name.replace("__", "/"): content for name, content in more.items()})
    return package(parts)


def package(parts: dict[str, bytes | str]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return output.getvalue()


def xlsx(*rows: str) -> bytes:
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Số liệu")
        for number, row in enumerate(rows):
            sheet.write(number, 0, row)
    return output.getvalue()


def open_document(kind: str) -> bytes:
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<office/>"})


def picture(format_name: str, size: tuple[int, int] = (40, 30), frames: int = 1) -> bytes:
    output = io.BytesIO()
    first = Image.new("L", size)
    more = {"save_all": True, "append_images": [first] * (frames - 1)} if frames > 1 else {}
    first.save(output, format_name, **more)
    return output.getvalue()


def photograph(format_name: str) -> bytes:
    """A picture with so much in it that a part of the file is a part of the picture."""
    output = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(output, format_name)
    return output.getvalue()


def old_office(*streams: str) -> bytes:
    """The header and directory of an old Office file; nothing else of it is looked at."""
    entries = b"".join(
        (name.encode("utf-16-le") + b"\x00\x00").ljust(64, b"\x00")
        + ((len(name) + 1) * 2).to_bytes(2, "little")
        + bytes(62)
        for name in ("Root Entry", *streams)
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00") + entries


def old_document(stream: str, content: bytes) -> bytes:
    """An old Office file with one stream, which lies behind the directory in sectors of 512 bytes."""
    content = content.ljust(4_096, b"\x01")
    plain = old_office(stream)
    header = plain[:30] + b"\x09\x00" + plain[32:512]
    place = (1).to_bytes(4, "little") + len(content).to_bytes(8, "little")
    return header + (plain[512:756] + place).ljust(512, b"\x00") + content


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64)
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(64)


def pdf(*objects: bytes) -> bytes:
    """A PDF of one page with further objects."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        *objects,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))
    return out + head + table + trailer
