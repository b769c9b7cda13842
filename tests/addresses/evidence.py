"""Addresses of documents."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from chamdiem.evidence.models import Document, DocumentVersion, TrustRoot
from chamdiem.evidence.services import Description, add_file, add_version
from tests.people import NOW, Cast

from .address import EVERYBODY, Address

OWN = frozenset({"an", "dung", "kien"})
# A contributor has only documents of her criteria, and those she brought.
WHOLE_BODY = frozenset({"an", "dung"})
ADMINISTRATOR = frozenset({"lan"})


def _document(cast: Cast) -> None:
    add_file(
        actor=cast.an,
        organisation=cast.body_a,
        stream=BytesIO("Báo cáo".encode()),
        file_name="a.txt",
        described=Description(title="Báo cáo"),
        now=NOW,
    )


def _two_versions(cast: Cast) -> None:
    _document(cast)
    newer = BytesIO("Báo cáo thứ hai".encode())
    add_version(actor=cast.an, document_id=_id(cast)[0], stream=newer, file_name="b.txt", now=NOW)


def _trusted(cast: Cast) -> None:
    TrustRoot.objects.create(
        kind=TrustRoot.Kind.ROOT,
        name="Cơ quan chứng thực",
        fingerprint="0" * 64,
        certificate="-",
        is_active=True,
        added_at=NOW,
    )


def _reason(cast: Cast) -> dict[str, Any]:
    return {"reason": "Nhầm tệp có dữ liệu cá nhân"}


def _id(cast: Cast) -> list[int]:
    return [Document.objects.get().pk]


def _version(cast: Cast) -> list[int]:
    return [DocumentVersion.objects.get().pk]


def _file(cast: Cast) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("b.txt", "Báo cáo thứ hai".encode())}


ADDRESSES = {
    "evidence:folder": Address(allowed=EVERYBODY),
    "evidence:upload": Address(
        arguments=lambda cast: [cast.body_a.pk], allowed=OWN, method="post", data=_file
    ),
    "evidence:document": Address(arguments=_id, allowed=WHOLE_BODY, prepare=_document),
    "evidence:new_version": Address(
        arguments=_id, allowed=WHOLE_BODY, method="post", data=_file, prepare=_document
    ),
    "evidence:describe": Address(
        arguments=_id,
        allowed=WHOLE_BODY,
        method="post",
        data=lambda cast: {"title": "Khác"},
        prepare=_document,
    ),
    "evidence:withdraw": Address(
        arguments=_id, allowed=WHOLE_BODY, method="post", data=_reason, prepare=_document
    ),
    "evidence:withdraw_version": Address(
        arguments=lambda cast: [*_id(cast), 2],
        allowed=WHOLE_BODY,
        method="post",
        data=_reason,
        prepare=_two_versions,
    ),
    "evidence:file": Address(arguments=_version, allowed=WHOLE_BODY, prepare=_document),
    "evidence:trust": Address(allowed=ADMINISTRATOR, is_at_top=True),
    "evidence:demand_revocation": Address(
        allowed=ADMINISTRATOR, method="post", data=lambda cast: {"demanded": "no"}, is_at_top=True
    ),
    "evidence:distrust": Address(
        arguments=lambda cast: [TrustRoot.objects.get().pk],
        allowed=ADMINISTRATOR,
        method="post",
        data=_reason,
        prepare=_trusted,
        is_at_top=True,
    ),
}
