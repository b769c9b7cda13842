"""What a text gives where there is nothing to divide by: "dưới 90 % hoặc không phát sinh hồ sơ: 0 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chamdiem.annex.rules.bands import read_band
from chamdiem.annex.rules.statements import Award, Points, Statement
from chamdiem.annex.rules.words import tokens_of

_EMPTY = re.compile(
    r"(?:(?:trường hợp|nếu|khi|hoặc|đối với|trong (?:kỳ|năm|quý)|đơn vị|cơ quan|địa phương|xã|huyện|sở|mà|năm|kỳ)[ ,]*)*"
    r"(?:(?P<sure>(?:không|chưa) (?:có )?(?:phát sinh|tiếp nhận|nhận được|tổ chức khảo sát|thực hiện khảo sát|khảo sát|lấy ý kiến|phát hiện|được giao|thuộc đối tượng))(?: (?P<what>.+?))?"
    r"|(?P<perhaps>(?:không|chưa) (?:có|để xảy ra|xảy ra))(?: (?P<named>.+?))?|(?:(?P<letter>[a-e])|mẫu số|tổng số [^=\d]+?) ?(?:=|bằng|là) ?0)"
    r"(?: (?:nào|gì))?(?: trong (?:kỳ|năm|quý)[^:;]*)?(?:,? thì)?",
    re.IGNORECASE,
)
# "Nếu có phản ánh", "trường hợp phát sinh kiến nghị": what "không có phản ánh" denies.
_OPPOSITE = re.compile(
    r"(?:(?:nếu|khi|trường hợp|trong|năm|kỳ|đơn vị|cơ quan|thì|mà)[ ,]*)*(?P<denied>không |chưa )?(?:có phát sinh|phát sinh|xảy ra|có) (?P<what>.+?)(?: thì)?",
    re.IGNORECASE,
)
_OR = re.compile(r",?\s+(?:hoặc|hay)\s+(?:là )?", re.IGNORECASE)
# Of these none is the best there can be, and no empty whole.
_ILL = re.compile(
    r"\b(?:trễ|chậm|quá hạn|vi phạm|sai|lỗi|sự cố|tồn|mất an toàn|lộ|nhiễm|khiếu nại|tố cáo|trả lại|không|chưa|bức xúc|gián đoạn)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    [
        "số",
        "tổng",
        "lượng",
        "các",
        "những",
        "nào",
        "gì",
        "được",
        "đã",
        "có",
        "tỷ",
        "tỉ",
        "lệ",
        "đạt",
        "phát",
        "sinh",
        "trong",
        "năm",
        "kỳ",
    ]
)
_NONE_OF_THEM = re.compile(r"\b(?:không|chưa) có\b.+\bnào\b", re.IGNORECASE)
_DIVISOR = re.compile(r"/ \(?([a-z]\d?)\b")
_GUARDED = re.compile(r"\b[a-z]\d? > 0 and ")
_SAYS = {"zero": "0 điểm", "full": "điểm tối đa", "not_applicable": "không đánh giá"}


@dataclass(frozen=True, slots=True)
class EmptyCase:
    """A case the text names in which there may be nothing to count, and the award it stands in."""

    award: Award
    words: str
    what: str
    letter: str
    is_sure: bool

    @property
    def policy(self) -> str:
        """The zero policy its points mean; empty where they are neither all nor none."""
        return "full" if self.award.reward.is_full else "zero" if self.award.reward.is_nothing else ""


def without_empties(
    statements: Sequence[Statement], taken: Sequence[EmptyCase] = ()
) -> tuple[list[Statement], list[EmptyCase]]:
    """The statements without the cases in which there is nothing to count; with ``taken`` only without those."""
    kept: list[Statement] = []
    found: list[EmptyCase] = []
    for statement in statements:
        award, case = _parted(statement) if isinstance(statement, Award) else (statement, None)
        if case is None or (taken and case not in taken):
            kept.append(statement)
            continue
        found.append(case)
        kept += [] if award is None else [award]
    return kept, found


def is_opposite(denied: str, said: str) -> bool:
    """Whether one condition says that there is none of what the other says there is."""
    one, other = (_OPPOSITE.fullmatch(each.strip(" :;,.()")) for each in (denied, said))
    if one is None or other is None or not one["denied"] or other["denied"]:
        return False
    return one["what"].casefold() == other["what"].casefold()


def without_opposites(statements: Sequence[Statement], cases: Sequence[EmptyCase]) -> list[Statement]:
    """The formulas that hold where there is something to count, without that condition: the case of none is told."""
    return [
        Points(each.clause, each.reward.formula, each.figures)
        if isinstance(each, Award)
        and each.reward.formula is not None
        and each.band is None
        and any(is_opposite(case.words, each.condition) for case in cases)
        else each
        for each in statements
    ]


def _parted(award: Award) -> tuple[Statement | None, EmptyCase | None]:
    """An award without the empty case among its conditions; none left where it was the only one."""
    parts = _OR.split(award.condition)
    matches = [(part, match) for part in parts if (match := _EMPTY.fullmatch(part.strip(" ,()")))]
    if len(matches) != 1 or not award.reward.is_constant or award.is_joined:
        return award, None
    part, match = matches[0]
    what = match["what"] or match["named"] or ""
    case = EmptyCase(
        award, part.strip(" ,()"), what, (match["letter"] or "").casefold(), not match["perhaps"]
    )
    others = [each for each in parts if each is not part]
    if not others:
        return None, case
    condition = " hoặc ".join(others)
    band = read_band(tokens_of(condition))
    if band is None:
        return award, None
    return replace(award, condition=condition, band=band), case


def policies_of(rule: object) -> Iterator[str]:
    """What a rule gives where its denominators are zero."""
    if isinstance(rule, Mapping):
        if "if_zero" in rule:
            yield str(rule["if_zero"])
        if _GUARDED.search(str(rule.get("when", ""))):
            yield "zero" if rule.get("else") == "none" else ""
    for each in rule.values() if isinstance(rule, Mapping) else rule if isinstance(rule, list) else ():
        yield from policies_of(each)


def divisors_of(rule: object) -> set[str]:
    """The letters a rule divides by."""
    return set(_DIVISOR.findall(str(rule)))


def is_about(case: EmptyCase, rule: object, labels: Mapping[str, str]) -> bool:
    """Whether a case says that what the rule divides by is none, and not that its part is."""
    below = divisors_of(rule)
    if case.letter:
        return case.letter in below
    words = _words(case.what)
    known = [labels[each] for each in below if not labels.get(each, "").startswith("Tổng số: ")]
    if known and words:
        return any(words <= _words(label) for label in known) and not _ILL.search(case.what)
    return not _ILL.search(case.what) and (
        case.is_sure or bool(words and words <= _words(" ".join(labels.values())))
    )


def is_told(case: EmptyCase, rule: object, labels: Mapping[str, str]) -> bool:
    """Whether the text itself leaves no doubt that the denominator is meant."""
    known = [labels[each] for each in divisors_of(rule) if not labels.get(each, "").startswith("Tổng số: ")]
    return bool(
        case.letter or any(_words(case.what) and _words(case.what) <= _words(label) for label in known)
    )


def with_policy(rule: object, policy: str) -> object:
    """A rule that gives all or nothing where its denominators are zero."""
    if isinstance(rule, list):
        return [with_policy(each, policy) for each in rule]
    if not isinstance(rule, dict):
        return rule
    settled = {key: with_policy(each, policy) for key, each in rule.items()}
    return {**settled, "if_zero": policy} if "if_zero" in settled else settled


def says_none(case: EmptyCase) -> bool:
    """As in "không có hộ nào": there may be none of the whole, or none of the part."""
    return _NONE_OF_THEM.search(case.award.condition) is not None


def nothing_for_none(rule: object) -> object:
    """A ladder of a ratio whose lowest level begins above zero: none of the part gives no points, either."""
    if not isinstance(rule, dict) or rule.get("kind") != "tiers" or "otherwise" not in rule:
        return rule
    if any("at_least" not in tier and "more_than" not in tier for tier in rule["tiers"]):
        return rule
    otherwise = rule["otherwise"]
    lowest = {"more_than": "0", **(otherwise if isinstance(otherwise, dict) else {"give": otherwise})}
    kept = {key: value for key, value in rule.items() if key != "otherwise"}
    return {**kept, "tiers": [*rule["tiers"], lowest]}


def other_ways(award: Award) -> list[str]:
    """What stands beside a number as another way to the same points: "dưới 90 % hoặc không báo cáo"."""
    if award.band is None or award.band.is_rest:
        return []
    parts = [each.strip(" ,()") for each in _OR.split(award.condition)]
    return [each for each in parts if len(parts) > 1 and not re.search(r"\d", each)]


def main_way(condition: str) -> str:
    """The part of a condition that has the number, without the other ways to the same points."""
    parts = _OR.split(condition)
    return (
        next((each for each in parts if re.search(r"\d", each)), condition) if len(parts) > 1 else condition
    )


def says_silent(rule: object) -> str:
    """What was chosen for a denominator of zero, in words; empty where nothing was."""
    chosen = list(dict.fromkeys(_SAYS[each] for each in policies_of(rule) if each in _SAYS))
    return " hoặc ".join(chosen)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _GENERIC
