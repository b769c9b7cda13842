"""Addresses of appraisal, explanation and ruling."""

from __future__ import annotations

from io import BytesIO

from tests.appraisals.staging import (
    KEYS,
    begin_appraisal,
    begin_explanation,
    begin_ruling,
    decide,
    justify,
    move_campaign,
)
from tests.people import Cast

from .address import EVERYBODY, Address

APPRAISES = frozenset({"chi"})
WATCHES = frozenset({"chi", "giang"})
EXPLAINS = frozenset({"an", "dung"})
COUNCIL = frozenset({"ha"})
BOARD = frozenset({"ha", "giang"})


def _dossier(cast: Cast) -> list[object]:
    return [cast.a.pk]


def _criterion(cast: Cast) -> list[object]:
    return [cast.a.pk, "2.1"]


def _row(cast: Cast) -> list[object]:
    return [cast.track.pk, "2.1"]


def _use(cast: Cast) -> list[object]:
    return [cast.a.pk, cast.a.evidence_uses.get(criterion_key="2.1").pk]


def _decided(cast: Cast) -> None:
    begin_appraisal(cast)
    for key in KEYS:
        decide(cast, key)


def _settled(cast: Cast) -> None:
    begin_explanation(cast)
    cast.a.status = "settled"
    cast.a.submitted_at = cast.now
    cast.a.save()


def _answered(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "1.2", "", stance="agreed")
    justify(cast, "2.1")


def _answered_with_a_file(cast: Cast) -> None:
    begin_explanation(cast)
    justify(cast, "2.1", files=(("phu-luc.txt", BytesIO("Phụ lục".encode())),))


def _newest_use(cast: Cast) -> list[object]:
    return [cast.a.pk, cast.a.evidence_uses.latest("added_at").pk]


def _at_explanation(cast: Cast) -> None:
    begin_appraisal(cast)
    move_campaign(cast, "explanation")


ADDRESSES = {
    "appraisals:queue": Address(allowed=EVERYBODY, prepare=begin_appraisal),
    "appraisals:criteria": Address(allowed=EVERYBODY, prepare=begin_appraisal),
    "appraisals:criterion": Address(arguments=_row, allowed=WATCHES, prepare=begin_appraisal),
    "appraisals:preview_criterion": Address(arguments=_row, allowed=WATCHES, prepare=begin_appraisal),
    "appraisals:accept_chosen": Address(
        method="post",
        data=lambda cast: {"pair": [f"{cast.a.pk}:2.3"]},
        allowed=APPRAISES,
        prepare=begin_appraisal,
    ),
    "appraisals:open_campaign": Address(
        arguments=lambda cast: [cast.campaign.pk],
        method="post",
        allowed={"giang"},
        prepare=_at_explanation,
    ),
    "appraisals:dossier": Address(arguments=_dossier, allowed=WATCHES, prepare=begin_appraisal),
    "appraisals:preview_dossier": Address(arguments=_dossier, allowed=WATCHES, prepare=begin_appraisal),
    "appraisals:finish": Address(arguments=_dossier, method="post", allowed=WATCHES, prepare=_decided),
    "appraisals:send_back": Address(
        arguments=_dossier,
        method="post",
        data=lambda cast: {"reason": "Bổ sung danh mục", "until": cast.campaign.appraisal_until.isoformat()},
        allowed=WATCHES,
        prepare=begin_appraisal,
    ),
    "appraisals:open_explanation": Address(
        arguments=_dossier, method="post", allowed={"giang"}, prepare=_settled
    ),
    "appraisals:judge": Address(
        arguments=_use,
        method="post",
        data=lambda cast: {"verdict": "accepted", "seen": "pending"},
        allowed=APPRAISES,
        prepare=begin_appraisal,
    ),
    "appraisals:split": Address(arguments=_criterion, allowed=WATCHES, prepare=begin_appraisal),
    "appraisals:decide": Address(
        arguments=_criterion,
        method="post",
        data=lambda cast: {"verdict": "accepted", "version": "0"},
        allowed=APPRAISES,
        prepare=begin_appraisal,
    ),
    "appraisals:reply": Address(
        arguments=_criterion,
        method="post",
        data=lambda cast: {"text": "Xin cho biết thêm"},
        # The thread has two sides; each writes from its own page.
        allowed=WATCHES,
        prepare=begin_explanation,
    ),
    "appraisals:explanations": Address(allowed=EVERYBODY, prepare=begin_explanation),
    "appraisals:explanation": Address(arguments=_dossier, allowed=EXPLAINS, prepare=begin_explanation),
    "appraisals:send_justification": Address(
        arguments=_dossier, method="post", allowed=EXPLAINS, prepare=_answered
    ),
    "appraisals:justify": Address(
        arguments=_criterion,
        method="post",
        data=lambda cast: {"stance": "agreed", "version": "0"},
        allowed=EXPLAINS,
        prepare=begin_explanation,
    ),
    "appraisals:take_off": Address(
        arguments=_newest_use, method="post", allowed=EXPLAINS, prepare=_answered_with_a_file
    ),
    "appraisals:write": Address(
        arguments=_criterion,
        method="post",
        data=lambda cast: {"text": "Xin xem phụ lục"},
        allowed=EXPLAINS,
        prepare=begin_explanation,
    ),
    "appraisals:board": Address(allowed=EVERYBODY, prepare=begin_ruling),
    "appraisals:council_file": Address(arguments=_dossier, allowed=BOARD, prepare=begin_ruling),
    "appraisals:rule": Address(
        arguments=_criterion,
        method="post",
        data=lambda cast: {"points": "12", "reason": "Công nhận 48", "version": "0"},
        allowed=COUNCIL,
        prepare=begin_ruling,
    ),
}
