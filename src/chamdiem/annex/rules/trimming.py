"""What several readers of clauses need: conditions and labels without the words around them."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.formulas import MAXIMUM
from chamdiem.annex.rules.words import Token, phrase_at

_TRAILING = frozenset(
    (
        ":",
        "=",
        "=>",
        "(",
        "thì",
        "được",
        "đạt",
        "tính",
        ",",
        "là",
        "chấm",
        "cho",
        "sẽ",
        "-",
        "và",
        "điểm",
        "chỉ",
    )
)
_ENDS_IN_POINTS = (
    "thời", "dứt", "thí", "trọng", "địa", "ưu", "nhược", "quan", "khuyết", "đặc", "cao", "yếu", "kiểm", "luận",
    "tiêu", "đỉnh", "chốt", "tâm", "chuyên",
)  # fmt: skip
# What ends like a word that only leads to points.
WHOLE_PAIRS = (
    ["máy", "tính"],
    ["không", "đạt"],
    ["chưa", "đạt"],
    ["địa", "chỉ"],
    ["chứng", "chỉ"],
    ["tín", "chỉ"],
    *([word, "điểm"] for word in _ENDS_IN_POINTS),
)
_FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
_PLACES = frozenset(
    ("cầu", "phục", "bưu", "truy", "dân", "tiếp", "bán", "trường", "giao", "du", "đấu", "kết", "phát", "wifi")
)


# "Cứ 100 người dân thì có 1 điểm", "có vụ thì mỗi vụ trừ 2 điểm": what is counted stands in front.
_AND_THEN = re.compile(
    r"(?:(?:nếu |khi )?có )?(?P<what>.+?) thì(?: (?:có|được|bị)| (?:mỗi|từng) (?P<again>.+))?", re.IGNORECASE
)
_UNTIL_NOTHING = re.compile(
    r"[,(]?\s*(?:và )?(?:trừ |bị trừ )?(?:cho )?(?:đến|tới) (?:khi |lúc )?(?:hết|bằng 0|còn 0|0(?= điểm))(?: số)?(?: điểm)?(?: của (?:tiêu chí|mục)(?: này)?)?\)?$",
    re.IGNORECASE,
)
_BEGIN = re.compile(
    r"^(?:(?:điểm )?(?:được )?(?:tính )?bằng|lấy)\s+(?=\(?(?:tổng|số|t[ỷỉ] lệ)\b)", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\s*\((?:nhưng )?(?:tối đa(?: không (?:vượt )?quá)?|không (?:vượt )?quá)(?: là)? (?P<most>\d+)(?: ?điểm| ?đ)?\)$",
    re.IGNORECASE,
)
# "= (A / B) x 15": points that are not called so; "=> 90%" is another sign.
_ONLY_EQUALS = re.compile(
    r"^=>?\s*(?=\(|[a-eA-E]\s*[/x×*+]|\d+\s*[x×*]|(?:số|tổng|t[ỷỉ] lệ)\b)", re.IGNORECASE
)
_THEN = re.compile(r",?\s*(?:rồi|sau đó|và)\s+(?=(?:nhân|chia)\b)|,\s*(?=nhân (?:với )?\d)", re.IGNORECASE)
# "Số lượt/500 × 5, tối đa 5 điểm".
_PRODUCT_UP_TO = re.compile(
    r"(?:(?<=\d)|(?<=điểm))(?:, (?:nhưng )?| nhưng )(?:tối đa(?: không (?:vượt )?quá)?|không (?:vượt )?quá)(?: là)? (?P<most>\d+)(?: ?(?:điểm|đ))?$",
    re.IGNORECASE,
)
# "Điểm = a/b*Điểm tối đa, tối đa không quá Điểm tối đa".
_UP_TO_THE_MAXIMUM = re.compile(
    r"(?:\s*,\s*|\s+|\s*\()(?:nhưng )?(?:(?:điểm )?tối đa (?:không (?:vượt )?quá|bằng|là)|không (?:được )?(?:vượt )?quá)(?: số| mức)? điểm (?:tối đa|chuẩn)(?: của (?:tiêu chí|chỉ số)(?: này)?)?\)?$",
    re.IGNORECASE,
)
_MULTIPLIES_MAXIMUM = re.compile(
    r"(?:[x×*]|nhân(?: với)?)\s*(?:điểm (?:tối đa|chuẩn)|\d)|điểm (?:tối đa|chuẩn)\s*(?:[x×*]|nhân)",
    re.IGNORECASE,
)
_MULTIPLIES = re.compile(r"[x×*]\s*\d|\bnhân (?:với )?\d", re.IGNORECASE)
# "Tính theo tỷ lệ, tối đa 5 điểm".
_SHARE_UP_TO = re.compile(
    r"(?<=lệ)(?P<words>(?: đạt(?: được)?| thực hiện| hoàn thành)?),? (?:nhưng )?(?:tối đa|không (?:vượt )?quá)(?: là)? (?P<most>\d+) ?(?:điểm|đ)$",
    re.IGNORECASE,
)
# "nhân với thang điểm 10"; "(số hồ sơ đúng hạn : tổng số hồ sơ) x 10", "(A:B) x 10".
_SCALE = re.compile(r"(?<=[x×*n] )(?:với )?(?:thang|mức|số) điểm (?:tối đa )?(?:là )?(?=\d)", re.IGNORECASE)
_COLON_DIVIDES = re.compile(
    r"(?P<above>\(\s*(?:(?:tổng |số )[^():;=/\d]+?|[a-e]))\s*:\s*(?=(?:(?:tổng|số)\b[^():;=/\d]+|[a-e]\s*)\))",
    re.IGNORECASE,
)
# "10 điểm x (số hồ sơ đúng hạn/tổng số hồ sơ)".
_POINTS_TIMES = re.compile(
    r"(?<=\d) ?(?:điểm|đ)(?=\s*[x×*]\s*[(\[]?\s*(?:số|tổng|[a-eA-E]\s*[/+)])\b)", re.IGNORECASE
)
_SIGN_IN_BRACKETS = re.compile(r"(?<=\b(?:nhân|chia))\s*\(\s*[x×*:/]\s*\)", re.IGNORECASE)


# "Mức 2 (5 điểm): từ 70 % đến dưới 90 %": the name of a level says nothing of its own.
_LEVEL = re.compile(
    r"^(?:mức|bậc|nấc|thang|loại)(?: độ)? ?(?:\d|[IVX]{1,4}|[A-D])? ?\((?P<points>\d+(?:,\d+)? ?(?:điểm|đ))\)\s*:\s*(?P<condition>.+)$",
    re.IGNORECASE | re.DOTALL,
)


# "Từ 90% trở lên | 10 điểm", "≥ 90% → 10 điểm": cells of a table in a line; "Tỷ lệ (%) = …".
_CELL = re.compile(r"\s*(?:\||→|->)\s*(?=\d|điểm|không|t[ỷỉ] lệ)", re.IGNORECASE)
# "dưới 70 %: tính theo tỷ lệ (tỷ lệ đạt/70 % × 7)": the formula says which.
_BY_FORMULA = re.compile(
    r"(?:(?:số )?điểm(?: đánh giá| số)? )?(?:được )?(?:tính |chấm )?(?:điểm )?theo (?:t[ỷỉ] lệ|công thức)(?: sau| tương ứng| thuận)?\s*:?\s*\(?(?:điểm )?(?:bằng|=)?\s*(?P<formula>(?<![\w])[^():;=]*[/x×*][^():;=]*|[(\[][^:;=]*[/x×*][^:;=]*)\)?$",
    re.IGNORECASE,
)
_PERCENT_SIGN = re.compile(
    r"(?<=lệ)\s*\(\s*%\s*\)|(?<=[^\W\d_])\s*\(\s*%\s*\)(?=\s*(?:[x×*:=/<>≥≤]|nhân|đạt|từ|dưới|trên))",
    re.IGNORECASE,
)


def without_own_cap(text: str, maximum: Fraction) -> str:
    """A clause without "(tối đa 15 điểm)" behind it in a row of fifteen: no rule gives more."""
    if (cap := _UP_TO_THE_MAXIMUM.search(text)) and _MULTIPLIES_MAXIMUM.search(text[: cap.start()]):
        return text[: cap.start()]
    is_alone = _MULTIPLIES.search(text) or not _FOR_EACH_OR_ONE.match(text)
    match = _UP_TO.search(text) or (_PRODUCT_UP_TO.search(text) if is_alone else None)
    if match is None and (share := _SHARE_UP_TO.search(text)) and Fraction(share["most"]) == maximum:
        return text[: share.end("words")]
    return text[: match.start()] if match and Fraction(match["most"]) == maximum else text


# "Mỗi mô hình: +2 điểm": a sign that only says that points are given.
_GIVES_MORE = re.compile(r"(?<=:)\s*\+\s*(?=\d)|(?<=[^\W\d_])\s+\+(?=\d+(?:,\d+)? ?(?:điểm|đ)\b)")
# "Cấp tỉnh công nhận: +4 điểm".
_ONLY_GIVES = re.compile(
    r"^(?P<condition>(?!mỗi\b|cứ\b|từng\b)[^=+/\d:]{6,}?)\s*:?\s*\+ ?(?P<points>\d+(?:,\d+)? ?(?:điểm|đ))$",
    re.IGNORECASE,
)
# "Tỷ lệ đạt được / tỷ lệ mục tiêu (50%) × 10": the target is printed.
_TARGET = re.compile(
    r"(?:t[ỷỉ] lệ |mức )?(?:mục tiêu|chỉ tiêu|kế hoạch|được giao|yêu cầu)(?: [^\W\d_]+){0,4} \((?P<share>\d+(?:,\d+)? ?%)\)(?=\s*(?:[x×*)]|nhân))",
    re.IGNORECASE,
)
# "Cộng 2 điểm" alone: what the row names gives them.
_ADDED_ALONE = re.compile(r"^(?=cộng(?: thêm)? \d+(?:,\d+)? ?(?:điểm|đ)$)", re.IGNORECASE)
_FOR_EACH = re.compile(r"(?:cứ|mỗi|từng)\b", re.IGNORECASE)
_FOR_EACH_OR_ONE = re.compile(r"(?:cứ|mỗi|từng)\b|0?1 ", re.IGNORECASE)
# "r ≥ 60% điểm tối đa": a sign in front makes a condition of the percentage.
_SIGN_LED = re.compile(
    r"^(?P<condition>(?:t[ỷỉ] lệ )?(?:[<>]=?|[≥≤])\s*\d+(?:,\d+)?\s*%)\s+(?=điểm tối đa$)", re.IGNORECASE
)
# "Gắn mã cho 100% hộ: đạt; còn lại: không đạt".
_REACHED = re.compile(r"(?<=[\w%]:)\s*(?P<denied>(?:không|chưa) )?đạt$", re.IGNORECASE)
# "Mỗi lần vi phạm: -0,5 điểm", "tối đa -2 điểm": a sign that takes off.
_TAKES = re.compile(r"(?:(?<=:)\s*|(?<=[^\W\d_])\s+)-(?=\d+(?:,\d+)? ?(?:điểm|đ)\b(?! ?:))")
_MOST_TAKEN = re.compile(r"\b(?P<words>tối đa|không quá)(?: là)? -(?=\d)", re.IGNORECASE)
# "× 5 (điểm)": the word for what the number is.
_IN_BRACKETS = re.compile(r"(?<=\d)\s*\(\s*(?P<points>điểm|đ)\s*\)", re.IGNORECASE)


# "Tỷ lệ (%) x 0,1": a percentage is a hundred times its share.
_IN_PERCENT = re.compile(
    r"(?P<ratio>t[ỷỉ] lệ(?: [^\W\d_]+)*) ?\( ?% ?\) ?[x×*] ?(?P<factor>0,\d+)(?![\d,%])", re.IGNORECASE
)
# "Giải cấp tỉnh 1 điểm/giải": what each is worth, without a colon.
_PRICED = re.compile(
    r"^(?P<what>(?!(?:mỗi|cứ|từng|trừ|cộng|tối|từ|trên|dưới|nếu|khi|được|thưởng|không|chưa|có|đạt|điểm|số)\b)[^\W\d_][^:;=\d,/()]*?(?<!\btrừ)(?<!\bđược)(?<!\bcộng)(?<!\btính)(?<!\blà)(?<!\bthưởng)(?<!\bmỗi)(?<!\bthêm)(?<!\bđa)(?<!\bquá)(?<!\bchấm)) (?P<points>\d+(?:,\d+)? ?(?:điểm|đ) ?/ ?[^\W\d_]+(?: [^\W\d_]+)?)$",
    re.IGNORECASE,
)
_STARS = re.compile(
    r"^(?:sản phẩm )?(?P<stars>(?:(?:đạt|hạng|OCOP) )*\d sao)\s*[:,]? (?:được )?(?P<points>\d+(?:,\d+)? ?(?:điểm|đ)) ?/ ?sản phẩm$",
    re.IGNORECASE,
)


def _of_one(match: re.Match[str]) -> str:
    factor = Fraction(match["factor"].replace(",", ".")) * 100
    return f"{match['ratio']} x {amount_text(factor).replace('.', ',')}"


def plain_arithmetic(text: str) -> str:
    """A clause without the words around its arithmetic: "lấy … rồi nhân với", "nhân (x)", "trừ đến khi hết điểm"."""
    for sign, fraction in _FRACTIONS.items():
        text = text.replace(sign, fraction)
    text = _IN_PERCENT.sub(_of_one, _IN_BRACKETS.sub(r" \g<points>", text))
    text = _PRICED.sub(r"\g<what>: \g<points>", _STARS.sub(r"Mỗi sản phẩm \g<stars>: \g<points>", text))
    text = _MOST_TAKEN.sub(r"trừ \g<words> ", text)
    text = _TAKES.sub(" trừ ", text)
    text = _ONLY_GIVES.sub(r"\g<condition>: \g<points>", text)
    text = _SIGN_LED.sub(r"\g<condition>: ", text)
    text = _REACHED.sub(lambda match: " 0 điểm" if match["denied"] else " điểm tối đa", text)
    text = _GIVES_MORE.sub(" ", text) if _FOR_EACH.match(text) else text
    text = _COLON_DIVIDES.sub(
        r"\g<above> / ", _SCALE.sub("", _POINTS_TIMES.sub("", _ADDED_ALONE.sub("được ", text)))
    )
    text = _TARGET.sub(r"\g<share>", _BY_FORMULA.sub(_formula_behind, text))
    text = _CELL.sub(": ", _PERCENT_SIGN.sub("", _ONLY_EQUALS.sub("", text)))
    text = _LEVEL.sub(r"\g<points>: \g<condition>", text)
    text = _SIGN_IN_BRACKETS.sub("", _THEN.sub(" ", _BEGIN.sub("", text)))
    return _UNTIL_NOTHING.sub("", text) if re.search(r"\btrừ\b", text, re.IGNORECASE) else text


def _formula_behind(match: re.Match[str]) -> str:
    """The formula alone; behind a condition without a sign a colon parts them."""
    before = match.string[: match.start()].rstrip()
    # "còn lại tính theo tỷ lệ x 5 điểm": the ratio is a factor of the formula.
    formula = f"tỷ lệ {match['formula']}" if match["formula"][0] in "x×*/" else match["formula"]
    return formula if not before or before[-1] in ":=," else f": {formula}"


def _is_said(match: re.Match[str]) -> bool:
    """Whether the things behind "mỗi" are those in front of it."""
    return match["again"].casefold() in match["what"].casefold()


def in_pairs(text: str) -> str:
    """A text without brackets about all of it, or at an end without their other half."""
    text = text.strip()
    while text.startswith("(") and (text.endswith(")") or text.count("(") > text.count(")")):
        text = text[1:-1].strip() if text.endswith(")") else text[1:].strip()
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].strip()
    return f"{text})" if text.count("(") > text.count(")") else text


def tidy_label(label: str) -> str:
    """A label without the verb of counting in front, "thì" behind, and a bracket that opened before it."""
    if (match := _AND_THEN.fullmatch(label)) and (not match["again"] or _is_said(match)):
        label = match["what"]
    if label.endswith(")") and label.count(")") > label.count("("):
        label = label[:-1].rstrip()
    label = re.sub(r"^(?:thống kê|xác định)\s+(?=số|tổng)", "", label, flags=re.IGNORECASE)
    return label[:1].upper() + label[1:]


def without_trailing(tokens: Sequence[Token], signs: Sequence[str] = ()) -> Sequence[Token]:
    """Tokens without separators at their end."""
    trailing = signs or _TRAILING
    while tokens and tokens[-1].text in trailing:
        if [token.text for token in tokens[-2:]] in WHOLE_PAIRS:
            break
        tokens = tokens[:-1]
    return tokens


def spelled_maximum(tokens: list[Token], maximum: Fraction) -> list[Token]:
    """As in "Điểm = a/b * 10" in a row of ten points: the number stands for the maximum."""
    spelled: list[Token] = []
    is_spelled = False
    is_less = _takes_a_share_off(tokens, maximum)
    for place, token in enumerate(tokens):
        if is_spelled and token.text in ("điểm", "đ"):
            is_spelled = False
            continue
        before = tokens[place - 1].text if place else ""
        after = tokens[place + 1].text if place + 1 < len(tokens) else ""
        is_factor = (before == "*" and after in ("", "điểm", "đ", ".", "/", "*", ")", "+")) or (
            before in ("=", ":", "", "được", "thì", "tính", "đạt") and after == "*"
        )
        is_factor = is_factor or (is_less and after == "-" and before in ("=", ":", ""))
        if token.kind == "number" and token.value == maximum and is_factor:
            spelled += [Token("word", word, token.start, token.end) for word in ("điểm", "tối", "đa")]
            is_spelled = True
        else:
            is_spelled = False
            spelled.append(token)
    return spelled


def _takes_a_share_off(tokens: Sequence[Token], maximum: Fraction) -> bool:
    """As in "Điểm = 10 - a/b x 10": all points less a share of them."""
    ends = [token for token in tokens if token.text not in ("điểm", "đ", "tối", "đa")]
    return len(ends) > 2 and ends[-2].text == "*" and ends[-1].kind == "number" and ends[-1].value == maximum


def has_reward(tokens: Sequence[Token], place: int) -> bool:
    """Whether another reward stands inside a condition: two awards were not told apart."""
    if tokens[place].kind == "number" and place + 1 < len(tokens) and tokens[place + 1].text in ("điểm", "đ"):
        return not (place + 2 < len(tokens) and tokens[place + 2].text in _PLACES)
    return bool(place and tokens[place - 1].text in (":", "*") and phrase_at(tokens, place, MAXIMUM))
