"""Why a row cannot change its level, in words: a key that does nothing would tell nothing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from chamdiem.authoring.selectors import Desk
from chamdiem.web.language import Words

_LOWEST = _(
    "Không xuống cấp thấp hơn được: dòng đã ở cấp thấp nhất của bộ chỉ số. "
    "Nếu cần, thêm một cấp ở phần chung."
)
_LOWEST_BELOW = _(
    "Không xuống cấp thấp hơn được: các dòng bên dưới đã ở cấp thấp nhất, và ngay phía trên "
    "không có nhóm nào để dòng này vào. Chuyển các dòng bên dưới ra trước, hoặc thêm một cấp ở phần chung."
)


def list_barred(desk: Desk, place: int) -> list[tuple[str, Words]]:
    """Why a row cannot change its level, each with the key that would."""
    can, depth = desk.possible(place), desk.depths[place]
    barred: list[tuple[str, Words]] = []
    if not can["ra"]:
        barred.append(("o", _("Không lên cấp cao hơn được: dòng đã ở cấp cao nhất.")))
    if not can["vao"]:
        is_lowest = depth + 1 >= len(desk.head.get("levels", {}))
        barred.append(("i", _LOWEST if is_lowest else _LOWEST_BELOW))
    return barred
