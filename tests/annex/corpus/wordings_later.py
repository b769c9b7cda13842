"""Sixty more worded texts, answered by hand before the reader saw any of them.

Read blind: 37 right (14 with a warning), 18 left to people (5 of them open to a guess only), 4 other with a warning (2 of them open to
a guess), 1 wrong without a warning ("Điểm = 10 - (…) x 10" lost its "10 - "). What was mended since by these and by
trying words around them: all points less a share, spans of points, what calculates in front of a ratio.
"""

# The texts stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.worked import PEERS, Worded

WORDINGS = (
    Worded("Ban Chỉ đạo", "10", "Trưởng Ban Chỉ đạo là Bí thư hoặc Chủ tịch UBND: điểm tối đa; là Phó Chủ tịch: 1/2 điểm tối đa; chưa thành lập: 0 điểm", "#1:10 #2:5 #3:0"),
    Worded("Nghị quyết, kế hoạch", "20", "Có Nghị quyết chuyên đề: 1/2 điểm tối đa; Có Kế hoạch hằng năm: 1/2 điểm tối đa; Không có Nghị quyết: 0 điểm; Không có Kế hoạch: 0 điểm", "c,c:20 c,k:10 k,k:0"),
    Worded("TTHC toàn trình", "15", "a = Tổng số TTHC đủ điều kiện; b = Số TTHC cung cấp toàn trình; Tỷ lệ = b/a; Điểm = Tỷ lệ * Điểm tối đa", "10,5:7.5 10,10:15", of="đủ điều kiện|toàn trình"),
    Worded("Hồ sơ số hóa", "10", "a= Số hồ sơ đã số hóa; b= Tổng số hồ sơ phải số hóa. Tỷ lệ a/b ≥ 80%: Điểm tối đa; Tỷ lệ a/b < 80%: Điểm= Tỷ lệ/80%*Điểm tối đa", "80,100:10 40,100:5 100,100:10", of="đã|tổng"),
    Worded("Chi cho chuyển đổi số", "10", "Tỷ lệ kinh phí chi cho CĐS/tổng chi thường xuyên ≥ 1%: điểm tối đa; < 1%: Điểm = Tỷ lệ * Điểm tối đa", "1,100:10 0.5,100:0.05"),
    Worded("Gửi nhận văn bản", "10", "Đạt 100% văn bản gửi nhận qua Trục liên thông: 10 điểm; dưới 100%: không tính điểm", "10,10:10 9,10:0"),
    Worded("Tỷ lệ chi ngân sách", "10", "≥ 10%: 100% điểm; từ 7% đến dưới 10%: 70% điểm; từ 3% đến dưới 7%: 30% điểm; dưới 3%: 0 điểm", "10,100:10 7,100:7 3,100:3 2,100:0"),
    Worded("Hội nghị tuyên truyền", "8", "Từ 10 hội nghị trở lên: điểm tối đa; từ 5 đến 10 hội nghị: 1/2 điểm tối đa; dưới 5 hội nghị: 1/4 điểm tối đa", "10:8 9:4 5:4 4:2"),
    Worded("Họp Ban Chỉ đạo", "20", "04 cuộc: 20 điểm; 03 cuộc: 15 điểm; 02 cuộc: 10 điểm; 01 cuộc: 5 điểm; không họp: 0 điểm", "4:20 3:15 2:10 1:5 0:0"),
    Worded("Chuyên mục", "6", "Có ít nhất 01 tin, bài/tuần: điểm tối đa; có ít nhất 01 tin, bài/tháng: 1/2 điểm tối đa; ít hơn 01 tin, bài/tháng: 0 điểm", "52:6 12:3 11:0"),
    Worded("Văn bản chỉ đạo", "2", "Mỗi văn bản chỉ đạo được 0,2 điểm nhưng không quá điểm tối đa", "5:1 20:2"),
    Worded("Chủ trì họp", "4", "Chủ tịch UBND chủ trì: 0,5 điểm/cuộc họp, tối đa bằng điểm tối đa; Phó Chủ tịch chủ trì: 0,2 điểm/cuộc họp, tối đa bằng 1/2 điểm tối đa. Tổng điểm không vượt quá điểm tối đa", "4,5:3 8,0:4 0,20:2 8,20:4", of="ubnd|phó"),
    Worded("Đề án", "5", "Ban hành Quyết định phê duyệt Đề án: 3 điểm; mỗi văn bản hướng dẫn kèm theo được cộng 1 điểm; tổng cộng tối đa 5 điểm", "c,0:3 c,1:4 c,5:5"),
    Worded("Bán hàng trên mạng", "10", "Có sàn TMĐT riêng: 10 điểm hoặc có gian hàng trên sàn TMĐT khác: 6 điểm; chưa có: 0 điểm", "#1:10 #2:6 #3:0"),
    Worded("Đào tạo", "6", "Số lượt đào tạo bình quân/CBCC ≥ 3 lượt: điểm tối đa; < 3 lượt: Điểm = Số lượt bình quân/3 * Điểm tối đa", "1:2 3:6 6:6"),
    Worded("Số hóa hạng mục", "10", "Điểm = Số hạng mục đã số hóa/119 * Điểm tối đa", "119:10 0:0"),
    Worded("Chỉ tiêu", "10", "Điểm = b/a*Điểm tối đa (Điểm luôn ≤ 10). a: Số chỉ tiêu được giao; b: Số chỉ tiêu hoàn thành", "10,5:5 10,12:10", of="được giao|hoàn thành"),
    Worded("An toàn thông tin", "5", "Không để xảy ra sự cố mất an toàn thông tin: 5 điểm; để xảy ra sự cố: 0 điểm", "c:5 k:0"),
    Worded("Truy cập cổng", "5", "Đơn vị có số lượt truy cập cao nhất được điểm tối đa, các đơn vị còn lại tính theo tỷ lệ so với đơn vị cao nhất", PEERS),
    Worded("Dự án", "5", "Tỷ lệ = số dự án đúng tiến độ/tổng số dự án. Điểm = tỷ lệ x 5. Đơn vị không có dự án thì không đánh giá tiêu chí này", "1,2,c:2.5 2,2,c:5", of="đúng tiến độ|tổng|"),
    Worded("Tuyên truyền theo quý", "2", "Tổ chức đủ 04 đợt tuyên truyền cho 04 quý: 2 điểm, mỗi đợt 0,5 điểm", "4:2 1:0.5 0:0"),
    Worded("Sáng kiến", "5", "Mỗi sáng kiến được công nhận cấp tỉnh cộng 2 điểm, cấp huyện cộng 1 điểm; tối đa 5 điểm", "1,1:3 0,9:5", of="tỉnh|huyện"),
    Worded("Đô thị thông minh", "5", "Không tính điểm, chỉ thu thập số liệu", ""),
    Worded("Hài lòng", "10", "Tỷ lệ người dân hài lòng = số người hài lòng/số người được khảo sát. Từ 90% trở lên: điểm tối đa; từ 80% đến dưới 90%: 50% điểm tối đa; dưới 80%: 0 điểm", "90,100:10 80,100:5 79,100:0", of="hài lòng|khảo sát"),
    Worded("Gửi báo cáo", "5", "Gửi trước ngày 15/12: 5 điểm; gửi từ ngày 15/12 đến ngày 20/12: 3 điểm; gửi sau ngày 20/12: 0 điểm", "#1:5 #2:3 #3:0"),
    Worded("Chế độ báo cáo", "5", "Báo cáo chậm 01 lần trừ 0,5 điểm; không báo cáo 01 lần trừ 1 điểm", "1,1:3.5 0,0:5 10,5:0", of="chậm|không"),
    Worded("Bậc phần trăm", "20", "Cứ mỗi 5% hồ sơ trực tuyến được 1 điểm, tối đa 20 điểm", "5,100:1 52,100:10 100,100:20"),
    Worded("Kế hoạch giao", "10", "Đạt 100% kế hoạch giao: 10 điểm; đạt từ 80% đến dưới 100%: 8 điểm; đạt từ 50% đến dưới 80%: 5 điểm; dưới 50%: 0 điểm", "100,100:10 80,100:8 50,100:5 49,100:0"),
    Worded("Thiết bị", "10", "Điểm = (A/B + C/D)/2 * Điểm tối đa; A: Số trường có thiết bị; B: Tổng số trường; C: Số trạm y tế có thiết bị; D: Tổng số trạm y tế", "1,2,2,2:7.5 2,2,2,2:10", of="trường có|tổng số trường|trạm y tế có|tổng số trạm"),
    Worded("Dịch vụ công", "10", "Điểm = (b/a)*Điểm tối đa*1/2 + (c/a)*Điểm tối đa; a: tổng số DVC; b: số DVC mức độ 3; c: số DVC mức độ 4", "10,4,6:8 10,10,0:5 10,0,10:10", of="tổng|mức độ 3|mức độ 4"),
    Worded("Doanh thu qua sàn", "10", "Điểm tỷ lệ thuận với doanh thu", ""),
    Worded("Kinh tế số", "10", "Doanh thu kinh tế số từ 50 tỷ đồng trở lên: 10 điểm; từ 20 tỷ đồng đến dưới 50 tỷ đồng: 6 điểm; dưới 20 tỷ đồng: 2 điểm", "50:10 20:6 19:2"),
    Worded("Vùng khó khăn", "10", "Đạt từ 90% trở lên: 10 điểm; dưới 90%: tỷ lệ x 10 điểm; riêng các xã vùng III đạt từ 70% trở lên được 10 điểm", ""),
    Worded("Khiếu nại", "10", "Điểm = a/b x 10, nếu có khiếu nại thì trừ 2 điểm; a: số hồ sơ đúng hạn; b: tổng số hồ sơ", "5,10,k:5 5,10,c:3", of="đúng hạn|tổng|khiếu nại"),
    Worded("Hồ sơ trễ hạn", "10", "Số hồ sơ trễ hạn/tổng số hồ sơ: dưới 2%: 10 điểm; từ 2% đến 5%: 5 điểm; trên 5%: 0 điểm", "1,100:10 2,100:5 5,100:5 6,100:0"),
    Worded("Tỷ lệ trễ hạn", "10", "Tỷ lệ hồ sơ trễ hạn càng thấp điểm càng cao", ""),
    Worded("Hai loại thủ tục", "10", "Mỗi thủ tục được 0,5 điểm, thủ tục toàn trình được 1 điểm, tối đa 10 điểm", ""),
    Worded("Camera", "10", "Có hệ thống camera: 5 điểm; có kết nối về trung tâm điều hành: thêm 5 điểm", "c,c:10 c,k:5 k,k:0"),
    Worded("Chỉ tiêu thu hút", "10", "Đạt chỉ tiêu: 10 điểm; vượt chỉ tiêu từ 10% trở lên: 10 điểm; không đạt: tính theo tỷ lệ hoàn thành", "5,10:5 10,10:10 12,10:10"),
    Worded("Tin bài có hệ số", "5", "Số tin bài x 0,1 điểm x hệ số (bài dịch hệ số 2)", ""),
    Worded("Mô hình", "10", "Có từ 02 mô hình trở lên được 10 điểm, có 01 mô hình được 5 điểm, không có mô hình nào không được điểm", "2:10 1:5 0:0"),
    Worded("Đường truyền", "10", "Điểm tối đa khi 100% thôn có đường truyền; mỗi thôn chưa có trừ 1 điểm", "0:10 3:7 20:0"),
    Worded("Mức trên", "5", "Trên 90%: 5 điểm; trên 80%: 4 điểm; trên 70%: 3 điểm; còn lại: 0 điểm", "91,100:5 90,100:4 80,100:3 70,100:0"),
    Worded("Giảm theo phần trăm", "10", "Nếu tỷ lệ đạt từ 70% trở lên thì được điểm tối đa, nếu đạt dưới 70% thì cứ giảm 1% bị trừ 0,1 điểm", "70,100:10 69,100:9.9 60,100:9 0,100:3"),
    Worded("Văn bản quy phạm", "30", "10 điểm/01 văn bản; tối đa 30 điểm", "1:10 2:20 5:30"),
    Worded("VNeID", "10", "Tỷ lệ người dân có tài khoản VNeID mức 2 (a/b) * 10; a: số người đã kích hoạt; b: dân số từ 14 tuổi trở lên", "5,10:5 10,10:10", of="kích hoạt|dân số"),
    Worded("Hệ thống điều hành", "8", "Đã xây dựng và vận hành hiệu quả: 100% số điểm; đã xây dựng nhưng chưa vận hành: 50% số điểm; chưa xây dựng: 0 điểm", "#1:8 #2:4 #3:0"),
    Worded("Chất lượng", "10", "Tốt: 10 điểm; Khá: 7 điểm; Trung bình: 5 điểm; Yếu: 0 điểm", "#1:10 #2:7 #3:5 #4:0"),
    Worded("Công khai", "5", "Công khai đủ 05 nội dung: 5 điểm; thiếu mỗi nội dung trừ 1 điểm", "0:5 2:3 5:0"),
    Worded("Phản hồi", "5", "Phản hồi trong vòng 24 giờ: 5 điểm; từ trên 24 giờ đến 48 giờ: 3 điểm; quá 48 giờ: 0 điểm", "24:5 25:3 48:3 49:0"),
    Worded("Không dùng tiền mặt", "10", "Số giao dịch không dùng tiền mặt trên tổng số giao dịch nhân với 10", "5,10:5 10,10:10", of="không dùng|tổng"),
    Worded("Hội viên", "10", "Tối đa 10 điểm cho 20 hội viên, mỗi hội viên tham gia được 0,5 điểm", "1:0.5 20:10 30:10"),
    Worded("Xếp hạng", "10", "Đơn vị xếp thứ nhất: 10 điểm; thứ hai: 8 điểm; thứ ba: 6 điểm; còn lại: 4 điểm", "#1:10 #2:8 #3:6 #4:4"),
    Worded("Trừ theo tỷ lệ", "10", "Điểm = 10 - (số hồ sơ trễ hạn/tổng số hồ sơ) x 10", "0,10:10 5,10:5", of="trễ|tổng"),
    Worded("Xã đạt chuẩn", "20", "Tỷ lệ = (số xã đạt chuẩn + 0,5 x số xã cơ bản đạt)/tổng số xã; Điểm = Tỷ lệ x 20", "4,4,10:12 10,0,10:20", of="xã đạt chuẩn|cơ bản|tổng"),
    Worded("Có quy chế trước", "10", "Chỉ tính điểm khi đã ban hành quy chế: tỷ lệ cán bộ dùng thư công vụ x 10 điểm", "c,5,10:5 k,5,10:0"),
    Worded("Vi phạm", "10", "Từ 3 lần vi phạm trở lên: 0 điểm; 2 lần: 3 điểm; 1 lần: 6 điểm; không vi phạm: 10 điểm", "0:10 1:6 2:3 3:0 4:0"),
    Worded("Điểm truy cập", "5", "Mỗi 1.000 người dân có 01 điểm truy cập: 5 điểm; dưới mức này: 0 điểm", ""),
    Worded("Chi ngân sách", "10", "Tỷ lệ ngân sách chi cho CĐS từ 1% trở lên: 10 điểm; dưới 1%: tỷ lệ đạt được chia 1% nhân 10 điểm", "1,100:10 0.5,100:5"),
    Worded("Tiến độ", "10", "Hoàn thành trước thời hạn: 10 điểm; đúng thời hạn: 8 điểm; chậm dưới 10 ngày: 5 điểm; chậm từ 10 ngày trở lên: 0 điểm", "#1:10 #2:8 #3:5 #4:0"),
)  # fmt: skip
