"""Counts, numbers, codes, names and the tree."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.numbers import read_number, write_beside
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document, findings, found, keys


def _numbered(*numbers: str, parent: str = "1") -> IndicatorSet:
    rows = "".join(
        f'  - {{key: "k{place}", {f"number: {chr(34)}{number}{chr(34)}, " if number else ""}level: criterion, '
        f"name: Tiêu chí thứ {place}, max_points: 1, rule: {{kind: manual}}}}\n"
        for place, number in enumerate(numbers)
    )
    return document(f'  - {{key: "g", number: "{parent}", level: main, name: Nhóm}}\n{rows}')


# --- counts -------------------------------------------------------------------------------

_COUNTED = """
  - {key: A, level: pillar, name: Chính quyền số}
  - {key: "1", number: "1", level: main, name: Nhận thức}
  - {key: "1.1", number: "1.1", level: criterion, name: Văn bản, max_points: 1, rule: {kind: manual}}
  - {key: "1.2", number: "1.2", level: criterion, name: Chuyên mục, max_points: 1, rule: {kind: manual}}
  - {key: "2", number: "2", level: main, name: Thể chế}
  - {key: "2.1", number: "2.1", level: criterion, name: Kế hoạch, max_points: 1, rule: {kind: manual}}
"""
_LEVELS = "{pillar: Trụ cột, main: Chỉ số chính, criterion: Tiêu chí}"


def _counted(*declared: str) -> IndicatorSet:
    lines = "declared:\n" + "\n".join(f"  - {{{line}}}" for line in declared)
    return document(_COUNTED, lines, _LEVELS)


def test_a_count_that_differs_from_the_rows_is_named_with_its_place() -> None:
    finding = found(_counted("row: A, level: criterion, count: 4, place: dòng 11"), "count.declared")
    assert (finding.id, finding.printed, finding.computed, finding.place) == (
        "count.declared:A:criterion", "4", "3", "dòng 11",
    )  # fmt: skip


def test_the_number_in_the_announcing_text_counts_too() -> None:
    said = "row: A, level: criterion, count: 3, text: Gồm 02 chỉ số chính và %s tiêu chí"
    assert keys(_counted(said % "03"), "count.declared") == []
    assert found(_counted(said % "04"), "count.declared").printed == "4"
    assert found(_counted((said % "04").replace("count: 3", "count: 4")), "count.declared").printed == "4"


def test_counts_that_fit_are_silent() -> None:
    assert keys(_counted("row: A, level: main, count: 2", "level: pillar, count: 1"), "count.declared") == []


def test_counts_of_the_parts_must_add_up_to_the_count_of_the_whole() -> None:
    faulty = _counted(
        "row: A, level: criterion, count: 3",
        'row: "1", level: criterion, count: 2',
        'row: "2", level: criterion, count: 2',
    )
    finding = found(faulty, "count.declared_parts")
    assert (finding.key, finding.printed, finding.computed) == ("A", "3", "4")


def test_a_number_left_out_of_the_announced_structure_is_seen() -> None:
    faulty = _counted(
        'row: "1", level: criterion, count: 2, text: "1.1. Chỉ số Nhận thức: Gồm 02 tiêu chí."',
        'row: "2", level: criterion, count: 1, text: "1.3. Chỉ số Kiến tạo thể chế: Gồm 01 tiêu chí."',
    )
    assert found(faulty, "count.number_gap").computed == "1.2"
    assert found(faulty, "count.name_differs").key == "2"


# --- numbers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5.3.2", (5, 3, 2)),
        ("IV", (4,)),
        ("20.1", (20, 1)),
        ("3)", (3,)),
        ("đ)", (5,)),
        ("II.2", (2, 2)),
        ("B3", (2, 3)),
        ("II3", (2, 3)),
        ("2a", (2, 1)),
        ("TC1.2", (1, 2)),
    ],
)
def test_numbers_are_read_in_arabic_roman_and_letters(text: str, parts: tuple[int, ...]) -> None:
    number = read_number(text)
    assert number is not None
    assert number.parts == parts


@pytest.mark.parametrize("text", ["1", "XIX", "XXXIX", "b", "Đ", "II.4", "2.g", "B12", "CS 7"])
def test_the_place_of_a_number_is_written_as_it_was_read(text: str) -> None:
    number = read_number(text)
    assert number is not None
    assert write_beside(text, number.last) == text


@pytest.mark.parametrize("letters", ["ABCDE", "ABCDĐE", "ABCDĐEGH", "ABCDEFGH", "abcde"])
def test_a_list_may_leave_out_the_letters_of_one_alphabet(letters: str) -> None:
    assert keys(_numbered(*letters), "number.gap") == []


@pytest.mark.parametrize("text", ["", "Tổng", "1a2", "..", "một"])
def test_words_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


def test_a_missing_number_is_named_before_the_row_that_follows() -> None:
    finding = found(_numbered("1.2", "1.3"), "number.gap")
    assert (finding.key, finding.computed) == ("k0", "1.1")


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("a", "b", "c", "e"), "d"),
        (("A1", "A3"), "A2"),
        (("TC1.1", "TC1.4"), "TC1.2, TC1.3"),
        (("A)", "B)", "D)"), "C"),
        (("I", "II", "V"), "III, IV"),
        (("1.a", "1.c"), "1.b"),
    ],
)
def test_a_missing_number_is_written_as_its_list_is(numbers: tuple[str, ...], missing: str) -> None:
    finding = found(_numbered(*numbers), "number.gap")
    assert finding.computed == missing
    assert (
        f"Trước số {numbers[-1]} (“Tiêu chí thứ {len(numbers) - 1}”) thiếu số {missing}"
        in finding_sentence(finding)
    )


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [(("1.1", "1.99"), "1.2–1.98"), (("1.99",), "1.1–1.98"), (("1.1", "1.12"), "1.2–1.11")],
)
def test_a_number_far_too_large_for_its_list_is_seen(numbers: tuple[str, ...], missing: str) -> None:
    finding = found(_numbered(*numbers), "number.gap")
    assert finding.computed == missing
    assert f"thiếu số {missing}: đánh lại số" in finding_sentence(finding)


def test_another_way_of_numbering_has_no_gap() -> None:
    assert keys(_numbered("101", "102", "121"), "number.gap") == []


def test_letters_in_the_order_of_the_alphabet_have_no_gap() -> None:
    sound = _numbered(*"abcdđeghi")
    assert (keys(sound, "number.gap"), keys(sound, "number.order")) == ([], [])


def test_a_letter_is_not_the_number_of_its_place() -> None:
    mixed = _numbered("1", "2", "3", "C", "Đ")
    assert keys(mixed, "number.repeated") == []
    assert keys(mixed, "number.mixed") == ["k3", "k4"]
    assert found(mixed, "number.gap").computed == "D"
    assert keys(_numbered("2", "B"), "number.gap") == ["k0"]
    assert found(_numbered("1", "III"), "number.gap").computed == "II"


def test_a_row_without_number_explains_the_gap() -> None:
    faulty = _numbered("1.1", "", "1.3", "1.4")
    assert keys(faulty, "number.gap") == []
    assert found(faulty, "number.missing").computed == "1.2"


def test_a_list_numbered_on_from_the_list_before_has_no_gap() -> None:
    rows = """
  - {key: A, number: A, level: main, name: Một}
  - {key: A1, number: "1", level: criterion, name: Văn bản, max_points: 1, rule: {kind: manual}}
  - {key: A2, number: "2", level: criterion, name: Chuyên mục, max_points: 1, rule: {kind: manual}}
  - {key: B, number: B, level: main, name: Hai}
  - {key: B1, number: "3", level: criterion, name: Kế hoạch, max_points: 1, rule: {kind: manual}}
"""
    assert keys(document(rows), "number.gap") == []


def test_a_number_used_twice_and_one_out_of_order_are_named() -> None:
    assert keys(_numbered("1.1", "1.2", "1.2"), "number.repeated") == ["k2"]
    assert keys(_numbered("1.1", "1.3", "1.2"), "number.order") == ["k2"]


def test_a_number_that_does_not_continue_its_heading_is_named() -> None:
    finding = found(_numbered("1.1", "2.2"), "number.parent")
    assert (finding.key, finding.computed) == ("k1", "1.2")


def test_a_number_that_is_taken_is_not_proposed() -> None:
    faulty = _numbered("1.1", "1.2", "3.1", "4.2")
    proposed = [finding.computed for finding in findings(faulty, "number.parent")]
    assert proposed == ["1.3", "1.4"]
    assert keys(faulty, "number.order") == []


def test_a_roman_number_among_arabic_ones_is_named() -> None:
    rows = "".join(
        f'  - {{key: g{number}, number: "{number}", level: main, name: Nhóm {number}, max_points: 1, rule: {{kind: manual}}}}\n'
        for number in ("I", "2", "3")
    )
    assert keys(document(rows), "number.mixed") == ["gI"]


def test_a_word_in_the_number_column_is_named() -> None:
    assert keys(_numbered("1.1", "Tổng"), "number.unreadable") == ["k1"]


def test_numbers_that_restart_in_every_section_are_mentioned_once() -> None:
    rows = "".join(
        f"""
  - {{key: {key}, level: pillar, name: Trụ cột {key}}}
  - {{key: {key}.1, number: "1", level: main, name: Nhóm {key}}}
  - {{key: {key}.1.1, number: "1.1", level: criterion, name: Việc {key}, max_points: 1, rule: {{kind: manual}}}}"""
        for key in ("A", "B")
    )
    finding = found(document(rows, levels=_LEVELS), "number.restarted")
    assert finding.facts["sections"] == ("A", "B")


def test_single_numbers_that_restart_under_roman_ones_are_mentioned() -> None:
    head = "  - {{key: {0}, number: {0}, level: main, name: Nhóm {0}}}\n"
    row = '  - {{key: {0}.{1}, number: "{1}", level: criterion, name: Việc {0}{1}, max_points: 1, rule: {{kind: manual}}}}\n'
    rows = "".join(head.format(key) + "".join(row.format(key, n) for n in (1, 2)) for key in ("I", "II"))
    finding = found(document(rows), "number.restarted")
    assert (finding.facts["count"], finding.facts["sections"]) == (2, ("I", "II"))
    assert keys(document(rows.replace('"1"', "a").replace('"2"', "b")), "number.restarted") == []


def test_information_without_numbers_is_mentioned_once_for_its_heading() -> None:
    rows = """
  - {key: I.20, number: "20", level: main, role: information, name: Liên hệ}
  - {key: I.20-1, level: criterion, role: information, name: Họ tên, inputs: {v: {type: text}}}
  - {key: I.20-2, level: criterion, role: information, name: Điện thoại, inputs: {v: {type: text}}}
"""
    assert found(document(rows), "number.missing_information").computed == "2"


# --- codes --------------------------------------------------------------------------------


def _coded(*codes: str) -> IndicatorSet:
    rows = "".join(
        f'  - {{key: k{place}, number: "1.{place}", {f"code: {code}, " if code else ""}level: criterion, '
        f"name: Tiêu chí thứ {place}, max_points: 1, rule: {{kind: manual}}}}\n"
        for place, code in enumerate(codes, start=1)
    )
    return document(f'  - {{key: g, number: "1", code: II.1, level: main, name: Nhóm}}\n{rows}')


def test_a_code_that_does_not_follow_its_number_is_named_with_the_likely_one() -> None:
    finding = found(_coded("II.1.1", "II.1.2", "I.1.3", "II.1.4"), "code.inconsistent")
    assert (finding.key, finding.printed, finding.computed) == ("k3", "I.1.3", "II.1.3")


def test_a_missing_and_a_repeated_code_are_named() -> None:
    assert keys(_coded("II.1.1", "II.1.2", "", "II.1.4"), "code.missing") == ["k3"]
    assert keys(_coded("II.1.1", "II.1.2", "II.1.2"), "code.repeated") == ["k3"]


def _lettered(*codes: str) -> IndicatorSet:
    """Rows whose codes do not end in their numbers."""
    return _coded(*(code and f"{code}x" for code in codes))


def test_a_code_is_missed_beside_codes_that_follow_no_number() -> None:
    finding = found(_lettered("T.1", "T.2", "", "T.4"), "code.missing")
    assert (finding.key, finding.computed) == ("k3", "")
    assert finding_sentence(finding).endswith("bổ sung mã.")
    assert keys(_lettered("T.1", "", "", "T.4"), "code.missing") == []


def test_a_code_that_begins_otherwise_than_those_beside_it_is_named() -> None:
    finding = found(_lettered("T.1", "T.2", "K.3", "T.4"), "code.inconsistent")
    assert finding.key == "k3"
    assert "không khớp với “T.…” của các mục bên cạnh" in finding_sentence(finding)
    assert keys(_lettered("T.1", "T.2", "K.1", "K.2"), "code.inconsistent") == []


def test_codes_with_a_prefix_the_numbers_lack_are_mentioned_once() -> None:
    assert found(_coded("II.1.1", "II.1.2", "II.1.3"), "code.prefixed").facts["prefix"] == "II."


# --- names and the tree -------------------------------------------------------------------


def _named(*names: str, method: str = "") -> IndicatorSet:
    rows = "".join(
        f'  - {{key: k{place}, number: "1.{place}", level: criterion, name: "{name}", max_points: 1, '
        f"{f'method: {chr(34)}{method}{chr(34)}, ' if method else ''}rule: {{kind: manual}}}}\n"
        for place, name in enumerate(names, start=1)
    )
    return document(f'  - {{key: g, number: "1", level: main, name: Nhóm}}\n{rows}')


def test_a_name_repeated_in_other_letters_is_seen() -> None:
    faulty = _named("Doanh thu viễn thông, Internet", "DOANH THU VIỄN THÔNG - INTERNET")
    assert keys(faulty, "name.repeated") == ["k2"]


def test_a_group_may_carry_the_name_of_its_only_row() -> None:
    assert keys(_named("Nhóm"), "name.repeated") == []


def test_names_that_differ_by_a_synonym_are_nearly_repeated() -> None:
    faulty = _named(
        "Tỷ lệ máy tính cài phần mềm phòng chống mã độc", "Tỷ lệ máy tính cài phần mềm phòng chống virus"
    )
    assert keys(faulty, "name.similar") == ["k2"]


def test_a_name_inside_another_is_nearly_repeated_only_with_the_same_method() -> None:
    names = (
        "Cung cấp đầy đủ các thông tin theo quy định của tỉnh",
        "Cung cấp đầy đủ các thông tin theo quy định",
    )
    assert keys(_named(*names, method="Nếu cung cấp đủ thì đạt điểm tối đa"), "name.similar") == ["k2"]
    assert keys(_named(*names), "name.similar") == []


def test_instructions_copied_to_rows_with_other_names_are_seen() -> None:
    same = "Các cơ quan, đơn vị xử lý phản ánh của người dân trên hệ thống phản ánh hiện trường."
    rows = f"""
  - {{key: g, number: "1", level: main, name: Nhóm}}
  - {{key: k1, number: "1.1", level: criterion, name: Xử lý đúng hạn, max_points: 1, instructions: "{same}", rule: {{kind: manual}}}}
  - {{key: k2, number: "1.2", level: criterion, name: Mức độ bức xúc, max_points: 1, instructions: "{same}", rule: {{kind: manual}}}}
"""
    assert keys(document(rows), "text.copied") == ["k1"]


def test_a_group_without_rows_and_a_criterion_without_rule_are_named() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Nhận thức}
  - {key: "2", number: "2", level: main, name: Thể chế}
  - {key: "2.1", number: "2.1", level: criterion, name: Kế hoạch, max_points: 2}
"""
    assert keys(document(rows), "group.without_rows") == ["1"]
    assert keys(document(rows), "criterion.without_rule") == ["2.1"]


def test_a_row_scored_above_its_own_criteria_counts_twice() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Nhận thức, max_points: 2, rule: {kind: manual}}
  - {key: "1.1", number: "1.1", level: criterion, name: Kế hoạch, max_points: 2, rule: {kind: manual}}
"""
    assert keys(document(rows), "criterion.with_rows") == ["1"]


def test_general_information_in_depth_asks_no_depth_of_criteria() -> None:
    rows = """
  - {key: I, level: pillar, role: information, name: Thông tin chung}
  - {key: I.1, number: "1", level: main, role: information, name: Liên hệ}
  - {key: I.1-1, level: criterion, role: information, name: Họ tên, inputs: {v: {type: text}}}
  - {key: "1", number: "1", level: main, name: Nhận thức, max_points: 1, rule: {kind: manual}}
"""
    assert keys(document(rows, levels=_LEVELS), "level.scored_directly") == []


def test_levels_left_out_used_directly_or_never_are_seen() -> None:
    rows = """
  - {key: A, level: pillar, name: Chính quyền số}
  - {key: "1", number: "1", level: main, name: Nhận thức}
  - {key: "1.1", number: "1.1", level: criterion, name: Văn bản, max_points: 1, rule: {kind: manual}}
  - {key: "2", number: "2", level: main, name: An toàn, max_points: 1, rule: {kind: manual}}
  - {key: B, level: pillar, name: Kinh tế số}
  - {key: "3.1", number: "3.1", level: criterion, name: Doanh nghiệp, max_points: 1, rule: {kind: manual}}
"""
    levels = "{pillar: Trụ cột, main: Chỉ số chính, criterion: Tiêu chí, detail: Chi tiết}"
    assert keys(document(rows, levels=_LEVELS), "level.scored_directly") == ["2"]
    assert keys(document(rows, levels=_LEVELS), "level.skipped") == ["3.1"]
    apart = rows.replace("name: Doanh nghiệp,", "name: Doanh nghiệp, role: condition,")
    assert keys(document(apart, levels=_LEVELS), "level.skipped") == []
    assert [each.facts["level"] for each in [found(document(rows, levels=levels), "level.unused")]] == [
        "Chi tiết"
    ]


def test_a_row_without_a_place_in_the_document_is_mentioned() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Nhận thức, source: {place: mục 1}}
  - {key: "1.1", number: "1.1", level: criterion, name: Văn bản, max_points: 1, rule: {kind: manual}}
"""
    assert keys(document(rows), "source.missing") == ["1.1"]
