"""The review before closing: made in the background, shown until the next; it says when it is outdated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chamdiem.appraisals.selectors.board import describe_board, list_board
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.errors import Conflict, NotAllowed, NotFound
from chamdiem.evidence.models import DocumentVersion, EvidenceUse
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.results import layers, readiness
from chamdiem.results.models import Concern, Review
from chamdiem.results.reviews import Shown, find_review, is_outdated, list_found
from chamdiem.results.services import review_campaign, start_review
from tests.appraisals.staging import APPRAISING, begin_ruling, show_document
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import fill, never_handed_in
from .test_pages import join_many

Opened = Callable[[str], Client]


def _start(cast: Cast, name: str = "giang") -> Job:
    return start_review(actor=cast.people[name], campaign_id=cast.campaign.pk, now=NOW)


def _review(cast: Cast) -> Review:
    return review_campaign(campaign=cast.campaign, now=lambda: NOW)


def _page(cast: Cast, client: Client, query: str = "") -> str:
    return client.get(reverse("results:readiness", args=[cast.campaign.pk]) + query).content.decode()


def test_what_should_be_looked_at_is_listed_with_links_and_by_kind(cast: Cast, opened: Opened) -> None:
    fill(cast)
    never_handed_in(cast.a)
    giang = opened("giang")
    assert "Chưa rà soát lần nào" in _page(cast, giang)
    giang.post(reverse("results:review", args=[cast.campaign.pk]))
    job = Job.objects.get()
    assert "hx-get" in _page(cast, giang)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.status, job.percent) == (Job.Status.DONE, 100)
    page = _page(cast, giang)
    assert "Rà soát 2 hồ sơ lúc" in page
    assert "điểm tự đánh giá sẽ được giữ nguyên" in page
    assert page.index("Cả hồ sơ: 6 tiêu chí") < page.index("điểm tự đánh giá sẽ được giữ nguyên")
    assert reverse("campaigns:show_participant", args=[cast.a.participant_id]) in page
    assert "điểm tự đánh giá sẽ được giữ nguyên" not in _page(cast, giang, "?loai=missing")


def test_a_kind_without_anything_does_not_say_that_all_is_done(cast: Cast, opened: Opened) -> None:
    fill(cast)
    assert _review(cast).concern_count
    for kind in ("broken", "khong-co"):
        page = _page(cast, opened("giang"), f"?loai={kind}")
        assert "Không có việc nào thuộc loại này" in page
        assert "Mọi tiêu chí đã có số liệu" not in page


def test_what_a_review_found_is_exported_by_kind_and_whole(cast: Cast, opened: Opened) -> None:
    fill(cast)
    never_handed_in(cast.a)
    review, giang = _review(cast), opened("giang")
    assert "?export=xlsx" in _page(cast, giang)
    address = reverse("results:readiness", args=[cast.campaign.pk])
    for kind in ("", "absent"):
        answer = giang.get(address, {"export": "csv", "loai": kind})
        lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
        start = next(place for place, line in enumerate(lines) if "Tiêu chí, số liệu" in line)
        assert len(lines) - start - 1 == list_found(review, kind).count() > 0
    assert "Cả hồ sơ: 6 tiêu chí" in lines[-1]
    assert opened("an").get(address, {"export": "csv"}).status_code == 404


def test_the_review_names_lonely_groups_and_leads_to_the_closing(cast: Cast, opened: Opened) -> None:
    fill(cast)
    Participant.objects.filter(pk=cast.a.participant_id).update(peer_group="Đồng bằng")
    assert cast.campaign.status == "ruling"
    _review(cast)
    page = _page(cast, opened("giang"))
    assert "Nhóm “Đồng bằng” chỉ có 1 đơn vị" in page
    assert 'popovertarget="close-' in page
    assert f'action="{reverse("results:close", args=[cast.campaign.pk])}"' in page
    Campaign.objects.update(status="appraisal")
    assert 'popovertarget="close-' not in _page(cast, opened("giang"))


def test_a_dossier_never_handed_in_is_one_line_with_the_number_of_its_criteria(cast: Cast) -> None:
    fill(cast)
    cast.b.answers.all().delete()
    never_handed_in(cast.b)
    review = _review(cast)
    of_b = review.concerns.filter(participant=cast.b.participant)
    assert [(each.kind, each.value) for each in of_b] == [("absent", "6")]
    assert Shown(of_b[0]).address == reverse("campaigns:show_participant", args=[cast.b.participant_id])
    assert review.concerns.filter(participant=cast.a.participant, kind="unreviewed").count() > 1
    kinds = [each.kind for each in list_found(review)]
    assert kinds == sorted(kinds, key=list(readiness.KINDS).index)


def test_when_it_ends_the_page_reads_itself_anew(cast: Cast, opened: Opened) -> None:
    fill(cast)
    giang, job = opened("giang"), _start(cast)
    address, asked = reverse("results:readiness", args=[cast.campaign.pk]), {"HX-Request": "true"}
    assert "HX-Refresh" not in giang.get(address, headers=asked)
    run_job(job.pk)
    assert giang.get(address, headers=asked)["HX-Refresh"] == "true"


def test_batches_change_nothing_of_what_is_found(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(cast)
    join_many(cast, 12)
    whole = _found(_review(cast))
    monkeypatch.setattr(layers, "BATCH", 5)
    monkeypatch.setattr(readiness, "BATCH", 5)
    assert _found(_review(cast)) == whole
    assert whole


def _found(review: Review) -> list[tuple[object, ...]]:
    return list(review.concerns.values_list("kind", "participant", "key", "row_key", "value", "expected"))


def test_a_slip_of_the_unit_and_its_comparison_are_found(cast: Cast) -> None:
    fill(cast)
    join_many(cast, 10)
    cast.b.answers.filter(figure="2.2.a").update(value=50_000_000)
    review = _review(cast)
    of_b = {(each.kind, each.key) for each in review.concerns.filter(participant=cast.b.participant)}
    assert {("unit_slip", "2.2.a"), ("peers", "2.2")} <= of_b
    slip = review.concerns.get(kind="unit_slip")
    assert (slip.value, slip.expected) == ("50.000", "50")


@pytest.mark.parametrize(
    ("check", "kind", "must"),
    [
        ("a <= b", "broken", "a ≤ b"),
        ("{that: a <= b, soft: yes}", "doubted", "a ≤ b"),
        ("{that: a <= b, soft: yes, label: Không quá tổng số}", "doubted", "không quá tổng số"),
    ],
)
def test_a_check_that_does_not_hold_is_listed_with_its_figures(
    cast: Cast, opened: Opened, check: str, kind: str, must: str
) -> None:
    text = EDITION.replace("- a <= b\n", f"- {check}\n").replace("thu-nghiem-2026", "rang-buoc-2026")
    cast.track.edition = make_edition(text)
    cast.track.save()
    fill(cast)
    cast.b.answers.filter(figure="2.1.a").update(value=120)
    review = _review(cast)
    (found,) = review.concerns.filter(kind__in=["broken", "doubted"])
    figures = "Số dịch vụ công trực tuyến toàn trình = 120 > 100"
    assert (found.kind, found.key, found.value, found.expected) == (kind, "2.1", figures, must)
    page = _page(cast, opened("giang"), f"?loai={kind}")
    assert "toàn trình = 120 &gt; 100" in page
    assert ("trái với ràng buộc" in page) is (kind == "broken")


def test_who_is_alone_in_a_group_that_is_compared_is_listed(cast: Cast, opened: Opened) -> None:
    among = "method: share_of_max, among: peer_group,"
    text = EDITION.replace("method: share_of_max,", among).replace("thu-nghiem-2026", "theo-khoi-2026")
    cast.track.edition = make_edition(text)
    cast.track.save()
    fill(cast)
    assert not list_found(_review(cast), "alone").exists()
    join_many(cast, 1)
    Participant.objects.filter(pk=cast.b.participant_id).update(peer_group="y-te")
    alone = list_found(_review(cast), "alone")
    assert list(alone.values_list("participant", "key")) == [(cast.b.participant_id, "2.2")]
    assert "không so sánh được" in _page(cast, opened("giang"), "?loai=alone")


def test_the_newest_takes_the_place_of_the_older_and_what_a_killed_one_left_is_gone(cast: Cast) -> None:
    fill(cast)
    first = _review(cast)
    left = Review.objects.create(campaign=cast.campaign, begun_at=NOW, seen=0)
    Concern.objects.create(
        review=left, participant=cast.a.participant, kind="missing", key="x", row_key="1.1"
    )
    assert find_review(cast.campaign) == first
    second = _review(cast)
    assert list(Review.objects.all()) == [second]
    assert not Concern.objects.exclude(review=second).exists()


def test_it_says_when_a_dossier_changed_since(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    review = _review(cast)
    assert not is_outdated(review)
    rule_criterion(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        points="12",
        reason="Xét phụ lục",
        version=0,
        now=APPRAISING + timedelta(days=1),
    )
    assert is_outdated(review)
    giang = opened("giang")
    assert "Hồ sơ đã thay đổi sau lần rà soát này" in _page(cast, giang)
    league = giang.get(reverse("results:league", args=[cast.campaign.pk])).content.decode()
    assert "Hồ sơ đã thay đổi sau lần rà soát mới nhất" in league


def test_a_dispute_without_a_ruling_is_listed_with_its_file_until_the_council_rules(
    cast: Cast, opened: Opened
) -> None:
    begin_ruling(cast)
    file, giang = reverse("appraisals:council_file", args=[cast.a.pk]), opened("giang")
    board = describe_board(list_board(actor=cast.ha, asked=QueueFilter()))
    waiting = [row.key for line in board for row in line.unruled_disputes]
    assert "2.1" in waiting
    review = _review(cast)
    assert list(list_found(review, "disputed").values_list("key", flat=True)) == waiting
    page = _page(cast, giang, "?loai=disputed")
    assert "Chờ hội đồng kết luận" in page
    assert f'href="{file}#c-2.1"' in page
    rule_criterion(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        points="12",
        reason="Xét phụ lục",
        version=0,
        now=APPRAISING + timedelta(days=1),
    )
    assert not list_found(_review(cast), "disputed").filter(key="2.1").exists()


def test_before_closing_the_page_warns_of_what_was_found(cast: Cast, opened: Opened) -> None:
    fill(cast)
    giang, address = opened("giang"), reverse("results:league", args=[cast.campaign.pk])
    assert "Chưa rà soát lần nào" in giang.get(address).content.decode()
    count = _review(cast).concern_count
    assert count
    assert f"Còn {count} việc cần xem trước khi chốt." in giang.get(address).content.decode()
    assert "việc cần xem" not in opened("ha").get(address).content.decode()


def test_one_at_a_time_and_only_by_who_runs_the_campaign(cast: Cast) -> None:
    fill(cast)
    _start(cast)
    with pytest.raises(Conflict) as refused:
        _start(cast)
    assert refused.value.code == "results.review_already"
    for name in ("chi", "ha"):
        with pytest.raises(NotAllowed):
            _start(cast, name)
    for name in ("an", "nga"):
        with pytest.raises(NotFound):
            _start(cast, name)
    assert Campaign.objects.get(pk=cast.campaign.pk).status == Campaign.Status.RULING


def test_page_and_review_ask_as_much_for_many_as_for_few(cast: Cast, opened: Opened) -> None:
    fill(cast)
    giang = opened("giang")
    _review(cast)
    counts = []
    for joined in (0, 40):
        join_many(cast, joined)
        with CaptureQueriesContext(connection) as made:
            review = _review(cast)
        with CaptureQueriesContext(connection) as shown:
            _page(cast, giang)
        counts.append((len(made), len(shown)))
    assert counts[0] == counts[1]
    assert len([Shown(each).address for each in list_found(review)]) == review.concern_count


def test_a_file_that_others_show_too_is_listed_with_their_names(cast: Cast) -> None:
    fill(cast)
    for each in (cast.a, cast.b):
        show_document(cast, each, "2.1")
    assert "copied" not in _review(cast).counts
    first = DocumentVersion.objects.order_by("pk").first()
    assert first is not None
    DocumentVersion.objects.update(file=first.file)
    review = _review(cast)
    assert review.counts["copied"] == 2
    found = {each.concern.participant_id: each for each in map(Shown, list_found(review, "copied"))}
    assert found[cast.a.participant_id].concern.expected == "Sở Y tế"
    assert found[cast.b.participant_id].concern.expected == "Sở Xây dựng"


def test_a_file_of_last_year_is_listed_with_its_campaign(cast: Cast) -> None:
    fill(cast)
    show_document(cast, cast.a, "2.1")
    Campaign.objects.filter(pk=cast.campaign.pk).update(name="Năm 2025")
    before = cast.a
    cast.campaign.pk, cast.campaign.name = None, "Năm 2026"
    cast.campaign.save()
    cast.track.pk, cast.track.campaign = None, cast.campaign
    cast.track.save()
    participant = Participant.objects.get(pk=before.participant_id)
    participant.pk, participant.campaign, participant.track = None, cast.campaign, cast.track
    participant.save()
    again = Assessment.objects.create(participant=participant, criteria_count=7)
    use = EvidenceUse.objects.get()
    use.pk, use.assessment = None, again
    use.save()
    found = list_found(_review(cast), "copied")
    assert [each.expected for each in found] == ["Năm 2025"]
