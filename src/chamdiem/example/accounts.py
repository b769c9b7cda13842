"""The accounts to sign in with: one for each role. Nothing here needs Django."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Known to everybody who reads this: an example province holds nothing worth keeping.
PASSWORD = "tinh vi du 2026"
DOMAIN = "vidu.example"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody to sign in as; ``role`` is that of ``accounts``, ``duty`` says it in words."""

    login: str
    name: str
    role: str
    duty: str

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.login}@{DOMAIN}"


ADMINISTRATOR = Account("quantri", "Đặng Ngọc Lan", "administrator", "Quản trị hệ thống")
STANDING_BODY = Account("thuongtruc", "Vũ Hương Giang", "standing_body", "Cơ quan thường trực")
APPRAISER = Account("thamdinh", "Hoàng Mai Chi", "appraiser", "Chuyên viên thẩm định")
COUNCIL = Account("hoidong", "Ngô Thu Hà", "council", "Hội đồng thẩm định")
LEADER = Account("lanhdao", "Trần Văn Dũng", "leader", "Lãnh đạo duyệt (Thị xã Hoà Lạc)")
OFFICER = Account("solieu", "Nguyễn Văn An", "data_officer", "Chuyên viên cung cấp số liệu (Thị xã Hoà Lạc)")
CONTRIBUTOR = Account("phongban", "Đỗ Trung Kiên", "contributor", "Phòng Nội vụ (Thị xã Hoà Lạc)")
ACCOUNTS = (ADMINISTRATOR, STANDING_BODY, APPRAISER, COUNCIL, LEADER, OFFICER, CONTRIBUTOR)
# The body whose people have accounts of their own.
HOME = "Thị xã Hoà Lạc (ví dụ)"


def account_lines() -> Iterator[str]:
    """What ``make demo`` prints."""
    yield f"Mật khẩu chung của các tài khoản ví dụ: {PASSWORD}"
    for account in ACCOUNTS:
        yield f"  {account.email:26} {account.name:16} {account.duty}"
