"""What the worker finds out about a file, with real signatures."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import pem
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from chamdiem.audit.models import Event
from chamdiem.errors import Incomplete, NotAllowed
from chamdiem.evidence.checking import check_file, sweep
from chamdiem.evidence.example_documents import sign
from chamdiem.evidence.models import StoredFile, TrustRoot
from chamdiem.evidence.selectors import demands_revocation
from chamdiem.evidence.services import Description, add_file
from chamdiem.evidence.showing import signature_paragraphs
from chamdiem.evidence.signatures import DocumentVerdict, check
from chamdiem.evidence.trusting import add_trust_roots, demand_revocation, distrust_root
from tests.people import NOW, Cast

from .authority import RECEIVED_AT, SIGNED_AT, signed, unsigned
from .authority import cast as authority


def _bring_in(cast: Cast, data: bytes) -> StoredFile:
    document = add_file(
        actor=cast.an,
        organisation=cast.body_a,
        stream=BytesIO(data),
        file_name="bao-cao.pdf",
        described=Description(title="Báo cáo"),
        now=RECEIVED_AT,
    )
    return document.versions.get().file


def _trust(cast: Cast) -> None:
    known = authority().known
    lists = b"".join(
        each if pem.detect(each) else pem.armor("X509 CRL", each)
        for each in known.revocation_lists(at=RECEIVED_AT)
    )
    add_trust_roots(actor=cast.lan, data=known.root_pem(), now=NOW)
    add_trust_roots(actor=cast.lan, data=lists, now=NOW)


def _checked(file: StoredFile) -> StoredFile:
    check_file(file_id=file.pk)
    file.refresh_from_db()
    return file


def test_a_signature_of_a_trusted_authority_is_valid_and_names_who_signed(cast: Cast) -> None:
    _trust(cast)
    file = _checked(_bring_in(cast, signed()))
    assert file.signature == StoredFile.Signature.VALID
    lines = signature_paragraphs(file.versions.get())
    assert any("Nguyễn Thị Thu Hằng" in line for line in lines)


def test_without_a_trusted_root_nothing_is_called_invalid(cast: Cast) -> None:
    file = _checked(_bring_in(cast, signed()))
    assert file.signature == StoredFile.Signature.UNVERIFIABLE


def test_trusting_no_longer_takes_the_verdict_back(cast: Cast) -> None:
    _trust(cast)
    file = _bring_in(cast, signed())
    for root in TrustRoot.objects.filter(kind=TrustRoot.Kind.ROOT):
        with pytest.raises(Incomplete):
            distrust_root(actor=cast.lan, root_id=root.pk, reason=" ", now=NOW)
        distrust_root(actor=cast.lan, root_id=root.pk, reason="Tổ chức chứng thực thu hồi", now=NOW)
        assert (
            Event.objects.filter(action="evidence.distrust")[0].facts["reason"]
            == "Tổ chức chứng thực thu hồi"
        )
    assert _checked(file).signature == StoredFile.Signature.UNVERIFIABLE


def test_once_what_is_trusted_changes_a_verdict_holds_no_more_until_it_is_checked_again(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    _trust(cast)
    file = _checked(_bring_in(cast, signed()))
    plain = _checked(_bring_in(cast, unsigned()))
    root = TrustRoot.objects.filter(kind=TrustRoot.Kind.ROOT)[0]
    distrust_root(actor=cast.lan, root_id=root.pk, reason="Tổ chức chứng thực thu hồi", now=NOW)
    file.refresh_from_db()
    plain.refresh_from_db()
    assert (file.signature, plain.signature) == (StoredFile.Signature.AGAIN, StoredFile.Signature.NONE)
    page = opened("an").get(reverse("evidence:document", args=[file.versions.get().document_id]))
    assert "Đang kiểm tra lại chữ ký" in page.content.decode()
    assert "Nguyễn Thị Thu Hằng" not in page.content.decode()
    assert _checked(file).signature == StoredFile.Signature.UNVERIFIABLE


def test_however_often_what_is_trusted_changes_every_file_is_checked_again_once(cast: Cast) -> None:
    files = [_bring_in(cast, signed() + b"\n" * extra) for extra in range(4)]
    ProcrastinateJob.objects.all().delete()
    _trust(cast)
    assert demand_revocation(actor=cast.lan, is_demanded=False, now=NOW)
    queued = ProcrastinateJob.objects.filter(task_name="evidence.check_file")
    assert sorted(queued.values_list("args__file_id", flat=True)) == sorted(file.pk for file in files)


def test_a_check_during_which_what_is_trusted_changes_says_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    _trust(cast)
    file = _checked(_bring_in(cast, signed()))

    def check_slowly(data: bytes, **facts: Any) -> DocumentVerdict:
        root = TrustRoot.objects.filter(kind=TrustRoot.Kind.ROOT)[0]
        distrust_root(actor=cast.lan, root_id=root.pk, reason="Tổ chức chứng thực thu hồi", now=NOW)
        return check(data, **facts)

    monkeypatch.setattr("chamdiem.evidence.checking.check_apart", check_slowly)
    assert _checked(file).signature == StoredFile.Signature.AGAIN


def _check_queued(file: StoredFile) -> None:
    """What the worker does with the checks of a file that are queued; tests that commit leave others."""
    for job in ProcrastinateJob.objects.filter(task_name="evidence.check_file", args__file_id=file.pk):
        check_file(**job.args)
        ProcrastinateJob.objects.filter(pk=job.pk).delete()


def _queued() -> int:
    return ProcrastinateJob.objects.filter(task_name="evidence.check_file").count()


def test_without_a_revocation_list_the_administrator_says_what_a_signature_is_worth(cast: Cast) -> None:
    add_trust_roots(actor=cast.lan, data=authority().known.root_pem(), now=NOW)
    file = _bring_in(cast, signed())

    def verdict() -> str:
        _check_queued(file)
        file.refresh_from_db()
        return file.signature

    assert verdict() == StoredFile.Signature.UNVERIFIABLE
    before = _queued()
    assert demand_revocation(actor=cast.lan, is_demanded=False, now=NOW)
    assert _queued() == before + 1
    assert verdict() == StoredFile.Signature.VALID
    assert any(
        "Chưa kiểm tra được chứng thư có bị thu hồi" in line
        for line in signature_paragraphs(file.versions.get())
    )
    assert demand_revocation(actor=cast.lan, is_demanded=True, now=NOW)
    assert verdict() == StoredFile.Signature.UNVERIFIABLE
    assert [
        event.facts["is_demanded"] for event in Event.objects.filter(action="evidence.demand_revocation")
    ] == [
        True,
        False,
    ]


def test_who_is_revoked_stays_invalid_whatever_the_administrator_demands(cast: Cast) -> None:
    authority().known.revoke(authority().dismissed, at=SIGNED_AT - timedelta(days=1))
    _trust(cast)
    file = _bring_in(cast, sign(unsigned(), authority().dismissed, signed_at=SIGNED_AT))
    assert demand_revocation(actor=cast.lan, is_demanded=False, now=NOW)
    assert _checked(file).signature == StoredFile.Signature.INVALID


def test_demanding_what_is_demanded_changes_and_queues_nothing(cast: Cast) -> None:
    _bring_in(cast, signed())
    before = _queued()
    assert not demand_revocation(actor=cast.lan, is_demanded=True, now=NOW)
    assert _queued() == before
    assert not Event.objects.filter(action="evidence.demand_revocation").exists()


def test_new_files_are_checked_before_old_ones_are_checked_again(cast: Cast) -> None:
    old = _bring_in(cast, signed())
    ProcrastinateJob.objects.all().delete()
    add_trust_roots(actor=cast.lan, data=authority().known.root_pem(), now=NOW)
    new = _bring_in(cast, unsigned())
    taken = ProcrastinateJob.objects.filter(task_name="evidence.check_file").order_by("-priority", "id")
    assert [job.args["file_id"] for job in taken] == [new.pk, old.pk]


def test_only_an_administrator_says_what_is_demanded(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        demand_revocation(actor=cast.giang, is_demanded=False, now=NOW)
    assert demands_revocation()


def test_the_page_of_roots_explains_and_keeps_what_is_demanded(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    client = opened("lan")
    page = client.get(reverse("evidence:trust")).content.decode()
    assert 'value="yes" id="demanded-yes" checked' in page
    assert "chỉ áp dụng cho chứng thư có ghi nơi công bố tình trạng thu hồi" in page
    assert client.post(reverse("evidence:demand_revocation"), {"demanded": "no"}).status_code == 302
    page = client.get(reverse("evidence:trust")).content.decode()
    assert 'value="no" id="demanded-no" checked' in page
    assert "mọi tệp PDF đang được kiểm tra lại" in page


def test_what_was_brought_in_is_called_by_its_kind_and_readable_name(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    client, place = opened("lan"), reverse("evidence:trust")
    known = authority().known
    crl = known.revocation_lists(at=RECEIVED_AT)[1]
    page = client.post(place, {"file": BytesIO(known.root_pem())}, follow=True).content.decode()
    assert "Đã tin cậy 1 chứng thư." in page
    page = client.post(place, {"file": BytesIO(crl)}, follow=True).content.decode()
    assert "Đã nhận 1 danh sách thu hồi." in page
    assert '<th scope="row">Cơ quan chứng thực ví dụ (gốc ví dụ)</th>' in page
    assert '<th scope="row">Cơ quan chứng thực ví dụ (cấp chứng thư ví dụ)</th>' in page


def test_an_unsigned_file_is_called_so(cast: Cast) -> None:
    assert _checked(_bring_in(cast, unsigned())).signature == StoredFile.Signature.NONE


def test_checking_twice_changes_nothing(cast: Cast) -> None:
    file = _checked(_bring_in(cast, unsigned()))
    before = file.signatures
    assert _checked(file).signatures == before


def test_what_was_left_half_stored_a_day_ago_is_swept(settings: Any, tmp_path: Path) -> None:
    own = {**settings.STORAGES["evidence"], "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "evidence": own}
    left = tmp_path / "incoming" / "half"
    left.parent.mkdir()
    left.write_bytes(b"0")
    assert sweep(0) == 0
    os.utime(left, (0, 0))
    assert sweep(0) == 1
    assert not left.exists()
