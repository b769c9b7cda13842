"""The statements of one text → one rule, or none with the reason."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.awarding import by_answers
from chamdiem.annex.rules.banding import by_bands
from chamdiem.annex.rules.besides import behind_besides, besides, left_out
from chamdiem.annex.rules.calculating import by_formula, in_words
from chamdiem.annex.rules.clauses import clauses_of
from chamdiem.annex.rules.counting import by_items
from chamdiem.annex.rules.denied_things import of_denied_things
from chamdiem.annex.rules.doubting import speaks_against
from chamdiem.annex.rules.edges import by_edges
from chamdiem.annex.rules.empties import (
    EmptyCase,
    is_about,
    is_told,
    nothing_for_none,
    policies_of,
    says_none,
    with_policy,
    without_empties,
    without_opposites,
)
from chamdiem.annex.rules.explaining import why_left
from chamdiem.annex.rules.further import by_further
from chamdiem.annex.rules.interpreting import interpret
from chamdiem.annex.rules.judging import for_people
from chamdiem.annex.rules.linear import by_linear
from chamdiem.annex.rules.lone_levels import lone_level
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.missing import by_missing
from chamdiem.annex.rules.noting import left_in_notes
from chamdiem.annex.rules.parts import by_parts
from chamdiem.annex.rules.peering import by_peers
from chamdiem.annex.rules.presuming import by_condition, by_goal
from chamdiem.annex.rules.reading import RuleReading, by_hand, for_a_reason
from chamdiem.annex.rules.respelling import are_told_by_case, in_plain_letters
from chamdiem.annex.rules.restricting import MOST_THINGS
from chamdiem.annex.rules.rewards import FULL
from chamdiem.annex.rules.sections import by_sections
from chamdiem.annex.rules.settling import note_parts_of_one, note_shares
from chamdiem.annex.rules.shortfalls import by_shortfall
from chamdiem.annex.rules.split_numbers import damaged_number, joined, joined_numbers
from chamdiem.annex.rules.statements import (
    Award,
    Cap,
    Each,
    Goal,
    Heading,
    NotApplicable,
    Points,
    Prose,
    Shares,
    Shortfall,
    Statement,
)
from chamdiem.annex.rules.swallowing import above_all, swallowed
from chamdiem.annex.rules.taken_bands import by_taken_bands
from chamdiem.annex.rules.taken_levels import by_taken_levels
from chamdiem.annex.rules.telling import Found, phrase_of, reading_of, with_told
from chamdiem.annex.rules.trying import why_it_fails
from chamdiem.annex.rules.turning import named_by_the_text

_BUILDERS = (
    by_peers,
    by_shortfall,
    by_taken_bands,
    by_parts,
    by_further,
    by_items,
    by_missing,
    by_edges,
    by_bands,
    by_linear,
    by_formula,
    by_answers,
    in_words,
    by_goal,
    by_condition,
    by_taken_levels,
)
# Words of points that were not understood: without them a rule would be a guess.
_SAYS_POINTS = re.compile(
    r"\bđiểm\b|\d\s*đ\b|\b(?:gấp|nhân) (?:đôi|ba|\d)|\bhệ số \d|(?<!loại )(?<!khấu )\btrừ\b|=|theo t[ỷỉ] lệ|\bso với\b|[<>≥≤]|\d\s*[x×*]|[x×*]\s*\d|(?::|\s[-–])\s*\d+(?:,\d+)?\s*%$|\b(?:được|tính|hưởng|chấm|đạt) (?:\d+\s*%|(?:một )?nửa|\d/\d)$|[\s:](?:một nửa|\d/\d|(?:một|hai) phần (?:hai|ba|tư|năm))$",
    re.IGNORECASE,
)
_LONGEST_TEXT, _FEW_WORDS = 12_000, 2
# Statements that give points: a rule that leaves one of them out is a guess.
_GIVING = (Award, Each, Points, Shares, Shortfall, Cap, NotApplicable)


def read_rule(texts: dict[str, str], name: str, maximum: Fraction) -> RuleReading:
    """Read the calculation text of one row.

    Args:
        texts: ``method`` and, where formulas stand in it, ``note``.
        name: The name of the row.
        maximum: In points.
    """
    method = texts.get("method", "")
    if number := damaged_number(joined(method)):
        return for_a_reason(f"“{number}”: con số bị hỏng, bị tách hoặc có thể đọc hai cách")
    if told := joined_numbers(method):
        read = read_rule({**texts, "method": joined(method)}, name, maximum)
        return by_hand(method) if read.is_manual and not read.is_reasoned else with_told(read, told)
    reading = _read(texts, name, maximum)
    plain, is_unsure = in_plain_letters(method), are_told_by_case(method)
    if plain == method or not (is_unsure or reading.is_manual):
        return reading
    respelled = _read({**texts, "method": plain}, name, maximum)
    if not respelled.is_manual:
        return respelled
    return by_hand(reading.why_not or method) if is_unsure else reading


def _read(texts: dict[str, str], name: str, maximum: Fraction) -> RuleReading:
    if sum(len(texts.get(field, "")) for field in ("method", "note")) > _LONGEST_TEXT:
        return for_a_reason("văn bản quá dài để là một cách tính")
    clauses = clauses_of(texts.get("method", ""))
    own = interpret(clauses, maximum)
    noted = clauses_of(texts.get("note", ""), "note")
    statements = interpret([*clauses, *noted], maximum)
    if not any(isinstance(each, _GIVING) for each in own) and not noted:
        statements = own
    statements = of_denied_things([_in_shares(each, maximum) for each in statements])
    if (people := for_people(texts.get("method", ""))) is not None:
        return people
    if (award := swallowed(statements) or above_all(statements, maximum)) is not None:
        return why_left([award], maximum)
    if (level := lone_level(statements)) is not None:
        return for_a_reason(f"“{level.clause.text}” chỉ là một mức của thang điểm")
    reading = named_by_the_text(statements, name, lambda called: _build(statements, called, maximum))
    if not noted and (reading.is_manual or why_it_fails(reading, maximum)):
        return by_sections(texts.get("method", ""), name, maximum, read_rule) or reading
    return reading


def _in_shares(statement: Statement, maximum: Fraction) -> Statement:
    """As many points as the row has are all of them."""
    if (
        isinstance(statement, Award)
        and statement.reward.is_constant
        and statement.reward.of(maximum) == maximum
    ):
        return replace(statement, reward=FULL)
    return statement


def _build(statements: Sequence[Statement], name: str, maximum: Fraction) -> RuleReading:
    """The rule of all statements; cases in which there is nothing to count say what its zeros give."""
    others, cases = without_empties(statements)
    found = _found(without_opposites(others, cases), name, maximum) if cases else None
    if isinstance(found, Found) and any(policies_of(found.rule)):
        meant = [each for each in cases if is_about(each, found.rule, found.labels)]
        if meant and len(meant) < len(cases):
            kept, _ = without_empties(statements, meant)
            found = _found(without_opposites(kept, meant), name, maximum)
        if meant and isinstance(found, Found) and any(policies_of(found.rule)):
            return _settled(found, meant)
    found = _found(statements, name, maximum)
    return reading_of(found) if isinstance(found, Found) else found


def _found(statements: Sequence[Statement], name: str, maximum: Fraction) -> Found | RuleReading:
    """The rule of all statements, behind the conditions of their own that lose all points."""
    if lost := besides(statements, name):
        asked = _found([each for each in statements if each not in lost], name, maximum)
        rule = behind_besides(asked.material, asked.rule, lost) if isinstance(asked, Found) else None
        if isinstance(asked, Found) and rule is not None:
            asked.material.statements = statements
            return replace(asked, rule=rule)
    found = _first(statements, name, maximum)
    if isinstance(found, Found) and (left := left_out(statements, found.rule)) is not None:
        return by_hand(left.clause.text)
    return found


def _first(statements: Sequence[Statement], name: str, maximum: Fraction) -> Found | RuleReading:
    """What the first builder makes that understands the statements; by hand where none does."""
    for builder in _BUILDERS:
        material = Material(statements, maximum, name)
        rule = builder(material)
        if material.refused:
            return for_a_reason(material.refused)
        if rule is None:
            continue
        missed = [
            each for each in material.unread() if each.clause.field == "method" or isinstance(each, Points)
        ]
        if any(_decides(each) for each in missed):
            return why_left(missed, maximum)
        if (against := speaks_against(material, f"{rule}")) is not None:
            return by_hand(against)
        note_shares(material)
        note_parts_of_one(material)
        noted = [each for each in left_in_notes(material) if each not in missed]
        return Found(material, rule, [*missed, *noted, *_said_last(material, missed)])
    return why_left(statements, maximum)


def _said_last(material: Material, missed: Sequence[Statement]) -> list[Statement]:
    """Words behind all that gives points: they introduce nothing, so they may restrict what is given."""
    method = [each for each in material.statements if each.clause.field == "method"]
    giving = [
        place for place, each in enumerate(method) if isinstance(each, _GIVING) and id(each) in material.used
    ]
    behind = method[max(giving) + 1 :] if giving else []
    return [
        each
        for each in behind
        if isinstance(each, Heading | Prose)
        and each not in missed
        and id(each) not in material.used
        and not each.clause.explains
        and not each.clause.text.endswith(":")
        and len(each.clause.text.split()) > _FEW_WORDS
    ]


def _settled(found: Found, cases: Sequence[EmptyCase]) -> RuleReading:
    """The rule with what the text gives where there is nothing to count."""
    policies = {each.policy for each in cases}
    policy = next(iter(policies))
    held = list(policies_of(found.rule))
    if len(policies) != 1 or not policy or (policy == "full" and "if_zero" not in f"{found.rule}"):
        return by_hand(cases[0].award.clause.text)
    if policy == "full" and len(held) != f"{found.rule}".count("if_zero"):
        # A gate in front of the ratio would hide the zero from it.
        return by_hand(cases[0].award.clause.text)
    for case in cases:
        found.material.use(case.award)
        if not is_told(case, found.rule, found.labels):
            both = " hoặc số đạt bằng 0: đều 0 điểm" if policy == "zero" and says_none(case) else ""
            found.material.assume(f"“{case.words}” được hiểu là mẫu số bằng 0{both}")
    rule = with_policy(found.rule, policy)
    if policy == "zero" and any(says_none(each) for each in cases):
        rule = nothing_for_none(rule)
    reading = reading_of(replace(found, rule=rule), is_settled=True)
    reading.phrases += [phrase_of(each.award) for each in cases]
    reading.phrases.sort(key=lambda phrase: phrase.start)
    return reading


def _decides(statement: Statement) -> bool:
    """Whether a rule that leaves this out would be a guess."""
    if isinstance(statement, Prose | Goal | Heading):
        if statement.clause.explains:
            return False
        return bool(_SAYS_POINTS.search(statement.clause.text) or MOST_THINGS.match(statement.clause.text))
    return isinstance(statement, _GIVING) and not isinstance(statement, NotApplicable)
