"""Every word that bears points is accounted for: what a case says and the rule does not is told."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.opposing import only_denies
from chamdiem.annex.rules.statements import Award

_JOINS = re.compile(
    r"bàn|bị|cho|chưa|chức|các|còn|có|công|cơ|cả|của|dung|gì|hay|hiện|hoặc|hợp|khai|khi|khác|không|là|lượng|lại|mà|một|ngược|những|nào|này|nêu|năm|nếu|nội|"
    r"phát|phương|quan|ra|sinh|số|theo|thuộc|thì|thức|thực|triển|trong|trường|tính|tại|tất|tổ|việc|và|vào|về|vị|với|xảy|điểm|đã|đơn|được|đạt|để|địa|ở"
)
# How a number is bounded, measured and compared.
_OF_BANDS = re.compile(
    r"ba|bằng|bốn|bộ|cao|chí|chỉ|càng|cầu|cứ|dưới|giá|giờ|giữa|hai|hoàn|hoạch|hàng|hơn|hằng|khoảng|kiện|kế|kết|lên|lấy|lần|lệ|lớn|mỗi|mức|nghìn|ngoài|ngày|"
    r"nhiều|nhưng|nhất|nhỏ|phần|quy|quá|quý|quả|sau|so|thiểu|thành|tháng|thấp|tiêu|toàn|triệu|trên|trăm|trước|trị|trở|tuần|tỉ|tối|tổng|từ|tỷ|vòng|vượt|"
    r"xuống|yêu|ít|đa|điều|đúng|đầy|đến|định|đồng|độ|đủ"
)
# "30%, có kế hoạch khắc phục", "từ 4 cuộc trở lên do người đứng đầu chủ trì": what is asked besides the number.
_BESIDES = re.compile(
    r"\s*(?:[,;(]|\btrở (?:lên|xuống)\b|\b(?:và|hoặc|hay|nhưng|mà|đồng thời|trong đó|kèm theo)\b)\s*",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(r"\s*\b(?:trong|hằng|hàng|mỗi) (?:năm|tháng|quý|kỳ)(?: báo cáo)?$", re.IGNORECASE)
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{4})?")
_BOUND = re.compile(r"\d|^so với\b|\b(?:còn lại|nếu|thì)\b|^\W*$", re.IGNORECASE)
_ASKED_FIRST = re.compile(r"(?:có|đã|không|chưa|ban hành|xây dựng|thành lập|bố trí)\b", re.IGNORECASE)
# What is counted stands right behind the number.
_COUNTED = re.compile(r"\d\s*(?:[^\W\d_]+(?:, | )?){1,2}")


def note_unsaid(material: Material, rule: object) -> None:
    """Warn of words of a case that stand neither in the rule nor in what was told of it."""
    labels = [given["label"] for given in material.figures.inputs.values()]
    used = [each for each in material.awards if id(each) in material.used]
    for award in used:
        shown = f"{rule} {labels} {material.figures.assumed} {material.name}"
        if (
            award.condition in shown
            or _is_denied(award, material)
            or (award.reward.is_full and "'deduct'" in shown)
        ):
            continue
        part = _besides(award, used, is_asked="'gate'" in shown)
        if part and _is_of_the_name(part, award, material.name):
            continue
        if part and f"“{part}” " not in shown:
            material.assume(
                f"“{award.condition}”: “{part}” chỉ in ở mức này mà không được hỏi riêng: cần xem"
            )
        elif not part and (left := _left(award, _known(shown))):
            material.assume(f"“{award.condition}”: “{left}” không nằm trong quy tắc: cần xem")


def _is_denied(award: Award, material: Material) -> bool:
    """Whether it only says no to what gives points."""
    given = [each.condition for each in material.awards if not each.reward.is_nothing]
    return award.reward.is_nothing and any(
        only_denies(award.condition, each, material.name) for each in given
    )


def _besides(award: Award, used: Sequence[Award], *, is_asked: bool) -> str:
    """What is asked besides a number that is not asked of the other numbers, too."""
    others = [each.condition for each in used if each.band and not each.band.is_rest and each is not award]
    if award.band is None or award.band.is_rest or not others:
        return ""
    undated = _DATE.sub(lambda match: "-" * len(match[0]), award.condition)
    number = max((match.start() for match in re.finditer(r"\d", undated)), default=0)
    front = [each.strip(" ).") for each in _BESIDES.split(award.condition[:number])[:-1]]
    behind = [each.strip(" ).") for each in _BESIDES.split(award.condition[number:])[1:]]
    found = [each for each in front if _ASKED_FIRST.match(each) and not is_asked] + behind
    found = [_IN_A_YEAR.sub("", each) for each in found if not _BOUND.search(_DATE.sub("", each))]
    return next((each for each in found if each and not all(each in other for other in others)), "")


def _is_of_the_name(part: str, award: Award, name: str) -> bool:
    """As in "từ 90% số hộ trở lên có Internet" of "Tỷ lệ hộ có Internet": the row asks for it already."""
    return part.casefold() in name.casefold() and f"trở lên {part}" in " ".join(award.condition.split())


def _left(award: Award, known: set[str]) -> str:
    """From the first to the last of the words that nothing else says."""
    is_banded = award.band is not None
    text = _COUNTED.sub(lambda match: " " * len(match[0]), award.condition) if is_banded else award.condition
    places = [
        match
        for match in re.finditer(r"[^\W\d_]{2,}", text)
        if (word := match[0].casefold()) not in known
        and not _JOINS.fullmatch(word)
        and not (is_banded and _OF_BANDS.fullmatch(word))
    ]
    return award.condition[places[0].start() : places[-1].end()] if places else ""


def _known(shown: str) -> set[str]:
    """The words that a rule says, and those for its other end: none late is in time, the best has the most."""
    words = set(_words(shown))
    if words & {"chậm", "trễ", "muộn"}:
        words |= {"đúng", "kịp", "thời", "hạn", "gian", "tiến", "độ"}
    if "hạng" in words:
        words.add("thứ")
    return words | {"nhiều", "cao", "lớn", "nhất"} if "peer" in words else words


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
