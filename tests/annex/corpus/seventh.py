"""A seventh set of invented annexes, in the words of ten provinces: half of it, read blind once and then used to widen the reader."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, said, shares, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

XAY_DUNG = Invented(
    file="so-xay-dung.docx",
    layout="two levels",
    above=("Phụ lục II", "BẢNG TIÊU CHÍ, THANG ĐIỂM ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC ĐƠN VỊ TRỰC THUỘC SỞ", "(Đính kèm Quyết định số 218/QĐ-SXD ngày 11/3/2026 của Giám đốc Sở Xây dựng tỉnh Hậu Lộc)"),
    headings={"number": "STT", "name": "TIÊU CHÍ", "max": "ĐIỂM/Chuẩn", "self": "ĐIỂM/Đơn vị tự chấm", "verified": "ĐIỂM/Tổ thẩm tra", "method": "DIỄN GIẢI CÁCH CHẤM", "lead": "PHÒNG THEO DÕI"},
    rows=(
        Entry(0, "A", "Chỉ đạo, điều hành", "40"),
        said("1", "Kế hoạch chuyển đổi số năm", "10", "Ban hành trong quý I: 10đ; ban hành trong quý II: 5đ; ban hành sau quý II hoặc không ban hành: 0đ", *choice("full", "5p", "none"), lead="Văn phòng Sở"),
        said("2", "Họp Tổ chuyển đổi số", "10", "Họp đủ 4 kỳ/năm được 10 điểm, thiếu 1 kỳ trừ 2,5 điểm", {"kind": "deduct", "parts": [{"of": "n", "points_each": "2.5"}]}, numbers("n"), lead="Văn phòng Sở"),
        said("3", "Văn bản trao đổi dưới dạng điện tử có ký số", "20", "Lấy số văn bản đi có ký số chia cho tổng số văn bản đi rồi nhân với 20", ratio("a / b"), numbers("a", "b"), lead="Văn phòng Sở"),
        Entry(0, "B", "Dịch vụ công", "60"),
        said("1", "Hồ sơ trực tuyến toàn trình", "20", "- ≥ 70%: 20 điểm;\n- 50% - < 70%: 15 điểm;\n- 30% - < 50%: 8 điểm;\n- < 30%: không điểm.", shares("at_least 70% full", "at_least 50% 15p", "at_least 30% 8p"), numbers("a", "b"), lead="Phòng Quản lý hoạt động xây dựng"),
        said("2", "Hồ sơ trễ hẹn", "20", "Không có hồ sơ trễ hẹn được trọn 20 điểm; trễ hẹn dưới 2% được 10 điểm; trễ hẹn từ 2% trở lên: 0 điểm", shares("at_most 0 full", "less_than 2% 10p"), numbers("a", "b"), lead="Thanh tra"),
        said("3", "Mức độ hài lòng", "20", "Điểm số = (số phiếu hài lòng/tổng số phiếu khảo sát) x 20. Nếu tỷ lệ hài lòng dưới 60% thì không được điểm.", {"kind": "gate", "when": "b > 0 and a / b >= 60%", "then": {"kind": "ratio", "value": "a / b", "if_zero": "zero"}, "else": "none"}, numbers("a", "b"), lead="Thanh tra"),
    ),
)  # fmt: skip

MIEN_NUI = Invented(
    file="xa-vung-cao.txt",
    above=("ỦY BAN NHÂN DÂN HUYỆN NẬM PÌA", "TIÊU CHÍ CHẤM ĐIỂM THI ĐUA CHUYỂN ĐỔI SỐ CÁC XÃ", "(Kèm theo Hướng dẫn số 07/HD-UBND)"),
    headings={"method": "- Cách cho điểm: ", "evidence": "- Căn cứ kiểm tra: ", "lead": "- Ngành chủ trì: "},
    rows=(
        Entry(0, "I.", "Hạ tầng số", "40"),
        said("1.", "Bản có sóng 4G", "10", "tất cả các bản có sóng: 10đ; mỗi bản chưa có sóng bị trừ 2đ, trừ cho đến khi hết điểm", {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n"), lead="Văn hóa"),
        said("2.", "Hộ có điện thoại thông minh", "20", "từ 85% số hộ trở lên cho 20đ, từ 60% đến dưới 85% cho 12đ, từ 40% đến dưới 60% cho 6đ, dưới 40% không cho điểm", shares("at_least 85% full", "at_least 60% 12p", "at_least 40% 6p"), numbers("a", "b"), lead="Văn hóa"),
        said("3.", "Nhà văn hóa có wifi", "10", "cứ 2 nhà văn hóa có wifi được 1đ, cộng dồn không quá 10đ", {"kind": "count", "parts": [{"of": "n", "every": "2", "points_each": "1"}]}, numbers("n")),
        Entry(0, "II.", "Cán bộ và người dân", "60"),
        said("1.", "Tổ công nghệ số cộng đồng", "20", "100% bản có tổ công nghệ số cộng đồng hoạt động thì chấm 20đ; nếu chưa đủ 100% thì chấm theo tỷ lệ bản có tổ hoạt động", ratio("a / b"), numbers("a", "b")),
        said("2.", "Bí thư, Chủ tịch xã dùng chữ ký số", "10", "cả hai đồng chí đều dùng: 10đ; chỉ một đồng chí dùng: 5đ; không ai dùng: 0đ", *choice("full", "5p", "none")),
        said("3.", "Buổi hướng dẫn bà con dùng dịch vụ công trực tuyến", "20", "hướng dẫn được trên 12 buổi/năm: 20đ; từ 6 đến 12 buổi/năm: 10đ; từ 1 đến 5 buổi/năm: 5đ; không tổ chức buổi nào: 0đ", tiers("more_than 12 full", "at_least 6 10p", "at_least 1 5p"), numbers("n")),
        said("4.", "Tin giả, tin xấu độc trên địa bàn", "10", "không để xảy ra: 10đ. Để xảy ra 01 vụ trừ 5đ, 02 vụ trở lên không có điểm", tiers("less_than 1 full", "less_than 2 5p"), numbers("n")),
    ),
)  # fmt: skip

DTI = Invented(
    file="dti-bo.xlsx",
    layout="merged groups",
    above=("PHỤ LỤC", "BỘ CHỈ SỐ DTI CỦA CÁC ĐƠN VỊ THUỘC BỘ"),
    headings={"number": "TT", "name": "Chỉ số/Chỉ số thành phần", "max": "Điểm tối đa", "method": "Cách thức đánh giá, cho điểm", "evidence": "Tài liệu, số liệu kiểm chứng", "note": "Ghi chú"},
    total="100",
    rows=(
        Entry(0, "1", "Nhận thức số", "30"),
        said("1.1", "Người đứng đầu đơn vị chủ trì, chỉ đạo chuyển đổi số", "10", "- Người đứng đầu đơn vị là Trưởng Ban chỉ đạo: Điểm tối đa;\n- Cấp phó là Trưởng Ban: 1/2*Điểm tối đa;\n- Không có Ban chỉ đạo: 0 điểm", *choice("full", "1/2", "none"), evidence="Quyết định thành lập"),
        said("1.2", "Số văn bản chỉ đạo do người đứng đầu ký", "10", "a= Số lượng văn bản chỉ đạo chuyên đề về CĐS do người đứng đầu ký ban hành;\nb= Tổng số văn bản chỉ đạo chuyên đề về CĐS;\n- Tỷ lệ=a/b;\n- Điểm=Tỷ lệ*Điểm tối đa", ratio("a / b"), numbers("a", "b")),
        said("1.3", "Chuyên trang về chuyển đổi số", "10", "Có chuyên trang: 4 điểm. Có chuyên trang và tần suất đăng tin từ 1 tin/tuần trở lên: 10 điểm. Không có: 0 điểm", *choice("full", "4p", "none")),
        Entry(0, "2", "Thể chế số", "30"),
        said("2.1", "Quy chế an toàn thông tin", "10", "Đã ban hành Quy chế: 1/2 điểm tối đa; đã rà soát, cập nhật Quy chế trong năm: 1/2 điểm tối đa", {"kind": "checklist", "parts": [{"when": "x", "give": "1/2"}, {"when": "y", "give": "1/2"}]}, yes("x", "y")),
        said("2.2", "Chi ngân sách cho chuyển đổi số", "20", "Tỷ lệ = Kinh phí chi cho chuyển đổi số/Tổng chi thường xuyên của đơn vị\n- Tỷ lệ ≥ 1,5%: Điểm tối đa;\n- Tỷ lệ < 1,5%: Điểm = Tỷ lệ/1,5%*Điểm tối đa", ratio("a / b", full_at="1.5%"), numbers("a", "b")),
        Entry(0, "3", "Hoạt động số", "40"),
        said("3.1", "Dịch vụ công toàn trình phát sinh hồ sơ", "20", "a= Số DVCTT toàn trình có phát sinh hồ sơ trực tuyến; b= Số DVCTT toàn trình có phát sinh hồ sơ (cả trực tuyến và không trực tuyến). Tỷ lệ=a/b. Tỷ lệ ≥80%: Điểm tối đa; Tỷ lệ <80%: Tỷ lệ*Điểm tối đa", ratio("a / b", full_at="80%", below="ratio"), numbers("a", "b")),
        said("3.2", "Kết quả xếp hạng Cổng thông tin điện tử", "20", "Đơn vị có điểm đánh giá Cổng cao nhất: Điểm tối đa; các đơn vị khác: Điểm đánh giá của đơn vị/Điểm đánh giá cao nhất*Điểm tối đa", {"kind": "peer", "value": "n", "method": "share_of_max"}, numbers("n")),
    ),
)  # fmt: skip

HUYEN_DAO = Invented(
    file="huyen-dao.html",
    layout="gazette",
    above=("CÔNG BÁO/Số 45 + 46/Ngày 12-02-2026", "Phụ lục", "CHỈ TIÊU ĐÁNH GIÁ, XẾP HẠNG CHUYỂN ĐỔI SỐ CÁC XÃ, PHƯỜNG, ĐẶC KHU"),
    headings={"number": "STT", "name": "Chỉ tiêu đánh giá", "method": "Phương thức tính", "max": "Điểm tối đa", "lead": "Cơ quan chủ trì đánh giá", "coordinating": "Cơ quan phối hợp"},
    rows=(
        Entry(0, "I", "CHÍNH QUYỀN SỐ", "55"),
        said("1", "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực", "15", "Bằng (số kết quả đã số hóa/tổng số kết quả phải số hóa) nhân (x) 15 điểm", ratio("a / b"), numbers("a", "b"), lead="Văn phòng UBND thành phố", coordinating="Sở Nội vụ"),
        said("2", "Cấp kết quả điện tử", "10", "Đạt 100%: 10 điểm. Đạt từ 90% đến dưới 100%: 8 điểm. Đạt từ 80% đến dưới 90%: 5 điểm. Dưới 80%: 0 điểm.", shares("at_least 1 full", "at_least 90% 8p", "at_least 80% 5p"), numbers("a", "b"), lead="Văn phòng UBND thành phố"),
        said("3", "Báo cáo định kỳ qua hệ thống", "15", "Gửi đủ, đúng hạn: 15 điểm. Cứ 01 báo cáo trễ hạn bị trừ 01 điểm; cứ 01 báo cáo không gửi bị trừ 03 điểm; điểm thấp nhất là 0", {"kind": "deduct", "parts": [{"of": "m", "points_each": "1"}, {"of": "n", "points_each": "3"}]}, numbers("m", "n"), lead="Sở Khoa học và Công nghệ"),
        said("4", "Tỷ lệ hồ sơ phải bổ sung nhiều lần", "15", "Tỷ lệ càng thấp điểm càng cao: không quá 1%: 15 điểm; trên 1% đến 3%: 10 điểm; trên 3% đến 5%: 5 điểm; trên 5%: 0 điểm", shares("at_most 1% full", "at_most 3% 10p", "at_most 5% 5p"), numbers("a", "b"), lead="Văn phòng UBND thành phố"),
        Entry(0, "II", "XÃ HỘI SỐ", "45"),
        said("1", "Người dân có tài khoản thanh toán", "15", "Tỷ lệ người từ đủ 15 tuổi trở lên có tài khoản thanh toán (p). p ≥ 80%: 15 điểm; p < 80%: p/80% x 15 điểm", ratio("a / b", full_at="80%"), numbers("a", "b"), lead="Ngân hàng Nhà nước khu vực"),
        said("2", "Lớp bình dân học vụ số", "15", "Mỗi lớp từ 20 học viên trở lên được 3 điểm, tối đa 15 điểm", {"kind": "count", "parts": [{"of": "n", "points_each": "3"}]}, numbers("n"), lead="Sở Giáo dục và Đào tạo"),
        said("3", "Camera an ninh kết nối trung tâm", "15", "Thang điểm: 15 điểm nếu toàn bộ camera được kết nối; 7,5 điểm nếu kết nối từ một nửa số camera trở lên; 0 điểm nếu kết nối dưới một nửa", *choice("full", "7.5p", "none"), lead="Công an thành phố"),
    ),
)  # fmt: skip

THI_XA = Invented(
    file="thi-xa-ven-bien.pdf",
    layout="libreoffice",
    above=("PHỤ LỤC 01", "HỆ THỐNG TIÊU CHÍ VÀ THANG ĐIỂM", "(Ban hành kèm theo Quyết định số 1408/QĐ-UBND ngày 20/8/2025 của UBND thị xã Ninh Hải)"),
    headings={"number": "TT", "name": "Nội dung tiêu chí", "max": "Thang điểm", "method": "Cách tính điểm", "evidence": "Hồ sơ kiểm chứng", "lead": "Đơn vị chấm"},
    rows=(
        Entry(0, "1", "Hạ tầng và nền tảng", "50"),
        said("1.1", "Máy tính kết nối mạng truyền số liệu chuyên dùng", "10", "Số máy đã kết nối/Tổng số máy x 10", ratio("a / b"), numbers("a", "b"), lead="Phòng Văn hóa - Thông tin"),
        said("1.2", "Tần suất truyền thanh cơ sở phát tin chuyển đổi số", "20", "Hàng ngày: 20 điểm; hàng tuần: 10 điểm; hàng tháng: 5 điểm; ít hơn: 0 điểm", *choice("full", "10p", "5p", "none"), lead="Trung tâm Truyền thông"),
        said("1.3", "Hệ thống thông tin được phê duyệt cấp độ", "20", "100% hệ thống được phê duyệt: 12 điểm\n100% hệ thống triển khai đầy đủ phương án bảo vệ: 8 điểm\nKhông đạt 100%: 0 điểm ở ý tương ứng", lead="Công an thị xã"),
        Entry(0, "2", "Kinh tế số", "50"),
        said("2.1", "Sản phẩm OCOP trên sàn", "20", "Mỗi sản phẩm OCOP đưa lên sàn 2 điểm; mỗi sản phẩm có phát sinh đơn hàng 1 điểm; tổng cộng không quá 20 điểm", {"kind": "count", "parts": [{"of": "m", "points_each": "2"}, {"of": "n", "points_each": "1"}]}, numbers("m", "n"), lead="Phòng Kinh tế"),
        said("2.2", "Hộ kinh doanh dùng hóa đơn điện tử", "20", "Hoàn thành ≥ 95% chỉ tiêu: đạt 100% điểm chuẩn; từ 75% đến < 95%: đạt 70% điểm chuẩn; từ 50% đến < 75%: đạt 40% điểm chuẩn; < 50%: không đạt điểm", shares("at_least 95% full", "at_least 75% 70%", "at_least 50% 40%"), numbers("a", "b"), lead="Thuế cơ sở"),
        said("2.3", "Giải thưởng chuyển đổi số", "10", "Đạt giải quốc gia: 10 điểm; đạt giải cấp tỉnh: 6 điểm; có tham gia nhưng không đạt giải: 2 điểm; không tham gia: 0 điểm", *choice("full", "6p", "2p", "none"), lead="Phòng Nội vụ"),
    ),
)  # fmt: skip

ANNEXES = (XAY_DUNG, MIEN_NUI, DTI, HUYEN_DAO, THI_XA)
