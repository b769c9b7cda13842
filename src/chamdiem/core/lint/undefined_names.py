"""Names a printed formula uses and the text nowhere defines: ``Tỷ lệ 1``, ``T``, ``K1``, ``TLHS``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit

_NAMED = re.compile(r"=\s*(?:(?P<ratio>[Tt][ỷỉ] lệ \d)|(?P<letter>[A-Z]))\s*%?\s*[*x×]")
# Letters with a number, rates with a letter, and rates that are shortened.
_INDEX = r"[Tt][ỷỉ] lệ (?:\d|[A-Z])(?!\w)|[A-Z]\d(?!\w)|TL[A-ZĐ]{1,4}(?!\w)"
_OPERAND = rf"(?:{_INDEX}|[A-Za-z](?!\w)|\d{{1,4}}(?:[.,]\d+)?\s*%?|[Đđ]iểm tối đa)"
_SIGN = r"\s*[-+*/×÷xX]\s*"
_FORMULA = re.compile(
    rf"(?:=|^[\s+•-]*)\s*(?P<body>\(*\s*{_OPERAND}\s*\)*(?:{_SIGN}\(*\s*{_OPERAND}\s*\)*)+)", re.MULTILINE
)
_INDICES = re.compile(rf"(?<!\w)(?:{_INDEX})")


def undefined_names(document: Document) -> Iterator[Hit]:
    """A formula of the text uses a name that the text nowhere defines (Tỷ lệ 1, T, K1)."""
    for row in document.set.criteria:
        text = document.wording.method(row)
        for name, used in dict(_used_in(text)).items() if "=" in text or "/" in text else ():
            if name.casefold() not in row.inputs and not _is_defined(name, _explaining(row, document)):
                yield Hit(row=row, detail=name, printed=used.strip(), facts={"name": name, "text": used})


def _used_in(text: str) -> Iterator[tuple[str, str]]:
    """Every name of the formulas of a text, with the formula."""
    for match in _FORMULA.finditer(text):
        for index in _INDICES.findall(match["body"]):
            yield index, match["body"]
    for match in _NAMED.finditer(text):
        yield match["ratio"] or match["letter"], match.group()


def _explaining(row: Row, document: Document) -> str:
    """All that may say what a name of a row stands for: its texts, those above it, its figures."""
    texts = (document.wording.all(each) for each in document.tree.path(row.key))
    labels = (figure.label for figure in row.inputs.values())
    return "\n".join((*texts, *labels))


def _is_defined(name: str, text: str) -> bool:
    """Whether a text says what a name is: "K1 là", "K1, K2 lần lượt là", "(K1)", "gọi là T", "T: tỷ lệ"."""
    own, other = re.escape(name), rf"(?:{_INDEX}|[A-Z](?!\w))"
    return bool(
        re.search(
            rf"(?<!\w){own}(?!\w)\s*%?(?:\s*(?:,|và)\s*{other})*\s*(?:=|(?:lần lượt |tương ứng )?là\b"
            r"|(?:được )?(?:tính|xác định|bằng)\b"
            rf"|:(?!\s*\d)|[-–]\s+[^\W\d_]|\((?!\s*\d))"
            rf"|\(\s*{own}\s*%?\s*\)|(?:gọi|đặt|ký hiệu)(?: là)? {own}(?!\w)|(?<!\w)là {own}(?!\w)"
            rf"|=\s*{own}(?!\w)(?!\s*%?\s*[-+*/×÷x])",
            text,
            re.IGNORECASE if name[:1] in "Tt" and " " in name else 0,
        )
    )


CHECKS = (Check("method.undefined", "warning", "text", undefined_names),)
