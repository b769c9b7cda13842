"""The second half of the invented annexes: written after the reader, never used to tune it."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

HOP_TAC_XA = Invented(
    file="hop-tac-xa-2025.docx",
    above=("UBND TỈNH AN HÒA", "KHUNG ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ CỦA HỢP TÁC XÃ", "(Kèm theo Quyết định số 2011/QĐ-UBND ngày 09/10/2025 của Chủ tịch UBND tỉnh An Hòa)"),
    headings={"number": "Số TT", "name": "Tiêu chí đánh giá", "method": "Cách thức cho điểm", "max": "Điểm tối đa", "evidence": "Hồ sơ chứng minh", "lead": "Đơn vị thẩm định"},
    rows=(
        Entry(0, "A", "Lãnh đạo và nhân sự", "25"),
        Entry(1, "A.1", "Giám đốc hợp tác xã đã qua lớp bồi dưỡng chuyển đổi số", "10", {"method": "Có chứng nhận: 10 điểm. Không có chứng nhận: 0 điểm.", "evidence": "Giấy chứng nhận"}, YES, yes("x")),
        Entry(1, "A.2", "Thành viên được tập huấn", "15", {"method": "Tỷ lệ thành viên được tập huấn (T) = số thành viên được tập huấn / tổng số thành viên. T từ 60% trở lên: 15 điểm; từ 30% đến dưới 60%: 8 điểm; dưới 30%: 3 điểm"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "60%", "give": "full"}, {"at_least": "30%", "points": "8"}], "otherwise": {"points": "3"}, "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(0, "B", "Sản xuất", "45"),
        Entry(1, "B.1", "Nhật ký sản xuất điện tử", "15", {"method": "Ghi đầy đủ trên phần mềm được 15 điểm; ghi một phần được 7 điểm; chưa ghi được 0 điểm"}, *choice("full", "7p", "none")),
        Entry(1, "B.2", "Sản phẩm có mã QR truy xuất nguồn gốc", "20", {"method": "Mỗi sản phẩm có mã QR được cộng 4 điểm, tổng điểm không vượt quá 20 điểm"}, {"kind": "count", "parts": [{"of": "n", "points_each": "4"}]}, numbers("n")),
        Entry(1, "B.3", "Thiết bị cảm biến trong canh tác", "10", {"method": "Trên 5 thiết bị: 10 điểm; từ 3 đến 5 thiết bị: 6 điểm; từ 1 đến 2 thiết bị: 3 điểm; không có thiết bị: 0 điểm"}, tiers("more_than 5 full", "at_least 3 6p", "at_least 1 3p"), numbers("n")),
        Entry(0, "C", "Tiêu thụ", "30"),
        Entry(1, "C.1", "Bán hàng trên sàn thương mại điện tử", "15", {"method": "Doanh thu trên sàn/tổng doanh thu đạt 20% thì được điểm tối đa, thấp hơn thì tính theo tỷ lệ tương ứng"}, ratio("a / b", full_at="20%"), numbers("a", "b")),
        Entry(1, "C.2", "Hóa đơn điện tử", "15", {"method": "100% giao dịch có hóa đơn điện tử: 15 điểm, dưới 100%: không có điểm"}, ratio("a / b", full_at="100%", below="zero"), numbers("a", "b")),
    ),
)  # fmt: skip

TRUNG_TAM = Invented(
    file="trung-tam-hanh-chinh-cong.xlsx",
    above=("BIỂU ĐIỂM ĐÁNH GIÁ TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Áp dụng từ năm 2025"),
    headings={"number": "TT", "name": "Chỉ tiêu", "unit": "Đơn vị tính", "max": "Số điểm", "method": "Công thức tính", "lead": "Bộ phận chịu trách nhiệm", "deadline": "Hoàn thành trước"},
    total="100",
    rows=(
        Entry(0, "1", "Giải quyết hồ sơ", "60"),
        Entry(1, "1.1", "Hồ sơ giải quyết đúng hạn", "30", {"method": "Tỷ lệ đúng hạn = hồ sơ đúng hạn (a) / tổng hồ sơ đã giải quyết (b). Điểm = 30 x a/b", "unit": "%", "lead": "Bộ phận Tiếp nhận"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.2", "Hồ sơ trễ hạn không có thư xin lỗi", "10", {"method": "Không có hồ sơ nào: 10 điểm. Cứ mỗi hồ sơ trừ 2 điểm", "lead": "Bộ phận Tiếp nhận"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n")),
        Entry(1, "1.3", "Mức độ hài lòng", "20", {"method": "≥ 95%: 20 điểm; ≥ 90%: 15 điểm; ≥ 80%: 10 điểm; < 80%: 0 điểm", "lead": "Bộ phận Hỗ trợ", "deadline": "15/12/2025"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "95%", "give": "full"}, {"at_least": "90%", "points": "15"}, {"at_least": "80%", "points": "10"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(0, "2", "Số hóa", "40"),
        Entry(1, "2.1", "Số hóa kết quả giải quyết", "20", {"method": "a - số kết quả đã số hóa; b - tổng số kết quả; Điểm đạt được bằng a chia b nhân với 20", "lead": "Tổ Lưu trữ"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2.2", "Kết nối kho dữ liệu điện tử", "10", {"method": "Đã kết nối và khai thác: tối đa; đã kết nối, chưa khai thác: 50%; chưa kết nối: 0", "lead": "Tổ Công nghệ"}, *choice("full", "1/2", "none")),
        Entry(1, "2.3", "Thanh toán trực tuyến", "10", {"method": "Nếu tỷ lệ hồ sơ thanh toán trực tuyến đạt trên 50% thì được 10 điểm, ngược lại điểm bằng tỷ lệ nhân 10"}, {"kind": "gate", "when": "b > 0 and a / b > 0.5", "then": "full", "else": ratio("a / b")}, numbers("a", "b")),
    ),
)  # fmt: skip

KHOI_PHO_BIEN = Invented(
    file="co-quan-dang.pdf",
    above=("BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ TRONG CÁC CƠ QUAN ĐẢNG CẤP HUYỆN",),
    headings={"number": "STT", "name": "Nội dung", "max": "Điểm", "method": "Phương pháp xác định", "coordinating": "Phối hợp"},
    rows=(
        Entry(0, "I", "Chỉ đạo, điều hành", "30"),
        Entry(1, "1", "Nghị quyết chuyên đề về chuyển đổi số", "10", {"method": "- Ban hành trong năm: điểm tối đa\n- Ban hành từ năm trước, còn hiệu lực: 5 điểm\n- Không ban hành: 0 điểm"}, *choice("full", "5p", "none")),
        Entry(1, "2", "Số cuộc kiểm tra về chuyển đổi số", "10", {"method": "Từ 02 cuộc trở lên: 10 điểm; 01 cuộc: 5 điểm; không kiểm tra: 0 điểm", "coordinating": "Ủy ban Kiểm tra"}, tiers("at_least 2 full", "at_least 1 5p"), numbers("n")),
        Entry(1, "3", "Báo cáo định kỳ", "10", {"method": "Gửi đủ 4 báo cáo và đúng hạn: 10 điểm. Thiếu hoặc chậm mỗi báo cáo trừ 2,5 điểm"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "2.5"}]}, numbers("n")),
        Entry(0, "II", "Ứng dụng", "40"),
        Entry(1, "1", "Văn bản ký số", "20", {"method": "Điểm = (số văn bản ký số/tổng số văn bản phát hành) * 20"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2", "Phòng họp không giấy", "20", {"method": "Trang bị phòng họp: 12 điểm; sử dụng thường xuyên (từ 4 cuộc họp/quý): 8 điểm"}, {"kind": "checklist", "parts": [{"when": "x", "points": "12"}, {"when": "y", "points": "8"}]}, yes("x", "y")),
    ),
)  # fmt: skip

BENH_XA = Invented(
    file="tram-y-te.html",
    above=("TIÊU CHÍ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ TRẠM Y TẾ",),
    headings={"number": "STT", "name": "Tên tiêu chí", "method": "Nguyên tắc chấm điểm", "max": "Điểm chuẩn", "evidence": "Minh chứng"},
    rows=(
        Entry(0, "1", "Quản lý sức khỏe", "50"),
        Entry(1, "1.1", "Hồ sơ sức khỏe điện tử", "30", {"method": "Tỷ lệ người dân có hồ sơ = b/a. Với a: tổng số người dân; b: số người có hồ sơ. Đạt 90% trở lên chấm 30 điểm. Dưới 90% chấm điểm theo công thức: (b/a)/90% x 30"}, ratio("b / a", full_at="90%"), numbers("a", "b")),
        Entry(1, "1.2", "Khám bệnh từ xa", "20", {"method": "Bình quân mỗi tháng có ít nhất 1 ca: 20 điểm; mỗi quý có ít nhất 1 ca: 10 điểm; ít hơn: 0 điểm"}, tiers("at_least 12 full", "at_least 4 1/2"), numbers("n")),
        Entry(0, "2", "Hạ tầng", "20"),
        Entry(1, "2.1", "Máy tính cho viên chức", "20", {"method": "Số máy tính/số viên chức x điểm chuẩn (không quá điểm chuẩn)"}, ratio("a / b"), numbers("a", "b")),
    ),
)  # fmt: skip

LIEN_DOAN = Invented(
    file="cong-doan-co-so.md",
    above=("# TIÊU CHÍ THI ĐUA CHUYỂN ĐỔI SỐ CÔNG ĐOÀN CƠ SỞ NĂM 2025",),
    headings={"number": "TT", "name": "Nội dung thi đua", "max": "Điểm tối đa", "method": "Hướng dẫn tính điểm", "lead": "Ban chủ trì"},
    rows=(
        Entry(0, "I", "Nội dung bắt buộc", "60"),
        Entry(1, "1", "Cập nhật dữ liệu đoàn viên", "30", {"method": "Cập nhật đạt 100% đoàn viên: 30 điểm; cứ thiếu 5% trừ 3 điểm"}),
        Entry(1, "2", "Trang mạng xã hội của công đoàn", "30", {"method": "Có trang và đăng tối thiểu 2 tin/tuần: 30 điểm; có trang, đăng ít hơn: 15 điểm; không có trang: 0 điểm", "lead": "Ban Tuyên giáo"}, *choice("full", "1/2", "none")),
        Entry(0, "II", "Điểm cộng", "10", role="bonus"),
        Entry(1, "1", "Sáng kiến số được công nhận", "10", {"method": "Cấp tỉnh: 10 điểm; cấp huyện: 5 điểm; cấp cơ sở: 2 điểm", "lead": "Ban Chính sách"}, *choice("full", "5p", "2p", "none"), role="bonus"),
    ),
)  # fmt: skip

TO_DAN_PHO = Invented(
    file="khu-dan-cu.txt",
    above=("QUY ĐỊNH CHẤM ĐIỂM KHU DÂN CƯ SỐ", "(Ban hành kèm theo Quyết định số 17/QĐ-UBND ngày 02/01/2025 của UBND xã Tân Lập)"),
    headings={"method": "Cách tính: ", "evidence": "Kiểm chứng: ", "lead": "Đơn vị phụ trách: "},
    rows=(
        Entry(0, "I.", "Hạ tầng và tiện ích", "50"),
        Entry(1, "1.", "Nhà văn hóa có wifi miễn phí", "20", {"method": "có: 20 điểm; không: 0 điểm", "lead": "Công chức Văn hóa"}, YES, yes("x")),
        Entry(1, "2.", "Camera an ninh", "30", {"method": "mỗi camera được 3 điểm, tối đa 30 điểm", "evidence": "Ảnh chụp"}, {"kind": "count", "parts": [{"of": "n", "points_each": "3"}]}, numbers("n")),
        Entry(0, "II.", "Người dân số", "50"),
        Entry(1, "1.", "Hộ có người biết dùng dịch vụ công trực tuyến", "50", {"method": "tỷ lệ hộ (số hộ có người biết dùng/tổng số hộ) nhân với 50 điểm", "lead": "Trưởng khu"}, ratio("a / b"), numbers("a", "b")),
    ),
)  # fmt: skip

ANNEXES = (HOP_TAC_XA, TRUNG_TAM, KHOI_PHO_BIEN, BENH_XA, LIEN_DOAN, TO_DAN_PHO)
