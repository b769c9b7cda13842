"""Deadlines, evidence, offices."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.library import read_set_text

from .documents import document, findings, found, keys

_GROUP = '  - {key: "1", number: "1", level: main, name: Nhóm}\n'


def _rows(*bodies: str, header: str = "", names: tuple[str, ...] = ()) -> IndicatorSet:
    rows = "".join(
        f'  - {{key: "1.{place}", number: "1.{place}", level: criterion, '
        f"name: {names[place - 1] if names else f'Việc {place}'}, max_points: 1, {body}, rule: {{kind: manual}}}}\n"
        for place, body in enumerate(bodies, start=1)
    )
    return document(_GROUP + rows, header)


def _due(day: str, date: str = "") -> str:
    return f'deadline: {{printed: "{day}"{f", date: {date}" if date else ""}}}'


# --- dates --------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["31.9", "30.2", "31/6", "0.5", "15.13", "29.2.2023"])
def test_a_day_that_does_not_exist_is_an_error(day: str) -> None:
    assert keys(_rows(_due(day)), "deadline.impossible") == ["1.1"]


@pytest.mark.parametrize("day", ["31.10", "29.2", "30.6", "29.2.2024", "Quý IV", "trước ngày 15/12/2023"])
def test_a_day_that_exists_is_left_alone(day: str) -> None:
    assert keys(_rows(_due(day)), "deadline.impossible") == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Trước ngày 31 tháng 4 năm 2025", "ngày 31 tháng 4 năm 2025"),
        ("ngày 31 tháng 4", "ngày 31 tháng 4"),
        ("Chậm nhất ngày 30 tháng 02 năm 2025", "ngày 30 tháng 02 năm 2025"),
        ("Ngày 15 tháng 13 năm 2025", "Ngày 15 tháng 13 năm 2025"),
        ("Hết 31 tháng 6/2025", "31 tháng 6/2025"),
        ("Ngày 29 tháng 2 năm 2025", "Ngày 29 tháng 2 năm 2025"),
        ("Trong tháng 13/2025", "tháng 13/2025"),
        ("Quý V/2025", "Quý V/2025"),
        ("Trong quý 5", "quý 5"),
        ("Hết quý 6 năm 2025", "quý 6 năm 2025"),
        ("Ngày 31/4/2025", "31/4/2025"),
        ("Ngày 31 hằng tháng", "Ngày 31 hằng tháng"),
        ("Trước ngày 31 của tháng cuối quý", "ngày 31 của tháng cuối quý"),
        ("Tuần thứ 6 của tháng", "Tuần thứ 6 của tháng"),
        ("Tháng thứ 4 của quý", "Tháng thứ 4 của quý"),
        ("Ngày 30/02 hằng năm", "30/02"),
        ("Trong quý v", "quý v"),
        ("Quý 5 hằng năm", "Quý 5"),
    ],
)
def test_a_day_in_words_or_a_quarter_that_does_not_exist_is_an_error(printed: str, day: str) -> None:
    finding = found(_rows(_due(printed)), "deadline.impossible")
    assert finding.printed == day
    assert f"“{day}”" in finding_sentence(finding)


@pytest.mark.parametrize(
    "printed",
    [
        "Trước ngày 30 tháng 4 năm 2025",
        "Ngày 29 tháng 02",
        "Ngày 15 của tháng đầu quý",
        "Trong 15 tháng, 20 ngày",
        "6 tháng 31 lần",
        "Ngày 25 tháng 12.2025",
        "Tháng 8/2025",
        "Quý IV/2025 và quý 1 năm 2026",
        "Mỗi quý 5",
        "Ngày 30 hằng tháng",
        "Ngày 31 của tháng cuối năm",
        "Ngày 31 của tháng cuối quý I",
        "Tuần thứ 5 của tháng; tháng thứ 3 của quý",
        "Báo cáo quý 5 lần",
        "Báo cáo quý 5/4; 5/7; 5/10",
        "Trong quý X/2025",
        "Ý kiến quý vị",
    ],
)
def test_days_and_quarters_of_the_calendar_are_left_alone(printed: str) -> None:
    assert keys(_rows(_due(printed)), "deadline.impossible") == []


def test_the_date_kept_must_be_the_day_printed() -> None:
    assert keys(_rows(_due("31.10", "2023-10-30")), "deadline.mismatch") == ["1.1"]
    assert keys(_rows(_due("31.10", "2023-10-31")), "deadline.mismatch") == []


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("15/7/2024", "2023-07-15"),
        ("Ngày 15 tháng 7 năm 2024", "2024-07-16"),
        ("Trong quý II năm 2024", "2024-07-15"),
        ("Quý IV", "2024-09-30"),
        ("Tháng 8/2024", "2024-09-01"),
    ],
)
def test_the_date_kept_must_lie_in_what_is_printed(day: str, kept: str) -> None:
    assert keys(_rows(_due(day, kept)), "deadline.mismatch") == ["1.1"]


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("15/7/2024", "2024-07-15"),
        ("Trước ngày 15/7/2024", "2024-07-14"),
        ("15/01/2024 và 15/7/2024", "2024-07-15"),
        ("Trong quý II năm 2024", "2024-06-30"),
        ("Quý IV", "2024-10-31"),
        ("Tháng 8/2024", "2024-08-31"),
        ("Mỗi quý 1 lần", "2024-12-15"),
        ("Hằng tháng", "2024-12-15"),
        ("Trước ngày 01/01/0001", "0001-01-01"),
    ],
)
def test_a_date_that_fits_what_is_printed_is_left_alone(day: str, kept: str) -> None:
    assert keys(_rows(_due(day, kept)), "deadline.mismatch") == []


def test_a_deadline_printed_with_its_year_needs_no_date_kept() -> None:
    header = "issued_on: 2024-03-20\nreference_period: {from: 2024-01-01, to: 2024-12-31}"
    days = ("Xong trước ngày 10/02/2024", "Quý IV/2023", "Quý II/2024", "10/02", "Tháng 1 năm 2025")
    faulty = _rows(*map(_due, days), header=header)
    assert keys(faulty, "deadline.before_issue") == ["1.1", "1.2"]
    assert keys(faulty, "deadline.outside_period") == ["1.2", "1.5"]


def test_a_deadline_before_the_decision_or_outside_the_period_is_seen() -> None:
    header = "issued_on: 2023-09-27\nreference_period: {from: 2023-01-01, to: 2023-12-31}"
    faulty = _rows(
        _due("31.3", "2023-03-31"), _due("31.10", "2023-10-31"), _due("1.6", "2022-06-01"), header=header
    )
    assert keys(faulty, "deadline.before_issue") == ["1.1", "1.3"]
    assert keys(faulty, "deadline.outside_period") == ["1.3"]


def test_a_row_about_a_quarter_is_due_after_it() -> None:
    names = ("Họp Quý 3", "Họp Quý 4", "Họp quý IV", "Họp cuối năm")
    dates = (
        _due("30.9", "2023-09-30"),
        _due("31.10", "2023-10-31"),
        _due("31.12", "2023-12-31"),
        _due("1.2", "2023-02-01"),
    )
    assert keys(_rows(*dates, names=names), "deadline.quarter") == ["1.2"]


def test_a_deadline_most_others_have_is_missed() -> None:
    assert keys(_rows(_due("31.10"), _due("31.10"), "note: Không ghi"), "deadline.missing") == ["1.3"]
    assert keys(_rows(_due("31.10"), "note: A", "note: B"), "deadline.missing") == []


def test_a_blank_number_and_date_of_the_decision_are_seen() -> None:
    text = (
        "format: chamdiem/set/1\nset: {key: k, name: Bộ, edition: '2021', levels: {main: Nhóm},"
        " source: {document: '%s'}}\nrows: [{key: '1', level: main, name: Nhận thức số}]\n"
    )
    blank = read_set_text(text % "Quyết định số /QĐ-UBND ngày / /2021 của UBND tỉnh")
    assert len(found(blank, "decision.blank").facts["blank"]) == 2  # type: ignore[arg-type]  # a tuple
    for dots in ("…", "....", "___"):
        dotted = read_set_text(text % f"Quyết định số {dots}/QĐ-UBND ngày {dots}/{dots}/2021")
        assert "number" in str(found(dotted, "decision.blank").facts["blank"])
    assert findings(read_set_text(text % "Kế hoạch số /KH-UBND ngày tháng 02 năm 2021"), "decision.blank")
    assert not findings(read_set_text(text % "Quyết định số: 2263/QĐ-UBND ngày 27/9/2023"), "decision.blank")


def test_impossible_dates_in_texts_and_reversed_periods_are_errors() -> None:
    assert keys(_rows('method: "Trước ngày 31/4/2023"'), "date.impossible") == ["1.1"]
    assert keys(_rows('method: "Nghị định 42/2022/NĐ-CP ngày 24-06-2022"'), "date.impossible") == []
    header = "reference_period: {from: 2023-12-31, to: 2023-01-01}"
    assert findings(_rows("note: A", header=header), "period.reversed")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ban hành trước ngày 31 tháng 4: 2 điểm", "ngày 31 tháng 4"),
        ("Gửi hết ngày 30 tháng 02: 1 điểm", "ngày 30 tháng 02"),
        ("Báo cáo 31/11 hằng năm", "31/11"),
        ("Ban hành từ ngày 31-9", "31-9"),
        ("Trước 31/6: 2 điểm", "31/6"),
        ("Hết ngày 32/12: 0 điểm", "32/12"),
        ("Xong trong tháng 13/2026", "tháng 13/2026"),
        ("Xong trong quý V", "quý V"),
    ],
)
def test_a_method_names_a_day_that_no_calendar_has(text: str, day: str) -> None:
    assert found(_rows(f'method: "{text}"'), "date.impossible").printed == day


@pytest.mark.parametrize(
    "text",
    [
        "Đạt 31/11 hồ sơ: 2 điểm",
        "Tính theo tỷ lệ 32/40 trước 30/20 hồ sơ",
        "Từ ngày 25-30 hằng tháng",
        "Trước ngày 29/02: 2 điểm; sau ngày 31/12: 0 điểm",
        "Báo cáo tháng, quý v.v.",
        "Mỗi quý 5 tin bài, 36 tháng 12 lần",
        "Trước ngày 30 hằng tháng; công văn số 31/11-CV",
    ],
)
def test_a_fraction_or_a_range_of_days_in_a_method_is_no_date(text: str) -> None:
    assert keys(_rows(f'method: "{text}"'), "date.impossible") == []


# --- evidence -----------------------------------------------------------------------------


def test_evidence_most_others_demand_is_missed() -> None:
    paper = "evidence: {printed: Văn bản, kinds: [document]}"
    assert keys(_rows(paper, paper, "note: A"), "evidence.missing") == ["1.3"]


def test_evidence_without_the_signature_its_neighbours_demand_is_mentioned() -> None:
    signed = "evidence: {printed: Văn bản có ký số, kinds: [document], signed: yes}"
    plain = "evidence: {printed: Văn bản báo cáo, kinds: [document]}"
    picture = "evidence: {printed: Hình ảnh, kinds: [image]}"
    assert keys(_rows(signed, signed, plain, picture), "evidence.unsigned") == ["1.3"]


# --- offices ------------------------------------------------------------------------------


def test_every_spelling_of_an_office_is_listed_with_its_rows() -> None:
    faulty = _rows(
        "lead: [Văn phòng HĐND&UBND huyện]",
        "lead: [Văn phòng HĐND&UBND huyện]",
        "lead: [Văn phòng HĐND và UBND huyện]",
        "lead: [Văn phòng HỠND&UBND huyện]",
        "lead: [văn phòng HĐND & UBND huyện]",
    )
    spelt = findings(faulty, "office.spelling")
    assert [finding.printed for finding in spelt] == [
        "Văn phòng HĐND và UBND huyện", "Văn phòng HỠND&UBND huyện", "văn phòng HĐND & UBND huyện",
    ]  # fmt: skip
    assert {finding.computed for finding in spelt} == {"Văn phòng HĐND&UBND huyện"}
    assert "Văn phòng HĐND và UBND huyện (1.3)" in spelt[0].facts["spellings"]  # type: ignore[operator]  # a tuple


@pytest.mark.parametrize(
    "pair",
    [
        ("Phòng Nội vụ", "Phòng Ngoại vụ"),
        ("UBND xã", "UBND huyện"),
        ("Sở Y tế", "Sở Tư pháp"),
        ("Phòng Kinh tế", "Phòng Y tế"),
    ],
)
def test_different_offices_are_not_taken_for_one(pair: tuple[str, str]) -> None:
    assert keys(_rows(*(f"lead: [{office}]" for office in pair)), "office.spelling") == []


def test_the_id_of_a_spelling_does_not_depend_on_the_row_it_is_shown_at() -> None:
    spelt = (*["lead: [Phòng Nội vụ]"] * 3, "lead: [Phòng nội vụ]")
    before = found(_rows(*spelt), "office.spelling")
    after = found(_rows("lead: [Phòng nội vụ]", *spelt), "office.spelling")
    assert before.id == after.id == "office.spelling:set:Phòng nội vụ"
    assert before.key != after.key


def test_shortened_and_collective_offices_are_mentioned_once() -> None:
    faulty = _rows(
        "lead: [Phòng Văn hóa và Thông tin], coordinating: [Các phòng, ban liên quan]".replace(
            "[Các phòng, ban liên quan]", '["Các phòng, ban liên quan"]'
        ),
        "lead: [Phòng Văn hóa]",
    )
    assert found(faulty, "office.shortened").printed == "Phòng Văn hóa"
    assert found(faulty, "office.collective").printed == "Các phòng, ban liên quan"


def test_an_office_cannot_lead_and_help_in_one_row() -> None:
    assert keys(_rows("lead: [Công an huyện], coordinating: [CÔNG AN huyện]"), "office.both") == ["1.1"]


def test_a_missing_lead_and_several_leads_are_seen() -> None:
    faulty = _rows("lead: [Phòng Nội vụ]", "lead: [Phòng Nội vụ, Công an huyện]", "note: A")
    assert keys(faulty, "lead.missing") == ["1.3"]
    assert keys(faulty, "lead.several") == ["1.2"]


def test_an_office_outside_the_list_of_the_set_is_seen() -> None:
    header = "offices:\n  Phòng Nội vụ: [Phòng NV]"
    faulty = _rows("lead: [Phòng NV]", "lead: [Phòng Tư pháp]", header=header)
    assert found(faulty, "office.unknown").printed == "Phòng Tư pháp"


def test_an_office_that_texts_name_by_its_letters_is_spelt_in_one_way() -> None:
    faulty = _rows(
        "evidence: {printed: Sở TTTT thống kê từ hệ thống}",
        "instructions: Các xã phối hợp với Sở TTTT",
        "evidence: {printed: Hình ảnh; Sở TT&TT rà soát}",
    )
    finding = found(faulty, "office.spelling")
    assert (finding.printed, finding.computed, finding.facts["rows"]) == ("Sở TT&TT", "Sở TTTT", ("1.3",))
    assert (
        keys(
            _rows("instructions: Sở TTTT và Sở Nội vụ", "instructions: Bộ TTTT và Sở KHCN"), "office.spelling"
        )
        == []
    )


def test_a_decision_of_a_day_that_does_not_exist_is_an_error() -> None:
    text = """format: chamdiem/set/1
set: {key: s, name: S, edition: '2026', source: {document: 'Quyết định số 1/QĐ-UBND %s'}, levels: {c: Tiêu chí}}
rows:
  - {key: '1', level: c, name: N, max_points: 1, rule: {kind: manual}}
"""
    for day in ("ngày 31/02/2026", "ngày 31 tháng 02 năm 2026"):
        assert len(findings(read_set_text(text % day), "date.impossible")) == 1
    assert not findings(read_set_text(text % "ngày 28 tháng 02 năm 2026"), "date.impossible")


def test_a_shortened_office_is_the_office() -> None:
    rows = _rows("lead: [Văn phòng HĐND và UBND]", "lead: [Văn phòng HĐND và UBND]", "lead: [VP HĐND&UBND]")
    finding = found(rows, "office.spelling")
    assert (finding.printed, finding.computed) == ("VP HĐND&UBND", "Văn phòng HĐND và UBND")


def test_offices_joined_in_one_name_are_to_be_parted() -> None:
    joined = _rows("lead: ['Sở Nội vụ; Sở Tư pháp']", "lead: [Sở Nội vụ, Sở Tư pháp]")
    assert [finding.printed for finding in findings(joined, "office.joined")] == ["Sở Nội vụ; Sở Tư pháp"]


def _led(*offices: str, header: str = "") -> IndicatorSet:
    return _rows(*(f'lead: ["{office}"]' for office in offices), header=header)


@pytest.mark.parametrize(
    ("short", "office"),
    [
        ("BQL chợ", "Ban quản lý chợ"),
        ("P. Kinh tế", "Phòng Kinh tế"),
        ("P.KT", "Phòng Kinh tế"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("VP HĐND&UBND", "Văn phòng HĐND và UBND"),
    ],
)
def test_initials_are_another_spelling(short: str, office: str) -> None:
    finding = found(_led(office, office, short), "office.spelling")
    assert (finding.printed, finding.computed) == (short, office)


def test_initials_that_fit_two_offices_say_nothing() -> None:
    assert keys(_led("Phòng Tài chính", "Phòng Thống chế", "Phòng TC"), "office.spelling") == []


def test_the_spelling_in_the_list_of_offices_is_the_right_one() -> None:
    faulty = _led("TYT xã", header="offices: {Trạm y tế xã: []}")
    assert found(faulty, "office.spelling").computed == "Trạm y tế xã"
    assert keys(faulty, "office.unknown") == []
    declared = _led("TYT xã", header="offices: {Trạm y tế xã: [TYT xã]}")
    assert keys(declared, "office.spelling") == []


def test_joined_offices_are_one_finding_and_compared_each_by_itself() -> None:
    faulty = _led("Trạm y tế; Công an Xã", "Công an xã", header="offices: {Công an xã: [], Trạm y tế: []}")
    assert keys(faulty, "office.joined") == ["1.1"]
    assert keys(faulty, "office.unknown") == []
    assert found(faulty, "office.spelling").printed == "Công an Xã"


def test_one_deadline_in_another_year_than_all_the_others_is_seen() -> None:
    most = [_due("31.10", "2023-10-31")] * 10
    assert keys(_rows(*most, _due("31.10", "2024-10-31")), "deadline.other_year") == ["1.11"]
    assert keys(_rows(*most, _due("31.10.2024", "2024-10-31")), "deadline.other_year") == []
    assert keys(_rows(*most[:2], _due("31.10", "2024-10-31")), "deadline.other_year") == []
    half = [_due("31.3", "2024-03-31")] * 5
    assert keys(_rows(*most, *half), "deadline.other_year") == []
