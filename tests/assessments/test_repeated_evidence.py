"""The same document attached twice to a criterion counts once, and is marked."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client

from chamdiem.assessments import services
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.gaps import GapKind
from chamdiem.assessments.selectors import load_content
from chamdiem.assessments.selectors.documents import MOST_OFFERED
from chamdiem.assessments.selectors.missing import gaps_in
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.services import Description
from chamdiem.indicators.models import Edition
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .filling import COMPLETE, write

Opened = Callable[[str], Client]
TWO = EDITION.replace("thu-nghiem-2026", "thu-nghiem-hai-tai-lieu").replace(
    "evidence: {printed: Báo cáo, least: 1}", "evidence: {printed: Báo cáo, least: 2}"
)
SAID = "hai tài liệu chỉ tính là một"

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def asking(cast: Cast) -> Cast:
    """The edition asks of criterion 2.1 for two documents, and everything is typed."""
    assert "least: 2" in TWO
    cast.edition = make_edition(TWO)
    cast.track.edition = cast.edition
    cast.track.save()
    cast.a.participant.refresh_from_db()
    for figure, typed in COMPLETE.items():
        write(cast, figure, typed)
    return cast


def _link(cast: Cast, url: str) -> None:
    described = Description(title="Trang tin")
    services.show_citation(
        actor=cast.an, assessment_id=cast.a.pk, key="2.1", described=described, url=url, now=NOW
    )


def _cite(cast: Cast, number: str) -> None:
    described = Description(title="Kế hoạch", number=number, issued_on=NOW.date(), issuer="Sở Xây dựng")
    services.show_citation(
        actor=cast.an, assessment_id=cast.a.pk, key="2.1", described=described, url="", now=NOW
    )


def _upload(cast: Cast, text: str) -> None:
    services.show_file(
        actor=cast.an,
        assessment_id=cast.a.pk,
        key="2.1",
        stream=BytesIO(text.encode()),
        file_name=f"{text} {EvidenceUse.objects.count()}.txt",
        now=NOW,
    )


def _there(cast: Cast) -> int | None:
    """How many documents count where some are missing; None where enough are there."""
    cast.a.refresh_from_db()
    found = gaps_in(cast.a, asked_of(Edition.objects.get(pk=cast.edition.pk)), load_content(cast.a))
    return next((gap.there for gap in found if gap.kind is GapKind.EVIDENCE and gap.row.key == "2.1"), None)


@pytest.mark.parametrize(
    ("show", "first", "again", "other"),
    [
        (_link, "https://vidu.gov.vn/5", "http://vidu.gov.vn/5/", "https://vidu.gov.vn/6"),
        (_cite, "12/KH", "12 / kh", "13/KH"),
        (_upload, "Báo cáo quý", "Báo cáo quý", "Báo cáo năm"),
    ],
)
def test_the_same_again_counts_once_and_is_marked(
    asking: Cast, opened: Opened, show: Callable[[Cast, str], None], first: str, again: str, other: str
) -> None:
    client, page = opened("an"), f"/ho-so/{asking.a.pk}/tieu-chi/2.1/"
    show(asking, first)
    assert SAID not in client.get(page).content.decode()
    show(asking, again)
    assert _there(asking) == 1
    assert client.get(page).content.decode().count(SAID) == 1
    show(asking, other)
    assert _there(asking) is None
    assert client.get(page).content.decode().count(SAID) == 1


def test_once_the_first_is_refused_the_same_again_counts(asking: Cast) -> None:
    _link(asking, "https://vidu.gov.vn/5")
    _link(asking, "https://vidu.gov.vn/5")
    first = EvidenceUse.objects.order_by("pk").first()
    assert first is not None
    EvidenceUse.objects.filter(pk=first.pk).update(
        verdict="refused", refusal_code="unrelated", verdict_by=asking.chi, verdict_at=NOW
    )
    assert _there(asking) == 1


def test_a_folder_of_more_than_can_be_chosen_from_says_where_the_rest_is(
    asking: Cast, opened: Opened
) -> None:
    address = f"/ho-so/{asking.a.pk}/tieu-chi/2.1/"
    written = {"organisation": asking.body_a, "added_by": asking.an, "added_at": NOW}
    few = [Document(title=f"Báo cáo {number}", **written) for number in range(MOST_OFFERED)]
    Document.objects.bulk_create(few[1:])
    said = "Chỉ có các tài liệu mới nhất. Tài liệu cũ hơn"
    assert said not in opened("an").get(address).content.decode()
    Document.objects.bulk_create(few[:1])
    assert said in opened("an").get(address).content.decode()
