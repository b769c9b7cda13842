"""A third set of invented annexes, written after the reader was mended because of the second half."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

THANH_PHO = Invented(
    file="thanh-pho-thong-minh.docx",
    above=("Phụ lục số 02", "BỘ CHỈ SỐ THEO DÕI ĐÔ THỊ THÔNG MINH CÁC THÀNH PHỐ, THỊ XÃ", "(Ban hành theo Quyết định số 77/QĐ-UBND ngày 14/01/2026 của UBND tỉnh Phú Lâm)"),
    headings={"number": "STT", "name": "Tên chỉ số", "max": "Mức điểm tối đa", "method": "Cách thức xác định điểm", "evidence": "Hồ sơ kiểm chứng", "lead": "Cơ quan đầu mối"},
    rows=(
        Entry(0, "I", "Giao thông", "40"),
        Entry(1, "1", "Nút giao có đèn tín hiệu điều khiển tập trung", "20", {"method": "Điểm = (số nút giao điều khiển tập trung / tổng số nút giao) x điểm tối đa", "lead": "Phòng Quản lý đô thị"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2", "Số bãi đỗ xe có thu phí không dừng", "10", {"method": "3 bãi trở lên: 10 điểm\n2 bãi: 7 điểm\n1 bãi: 4 điểm\nChưa có: 0 điểm", "lead": "Phòng Quản lý đô thị"}, tiers("at_least 3 full", "at_least 2 7p", "at_least 1 4p"), numbers("n")),
        Entry(1, "3", "Xe buýt có bản đồ trực tuyến", "10", {"method": "Toàn bộ các tuyến đều có: 10 điểm; một số tuyến có: 5 điểm; không tuyến nào có: 0 điểm", "lead": "Phòng Kinh tế"}, *choice("full", "5p", "none")),
        Entry(0, "II", "Môi trường", "30"),
        Entry(1, "1", "Trạm quan trắc tự động", "15", {"method": "Mỗi trạm hoạt động ổn định tính 3 điểm (tối đa 15 điểm)", "evidence": "Biên bản nghiệm thu"}, {"kind": "count", "parts": [{"of": "n", "points_each": "3"}]}, numbers("n")),
        Entry(1, "2", "Tỷ lệ thu gom rác có giám sát hành trình", "15", {"method": "Tỷ lệ (%) = số xe có giám sát (A) chia cho tổng số xe (B). Nếu tỷ lệ từ 80% trở lên: đạt điểm tối đa; nếu dưới 80%: điểm = tỷ lệ nhân với điểm tối đa chia cho 80%"}, ratio("a / b", full_at="80%"), numbers("a", "b")),
    ),
)  # fmt: skip

THU_VIEN = Invented(
    file="thu-vien-so.xlsx",
    above=("TIÊU CHUẨN CHẤM ĐIỂM THƯ VIỆN SỐ",),
    headings={"number": "STT", "name": "Nội dung chấm điểm", "max": "Điểm tối đa", "method": "Tiêu chuẩn tính điểm", "deadline": "Hạn hoàn thành", "note": "Ghi chú"},
    rows=(
        Entry(0, "1", "Tài nguyên số", "50"),
        Entry(1, "1.1", "Tài liệu được số hóa", "30", {"method": "Tỷ lệ tài liệu số hóa: từ 50% trở lên được 30 điểm; từ 20% đến dưới 50% được 20 điểm; dưới 20% được 5 điểm", "deadline": "31/10/2026"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "50%", "give": "full"}, {"at_least": "20%", "points": "20"}], "otherwise": {"points": "5"}, "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "1.2", "Cơ sở dữ liệu mua quyền truy cập", "20", {"method": "Mỗi cơ sở dữ liệu được 1/4 điểm tối đa, nhưng không quá điểm tối đa"}, {"kind": "count", "parts": [{"of": "n", "points_each": "5"}]}, numbers("n")),
        Entry(0, "2", "Bạn đọc", "50"),
        Entry(1, "2.1", "Lượt truy cập trung bình tháng", "20", {"method": "Trên 1.000 lượt/tháng: 20 điểm; từ 500 đến 1.000 lượt/tháng: 10 điểm; dưới 500 lượt/tháng: 0 điểm"}, tiers("more_than 12000 full", "at_least 6000 1/2"), numbers("n")),
        Entry(1, "2.2", "Thẻ bạn đọc điện tử", "30", {"method": "Đã triển khai toàn diện: 100% điểm; triển khai thí điểm: 40% điểm; chưa triển khai: 0% điểm"}, *choice("full", "40%", "none")),
    ),
)  # fmt: skip

DU_LICH = Invented(
    file="diem-du-lich.pdf",
    above=("BẢNG CHẤM ĐIỂM ĐIỂM DU LỊCH SỐ NĂM 2026",),
    headings={"number": "TT", "name": "Tiêu chí", "method": "Cách đánh giá", "max": "Tổng điểm"},
    rows=(
        Entry(0, "1", "Thông tin", "40"),
        Entry(1, "1.1", "Có trang thông tin song ngữ", "20", {"method": "Có 02 ngôn ngữ trở lên: 20đ; chỉ có tiếng Việt: 10đ; không có trang: 0đ"}, *choice("full", "1/2", "none")),
        Entry(1, "1.2", "Cập nhật tin", "20", {"method": "Hằng tuần: điểm tối đa. Hằng tháng: 1/2 điểm tối đa. Không thường xuyên: không tính điểm."}, *choice("full", "1/2", "none")),
        Entry(0, "2", "Giao dịch", "60"),
        Entry(1, "2.1", "Vé điện tử", "30", {"method": "Số vé điện tử trên tổng số vé bán ra đạt 70% trở lên thì đạt điểm tối đa, dưới 70% không được điểm"}, ratio("a / b", full_at="70%", below="zero"), numbers("a", "b")),
        Entry(1, "2.2", "Phản ánh của khách được trả lời", "30", {"method": "a: tổng số phản ánh; b: số phản ánh được trả lời trong 24 giờ. Điểm = b/a x 30. Trường hợp không có phản ánh được tính điểm tối đa"}, {"kind": "ratio", "value": "b / a", "if_zero": "full"}, numbers("a", "b")),
    ),
)  # fmt: skip

NONG_THON = Invented(
    file="nong-thon-moi.html",
    above=("BỘ TIÊU CHÍ THÔN THÔNG MINH",),
    headings={"number": "TT", "name": "Tên tiêu chí", "method": "Nội dung và cách chấm điểm", "max": "Điểm tối đa", "lead": "Ngành phụ trách"},
    rows=(
        Entry(0, "1", "Hạ tầng", "40"),
        Entry(1, "1.1", "Điểm truy cập Internet công cộng", "20", {"method": "- Có từ 2 điểm truy cập: 20 điểm\n- Có 1 điểm truy cập: 10 điểm\n- Không có: 0 điểm", "lead": "Văn hóa"}, tiers("at_least 2 full", "at_least 1 1/2"), numbers("n")),
        Entry(1, "1.2", "Loa truyền thanh thông minh", "20", {"method": "Thôn có hệ thống loa thông minh hoạt động tốt: 20 điểm. Có nhưng hỏng, không hoạt động: 0 điểm. Không có: 0 điểm", "lead": "Văn hóa"}, YES, yes("x")),
        Entry(0, "2", "Kinh tế", "30"),
        Entry(1, "2.1", "Hộ kinh doanh chấp nhận thanh toán QR", "30", {"method": "Đạt 100% số hộ: 30 điểm. Mỗi hộ chưa chấp nhận trừ 1 điểm", "lead": "Kinh tế"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}, numbers("n")),
    ),
)  # fmt: skip

DOAN = Invented(
    file="doan-thanh-nien.md",
    above=("# CHỈ TIÊU CHUYỂN ĐỔI SỐ ĐOÀN XÃ",),
    headings={"number": "STT", "name": "Chỉ tiêu", "max": "Điểm chuẩn", "method": "Cách tính", "evidence": "Minh chứng"},
    rows=(
        Entry(0, "I", "Bắt buộc", "60"),
        Entry(1, "1", "Sổ đoàn viên điện tử", "30", {"method": "Tỷ lệ đoàn viên cập nhật (x). x = 100%: 30 điểm; 90% ≤ x < 100%: 20 điểm; 80% ≤ x < 90%: 10 điểm; x < 80%: 0 điểm"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "90%", "points": "20"}, {"at_least": "80%", "points": "10"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "2", "Công trình thanh niên số", "30", {"method": "Có công trình cấp huyện trở lên: 30 điểm; nếu chỉ có công trình cấp xã: mỗi công trình 10 điểm, tối đa 20 điểm; không có: 0 điểm"}, {"kind": "best_of", "rules": [{"kind": "yes_no", "when": "x"}, {"kind": "count", "parts": [{"of": "n", "points_each": "10", "cap": {"points": "20"}}]}]}, {**yes("x"), **numbers("n")}),
    ),
)  # fmt: skip

CHO = Invented(
    file="cho-4-0.txt",
    above=("TIÊU CHÍ CHỢ 4.0",),
    headings={"method": "- Cách chấm: ", "evidence": "- Tài liệu kiểm chứng: ", "deadline": "- Thời hạn: "},
    rows=(
        Entry(0, "1.", "Thanh toán", "60"),
        Entry(1, "1.1.", "Tiểu thương có mã QR", "40", {"method": "tỷ lệ = số tiểu thương có mã QR/tổng số tiểu thương; điểm = tỷ lệ x điểm tối đa", "evidence": "Danh sách"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.2.", "Thu phí chợ không dùng tiền mặt", "20", {"method": "đã thực hiện: điểm tối đa; chưa thực hiện: 0 điểm", "deadline": "30/6/2026"}, YES, yes("x")),
        Entry(0, "2.", "Hạ tầng", "40"),
        Entry(1, "2.1.", "Wifi miễn phí", "40", {"method": "phủ sóng toàn chợ: 40 điểm; phủ sóng một phần: 20 điểm; không có: 0 điểm"}, *choice("full", "1/2", "none")),
    ),
)  # fmt: skip

ANNEXES = (THANH_PHO, THU_VIEN, DU_LICH, NONG_THON, DOAN, CHO)
