"""Texts that leave a row aside in some case (“không có … thì không áp dụng”) where the rule never does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.wording import corrected
from chamdiem.core.lint.zero_policies import other_policy
from chamdiem.core.rules.rule import Rule, walk

_THIS = r"(?:tiêu chí|chỉ số|nội dung|mục)(?:\s+này)?"
# "Xã không có Ban Chỉ đạo thì không áp dụng tiêu chí này", "Không có cảng, tiêu chí không áp dụng".
_ASIDE = re.compile(
    r"(?:^|[.;(\n])[\s+•-]*(?P<text>(?:[^\W\d_]+\s+){0,7}?(?:không|chưa)\s+[^.;:()\n]{2,80}?"
    rf"(?:(?:\s*:|,?\s+(?:thì|sẽ))\s*(?:{_THIS}\s+)?(?:(?:thì|sẽ)\s+)?|,\s+{_THIS}\s+(?:thì\s+|sẽ\s+)?)"
    rf"không áp dụng(?:\s+{_THIS})?)\s*(?=[.;)\n]|$)",
    re.IGNORECASE,
)
# "Không áp dụng đối với xã không có chợ": a body, for papers without something are only not counted.
_BODY = r"(?:xã|phường|thị trấn|huyện|sở|đơn vị|cơ quan|địa phương|địa bàn|nơi)"
_ASIDE_AHEAD = re.compile(
    rf"(?:^|[.;(\n])[\s+•-]*(?P<text>(?:{_THIS}\s+)?không áp dụng(?:\s+{_THIS})?\s+"
    rf"(?:(?:đối với|với|cho|ở|tại)\s+(?:(?:các|những)\s+)?{_BODY}(?:,?\s+(?:{_BODY}|nào)){{0,3}}"
    r"|nếu|khi|(?:trong )?trường hợp)"
    r"\s+(?:không|chưa) (?:có|còn|phát sinh|tổ chức|được giao|thành lập)\s+[^.;:()\n]{2,80}?)"
    r"\s*(?=[.;)\n]|$)",
    re.IGNORECASE,
)
# Who has nothing to show for it has done nothing.
_PROOF = re.compile(r"\b(?:minh chứng|kiểm chứng|tài liệu|chứng minh|báo cáo|số liệu)\b", re.IGNORECASE)


def never_left_aside(document: Document) -> Iterator[Hit]:
    """The text says when the row does not apply, but by the rule it always applies."""
    for row, rule in document.computed:
        if row.not_applicable_when is not None or _may_not_apply(rule):
            continue
        for text in (corrected(row, field) for field in ("method", "printed_note")):
            is_said = "không áp dụng" in text.casefold()
            match = (_ASIDE.search(text) or _ASIDE_AHEAD.search(text)) if is_said else None
            if match is None or _PROOF.search(match["text"]):
                continue
            printed = " ".join(match["text"].split())
            # Of a denominator of zero ``method.other_policy`` tells.
            if not any(other_policy(document.criteria[row.key], rule, text)):
                yield Hit(row=row, detail=printed, printed=printed, facts={"text": printed})


def _may_not_apply(rule: Rule) -> bool:
    return any(getattr(inner, "if_zero", None) == "not_applicable" for inner in walk(rule))


CHECKS = (Check("method.not_applied", "warning", "rule and text", never_left_aside),)
