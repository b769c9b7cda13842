"""A sixth set of invented annexes, mostly of calculation texts: read blind once, then used to widen the reader."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, said, shares, tiers, yes

YES = {"kind": "yes_no", "when": "x"}


CONG_AN = Invented(
    file="cong-an-xa.docx",
    layout="several",
    above=("PHỤ LỤC SỐ 02", "BẢNG ĐIỂM CHUYỂN ĐỔI SỐ CÔNG AN CẤP XÃ", "(Kèm theo Kế hoạch số 15/KH-CAT ngày 10 tháng 01 năm 2026)"),
    headings={"number": "TT", "name": "Hạng mục đánh giá", "method": "Thang đo và cách chấm", "max": "Điểm cao nhất", "evidence": "Tài liệu kiểm tra", "lead": "Cán bộ phụ trách"},
    rows=(
        Entry(0, "I", "Định danh điện tử", "50"),
        said("1", "Kích hoạt định danh mức 2", "10", "Tỷ lệ người đủ điều kiện được kích hoạt: đạt từ 90% được 10 điểm, đạt từ 80% đến dưới 90% được 8 điểm, đạt từ 70% đến dưới 80% được 5 điểm, dưới 70% không được điểm", shares("at_least 90% full", "at_least 80% 8p", "at_least 70% 5p"), numbers("a", "b")),
        said("2", "Cấp căn cước cho trẻ em", "10", "Số trẻ em được cấp căn cước chia cho tổng số trẻ em có nhu cầu, nhân với 10", ratio("a / b"), numbers("a", "b")),
        said("3", "Làm sạch dữ liệu dân cư", "10", "Hoàn thành trước ngày 30/6: 10 điểm; hoàn thành từ ngày 30/6 đến ngày 30/9: 5 điểm; hoàn thành sau ngày 30/9: 0 điểm", *choice("full", "5p", "none")),
        said("4", "Lưu trú qua phần mềm", "10", "100% cơ sở lưu trú thông báo qua phần mềm: 10 điểm; cứ thiếu 01 cơ sở trừ 1 điểm", {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}, numbers("n")),
        said("5", "Điểm hỗ trợ người dân", "10", "Có bố trí điểm hỗ trợ và có máy tính kết nối mạng: 10 điểm. Có bố trí điểm hỗ trợ nhưng chưa có máy tính: 5 điểm. Chưa bố trí: 0 điểm.", *choice("full", "5p", "none")),
        Entry(0, "II", "An ninh mạng", "50"),
        said("1", "Tuyên truyền phòng chống lừa đảo", "10", "Mỗi buổi tuyên truyền trực tiếp được 2 điểm, mỗi tin bài đăng mạng xã hội được 0,5 điểm (tối đa 10 điểm)", {"kind": "count", "parts": [{"of": "m", "points_each": "2"}, {"of": "n", "points_each": "0.5"}]}, numbers("m", "n")),
        said("2", "Máy tính cài phần mềm diệt mã độc", "10", "b/a x 10 điểm. Trong đó a là tổng số máy tính, b là số máy tính có cài phần mềm", ratio("b / a"), numbers("a", "b")),
        said("3", "Sự cố lộ lọt dữ liệu", "10", "Không có sự cố: 10 điểm. Có sự cố: 0 điểm", YES, yes("x")),
        said("4", "Báo cáo sự cố", "10", "Báo cáo trong vòng 24 giờ: 10 điểm; báo cáo trong vòng 48 giờ: 5 điểm; báo cáo sau 48 giờ hoặc không báo cáo: 0 điểm", *choice("full", "5p", "none")),
        said("5", "Họp giao ban tuần", "10", "Duy trì họp giao ban 4 lần/tháng: 10 điểm; 3 lần/tháng: 7 điểm; 2 lần/tháng: 4 điểm; 1 lần/tháng: 1 điểm; không họp: 0 điểm", tiers("at_least 48 full", "at_least 36 7p", "at_least 24 4p", "at_least 12 1p"), numbers("n")),
    ),
)  # fmt: skip

TRUONG_HOC = Invented(
    file="truong-nghe.xlsx",
    layout="two levels",
    above=("TIÊU CHÍ ĐÁNH GIÁ TRƯỜNG NGHỀ SỐ NĂM HỌC 2025 - 2026",),
    headings={"number": "Số thứ tự", "name": "Tiêu chí/Nội dung", "max": "Điểm/Quy định", "self": "Điểm/Trường chấm", "verified": "Điểm/Sở chấm", "method": "Quy tắc chấm điểm", "evidence": "Tài liệu đối chiếu", "deadline": "Mốc thời gian"},
    total="100",
    rows=(
        Entry(0, "A", "Đào tạo", "50"),
        said("1", "Mô đun có bài giảng điện tử", "10", "Điểm = (Số mô đun có bài giảng điện tử x 10)/(Tổng số mô đun)", ratio("a / b"), numbers("a", "b")),
        said("2", "Phòng học thông minh", "10", "1 phòng: 3 điểm; 2 phòng: 6 điểm; từ 3 phòng trở lên: 10 điểm", tiers("at_least 3 full", "at_least 2 6p", "at_least 1 3p"), numbers("n")),
        said("3", "Giáo viên đạt chuẩn tin học", "10", "Tỉ lệ đạt chuẩn >= 95%: 10đ; 80% <= tỉ lệ < 95%: 7đ; 50% <= tỉ lệ < 80%: 3đ; < 50%: 0đ", shares("at_least 95% full", "at_least 80% 7p", "at_least 50% 3p"), numbers("a", "b")),
        said("4", "Thi trực tuyến", "10", "Tổ chức thi trực tuyến toàn trường: 100% điểm; tổ chức ở một số khoa: 60% điểm; thử nghiệm: 30% điểm; không tổ chức: 0%", *choice("full", "60%", "30%", "none")),
        said("5", "Học liệu dùng chung", "10", "Cứ 20 học liệu được 1 điểm, nhưng không quá 10 điểm", {"kind": "count", "parts": [{"of": "n", "every": "20", "points_each": "1"}]}, numbers("n")),
        Entry(0, "B", "Quản lý", "50"),
        said("1", "Quy chế quản trị dữ liệu", "10", "Ban hành quy chế: 4 điểm; tổ chức phổ biến quy chế: 3 điểm; kiểm tra việc thực hiện quy chế: 3 điểm", {"kind": "checklist", "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "3"}, {"when": "z", "points": "3"}]}, yes("x", "y", "z")),
        said("2", "Hồ sơ sinh viên điện tử", "10", "Nếu tỷ lệ hồ sơ sinh viên điện tử đạt 100% thì được 10 điểm; nếu dưới 100% thì điểm bằng tỷ lệ nhân với 10", ratio("a / b"), numbers("a", "b")),
        said("3", "Thu học phí không tiền mặt", "10", "Tỷ lệ thu học phí không tiền mặt (T): T ≥ 90%: 10 điểm; T < 90%: 10 x T/90%", ratio("a / b", full_at="90%"), numbers("a", "b")),
        said("4", "Chữ ký số lãnh đạo", "10", "Tất cả lãnh đạo có chữ ký số và sử dụng thường xuyên: 10 điểm. Có chữ ký số nhưng không sử dụng: 3 điểm. Không có: 0 điểm", *choice("full", "3p", "none")),
        said("5", "Xếp hạng cổng thông tin", "10", "Trường có lượt truy cập cao nhất đạt 10 điểm; các trường khác tính theo tỷ lệ so với trường cao nhất", {"kind": "peer", "value": "n", "method": "share_of_max"}, numbers("n")),
    ),
)  # fmt: skip

KIEM_LAM = Invented(
    file="hat-kiem-lam.txt",
    above=("PHỤ LỤC", "TIÊU CHÍ CHUYỂN ĐỔI SỐ CÁC HẠT KIỂM LÂM"),
    headings={"method": "- Quy định chấm điểm: ", "evidence": "- Sản phẩm: ", "lead": "- Bộ phận phụ trách: ", "deadline": "- Hạn: "},
    rows=(
        Entry(0, "1.", "Quản lý rừng", "50"),
        said("1.1.", "Bản đồ số hiện trạng rừng", "10", "cập nhật hằng quý: điểm tối đa; cập nhật 6 tháng một lần: 1/2 điểm tối đa; cập nhật hằng năm: 1/4 điểm tối đa; không cập nhật: 0 điểm", *choice("full", "1/2", "1/4", "none")),
        said("1.2.", "Cảnh báo cháy rừng qua tin nhắn", "10", "số lượt cảnh báo xử lý đúng thời gian / tổng số lượt cảnh báo × điểm tối đa; không phát sinh cảnh báo thì được điểm tối đa", {"kind": "ratio", "value": "a / b", "if_zero": "full"}, numbers("a", "b")),
        said("1.3.", "Vi phạm phát hiện qua ảnh vệ tinh", "10", "cứ mỗi vụ phát hiện, xử lý kịp thời được 2 điểm; mỗi vụ chậm xử lý trừ 1 điểm"),
        said("1.4.", "Camera bẫy ảnh", "10", "trên 20 camera: 10đ; từ 11 đến 20 camera: 7đ; từ 1 đến 10 camera: 4đ; không có: 0đ", tiers("more_than 20 full", "at_least 11 7p", "at_least 1 4p"), numbers("n")),
        said("1.5.", "Nhật ký tuần tra điện tử", "10", "100% chuyến tuần tra có nhật ký điện tử", ratio("a / b"), numbers("a", "b")),
        Entry(0, "2.", "Văn phòng", "50"),
        said("2.1.", "Văn bản đi ký số", "10", "a = số văn bản ký số; b = tổng số văn bản đi; a/b ≥ 98%: 10 điểm; a/b < 98%: không điểm", ratio("a / b", full_at="98%", below="zero"), numbers("a", "b")),
        said("2.2.", "Máy tính đạt chuẩn", "10", "tỷ lệ máy tính đạt chuẩn nhân 10 điểm", ratio("a / b"), numbers("a", "b")),
        said("2.3.", "Kế hoạch năm", "10", "ban hành đúng hạn 10 điểm, ban hành chậm 5 điểm, không ban hành 0 điểm", *choice("full", "5p", "none")),
        said("2.4.", "Tự học trực tuyến", "10", "mỗi kiểm lâm viên hoàn thành từ 3 khóa học trở lên được tính 1 đơn vị đạt; điểm = số đơn vị đạt/tổng số kiểm lâm viên x 10", ratio("a / b"), numbers("a", "b")),
        said("2.5.", "Sáng kiến", "10", "có sáng kiến cấp tỉnh: 10đ; có sáng kiến cấp cơ sở: 5đ; trường hợp có nhiều sáng kiến chỉ tính sáng kiến cao nhất", *choice("full", "5p", "none")),
    ),
)  # fmt: skip

ANNEXES = (CONG_AN, TRUONG_HOC, KIEM_LAM)
