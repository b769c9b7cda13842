"""``chamdiem score`` and ``rank``: a file of answers becomes points, reasons and places."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from chamdiem.core.sentences import problem_text
from chamdiem.errors import NumberText, Problem
from tests.cli.calling import GOOD, SET, answers_file, call, set_file

# The small set has an open lint error: a printed sum that does not add up.
OF_SET = ["scores.set_has_errors"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_file(tmp_path)
    answers_file(tmp_path, GOOD)
    return tmp_path


def test_scores_as_json_hold_points_reasons_totals_index_and_place(folder: Path) -> None:
    scored = call("score", folder / "nho.yaml", folder / "so-lieu.csv", "--json").json
    first, second = scored["organisations"]
    assert (first["code"], first["total"], first["maximum"]) == ("A", 29.75, 35)
    assert (second["total"], second["index_value"], second["place"]) == (25, "0.7143", 2)
    ratio, money, peer = first["criteria"]
    assert (ratio["points"], ratio["max_points"]) == (19.75, 20)
    assert "79 / 100 = 79% < 80%" in ratio["reason"]
    # 1.234,5 is one thousand and a half, never 1,2345.
    assert "1.234,5" in money["reason"]
    assert (money["points"], peer["points"]) == (10, 0)
    assert scored["spreads"][""]["1.3"] == {"count": 2, "least": "0", "most": "3"}


def test_scores_on_screen_are_a_league_table(folder: Path) -> None:
    shown = call("score", folder / "nho.yaml", folder / "so-lieu.csv").out
    assert "2 đơn vị, 3 tiêu chí" in shown
    lines = [line.split() for line in shown.splitlines()]
    assert ["1", "A", "Xã", "A", "29,75", "35,00", "0,8500"] in lines


def test_one_organisation_is_shown_with_every_reason(folder: Path) -> None:
    alone = answers_file(folder, "\n".join(GOOD.splitlines()[:2]), "alone.csv")
    shown = call("score", folder / "nho.yaml", alone).out
    assert "Tổng: 34,75/35,00 điểm" in shown
    assert "79 / 100 = 79% < 80%" in shown


def test_a_missing_figure_is_said_and_earns_nothing(folder: Path) -> None:
    lacking = answers_file(folder, GOOD.replace("79;100", ";"), "lacking.csv")
    called = call("score", folder / "nho.yaml", lacking, "--json")
    ratio = called.json["organisations"][0]["criteria"][0]
    assert (ratio["status"], ratio["points"]) == ("missing", 0)
    assert "1 ô điểm (mỗi đơn vị, mỗi tiêu chí một ô) chưa có số liệu" in " ".join(
        call("score", folder / "nho.yaml", lacking).err.split()
    )


@pytest.mark.parametrize("command", ["score", "rank"])
def test_the_remedy_for_errors_of_the_set_names_it_as_it_was_given(folder: Path, command: str) -> None:
    own = answers_file(folder, (folder / "nho.yaml").read_text("utf-8"), "bộ của tỉnh.yaml")
    asked = f"chamdiem lint '{own}'"
    (remark,) = call(command, own, folder / "so-lieu.csv", "--json").json["warnings"]
    assert asked in remark["message"]
    assert asked in " ".join(call(command, own, folder / "so-lieu.csv").err.split())
    assert call("lint", own).code == 1


def test_the_workbook_sends_the_reader_to_the_file_of_the_set(folder: Path) -> None:
    call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", folder / "kq.xlsx")
    book = load_workbook(folder / "kq.xlsx")
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(f"chamdiem lint {folder / 'nho.yaml'}" in text for text in cells)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_the_result_is_written_in_the_format_of_the_file(folder: Path, ending: str) -> None:
    target = folder / f"kq.{ending}"
    called = call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", target)
    assert called.code == 0
    assert f"Đã ghi {target}" in called.out.replace("\n", "")
    assert target.stat().st_size > 200


def test_the_workbook_holds_points_as_numbers_and_reasons(folder: Path) -> None:
    call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", folder / "kq.xlsx")
    book = load_workbook(folder / "kq.xlsx")
    cells = [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert 29.75 in cells
    assert any(isinstance(value, str) and "79 / 100 = 79% < 80%" in value for value in cells)


GRADED = """  grades:
    - {name: Tốt, at_least: 10%}
    - {name: Yếu, at_least: 0%}
  derived:
    - key: tb
      name: Chỉ số trung bình
      terms:
        - {row: '1', weight: 1}
rows:
"""


def test_grades_and_derived_indices_have_columns_of_their_own(folder: Path) -> None:
    graded = (folder / "nho.yaml").read_text("utf-8").replace("rows:\n", GRADED)
    path = answers_file(folder, graded, "xep-loai.yaml")
    csv_text = call("score", path, folder / "so-lieu.csv", "--format", "csv").out
    total, *criteria = list(csv.DictReader(io.StringIO(csv_text), delimiter=";"))[:3]
    assert (total["Xếp loại"], total["Tình trạng"]) == ("Tốt", "")
    assert total["Chỉ số trung bình"] == total["Giá trị chỉ số"]
    assert {each["Xếp loại"] for each in criteria} == {""}
    scores = folder / "kq.json"
    call("score", path, folder / "so-lieu.csv", "-o", scores)
    for shown in (call("score", path, folder / "so-lieu.csv").out, call("rank", path, scores).out):
        assert "Chỉ số trung bình" in shown
        assert shown.count(total["Chỉ số trung bình"]) >= 2
    alone = answers_file(folder, "\n".join(GOOD.splitlines()[:2]), "alone.csv")
    assert "Chỉ số trung bình: 0,9929" in call("score", path, alone).out


def test_beside_a_file_of_many_only_the_first_are_shown(folder: Path) -> None:
    head, line, _ = GOOD.splitlines()
    many = answers_file(
        folder, "\n".join([head, *(line.replace("A;Xã A", f"X{n};Xã {n}") for n in range(150))])
    )
    beside = call("score", folder / "nho.yaml", many, "-o", folder / "kq.csv").out
    assert "130 đơn vị nữa" in beside
    assert beside.count("Xã ") == 20
    assert call("score", folder / "nho.yaml", many).out.count("Xã ") == 150


def test_a_table_is_written_to_a_file_as_it_is_shown(folder: Path) -> None:
    asked = ("score", folder / "nho.yaml", folder / "so-lieu.csv", "--format", "table")
    shown = call(*asked)
    assert call(*asked, "-o", folder / "kq.txt").code == 0
    assert (folder / "kq.txt").read_text() == shown.out


def test_csv_on_screen_can_be_read_back(folder: Path) -> None:
    called = call("score", folder / "nho.yaml", folder / "so-lieu.csv", "--format", "csv")
    rows = list(csv.reader(io.StringIO(called.out), delimiter=";"))
    assert rows[0][0] == "Mã"
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--format", "xlsx"], "output.needs_file"),
        (["-o", "kq.pdf"], "output.unknown_format"),
        (["-o", "no/such/folder/kq.csv"], "output.unwritable"),
    ],
)
def test_a_result_that_cannot_be_written_is_refused(folder: Path, options: list[str], code: str) -> None:
    options = [str(folder / each) if "kq" in each else each for each in options]
    called = call("score", folder / "nho.yaml", folder / "so-lieu.csv", *options, "--json")
    assert called.code == 2
    assert [each["code"] for each in called.problems] == [code]


def test_wrong_cells_are_all_named_at_once_and_nothing_is_scored(folder: Path) -> None:
    wrong = GOOD.replace("79;100", "nhiều;-3").replace("99,5;có", "99,5;có lẽ")
    called = call("score", folder / "nho.yaml", answers_file(folder, wrong, "wrong.csv"), "--json")
    assert called.code == 1
    assert [(each["cell"], each["value"]) for each in called.problems] == [
        ("C2", "nhiều"),
        ("D2", "-3"),
        ("F3", "có lẽ"),
    ]
    assert all(each["message"] and each["file"] == "wrong.csv" for each in called.problems)


def test_a_figure_under_no_heading_is_not_lost_in_silence(folder: Path) -> None:
    wrong = GOOD.replace("có;3\n", "có;3;9;9,5\n")
    called = call("score", folder / "nho.yaml", answers_file(folder, wrong, "wrong.csv"), "--json")
    assert called.code == 1
    assert [(each["code"], each["cell"], each["value"]) for each in called.problems] == [
        ("answers.cell_without_heading", "H2", "9"),
        ("answers.cell_without_heading", "I2", "9,5"),
    ]
    words = GOOD.replace("có;3\n", "có;3;chờ xác nhận\n")
    called = call("score", folder / "nho.yaml", answers_file(folder, words, "words.csv"), "--json")
    assert called.code == 0
    assert [each["code"] for each in called.json["warnings"]] == ["answers.ignored_cell", *OF_SET]


def test_a_warning_is_given_wherever_the_result_goes(folder: Path) -> None:
    path = answers_file(folder, GOOD.replace("có;3\n", "có;3;chờ xác nhận\n"), "words.csv")
    for ways in (("score",), ("score", "--format", "csv"), ("score", "-o", "kq.xlsx"), ("rank",)):
        command, *options = ways
        options = [str(folder / each) if each.endswith("xlsx") else each for each in options]
        called = call(command, folder / "nho.yaml", path, *options)
        assert (called.code, "chờ xác nhận" in called.err) == (0, True)
    for command in ("score", "rank"):
        warning, _ = call(command, folder / "nho.yaml", path, "--json").json["warnings"]
        assert (warning["cell"], warning["value"]) == ("H2", "chờ xác nhận")


def test_a_broken_check_names_its_cells(folder: Path) -> None:
    wrong = answers_file(folder, GOOD.replace("79;100", "179;100"), "wrong.csv")
    called = call("score", folder / "nho.yaml", wrong)
    assert called.code == 1
    assert "phải bảo đảm a ≤ b, nhưng hồ sơ trực tuyến = 179 > 100" in " ".join(called.err.split())
    assert "C2, D2" in called.err


def test_the_ranking_is_the_same_from_answers_and_from_scores(folder: Path) -> None:
    answers, scores = folder / "so-lieu.csv", folder / "kq.json"
    call("score", folder / "nho.yaml", answers, "-o", scores)
    from_answers = call("rank", folder / "nho.yaml", answers, "--json").json
    assert from_answers == call("rank", folder / "nho.yaml", scores, "--json").json
    assert [(each["code"], each["overall"]) for each in from_answers["overall"]] == [("A", 1), ("B", 2)]


def test_equal_organisations_share_a_place_and_the_next_one_is_skipped(folder: Path) -> None:
    lines = GOOD.splitlines()
    tied = [lines[0], lines[1], lines[2], lines[2].replace("B;Xã B", "C;Xã C"), "D;Xã D;0;100;0;không;3"]
    path = answers_file(folder, "\n".join(tied), "tied.csv")
    ranked = call("rank", folder / "nho.yaml", path, "--json").json["overall"]
    assert [each["overall"] for each in ranked] == [1, 2, 2, 4]


def test_peer_groups_are_ranked_apart(folder: Path) -> None:
    text = "code;name;peer_group;1.1.a;1.1.b\nA;A;Núi;1;2\nB;B;Biển;1;3\nC;C;Núi;1;4\n"
    path = answers_file(folder, text, "groups.csv")
    groups = call("rank", folder / "nho.yaml", path, "--json").json["peer_groups"]
    assert {group["peer_group"]: [each["place"] for each in group["organisations"]] for group in groups} == {
        "Biển": [1],
        "Núi": [1, 2],
    }
    assert "Núi" in call("rank", folder / "nho.yaml", path).out


def test_a_missing_file_is_refused(folder: Path) -> None:
    called = call("score", folder / "nho.yaml", folder / "none.xlsx")
    assert called.code == 2
    assert "Không có tệp" in called.err


def test_scores_of_another_set_are_refused(folder: Path) -> None:
    call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", folder / "kq.json")
    called = call("rank", "so-2021", folder / "kq.json", "--json")
    assert [each["code"] for each in called.problems] == ["scores.other_set"]


def test_answers_are_not_overwritten_by_their_result(folder: Path) -> None:
    answers = folder / "so-lieu.csv"
    before = answers.read_bytes()
    called = call("score", folder / "nho.yaml", answers, "-o", folder / "." / "so-lieu.csv")
    assert (called.code, answers.read_bytes()) == (2, before)
    assert "chính là tệp số liệu" in " ".join(called.err.split())


def test_a_file_of_answers_in_the_place_of_the_set_is_told_as_such(folder: Path) -> None:
    for command in ("score", "rank"):
        called = call(command, folder / "so-lieu.csv", folder / "nho.yaml")
        assert called.code == 2
        assert "đứng trước tệp số liệu" in " ".join(called.err.split())


def test_open_lint_errors_of_the_set_are_told_beside_points_and_places(folder: Path) -> None:
    said = "Bộ chỉ số còn 1 lỗi rà soát chưa xử lý"
    scores = folder / "kq.json"
    call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", scores)
    for command, file in (
        ("score", folder / "so-lieu.csv"),
        ("rank", folder / "so-lieu.csv"),
        ("rank", scores),
    ):
        assert said in " ".join(call(command, folder / "nho.yaml", file).err.split())
        told = call(command, folder / "nho.yaml", file, "--json").json["warnings"]
        assert [each["code"] for each in told] == OF_SET
    call("score", folder / "nho.yaml", folder / "so-lieu.csv", "-o", folder / "kq.xlsx")
    sheet = load_workbook(folder / "kq.xlsx")["Lưu ý"]
    assert said in str(sheet["B4"].value)


def test_missing_figures_are_told_beside_places_too(folder: Path) -> None:
    lacking = answers_file(folder, GOOD.replace("79;100", ";"), "lacking.csv")
    scores = folder / "kq.json"
    call("score", folder / "nho.yaml", lacking, "-o", scores)
    for file in (lacking, scores):
        told = call("rank", folder / "nho.yaml", file, "--json").json["warnings"]
        assert [each["code"] for each in told] == [*OF_SET, "scores.missing"]


def test_a_place_says_which_tie_break_row_was_left_out(tmp_path: Path) -> None:
    path = set_file(tmp_path, SET.replace('  edition: "2023"', '  edition: "2023"\n  tie_break: ["1"]'))
    scores = tmp_path / "diem.json"
    organisations = [
        {"code": code, "total": 5, "maximum": 10, "groups": {"1": {"points": 0, "maximum": maximum}}}
        for code, maximum in (("A", 0), ("B", 30))
    ]
    scores.write_text(json.dumps({"organisations": organisations}), encoding="utf-8")
    told = call("rank", path, scores, "--json").json["overall"]
    assert [(each["place"], each["tie_rows_left_out"]) for each in told] == [(1, ["1"]), (1, ["1"])]
    said = " ".join(call("rank", path, scores).out.split())
    assert said.count("mục 1 Nhóm một không áp dụng với một trong các đơn vị bằng chỉ số") == 2


def test_scores_can_be_ranked_again_where_a_criterion_breaks_ties(folder: Path) -> None:
    path = set_file(folder, SET.replace('  edition: "2023"', '  edition: "2023"\n  tie_break: ["1.1"]'))
    scores = folder / "diem.json"
    assert call("score", path, folder / "so-lieu.csv", "-o", scores).code == 0
    again = call("rank", path, scores)
    assert (again.code, again.err.count("groups.")) == (0, 0)


_ADDED = """  - {{key: "{0}", level: group, name: Nhóm {0}, role: {1}, max_points: 6}}
  - key: "{0}.1"
    level: criterion
    name: Mục {0}
    role: {1}
    max_points: 6
    inputs: {{n: {{label: Số lần}}}}
    rule: {{kind: count, parts: [{{of: n, points_each: 1}}]}}
"""


def test_groups_of_bonuses_and_deductions_have_their_points(tmp_path: Path) -> None:
    text = SET + _ADDED.format("8", "bonus") + _ADDED.format("9", "deduction")
    path = set_file(tmp_path, text.replace("  levels:", '  tie_break: ["8"]\n  levels:'))
    organisations = [
        {"code": code, "answers": {"8.1.n": n, "9.1.n": n - 1}} for code, n in (("A", 3), ("B", 5))
    ]
    answers, scores = tmp_path / "them.json", tmp_path / "diem.json"
    answers.write_text(json.dumps({"organisations": organisations}), encoding="utf-8")
    first, _ = call("score", path, answers, "--json").json["organisations"]
    assert first["groups"]["8"] == {"points": 3, "maximum": 6}
    assert first["groups"]["9"] == {"points": 2, "maximum": 6}
    # They break ties, here and where the scores are ranked again.
    assert call("score", path, answers, "-o", scores).code == 0
    for file in (answers, scores):
        ranked = call("rank", path, file, "--json").json["overall"]
        assert [(each["code"], each["place"], each["tie_broken_by"]) for each in ranked] == [
            ("B", 1, "8"),
            ("A", 2, "8"),
        ]
    assert "theo mục 8 Nhóm 8 (điểm cộng cao hơn xếp trên) xếp trên" in " ".join(
        call("rank", path, scores).out.split()
    )
    assert "Bằng chỉ số thì so lần lượt: mục 8 (điểm cộng" in call("show", path).out


def test_two_formats_for_one_screen_are_refused(folder: Path) -> None:
    called = call("score", folder / "nho.yaml", folder / "so-lieu.csv", "--json", "--format", "csv")
    assert (called.code, called.problems[0]["code"]) == (2, "output.two_formats")
    beside = folder / "ket-qua.csv"
    assert call("score", folder / "nho.yaml", folder / "so-lieu.csv", "--json", "-o", beside).code == 0


def test_codes_that_only_look_alike_are_both_named(folder: Path) -> None:
    twice = GOOD.replace("B;Xã B", "\u0410;Xã B")
    alike = answers_file(folder, twice, "giong.csv")
    err = " ".join(call("score", folder / "nho.yaml", alike).err.split())
    assert "Mã “\u0410” (Cyrillic) trông giống hệt mã “A” (Latin)" in err
    assert "Cyrillic" not in call("score", folder / "nho.yaml", folder / "so-lieu.csv").err
    document = {"organisations": [{"code": code, "answers": {"1.3.n": 1}} for code in ("XB", "x\u0412")]}
    as_json = answers_file(folder, json.dumps(document), "giong.json")
    codes = [each["code"] for each in call("score", folder / "nho.yaml", as_json, "--json").json["warnings"]]
    assert "answers.look_alike_codes" in codes


def test_a_share_in_json_is_told_as_vietnamese_writes_it() -> None:
    problem = Problem(
        "answer.doubtful_share", {"label": "a", "value": NumberText("0.3"), "read": "0.3", "meant": "30"}
    )
    assert "0,3 được hiểu là 0,3%" in problem_text(problem)


def test_one_to_which_nothing_applies_has_no_index_value_in_any_form(tmp_path: Path) -> None:
    """Zero would be a value; the league table of the written file says the same."""
    alone = SET[: SET.index('  - key: "1.2"')].replace("max_points: 30", "max_points: 20")
    derived = "  derived: [{key: d, name: Chung, terms: [{row: '1', weight: 1}]}]\n"
    path = set_file(tmp_path, alone.replace("rows:\n", f"{derived}rows:\n", 1))
    figures = answers_file(tmp_path, "code;name;1.1.a;1.1.b\nA;Xã A;0;0\nB;Xã B;8;10\n")
    told = call("score", path, figures, "-o", tmp_path / "d.json", "--json").json["organisations"]
    assert [(each["index_value"], each["derived"]["d"]) for each in told] == [
        (None, None),
        ("1.0000", "1.0000"),
    ]
    ranked = call("rank", path, tmp_path / "d.json", "--json").json["overall"]
    assert [each["index_value"] for each in ranked] == ["1.0000", None]
    table = [line.split() for line in call("rank", path, tmp_path / "d.json").out.splitlines()]
    assert ["–", "A", "Xã", "A", "0,00", "0,00", "–", "–"] in table
    assert ["Xã", "A", "không", "xếp", "hạng:", "không", "tiêu", "chí", "nào", "áp", "dụng."] in table
    assert told[0]["groups"]["1"] == {"points": None, "maximum": None}
    call("score", path, figures, "-o", tmp_path / "d.csv")
    assert "0,0000" not in (tmp_path / "d.csv").read_text(encoding="utf-8-sig")
