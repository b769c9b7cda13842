"""Other letters for the figures of a text: those told apart by their case or a number, "n/N", "(n1 + n2)/N", "x/y ≥ 0,8"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

# What divides one figure by another is none itself.
_SAYS_WHAT = r"(?=\s*(?:là|:|=)\s*(?:tổng |toàn bộ )?(?:số|tổng|lượng|dân số|kinh phí|t[ỷỉ] lệ)\b(?![^.;:=\n]*/\s*(?:tổng|số|dân)\b))"
# "(a - b)/tổng × 10; tổng: số hộ": a word in the place of a letter.
_DEFINED = re.compile(rf"(?<![\w/])(?:[a-zA-Z]\d?|[A-Z][a-z]|tổng)(?!\w){_SAYS_WHAT}")
_CALLS_A_RATIO = re.compile(
    r"(?:^|(?<=[\n.;]))[ \t]*gọi(?: t[ỷỉ] lệ)? (?=[a-z]\s*=\s*(?:tổng |số ))", re.IGNORECASE
)
# Between two factors it multiplies.
_IS_A_FIGURE = r"(?=\s*(?:[/<>≥≤=:+)]|là\b))"
_TOTAL, _IS_BELOW = "tổng", r"(?=\s*(?:[x×*=:)]|là\b))"
_PART_OF_ALL = re.compile(
    r"(?<![\d/.,])(?P<part>\d{1,2})/(?P<all>\d{1,2})(?![\d/.,]\d|[\d/])(?! ?(?:số )?(?:điểm|đ)\b)"
)
_LETTERS = "abcdeghkm"


def in_plain_letters(text: str) -> str:
    """The text with "a", "b", … for its figures, each word in its place; as it is where they have plain letters."""
    text = _CALLS_A_RATIO.sub(lambda match: " " * len(match[0]), text)
    names = list(dict.fromkeys(_DEFINED.findall(text)))
    standing = set(re.findall(r"(?<!\w)[a-z](?!\w)", text.casefold()))
    free = [letter for letter in _LETTERS if letter not in standing]
    strange = [name for name in names if name not in _LETTERS[:5]]
    if not strange or len(free) < len(strange):
        return _in_parts_of_all(text)
    letters = dict(zip(strange, free, strict=False))
    pattern = "|".join(_pattern(name) for name in sorted(strange, key=len, reverse=True))
    return re.sub(
        rf"(?<![^\W\d])(?:{pattern})(?!\w)", lambda match: letters[match[0]].ljust(len(match[0])), text
    )


def _in_parts_of_all(text: str) -> str:
    """As in "hoàn thành 4/4 nội dung: 8 điểm; 3/4 nội dung: 6 điểm": how many of them, where all are named."""
    parts = [(int(match["part"]), int(match["all"])) for match in _PART_OF_ALL.finditer(text)]
    wholes = {whole for _, whole in parts}
    if len(parts) < 2 or len(wholes) != 1 or (next(iter(wholes)),) * 2 not in parts:
        return text
    return _PART_OF_ALL.sub(lambda match: match["part"].ljust(len(match[0])), text)


def are_told_by_case(text: str) -> bool:
    """Whether two figures differ in the case of their letter alone: "n/N"."""
    names = set(_DEFINED.findall(text))
    return len({name.casefold() for name in names}) < len(names)


def _pattern(name: str) -> str:
    return f"{name}{_IS_A_FIGURE}" if name in "xX" else f"{name}{_IS_BELOW}" if name == _TOTAL else name
