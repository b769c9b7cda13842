"""Points for every thing, and the caps on them: "Mỗi tài liệu 0,2 điểm, cho đến điểm tối đa"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.capping import capped, most_behind
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.costing import COSTS, FAULTS, FOR_EACH, cost_first, is_left_undone, one_fault
from chamdiem.annex.rules.rewards import Reward, read_reward
from chamdiem.annex.rules.statements import (
    Each,
)
from chamdiem.annex.rules.step_sizes import read_size, things_text
from chamdiem.annex.rules.step_things import are_of_two_kinds
from chamdiem.annex.rules.stepping import is_thing
from chamdiem.annex.rules.trimming import has_reward, tidy_label, without_trailing
from chamdiem.annex.rules.words import Token, phrase_at, phrases, text_of

_EACH = phrases("mỗi|mỗi một|mỗi khi có|cứ|cứ mỗi|với mỗi|cứ có|từng")
_PERIODS = frozenset(("tháng", "quý", "tuần", "năm", "ngày"))
_FEWER = phrases("dưới|ít hơn|chưa đủ|chưa đến|<|không đủ")
_LEAST = phrases("ít nhất|tối thiểu")
_LEAD_TO_THINGS = ("còn", "nếu", "có", "khi")
_LEAD_TO_COSTS = ("bị", "sẽ")
_BEFORE_IT = frozenset(("thiết", "trang", "chuẩn"))
_AVERAGES = (("bình", "quân"), ("trung", "bình"))
_JOINS_PRICES = frozenset(("hoặc", "hay", "và", "/", ",", "-", "+"))
_CHANGES = frozenset(("tăng", "vượt", "so"))


def read_each(clause: Clause, tokens: list[Token], body: str, *, is_alternative: bool) -> Each | None:
    """What counts, how many points each, and the most it gives."""
    start = next(
        (at for at in range(len(tokens)) if phrase_at(tokens, at, _EACH) and not _is_average(tokens, at)),
        None,
    )
    reversed_each = _reward_first(clause, tokens, body, is_alternative=is_alternative)
    if reversed_each is not None:
        return reversed_each
    if start is None:
        return one_fault(clause, tokens, is_alternative=is_alternative)
    head, most = _most_before(tokens[:start])
    if head is None:
        return None
    size = read_size(tokens, start + phrase_at(tokens, start, _EACH))
    if size is None:
        return None
    every, tokens, place = size
    if place + 1 < len(tokens) and tokens[place].text == "đạt" and tokens[place + 1].kind == "percent":
        place += 1
    rest, cap = capped(tokens[place:])
    rest, most = (rest, most) if most is not None else most_behind(rest)
    step = tokens[place] if place < len(tokens) else None
    if step is not None and step.kind == "percent" and step.number:
        found = _each_step(clause, step, rest[1:], cap, body)
        return replace(found, most=most * 100) if found is not None and most is not None else found
    if any(_is_share_of_it(rest, at) for at, token in enumerate(rest) if token.kind == "percent"):
        # "cứ thiếu 5 % trừ 3 điểm" counts steps of a ratio: nothing that can be counted one by one.
        return None
    costs = next((at for at in range(len(rest)) if _costs(rest, at)), None)
    reward, at = _last_reward(rest) if costs is None else (read_reward(rest[costs + 1 :], bare=True), costs)
    if reward is None or not reward.is_constant or not at or not _is_counted(rest[:at]):
        return None
    if are_of_two_kinds(rest[:at], is_single=every == 1) or (every != 1 and _is_each_of_them(rest[:at])):
        return None
    if costs is None and not _earns(reward, head, rest, at):
        return None
    if any(has_reward(rest, place) for place in range(at)):
        return None
    return Each(
        clause,
        _called(head, rest[:at], body, takes_off=costs is not None, is_single=every == 1),
        reward,
        every=every,
        cap=cap,
        takes_off=costs is not None,
        is_alternative=is_alternative,
        most=most,
    )


def _is_counted(things: Sequence[Token]) -> bool:
    return is_thing(things) and not _ends_in_another_price(things)


def _ends_in_another_price(things: Sequence[Token]) -> bool:
    """As in "mỗi mô hình được 0,5 hoặc 1 điểm": the first price is no part of the thing."""
    while things and things[-1].text in _JOINS_PRICES:
        things = things[:-1]
    return bool(things) and things[-1].kind == "number" and things[-1].number.denominator != 1


def _is_average(tokens: Sequence[Token], at: int) -> bool:
    """As in "bình quân mỗi hộ 3 ngày công": of all of them, and not of each."""
    return tuple(each.text for each in tokens[max(0, at - 2) : at]) in _AVERAGES


def _is_each_of_them(things: Sequence[Token]) -> bool:
    """As in "cứ 2 vụ thì mỗi vụ trừ 1 điểm": a step of several, or a price of each."""
    return any(token.text in ("mỗi", "từng") for token in things)


def _called(
    head: Sequence[Token], things: Sequence[Token], body: str, *, takes_off: bool, is_single: bool
) -> str:
    """What is counted; the words in front of "mỗi" belong to a fault, and are the subject of what earns points."""
    counted = [*head, *things] if takes_off else things
    if takes_off:
        things, counted = _without_lead(things), _without_lead(counted)
    said = without_trailing([each for each in head if each.text not in _LEAD_TO_THINGS])
    named = {each.text for each in without_trailing(things)}
    if takes_off and is_single and named and named < {each.text for each in said}:
        # "còn thôn chưa phủ sóng: mỗi thôn trừ 1 điểm".
        return tidy_label(text_of(said, body))
    what = text_of(without_trailing(counted), body)
    if not is_single:
        what = things_text(without_trailing(things), body)
    subject = text_of(without_trailing(head), body) if not (takes_off and is_single) else ""
    return tidy_label(f"{subject}: {what}" if subject else what)


def _without_lead(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without "bị" in front of what is taken off; "thiết bị" keeps it."""
    words = [token.text for token in tokens[-2:]]
    is_lead = bool(words) and words[-1] in _LEAD_TO_COSTS and words[0] not in _BEFORE_IT
    return tokens[:-1] if is_lead else tokens


def _costs(tokens: Sequence[Token], place: int) -> bool:
    """Whether points are taken off here; "mỗi thủ tục được cắt giảm" earns them."""
    is_cut = place > 0 and tokens[place - 1].text == "cắt"
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    earns = is_cut and following is not None and following.kind != "number"
    return tokens[place].text in COSTS and not earns


def _is_share_of_it(rest: Sequence[Token], at: int) -> bool:
    """Whether a percentage is neither what is given nor a condition of each thing: "mỗi thôn có từ 50% hộ dùng"."""
    if read_reward(rest[at:], bare=False) is not None:
        return False
    before = {token.text for token in rest[1:at]}
    is_turned = {rest[0].text, *before} & (FAULTS | COSTS | _CHANGES | {"lần"})
    return not before & {"có", "đạt"} or bool(is_turned)


def _earns(reward: Reward, head: Sequence[Token], rest: Sequence[Token], at: int) -> bool:
    """Whether things earn points; "… hoặc mỗi giáo viên có 5 học liệu: Điểm tối đa" is a condition."""
    if reward.is_nothing or reward.is_full or _says_how_often(rest):
        return False
    counted = [*head, *rest[:at]]
    return not any(token.text in FAULTS for token in counted) and not is_left_undone(counted)


def _each_step(
    clause: Clause, step: Token, rest: Sequence[Token], cap: Reward | None, body: str
) -> Each | None:
    """As in "cứ mỗi 10 % hộ có tài khoản được 2 điểm": full steps of a ratio."""
    reward, at = _last_reward(rest)
    if reward is None or reward.kind != "points" or reward.is_nothing or not at:
        return None
    if any(token.text in FAULTS | COSTS | _CHANGES or token.kind != "word" for token in rest[:at]):
        return None
    what = tidy_label(text_of(without_trailing(rest[:at]), body))
    return Each(clause, what or "phần trăm", reward, every=step.number * 100, cap=cap, is_share=True)


def _says_how_often(rest: Sequence[Token]) -> bool:
    """As in "mỗi tháng có ít nhất 1 ca": a frequency, not what each case gives."""
    return bool(rest) and (
        rest[0].text in _PERIODS or any(phrase_at(rest, at, _LEAST) for at in range(len(rest)))
    )


def _reward_first(clause: Clause, tokens: list[Token], body: str, *, is_alternative: bool) -> Each | None:
    """As in "2 điểm cho mỗi cuộc họp, không quá 10 điểm" and "1 điểm/văn bản"."""
    colon = next((place + 1 for place, token in enumerate(tokens) if token.text == ":"), 0)
    costs = next((place + 1 for place in range(len(tokens)) if _costs(tokens, place)), 0)
    if costs and costs >= colon:
        return cost_first(clause, tokens, costs, body, is_alternative=is_alternative)
    head, start = tokens[:colon], colon
    if any(token.kind in ("number", "percent") for token in head):
        head, start = [], 0
    for place in range(start + 1, min(len(tokens) - 1, start + 5)):
        is_stroke = tokens[place].text == "/" and tokens[place - 1].text in ("điểm", "đ")
        taken = 1 if is_stroke else phrase_at(tokens, place, FOR_EACH)
        if not taken:
            continue
        reward = read_reward(tokens[start:place])
        rest: Sequence[Token] = tokens[place + taken :]
        if rest and (rest[0].number == 1 or rest[0].text in ("một", "mỗi")):
            rest = rest[1:]
        rest, cap = capped(rest)
        if reward is None or reward.kind != "points" or reward.is_nothing or not rest:
            return None
        if not all(_is_part_of_a_name(rest, at) for at in range(len(rest))) or not is_thing(rest):
            return None
        if is_left_undone(rest):
            return None
        counted = without_trailing(head) or without_trailing(rest, (",", "(", ")"))
        period = rest[0].text if len(rest) == 1 and rest[0].text in _PERIODS and head else ""
        what = tidy_label(text_of(counted, body))
        what = f"Số {period} {what[:1].lower()}{what[1:]}" if period else what
        return Each(clause, what, reward, cap=cap, is_alternative=is_alternative)
    return None


def _is_part_of_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token names a thing, as "tin, bài" does with its comma."""
    if tokens[at].text == ",":
        return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == tokens[at + 1].kind == "word"
    return tokens[at].kind == "word" and tokens[at].text not in FAULTS


def _most_before(head: Sequence[Token]) -> tuple[Sequence[Token] | None, Fraction | None]:
    """As in "Tối đa 10 ý kiến/năm, mỗi ý kiến …": how many count at most; None where other numbers stand there."""
    numbers = [token for token in head if token.kind in ("number", "percent")]
    if not numbers:
        return head, None
    if len(numbers) == 1 and _is_below(head):
        return [], numbers[0].number
    if len(numbers) == 1 and head[0].text == "tối" and numbers[0].kind == "number":
        return [], numbers[0].number
    return None, None


def _is_below(head: Sequence[Token]) -> bool:
    """As in "dưới 10 camera: mỗi camera 1,5 điểm": what counts where there are fewer than give all points."""
    bare = [token for token in head if token.text not in ("nếu", "thì", "có", ":", ",")]
    return (
        len(bare) > 1
        and phrase_at(bare, 0, _FEWER) > 0
        and bare[phrase_at(bare, 0, _FEWER)].kind in ("number", "percent")
    )


def _last_reward(tokens: Sequence[Token]) -> tuple[Reward | None, int]:
    for place in range(1, len(tokens)):
        before = tokens[place - 1].text
        is_bare = before in (":", "=")
        if (before, tokens[place].text) == ("công", "cộng"):
            # "mỗi điểm wifi công cộng được 2 điểm" adds nothing.
            continue
        reward = read_reward(tokens[place:], bare=is_bare)
        if reward is not None:
            return reward, place
    return None, 0
