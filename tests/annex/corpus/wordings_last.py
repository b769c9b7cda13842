"""Forty worded texts about zeros, exceptions and thresholds of other things, answered before they were read.

Read blind: 23 right (13 with a warning), 13 left to people (9 of them open to a guess only), 4 open to a guess read
with a warning, none wrong without one. What was mended since: "hoặc được miễn" in the name of a figure, and a
sentence that begins with "Trong năm".
"""

# The texts stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.worked import PEERS, Worded

WORDINGS = (
    Worded(
        "Xử lý phản ánh",
        "10",
        "a: số phản ánh xử lý đúng hạn; b: số phản ánh tiếp nhận. Tỷ lệ a/b ≥ 95%: 10 điểm; từ 80% đến dưới 95%: 6 điểm; dưới 80%: 0 điểm. Không tiếp nhận phản ánh nào thì được 10 điểm",
        "95,100:10 80,100:6 79,100:0 0,0:10",
        of="xử lý|tiếp nhận",
    ),
    Worded(
        "Xử lý phản ánh",
        "10",
        "Điểm = số phản ánh xử lý/tổng số phản ánh x 10. Trong năm không phát sinh phản ánh: 0 điểm",
        "5,10:5 0,0:0",
        of="xử lý|tổng",
    ),
    Worded(
        "Kiến nghị cử tri",
        "8",
        "Tỷ lệ = số kiến nghị đã giải quyết/tổng số kiến nghị. Đạt 100% hoặc trong kỳ không có kiến nghị: 8 điểm; dưới 100%: tỷ lệ x 8",
        "4,4:8 2,4:4 0,0:8",
        of="giải quyết|tổng",
    ),
    Worded(
        "Hồ sơ trễ hạn",
        "5",
        "a: số hồ sơ trễ hạn; b: tổng số hồ sơ. a/b: 0%: 5 điểm; trên 0% đến 3%: 3 điểm; trên 3%: 0 điểm",
        "0,100:5 1,100:3 3,100:3 4,100:0",
        of="trễ|tổng",
    ),
    Worded(
        "Ký số",
        "10",
        "Tỷ lệ = số văn bản ký số/tổng số văn bản đi. Tỷ lệ từ 95%: 10 điểm; từ 70% đến dưới 95%: điểm = tỷ lệ/95% x 10; dưới 70%: 0 điểm",
        "95,100:10 76,100:8 69,100:0 100,100:10",
        of="ký số|tổng",
    ),
    Worded(
        "Hài lòng",
        "10",
        "Điểm = số phiếu hài lòng/số phiếu thu về x 10. Số phiếu thu về dưới 70% số phiếu phát ra: 0 điểm",
        "8,10,70:8 8,10,69:0",
        of="hài lòng|thu về|phát ra",
    ),
    Worded(
        "Hài lòng",
        "10",
        "Điểm = số phiếu hài lòng/số phiếu thu về x 10. Trường hợp số phiếu thu về dưới 100 phiếu thì không tính điểm",
        "80,100:8 80,99:0",
        of="hài lòng|thu về",
    ),
    Worded(
        "Trực tuyến",
        "6",
        "Số hồ sơ trực tuyến/tổng số hồ sơ x 6 điểm; riêng đơn vị có tỷ lệ đúng hạn dưới 90% thì không được tính điểm",
        "1,2,90:3 1,2,89:0",
        of="trực tuyến|tổng|đúng hạn",
    ),
    Worded(
        "Khảo sát",
        "20",
        "Kết quả khảo sát theo thang điểm 100 được quy đổi về thang điểm 20",
        "50:10 100:20 0:0",
    ),
    Worded("Khảo sát", "20", "Kết quả khảo sát được quy đổi về thang điểm 20", ""),
    Worded(
        "Sử dụng nền tảng",
        "10",
        "Đạt bao nhiêu phần trăm thì được tính bấy nhiêu phần trăm số điểm",
        "50,100:5 100,100:10",
    ),
    Worded(
        "Họp trực tuyến", "6", "Từ 12 cuộc trở lên: 6 điểm; dưới 12 cuộc: mỗi cuộc 0,5 điểm", "12:6 6:3 20:6"
    ),
    Worded("Họp trực tuyến", "6", "Từ 12 cuộc trở lên: 6 điểm; dưới 12 cuộc: mỗi cuộc 0,25 điểm", ""),
    Worded(
        "Tài khoản định danh",
        "8",
        "Từ 80% trở lên: 8 điểm; dưới 80% thì cứ 10% được 1 điểm",
        "80,100:8 79,100:7 9,100:0",
    ),
    Worded(
        "Đóng góp dữ liệu",
        "10",
        "Lấy số bộ dữ liệu của đơn vị chia cho số bộ dữ liệu của đơn vị cao nhất, nhân với 10",
        PEERS,
    ),
    Worded(
        "Đóng góp dữ liệu", "10", "10 x (số bản ghi của đơn vị / số bản ghi của đơn vị nhiều nhất)", PEERS
    ),
    Worded(
        "Báo cáo",
        "5",
        "Gửi trước ngày 10: 5 điểm; gửi từ ngày 10 đến ngày 15: 3 điểm; còn lại: 1 điểm",
        "#1:5 #2:3 #3:1",
    ),
    Worded(
        "Số hóa",
        "5",
        "Năm 2025: từ 60% trở lên: 5 điểm; năm 2026: từ 80% trở lên: 5 điểm; còn lại: 0 điểm",
        "",
    ),
    Worded(
        "Kinh phí",
        "5",
        "Bố trí từ 1 tỷ đồng: 5 điểm; dưới 1 tỷ đồng: 3 điểm; không bố trí: 0 điểm. Huyện nghèo chỉ cần bố trí từ 500 triệu đồng",
        "",
    ),
    Worded(
        "Phong trào",
        "6",
        "Phát động: 2 điểm; sơ kết: 2 điểm; tổng kết: 2 điểm. Không phát động thì không tính điểm",
        "",
    ),
    Worded(
        "Một cửa",
        "5",
        "Điểm = a/c x 3 + b/d x 2; a, b lần lượt là số hồ sơ toàn trình, một phần nộp trực tuyến; c, d lần lượt là tổng số hồ sơ toàn trình, tổng số hồ sơ một phần",
        "1,1,2,2:2.5 2,2,2,2:5",
    ),
    Worded("Dữ liệu mở", "5", "Đạt 100% hoặc được miễn: 5 điểm; dưới 100%: 0 điểm", ""),
    Worded(
        "An toàn",
        "5",
        "Không phát hiện sự cố: 5 điểm; phát hiện và khắc phục 100% sự cố: 3 điểm; không khắc phục: 0 điểm",
        "#1:5 #2:3 #3:0",
    ),
    Worded(
        "Sự cố",
        "6",
        "Tỷ lệ sự cố được khắc phục = số sự cố được khắc phục/số sự cố xảy ra. Điểm = tỷ lệ x 6. Không xảy ra sự cố được 6 điểm",
        "1,2:3 0,0:6",
        of="khắc phục|xảy ra",
    ),
    Worded(
        "Tương tác",
        "4",
        "Số lượt tương tác bình quân (a/b) từ 4 trở lên: 4 điểm; dưới 4: a/b điểm; a: tổng số lượt; b: số bài",
        "",
    ),
    Worded("Phản hồi", "5", "Tỷ lệ phản hồi ≥ 90%: 5 điểm; < 90% hoặc không báo cáo: 0 điểm", ""),
    Worded(
        "Đào tạo",
        "10",
        "Điểm = số cán bộ được đào tạo/tổng số cán bộ x 10; nếu không tổ chức lớp nào thì trừ 2 điểm",
        "",
    ),
    Worded(
        "Chi ngân sách",
        "5",
        "Tỷ lệ chi = chi cho chuyển đổi số/tổng chi ngân sách. Từ 1% trở lên: 5 điểm; từ 0,5% đến dưới 1%: 3 điểm; dưới 0,5%: 1 điểm; không chi: 0 điểm",
        "1,100:5 0.5,100:3 0.1,100:1 0,100:0",
        of="chuyển đổi|tổng",
    ),
    Worded(
        "Cập nhật",
        "4",
        "Cập nhật đủ 12 tháng: 4 điểm; thiếu mỗi tháng trừ 0,5 điểm; không cập nhật quá 6 tháng: 0 điểm",
        "",
    ),
    Worded(
        "Tỷ lệ máy tính",
        "10",
        "Trên mức bình quân chung của tỉnh: 10 điểm; bằng mức bình quân: 6 điểm; thấp hơn: 0 điểm",
        "#1:10 #2:6 #3:0",
    ),
    Worded("Tỷ lệ hộ", "10", "Điểm = tỷ lệ của xã/tỷ lệ bình quân chung của huyện x 10", ""),
    Worded(
        "Bồi dưỡng",
        "5",
        "100% cán bộ được bồi dưỡng: 5 điểm; từ 80%: 4 điểm; từ 60%: 3 điểm; thấp hơn: 1 điểm",
        "100,100:5 80,100:4 60,100:3 59,100:1",
    ),
    Worded(
        "Hộ kinh doanh",
        "10",
        "Tỷ lệ hộ dùng hóa đơn điện tử từ 90%: 10 điểm; mỗi 1% thấp hơn trừ 0,5 điểm; tỷ lệ hộ có tài khoản dưới 50%: không tính điểm",
        "",
    ),
    Worded(
        "Trợ lý ảo",
        "4",
        "Có sử dụng: 4 điểm; không sử dụng: 0 điểm; đơn vị không có thủ tục hành chính thì không đánh giá tiêu chí này",
        "c,c:4 k,c:0",
    ),
    Worded("Bản tin", "5", "Mỗi bản tin 0,5 điểm; bản tin bằng tiếng dân tộc 1 điểm; tối đa 5 điểm", ""),
    Worded(
        "Thuê bao",
        "10",
        "r = a/b; a: số thuê bao thông minh; b: tổng số thuê bao. r ≥ 75%: 10 điểm; r < 75%: r/75% x 10",
        "75,100:10 30,100:4 100,100:10",
        of="thông minh|tổng",
    ),
    Worded(
        "Ngừng hoạt động",
        "6",
        "Số giờ gián đoạn: 0 giờ: 6 điểm; trên 0 đến 4 giờ: 3 điểm; trên 4 giờ: 0 điểm",
        "0:6 1:3 4:3 5:0",
    ),
    Worded("Tự đánh giá", "5", "Tự chấm theo thang 100, quy đổi tương ứng", ""),
    Worded(
        "Kiểm tra",
        "10",
        "Kiểm tra từ 30% số đơn vị trở lên: 10 điểm; dưới 30%: tính theo công thức (tỷ lệ đạt/30% x 10)",
        "30,100:10 15,100:5 0,100:0",
    ),
    Worded(
        "Mã định danh",
        "5",
        "Điểm = (1 - số hồ sơ thiếu mã/tổng số hồ sơ) x 5; không có hồ sơ: 5 điểm",
        "1,5:4 0,0:5",
        of="thiếu|tổng",
    ),
)
