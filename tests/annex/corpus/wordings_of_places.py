"""Forty worded texts in the manner of provinces, ministries, communes, schools and hospitals.

Read blind: 24 right (13 with a warning), 16 left to people (3 of them open to a guess only), none wrong. What was
mended since: a ratio called by its own words, a quotient with "tỷ lệ" in front, the formula between the lowest and
the highest, two conditions of 100 %, "tối đa 20 camera", caps with "không vượt quá".
"""

# The texts stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.worked import PEERS, Worded

WORDINGS = (
    # --- provinces ---
    Worded(
        "Tỷ lệ hồ sơ số hóa",
        "8",
        "Lấy số hồ sơ đã số hóa chia cho tổng số hồ sơ tiếp nhận, nhân với 8",
        "50,100:4 100,100:8",
        of="số hóa|tổng",
    ),
    Worded(
        "Chữ ký số cá nhân",
        "6",
        "Đạt từ 90% cán bộ trở lên có chữ ký số: 6 điểm; từ 70% đến dưới 90%: 4 điểm; từ 50% đến dưới 70%: 2 điểm; dưới 50%: không tính điểm",
        "90,100:6 70,100:4 69,100:2 49,100:0",
    ),
    Worded(
        "Kinh phí cho chuyển đổi số",
        "10",
        "Tỷ lệ chi = kinh phí chi cho chuyển đổi số/tổng chi ngân sách địa phương. Từ 1% trở lên: 10 điểm; dưới 1%: (tỷ lệ chi/1%) x 10",
        "1,100:10 0.5,100:5",
        of="chuyển đổi số|tổng chi",
    ),
    Worded("Họp Ban Chỉ đạo", "4", "Mỗi quý họp 01 lần (1 điểm/lần họp)", "4:4 2:2 5:4"),
    Worded(
        "Kế hoạch năm",
        "5",
        "Ban hành trước ngày 31/12 năm trước: 5 điểm; ban hành từ 01/01 đến 31/01: 3 điểm; ban hành sau 31/01: 1 điểm; không ban hành: 0 điểm",
        "#1:5 #2:3 #3:1 #4:0",
    ),
    Worded(
        "Văn bản điện tử",
        "10",
        "a là tổng số văn bản đi; b là số văn bản đi được ký số và gửi hoàn toàn trên môi trường mạng (trừ văn bản mật). Điểm đạt = b/a*10",
        "50,40:8 10,10:10",
        of="tổng|ký số",
    ),
    Worded(
        "Nền tảng số dùng chung",
        "6",
        "Sử dụng ít nhất 3 nền tảng: 6 điểm; 2 nền tảng: 4 điểm; 1 nền tảng: 2 điểm; chưa sử dụng: 0 điểm",
        "4:6 3:6 2:4 1:2 0:0",
    ),
    Worded(
        "Thanh toán trực tuyến",
        "10",
        "Nếu tỷ lệ hồ sơ thanh toán trực tuyến ≥ 60% được 10 điểm; nếu < 60% thì điểm = tỷ lệ × 10/60%",
        "60,100:10 30,100:5",
        of="thanh toán|tổng",
    ),
    Worded(
        "Cổng dữ liệu mở",
        "5",
        "Cung cấp mỗi bộ dữ liệu mở được 0,5 điểm nhưng tổng điểm không vượt quá 5",
        "4:2 12:5",
    ),
    Worded(
        "An toàn thông tin",
        "8",
        "100% hệ thống thông tin được phê duyệt cấp độ: 8 điểm; còn lại tính theo tỷ lệ: số hệ thống được phê duyệt/tổng số hệ thống x 8",
        "10,10:8 5,10:4",
    ),
    # --- ministries ---
    Worded(
        "Dịch vụ công toàn trình",
        "12",
        "(Số dịch vụ công toàn trình đã cung cấp/Tổng số thủ tục đủ điều kiện) × 12",
        "5,10:6 10,10:12",
        of="cung cấp|đủ điều kiện",
    ),
    Worded(
        "Báo cáo định kỳ",
        "6",
        "Gửi đủ, đúng hạn 4 báo cáo: 6 điểm; mỗi báo cáo gửi chậm trừ 0,5 điểm; mỗi báo cáo không gửi trừ 1,5 điểm",
        "0,0:6 2,0:5 0,4:0 1,1:4",
        of="chậm|không gửi",
    ),
    Worded(
        "Kết nối dữ liệu",
        "10",
        "Điểm = 4 nếu đã kết nối trục liên thông; cộng 6 nếu đã kết nối cơ sở dữ liệu dân cư",
        "c,c:10 c,k:4 k,c:6 k,k:0",
        of="trục|dân cư",
    ),
    Worded(
        "Tỷ lệ hài lòng",
        "10",
        "Mức độ hài lòng từ 90% trở lên: 10 điểm; từ 80% đến dưới 90%: 8 điểm; từ 70% đến dưới 80%: 6 điểm; dưới 70%: 0 điểm",
        "90,100:10 89,100:8 70,100:6 69,100:0",
    ),
    Worded(
        "Hội nghị trực tuyến",
        "5",
        "Tổ chức từ 50% hội nghị trở lên bằng hình thức trực tuyến thì được 5 điểm, ngược lại không được điểm",
        "50,100:5 49,100:0",
    ),
    Worded(
        "Chỉ số tiếp cận",
        "10",
        "Điểm = 10 x (giá trị của đơn vị – giá trị thấp nhất)/(giá trị cao nhất – giá trị thấp nhất)",
        PEERS,
    ),
    Worded(
        "Tài khoản định danh",
        "10",
        "a = Số tài khoản định danh mức 2 đã kích hoạt; b = Dân số từ 14 tuổi trở lên. Tỷ lệ a/b đạt 80% trở lên được 10 điểm, dưới 80% được tính (a/b)/80%*10",
        "80,100:10 40,100:5 90,100:10",
        of="kích hoạt|dân số",
    ),
    Worded(
        "Đào tạo",
        "5",
        "Số lớp tập huấn tổ chức trong năm: từ 5 lớp: 5 điểm; 3 - 4 lớp: 3 điểm; 1 - 2 lớp: 1 điểm",
        "5:5 4:3 3:3 2:1 0:0",
    ),
    # --- districts and communes ---
    Worded(
        "Tổ công nghệ số cộng đồng",
        "6",
        "100% thôn, tổ dân phố có Tổ công nghệ số cộng đồng: 3 điểm. 100% Tổ hoạt động có hiệu quả (có kế hoạch, có báo cáo): 3 điểm",
        "c,c:6 c,k:3 k,k:0",
    ),
    Worded(
        "Wifi công cộng",
        "4",
        "Có từ 3 điểm wifi công cộng trở lên: 4 điểm; có 1 đến 2 điểm wifi: 2 điểm; không có: 0 điểm",
        "3:4 2:2 1:2 0:0",
    ),
    Worded("Camera an ninh", "5", "Mỗi camera lắp mới được 0,25 điểm, tối đa 20 camera", "4:1 20:5 40:5"),
    Worded(
        "Trang thông tin điện tử xã",
        "6",
        "- Có trang thông tin điện tử: 2 điểm.\n- Có ít nhất 02 tin, bài mỗi tuần: 2 điểm.\n- Công khai đủ thủ tục hành chính: 2 điểm.",
        "c,c,c:6 c,k,k:2 k,k,k:0",
    ),
    Worded(
        "Chợ không dùng tiền mặt",
        "5",
        "Tỷ lệ tiểu thương chấp nhận thanh toán không dùng tiền mặt: ≥ 50%: 5 điểm; 30% - dưới 50%: 3 điểm; dưới 30%: 1 điểm; không có: 0 điểm",
        "50,100:5 30,100:3 29,100:1 0,100:0",
    ),
    Worded(
        "Sản phẩm OCOP lên sàn",
        "5",
        "Có 100% sản phẩm OCOP trên sàn thương mại điện tử hoặc xã không có sản phẩm OCOP: 5 điểm; dưới 100%: tỷ lệ × 5",
        "10,10:5 5,10:2.5 0,0:5",
    ),
    Worded(
        "Truyền thanh",
        "4",
        "Có đài truyền thanh thông minh hoạt động: 4 điểm; có đài truyền thanh nhưng chưa thông minh: 2 điểm; không có: 0 điểm",
        "#1:4 #2:2 #3:0",
    ),
    Worded(
        "Người đứng đầu",
        "5",
        "Chủ tịch UBND xã trực tiếp làm Trưởng ban: 3 điểm; Chủ tịch chủ trì đủ các cuộc họp: 2 điểm",
        "c,c:5 c,k:3 k,c:2",
        of="trưởng ban|chủ trì",
    ),
    Worded(
        "Hồ sơ trực tuyến",
        "10",
        "Tỷ lệ hồ sơ trực tuyến: dưới 30%: 0 điểm; từ 30%: cứ mỗi 10% được 1 điểm",
        "",
        of="",
    ),
    Worded(
        "Mã địa chỉ",
        "5",
        "Gắn mã địa chỉ số cho hộ gia đình: hoàn thành 100% được 5 điểm; mỗi 10% hộ chưa gắn bị trừ 0,5 điểm",
        "",
        of="",
    ),
    # --- schools ---
    Worded(
        "Học bạ số",
        "10",
        "Điểm = Số học sinh có học bạ số/Tổng số học sinh toàn trường × 10 (làm tròn 1 chữ số thập phân)",
        "",
        of="",
    ),
    Worded(
        "Học liệu số",
        "6",
        "Bình quân mỗi giáo viên có từ 5 học liệu số trở lên: 6 điểm; từ 3 đến dưới 5: 4 điểm; dưới 3: 2 điểm; không có: 0 điểm",
        "5,1:6 3,1:4 2,1:2 0,1:0",
    ),
    Worded(
        "Sổ liên lạc điện tử",
        "4",
        "Sử dụng sổ liên lạc điện tử với 100% phụ huynh: 4 điểm; từ 50% phụ huynh trở lên: 2 điểm; dưới 50%: 0 điểm",
        "10,10:4 5,10:2 4,10:0",
    ),
    Worded(
        "Thu học phí",
        "5",
        "Tỷ lệ học sinh đóng học phí không dùng tiền mặt (T). T = 100%: 5 điểm; 80% ≤ T < 100%: 4 điểm; 50% ≤ T < 80%: 2 điểm; T < 50%: 0 điểm",
        "10,10:5 8,10:4 5,10:2 4,10:0",
    ),
    Worded(
        "Phòng máy",
        "4",
        "Có phòng máy tính kết nối Internet và có ít nhất 01 giáo viên phụ trách: 4 điểm; thiếu một trong hai điều kiện: 2 điểm; thiếu cả hai: 0 điểm",
        "#1:4 #2:2 #3:0",
    ),
    # --- hospitals ---
    Worded(
        "Bệnh án điện tử",
        "15",
        "Đã công bố bệnh án điện tử: 15 điểm; đang triển khai, đạt từ 50% số khoa: 8 điểm; đang triển khai, dưới 50% số khoa: 4 điểm; chưa triển khai: 0 điểm",
        "#1:15 #2:8 #3:4 #4:0",
    ),
    Worded(
        "Đặt lịch khám",
        "5",
        "Số lượt đặt lịch khám trực tuyến/1.000 x 5, tối đa 5 điểm",
        "500:2.5 1000:5 2000:5",
    ),
    Worded(
        "Thời gian chờ khám",
        "5",
        "Thời gian chờ khám trung bình dưới 60 phút: 5 điểm; từ 60 đến 90 phút: 3 điểm; trên 90 phút: 0 điểm",
        "59:5 60:3 90:3 91:0",
    ),
    Worded(
        "Đơn thuốc điện tử",
        "8",
        "Tỷ lệ liên thông đơn thuốc = số đơn đã liên thông/tổng số đơn. Nếu tỷ lệ đạt trên 95% chấm 8 điểm, từ 80% đến 95% chấm 5 điểm, còn lại chấm 0 điểm",
        "96,100:8 95,100:5 80,100:5 79,100:0",
        of="liên thông|tổng",
    ),
    Worded(
        "Sự cố an toàn",
        "5",
        "Không để xảy ra sự cố mất an toàn thông tin: 5 điểm; để xảy ra 1 sự cố nhưng khắc phục trong 24 giờ: 3 điểm; từ 2 sự cố trở lên hoặc không khắc phục kịp thời: 0 điểm",
        "#1:5 #2:3 #3:0",
    ),
    Worded(
        "Thanh toán viện phí",
        "10",
        "a: số lượt thanh toán viện phí không dùng tiền mặt (không tính lượt hoàn trả); b: tổng số lượt thanh toán. Nếu a/b ≥ 70% = 10 điểm. Nếu a/b < 70% = a/b x 10/0,7",
        "70,100:10 35,100:5",
        of="không tính lượt hoàn|tổng",
    ),
    Worded("Khảo sát người bệnh", "6", "Điểm trung bình khảo sát (thang 5) x 6/5", "5:6 2.5:3"),
)
