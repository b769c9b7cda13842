"""The shape of what people hand in about the directory."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from chamdiem.organisations.models import Kind, Organisation
from chamdiem.organisations.selectors import find_by_code

LEVELS = ((0, _("Trung ương")), (1, _("Tỉnh")), (2, _("Huyện")), (3, _("Xã")))
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class CodeInput(forms.TextInput):
    """A code with suggestions from the directory; without scripts the code is typed."""

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "list": "organisation-options",
                "autocomplete": "off",
                "hx-get": reverse_lazy("organisations:suggest"),
                "hx-trigger": "input changed delay:250ms",
                "hx-target": "#organisation-options",
            }
        )


class ActorForm(forms.Form):
    """A form whose codes are looked up in what the person sees."""

    def __init__(self, actor: AbstractBaseUser, *arguments: Any, **named: Any) -> None:
        self.actor = actor
        super().__init__(*arguments, **named)

    def looked_up(self, code: str) -> Organisation:
        """The body with this code."""
        organisation = find_by_code(actor=self.actor, code=code)
        if organisation is None:
            message = _("Không có đơn vị mang mã “%(code)s” trong phạm vi của anh/chị.")
            raise forms.ValidationError(message, params={"code": code})
        return organisation


class OrganisationForm(forms.Form):
    """What is said about a body."""

    code = forms.CharField(label=_("Mã đơn vị"), max_length=40)
    name = forms.CharField(label=_("Tên đầy đủ"), max_length=300)
    short_name = forms.CharField(label=_("Tên gọi tắt"), max_length=120, required=False)
    kind = forms.ChoiceField(label=_("Loại đơn vị"))
    peer_group = forms.CharField(
        label=_("Nhóm xếp hạng"),
        max_length=120,
        required=False,
        help_text=_("Đơn vị chỉ được xếp hạng với các đơn vị cùng nhóm. Kỳ đánh giá đã mở giữ nhóm cũ."),
    )
    valid_from = forms.DateField(label=_("Hiệu lực từ ngày"), required=False, widget=DAY)
    attributes = forms.CharField(
        label=_("Thuộc tính"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Mỗi dòng một thuộc tính, ví dụ: Dân số = 125.000. "
            "Thuộc tính đã có ở một đơn vị thì có cột trong tệp mẫu để nhập cho các đơn vị khác."
        ),
    )

    def __init__(self, kinds: Sequence[Kind], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Loại đơn vị"), choices=[("", "–"), *((kind.code, kind.name) for kind in kinds)]
        )

    def clean_attributes(self) -> dict[str, str]:
        """Lines of ``name = value``."""
        lines = [line for line in self.cleaned_data["attributes"].splitlines() if line.strip()]
        pairs = [[part.strip() for part in line.split("=", 1)] for line in lines]
        if any(len(pair) != 2 or not pair[0] for pair in pairs):
            raise forms.ValidationError(_("Mỗi dòng ghi theo dạng “tên = giá trị”."))
        return dict(pairs)


def attribute_lines(attributes: Mapping[str, str]) -> str:
    """Attributes as the form shows them."""
    return "\n".join(f"{name} = {value}" for name, value in attributes.items())


class MoveForm(ActorForm):
    """Where a body is moved to, from when, by which decision."""

    parent = forms.CharField(label=_("Mã cơ quan cấp trên mới"), widget=CodeInput())
    on = forms.DateField(label=_("Từ ngày"), widget=DAY, help_text=_("Hôm nay hoặc trước đó."))
    decision = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Số, ngày và cơ quan ban hành quyết định.")
    )

    def clean_parent(self) -> Organisation:
        """The body itself."""
        return self.looked_up(self.cleaned_data["parent"])


class RenameForm(forms.Form):
    """A new name by decision."""

    name = forms.CharField(label=_("Tên mới"), max_length=300)
    short_name = forms.CharField(
        label=_("Tên gọi tắt mới"),
        max_length=120,
        required=False,
        help_text=_(
            "Tên gọi tắt hiện nay, nếu có, được ghi sẵn: sửa theo tên mới, hoặc xóa nếu không dùng nữa."
        ),
    )
    code = forms.CharField(
        label=_("Mã mới"), max_length=40, required=False, help_text=_("Để trống nếu mã không đổi.")
    )
    on = forms.DateField(
        label=_("Từ ngày"),
        widget=DAY,
        help_text=_("Ngày chưa đến: đơn vị giữ tên cũ cho đến ngày đó."),
    )
    decision = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Số, ngày và cơ quan ban hành quyết định.")
    )


class SuccessionForm(ActorForm):
    """A merger or a split: which other bodies, from when, by which decision."""

    others = forms.CharField(
        label=_("Mã các đơn vị"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một mã đơn vị, hoặc cách nhau bằng dấu phẩy, chấm phẩy."),
    )
    on = forms.DateField(label=_("Từ ngày"), widget=DAY)
    decision = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Số, ngày và cơ quan ban hành quyết định.")
    )

    def clean_others(self) -> list[int]:
        """Their ids."""
        codes = filter(None, (part.strip() for part in re.split(r"[\n;,]", self.cleaned_data["others"])))
        return [self.looked_up(code).pk for code in codes]


class CloseForm(forms.Form):
    """The end of a body."""

    last_day = forms.DateField(label=_("Ngày cuối cùng còn hoạt động"), widget=DAY)
    reason = forms.CharField(
        label=_("Lý do"),
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ít nhất 10 ký tự; lý do được ghi vào nhật ký."),
    )


class UndoForm(forms.Form):
    """Why the newest change is taken back, and which one was read of."""

    step = forms.CharField(widget=forms.HiddenInput())
    reason = forms.CharField(
        label=_("Lý do hủy"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ít nhất 10 ký tự; lý do được ghi vào nhật ký."),
    )


class OfficeForm(forms.Form):
    """An office."""

    name = forms.CharField(label=_("Tên phòng, bộ phận"), max_length=200)
    also_known_as = forms.CharField(
        label=_("Tên khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một tên, như các quyết định hay ghi; dùng để nhận ra phòng khi phân công."),
    )

    def clean_also_known_as(self) -> list[str]:
        """One name a line."""
        return [line.strip() for line in self.cleaned_data["also_known_as"].splitlines() if line.strip()]


class KindForm(forms.Form):
    """A kind of body."""

    name = forms.CharField(label=_("Tên loại"), max_length=120)
    code = forms.SlugField(
        label=_("Mã loại"), max_length=40, help_text=_("Chữ không dấu, số, gạch nối; không đổi về sau.")
    )
    level = forms.TypedChoiceField(
        label=_("Cấp"),
        coerce=int,
        choices=LEVELS,
    )


class FileForm(forms.Form):
    """A list to import."""

    file = forms.FileField(
        label=_("Tệp Excel hoặc CSV"),
        help_text=_("Tối đa 20 MB. Chưa có gì được ghi: anh/chị xem trước rồi mới nhập."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )


class Filters(forms.Form):
    """What the list is filtered by; everything stands in the address."""

    q = forms.CharField(label=_("Tên hoặc mã"), required=False)
    kind = forms.ChoiceField(label=_("Loại"), required=False)
    group = forms.ChoiceField(label=_("Nhóm xếp hạng"), required=False)
    below = forms.IntegerField(required=False, widget=forms.HiddenInput())
    closed = forms.BooleanField(label=_("Cả đơn vị đã kết thúc"), required=False)

    def __init__(self, kinds: Sequence[Kind], groups: Sequence[str], data: Any) -> None:
        super().__init__(data)
        everything = ("", _("Tất cả"))
        self._choose("kind", [everything, *((kind.code, kind.name) for kind in kinds)])
        self._choose("group", [everything, *((group, group) for group in groups)])

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  it stands above
        field.choices = choices
