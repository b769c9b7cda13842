"""The other half of the worded texts, written before the reader was widened by the first and read blind once.

Of the 62: 37 right (11 with a warning), 19 left to people, 4 other with a warning or without answers here, 2 wrong
without a warning. Those two were mended (two ratios of one name, “‰”). Answers of ten texts were given or changed afterwards.
"""

# The texts stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.worked import Worded

WORDINGS = (
    Worded("Cấp tài khoản thư công vụ", "5", "Tỷ lệ = Số CBCC được cấp tài khoản thư công vụ/Tổng số CBCC; Điểm = Tỷ lệ x 5", "4,5:4 5,5:5 0,5:0", of="được cấp|tổng"),
    Worded("Văn bản trao đổi", "10", "Tỷ lệ văn bản điện tử đạt 95% trở lên: điểm tối đa; dưới 95%: tỷ lệ/95% x điểm tối đa", "95,100:10 19,100:2 0,100:0"),
    Worded("Công khai TTHC", "4", "TTHC được công khai đầy đủ, kịp thời: 4 điểm. TTHC công khai chưa đầy đủ: 2 điểm. Không công khai: 0 điểm", "#1:4 #2:2 #3:0"),
    Worded("DVC toàn trình", "10", "Đạt ≥ 60%: 10đ; đạt từ 40% đến < 60%: 6đ; đạt từ 20% đến < 40%: 3đ; < 20%: 0đ", "60,100:10 59,100:6 40,100:6 20,100:3 19,100:0"),
    Worded("Nhà văn hóa", "6", "Số nhà văn hóa có internet/tổng số nhà văn hóa nhân với điểm tối đa", "1,2:3 2,2:6", of="internet|tổng"),
    Worded("Trang thông tin", "5", "Cập nhật ít nhất 02 tin/tuần: 5 điểm; ít nhất 01 tin/tuần: 3 điểm; ít hơn: 0 điểm", "104:5 52:3 51:0"),
    Worded("Phóng sự", "3", "Mỗi phóng sự được tính 0,5 điểm; tối đa 3 điểm", "2:1 6:3 9:3"),
    Worded("Sản phẩm OCOP lên sàn", "5", "Cứ 03 sản phẩm OCOP được đưa lên sàn TMĐT được 1 điểm; tối đa không quá 05 điểm", "2:0 3:1 7:2 30:5"),
    Worded("Lượt tải ứng dụng", "10", "Cứ đủ 500 lượt tải ứng dụng tính 1 điểm, không vượt quá 10 điểm", "499:0 500:1 1200:2 9000:10"),
    Worded("Nhóm hộ", "4", "Với mỗi nhóm 10 hộ sử dụng nền tảng được 0,5 điểm, tối đa 4 điểm", "9:0 10:0.5 25:1 200:4"),
    Worded("Lượt tiếp cận", "6", "Mỗi một nghìn lượt tiếp cận được 2 điểm, tối đa 6 điểm", "999:0 1000:2 9000:6"),
    Worded("Thành viên", "5", "Đủ 05 thành viên trở lên: 5 điểm; từ 03 đến 04 thành viên: 3 điểm; dưới 03 thành viên: 0 điểm", "5:5 4:3 3:3 2:0"),
    Worded("Chậm báo cáo", "5", "Báo cáo đúng hạn: 5 điểm; cứ chậm 01 ngày trừ 01 điểm", "0:5 2:3 9:0"),
    Worded("Nhắc nhở", "10", "Bị trừ 0,25 điểm/lần bị nhắc nhở", "0:10 4:9 40:0"),
    Worded("Phê bình", "10", "Mỗi văn bản phê bình trừ 2 điểm nhưng tổng số điểm trừ không quá 10 điểm", "0:10 2:6 9:0"),
    Worded("Trừ có trần", "10", "Mỗi hồ sơ bị mất trừ 2 điểm, trừ tối đa 6 điểm", "0:10 1:8 3:4 9:4"),
    Worded("Cuộc thi", "5", "Có tham gia: 2 điểm; đạt giải: 5 điểm; không tham gia: 0 điểm", "#1:2 #2:5 #3:0"),
    Worded("Người đứng đầu", "10", "Bí thư là Trưởng ban: 10 điểm; Chủ tịch là Trưởng ban: 7 điểm; khác: 0 điểm", "#1:10 #2:7 #3:0"),
    Worded("Chương trình", "6", "Có Nghị quyết (hoặc Chỉ thị; hoặc Chương trình hành động): 6 điểm; không có: 0 điểm", "c:6 k:0", of="chỉ thị"),
    Worded("Hồ sơ đầy đủ", "8", "Đủ thành phần (tờ trình; dự thảo; thuyết minh): 8 điểm; thiếu một thành phần: 4 điểm; thiếu từ hai thành phần: 0 điểm", "#1:8 #2:4 #3:0", of="tờ trình"),
    Worded("Bố trí kinh phí", "10", "Bố trí trên 1 tỷ đồng: 10 điểm; từ 500 triệu đồng đến 1 tỷ đồng: 6 điểm; dưới 500 triệu đồng: 2 điểm; không bố trí: 0 điểm", "1200:10 1000:6 500:6 100:2", of="triệu"),
    Worded("Doanh thu số", "5", "Từ 2 tỷ trở lên: 5 điểm; từ 1 tỷ đến dưới 2 tỷ: 3 điểm; dưới 1 tỷ: 1 điểm", "2:5 1:3 0.5:1", of="tỷ"),
    Worded("Hai phần", "10", "Có kế hoạch ứng phó sự cố: 5 điểm; tỷ lệ máy chủ được giám sát x 5 điểm", "c,10,10:10 c,5,10:7.5 k,5,10:2.5"),
    Worded("Ba phần", "10", "- Ban hành quy chế: 2 điểm\n- Có cán bộ phụ trách: 3 điểm\n- Tỷ lệ cán bộ được tập huấn x 5 điểm", "c,c,10,10:10 c,k,5,10:4.5 k,k,0,10:0"),
    Worded("Chữ ký số lãnh đạo", "4", "100% lãnh đạo được cấp: 4 điểm; từ 50% trở lên: 2 điểm; dưới 50%: 0 điểm", "10,10:4 9,10:2 5,10:2 4,10:0"),
    Worded("Người dùng", "10", "Số tài khoản hoạt động/200 x 10 điểm", "100:5 200:10 400:10"),
    Worded("Vi phạm", "10", "Điểm = 10 x (1 - số vụ vi phạm/tổng số vụ)", "0,10:10 5,10:5", of="vi phạm|tổng"),
    Worded("Trung bình hai tỷ lệ", "8", "Điểm = (tỷ lệ 1 + tỷ lệ 2)/2 * điểm tối đa, trong đó: tỷ lệ 1 = số trường có hồ sơ số/tổng số trường; tỷ lệ 2 = số lớp có thiết bị/tổng số lớp", "1,2,1,1:6 2,2,1,1:8"),
    Worded("So sánh", "10", "Đơn vị có tỷ lệ cao nhất được 10 điểm; các đơn vị còn lại tính theo tỷ lệ so với đơn vị cao nhất", "peer"),
    Worded("Số bài/đơn vị cao nhất", "5", "Điểm = số bài của đơn vị / số bài của đơn vị cao nhất x 5", "peer"),
    Worded("Sự cố mất an toàn", "5", "Không có sự cố: 5 điểm; có 01 sự cố: 3 điểm; có 02 sự cố: 1 điểm; từ 03 sự cố trở lên: 0 điểm", "0:5 1:3 2:1 3:0"),
    Worded("Thời gian xử lý", "6", "Trung bình dưới 3 ngày: 6 điểm; từ 3 đến 5 ngày: 4 điểm; trên 5 ngày: 0 điểm", "2:6 3:4 5:4 6:0"),
    Worded("Kết nối", "5", "Đã kết nối, chia sẻ dữ liệu với LGSP: Điểm tối đa; chưa kết nối: 0 điểm", "c:5 k:0"),
    Worded("Bình xét", "5", "Tốt: 5đ, khá: 4đ, trung bình: 2đ, yếu: 0đ", "#1:5 #2:4 #3:2 #4:0"),
    Worded("Tập huấn", "10", "Tỷ lệ CBCC qua tập huấn kỹ năng số: >= 90% => 10 điểm; >= 70% => 7 điểm; >= 50% => 5 điểm; < 50% => 0 điểm", "90,100:10 89,100:7 70,100:7 50,100:5 49,100:0"),
    Worded("Thanh toán", "10", "Đạt 100% chỉ tiêu giao trở lên: 10 điểm; đạt dưới 100% chỉ tiêu: 10 x tỷ lệ đạt", "100,100:10 50,100:5"),
    Worded("Mức tối đa", "5", "Từ 50% trở lên: 5 điểm; từ 30% - dưới 50%: 3 điểm; từ 10% - dưới 30%: 1 điểm; dưới 10%: 0 điểm", "50,100:5 49,100:3 30,100:3 10,100:1 9,100:0"),
    Worded("Hỏi đáp", "4", "Trả lời trong 24 giờ: 4 điểm; trả lời trong 48 giờ: 2 điểm; quá 48 giờ: 0 điểm", "24:4 48:2 49:0"),
    Worded("Xếp hạng", "10", "Xếp thứ 1 đến 5: 10 điểm; xếp thứ 6 đến 10: 6 điểm; còn lại: 2 điểm", "1:10 5:10 6:6 10:6 11:2 40:2"),
    Worded("Giải thưởng", "10", "Giải nhất: 10 điểm; giải nhì: 7 điểm; giải ba: 5 điểm; khuyến khích: 3 điểm; không đạt giải: 0 điểm", "#1:10 #2:7 #3:5 #4:3 #5:0"),
    # traps
    Worded("Lớp ghép", "6", "Mỗi lớp tập huấn 1 điểm; lớp từ 50 học viên trở lên tính 2 điểm; tối đa 6 điểm", ""),
    Worded("Nhân đôi", "5", "Mỗi bài viết 0,5 điểm, bài trên báo trung ương được nhân đôi, tối đa 5 điểm", ""),
    Worded("Hệ số xã nghèo", "10", "Điểm = tỷ lệ hộ có tài khoản x 10. Đối với xã đặc biệt khó khăn được nhân hệ số 1,5", ""),
    Worded("Chỉ tính", "5", "Mỗi mô hình được 1 điểm (chỉ tính mô hình được công nhận trong năm), tối đa 5 điểm", ""),
    Worded("Tất cả đồng thời", "5", "Đồng thời: ban hành kế hoạch; bố trí kinh phí; có báo cáo: 5 điểm; thiếu một nội dung: 0 điểm", "c:5 k:0"),
    Worded("Kê", "6", "Kế hoạch; dự toán; báo cáo tổng kết: 6 điểm; không có: 0 điểm", "c:6 k:0"),
    Worded("Có trần dưới", "10", "Tỷ lệ hồ sơ đúng hạn x 10, nhưng thấp nhất là 2 điểm", ""),
    Worded("Không quá ba", "5", "Tỷ lệ đúng hạn x 5; trường hợp có đơn khiếu nại thì không quá 3 điểm", ""),
    Worded("Trừ nửa", "6", "Đạt 100% chỉ tiêu: 6 điểm; chậm tiến độ thì trừ một nửa số điểm", ""),
    Worded("Tổng chia phần", "10", "Điểm = b/a x 10; a = số hộ đã cài đặt; b = tổng số hộ", ""),
    Worded("Mỗi tháng", "12", "Mỗi tháng đăng đủ 4 tin được 1 điểm", "0:0 5:5 12:12"),
    Worded("Hai loại đơn vị", "10", "Xã loại I: từ 90% trở lên 10 điểm; xã loại II: từ 80% trở lên 10 điểm; còn lại 0 điểm", ""),
    Worded("Miễn trừ", "5", "Có trang thông tin: 5 điểm; không có: 0 điểm (trừ xã đang sáp nhập)", ""),
    Worded("Chưa đủ năm", "10", "Trên 90%: 10 điểm; dưới 90%: 5 điểm; đơn vị thành lập chưa đủ 01 năm được tính bằng mức trung bình của tỉnh", ""),
    Worded("Cộng thêm", "10", "Từ 80% trở lên: 8 điểm; dưới 80%: 4 điểm; có sáng kiến được công nhận thì cộng thêm 2 điểm", ""),
    Worded("Phần nghìn", "5", "Tỷ lệ sai sót dưới 1‰: 5 điểm; từ 1‰ đến 5‰: 3 điểm; trên 5‰: 0 điểm", "0,1000:5 1,1000:3 5,1000:3 6,1000:0"),
    Worded("Khoảng hở", "10", "Trên 80%: 10 điểm; từ 50% đến 70%: 5 điểm; dưới 50%: 0 điểm", ""),
    Worded("Chấm theo mức", "10", "Từ 7 đến 10 điểm tùy chất lượng; không thực hiện: 0 điểm", ""),
    Worded("Nửa số thôn", "4", "Từ 1/2 số thôn trở lên có tổ: 4 điểm; dưới 1/2 số thôn: 2 điểm; chưa có: 0 điểm", "#1:4 #2:2 #3:0"),
    Worded("Đủ bốn quý", "4", "Mỗi quý có báo cáo được 1 điểm", "0:0 3:3 4:4"),
    Worded("Lần đầu", "6", "Vi phạm lần đầu trừ 1 điểm; vi phạm lần thứ hai trừ 3 điểm; vi phạm từ lần thứ ba: 0 điểm", ""),
    Worded("Theo bảng", "10", "Điểm được quy đổi theo bảng tại Phụ lục II", ""),
)  # fmt: skip
