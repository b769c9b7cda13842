"""Several offices in one name, dates of the decision, and the cap of bonuses."""

from __future__ import annotations

import unicodedata

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.office_forms import parts_of
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document, findings, found, keys


def _led(*leads: str, header: str = "") -> IndicatorSet:
    rows = "".join(
        f'  - {{key: "{place}", number: "{place}", level: criterion, name: Việc {place}, max_points: 1, '
        f'lead: ["{lead}"], rule: {{kind: manual}}}}\n'
        for place, lead in enumerate(leads, start=1)
    )
    return document(rows, header)


def test_an_office_cut_by_a_comma_wants_its_quotes() -> None:
    header = "offices: {'Phòng Kinh tế, Hạ tầng và Đô thị': [], Công an xã: []}"
    row = '  - {key: "1", level: criterion, name: A, max_points: 1, lead: %s, rule: {kind: manual}}\n'
    cut = document(row % "[Công an xã, Phòng Kinh tế, Hạ tầng và Đô thị]", header)
    finding = found(cut, "office.cut")
    assert finding.computed == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert finding.facts["parts"] == ("Phòng Kinh tế", "Hạ tầng và Đô thị")
    assert keys(cut, "office.unknown") == keys(cut, "office.shortened") == keys(cut, "lead.several") == []
    whole = document(row % '["Phòng Kinh tế, Hạ tầng và Đô thị"]', header)
    assert keys(whole, "office.cut") == keys(whole, "office.unknown") == keys(whole, "office.joined") == []


def test_the_environment_is_no_collective() -> None:
    header = "offices: {Phòng Tài nguyên và Môi trường: [], Công an xã: []}"
    row = '  - {key: "1", level: criterion, name: A, max_points: 1, lead: %s, rule: {kind: manual}}\n'
    cut = document(row % "[Phòng Tài nguyên, Môi trường]", header)
    assert keys(cut, "office.cut") == ["1"]
    assert keys(cut, "office.collective") == []
    assert keys(_led("Mọi đơn vị", "Công an xã"), "office.collective") == ["1"]


def test_an_office_cut_where_its_own_list_has_a_dash_is_one_office() -> None:
    header = "offices: {Phòng Văn hóa - Xã hội: [], Công an xã: []}"
    row = '  - {key: "%s", level: criterion, name: A, max_points: 1, lead: %s, rule: {kind: manual}}\n'
    rows = row % (1, "[Phòng Văn hóa, Xã hội]") + row % (2, "[Phòng Văn hóa - Xã hội]")
    cut = document(rows, header)
    assert found(cut, "office.cut").computed == "Phòng Văn hóa - Xã hội"
    for code in ("office.joined", "office.shortened", "office.unknown", "lead.several"):
        assert keys(cut, code) == []


def test_two_councils_are_one_office_in_either_order() -> None:
    faulty = _led("Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND", "Văn phòng UBND và HĐND")
    finding = found(faulty, "office.spelling")
    assert (finding.printed, finding.computed) == ("Văn phòng UBND và HĐND", "Văn phòng HĐND và UBND")


def test_offices_joined_by_a_comma_are_to_be_parted() -> None:
    faulty = _led("Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND, Công an xã", "Công an xã")
    assert found(faulty, "office.joined").printed == "Văn phòng HĐND và UBND, Công an xã"
    assert findings(faulty, "office.shortened") == []


@pytest.mark.parametrize("join", [" và ", " & ", "/", " - ", "\\n", ", "])
def test_offices_joined_in_one_name_are_told_with_their_parts(join: str) -> None:
    faulty = _led(f"Sở Thông tin và Truyền thông{join}Phòng Nội vụ", "Sở Tư pháp")
    finding = found(faulty, "office.joined")
    assert finding.computed == "Sở Thông tin và Truyền thông; Phòng Nội vụ"
    assert "(Sở Thông tin và Truyền thông, Phòng Nội vụ)" in finding_sentence(finding)


def test_a_part_that_stands_alone_elsewhere_is_an_office() -> None:
    faulty = _led("Công an xã và Quân sự", "Quân sự")
    assert found(faulty, "office.joined").computed == "Công an xã; Quân sự"
    assert findings(_led("Công an xã và Quân sự", "Tư pháp"), "office.joined") == []


def test_accents_apart_from_their_letters_are_no_other_office() -> None:
    parted = unicodedata.normalize("NFD", "Phòng Nội vụ")
    faulty = _led("Phòng Nội vụ", parted)
    assert findings(faulty, "office.spelling") == []
    finding = found(faulty, "text.parted_accents")
    assert (finding.printed, finding.computed) == (parted, "Phòng Nội vụ")


@pytest.mark.parametrize(
    "office",
    [
        "Phòng Văn hoá và Thông tin",
        "Sở Thông tin và Truyền thông",
        "Văn phòng HĐND và UBND",
        "Văn phòng HĐND & UBND huyện",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        "Phòng Lao động - Thương binh và Xã hội",
        "Phòng Hành chính - Tổ chức cán bộ",
        "Phòng Kinh tế và Hạ tầng/Quản lý đô thị",
        "Ban Công tác Đảng và Đoàn thể",
        "Phòng Văn hóa, Khoa học và Thông tin",
        "Văn phòng Đảng ủy, UBND",
        "Các Sở, Ban, ngành",
        "UBND các xã, thị trấn",
        "Sở Văn hóa, Thể thao và Du lịch",
    ],
)
def test_a_join_inside_a_name_parts_nothing(office: str) -> None:
    assert parts_of(office) == [office]


_DECISION = "Quyết định số 12/QĐ-UBND ngày 05/01/2026"


@pytest.mark.parametrize(("issued", "told"), [("2026-01-05", 0), ("2026-01-06", 1), ("2025-01-05", 1)])
def test_the_date_of_issue_is_the_one_in_the_name_of_the_decision(issued: str, told: int) -> None:
    assert len(findings(_led("Công an xã", header=f"issued_on: {issued}"), "decision.other_date")) == told


@pytest.mark.parametrize(("cap", "told"), [("3", ["3"]), ("5", []), ("0", [])])
def test_bonuses_above_the_cap_are_told(cap: str, told: list[str]) -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Nhóm, max_points: 10, rule: {kind: manual}}
  - {key: C, level: main, role: bonus, name: ĐIỂM CỘNG, max_points: 5}
  - {key: C1, level: criterion, role: bonus, name: Sáng kiến, max_points: 5, rule: {kind: manual}}
"""
    faulty = document(rows, f"bonus_cap: {cap}")
    assert [each.computed for each in findings(faulty, "bonus.above_cap")] == told
    assert keys(faulty, "bonus.no_cap") == []
