"""Headings of columns as decisions word them: each tells what its column holds."""

# The wordings of one role stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.annex.column_words import role_of
from chamdiem.annex.importing import read_annex
from chamdiem.annex.printed import NoRows

WORDINGS = {
    "number": "STT|TT|Số TT|Stt|S TT|Số thứ tự|Thứ tự|Mục|Số mục|No|#|Điều|Mã số mục|Số hiệu|S.T.T|TT (1)|N°|Mục số",
    "name": "Tiêu chí|Chỉ số|Chỉ tiêu|Nội dung|Tên tiêu chí|Tên chỉ số thành phần|Nội dung tiêu chí|Nội dung đánh giá|Tiêu chí đánh giá|Tiêu chí, nội dung|Tiêu chí/Nội dung đánh giá|Chỉ số chính/chỉ số thành phần|Lĩnh vực/Tiêu chí|Các tiêu chí|Các tiêu chí thi đua|Danh mục tiêu chí|Hạng mục đánh giá|Nhiệm vụ|Nội dung công việc|Nội dung thi đua|Các nội dung đánh giá|Tên chỉ tiêu đánh giá|Tiêu chí thành phần|Nhóm tiêu chí, tiêu chí|Tiêu chí/chỉ tiêu|Trụ cột/Chỉ số|Nội dung các tiêu chí|Mục tiêu, nhiệm vụ|Chỉ tiêu, nhiệm vụ|Tiêu chí cấp 2|Tên nội dung|Phần/Tiêu chí|Bộ tiêu chí|Tên tiêu chí đánh giá|Thành phần đánh giá|Thành phần|Thành phần chỉ số|Yếu tố đánh giá|Các yếu tố|Khoản mục|Tiểu mục|Đầu việc|Công việc|Hoạt động|Nội dung hoạt động|Tham số|Thước đo|Tên thành phần|Vấn đề đánh giá|Mục tiêu|Tiêu thức|Khía cạnh đánh giá|Tên mục|Danh mục|Đối tượng đánh giá|Năng lực|Kết quả cần đạt|Kết quả đầu ra",
    "max": "Điểm tối đa|Điểm|Thang điểm|Điểm chuẩn|Điểm tối đa (100)|Số điểm|Số điểm tối đa|Mức điểm tối đa|Khung điểm|Khung điểm tối đa|Điểm quy định|Điểm cao nhất|Tổng điểm|Barem điểm|Biểu điểm|Điểm kế hoạch|Điểm thành phần|Điểm của tiêu chí|Điểm số tối đa|Thang điểm tối đa|Điểm tối đa của tiêu chí|Điểm theo quy định|Trọng số điểm|Điểm đánh giá tối đa|Tối đa|Điểm thi đua tối đa|Điểm tối đa đạt được|Điểm trần|Điểm tuyệt đối|Điểm theo thang|Cơ cấu điểm|Phân bổ điểm|Điểm phân bổ|Điểm TĐ|Giá trị điểm|Quỹ điểm|Max điểm|Điểm giao|Điểm ấn định|Điểm tối đa (3)",
    "method": "Cách tính điểm|Cách chấm điểm|Cách xác định|Phương pháp tính|Phương pháp đánh giá|Phương pháp chấm điểm|Phương pháp xác định điểm|Phương thức tính điểm|Phương thức đánh giá|Phương thức chấm|Hướng dẫn chấm điểm|Hướng dẫn tính điểm|Hướng dẫn đánh giá|Hướng dẫn cách chấm|Quy định chấm điểm|Quy định về chấm điểm|Quy định cách tính điểm|Nguyên tắc chấm điểm|Công thức tính|Công thức|Cách cho điểm|Cách đánh giá|Cách thức chấm điểm|Cách thức đánh giá|Thang đo|Thang đánh giá|Tiêu chuẩn chấm điểm|Mức độ đạt được và điểm|Mức đánh giá|Các mức điểm|Diễn giải cách chấm|Căn cứ chấm điểm|Cơ sở tính điểm|Yêu cầu và cách chấm điểm|Nội dung và cách tính điểm|Điều kiện đạt điểm|Điểm chi tiết|Cách tính|Cách xác định điểm|Điểm và cách tính điểm|Biện pháp tính điểm|Giải thích cách tính|Kết quả và cách chấm điểm|Quy tắc tính điểm|Quy tắc chấm điểm|Cơ chế tính điểm|Tiêu chí chấm điểm chi tiết|Mức độ đánh giá|Cách quy đổi điểm|Quy tắc tính|Thuật toán|Phương án chấm|Điểm theo mức độ|Cách đo lường|Mức chấm|Quy tắc chấm điểm",
    "evidence": "Tài liệu kiểm chứng|Tài liệu minh chứng|Minh chứng|Kiểm chứng|Hồ sơ kiểm chứng|Hồ sơ minh chứng|Tài liệu chứng minh|Hồ sơ, tài liệu kiểm chứng|Tài liệu kèm theo|Tài liệu, minh chứng kèm theo|Căn cứ kiểm chứng|Văn bản minh chứng|Bằng chứng|Tài liệu liên quan|Hồ sơ chứng minh|Giấy tờ chứng minh|Tài liệu làm căn cứ|Sản phẩm|Sản phẩm minh chứng|Tài liệu kiểm tra|Tài liệu cung cấp|Yêu cầu minh chứng|Tài liệu đối chiếu|Căn cứ xác nhận|Tài liệu xác minh|Dẫn chứng|File đính kèm|Chứng cứ|Văn bản, tài liệu",
    "lead": "Đơn vị chủ trì|Cơ quan chủ trì|Đơn vị phụ trách|Đơn vị thực hiện|Đơn vị đầu mối|Cơ quan đầu mối|Bộ phận phụ trách|Phòng chủ trì|Phòng phụ trách|Khoa/phòng phụ trách|Phân công chủ trì|Phân công thực hiện|Cơ quan thực hiện|Chủ trì|Trách nhiệm chủ trì|Ngành phụ trách|Người phụ trách|Đơn vị tham mưu|Cơ quan tham mưu thực hiện|Cơ quan, đơn vị chủ trì|Đơn vị chịu trách nhiệm|Cán bộ phụ trách|Đầu mối thực hiện|Cơ quan, đơn vị|Sở, ngành theo dõi|Sở ngành phụ trách",
    "coordinating": "Đơn vị phối hợp|Cơ quan phối hợp|Phối hợp|Đơn vị phối hợp thực hiện|Trách nhiệm phối hợp|Bộ phận phối hợp|Cơ quan liên quan|Các đơn vị có liên quan",
    "verifying": "Đơn vị xác minh|Đơn vị thẩm tra|Cơ quan thẩm định|Đơn vị phối hợp xác minh số liệu|Đơn vị thẩm định|Cơ quan xác minh|Đơn vị kiểm chứng|Đơn vị đối chiếu số liệu",
    "group": "Nhóm|Nhóm tiêu chí|Nhóm chỉ tiêu|Nhóm chỉ số chính|Tên nhóm|Lĩnh vực|Các lĩnh vực|Lĩnh vực đánh giá|Trụ cột|Khối|Mảng công việc",
    "deadline": "Thời hạn|Thời gian hoàn thành|Thời gian thực hiện|Hạn hoàn thành|Thời điểm hoàn thành|Thời hạn báo cáo|Thời điểm chốt số liệu|Kỳ hạn|Kỳ báo cáo|Mốc thời gian|Tiến độ|Thời hạn gửi",
    "ignored": "Điểm tự chấm|Điểm tự đánh giá|Tự chấm|Điểm thẩm định|Kết quả tự đánh giá|Điểm đạt được|Kết quả thực hiện|Điểm Hội đồng chấm|Điểm phúc tra|Đơn vị tự chấm|Điểm do Sở đánh giá|Điểm công nhận|Huyện chấm|Xã tự chấm|Điểm tự chấm của đơn vị|Cấp trên chấm|Điểm thực tế|Số liệu thực hiện|Kết quả|Điểm được duyệt|Điểm năm 2023|Điểm cấp huyện chấm",
    "data_source": "Nguồn dữ liệu|Nguồn số liệu|Nguồn thu thập dữ liệu|Nguồn thông tin|Nguồn cung cấp|Hệ thống cung cấp dữ liệu|Cơ quan cung cấp số liệu",
    "note": "Ghi chú|Chú thích|Lưu ý",
    "code": "Mã|Mã tiêu chí|Ký hiệu|Mã chỉ số",
    "unit": "Đơn vị tính|ĐVT|Đơn vị đo",
    "instructions": "Giải thích|Hướng dẫn|Yêu cầu|Nội dung thực hiện|Mô tả|Diễn giải|Nội dung yêu cầu",
}


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, texts in WORDINGS.items() for heading in texts.split("|")]
)
def test_a_heading_in_any_wording_tells_what_its_column_holds(heading: str, role: str) -> None:
    assert role_of(heading) == role


def test_the_one_column_left_beside_numbers_and_points_holds_the_names() -> None:
    lines = [
        "STT\tĐiều cần làm\tCách tính điểm\tĐiểm tối đa",
        "I\tHạ tầng\t\t5",
        "1\tCáp quang\tCó: 5 điểm; không: 0 điểm\t5",
    ]
    annex = read_annex("\n".join(lines).encode(), "a.txt")
    assert [(row.number, row.name) for row in annex.rows] == [("I", "Hạ tầng"), ("1", "Cáp quang")]
    told = [each.facts for each in annex.rows[0].warnings if each.code == "columns.supposed"]
    assert told == [{"heading": "Điều cần làm"}]


def test_of_two_columns_left_none_is_taken_for_the_names() -> None:
    lines = ["STT\tThứ nhất\tThứ hai\tĐiểm tối đa", "1\tCáp quang\tx\t5"]
    with pytest.raises(NoRows):
        read_annex("\n".join(lines).encode(), "a.txt")


def test_a_header_that_tells_nothing_is_no_row_where_the_columns_are_guessed() -> None:
    lines = [f"{n}\tTiêu chí số {n} của bộ\t{n}0\tĐã có: Điểm tối đa" for n in range(1, 6)]
    annex = read_annex("\n".join(["Dấu\tThứ nhất\tThứ hai\tThứ ba", *lines]).encode(), "a.txt")
    assert [row.number for row in annex.rows] == ["1", "2", "3", "4", "5"]
    assert annex.printed[0].header == 1
    assert annex.rows[0].warnings[0].code == "columns.guessed"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("ĐỀ ÁN ĐÁNH GIÁ XÃ HỘI HỌC TẬP", "ĐỀ ÁN ĐÁNH GIÁ XÃ HỘI HỌC TẬP"),
        ("**Tiêu chí thi đua khối các trường** (gồm 3 tiêu chí chính)", "Tiêu chí thi đua khối các trường"),
        ("Bộ tiêu chí thi đua (có 12 tiêu chí)", "Bộ tiêu chí thi đua"),
    ],
)
def test_a_title_is_found_without_what_it_counts(line: str, title: str) -> None:
    text = f"{line}\n\n| TT | Tiêu chí | Điểm tối đa |\n|---|---|---|\n| 1 | Kế hoạch | 5 |\n| 2 | Báo cáo | 5 |\n"
    assert read_annex(text.encode(), "a.md").title == title


def test_who_helps_to_score_does_not_lead_and_numbers_of_columns_are_not_told() -> None:
    rows = (
        "| TT | Tiêu chí | Điểm tối đa | Đơn vị giúp việc chấm |\n|---|---|---|---|\n"
        "| (1) | (2) | (3) | (4) |\n| 1 | Kế hoạch | 5 | Sở Nội vụ |\n| 2 | Báo cáo | 5 | Sở Tài chính |\n"
    )
    annex = read_annex(rows.encode(), "a.md")
    assert [(row.texts.get("lead", ""), row.texts.get("verifying", "")) for row in annex.rows] == [
        ("", "Sở Nội vụ"),
        ("", "Sở Tài chính"),
    ]
    assert "text.unheard" not in [each.code for each in annex.warnings]
