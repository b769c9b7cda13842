"""What the form of each kind of rule asks for, and how its cells become plain data of the set format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from chamdiem.authoring.option_codes import with_codes
from chamdiem.authoring.plain import Data
from chamdiem.web.language import Words

# One cell with its choices on one line: the forms are read as a table.
# ruff: noqa: E501

_NUMBER = re.compile(r"(\d+),(\d+)")
# A bare number is points, as people mean it: a share has a sign of percent or a stroke.
_POINTS = re.compile(r"(?!0(?:\s*điểm)?$)([\d.,]+)\s*(?:điểm|points?)?", re.IGNORECASE)
_SHOWN = {"full": "tối đa", "none": "0"}
# What people write for the same.
_WORDS = {word: code for code, word in _SHOWN.items()} | {
    "điểm tối đa": "full",
    "toàn bộ": "full",
    "đủ điểm": "full",
    "không": "none",
    "không điểm": "none",
    "không có điểm": "none",
    "0 điểm": "none",
    "một nửa": "1/2",
    "nửa": "1/2",
    "nửa số điểm": "1/2",
    "maximum": "full",
    "nothing": "none",
    "half": "1/2",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing a form asks for; ``form`` says how it is read: text, long, number, give, reward or kept (unseen)."""

    name: str
    label: Words
    form: str = "text"
    choices: Sequence[tuple[str, Words]] = ()


@dataclass(frozen=True, slots=True)
class KindForm:
    """The form of one kind of rule: its cells, and the cells of its lines under the key ``lines``.

    A rule of other rules has ``branches``, each a key with one rule, or a list of rules under the key
    ``rules``, each with the cells of its part, if any.
    """

    label: Words
    cells: tuple[Cell, ...] = ()
    lines: str = ""
    line_cells: tuple[Cell, ...] = ()
    branches: tuple[tuple[str, Words], ...] = ()
    rules: str = ""
    part_cells: tuple[Cell, ...] = ()

    @property
    def keys(self) -> set[str]:
        """Every key a rule of the form may have."""
        return (
            {cell.name for cell in self.cells}
            | {key for key, _ in self.branches}
            | {self.lines, self.rules} - {""}
        )


_GIVE = Cell("give", _("Cho điểm"), "give")
_LABEL = Cell("label", _("Lời ghi"))
_WHEN = Cell("when", _("Điều kiện"))
_VALUE = Cell("value", _("Giá trị (biểu thức)"))
_OTHERWISE = Cell("otherwise", _("Ngoài các mức"), "reward")
_CAP = Cell("cap", _("Nhiều nhất cho"), "reward")
_BETTER = Cell("better", _("Tốt hơn khi"), choices=(("", _("cao hơn")), ("low", _("thấp hơn"))))
_ZERO = Cell(
    "if_zero",
    _("Khi mẫu số bằng 0"),
    choices=(("", "–"), ("zero", _("0 điểm")), ("full", _("điểm tối đa")), ("not_applicable", _("không áp dụng"))),
)  # fmt: skip
_SIDE = Cell(
    "side",
    _("So sánh"),
    choices=(
        ("at_least", _("từ … trở lên")), ("more_than", _("trên")), ("less_than", _("dưới")), ("at_most", _("đến … trở xuống")),
    ),
)  # fmt: skip
_COUNTED = (
    Cell("of", _("Đếm gì")),
    Cell("points_each", _("Điểm mỗi đơn vị"), "number"),
    Cell("every", _("Cứ mỗi"), "number"),
    Cell("cap", _("Nhiều nhất"), "reward"),
    _LABEL,
)
_METHODS = (
    ("min_max", _("giữa thấp nhất và cao nhất")), ("share_of_max", _("tỷ lệ so với cao nhất")), ("leader_excess", _("phần vượt so với dẫn đầu")),
)  # fmt: skip

KIND_FORMS: Mapping[str, KindForm] = {
    "manual": KindForm(
        _("Người thẩm định chấm"),
        (
            Cell("guide", _("Người chấm xem gì"), "long"),
            Cell("step", _("Bước điểm"), "number"),
            Cell("assessors", _("Số người chấm"), "number"),
            Cell("combine", _("Gộp điểm"), choices=(("", _("trung bình")), ("median", _("trung vị")), ("consensus", _("thống nhất")))),
            Cell("tolerance", _("Chênh lệch cho phép"), "number"),
        ),
    ),
    "yes_no": KindForm(_("Có hoặc không"), (_WHEN,)),
    "ratio": KindForm(
        _("Tỷ lệ"),
        (
            _VALUE,
            Cell("full_at", _("Điểm tối đa từ"), "number"),
            Cell("below", _("Dưới ngưỡng"), choices=(("", _("theo tỷ lệ với ngưỡng")), ("ratio", _("tỷ lệ × điểm tối đa")), ("zero", _("0 điểm")))),
            _BETTER,
            _ZERO,
            Cell("cap", _("Nhiều nhất, phần của điểm tối đa"), "number"),
        ),
    ),
    "tiers": KindForm(
        _("Theo mức"), (_VALUE, _OTHERWISE, _ZERO), "tiers",
        (_SIDE, Cell("threshold", _("Ngưỡng"), "number"), _GIVE, _LABEL),
    ),
    "choice": KindForm(
        _("Chọn một"), (Cell("of", _("Chữ của số liệu chọn")),), "options",
        (Cell("code", _("Mã"), "kept"), Cell("label", _("Lựa chọn")), _GIVE),
    ),
    "checklist": KindForm(
        _("Các điều kiện"),
        (Cell("need", _("Cách tính"), choices=(("", _("cộng từng điều kiện")), ("all", _("đạt tất cả mới có điểm")))),),
        "parts", (_WHEN, _GIVE, _LABEL),
    ),
    "count": KindForm(_("Đếm"), (_CAP,), "parts", _COUNTED),
    "deduct": KindForm(_("Trừ điểm"), (), "parts", _COUNTED),
    "peer": KindForm(
        _("So với đơn vị khác"),
        (
            _VALUE,
            Cell("method", _("Cách so"), choices=_METHODS),
            Cell("among", _("So với"), choices=(("", _("tất cả đơn vị")), ("peer_group", _("cùng nhóm")))),
            _BETTER,
            _ZERO,
            Cell("if_all_equal", _("Khi mọi đơn vị bằng nhau"), "reward"),
            Cell("if_all_zero", _("Khi cao nhất bằng 0"), "reward"),
            Cell("target", _("Chỉ tiêu (chỉ khi so phần vượt)")),
        ),
        "special", (_WHEN, _GIVE, Cell("exclude", _("Không đem so"), choices=(("", "–"), ("yes", _("không so")))), _LABEL),
    ),
    "sum": KindForm(
        _("Cộng các phần"), (_CAP,), rules="parts",
        part_cells=(Cell("share", _("Điểm tối đa của phần"), "give"), _LABEL),
    ),
    "best_of": KindForm(_("Lấy cách có lợi nhất"), rules="rules"),
    "gate": KindForm(
        _("Có điều kiện trước"), (_WHEN,), branches=(("then", _("Khi đạt điều kiện")), ("else", _("Khi không đạt"))),
    ),
}  # fmt: skip
# A rule within a rule may also be one of these, without anything to fill in.
FIXED: Mapping[str, Words] = {"full": _("điểm tối đa"), "none": _("0 điểm")}
DEEPEST = 5


def kind_of(rule: Any) -> str:
    """The kind of a rule in plain data: one with a form, or ``yaml``; without a rule ``none``."""
    if not rule:
        return "none"
    return rule["kind"] if isinstance(rule, dict) and has_form(rule) else "yaml"


def has_form(rule: Any, depth: int = 0) -> bool:
    """Whether forms ask for all a rule says, rules within it included; else it is edited as text, so nothing is lost."""
    if isinstance(rule, str):
        return rule in FIXED
    form = KIND_FORMS.get(rule.get("kind", ""))
    if form is None or depth > DEEPEST or set(rule) - form.keys - {"kind"}:
        return False
    part_keys = {cell.name for cell in form.part_cells} | {"points", "rule"}
    parts = rule.get(form.rules, []) if form.rules else []
    if form.part_cells and any(set(part) - part_keys for part in parts):
        return False
    return all(has_form(each, depth + 1) for each in inner_rules(rule))


def inner_rules(rule: Data) -> list[Any]:
    """The rules within a rule, in the order of its form."""
    form = KIND_FORMS[rule["kind"]]
    parts = rule.get(form.rules, []) if form.rules else []
    listed = [part.get("rule", "none") for part in parts] if form.part_cells else parts
    return [*(rule[key] for key, _ in form.branches if key in rule), *listed]


def shown_cells(rule: Any, kind: str) -> Data:
    """A rule as the cells of its form."""
    form = KIND_FORMS[kind]
    known = rule if isinstance(rule, dict) and rule.get("kind") == kind else {}
    return {cell.name: _shown(cell, known.get(cell.name, "")) for cell in form.cells}


def shown_lines(rule: Any, kind: str) -> list[Data]:
    """The lines of a rule as the cells of its form."""
    form = KIND_FORMS[kind]
    if not form.lines or not isinstance(rule, dict) or rule.get("kind") != kind:
        return []
    lines = rule.get(form.lines, [])
    if isinstance(lines, dict):
        lines = [{"code": code, **line} for code, line in lines.items()]
    return [shown_line(form.line_cells, line) for line in lines]


def shown_line(cells: Sequence[Cell], line: Data) -> Data:
    """One line, or part, of a rule as its cells."""
    shown = {cell.name: _shown(cell, line.get(cell.name, "")) for cell in cells}
    for side, _words in _SIDE.choices:
        if side in line:
            shown |= {"side": side, "threshold": line[side]}
    give = next((cell.name for cell in cells if cell.form == "give"), "")
    if give and "points" in line:
        shown[give] = _points(line["points"])
    elif _GIVE in cells and "give" not in line:
        # The format takes the maximum for granted; people must see it.
        shown["give"] = _SHOWN["full"]
    return shown


def list_open(kind: str, lines: Sequence[Mapping[str, str]]) -> list[str]:
    """What the filled-in lines are called that do not say how many points they give."""
    cells = KIND_FORMS[kind].line_cells
    if _GIVE not in cells:
        return []
    names = [cell.name for cell in cells if cell.name not in ("give", "side", "exclude", "code")]
    called = sorted(names, key=lambda name: name != "label")
    return [
        next((line[name] for name in called if line.get(name)), str(place))
        for place, line in enumerate(lines, start=1)
        if _is_filled(line) and not line.get("give", "").strip()
    ]


def _shown(cell: Cell, value: Any) -> str:
    if isinstance(value, dict):
        return _points(value["points"])
    return _SHOWN.get(value, value) if cell.form in ("give", "reward") else str(value)


def _points(text: str) -> str:
    return f"{text.replace('.', ',')} điểm"


def read_rule(kind: str, cells: Mapping[str, str], lines: Sequence[Mapping[str, str]]) -> Data:
    """The rule of a filled-in form; what was left empty is left out."""
    form = KIND_FORMS[kind]
    rule: Data = {"kind": kind, **read_cells(form.cells, cells)}
    if form.lines:
        read = [_line(read_cells(form.line_cells, line)) for line in lines if _is_filled(line)]
        rule[form.lines] = {each.pop("code"): each for each in with_codes(read)} if kind == "choice" else read
    return rule


def _is_filled(line: Mapping[str, str]) -> bool:
    return any(value for name, value in line.items() if name not in ("side", "code"))


def read_cells(cells: Sequence[Cell], typed: Mapping[str, str]) -> Data:
    """Cells as plain data; what was left empty is left out."""
    read: Data = {}
    for cell in cells:
        text = typed.get(cell.name, "").replace("\r\n", "\n").strip()
        if not text:
            continue
        if cell.form == "give" and (points := _POINTS.fullmatch(text)):
            read["points"] = number_text(points[1])
        elif cell.form == "reward" and (points := _POINTS.fullmatch(text)):
            read[cell.name] = {"points": number_text(points[1])}
        else:
            read[cell.name] = _read_text(cell.form, text)
    return read


def _read_text(form: str, text: str) -> str:
    if form in ("give", "reward"):
        return _WORDS.get(text.casefold(), number_text(text))
    return number_text(text) if form == "number" else text


def _line(line: Data) -> Data:
    """A band names its threshold by its side."""
    side, threshold = line.pop("side", ""), line.pop("threshold", "")
    return {side: threshold, **line} if side else line


def number_text(text: str) -> str:
    """A typed number as the set format writes it: with a point, the sign of percent right behind it."""
    return _NUMBER.sub(r"\1.\2", text).replace(" %", "%")
