"""A calculation text is parted into its clauses."""

from __future__ import annotations

from chamdiem.annex.rules.clauses import clauses_of


def test_a_hyphen_in_a_name_is_no_item() -> None:
    clauses = clauses_of("Phòng Tài chính - Kế hoạch xác nhận: điểm tối đa")
    assert len(clauses) == 1
