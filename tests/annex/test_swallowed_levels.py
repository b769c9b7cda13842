"""Levels joined by commas, one of which gives a share of the points: none of them is lost in another."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules.giving import rule_of
from tests.annex.test_rules import NA, read


def _levels(*given: tuple[str, str]) -> dict[str, Any]:
    options = {
        f"m{place}": {"label": label, "give": give} for place, (label, give) in enumerate(given[:-1], start=1)
    }
    return {
        "kind": "choice",
        "of": "x",
        "options": {**options, "m0": {"label": given[-1][0], "give": given[-1][1]}},
    }


READ: dict[str, Any] = {
    "Ban hành đúng hạn được 10 điểm, chậm dưới 10 ngày được 60% số điểm, chậm hơn được 20% số điểm, "
    "không ban hành 0 điểm": _levels(
        ("Ban hành đúng hạn", "full"),
        ("chậm dưới 10 ngày", "3/5"),
        ("chậm hơn", "1/5"),
        ("không ban hành", "none"),
    ),
    "Nộp đúng hạn: 10 điểm, nộp trễ: 1/3 số điểm, không nộp: 0 điểm": _levels(
        ("Nộp đúng hạn", "full"), ("nộp trễ", "1/3"), ("không nộp", "none")
    ),
    "Niêm yết đầy đủ: 10 điểm, niêm yết chưa đầy đủ: nửa số điểm, không niêm yết: 0 điểm": _levels(
        ("Niêm yết đầy đủ", "full"), ("niêm yết chưa đầy đủ", "1/2"), ("không niêm yết", "none")
    ),
    "Không có sự cố: 10 điểm, có 01 sự cố: 2/5 số điểm, có từ 02 sự cố: 0 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "2", "give": "none"}, {"at_least": "1", "give": "2/5"}],
        "otherwise": "full",
    },
    "Từ 90% hồ sơ trở lên: 10 điểm, từ 70% đến dưới 90%: 2/3 số điểm, dưới 70%: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "give": "2/3"}],
        **NA,
    },
}


@pytest.mark.parametrize("text", READ)
def test_a_share_of_the_points_is_a_level_of_its_own(text: str) -> None:
    assert read(text, name="Kết quả")[0].rule == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "Đủ 4 báo cáo: 10 điểm, thiếu 1 báo cáo trừ 25% số điểm, không báo cáo: 0 điểm",
        "Nộp đúng hạn thì được 10 điểm, nộp trễ thì được hai phần ba số điểm, không nộp thì được 0 điểm",
        "Có văn bản tính 10 điểm. Có dự thảo tính một nửa. Chưa có gì tính 0 điểm",
        "Có văn bản tính 10 điểm - có dự thảo tính một nửa - chưa có gì tính 0 điểm",
        "Đạt đạt 10 điểm - đạt một phần đạt một nửa - không đạt đạt 0 điểm",
        "Nộp đúng hạn 10 điểm và nộp trễ 0,5 lần số điểm và không nộp 0 điểm",
        "100% hồ sơ đúng hạn: 10 điểm; còn lại tính theo tỷ lệ, hồ sơ trễ hạn chỉ tính nửa điểm",
    ],
)
def test_a_level_that_was_not_told_apart_leaves_the_row_to_people(text: str) -> None:
    assert read(text, name="Kết quả")[0].is_manual


def test_a_fraction_of_a_point_is_told() -> None:
    _, row = read("Đạt: 10 điểm; đạt một phần: 1/3 điểm; không đạt: 0 điểm", name="Kết quả")
    assert any("phần của một điểm" in str(notice.facts) for notice in row.warnings)


def test_more_points_than_the_row_has_leave_it_to_people() -> None:
    assert read("Từ 80% trở lên: 12 điểm; từ 60% đến dưới 80%: 5 điểm; dưới 60%: 0 điểm")[0].is_manual


def test_a_survey_is_no_condition_to_fulfil() -> None:
    assert read("Thực hiện thông qua khảo sát xã hội học do Vụ Tổ chức cán bộ tổ chức")[0].is_manual


def test_the_name_of_a_ratio_in_front_of_its_levels_is_no_other_quantity() -> None:
    text = "Tỷ lệ cán bộ được cấp chứng thư số: dưới 50%: 0 điểm; từ 50% đến 80%: 5 điểm; trên 80%: 10 điểm"
    rule = read(text, name="Tỷ lệ cán bộ có chứng thư số")[0].rule
    tiers = [{"more_than": "0.8", "give": "full"}, {"at_least": "0.5", "points": "5"}]
    assert rule == {"kind": "tiers", "value": "a / b", "tiers": tiers, **NA}


def test_a_note_of_what_alone_counts_is_told() -> None:
    texts = {"method": "Có ứng dụng: 5 điểm", "note": "Chỉ tính từ 02 ứng dụng trở lên"}
    row = AnnexRow(number="1", texts={**texts, "name": "Ứng dụng"}, max_points=Fraction(5))
    rule_of(row, Fraction(5))
    assert [notice.facts["text"] for notice in row.warnings if notice.code == "rule.unread"] == [
        texts["note"]
    ]


def test_the_maximum_in_a_sentence_in_front_says_nothing_new() -> None:
    rule = read("Tối đa 10 điểm. Từ 50%: 10 điểm; từ 30% đến dưới 50%: 6 điểm; dưới 30%: 3 điểm")[0].rule
    tiers = [{"at_least": "0.5", "give": "full"}, {"at_least": "0.3", "points": "6"}]
    assert rule == {"kind": "tiers", "value": "a / b", "tiers": tiers, "otherwise": {"points": "3"}, **NA}


def test_what_is_cut_for_the_people_earns_points() -> None:
    text = "Cứ mỗi thủ tục được cắt giảm, đơn giản hóa tính 0,5 điểm, tổng điểm không vượt quá 10 điểm"
    assert read(text)[0].rule == {"kind": "count", "parts": [{"of": "n", "points_each": "0.5"}]}
    taken = {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}
    assert read("Mỗi lỗi bị cắt giảm 1 điểm")[0].rule == taken
