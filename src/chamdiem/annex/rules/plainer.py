"""The same said more plainly: "Điểm = 10 nếu …", "min(a/b; 1) × 10", "dưới 10 lớp: số lớp/10 × 10"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.currency import in_whole_words
from chamdiem.annex.rules.loose import said_strictly
from chamdiem.annex.rules.marks import by_places, scored
from chamdiem.core.points import Rounding, decimal_text

_NUMBER = r"\d+(?:,\d+)?"
_MAXIMUM = r"(?:số )?điểm (?:tối đa|chuẩn)(?: của (?:tiêu chí|chỉ số|mục)(?: này)?)?"
_POINTS = r"(?:số )?điểm(?: số)?(?: đạt)?(?: được)?(?: tính)?"
_RATIO = r"t[ỷỉ] lệ"
_RATIO_NAME = rf"{_RATIO}(?! \d)[^()+*/×:;=<>≥≤,\d]*?"

# "min(T/50%; 1)", "max{0; 10 - số ngày chậm}": two arguments, one of them a plain number.
_ENDS = re.compile(
    r"\b(?P<end>min|max|nhỏ nhất của|lớn nhất của)\s*[({\[]\s*(?P<inner>(?:[^()\[\]{};]|\([^()]*\))+?)\s*(?:;|,(?!\d)|(?<=\D),(?=\d))\s*(?P<other>(?:[^()\[\]{};]|\([^()]*\))+?)\s*[)}\]]",
    re.IGNORECASE,
)
_PLAIN_NUMBER = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<sign>%)?(?:\s*(?:điểm|đ))?|(?P<maximum>{_MAXIMUM})", re.IGNORECASE
)
_MORE_THAN_ALL = re.compile(
    rf"^{_POINTS}\s*[=:]\s*min\s*[({{\[]\s*(?:(?P<most>{_NUMBER})(?: ?điểm)?\s*(?:;|,(?!\d))\s*)?(?:(?P<first>{_NUMBER})\s*[x×*]\s*)?(?P<ratio>{_RATIO}\b[^;,=]+?|[^;,=]+?/[^;,=]+?)(?:\s*[x×*]\s*(?P<times>{_NUMBER}))?\s*(?:(?:;|,(?!\d))\s*(?P<last>{_NUMBER})(?: ?điểm)?\s*)?[)}}\]]$",
    re.IGNORECASE,
)
_PRODUCT_CAPPED = re.compile(
    rf"^(?P<points>{_POINTS}\s*[=:]\s*)(?P<product>[^;=]*[x×*][^;=]*?),?\s*(?:nhưng |và )?(?:tối đa|không (?:vượt )?quá)(?: là)? (?P<most>{_NUMBER}) ?(?:điểm|đ)$",
    re.IGNORECASE,
)
# "Điểm = 10 nếu tỷ lệ từ 90 %".
_POINTS_IF = re.compile(
    rf"^(?:{_POINTS}\s*(?:bằng|là)\s*|(?:{_POINTS}\s*)?=\s*|(?=\d[\d,]* ?(?:điểm|đ) (?:nếu|khi)\b))(?P<given>[^;:]+?),?\s+(?:nếu|khi|trong trường hợp)\s+(?P<condition>[^;:=]+)$",
    re.IGNORECASE,
)
_POINTS_FIRST = re.compile(rf"^(?P<given>{_NUMBER} ?(?:điểm|đ))\s*(?:→|->|=>)\s*", re.IGNORECASE)
# "dưới 10 lớp: số lớp/10 × điểm tối đa".
_IN_PROPORTION = re.compile(
    rf"^(?P<condition>(?:(?!từ\b|trên\b)[^\W\d_]+ ){{0,4}}(?:dưới|<|ít hơn|chưa đến|chưa đủ)\s*(?P<threshold>{_NUMBER})(?![\d,%])\s*[^:;=%]*?|còn lại|ngược lại)\s*(?:[:,]|thì|=)\s*(?:(?:được )?(?:tính )?(?:{_POINTS})?\s*(?:=|bằng)?\s*)\(?"
    rf"(?:(?P<first>{_NUMBER}|{_MAXIMUM})(?: ?điểm)?\s*[x×*]\s*)?\(?\s*(?P<figure>(?:số|tổng số)\b[^()+*/×:;=\d%]*?)(?:\s*[x×*]\s*(?P<between>{_NUMBER}|{_MAXIMUM}))?\s*(?:/|:|chia(?: cho)?)\s*(?P<below>{_NUMBER})\s*\)?(?:\s*(?:[x×*]|nhân(?: với)?)\s*(?P<last>{_NUMBER}|{_MAXIMUM})(?: ?điểm| ?đ)?)?$",
    re.IGNORECASE,
)
_OF_ANY_COUNT = re.compile(
    r"tổng|số|lượng|đã|được|thực|hiện|tổ|chức|đăng|tải|đạt|trong|năm|dưới|ít|hơn|chưa|đến|đủ|nếu|có"
)
_BELOW_THE_LEVEL = re.compile(
    r"^(?:(?:cứ|mỗi|từng)\s+)+(?:0?1\s+)?(?P<thing>(?!thiếu\b)[^\W\d_]+(?: [^\W\d_]+){0,3}?) (?:dưới|thấp hơn|ít hơn|kém hơn)(?: so với)? (?:mức|số)(?: này| trên| đó| quy định)? (?=(?:thì |sẽ |bị )*(?:giảm|trừ|bớt)\b)",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:còn|ngược) lại\b", re.IGNORECASE)
_FEW_WORDS = 3
_TIMES = rf"\s*,?\s*(?:[x×*]|nhân(?: với)?)\s*(?P<times>{_NUMBER}|{_MAXIMUM})(?: ?điểm| ?đ)?"
# "trung bình cộng của tỷ lệ … (tỷ lệ 1) và tỷ lệ … (tỷ lệ 2)".
_MEAN_OF_NUMBERED = re.compile(
    rf"\b(?:giá trị )?(?:trung bình(?: cộng)?|bình quân)(?: của| giữa)?(?: (?:hai|2|02))?(?: {_RATIO})?:?\s*(?:{_RATIO_NAME}\(\s*)?{_RATIO} (?P<one>[1-3])\s*\)?\s*(?:và|,|\+)\s*(?:{_RATIO_NAME}\(\s*)?{_RATIO} (?P<other>[1-3])(?!\d)\s*\)?",
    re.IGNORECASE,
)
# "(tỷ lệ văn bản ký số + tỷ lệ hồ sơ điện tử)/2 × 10", "trung bình cộng của tỷ lệ … và tỷ lệ … × 10".
_MEANS = tuple(
    re.compile(rf"^(?:{_POINTS}\s*[=:]\s*)?{middle}{_TIMES}$", re.IGNORECASE)
    for middle in (
        rf"\(\s*(?P<one>{_RATIO_NAME})\s*\+\s*(?P<other>{_RATIO_NAME})\s*\)\s*(?:/|:|chia(?: cho)?)\s*2",
        rf"(?:giá trị )?(?:trung bình(?: cộng)?|bình quân)(?: của| giữa)?(?: (?:hai|2|02) {_RATIO})?:?\s*(?P<one>{_RATIO_NAME})\s+và\s+(?P<other>{_RATIO_NAME})",
    )
)
_ONE_CAPPED = re.compile(
    rf"^0?1 (?P<what>[^\W\d_][^\d:;,()=%]*?)\s*(?::|(?:thì )?(?:được|đạt|tính|chấm))\s*(?:cộng )?(?P<each>{_NUMBER}) ?(?:điểm|đ)(?P<cap>[,;]?\s*\(?(?:nhưng )?(?:tối đa|không (?:vượt )?quá)(?: là| đạt)? (?P<most>{_NUMBER}) ?(?:điểm|đ)\)?)$",
    re.IGNORECASE,
)


# "từ 90 % được tối đa 10 điểm" in a row of ten.
_UP_TO_ALL = re.compile(rf"(?<=được )tối đa (?P<points>{_NUMBER}) ?(?:điểm|đ)$", re.IGNORECASE)
_FOR_EACH = re.compile(r"\b(?:mỗi|cứ|từng)\b|/|\bcộng\b", re.IGNORECASE)
# "Mức điểm: ≥ 80 %: 10 điểm".
_LEADING = re.compile(
    r"^(?:mức điểm|thang điểm|cách (?:tính|chấm)(?: điểm)?|chấm điểm)\s*:\s*(?=[<>≥≤]|(?:từ|trên|dưới|đạt) \d)",
    re.IGNORECASE,
)
# "Số hồ sơ trực tuyến/tổng số hồ sơ × 100 %": no more than the ratio.
_IN_PERCENT = re.compile(
    r"^(?P<ratio>(?:tổng )?số [^/:=;×*%<>≥≤\d]+/\s*(?:tổng )?(?:số|dân số) [^/:=;×*%<>≥≤\d]+?)\s*[x×*]\s*100\s*%?$",
    re.IGNORECASE,
)


# "Tỷ lệ thu gom: (lượng thu gom/tổng lượng phát sinh) x 5": the name in front says nothing more.
_NAMED_FORMULA = re.compile(
    rf"^{_RATIO} [^:=/\d%<>≥≤]{{3,80}}:\s*(?=\([^()/]+/[^()/]+\)\s*[x×*]\s*(?:{_NUMBER}|{_MAXIMUM})(?: ?điểm| ?đ)?$)",
    re.IGNORECASE,
)
# "Tỷ lệ dịch vụ công mức 2 x 10": no number to calculate with.
_NUMBERS_IN_WORDS = {"1": "một", "2": "hai", "3": "ba", "4": "bốn"}
_LEVEL_OF_A_SERVICE = re.compile(
    rf"(?:(?<=\w mức )|(?<=\w mức độ ))(?P<level>[1-4])(?=\s*(?:[x×*]|nhân(?: với)?)\s*(?P<times>{_NUMBER})(?: ?điểm| ?đ)?$)",
    re.IGNORECASE,
)


def said_plainly(text: str, maximum: Fraction) -> str:
    """A clause as the readers know it; one that they know already, or that says something else, is kept."""
    for rewrite in _REWRITES:
        text = rewrite(text, maximum)
    return text


def _in_missing_things(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of many rewrites
    """As in "mỗi ý tưởng dưới mức này giảm 0,6 điểm": so many are missing."""
    return _BELOW_THE_LEVEL.sub(r"thiếu mỗi \g<thing> ", text)


def _without_ends(text: str, maximum: Fraction) -> str:
    """Without a least of one or of all points, or a most of none: no rule goes further anyway."""
    match = _ENDS.search(text)
    if match is None or _ENDS.search(text, match.end()):
        return text
    for kept, end in ((match["inner"], match["other"]), (match["other"], match["inner"])):
        plain = _PLAIN_NUMBER.fullmatch(end.strip())
        if plain is not None and _goes_no_further(match, plain, maximum):
            is_all = match.end() == len(text.rstrip(" ."))
            shown = kept.strip() if is_all else f"({kept.strip()})"
            return f"{text[: match.start()]}{shown}{text[match.end() :]}"
    return text


def _beyond_all(text: str, maximum: Fraction) -> str:
    """As in "Điểm = min(10; tỷ lệ x 12)" in a row of ten: the ratio gives all points before it is whole."""
    match = _MORE_THAN_ALL.match(_PRODUCT_CAPPED.sub(r"\g<points>min(\g<product>; \g<most>)", text))
    if match is None or exact_number(match["most"] or match["last"] or "0") != maximum:
        return text
    if bool(match["first"]) == bool(match["times"]):
        return text
    times = exact_number(match["first"] or match["times"]) / maximum
    share = decimal_text(Rounding(4).round(times))
    if times <= 1 or Fraction(share) != times:
        return text
    return f"Điểm = {share.replace('.', ',')} x {match['ratio'].strip()} x {match['most'] or match['last']}"


def _goes_no_further(match: re.Match[str], plain: re.Match[str], maximum: Fraction) -> bool:
    is_least = match["end"].casefold() in ("min", "nhỏ nhất của")
    number = maximum if plain["maximum"] else exact_number(plain["number"]) / (100 if plain["sign"] else 1)
    is_factor = re.match(r"\s*[x×*]", match.string[match.end() :]) or re.search(
        r"[x×*]\s*$", match.string[: match.start()]
    )
    if not is_least:
        return number == 0 and not is_factor
    return number == (1 if is_factor else maximum)


def _condition_first(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    """As in "Điểm = 10 nếu tỷ lệ từ 90 %": the condition, then what it gives."""
    match = _POINTS_IF.match(text)
    if match is None or "+" in match["given"]:
        # "Điểm = a/b x 8 + 2 nếu có kế hoạch": only the last of them may be meant.
        return text
    given = match["given"].strip()
    unit = " điểm" if re.fullmatch(_NUMBER, given) else ""
    return f"{match['condition'].strip()}: {given}{unit}"


def _colon_behind_points(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    return _POINTS_FIRST.sub(r"\g<given>: ", text)


def _by_ratio(text: str, maximum: Fraction) -> str:
    """Points in proportion to a number of things, up to the one that gives all."""
    match = _IN_PROPORTION.match(text)
    given = [match[each] for each in ("first", "between", "last") if match[each]] if match else []
    if match is None or len(given) != 1 or not _is_the_same(match["figure"], match["condition"]):
        return text
    threshold = match["threshold"]
    if threshold is None or exact_number(threshold) != exact_number(match["below"]):
        return text
    if _is_all(given[0], maximum):
        return f"{match['condition']}: theo tỷ lệ"
    return (
        f"{match['condition']}: theo tỷ lệ đến {given[0]} điểm" if exact_number(given[0]) < maximum else text
    )


def _is_the_same(figure: str, condition: str) -> bool:
    """Whether what is divided is what the condition counts: "dưới 12 tin: số tin đăng lại/12" divides others."""
    divided, counted = _counted(figure), _counted(_REST.sub("", condition))
    return divided <= counted if counted else len(divided) <= _FEW_WORDS


def _counted(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if not _OF_ANY_COUNT.fullmatch(word)}


def _mean(text: str, maximum: Fraction) -> str:
    """Half of two ratios each."""
    text = _MEAN_OF_NUMBERED.sub(r"(tỷ lệ \g<one> + tỷ lệ \g<other>)/2", text)
    match = next((found for pattern in _MEANS if (found := pattern.match(text)) is not None), None)
    if match is None or not _is_all(match["times"], maximum):
        return text
    half = amount_text(maximum / 2).replace(".", ",")
    return f"{half} điểm x {match['one'].strip()} + {half} điểm x {match['other'].strip()}"


def _each_of_them(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    """As in "01 tin được 0,1 điểm (tối đa 5 điểm)": a cap says that each of them counts."""
    match = _ONE_CAPPED.match(text)
    if match is None or exact_number(match["each"]) >= exact_number(match["most"]):
        return text
    return f"Mỗi {match['what']} được {match['each']} điểm, tối đa {match['most']} điểm"


def _bare(text: str, maximum: Fraction) -> str:
    full = _UP_TO_ALL.search(text)
    if full is not None and exact_number(full["points"]) == maximum and not _FOR_EACH.search(text):
        text = f"{text[: full.start()]}điểm tối đa"
    service = _LEVEL_OF_A_SERVICE.search(text)
    if service is not None and exact_number(service["times"]) == maximum:
        text = f"{text[: service.start()]}{_NUMBERS_IN_WORDS[service['level']]}{text[service.end() :]}"
    return _IN_PERCENT.sub(r"\g<ratio>", _NAMED_FORMULA.sub("", _LEADING.sub("", text)))


def _is_all(points: str, maximum: Fraction) -> bool:
    return not points[0].isdigit() or exact_number(points) == maximum


_REWRITES: tuple[Callable[[str, Fraction], str], ...] = (
    said_strictly,
    _beyond_all,
    _without_ends,
    scored,
    _bare,
    _condition_first,
    _colon_behind_points,
    _by_ratio,
    _mean,
    _each_of_them,
    _in_missing_things,
    by_places,
    in_whole_words,
)
