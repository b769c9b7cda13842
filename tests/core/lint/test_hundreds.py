"""A ratio times a hundred against a share gives everything from one percent on."""

from __future__ import annotations

import pytest

from chamdiem.core.sentences.findings import finding_sentence

from .documents import found, keys, ruled

_INPUTS = "{a: {label: Số hồ sơ đúng hạn}, b: {label: Tổng số hồ sơ}, c: {label: Số hồ sơ trả lại}}"
_ZERO = "if_zero: not_applicable"
_TIERS = "{kind: tiers, value: %s, tiers: [{at_least: %s, give: full}], if_zero: not_applicable}"


@pytest.mark.parametrize(
    ("rule", "is_found"),
    [
        (f"{{kind: ratio, value: a * 100 / b, full_at: 80%, {_ZERO}}}", True),
        (f"{{kind: ratio, value: 100 * (a / b), {_ZERO}}}", True),
        (f"{{kind: ratio, value: (a - c) * 100 / b, full_at: 50%, below: zero, {_ZERO}}}", True),
        (_TIERS % ("a * 100 / b", "0.8"), True),
        (_TIERS % ("a * 100 / b", "80"), False),
        (_TIERS % ("a * 1000 / b", "1.2"), False),
        (f"{{kind: ratio, value: a * 100 / b, full_at: 80, {_ZERO}}}", False),
        (f"{{kind: ratio, value: a / b, full_at: 80%, {_ZERO}}}", False),
        (f"{{kind: ratio, value: a * 100 / b / 80, {_ZERO}}}", False),
        ("{kind: ratio, value: a / 100}", False),
    ],
)
def test_a_percentage_held_against_a_share_is_told(rule: str, is_found: bool) -> None:  # noqa: FBT001
    given = _INPUTS if "c)" in rule else _INPUTS.replace(", c: {label: Số hồ sơ trả lại}", "")
    assert bool(keys(ruled(rule, given), "rule.hundredfold")) is is_found


def test_the_sentence_says_both_ways_out() -> None:
    rule = f"{{kind: ratio, value: a * 100 / b, full_at: 80%, {_ZERO}}}"
    given = _INPUTS.replace(", c: {label: Số hồ sơ trả lại}", "")
    said = finding_sentence(found(ruled(rule, given), "rule.hundredfold"))

    assert "a * 100 / b" in said
    assert "80 %" in said
