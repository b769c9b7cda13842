"""A set that asks for a value of every kind, forms of it, and a way to fill them in and read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.sentences import problem_text
from chamdiem.core.standings import Participant
from chamdiem.errors import InvalidAnswers, Problem
from chamdiem.library import read_set_text
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.form_layout import FIGURES_SHEET
from chamdiem.office.form_rows import option_words
from chamdiem.office.form_writing import write_form
from chamdiem.office.organisations import Organisation

SET = """format: chamdiem/set/1
set:
  key: moi-loai
  name: Bộ có mọi loại số liệu
  edition: "2023"
  levels: {group: Nhóm, criterion: Tiêu chí}
  source: {document: QĐ 1}
rows:
  - {key: I, number: I, level: group, role: information, name: Thông tin chung}
  - key: I.1
    number: I.1
    level: criterion
    role: information
    name: Tên cơ quan
    inputs: {v: {type: text, label: Tên cơ quan}}
  - key: I.2
    number: I.2
    level: criterion
    role: information
    name: Dân số
    inputs: {v: {label: Dân số, unit: người, min: 1}}
  - {key: "1", number: "1", level: group, name: Nhóm một, max_points: 50}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: Tỷ lệ hồ sơ
    max_points: 10
    inputs: {a: {label: Hồ sơ trực tuyến, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ}}
    checks: ["a <= b"]
    rule: {kind: ratio, value: a / b, if_zero: not_applicable}
  - key: "1.2"
    number: "1.2"
    level: criterion
    name: Kinh phí
    max_points: 10
    inputs: {c: {type: decimal, decimals: 2, label: Kinh phí, unit: triệu đồng, max: 5000}}
    rule: {kind: tiers, value: c, tiers: [{at_least: 100, give: 100%}, {at_least: 50, give: 50%}]}
  - key: "1.3"
    number: "1.3"
    level: criterion
    name: Tỷ lệ hài lòng
    max_points: 10
    inputs: {p: {type: decimal, decimals: 1, label: Tỷ lệ hài lòng, unit: "%", max: 100}}
    rule: {kind: tiers, value: p, tiers: [{at_least: 95, give: 100%}]}
  - key: "1.4"
    number: "1.4"
    level: criterion
    name: Đã ban hành kế hoạch
    max_points: 10
    inputs: {x: {type: yes_no, label: Đã ban hành kế hoạch}}
    rule: {kind: yes_no, when: x}
  - key: "1.5"
    number: "1.5"
    level: criterion
    name: Mức độ
    max_points: 6
    inputs: {k: {label: Mức độ, type: choice}}
    rule:
      kind: choice
      of: k
      options: {cao: {label: Mức cao, points: 6}, thap: {label: Mức thấp, points: 0}}
  - key: "1.6"
    number: "1.6"
    level: criterion
    name: Ngày nộp
    max_points: 4
    inputs: {t: {type: date, label: Ngày nộp báo cáo, since: 2023-10-31}}
    rule: {kind: deduct, parts: [{of: t, points_each: 0.2}]}
"""

TWO = (
    Organisation(code="X01", name="Xã Ngọc Bích", peer_group="Đồng bằng"),
    Organisation(code="X02", name="Xã Ea H'Leo", peer_group="Miền núi", is_ranked=False),
)
FIRST_ANSWERS: Mapping[str, Any] = {
    "I.2": 12345,
    "1.1.a": 90,
    "1.1.b": 100,
    "1.2.c": 99.99,
    "1.3.p": 95.5,
    "1.4.x": "Có",
    "1.5.k": "Mức cao",
    "1.6.t": date(2023, 11, 2),
}
# The same as stored integers.
FIRST_STORED = {
    "I.2": 12345,
    "1.1.a": 90,
    "1.1.b": 100,
    "1.2.c": 9999,
    "1.3.p": 955,
    "1.4.x": 1,
    "1.5.k": 0,
    "1.6.t": 2,
}


@cache
def every_kind() -> IndicatorSet:
    """The set above."""
    return read_set_text(SET, "moi-loai.yaml")


def form(indicator_set: IndicatorSet, organisations: Sequence[Organisation] = TWO) -> Any:
    """A blank form, opened as a person would."""
    return load_workbook(BytesIO(write_form(indicator_set, organisations)))


def filled_form(answers: Mapping[str, Any] = FIRST_ANSWERS, code: str = "X01") -> Any:
    """A form of the small set with the answers of one organisation."""
    book = form(every_kind())
    for key, value in answers.items():
        cell_of(book, key, code).value = value
    return book


def cell_of(book: Any, key: str, code: str = "X01") -> Any:
    """The yellow cell of a figure and an organisation."""
    sheet = book[FIGURES_SHEET]
    return sheet.cell(line_of(sheet, key), column_of(sheet, code))


def line_of(sheet: Worksheet, key: str) -> int:
    """The line of a figure in a form."""
    return next(line for line in range(1, sheet.max_row + 1) if sheet.cell(line, 1).value == key)


def column_of(sheet: Worksheet, code: str) -> int:
    """The column of an organisation in a form."""
    return next(cell.column for cell in sheet[line_of(sheet, "code")] if cell.value == code)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def read(data: bytes, indicator_set: IndicatorSet | None = None, file: str = "so-lieu.xlsx") -> AnswerSheet:
    """Read bytes as the answers to a set, the small one unless said otherwise."""
    return read_answer_bytes(data, indicator_set or every_kind(), file)


def table(*lines: Sequence[Any]) -> bytes:
    """A plain sheet without any mark of a form."""
    book: Any = Workbook()
    for line in lines:
        book.active.append(list(line))
    return saved(book)


def problems_of(data: bytes, file: str = "so-lieu.xlsx") -> tuple[Problem, ...]:
    """Everything found wrong, whether it stops the reading or not; each can be said in both languages."""
    try:
        problems = read(data, file=file).problems
    except InvalidAnswers as refused:
        problems = refused.problems
    for problem in problems:
        assert problem_text(problem, "vi")
        assert problem_text(problem, "en")
    return problems


def found(data: bytes, file: str = "so-lieu.xlsx") -> list[tuple[str, str]]:
    """What is wrong and in which cell (or place of a JSON file)."""
    return [(each.code, each.place.cell or each.place.path) for each in problems_of(data, file)]


def answers_of(sheet: AnswerSheet, code: str = "X01") -> dict[str, int | None]:
    """The stored answers of one organisation."""
    return next(dict(each.answers) for each in sheet.participants if each.code == code)


def participants(indicator_set: IndicatorSet) -> list[Participant]:
    """Two organisations that answer everything a set asks, each figure another value."""
    return [
        Participant(
            code=each.code,
            name=each.name,
            peer_group=each.peer_group,
            is_ranked=each.is_ranked,
            answers={
                key: _value(figure.input, number + shift)
                for number, (key, figure) in enumerate(list_figures(indicator_set).items())
            },
        )
        for shift, each in enumerate(TWO)
    ]


def typed(given: Input, value: int | None) -> Any:
    """A stored integer as a person types it into Excel."""
    if value is None:
        return None
    match given.type:
        case "yes_no":
            return "Có" if value else "Không"
        case "choice":
            return option_words(given)[value]
        case "date":
            since = given.since or date(1970, 1, 1)
            return date.fromordinal(since.toordinal() + value)
        case "decimal":
            return value / given.scale
        case _:
            return value


def _value(given: Input, number: int) -> int:
    """Some stored integer an input accepts."""
    least, most = given.range
    steps = 1 if given.step is None else int(given.step * given.scale)
    span = 97 if most is None else (most - (least or 0)) // steps + 1
    return (least or 0) + number % span * steps
