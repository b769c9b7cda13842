"""The same file elsewhere: the appraiser learns where, and only of dossiers she may see."""

from __future__ import annotations

from django.urls import reverse

from chamdiem.accounts.models import User
from chamdiem.appraisals.selectors.copies import list_copied
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import AppraiserDuty
from chamdiem.evidence.models import DocumentVersion, EvidenceUse

from ..people import Cast
from .asking import Opened
from .staging import APPRAISING, give_duty


def share_file(cast: Cast, key: str = "2.1") -> None:
    """Sở Y tế shows the very file of Sở Xây dựng."""
    first, second = (EvidenceUse.objects.get(assessment=each, criterion_key=key) for each in (cast.a, cast.b))
    version = DocumentVersion.objects.get(document=first.document)
    DocumentVersion.objects.filter(document=second.document).update(file=version.file)


def copies(cast: Cast, actor: User, key: str = "2.1") -> list[tuple[int, str, str]]:
    view = get_split_view(actor=actor, assessment_id=cast.a.pk, key=key, now=APPRAISING)
    return [(each.assessment_id, each.key, each.organisation) for each in view.documents[0].copies]


def test_the_appraiser_is_led_to_the_other_place(appraising: Cast, opened: Opened) -> None:
    assert copies(appraising, appraising.chi) == []
    share_file(appraising)
    assert copies(appraising, appraising.chi) == [(appraising.b.pk, "2.1", "Sở Y tế")]
    page = opened("chi").get(reverse("appraisals:split", args=[appraising.a.pk, "2.1"])).content.decode()
    assert "Tệp này còn được dùng ở 1 nơi khác" in page
    assert reverse("appraisals:split", args=[appraising.b.pk, "2.1"]) in page


def test_another_criterion_of_the_same_dossier_is_told_as_its_own(appraising: Cast, opened: Opened) -> None:
    one, other = (
        EvidenceUse.objects.get(assessment=appraising.a, criterion_key=key) for key in ("1.1", "2.1")
    )
    version = DocumentVersion.objects.get(document=one.document)
    DocumentVersion.objects.filter(document=other.document).update(file=version.file)
    assert copies(appraising, appraising.chi) == [(appraising.a.pk, "1.1", "Sở Xây dựng")]
    page = opened("chi").get(reverse("appraisals:split", args=[appraising.a.pk, "2.1"])).content.decode()
    assert "Cũng dùng cho 1 tiêu chí khác của hồ sơ này" in page
    assert "nơi khác" not in page
    assert list_copied(campaign=appraising.campaign, assessment_ids=[appraising.a.pk]) == {}


def test_a_dossier_outside_her_duty_is_not_named(appraising: Cast) -> None:
    share_file(appraising)
    AppraiserDuty.objects.all().delete()
    give_duty(appraising, appraising.chi, participant=appraising.a.participant)
    assert copies(appraising, User.objects.get(pk=appraising.chi.pk)) == []
    assert copies(appraising, appraising.giang) == [(appraising.b.pk, "2.1", "Sở Y tế")]


def test_a_dossier_not_handed_in_is_not_named(appraising: Cast) -> None:
    share_file(appraising)
    Assessment.objects.filter(pk=appraising.b.pk).update(status=Assessment.Status.DRAFT)
    assert copies(appraising, appraising.chi) == []


def test_a_document_taken_away_is_no_copy(appraising: Cast) -> None:
    share_file(appraising)
    EvidenceUse.objects.filter(assessment=appraising.b).update(removed_at=APPRAISING)
    assert copies(appraising, appraising.chi) == []
    assert list_copied(campaign=appraising.campaign, assessment_ids=[appraising.a.pk]) == {}


def test_before_closing_both_are_listed(appraising: Cast) -> None:
    share_file(appraising)
    ids = [appraising.a.pk, appraising.b.pk]
    found = list_copied(campaign=appraising.campaign, assessment_ids=ids)
    assert {place: [each.organisation for each in there] for place, there in found.items()} == {
        (appraising.a.pk, "2.1"): ["Sở Y tế"],
        (appraising.b.pk, "2.1"): ["Sở Xây dựng"],
    }
