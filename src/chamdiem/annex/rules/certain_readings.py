"""Readings that a text hardly leaves open: less than one is none, "cả 3 tiêu chí" is all of them."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import Award
from chamdiem.annex.rules.targets import is_part_of_a_target

_ALL_OF_THEM = re.compile(
    r"\b(?:cả|đủ|đầy đủ|tất cả)(?: cả)? \d|(?P<part>\d+)/(?P=part)(?!\d)", re.IGNORECASE
)
_PART_OF_ALL = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
# What only bounds and measures a number.
_BOUNDS = re.compile(
    r"(?:từ|đến|tới|dưới|trên|trở|lên|xuống|quá|hơn|đạt|có|và|không|ngày|tuần|tháng|quý|năm|giờ|lần|điểm|nếu|khi|thì|ít|nhất|tối|thiểu|đa|đồng|triệu|tỷ)",
    re.IGNORECASE,
)


def is_certain(text: str, material: Material) -> bool:
    """Whether a reading that was chosen can hardly be another one."""
    for pattern, holds in _READINGS:
        if (match := pattern.fullmatch(text)) is not None:
            return holds(material, match)
    return False


def _always(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    return True


def _of_one_figure(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """Whether a number is compared with those of the others, and no ratio."""
    return len(material.figures.inputs) == 1


def _counts_from_one(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """Whether whole things are counted, and more of them give more: less than one of them is none."""
    given = list(material.figures.inputs.values())
    levels = sorted(_levels(material), key=lambda each: (each.band and each.band.low) or 0)
    points = [each.reward.of(material.maximum) for each in levels if each.reward.is_constant]
    is_rising = len(points) == len(levels) and all(one < other for one, other in pairwise(points))
    return len(given) == 1 and "type" not in given[0] and "min" not in given[0] and is_rising


def _of_one_target(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """Whether each percentage is one of a target, or only goes on from one that is."""
    levels = _levels(material)
    return bool(levels) and all(is_part_of_a_target(each) or not _words(each) for each in levels)


def _to_the_whole(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """As in "100%: 4 điểm; dưới 100% tính theo tỷ lệ": a share of all points is the share itself."""
    full = [each for each in _levels(material) if each.reward.is_full]
    return len(full) == 1 and full[0].band is not None and full[0].band.is_percent and full[0].band.low == 1


def _is_all_of_them(material: Material, match: re.Match[str]) -> bool:
    return any(
        each.band is not None and f"{each.band.low}" == match["most"] and _ALL_OF_THEM.search(each.condition)
        for each in material.awards
    )


def _are_levels_in_words(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """As in "đúng hạn: 3 điểm; chậm từ 1-3 ngày: 2 điểm; chậm trên 3 ngày: 0 điểm": one level is no number at all.

    Each number says what it is of, and none is a share: whoever fills in picks a level.
    """
    levels = _levels(material)
    in_words = [each for each in material.awards if each.band is None and not each.reward.is_nothing]
    points = [each.reward.of(material.maximum) for each in material.awards]
    return bool(in_words) and (
        all(each.band is not None and not each.band.is_percent and _words(each) for each in levels)
        and len(set(points)) == len(points)
        and 0 in points
        and material.maximum in points
    )


def _are_parts_of_all(material: Material, match: re.Match[str]) -> bool:  # noqa: ARG001  one of many
    """As in "3/3 yêu cầu: 3 điểm; 2/3: 2 điểm; 1/3: 1 điểm": none of them is what is left."""
    found = [_PART_OF_ALL.findall(each.condition) for each in material.awards]
    parts = [(int(each[0][0]), int(each[0][1])) for each in found if len(each) == 1]
    wholes = {whole for _, whole in parts}
    return (
        len(parts) == len(found)
        and len(wholes) == 1
        and sorted(part for part, _ in parts) == list(range(1, max(wholes) + 1))
    )


def _levels(material: Material) -> list[Award]:
    return [each for each in material.awards if each.band is not None and not each.band.is_rest]


def _words(award: Award) -> list[str]:
    """What a condition says beside its numbers."""
    return [each for each in re.findall(r"[^\W\d_]+", award.condition) if not _BOUNDS.fullmatch(each)]


_READINGS: tuple[tuple[re.Pattern[str], Callable[[Material, re.Match[str]], bool]], ...] = (
    (re.compile(r"dưới mức thấp nhất \(1\): 0 điểm"), _counts_from_one),
    (re.compile(r"mẫu số bằng [^:;]+: không đánh giá; văn bản không nói"), _always),
    (re.compile(r"điểm so với số liệu của các đơn vị khác, chỉ chốt khi đủ số liệu"), _of_one_figure),
    (re.compile(r"tỷ lệ đạt được là kết quả chia cho chỉ tiêu được giao; .*"), _of_one_target),
    (re.compile(r"dưới ngưỡng: điểm tăng đều theo tỷ lệ đến điểm tối đa ở ngưỡng"), _to_the_whole),
    (re.compile(r"nhiều hơn (?P<most>\d+): như (?P=most)"), _is_all_of_them),
    (re.compile(r"không thuộc mức nào: 0 điểm"), _are_parts_of_all),
    (re.compile(r"mỗi mức in trong văn bản là một lựa chọn"), _are_levels_in_words),
)
