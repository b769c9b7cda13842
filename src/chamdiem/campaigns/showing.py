"""Campaigns as their pages show them: states, days, steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chamdiem.campaigns.calendar import days_left, is_over, last_entry_day, last_moment_text
from chamdiem.campaigns.models import Campaign, Extension, Participant
from chamdiem.campaigns.policies import COLUMNS, Policies
from chamdiem.campaigns.preparing import DAY_LABELS, STEPS, Gap
from chamdiem.campaigns.workflow import ACTIONS, BACKWARD, FORWARD, verdict
from chamdiem.indicators.selectors import compiled
from chamdiem.web.language import Words

# Stage of a campaign, status of a dossier → the code of a state (``web.states``).
STAGE_STATES: Mapping[str, str] = {
    "draft": "draft",
    "opening": "running",
    "entry": "open",
    "appraisal": "in_progress",
    "explanation": "disputed",
    "ruling": "in_progress",
    "closing": "running",
    "closed": "closed",
    "published": "published",
}
DOSSIER_STATES: Mapping[str, str] = {
    "draft": "in_progress",
    "submitted": "submitted",
    "returned": "returned",
    "appraisal": "in_progress",
    "explanation": "disputed",
    "settled": "appraised",
    "final": "final",
}
STEP_LABELS: Mapping[str, Words] = {
    "editions": _("Bộ chỉ số"),
    "participants": _("Đơn vị tham gia"),
    "calendar": _("Lịch"),
    "policies": _("Quy định"),
    "review": _("Xem lại và mở"),
}
MOVE_LABELS: Mapping[str, Words] = {
    "begin_appraisal": _("Chuyển sang thẩm định"),
    "begin_explanation": _("Chuyển sang giải trình"),
    "begin_ruling": _("Chuyển sang hội đồng xem xét"),
    "back_to_entry": _("Mở lại tự đánh giá"),
    "back_to_appraisal": _("Quay lại thẩm định"),
    "back_to_explanation": _("Quay lại giải trình"),
}
GAP_SENTENCES: Mapping[str, Words] = {
    "track_missing": _("Chưa có khối nào: mỗi khối dùng một bộ chỉ số."),
    "edition_not_issued": _("Bộ chỉ số của khối “{subject}” chưa ban hành."),
    "nobody_chosen": _("Khối “{subject}” chưa có đơn vị nào."),
    "organisation_gone": _("“{subject}” không còn hiệu lực vào ngày bắt đầu; hãy bỏ khỏi danh sách."),
    "calendar_not_confirmed": _("Lịch đang là lịch gợi ý; hãy xem và lưu lại."),
    "policies_not_confirmed": _("Quy định đang là mặc định; hãy xem và lưu lại."),
}
# Policy → what holds without it, what with it.
_POLICY_SENTENCES: Mapping[str, tuple[Words, Words]] = {
    "explain_missing_evidence": (
        _("Tiêu chí có điểm mà thiếu minh chứng vẫn gửi được, không cần giải thích."),
        _(
            "Tiêu chí có điểm mà thiếu minh chứng phải giải thích bằng văn bản mới gửi được hồ sơ; "
            "chỉ áp dụng cho tiêu chí mà bộ chỉ số yêu cầu minh chứng."
        ),
    ),
    "require_signatures": (
        _("Minh chứng phải ký số được nhận cả khi chữ ký chưa hợp lệ."),
        _("Minh chứng phải ký số chỉ được nhận khi có chữ ký hợp lệ."),
    ),
    "late_needs_extension": (
        _("Quá hạn vẫn gửi được hồ sơ."),
        _("Quá hạn chỉ gửi được hồ sơ khi đã được gia hạn."),
    ),
}
_ENDS = ("entry_until", "appraisal_until", "explanation_until", "ruling_until")


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the calendar in full."""

    label: str
    text: str
    days_left: int
    is_over: bool
    has_end: bool


def list_days(campaign: Campaign, now: datetime) -> list[DayLine]:
    """The calendar from the opening on; deadlines with their last minute."""
    return [
        DayLine(
            str(DAY_LABELS[name]),
            last_moment_text(day) if name in _ENDS else f"{day:%d/%m/%Y}",
            days_left(day, now),
            is_over(day, now),
            name in _ENDS,
        )
        for name in ("entry_from", *_ENDS, "publication_on")
        for day in (getattr(campaign, name),)
    ]


def list_policy_sentences(policies: Policies) -> list[str]:
    """How a campaign is run, a sentence each."""
    labels = [getattr(policies, column) for column in COLUMNS]
    return [
        str(_POLICY_SENTENCES["explain_missing_evidence"][policies.explain_missing_evidence]),
        str(_POLICY_SENTENCES["require_signatures"][policies.require_signatures]),
        str(_POLICY_SENTENCES["late_needs_extension"][policies.late_needs_extension]),
        _("Số vòng thẩm định: {count}.").format(count=policies.appraisal_rounds),
        _("Phiếu điểm có các cột: {labels}.").format(labels=", ".join(f"“{label}”" for label in labels)),
    ]


@dataclass(frozen=True, slots=True)
class Move:
    """A change of stage the page offers."""

    name: str
    label: str
    wants_reason: bool
    is_back: bool
    code: str
    facts: Mapping[str, str]


def list_moves(actor: Any, campaign: Campaign, now: datetime) -> list[Move]:
    """The next stage and the way back, with what still stands against each."""
    moves = []
    for name in (*FORWARD, *BACKWARD):
        if campaign.status not in ACTIONS[name].stages:
            continue
        said = verdict(name, actor=actor, campaign=campaign)
        wants_reason = ACTIONS[name].wants_reason(campaign, now)
        moves.append(
            Move(name, str(MOVE_LABELS[name]), wants_reason, name in BACKWARD, said.code, said.facts)
        )
    return moves


def list_steps(campaign: Campaign | None, current: str) -> list[dict[str, str]]:
    """The steps of the wizard; every step of a draft that exists can be gone to."""
    done = set(campaign.prepared) if campaign else set()
    return [
        {
            "label": str(STEP_LABELS[step]),
            "state": "current" if step == current else "done" if step in done else "later",
            "url": reverse(f"campaigns:prepare_{step}", args=[campaign.pk]) if campaign else "",
        }
        for step in STEPS
    ]


def list_gap_lines(campaign: Campaign, gaps: Iterable[Gap]) -> list[dict[str, str]]:
    """What is missing in words, each with the way to its step."""
    return [
        {
            "text": str(GAP_SENTENCES[gap.code]).format(subject=gap.subject),
            "url": reverse(f"campaigns:prepare_{gap.step}", args=[campaign.pk]),
            "step": str(STEP_LABELS[gap.step]),
        }
        for gap in gaps
    ]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment of a participant, for everything or for one criterion."""

    label: str
    name: str
    text: str
    days_left: int
    is_over: bool
    is_extended: bool


@dataclass(frozen=True, slots=True)
class Given:
    """An extension as it is shown; ``criterion`` is its printed number and name, or empty."""

    extension: Extension
    criterion: str
    until: str


def list_given(extensions: Iterable[Extension]) -> list[Given]:
    """Extensions ready to be shown; reads participant, track and edition at hand."""
    return [Given(each, _criterion(each), last_moment_text(each.until)) for each in extensions]


def _criterion(extension: Extension) -> str:
    if not extension.criterion_key:
        return ""
    tree = compiled(extension.participant.track.edition).indicator_set.tree
    row = tree.by_key.get(extension.criterion_key)
    return f"{tree.labels[row.key]} {row.correct_name}" if row else extension.criterion_key


def whole_deadline(participant: Participant, now: datetime) -> Deadline:
    """The deadline of the dossier; reads the extensions at hand."""
    given = list(participant.extensions.all())
    day = last_entry_day(participant.campaign, given)
    return _deadline("", participant.name, day, now, is_extended=day > participant.campaign.entry_until)


def list_own_deadlines(participant: Participant, now: datetime) -> list[Deadline]:
    """The criteria whose deadline differs from that of the dossier, in printed order."""
    given = list(participant.extensions.all())
    whole = last_entry_day(participant.campaign, given)
    extended = {each.criterion_key for each in given}
    lines = []
    tree = compiled(participant.track.edition).indicator_set.tree
    for row in tree.by_key.values():
        day = last_entry_day(participant.campaign, given, row)
        if day != whole:
            lines.append(
                _deadline(tree.labels[row.key], row.correct_name, day, now, is_extended=row.key in extended)
            )
    return lines


def _deadline(label: str, name: str, day: date, now: datetime, *, is_extended: bool) -> Deadline:
    return Deadline(label, name, last_moment_text(day), days_left(day, now), is_over(day, now), is_extended)
