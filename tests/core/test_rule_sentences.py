"""Rules as sentences that an official reads: figures by name, whole numbers as whole numbers."""

from __future__ import annotations

import re

import pytest

from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.expression import parse_condition
from chamdiem.core.inputs import Input
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.sentences import LANGUAGES, Language, reason_text, rule_sentence
from chamdiem.core.sentences.checks import broken_check_text, in_sentence
from chamdiem.library import list_editions, load_edition, read_set_text
from tests.core.trees import criterion, tree

SET = """format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - key: '1'
    level: criterion
    name: N
    max_points: 10
    inputs: {{{inputs}}}
    rule: {rule}
    checks: [{checks}]
"""


def _criterion(inputs: str, rule: str, checks: str = "") -> Criterion:
    return compile_criteria(read_set_text(SET.format(inputs=inputs, rule=rule, checks=checks)))["1"]


def _sentence(inputs: str, rule: str, checks: str = "") -> str:
    return rule_sentence(_criterion(inputs, rule, checks))


def test_bands_over_whole_figures_are_named_by_the_figures_they_hold() -> None:
    bands = "[{at_least: 10, label: từ 10 trở lên}, {at_least: 5, give: 1/2}, {at_least: 4, give: 1/4}]"
    assert _sentence("n: {label: Số cuộc họp, unit: cuộc}", f"{{kind: tiers, value: n, tiers: {bands}}}") == (
        "Số cuộc họp (n); từ 10 cuộc trở lên: điểm tối đa; từ 5 đến 9 cuộc: 1/2 điểm tối đa; "
        "4 cuộc: 1/4 điểm tối đa; còn lại: 0 điểm"
    )


def test_bands_over_decimals_keep_both_their_ends() -> None:
    bands = "[{less_than: 7}, {less_than: 30, give: 1/2}]"
    sentence = _sentence("n: {type: decimal, decimals: 1}", f"{{kind: tiers, value: n, tiers: {bands}}}")
    assert sentence.startswith("Giá trị = n; dưới 7: điểm tối đa; từ 7 đến dưới 30: 1/2 điểm tối đa")


@pytest.mark.parametrize(
    ("bands", "vietnamese", "english"),
    [
        ("[{at_most: 8}, {less_than: 24, give: 1/2}]", "trên 8 đến dưới 24: 1/2", "above 8 to below 24: 1/2"),
        ("[{less_than: 8}, {at_most: 24, give: 1/2}]", "từ 8 đến 24: 1/2", "from 8 to 24: 1/2"),
        ("[{less_than: 8}, {at_most: 8, give: 1/2}]", "; 8: 1/2", "; 8: 1/2"),
        ("[{more_than: 24}, {at_least: 8, give: 1/2}]", "từ 8 đến 24: 1/2", "from 8 to 24: 1/2"),
        (
            "[{at_least: 24}, {more_than: 8, give: 1/2}]",
            "trên 8 đến dưới 24: 1/2",
            "above 8 to below 24: 1/2",
        ),
    ],
)
def test_bands_whose_ends_are_said_in_two_ways_do_not_overlap(
    bands: str, vietnamese: str, english: str
) -> None:
    rule = f"{{kind: tiers, value: n, tiers: {bands}}}"
    decimals = _criterion("n: {type: decimal, decimals: 1}", rule)
    assert vietnamese in rule_sentence(decimals)
    assert english in rule_sentence(decimals, "en")


def test_whole_figures_of_bands_whose_ends_are_said_in_two_ways_are_named() -> None:
    bands = "[{more_than: 29}, {at_least: 10, give: 1/2}, {more_than: 5, give: 1/4}]"
    sentence = _sentence("n: {unit: tin}", f"{{kind: tiers, value: n, tiers: {bands}}}")
    assert "từ 10 đến 29 tin: 1/2 điểm tối đa; từ 6 đến 9 tin: 1/4 điểm tối đa" in sentence


def test_what_is_taken_off_for_days_is_taken_off_for_each_day_late() -> None:
    date = "d: {type: date, since: 2026-03-31}"
    each = _sentence(date, "{kind: deduct, parts: [{of: d, points_each: 1}]}")
    assert each == "Điểm tối đa, trừ: mỗi ngày chậm so với 31/03/2026 (d): 1 điểm; không thấp hơn 0 điểm"
    every = _sentence(date, "{kind: deduct, parts: [{of: d, every: 5, points_each: 1}]}")
    assert "cứ đủ 5 ngày chậm so với 31/03/2026 (d): 1 điểm" in every


def test_a_date_is_compared_with_a_day_where_the_calendar_has_it() -> None:
    date = "d: {type: date, label: Ngày gửi, since: 2026-03-31}"
    assert _sentence(date, "{kind: yes_no, when: d <= 5}").startswith("Ngày gửi (d) ≤ 05/04/2026 → ")
    assert _sentence(date, "{kind: yes_no, when: d <= 99999999}").startswith(
        "Ngày gửi (d) ≤ 99.999.999 ngày → "
    )
    criterion = _criterion(date, "{kind: deduct, parts: [{of: d, points_each: 1}]}")
    assert reason_text(criterion.outcome((7,))).endswith("(Trừ: 7 ngày chậm so với 31/03/2026 × 1 = 7 điểm)")


def test_steps_are_counted_in_units() -> None:
    counted = _criterion("n: {unit: cuộc}", "{kind: count, parts: [{of: n, every: 5, points_each: 1}]}")
    assert reason_text(counted.outcome((7,))) == "7 cuộc được 1 lần đủ 5 cuộc, 1 × 1 = 1 điểm"
    assert "makes 1 full step of 5 cuộc" in reason_text(counted.outcome((7,)), "en")
    assert "makes 2 full steps of 5 cuộc" in reason_text(counted.outcome((10,)), "en")


def test_a_warning_says_when_it_comes() -> None:
    inputs = "x: {type: yes_no, label: Đã đưa lên}, y: {type: yes_no, label: Đạt yêu cầu}"
    parts = "{kind: checklist, parts: [{when: x, give: 1/2}, {when: y, give: 1/2}]}"
    sentence = _sentence(inputs, parts, "{that: x or not y, soft: yes}")
    assert sentence == (
        "“Đã đưa lên” là Có → 1/2 điểm tối đa; “Đạt yêu cầu” là Có → 1/2 điểm tối đa; "
        "cộng điểm của các điều kiện đạt được; cảnh báo khi “Đã đưa lên” là Không và “Đạt yêu cầu” là Có"
    )


def test_what_must_hold_together_is_joined() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    sentence = _sentence("a: {}, b: {}, c: {}", ratio, '"a <= b", "c <= b"')
    assert "số liệu phải bảo đảm a ≤ b và c ≤ b" in sentence


def test_a_figure_that_is_just_the_limit_is_said_once() -> None:
    gate = "{kind: gate, when: b > 0, then: full, else: {kind: yes_no, when: x}}"
    criterion = _criterion("b: {label: Số sự cố}, x: {type: yes_no, label: Đã rà soát}", gate)
    assert reason_text(criterion.outcome((0, 1))) == "Số sự cố = 0 → Đã rà soát: Có → điểm tối đa 10"


def test_a_broken_check_goes_on_in_small_letters() -> None:
    criterion = _criterion(
        "a: {label: Số đã xử lý}, b: {}", "{kind: ratio, value: a / b, if_zero: zero}", '"a <= b"'
    )
    (check,) = criterion.row.checks
    assert broken_check_text(check, criterion, (3, 2)) == "a ≤ b, nhưng số đã xử lý = 3 > 2"


@pytest.mark.parametrize(
    ("that", "values", "said"),
    [
        ("a <= b / 2", (7000, 9999), "a ≤ b / 2, nhưng số đã xử lý = 7.000 > 9.999 / 2 = 4.999,5"),
        ("a / 2 <= b", (7, 3), "a / 2 ≤ b, nhưng 7 / 2 = 3,5 > 3"),
        ("a / 10 <= 50%", (7, 3), "a / 10 ≤ 50%, nhưng 7 / 10 = 70% > 50%"),
        ("a / b <= 1 / b", (7, 10), "a / b ≤ 1 / b, nhưng 7 / 10 = 70% > 1 / 10 = 10%"),
    ],
)
def test_only_shares_are_said_in_percent(that: str, values: tuple[int, int], said: str) -> None:
    criterion = _criterion(
        "a: {label: Số đã xử lý}, b: {}", "{kind: ratio, value: a / b, if_zero: zero}", f'"{that}"'
    )
    (check,) = criterion.row.checks
    assert broken_check_text(check, criterion, values) == said


def test_two_figures_that_are_equal_are_both_said() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    criterion = _criterion("a: {label: Số đã xử lý}, b: {}", ratio, '"a < b"')
    (check,) = criterion.row.checks
    assert broken_check_text(check, criterion, (2, 2)) == "a < b, nhưng số đã xử lý = 2 ≥ 2"


def test_nothing_at_all_is_not_nothing_or_less() -> None:
    low = "{kind: ratio, value: a / b, better: low, if_zero: zero}"
    assert "; 0%: điểm tối đa; trên 0%:" in _sentence("a: {}, b: {}", low)
    below_zero = "a: {min: -5}, b: {}"
    assert "; từ 0% trở xuống: điểm tối đa" in _sentence(below_zero, low)


def test_a_count_that_is_asked_for_is_named() -> None:
    asked = _sentence("n: {label: Số sự cố}", "{kind: yes_no, when: n = 0}")
    assert asked == "Số sự cố (n) = 0 → điểm tối đa; nếu không: 0 điểm"


def test_a_letter_that_the_sentence_names_is_not_explained_again() -> None:
    tiers = "{kind: tiers, value: n, tiers: [{at_least: 5}]}"
    criterion = _criterion("n: {label: Số cuộc họp, unit: cuộc}", tiers)
    assert rule_sentence(criterion, with_labels=True).count("Số cuộc họp") == 1
    asked = _criterion("n: {label: Số sự cố}", "{kind: yes_no, when: n = 0}")
    assert rule_sentence(asked, with_labels=True) == rule_sentence(asked)


CRITERIA = [
    pytest.param(criterion, id=f"{edition}-{key}")
    for edition in list_editions()
    for key, criterion in compile_criteria(load_edition(edition)).items()
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_sentence_of_the_editions_reads_as_one(criterion: Criterion, language: Language) -> None:
    sentence = rule_sentence(criterion, language)
    assert not [found for found in re.findall(r"; (\w+)", sentence) if found[0].isupper()]
    assert not re.search(r"\b(\d+(?:,\d+)?) ≤ \1\b", sentence)
    assert "  " not in sentence
    assert sentence[0].isupper() or sentence[0] == "“" or sentence.split(" ", 1)[0] in criterion.scope.inputs


def test_what_is_early_takes_nothing_off() -> None:
    date = "d: {type: date, since: 2026-03-31}"
    for parts in ("{of: d, points_each: 1}", "{of: d, every: 5, points_each: 1}"):
        criterion = _criterion(date, f"{{kind: deduct, parts: [{parts}]}}")
        for early in (-5, 0):
            told = reason_text(criterion.outcome((early,)))
            assert told == "Điểm còn lại = 10 - 0 = 10 điểm (Trừ: không chậm so với 31/03/2026 → 0 điểm)"


def test_sums_say_once_that_they_are_not_exact() -> None:
    parts = "[{share: 1/3, rule: {kind: yes_no, when: x}}, {share: 2/3, rule: {kind: yes_no, when: y}}]"
    criterion = _criterion("x: {type: yes_no}, y: {type: yes_no}", f"{{kind: sum, parts: {parts}}}")
    assert reason_text(criterion.outcome((0, 1))).startswith("Tổng các phần ≈ 0 + 6,6667 ≈ 6,6667 điểm")


def test_branches_without_figures_are_no_comparison() -> None:
    criterion = _criterion(
        "a: {}", "{kind: best_of, rules: [none, {kind: count, parts: [{of: a, points_each: 1}]}]}"
    )
    assert "Không phụ thuộc số liệu → 0 điểm" in reason_text(criterion.outcome((0,)))


def test_percent_signs_stand_by_their_number() -> None:
    bands = "[{more_than: 90}, {more_than: 50, give: 1/2}]"
    sentence = _sentence(
        "p: {type: decimal, decimals: 1, unit: '%'}", f"{{kind: tiers, value: p, tiers: {bands}}}"
    )
    assert "trên 90%" in sentence
    assert " %" not in sentence


def test_a_condition_is_met_or_not_in_its_reason_too() -> None:
    rule = YesNoRule(when=parse_condition("x"))
    row = criterion("1", None, role="condition", rule=rule, inputs={"x": Input(type="yes_no")})
    condition = compile_criteria(tree(row))["1"]
    assert rule_sentence(condition) == "x: Có → đạt; nếu không: không đạt"
    assert [reason_text(condition.outcome((flag,))) for flag in (1, 0)] == [
        "x: Có → đạt",
        "x: Không → không đạt",
    ]


def test_steps_of_what_has_no_unit_do_not_read_as_a_product() -> None:
    letters = "d: {type: date, since: 2026-02-28}, a: {unit: cuộc}, b: {unit: hộ}"
    parts = "[{of: 30 - d, every: 7, points_each: 1.5}, {of: a + b, every: 3, points_each: 1}]"
    rule = f"{{kind: count, parts: {parts}}}"
    assert _sentence(letters, rule).startswith(
        "Cứ đủ 7 ngày (30 - d): 1,5 điểm; mỗi lần a + b đủ thêm 3: 1 điểm"
    )
    english = rule_sentence(_criterion(letters, rule), "en")
    assert english.startswith("Each full 7 days (30 - d): 1.5 points; each time a + b makes another 3")
    each = "{kind: count, parts: [{of: 30 - d, points_each: 0.1}]}"
    assert _sentence(letters, each).startswith("Mỗi ngày (30 - d): 0,1 điểm")


@pytest.mark.parametrize(
    ("of", "every", "said"),
    [
        ("100 * a / b", "1", "1%"),
        ("100 - 100 * a / b", "1", "1%"),
        ("100 * a / b", "5", "5%"),
        ("a / b", "0.01", "1%"),
    ],
)
def test_a_step_of_a_share_in_hundredths_is_no_hundred_times_as_large(of: str, every: str, said: str) -> None:
    part = f"{{of: {of}, every: {every}, points_each: 0.1}}"
    counted = _criterion("a: {}, b: {}", f"{{kind: count, parts: [{part}]}}")
    assert rule_sentence(counted).startswith(f"Cứ đủ {said} (")
    assert f"35% được {35 if said == '1%' else 7} lần đủ {said}, " in reason_text(
        counted.outcome((13, 20) if "-" in of else (7, 20))
    )


@pytest.mark.parametrize(
    ("a", "said"),
    [
        (5_999_999, "Tổng các phần ≈ 11,999998 + 7,999999 ≈ 19,999997 điểm"),
        (6_000_000, "Tổng các phần = 12 + 8 = 20 điểm"),
    ],
)
def test_a_summand_below_its_maximum_does_not_reach_it_in_the_sum(a: int, said: str) -> None:
    ratio = "{kind: ratio, value: a / b}"
    rule = f"{{kind: sum, parts: [{{points: 12, rule: {ratio}}}, {{points: 8, rule: {ratio}}}]}}"
    text = SET.format(inputs="a: {}, b: {min: 1}", rule=rule, checks="").replace(
        "max_points: 10", "max_points: 20"
    )
    criterion = compile_criteria(read_set_text(text))["1"]
    assert reason_text(criterion.outcome((a, 6_000_000))).startswith(said)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("x and y or not z or not w", "(“x” là Có và “y” là Có) hoặc “z” là Không hoặc “w” là Không"),
        ("x and (y or z)", "“x” là Có và (“y” là Có hoặc “z” là Có)"),
        ("x and y and z", "“x” là Có và “y” là Có và “z” là Có"),
    ],
)
def test_brackets_stand_wherever_and_meets_or(condition: str, said: str) -> None:
    letters = ", ".join(f"{letter}: {{type: yes_no}}" for letter in "xyzw")
    assert said in _sentence(letters, f"{{kind: yes_no, when: {condition}}}")


def test_checks_that_must_hold_together_keep_their_brackets() -> None:
    sentence = _sentence("a: {}, b: {}, c: {}", "full", '"a <= b or a <= c", "b <= c"')
    assert sentence.endswith("số liệu phải bảo đảm (a ≤ b hoặc a ≤ c) và b ≤ c")


def test_a_condition_names_the_unit_of_the_number_it_asks_for() -> None:
    letters = (
        "r: {type: decimal, decimals: 1, unit: '%'}, n: {unit: cuộc}, d: {type: date, since: 2026-02-28}"
    )
    assert "30 - d ≥ 7 ngày" in _sentence(letters, "{kind: yes_no, when: 30 - d >= 7}")
    assert "r ≥ 62,5%" in _sentence(letters, "{kind: yes_no, when: r >= 62.5 and n > 3}")
    assert "n > 3 cuộc" in _sentence(letters, "{kind: yes_no, when: r >= 62.5 and n > 3}")


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Số máy không quá tổng số", "số máy không quá tổng số"),
        ("Ý kiến được trả lời", "ý kiến được trả lời"),
        ("UBND xã đã báo cáo", "UBND xã đã báo cáo"),
        ("B thường không nhỏ hơn C", "B thường không nhỏ hơn C"),
    ],
)
def test_a_label_keeps_the_letters_of_figures_inside_a_sentence(label: str, inside: str) -> None:
    assert in_sentence(label) == inside


def test_a_figure_without_a_unit_is_multiplied() -> None:
    count = "{kind: count, parts: [{of: OF, points_each: 0.25}]}"
    assert "0,25 điểm × n;" in _sentence("n: {}", count.replace("OF", "n"))
    assert "0,25 điểm × (n - m);" in _sentence("n: {}, m: {}", count.replace("OF", "n - m"))


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Không áp dụng cho xã đảo", "; không áp dụng cho xã đảo (được hỏi riêng)"),
        ("Là xã đảo", "; không áp dụng khi “Là xã đảo” là Có"),
    ],
)
def test_a_label_that_says_what_is_left_out_is_not_denied_once_more(label: str, said: str) -> None:
    inputs = f"n: {{}}, x: {{type: yes_no, label: {label}}}"
    rule = "{kind: count, parts: [{of: n, points_each: 1}]}\n    not_applicable_when: x"
    assert _sentence(inputs, rule).endswith(said)
