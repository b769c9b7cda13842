"""Places inside a set file as people call them: ``rows[1.1].max_points`` → mục 1.1, ô “điểm tối đa”.

The key of the file stands behind in brackets, so that it is found in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Words = tuple[str, str]

# What is in an ordered list or under a name: its key → what one of it is called.
_MEMBERS: Mapping[str, Words] = {
    "rows": ("mục", "row"),
    "inputs": ("số liệu", "figure"),
    "checks": ("ràng buộc", "check"),
    "cases": ("ví dụ", "case"),
    "parts": ("phần", "part"),
    "options": ("lựa chọn", "option"),
    "bands": ("mức", "band"),
    "terms": ("số hạng", "term"),
    "corrections": ("đính chính", "correction"),
    "items": ("nội dung", "item"),
    "grades": ("xếp loại", "grade"),
    "derived": ("chỉ số dẫn xuất", "derived index"),
    "given": ("số liệu cho trước", "figure given"),
}
_SECTIONS: Mapping[str, Words] = {
    "set": ("phần chung của bộ chỉ số", "head of the set"),
    "rule": ("cách tính điểm", "rule"),
    "evidence": ("tài liệu kiểm chứng", "evidence"),
    "deadline": ("thời hạn", "deadline"),
    "source": ("căn cứ", "source"),
}
_BOXES: Mapping[str, Words] = {
    **_SECTIONS,
    "key": ("khoá", "key"),
    "number": ("số thứ tự", "number"),
    "code": ("mã", "code"),
    "level": ("cấp", "level"),
    "role": ("vai trò", "role"),
    "name": ("tên", "name"),
    "max_points": ("điểm tối đa", "maximum points"),
    "evaluator": ("bên đánh giá", "evaluator"),
    "method": ("cách tính in trong quyết định", "method"),
    "instructions": ("hướng dẫn", "instructions"),
    "note": ("ghi chú", "note"),
    "lead": ("đơn vị chủ trì", "lead body"),
    "coordinating": ("đơn vị phối hợp", "coordinating bodies"),
    "kind": ("loại quy tắc", "kind"),
    "value": ("giá trị", "value"),
    "of": ("số liệu được xét", "figure"),
    "when": ("điều kiện", "condition"),
    "that": ("điều phải đúng", "condition"),
    "give": ("điểm cho", "reward"),
    "points": ("điểm", "points"),
    "share": ("tỷ lệ điểm", "share"),
    "full_at": ("mức đạt điểm tối đa", "full marks at"),
    "step": ("bước điểm", "step"),
    "from": ("lấy từ", "taken from"),
    "type": ("kiểu số liệu", "type"),
    "label": ("tên gọi", "label"),
    "unit": ("đơn vị tính", "unit"),
    "decimals": ("số chữ số thập phân", "decimals"),
    "min": ("nhỏ nhất", "least"),
    "max": ("lớn nhất", "most"),
    "printed": ("nguyên văn", "as printed"),
    "least": ("số tài liệu ít nhất", "least number of documents"),
    "kinds": ("loại minh chứng", "kinds of evidence"),
    "signed": ("phải ký số", "signed"),
    "within_period": ("trong kỳ số liệu", "within the period"),
    "date": ("ngày", "date"),
    "status": ("trạng thái", "status"),
}
_PART = re.compile(r"([^.\[\]]+)(?:\[([^\]]*)\])?")
_NAMED = frozenset({"inputs", "options", "given"})


def path_words(path: str, language: str = "vi") -> str:
    """A path in a set file in words; any other path as it is."""
    if not path.startswith(("rows[", "set.")):
        return path
    return ", ".join(_said(_parts(path), 1 if language == "en" else 0))


def _parts(path: str) -> list[tuple[str, str]]:
    """Key and what stands in its brackets, empty where nothing does; a key under a name is taken with it."""
    parts: list[tuple[str, str]] = []
    # The key of a row may hold points itself: it ends with its bracket.
    for key, index in _PART.findall(re.sub(r"\[[^\]]*\]", lambda each: each[0].replace(".", "\0"), path)):
        if parts and parts[-1][0] in _NAMED and not parts[-1][1]:
            parts[-1] = (parts[-1][0], key)
        else:
            parts.append((key, index.replace("\0", ".")))
    return parts


def _said(parts: list[tuple[str, str]], language: int) -> Iterator[str]:
    for place, (key, index) in enumerate(parts):
        if index and key in _MEMBERS:
            is_counted = index.isdecimal() and key != "rows" and key not in _NAMED
            yield f"{_MEMBERS[key][language]} {int(index) + 1 if is_counted else index}"
        elif place < len(parts) - 1 and key in _SECTIONS:
            yield _SECTIONS[key][language]
        elif key in _BOXES:
            yield f"{('ô', 'box')[language]} “{_BOXES[key][language]}” ({key})"
        else:
            yield f"{('ô', 'box')[language]} “{key}”" if not index else f"{key} {index}"
