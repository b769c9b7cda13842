"""The shape of what people hand in about people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.accounts.models import Language, Role
from chamdiem.audit.texts import action_name
from chamdiem.core.alphabet import alphabetical
from chamdiem.organisations.forms import DAY, ActorForm, CodeInput
from chamdiem.organisations.models import Organisation


class RoleForm(ActorForm):
    """A role over a body; of a contributor, for one office of it."""

    role = forms.ChoiceField(label=_("Vai trò"))
    organisation = forms.CharField(
        label=_("Mã đơn vị"),
        widget=CodeInput(),
        help_text=_(
            "Gõ tên hoặc mã để chọn trong gợi ý. Vai trò có hiệu lực tại đơn vị này và các đơn vị trực thuộc."
        ),
    )
    office = forms.CharField(
        label=_("Phòng, bộ phận"),
        required=False,
        help_text=_("Chỉ với vai trò Phòng, ban được phân công; ghi đúng tên trong danh bạ."),
    )

    def __init__(self, actor: Any, roles: Sequence[Role], *arguments: Any, **named: Any) -> None:
        super().__init__(actor, *arguments, **named)
        choices = [("", "–"), *((role.value, role.label) for role in roles)]
        self.fields["role"] = forms.ChoiceField(label=_("Vai trò"), choices=choices)

    def clean(self) -> dict[str, Any]:
        """The body and the office themselves, by their ids."""
        given = super().clean() or {}
        if "organisation" not in given:
            return given
        try:
            organisation = self.looked_up(given["organisation"])
        except forms.ValidationError as error:
            self.add_error("organisation", error)
            return given
        given["organisation_id"], given["office_id"] = organisation.pk, None
        if given.get("office"):
            named = organisation.offices.filter(name__iexact=given["office"].strip(), is_active=True)
            office = named.first()
            if office is None:
                self.add_error("office", _no_office(organisation))
            else:
                given["office_id"] = office.pk
        return given


def _no_office(organisation: Organisation) -> str:
    names = sorted(organisation.offices.filter(is_active=True).values_list("name", flat=True))
    if not names:
        return gettext(
            "Đơn vị không có phòng này và chưa khai báo phòng nào: thêm phòng ở trang của đơn vị trước."
        )
    return gettext("Đơn vị không có phòng này. Các phòng: {offices}.").format(offices="; ".join(names))


class InviteForm(RoleForm):
    """A person and her first role."""

    email = forms.EmailField(label=_("Thư điện tử"), help_text=_("Thư mời được gửi tới địa chỉ này."))
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    title = forms.CharField(label=_("Chức vụ"), max_length=120, required=False)

    field_order = ("email", "name", "title", "role", "organisation", "office")


class PersonForm(forms.Form):
    """What is said about a person."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    title = forms.CharField(label=_("Chức vụ"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        help_text=_("Dùng để đăng nhập; đường dẫn đã gửi tới địa chỉ cũ hết hiệu lực."),
    )


class ProfileForm(forms.Form):
    """What everybody says about herself."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    title = forms.CharField(label=_("Chức vụ"), max_length=120, required=False)


class LanguageForm(forms.Form):
    """The language of one's pages."""

    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=Language.choices)


class PeopleFilters(forms.Form):
    """What the list of people is filtered by."""

    q = forms.CharField(label=_("Họ tên, chức vụ, thư điện tử"), required=False)
    role = forms.ChoiceField(label=_("Vai trò"), required=False, choices=[("", _("Tất cả")), *Role.choices])
    organisation = forms.CharField(label=_("Mã đơn vị"), required=False, widget=CodeInput())
    locked = forms.BooleanField(label=_("Cả tài khoản đã khóa"), required=False)


class TrailFilters(forms.Form):
    """What the audit trail is filtered by."""

    q = forms.CharField(label=_("Từ khóa"), required=False)
    action = forms.ChoiceField(label=_("Việc"), required=False)
    person = forms.EmailField(label=_("Thư điện tử người thực hiện"), required=False)
    organisation = forms.CharField(label=_("Mã đơn vị"), required=False, widget=CodeInput())
    campaign = forms.IntegerField(required=False, widget=forms.HiddenInput())
    since = forms.DateField(label=_("Từ ngày"), required=False, widget=DAY)
    until = forms.DateField(label=_("Đến ngày"), required=False, widget=DAY)

    def __init__(self, actions: Sequence[str], data: Any) -> None:
        super().__init__(data)
        named = sorted(
            ((action, action_name(action)) for action in actions), key=lambda pair: alphabetical(pair[1])
        )
        field = self.fields["action"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  it stands above
        field.choices = [("", _("Tất cả")), *named]
