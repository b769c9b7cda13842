"""Of several levels only the best counts: "giải huyện: 1 điểm (chỉ tính giải cao nhất)"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable

from chamdiem.annex.rules.statements import Statement

_WORDS = r"(?:chỉ |được )+(?:tính|lấy|chấm)(?: điểm)?(?: theo| cho| ở| một| 01)* (?:giải|mức|cấp|thành tích|danh hiệu|hạng|giải thưởng|hình thức)(?: có điểm)? cao nhất"
_AT_THE_END = re.compile(rf"(?<=điểm)\s*\({_WORDS}(?: đạt được)?\)$", re.IGNORECASE)
_SAID = re.compile(_WORDS, re.IGNORECASE)


def without_the_note(text: str) -> str:
    """A level without the note that only the best of them counts."""
    return _AT_THE_END.sub("", text)


def only_the_highest(statements: Iterable[Statement]) -> bool:
    """Whether the text says that its levels do not add up."""
    return any(_SAID.search(each.clause.text) for each in statements)
