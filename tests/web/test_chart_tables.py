"""The table of a chart writes its figures as they stand below each other."""

from __future__ import annotations

from chamdiem.web.templatetags.show import chart_rows


def test_a_column_has_the_same_decimals_in_every_row() -> None:
    chart = {
        "labels": ["A", "B", "C"],
        "series": [{"values": [62.5, 100.0, 90.83]}, {"values": [1.0, None, 12.0]}],
    }
    assert [row["values"] for row in chart_rows(chart)] == [["62,50", "1"], ["100,00", "–"], ["90,83", "12"]]
