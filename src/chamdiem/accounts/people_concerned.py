"""The people whom the end of a body concerns: those who have a role over it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from chamdiem.accounts.models import RoleAssignment
from chamdiem.organisations.hooks import MOST_CONCERNED, Concern, when_asked_whom_an_end_concerns
from chamdiem.organisations.models import Organisation


@when_asked_whom_an_end_concerns
def people_at(ending: Sequence[Organisation]) -> Concern:
    """The roles in force over the bodies themselves, of those who may sign in; two queries."""
    found = (
        RoleAssignment.objects.filter(organisation__in=ending, ended_at__isnull=True, user__is_active=True)
        .select_related("user", "organisation")
        .order_by("organisation__path", "role", "user__name_order")
    )
    lines = [
        f"{each.user.name} · {each.get_role_display()} · {each.organisation.name}"
        for each in found[:MOST_CONCERNED]
    ]
    return Concern(
        _("Người đang có vai trò tại đơn vị kết thúc"),
        _(
            "Vai trò được giữ để làm xong việc dở dang. Ai làm việc tại đơn vị tiếp nhận thì cần được giao "
            "vai trò ở đó."
        ),
        lines,
        found.count(),
    )
