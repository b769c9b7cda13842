"""Shares that print their whole as well: "Tỷ lệ hồ sơ đúng hạn/tổng số hồ sơ x 10" divides once."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.rules.clauses import Clause

_SHARE = r"t[ỷỉ] (?:lệ|trọng)\s*(?:%|phần trăm)?\s*"
_PART = r"(?P<above>(?!t[ỷỉ] lệ|tổng)[^\W\d_][^/:;=()+*×<>≥≤%.\d]*?)"
_WHOLE = r"(?P<below>(?:tổng|số|toàn bộ)\b[^/:;=()+*×<>≥≤%.\d]*?)"
_TIMES = r"\s*\)?\s*(?:[x×*]\s*(?:\d|điểm|100)|nhân\b|$)"
_MULTIPLIED = re.compile(
    rf"(?<![^\W\d_]){_SHARE}{_PART}\s*(?:/|chia cho|so với|\btrên(?= tổng)|:(?= ?tổng))\s*{_WHOLE}(?={_TIMES})",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"(?<![^\W\d_]){_SHARE}{_PART}\s*(?:/|chia cho)\s*{_WHOLE}(?=\s*:?\s*(?:[<>≥≤]|(?:đạt )?(?:từ|dưới|trên) \d|đạt \d))",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"[x×*]\s*(?:\d|điểm)|(?:\d|điểm(?: tối đa| chuẩn)?)\s*[x×*]|\bnhân\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?:tổng )?số\b", re.IGNORECASE)
_ALL = re.compile(r"(?:tổng|toàn bộ)\b", re.IGNORECASE)
_OF = re.compile(r"số (?:lượng )?(?P<noun>[^\W\d_]+)", re.IGNORECASE)


def with_plain_quotients(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with "số A/tổng số B" for "tỷ lệ A/tổng số B": what is printed below is its whole."""
    return [replace(each, text=_COMPARED.sub(_named, _in_product(each.text))) for each in clauses]


def _in_product(text: str) -> str:
    return _MULTIPLIED.sub(_bare, text) if _PRODUCT.search(text) else text


def _bare(match: re.Match[str]) -> str:
    return f"{_part(match)}/{match['below']}" if _is_whole(match) else match[0]


def _named(match: re.Match[str]) -> str:
    return f"tỷ lệ {_part(match)}/{match['below']}" if _is_whole(match) else match[0]


def _part(match: re.Match[str]) -> str:
    above = match["above"].strip()
    return above if _FIGURE.match(above) else f"số {above}"


def _is_whole(match: re.Match[str]) -> bool:
    """Whether what stands below is the whole of the part: a total, or the same things."""
    if _ALL.match(match["below"]):
        return True
    above, below = _OF.match(_part(match)), _OF.match(match["below"])
    return above is not None and below is not None and above["noun"].casefold() == below["noun"].casefold()
