"""The other half of the seventh set: read blind, and its rules never used to widen the reader."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, said, shares, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

Y_TE = Invented(
    file="so-y-te-cao-nguyen.docx",
    layout="two levels",
    above=("Phụ lục 4", "NỘI DUNG VÀ BIỂU ĐIỂM CHUYỂN ĐỔI SỐ TRẠM Y TẾ, TRUNG TÂM Y TẾ", "(Kèm theo Công văn số 904/SYT-VP ngày 05/5/2026)"),
    headings={"number": "TT", "name": "Nội dung", "method": "Biểu điểm chi tiết", "max": "Điểm/Tối đa", "self": "Điểm/Tự chấm", "verified": "Điểm/Kiểm tra", "evidence": "Minh chứng"},
    rows=(
        Entry(0, "I", "Quản lý sức khỏe", "60"),
        said("1", "Hồ sơ sức khỏe điện tử", "20", "Đạt ≥ 90% dân số: 20 điểm. Cứ giảm 5% trừ 2 điểm.", evidence="Số liệu hệ thống"),
        said("2", "Khám bệnh bằng căn cước", "20", "Số lượt khám dùng căn cước (A) / Tổng số lượt khám bảo hiểm y tế (B) x 20 điểm", ratio("a / b"), numbers("a", "b")),
        said("3", "Đơn thuốc điện tử", "20", "100% đơn thuốc được gửi lên hệ thống quốc gia đạt 20 điểm; ≥ 80% đạt 15 điểm; ≥ 60% đạt 10 điểm; còn lại 0 điểm", shares("at_least 1 full", "at_least 80% 15p", "at_least 60% 10p"), numbers("a", "b")),
        Entry(0, "II", "Quản trị đơn vị", "40"),
        said("1", "Phân công cán bộ phụ trách công nghệ thông tin", "10", "Có quyết định phân công: 5 điểm; cán bộ được tập huấn trong năm: 5 điểm", {"kind": "checklist", "parts": [{"when": "x", "points": "5"}, {"when": "y", "points": "5"}]}, yes("x", "y")),
        said("2", "Báo cáo thống kê điện tử", "20", "Đủ 12 kỳ báo cáo: 20 điểm; thiếu từ 1 đến 2 kỳ: 10 điểm; thiếu từ 3 kỳ trở lên: 0 điểm", tiers("at_most 0 full", "at_most 2 10p"), numbers("n")),
        said("3", "Sáng kiến, cải tiến ứng dụng công nghệ", "10", "5 điểm/sáng kiến, tối đa không quá 10 điểm", {"kind": "count", "parts": [{"of": "n", "points_each": "5"}]}, numbers("n")),
    ),
)  # fmt: skip

PHUONG = Invented(
    file="phuong-noi-do.xlsx",
    layout="two levels",
    above=("BẢNG TỔNG HỢP TỰ ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ PHƯỜNG",),
    headings={"number": "Số TT", "name": "Tiêu chí đánh giá", "max": "Điểm số/Tối đa", "self": "Điểm số/Phường chấm", "verified": "Điểm số/Thành phố chấm", "method": "Hướng dẫn tính điểm", "lead": "Bộ phận thực hiện", "note": "Ghi chú"},
    total="100",
    rows=(
        Entry(0, "1", "Phục vụ người dân", "60"),
        said("1.1", "Tỷ lệ hồ sơ nộp trực tuyến", "20", "Từ 90% trở lên: 20 điểm\nTừ 80% đến 89%: 16 điểm\nTừ 70% đến 79%: 10 điểm\nDưới 70%: 0 điểm", shares("at_least 90% full", "at_least 80% 16p", "at_least 70% 10p"), numbers("a", "b"), lead="Bộ phận một cửa"),
        said("1.2", "Phản ánh của người dân qua ứng dụng", "20", "100% phản ánh được xử lý đúng hạn: 20 điểm; nếu có phản ánh xử lý quá hạn, mỗi phản ánh trừ 2 điểm", {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n"), lead="Văn phòng"),
        said("1.3", "Thời gian chờ bình quân", "20", "Dưới 10 phút: 20 điểm; từ 10 đến 20 phút: 10 điểm; trên 20 phút: 0 điểm", tiers("less_than 10 full", "at_most 20 10p"), numbers("n"), lead="Bộ phận một cửa"),
        Entry(0, "2", "Nguồn lực", "40"),
        said("2.1", "Công chức hoàn thành khóa học trực tuyến", "20", "Tỷ lệ công chức hoàn thành x 20 điểm", ratio("a / b"), numbers("a", "b"), lead="Văn phòng"),
        said("2.2", "Kinh phí bố trí cho chuyển đổi số", "20", "Có bố trí và giải ngân đạt từ 90% trở lên: 20 điểm; có bố trí, giải ngân dưới 90%: 10 điểm; không bố trí: 0 điểm", *choice("full", "10p", "none"), lead="Kế toán"),
    ),
)  # fmt: skip

QUAN_LY = Invented(
    file="ban-quan-ly-cang.pdf",
    layout="libreoffice",
    above=("PHỤ LỤC SỐ 03", "KHUNG TIÊU CHÍ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CÁC DOANH NGHIỆP CẢNG", "(Ban hành theo Thông báo số 61/TB-BQL ngày 15/9/2025)"),
    headings={"number": "STT", "name": "Hạng mục", "method": "Nguyên tắc chấm", "max": "Điểm tối đa", "lead": "Đầu mối"},
    rows=(
        Entry(0, "A", "Khai thác", "50"),
        said("1", "Lệnh giao hàng điện tử", "20", "x = số lệnh giao hàng điện tử, y = tổng số lệnh giao hàng. x/y >= 95% được tính 20 điểm; x/y < 95% được tính x/y*20", ratio("a / b", full_at="95%", below="ratio"), numbers("a", "b"), lead="Phòng Khai thác"),
        said("2", "Cổng tự động", "15", "Từ 3 cổng tự động trở lên: 15 điểm; 02 cổng: 10 điểm; 01 cổng: 5 điểm; không có cổng: 0 điểm", tiers("at_least 3 full", "at_least 2 10p", "at_least 1 5p"), numbers("n"), lead="Phòng Kỹ thuật"),
        said("3", "Thời gian ngừng hệ thống", "15", "Tổng thời gian ngừng không quá 4 giờ/năm: 15 điểm; trên 4 giờ đến 8 giờ/năm: 7 điểm; trên 8 giờ/năm: 0 điểm", tiers("at_most 4 full", "at_most 8 7p"), numbers("n"), lead="Phòng Kỹ thuật"),
        Entry(0, "B", "Quản trị", "50"),
        said("1", "Chứng nhận an toàn thông tin", "20", "Có chứng nhận ISO 27001 còn hiệu lực: điểm tối đa; đang trong quá trình chứng nhận: 50% điểm tối đa; chưa thực hiện: 0 điểm", *choice("full", "1/2", "none"), lead="Phòng Công nghệ"),
        said("2", "Hợp đồng điện tử", "20", "Tỷ trọng hợp đồng điện tử trong tổng số hợp đồng ký kết. Trên 50%: 20 điểm. Từ 25% đến 50%: 10 điểm. Dưới 25%: 5 điểm. Không có: 0 điểm.", shares("more_than 50% full", "at_least 25% 10p", "more_than 0 5p"), numbers("a", "b"), lead="Phòng Kinh doanh"),
        said("3", "Điểm cộng doanh thu từ dịch vụ số", "10", "So sánh giữa các doanh nghiệp: doanh thu từ dịch vụ số cao nhất được 10 điểm, các doanh nghiệp khác được tính theo tỷ lệ so với mức cao nhất", {"kind": "peer", "value": "n", "method": "share_of_max"}, numbers("n"), lead="Phòng Kinh doanh"),
    ),
)  # fmt: skip

THUY_SAN = Invented(
    file="chi-cuc-thuy-san.html",
    layout="tcvn3",
    above=("phụ lục", "bảng chấm điểm chuyển đổi số các tổ chức thủy sản"),
    headings={"number": "STT", "name": "Nội dung chấm điểm", "max": "Điểm tối đa", "method": "Cách chấm", "lead": "Phòng phụ trách"},
    rows=(
        Entry(0, "I", "Tàu cá", "60"),
        said("1", "Tàu cá lắp thiết bị giám sát hành trình", "30", "Số tàu đã lắp thiết bị / tổng số tàu phải lắp thiết bị x điểm tối đa", ratio("a / b"), numbers("a", "b"), lead="Phòng Khai thác"),
        said("2", "Nhật ký khai thác điện tử", "20", "Đạt từ 75% trở lên chấm 20 điểm, từ 50% đến dưới 75% chấm 10 điểm, dưới 50% không chấm điểm", shares("at_least 75% full", "at_least 50% 10p"), numbers("a", "b"), lead="Phòng Khai thác"),
        said("3", "Tàu mất kết nối quá 10 ngày", "10", "Không có tàu nào: 10 điểm; mỗi tàu mất kết nối quá 10 ngày trừ 1 điểm", {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}, numbers("n"), lead="Phòng Khai thác"),
        Entry(0, "II", "Nuôi trồng", "40"),
        said("1", "Cơ sở nuôi có mã số trên phần mềm", "20", "Hoàn thành chỉ tiêu được giao: 20 điểm. Không hoàn thành: 0 điểm.", YES, yes("x"), lead="Phòng Nuôi trồng"),
        said("2", "Lớp tập huấn ngư dân", "20", "Tổ chức được mỗi lớp tính 4 điểm nhưng tối đa là 20 điểm", {"kind": "count", "parts": [{"of": "n", "points_each": "4"}]}, numbers("n"), lead="Phòng Nuôi trồng"),
    ),
)  # fmt: skip

THUE = Invented(
    file="thue-co-so.md",
    above=("# PHỤ LUC 2", "**THANG ĐIỂM CHUYỂN ĐỔI SỐ CÁC ĐỘI THUẾ**"),
    headings={"number": "TT", "name": "Tiêu chí", "max": "Điểm", "method": "Cách xác định điểm", "note": "Ghi chú", "lead": "Đội chủ trì"},
    rows=(
        Entry(0, "1", "Quản lý thuế", "60"),
        said("1.1", "Hóa đơn điện tử từ máy tính tiền", "20", "Ti lệ cơ sở đã đăng ký: ≥ 95 % : 20 điểm ; 85 % ≤ ti lệ < 95 % : 15 điểm ; 75 % ≤ ti lệ < 85 % : 10 điểm ; < 75 % : 0 điễm", shares("at_least 95% full", "at_least 85% 15p", "at_least 75% 10p"), numbers("a", "b"), lead="Đội Quản lý thuế", note="Theo hệ thống TMS"),
        said("1.2", "Nộp thuế điện tử", "20", "Điểm = sô người nộp thuế điện tử / tổng số người nộp thuế × 20", ratio("a / b"), numbers("a", "b"), lead="Đội Quản lý thuế"),
        said("1.3", "Tồn đọng hồ sơ hoàn thuế", "20", "Không tồn đọng hồ sơ quá hạn: 20 điểm. Tồn đọng từ 1 đến 3 hồ sơ: 10 điểm. Tồn đọng trên 3 hồ sơ: 0 điểm.", tiers("at_most 0 full", "at_most 3 10p"), numbers("n"), lead="Đội Kiểm tra"),
        Entry(0, "2", "Nội bộ", "40"),
        said("2.1", "Công chức sử dụng chữ ký số cá nhân", "20", "Tất cả công chức lãnh đạo: 20 điểm; từ 1/2 số lãnh đạo trở lên: 10 điểm; dưới 1/2: 0 điểm", *choice("full", "10p", "none"), lead="Tổ Nghiệp vụ"),
        said("2.2", "Tham gia cuộc thi tìm hiểu chuyển đổi số", "20", "Có 100% công chức tham gia được 15 điểm; có giải được cộng thêm 5 điểm; tham gia dưới 100% thì không tính điểm tiêu chí này", lead="Tổ Nghiệp vụ", note="Không tính người nghỉ thai sản"),
    ),
)  # fmt: skip

ANNEXES = (Y_TE, PHUONG, QUAN_LY, THUY_SAN, THUE)
