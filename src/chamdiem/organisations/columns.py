"""The columns of a list of organisations, in files that come in and go out."""

from django.utils.translation import gettext_lazy as _

from chamdiem.organisations.listed import Column

# How the headings of attributes begin.
ATTRIBUTE, ATTRIBUTE_ENGLISH = "Thuộc tính: ", "Attribute: "
COLUMNS = (
    Column(
        key="code",
        headings=("Mã đơn vị", "Mã", "code"),
        english="Organisation code",
        hint=_(
            "Bắt buộc. Mã đã có: sửa đơn vị đó; mã mới: thêm đơn vị. Để giữ số 0 ở đầu, tệp Excel định dạng "
            "cột mã là Văn bản; tệp CSV mở trong Excel bằng Dữ liệu › Từ Văn bản/CSV, chọn cột mã là Văn bản."
        ),
        example="SKHCN.TTCNTT",
        is_required=True,
        is_code=True,
    ),
    Column(
        key="name",
        headings=("Tên đơn vị", "Tên", "name"),
        english="Name of the organisation",
        hint=_("Bắt buộc. Tên đầy đủ theo quyết định thành lập."),
        example="Trung tâm Công nghệ thông tin",
        is_required=True,
    ),
    Column(
        key="kind",
        headings=("Loại", "Loại đơn vị"),
        english="Kind",
        hint=_("Tên hoặc mã loại trong danh sách bên dưới. Bắt buộc với đơn vị mới; để trống là giữ nguyên."),
        example="Sở",
    ),
    Column(
        key="parent",
        headings=("Mã cơ quan cấp trên", "Cấp trên", "parent"),
        english="Code of the superior body",
        hint=_(
            "Mã của cơ quan cấp trên, có trong tệp hoặc trong danh bạ, giữ số 0 ở đầu như mã đơn vị. "
            "Bắt buộc với đơn vị mới; để trống là giữ nguyên."
        ),
        example="SKHCN",
        is_code=True,
    ),
    Column(
        key="short_name",
        headings=("Tên gọi tắt", "short_name"),
        english="Short name",
        hint=_("Không bắt buộc; để trống là giữ nguyên."),
        example="TT CNTT",
    ),
    Column(
        key="peer_group",
        headings=("Nhóm xếp hạng", "Khối xếp hạng", "Khối", "peer_group"),
        english="Peer group",
        hint=_("Tên nhóm dùng khi xếp hạng; để trống là giữ nguyên."),
        example="Đơn vị sự nghiệp",
    ),
    Column(
        key="offices",
        headings=("Phòng, bộ phận", "Phòng ban"),
        english="Offices",
        hint=_("Các phòng, cách nhau bằng dấu chấm phẩy; phòng chưa có được thêm, không phòng nào bị xóa."),
        example="Văn phòng; Phòng Hạ tầng số",
    ),
    Column(
        key="valid_from",
        headings=("Hiệu lực từ", "valid_from"),
        english="Valid from",
        hint=_("Ngày/tháng/năm, ví dụ 01/07/2025; để trống là giữ nguyên."),
        example="01/07/2025",
    ),
)
