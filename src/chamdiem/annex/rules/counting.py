"""Points for every thing, what every fault costs, and both beside fixed awards and caps."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.costing import name_of_fault
from chamdiem.annex.rules.denying import denies_any, note_denials
from chamdiem.annex.rules.enough import is_enough
from chamdiem.annex.rules.formulas import Operation, formula_text
from chamdiem.annex.rules.labels import as_things, measures
from chamdiem.annex.rules.lacking import behind_its_condition
from chamdiem.annex.rules.losing_all import under_a_cap, until_all_is_lost
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule, divides
from chamdiem.annex.rules.restricting import MOST_THINGS
from chamdiem.annex.rules.rewards import NOTHING
from chamdiem.annex.rules.statements import Award, Cap, Each, Statement
from chamdiem.annex.rules.step_sizes import NUMBERED

OF_SOME = re.compile(r"(?:riêng|trong đó)\b", re.IGNORECASE)
NONE_IS_FULL = "không có lần nào: điểm tối đa; văn bản chỉ in điểm trừ"
# Conditions of their own begin with these, whatever is counted.
_OPEN = frozenset(("có", "đã", "không", "chưa"))
# What is counted is its own unit, where it is called by few words: "mỗi camera".
_SHORT_NAME = 3
# "Lần tiếp 5 công dân": five of them may make one; "cấp độ 3", "4 sao", "trên 60 tuổi" only name.
_HELD_NUMBER = re.compile(
    r"(?:^|(?P<before>[^\W\d_]+) )(?P<number>\d+)\s+"
    r"(?!(?:sao|tuổi|năm|tháng|ngày|giờ|phút|chữ|cấp|trở)\b)[^\W\d_]{2,}",
    re.IGNORECASE,
)
_NAMES_BY_NUMBER = NUMBERED | {"từ", "trên", "dưới"}
# "Chậm ngày": days are counted, of which the label says what is wrong with them.
_LED_BY_THE_FAULT = re.compile(r"^(?:bị )?(?:chậm|trễ|muộn|thiếu|quá)(?: hạn)? (?=\w)", re.IGNORECASE)


def by_items(material: Material) -> Rule | None:
    """Points for every thing, costs of every thing, beside fixed awards and under caps."""
    eaches = material.eaches
    if not eaches or material.points:
        return None
    awards = [each for each in material.awards if not each.reward.is_nothing]
    enough = [each for each in awards if is_enough(material, each)]
    awards = [each for each in awards if each not in enough]
    caps = material.of(Cap)
    costs = [each for each in eaches if each.takes_off]
    if len(caps) > 1 or any(not each.reward.is_constant or (each.band and not costs) for each in awards):
        return None
    if costs:
        return (
            _deducted(material, costs) if len(costs) == len(eaches) and _only_full(awards, material) else None
        )
    if not awards:
        rule = _counted(material, eaches, caps)
        material.use(*(enough if rule is not None else ()))
        return rule
    if enough:
        return None
    return _mixed(material, eaches, awards, caps)


def _counted(material: Material, eaches: list[Each], caps: list[Cap]) -> Rule | None:
    most = caps[0].most.of(material.maximum) if caps else material.maximum
    if most > material.maximum or any(not _fits(each, material.maximum) for each in eaches):
        return None
    if any(each.is_alternative for each in eaches):
        return None
    rule: dict[str, Any] = {"kind": "count", "parts": [_part(material, each) for each in eaches]}
    if most < material.maximum:
        rule["cap"] = {"points": amount_text(most)}
    elif (
        len(eaches) == 1
        and (cap := eaches[0].cap) is not None
        and cap.of(material.maximum) < material.maximum
    ):
        material.assume(
            f"tối đa {amount_text(cap.of(material.maximum))} điểm theo mức trần in trong cách tính"
        )
    for each in eaches:
        if each.is_other_price:
            material.assume(f"“{each.clause.text}” được hiểu là tính cho mỗi: {each.what}")
            if OF_SOME.match(each.clause.text):
                material.assume(f"“{eaches[0].what}” không gồm “{each.what}”: mỗi loại đếm riêng")
    for each in eaches:
        if each.is_presumed:
            material.assume(f"văn bản chỉ in mức đầu, được hiểu là: {each.clause.text}")
    if any(each.points.of(material.maximum) == material.maximum for each in eaches):
        material.assume("một đơn vị đếm đã được điểm tối đa: có thể văn bản muốn nói tất cả")
    material.use(*eaches, *caps, *_without(material), *_enough(material, eaches))
    return rule


def _enough(material: Material, eaches: list[Each]) -> list[Statement]:
    """As in "mỗi mô hình 2 điểm; tối đa 5 mô hình" in a row of ten: no more than the maximum says."""
    if len(eaches) != 1:
        return []
    each = eaches[0]
    found = ((statement, MOST_THINGS.match(statement.clause.text)) for statement in material.statements)
    return [
        statement
        for statement, match in found
        if match is not None
        and each.what.casefold().startswith(match["what"].casefold())
        and Fraction(match["number"]) / each.every * each.points.of(material.maximum) == material.maximum
    ]


def _without(material: Material) -> list[Award]:
    """What gives nothing because there is nothing to count."""
    found = [
        each for each in material.awards if each.reward.is_nothing and not each.band and lacks(each.condition)
    ]
    note_denials(material, [], found)
    return found


def _fits(each: Each, maximum: Fraction) -> bool:
    """Whether the printed caps and the maximum go together."""
    points = each.points.of(maximum)
    if each.cap is not None and each.cap.of(maximum) > maximum:
        return False
    if each.most is not None and each.most / each.every * points != maximum:
        return False
    return Fraction(0) < points <= maximum


def _part(material: Material, each: Each) -> dict[str, Any]:
    if each.is_share:
        return _part_of_steps(material, each)
    label = material.figures.inputs
    what = name_of_fault(each.what) if each.takes_off else each.what
    letter = material.figures.count(what if len(what) > 12 else f"{what} – {material.name}")
    if each.every == 1 and (held := _held_number(each.what)):
        material.assume(f"“{each.what}” đếm từng lần: số {held} là một phần của điều được đếm")
    # "Xếp hạng di tích": how many of them, and no place.
    label[letter].pop("min", None)
    as_things(label[letter], each.what)
    if each.every.denominator > 1 or (each.every != 1 and each.every in measures(each.clause.text)):
        label[letter] |= {"type": "decimal", "decimals": label[letter].get("decimals", "2")}
    # "Thiếu mỗi mục": what is counted is one of them.
    one = _LED_BY_THE_FAULT.sub("", each.what.rpartition("mỗi ")[2])
    is_behind = each.every == 1 or re.search(rf"\d\)?\s+{re.escape(one)}", each.clause.text, re.IGNORECASE)
    if is_behind and len(one.split()) <= _SHORT_NAME and one.replace(" ", "").isalpha():
        label[letter].setdefault("unit", one if one[1:2].isupper() else one[:1].lower() + one[1:])
    same = [
        name for name, given in label.items() if given["label"] == label[letter]["label"] and name != letter
    ]
    if same:
        material.assume("hai ý in cùng một điều kiện: đếm riêng từng ý")
    part: dict[str, Any] = {"of": letter, "points_each": amount_text(each.points.of(material.maximum))}
    if each.every != 1:
        part["every"] = amount_text(each.every)
    if each.cap is not None and each.cap.of(material.maximum) < material.maximum:
        data = each.cap.data(material.maximum)
        part["cap"] = data.get("give") or data
    return part


def _held_number(what: str) -> str:
    """A number inside the name of what is counted that might size a step; empty where there is none."""
    found = _HELD_NUMBER.finditer(what)
    return next(
        (each["number"] for each in found if (each["before"] or "").casefold() not in _NAMES_BY_NUMBER), ""
    )


def _part_of_steps(material: Material, each: Each) -> dict[str, Any]:
    """Steps of a ratio in percent; what it is a share of is not said."""
    value = material.figures.ratio() or material.figures.assumed_ratio()
    material.figures.use(value)
    material.assume(f"chỉ tính đủ từng bước {amount_text(each.every)} %")
    if isinstance(value, Operation) and divides(value):
        # Points for every thing have no policy of their own for nothing to divide by.
        material.not_applicable.append(f"{formula_text(value.right)} = 0")
        material.assume("mẫu số bằng 0: không đánh giá; văn bản không nói")
    return {
        "of": f"100 * {formula_text(value)}",
        "points_each": amount_text(each.points.of(material.maximum)),
        "every": amount_text(each.every),
    }


def _deducted(material: Material, costs: list[Each]) -> Rule | None:
    costs = under_a_cap(material, costs)
    capped = [each.cap for each in costs if each.cap and each.cap.of(material.maximum) < material.maximum]
    if capped and (len(costs) > 1 or capped[0] == NOTHING):
        # The cap printed behind the last of several may be meant for all of them.
        return None
    presumed = [each for each in costs if each.is_presumed]
    if len({each.what.casefold() for each in presumed}) < len(presumed):
        return None
    for cost in presumed:
        material.assume(f"“{cost.clause.text}”: mỗi lần thêm cũng trừ như vậy")
    full = [each for each in material.awards if each.reward.is_full]
    if not full and any(each.is_signed or re.search(r"-\s?\d", each.clause.text) for each in costs):
        material.assume(NONE_IS_FULL)
    lacking = _without(material)
    deducted: Rule = {"kind": "deduct", "parts": [_part(material, each) for each in costs]}
    rule = behind_its_condition(material, full, costs, deducted)
    if rule is deducted:
        rule = until_all_is_lost(material, rule, costs)
        for each in lacking:
            material.assume(f"“{each.clause.text}” không nằm trong quy tắc trừ điểm: cần xem")
    caps = (each for each in material.of(Cap) if each.most.of(material.maximum) >= material.maximum)
    material.use(*material.eaches, *full, *caps, *lacking)
    return rule


def _only_full(awards: list[Award], material: Material) -> bool:
    return all(each.reward.of(material.maximum) == material.maximum for each in awards) and len(awards) <= 1


def _mixed(material: Material, eaches: list[Each], awards: list[Award], caps: list[Cap]) -> Rule | None:
    """Fixed awards beside points per item: the best of them, or their sum."""
    if len(eaches) != 1 or len(awards) != 1 or not _fits(eaches[0], material.maximum):
        return None
    each, award = eaches[0], awards[0]
    if denies_any([other for other in material.awards if other.reward.is_nothing]):
        return None
    if OF_SOME.match(award.condition):
        # "mỗi tin, bài, video 0,5 điểm; riêng video 1 điểm": another price of some of them.
        return None
    if (
        each.what.split()[0].casefold() in award.condition.casefold().split()
        and award.reward.kind == "points"
    ):
        # "0,5 điểm cho mỗi phiên; phiên trực tuyến tính 0,25 điểm": another price of the same thing.
        return None
    first = award.condition.split()[0].casefold()
    if each.clause.stop == "," and each.clause.end < award.clause.start and first not in _OPEN:
        # "Mỗi đề án đúng tiến độ 2 điểm, chậm tiến độ 1 điểm": another price of others of them.
        return None
    goes_on = first not in _OPEN and first in each.what.casefold().split()
    if goes_on or (lacks(award.condition) and award.reward.kind == "points"):
        # "mỗi mô hình được Bộ công nhận 2 điểm; được tỉnh công nhận 1 điểm": another price of others of them.
        return None
    fixed = award.reward.of(material.maximum)
    cap = each.cap.of(material.maximum) if each.cap is not None else material.maximum
    is_best = each.is_alternative or award.is_alternative or fixed == material.maximum
    if not is_best and not (caps or fixed + cap == material.maximum):
        return None
    if fixed > material.maximum or (caps and caps[0].most.of(material.maximum) != material.maximum):
        return None
    letter = material.figures.yes_no(award.condition)
    material.use(each, award, *caps, *_without(material))
    counted: dict[str, Any] = {"kind": "count", "parts": [_part(material, each)]}
    if is_best:
        if not (each.is_alternative or award.is_alternative):
            material.assume("hai cách được điểm: lấy cách cao hơn")
        fixed_rule: dict[str, Any] = {"kind": "yes_no", "when": letter}
        if fixed != material.maximum:
            fixed_rule = {
                "kind": "checklist",
                "parts": [{"when": letter, **award.reward.data(material.maximum)}],
            }
        return {"kind": "best_of", "rules": [fixed_rule, counted]}
    parts = [
        {"points": amount_text(fixed), "rule": {"kind": "yes_no", "when": letter}},
        {"points": amount_text(cap), "rule": {"kind": "count", "parts": [{**counted["parts"][0]}]}},
    ]
    parts[1]["rule"]["parts"][0].pop("cap", None)  # type: ignore[index]
    return {"kind": "sum", "parts": parts}
