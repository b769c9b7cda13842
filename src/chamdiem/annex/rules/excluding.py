"""When a criterion does not apply: bodies that are not assessed, and what has not begun yet."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import NotApplicable

_WITHOUT = re.compile(
    r"^(?:đối với |trường hợp |nếu |các |những )*(?:(?:đơn vị|cơ quan|địa phương|huyện|xã|phường|sở|trường|bệnh viện)(?: nào)? )?"
    r"(?:không|chưa) (?P<verb>có|phát sinh|thuộc|được|triển khai|thực hiện|quản lý) (?P<what>.+?),?\s+(?:thì |sẽ )*(?:không|chưa) (?:đánh giá|áp dụng|chấm|xét|tính)",
    re.IGNORECASE | re.DOTALL,
)
# "Không áp dụng cho xã đảo", "Đơn vị mới thành lập không đánh giá tiêu chí này".
_SPARED = re.compile(
    r"không (?:áp dụng|đánh giá|chấm)(?: điểm)? (?:đối với|cho|với) (?P<who>.+)|"
    r"(?P<whom>.+?),? (?:thì )?không (?:đánh giá|áp dụng|chấm)(?: điểm)? (?:đối với )?(?:tiêu chí|chỉ số|nội dung|mục) này",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING_THERE = re.compile(
    r"\b(?:không|chưa) (?:có|phát sinh|thuộc|được|triển khai|thực hiện|quản lý)\b|=\s*0\b", re.IGNORECASE
)
# "Trường hợp b = 0: không đánh giá".
_IS_ZERO = re.compile(
    r"(?:nếu |khi |trường hợp )*(?P<letter>[a-z])\s*=\s*0\s*(?:[:,]|thì)? không (?:đánh giá|áp dụng|chấm)\)?$",
    re.IGNORECASE,
)
# Not assessed, or no points: the words allow both.
_NO_POINTS = re.compile(r"không (?:tính|chấm|xét) điểm\b[^;.]*", re.IGNORECASE)
_ONCE_BEGUN = re.compile(
    r"\bkhi (?:đã |được |có )+(?P<what>triển khai|ban hành|đưa vào sử dụng)\b", re.IGNORECASE
)


def when_excluded(material: Material, statement: NotApplicable) -> str:
    """The condition under which a criterion is not assessed; asked about what must be there, not what is lacking."""
    figures = material.figures
    zero = _IS_ZERO.match(statement.clause.text)
    if zero is not None and zero["letter"].casefold() in figures.inputs:
        return f"{zero['letter'].casefold()} = 0"
    figures.assumed.append("trường hợp không đánh giá được hỏi riêng")
    if (said := _NO_POINTS.search(statement.clause.text)) is not None:
        figures.assumed.append(f"“{said[0]}” được hiểu là không đánh giá; nếu là 0 điểm thì cần sửa")
    text = " ".join(statement.clause.text.split()).strip("() ")
    spared = _SPARED.fullmatch(text)
    who = (spared["who"] or spared["whom"]).strip() if spared else ""
    match = _WITHOUT.search(f"{who} thì không đánh giá" if who else text)
    if match is None:
        return figures.yes_no(f"Thuộc trường hợp không đánh giá: {who}" if who else statement.clause.text)
    letter = figures.yes_no(f"{match['verb'].capitalize()} {match['what']}")
    return f"not {letter}"


def speaks_of_nothing(statement: NotApplicable) -> bool:
    """Whether those who are not assessed have nothing to count, and are not spared for what they are."""
    return bool(_NOTHING_THERE.search(statement.clause.text))


def when_not_due(material: Material) -> str:
    """As in "tỷ lệ sử dụng nền tảng (khi đã triển khai)": before that there is nothing to assess."""
    texts = [
        material.name,
        *(each.clause.text for each in material.statements if each.clause.field == "method"),
    ]
    match = next((found for text in texts if (found := _ONCE_BEGUN.search(text)) is not None), None)
    if match is None:
        return ""
    material.figures.assumed.append("chưa triển khai thì không đánh giá")
    letter = material.figures.yes_no(f"Đã {match['what']}: {material.name}")
    return f"not {letter}"
