"""What a line of a calculation text gives: ``điểm tối đa``, ``70% số điểm``, ``tỷ lệ/80% * điểm tối đa``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from chamdiem.core.points import exact

_NUMBER = r"\d{1,4}(?:[.,]\d{1,4})?"
_MAXIMUM = r"(?:tổng )?(?:số )?điểm(?: số)? (?:tối đa|chuẩn)(?: của tiêu chí)?"
_PART = r"(?:của )?(?:tổng )?(?:số )?(?:điểm(?: số)?(?: tối đa| chuẩn)?(?: của)?(?: tiêu chí)?|tiêu chí)"
_VALUE = (
    r"(?P<turned>1 ?- ?)?"
    r"(?:(?P<ratio>t[ỷỉ] (?:lệ|trọng)(?! thuận| nghịch)(?: %)?"
    # "Tỷ lệ trả lời": not what is lacking.
    r"(?: (?!không|chưa|chậm|trễ|quá|thiếu|còn)[^\W\d_]{2,}){0,3}?)"
    r"|(?P<above_letter>[a-z]) ?/ ?(?P<below_letter>[a-z])|(?P<letter>[a-z]) ?%?)"
)
_BY = rf"(?:/ ?(?P<by>{_NUMBER}) ?(?P<by_unit>%?))?"
_FACTOR = r"(?:(?P<factor_above>\d{1,2}) ?/ ?(?P<factor_below>[1-9]\d?) ?(?:[*x×] ?)?)?"
_PROPORTIONAL = (
    re.compile(
        rf"\(* ?{_VALUE} ?\)? ?{_BY} ?\)? ?[*x×] ?{_FACTOR}{_MAXIMUM}"
        rf" ?(?:/ ?(?P<last>{_NUMBER}) ?(?P<last_unit>%?))?(?: điểm)?"
    ),
    re.compile(rf"{_MAXIMUM} ?[*x×] ?\(* ?{_VALUE} ?\)? ?{_BY} ?\)?(?: điểm)?"),
    # "Tỷ lệ * 5", "20 * a/b": so many points instead of the maximum.
    re.compile(rf"\(* ?{_VALUE} ?\)? ?{_BY} ?\)? ?[*x×] ?(?P<most>{_NUMBER})(?: điểm)?"),
    re.compile(rf"(?P<most>{_NUMBER}) ?[*x×] ?\(* ?{_VALUE} ?\)? ?{_BY} ?\)?(?: điểm)?"),
)
_IN_PROPORTION = re.compile(
    r"(?:tính |chấm )?(?:điểm )?(?:tương ứng )?theo t[ỷỉ] lệ"
    r"(?: (?:%|tương ứng|đạt được|đạt|thực hiện|thực tế|hoàn thành))*"
)
_FULL = re.compile(rf"(?:100 ?% (?:của )?)?{_MAXIMUM}|tối đa|(?:đủ|trọn|hết|toàn bộ) (?:số )?điểm")
_NONE = re.compile(r"không (?:được |có |tính |cho |chấm |đạt )*điểm")
_SHARE = re.compile(rf"(?P<share>{_NUMBER}) ?% ?(?:[*x×] ?)?{_PART}")
_FRACTION = re.compile(
    rf"(?:(?P<above>\d{{1,2}}) ?/ ?(?P<below>[1-9]\d?)|(?P<half>(?:một )?nửa)) ?(?:[*x×] ?)?{_PART}"
)
# "≥ 7%: 70%", "Phó Chủ tịch: 1/2": nothing but the share.
_BARE_SHARE = re.compile(rf"(?P<share>{_NUMBER}) ?%|(?P<above>\d{{1,2}}) ?/ ?(?P<below>[1-9]\d?)")
_POINTS = re.compile(rf"(?P<points>{_NUMBER}) ?(?:điểm|đ)?")
_AHEAD = re.compile(
    r"^(?:[\s:=→>-]+|(?:điểm )?(?:được )?(?:tính )?theo công thức\b"
    r"|(?:thì|được|đạt|tính|cho|chấm|hưởng|là|bằng)\b(?! theo)"
    r"|(?:số )?điểm ?(?=[=:])|\((?=[^()]*\)$))+"
)
_VERB = re.compile(r"(?<!không )\b(?:thì|được|đạt|tính|chấm)\b")
_TIMES = re.compile(r"\bnhân(?: với)? (?=\d)")
_ADDED = re.compile(r"\s*\([^()]*\)$")
# ". a: Số hộ", ". Không tính hộ bỏ hoang": a sentence after the points that says nothing more of them.
_NEXT_SENTENCE = re.compile(
    r"(?<=[\w%)])\.\s+(?=[^\W\d_])(?!.*(?:điểm|%|\b(?:trừ|cộng|nếu|khi|trường hợp|tối đa|tối thiểu|mức"
    r"|không đạt|chỉ (?:tính|được|xét))\b)).*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedReward:
    """Points that may be meant, or ``slope`` times the value of the maximum; neither: some part of it.

    ``letters`` are those the text calls the value by, none where it says ``tỷ lệ``;
    ``is_turned`` where it is ``1 - tỷ lệ`` that earns.
    """

    points: tuple[Fraction, ...] = ()
    slope: Fraction | None = None
    is_turned: bool = False
    letters: tuple[str, ...] = ()

    def at(self, value: Fraction, maximum: Fraction) -> Fraction | None:
        """The points stated for a value; None where only a part of the maximum is."""
        if self.slope is None:
            return self.points[0] if self.points else None
        share = self.slope * (1 - value if self.is_turned else value)
        return min(max(share, Fraction(0)), Fraction(1)) * maximum

    def allows(self, given: Fraction, value: Fraction, maximum: Fraction) -> bool:
        """Whether so many points for a value are what is stated."""
        if self.points:
            return given in self.points
        stated = self.at(value, maximum)
        if stated is not None:
            return given == stated
        return 0 < given < maximum or value == 0


@lru_cache(maxsize=2048)
def read_reward(text: str, maximum: Fraction) -> PrintedReward | None:
    """What a text gives where a row may give ``maximum``; None where it cannot be read for sure.

    Example:
        >>> read_reward(": 70% số điểm", Fraction(20)).points
        (Fraction(14, 1),)
        >>> read_reward("tỷ lệ/80% * điểm tối đa", Fraction(20)).slope
        Fraction(5, 4)
    """
    plain = " ".join(text.casefold().replace("\\", "").split()).rstrip(" .;,")
    plain = _TIMES.sub(" × ", _NEXT_SENTENCE.sub("", plain))
    plain = _AHEAD.sub("", _ADDED.sub("", plain) or plain)
    plain = plain.rstrip(" )" if "(" not in plain else " ")
    if _FULL.fullmatch(plain):
        return PrintedReward((maximum,))
    if _NONE.fullmatch(plain):
        return PrintedReward((Fraction(0),))
    if _IN_PROPORTION.fullmatch(plain):
        return PrintedReward()
    return _stated(plain, maximum) or _proportional(plain, maximum)


def reward_words(text: str) -> str:
    """What follows the condition of a line: after the colon, else after the verb that gives."""
    text = _NEXT_SENTENCE.sub("", text)
    _, colon, after = text.partition(":")
    if colon:
        return after
    match = _VERB.search(text)
    return text if match is None else text[match.end() :]


def _stated(plain: str, maximum: Fraction) -> PrintedReward | None:
    if match := _SHARE.fullmatch(plain):
        return PrintedReward((maximum * _number(match["share"]) / 100,))
    if match := _FRACTION.fullmatch(plain):
        share = Fraction(1, 2) if match["half"] else Fraction(int(match["above"]), int(match["below"]))
        # "1/2 điểm" may be half of one point.
        is_of_maximum = match["half"] or "tối đa" in plain
        return PrintedReward((maximum * share,) if is_of_maximum else (maximum * share, share))
    if match := _BARE_SHARE.fullmatch(plain):
        return PrintedReward((maximum * _bare_share(match),))
    if match := _POINTS.fullmatch(plain):
        return PrintedReward((_number(match["points"]),))
    return None


def _bare_share(match: re.Match[str]) -> Fraction:
    if match["share"]:
        return _number(match["share"]) / 100
    return Fraction(int(match["above"]), int(match["below"]))


def _proportional(plain: str, maximum: Fraction) -> PrintedReward | None:
    for pattern in _PROPORTIONAL:
        if match := pattern.fullmatch(plain):
            found = match.groupdict()
            if found.get("most") and not maximum:
                return None
            most = _number(found["most"] or "") / maximum if found.get("most") else Fraction(1)
            slope = most * Fraction(int(found.get("factor_above") or 1), int(found.get("factor_below") or 1))
            for divisor in ("by", "last"):
                if found.get(divisor):
                    number = _number(found[divisor] or "") / (100 if found[f"{divisor}_unit"] else 1)
                    if not number:
                        return None
                    slope /= number
            names = (found[name] for name in ("above_letter", "below_letter", "letter"))
            return PrintedReward((), slope, bool(found["turned"]), tuple(name for name in names if name))
    return None


def _number(text: str) -> Fraction:
    return exact(text.replace(",", "."))
