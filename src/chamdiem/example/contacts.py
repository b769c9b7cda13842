"""What stands in the texts of general information: name, address and who to ask, by what a row is called."""

from __future__ import annotations

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.lint.folding import fold
from chamdiem.example.accounts import DOMAIN
from chamdiem.example.directory import Body

_ADDRESS = "Đường 2 tháng 9, tỉnh Ví Dụ"
# A number that nobody has.
_TELEPHONE = "0200 000 0000"


def contact_text(indicator_set: IndicatorSet, row: Row, body: Body) -> str:
    """The text of one row: of the leader below a heading that speaks of one, else of the officer."""
    path = indicator_set.tree.path(row.key)
    is_leader = any("lãnh đạo" in each.name.casefold() for each in path)
    person = body.leader if is_leader else body.officer
    name, _sign, _example = body.organisation.name.partition(" (")
    site = f"https://{fold(name).replace(' ', '')}.{DOMAIN}"
    known = (
        ("website", site),
        ("địa chỉ", _ADDRESS),
        ("họ tên", person.name),
        ("chức vụ", "Phó Chủ tịch Uỷ ban nhân dân" if is_leader else "Chuyên viên chuyển đổi số"),
        ("điện thoại", _TELEPHONE),
        ("email", person.email),
    )
    asked = row.name.casefold()
    return next((text for word, text in known if word in asked), body.organisation.name)
