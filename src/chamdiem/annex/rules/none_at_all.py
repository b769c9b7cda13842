"""What gives all for none of the things that the other levels count: "Không thiếu" beside "thiếu dưới 5 người"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band, read_band
from chamdiem.annex.rules.labels import measures
from chamdiem.annex.rules.statements import Award
from chamdiem.annex.rules.words import tokens_of

_VERBS = r"(?:thiếu|vượt|vắng|còn|sót|hụt|thừa|dôi dư|tồn|mất|sai|chậm|trễ)"
_NONE = re.compile(
    rf"(?:(?:nếu|khi|trường hợp) )?(?:không|chưa)(?: bị| để| có)? (?P<verb>{_VERBS})(?: (?P<what>[^\d%:;,]+?))?(?: nào)?",
    re.IGNORECASE,
)
_SOME = re.compile(rf"(?:(?:nếu|khi|trường hợp|bị|để) )*(?P<verb>{_VERBS})\b", re.IGNORECASE)
_THING = re.compile(r"\d\s+(?!(?:đến|tới|trở|và)\b)(?P<thing>[^\W\d_]+)")
# Of these there may be a part: less than one is not none.
_UNEVEN = frozenset(
    (
        "ngày",
        "giờ",
        "phút",
        "tuần",
        "tháng",
        "năm",
        "triệu",
        "tỷ",
        "tỉ",
        "nghìn",
        "ngàn",
        "đồng",
        "điểm",
        "lần",
    )
)


def with_none_of_them(awards: Sequence[Award]) -> list[Award]:
    """The awards with what gives all for none as the level of none; as they are where it may be something else."""
    found = [_NONE.fullmatch(each.condition.strip()) if each.band is None else None for each in awards]
    matches = [match for match in found if match]
    if len(matches) != 1 or not all(
        each.reward.is_full if match else _counts_some(each, matches[0])
        for each, match in zip(awards, found, strict=True)
    ):
        return list(awards)
    things = {match["thing"].casefold() for each in awards if (match := _THING.search(each.condition))}
    what = (matches[0]["what"] or "").casefold().split()
    if any(measures(each.condition) for each in awards):
        return list(awards)
    if len(things) != 1 or things & _UNEVEN or (what and not things & set(what)):
        return list(awards)
    counted = f"số {matches[0]['what'] or things.pop()} {matches[0]['verb']}".lower()
    return [
        _of_none(each) if match else _above_none(each, counted)
        for each, match in zip(awards, found, strict=True)
    ]


def _counts_some(award: Award, none: re.Match[str]) -> bool:
    """Whether a level says how many, by the same verb."""
    band = award.band
    if band is None or band.is_percent or band.is_rest:
        return band is not None and band.is_rest
    match = _SOME.match(award.condition.strip())
    return match is not None and match["verb"].casefold() == none["verb"].casefold()


def _of_none(award: Award) -> Award:
    return replace(award, band=Band("", low=Fraction(0), high=Fraction(0), is_high_in=True, is_exact=True))


def _above_none(award: Award, counted: str) -> Award:
    """As in "thiếu dưới 5 người": at least one of what is ``counted``."""
    if award.band is None or award.band.is_rest:
        return award
    # "Vượt 1 - 2 người": the verb says what is counted, and not that it is more than one.
    printed = read_band(tokens_of(_SOME.sub("", award.condition.strip(), count=1))) or award.band
    band = replace(printed, subject=counted)
    is_open = band.low is None and bool(band.high)
    return replace(award, band=replace(band, low=Fraction(1), is_low_in=True) if is_open else band)
