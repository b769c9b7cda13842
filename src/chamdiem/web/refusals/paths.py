"""Places inside a set or plan file as people call them: ``rows[1.1].max_points`` → mục 1.1, ô “điểm tối đa”.

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
    "tiers": ("mức", "tier"),
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
    "lead": ("đơn vị chủ trì", "lead organisation"),
    "coordinating": ("đơn vị phối hợp", "coordinating organisations"),
    "kind": ("loại quy tắc", "kind"),
    "value": ("giá trị", "value"),
    "of": ("số liệu được xét", "figure"),
    "when": ("điều kiện", "condition"),
    "then": ("khi đạt điều kiện", "where the condition holds"),
    "else": ("khi không đạt điều kiện", "where the condition does not hold"),
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
    "tiers": ("các mức", "tiers"),
    "options": ("các lựa chọn", "options"),
    "parts": ("các phần", "parts"),
    "bands": ("các mức", "bands"),
    "otherwise": ("ngoài các mức", "otherwise"),
    "cap": ("nhiều nhất cho", "cap"),
    "if_zero": ("khi mẫu số bằng 0", "if zero"),
    "at_least": ("từ … trở lên", "at least"),
    "more_than": ("trên", "more than"),
    "less_than": ("dưới", "less than"),
    "at_most": ("đến … trở xuống", "at most"),
    "points_each": ("điểm mỗi đơn vị", "points each"),
}
# The same of a plan file, and what is called otherwise there.
_PLAN_MEMBERS: Mapping[str, Words] = {
    "bodies": ("cơ quan", "body"),
    "legal_basis": ("căn cứ", "legal basis"),
    "sections": ("đề mục", "section"),
    "clauses": ("điều khoản", "clause"),
    "goals": ("mục tiêu", "goal"),
    "annexes": ("phụ lục", "annex"),
    "targets": ("chỉ tiêu", "target"),
    "documents": ("văn bản", "document"),
    "project_groups": ("nhóm dự án", "group of projects"),
    "projects": ("dự án", "project"),
    "reporting": ("chế độ báo cáo", "reporting duty"),
    "recipients": ("nơi nhận", "recipient"),
    "measures": ("mức phải đạt", "measure"),
    "expected": ("điểm dự kiến", "expectation"),
    "corrections": ("đính chính", "correction"),
}
_PLAN_BOXES: Mapping[str, Words] = {
    "plan": ("phần chung của kế hoạch", "head of the plan"),
    "counts": ("số mục của từng danh sách", "counts"),
    "key": ("mã", "key"),
    "kind": ("loại văn bản", "kind of document"),
    "text": ("nội dung", "text"),
    "title": ("tên", "title"),
    "year": ("năm", "year"),
    "years": ("thời gian", "years"),
    "period": ("thời gian của kế hoạch", "period"),
    "from": ("từ", "from"),
    "to": ("đến", "to"),
    "threshold": ("ngưỡng", "threshold"),
    "operator": ("so sánh", "operator"),
    "unit": ("đơn vị tính", "unit"),
    "lead": ("chủ trì", "lead"),
    "coordinating": ("phối hợp", "coordinating"),
    "goals": ("mục tiêu được phục vụ", "goals served"),
    "criteria": ("tiêu chí", "criteria"),
    "criterion": ("tiêu chí", "criterion"),
    "budget": ("kinh phí", "budget"),
    "spellings": ("cách viết khác", "spellings"),
    "part_of": ("thuộc cơ quan", "part of"),
    "group": ("nhóm", "group"),
    "section": ("thuộc mục", "section"),
    "criteria_set": ("mã bộ chỉ số", "criteria set"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "issued_on": ("ngày ban hành", "date of issue"),
    "collective": ("là tên chung", "collective"),
    "role": ("loại điều khoản", "role"),
    "bodies": ("cơ quan", "bodies"),
    "under": ("thuộc đề mục", "under"),
    "clause": ("điều khoản", "clause"),
    "every": ("định kỳ", "how often"),
    "by": ("cơ quan báo cáo", "who reports"),
    "holds": ("danh mục in trong phụ lục", "list it prints"),
}
_KEYS = re.compile(r"(?<=”) \([a-z_]+\)")
_PART = re.compile(r"([^.\[\]]+)(?:\[([^\]]*)\])?")
_NAMED = frozenset({"inputs", "options", "given"})


def path_words(path: str, language: str = "vi", *, with_keys: bool = True) -> str:
    """A path in a set or plan file in words; any other path as it is. Forms have no keys to show."""
    number = 1 if language == "en" else 0
    if path.startswith(("rows[", "set.")):
        words = ", ".join(_said(_parts(path), number, _MEMBERS, _BOXES))
        return words if with_keys else _KEYS.sub("", words)
    if path.startswith(("plan.", "counts", *(f"{listed}[" for listed in _PLAN_MEMBERS))):
        return ", ".join(_said(_parts(path), number, _PLAN_MEMBERS, {**_BOXES, **_PLAN_BOXES}))
    return path


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


def _said(
    parts: list[tuple[str, str]], language: int, members: Mapping[str, Words], boxes: Mapping[str, Words]
) -> Iterator[str]:
    for place, (key, index) in enumerate(parts):
        if index and key in members:
            is_counted = index.isdecimal() and place > 0 and key not in _NAMED
            yield f"{members[key][language]} {int(index) + 1 if is_counted else index}"
        elif place < len(parts) - 1 and key in (*_SECTIONS, "plan"):
            yield boxes[key][language]
        elif key in boxes:
            yield f"{('ô', 'box')[language]} “{boxes[key][language]}” ({key})"
        else:
            yield f"{('ô', 'box')[language]} “{key}”" if not index else f"{key} {index}"
