"""Addresses of dossiers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from chamdiem.assessments.models import Assessment
from chamdiem.evidence.models import EvidenceUse
from tests.assessments.filling import fill, hand_in, show_evidence
from tests.people import Cast

from .address import EVERYBODY, Address

# Sở A: its officer, its leader, its office for criterion 2.1; Giang watches every dossier of the campaign.
OWN = frozenset({"an", "dung"})
OFFICE = frozenset({"kien"})
WATCHING = frozenset({"giang"})


def _a(*more: Any) -> Callable[[Cast], list[Any]]:
    return lambda cast: [cast.a.pk, *more]


def _approved(cast: Cast) -> None:
    from chamdiem.assessments import services  # noqa: PLC0415
    from tests.people import NOW  # noqa: PLC0415

    fill(cast)
    services.approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)


def _file(cast: Cast) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("bao-cao.txt", "Báo cáo quý III".encode())}


def _revision(cast: Cast) -> dict[str, Any]:
    return {"revision": Assessment.objects.get(pk=cast.a.pk).revision}


ADDRESSES = {
    "assessments:list": Address(allowed=EVERYBODY),
    "assessments:show": Address(arguments=_a(), allowed=OWN | OFFICE | WATCHING),
    "assessments:information": Address(arguments=_a(), allowed=OWN | OFFICE | WATCHING),
    "assessments:gaps": Address(arguments=_a(), allowed=OWN | OFFICE | WATCHING),
    "assessments:review": Address(arguments=_a(), allowed=OWN | OFFICE | WATCHING),
    "assessments:criterion": Address(arguments=_a("2.3"), allowed=OWN | WATCHING),
    "assessments:offers": Address(arguments=_a("2.3"), allowed=OWN | WATCHING),
    "assessments:carry": Address(arguments=_a(), allowed=OWN | OFFICE, method="post"),
    "assessments:save_answer": Address(
        arguments=_a("2.1", "2.1.a"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"value": "79", "version": "0"},
    ),
    "assessments:take_figure": Address(
        arguments=_a("2.1", "2.1.a"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"2.1.a": "79", "version:2.1.a": "0"},
    ),
    "assessments:save_note": Address(
        arguments=_a("2.1"), allowed=OWN | OFFICE, method="post", data=lambda cast: {"value": "Quý III"}
    ),
    "assessments:explain": Address(
        arguments=_a("2.1"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"value": "Tài liệu ở hệ thống một cửa"},
    ),
    "assessments:not_applicable": Address(
        arguments=_a("2.1"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"reason": "Đơn vị không có thủ tục"},
    ),
    "assessments:remark": Address(
        arguments=_a("2.1"), allowed=OWN | OFFICE, method="post", data=lambda cast: {"text": "Ai nhập?"}
    ),
    "assessments:upload": Address(arguments=_a("2.1"), allowed=OWN | OFFICE, method="post", data=_file),
    "assessments:cite": Address(
        arguments=_a("2.1"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"title": "Kế hoạch", "number": "1/KH", "issued_on": "2026-01-05", "issuer": "Sở"},
    ),
    "assessments:reuse": Address(
        arguments=_a("2.1"),
        allowed=OWN | OFFICE,
        method="post",
        data=lambda cast: {"document": EvidenceUse.objects.get().document_id},
        prepare=lambda cast: show_evidence(cast, cast.a, "1.1"),
    ),
    "assessments:take_away": Address(
        arguments=lambda cast: [cast.a.pk, EvidenceUse.objects.get().pk],
        allowed=OWN | OFFICE,
        method="post",
        prepare=lambda cast: show_evidence(cast, cast.a, "2.1"),
    ),
    "assessments:describe_evidence": Address(
        arguments=lambda cast: [cast.a.pk, EvidenceUse.objects.get().pk],
        allowed=OWN | OFFICE,
        method="post",
        prepare=lambda cast: show_evidence(cast, cast.a, "2.1"),
    ),
    "assessments:approve": Address(
        arguments=_a(), allowed=frozenset({"dung"}), method="post", data=_revision, prepare=fill
    ),
    "assessments:submit": Address(arguments=_a(), allowed=OWN, method="post", prepare=_approved),
    "assessments:withdraw": Address(arguments=_a(), allowed=OWN, method="post", prepare=hand_in),
    "assessments:return": Address(
        arguments=_a(),
        allowed=WATCHING | {"chi"},
        method="post",
        data=lambda cast: {"reason": "Thiếu quyết định thành lập"},
        prepare=hand_in,
    ),
}
