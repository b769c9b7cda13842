"""What fell since the quarter before is said beside it and in the review, and how figures were read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.office.plan_cells import number_kind, reading_hint
from chamdiem.plans.models import ItemReport, Round
from chamdiem.plans.services import LineDraft, close_round, open_due_rounds, save_line
from chamdiem.plans.setbacks import figure_setback, percent_setback
from tests.people import Cast

from .loaded import AFTER, CONTENT, FOURTH, accept_all, line_of, plan_in_force, report_of, third_quarter

Opened = Callable[[str], Client]
LOWER = "Thấp hơn kỳ trước (62,5 %)."
BACK = "Tiến độ thấp hơn kỳ trước (40%). Hãy kiểm tra lại."


def _fourth(cast: Cast) -> Round:
    third = third_quarter(cast)
    accept_all(cast, third)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    return fourth


def test_what_fell_is_said_when_saved_beside_its_field_and_in_the_review(cast: Cast, opened: Opened) -> None:
    line = line_of(_fourth(cast), cast.body_a, "CT1")
    page = f"/ke-hoach/dong/{line.pk}/"
    assert "Kỳ trước: 62,5 %." in opened("an").get(page).content.decode()
    typed = {"state": "on_track", "percent": "30", "figure-CT1-1": "50", "seen": line.version}
    saved = opened("an").post(page, typed, follow=True).content.decode()
    # Not refused: it is kept, and said.
    assert ItemReport.objects.get(pk=line.pk).figures == {"CT1-1": "50"}
    assert f"Hồ sơ nộp trực tuyến: {LOWER}" in saved
    beside = opened("an").get(page).content.decode()
    assert LOWER in beside
    assert "Số lũy kế" not in beside
    assert BACK in beside
    review = opened("giang").get(f"/ke-hoach/bao-cao/{line.report_id}/").content.decode()
    assert LOWER in review
    assert BACK in review


def test_of_a_sum_it_is_said_that_it_does_not_fall() -> None:
    said = figure_setback(label="Hồ sơ", unit="hồ sơ", operator="at_least", value="5", before="50")
    assert said == "Thấp hơn kỳ trước (50 hồ sơ). Số lũy kế thì không giảm: hãy kiểm tra lại."


@pytest.mark.parametrize(
    ("label", "operator", "value", "before"),
    [
        ("Hồ sơ", "at_least", "50", "50"),
        ("Hồ sơ", "at_least", "50", None),
        ("Hồ sơ quá hạn", "at_most", "5", "50"),
        ("Cuộc tập huấn trong quý", "at_least", "5", "50"),
        ("Hồ sơ phát sinh", "at_least", "5", "50"),
        ("Hồ sơ", "at_least", None, "50"),
    ],
)
def test_what_may_be_less_gets_no_remark(label: str, operator: str, value: str | None, before: str) -> None:
    assert not figure_setback(label=label, unit="hồ sơ", operator=operator, value=value, before=before)


def test_progress_that_stands_or_was_never_told_gets_no_remark() -> None:
    assert not percent_setback(40, 40)
    assert not percent_setback(40, None)
    assert not percent_setback(None, 40)


def test_a_number_like_thousands_says_how_it_was_read() -> None:
    hint = reading_hint("1,500", "Kinh phí")
    assert hint is not None
    assert hint.facts == {"label": "Kinh phí", "value": "1,500", "read": "1,5", "plain": "1500"}
    assert all(reading_hint(text, "Kinh phí") is None for text in ("1,5", "1500", "0,125", "", "12,3456"))
    # Where whole things are counted it is asked about instead.
    assert reading_hint("1,500", "Hồ sơ", number_kind("Hồ sơ", "hồ sơ")) is None


READ = "được đọc là 1,5 (dấu phẩy là dấu thập phân). Nếu là 1500 thì sửa lại thành 1500."


def test_a_report_and_a_measured_value_say_how_a_number_was_read(cast: Cast, opened: Opened) -> None:
    plan = plan_in_force(cast, CONTENT.replace("unit: '%'", "unit: tỷ đồng"))
    measure = plan.measures.get(key="CT1-1").pk
    typed = {"value": "1,500", "measured_on": "2026-07-02", "source": "Sổ theo dõi"}
    address = f"/ke-hoach/{plan.pk}/so-lieu/{measure}/"
    assert READ in opened("giang").post(address, typed, follow=True).content.decode()


def test_a_line_says_how_a_number_was_read(cast: Cast, opened: Opened) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    typed = {"state": "on_track", "percent": "30", "figure-CT1-1": "1,500", "seen": line.version}
    page = opened("an").post(f"/ke-hoach/dong/{line.pk}/", typed, follow=True).content.decode()
    assert READ in page


def test_the_page_of_a_closed_round_keeps_the_words_of_its_day(cast: Cast, opened: Opened) -> None:
    fourth = _fourth(cast)
    plan = fourth.plan
    plan.items.filter(key="CT1").update(text="Nội dung mới")
    plan.measures.filter(key="CT1-1").update(label="Nhãn mới", unit="hồ sơ", threshold=99)
    third = Round.objects.get(plan=plan, quarter=3)
    closed = opened("giang").get(f"/ke-hoach/bao-cao/{report_of(third, cast.body_a).pk}/").content.decode()
    assert "Nội dung mới" not in closed
    assert "Nhãn mới" not in closed
    assert "Hồ sơ nộp trực tuyến" in closed
    line = line_of(third, cast.body_a, "CT1")
    assert "Nhãn mới" not in opened("an").get(f"/ke-hoach/dong/{line.pk}/").content.decode()
    now = line_of(fourth, cast.body_a, "CT1")
    save_line(actor=cast.an, line_id=now.pk, draft=LineDraft(figures={"CT1-1": "7"}), seen=1, now=FOURTH)
    assert "Nhãn mới" in opened("an").get(f"/ke-hoach/bao-cao/{now.report_id}/").content.decode()
