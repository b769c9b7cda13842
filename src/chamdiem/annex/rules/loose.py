"""Loose ways of writing what the readers know: "80 % CBCC trở xuống", "năm (05) điểm", "Đ = Đmax × A/B"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = r"\d+(?:,\d+)?"
_WORD = r"[^\W\d_]+"
_REWRITINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        # "80% số thôn trở lên có camera", "80% CBCC trở xuống": what the percentage is of stands in between.
        (
            rf"^(?P<of>(?:t[ỷỉ] lệ )?)(?P<share>{_NUMBER} ?%) (?P<things>(?!trở\b){_WORD}(?: {_WORD}){{0,4}}?) trở lên\b",
            r"\g<of>từ \g<share> \g<things> trở lên",
        ),
        (
            rf"^(?P<of>(?:t[ỷỉ] lệ )?)(?P<share>{_NUMBER} ?%) (?P<things>(?!trở\b){_WORD}(?: {_WORD}){{0,4}}?) trở xuống\b",
            r"\g<of>không quá \g<share> \g<things>",
        ),
        # "năm (05) điểm".
        (
            rf"\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) \((?P<number>{_NUMBER})\)(?= ?(?:điểm|đ)\b)",
            r"\g<number>",
        ),
        # "0,1 điểm/tin, tối đa 6 điểm/năm": points are given once a year anyway.
        (rf"(?P<cap>(?:tối đa|không quá) {_NUMBER} ?điểm)/năm$", r"\g<cap>"),
        # "Bị nhắc nhở: trừ 0,5 điểm một lần".
        (rf"(?P<cost>\btrừ {_NUMBER} ?điểm) (?:một|0?1) (?P<thing>lần|vụ|trường hợp|văn bản|lỗi|ngày)$", r"\g<cost>/\g<thing>"),
        # "Từ 05 lỗi không tính điểm".
        (
            rf"^(?P<ends>(?:từ|quá|trên) \d+ {_WORD}(?: (?!trở\b){_WORD}){{0,2}}?(?: trở lên)?),? (?:thì )?không (?:được )?(?:tính|chấm)(?: điểm)?$",
            r"\g<ends>: 0 điểm",
        ),
        # "Số điểm = (Tỷ lệ : 80) x 6".
        (rf"\((?P<ratio>t[ỷỉ] lệ[^():=;\d]*?) ?: ?(?P<below>{_NUMBER} ?%?)\)(?= ?[x×*])", r"(\g<ratio> / \g<below>)"),
        # "bảo đảm tất cả: (1) có bác sĩ": the number is none of things.
        (r"(?<=:) \(1\) (?=[^\W\d_])", " "),
        # "từ 90/100 điểm trở lên".
        (rf"(?P<score>{_NUMBER})/100(?= điểm\b)", r"\g<score>"),
        # "Đ = Đmax × A/B".
        (r"^Đ(?= ?= ?)", "Điểm"),
        (r"(?<!\w)Đ ?max(?!\w)", "điểm tối đa"),
    )
)  # fmt: skip


def said_strictly(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    """A clause whose way of writing is only looser than that of others."""
    for pattern, said in _REWRITINGS:
        text = pattern.sub(said, text)
    return text
