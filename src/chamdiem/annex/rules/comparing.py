"""Ratios said in words: a share of a total, or of the highest among all bodies."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.statements import Peers, Statement, WordsRatio
from chamdiem.annex.rules.trimming import tidy_label

PERCENT_OF = re.compile(
    r"t[ỷỉ] lệ\s*%?\s*(?:giữa\s+)?(?P<above>(?:tổng )?số .+?)\s+(?:so với|trên|/|chia cho)\s+(?P<below>tổng (?:số )?.+?)"
    r"(?:\s*\((?:gọi (?:tắt )?là|là)\s*(?P<letter>[a-zA-Z])\s*%?\))?$",
    re.IGNORECASE | re.DOTALL,
)
_CALCULATES = re.compile(
    r"(?<!^)\d|\d\s*(?:điểm|[-–+*/x×])|[-–+*/×]\s*$|\b(?:trừ|lần|gấp|nhân|chia|cộng|nửa|căn)\b", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"(?:điểm )?(?:được )?(?:tính )?(?:theo |bằng )?t[ỷỉ] lệ\s*%?\s*giữa (?P<above>(?:tổng )?số [^,;:()]+?) (?:và|với|so với) (?P<below>tổng (?:số )?[^,;:()]+?),?\s*"
    r"(?P<times>nhân (?:với )?|[x×*]\s*)(?:(?P<number>\d+)(?: điểm)?|điểm (?:tối đa|chuẩn)|thang điểm)$",
    re.IGNORECASE,
)
# "Số tin bài của đơn vị / số tin bài của đơn vị có nhiều tin bài nhất x điểm tối đa".
_OVER_THE_HIGHEST = re.compile(
    r"^(?:điểm\s*(?:=|:)\s*)?(?:lấy )?\(?\s*(?P<figure>(?:tổng |t[ỷỉ] lệ|số|lượt|điểm|doanh thu|kết quả|giá trị|mức|sản lượng)[^/;:()=]*?)\s*(?:/|chia cho)\s*(?P<highest>[^/;:()=]*?\b(?:cao|nhiều|lớn)\b[^/;:()=]{0,30}?\bnhất(?: (?:tỉnh|huyện|toàn tỉnh|thành phố|trong [^/;:()=,]{1,30}))?)\s*\)?,?\s*"
    r"(?:(?:[x×*]|nhân(?: với)?)\s*(?:(?P<number>\d+)(?: điểm| đ)?|điểm (?:tối đa|chuẩn)|thang điểm))?$",
    re.IGNORECASE,
)
_OTHERS_COMPARED = re.compile(
    r"^(?:các )?(?:đơn vị|huyện|xã|phường|địa phương|sở|cơ quan|trường|bệnh viện|tỉnh|đội|phòng)[^.;:]{0,20}(?:khác|còn lại)[^.;:]{0,60}(?:so với|theo t[ỷỉ] lệ)[^.;:]{0,60}(?:cao|nhiều|lớn) nhất",
    re.IGNORECASE,
)

# "Tỷ lệ đạt được/tỷ lệ kế hoạch giao × 10".
_OVER_THE_TARGET = re.compile(
    r"^(?:(?:số )?điểm\s*[=:]\s*)?\(?\s*(?P<above>(?:t[ỷỉ] lệ|kết quả|số)\b[^/;:()=+*×<>≥≤\d]*?\b(?:đạt|thực hiện|hoàn thành)\b[^/;:()=+*×<>≥≤\d]*?)\s*(?:/|chia cho)\s*"
    r"(?P<below>(?:t[ỷỉ] lệ|số|chỉ tiêu|kế hoạch|mục tiêu)\b[^/;:()=+*×<>≥≤\d]*?\b(?:giao|kế hoạch|chỉ tiêu|mục tiêu|đăng ký)\b[^/;:()=+*×<>≥≤\d]*?)\s*\)?\s*(?:[x×*]|nhân(?: với)?)\s*(?:(?P<number>\d+)(?: điểm)?|điểm (?:tối đa|chuẩn))$",
    re.IGNORECASE,
)

_RATE = re.compile(r"t[ỷỉ] (?:lệ|trọng)\b", re.IGNORECASE)

# "5 × số lượt của đơn vị / số lượt của đơn vị cao nhất".
_IN_FRONT = re.compile(
    r"^(?:điểm\s*[=:]\s*)?(?P<number>\d+)(?: điểm)?\s*[x×*]\s*(?P<rest>[^;=]+)$", re.IGNORECASE
)


# "10 x (giá trị của đơn vị - giá trị thấp nhất)/(giá trị cao nhất - giá trị thấp nhất)".
_BETWEEN_THE_ENDS = re.compile(
    r"^(?:(?:số )?điểm\s*[=:]\s*)?(?:(?P<first>\d+)(?: điểm)?\s*[x×*]\s*)?\[?\(\s*(?P<own>[^()/=]+?)\s+[-–]\s+(?P<least>[^()/=–-]+?)\s*\)\s*/\s*"
    r"\(\s*(?P<most>[^()/=–-]+?)\s+[-–]\s+(?P<again>[^()/=–-]+?)\s*\)\]?(?:\s*[x×*]\s*(?P<last>\d+|điểm (?:tối đa|chuẩn))(?: điểm)?)?$",
    re.IGNORECASE,
)
_LEAST, _MOST = re.compile(r"\b(?:thấp|nhỏ|ít) nhất\b"), re.compile(r"\b(?:cao|lớn|nhiều) nhất\b")
_GENERIC = re.compile(
    r"(?:giá trị|kết quả|số liệu)(?: của| thực tế)*(?: đơn vị| huyện| xã| sở)?$", re.IGNORECASE
)


def _min_max(clause: Clause, body: str, maximum: Fraction) -> Peers | None:
    """The formula between the lowest and the highest of all bodies, written out."""
    match = _BETWEEN_THE_ENDS.match(body)
    if match is None or (match["first"] and match["last"]):
        return None
    if (match["first"] or match["last"] or "").casefold() not in (
        str(maximum),
        "điểm tối đa",
        "điểm chuẩn",
    ):
        return None
    if not (_LEAST.search(match["least"]) and _LEAST.search(match["again"]) and _MOST.search(match["most"])):
        return None
    if _LEAST.search(match["own"]) or _MOST.search(match["own"]):
        return None
    return Peers(clause, "min_max", "" if _GENERIC.match(match["own"]) else tidy_label(match["own"]))


def ratio_of_two(clause: Clause, body: str, maximum: Fraction) -> Statement | None:
    """A share of a total in words, or of the highest among all; a place between the lowest and the highest."""
    if (peers := _min_max(clause, body, maximum)) is not None:
        return peers
    if (match := _percent_of(body) or _between(body, maximum)) and ":" not in body:
        return WordsRatio(
            clause,
            tidy_label(match["above"]),
            tidy_label(match["below"]),
            (match.groupdict().get("letter") or "tỷ lệ").casefold(),
            is_points="times" in match.groupdict(),
        )
    if (match := _OVER_THE_TARGET.match(body)) and match["number"] in (None, str(maximum)):
        return _over_the_target(clause, tidy_label(match["above"]), tidy_label(match["below"]))
    body = _IN_FRONT.sub(r"\g<rest> x \g<number>", body) if "nhất" in body else body
    if _OTHERS_COMPARED.search(body):
        return Peers(clause, "share_of_max")
    if (match := _OVER_THE_HIGHEST.match(body)) and match["number"] in (None, str(maximum)):
        return Peers(clause, "share_of_max", tidy_label(match["figure"]))
    return None


def _over_the_target(clause: Clause, above: str, below: str) -> WordsRatio:
    """What is reached over what was given; the target of a percentage is one, too, however it is called."""
    if _RATE.match(above) and not _RATE.match(below):
        below = f"Tỷ lệ {below[:1].lower()}{below[1:]}"
    return WordsRatio(clause, above, below, is_points=True)


def _percent_of(body: str) -> re.Match[str] | None:
    """A ratio in words; none where what stands in front calculates with it: "1 - tỷ lệ …", "hai lần tỷ lệ …"."""
    match = PERCENT_OF.search(body)
    return None if match is None or _CALCULATES.search(body[: match.start()]) else match


def _between(body: str, maximum: Fraction) -> re.Match[str] | None:
    """As in "tỷ lệ giữa số A và tổng số B, nhân với điểm tối đa"; another number is not the maximum."""
    match = _BETWEEN.match(body)
    return match if match and match["number"] in (None, str(maximum)) else None
