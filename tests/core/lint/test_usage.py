"""Words written in two ways, abbreviations parted or explained too late, and what is right all the same."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet

from .documents import document, found, keys


def _names(*names: str) -> IndicatorSet:
    rows = "".join(
        f"""
  - {{key: "1.{n}", level: criterion, name: "{name}", max_points: 1, rule: {{kind: manual}}}}"""
        for n, name in enumerate(names, start=1)
    )
    return document(f"""
  - {{key: "1", number: "1", level: main, name: Nhận thức số}}{rows}
""")


def test_one_word_in_two_spellings_is_seen_once_with_both_counts() -> None:
    faulty = _names("Tỷ lệ hộ có mạng", "Tỉ lệ xã có mạng", "Tỉ lệ máy có mạng")
    finding = found(faulty, "text.two_spellings")
    assert (finding.printed, finding.computed) == ("tỷ lệ", "tỉ lệ")
    assert (finding.facts["fewer"], finding.facts["more"], finding.facts["rows"]) == (1, 2, ("1.1",))
    assert finding.id == "text.two_spellings:set:tỷ lệ"


def test_neighbours_by_chance_are_no_word() -> None:
    assert keys(_names("Tính theo tỉ lệ", "Tính theo tỉ trọng"), "text.two_spellings") == []


def test_an_abbreviation_with_a_space_in_it_is_seen() -> None:
    faulty = _names("Báo cáo của Sở TTTT", "Văn bản của Sở TT TT")
    assert found(faulty, "text.parted_acronym").computed == "TTTT"
    assert keys(_names("Họp của UBND TP", "Văn bản của TP"), "text.parted_acronym") == []


def test_an_abbreviation_used_before_it_is_explained_is_seen() -> None:
    late = _names("Trang bị máy tính cho CBCC", "Đào tạo cán bộ công chức (CBCC)")
    assert found(late, "text.early_abbreviation").facts["other"] == "1.2"
    right = _names("Đào tạo cán bộ công chức (CBCC)", "Trang bị máy tính cho CBCC")
    assert keys(right, "text.early_abbreviation") == []


def test_two_targets_of_one_common_threshold_are_seen() -> None:
    def sharing(rule: str) -> IndicatorSet:
        return document(f"""
  - {{key: "1", number: "1", level: main, name: Dịch vụ công}}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: 80% dịch vụ mức độ 3
    max_points: 10
    inputs: {{a: {{label: Tất cả, min: 1}}, b: {{label: Mức 3}}, c: {{label: Mức 4}}}}
    rule: {rule}
  - {{key: "1.2", number: "1.2", level: criterion, name: 80% dịch vụ mức độ 4, shares_maximum_of: "1.1"}}
""")

    one = "{kind: ratio, value: c / a, full_at: 80%}"
    both = "{kind: gate, when: b / a >= 80%, then: {kind: ratio, value: c / a, full_at: 80%}, else: none}"
    assert found(sharing(one), "target.shared").facts["rows"] == ("1.1", "1.2")
    assert keys(sharing(both), "target.shared") == []


@pytest.mark.parametrize(
    ("name", "is_repeated"),
    [
        ("Trưởng ban Ban chỉ đạo là Chủ tịch", False),
        ("Truyền thông thông qua mạng xã hội", False),
        ("Triển khai khai thác dữ liệu", False),
        ("Tỷ lệ hộ hộ có mạng", True),
        ("Các thông thông tin được công khai", True),
    ],
)
def test_a_word_at_the_joint_of_two_compounds_is_not_repeated(name: str, is_repeated: bool) -> None:  # noqa: FBT001
    assert bool(keys(_names(name), "text.repeated")) is is_repeated


@pytest.mark.parametrize("name", ["Tổng chi CNTT/tổng chi NSNN", "Số lượt truy cập trung bình của người dân"])
def test_a_number_that_is_a_rate_may_be_scored_as_one(name: str) -> None:
    faulty = document(f"""
  - {{key: "1", number: "1", level: main, name: Ngân sách}}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: {name}
    max_points: 10
    inputs: {{a: {{label: Tử}}, b: {{label: Mẫu, min: 1}}}}
    rule: {{kind: ratio, value: a / b}}
""")
    assert keys(faulty, "name.kind") == []
