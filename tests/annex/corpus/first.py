"""The first half of the invented annexes: the reader may be tuned on them."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, tiers, yes

YES = {"kind": "yes_no", "when": "x"}
_CHOICE_3 = choice("full", "1/2", "none")

SO_NGANH = Invented(
    file="so-nganh-2024.docx",
    above=("PHỤ LỤC I", "BỘ TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC SỞ, BAN, NGÀNH", "(Ban hành kèm theo Quyết định số 145/QĐ-UBND ngày 18/3/2024 của Ủy ban nhân dân tỉnh Bình Minh)"),
    headings={"number": "TT", "name": "Nội dung tiêu chí", "max": "Thang điểm", "method": "Cách chấm điểm", "evidence": "Tài liệu minh chứng", "lead": "Cơ quan chủ trì"},
    total="60",
    rows=(
        Entry(0, "I", "NHẬN THỨC SỐ", "20"),
        Entry(1, "1", "Người đứng đầu là Trưởng Ban Chỉ đạo chuyển đổi số", "5", {"method": "- Là Trưởng ban: 5 điểm\n- Giao cấp phó: 2,5 điểm\n- Chưa có Ban Chỉ đạo: 0 điểm", "evidence": "Quyết định", "lead": "Văn phòng Sở"}, *choice("full", "2.5p", "none")),
        Entry(1, "2", "Số tin, bài về chuyển đổi số đăng trên cổng thông tin điện tử", "5", {"method": "Từ 24 bài/năm trở lên: 5 điểm\nTừ 12 đến dưới 24 bài/năm: 3 điểm\nDưới 12 bài/năm: 0 điểm", "lead": "Văn phòng Sở"}, tiers("at_least 24 full", "at_least 12 3p"), numbers("n")),
        Entry(1, "3", "Tỷ lệ công chức được tập huấn kỹ năng số", "10", {"method": "a = Số công chức được tập huấn\nb = Tổng số công chức\nTỷ lệ = a/b\nĐiểm = Tỷ lệ x Điểm tối đa", "lead": "Phòng Tổ chức cán bộ"}, ratio("a / b"), numbers("a", "b")),
        Entry(0, "II", "THỂ CHẾ SỐ", "15"),
        Entry(1, "1", "Ban hành kế hoạch chuyển đổi số hằng năm", "5", {"method": "Đã ban hành: điểm tối đa; chưa ban hành: không tính điểm", "lead": "Phòng Kế hoạch - Tài chính"}, YES, yes("x")),
        Entry(1, "2", "Văn bản chỉ đạo chuyên đề", "10", {"method": "Mỗi văn bản được 2 điểm, tối đa 10 điểm", "lead": "Phòng Kế hoạch - Tài chính"}, {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n")),
        Entry(0, "III", "HOẠT ĐỘNG CHÍNH QUYỀN SỐ", "25"),
        Entry(1, "1", "Tỷ lệ hồ sơ nộp trực tuyến", "15", {"method": "- Tỷ lệ đạt từ 80% trở lên: điểm tối đa\n- Tỷ lệ dưới 80%: điểm = tỷ lệ/80% x điểm tối đa\nTrong đó: tỷ lệ = số hồ sơ nộp trực tuyến / tổng số hồ sơ tiếp nhận", "lead": "Bộ phận Một cửa"}, ratio("a / b", full_at="80%"), numbers("a", "b")),
        Entry(1, "2", "Gửi báo cáo đúng hạn", "5", {"method": "Mỗi báo cáo gửi chậm trừ 1 điểm", "lead": "Văn phòng Sở"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}, numbers("n")),
        Entry(1, "3", "Sáng kiến chuyển đổi số", "5", {"method": "Hội đồng thẩm định chấm theo tính mới và hiệu quả", "lead": "Văn phòng Sở"}),
    ),
)  # fmt: skip

CAP_XA = Invented(
    file="cap-xa-2025.xlsx",
    above=("BẢNG TIÊU CHÍ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CẤP XÃ NĂM 2025",),
    headings={"number": "STT", "name": "Tiêu chí", "max": "Điểm chuẩn", "self": "Điểm tự chấm", "method": "Hướng dẫn chấm điểm", "lead": "Đơn vị phụ trách", "coordinating": "Đơn vị phối hợp", "deadline": "Thời hạn"},
    rows=(
        Entry(0, "A", "Hạ tầng số", "30"),
        Entry(1, "1", "Tỷ lệ hộ gia đình có Internet cáp quang", "15", {"method": "Đạt ≥ 90%: 15 điểm; từ 70% đến dưới 90%: 10 điểm; từ 50% đến dưới 70%: 5 điểm; dưới 50%: 0 điểm. (Tỷ lệ = số hộ có cáp quang / tổng số hộ)", "lead": "Công chức Văn hóa - Xã hội", "deadline": "30/11/2025"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "90%", "give": "full"}, {"at_least": "70%", "points": "10"}, {"at_least": "50%", "points": "5"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "2", "Phủ sóng 4G/5G đến thôn", "15", {"method": "100% thôn được phủ sóng: điểm tối đa; dưới 100%: 0 điểm", "lead": "Công chức Văn hóa - Xã hội", "coordinating": "Các doanh nghiệp viễn thông"}, ratio("a / b", full_at="100%", below="zero"), numbers("a", "b")),
        Entry(0, "B", "Dịch vụ công", "40"),
        Entry(1, "1", "Tổ công nghệ số cộng đồng", "10", {"method": "- Thành lập ở tất cả các thôn: 10 điểm\n- Thành lập nhưng chưa đủ các thôn: 5 điểm\n- Chưa thành lập: 0 điểm", "lead": "UBND xã"}, *choice("full", "5p", "none")),
        Entry(1, "2", "Hoạt động của Tổ công nghệ số cộng đồng", "10", {"method": "Có kế hoạch hoạt động: 4 điểm\nCó báo cáo kết quả hằng quý: 6 điểm", "lead": "UBND xã"}, {"kind": "checklist", "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "6"}]}, yes("x", "y")),
        Entry(1, "3", "Hồ sơ trực tuyến toàn trình", "20", {"method": "Điểm = (Số hồ sơ trực tuyến toàn trình / Tổng số hồ sơ) x 20", "lead": "Bộ phận Một cửa", "coordinating": "Công chức Tư pháp - Hộ tịch"}, ratio("a / b"), numbers("a", "b")),
        Entry(0, "C", "Điểm thưởng", "5", role="bonus"),
        Entry(1, "1", "Có mô hình, cách làm mới được cấp huyện công nhận", "5", {"method": "Mỗi mô hình 2,5 điểm nhưng không quá 5 điểm", "lead": "UBND xã"}, {"kind": "count", "parts": [{"of": "n", "points_each": "2.5"}]}, numbers("n"), role="bonus"),
    ),
)  # fmt: skip

CAP_HUYEN = Invented(
    file="cap-huyen-2024.pdf",
    above=("Phụ lục", "BỘ CHỈ SỐ ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ CẤP HUYỆN", "(Kèm theo Quyết định số 88/QĐ-UBND ngày 05 tháng 02 năm 2024 của UBND tỉnh Hòa An)"),
    headings={"number": "STT", "name": "Chỉ số/Chỉ số thành phần", "max": "Điểm tối đa", "method": "Cách xác định", "evidence": "Kiểm chứng"},
    rows=(
        Entry(0, "1", "Nhận thức số", "30"),
        Entry(1, "1.1", "Hội nghị chuyển đổi số do lãnh đạo huyện chủ trì", "10", {"method": "- 4 hội nghị: 10 điểm; - 3 hội nghị: 7 điểm; - 2 hội nghị: 4 điểm; - 1 hội nghị: 2 điểm; - Còn lại: 0 điểm", "evidence": "Giấy mời"}, tiers("at_least 4 full", "at_least 3 7p", "at_least 2 4p", "at_least 1 2p"), numbers("n")),
        Entry(1, "1.2", "Tần suất phát thanh chuyên mục chuyển đổi số", "10", {"method": "- Ít nhất 1 lần/tuần: Điểm tối đa - Ít nhất 1 lần/tháng: 50% điểm tối đa - Dưới 1 lần/tháng: 0 điểm", "evidence": "Lịch phát"}, tiers("at_least 52 full", "at_least 12 1/2"), numbers("n")),
        Entry(1, "1.3", "Mức độ tiếp cận thông tin của người dân", "10", {"method": "Số lượt truy cập trang thông tin so với huyện có số lượt cao nhất nhân điểm tối đa"}, {"kind": "peer", "value": "n", "method": "share_of_max"}, numbers("n")),
        Entry(0, "2", "Nhân lực số", "40"),
        Entry(1, "2.1", "Công chức chuyên trách công nghệ thông tin", "20", {"method": "Có công chức chuyên trách: Điểm tối đa; có công chức kiêm nhiệm: 1/2 Điểm tối đa; không có: 0 điểm", "evidence": "Quyết định phân công"}, *_CHOICE_3),
        Entry(1, "2.2", "Tỷ lệ công chức được cấp chữ ký số", "20", {"method": "Tổng số công chức (gọi là a); Số công chức được cấp chữ ký số (gọi là b); Tỷ lệ = b/a*100%; Điểm = Tỷ lệ * Điểm tối đa"}, ratio("b / a"), numbers("a", "b")),
        Entry(0, "3", "Kinh tế số", "30"),
        Entry(1, "3.1", "Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử", "15", {"method": "a: Số doanh nghiệp sử dụng hóa đơn điện tử; b: Tổng số doanh nghiệp; Tỷ lệ = a/b; Tỷ lệ ≥ 95%: Điểm tối đa; Tỷ lệ < 95%: Điểm = Tỷ lệ x Điểm tối đa"}, ratio("a / b", full_at="95%", below="ratio"), numbers("a", "b")),
        Entry(1, "3.2", "Sản phẩm OCOP trên sàn thương mại điện tử", "15", {"method": "Cứ 5 sản phẩm được 3 điểm, tối đa 15 điểm"}, {"kind": "count", "parts": [{"of": "n", "points_each": "3", "every": "5"}]}, numbers("n")),
    ),
)  # fmt: skip

BENH_VIEN = Invented(
    file="don-vi-su-nghiep.html",
    above=("BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CÁC ĐƠN VỊ SỰ NGHIỆP Y TẾ",),
    headings={"code": "Mã số", "number": "STT", "name": "Nội dung", "method": "Phương pháp tính điểm", "max": "Điểm tối đa", "note": "Ghi chú"},
    rows=(
        Entry(0, "1", "Hạ tầng", "20"),
        Entry(1, "1.1", "Có mạng nội bộ đáp ứng yêu cầu", "10", {"method": "Đáp ứng: 10; không đáp ứng: 0"}, YES, yes("x")),
        Entry(1, "1.2", "Máy chủ được sao lưu dữ liệu", "10", {"method": "Sao lưu hằng ngày đạt điểm tối đa, sao lưu hằng tuần đạt 70% điểm tối đa, không sao lưu đạt 0 điểm"}, *choice("full", "70%", "none")),
        Entry(0, "2", "Ứng dụng", "30"),
        Entry(1, "2.1", "Bệnh án điện tử", "20", {"method": "Nếu chưa triển khai: 0 điểm. Nếu đã triển khai: điểm = tỷ lệ x điểm tối đa", "note": "Tỷ lệ = Số khoa đã dùng bệnh án điện tử / Tổng số khoa"}, {"kind": "gate", "when": "x", "then": ratio("a / b")}, {**yes("x"), **numbers("a", "b")}),
        Entry(1, "2.2", "Đặt lịch khám trực tuyến", "10", {"method": "- Trên 50% lượt khám: 10 điểm\n- Trên 30% đến 50%: 6 điểm\n- Trên 10% đến 30%: 3 điểm\n- Từ 10% trở xuống: 0 điểm"}, {"kind": "tiers", "value": "a / b", "tiers": [{"more_than": "50%", "give": "full"}, {"more_than": "30%", "points": "6"}, {"more_than": "10%", "points": "3"}], "if_zero": "not_applicable"}, numbers("a", "b")),
    ),
)  # fmt: skip

TRUONG_HOC = Invented(
    file="truong-hoc.md",
    above=("# BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ TRƯỜNG HỌC", "Gồm 02 nhóm và 5 tiêu chí."),
    headings={"number": "STT", "name": "Tiêu chí", "max": "Điểm tối đa", "method": "Cách tính điểm"},
    total="50",
    rows=(
        Entry(0, "I", "Quản trị số", "25"),
        Entry(1, "1", "Học bạ điện tử", "10", {"method": "a = Số học sinh có học bạ điện tử; b = Tổng số học sinh; Điểm = a/b * 10"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2", "Ký số văn bản", "15", {"method": "Tỷ lệ văn bản ký số đạt 100% được 15 điểm; cứ giảm 1% trừ 0,5 điểm"}),
        Entry(0, "II", "Dạy học số", "25"),
        Entry(1, "1", "Kho học liệu số", "10", {"method": "Có kho học liệu số dùng chung hoặc mỗi giáo viên có tối thiểu 5 học liệu số: Điểm tối đa"}, {"kind": "yes_no", "when": "x or y"}, yes("x", "y")),
        Entry(1, "2", "Tổ chức dạy học trực tuyến", "10", {"method": "Thực hiện đồng thời cả kế hoạch và báo cáo: điểm tối đa. Chỉ thực hiện một trong hai: 1/2 điểm tối đa. Không thực hiện: 0 điểm."}, *_CHOICE_3),
        Entry(1, "3", "Thu học phí không dùng tiền mặt", "5", {"method": "Đã triển khai: 5 điểm. Chưa triển khai: 0 điểm."}, YES, yes("x")),
    ),
)  # fmt: skip

KHONG_BANG = Invented(
    file="khong-bang.txt",
    above=("BỘ TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ THÔN, TỔ DÂN PHỐ NĂM 2025",),
    headings={"method": "", "evidence": "Minh chứng: ", "lead": "Chủ trì: "},
    rows=(
        Entry(0, "1.", "Nhận thức số", "40"),
        Entry(1, "1.1.", "Có tổ công nghệ số cộng đồng", "15", {"method": "- Đã thành lập: Điểm tối đa\n- Chưa thành lập: 0 điểm", "evidence": "Quyết định thành lập"}, YES, yes("x")),
        Entry(1, "1.2.", "Tuyên truyền về chuyển đổi số", "25", {"method": "- Từ 12 buổi trở lên: Điểm tối đa\n- Từ 6 đến dưới 12 buổi: 1/2*Điểm tối đa\n- Dưới 6 buổi: 0 điểm", "lead": "Trưởng thôn"}, tiers("at_least 12 full", "at_least 6 1/2"), numbers("n")),
        Entry(0, "2.", "Công dân số", "60"),
        Entry(1, "2.1.", "Người dân có tài khoản định danh điện tử", "30", {"method": "- a: Số người có tài khoản định danh; b: Số người từ 14 tuổi\n- Điểm = a/b x Điểm tối đa", "evidence": "Danh sách của Công an xã"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2.2.", "Hộ gia đình thanh toán không dùng tiền mặt", "30", {"method": "Không phát sinh khoản thu: không đánh giá tiêu chí này."}),
    ),
)  # fmt: skip

ANNEXES = (SO_NGANH, CAP_XA, CAP_HUYEN, BENH_VIEN, TRUONG_HOC, KHONG_BANG)
