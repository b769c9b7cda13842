"""Every criterion gets its rule: read, tried, or left to people with the reason."""

from __future__ import annotations

import logging
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.lettered import lettered_below
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.annex.rules.building import read_rule
from chamdiem.annex.rules.counting import NONE_IS_FULL
from chamdiem.annex.rules.reading import RuleReading, by_hand, for_a_reason
from chamdiem.annex.rules.taking_off import as_given, as_taken
from chamdiem.annex.rules.trying import why_it_fails
from chamdiem.annex.rules.turning import rewards_trouble

_log = logging.getLogger(__name__)
_LONGEST = 160
_GUIDE = 300
# The texts a rule is read from, and what damage to them takes off its confidence.
RULE_FIELDS = ("method", "note")
_REPAIRED, _DAMAGED, _LEAST = 12, 24, 20


def give_rules(annex: Annex) -> None:
    """Set the rules of all criteria of an annex."""
    for row in annex.rows:
        if row.role != "information" and not row.is_group and row.max_points:
            row.rule = rule_of(row, row.max_points)
    for place, row in enumerate(annex.rows):
        if row.is_group and _loses_its_rule(annex, place):
            row.warn("rule.lost_to_rows")


def _loses_its_rule(annex: Annex, place: int) -> bool:
    """Whether a row has a rule of its own, and the rows below it do not make up its points for certain."""
    row = annex.rows[place]
    below = annex.children(place)
    if not row.method or not row.max_points:
        return False
    adds_up = sum(annex.rows[each].max_points or 0 for each in below) == row.max_points
    if adds_up and len(below) > 1 and not lettered_below(annex, place):
        return False
    return not _read(row.texts, row.name, row.max_points).is_manual


def rule_of(row: AnnexRow, maximum: Fraction) -> RuleReading:
    """The rule of one criterion; warns where it is none, or not sure."""
    method = row.method
    if not method and not row.texts.get("note"):
        row.warn("rule.no_text")
        return by_hand()
    if row.has_bare_levels:
        # One level read alone would be a rule of its own.
        row.warn("rule.not_understood", text=_short(method))
        return by_hand("", method[:_GUIDE])
    is_deduction = row.role == "deduction"
    texts = {**row.texts, "method": as_given(method)} if is_deduction else row.texts
    reading = _read(texts, row.name, maximum)
    if is_deduction and not reading.is_manual:
        taken = as_taken(reading.rule)
        assumed = [each for each in reading.assumed if each != NONE_IS_FULL]
        reading = by_hand(method) if taken is None else replace(reading, rule=taken, assumed=assumed)
    elif row.role == "bonus" and isinstance(reading.rule, dict) and reading.rule["kind"] == "deduct":
        reading = by_hand(method)  # Points that may only be won are not lost from the whole.
    if reading.is_manual:
        _warn_left(row, reading)
        return by_hand(reading.why_not, method[:_GUIDE])
    if why := why_it_fails(reading, maximum):
        row.warn("rule.demoted", why=why)
        return by_hand(why, method[:_GUIDE])
    if not is_deduction and (trouble := rewards_trouble(reading, maximum)):
        row.warn("rule.left_to_people", text=_short(f"nhiều “{trouble}” hơn thì được nhiều điểm hơn"))
        return by_hand(trouble, method[:_GUIDE])
    for text in reading.unread:
        row.warn("rule.unread", text=_short(text))
    for text in reading.assumed:
        row.warn("rule.read_as" if text in reading.plain else "rule.assumed", text=text)
    if reading.zero_unsaid:
        row.warn("rule.zero_unsaid", text=reading.zero_unsaid)
    _weigh_damage(row, reading)
    return reading


def _read(texts: dict[str, str], name: str, maximum: Fraction) -> RuleReading:
    """The rule of a text; one that trips up the reader costs its own rule, and no other row."""
    try:
        return read_rule(texts, name, maximum)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  whatever stops the reader at one row is told there, and logged
        _log.exception("rule.reader_stopped")
        return for_a_reason("bộ đọc dừng giữa chừng ở đoạn này")


def _warn_left(row: AnnexRow, reading: RuleReading) -> None:
    if not row.method:
        row.warn("rule.no_text")
    elif reading.is_reasoned:
        row.warn("rule.left_to_people", text=_short(reading.why_not))
    else:
        row.warn("rule.not_understood", text=_short(reading.why_not))


def _weigh_damage(row: AnnexRow, reading: RuleReading) -> None:
    """Trust a rule less where its text was repaired, and less still where it is damaged yet."""
    if any(repair.field in RULE_FIELDS for repair in row.repairs):
        row.warn("rule.damaged_text")
        reading.confidence -= _REPAIRED
    if any(
        notice.code == "text.damaged" and notice.facts.get("field") in RULE_FIELDS for notice in row.warnings
    ):
        row.warn("rule.doubtful_text")
        reading.confidence -= _DAMAGED
    reading.confidence = max(_LEAST, reading.confidence)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
