"""A fourth set of invented annexes: read blind once, then used to widen the reader."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

TU_PHAP = Invented(
    file="so-tu-phap.docx",
    layout="spanning",
    above=("PHỤ LỤC 3", "KHUNG ĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ SỐ HÓA CỦA CÁC PHÒNG CHUYÊN MÔN", "(Kèm theo Quyết định số 512/QĐ-STP ngày 02 tháng 7 năm 2025)"),
    headings={"number": "Số TT", "name": "Lĩnh vực/Nội dung đánh giá", "max": "Điểm", "method": "Phương pháp chấm", "evidence": "Tài liệu chứng minh", "lead": "Đơn vị theo dõi"},
    rows=(
        Entry(0, "A", "CÔNG TÁC CHỈ ĐẠO", "30"),
        Entry(1, "1", "Xây dựng kế hoạch năm", "10", {"method": "Ban hành trước ngày 31/01: 10 điểm\nBan hành từ 31/01 đến 28/02: 5 điểm\nBan hành sau ngày 28/02 hoặc không ban hành: 0 điểm", "evidence": "Kế hoạch", "lead": "Văn phòng"}, *choice("full", "5p", "none")),
        Entry(1, "2", "Chế độ báo cáo định kỳ", "10", {"method": "Thực hiện đầy đủ, đúng thời hạn được 10 điểm. Mỗi báo cáo chậm thời hạn trừ 1 điểm; mỗi báo cáo không gửi trừ 2 điểm", "lead": "Văn phòng"}, {"kind": "deduct", "parts": [{"of": "m", "points_each": "1"}, {"of": "n", "points_each": "2"}]}, numbers("m", "n")),
        Entry(1, "3", "Bố trí cán bộ đầu mối", "10", {"method": "Đã bố trí cán bộ đầu mối, đồng thời có văn bản phân công nhiệm vụ cụ thể: 10 điểm\nCòn lại: 0 điểm", "lead": "Văn phòng"}, YES, yes("x")),
        Entry(0, "B", "XỬ LÝ HỒ SƠ", "50"),
        Entry(1, "1", "Hồ sơ chứng thực điện tử", "20", {"method": "a: Tổng số hồ sơ chứng thực.\nb: Số hồ sơ chứng thực điện tử.\nTỷ lệ b/a từ 50% trở lên: điểm tối đa; dưới 50%: (b/a)/50% x điểm tối đa.", "lead": "Phòng Bổ trợ tư pháp"}, ratio("b / a", full_at="50%"), numbers("a", "b")),
        Entry(1, "2", "Số hóa sổ hộ tịch", "20", {"method": "- Số hóa 100% số sổ: 20 điểm\n- Số hóa từ 80% đến dưới 100%: 15 điểm\n- Số hóa từ 60% đến dưới 80%: 10 điểm\n- Dưới 60%: 0 điểm", "lead": "Phòng Hành chính tư pháp"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "80%", "points": "15"}, {"at_least": "60%", "points": "10"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "3", "Hồ sơ trễ hạn", "10", {"method": "Không có hồ sơ trễ hạn: 10 điểm. Cứ mỗi hồ sơ trễ hạn trừ 0,5 điểm (trừ tối đa không quá điểm của tiêu chí).", "lead": "Phòng Hành chính tư pháp"}, {"kind": "deduct", "parts": [{"of": "n", "points_each": "0.5"}]}, numbers("n")),
        Entry(0, "C", "ĐIỂM CỘNG", "5", role="bonus"),
        Entry(1, "1", "Sáng kiến được công nhận", "5", {"method": "Mỗi sáng kiến cấp tỉnh cộng 2 điểm, mỗi sáng kiến cấp cơ sở cộng 1 điểm; tổng điểm cộng tối đa 5 điểm"}, {"kind": "count", "parts": [{"of": "m", "points_each": "2"}, {"of": "n", "points_each": "1"}]}, numbers("m", "n"), role="bonus"),
    ),
)  # fmt: skip

TIN_DUNG = Invented(
    file="quy-tin-dung.xlsx",
    layout="two levels",
    above=("PHIẾU CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CÁC QUỸ TÍN DỤNG NHÂN DÂN",),
    headings={"number": "TT", "name": "Danh mục chỉ tiêu", "method": "Diễn giải cách cho điểm", "max": "Điểm/Tối đa", "self": "Điểm/Tự chấm", "verified": "Điểm/Thẩm định", "evidence": "Căn cứ chứng minh"},
    total="100",
    rows=(
        Entry(0, "1", "Khách hàng", "60"),
        Entry(1, "1.1", "Thành viên mở tài khoản thanh toán điện tử", "30", {"method": "Số thành viên mở tài khoản (A), tổng số thành viên (B). Điểm đạt được = A/B * 30"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.2", "Giao dịch qua kênh số", "20", {"method": "Tỷ trọng giao dịch qua kênh số trên tổng giao dịch đạt trên 60% được 20 điểm, trên 40% đến 60% được 12,5 điểm, trên 20% đến 40% được 7,5 điểm, từ 20% trở xuống không được điểm"}, {"kind": "tiers", "value": "a / b", "tiers": [{"more_than": "60%", "give": "full"}, {"more_than": "40%", "points": "12.5"}, {"more_than": "20%", "points": "7.5"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "1.3", "Khiếu nại được giải quyết qua tổng đài", "10", {"method": "Giải quyết 100% khiếu nại: 10 điểm; nếu không phát sinh khiếu nại: 10 điểm; trường hợp khác: 0 điểm"}, *choice("full", "full", "none")),
        Entry(0, "2", "Nội bộ", "40"),
        Entry(1, "2.1", "Phần mềm kế toán kết nối Ngân hàng Nhà nước", "20", {"method": "Đã kết nối và gửi báo cáo tự động: 20đ; đã kết nối nhưng gửi thủ công: 10đ; chưa kết nối: 0đ"}, *choice("full", "10p", "none")),
        Entry(1, "2.2", "Cán bộ qua đào tạo an toàn thông tin", "20", {"method": "Cứ mỗi 10% cán bộ qua đào tạo được 2 điểm"}, {"kind": "count", "parts": [{"of": "100 * a / b", "every": "10", "points_each": "2"}]}, numbers("a", "b")),
    ),
)  # fmt: skip

BENH_VIEN = Invented(
    file="benh-vien.pdf",
    layout="no lines",
    above=("Phụ lục IV", "TIÊU CHÍ CÔNG NHẬN BỆNH VIỆN THÔNG MINH"),
    headings={"number": "TT", "name": "Tiêu chí", "max": "Điểm", "method": "Cách đánh giá", "lead": "Khoa/phòng phụ trách"},
    rows=(
        Entry(0, "I", "Khám, chữa bệnh", "60"),
        Entry(1, "1", "Bệnh án điện tử thay bệnh án giấy", "30", {"method": "Triển khai toàn bộ các khoa: 30 điểm. Triển khai từ 1/2 số khoa trở lên: 15 điểm. Triển khai dưới 1/2 số khoa: 5 điểm. Chưa triển khai: 0 điểm.", "lead": "Phòng Kế hoạch tổng hợp"}, *choice("full", "15p", "5p", "none")),
        Entry(1, "2", "Đăng ký khám qua mạng", "20", {"method": "Số lượt đăng ký qua mạng chia tổng số lượt khám, nhân với điểm tối đa", "lead": "Khoa Khám bệnh"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "3", "Thanh toán viện phí không dùng tiền mặt", "10", {"method": "Đạt 70% trở lên: 10 điểm. Mỗi 10% thiếu so với 70% trừ 1 điểm.", "lead": "Phòng Tài chính kế toán"}),
        Entry(0, "II", "Quản trị", "40"),
        Entry(1, "1", "Họp không giấy", "15", {"method": "Thực hiện trên 10 cuộc họp không giấy trong năm: điểm tối đa; từ 5 đến 10 cuộc: 2/3 điểm tối đa; dưới 5 cuộc: 1/3 điểm tối đa; không thực hiện: 0 điểm", "lead": "Phòng Tổ chức"}, tiers("more_than 10 full", "at_least 5 2/3", "at_least 1 1/3"), numbers("n")),
        Entry(1, "2", "Sự cố mất an toàn thông tin", "15", {"method": "Không để xảy ra sự cố: 15 điểm; xảy ra 01 sự cố: 7 điểm; xảy ra từ 02 sự cố trở lên: 0 điểm", "lead": "Tổ Công nghệ thông tin"}, tiers("less_than 1 full", "less_than 2 7p"), numbers("n")),
        Entry(1, "3", "Mức độ hài lòng", "10", {"method": "Theo kết quả khảo sát độc lập của Sở Y tế", "lead": "Phòng Quản lý chất lượng"}),
    ),
)  # fmt: skip

GIAO_DUC = Invented(
    file="giao-duc.html",
    layout="several",
    above=("Phụ lục", "BỘ CHỈ SỐ ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ CƠ SỞ GIÁO DỤC PHỔ THÔNG"),
    headings={"number": "TT", "name": "Tiêu chí/Nội dung", "max": "Điểm tối đa", "method": "Hướng dẫn đánh giá", "evidence": "Minh chứng (gợi ý)"},
    rows=(
        Entry(0, "1", "Chuyển đổi số trong dạy, học", "100"),
        Entry(1, "1.1", "Có ban hành kế hoạch tổ chức dạy học trực tuyến", "", {"max": "Không tính điểm"}, role="condition"),
        Entry(1, "1.2", "Tỷ lệ giáo viên khai thác học liệu số", "50", {"method": "Dưới 20%: tối đa 10 điểm; từ 20% - 50%: tối đa 30 điểm; trên 50%: tối đa 50 điểm"}),
        Entry(1, "1.3", "Tổ chức kiểm tra trên máy tính", "50", {"method": "Đã tổ chức cho tất cả các khối lớp: 50 điểm; đã tổ chức cho một số khối lớp: 25 điểm; chưa tổ chức: 0 điểm", "evidence": "Kế hoạch; biên bản"}, *choice("full", "25p", "none")),
        Entry(0, "2", "Chuyển đổi số trong quản trị", "100"),
        Entry(1, "2.1", "Học bạ số", "40", {"method": "Số học sinh có học bạ số ký số / tổng số học sinh × điểm tối đa", "evidence": "Hệ thống học bạ số"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "2.2", "Cơ sở dữ liệu về đội ngũ", "30", {"method": "Cập nhật đủ thông tin hồ sơ (được 20 điểm); cập nhật kết quả đánh giá chuẩn nghề nghiệp (được 10 điểm)"}, {"kind": "checklist", "parts": [{"when": "x", "points": "20"}, {"when": "y", "points": "10"}]}, yes("x", "y")),
        Entry(1, "2.3", "Dịch vụ trực tuyến", "30", {"method": "Mỗi dịch vụ trực tuyến (đăng ký tuyển sinh, thu phí, ...) được 6 điểm, không vượt quá 30 điểm"}, {"kind": "count", "parts": [{"of": "n", "points_each": "6"}]}, numbers("n")),
    ),
)  # fmt: skip

XA_BIEN_GIOI = Invented(
    file="xa-bien-gioi.txt",
    above=("PHỤ LỤC 05", "TIÊU CHÍ CHẤM ĐIỂM XÃ BIÊN GIỚI SỐ"),
    headings={"method": "+ Cách tính điểm: ", "evidence": "+ Minh chứng: ", "lead": "+ Đơn vị chủ trì: "},
    rows=(
        Entry(0, "I.", "Hạ tầng", "45"),
        Entry(1, "1.", "Vùng lõm sóng di động được xóa", "15", {"method": "Tổng số vùng lõm đã xóa/Tổng số vùng lõm x 15. Nếu địa bàn không có vùng lõm thì đạt 15 điểm", "lead": "Sở Khoa học và Công nghệ"}, {"kind": "ratio", "value": "a / b", "if_zero": "full"}, numbers("a", "b")),
        Entry(1, "2.", "Điểm phát wifi công cộng", "15", {"method": "mỗi bản có điểm phát được 3đ, tối đa 15đ", "evidence": "Ảnh chụp"}, {"kind": "count", "parts": [{"of": "n", "points_each": "3"}]}, numbers("n")),
        Entry(1, "3.", "Phòng họp trực tuyến của xã", "15", {"method": "có và sử dụng thường xuyên: 15đ; có nhưng ít sử dụng: 7,5đ; không có: 0đ"}, *choice("full", "1/2", "none")),
        Entry(0, "II.", "Kinh tế cửa khẩu", "55"),
        Entry(1, "1.", "Tờ khai điện tử", "30", {"method": "100% tờ khai điện tử: điểm tối đa; không đạt 100%: không có điểm"}, ratio("a / b", full_at="100%", below="zero"), numbers("a", "b")),
        Entry(1, "2.", "Doanh nghiệp dùng hóa đơn điện tử", "25", {"method": "≥95%: 25đ; 85% - <95%: 15đ; 75% - <85%: 5đ; <75%: 0đ", "lead": "Thuế cơ sở"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "95%", "give": "full"}, {"at_least": "85%", "points": "15"}, {"at_least": "75%", "points": "5"}], "if_zero": "not_applicable"}, numbers("a", "b")),
    ),
)  # fmt: skip

HAI_QUAN = Invented(
    file="chi-cuc-hai-quan.md",
    above=("# BẢNG TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC ĐỘI NGHIỆP VỤ", "*(Ban hành kèm theo Công văn số 19/HQ-VP ngày 05/5/2025)*"),
    headings={"number": "Mã số", "name": "Tên tiêu chí đánh giá", "method": "Công thức tính điểm", "max": "Mức điểm chuẩn", "deadline": "Kỳ hạn", "lead": "Bộ phận chủ trì"},
    rows=(
        Entry(0, "1", "Thủ tục", "55"),
        Entry(1, "1.1", "Tờ khai luồng xanh", "25", {"method": r"Gọi $x$ là tỷ lệ tờ khai luồng xanh trên tổng số tờ khai: $x \geq 70\%$: 25 điểm; $50\% \leq x < 70\%$: 15 điểm; $x < 50\%$: 0 điểm", "lead": "Đội Thủ tục"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "70%", "give": "full"}, {"at_least": "50%", "points": "15"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "1.2", "Hồ sơ điện tử", "15", {"method": r"$\frac{a}{b} \times 15$, với a là số hồ sơ điện tử, b là tổng số hồ sơ phát sinh", "lead": "Đội Thủ tục"}, ratio("a / b"), numbers("a", "b")),
        Entry(1, "1.3", "Thời gian thông quan", "15", {"method": "Đơn vị có thời gian thông quan ngắn nhất đạt 15 điểm, các đơn vị khác xếp theo thứ tự giảm dần", "lead": "Đội Giám sát"}),
        Entry(0, "2", "Kiểm soát", "45"),
        Entry(1, "2.1", "Máy soi kết nối trung tâm", "25", {"method": "Kết nối toàn bộ: 100% số điểm; kết nối trên 50%: 50% số điểm; kết nối dưới 50%: 20% số điểm; chưa kết nối: 0 điểm", "deadline": "30/9/2025"}, {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "1", "give": "full"}, {"more_than": "50%", "give": "1/2"}, {"more_than": "0", "give": "20%"}], "if_zero": "not_applicable"}, numbers("a", "b")),
        Entry(1, "2.2", "Chuyên đề nghiệp vụ", "20", {"method": "Chuyên đề cấp Cục: 10 điểm/chuyên đề; chuyên đề cấp Chi cục: 4 điểm/chuyên đề nhưng không quá 8 điểm. Tổng không quá 20 điểm."}, {"kind": "count", "parts": [{"of": "m", "points_each": "10"}, {"of": "n", "points_each": "4", "cap": {"points": "8"}}]}, numbers("m", "n")),
    ),
)  # fmt: skip

DIEN_LUC = Invented(
    file="dien-luc.txt",
    layout="tcvn3",
    above=("TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC ĐỘI QUẢN LÝ ĐIỆN",),
    headings={"method": "- Cách chấm điểm: ", "evidence": "- Hồ sơ kiểm chứng: ", "deadline": "- Thời hạn: "},
    rows=(
        Entry(0, "1.", "Khách hàng", "50"),
        Entry(1, "1.1.", "Tỷ lệ khách hàng thanh toán không dùng tiền mặt", "30", {"method": "Tỷ lệ = số khách hàng thanh toán không dùng tiền mặt : tổng số khách hàng. Tỷ lệ từ 90% trở lên đạt 30 điểm; dưới 90%: điểm = Tỷ lệ x 30 : 90%", "evidence": "Báo cáo"}, ratio("a / b", full_at="90%"), numbers("a", "b")),
        Entry(1, "1.2.", "Hợp đồng điện tử", "20", {"method": "đã áp dụng cho mọi khách hàng: 20 điểm; mới áp dụng cho khách hàng mới: 10 điểm; chưa áp dụng: 0 điểm"}, *choice("full", "1/2", "none")),
        Entry(0, "2.", "Kỹ thuật", "50"),
        Entry(1, "2.1.", "Công tơ đo xa", "50", {"method": "mỗi 1.000 công tơ được lắp đặt tính 5 điểm, tối đa 50 điểm", "deadline": "31/12/2025"}, {"kind": "count", "parts": [{"of": "n", "every": "1000", "points_each": "5"}]}, numbers("n")),
    ),
)  # fmt: skip

ANNEXES = (TU_PHAP, TIN_DUNG, BENH_VIEN, GIAO_DUC, XA_BIEN_GIOI, HAI_QUAN, DIEN_LUC)
