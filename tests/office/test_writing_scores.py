"""Scores as Excel, CSV and JSON: numbers as numbers, Vietnamese as Vietnamese, and nobody's formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import DerivedIndex, WeightedRow
from chamdiem.core.inputs import Input
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.sentences.score_words import score_word
from chamdiem.core.standings import Participant, Standings, score_everybody
from chamdiem.errors import Refused
from chamdiem.library import list_editions, load_edition, read_set_text
from chamdiem.office import score_workbook
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.form_writing import MOST_ORGANISATIONS, blank_organisations, write_form
from chamdiem.office.json_reading import parse_json
from chamdiem.office.league import entries_of, is_scores, read_scores
from chamdiem.office.organisations import Organisation
from chamdiem.office.score_csv import write_scores_csv
from chamdiem.office.score_data import score_data
from chamdiem.office.score_workbook import write_scores
from tests.capped import CAPPED, POINTS
from tests.core import trees
from tests.office.forms import every_kind, form, participants, read

each_edition = pytest.mark.parametrize("key", list_editions())
DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "'=1",
    "''-1",
    "-Xã",
    "=cmd|' /C calc'!A0",
)


@cache
def _standings(key: str) -> Standings:
    edition = load_edition(key)
    people = participants(edition)
    return score_everybody(edition, [*people, replace(people[0], code="X03", name="Xã Trống", answers={})])


def _named(names: Sequence[str]) -> Standings:
    indicator_set = every_kind()
    first = participants(indicator_set)[0]
    people = [
        replace(first, code=f"{name}{number}", name=name, peer_group=name)
        for number, name in enumerate(names)
    ]
    return score_everybody(indicator_set, people)


def _sheets(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


@each_edition
def test_totals_in_the_workbook_are_the_exact_totals(key: str) -> None:
    standings = _standings(key)
    sheet = _sheets(write_scores(standings))[score_word("ranking", "vi")]
    headings = [cell.value for cell in sheet[3]]
    columns = {name: headings.index(score_word(name, "vi")) + 1 for name in ("code", "total", "maximum")}
    written = {
        sheet.cell(line, columns["code"]).value: [
            sheet.cell(line, columns[name]).value for name in ("total", "maximum")
        ]
        for line in range(4, 4 + len(standings.standings))
    }
    for each in standings.standings:
        total = each.sheet.total
        numbers = written[each.participant.code]
        assert all(isinstance(number, int | float) for number in numbers)
        assert [Fraction(str(number)) for number in numbers] == [total.points, total.maximum]


@each_edition
def test_points_in_every_format_are_the_exact_points(key: str) -> None:
    standings = _standings(key)
    data = json.loads(json.dumps(score_data(standings)), parse_float=Fraction, parse_int=Fraction)
    text = write_scores_csv(standings, "en").decode("utf-8-sig")
    lines = list(csv.DictReader(StringIO(text)))
    for each, entry in zip(standings.standings, data["organisations"], strict=True):
        assert (entry["total"], entry["maximum"]) == (each.sheet.total.points, each.sheet.total.maximum)
        code = each.participant.code
        own = {
            line[score_word("key", "en")]: line for line in lines if line[score_word("code", "en")] == code
        }
        assert Fraction(own[""][score_word("points", "en")]) == each.sheet.total.points
        for criterion in entry["criteria"]:
            points = own[criterion["key"]][score_word("points", "en")]
            assert (Fraction(points) if points else None) == criterion["points"]


@each_edition
def test_sums_of_the_points_written_are_the_totals_written(key: str) -> None:
    for entry in score_data(_standings(key))["organisations"]:
        given = [Fraction(str(each["points"])) for each in entry["criteria"] if each["points"] is not None]
        assert Fraction(str(entry["total"])) == sum(given)


def test_numbers_in_a_vietnamese_csv_have_a_decimal_comma_and_semicolons_between() -> None:
    text = write_scores_csv(_named(["Xã Ngọc Bích"]), "vi").decode("utf-8-sig")
    head, total = text.splitlines()[:2]
    assert head.startswith(score_word("code", "vi") + ";")
    assert "Xã Ngọc Bích" in total
    assert "." not in total.split(";")[8]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_text_of_a_workbook_is_a_formula(language: Any) -> None:
    standings = _named(DANGEROUS)
    book = _sheets(write_scores(standings, language, note="=1+1"))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert set(DANGEROUS) <= {cell.value for cell in cells}
    assert all(cell.hyperlink is None for cell in cells)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_cell_of_a_csv_is_a_formula(language: Any) -> None:
    text = write_scores_csv(_named(DANGEROUS), language).decode("utf-8-sig")
    for line in csv.reader(StringIO(text), delimiter=";" if language == "vi" else ","):
        assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_dangerous_names_come_back_from_a_form_and_a_csv_as_they_were() -> None:
    organisations = [
        Organisation(code=f"{name}{number}", name=name, peer_group=name)
        for number, name in enumerate(DANGEROUS)
    ]
    data = write_form(every_kind(), organisations)
    sheets = _sheets(data)
    formulas = [c.value for s in sheets for row in s.iter_rows() for c in row if c.data_type == "f"]
    assert len(formulas) == len(DANGEROUS)
    assert all(formula.startswith("=IF('Đơn vị'!B") for formula in formulas)
    assert [(each.code, each.name, each.peer_group) for each in read(data).participants] == [
        (each.code, each.name, each.peer_group) for each in organisations
    ]
    people = [each.participant for each in _named(DANGEROUS).standings]
    again = read(write_answers_csv(people, every_kind()), file="so-lieu.csv").participants
    assert [(each.code, each.name, each.peer_group) for each in again] == [
        (each.code, each.name, each.peer_group) for each in people
    ]


def test_a_text_longer_than_a_cell_is_shortened_visibly_and_not_left_out() -> None:
    name = "Xã " + "rất " * 20_000 + "dài"
    book = _sheets(write_scores(_named([name])))
    longest = max(
        (str(cell.value or "") for sheet in book.worksheets for row in sheet.iter_rows() for cell in row),
        key=len,
    )
    assert len(longest) == 32_767
    assert longest.startswith("Xã rất")
    assert longest.endswith("…")
    (sheet,) = [
        s
        for s in _sheets(write_form(every_kind(), [Organisation(code="X", name=name)]))
        if s.title == "Đơn vị"
    ]
    assert sheet["B2"].value.endswith("…")


def test_more_organisations_than_excel_has_room_for_are_refused_not_cut_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Refused) as refused:
        write_form(every_kind(), blank_organisations(MOST_ORGANISATIONS + 1))
    assert refused.value.code == "form.too_many_organisations"
    monkeypatch.setattr(score_workbook, "MOST_LINES", 10)
    with pytest.raises(Refused) as refused:
        write_scores(_named(["A", "B"]))
    assert refused.value.code == "output.too_large_for_excel"


@each_edition
def test_the_league_of_written_scores_is_the_league_of_the_standings(key: str) -> None:
    standings = _standings(key)
    value = parse_json(json.dumps(score_data(standings)).encode())
    assert is_scores(value)
    again = read_scores(value, standings.indicator_set)
    assert [(e.code, e.name, e.total, e.maximum, e.placing) for e in again] == [
        (e.code, e.name, e.total, e.maximum, e.placing) for e in entries_of(standings)
    ]


def test_an_empty_exercise_is_written_without_lines() -> None:
    standings = score_everybody(every_kind(), [])
    assert _sheets(write_scores(standings)).sheetnames
    assert len(write_scores_csv(standings).decode().splitlines()) == 1
    assert score_data(standings)["organisations"] == []
    assert form(every_kind(), [])


def test_a_derived_index_is_shown_with_its_own_decimals() -> None:
    standings = _standings("xa-hue-2023")
    first, *_ = standings.indicator_set.criteria
    derived = DerivedIndex(
        key="d", name="Chỉ số phụ", terms=(WeightedRow(row=first.key, weight=Fraction(1)),), digits=3
    )
    indicator_set = replace(standings.indicator_set, index_digits=5, derived=(derived,))
    book = load_workbook(BytesIO(write_scores(score_everybody(indicator_set, participants(indicator_set)))))
    sheet = book.worksheets[0]
    formats = {heading.value: cell.number_format for heading, cell in zip(sheet[3], sheet[4], strict=True)}
    assert formats[score_word("index_value", "vi")] == "#,##0.00000"
    assert formats["Chỉ số phụ"] == "#,##0.000"


def test_the_reasons_name_each_row_by_what_names_no_other() -> None:
    standings = _standings("xa-hue-2023")
    sheet = load_workbook(BytesIO(write_scores(standings)))[score_word("reasons", "vi")]
    named = [row[2].value for row in sheet.iter_rows(min_row=4) if row[0].value == "X03"]
    assert len(set(named)) == len(named) == len(standings.indicator_set.criteria)
    assert "VI.2.1" in named


def test_a_cell_without_points_says_why_and_is_no_earned_zero() -> None:
    rule = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
    inputs = {"a": Input(), "b": Input()}
    inside = trees.criterion("1.1", rule=rule, inputs=inputs)
    indicator_set = trees.tree(trees.group("1"), inside)
    figures = ({"1.1.a": 0, "1.1.b": 1}, {"1.1.b": 1}, {"1.1.a": 1, "1.1.b": 0})
    everybody = [Participant(code=f"X{place}", answers=each) for place, each in enumerate(figures)]
    sheet = load_workbook(BytesIO(write_scores(score_everybody(indicator_set, everybody))))["Bảng điểm"]
    assert [cell.value for cell in sheet[4]][3:] == [0, 0, "Không áp dụng"]
    assert [cell.value for cell in sheet[5]][3:] == [0, "Chưa có số liệu", "Không áp dụng"]


def _with_condition() -> Standings:
    rule = YesNoRule(when=parse_condition("x"))
    condition = trees.criterion("1.2", None, role="condition", rule=rule, inputs={"x": Input(type="yes_no")})
    indicator_set = trees.tree(trees.group("1"), trees.criterion("1.1"), condition)
    answers: list[dict[str, int | None]] = [{"1.2.x": 1}, {"1.2.x": 0}, {}]
    people = [Participant(code=f"X{n}", answers=each) for n, each in enumerate(answers)]
    return score_everybody(indicator_set, people)


def test_a_condition_is_met_or_not_and_never_one_or_zero() -> None:
    standings = _with_condition()
    told = ["Đạt", "Không đạt", "Chưa có số liệu"]
    book = _sheets(write_scores(standings))
    points = next(line for line in book["Bảng điểm"].iter_rows(values_only=True) if line[0] == "1.2")
    assert list(points[2:]) == [None, *told]
    reasons = [line for line in book["Diễn giải"].iter_rows(values_only=True) if line[2] == "1.2"]
    assert [line[4] for line in reasons] == ["Đạt", "Không đạt", None]
    text = write_scores_csv(standings).decode("utf-8-sig")
    lines = [line for line in csv.DictReader(StringIO(text), delimiter=";") if line["Khoá"] == "1.2"]
    assert [line["Điểm"] for line in lines] == ["Đạt", "Không đạt", ""]
    entries = [each["criteria"][1] for each in score_data(standings)["organisations"]]
    assert [(each["points"], each["max_points"]) for each in entries] == [(None, None)] * 3
    assert [(each["status"], each["met"]) for each in entries] == [
        ("scored", True),
        ("scored", False),
        ("missing", None),
    ]
    assert {each["criteria"][0]["met"] for each in score_data(standings)["organisations"]} == {None}


def test_a_group_of_conditions_alone_has_no_points_and_groups_are_groups_alone() -> None:
    rule = YesNoRule(when=parse_condition("x"))
    condition = trees.criterion("2.1", None, role="condition", rule=rule, inputs={"x": Input(type="yes_no")})
    rows = (trees.group("1"), trees.criterion("1.1"), trees.group("2"), condition)
    standings = score_everybody(
        trees.tree(*rows, tie_break=("1.1",)),
        [Participant(code="X", answers={"1.1.points": 500, "2.1.x": 1})],
    )
    (told,) = score_data(standings)["organisations"]
    assert told["groups"] == {
        "1": {"points": 5, "maximum": 10},
        "2": {"points": None, "maximum": None},
    }
    assert told["tie_break"] == {"1.1": {"points": 5, "maximum": 10}}
    assert not any("Nhóm 2" in str(cell.value) for cell in _sheets(write_scores(standings))["Xếp hạng"][3])


def test_scores_with_a_condition_are_ranked_again() -> None:
    standings = _with_condition()
    value = parse_json(json.dumps(score_data(standings)).encode())
    assert is_scores(value)
    assert [each.code for each in read_scores(value, standings.indicator_set)] == ["X0", "X1", "X2"]


def test_the_workbook_and_the_csv_say_which_tie_break_row_was_left_out_and_which_decided() -> None:
    left_out, decided = trees.optional("1.1"), trees.criterion("1.2")
    indicator_set = trees.tree(trees.group("1"), left_out, decided, tie_break=("1.1", "1.2"))
    given = {"X1": (None, 0, 500), "X2": (5, 10, 500), "X3": (0, 10, 100)}
    people = [
        Participant(code=code, name=f"Xã {code}", answers={"1.1.a": a or 0, "1.1.b": b, "1.2.points": points})
        for code, (a, b, points) in given.items()
    ]
    standings = score_everybody(indicator_set, people)
    said = "mục 1.1 Tiêu chí 1.1 không áp dụng với một trong các đơn vị bằng chỉ số"
    sheet = _sheets(write_scores(standings))["Xếp hạng"]
    head, *lines = sheet.iter_rows(min_row=3, values_only=True)
    assert head[-1] == "Ghi chú về hạng"
    assert {line[2]: said in (line[-1] or "") for line in lines} == {"X1": True, "X2": True, "X3": False}
    totals = [
        line
        for line in csv.DictReader(StringIO(write_scores_csv(standings).decode("utf-8-sig")), delimiter=";")
        if not line["Khoá"]
    ]
    assert {line["Mã"]: said in line["Diễn giải"] for line in totals} == {"X1": True, "X2": True, "X3": False}


def test_places_that_no_tie_break_row_decided_have_no_column_of_notes() -> None:
    sheet = _sheets(write_scores(_with_condition()))["Xếp hạng"]
    assert "Ghi chú về hạng" not in [cell.value for cell in sheet[3]]


def test_every_file_says_what_a_group_of_deductions_takes_off_at_most() -> None:
    figures = {f"{key}.points": 100 * points for key, points in POINTS.items()}
    standings = score_everybody(read_set_text(CAPPED), [Participant(code="X1", answers=figures)])
    note = "Nhóm IV: trừ 7 điểm, tối đa 5 → trừ 5"
    assert note in write_scores_csv(standings).decode("utf-8")
    (organisation,) = score_data(standings)["organisations"]
    assert organisation["capped"][1] == {"key": "IV", "points": 7, "max_points": 5, "reason": note}
    book = _sheets(write_scores(standings))
    assert [cell.value for cell in book["Diễn giải"][10]] == ["X1", "", "IV", "Điểm trừ", 5, 5, None, note]
    told = {row[1].value: row[3].value for row in book["Bảng điểm"].iter_rows(min_row=4)}
    assert (told["Điểm thưởng"], told["Điểm trừ"], told["Tổng điểm"]) == (6, -5, 51)
