"""Letters and what they stand for: "a = Số hồ sơ …", "Tổng số … (gọi là b)", "Tỷ lệ … (p)"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.comparing import PERCENT_OF
from chamdiem.annex.rules.formulas import NoFormulaError, read_formula
from chamdiem.annex.rules.statements import Assignment, Definition
from chamdiem.annex.rules.trimming import tidy_label
from chamdiem.annex.rules.words import tokens_of

_BEFORE = re.compile(
    r"^(?:trong đó:?\s*|với:?\s*)?(?P<letter>[a-eđghknmxyzABCDE])\s*(?:=|:|là\b|[-–](?=\s))\s*(?P<label>[^\W\d_]{2}.*)$",
    re.DOTALL,
)
_CALLED = re.compile(
    r"^(?P<label>.+?)[\s,]*\((?:gọi (?:tắt )?là|ký hiệu(?: là)?|là|viết tắt là)\s*(?P<letter>[a-zA-Z])\s*%?\)",
    re.DOTALL,
)
_BEHIND = re.compile(
    r"^(?P<label>[^\W\d_].{9,}?)\s*=\s*(?P<letter>[a-eghkmn])(?:\s*\((?P<extra>[^)]*)\))?$", re.DOTALL
)
_LETTERED = re.compile(
    r"^(?P<label>(?:tổng|số|lượng)\s[^()=:]{3,}?)\s*\((?P<letter>[a-eA-E])\)$", re.IGNORECASE
)
_SHARED = re.compile(
    r"^(?:trong đó:?\s*|với:?\s*)?(?P<letters>[a-eA-E](?:\s*(?:,|và)\s*[a-eA-E])+)\s*(?::|=|(?:lần lượt )?là\b|tương ứng là\b)\s*(?:lần lượt là\s+)?(?P<label>[^\W\d_]{2}[^=;]*)$",
    re.IGNORECASE,
)
_GIVEN_LETTER = re.compile(r"^([a-eA-E])\s*[=:]\s*[^\W\d_]{2}[^=]*=\s*[a-e(]")
# "A = số hồ sơ đúng hạn/tổng số hồ sơ": a ratio, and no figure.
_QUOTIENT = re.compile(r"(?:tổng )?số [^/:;=]{3,}/\s*(?:tổng )?(?:số|dân số) [^/:;=]{2,}", re.IGNORECASE)
_GIVES_POINTS = re.compile(
    r"\d\s*đ\b|\d\s*điểm\b(?! (?:cầu|phục|bưu|truy))|điểm tối đa|\bđiểm\s*=|không tính điểm", re.IGNORECASE
)
_CONSTANT = re.compile(r"\((\d{1,5})\s+[^\W\d_][^)]*\)")
_RATIO_LETTER = re.compile(
    r"t[ỷỉ] (?:lệ|trọng)\b[^();:=\n]*\(\s*(?:ký hiệu (?:là )?)?([a-zA-Z])\s*\)", re.IGNORECASE
)
# "(r là tỷ lệ hồ sơ có khai thác lại)" behind its formula.
_IS_RATIO = re.compile(r"\s*\(([f-wzTRKPLQ]) là t[ỷỉ] lệ\b[^();:=\n]*\)$")
# "r = a/b": a letter for the ratio itself.
_GIVEN_RATIO = re.compile(
    r"^(?:t[ỷỉ] lệ )?([f-wzF-WZ])\s*=\s*(?:\(?\s*[a-eA-E]\s*\)?\s*/\s*\(?\s*[a-eA-E]\s*\)?|\(?(?:tổng |số )[^/:;=()\d]{3,}/\s*(?:tổng |số |dân số )[^/:;=()\d]{2,}\)?)(?:\s*[x×*]\s*100\s*%?)?$",
    re.IGNORECASE,
)


_CALLED_RATIO = re.compile(r"(t[ỷỉ] lệ(?: [^\W\d_]+){1,4})\s*=", re.IGNORECASE)


def known_letters(clauses: Sequence[Clause], defined: Sequence[str]) -> list[str]:
    """Every letter that formulas of a text may read: those ``defined``, and those used like figures."""
    known = [*defined]
    for clause in clauses:
        known += [match[0].casefold() for match in re.finditer(r"(?<![^\W\d_])[A-Zx-z](?=\s*=)", clause.text)]
        known += [match[1].casefold() for match in _GIVEN_LETTER.finditer(clause.text)]
        known += [match[1].casefold() for match in re.finditer(r"gọi là ([a-z])\s*%", clause.text)]
        known += [match[1].casefold() for match in re.finditer(r"\(\s*([a-eA-E])\s*\)", clause.text)]
    return known + re.findall(
        r"(?<![^\W\d_])[a-e](?=\s*[/+)])|(?<=[/+(])[a-e](?![^\W\d_])", " ".join(c.text for c in clauses)
    )


def letter_of_ratio(clauses: Sequence[Clause], known: Sequence[str]) -> str:
    """The letter printed behind the words of the one ratio of a text: "Tỷ lệ người có tài khoản (p)"."""
    given = {match[1] for clause in clauses if (match := _GIVEN_RATIO.match(clause.text))}
    if len(given) == 1:
        return next(iter(given))
    found = {
        match[1]
        for pattern in (_RATIO_LETTER, _IS_RATIO)
        for clause in clauses
        for match in pattern.finditer(clause.text)
    }
    defined = {letter for letter in known if len(letter) == 1 and letter in "abcde"}
    letters = {letter for letter in found if letter.casefold() not in defined}
    if len(letters) != 1 or len(found) != 1:
        return ""
    letter = next(iter(letters))
    is_given = any(re.search(rf"(?<![^\W\d_]){letter}\s*=\s*[^\d\s]", clause.text) for clause in clauses)
    return "" if is_given else letter


def ratio_called(clauses: Sequence[Clause]) -> str:
    """The words of the one ratio a text defines by a formula: "Tỷ lệ chi" of "Tỷ lệ chi = …"; else none."""
    found = {match[1].casefold() for clause in clauses if (match := _CALLED_RATIO.match(clause.text))}
    return next(iter(found)) if len(found) == 1 else ""


def by_its_name(clause: Clause, words: str) -> Clause:
    """The clause with "tỷ lệ" for the ratio called by its ``words`` where it is divided or multiplied."""
    if not words or _CALLED_RATIO.match(clause.text):
        return clause
    text = re.sub(rf"\b{re.escape(words)}(?=\s*[/x×*])", "tỷ lệ", clause.text, flags=re.IGNORECASE)
    return replace(clause, text=text)


def in_full(clause: Clause, letter: str) -> Clause:
    """The clause with the letter of its ratio written out where it is compared or multiplied."""
    if not letter or f"({letter})" in clause.text:
        return clause
    pattern = rf"(?<![^\W\d_]){letter}(?=\s*(?:[<>≥≤/=x×*:]|từ|đạt|dưới|trên|nhân|chia|$))(?![^\W\d_])|(?<=[<>≥≤] ){letter}(?![^\W\d_])"
    text = re.sub(rf"\bt[ỷỉ] lệ (?={letter}\s*=)", "", _IS_RATIO.sub("", clause.text), flags=re.IGNORECASE)
    return replace(clause, text=re.sub(pattern, "tỷ lệ", text))


def read_definition(clause: Clause) -> Definition | None:
    """As in "a = Số lượng …", "Tổng số … (gọi là a)"."""
    text = clause.text
    for pattern in (_BEFORE, _CALLED, _LETTERED, _BEHIND):
        match = pattern.match(text)
        if match is None:
            continue
        label = " ".join(match["label"].split()).strip(" -+•:;,")
        if pattern is _CALLED and (behind := text[match.end() :].strip(" :;,.")):
            label = f"{label} {' '.join(behind.split())}"
        if pattern is _BEFORE and _is_formula(label.rpartition("=")[2]):
            continue
        if _GIVES_POINTS.search(label) or (pattern is _BEFORE and _QUOTIENT.fullmatch(label)):
            return None
        if pattern is _CALLED and PERCENT_OF.search(text):
            return None
        constant = _CONSTANT.search(text) if pattern is _BEHIND else None
        value = Fraction(constant[1]) if constant else None
        return Definition(clause, match["letter"].casefold(), tidy_label(label), value)
    return None


def read_shared(clause: Clause) -> list[Definition]:
    """As in "c, d lần lượt là tổng số thủ tục mức 3, mức 4": each letter with its own words."""
    match = _SHARED.match(clause.text)
    if match is None or _GIVES_POINTS.search(match["label"]):
        return []
    letters = re.findall(r"[a-eA-E]", match["letters"])
    parts = re.split(r",\s*|\s+và\s+", " ".join(match["label"].split()))
    if len(parts) != len(letters):
        return [
            Definition(clause, each.casefold(), f"{tidy_label(match['label'])} ({each})") for each in letters
        ]
    stem = _stem(parts)
    labels = [parts[0], *(f"{stem} {part}".strip() for part in parts[1:])]
    return [
        Definition(clause, letter.casefold(), tidy_label(label))
        for letter, label in zip(letters, labels, strict=True)
    ]


def _stem(parts: Sequence[str]) -> str:
    """What several names share: "tổng số thủ tục" of "tổng số thủ tục mức 3, mức 4"."""
    if all(re.match(r"(?:số|tổng)\b", part, re.IGNORECASE) for part in parts):
        return ""
    words, others = parts[0].split(), parts[1].split()
    same = next((place for place, word in enumerate(words) if word == others[0]), len(words) - len(others))
    return " ".join(words[: max(same, 1)])


def read_given_letter(clause: Clause, body: str, known: Sequence[str]) -> Assignment | None:
    """As in "a: tỷ lệ hồ sơ trực tuyến = b/c": a letter for a ratio of others."""
    match = _BEFORE.match(body)
    if match is None or "=" not in match["label"] or not _is_formula(match["label"].rpartition("=")[2]):
        return None
    try:
        formula = read_formula(tokens_of(match["label"].rpartition("=")[2]), [*known, *"abcdefgh"])
    except NoFormulaError:
        return None
    return Assignment(clause, match["letter"].casefold(), formula)


def _is_formula(label: str) -> bool:
    return bool(re.fullmatch(r"[a-e(\s)/+*%\d.]+", label))
