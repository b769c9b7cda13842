"""What things cost: "trừ 1 điểm cho mỗi hồ sơ trễ hạn", "thiếu 1 kỳ trừ 2,5 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.capping import capped
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.rewards import Reward, read_reward
from chamdiem.annex.rules.statements import Each
from chamdiem.annex.rules.trimming import tidy_label, without_trailing
from chamdiem.annex.rules.words import Token, phrase_at, phrases, text_of

FOR_EACH = phrases("cho mỗi|đối với mỗi|với mỗi|trên mỗi|cho một|cho từng|mỗi")
# What is counted to take points off; where it seems to earn some, something was misread.
FAULTS = frozenset(("chậm", "thiếu", "trễ", "sai", "muộn", "quá", "vắng"))
COSTS = frozenset(("trừ", "giảm"))
# "01 lỗi trừ 0,4 điểm".
_WRONGS = frozenset(("lỗi", "vụ", "sự", "vi", "sai", "đơn", "trường", "lần"))
_LACKING = frozenset(("chưa", "không"))
# "thanh toán không dùng tiền mặt", "cuộc họp không giấy tờ", "mạng không dây", "cảng hàng không": nothing left undone.
_NAMED_BY_NOT = frozenset(("dùng", "sử", "tiền", "giấy", "dây", "gian", "khí"))
# "mỗi thôn không có vi phạm": without what is bad, it is as it should be.
_BAD = re.compile(
    r"\b(?:vi phạm|sự cố|tai nạn|tội phạm|tệ nạn|khiếu|tố cáo|nợ|tồn đọng|ma t[uú][yý]|cháy|hộ nghèo|lỗi|bạo lực|tảo hôn|ô nhiễm)\b"
)
# "Điểm = Điểm tối đa - 0,5 x số hồ sơ trễ".
_LESS = re.compile(
    r"(?:(?:số )?điểm(?: số)?(?: đạt)?(?: được)?(?: tính)?\s*(?:=|:|bằng|là)\s*|^)(?:lấy )?(?:(?P<whole>(?:số )?điểm (?:tối đa|chuẩn))|(?P<maximum>\d+)(?: điểm)?)\s*(?:[-–]|trừ(?: đi)?)\s*"
    r"\(?(?:(?P<points>\d+(?:,\d+)?)\s*(?:điểm|đ)?\s*(?:[x×*]|nhân(?: với)?)\s*(?P<what>số [^()\d=+*/×;:,]+?)|(?P<counted>số [^()\d=+*/×;:,]+?)(?:\s*(?:[x×*]|nhân(?: với)?)\s*(?P<each>\d+(?:,\d+)?)(?:\s*(?:điểm|đ))?)?)\)?"
    r"(?:,?\s*\(?(?:không (?:âm|có điểm âm|tính điểm âm)|tối thiểu (?:là |bằng )?0(?: điểm)?|(?:điểm )?thấp nhất (?:là |bằng )?0(?: điểm)?)\)?)?",
    re.IGNORECASE,
)
# What no one counts one by one.
_NOT_COUNTED = re.compile(
    r"số (?:điểm|phần trăm|%|dư|trung bình|bình quân)|\b(?:tỷ lệ|tối đa|quá \d|trừ|cộng)\b", re.IGNORECASE
)


# "Chậm mỗi ngày", "thiếu hoặc chậm 01 báo cáo", "nếu có hồ sơ trễ hạn": what is counted stands behind the fault.
_FAULT_FIRST = re.compile(
    r"(?P<fault>(?:chậm|thiếu|trễ|muộn|sai|vắng)(?: (?:hạn|tiến độ)\b)?(?: hoặc (?:chậm|thiếu|trễ|muộn|sai))?)\s+(?:(?:mỗi|từng|một|0?1)\s+)?(?P<what>[^\W\d_].*)$",
    re.IGNORECASE,
)
# "Chậm so với hạn thì mỗi ngày".
_FAULT_SINCE = re.compile(
    r"(?P<fault>chậm|trễ|muộn|thiếu) (?P<since>so với .+?) thì (?:mỗi|từng) (?P<what>.+)", re.IGNORECASE
)
_FEWER = re.compile(r"(?:ít hơn|hụt|kém) (?:0?1 )?(?P<what>[^\W\d_].*)", re.IGNORECASE)
_IF_THERE_IS = re.compile(r"^(?:nếu |khi )?(?:để )?có\s+", re.IGNORECASE)
# "Số CSDL đã kết nối × 2 điểm, tối đa 8 điểm".
_TIMES = re.compile(
    r"(?P<given>(?:số )?điểm(?: số)?(?: đạt)?(?: được)?\s*[=:]\s*)?(?P<what>(?:tổng )?số (?!phần trăm\b|lần\b|%)[^()\d=+*/×;:%,]+?)\s*(?:[x×*]|nhân(?: với)?)\s*(?P<points>\d+(?:,\d+)?)\s*(?P<unit>điểm|đ)?"
    r"(?:[,;]?\s*\(?(?:nhưng )?(?:tối đa|không (?:vượt )?quá|cao nhất)(?: là| không quá)? (?P<most>\d+(?:,\d+)?) ?(?:điểm|đ)\)?)?",
    re.IGNORECASE,
)
_OF_POINTS = re.compile(r"\bđiểm\b|\bnhất\b|\btrừ\b|\bvượt\b|\bthêm\b", re.IGNORECASE)


def is_left_undone(tokens: Sequence[Token]) -> bool:
    """As in "báo cáo không gửi", "hồ sơ chưa số hoá": what stands for a fault, and seldom earns points."""
    for place, token in enumerate(tokens):
        beside = {each.text for each in tokens[max(0, place - 1) : place]} & {"hàng"}
        behind = {each.text for each in tokens[place + 1 : place + 2]} & _NAMED_BY_NOT
        if token.text in _LACKING and not beside and not behind:
            return _BAD.search(" ".join(each.text for each in tokens[place:])) is None
    return False


def name_of_fault(what: str) -> str:
    """What people count: "Số ngày chậm" of "Chậm mỗi ngày", "Hồ sơ trễ hạn" of "Nếu có hồ sơ trễ hạn"."""
    if what.endswith(" lần"):
        return f"Số lần {what.removesuffix(' lần').lower()}"
    if (match := _FEWER.fullmatch(what)) is not None:
        return f"Số {match['what']} còn thiếu"
    if (match := _FAULT_SINCE.fullmatch(what)) is not None:
        return f"Số {match['what']} {match['fault'].lower()} {match['since']}"
    if (match := _FAULT_FIRST.fullmatch(what)) is not None:
        what, _, since = match["what"].partition(" so với ")
        return f"Số {what} {match['fault'].lower()}{f' so với {since}' if since else ''}"
    return tidy_label(_IF_THERE_IS.sub("", what))


def read_times(clause: Clause, body: str, maximum: Fraction) -> Each | None:
    """As in "số CSDL đã kết nối × 2 điểm"; as many points as the row has are a share of something instead."""
    match = _TIMES.fullmatch(body)
    if match is None or _OF_POINTS.search(match["what"]) or exact_number(match["points"]) == maximum:
        return None
    if not (match["given"] or match["unit"] or match["most"]):
        return None
    most = Reward("points", exact_number(match["most"])) if match["most"] else None
    return Each(clause, tidy_label(match["what"]), Reward("points", exact_number(match["points"])), cap=most)


def read_less(clause: Clause, body: str, maximum: Fraction) -> Each | None:
    """As in "Điểm = 10 - 0,5 x số hồ sơ trễ" in a row of ten: what each of them costs."""
    match = _LESS.fullmatch(body)
    if match is None or match["maximum"] not in (None, str(maximum)):
        return None
    if _NOT_COUNTED.search(match["what"] or match["counted"]):
        return None
    points = Reward("points", exact_number(match["points"] or match["each"] or "1"))
    return Each(clause, tidy_label(match["what"] or match["counted"]), points, takes_off=True)


def cost_first(
    clause: Clause, tokens: list[Token], start: int, body: str, *, is_alternative: bool
) -> Each | None:
    """As in "trừ 1 điểm cho mỗi hồ sơ trễ hạn" and "có vi phạm: trừ 2 điểm/vi phạm"."""
    head = without_trailing([*tokens[: start - 1]], (":", ",", "thì", "bị", "sẽ"))
    if any(token.kind != "word" for token in head):
        return None
    for place in range(start + 1, min(len(tokens) - 1, start + 4)):
        is_stroke = tokens[place].text == "/" and tokens[place - 1].text in ("điểm", "đ")
        taken = 1 if is_stroke else phrase_at(tokens, place, FOR_EACH)
        if not taken:
            continue
        rest: Sequence[Token] = tokens[place + taken :]
        if rest and (rest[0].number == 1 or rest[0].text in ("một", "mỗi")):
            rest = rest[1:]
        rest, cap = capped(rest)
        reward = read_reward(tokens[start:place])
        if reward is None or not reward.is_constant or reward.is_full or reward.is_nothing or not rest:
            return None
        if any(token.kind != "word" for token in rest):
            return None
        is_said = len(rest) == 1 or {token.text for token in rest} <= {token.text for token in head}
        counted = head if is_stroke and head and is_said else rest
        what = tidy_label(f"{text_of(counted, body)}{_state_of(counted, head, body)}")
        if counted is head and rest[0].text == "lần" and head[0].text in ("bị", "để"):
            what = f"{what} lần"
        return Each(clause, what, reward, cap=cap, takes_off=True, is_alternative=is_alternative)
    return None


def _state_of(counted: Sequence[Token], head: Sequence[Token], body: str) -> str:
    """As in "không trả lời: trừ 1 điểm/văn bản": what is the matter with those that are counted."""
    if not head or head[0].text not in FAULTS | _LACKING:
        return ""
    is_apart = {token.text for token in counted}.isdisjoint(token.text for token in head)
    return f" {text_of(head, body)}" if is_apart else ""


def one_fault(clause: Clause, tokens: list[Token], *, is_alternative: bool) -> Each | None:
    """As in "thiếu 1 kỳ trừ 2,5 điểm": what one fault costs, every further one as much."""
    costs = next((at for at, token in enumerate(tokens) if token.text in COSTS), 0)
    words = [token for token in tokens[:costs] if token.kind != "word" and token.text not in (":", ",")]
    if len(words) != 1 or words[0].number != 1 or words[0].kind != "number":
        return None
    is_named = tokens[0] is words[0] and tokens[1].text in _WRONGS
    if not is_named and not any(token.text in FAULTS or token.text in _LACKING for token in tokens[:costs]):
        return None
    rest, cap = capped(tokens[costs + 1 :])
    reward = read_reward(rest, bare=True)
    if reward is None or not reward.is_constant or reward.is_full or reward.is_nothing:
        return None
    left_out = ("bị", "sẽ", ":", ",")
    counted = [token for token in tokens[:costs] if token is not words[0] and token.text not in left_out]
    what = tidy_label(" ".join(token.text for token in counted))
    return Each(
        clause, what, reward, cap=cap, takes_off=True, is_alternative=is_alternative, is_presumed=True
    )
