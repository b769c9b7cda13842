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

# "Xã không có Ban Chỉ đạo thì không áp dụng tiêu chí này", "Chưa có trường học: không áp dụng".
_ASIDE = re.compile(
    r"(?:^|[.;(\n])[\s+•-]*(?P<text>(?:[^\W\d_]+\s+){0,7}?(?:không|chưa)\s+[^.;:()\n]{2,80}?"
    r"(?:\s*:|,?\s+(?:thì|sẽ))\s*(?:(?:thì|sẽ)\s+)?không áp dụng"
    r"(?:\s+(?:tiêu chí|chỉ số|nội dung|mục)(?:\s+này)?)?)\s*(?=[.;)\n]|$)",
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
            match = _ASIDE.search(text) if "không áp dụng" in text.casefold() else None
            if match is None or _PROOF.search(match["text"]):
                continue
            printed = " ".join(match["text"].split())
            # Of a denominator of zero ``method.other_policy`` tells.
            if not any(other_policy(document.criteria[row.key], rule, text)):
                yield Hit(row=row, detail=printed, printed=printed, facts={"text": printed})


def _may_not_apply(rule: Rule) -> bool:
    return any(getattr(inner, "if_zero", None) == "not_applicable" for inner in walk(rule))


CHECKS = (Check("method.not_applied", "warning", "rule and text", never_left_aside),)
