"""Values that a file of a plan must not hold, though its parts fit together; one place for Excel and YAML.

What is kept already was accepted once and is not asked again: only what is handed in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from chamdiem.core.improvement_plan import Entry, Goal, Measure, Plan, PlanItem, Years
from chamdiem.core.lint.folding import fold
from chamdiem.core.plan_lengths import length_problems
from chamdiem.core.points import decimal_text
from chamdiem.errors import NumberText, Place, Problem

Maxima = Mapping[str, Fraction | None]
# What an annex says it prints: criteria stand in their set, not in the file.
_IN_THE_SET = "criteria"


def new_value_problems(plan: Plan, over: Plan | None, maxima: Maxima | None) -> list[Problem]:
    """The problems of ``value_problems`` that the plan it changes (``over``) does not have already."""
    known = list(value_problems(over, maxima)) if over else []
    return [problem for problem in value_problems(plan, maxima) if problem not in known]


def value_problems(plan: Plan, maxima: Maxima | None) -> Iterator[Problem]:
    """Every value that cannot be meant, with its path.

    Args:
        plan: The plan, or what could be read of it.
        maxima: Criterion → its maximum, None where it has none; None leaves points unchecked above.
    """
    meant = {name: body.name for body in plan.bodies for name in body.names}
    for listed, entry in plan.entries():
        for problem in (*length_problems(entry), *_entry_problems(entry, plan.period, maxima or {}, meant)):
            yield problem.at(path=f"{listed}[{entry.key}]{problem.place.path}")
    yield from _bodies_alike(plan)
    for annex in plan.annexes:
        if annex.holds != _IN_THE_SET and not getattr(plan, annex.holds):
            facts = {"annex": annex.number, "listed": annex.holds}
            yield Problem("plan.annex_empty", facts, Place(path=f"annexes[{annex.key}].holds"))


# What may be more than all of something says so: growth, speed, a comparison with before.
_GROWING = re.compile(r"\b(tăng|tốc độ|vượt|so với|gấp|growth|increase|compared)\b", re.IGNORECASE)
_WHOLE = 100
_PERCENT = ("%", "phần trăm", "percent", "per cent")


def is_percent(unit: str) -> bool:
    """Whether a unit is per cent, as a sign or in words."""
    return unit.strip().casefold() in _PERCENT


def says_percent(text: str, number: str) -> bool:
    """Whether a text names a number of per cent.

    Example:
        >>> says_percent("Tối thiểu 85% hồ sơ", "85"), says_percent("Tối thiểu 0,85% hồ sơ", "85")
        (True, False)
    """
    units = "|".join(map(re.escape, _PERCENT))
    return re.search(rf"(?<![0-9,.]){re.escape(number)} ?({units})", text, re.IGNORECASE) is not None


def is_same_unit(one: str, other: str) -> bool:
    """Whether two units say the same: other capitals, accents or spaces do, and per cent in words.

    Example:
        >>> is_same_unit("phần trăm", "%"), is_same_unit("Hồ sơ ", "hồ sơ"), is_same_unit("%", "‰")
        (True, True, False)
    """
    if is_percent(one) or is_percent(other):
        return is_percent(one) and is_percent(other)
    return fold(one) == fold(other) if fold(one) else one.strip() == other.strip()


# What is counted one by one: no half of it is reported.
_COUNTED = re.compile(
    r"(người|lượt|cuộc|cơ quan|đơn vị|hộ|hồ sơ|xã|phường|huyện|thôn|lớp|văn bản|tài khoản|dịch vụ|thủ tục"
    r"|doanh nghiệp|hợp tác xã|trường|bệnh viện|trạm|hệ thống|cán bộ|công chức|học sinh|máy|chiếc|cái"
    r"|sản phẩm|cơ sở|điểm cầu|tổ|mô hình|nền tảng|ứng dụng|camera|hội nghị|nhiệm vụ|đề án|kế hoạch)\b"
    r"[^/]*",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\b(bình quân|trung bình|t[ỷỉ] lệ|mỗi|average|mean|each)\b", re.IGNORECASE)


def counts_whole(label: str, unit: str) -> bool:
    """Whether a figure counts whole things; a mean of them, or so many a day, does not.

    Example:
        >>> counts_whole("Lớp tập huấn", "lớp"), counts_whole("Cán bộ chuyên trách mỗi đơn vị", "người")
        (True, False)
    """
    return _COUNTED.fullmatch(unit.strip()) is not None and not _MEAN.search(label)


# What is counted for itself in every period, and so may be less than in the one before.
_ANEW = re.compile(
    r"\b(trong (quý|tháng|năm|kỳ)|(hằng|hàng|mỗi|từng) (quý|tháng|năm|tuần|ngày)|quý (này|báo cáo)|phát sinh"
    r"|bình quân|trung bình)\b",
    re.IGNORECASE,
)


def counts_anew(label: str) -> bool:
    """Whether a figure says that it is counted for itself in every period, not summed up.

    Example:
        >>> counts_anew("Cuộc tập huấn trong quý"), counts_anew("Xã có mạng 5G")
        (True, False)
    """
    return _ANEW.search(label) is not None


def exceeds_whole(
    label: str, unit: str, value: Fraction | Decimal, threshold: Fraction | Decimal | int = 0
) -> bool:
    """Whether a value in per cent is more than all of what it is a share of.

    A figure whose name says that it grows, or whose ``threshold`` is above 100%, is no share.

    Example:
        >>> exceeds_whole("Hồ sơ trực tuyến", "%", Fraction(162), Fraction(80))
        True
        >>> exceeds_whole("Mức tăng hồ sơ trực tuyến", "%", Fraction(162), Fraction(80))
        False
    """
    is_share = is_percent(unit) and threshold <= _WHOLE and not _GROWING.search(label)
    return is_share and value > _WHOLE


def lies_outside(years: Years, period: Years) -> bool:
    """Whether years begin before a period or end after it."""
    return years.start < period.start or years.end > period.end


def _bodies_alike(plan: Plan) -> Iterator[Problem]:
    """Two bodies that differ in capitals, accents or blanks only are one, written twice."""
    first: dict[str, tuple[str, str]] = {}
    for body in plan.bodies:
        for name in body.names:
            other, spelt = first.setdefault(fold(name), (body.name, name))
            # The very same spelling is told as such.
            if other != body.name and spelt != name:
                facts = {"first": spelt, "second": name}
                yield Problem("plan.bodies_alike", facts, Place(path=f"bodies[{body.name}]"))


def _entry_problems(
    entry: Entry, period: Years | None, maxima: Maxima, meant: Mapping[str, str]
) -> Iterator[Problem]:
    if isinstance(entry, Goal | PlanItem):
        for index, measure in enumerate(entry.measures):
            yield from _measure_problems(measure, f".measures[{index}]")
        yield from _named_twice("plan.criterion_twice", "criteria", entry.criteria)
    if isinstance(entry, Goal) and period is not None:
        yield from _year_problems(Years(start=entry.year, end=entry.year), period, entry.note, ".year")
    if isinstance(entry, PlanItem):
        if entry.years is not None and period is not None:
            yield from _year_problems(entry.years, period, entry.note, ".years")
        yield from _named_twice("plan.goal_twice", "goals", entry.goals)
        yield from _points_problems(entry, maxima)
        yield from _charge_problems(entry, meant)
        if entry.budget is not None and entry.budget < 0:
            yield Problem("plan.budget_negative", {"value": _text(entry.budget)}, Place(path=".budget"))


def _named_twice(code: str, field: str, keys: Iterable[str]) -> Iterator[Problem]:
    """A criterion or a goal is named once in an entry."""
    for key, times in Counter(keys).items():
        if times > 1:
            yield Problem(code, {"key": key}, Place(path=f".{field}"))


def _measure_problems(measure: Measure, path: str) -> Iterator[Problem]:
    if measure.threshold < 0:
        facts = {"label": measure.label, "value": _text(measure.threshold)}
        yield Problem("plan.threshold_negative", facts, Place(path=f"{path}.threshold"))
    if measure.threshold.denominator != 1 and counts_whole(measure.label, measure.unit):
        facts = {"label": measure.label, "value": _text(measure.threshold)}
        yield Problem("answer.not_whole", facts, Place(path=f"{path}.threshold"))
    if exceeds_whole(measure.label, measure.unit, measure.threshold):
        facts = {"label": measure.label, "value": _text(measure.threshold)}
        yield Problem("plan.share_above_whole", facts, Place(path=f"{path}.threshold"))


def _year_problems(years: Years, period: Years, note: str | None, path: str) -> Iterator[Problem]:
    """What began before the plan or outlasts it needs a note that says so; what never meets it has none."""
    if years.end < years.start or period.end < period.start or not lies_outside(years, period):
        return
    meets = years.start <= period.end and years.end >= period.start
    if meets and note:
        return
    code = "plan.years_unexplained" if meets else "plan.years_outside"
    said = str(years.start) if years.start == years.end else f"{years.start}–{years.end}"
    facts = {"value": said, "period": f"{period.start}–{period.end}"}
    yield Problem(code, facts, Place(path=path))


def _points_problems(item: PlanItem, maxima: Maxima) -> Iterator[Problem]:
    """Points may be lost only beside others that are won: what wins there can cost elsewhere."""
    seen: set[str] = set()
    wins = any(each.points > 0 for each in item.expected)
    for index, each in enumerate(item.expected):
        place = Place(path=f".expected[{index}].points")
        value, most = _text(each.points), maxima.get(each.criterion)
        if each.points < 0 and not wins:
            yield Problem("plan.points_negative", {"criterion": each.criterion, "value": value}, place)
        elif most is not None and abs(each.points) > most:
            facts = {"criterion": each.criterion, "value": value, "most": decimal_text(most)}
            yield Problem("plan.points_above_maximum", facts, place)
        if each.criterion in seen:
            yield Problem("plan.points_twice", {"criterion": each.criterion}, place)
        seen.add(each.criterion)


def _charge_problems(item: PlanItem, meant: Mapping[str, str]) -> Iterator[Problem]:
    """A body is named once, and whoever is in charge does not help as well, however it is spelt.

    ``meant`` is spelling → name of the body.
    """
    for field in ("lead", "coordinating"):
        for body, times in Counter(_meant(getattr(item, field), meant)).items():
            if times > 1:
                yield Problem("plan.body_twice", {"body": body}, Place(path=f".{field}"))
    leading = _meant(item.lead, meant)
    for body in dict.fromkeys(_meant(item.coordinating, meant)):
        if body in leading:
            yield Problem("plan.body_leads_and_helps", {"body": body}, Place(path=".coordinating"))


def _meant(spellings: Iterable[str], meant: Mapping[str, str]) -> list[str]:
    return [meant.get(each, each) for each in spellings]


def _text(value: Fraction) -> str:
    return NumberText(decimal_text(value))
