"""Points for every thing, and the caps on them: "Mỗi tài liệu 0,2 điểm, cho đến điểm tối đa"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.rewards import Reward, read_reward
from chamdiem.annex.rules.statements import (
    Cap,
    Each,
)
from chamdiem.annex.rules.stepping import is_thing, read_step
from chamdiem.annex.rules.trimming import has_reward, tidy_label, without_trailing
from chamdiem.annex.rules.words import Token, phrase_at, phrases, text_of

_EACH = phrases("mỗi|mỗi một|cứ|cứ mỗi|với mỗi|cứ có|từng|mỗi lần")
_CAP = phrases(
    "cho đến|cho tới|đến|tới|tối đa|tối đa là|tối đa không quá|nhưng không quá|không quá|không vượt quá|nhưng tối đa|"
    "nhưng không vượt quá|tổng không quá|tổng điểm không quá|tổng điểm không vượt quá|tối đa đạt|tổng cộng không quá|"
    "nhưng tối đa không quá|cao nhất không quá|tối đa được|tổng điểm tối đa|đến mức|trừ tối đa|trừ tối đa không quá|tối đa trừ|tối đa bị trừ|tối đa trừ không quá|nhưng tối đa trừ|nhưng trừ không quá|nhưng trừ tối đa|nhưng không trừ quá|không trừ quá|trừ không quá|"
    "trừ đến hết|cộng tối đa|cộng không quá|cộng dồn không quá|cộng dồn tối đa|cộng dồn nhưng không quá|cộng dồn đến|"
    "nhưng tổng số điểm trừ không quá|tổng số điểm trừ không quá|tổng điểm trừ không quá|nhưng tổng điểm trừ không quá|"
    "nhưng tổng điểm không vượt quá|nhưng tổng số điểm không vượt quá|nhưng tổng không vượt quá|"
    "nhưng tổng không quá|nhưng tổng điểm không quá|nhưng tổng số điểm không quá|tổng số điểm không quá|"
    "nhưng tối đa là|nhưng không được quá|không được quá|không được vượt quá|nhưng không được vượt quá|nhưng tối đa chỉ"
)
_MOST_OF_THEM = phrases("tối đa|không quá|tối đa không quá|nhưng tối đa|nhưng không quá|tính tối đa")
_TOTAL_CAP = phrases(
    "tổng điểm tối đa|tổng điểm không quá|tổng điểm không vượt quá|tổng số điểm không quá|tổng số điểm không vượt quá|"
    "tổng số điểm tối đa|tối đa không quá|tối đa|không quá|không vượt quá|điểm luôn <=|tổng cộng không quá|"
    "nhưng không quá|tổng điểm các mục không quá|điểm tối đa của mục này|điểm tối đa|tổng điểm tối đa là|tổng không quá|tổng tối đa|"
    "tổng không vượt quá|tổng cộng không vượt quá|tổng cộng tối đa|tổng điểm cộng tối đa|tổng điểm cộng không quá|điểm cộng tối đa|"
    "tổng điểm trừ không quá|tổng số điểm cộng không quá"
)
_FOR_EACH = phrases("cho mỗi|đối với mỗi|với mỗi|trên mỗi|cho một|cho từng|mỗi")
_PERIODS = frozenset(("tháng", "quý", "tuần", "năm", "ngày"))
_FEWER = phrases("dưới|ít hơn|chưa đủ|chưa đến|<|không đủ")
_LEAST = phrases("ít nhất|tối thiểu")
# What is counted to take points off; where it seems to earn some, something was misread.
_FAULTS = frozenset(("chậm", "thiếu", "trễ", "sai", "muộn", "quá"))
_STEPS = frozenset(("giảm", "tăng", "vượt", "hụt", "kém"))
_CHANGES = frozenset(("tăng", "vượt", "so"))
_COSTS = frozenset(("trừ", "giảm"))
# "Điểm = Điểm tối đa - 0,5 x số hồ sơ trễ".
_LESS = re.compile(
    r"(?:điểm (?:số )?=\s*)(?:điểm tối đa|(?P<maximum>\d+)(?: điểm)?)\s*[-–]\s*\(?(?:(?P<points>\d+(?:,\d+)?)\s*(?:điểm|đ)?\s*[x×*]\s*(?P<what>số [^()\d=+*/×;:]+?)|(?P<counted>số [^()\d=+*/×;:]+?)\s*[x×*]\s*(?P<each>\d+(?:,\d+)?)(?:\s*điểm)?)\)?",
    re.IGNORECASE,
)


def read_each(clause: Clause, tokens: list[Token], body: str, *, is_alternative: bool) -> Each | None:
    """What counts, how many points each, and the most it gives."""
    start = next((place for place in range(len(tokens)) if phrase_at(tokens, place, _EACH)), None)
    reversed_each = _reward_first(clause, tokens, body, is_alternative=is_alternative)
    if reversed_each is not None:
        return reversed_each
    if start is None:
        return _one_fault(clause, tokens, is_alternative=is_alternative)
    head, most = _most_before(tokens[:start])
    if head is None:
        return None
    every, place = read_step(tokens, start + phrase_at(tokens, start, _EACH))
    if number := _behind_a_change(tokens, place):
        # "cứ chậm 5 ngày trừ 1 điểm": five days make one step.
        every = tokens[number].number
        tokens = [*tokens[:number], *tokens[number + 1 :]]
    rest, cap = _capped(tokens[place:])
    rest, most = (rest, most) if most is not None else _most_behind(rest)
    step = tokens[place] if place < len(tokens) else None
    if step is not None and step.kind == "percent" and step.number:
        found = _each_step(clause, step, rest[1:], cap, body)
        return replace(found, most=most * 100) if found is not None and most is not None else found
    if any(_is_share_of_it(rest, at) for at, token in enumerate(rest) if token.kind == "percent"):
        # "cứ thiếu 5 % trừ 3 điểm" counts steps of a ratio: nothing that can be counted one by one.
        return None
    costs = next((at for at, token in enumerate(rest) if token.text in _COSTS), None)
    reward, at = _last_reward(rest) if costs is None else (read_reward(rest[costs + 1 :], bare=True), costs)
    if reward is None or not reward.is_constant or not at or not is_thing(rest[:at]):
        return None
    if costs is None and not _earns(reward, head, rest, at):
        return None
    if any(has_reward(rest, place) for place in range(at)):
        return None
    counted = [*head, *rest[:at]] if costs is not None else rest[:at]
    if costs is not None and counted and counted[-1].text in ("bị", "sẽ"):
        counted = counted[:-1]
    what = text_of(without_trailing(counted), body)
    if every != 1:
        what = " ".join(token.text for token in without_trailing(rest[:at]) if token.text not in ("bị", "sẽ"))
    subject = text_of(without_trailing(head), body) if head and (costs is None or every != 1) else ""
    label = f"{subject}: {what}" if subject else what
    return Each(
        clause,
        tidy_label(label),
        reward,
        every=every,
        cap=cap,
        takes_off=costs is not None,
        is_alternative=is_alternative,
        most=most,
    )


def _behind_a_change(tokens: Sequence[Token], place: int) -> int:
    """Where the number of a step stands, behind "chậm", "vượt", "ít hơn"; 0 where there is none."""
    words = [token.text for token in tokens[place : place + 2]]
    taken = 2 if words[1:] == ["hơn"] else 1 if words and words[0] in _FAULTS | _STEPS else 0
    number = place + taken
    return number if taken and number < len(tokens) and tokens[number].kind == "number" else 0


def read_less(clause: Clause, body: str, maximum: Fraction) -> Each | None:
    """As in "Điểm = 10 - 0,5 x số hồ sơ trễ" in a row of ten: what each of them costs."""
    match = _LESS.fullmatch(body)
    if match is None or match["maximum"] not in (None, str(maximum)):
        return None
    points = Reward("points", exact_number(match["points"] or match["each"]))
    return Each(clause, tidy_label(match["what"] or match["counted"]), points, takes_off=True)


def _is_share_of_it(rest: Sequence[Token], at: int) -> bool:
    """Whether a percentage is neither what is given nor a condition of each thing: "mỗi thôn có từ 50% hộ dùng"."""
    if read_reward(rest[at:], bare=False) is not None:
        return False
    before = {token.text for token in rest[1:at]}
    is_turned = {rest[0].text, *before} & (_FAULTS | _COSTS | _CHANGES | {"lần"})
    return not before & {"có", "đạt"} or bool(is_turned)


def _earns(reward: Reward, head: Sequence[Token], rest: Sequence[Token], at: int) -> bool:
    """Whether things earn points; "… hoặc mỗi giáo viên có 5 học liệu: Điểm tối đa" is a condition."""
    if reward.is_nothing or reward.is_full or _says_how_often(rest):
        return False
    return not any(token.text in _FAULTS for token in [*head, *rest[:at]])


def _each_step(
    clause: Clause, step: Token, rest: Sequence[Token], cap: Reward | None, body: str
) -> Each | None:
    """As in "cứ mỗi 10 % hộ có tài khoản được 2 điểm": full steps of a ratio."""
    reward, at = _last_reward(rest)
    if reward is None or reward.kind != "points" or reward.is_nothing or not at:
        return None
    if any(token.text in _FAULTS | _COSTS | _CHANGES or token.kind != "word" for token in rest[:at]):
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
    costs = next((place + 1 for place, token in enumerate(tokens) if token.text in _COSTS), 0)
    if costs and costs >= colon:
        return _cost_first(clause, tokens, costs, body, is_alternative=is_alternative)
    head, start = tokens[:colon], colon
    if any(token.kind in ("number", "percent") for token in head):
        head, start = [], 0
    for place in range(start + 1, min(len(tokens) - 1, start + 5)):
        is_stroke = tokens[place].text == "/" and tokens[place - 1].text in ("điểm", "đ")
        taken = 1 if is_stroke else phrase_at(tokens, place, _FOR_EACH)
        if not taken:
            continue
        reward = read_reward(tokens[start:place])
        rest: Sequence[Token] = tokens[place + taken :]
        if rest and (rest[0].number == 1 or rest[0].text in ("một", "mỗi")):
            rest = rest[1:]
        rest, cap = _capped(rest)
        if reward is None or reward.kind != "points" or reward.is_nothing or not rest:
            return None
        if any(token.kind != "word" or token.text in _FAULTS for token in rest) or not is_thing(rest):
            return None
        counted = without_trailing(head) or without_trailing(rest, (",", "(", ")"))
        what = tidy_label(text_of(counted, body))
        return Each(clause, what, reward, cap=cap, is_alternative=is_alternative)
    return None


def _cost_first(
    clause: Clause, tokens: list[Token], start: int, body: str, *, is_alternative: bool
) -> Each | None:
    """As in "trừ 1 điểm cho mỗi hồ sơ trễ hạn" and "có vi phạm: trừ 2 điểm/vi phạm"."""
    head = without_trailing([*tokens[: start - 1]], (":", ",", "thì", "bị", "sẽ"))
    if any(token.kind != "word" for token in head):
        return None
    for place in range(start + 1, min(len(tokens) - 1, start + 4)):
        is_stroke = tokens[place].text == "/" and tokens[place - 1].text in ("điểm", "đ")
        taken = 1 if is_stroke else phrase_at(tokens, place, _FOR_EACH)
        if not taken:
            continue
        rest: Sequence[Token] = tokens[place + taken :]
        if rest and (rest[0].number == 1 or rest[0].text in ("một", "mỗi")):
            rest = rest[1:]
        rest, cap = _capped(rest)
        reward = read_reward(tokens[start:place])
        if reward is None or reward.kind != "points" or reward.is_nothing or not rest:
            return None
        if any(token.kind != "word" for token in rest):
            return None
        counted = head if is_stroke and head else rest
        what = tidy_label(text_of(counted, body))
        return Each(clause, what, reward, cap=cap, takes_off=True, is_alternative=is_alternative)
    return None


def _one_fault(clause: Clause, tokens: list[Token], *, is_alternative: bool) -> Each | None:
    """As in "thiếu 1 kỳ trừ 2,5 điểm": what one fault costs, every further one as much."""
    costs = next((at for at, token in enumerate(tokens) if token.text in _COSTS), 0)
    words = [token for token in tokens[:costs] if token.kind != "word"]
    if len(words) != 1 or words[0].number != 1 or words[0].kind != "number":
        return None
    if not any(token.text in _FAULTS for token in tokens[:costs]):
        return None
    rest, cap = _capped(tokens[costs + 1 :])
    reward = read_reward(rest, bare=True)
    if reward is None or reward.kind != "points" or reward.is_nothing:
        return None
    counted = [token for token in tokens[:costs] if token is not words[0] and token.text not in ("bị", "sẽ")]
    what = tidy_label(" ".join(token.text for token in counted))
    return Each(
        clause, what, reward, cap=cap, takes_off=True, is_alternative=is_alternative, is_presumed=True
    )


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


def _most_behind(rest: Sequence[Token]) -> tuple[Sequence[Token], Fraction | None]:
    """As in "mỗi camera lắp mới 0,25 điểm, tối đa 20 camera": how many of the things count."""
    for place in range(1, len(rest)):
        taken = phrase_at(rest, place, _MOST_OF_THEM)
        number = place + taken
        if not taken or number + 1 >= len(rest) or rest[number].kind != "number":
            continue
        named = [token.text for token in rest[number + 1 :]]
        if named == [token.text for token in rest[: len(named)]]:
            return without_trailing(rest[:place], (",", "(", ";")), rest[number].number
    return rest, None


def _capped(tokens: Sequence[Token]) -> tuple[Sequence[Token], Reward | None]:
    for place in range(1, len(tokens)):
        taken = phrase_at(tokens, place, _CAP)
        if not taken:
            continue
        reward = read_reward(tokens[place + taken :], bare=True)
        if reward is not None and reward.is_constant:
            return without_trailing(tokens[:place], (",", "(", ";")), reward
    return tokens, None


def _last_reward(tokens: Sequence[Token]) -> tuple[Reward | None, int]:
    for place in range(1, len(tokens)):
        before = tokens[place - 1].text
        is_bare = before in (":", "=")
        reward = read_reward(tokens[place:], bare=is_bare)
        if reward is not None:
            return reward, place
    return None, 0


def read_cap(clause: Clause, tokens: list[Token]) -> Cap | None:
    """The most all of it gives."""
    taken = phrase_at(tokens, 0, _TOTAL_CAP)
    if not taken or taken == len(tokens):
        return None
    reward = read_reward(tokens[taken:], bare=True)
    return Cap(clause, reward) if reward is not None and reward.is_constant else None
