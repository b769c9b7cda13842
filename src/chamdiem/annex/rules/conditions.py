"""A condition and what it gives: "Đã ban hành: Điểm tối đa", "Đạt điểm tối đa nếu …"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.rules.bands import Band, read_band
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import NoFormulaError, has_maximum
from chamdiem.annex.rules.material import exists
from chamdiem.annex.rules.rewards import GIVES_NOTHING, Reward, read_reward
from chamdiem.annex.rules.statements import (
    Award,
)
from chamdiem.annex.rules.trimming import WHOLE_PAIRS, has_reward, without_trailing
from chamdiem.annex.rules.worded import read_worded
from chamdiem.annex.rules.words import Token, phrase_at, phrases, text_of

_SEPARATORS = frozenset(
    (":", "=", "=>", "(", "thì", "được", "đạt", "tính", ",", "là", "chấm", "cho", "sẽ", "-", ")")
)
_BEGIN_A_REWARD = frozenset(("không", "được", "đạt", "tính", "chấm", "điểm", "hưởng", "còn"))
_BEFORE_A_FORMULA = frozenset((":", "=", "thì", "được", "tính", ","))
# Behind these a number of points is no reward of its own.
_NO_CONDITION = frozenset(
    (
        "trừ",
        "cộng",
        "thêm",
        "giảm",
        "quá",
        "đa",
        "đến",
        "tới",
        "dưới",
        "trên",
        "từ",
        "mỗi",
        "là",
        "nhất",
        "thiểu",
        "hơn",
        "nhân",
        "chia",
        "tổng",
    )
)
# What ends with these was cut off from what it speaks of: "quy đổi về thang | điểm 12".
_DANGLING = frozenset(("của", "về", "thang", "theo", "bằng", "sang"))
_COMPARES = frozenset(("<", ">", "<=", ">="))
# Behind "và" another quantity, and not the other end of a band.
_OPEN_A_COUNT = frozenset(("số", "tổng", "có", "đã"))
_LEAD_ON = frozenset((",", ";", ".", ":", "nếu", "khi", "đối", "với", "trong", "cho"))
_CONDITIONAL = phrases("nếu|khi|trong trường hợp|với trường hợp|đối với|cho trường hợp")


def read_award(
    clause: Clause,
    tokens: list[Token],
    body: str,
    known: Sequence[str],
    *,
    is_alternative: bool,
) -> Award | None:
    """The longest reward at the end, and the condition in front of it."""
    for place in range(1, len(tokens)):
        before = tokens[place - 1].text
        follows = before in _SEPARATORS or tokens[place].text in _BEGIN_A_REWARD
        if not follows and not _ends_with_points(tokens, place):
            continue
        if _is_cut(tokens, place) or [before, tokens[place].text] in WHOLE_PAIRS:
            # "50 % điểm tối đa" is one reward: its end alone would be another.
            continue
        reward = read_reward(tokens[place:], known, bare=before in (":", "=", "=>", "đạt", "được", "thì"))
        if (
            reward is None
            and before in (":", "thì")
            and (worded := _worded(clause, tokens, place, body, known))
        ):
            return replace(worded, is_alternative=is_alternative)
        if reward is not None and reward.kind == "formula" and before not in _BEFORE_A_FORMULA:
            continue
        condition = without_trailing(tokens[:place]) or without_trailing(
            tokens[:place], (":", "=", "=>", ",")
        )
        if reward is not None and [token.text for token in condition] == ["tỷ", "lệ"] and before == "đạt":
            # "Tỷ lệ đạt 100 %" says what is to be reached.
            continue
        if reward is not None and condition and not _calculates(condition):
            return Award(clause, text_of(condition, body), reward, _band(condition), is_alternative)
    return _award_first(clause, tokens, body, known, is_alternative=is_alternative)


def _worded(clause: Clause, tokens: list[Token], place: int, body: str, known: Sequence[str]) -> Award | None:
    """As in "Đã triển khai: Điểm = số đơn vị sử dụng/tổng số đơn vị × 10"."""
    if tokens[place - 1].text not in (":", "thì"):
        return None
    given = tokens[place:]
    if [token.text for token in given[:2]] == ["điểm", "="]:
        given = given[2:]
    condition = without_trailing(tokens[:place])
    if not condition or any(token.kind != "word" for token in condition):
        return None
    if not exists(text_of(condition, body)):
        return None
    try:
        formula, figures = read_worded(given, body, known)
    except NoFormulaError:
        return None
    if not has_maximum(formula):
        return None
    return Award(clause, text_of(condition, body), Reward("formula", formula=formula), figures=figures)


def _ends_with_points(tokens: Sequence[Token], place: int) -> bool:
    """As in "ban hành chậm 5 điểm", "chưa đủ 60% số điểm": points right behind the words of a condition."""
    if tokens[place].kind == "percent" and [token.text for token in tokens[place + 1 :]] == ["số", "điểm"]:
        words = tokens[:place]
        return all(token.kind == "word" for token in words) and words[-1].text not in _NO_CONDITION
    if place != len(tokens) - 2 or tokens[place].kind != "number" or tokens[-1].text not in ("điểm", "đ"):
        return False
    leads = [token.text for token in tokens[:place]]
    is_led = leads.count(":") == 1 and all(
        token.kind == "word" or token.text in (":", ",") for token in tokens[:place]
    )
    if any(word in ("=", "mỗi", "cứ", "từng") for word in leads) or (":" in leads and not is_led):
        # "dưới 6 video: mỗi video 2,5 điểm" says what each gives, not what the condition does.
        return False
    before = tokens[place - 1]
    is_prize = [token.text for token in tokens[place - 2 : place]] == ["giải", "nhất"]
    return before.kind == "percent" or (
        before.kind == "word" and (is_prize or before.text not in _NO_CONDITION)
    )


def _is_cut(tokens: list[Token], place: int) -> bool:
    """Whether a reward begins inside of one; "dưới 50% 6 điểm" does not."""
    before = tokens[place - 1].kind
    if before not in ("number", "percent") or tokens[place].text == "không":
        return False
    return before == "number" or not _ends_with_points(tokens, place)


def _calculates(condition: Sequence[Token]) -> bool:
    """Whether a formula was cut in two: what is left of it is no condition."""
    said = [token.text for token in condition]
    behind = said[said.index(":") :] if ":" in said else []
    if condition[-1].text in _DANGLING or "cứ" in said or "mỗi" in behind:
        return True
    if condition[-1].text in ("*", "/", "+", "-", "(") or "=>" in said:
        return True
    is_of_points = [token.text for token in condition[:2]] == ["số", "điểm"] or condition[0].text == "điểm"
    if is_of_points and any(token.text in ("bằng", "tích", "tổng", "=") for token in condition):
        return True
    words = [token.text for token in condition if token.kind == "word"]
    if any(phrase_at(condition, place, GIVES_NOTHING) for place in range(len(condition))):
        return True
    is_compared = any(token.text in _COMPARES for token in condition)
    if words and all(len(word) < 2 for word in words) and _divides(condition) and not is_compared:
        return True
    if any(has_reward(condition, place) for place in range(len(condition))):
        return True
    signs = [token.text for token in condition if token.kind == "sign"]
    return "*" in signs or any(
        one.text == "điểm" and other.text in ("=", ":") for one, other in itertools.pairwise(condition)
    )


def _divides(tokens: Sequence[Token]) -> bool:
    return any(token.text == "/" for token in tokens)


def _award_first(
    clause: Clause,
    tokens: list[Token],
    body: str,
    known: Sequence[str],
    *,
    is_alternative: bool,
) -> Award | None:
    """As in "Đạt điểm tối đa nếu …", "10 điểm: …", "Trừ …"."""
    for place in range(1, len(tokens) - 1):
        taken = phrase_at(tokens, place, _CONDITIONAL) or (tokens[place].text == ":")
        if not taken:
            continue
        reward = read_reward(tokens[:place], known)
        condition = without_trailing(tokens[place + taken :])
        holds_another = any(
            has_reward(condition, at) or _denies_points(condition, at) for at in range(len(condition))
        )
        if reward is not None and reward.is_constant and condition and not holds_another:
            return Award(clause, text_of(condition, body), reward, _band(condition), is_alternative)
    return None


def _denies_points(condition: Sequence[Token], place: int) -> bool:
    """As in "…, không chấm điểm nếu dưới 50%"; "không có điểm nghẽn" is something else."""
    taken = phrase_at(condition, place, GIVES_NOTHING)
    return bool(taken) and (place + taken == len(condition) or condition[place + taken].text in _LEAD_ON)


def _band(condition: Sequence[Token]) -> Band | None:
    """The band of a condition; none where it has another number of its own: "từ 80 % hoặc từ 500 hồ sơ"."""
    ways = [False]
    for token, following in itertools.pairwise([*condition, condition[-1]]):
        is_joined = token.text == "và" and following.text in _OPEN_A_COUNT
        if is_joined or token.text in ("hoặc", "hay") or (token.text, following.text) == ("đồng", "thời"):
            ways.append(False)
        elif token.kind in ("number", "percent"):
            ways[-1] = True
    band = read_band(condition) if sum(ways) < 2 else None
    return band if band is None else _in_shares(band)


def _in_shares(band: Band) -> Band:
    """As in "tỷ lệ ≥ 0,8": a ratio that is printed as a share of one is so many percent."""
    ends = [end for end in (band.low, band.high) if end is not None]
    is_share = ends and all(0 <= end <= 1 for end in ends) and any(end.denominator > 1 for end in ends)
    return replace(band, unit="%") if is_share and not band.unit and "tỷ lệ" in band.subject else band
