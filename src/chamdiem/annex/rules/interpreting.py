"""Clauses → statements: definitions first, then everything that may read their letters."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.rules.bands import Band, read_band
from chamdiem.annex.rules.bests import HIGHEST, LOWEST, compared, define_a_best, is_over_time, with_bests
from chamdiem.annex.rules.capping import read_cap
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.comparing import ratio_of_two
from chamdiem.annex.rules.conditions import read_award
from chamdiem.annex.rules.costing import read_less, read_times
from chamdiem.annex.rules.defining import (
    by_its_name,
    in_full,
    known_letters,
    letter_of_ratio,
    ratio_called,
    read_definition,
    read_given_letter,
    read_shared,
)
from chamdiem.annex.rules.equations import read_bare_formula, read_equation
from chamdiem.annex.rules.formulas import Maximum, Name, Operation
from chamdiem.annex.rules.hundreds import hundred_last, with_hundred_last
from chamdiem.annex.rules.items import read_each
from chamdiem.annex.rules.joining import join_conditions
from chamdiem.annex.rules.lone_letters import called_by_its_name, only_compared
from chamdiem.annex.rules.named_shares import with_plain_quotients
from chamdiem.annex.rules.needless import goes_without_saying, without_nothing_to_fault
from chamdiem.annex.rules.numbered import told_apart, with_numbers
from chamdiem.annex.rules.only_highest import without_the_note
from chamdiem.annex.rules.parts import read_shares
from chamdiem.annex.rules.periods import read_period
from chamdiem.annex.rules.plainer import said_plainly
from chamdiem.annex.rules.prices import with_prices
from chamdiem.annex.rules.quotients import NAMED_QUOTIENT, QUOTIENT, list_quotients, without_quotient
from chamdiem.annex.rules.scales import read_scaled
from chamdiem.annex.rules.shortfalls import read_shortfall
from chamdiem.annex.rules.statements import (
    Assignment,
    AtMostOne,
    Goal,
    Heading,
    NotApplicable,
    Peers,
    Points,
    Prose,
    Statement,
    WordsRatio,
)
from chamdiem.annex.rules.terse import as_presumed, spelled_out
from chamdiem.annex.rules.trimming import (
    plain_arithmetic,
    spelled_maximum,
    without_own_cap,
)
from chamdiem.annex.rules.words import Token, phrase_at, phrases, tokens_of

# "Mức độ hài lòng ≥ 90 %": how many are satisfied.
_SATISFIED = re.compile(
    r"\bmức độ hài lòng(?=(?: của [^\W\d_]+(?: [^\W\d_]+){0,5})?\s*(?:[<>≥≤=x×*]|đạt|từ \d|dưới \d|trên \d|nhân))",
    re.IGNORECASE,
)
_HEADS_A_TABLE = re.compile(
    r"(?:mức|bậc|t[ỷỉ] lệ|kết quả|nội dung|số lượng)[^:|\d]{0,40}\|\s*(?:số )?điểm(?: số| đạt| chấm)?",
    re.IGNORECASE,
)
_IN_CASE = re.compile(r"\s*\((?:trường hợp|nếu|điểm)\b[^()]*\)\s*$", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(
    r"không (?:đánh giá|áp dụng|chấm|xét|tính)(?: điểm)? (?:đối với )?(?:tiêu chí|chỉ số|nội dung|mục) này|không thuộc đối tượng áp dụng|"
    r"^không áp dụng (?:đối với|cho|với)\b|(?:\bthì|=\s*0\s*[:,]|\b(?:không|chưa) (?:có|phát sinh|tiếp nhận)[^:;]*:) không (?:đánh giá|áp dụng|chấm)\)?$",
    re.IGNORECASE,
)
_MIN_MAX = re.compile(r"\bmin\s*[-–/]\s*max\b", re.IGNORECASE)
_OF_THE_HIGHEST = re.compile(
    r"(?:so với|chia cho|trên|/)\s*(?:số liệu của |giá trị của )?(?:đơn vị|huyện|xã|địa phương|sở|cơ quan|phường|tỉnh|giá trị)[^.;:]{0,40}(?:cao|nhiều|lớn) nhất|"
    r"(?:đơn vị|huyện|xã|địa phương|sở|cơ quan|phường|tỉnh)[^.;:]{0,40}(?:cao|nhiều|lớn) nhất[^.;]{0,20}(?:điểm tối đa|đạt|được)",
    re.IGNORECASE,
)
# "Tỷ lệ hồ sơ đúng hạn (T): T ≥ 90%: …": a letter that no unit and no figure has.
_CALLED_RATIO = re.compile(r"(?<![^\W\d_])[TRKPLQ](?=\s*(?:[<>≥≤/=]|$))|(?<=[x×*] )[TRKPLQ](?![^\W\d_])")
_OTHER_POINTS = re.compile(
    r"\d\s*(?:điểm|đ)\b|\d\s*%|\bmỗi\b|\bcứ\b|\btrừ\b|không tính điểm|theo tỷ lệ", re.IGNORECASE
)
# "Điểm tính theo tỷ lệ so với đơn vị có tỷ lệ cao nhất".
_IN_PROPORTION = re.compile(
    r"^(?:(?:số )?điểm )?(?:được )?(?:tính |chấm )?(?:điểm )?theo t[ỷỉ] lệ(?: tương ứng| đạt được)?(?= so với)",
    re.IGNORECASE,
)
_DIVIDES = re.compile(r"/|\bso với\b|\bchia\b", re.IGNORECASE)
_HIGHER_IS_BETTER = re.compile(
    r"tỷ lệ thuận|tỉ lệ thuận|càng cao[^.;]{0,20}điểm càng cao|tính t[ỷỉ] lệ .* trên tổng điểm", re.IGNORECASE
)
_AT_MOST_ONE = re.compile(
    r"(?:thì )?(?:lấy|tính|coi như)[^.;]{0,20}(?:=|bằng|là)?\s*(?:1|100\s*%)\)?$|điểm\s*[lu]?u?ôn\s*(?:≤|<\s*=)\s*\d+",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^(?:trong đó\s*[:,]?|(?:cụ thể|với)\s*:|với(?=\s+(?:[a-z]|t[ỷỉ] lệ(?: \d)?)\s*=))\s*", re.IGNORECASE
)
_OR_AT_THE_END = re.compile(r"[,;]?\s*\bhoặc\b\s*$", re.IGNORECASE)
_OR_AT_THE_START = re.compile(r"^hoặc\b:?\s*", re.IGNORECASE)
_TELLS_POINTS = re.compile(
    r"\bđiểm\b|\d\s*đ\b|=|\d\s*%|\bmỗi\b|\bcứ\b|\btrừ\b|[<>≥≤]|\bt[ỷỉ] lệ\b\s*=|theo (?:t[ỷỉ] lệ|công thức)|\b(?:còn|ngược) lại\b|[x×*]\s*\d|\d\s*[x×*]|\bnhân (?:với )?\d|\bchia cho\b|\b(?:một )?nửa$|\d/\d$|\bphần (?:hai|ba|tư|năm)$",
    re.IGNORECASE,
)
_LEAST = phrases("tối thiểu|ít nhất")
_LONGEST_CLAUSE = 1_200
_INTRODUCES = re.compile(r"^[^=%*]*[:=]\s*$|^(?:điểm|nếu|cách tính)\b[^=%*\d]{0,60}$", re.IGNORECASE)


def interpret(clauses: Sequence[Clause], maximum: Fraction) -> list[Statement]:
    """One statement for every clause, in printed order."""
    printed, clauses = (
        clauses,
        with_plain_quotients(with_numbers(spelled_out(with_hundred_last(clauses), maximum))),
    )
    definitions = {clause: one for clause in clauses if (one := read_definition(clause)) is not None}
    shared = {clause: several for clause in clauses if (several := read_shared(clause))}
    letters = [each.letter for several in shared.values() for each in several]
    known = known_letters(clauses, [*(each.letter for each in definitions.values()), *letters])
    called, words = letter_of_ratio(clauses, known), ratio_called(clauses)
    stated: list[Statement] = []
    for clause in clauses:
        if clause in shared:
            stated += shared[clause]
        else:
            found = definitions.get(clause)
            stated.append(found or _statement(in_full(by_its_name(clause, words), called), known, maximum))
    stated = as_presumed(stated, printed, maximum)
    stated = called_by_its_name(stated, only_compared(clauses, definitions))
    stated = without_nothing_to_fault(with_prices(told_apart(join_conditions(compared(stated)))), maximum)
    stated = _as_printed(stated, printed)
    return [*list_quotients(clauses), *(statement for each in stated for statement in _with_points(each))]


def _as_printed(stated: Sequence[Statement], printed: Sequence[Clause]) -> list[Statement]:
    """The statements; formulas and prose that were read with their hundred last quote the text as it stands."""
    moved = {(each.field, each.start): each for each in printed if hundred_last(each.text) != each.text}
    return [
        replace(each, clause=moved.get((each.clause.field, each.clause.start), each.clause))
        if isinstance(each, Prose | Assignment)
        else each
        for each in stated
    ]


def _with_points(statement: Statement) -> list[Statement]:
    """A ratio in words that the clause multiplies by the maximum says the points too."""
    if not isinstance(statement, WordsRatio) or not statement.is_points:
        return [statement]
    return [statement, Points(statement.clause, Operation("*", Name(statement.name), Maximum()))]


def _statement(clause: Clause, known: Sequence[str], maximum: Fraction) -> Statement:
    plain = _as_a_whole(clause)
    if plain is not None:
        return plain
    body = _OR_AT_THE_START.sub("", _OR_AT_THE_END.sub("", _WHERE.sub("", clause.text)))
    is_alternative = bool(_OR_AT_THE_START.search(clause.text) or _OR_AT_THE_END.search(clause.text))
    body = without_quotient(without_the_note(body))
    body = NAMED_QUOTIENT.sub("", _SATISFIED.sub("tỷ lệ hài lòng", body))
    body = plain_arithmetic(said_plainly(_CALLED_RATIO.sub("tỷ lệ", QUOTIENT.sub("tỷ lệ ", body)), maximum))
    times = read_times(clause, body, maximum)
    body = without_own_cap(body, maximum)
    if goes_without_saying(clause, body, maximum):
        return AtMostOne(clause)
    if _HEADS_A_TABLE.fullmatch(clause.text):
        return Heading(clause)
    if body.startswith("(") and body.endswith(")") and body.count("(") == 1:
        body = body[1:-1].strip()
    if (case := _IN_CASE.search(body)) and _AT_MOST_ONE.search(case[0].strip()):
        body = body[: case.start()]
    if (scaled := read_scaled(clause, body, maximum)) is not None:
        return scaled
    whole = ratio_of_two(clause, body, maximum) or read_given_letter(clause, body, known)
    if whole is not None:
        return whole
    body = with_bests(body)
    tokens, known = spelled_maximum(tokens_of(body), maximum), [*known, HIGHEST, LOWEST]
    equation = read_equation(clause, tokens, body, known) or read_bare_formula(clause, tokens, body, known)
    if equation is not None:
        return equation
    shares = None if is_alternative else read_shares(clause, body, known, maximum)
    if shares is not None:
        return shares
    counted = (
        read_shortfall(clause, body)
        or read_period(clause, body, maximum)
        or read_less(clause, body, maximum)
        or times
    )
    each = counted or read_each(clause, tokens, body, is_alternative=is_alternative)
    if each is not None:
        return each
    if _AT_MOST_ONE.search(body):
        return AtMostOne(clause)
    return (
        read_cap(clause, tokens)
        or read_award(clause, tokens, body, known, is_alternative=is_alternative)
        or _other(clause, tokens)
    )


def _as_a_whole(clause: Clause) -> Statement | None:
    """What a clause is by what it speaks of, whatever its numbers."""
    if clause.explains:
        return Prose(clause)
    if len(clause.text) > _LONGEST_CLAUSE:
        return Prose(clause, has_numbers=True)
    if is_over_time(clause.text) and _DIVIDES.search(clause.text):
        # The best of some years is no figure of the others.
        return Prose(clause, has_numbers=True)
    if (explained := define_a_best(clause)) is not None:
        return explained
    if _NOT_APPLICABLE.search(clause.text):
        return NotApplicable(clause)
    if _compares(clause.text):
        is_share = _OF_THE_HIGHEST.search(clause.text) is not None
        return Peers(clause, "share_of_max" if is_share else "min_max")
    return None


def _compares(text: str) -> bool:
    """Whether a clause compares with the others, and says nothing else about points."""
    found = _MIN_MAX.search(text) or _OF_THE_HIGHEST.search(text)
    rest = _IN_PROPORTION.sub("", text)
    return found is not None and not _OTHER_POINTS.search(rest)


def _other(clause: Clause, tokens: list[Token]) -> Statement:
    if _HIGHER_IS_BETTER.search(clause.text):
        return Goal(clause, Band("", low=Fraction(1), unit="%"), is_growing=True)
    band = read_band(tokens)
    if band is not None and not band.is_rest and _is_goal(tokens, band):
        return Goal(clause, band)
    if _INTRODUCES.search(clause.text) or _is_short_heading(clause.text):
        return Heading(clause)
    return Prose(clause, has_numbers=bool(_TELLS_POINTS.search(clause.text)))


def _is_goal(tokens: Sequence[Token], band: Band) -> bool:
    if any(token.text in ("điểm", "đ", "*") for token in tokens) or _multiplies(tokens):
        return False
    return band.unit == "%" or (
        band.low is not None
        and band.high is None
        and (
            tokens[0].text in ("tối", "ít", "có", "từ")
            or any(phrase_at(tokens, at, _LEAST) for at in range(9))
        )
    )


def _multiplies(tokens: Sequence[Token]) -> bool:
    """As in "chỉ số hài lòng nhân 10": a calculation, and nothing to reach."""
    return any(one.text == "nhân" and other.kind in ("number", "percent") for one, other in pairwise(tokens))


def _is_short_heading(text: str) -> bool:
    return len(text) < 60 and not _TELLS_POINTS.search(text)
