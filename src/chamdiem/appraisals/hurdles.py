"""What keeps a claim from being accepted together with many others: it wants a look of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chamdiem.appraisals.rounds import Round
from chamdiem.assessments.gaps import evidence_needed
from chamdiem.assessments.scoring import Layer
from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Period
from chamdiem.evidence.conditions import Paper, is_fulfilled
from chamdiem.evidence.models import EvidenceUse, StoredFile

# Code → (Vietnamese, English).
HURDLES: Mapping[str, tuple[str, str]] = {
    "not_now": ("Hồ sơ không ở trạng thái thẩm định", "The dossier is not being appraised"),
    "own_body": (
        "Đơn vị anh/chị đang làm việc: người khác thẩm định",
        "The organisation you work for: somebody else appraises it",
    ),
    "not_your_duty": ("Không thuộc phần việc được giao", "Not among your duties"),
    "not_due": ("Không thuộc vòng thẩm định này", "Not due in this round"),
    "decided": ("Đã có kết luận", "Already decided"),
    "more_wanted": ("Đã yêu cầu bổ sung, đơn vị chưa sửa", "More was asked for and has not come"),
    "nothing_claimed": ("Chưa có số liệu hoặc điểm để chấp nhận", "Nothing is claimed"),
    "not_applicable": ("Đề nghị không áp dụng, cần xem riêng", "Claimed not to apply: look at it by itself"),
    "check_broken": ("Số liệu trái ràng buộc của tiêu chí", "The figures contradict each other"),
    "justified": ("Đơn vị có giải trình, cần xem riêng", "Justified: look at it by itself"),
    "evidence_missing": ("Chưa đủ tài liệu kiểm chứng", "Evidence is missing"),
    "evidence_infected": ("Có tài liệu chứa mã độc", "A document contains malware"),
    "evidence_refused": ("Có tài liệu không được chấp nhận", "A document was refused"),
    "condition_unmet": (
        "Không đủ tài liệu đúng loại và trong kỳ như quyết định yêu cầu",
        "Too few documents are of the kind, and within the period, asked for",
    ),
    "signature_open": ("Chữ ký số đang được kiểm tra", "The digital signature is being checked"),
    "signature_missing": ("Tài liệu phải ký số chưa có chữ ký hợp lệ", "Evidence lacks a valid signature"),
}


def hurdle_label(code: str, language: str = "vi") -> str:
    """The hurdle in words."""
    vietnamese, english = HURDLES[code]
    return english if language.startswith("en") else vietnamese


@dataclass(frozen=True, slots=True)
class Shown:
    """A document shown for a criterion, as far as bulk work looks at it."""

    verdict: str
    signature: str
    paper: Paper
    # Where it was taken from, if it was offered.
    origin: str = ""


def hurdle_of(
    criterion: Criterion,
    *,
    present: Round,
    claimed: Layer,
    shown: Sequence[Shown],
    requires_signatures: bool,
    period: Period | None = None,
) -> str:
    """The first hurdle of one claim; empty where it can be accepted with others."""
    if criterion.key not in present.due:
        return "not_due"
    if present.is_decided(criterion.key):
        return "decided"
    if criterion.key in present.list_more_wanted() and criterion.key not in present.stale:
        return "more_wanted"
    if present.number > 1:
        return "justified"
    return _hurdle_of_claim(criterion, claimed) or hurdle_of_evidence(
        criterion, claimed, shown, period, requires_signatures=requires_signatures
    )


def _hurdle_of_claim(criterion: Criterion, claimed: Layer) -> str:
    if criterion.key in claimed.overrides:
        return "not_applicable"
    outcome = criterion.outcome(criterion.values(claimed.answers))
    if outcome.status is Status.NOT_APPLICABLE:
        return "not_applicable"
    if outcome.status in (Status.MISSING, Status.DISPUTED, Status.INVALID):
        return "nothing_claimed"
    return "check_broken" if outcome.broken else ""


def hurdle_of_evidence(
    criterion: Criterion,
    claimed: Layer,
    shown: Sequence[Shown],
    period: Period | None,
    *,
    requires_signatures: bool,
) -> str:
    """What the documents shown lack for the claim; empty where nothing, or where it needs none."""
    if any(each.verdict == EvidenceUse.Verdict.REFUSED for each in shown):
        return "evidence_refused"
    if any(each.paper.is_infected for each in shown):
        return "evidence_infected"
    wanted = criterion.row.evidence
    outcome = criterion.outcome(criterion.values(claimed.answers))
    if wanted is None or not evidence_needed(criterion.row, outcome):
        return ""
    if len(shown) < wanted.least:
        return "evidence_missing"
    papers = [each.paper for each in shown]
    if papers and not is_fulfilled(papers, wanted, period, needs_signature=requires_signatures):
        return "condition_unmet"
    signatures = {each.signature for each in shown}
    if not wanted.signed or not requires_signatures or StoredFile.Signature.VALID in signatures:
        return ""
    return "signature_missing" if signatures.isdisjoint(StoredFile.UNKNOWN) else "signature_open"
