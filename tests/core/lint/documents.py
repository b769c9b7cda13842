"""Small documents with a fault planted in them, and what lint says about them."""

from __future__ import annotations

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import Finding, lint
from chamdiem.library import read_set_text

TEXT = "a = Số hộ có kết nối; b = Tổng số hộ\n- Tỷ lệ = a/b\n- Điểm = Tỷ lệ * Điểm tối đa"

_HEADER = """
format: chamdiem/set/1
set:
  key: example-2026
  name: Bộ chỉ số ví dụ cấp huyện
  edition: "2026"
  source: {document: Quyết định số 12/QĐ-UBND ngày 05/01/2026}
  levels: {main: Chỉ số chính, criterion: Tiêu chí}
"""


def document(rows: str, header: str = "", levels: str = "") -> IndicatorSet:
    """A set with these rows; ``header`` adds lines to the set, ``levels`` replaces its levels."""
    head = _HEADER
    if levels:
        head = head.replace("{main: Chỉ số chính, criterion: Tiêu chí}", levels)
    extra = "".join(f"  {line}\n" for line in header.strip().splitlines())
    return read_set_text(f"{head.strip()}\n{extra}rows:\n{rows}")


def criterion(body: str, *, maximum: str = "10", name: str = "Tỷ lệ hộ có kết nối") -> IndicatorSet:
    """A set with one criterion; ``body`` holds the keys of its row."""
    lines = "\n".join(f"    {line}" for line in body.strip("\n").splitlines())
    return document(f"""
  - {{key: "1", number: "1", level: main, name: Hạ tầng số, max_points: {maximum}}}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: {name}
    max_points: {maximum}
{lines}
""")


HOUSES = "{a: {label: Hộ có mạng, unit: hộ}, b: {label: Tổng hộ, unit: hộ}}"
CHECK = "checks: [a <= b]"
INCIDENTS = "{n: {label: Số sự cố phát hiện, unit: sự cố}, x: {type: yes_no, label: Đã rà soát}}"


def ruled(rule: str, inputs: str, more: str = "") -> IndicatorSet:
    """A set with one criterion of that rule and those inputs."""
    return criterion(f"rule: {rule}\ninputs: {inputs}\n{more}")


RATIO = """
rule: {kind: ratio, value: a / b, if_zero: not_applicable}
inputs: {a: {label: Số hộ có kết nối, unit: hộ}, b: {label: Tổng số hộ, unit: hộ}}
checks: [a <= b]
"""


def method(text: str, rest: str = RATIO, **keywords: str) -> IndicatorSet:
    """A set with one criterion of a calculation text; by default a ratio of two figures."""
    lines = "\n".join(f"  {line}" for line in text.strip().splitlines())
    return criterion(f"method: |\n{lines}\n{rest.strip()}", **keywords)


def findings(indicator_set: IndicatorSet, code: str) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in lint(indicator_set) if finding.code == code]


def keys(indicator_set: IndicatorSet, code: str) -> list[str]:
    """The rows with findings of one code, in order."""
    return [finding.key for finding in findings(indicator_set, code)]


def found(indicator_set: IndicatorSet, code: str) -> Finding:
    """The only finding of one code."""
    (finding,) = findings(indicator_set, code)
    return finding
