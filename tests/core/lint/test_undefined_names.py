"""Names that formulas use and texts define, or do not."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import keys, method


@pytest.mark.parametrize(
    ("formula", "names"),
    [
        ("Điểm = K2 × 10", ["K2"]),
        ("Điểm = 10 × K1", ["K1"]),
        ("(H1 + H2 + H3)/3 × 10", ["H1", "H2", "H3"]),
        ("Điểm = (Tỷ lệ A + Tỷ lệ B)/2 × 10", ["Tỷ lệ A", "Tỷ lệ B"]),
        ("TLNH/TLPN × điểm tối đa", ["TLNH", "TLPN"]),
        ("Điểm = (K1 + K2)/2 × 10, trong đó K1 là tỷ lệ a/b", ["K2"]),
    ],
)
def test_names_without_definition_are_seen(formula: str, names: list[str]) -> None:
    found = [each for each in lint(method(formula)) if each.code == "method.undefined"]
    assert [each.facts["name"] for each in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = V*10. (V: tỷ lệ a/b)",
        "Điểm = H × 10; H: hệ số hoàn thành = a/b",
        "Gọi M là tỷ lệ a/b. Điểm = M × 10",
        "K1 = a/b. Điểm = K1 × 10",
        "Điểm = (K1 + K2)/2 × 10 (K1, K2 lần lượt là tỷ lệ nộp và tỷ lệ duyệt)",
        "Tỷ lệ nộp (K1), tỷ lệ duyệt (K2). Điểm = (K1 + K2)/2 × 10",
        "Tỷ lệ A: số hộ có kết nối trên tổng số hộ. Điểm = Tỷ lệ A × 10",
        "TLNH - tỷ lệ nộp hồ sơ. Điểm = TLNH × 10",
        "Điểm = T × 10, T tính bằng a chia b",
        "Điểm = K1 × 10 với K1 được xác định bằng a/b",
        "Điểm = a/b × 10",
        "Mức 4 × 10 thiết bị IPv6, chuẩn H264",
    ],
)
def test_names_that_are_explained_are_left_alone(text: str) -> None:
    assert not keys(method(text), "method.undefined")
    assert not keys(method(text), "method.letter_not_printed")
