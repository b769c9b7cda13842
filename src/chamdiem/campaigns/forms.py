"""The shape of what people hand in about campaigns; what it means is for the use cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.campaigns.preparing import DAY_LABELS
from chamdiem.campaigns.showing import DOSSIER_STATES
from chamdiem.web.choosing import LongSelect
from chamdiem.web.folding import MOST_WORDS

_MOST_TYPED = MOST_WORDS * 20


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def _reason(label: Any = None) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(
        label=label or _("Lý do"),
        widget=widget,
        max_length=2_000,
        help_text=_("Ít nhất 10 ký tự; lý do được ghi vào nhật ký."),
    )


class NewCampaignForm(forms.Form):
    """The beginning of a campaign."""

    name = forms.CharField(
        label=_("Tên kỳ đánh giá"), max_length=200, help_text=_("Ví dụ: Đánh giá chuyển đổi số năm 2026.")
    )
    year = forms.IntegerField(label=_("Năm đánh giá"), min_value=2000, max_value=2100)
    owner = forms.TypedChoiceField(label=_("Cơ quan tổ chức"), coerce=int)

    def __init__(self, *arguments: Any, owners: Iterable[tuple[int, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]  # a choice field


class CampaignNameForm(forms.Form):
    """Name and year in the first step."""

    name = forms.CharField(label=_("Tên kỳ đánh giá"), max_length=200)
    year = forms.IntegerField(label=_("Năm đánh giá"), min_value=2000, max_value=2100)


class TrackForm(forms.Form):
    """One track; an empty one is left out."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Tên khối"), max_length=120, required=False)
    edition = forms.TypedChoiceField(label=_("Bộ chỉ số"), coerce=int, required=False, empty_value=None)
    grouped_by = forms.ChoiceField(
        label=_("Xếp hạng theo"),
        choices=[
            ("peer_group", _("Nhóm xếp hạng của từng đơn vị")),
            ("kind", _("Loại cơ quan")),
            ("track", _("Cả khối xếp hạng chung")),
        ],
    )
    is_removed = forms.BooleanField(label=_("Bỏ khối này"), required=False)

    def __init__(self, *arguments: Any, editions: Iterable[tuple[int, str]] = (), **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["edition"].choices = [("", _("Chọn bộ chỉ số…")), *editions]  # type: ignore[attr-defined]  # a choice field
        for name in ("name", "edition"):
            # A track needs both, and a campaign a track: not called optional.
            self.fields[name].is_alternative = True  # type: ignore[attr-defined]  # fields know no such attribute

    def clean(self) -> dict[str, Any]:
        """A name and an edition belong together."""
        data = super().clean() or {}
        if data.get("name") and not data.get("edition"):
            self.add_error("edition", _("Hãy chọn bộ chỉ số cho khối này."))
        if data.get("edition") and not data.get("name"):
            self.add_error("name", _("Hãy đặt tên cho khối này."))
        return data


class CandidateFilters(forms.Form):
    """What the organisations to choose from are filtered by."""

    q = forms.CharField(label=_("Tên đơn vị"), required=False, max_length=_MOST_TYPED)
    kind = forms.ChoiceField(label=_("Loại cơ quan"), required=False)
    group = forms.ChoiceField(label=_("Nhóm xếp hạng"), required=False)
    chosen = forms.ChoiceField(
        label=_("Đã chọn"),
        required=False,
        choices=[("", _("Tất cả")), ("yes", _("Đã chọn")), ("no", _("Chưa chọn"))],
    )

    def __init__(
        self, data: Any, *, kinds: Iterable[tuple[str, str]], groups: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        self.fields["kind"].choices = [("", _("Tất cả")), *kinds]  # type: ignore[attr-defined]  # a choice field
        self.fields["group"].choices = [("", _("Tất cả")), *groups]  # type: ignore[attr-defined]  # a choice field


class CalendarForm(forms.Form):
    """Every day of a draft."""

    reference_from = _day(DAY_LABELS["reference_from"])
    reference_until = _day(DAY_LABELS["reference_until"])
    entry_from = _day(DAY_LABELS["entry_from"])
    entry_until = _day(DAY_LABELS["entry_until"])
    appraisal_until = _day(DAY_LABELS["appraisal_until"])
    explanation_until = _day(DAY_LABELS["explanation_until"])
    ruling_until = _day(DAY_LABELS["ruling_until"])
    publication_on = _day(DAY_LABELS["publication_on"])


class LaterForm(forms.Form):
    """The days of an open campaign that can still be moved, and why."""

    entry_until = _day(DAY_LABELS["entry_until"])
    appraisal_until = _day(DAY_LABELS["appraisal_until"])
    explanation_until = _day(DAY_LABELS["explanation_until"])
    ruling_until = _day(DAY_LABELS["ruling_until"])
    publication_on = _day(DAY_LABELS["publication_on"])
    reason = _reason(_("Lý do gia hạn chung"))


class PoliciesForm(forms.Form):
    """How the campaign is run."""

    self_label = forms.CharField(label=_("Tên cột tự đánh giá"), max_length=80)
    appraised_label = forms.CharField(label=_("Tên cột thẩm định"), max_length=80)
    final_label = forms.CharField(label=_("Tên cột điểm đạt được"), max_length=80)
    note_label = forms.CharField(label=_("Tên cột ghi chú"), max_length=80)
    explain_missing_evidence = forms.BooleanField(
        label=_("Tiêu chí không có minh chứng phải có giải thích bằng văn bản"),
        required=False,
        help_text=_("Chỉ áp dụng cho tiêu chí mà bộ chỉ số yêu cầu minh chứng; xem ở trang bộ chỉ số."),
    )
    require_signatures = forms.BooleanField(
        label=_("Minh chứng phải ký số thì chữ ký phải hợp lệ mới gửi được hồ sơ"), required=False
    )
    late_needs_extension = forms.BooleanField(
        label=_("Quá hạn chỉ gửi được khi đã được gia hạn"), required=False
    )
    appraisal_rounds = forms.IntegerField(label=_("Số vòng thẩm định"), min_value=1, max_value=5)


class BoardFilters(forms.Form):
    """What the board is filtered by; everything stands in the address."""

    further = ("group", "only")

    q = forms.CharField(label=_("Tên đơn vị"), required=False, max_length=_MOST_TYPED)
    track = forms.TypedChoiceField(label=_("Khối"), required=False, coerce=int, empty_value=None)
    stage = forms.ChoiceField(label=_("Trạng thái hồ sơ"), required=False)
    group = forms.ChoiceField(label=_("Nhóm xếp hạng"), required=False)
    only = forms.ChoiceField(
        label=_("Chỉ xem"),
        required=False,
        choices=[
            ("", _("Tất cả")),
            ("late", _("Quá hạn")),
            ("evidence", _("Thiếu minh chứng")),
            ("unstarted", _("Chưa bắt đầu")),
        ],
    )
    row = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        *,
        tracks: Iterable[tuple[int, str]],
        groups: Iterable[str],
        stages: Iterable[tuple[str, str]],
    ) -> None:
        super().__init__(data)
        lists = {
            "track": tracks,
            "group": ((group, group) for group in groups),
            "stage": (stage for stage in stages if stage[0] in DOSSIER_STATES),
        }
        for name, choices in lists.items():
            self.fields[name].choices = [("", _("Tất cả")), *choices]  # type: ignore[attr-defined]  # choice fields


class OfficeFilters(BoardFilters):
    """The board by office: also by the name of the office."""

    office = forms.CharField(label=_("Tên phòng, bộ phận"), required=False, max_length=_MOST_TYPED)


class CriterionFilters(BoardFilters):
    """The board by criterion: one edition at a time, so there is always a track."""

    def __init__(self, data: Any, *, tracks: Iterable[tuple[int, str]], **lists: Any) -> None:
        known = list(tracks)
        super().__init__(data, tracks=known, **lists)
        self.order_fields(["track"])
        self.fields["track"].choices = known  # type: ignore[attr-defined]  # a choice field


class ExtensionForm(forms.Form):
    """More time for one participant."""

    criterion = forms.ChoiceField(label=_("Cho"), required=False)
    until = _day(_("Đến hết ngày"))
    reason = _reason()

    def __init__(self, *arguments: Any, criteria: Iterable[tuple[str, str]] = (), **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["criterion"].choices = [("", _("Cả hồ sơ")), *criteria]  # type: ignore[attr-defined]  # a choice field
        self.fields["criterion"].is_alternative = True  # type: ignore[attr-defined]  # not called optional


class LateJoinForm(forms.Form):
    """An organisation that joins late."""

    track = forms.TypedChoiceField(label=_("Khối"), coerce=int)
    organisation = forms.TypedChoiceField(label=_("Đơn vị"), coerce=int)
    is_ranked = forms.BooleanField(label=_("Được xếp hạng"), required=False, initial=True)
    reason = _reason(_("Lý do tham gia muộn"))

    def __init__(
        self,
        *arguments: Any,
        tracks: Iterable[tuple[int, str]],
        organisations: Iterable[tuple[int, str]],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.fields["track"].choices = list(tracks)  # type: ignore[attr-defined]  # a choice field
        self.fields["organisation"].choices = [("", _("Chọn đơn vị…")), *organisations]  # type: ignore[attr-defined]  # a choice field


class DutyForm(forms.Form):
    """A duty of an appraiser."""

    user = forms.TypedChoiceField(label=_("Chuyên viên thẩm định"), coerce=int)
    track = forms.TypedChoiceField(label=_("Khối"), coerce=int)
    row = forms.CharField(
        label=_("Nhóm hoặc tiêu chí"),
        required=False,
        max_length=1000,
        help_text=_("Số mục như in trong bộ chỉ số, ví dụ 2 hoặc 2.1; để trống là cả bộ."),
    )
    participant = forms.TypedChoiceField(
        label=_("Đơn vị"), coerce=int, required=False, empty_value=None, widget=LongSelect
    )

    def __init__(
        self,
        *arguments: Any,
        users: Iterable[tuple[int, str]],
        tracks: Iterable[tuple[int, str]],
        participants: Iterable[tuple[int, str]],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        lists = {"user": users, "track": tracks, "participant": [("", _("Tất cả đơn vị")), *participants]}
        for name, choices in lists.items():
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # choice fields
