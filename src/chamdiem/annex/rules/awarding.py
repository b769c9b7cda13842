"""Rules that people answer in words: yes or no, options, check lists."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.rules.asking import is_bare, question
from chamdiem.annex.rules.denying import (
    contradicts,
    denies_any,
    denies_each,
    note_denials,
    note_lost_parts,
)
from chamdiem.annex.rules.formulas import formula_text
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.only_highest import only_the_highest
from chamdiem.annex.rules.opposing import denies, is_apart, only_denies
from chamdiem.annex.rules.peering import SHARE
from chamdiem.annex.rules.ratios import Rule, ratio_of
from chamdiem.annex.rules.rewards import ON_TOP, Reward
from chamdiem.annex.rules.statements import Award, Cap

_DENIED_FIRST = re.compile(r"(?:không|chưa)\b", re.IGNORECASE)
_NO_LEVEL = "Không thuộc các mức trên"
_ALL_ARE = re.compile(r"100\s*%")
# "thiếu một trong các nội dung trên thì đạt nửa số điểm".
_OF_THOSE_ABOVE = re.compile(
    r"\b(?:nội dung|điều kiện|tiêu chí|mục|ý|trường hợp|yêu cầu) (?:nêu |ở |kể )?trên\b", re.IGNORECASE
)
# "Không có tường lửa thì tiêu chí này 0 điểm".
_OF_THE_ROW = re.compile(
    r"\b(?:(?:cả|toàn bộ) (?:tiêu chí|chỉ số|nội dung|mục|dòng|nhóm)"
    r"|(?:tiêu chí|chỉ số|nội dung|mục|dòng|nhóm) (?:này|đó|trên))$",
    re.IGNORECASE,
)
_HAPPENS = re.compile(r"(?:có|đã)(?: (?:tổ chức|triển khai|thực hiện|ban hành))", re.IGNORECASE)
# "Trên 01 tháng không cập nhật", "quá 3 tháng chưa báo cáo".
_NOT_DONE = re.compile(r"\b(?:ngày|tuần|tháng|quý|năm) (?:mà )?(?:không|chưa) [^\W\d_]+", re.IGNORECASE)
_BY_WHOM = re.compile(
    r"(?:người|lãnh đạo|cấp phó|cấp trưởng|chủ tịch|phó|giám đốc|thủ trưởng|bí thư|trưởng)\b", re.IGNORECASE
)


def by_answers(material: Material) -> Rule | None:
    """Yes or no, one of several options, or a list of conditions that add up."""
    awards = material.awards
    if (
        not awards
        or material.points
        or material.eaches
        or any(not each.reward.is_constant for each in awards)
    ):
        return None
    has_bands = any(each.band and not each.band.is_rest and not each.reward.is_nothing for each in awards)
    is_mixed = any(each.band is None and not each.reward.is_nothing for each in awards)
    if has_bands and not is_mixed and not _are_words(awards):
        return None
    if any(_is_bare_band(each) for each in awards) and not has_bands:
        return None
    given = [each for each in awards if not each.reward.is_nothing]
    nothing = [each for each in awards if each.reward.is_nothing]
    if not given or contradicts(given, nothing) or _add_to_the_others(given, material.maximum):
        return None
    if _is_unclear(material, given, nothing):
        return None
    material.use(
        *awards, *(each for each in material.of(Cap) if each.most.of(material.maximum) == material.maximum)
    )
    if len(given) == 1:
        return _one_case(material, given[0], nothing)
    points = [each.reward.of(material.maximum) for each in given]
    if all(each < material.maximum for each in points) and sum(points) == material.maximum:
        if only_the_highest(material.statements):
            return None
        return _checklist(material, given)
    if material.maximum in points:
        if has_bands:
            material.assume("mỗi mức in trong văn bản là một lựa chọn")
        return _alternatives(material, given, nothing)
    return None


def _is_bare_band(award: Award) -> bool:
    """A number for no points; "trên 01 tháng không cập nhật" is one of several answers all the same."""
    if award.band is None or award.band.is_rest or not award.reward.is_nothing:
        return False
    return _NOT_DONE.search(award.condition) is None


def _add_to_the_others(given: list[Award], maximum: Fraction) -> bool:
    """Whether some awards come on top of the others, or speak of what stands above: they are no options."""
    on_top = [bool(ON_TOP.search(each.clause.text)) for each in given]
    whole = sum(each.reward.of(maximum) for each in given)
    if len(given) > 1 and all("+" in each.clause.text for each in given) and whole != maximum:
        return True
    together = on_top == [False, *on_top[1:]] and all(on_top[1:]) and whole == maximum
    return (any(on_top) and not all(on_top) and not together) or any(
        _OF_THOSE_ABOVE.search(each.condition) for each in given
    )


# --- answers ------------------------------------------------------------------------------


def _are_words(awards: list[Award]) -> bool:
    """Whether numbers in conditions belong to their words: each counts something else, or says more."""
    banded = [each for each in awards if each.band is not None and not each.band.is_rest]
    if all(each.band is not None and each.band.low == 1 and each.band.is_percent for each in banded):
        # "100% thôn có tổ: 3 điểm; 100% tổ có kế hoạch: 3 điểm": no ladder has that step twice.
        return len({each.condition.casefold() for each in banded}) == len(banded)
    bands = [(each.band.low, each.band.high) for each in banded if each.band and not each.reward.is_nothing]
    if len(set(bands)) < len(bands) and len({each.reward for each in banded}) == len(banded):
        # "Hoàn thành 100 %, đúng hạn: 2; hoàn thành 100 % nhưng muộn: 1": their words tell them apart.
        return len({each.condition.casefold() for each in banded}) == len(banded)
    return len(banded) == 1 or len({each.band.subject for each in banded if each.band}) == len(banded)


def _one_case(material: Material, award: Award, nothing: list[Award]) -> Rule | None:
    """Yes or no; what gives nothing and is not the plain no is an option of its own."""
    if award.reward.of(material.maximum) != material.maximum:
        return None
    plain = [each for each in nothing if only_denies(each.condition, award.condition, material.name)]
    if len(plain) == len(nothing):
        return _yes_no(material, award, nothing)
    for each in nothing:
        if is_apart(each.condition, award.condition):
            material.assume(f"“{each.condition}” là điều kiện riêng, xếp vào mức 0 điểm: cần xem")
    is_denied = denies(award.condition) or any(_DENIED_FIRST.match(each.condition) for each in nothing)
    if not plain and is_denied:
        # "Không có hồ sơ trễ hạn: 5 điểm; có hồ sơ trễ hạn không xin lỗi: 0 điểm": there is a third case.
        material.assume("không thuộc mức nào: 0 điểm")
    rest = "; ".join(each.condition for each in nothing)
    options = {
        "m1": _option(material, award.condition, award.reward),
        "m0": _option(material, rest if plain else f"{rest}; {_NO_LEVEL.lower()}", Reward("points")),
    }
    return {"kind": "choice", "of": material.figures.choice(material.name), "options": options}


def _yes_no(material: Material, award: Award, nothing: list[Award]) -> Rule | None:
    if lacks(award.condition) and not nothing:
        material.assume("đúng điều kiện được điểm tối đa, ngược lại 0 điểm")
    ratio = material.figures.ratio()
    if ratio is not None and "100%" in material.name.replace(" ", "") and material.figures.use(ratio):
        material.assume("có khi tỷ lệ đạt 100 %, không khi dưới 100 %")
        return {
            "kind": "ratio",
            "value": formula_text(ratio),
            "full_at": "1",
            "below": "zero",
            "if_zero": "not_applicable",
        }
    if not nothing and _ALL_ARE.match(award.condition) and SHARE.match(material.name):
        value = ratio or material.figures.assumed_ratio()
        if not material.figures.use(value):
            return None
        material.assume("điểm tính theo tỷ lệ đạt được; văn bản chỉ nói mức 100 %")
        return ratio_of(value)
    letter = material.figures.yes_no(_said(material, award))
    if not nothing:
        material.assume("không đạt điều kiện: 0 điểm")
    return {"kind": "yes_no", "when": letter}


def _is_unclear(material: Material, given: list[Award], nothing: list[Award]) -> bool:
    """Whether a yes to what is given may be meant as a no: "có: 5 điểm" beside a name that says no."""
    whole = sum(each.reward.of(material.maximum) for each in given)
    asked = given if whole == material.maximum else [each for each in given if is_bare(each.condition)]
    denials = [each.condition for each in nothing]
    unclear = [each for each in asked if question(each.condition, material.name, denials) is None]
    if unclear:
        material.refuse(f"“{unclear[0].condition}” có thể nói đúng điều tên dòng nói hoặc điều ngược lại")
    return bool(unclear)


def _said(material: Material, award: Award) -> str:
    """A condition that can be answered by itself; short ones need the name of the row."""
    denials = [each.condition for each in material.awards if each.reward.is_nothing]
    return question(award.condition, material.name, denials) or award.condition


def _said_apart(material: Material, given: list[Award]) -> list[str]:
    """Conditions as they are asked; those that the name of the row holds, too, are told apart."""
    said = [_said(material, each) for each in given]
    return [
        f"{each.condition}: {material.name}" if said.count(words) > 1 else words
        for each, words in zip(given, said, strict=True)
    ]


def _checklist(material: Material, given: list[Award]) -> Rule | None:
    if any(each.is_alternative for each in given):
        return None
    nothing = [each for each in material.awards if each.reward.is_nothing]
    if (whole := next((each for each in nothing if _OF_THE_ROW.search(each.condition)), None)) is not None:
        material.refuse(f"“{whole.condition}” làm mất điểm của cả dòng, không chỉ của một ý")
        return None
    lost = denies_any(nothing)
    if lost is not None and not denies_each(lost, given):
        return None
    letters = [material.figures.yes_no(words) for words in _said_apart(material, given)]
    if lost is not None:
        material.assume(
            f"“{lost.condition}”: thiếu một ý thì cả dòng 0 điểm, nên đủ các ý mới có điểm: cần xem"
        )
        return {"kind": "yes_no", "when": " and ".join(letters)}
    note_denials(material, given, nothing)
    note_lost_parts(material, given, nothing)
    conditions = list(letters)
    if _HAPPENS.fullmatch(given[0].condition) and all(_BY_WHOM.match(each.condition) for each in given[1:]):
        # Who chaired a meeting is only asked where there was one.
        conditions[1:] = [f"{letters[0]} and {each}" for each in letters[1:]]
        material.assume(f"ý sau chỉ được điểm khi có ý “{given[0].condition}”")
    parts = [
        {"when": when, **each.reward.data(material.maximum)}
        for when, each in zip(conditions, given, strict=True)
    ]
    return {"kind": "checklist", "parts": parts}


def _alternatives(material: Material, given: list[Award], nothing: list[Award]) -> Rule | None:
    """One of several options; the worst one stands for everything else."""
    if sum(each.reward.of(material.maximum) == material.maximum for each in given) > 1:
        if any(each.reward.of(material.maximum) != material.maximum for each in given):
            return None
        if not any(each.is_alternative for each in given):
            material.assume("đạt một trong các điều kiện là đủ")
        letters = [material.figures.yes_no(words) for words in _said_apart(material, given)]
        return {"kind": "yes_no", "when": " or ".join(letters)}
    letter = material.figures.choice(material.name)
    options = {
        f"m{place}": _option(material, each.condition, each.reward)
        for place, each in enumerate(given, start=1)
    }
    if any(each.band is not None and each.band.is_rest for each in given) and not nothing:
        return {"kind": "choice", "of": letter, "options": options}
    if not nothing:
        material.assume("không thuộc mức nào: 0 điểm")
    rest = "; ".join(each.condition for each in nothing) or _NO_LEVEL
    options["m0"] = _option(material, rest, Reward("points"))
    return {"kind": "choice", "of": letter, "options": options}


def _option(material: Material, label: str, reward: Reward) -> dict[str, str]:
    return {"label": label, **reward.data(material.maximum)}
