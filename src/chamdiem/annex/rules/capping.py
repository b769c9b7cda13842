"""The most that things give together: "cho đến điểm tối đa", "tối đa 20 camera", "tổng điểm không quá 5"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.rewards import Reward, read_reward
from chamdiem.annex.rules.statements import Cap
from chamdiem.annex.rules.trimming import without_trailing
from chamdiem.annex.rules.words import Token, phrase_at, phrases

_CAP = phrases(
    "cho đến|cho tới|đến|tới|tối đa|tối đa là|tối đa không quá|nhưng không quá|không quá|không vượt quá|nhưng tối đa|"
    "nhưng không vượt quá|tổng không quá|tổng điểm không quá|tổng điểm không vượt quá|tối đa đạt|tổng cộng không quá|"
    "nhưng tối đa không quá|cao nhất không quá|tối đa được|tổng điểm tối đa|đến mức|trừ tối đa|trừ tối đa không quá|tối đa trừ|tối đa bị trừ|tối đa trừ không quá|nhưng tối đa trừ|nhưng trừ không quá|nhưng trừ tối đa|nhưng không trừ quá|không trừ quá|trừ không quá|"
    "trừ đến hết|điểm cộng dồn không quá|điểm cộng dồn tối đa|cộng tối đa|cộng không quá|cộng dồn không quá|cộng dồn tối đa|cộng dồn nhưng không quá|cộng dồn đến|"
    "nhưng tổng số điểm trừ không quá|tổng số điểm trừ không quá|tổng điểm trừ không quá|nhưng tổng điểm trừ không quá|"
    "nhưng tổng không vượt|tổng không vượt|không vượt|nhưng không vượt|nhưng tổng điểm không vượt quá|nhưng tổng số điểm không vượt quá|nhưng tổng không vượt quá|"
    "nhưng tổng không quá|nhưng tổng điểm không quá|nhưng tổng số điểm không quá|tổng số điểm không quá|"
    "nhưng tối đa là|nhưng không được quá|không được quá|không được vượt quá|nhưng không được vượt quá|nhưng tối đa chỉ"
)
_MOST_OF_THEM = phrases("tối đa|không quá|tối đa không quá|nhưng tối đa|nhưng không quá|tính tối đa")
_TOTAL_CAP = phrases(
    "tổng điểm tối đa|tổng điểm không quá|tổng điểm không vượt quá|tổng số điểm không quá|tổng số điểm không vượt quá|"
    "tổng số điểm tối đa|tối đa không quá|tối đa|không quá|không vượt quá|điểm luôn <=|tổng cộng không quá|"
    "nhưng không quá|tổng điểm các mục không quá|điểm tối đa của mục này|điểm tối đa|tổng điểm tối đa là|tổng không quá|tổng tối đa|"
    "tổng không vượt quá|tổng cộng không vượt quá|tổng cộng tối đa|tổng điểm cộng tối đa|tổng điểm cộng không quá|điểm cộng tối đa|"
    "tổng điểm trừ không quá|tổng số điểm cộng không quá|điểm không vượt quá|điểm không quá|điểm tối đa không quá|"
    "điểm đạt được không vượt quá|điểm đạt được không quá|số điểm không vượt quá|số điểm không quá"
)


_TAKEN_CAP = phrases(
    "trừ tối đa|trừ tối đa không quá|tối đa trừ|trừ không quá|tổng điểm trừ không quá|tổng số điểm trừ không quá|"
    "tổng điểm trừ tối đa|tổng số điểm trừ tối đa"
)


def most_behind(rest: Sequence[Token]) -> tuple[Sequence[Token], Fraction | None]:
    """As in "mỗi camera lắp mới 0,25 điểm, tối đa 20 camera": how many of the things count."""
    for place in range(1, len(rest)):
        taken = phrase_at(rest, place, _MOST_OF_THEM)
        number = place + taken
        if not taken or number + 1 >= len(rest) or rest[number].kind != "number":
            continue
        named = [token.text for token in without_trailing(rest[number + 1 :], (")", "."))]
        if named == [token.text for token in rest[: len(named)]]:
            return without_trailing(rest[:place], (",", "(", ";")), rest[number].number
    return rest, None


def capped(tokens: Sequence[Token]) -> tuple[Sequence[Token], Reward | None]:
    """Without the cap at the end, and that cap."""
    for place in range(1, len(tokens)):
        taken = phrase_at(tokens, place, _CAP)
        if not taken:
            continue
        reward = read_reward(tokens[place + taken :], bare=True)
        if reward is not None and reward.is_constant:
            return without_trailing(tokens[:place], (",", "(", ";")), reward
    return tokens, None


def read_cap(clause: Clause, tokens: list[Token]) -> Cap | None:
    """The most all of it gives, or takes off."""
    if (taken := phrase_at(tokens, 0, _TAKEN_CAP)) and taken < len(tokens):
        reward = read_reward(tokens[taken:], bare=True)
        is_part = reward is not None and reward.kind == "points" and not reward.is_nothing
        return Cap(clause, reward, takes_off=True) if reward is not None and is_part else None
    taken = phrase_at(tokens, 0, _TOTAL_CAP)
    if not taken or taken == len(tokens):
        return None
    reward = read_reward(tokens[taken:], bare=True)
    return Cap(clause, reward) if reward is not None and reward.is_constant else None
