"""Clauses of a text that say what an answer to a question leads to: “chưa có chuyên mục: 0 điểm”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chamdiem.core.lint.folding import words

# "Có đề án được 5 điểm, không có đề án được 1 điểm": a comma behind points parts, too.
_CLAUSES = re.compile(r"[;\n]|\.\s+|\.$|(?:(?<=\d)|(?<=điểm)),\s+(?=(?:không|chưa)\b)", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^[\s+•-]*(?P<case>[^\d:%=]{2,60}?)\s*"
    r"(?::|\bthì\b|(?=\b(?:không )?được (?:tính |chấm )?(?:\d|điểm|[a-z] ?/ ?[a-z]\b)))"
    r"\s*(?P<then>\S.*?)\s*$",
    re.IGNORECASE,
)
# "Chỉ tính điểm khi đã ban hành quy chế": who has not gets none.
_ONLY_IF = re.compile(
    r"\bchỉ (?:được )?(?:tính|chấm|xét|cho) điểm "
    r"(?:khi|nếu|(?:đối với|cho) (?:(?:các|những) )?(?:đơn vị|cơ quan|địa phương|huyện|xã|phường|sở))"
    r"\s+(?:đã )?(?P<case>(?!không\b|chưa\b)[^\d:%=,]{2,60}?)\s*(?:[:,]|$)",
    re.IGNORECASE,
)
_MARKS = " -+•"
_NOT = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)
# "Không có: 0 điểm" below "Đã có và cập nhật trong tuần".
_BARE = re.compile(r"^(?:không|chưa) có\s*$", re.IGNORECASE)
_HAS = re.compile(r"^[\s+•-]*(?:đã )?có\b", re.IGNORECASE | re.MULTILINE)
# Words that answer, and those that say who.
_GENERAL = frozenset(
    words("có đã không chưa còn được bị để thì cơ quan đơn vị xã huyện sở tỉnh nếu trường hợp")
)
# One word may be about anything.
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """A clause that gives an answer: its words, whether it says yes, and what it leads to.

    ``case`` is the answer as printed; ``said`` is empty where it is no more than "không có".
    """

    text: str
    case: str
    said: frozenset[str]
    is_yes: bool
    then: str


def read_answers(text: str, label: str) -> Iterator[PrintedAnswer]:
    """The clauses of a text that answer the question of a label; none where the label itself denies."""
    asked = asked_words(label)
    for clause in () if _NOT.search(label) else _CLAUSES.split(text):
        printed = " ".join(clause.split()).lstrip(_MARKS)
        only = _ONLY_IF.search(printed)
        if only is not None:
            said = asked_words(only["case"])
            if _is_answer(said, asked):
                yield PrintedAnswer(printed, f"chưa {only['case']}", said, is_yes=False, then="0 điểm")
        match = _CLAUSE.match(clause)
        if match is None:
            continue
        said = asked_words(match["case"])
        is_bare = bool(_BARE.match(match["case"]) and _HAS.match(label) and _HAS.search(text))
        if is_bare or _is_answer(said, asked):
            is_yes = not _NOT.search(match["case"])
            yield PrintedAnswer(printed, printed.partition(":")[0], said, is_yes, match["then"])


def _is_answer(said: frozenset[str], asked: frozenset[str]) -> bool:
    return bool(said) and said <= asked and (said == asked or len(said) >= _FEWEST_WORDS)


def asked_words(text: str) -> frozenset[str]:
    """The words of a question or an answer that say what it is about."""
    return frozenset(words(text)) - _GENERAL
