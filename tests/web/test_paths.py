"""Places in a set or plan file are told in the words of the page, with the key of the file behind."""

from __future__ import annotations

import pytest

from chamdiem.web.refusals.paths import path_words


@pytest.mark.parametrize(
    ("path", "vietnamese", "english"),
    [
        (
            "rows[1.1].rule.value",
            "mục 1.1, cách tính điểm, ô “giá trị” (value)",
            "row 1.1, rule, box “value” (value)",
        ),
        (
            "rows[1.2].max_points",
            "mục 1.2, ô “điểm tối đa” (max_points)",
            "row 1.2, box “maximum points” (max_points)",
        ),
        (
            "rows[1.1].inputs.b.from",
            "mục 1.1, số liệu b, ô “lấy từ” (from)",
            "row 1.1, figure b, box “taken from” (from)",
        ),
        (
            "rows[3.5].rule.parts[1].share",
            "mục 3.5, cách tính điểm, phần 2, ô “tỷ lệ điểm” (share)",
            "row 3.5, rule, part 2, box “share” (share)",
        ),
        (
            "rows[1.2].rule.options.two.give",
            "mục 1.2, cách tính điểm, lựa chọn two, ô “điểm cho” (give)",
            "row 1.2, rule, option two, box “reward” (give)",
        ),
        (
            "rows[1.1].rule",
            "mục 1.1, ô “cách tính điểm” (rule)",
            "row 1.1, box “rule” (rule)",
        ),
        (
            "rows[1.1].nam",
            "mục 1.1, ô “nam”",
            "row 1.1, box “nam”",
        ),
        ("set.kye", "phần chung của bộ chỉ số, ô “kye”", "head of the set, box “kye”"),
        (
            "goals[2030.a].measures[0].threshold",
            "mục tiêu 2030.a, mức phải đạt 1, ô “ngưỡng” (threshold)",
            "goal 2030.a, measure 1, box “threshold” (threshold)",
        ),
        (
            "projects[A.1].lead",
            "dự án A.1, ô “chủ trì” (lead)",
            "project A.1, box “lead” (lead)",
        ),
        (
            "plan.period",
            "phần chung của kế hoạch, ô “thời gian của kế hoạch” (period)",
            "head of the plan, box “period” (period)",
        ),
        ("answers[I.1].key", "answers[I.1].key", "answers[I.1].key"),
        ("", "", ""),
    ],
)
def test_a_path_is_told_in_words(path: str, vietnamese: str, english: str) -> None:
    assert path_words(path) == vietnamese
    assert path_words(path, "en") == english
