"""What each counted thing earns or costs in a text, against the part of the rule that counts it."""

from __future__ import annotations

import pytest

from chamdiem.core.sentences.findings import finding_sentence

from .documents import found, keys, method

_TAUGHT = "{h: {label: Số lớp, unit: lớp}, t: {label: Số buổi, unit: buổi}}"
_SENT = "{h: {label: Số báo cáo gửi chậm, unit: báo cáo}, t: {label: Số báo cáo không gửi, unit: báo cáo}}"


def _two(kind: str, inputs: str, one: str, other: str) -> str:
    parts = f'[{{of: h, points_each: "{one}"}}, {{of: t, points_each: "{other}"}}]'
    return f"rule: {{kind: {kind}, parts: {parts}}}\ninputs: {inputs}"


@pytest.mark.parametrize(
    ("text", "kind", "inputs", "prices"),
    [
        ("Mỗi lớp 1 điểm; mỗi buổi 0,5 điểm", "count", _TAUGHT, ("1", "0.5")),
        ("- Mỗi lớp: 1 điểm\n- Mỗi buổi: 0,5 điểm", "count", _TAUGHT, ("1", "0.5")),
        ("01 lớp: 0,5 điểm; 01 buổi 0,25 điểm", "count", _TAUGHT, ("0.5", "0.25")),
        ("1 lớp được 0,5 điểm, 1 buổi được 0,25 điểm", "count", _TAUGHT, ("0.5", "0.25")),
        ("Một lớp tính 0,5 điểm; một buổi tính 0,25 điểm", "count", _TAUGHT, ("0.5", "0.25")),
        ("- Lớp: 0,5 điểm/lớp\n- Buổi: 0,25đ/buổi", "count", _TAUGHT, ("0.5", "0.25")),
        ("Lớp: 0,5 điểm một lớp; buổi: 0,25 điểm một buổi", "count", _TAUGHT, ("0.5", "0.25")),
        ("Số lớp x 0,5 điểm + số buổi x 0,25 điểm", "count", _TAUGHT, ("0.5", "0.25")),
        (
            "Mỗi báo cáo gửi chậm trừ 0,25 điểm; mỗi báo cáo không gửi trừ 0,5 điểm",
            "deduct",
            _SENT,
            ("0.25", "0.5"),
        ),
    ],
)
def test_prices_exchanged_are_told(text: str, kind: str, inputs: str, prices: tuple[str, str]) -> None:
    one, other = prices
    assert keys(method(text, _two(kind, inputs, one, other)), "method.other_step") == []
    assert keys(method(text, _two(kind, inputs, other, one)), "method.other_step") == ["1.1", "1.1"]


@pytest.mark.parametrize(
    "text",
    [
        "01 lớp: 0,5 điểm; 02 lớp: 0,75 điểm; mỗi buổi 0,25 điểm",
        "01 lớp: 0,5 điểm 01 buổi 0,25 điểm",
        "Trong năm có 1 lớp tối đa 5 điểm",
    ],
)
def test_levels_and_caps_are_no_prices(text: str) -> None:
    assert keys(method(text, _two("count", _TAUGHT, "0.5", "0.25")), "method.other_step") == []


def _capped(one: str, other: str) -> dict[str, str]:
    count = "kind: count, parts: [{{of: {}, points_each: {}{}}}]"
    caps = [f", cap: {{points: {most}}}" for most in (one, other)]
    parts = ", ".join(
        f"{{of: {of}, points_each: {each}{cap}}}"
        for of, each, cap in zip("ht", ("0.5", "0.25"), caps, strict=True)
    )
    summed = ", ".join(
        f"{{points: {most}, rule: {{{count.format(of, each, '')}}}}}"
        for of, each, most in (("h", "0.5", one), ("t", "0.25", other))
    )
    return {
        "count": f"rule: {{kind: count, parts: [{parts}]}}\ninputs: {_TAUGHT}",
        "sum": f"rule: {{kind: sum, parts: [{summed}]}}\ninputs: {_TAUGHT}",
    }


@pytest.mark.parametrize("kind", ["count", "sum"])
@pytest.mark.parametrize(
    "text",
    [
        "Mỗi lớp 0,5 điểm, tối đa 2 điểm; mỗi buổi 0,25 điểm, tối đa 3 điểm",
        "- 01 lớp: 0,5 điểm (tối đa 2 điểm)\n- 01 buổi: 0,25 điểm (tối đa 3 điểm)",
        "Lớp không quá 2 điểm, buổi không vượt quá 3 điểm",
    ],
)
def test_caps_exchanged_are_told(text: str, kind: str) -> None:
    assert keys(method(text, _capped("2", "3")[kind], maximum="5"), "method.other_part") == []
    assert keys(method(text, _capped("3", "2")[kind], maximum="5"), "method.other_part") == ["1.1", "1.1"]


def test_a_cap_of_all_together_is_no_part_s() -> None:
    text = "Mỗi lớp 0,5 điểm, mỗi buổi 0,25 điểm, tối đa 2 điểm; buổi không quá 3 điểm"
    assert keys(method(text, _capped("3", "2")["count"], maximum="5"), "method.other_part") == []


def test_no_sentence_names_more_points_than_the_maximum() -> None:
    rule = "rule: {kind: count, parts: [{of: n, points_each: '0.125'}]}"
    inputs = "inputs: {n: {label: Số hồ sơ, unit: hồ sơ}}"
    finding = found(method("Cứ 731 hồ sơ được 1,5 điểm", f"{rule}\n{inputs}"), "method.other_step")
    assert "1,5 điểm khi có 731, nhưng quy tắc cho 10 điểm" in finding_sentence(finding)


def test_what_names_no_part_may_be_about_any() -> None:
    text = "Mỗi báo cáo 0,5 điểm"
    assert keys(method(text, _two("count", _SENT, "1", "0.5")), "method.other_step") == []


@pytest.mark.parametrize("kind", ["count", "deduct"])
def test_what_a_deduction_takes_for_each_is_compared(kind: str) -> None:
    text = "Mỗi báo cáo chậm so với quy định: trừ 1 điểm, không quá 10 điểm."
    late = "inputs: {n: {label: Số báo cáo chậm so với quy định, unit: báo cáo}}\nrole: deduction"
    rule = "rule: {{kind: {}, parts: [{{of: n, points_each: {}}}]}}\n{}"
    assert keys(method(text, rule.format(kind, 2, late)), "method.other_step") == ["1.1"]
    assert keys(method(text, rule.format(kind, 1, late)), "method.other_step") == []


_TRAINED = """
rule: {kind: count, parts: [{of: a / b, every: "%s", points_each: "0.5"}]}
inputs:
  a: {label: Số công chức được bồi dưỡng, unit: người}
  b: {label: Tổng số công chức, unit: người, min: 1}
checks: [a <= b]
"""


@pytest.mark.parametrize(
    "text",
    [
        "Cứ đủ 10% số công chức được bồi dưỡng thì được 0,5 điểm, tối đa 10 điểm.",
        "Cứ 10% công chức được bồi dưỡng: 0,5 điểm",
        "Cứ đạt 10% thì được cộng 0,5 điểm",
        "Mỗi 10% được 0,5 điểm",
    ],
)
def test_points_for_every_so_many_percent_are_compared(text: str) -> None:
    assert keys(method(text, _TRAINED % "5%"), "method.other_percent_step") == ["1.1"]
    assert keys(method(text, _TRAINED % "10%"), "method.other_percent_step") == []


def test_percent_above_a_threshold_are_no_steps_from_nothing() -> None:
    text = "Cứ 10% công chức trên mức bình quân được 0,5 điểm"
    assert keys(method(text, _TRAINED % "5%"), "method.other_percent_step") == []


@pytest.mark.parametrize(
    "text",
    [
        "Cấp tỉnh: 2 điểm/sáng kiến; cấp cơ sở: 0,75 điểm/sáng kiến",
        "Cấp tỉnh 2 điểm/sáng kiến; 0,75 điểm/sáng kiến cấp cơ sở",
    ],
)
def test_a_price_is_held_against_the_part_of_its_clause(text: str) -> None:
    rule = "rule: {kind: count, parts: [{of: n, points_each: 2}, {of: m, points_each: 0.5}]}"
    label = "{label: Số sáng kiến cấp %s, unit: sáng kiến}"
    inputs = f"{{n: {label % 'tỉnh'}, m: {label % 'cơ sở'}}}"
    told = found(method(text, f"{rule}\ninputs: {inputs}", name="Sáng kiến"), "method.other_step")
    assert told.computed == "0.5"
