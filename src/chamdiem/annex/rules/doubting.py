"""What speaks against a rule in the making, and what a person may read otherwise."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.empties import other_ways
from chamdiem.annex.rules.formulas import Name, names_in
from chamdiem.annex.rules.joining import says_all, says_any
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.money_units import units_apart
from chamdiem.annex.rules.restricting import leading_restriction
from chamdiem.annex.rules.statements import Assignment, Definition, WordsRatio

_TELLS_POINTS = re.compile(
    r"\d\s*%?\s*(?:số |tổng số )?điểm\b(?! (?:cầu|phục|bưu|truy|dân|tiếp|bán|trường|giao|du|đấu|kết|phát))|\btrừ \d|\bnửa (?:số )?điểm\b",
    re.IGNORECASE,
)
# "Tổng số hộ x 50%", "số xã / 2": what is entered is calculated first.
_CALCULATED = re.compile(
    r"[x×*/+]\s*\d+(?:,\d+)?\s*%?(?:\s|\)|$)|\b\d+(?:,\d+)?\s*%?\s*[x×*+]\s|\b(?:nhân|chia|cộng|trừ)(?: (?:với|cho|đi))? \d|\bhệ số \d|\s[-–]\s*\d+(?:,\d+)?\s*%?\s*(?:\)|$)|\b(?:chia đôi|một nửa|gấp đôi)\b|\s-\s*(?:tổng )?số\b",
    re.IGNORECASE,
)
# No body has the figures of the best of them: what compares bodies is no figure of one.
_OF_OTHERS = re.compile(
    r"\b(?:đơn vị|địa phương|huyện|xã|phường|sở|cơ quan|tỉnh|trường|bệnh viện)\b[^;]{0,40}\b(?:cao|nhiều|lớn|thấp|ít) nhất\b|"
    r"\b(?:cao|nhiều|lớn|thấp) nhất (?:trong|của|toàn|tỉnh|huyện|khối|cụm)\b|\b(?:bình quân|trung bình) (?:chung )?(?:của )?(?:toàn )?(?:tỉnh|huyện|khối|các)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b[a-z]\d? / [a-z]\d? / (?P<below>[a-z]\d?)\b")
# "Số hồ sơ đúng hạn trừ tỷ lệ hồ sơ trễ hạn": two figures, and no name of one.
_OPERATION = re.compile(
    r"\b(?:trừ|cộng|nhân|chia)(?: đi| với| cho)? (?:t[ỷỉ] lệ|(?:tổng )?số (?!hóa|hoá))\b", re.IGNORECASE
)
_COMPARED_LETTERS = re.compile(
    r"[<>≥≤=]=?\s*[a-z]\s*/\s*[a-z](?![\w/])|(?<![\w/])[a-z]\s*/\s*[a-z]\s*[<>≥≤=]"
)
# "Mô hình được 0,5 hoặc": points were taken for a part of the name.
_ENDS_IN_POINTS = re.compile(
    r"(?:\b(?:được|tính|cộng|trừ|thưởng|hưởng|chấm|hoặc|và)|[:=])\s*\d+(?:[.,]\d+)?(?: (?:hoặc|và|hay))?$",
    re.IGNORECASE,
)
_IS_CUT = re.compile(
    r"(?:(?<= )(?P<number>\d+(?:[.,]\d+)?)|\b(?:hoặc|và|hay|nhưng|mà|nếu|khi|thì|của|từ|với|mỗi|cứ|(?<!thiết )(?<!trang )(?<!chuẩn )bị|các|những|trong|trên|dưới|đến|theo|là|cho|tại|để|do))$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:năm|mức|cấp|độ|loại|hạng|quý|tháng|số|nhóm|khóa|khoá|điều|khoản|bậc|kỳ|đợt|lớp|đoạn|lần|thứ|chương|mục|khối|lộ|phần|vùng|thế hệ|covid|tỷ lệ)[ -]?\d+(?:[.,]\d+)?$|[-–/.]\d+$",
    re.IGNORECASE,
)
_OF_SOME = re.compile(r"(?:riêng|đối với)\b", re.IGNORECASE)
_OF_A_LEVEL = re.compile(
    r"(?:khối |nhóm |các )*(?:cấp )?(?:tỉnh|huyện|xã|phường|sở|thành phố)(?:, [^\W\d_]+)*", re.IGNORECASE
)


def note_doubts(material: Material, rule: str) -> None:
    """Tell what a rule was made of that a person may read otherwise."""
    for given in material.figures.inputs.values():
        if _CALCULATED.search(given["label"].replace(material.name, "")):
            material.assume(f"“{given['label']}”: nhập số đã tính theo đúng lời văn này")
    _note_cut_names(material)
    shown = f"{rule} {material.figures.inputs}".casefold()
    for letter in _letters_left(material, rule):
        material.assume(f"“{letter.clause.text}” không dùng trong quy tắc: cần xem")
    for award in (each for each in material.awards if each.is_joined and id(each) in material.used):
        if not says_all(award.condition):
            meant = "chỉ cần một trong" if says_any(award.condition) else "phải đủ tất cả"
            material.assume(f"“{award.condition}”: được hiểu là {meant} các ý")
    for award in (each for each in material.awards if id(each) in material.used):
        is_formula = award.reward.kind == "formula"
        if _OF_SOME.match(award.condition) or (is_formula and _OF_A_LEVEL.fullmatch(award.condition)):
            material.assume(f"“{award.condition}” chỉ áp dụng cho một số đơn vị: cần xem")
    for words in (
        each for award in material.awards if id(award) in material.used for each in other_ways(award)
    ):
        if words.casefold() not in shown:
            material.assume(f"“{words}” không nằm trong quy tắc: cần xem")
    leads = [leading_restriction(each.condition) for each in material.awards if id(each) in material.used]
    for lead in leads:
        if lead and lead.casefold() not in shown:
            material.assume(f"“{lead}” không nằm trong quy tắc: cần xem")


def _note_cut_names(material: Material) -> None:
    for label in [given["label"] for given in material.figures.inputs.values()]:
        if _is_cut(label, material.name):
            material.assume(f"“{label}”: tên số liệu có thể bị cắt hoặc lẫn con số của cách tính: cần xem")


def _is_cut(label: str, name: str) -> bool:
    """Whether the words of a figure end in the middle, or in a number that belongs to none of them."""
    own = " ".join(name.split()).casefold()
    said = label.casefold()
    if own and (own.endswith(said) or said.endswith(own)):
        return False
    match = _IS_CUT.search(label)
    return match is not None and not (match["number"] and (_NUMBERED.search(label) or match[0] in name))


def speaks_against(material: Material, rule: str) -> str | None:
    """The words for which a rule would be a guess, for people: letters not used, points in a label, a share of a share."""
    if (unused := _unused_letter(material)) is not None:
        return unused.clause.text
    if material.figures.is_assumed and (match := _TWICE.search(rule)):
        below = material.figures.labels.get(match["below"], "")
        return f"tỷ lệ chia cho “{below}”: có thể chia hai lần"
    if (left_out := _unused_ratio(material)) is not None:
        return left_out.clause.text
    return _label_with_points(material) or _label_with_a_formula(material) or units_apart(material, rule)


def _label_with_a_formula(material: Material) -> str | None:
    """The words of a figure that are two figures with an operation between them, or letters nobody explains."""
    labels = [given["label"] for given in material.figures.inputs.values() if "options" not in given]
    return next(
        (
            label
            for label in labels
            if _OPERATION.search(label.removesuffix(material.name))
            or _ENDS_IN_POINTS.search(label.removesuffix(material.name))
            or _COMPARED_LETTERS.search(label)
        ),
        None,
    )


def _unused_letter(material: Material) -> Definition | None:
    """A letter the calculation text defines, where the rule uses none of them: the formula was not seen."""
    defined = [
        each for each in material.statements if isinstance(each, Definition) and each.clause.field == "method"
    ]
    used = {name for name, given in material.figures.inputs.items() if given.get("type") != "yes_no"}
    if not defined or any(each.letter in used or each.constant is not None for each in defined):
        return None
    return defined[0]


def _unused_ratio(material: Material) -> WordsRatio | Assignment | None:
    """A ratio the calculation text works out, where the rule has other figures: it would count something else."""
    if any(given.get("type") == "choice" for given in material.figures.inputs.values()):
        return None
    for each in material.statements:
        if not isinstance(each, WordsRatio | Assignment) or each.clause.field != "method":
            continue
        names = set(names_in(material.figures.meaning(Name(each.name))))
        if material.figures.inputs and not names & material.figures.inputs.keys():
            return each
    return None


def _letters_left(material: Material, rule: str) -> list[Definition]:
    """Letters the calculation text defines and the rule does not use, where it uses others of them."""
    defined = {each.letter: each for each in material.of(Definition) if each.clause.field == "method"}
    used = {letter for letter in defined if letter in material.figures.inputs}
    known = {name for each in material.of(Assignment) for name in (each.name, *names_in(each.formula))}
    left = [each for letter, each in defined.items() if letter not in used | known]
    return [each for each in left if used and each.constant is None and each.clause.text not in rule]


def _label_with_points(material: Material) -> str | None:
    """The words of a figure that say something about points: a restriction was taken for a part of its name."""
    labels = [given["label"] for given in material.figures.inputs.values() if "options" not in given]
    labels = [each for each in labels if each not in material.published]
    if (
        others := next(
            (label for label in labels if _OF_OTHERS.search(label.replace(material.name, ""))), None
        )
    ) is not None:
        return others
    return next((label for label in labels if _TELLS_POINTS.search(label.removesuffix(material.name))), None)
