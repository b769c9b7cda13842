"""A decision refused without scripts keeps what was typed, and can be sent again from there."""

from __future__ import annotations

from chamdiem.appraisals.models import Appraisal, Ruling

from ..people import Cast
from .asking import Opened
from .staging import begin_ruling


def test_an_award_out_of_bounds_keeps_its_reason(appraising: Cast, opened: Opened) -> None:
    address = f"/tham-dinh/{appraising.a.pk}/1.2/ket-luan/"
    sent = {"verdict": "awarded", "points": "99", "reason": "Chuyên mục không cập nhật", "version": "0"}
    client = opened("chi")
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert ">Chuyên mục không cập nhật</textarea>" in page
    assert 'name="points" value="99"' in page
    assert client.post(address, {**sent, "points": "5"}).status_code == 302
    assert Appraisal.objects.get().reason == "Chuyên mục không cập nhật"


def test_a_ruling_without_a_reason_keeps_its_points(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    answer = opened("ha").post(f"/hoi-dong/{cast.a.pk}/2.1/", {"points": "5", "reason": "", "version": "0"})
    assert answer.status_code == 422
    assert 'name="points" value="5"' in answer.content.decode()
    assert not Ruling.objects.exists()
