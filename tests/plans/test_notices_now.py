"""What the page of notices says of a report today: how long it has, or that it is not due any more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from chamdiem.notices.models import Notice
from chamdiem.notices.relevance import tell_standing
from chamdiem.notices.sending import send_letters
from chamdiem.notices.services import Told, tell
from chamdiem.plans.models import Round, RoundReport
from chamdiem.plans.services.reminding import remind
from tests.people import Cast

from .loaded import AFTER, IN_TIME, accept_all, report_of, third_quarter

Opened = Callable[[str], Client]
SITE = "https://cham-diem.vidu.gov.vn"
DONE = "Không còn phải làm theo hạn này (đã xong, đổi hạn, giao người khác hoặc đã đóng); hạn khi đó là ngày"


def _long_ago(cast: Cast) -> Round:
    """A round whose day has long passed, told of when it was opened."""
    round_ = third_quarter(cast)
    Round.objects.update(due_on="2020-01-05")
    for notice in Notice.objects.all():
        notice.key = notice.key.replace(f"{notice.due_on:%Y%m%d}", "20200105")
        notice.detail = notice.detail.replace("05/10/2026", "05/01/2020")
        notice.due_on, notice.told_at = "2020-01-05", IN_TIME.replace(year=2020, month=1, day=2)
        notice.save()
    return Round.objects.get(pk=round_.pk)


def test_a_report_that_was_accepted_is_not_called_overdue(cast: Cast, opened: Opened) -> None:
    round_ = _long_ago(cast)
    assert "Đã quá hạn ngày 05/01/2020." in opened("an").get("/thong-bao/").content.decode()
    accept_all(cast, round_)
    page = opened("an").get("/thong-bao/").content.decode()
    assert "Đã quá hạn" not in page
    assert f"{DONE} 05/01/2020. Kỳ báo cáo mở ngày " in page


def test_a_report_sent_in_time_has_no_days_left(cast: Cast) -> None:
    round_ = third_quarter(cast)
    notice = Notice.objects.get(user=cast.an)
    tell_standing([notice])
    assert notice.is_still_due is True
    RoundReport.objects.filter(pk=report_of(round_, cast.body_a).pk).update(
        status="accepted", submitted_at=IN_TIME, accepted_at=AFTER
    )
    tell_standing([notice])
    assert notice.is_still_due is False


def test_where_nobody_knows_the_day_has_only_passed(cast: Cast, opened: Opened) -> None:
    due = IN_TIME.date().replace(year=2020)
    told = Told(
        key=f"thing:1:{due:%Y%m%d}:over",
        user_id=cast.an.pk,
        title="Hồ sơ",
        detail=f"Còn 1 ngày, hạn 23:59 ngày {due:%d/%m/%Y}.",
        url="/",
        due_on=due,
        organisation_path=cast.body_a.path,
    )
    tell(told=[told], now=IN_TIME.replace(year=2020) - timedelta(days=1))
    page = opened("an").get("/thong-bao/").content.decode()
    assert "Hạn là 23:59 ngày 02/10/2020, đã qua." in page
    assert "Đã quá hạn" not in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_costs_the_same_however_many_notices(
    cast: Cast,
    opened: Opened,
    django_assert_num_queries: Callable[..., AbstractContextManager[object]],
    count: int,
) -> None:
    third_quarter(cast)
    (own,) = Notice.objects.filter(user=cast.an)
    for number in range(count - 1):
        own.pk, own.key = None, f"report:{number + 900}:20261005:7:{cast.an.pk}"
        own.save()
    notices = list(Notice.objects.filter(user=cast.an))
    assert len(notices) == count
    with django_assert_num_queries(1):
        tell_standing(notices)


def test_one_letter_after_silent_days_names_a_report_once(cast: Cast, mailoutbox: list[EmailMessage]) -> None:
    third_quarter(cast)
    day = IN_TIME + timedelta(days=2)
    remind(now=day)
    assert Notice.objects.filter(user=cast.an).count() == 2
    send_letters(site=SITE, now=day)
    (letter,) = (each for each in mailoutbox if each.to == [cast.an.email])
    assert str(letter.body).count("báo cáo của Sở Xây dựng") == 1
    assert str(letter.body).count("Còn 1 ngày") == 1
    assert letter.subject.endswith("báo cáo của Sở Xây dựng")
    assert not Notice.objects.filter(user=cast.an, gathered_at=None).exists()


def test_of_several_reminders_on_the_page_the_last_counts_the_days(cast: Cast, opened: Opened) -> None:
    round_ = third_quarter(cast)
    far = IN_TIME.replace(year=2990).date()
    Round.objects.filter(pk=round_.pk).update(due_on=far)
    (own,) = Notice.objects.filter(user=cast.an)
    left = f"Còn 3 ngày, hạn 23:59 ngày {far:%d/%m/%Y}."
    for days in (3, 1):
        told_at = IN_TIME.replace(year=2990) - timedelta(days=days)
        detail = left.replace("Còn 3", f"Còn {days}")
        Notice.objects.create(
            key=f"report:{report_of(round_, cast.body_a).pk}:{far:%Y%m%d}:{days}:{cast.an.pk}",
            user=cast.an,
            title=own.title,
            detail=detail,
            url=own.url,
            due_on=far,
            told_at=told_at,
        )
    page = opened("an").get("/thong-bao/").content.decode()
    assert page.count(f"Đã nhắc lại sau đó; hạn là 23:59 ngày {far:%d/%m/%Y}.") == 1
    assert page.count(f"ngày, hạn 23:59 ngày {far:%d/%m/%Y}.") == 1
