"""The real inconsistencies of the issued editions, found."""

from __future__ import annotations

from functools import cache

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.lint.finding import Finding
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.library import list_editions, load_edition

# Edition → ids of findings an official has confirmed in the printed document.
CONFIRMED = {
    "huyen-2021": [
        "sum.group:CQS.2",  # 27 printed, 32 below
        "sum.group:KTS.2.2",  # 2 printed, 3 below
        "sum.group:KTS.5.5",  # 4 printed, 2 below
        "sum.criteria:CQS",
        "sum.criteria:KTS",
        "maximum.above_parent:KTS.2.2.1",
        "maximum.shared:CQS.5.7.2",
        "maximum.shared:KTS.5.5.2",
        "name.repeated:KTS.5.5",  # the title of 5.4
        "count.declared_parts:XHS:criterion",  # 47 announced, parts add up to 46
        "count.declared:XHS.2:criterion",  # 7 announced, 8 printed
        "count.number_gap:KTS.6:2.6",  # 2.5, then 2.7
        "number.restarted:set",
        "decision.blank:set",
        "rule.manual_set:set",
    ],
    "chuprong-2023": [
        "text.confused:set:printed_title:CHUYÊN ĐỔI",
        "decision.blank:set",
        "code.repeated:1",  # I.1 is the code of the district's name too
        "code.inconsistent:1",
        "number.mixed:1",  # I, then 2 to 8
        "code.missing:II",
        "code.missing:I.20.1",
        "code.missing:I.20.2",
        "number.missing:8.3",
        "number.missing_information:I.20.1",
        "method.overlap:1.4:10",  # from 10 upwards; from 5 to 10
        "method.overlap:8.2:80",  # ≥ 80 %; ≤ 80 %
        "method.undefined:3.7:T",  # T % × the maximum
        "method.points_and_bands:5.11",  # ratio × 100 %, and four bands
        "rule.rewards_unwanted:5.9:peer",  # most incidents, most points
        "rule.not_monotone:5.9:special[0]",  # none: 5 points, fewest: 0
        "name.kind:4.5:rate",  # named a rate, but chosen from three
        "name.kind:7.1:number",  # named a number, but a rate
        "ratio.over:4.4",  # people for each office
        "cliff.jump:4.8:70",
        "cliff.jump:7.1:10",
        "cliff.jump:7.2:50",
        "cliff.jump:7.3:80",
        "cliff.jump:7.6:5",  # 28.5 of 30 points at the threshold
        "cliff.jump:7.7:0.25",
        "text.decimal_point:7.7:0.25%",
        "cliff.all_or_nothing:6.20",
        "unit.money:5.11:a",  # million; elsewhere thousand million
        "information.unused:I.18",
        "office.spelling:set:Văn phòng HỠND&UBND huyện",
        "office.spelling:set:Văn phòng HĐND và UBND huyện",
        "office.spelling:set:Phòng Lao động, Thương binh và Xã hội",
        "office.spelling:set:Phòng Kinh Tế - Hạ tầng",
        "office.spelling:set:phòng Tài chính - Kế hoạch",
        "lead.several:5.8",
        "lead.several:7.5",
        "lead.several:7.6",
        "text.correction:2:name:Thẻ chế số",
        "text.correction:3.7:method:uôn",
        "text.correction:6.20:method:sử dụng thư điện tử công vụ không đúng quy định",
        "text.correction:7.3:method:<80 :",  # the percent sign is lost
        "maximum.missing_set:set",  # adds up to 1000, printed nowhere
    ],
    "so-2021": [
        "text.early_abbreviation:2.1:CQNN",  # explained in 6.2.1
        "text.early_abbreviation:3.1:CBCC",
        "sum.group:3",  # 9 printed, 10 below
        "sum.group:3.2",  # 3 printed, 2 below
        "count.declared:3:criterion",  # 6 announced, 5 printed
        "count.declared:CQS:criterion",  # 61 announced, 60 printed
        "number.missing:3.1-1",
        "number.missing:5.4-1",
        "maximum.shared:4.6.2",
        "decision.blank:set",
    ],
    "ninhthuan-2021": [
        "target.shared:5.8.1:0.8",  # 80 % of level 3 earn four points of ten
        "target.shared:5.9.1:0.7",
    ],
    "xa-hue-2023": [
        "text.two_spellings:set:tỷ lệ",  # 25 times, tỉ lệ 35 times
        "text.two_spellings:set:quản lí",
        "cliff.all_conditions:I.7.1",
        "number.restarted:set",
        "deadline.before_issue:I.2.2",  # 31.3, issued on 27/9
        "deadline.before_issue:I.2.3",  # 30.6
        "deadline.quarter:I.2.5",  # the fourth quarter, due on 31.10
        "name.similar:V.1.2:V.1.1",  # malware and virus: one measure, twice
        "text.copied:VI.2.1",  # five criteria, one instruction
        "text.copied:VIII.9.1",  # answering questions carries the text of asking for opinions
        "text.correction:TT.1:name:phường/ thị xã/ thị trấn",  # a town is no commune
        "text.correction:VI.1.1:instructions:1. Nội dung thực hiện và điều kiện đảm bảo",
        "text.correction:VII.1.1:method:doanh nghiệp doanh nghiệp",
        "name.kind:VII.1.1:number",  # a number in the name, a rate in the condition
        "name.kind:VIII.3.1:number",
        "note.reading:VI.2.3",  # better high or low?
        "note.reading:VIII.1.2",  # of all people, or of those with a smartphone?
        "information.unused:TT.10",
        "rule.manual:VIII.7.1",
    ],
}

# What the author of a set may get wrong, as against the document it was taken from.
OWN = frozenset(
    {
        "case.wrong",
        "case.few",
        "zero.no_policy",
        "unit.added",
        "unit.ratio",
        "unit.compared",
        "reward.above_maximum",
        "checklist.sum",
        "threshold.unreachable",
        "ratio.no_span",
        "input.unused",
        "input.unlabelled",
        "text.correction_unfounded",
        "acknowledged.nothing",
        "criterion.without_rule",
    }
)


@cache
def _found(key: str) -> tuple[Finding, ...]:
    return lint(load_edition(key))


@pytest.mark.parametrize(("key", "finding"), [(key, each) for key, ids in CONFIRMED.items() for each in ids])
def test_a_confirmed_inconsistency_is_found(key: str, finding: str) -> None:
    assert finding in {each.id for each in _found(key)}


@pytest.mark.parametrize("key", list_editions())
def test_every_finding_of_an_edition_has_an_id_of_its_own_and_a_sentence(key: str) -> None:
    found = _found(key)
    assert len({finding.id for finding in found}) == len(found)
    assert all(finding_sentence(finding) and finding_sentence(finding, "en") for finding in found)


@pytest.mark.parametrize("key", list_editions())
def test_every_error_and_warning_of_an_edition_is_acknowledged_with_a_reason(key: str) -> None:
    serious = [finding for finding in _found(key) if finding.severity != "info"]
    assert serious
    assert not [finding.id for finding in serious if not finding.acknowledged or not finding.reason]


@pytest.mark.parametrize(
    ("key", "finding"),
    [
        ("xa-hue-2023", "number.repeated:I"),  # general information is a table of its own
        ("xa-hue-2023", "text.repeated:I.1:name:ban"),  # Trưởng ban | Ban chỉ đạo
        ("xa-hue-2023", "text.repeated:IV.5.1:instructions:thông"),  # truyền thông | thông qua
        ("xa-hue-2023", "cliff.all_or_nothing:I.7.1"),  # two conditions, no threshold
        ("ninhthuan-2021", "method.reward_not_used:2.3.4:1"),  # the cap of the count
        ("chuprong-2023", "office.spelling:set:các cơ quan, đơn vị"),  # after a comma
    ],
)
def test_what_is_right_is_no_finding(key: str, finding: str) -> None:
    assert finding not in {each.id for each in _found(key)}


@pytest.mark.parametrize("key", list_editions())
def test_rules_of_an_edition_are_sound(key: str) -> None:
    wrong = [finding for finding in _found(key) if finding.code in OWN and not finding.acknowledged]
    assert not wrong
