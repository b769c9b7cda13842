"""Rules that people answer in words: yes or no, options, check lists, peers, goals, lone conditions."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.formulas import Formula, formula_text
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Award, Cap, Goal, Heading, Peers, Prose

_INTRODUCES = re.compile(r"^(?:điều kiện|yêu cầu|cách tính|tiêu chuẩn)[^:]{0,20}:?$", re.IGNORECASE)
_INTRODUCED = re.compile(r"^(?:điều kiện|yêu cầu)[^:]{0,20}:\s*", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:có|đã|đảm bảo|bảo đảm|ban hành|không|kết nối|[^\W\d_]+(?: [^\W\d_]+){0,4} được ban hành|văn bản|kế hoạch|thực hiện|"
    r"triển khai|xây dựng|thành lập|hoàn thành)\b",
    re.IGNORECASE,
)
_LONGEST_CONDITION = 140


def by_peers(material: Material) -> Rule | None:
    """Compared with the highest, or between the lowest and the highest."""
    peers = material.of(Peers)
    if len(peers) != 1 or material.eaches or any(not each.reward.is_full for each in material.awards):
        return None
    material.use(*peers)
    material.assume("điểm so với số liệu của các đơn vị khác, chỉ chốt khi đủ số liệu")
    ratio = material.figures.ratio()
    value: Formula | None = ratio if ratio is not None and material.figures.use(ratio) else None
    text = formula_text(value) if value is not None else material.figures.count(material.name)
    rule: dict[str, Any] = {"kind": "peer", "value": text, "method": peers[0].method}
    if value is not None and "/" in text:
        rule["if_zero"] = "not_applicable"
    return rule


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
    if has_bands and not _are_words(awards):
        return None
    if (
        any(each.band and not each.band.is_rest and each.reward.is_nothing for each in awards)
        and not has_bands
    ):
        return None
    given = [each for each in awards if not each.reward.is_nothing]
    nothing = [each for each in awards if each.reward.is_nothing]
    if not given:
        return None
    material.use(
        *awards, *(each for each in material.of(Cap) if each.most.of(material.maximum) == material.maximum)
    )
    if len(given) == 1:
        return _yes_no(material, given[0], nothing)
    points = [each.reward.of(material.maximum) for each in given]
    if all(each < material.maximum for each in points) and sum(points) == material.maximum:
        return _checklist(material, given)
    if material.maximum in points:
        return _alternatives(material, given, nothing)
    return None


def by_goal(material: Material) -> Rule | None:
    """A goal without points: a ratio that counts as it is, or a number that must be reached."""
    goals: list[Goal] = material.of(Goal)
    if len(goals) != 1 or material.awards or material.eaches or material.points or goals[0].band is None:
        return None
    goal, band = goals[0], goals[0].band
    material.use(goal)
    if not band.is_percent:
        if band.low is None or not band.is_low_in:
            return None
        letter = material.figures.count(f"{material.name} – {goal.clause.text}")
        material.assume(
            f"đạt từ {amount_text(band.low)} được điểm tối đa, dưới đó 0 điểm; văn bản không nói cách tính"
        )
        return {
            "kind": "tiers",
            "value": letter,
            "tiers": [{"at_least": amount_text(band.low), "give": "full"}],
        }
    value = material.figures.ratio() or material.figures.assumed_ratio()
    if not material.figures.use(value):
        return None
    material.assume("điểm tính theo tỷ lệ đạt được; văn bản không nói cách tính")
    rule = {"kind": "ratio", "value": formula_text(value), "if_zero": "not_applicable"}
    return {**rule, "full_at": amount_text(band.low)} if band.low not in (None, Fraction(1)) else rule


def by_condition(material: Material) -> Rule | None:
    """A condition alone: "Có văn bản triển khai". Nothing is said about points; a person confirms the reading."""
    told = [
        each for each in material.statements if each.clause.field == "method" and not each.clause.explains
    ]
    words = [each for each in told if not _INTRODUCES.match(each.clause.text)]
    if len(words) != 1 or not isinstance(words[0], Heading | Prose):
        return None
    text = _INTRODUCED.sub("", words[0].clause.text)
    if len(text) > _LONGEST_CONDITION or any(sign.isdigit() for sign in text) or not _CONDITION.match(text):
        return None
    material.use(words[0])
    material.assume("đạt điều kiện được điểm tối đa, không đạt 0 điểm; văn bản không nói cách tính")
    return {"kind": "yes_no", "when": material.figures.yes_no(f"{text}: {material.name}")}


# --- answers ------------------------------------------------------------------------------


def _are_words(awards: list[Award]) -> bool:
    """Whether numbers in conditions belong to their words: each condition counts something else."""
    banded = [each for each in awards if each.band is not None and not each.band.is_rest]
    return len(banded) == 1 or len({each.band.subject for each in banded if each.band}) == len(banded)


def _yes_no(material: Material, award: Award, nothing: list[Award]) -> Rule | None:
    if not award.reward.is_full and award.reward.of(material.maximum) != material.maximum:
        return None
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
    letter = material.figures.yes_no(_said(material, award))
    if not nothing:
        material.assume("không đạt điều kiện: 0 điểm")
    return {"kind": "yes_no", "when": letter}


def _said(material: Material, award: Award) -> str:
    """A condition that can be answered by itself; short ones need the name of the row."""
    if award.condition.casefold() in material.name.casefold():
        return material.name
    return award.condition if len(award.condition) > 30 else f"{award.condition}: {material.name}"


def _checklist(material: Material, given: list[Award]) -> Rule | None:
    if any(each.is_alternative for each in given):
        return None
    parts = [
        {"when": material.figures.yes_no(_said(material, each)), **each.reward.data(material.maximum)}
        for each in given
    ]
    return {"kind": "checklist", "parts": parts}


def _alternatives(material: Material, given: list[Award], nothing: list[Award]) -> Rule | None:
    """One of several options; the worst one stands for everything else."""
    if sum(each.reward.of(material.maximum) == material.maximum for each in given) > 1:
        if not any(each.is_alternative for each in given):
            return None
        letters = [material.figures.yes_no(_said(material, each)) for each in given]
        if any(each.reward.of(material.maximum) != material.maximum for each in given):
            return None
        return {"kind": "yes_no", "when": " or ".join(letters)}
    letter = material.figures.choice(material.name)
    options = {
        f"m{place}": _option(material, each.condition, each.reward)
        for place, each in enumerate(given, start=1)
    }
    if not nothing:
        material.assume("không thuộc mức nào: 0 điểm")
    rest = "; ".join(each.condition for each in nothing) or "Không thuộc các mức trên"
    options["m0"] = _option(material, rest, Reward("points"))
    return {"kind": "choice", "of": letter, "options": options}


def _option(material: Material, label: str, reward: Reward) -> dict[str, str]:
    return {"label": label, **reward.data(material.maximum)}
