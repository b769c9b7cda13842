"""Whole things are counted whole: typed in a form, written in a file, reported and measured."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.core.plan_values import counts_whole
from chamdiem.errors import Invalid
from chamdiem.plans.models import ItemReport, Measure
from chamdiem.plans.services import LineDraft, enter_value, open_round, save_line
from tests.people import NOW, Cast

from .loaded import CONTENT, IN_TIME, draft_plan, plan_in_force, report_of
from .test_pages import BLANK_MEASURES

Opened = Callable[[str], Client]
COUNTED = CONTENT.replace(
    "label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'",
    "label: Người được tập huấn, operator: at_least, threshold: 1500, unit: người",
)


@pytest.mark.parametrize(
    ("label", "unit", "whole"),
    [
        ("Người được tập huấn", "người", True),
        ("Lượt truy cập", "lượt truy cập", True),
        ("Lượt truy cập", "lượt/ngày", False),
        ("Số người bình quân một lớp", "người", False),
        ("Hồ sơ", "%", False),
        ("Kinh phí", "triệu đồng", False),
        ("Tổ máy", "tổng hợp", False),
    ],
)
def test_what_counts_whole_things_is_known_by_unit_and_name(label: str, unit: str, *, whole: bool) -> None:
    assert counts_whole(label, unit) is whole


@pytest.mark.parametrize(("typed", "code"), [("12,5", "not_whole"), ("1,500", "ambiguous_number")])
def test_a_part_of_a_person_is_not_reported(cast: Cast, opened: Opened, typed: str, code: str) -> None:
    plan = plan_in_force(cast, COUNTED)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    line = report_of(round_, cast.body_a).lines.get(item__key="CT1")
    draft = LineDraft(state="on_track", figures={"CT1-1": typed})
    with pytest.raises(Invalid) as refused:
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    assert refused.value.problems[0].code == f"answer.{code}"
    given = {"state": "on_track", "figure-CT1-1": typed, "seen": line.version}
    answer = opened("an").post(f"/ke-hoach/dong/{line.pk}/", given)
    assert answer.status_code == 422
    assert "“Người được tập huấn”" in answer.content.decode()
    assert ItemReport.objects.get(pk=line.pk).figures == {}


def test_a_part_of_a_person_is_not_measured(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast, COUNTED)
    measure = Measure.objects.get(key="CT1-1")
    with pytest.raises(Invalid):
        enter_value(
            actor=cast.giang,
            plan_id=plan.pk,
            measure_id=measure.pk,
            value=Decimal("12.5"),
            measured_on=date(2026, 7, 2),
            source="Báo cáo",
            now=NOW,
        )
    given = {"value": "12,5", "measured_on": "2026-07-02", "source": "Báo cáo"}
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/so-lieu/{measure.pk}/", given)
    assert answer.status_code == 422
    assert "“Giá trị đo được” phải là số nguyên" in answer.content.decode()


@pytest.mark.parametrize(("typed", "said"), [("1,500", "1500"), ("12,5", "phải là số nguyên")])
def test_a_threshold_of_people_is_asked_about(cast: Cast, opened: Opened, typed: str, said: str) -> None:
    plan = draft_plan(cast)
    measure = {"m0-label": "Người học", "m0-operator": "at_least", "m0-threshold": typed, "m0-unit": "người"}
    item = {**BLANK_MEASURES, **measure, "text": "Tập huấn", "lead": ["Sở Y tế"], "seen": 1}
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/project/DA1/", item)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_file_says_the_same_of_it(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    text = COUNTED.replace("threshold: 1500", "threshold: 12.5")
    file = SimpleUploadedFile("kh.yaml", text.encode())
    answer = client.post("/ke-hoach/nap-tep/", {"owner": cast.province.pk, "file": file})
    page = client.get(str(answer["Location"])).content.decode()
    assert "“Người được tập huấn” phải là số nguyên" in page
