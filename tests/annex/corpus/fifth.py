"""A fifth set of invented annexes: what fails in it is not looked at when the reader is mended."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

KHU_CONG_NGHIEP = Invented(
    file="khu-cong-nghiep.docx",
    layout="headed",
    above=("Phụ lục kèm theo", "HỆ THỐNG TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ DOANH NGHIỆP TRONG KHU CÔNG NGHIỆP", "Gồm 02 nhóm, 06 tiêu chí"),
    headings={"number": "STT", "name": "Nội dung", "method": "Thang đo", "max": "Điểm", "evidence": "Tài liệu kèm theo", "lead": "Đơn vị đánh giá"},
    rows=(
        Entry(0, "I", "Quản trị số", "50"),
        Entry(1, "1", "Doanh nghiệp có chiến lược số", "20", {"method": "Có chiến lược được phê duyệt: 20 điểm\nĐang xây dựng: 8 điểm\nKhông có: 0 điểm", "evidence": "Quyết định phê duyệt", "lead": "Ban Quản lý"}, *choice("full", "8p", "none")),
        Entry(1, "2", "Sử dụng phần mềm quản trị tổng thể", "20", {"method": "Mỗi phân hệ đưa vào sử dụng được 4 điểm. Tối đa 20 điểm", "lead": "Ban Quản lý"}, {"kind": "count", "parts": [{"of": "n", "points_each": "4"}]}, numbers("n")),
        Entry(1, "3", "Báo cáo thống kê trực tuyến", "10", {"method": "Gửi đủ 12 báo cáo tháng: 10 điểm. Thiếu mỗi báo cáo trừ 1 điểm. Thiếu quá 5 báo cáo: 0 điểm", "lead": "Ban Quản lý"}, {"kind": "gate", "when": "n <= 5", "then": {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}, "else": "none"}, numbers("n")),
        Entry(0, "II", "Sản xuất số", "50"),
        Entry(1, "1", "Tỷ lệ máy móc có kết nối dữ liệu", "30", {"method": "Số máy móc có kết nối trên tổng số máy móc: đạt 60% trở lên được điểm tối đa; dưới 60% tính theo công thức: tỷ lệ đạt được chia 60% nhân điểm tối đa", "lead": "Ban Quản lý"}, ratio("a / b", full_at="60%"), numbers("a", "b")),
        Entry(1, "2", "Truy xuất nguồn gốc sản phẩm", "10", {"method": "100% sản phẩm: 10 điểm; từ 50% sản phẩm trở lên: 5 điểm; còn lại: 0 điểm", "lead": "Ban Quản lý"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "50%", "give": "1/2"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "3", "Nhân lực công nghệ thông tin", "10", {"method": "Có từ 03 người trở lên: 10 điểm; 02 người: 7 điểm; 01 người: 4 điểm; không có: 0 điểm", "lead": "Ban Quản lý"}, tiers("at_least 3 full", "at_least 2 7p", "at_least 1 4p"), numbers("n")),
    ),
)  # fmt: skip

PHUONG = Invented(
    file="phuong-2026.xlsx",
    layout="two levels",
    above=("BIỂU CHẤM ĐIỂM THI ĐUA CHUYỂN ĐỔI SỐ KHỐI PHƯỜNG NĂM 2026", "Ban hành kèm theo Hướng dẫn số 07/HD-UBND"),
    headings={"number": "STT", "name": "Tiêu chí thi đua", "max": "Số điểm/Chuẩn", "self": "Số điểm/Phường tự chấm", "method": "Cách tính điểm", "lead": "Trách nhiệm/Chủ trì", "coordinating": "Trách nhiệm/Phối hợp", "deadline": "Thời điểm chốt số liệu"},
    total="100",
    rows=(
        Entry(0, "I", "Phục vụ người dân", "60"),
        Entry(1, "1", "Hồ sơ trả trước hạn và đúng hạn", "20", {"method": "Tỷ lệ hồ sơ đúng hạn, trước hạn từ 98% trở lên: 20 điểm; từ 95% đến dưới 98%: 15 điểm; từ 90% đến dưới 95%: 10 điểm; dưới 90%: không chấm điểm", "lead": "Trung tâm Phục vụ hành chính công", "deadline": "15/11/2026"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "98%", "give": "full"}, {"at_least": "95%", "points": "15"}, {"at_least": "90%", "points": "10"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "2", "Hồ sơ số hóa kết quả", "20", {"method": "Điểm = 20 x (số hồ sơ có kết quả số hóa / số hồ sơ đã giải quyết)", "lead": "Trung tâm Phục vụ hành chính công", "coordinating": "Văn phòng"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "3", "Phản ánh, kiến nghị quá hạn", "20", {"method": "Không có phản ánh quá hạn: điểm tối đa. Có phản ánh quá hạn: trừ 02 điểm cho mỗi phản ánh.", "lead": "Văn phòng"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n")),
        Entry(0, "II", "Tuyên truyền", "40"),
        Entry(1, "1", "Chuyên mục trên trang thông tin", "10", {"method": "Có chuyên mục và có tối thiểu 50 tin, bài trong năm: 10 điểm; có chuyên mục nhưng dưới 50 tin, bài: 5 điểm; không có chuyên mục: 0 điểm", "lead": "Phòng Văn hóa"}, *choice("full", "5p", "none")),
        Entry(1, "2", "Lớp tập huấn", "15", {"method": "Tổ chức mỗi lớp được 5 điểm", "lead": "Phòng Văn hóa", "coordinating": "Đoàn Thanh niên; Hội Phụ nữ"}, {"kind": "count", "parts": [{"of": "n", "points_each": "5"}]}, numbers("n")),
        Entry(1, "3", "Video tuyên truyền", "15", {"method": "Từ 6 video trở lên: 15 điểm. Dưới 6 video: mỗi video 2,5 điểm", "lead": "Phòng Văn hóa"}, {"kind": "count", "parts": [{"of": "n", "points_each": "2.5"}]}, numbers("n")),
    ),
)  # fmt: skip

THUY_LOI = Invented(
    file="thuy-loi.pdf",
    layout="no lines",
    above=("PHỤ LỤC 1", "TIÊU CHÍ CHUYỂN ĐỔI SỐ CÔNG TY KHAI THÁC THỦY LỢI"),
    headings={"number": "STT", "name": "Nội dung tiêu chí", "max": "Điểm tối đa", "method": "Cách cho điểm", "evidence": "Minh chứng"},
    rows=(
        Entry(0, "1", "Vận hành", "60"),
        Entry(1, "1.1", "Hồ chứa có trạm đo tự động", "30", {"method": "Điểm = Tỷ lệ hồ chứa có trạm đo tự động x 30", "evidence": "Danh mục hồ chứa"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.2", "Bản đồ số hệ thống kênh", "15", {"method": "Hoàn thành: 15 điểm. Hoàn thành trên 50% khối lượng: 10 điểm. Hoàn thành từ 50% khối lượng trở xuống: 5 điểm. Chưa thực hiện: 0 điểm.", "evidence": "Bản đồ"}, *choice("full", "10p", "5p", "none")),
        Entry(1, "1.3", "Camera giám sát cống", "15", {"method": "Cứ 5 camera được 3 điểm, tối đa 15 điểm", "evidence": "Biên bản nghiệm thu"}, {"kind": "count", "parts": [{"of": "n", "every": "5", "points_each": "3"}]}, numbers("n")),
        Entry(0, "2", "Quản lý", "40"),
        Entry(1, "2.1", "Văn bản ký số", "20", {"method": "Tỷ lệ văn bản ký số đạt 100%: 20 điểm; dưới 100% thì cứ giảm 1% trừ 0,5 điểm", "evidence": "Số liệu hệ thống"}),
        Entry(1, "2.2", "Hợp đồng dùng nước điện tử", "20", {"method": "Trên 80% số hợp đồng: 20 điểm; từ 50% đến 80% số hợp đồng: 10 điểm; dưới 50% số hợp đồng: 0 điểm", "evidence": "Hợp đồng"}, {"kind": "tiers", "value": "a / b", "tiers": [{"more_than": "80%", "give": "full"}, {"at_least": "50%", "points": "10"}], "if_zero": "not_applicable"}, numbers("a", "b")),
    ),
)  # fmt: skip

BAO_TANG = Invented(
    file="bao-tang.html",
    layout="vni",
    above=("TIÊU CHÍ XẾP HẠNG BẢO TÀNG SỐ",),
    headings={"number": "TT", "name": "Tiêu chí xếp hạng", "max": "Điểm tối đa", "method": "Cách tính điểm", "lead": "Phòng phụ trách"},
    rows=(
        Entry(0, "1", "Hiện vật", "60"),
        Entry(1, "1.1", "Số hóa hiện vật", "40", {"method": "Số hiện vật đã số hóa / tổng số hiện vật x 40", "lead": "Phòng Kiểm kê"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.2", "Trưng bày ảo", "20", {"method": "Mỗi không gian trưng bày ảo được 5 điểm nhưng tối đa không quá 20 điểm", "lead": "Phòng Trưng bày"}, {"kind": "count", "parts": [{"of": "n", "points_each": "5"}]}, numbers("n")),
        Entry(0, "2", "Khách tham quan", "40"),
        Entry(1, "2.1", "Bán vé trực tuyến", "20", {"method": "Có bán vé trực tuyến: 20 điểm; không bán vé trực tuyến: 0 điểm; bảo tàng miễn phí vé thì không đánh giá tiêu chí này", "lead": "Phòng Hành chính"}),
        Entry(1, "2.2", "Thuyết minh tự động", "20", {"method": "Có thuyết minh tự động từ 2 ngôn ngữ trở lên được điểm tối đa, có 1 ngôn ngữ được một nửa số điểm, không có không được điểm", "lead": "Phòng Giáo dục"}, *choice("full", "1/2", "none")),
    ),
)  # fmt: skip

HTX_VAN_TAI = Invented(
    file="van-tai.txt",
    layout="bars",
    above=("BỘ TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC ĐƠN VỊ VẬN TẢI",),
    headings={"number": "TT", "name": "Nhóm tiêu chí/tiêu chí", "max": "Điểm tối đa", "method": "Phương thức tính điểm", "evidence": "Hồ sơ minh chứng"},
    rows=(
        Entry(0, "I", "Phương tiện", "60"),
        Entry(1, "1", "Xe lắp thiết bị giám sát hành trình", "30", {"method": "Đạt 100% số xe: 30 điểm; dưới 100%: 0 điểm", "evidence": "Số liệu Sở Xây dựng"}, ratio("a / b", full_at="100%", below="zero"), numbers("a", "b")),
        Entry(1, "2", "Vi phạm tốc độ", "30", {"method": "Đơn vị có số vi phạm thấp hơn 1 lần/1.000 km: 30 điểm; từ 1 đến dưới 3 lần/1.000 km: 15 điểm; từ 3 lần/1.000 km: 0 điểm", "evidence": "Số liệu hệ thống"}, tiers("less_than 1 full", "less_than 3 1/2"), numbers("n")),
        Entry(0, "II", "Hành khách", "40"),
        Entry(1, "1", "Vé điện tử", "20", {"method": "(Tổng số vé điện tử)/(Tổng số vé phát hành)*100% * Điểm tối đa", "evidence": "Hóa đơn"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2", "Ứng dụng đặt xe", "10", {"method": "Có ứng dụng riêng: tối đa 10 điểm; dùng chung nền tảng khác: tối đa 6 điểm", "evidence": "Đường dẫn"}),
        Entry(1, "3", "Đánh giá của khách", "10", {"method": "Điểm trung bình từ 4 sao trở lên: 10 điểm; từ 3 đến dưới 4 sao: 6 điểm; dưới 3 sao: 0 điểm", "evidence": "Ảnh chụp"}, tiers("at_least 4 full", "at_least 3 6p"), numbers("n")),
    ),
)  # fmt: skip

TOA_SOAN = Invented(
    file="toa-soan.md",
    above=("## Phụ lục số 01", "## BỘ TIÊU CHÍ ĐO LƯỜNG MỨC ĐỘ TRƯỞNG THÀNH SỐ CỦA CƠ QUAN BÁO CHÍ"),
    headings={"number": "TT", "name": "Trụ cột/Tiêu chí", "max": "Điểm", "method": "Yêu cầu và mức điểm", "evidence": "Tài liệu kiểm chứng"},
    rows=(
        Entry(0, "1", "Chiến lược", "20"),
        Entry(1, "1.1", "Có chiến lược chuyển đổi số đã được phê duyệt", "10", {"method": "Đã được phê duyệt: 10 điểm. Chưa được phê duyệt: 0 điểm.", "evidence": "Quyết định"}, YES, yes("x")),
        Entry(1, "1.2", "Người đứng đầu trực tiếp chỉ đạo", "10", {"method": "Tổng Biên tập trực tiếp phụ trách: 10 điểm; Phó Tổng Biên tập phụ trách: 7 điểm; trưởng ban phụ trách: 5 điểm"}, *choice("full", "7p", "5p", "none")),
        Entry(0, "2", "Hạ tầng, nền tảng số và an toàn thông tin", "40"),
        Entry(1, "2.1", "Hệ thống thông tin được phê duyệt cấp độ", "20", {"method": "Tỷ lệ hệ thống được phê duyệt: x điểm = (số hệ thống được phê duyệt cấp độ/tổng số hệ thống) * 20. Đơn vị không có hệ thống thông tin thì không tính tiêu chí này"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2.2", "Công cụ phân tích dữ liệu", "20", {"method": "Có sử dụng công cụ phân tích: 10 điểm; có sử dụng trí tuệ nhân tạo trong sản xuất tin: thêm 10 điểm"}, {"kind": "checklist", "parts": [{"when": "x", "points": "10"}, {"when": "y", "points": "10"}]}, yes("x", "y")),
        Entry(0, "3", "Độc giả", "40"),
        Entry(1, "3.1", "Tăng trưởng độc giả thường xuyên", "20", {"method": "Tăng từ 20% trở lên so với năm trước: 20 điểm; tăng từ 10% đến dưới 20%: 14 điểm; tăng dưới 10%: 8 điểm; không tăng: 0 điểm"}, tiers("at_least 20 full", "at_least 10 14p", "more_than 0 8p"), numbers("n")),
        Entry(1, "3.2", "Sản phẩm đa phương tiện", "20", {"method": "So với cơ quan có nhiều sản phẩm nhất: điểm = số sản phẩm của đơn vị / số sản phẩm của cơ quan cao nhất x 20"}, {"kind": "peer", "value": "n", "method": "share_of_max"}, numbers("n")),
    ),
)  # fmt: skip

DOI_QUAN_LY = Invented(
    file="doi-quan-ly-thi-truong.docx",
    layout="spanning",
    above=("BẢNG CHẤM ĐIỂM", "Kết quả chuyển đổi số của các Đội (kèm theo Thông báo số 33/TB-QLTT)"),
    headings={"number": "Mục", "name": "Các tiêu chí", "max": "Khung điểm", "method": "Quy định về chấm điểm", "note": "Ghi chú"},
    total="60",
    rows=(
        Entry(0, "1", "Nghiệp vụ", "40"),
        Entry(1, "a)", "Vụ việc cập nhật trên hệ thống INS", "20", {"method": "Cập nhật 100% vụ việc, đúng thời gian: 20 điểm; mỗi vụ việc không cập nhật: trừ 2 điểm; mỗi vụ việc cập nhật chậm: trừ 0,5 điểm"}, {"kind": "deduct", "parts": [{"of": "m", "points_each": "2"}, {"of": "n", "points_each": "0.5"}]}, numbers("m", "n")),
        Entry(1, "b)", "Ấn chỉ điện tử", "10", {"method": "Sử dụng ấn chỉ điện tử: 10 điểm nếu từ 90% trở lên, 5 điểm nếu từ 70% đến dưới 90%, 0 điểm nếu dưới 70%"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "90%", "give": "full"}, {"at_least": "70%", "points": "5"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "c)", "Tin báo qua đường dây nóng", "10", {"method": "Số tin được xử lý (a); tổng số tin tiếp nhận (b). Nếu b = 0: 10 điểm. Nếu b > 0: điểm = a/b x 10"}, {"kind": "ratio", "value": "a / b", "if_zero": "full"}, numbers("a", "b")),
        Entry(0, "2", "Nội vụ", "20"),
        Entry(1, "a)", "Văn bản điện tử", "10", {"method": "Chưa ứng dụng: 0đ\nỨng dụng một phần: 5đ\nỨng dụng toàn phần: 10đ"}, *choice("none", "1/2", "full")),
        Entry(1, "b)", "Chấm công điện tử", "10", {"method": "Có chấm công điện tử hoặc nhận diện khuôn mặt: 10đ; không có: 0đ"}, YES, yes("x")),
    ),
)  # fmt: skip

ANNEXES = (KHU_CONG_NGHIEP, PHUONG, THUY_LOI, BAO_TANG, HTX_VAN_TAI, TOA_SOAN, DOI_QUAN_LY)
