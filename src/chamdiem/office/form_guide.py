"""What the form says about itself: how to fill it in, and what must hold between figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.criterion import compile_criteria
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.checks import check_text
from chamdiem.core.sentences.phrases import Language
from chamdiem.office.form_layout import FIGURES_SHEETS, ORGANISATIONS_SHEETS
from chamdiem.office.form_words import form_word

_FILLING: Mapping[Language, tuple[str, ...]] = {
    "vi": (
        f"Nhập số liệu ở trang “{FIGURES_SHEETS[0]}”: mỗi dòng là một số liệu, mỗi cột là một đơn vị. "
        "Chỉ các ô màu vàng nhập được.",
        "Ô để trống nghĩa là chưa có số liệu: tiêu chí cần số liệu đó được 0 điểm với lý do "
        "“Chưa có số liệu”. Nếu kết quả thực sự bằng không thì nhập số 0.",
        "Số nguyên nhập liền, không có dấu chấm phân cách hàng nghìn. Số thập phân nhập bằng dấu thập phân "
        "của máy (thường là dấu phẩy).",
        "Ô “Có/Không” và ô “Chọn một” có danh sách để chọn. Ngày nhập theo thứ tự ngày/tháng/năm.",
        "Có thể dùng công thức; khi chấm điểm, giá trị đã tính của công thức được dùng. "
        "Công thức báo lỗi là ô sai.",
        "Không gộp ô, không đổi cột mã số liệu đang ẩn; có thể thêm dòng, cột hoặc trang ghi chú riêng.",
        "Số liệu dùng chung chỉ nhập một lần; cột “Nguồn; dùng chung” cho biết những mục nào lấy số liệu đó.",
        f"Tên đơn vị và nhóm xếp hạng nhập ở trang “{ORGANISATIONS_SHEETS[0]}”. "
        "Cột không có tên và không có số liệu được bỏ qua.",
        "Các trang được khoá không mật khẩu để tránh sửa nhầm (Review → Unprotect Sheet để mở).",
    ),
    "en": (
        f"Enter figures on the sheet “{FIGURES_SHEETS[1]}”: one line for each figure, one column for each "
        "organisation. Only yellow cells can be filled in.",
        "An empty cell means that there is no figure: a criterion that needs it earns 0 points, with the "
        "reason “No figure yet”. Where the result really is nothing, enter 0.",
        "Enter whole numbers without marks between thousands, and decimals with the decimal mark of your "
        "computer.",
        "Cells for Yes/No and for one of a list offer what there is. Enter dates as day/month/year.",
        "Formulas may be used; what they have computed counts. A formula with an error is a wrong cell.",
        "Do not merge cells or change the hidden column of keys; lines, columns and sheets for "
        "notes may be added.",
        "A shared figure is entered once; the column “Source; shared by” says which rows use it.",
        f"Names and peer groups go on the sheet “{ORGANISATIONS_SHEETS[1]}”. A column without a name and "
        "without figures is passed over.",
        "The sheets are locked without a password, against slips (Review → Unprotect Sheet opens them).",
    ),
}


def guide_lines(indicator_set: IndicatorSet, language: Language = "vi") -> Iterator[tuple[str, bool]]:
    """The lines of the guide, and whether each is a heading."""
    yield indicator_set.name, True
    source = indicator_set.source
    yield ", ".join(text for text in (source.document, source.place) if text), False
    yield "", False
    yield form_word("filling", language), True
    for number, text in enumerate(_FILLING[language], start=1):
        yield f"{number}. {text}", False
    checks = list(_checks(indicator_set, language))
    if checks:
        yield "", False
        yield form_word("checks", language), True
        for text in checks:
            yield text, False


def _checks(indicator_set: IndicatorSet, language: Language) -> Iterator[str]:
    for criterion in compile_criteria(indicator_set).values():
        inputs = criterion.scope.inputs
        letters = "; ".join(f"{letter}: {given.label}" for letter, given in inputs.items() if given.label)
        for check in criterion.row.checks:
            text = check_text(check, criterion, language)
            where = f" ({letters})" if letters and not check.label else ""
            phrase = "should" if check.soft else "must"
            yield form_word(phrase, language, row=criterion.label, check=text, where=where)
