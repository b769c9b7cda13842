"""A criterion whose only mark an appraiser gives: the organisation declares nothing, one way decides."""

from __future__ import annotations

from chamdiem.assessments.models import Assessment

from ..edition import EDITION
from ..people import Cast, make_edition
from .asking import Opened, text_at
from .staging import begin_appraisal, decide

_NAME = "    name: Mức độ lan toả do hội đồng đánh giá\n"


def _begin(cast: Cast) -> None:
    text = EDITION.replace("key: thu-nghiem-2026", "key: tham-dinh-cham-2026")
    cast.track.edition = make_edition(text.replace(_NAME, f"{_NAME}    evaluator: appraiser\n"))
    cast.track.save()
    begin_appraisal(cast)
    cast.a.answers.filter(figure="1.3.points").delete()


def test_only_points_are_awarded_and_no_body_is_blamed(cast: Cast, opened: Opened) -> None:
    _begin(cast)
    text = text_at(opened("chi"), f"/tham-dinh/{cast.a.pk}/1.3/")
    assert "Đơn vị không kê khai tiêu chí này; bên cho điểm: chuyên viên thẩm định." in text
    assert "Lưu điểm" in text
    for gone in ("Lưu số liệu đã sửa", "Chưa có số liệu", "chưa có tự đánh giá", "Điểm chấm"):
        assert gone not in text


def test_the_points_given_are_shown_and_changed_the_same_way(cast: Cast, opened: Opened) -> None:
    _begin(cast)
    decide(cast, "1.3", "awarded", points="7,5", reason="Lan toả tới 11 đơn vị")
    text = text_at(opened("chi"), f"/tham-dinh/{cast.a.pk}/1.3/")
    assert 'value="7,5"' in text
    assert "Lưu số liệu đã sửa" not in text


def test_points_that_the_organisation_declares_are_corrected_as_before(
    appraising: Cast, opened: Opened
) -> None:
    text = text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/1.3/")
    assert "Lưu số liệu đã sửa" in text
    Assessment.objects.get(pk=appraising.a.pk).answers.filter(figure="1.3.points").delete()
    text = text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/1.3/")
    assert "Lưu số liệu đã sửa" in text
