"""Calculation text → words, numbers and signs, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?![.,]?\d)|\d+(?:[.,]\d+)?)(?P<percent>\s*[%‰])?"
    r"|(?P<sign>>\s*=|=\s*>|<\s*=|=\s*<|[-+*/×x:÷=<>≤≥≠()\[\],;.%–…](?![^\W\d_])|[-+*/×:÷=<>≤≥≠()\[\],;.%–…])"
    r"|(?P<word>[^\W\d_]+)|(?P<other>\S)"
)
_SIGNS = {"≥": ">=", "≤": "<=", "=>": "=>", "=<": "<=", "×": "*", "÷": "/", "–": "-", "[": "(", "]": ")"}
_SPELLINGS = {"tỉ": "tỷ", "điễm": "điểm", "đìểm": "điểm", "tói": "tối", "điẻm": "điểm"}
_MONEY_TIMES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_TO_THE_SMALL = 2
_SPOKEN = {("nhân", "với"): "*", ("chia", "cho"): "/", ("cộng", "với"): "+", ("trừ", "đi"): "-"}
_OPERANDS = frozenset(("điểm", "a", "b", "c", "tổng"))
# The fraction of a number written in words.
_NUMBER_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; ``value`` is set for numbers, percentages as fractions of 1."""

    kind: str
    text: str
    start: int
    end: int
    value: Fraction | None = None

    @property
    def number(self) -> Fraction:
        """The value of a number."""
        return self.value if self.value is not None else Fraction(0)


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """The tokens of a text; ``offset`` is added to every place."""
    found = [_token(match, offset) for match in _TOKEN.finditer(text)]
    found = one_amount([_spelled(found, place) for place in range(len(found))])
    return list(_spoken([_product(found, place) for place in range(len(found))]))


def phrase_at(tokens: Sequence[Token], place: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many tokens the longest phrase that stands here takes; 0 if none does."""
    for phrase in phrases:
        window = tokens[place : place + len(phrase)]
        if len(window) == len(phrase) and all(t.text == word for t, word in zip(window, phrase, strict=True)):
            return len(phrase)
    return 0


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases written with bars between them, longest first."""
    return longest_first(tuple(tuple(each.split()) for each in text.split("|")))


def longest_first(known: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Phrases so ordered that the longest that fits is found."""
    return tuple(sorted(known, key=len, reverse=True))


def text_of(tokens: Sequence[Token], source: str, offset: int = 0) -> str:
    """The text the tokens were read from."""
    return source[tokens[0].start - offset : tokens[-1].end - offset] if tokens else ""


def word_number(token: Token) -> Fraction | None:
    """The value of a number written in words."""
    value = _NUMBER_WORDS.get(token.text)
    return None if value is None else Fraction(value)


def one_amount(found: list[Token]) -> list[Token]:
    """As in "2 tỷ 500 triệu đồng": 2500 in the smaller unit, one number and no two."""
    merged: list[Token] = []
    for place in reversed(range(len(found))):
        token, behind = found[place], [each.text for each in merged[-1:-4:-1]]
        large = _MONEY_TIMES.get(behind[0] if behind else "")
        small = _MONEY_TIMES.get(behind[2] if len(behind) > _TO_THE_SMALL else "")
        is_amount = token.kind == "number" and large and small and merged[-2].kind == "number"
        if is_amount and large and small and merged[-2].number < Fraction(large, small):
            number = token.number * large / small + merged[-2].number
            token = Token("number", f"{number}", token.start, merged[-2].end, number)
            del merged[-2:]
        merged.append(token)
    return merged[::-1]


def _token(match: re.Match[str], offset: int) -> Token:
    start, end = match.start() + offset, match.end() + offset
    if number := match["number"]:
        value = _value(number)
        if match["percent"]:
            return Token("percent", match[0], start, end, value / (1000 if "‰" in match["percent"] else 100))
        return Token("number", number, start, end, value)
    if sign := match["sign"]:
        sign = "".join(sign.split())
        if sign == "x":
            return Token("word", "x", start, end)
        return Token("sign", _SIGNS.get(sign, sign), start, end)
    word = match[0].casefold()
    return Token("word" if match["word"] else "other", _SPELLINGS.get(word, word), start, end)


def _value(text: str) -> Fraction:
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", text):
        return Fraction(text.replace(".", ""))
    return Fraction(text.replace(",", "."))


def _spoken(found: list[Token]) -> Iterator[Token]:
    """Operations said in words: "a chia cho b nhân với 20", "điểm bằng …"."""
    place = 0
    while place < len(found):
        token = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        sign = _SPOKEN.get((token.text, after.text if after is not None else ""))
        if sign is not None and after is not None:
            yield Token("sign", sign, token.start, after.end)
            place += 2
            continue
        before = found[place - 1].text if place else ""
        is_operand = after is not None and (after.kind == "number" or after.text in _OPERANDS)
        is_equality = token.text == "bằng" and before in ("điểm", "lệ", "được")
        if is_equality or (token.text in ("nhân", "chia") and is_operand):
            sign = {"nhân": "*", "chia": "/", "bằng": "="}[token.text]
            yield Token("sign", sign, token.start, token.end)
        else:
            yield token
        place += 1


def _spelled(found: list[Token], place: int) -> Token:
    """As in "tối thiếu 2 bài", printed for "tối thiểu"."""
    token = found[place]
    if token.text == "thiếu" and place and found[place - 1].text == "tối":
        return Token("word", "thiểu", token.start, token.end)
    return token


def _product(found: list[Token], place: int) -> Token:
    """An x between two factors is a product."""
    token = found[place]
    if token.text not in ("x", ":") or not 0 < place < len(found) - 1:
        return token
    before, after = found[place - 1], found[place + 1]
    if token.text == ":":
        # "Điểm = Tỷ lệ x 30 : 90%": a colon between two numbers of a product divides.
        is_quotient = before.kind == "number" and after.kind == "percent" and place > 1
        divides = is_quotient and found[place - 2].text in ("x", "*")
        return Token("sign", "/", token.start, token.end) if divides else token
    if before.kind == "word" and after.kind == "number" and len(before.text) > 1:
        ends = place + 2 == len(found) or found[place + 2].text in (
            "điểm",
            "đ",
            ".",
            ";",
            "(",
            ")",
            "/",
            ":",
            "%",
            "+",
        )
        if ends:
            return Token("sign", "*", token.start, token.end)
    is_factor = before.kind in ("number", "percent") or before.text in (
        "lệ",
        ")",
        "đa",
        "%",
        "a",
        "b",
        "c",
        "d",
    )
    if after.text == "điểm" and phrase_at(found, place + 1, (("điểm", "tối", "đa"), ("điểm", "chuẩn"))):
        return Token("sign", "*", token.start, token.end)
    if is_factor and (
        after.kind in ("number", "percent")
        or after.text in ("điểm", "(", "số", "tỷ", "tổng", "thang", "a", "b", "c", "d")
    ):
        return Token("sign", "*", token.start, token.end)
    return token
