"""Forty texts of the same kinds as ``wordings_of_indices``, answered before they were read.

Read blind: 35 of 38 that a person can work out right (12 with a warning), 3 left to people, none wrong without a
warning. What was mended since: "doanh thu lớn nhất", and points that grow up to less than the level above them.
"""

# The texts stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.worked import PEERS, Worded

WORDINGS = (
    Worded("Cổng dữ liệu cấp bộ", "10", "a= Số dịch vụ dữ liệu có trên NDXP đã đưa vào sử dụng chính thức tại bộ; b= Tổng số dịch vụ dữ liệu có trên NDXP; Tỷ lệ=a/b; Điểm=Tỷ lệ*Điểm tối đa", "5,10:5 10,10:10", of="sử dụng|tổng"),
    Worded("Chi ATTT", "10", "a= Tổng kinh phí chi cho ATTT; b= Tổng kinh phí chi cho CNTT; Tỷ lệ= a/b; - Nếu Tỷ lệ>= 10%: Điểm tối đa; - Nếu Tỷ lệ < 10%: Tỷ lệ/10%*Điểm tối đa", "10,100:10 5,100:5 0,100:0", of="attt|cntt"),
    Worded("Thuê bao băng rộng", "20", "Điểm = (Tỷ lệ của địa phương - Tỷ lệ thấp nhất)/(Tỷ lệ cao nhất - Tỷ lệ thấp nhất) x Điểm tối đa; Tỷ lệ = số thuê bao/100 dân", PEERS),
    Worded("Doanh thu kinh tế số", "10", "a = doanh thu; Địa phương có doanh thu lớn nhất đạt điểm tối đa; các địa phương khác: Điểm = a/doanh thu lớn nhất * Điểm tối đa", PEERS),
    Worded("Cấp phó trưởng ban", "10", "Chủ tịch UBND xã là Trưởng ban: 100% điểm tối đa; Phó Chủ tịch là Trưởng ban: 50% điểm tối đa; không thành lập: 0 điểm", "#1:10 #2:5 #3:0"),
    Worded("Bản tin", "10", "Phát sóng tối thiểu 1 lần/tuần: 10 điểm; tối thiểu 1 lần/tháng: 5 điểm; ít hơn: 0 điểm", "52:10 12:5 11:0"),
    Worded("Dịch vụ công", "20", "Tỷ lệ DVCTT phát sinh hồ sơ = số DVCTT phát sinh hồ sơ / tổng số DVCTT. >=80%: 20 điểm; 60%-<80%: 15 điểm; 40%-<60%: 10 điểm; <40%: 0 điểm", "80,100:20 60,100:15 40,100:10 39,100:0", of="phát sinh hồ sơ|tổng"),
    Worded("Chuyên mục", "10", "Có chuyên mục: 3 điểm; số tin bài trong năm: từ 60 tin trở lên: 7 điểm, dưới 60 tin: số tin/60 x 7 điểm", "c,60:10 k,60:7 c,30:6.5 k,0:0"),
    Worded("Ký số cá nhân", "10", "Số cán bộ được cấp chữ ký số cá nhân chia cho tổng số cán bộ rồi nhân với 10", "5,10:5 10,10:10", of="chữ ký|tổng"),
    Worded("Lỗ hổng", "10", "a: số lỗ hổng đã khắc phục; b: số lỗ hổng được cảnh báo; nếu b = 0 thì đạt điểm tối đa; nếu b > 0 thì điểm = a/b x điểm tối đa", "0,0:10 1,2:5 2,2:10", of="khắc phục|cảnh báo"),
    Worded("So với năm trước", "10", "a: số hồ sơ trực tuyến năm nay; b: số hồ sơ trực tuyến năm trước; a > b: 10 điểm; a = b: 5 điểm; a < b: 0 điểm", "5,4:10 4,4:5 3,4:0", of="năm nay|năm trước"),
    Worded("Thực hiện nhiệm vụ UBND giao", "3", "Hoàn thành 100% nhiệm vụ đúng tiến độ: 3; hoàn thành 100% nhưng có nhiệm vụ chậm tiến độ: 1,5; có nhiệm vụ chưa hoàn thành: 0", "#1:3 #2:1.5 #3:0"),
    Worded("Chất lượng VBQPPL", "2", "Nếu 100% số văn bản được ban hành đúng quy định thì điểm đánh giá là 2. Nếu dưới 100% thì cứ mỗi văn bản sai trừ 0,5 điểm", ""),
    Worded("Đối thoại", "2", "Tổ chức ít nhất 02 cuộc đối thoại trong năm: 2; tổ chức 01 cuộc: 1; không tổ chức: 0", "2:2 1:1 0:0 5:2"),
    Worded("TTHC đúng hạn", "2", "Tính tỷ lệ % giữa số hồ sơ giải quyết đúng hạn so với tổng số hồ sơ đã giải quyết. Đạt từ 95% trở lên: 2; từ 90% đến dưới 95%: 1; dưới 90%: 0", "95,100:2 90,100:1 89,100:0"),
    Worded("Xin lỗi", "1", "100% hồ sơ trễ hạn có văn bản xin lỗi hoặc không có hồ sơ trễ hạn: 1; còn lại: 0", "c:1 k:0"),
    Worded("Đào tạo", "1", "Hoàn thành từ 80% trở lên kế hoạch đào tạo: 1; dưới 80%: 0", "8,10:1 7,10:0"),
    Worded("Tự chủ", "2", "Tỷ lệ % đơn vị tự chủ = (số đơn vị tự chủ/tổng số đơn vị) x 100%. Đạt từ 20% trở lên: 2 điểm; dưới 20%: điểm = (tỷ lệ x 2)/20%", "20,100:2 10,100:1 0,100:0", of="tự chủ|tổng"),
    Worded("Giảm đơn thư", "2", "Giảm từ 10% trở lên so với năm trước: 2 điểm; giảm dưới 10%: 1 điểm; không giảm: 0 điểm", ""),
    Worded("Sáng kiến", "5", "Có sáng kiến được công nhận cấp tỉnh: 5 điểm; cấp cơ sở: 3 điểm; không có: 0 điểm", "#1:5 #2:3 #3:0"),
    Worded("Giải thưởng", "3", "Giải nhất 3 điểm; giải nhì 2 điểm; giải ba 1 điểm; giải khuyến khích 0,5 điểm", "#1:3 #2:2 #3:1 #4:0.5 #5:0"),
    Worded("Tin bài", "10", "Mỗi tin bài đăng trên cổng huyện 0,2 điểm, đăng trên báo tỉnh 0,5 điểm, tối đa 10 điểm", "5,2:2 50,0:10 0,0:0"),
    Worded("Ý kiến góp ý", "5", "Góp ý đầy đủ các dự thảo: 5 điểm; thiếu mỗi dự thảo trừ 0,5 điểm", "0:5 2:4 10:0"),
    Worded("Họp giao ban", "5", "Vắng họp không lý do: trừ 1 điểm/lần", "0:5 2:3 5:0 6:0"),
    Worded("Đảng viên", "10", "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên: từ 90%: 10 điểm; từ 80% - dưới 90%: 8 điểm; từ 70% - dưới 80%: 6 điểm; dưới 70%: 4 điểm", "90,100:10 80,100:8 70,100:6 69,100:4"),
    Worded("Sử dụng sổ liên lạc điện tử", "10", "100% phụ huynh: 10 điểm; ≥ 80%: 8 điểm; ≥ 50%: 5 điểm; < 50%: 0 điểm", "100,100:10 80,100:8 50,100:5 49,100:0"),
    Worded("Kho học liệu", "10", "Có từ 100 học liệu: 10 điểm; cứ thiếu 10 học liệu trừ 1 điểm", "0:10 10:9 100:0"),
    Worded("Học sinh giỏi", "10", "a = số học sinh đạt giải; b = số học sinh dự thi; c = tỷ lệ cao nhất trong các trường; Điểm = (a/b)/c x 10", PEERS),
    Worded("Thanh toán viện phí", "10", "Tỷ lệ người bệnh thanh toán không dùng tiền mặt: đạt từ 60% trở lên được 10 điểm, dưới 60% được tính bằng (tỷ lệ đạt được/60%) × 10", "60,100:10 30,100:5 0,100:0"),
    Worded("Đơn thuốc điện tử", "10", "Điểm = 10 × số đơn thuốc liên thông : tổng số đơn thuốc", "5,10:5 10,10:10", of="liên thông|tổng"),
    Worded("Quản lý thuốc", "6", "Có phần mềm quản lý: 2 điểm; kết nối liên thông: 2 điểm; cập nhật hằng ngày: 2 điểm", "c,c,c:6 c,k,k:2 k,k,k:0"),
    Worded("Tử vong mẹ", "10", "Không có ca tử vong mẹ: 10 điểm; có 01 ca: 5 điểm; có từ 02 ca: 0 điểm", "0:10 1:5 2:0"),
    Worded("HTTT đạt cấp độ", "10", "a: số hệ thống được phê duyệt; b: tổng số hệ thống; Điểm = a/b × 10 (không vượt quá 10 điểm)", "5,10:5 10,10:10", of="phê duyệt|tổng"),
    Worded("Mã độc", "10", "Tỷ lệ máy nhiễm mã độc = số máy nhiễm/tổng số máy; Điểm = (1 – Tỷ lệ) × Điểm tối đa", "0,10:10 5,10:5 10,10:0", of="nhiễm|tổng"),
    Worded("Đèn thông minh", "10", "Từ 70% tuyến đường trở lên: 10 điểm; từ 50% đến dưới 70%: 7 điểm; dưới 50%: tỷ lệ/50% x 5 điểm", "70,100:10 50,100:7 25,100:2.5 0,100:0"),
    Worded("Phản ánh hiện trường", "10", "Xử lý đúng hạn 100% phản ánh: 10 điểm; mỗi phản ánh quá hạn trừ 0,5 điểm, trừ tối đa 10 điểm", "0:10 4:8 20:0 30:0"),
    Worded("Camera", "10", "Mỗi camera đầu tư mới tính 0,5 điểm; tổng số điểm không vượt quá 10 điểm", "4:2 20:10 30:10"),
    Worded("Sản phẩm OCOP", "10", "Có từ 01 sản phẩm 5 sao hoặc từ 03 sản phẩm 4 sao trở lên: 10 điểm; có 01 - 02 sản phẩm 4 sao: 6 điểm; chỉ có sản phẩm 3 sao: 3 điểm; không có: 0 điểm", "#1:10 #2:6 #3:3 #4:0"),
    Worded("Đường giao thông", "10", "Tỷ lệ km đường được cứng hóa đạt 100%: 10 điểm; giảm 5% trừ 1 điểm", "100,100:10 95,100:9 50,100:0"),
    Worded("Điểm truy cập Internet", "10", "a: số nhà văn hóa thôn có điểm truy cập Internet; b: tổng số nhà văn hóa thôn; Tỷ lệ a/b = 100%: 10 điểm; từ 50% đến dưới 100%: 5 điểm; dưới 50%: 0 điểm", "10,10:10 5,10:5 4,10:0", of="điểm truy cập|tổng"),
)  # fmt: skip
