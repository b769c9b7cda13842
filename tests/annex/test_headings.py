"""Headings of columns as decisions word them: each tells what its column holds."""

# The wordings of one role stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.annex.columns import role_of

WORDINGS = {
    "number": "STT|TT|Số TT|Stt|S TT|Số thứ tự|Thứ tự|Mục|Số mục|No|#|Điều|Mã số mục|Số hiệu",
    "name": "Tiêu chí|Chỉ số|Chỉ tiêu|Nội dung|Tên tiêu chí|Tên chỉ số thành phần|Nội dung tiêu chí|Nội dung đánh giá|Tiêu chí đánh giá|Tiêu chí, nội dung|Tiêu chí/Nội dung đánh giá|Chỉ số chính/chỉ số thành phần|Lĩnh vực/Tiêu chí|Các tiêu chí|Các tiêu chí thi đua|Danh mục tiêu chí|Hạng mục đánh giá|Nhiệm vụ|Nội dung công việc|Nội dung thi đua|Các nội dung đánh giá|Tên chỉ tiêu đánh giá|Tiêu chí thành phần|Nhóm tiêu chí, tiêu chí|Tiêu chí/chỉ tiêu|Trụ cột/Chỉ số|Nội dung các tiêu chí|Mục tiêu, nhiệm vụ|Chỉ tiêu, nhiệm vụ|Tiêu chí cấp 2|Tên nội dung|Phần/Tiêu chí|Bộ tiêu chí|Tên tiêu chí đánh giá",
    "group": "Nhóm|Nhóm tiêu chí|Nhóm chỉ tiêu|Nhóm chỉ số chính|Tên nhóm|Lĩnh vực|Các lĩnh vực|Lĩnh vực đánh giá|Trụ cột|Khối|Mảng công việc",
    "max": "Điểm tối đa|Điểm|Thang điểm|Điểm chuẩn|Điểm tối đa (100)|Số điểm|Số điểm tối đa|Mức điểm tối đa|Khung điểm|Khung điểm tối đa|Điểm quy định|Điểm cao nhất|Tổng điểm|Barem điểm|Biểu điểm|Điểm kế hoạch|Điểm thành phần|Điểm của tiêu chí|Điểm số tối đa|Thang điểm tối đa|Điểm tối đa của tiêu chí|Điểm theo quy định|Trọng số điểm|Điểm đánh giá tối đa|Tối đa|Điểm thi đua tối đa|Điểm tối đa đạt được",
    "method": "Cách tính điểm|Cách chấm điểm|Cách xác định|Phương pháp tính|Phương pháp đánh giá|Phương pháp chấm điểm|Phương pháp xác định điểm|Phương thức tính điểm|Phương thức đánh giá|Phương thức chấm|Hướng dẫn chấm điểm|Hướng dẫn tính điểm|Hướng dẫn đánh giá|Hướng dẫn cách chấm|Quy định chấm điểm|Quy định về chấm điểm|Quy định cách tính điểm|Nguyên tắc chấm điểm|Công thức tính|Công thức|Cách cho điểm|Cách đánh giá|Cách thức chấm điểm|Cách thức đánh giá|Thang đo|Thang đánh giá|Tiêu chuẩn chấm điểm|Mức độ đạt được và điểm|Mức đánh giá|Các mức điểm|Diễn giải cách chấm|Căn cứ chấm điểm|Cơ sở tính điểm|Yêu cầu và cách chấm điểm|Nội dung và cách tính điểm|Điều kiện đạt điểm|Điểm chi tiết|Cách tính|Cách xác định điểm|Điểm và cách tính điểm|Biện pháp tính điểm|Giải thích cách tính|Kết quả và cách chấm điểm|Quy tắc tính điểm|Quy tắc chấm điểm|Cơ chế tính điểm|Tiêu chí chấm điểm chi tiết",
    "evidence": "Tài liệu kiểm chứng|Tài liệu minh chứng|Minh chứng|Kiểm chứng|Hồ sơ kiểm chứng|Hồ sơ minh chứng|Tài liệu chứng minh|Hồ sơ, tài liệu kiểm chứng|Tài liệu kèm theo|Tài liệu, minh chứng kèm theo|Căn cứ kiểm chứng|Văn bản minh chứng|Bằng chứng|Tài liệu liên quan|Hồ sơ chứng minh|Giấy tờ chứng minh|Tài liệu làm căn cứ|Sản phẩm|Sản phẩm minh chứng|Tài liệu kiểm tra|Tài liệu cung cấp|Yêu cầu minh chứng|Tài liệu đối chiếu",
    "lead": "Đơn vị chủ trì|Cơ quan chủ trì|Đơn vị phụ trách|Đơn vị thực hiện|Đơn vị đầu mối|Cơ quan đầu mối|Bộ phận phụ trách|Phòng chủ trì|Phòng phụ trách|Khoa/phòng phụ trách|Phân công chủ trì|Phân công thực hiện|Cơ quan thực hiện|Chủ trì|Trách nhiệm chủ trì|Ngành phụ trách|Người phụ trách|Đơn vị tham mưu|Cơ quan tham mưu thực hiện|Cơ quan, đơn vị chủ trì|Đơn vị chịu trách nhiệm|Cán bộ phụ trách|Đầu mối thực hiện",
    "coordinating": "Đơn vị phối hợp|Cơ quan phối hợp|Phối hợp|Đơn vị phối hợp thực hiện|Trách nhiệm phối hợp|Bộ phận phối hợp",
    "verifying": "Đơn vị xác minh|Đơn vị thẩm tra|Cơ quan thẩm định|Đơn vị phối hợp xác minh số liệu|Đơn vị thẩm định|Cơ quan xác minh",
    "deadline": "Thời hạn|Thời gian hoàn thành|Thời gian thực hiện|Hạn hoàn thành|Thời điểm hoàn thành|Thời hạn báo cáo|Thời điểm chốt số liệu|Kỳ hạn|Kỳ báo cáo|Mốc thời gian|Tiến độ|Thời hạn gửi",
    "ignored": "Điểm tự chấm|Điểm tự đánh giá|Tự chấm|Điểm thẩm định|Kết quả tự đánh giá|Điểm đạt được|Kết quả thực hiện|Điểm Hội đồng chấm|Điểm phúc tra|Đơn vị tự chấm|Điểm do Sở đánh giá|Điểm công nhận|Huyện chấm|Xã tự chấm|Điểm tự chấm của đơn vị|Cấp trên chấm|Điểm thực tế|Số liệu thực hiện|Kết quả",
    "data_source": "Nguồn dữ liệu|Nguồn số liệu|Nguồn thu thập dữ liệu|Nguồn thông tin|Nguồn cung cấp",
    "note": "Ghi chú",
    "code": "Mã|Mã tiêu chí|Ký hiệu|Mã chỉ số",
    "unit": "Đơn vị tính|ĐVT|Đơn vị đo",
    "instructions": "Giải thích|Hướng dẫn|Yêu cầu|Nội dung thực hiện|Mô tả|Diễn giải|Nội dung yêu cầu",
}


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, texts in WORDINGS.items() for heading in texts.split("|")]
)
def test_a_heading_in_any_wording_tells_what_its_column_holds(heading: str, role: str) -> None:
    assert role_of(heading) == role
