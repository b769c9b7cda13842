"""The texts of sections: each with all it gives, whether marked, or a line or sentence of its own."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, exact_number

POINTS = re.compile(r"(?<![\d,.])(\d+(?:,\d+)?) ?(?:điểm|đ)\b", re.IGNORECASE)
# "1. Nhân lực (tối đa 5 điểm): …": what the section is called, and all it gives.
_TITLED = re.compile(
    r"(?P<title>[^:;\d\n()]{3,100}?)\s*\((?:tối đa )?(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ)\)\s*[:.]?\s*(?=[^\s;.])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?P<title>[^:;\d\n()<>≥≤=]{3,100}?)\s*:\s*(?=\S)")
# A line or sentence of its own behind the last section may speak of all of them.
_OF_ALL = re.compile(
    r"\n(?!\s*[-+•–*])|[.]\s+(?=(?:Trường hợp|Nếu|Khi|Đơn vị|Cơ quan|Các|Tổng|Riêng|Không|Chưa|Mỗi|Trừ|Chỉ|Điểm|Tối đa|Lưu ý|Ghi chú)\b)|;\s*(?:tổng|chỉ|riêng|nếu không có cả)\b|\b(?:(?:nêu|kể|ở|mục|ý|dung|kiện) trên|các mục|các ý|cả tiêu chí|tiêu chí này)\b"
)
_ALTERNATIVES = re.compile(r"^hoặc\b|\bhoặc[\s,;:.]*$|\b(?:chọn|mức cao nhất|phương án)\b", re.IGNORECASE)
# Lines, parts and sentences; one that goes on with the one before is no section.
_CUTS = (re.compile(r"\n+"), re.compile(r";"), re.compile(r"(?<=điểm)\.\s+(?=[A-ZĐ\d])"))
_MARK = re.compile(r"^[\s•*+-]+")
_GOES_ON = re.compile(
    r"(?:từ|dưới|trên|đạt|còn lại|ngược lại|nếu|trường hợp|không|chưa|thiếu|mỗi|cứ|trừ|cộng|thêm|tổng|tối đa|riêng|hoặc|và|mức|[<>≥≤=]|\d+(?:,\d+)?\s*(?:%?\s*[-–:]|% ?(?:trở|đến)|%$))",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?:có|đã|công khai|ban hành|xây dựng|tổ chức|thành lập|duy trì|cử|bố trí|niêm yết|gửi|nộp|trang bị|kết nối|cập nhật|cung cấp|triển khai|thực hiện|tham gia)\b",
    re.IGNORECASE,
)
# "Xã có nhà văn hóa: 4 điểm".
_THERE_IS = re.compile(
    r"(?:[^\W\d_]+ ){1,5}(?:có|đã|được) [^\d:;<>≥≤=]*: \d[\d,]* ?(?:điểm|đ)$", re.IGNORECASE
)
_ENDS_IN_NOTHING = re.compile(r"[:,]?\s*(?<![\d,])0 ?(?:điểm|đ)\b|không (?:có|được|tính) điểm", re.IGNORECASE)
_NOT_LEVELS = re.compile(r"\b(?:mỗi|cứ|từng|trừ|cộng|thêm|nhân)\b|[x×*]\s*\d|=", re.IGNORECASE)
# "Từ 50 tin, bài trở lên: 5 điểm", "dưới 50 tin bài: số tin bài/50 x 5 điểm".
_LEVEL = re.compile(
    r"(?:số [^:;<>≥≤\d]+|t[ỷỉ] lệ [^:;<>≥≤\d]+|(?:[^\W\d_]+ ){0,4}?)(?:(?:từ|trên|đạt|tối thiểu|ít nhất|dưới) \d|[<>≥≤]=? ?\d)[^:;]*?\s*:\s*\d[\d,]* ?(?:điểm|đ)\b",
    re.IGNORECASE,
)
_NEXT_LEVEL = re.compile(
    r"(?:nếu |đạt |có )*(?:từ|dưới|trên|ít hơn|[<>≥≤]=?) ?\d|(?:trường hợp |mức )?còn lại\b|(?:không có|chưa có|không đạt)\b[^:;]*:?\s*0 ?điểm",
    re.IGNORECASE,
)
_SLOPE = re.compile(
    r"(?:dưới|<|ít hơn|còn lại)[^:;]*:\s*(?:điểm\s*=\s*)?[^:;]+[x×*]\s*\d[\d,]* ?(?:điểm|đ)?\s*$",
    re.IGNORECASE,
)
# "1/2*Điểm tối đa", "40% Điểm tối đa".
_SHARE = re.compile(
    r"(?<![\d/,])(?:(?P<above>\d+)/(?P<below>[1-9]\d*)|(?P<percent>\d+) ?%)\s*[x×*]?\s*(?:(?:số )?điểm tối đa|số điểm)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its text from ``start`` on in the whole, what it is called and all it gives."""

    text: str
    start: int
    name: str
    maximum: Fraction


def in_points(text: str, maximum: Fraction) -> str:
    """The text with points for shares of the maximum: "5 điểm" for "1/2*Điểm tối đa" in a row of ten."""

    def points(match: re.Match[str]) -> str:
        share = Fraction(match["percent"] or match["above"]) / (
            100 if match["percent"] else int(match["below"])
        )
        return f"{_printed(share * maximum)} điểm"

    return _SHARE.sub(points, text)


def _printed(points: Fraction) -> str:
    return amount_text(points).replace(".", ",")


def section_of(text: str, start: int, name: str) -> Section | None:
    """One section with what it is called; None where it gives nothing."""
    titled = _TITLED.match(text)
    if titled is not None and POINTS.search(text, titled.end()):
        body = text[titled.end() :]
        return Section(body, start + titled.end(), titled["title"].strip(), exact_number(titled["points"]))
    points = [exact_number(each) for each in POINTS.findall(text)]
    if not points or not max(points):
        return None
    title = _TITLE.match(text)
    return Section(text, start, title["title"].strip() if title is not None else name, max(points))


def gives_several(text: str) -> bool:
    """Whether a section gives more than one number of points, or points that grow."""
    return len(POINTS.findall(text)) > 1 or _SLOPE.search(text) is not None


def speaks_of_others(text: str) -> bool:
    """Whether a section says something of all of them, or is one of several ways."""
    return bool(_OF_ALL.search(text) or _ALTERNATIVES.search(text))


def list_unmarked(method: str, name: str, maximum: Fraction) -> list[Section]:
    """Lines, parts or sentences that give all points together: things to have, and ladders that end in nothing."""
    for cut in _CUTS:
        ends = [match.span() for match in cut.finditer(method)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(method)]
        parts = [(a, b) for a, b in zip(starts, stops, strict=True) if method[a:b].strip()]
        found = [_unmarked(method[a:b], a, name) for a, b in _with_ladders(method, parts)]
        sections = [each for each in found if each is not None]
        is_whole = len(sections) == len(found) > 1 and _are_apart(sections)
        if is_whole and sum(each.maximum for each in sections) == maximum:
            return sections
    return []


def _with_ladders(method: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts with the levels of a ladder in one: "Từ 50 tin: 5 điểm; dưới 50 tin: số tin/50 x 5 điểm"."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        text = _MARK.sub("", method[start:end])
        if joined and _NEXT_LEVEL.match(text) and _LEVEL.search(method[slice(*joined[-1])]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _are_apart(sections: list[Section]) -> bool:
    """Whether no two begin alike: "có kế hoạch riêng" and "có kế hoạch lồng ghép" are ways of one thing."""
    opened = [" ".join(each.text.casefold().split()[:3]) for each in sections]
    return len(set(opened)) == len(opened)


def _unmarked(text: str, start: int, name: str) -> Section | None:
    lead = _MARK.match(text)
    body = text[lead.end() :] if lead else text
    gives = len(POINTS.findall(body))
    is_thing = gives == 1 and (_DOES.match(body) or _THERE_IS.match(body))
    is_slope = (slope := _SLOPE.search(body)) is not None
    is_ladder = is_slope or (gives > 1 and _ENDS_IN_NOTHING.search(body))
    levels = body[: slope.start()] if slope is not None else body
    is_opened = _GOES_ON.match(body) and not (is_ladder and _LEVEL.match(body))
    if not (is_thing or is_ladder) or is_opened or _NOT_LEVELS.search(levels) or speaks_of_others(body):
        return None
    return section_of(body.rstrip(), start + len(text) - len(body), name)
