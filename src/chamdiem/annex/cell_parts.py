"""Cells that hold two texts: what to do and how it is scored; and what follows them as evidence."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

_METHOD = re.compile(r"(?:^|\s)(?:\d\.\s*)?(?:Đi.{0,3}u.{0,2}[\sk]i.n đ.m b.o|Cách (?:tính|chấm) điểm|Cách tính|Phương pháp tính)\s*:?", re.IGNORECASE)  # fmt: skip
_EVIDENCE = re.compile(
    r"^\s*[-+]?\s*(?:F?ile|V[ă ]n bản|G?iấy mời|K?ết luận|Danh sách|Báo cáo|L?iên [k ]ết|D[ữ ] liệu|Được thống|"
    r"Thống [k ]ê|Quyết định|[HK]?ế hoạch|H?ình ảnh|Link|Tài liệu|Hồ sơ|Số liệu|Minh chứng|Các đơn vị chủ động cung|"
    r"Biên bản|Ảnh|Công văn|Chương trình|Hợp đồng|Trích xuất)",
)
_MARKS = ("-", "+", "•")
_GIVES = re.compile(r"\d\s*(?:điểm|đ)\b|điểm\s*=", re.IGNORECASE)
_SCORES = re.compile(r"\bđiểm\b|\d\s*%|\bđạt\b", re.IGNORECASE)


def split_method(text: str) -> tuple[str, str]:
    """Instructions and method of a cell that holds both, each with its own heading."""
    match = _METHOD.search(text)
    if match is None:
        return text, ""
    return text[: match.start()].strip(), text[match.start() :].strip()


def split_cells(lines: Sequence[str]) -> dict[str, str]:
    """Instructions, method and evidence of cells printed line by line below each other."""
    start = next((place for place, line in enumerate(lines) if _METHOD.search(line)), None)
    if start is None:
        return {"instructions": " ".join(lines)}
    end = len(lines)
    # What stands right below the heading of the method belongs to it, however it begins.
    for place in range(start + 1 + lines[start].rstrip().endswith(":"), len(lines)):
        if _EVIDENCE.match(lines[place]) and not _SCORES.search(lines[place]):
            end = place
            break
    before, method = split_method(" ".join(lines[start:end]))
    found = {
        "instructions": " ".join([*lines[:start], before]).strip(),
        "method": method,
        "evidence": " ".join(lines[end:]),
    }
    return {role: text for role, text in found.items() if text}


def split_items(lines: Sequence[str]) -> dict[str, str]:
    """Method and evidence of cells printed below each other, where what is printed gives points."""
    text = " ".join(lines)
    is_listed = bool(lines) and lines[0].lstrip().startswith(_MARKS) and bool(_SCORES.search(text))
    if not is_listed and (_METHOD.search(text) or not _GIVES.search(text)):
        return split_cells(lines)
    last = max((place for place, line in enumerate(lines) if line.lstrip().startswith(_MARKS)), default=0)
    behind = range(last + 1, len(lines))
    end = next((place for place in behind if _EVIDENCE.match(lines[place])), len(lines))
    if any(_SCORES.search(line) for line in lines[end:]):
        end = len(lines)
    method = ""
    for line in lines[:end]:
        glue = "\n" if line.lstrip().startswith(_MARKS) else " "
        method += f"{glue if method else ''}{line.strip()}"
    found = {"method": method, "evidence": " ".join(line.strip() for line in lines[end:])}
    return {role: text for role, text in found.items() if text}
