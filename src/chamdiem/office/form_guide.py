"""What the form says about itself: how to fill it in, and what must hold between figures."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.criterion import compile_criteria
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.checks import check_text
from chamdiem.office.form_layout import FIGURES_SHEET, ORGANISATIONS_SHEET

_FILLING = (
    f"Nhập số liệu ở trang “{FIGURES_SHEET}”: mỗi dòng là một số liệu, mỗi cột là một đơn vị. "
    "Chỉ các ô màu vàng nhập được.",
    "Ô để trống nghĩa là chưa có số liệu: tiêu chí cần số liệu đó được 0 điểm với lý do “Chưa có số liệu”. "
    "Nếu kết quả thực sự bằng không thì nhập số 0.",
    "Số nguyên nhập liền, không có dấu chấm phân cách hàng nghìn. Số thập phân nhập bằng dấu thập phân "
    "của máy (thường là dấu phẩy).",
    "Ô “Có/Không” và ô “Chọn một” có danh sách để chọn. Ngày nhập theo thứ tự ngày/tháng/năm.",
    "Có thể dùng công thức; khi chấm điểm, giá trị đã tính của công thức được dùng. "
    "Công thức báo lỗi là ô sai.",
    "Không gộp ô, không đổi cột mã số liệu đang ẩn; có thể thêm dòng, cột hoặc trang ghi chú riêng.",
    "Số liệu dùng chung chỉ nhập một lần; cột “Nguồn; dùng chung” cho biết những mục nào lấy số liệu đó.",
    f"Tên đơn vị và nhóm xếp hạng nhập ở trang “{ORGANISATIONS_SHEET}”. "
    "Cột không có tên và không có số liệu được bỏ qua.",
    "Các trang được khoá không mật khẩu để tránh sửa nhầm (Review → Unprotect Sheet để mở).",
)


def guide_lines(indicator_set: IndicatorSet) -> Iterator[tuple[str, bool]]:
    """The lines of the guide, and whether each is a heading."""
    yield indicator_set.name, True
    source = indicator_set.source
    yield ", ".join(text for text in (source.document, source.place) if text), False
    yield "", False
    yield "Cách điền", True
    for number, text in enumerate(_FILLING, start=1):
        yield f"{number}. {text}", False
    checks = list(_checks(indicator_set))
    if checks:
        yield "", False
        yield "Ràng buộc giữa các số liệu", True
        for text in checks:
            yield text, False


def _checks(indicator_set: IndicatorSet) -> Iterator[str]:
    for criterion in compile_criteria(indicator_set).values():
        inputs = criterion.scope.inputs
        letters = "; ".join(f"{letter}: {given.label}" for letter, given in inputs.items() if given.label)
        for check in criterion.row.checks:
            kind = "nên bảo đảm" if check.soft else "phải bảo đảm"
            where = f" ({letters})" if letters and not check.label else ""
            yield f"Mục {criterion.row.label}: {kind} {check_text(check, criterion)}{where}."
