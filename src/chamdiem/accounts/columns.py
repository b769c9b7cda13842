"""The columns of a list of people, in files that come in and go out."""

from django.utils.translation import gettext_lazy as _

from chamdiem.organisations.listed import Column

COLUMNS = (
    Column(
        key="email",
        headings=("Thư điện tử", "Email"),
        english="E-mail",
        hint=_("Bắt buộc. Mỗi người một địa chỉ; ghi nhiều dòng cho người có nhiều vai trò."),
        example="nva@soxd.vidu.gov.vn",
        is_required=True,
    ),
    Column(
        key="name",
        headings=("Họ và tên", "Họ tên", "name"),
        english="Full name",
        hint=_("Bắt buộc. Người đã có tài khoản giữ nguyên họ tên."),
        example="Nguyễn Văn An",
        is_required=True,
    ),
    Column(
        key="title",
        headings=("Chức vụ", "title"),
        english="Job title",
        hint=_("Không bắt buộc."),
        example="Chuyên viên",
    ),
    Column(
        key="role",
        headings=("Vai trò",),
        english="Role",
        hint=_("Bắt buộc. Tên vai trò trong danh sách bên dưới."),
        example="Chuyên viên cung cấp số liệu",
        is_required=True,
    ),
    Column(
        key="organisation",
        headings=("Mã đơn vị", "organisation"),
        english="Organisation code",
        hint=_(
            "Bắt buộc. Vai trò có hiệu lực tại đơn vị này và các đơn vị trực thuộc. Để giữ số 0 ở đầu, tệp "
            "Excel định dạng cột mã là Văn bản; tệp CSV mở trong Excel bằng Dữ liệu › Từ Văn bản/CSV, chọn "
            "cột mã là Văn bản."
        ),
        example="SXD",
        is_code=True,
        is_required=True,
    ),
    Column(
        key="office",
        headings=("Phòng, bộ phận", "Phòng ban"),
        english="Office",
        hint=_("Bắt buộc với vai trò Phòng, ban được phân công; tên đúng như trong danh bạ."),
        example="Văn phòng",
    ),
)
