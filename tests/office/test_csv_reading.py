"""CSV as people and programs write it: what cannot be read is named with its line."""

from __future__ import annotations

import pytest

from chamdiem.core.sentences import problem_text
from tests.office.forms import answers_of, found, problems_of, read

HEAD = "Mã đơn vị;Tên đơn vị;1.1.a;1.2.c\r\n"


def _found(text: str) -> list[tuple[str, str]]:
    return found(text.encode(), "so-lieu.csv")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("abc", "answer.not_a_number"),
        ("1.234", "answer.ambiguous_number"),
        ("1,234", "answer.ambiguous_number"),
        ("12%", "answer.not_a_number"),
        ("-3", "answer.below_minimum"),
        ("#DIV/0!", "answer.error_value"),
        ("#N/A", "answer.error_value"),
        ("=1+1", "answer.not_a_number"),
        ("9" * 16, "answer.too_many_digits"),
        ("NaN", "answer.not_a_number"),
    ],
)
def test_a_wrong_value_is_named_with_line_and_cell(value: str, code: str) -> None:
    text = f"{HEAD}X01;Xã A;{value};1\r\n"
    assert _found(text) == [(code, "C2")]
    (problem,) = problems_of(text.encode(), "so-lieu.csv")
    assert (problem.place.line, problem.place.sheet) == (2, "")


def test_a_quotation_mark_that_never_ends_names_its_line() -> None:
    (problem,) = problems_of(f'{HEAD}X01;"Xã A;5;1\r\n'.encode(), "so-lieu.csv")
    assert problem.code == "csv.unreadable"
    assert problem.place.line == 2


def test_quotation_marks_separators_and_line_ends_inside_a_name_are_kept_on_one_line() -> None:
    sheet = read(f'{HEAD}X01;"Xã ""A""; phường\r\nB";5;1,5\r\n'.encode(), file="so-lieu.csv")
    assert sheet.participants[0].name == 'Xã "A"; phường B'
    assert answers_of(sheet) == {"1.1.a": 5, "1.2.c": 150}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_may_end_as_on_any_machine(end: str) -> None:
    text = f"code;1.1.a{end}X01;5{end}{end}X02;6{end}"
    assert [answers_of(read(text.encode(), file="a.csv"), code)["1.1.a"] for code in ("X01", "X02")] == [5, 6]


def test_lines_before_the_heading_and_blank_columns_are_passed_over() -> None:
    text = "UBND HUYỆN A;;\r\nBiểu số liệu;;\r\n;code;1.1.a\r\n;X01;5\r\n"
    assert answers_of(read(text.encode(), file="a.csv")) == {"1.1.a": 5}


@pytest.mark.parametrize("code", ["X01 ", " X01", "\u00a0X01"])
def test_a_code_with_blanks_around_it_is_the_same_code(code: str) -> None:
    assert _found(f"code;1.1.a\nX01;1\n{code};2\n") == [("answers.repeated_organisation", "A3")]


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1", "cp1252"])
def test_letters_of_another_encoding_are_not_guessed_at(encoding: str) -> None:
    data = "code;name;1.1.a\r\nX01;Xa A;5\r\nX02;Xã B;6\r\n".encode(encoding, errors="replace")
    data = data.replace(b"?", b"\xe3")
    (problem,) = problems_of(data, "so-lieu.csv")
    assert (problem.code, problem.place.line) == ("csv.not_utf8", 3)
    assert "CSV UTF-8" in problem_text(problem)


def test_text_damaged_on_its_way_names_its_line() -> None:
    damaged = "code;name;1.1.a\r\nX01;Xã Phú Hà;5\r\nX02;?;6\r\n".encode().replace(b"?", b"\xff")
    (problem,) = problems_of(damaged, "so-lieu.csv")
    assert (problem.code, problem.place.line) == ("csv.not_utf8", 3)


def test_what_is_no_text_is_not_sent_to_excel() -> None:
    assert found(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "so-lieu.csv") == [("file.not_text", "")]


def test_a_table_without_organisations_is_refused() -> None:
    assert _found("code;1.1.a\r\n") == [("answers.no_organisations", "")]


def test_a_column_of_remarks_is_left_out_with_a_warning() -> None:
    sheet = read("code;1.1.a;Ghi chú\nX01;5;xem lại\n".encode(), file="a.csv")
    assert [(each.code, each.place.cell) for each in sheet.warnings] == [("answers.ignored_heading", "C1")]


@pytest.mark.parametrize("heading", ["Cụm thi đua", "CỤM", "Khối thi đua", "Nhóm xếp hạng"])
def test_the_groups_to_rank_in_are_read_by_their_usual_headings(heading: str) -> None:
    sheet = read(f"code;1.1.a;{heading}\nX01;5;Cụm 1\n".encode(), file="a.csv")
    assert (sheet.participants[0].peer_group, sheet.warnings) == ("Cụm 1", ())


def test_of_two_columns_of_groups_the_one_named_for_ranking_is_read_and_the_other_told() -> None:
    sheet = read("code;Cụm;1.1.a;Nhóm xếp hạng\nX01;C1;5;N1\n".encode(), file="a.csv")
    assert sheet.participants[0].peer_group == "N1"
    assert [(each.code, each.place.cell) for each in sheet.warnings] == [("answers.ignored_heading", "B1")]


def test_a_column_that_seems_to_hold_groups_tells_which_headings_do() -> None:
    (warning,) = read("code;1.1.a;Nhóm địa bàn\nX01;5;Vùng cao\n".encode(), file="a.csv").warnings
    assert (warning.code, warning.place.cell) == ("answers.ignored_groups", "C1")
    assert "“Nhóm xếp hạng”" in problem_text(warning)


WIDE = "code;name;1.1.a;1.4.x\n"


def test_a_line_of_a_repeated_code_is_read_to_its_end() -> None:
    assert _found(f"{WIDE}X01;Xã A;5;có\nX01;Xã B;năm;có lẽ\n") == [
        ("answers.repeated_organisation", "A3"),
        ("answer.not_a_number", "C3"),
        ("answer.not_yes_no", "D3"),
    ]


def test_a_line_without_a_code_is_named_with_all_that_is_wrong_on_it() -> None:
    assert _found(f"{WIDE}X01;Xã A;5;có\n;Xã B;năm;\n;;;Có\n;Xã C;;\n") == [
        ("answers.no_code", "C3"),
        ("answer.not_a_number", "C3"),
        ("answers.no_code", "D4"),
        ("answers.no_code", "B5"),
    ]


@pytest.mark.parametrize(
    "note", ["Người lập biểu", "Ghi chú: số liệu đến 31/12", "Huế, ngày 5 tháng 1 năm 2026", "(*) ước tính"]
)
def test_a_titled_note_and_an_empty_line_stay_what_they_are(note: str) -> None:
    sheet = read(f"{WIDE}X01;Xã A;5;có\n;;;\n;;{note};Ký tên\n".encode(), file="a.csv")
    assert (sheet.problems, sheet.warnings, len(sheet.participants)) == ((), (), 1)


def test_a_total_without_a_code_is_named_once_and_its_figures_are_not_judged() -> None:
    assert _found(f"{WIDE}X01;Xã A;5;có\n;Tổng cộng;5,5;1 xã\n") == []
    assert _found(f"{WIDE}X01;Xã A;5;có\n;Tổng cộng;5;3 xã\n") == [("answers.no_code", "C3")]


@pytest.mark.parametrize("total", ["Tổng cộng", "TONG CONG:", "Tổng (2 xã)", "Toàn tỉnh", "Total"])
def test_a_total_in_the_column_of_codes_is_no_organisation(total: str) -> None:
    assert _found(f"{WIDE}X01;Xã A;5;có\n{total};;5;\n") == [("answers.total_line", "A3")]
    assert _found(f"{WIDE}X01;Tổng cục Thuế;5;có\n") == []


def test_a_second_heading_is_left_out_with_a_warning() -> None:
    sheet = read(f"{WIDE};;Hồ sơ trực tuyến;Kế hoạch\nX01;Xã A;5;có\n".encode(), file="a.csv")
    assert not sheet.problems
    assert [(each.code, each.place.cell) for each in sheet.warnings] == [("answers.ignored_line", "C2")]


def test_a_title_with_commas_does_not_decide_the_separator() -> None:
    text = "UBND HUYỆN A, TỈNH B, NĂM 2026, LẦN 1\ncode;name;1.1.a\nX01;Xã A, huyện B;5\n"
    assert answers_of(read(text.encode(), file="a.csv")) == {"1.1.a": 5}


@pytest.mark.parametrize("text", ["code,name,1.1.a\nX01;Xã A;5\n", "code;name;1.1.a\nX01;A;5\nX02,B,6\n"])
def test_lines_that_are_cut_otherwise_than_the_heading_are_not_taken_for_codes(text: str) -> None:
    (problem,) = problems_of(text.encode(), "a.csv")
    assert (problem.code, problem.place.line) == ("csv.mixed_separators", text.count("\n"))


def test_a_note_with_commas_under_a_table_is_no_line_of_another_cut() -> None:
    text = "code;name;1.1.a\nX01;Xã A;5\n;Ghi chú: tính đến quý 1, 2, 3\n"
    assert answers_of(read(text.encode(), file="a.csv")) == {"1.1.a": 5}


@pytest.mark.parametrize(
    "text", ["Mã đơn vị;9.1.a;9.1.b;CQS.2.points\r\nX01;1;2;3\r\n", "code;X\r\n9.1.a;1\r\n9.1.b;2\r\n"]
)
def test_a_table_of_another_set_is_called_so(text: str) -> None:
    (problem,) = problems_of(text.encode(), "so-lieu.csv")
    assert problem.code == "answers.other_set"
    assert "“moi-loai”" in problem_text(problem)


def test_a_list_of_organisations_is_no_table_of_another_set() -> None:
    assert [code for code, _ in _found("Mã đơn vị;Tên\r\nX.01;Xã A\r\nX.02;Xã B\r\n")] == ["answers.no_table"]
