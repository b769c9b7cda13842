"""Damaged letters are found in offices, labels, units, levels of choices, grades and tree levels, too."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document

TOLD = ("text.character", "text.lost_letters", "text.impossible", "text.confused", "text.stray_mark")
SOUND = {
    "level": "Tiêu chí",
    "lead": "Sở Thông tin và Truyền thông",
    "coordinating": "Các doanh nghiệp viễn thông đứng chân trên địa bàn",
    "label": "Số hồ sơ qua kênh số khác phục vụ người dân",
    "unit": "hồ sơ",
    "option": "Đã ban hành kế hoạch",
    "grade": "Hoàn thành tốt nhiệm vụ",
}


def _set(**damaged: str) -> IndicatorSet:
    text = SOUND | damaged
    rows = f"""
  - {{key: "1", number: "1", level: main, name: Hạ tầng số, max_points: 10}}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: Kế hoạch chuyển đổi số
    max_points: 10
    lead: ["{text["lead"]}"]
    coordinating: ["{text["coordinating"]}"]
    inputs: {{k: {{type: choice, label: Kế hoạch}}, n: {{label: "{text["label"]}", unit: "{text["unit"]}"}}}}
    rule:
      kind: choice
      of: k
      options: {{co: {{label: "{text["option"]}", give: full}}, chua: {{label: Chưa có, give: none}}}}
"""
    grades = f'grades: [{{name: "{text["grade"]}", at_least: 80%}}]'
    levels = f'{{main: Chỉ số chính, criterion: "{text["level"]}"}}'
    return document(rows, grades, levels)


def _told(indicator_set: IndicatorSet) -> list[str]:
    return [finding_sentence(each) for each in lint(indicator_set) if each.code in TOLD]


@pytest.mark.parametrize(
    ("field", "printed", "called"),
    [
        ("lead", "Sở Thôg tin và Truyền thông", "Đơn vị phụ trách"),
        ("coordinating", "Các doanh nghiệp viễn thôпg", "Đơn vị phối hợp"),
        ("label", "Số hồ sơ trực tuyên", "Tên số liệu"),
        ("unit", "hồ sơ`", "Đơn vị tính"),
        ("unit", "h sơ", "Đơn vị tính"),
        ("option", "Đã ban hành kế hoch", "Tên lựa chọn"),
        ("grade", "Hoàn thành tốt nhiêm vụ", "Tên mức xếp loại"),
        ("level", "Tiêu chі", "Tên cấp"),
    ],
)
def test_a_damaged_letter_is_told_with_where_it_stands(field: str, printed: str, called: str) -> None:
    told = _told(_set(**{field: printed}))
    assert told
    assert all(called.casefold() in sentence.casefold() for sentence in told)


def test_sound_small_texts_are_left_alone() -> None:
    assert _told(_set()) == []
