"""An eighth set of invented annexes, in shapes the reader learned last: groups in a column, levels with points."""

# The texts of annexes stay on one line, as in a cell.
# ruff: noqa: E501

from __future__ import annotations

from tests.annex.corpus.invented import Entry, Invented, choice, numbers, ratio, said, shares, tiers, yes

YES = {"kind": "yes_no", "when": "x"}

PHUONG = Invented(
    file="phuong-ven-song.xlsx",
    layout="group column",
    above=("BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ CẤP PHƯỜNG", "(Kèm theo Kế hoạch số 58/KH-UBND ngày 04/3/2026)"),
    headings={"number": "TT", "group": "Nhóm tiêu chí", "name": "Tiêu chí", "max": "Điểm tối đa", "method": "Cách tính điểm", "lead": "Bộ phận phụ trách"},
    rows=(
        Entry(0, "I", "Chính quyền số", "50"),
        said("1", "Hồ sơ nộp trực tuyến", "20", "A: Số hồ sơ nộp trực tuyến\nB: Tổng số hồ sơ tiếp nhận\n= (A / B) x 20", ratio("a / b"), numbers("a", "b"), lead="Trung tâm phục vụ hành chính công"),
        said("2", "Kế hoạch chuyển đổi số năm", "10", "Ban hành trước 31/01: 10 điểm; ban hành sau 31/01: 5 điểm; không ban hành: 0 điểm", *choice("full", "5p", "none"), lead="Văn phòng"),
        said("3", "Văn bản ký số", "20", "Từ 95% trở lên: 20 điểm; từ 80% đến dưới 95%: 12 điểm; dưới 80%: 0 điểm", shares("at_least 95% full", "at_least 80% 12p"), numbers("a", "b"), lead="Văn phòng"),
        Entry(0, "II", "Kinh tế số", "30"),
        said("4", "Sản phẩm lên sàn thương mại điện tử", "10", "Mỗi sản phẩm được 2 điểm, tối đa 10 điểm", {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]}, numbers("n"), lead="Phòng Kinh tế"),
        said("5", "Hộ kinh doanh thanh toán không tiền mặt", "20", "Tỷ lệ hộ kinh doanh x 20 điểm", ratio("a / b"), numbers("a", "b"), lead="Phòng Kinh tế"),
        Entry(0, "III", "Xã hội số", "20"),
        said("6", "Tổ công nghệ số cộng đồng", "20", "100% khu phố có tổ hoạt động: 20 điểm; dưới 100%: tính theo tỷ lệ", ratio("a / b"), numbers("a", "b"), lead="Phòng Văn hóa"),
    ),
)  # fmt: skip

SO = Invented(
    file="so-cong-thuong.docx",
    layout="group column",
    above=("PHỤ LỤC 1", "TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NGÀNH CÔNG THƯƠNG"),
    headings={"group": "Trụ cột", "number": "Số TT", "name": "Chỉ số đánh giá", "max": "Thang điểm", "method": "Phương pháp xác định", "evidence": "Tài liệu kiểm chứng"},
    rows=(
        Entry(0, "A", "Nhận thức số", "25"),
        said("1", "Người đứng đầu tham gia tập huấn", "10", "Tham gia đầy đủ: 10 điểm; tham gia một phần: 5 điểm; không tham gia: 0 điểm", *choice("full", "5p", "none"), evidence="Danh sách"),
        said("2", "Tin, bài tuyên truyền", "15", "Từ 30 tin, bài trở lên: 15 điểm; từ 15 đến 29 tin, bài: 8 điểm; dưới 15 tin, bài: 0 điểm", tiers("at_least 30 full", "at_least 15 8p"), numbers("n"), evidence="Đường dẫn"),
        Entry(0, "B", "Dữ liệu số", "75"),
        said("3", "Cơ sở dữ liệu dùng chung", "40", "Đã kết nối với kho dữ liệu của tỉnh: 40 điểm; chưa kết nối: 0 điểm", YES, yes("x"), evidence="Biên bản"),
        said("4", "Dữ liệu mở được công bố", "35", "Số bộ dữ liệu đã công bố/Số bộ dữ liệu phải công bố x Điểm tối đa", ratio("a / b"), numbers("a", "b"), evidence="Cổng dữ liệu"),
    ),
)  # fmt: skip

PDF = Invented(
    file="ban-dan-toc.pdf",
    layout="group column",
    above=("BIỂU TIÊU CHÍ CHẤM ĐIỂM",),
    headings={"number": "STT", "group": "Lĩnh vực", "name": "Nội dung chấm điểm", "max": "Điểm chuẩn", "method": "Cách chấm"},
    rows=(
        Entry(0, "I", "Hạ tầng", "40"),
        said("1", "Thôn có sóng 4G", "20", "(C/D) x 20 (C là số thôn có sóng, D là tổng số thôn)", ratio("a / b"), numbers("a", "b")),
        said("2", "Máy tính cấu hình đạt chuẩn", "20", "≥ 90%: 20đ; ≥ 70%: 10đ; < 70%: 0đ", shares("at_least 90% full", "at_least 70% 10p"), numbers("a", "b")),
        Entry(0, "II", "Nhân lực", "30"),
        said("3", "Có công chức chuyên trách", "30", "Có: 30 điểm; kiêm nhiệm: 15 điểm; không có: 0 điểm", *choice("full", "15p", "none")),
    ),
)  # fmt: skip

TO = Invented(
    file="to-dan-pho.txt",
    above=("TIÊU CHÍ CHẤM ĐIỂM TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",),
    headings={"method": "", "evidence": "Minh chứng: "},
    rows=(
        Entry(0, "I.", "TỔ CHỨC", "40"),
        said("1.", "Thành lập tổ", "10", "- Thành lập trong tháng 01 (10đ)\n- Thành lập sau tháng 01 (6đ)\n- Chưa thành lập (0đ)", *choice("full", "6p", "none"), evidence="Quyết định"),
        said("2.", "Sinh hoạt định kỳ", "30", "* Từ 12 buổi trở lên (30đ)\n* Từ 6 đến 11 buổi (15đ)\n* Dưới 6 buổi (0đ)", tiers("at_least 12 full", "at_least 6 15p"), numbers("n"), evidence="Biên bản"),
        Entry(0, "II.", "KẾT QUẢ", "60"),
        said("1.", "Hộ có người biết dùng dịch vụ công", "40", "a) Từ 80% số hộ trở lên (40 điểm)\nb) Từ 50% đến dưới 80% số hộ (20 điểm)\nc) Dưới 50% số hộ (0 điểm)", shares("at_least 80% full", "at_least 50% 1/2"), numbers("a", "b"), evidence="Danh sách hộ"),
        said("2.", "Có nhóm Zalo của tổ", "20", "- Có (20 điểm)\n- Không (0 điểm)", YES, yes("x")),
    ),
)  # fmt: skip

ANNEXES = (PHUONG, SO, PDF, TO)
