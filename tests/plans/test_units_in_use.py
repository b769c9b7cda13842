"""What was reported keeps saying what it said: no other unit or name under a figure that was given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.errors import Conflict, InvalidPlan
from chamdiem.plans.content import printed
from chamdiem.plans.editing import MeasureDraft, with_entry
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.services import (
    apply_file,
    change_content,
    enter_value,
    move_plan,
)
from tests.people import NOW, Cast

from .loaded import AFTER, accept_all, fill_report, report_of, third_quarter

Opened = Callable[[str], Client]
TEXT = "80% hồ sơ được nộp trực tuyến"
LEAD = ("Các Sở, ban, ngành",)
LABEL = "Hồ sơ nộp trực tuyến"
TOLD = "Chỉ số “Hồ sơ nộp trực tuyến” đã có số liệu theo đơn vị “%”."


@pytest.fixture
def reported(cast: Cast) -> Plan:
    """The plan under revision; both bodies reported a figure of CT1-1 and were accepted."""
    round_ = third_quarter(cast)
    accept_all(cast, round_)
    return _revised(cast, round_.plan)


def _revised(cast: Cast, plan: Plan) -> Plan:
    return move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Điều chỉnh năm", now=AFTER)


def _change(cast: Cast, plan: Plan, *measures: tuple[str, int, str], kind: str = "target") -> None:
    drafts = [
        MeasureDraft(label=label, operator="at_least", threshold=Fraction(threshold), unit=unit)
        for label, threshold, unit in measures
    ]
    key, values = (
        ("CT1", {"text": TEXT, "lead": LEAD}) if kind == "target" else ("MT1", {"text": TEXT, "year": 2027})
    )
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=with_entry(kind, key, values, drafts),
        seen=plan.revision,
        what=key,
        now=AFTER,
    )


def _units(plan: Plan) -> list[str]:
    """The units of CT1 as the amendment has them."""
    return [each.unit for each in printed(Plan.objects.get(pk=plan.pk)).targets[0].measures]


@pytest.mark.parametrize(
    ("label", "unit", "code", "path"),
    [
        (LABEL, "người", "plan.unit_in_use", "targets[CT1].measures[0].unit"),
        ("Hồ sơ bị trả lại", "%", "plan.label_in_use", "targets[CT1].measures[0].label"),
    ],
)
def test_a_reported_figure_gets_no_other_unit_or_name(
    cast: Cast, reported: Plan, label: str, unit: str, code: str, path: str
) -> None:
    with pytest.raises(InvalidPlan) as refused:
        _change(cast, reported, (label, 80, unit))
    assert [(each.code, each.place.path) for each in refused.value.problems] == [(code, path)]
    measure = Plan.objects.get(pk=reported.pk).measures.get(key="CT1-1")
    assert (measure.label, measure.unit) == (LABEL, "%")


def test_a_reported_figure_is_not_taken_out(cast: Cast, reported: Plan) -> None:
    with pytest.raises(Conflict) as refused:
        _change(cast, reported)
    assert refused.value.code == "plan.measure_in_use"


def test_another_threshold_spelling_or_a_measure_more_is_no_other_meaning(cast: Cast, reported: Plan) -> None:
    _change(cast, reported, ("Hồ sơ nộp Trực tuyến", 90, "phần trăm"), ("Người nộp", 10, "người"))
    assert _units(reported) == ["phần trăm", "người"]


def test_a_figure_of_a_draft_report_counts_too(cast: Cast) -> None:
    round_ = third_quarter(cast)
    fill_report(cast, report_of(round_, cast.body_a), "an")
    plan = _revised(cast, round_.plan)
    with pytest.raises(InvalidPlan):
        _change(cast, plan, (LABEL, 80, "người"))


def test_without_a_figure_the_unit_may_change(cast: Cast) -> None:
    plan = _revised(cast, third_quarter(cast).plan)
    _change(cast, plan, (LABEL, 80, "người"))
    assert _units(plan) == ["người"]


def test_a_measured_value_keeps_its_unit(cast: Cast, reported: Plan) -> None:
    enter_value(
        actor=cast.giang,
        plan_id=reported.pk,
        measure_id=reported.measures.get(key="MT1-1").pk,
        value=Decimal(62),
        measured_on=date(2026, 9, 30),
        source="Cổng dịch vụ công",
        now=AFTER,
    )
    with pytest.raises(InvalidPlan) as refused:
        _change(cast, reported, (LABEL, 80, "hồ sơ"), kind="goal")
    assert [each.code for each in refused.value.problems] == ["plan.unit_in_use"]


def test_the_form_says_it_at_the_unit_and_keeps_what_was_typed(
    cast: Cast, reported: Plan, opened: Opened
) -> None:
    blank = {f"m{at}-{name}": "" for at in (1, 2) for name in ("label", "operator", "threshold", "unit")}
    typed = {"m0-label": LABEL, "m0-operator": "at_least", "m0-threshold": "80", "m0-unit": "người"}
    entry = {"text": TEXT, "lead": list(LEAD), "seen": reported.revision}
    answer = opened("giang").post(f"/ke-hoach/{reported.pk}/sua/target/CT1/", {**blank, **typed, **entry})
    assert answer.status_code == 422
    assert [list(each.errors) for each in answer.context["measures"]] == [["unit"], [], []]
    page = answer.content.decode()
    assert TOLD in page
    assert 'value="người"' in page


def test_the_dry_run_of_a_file_tells_it_and_nothing_is_applied(
    cast: Cast, reported: Plan, opened: Opened
) -> None:
    client = opened("giang")
    data = reported.document.replace(
        "label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'",
        "label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: hồ sơ",
    )
    assert data != reported.document
    answer = client.post(
        f"/ke-hoach/{reported.pk}/nap-tep/",
        {"owner": reported.owner_id, "file": SimpleUploadedFile("kh.yaml", data.encode())},
    )
    page = client.get(str(answer["Location"])).content.decode()
    assert TOLD in page
    assert "Chưa nạp được tệp" in page
    file = PlanFile.objects.get(plan=reported)
    with pytest.raises(InvalidPlan):
        apply_file(actor=cast.giang, file_id=file.pk, now=NOW)
    assert printed(Plan.objects.get(pk=reported.pk)).targets[0].measures[0].unit == "%"
