"""Texts with one case that a hasty reader would drop: asked, told or left to people, never silent."""

# Texts stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.building import read_rule
from chamdiem.annex.rules.opposing import only_denies
from chamdiem.annex.rules.reading import RuleReading

# Text | the words that must not be lost.
TRAPS = """
Có ban hành: 5 điểm. Nếu ban hành sau ngày 30/6 thì không được điểm.|sau ngày 30/6
Có báo cáo: 5; báo cáo không đầy đủ: 0|không đầy đủ
Gửi số liệu: 5; gửi chậm: 0|gửi chậm
Có phương án ứng cứu: 5; để xảy ra sự cố: 0|để xảy ra sự cố
Có rà soát: 2; có xử lý: 3; rà soát chậm: 0|chậm
Có quyết định 2 điểm, có quy chế 3 điểm; quyết định ban hành sau 31/3: 0 điểm|ban hành sau
Cấp hộp thư cho 100% cán bộ: 5 điểm. Không sử dụng hộp thư công vụ: 0 điểm|sử dụng hộp thư
Niêm yết mã QR: 5; niêm yết thiếu thủ tục: 0|niêm yết thiếu thủ tục
Đã tập huấn: 5 điểm; tập huấn không có danh sách tham dự: 0 điểm|danh sách tham dự
Có cổng thông tin: 5 điểm; cổng ngừng hoạt động: 0 điểm|ngừng hoạt động
Ban hành kế hoạch: 5 điểm; kế hoạch sao chép năm trước: 0 điểm|sao chép
Có tổ công nghệ số: 5 điểm; tổ không hoạt động: 0 điểm|không hoạt động
Tổ chức hội nghị: 5 điểm; tổ chức lồng ghép: 0 điểm|lồng ghép
Có đăng ký: 5 điểm; đăng ký quá hạn: 0 điểm|quá hạn
Hoàn thành nâng cấp: 5 điểm; nâng cấp nhưng chưa nghiệm thu: 0 điểm|chưa nghiệm thu
Có camera: 5 điểm; camera hỏng: 0 điểm|camera hỏng
Đã phê duyệt hồ sơ cấp độ: 5 điểm; phê duyệt sai thẩm quyền: 0 điểm|sai thẩm quyền
Có ứng dụng: 5 điểm; ứng dụng không còn cập nhật: 0 điểm|không còn cập nhật
Có cán bộ phụ trách: 5 điểm; cán bộ chưa qua đào tạo: 0 điểm|chưa qua đào tạo
Tham gia đủ: 5 điểm; cử sai thành phần: 0 điểm|cử sai thành phần
Có chữ ký số: 5 điểm; để người khác dùng chữ ký số: 0 điểm|để người khác dùng
Có sao lưu: 5 điểm; không thử phục hồi dữ liệu: 0 điểm|thử phục hồi
Có quy chế: 5 điểm; không có quy chế: 0 điểm; quy chế hết hiệu lực: 0 điểm|hết hiệu lực
Đã công khai: 5 điểm; chưa công khai: 0 điểm; công khai sai địa chỉ: 0 điểm|sai địa chỉ
Có lịch tiếp công dân: 5 điểm; đổi lịch không báo trước: 0 điểm|đổi lịch không báo trước
Kết nối xong: 5 điểm; kết nối chập chờn: 0 điểm|chập chờn
Có máy quét: 2 điểm; có máy in: 3 điểm; máy in không dùng được: 0 điểm|máy in không dùng
Có website: 2 điểm; có fanpage: 3 điểm; đăng tin sai sự thật: 0 điểm|đăng tin sai sự thật
Có kế hoạch (2 điểm); có báo cáo (3 điểm); báo cáo nộp muộn (0 điểm)|muộn
Có đề án được 5 điểm, đề án chưa thẩm định thì không được điểm|chưa thẩm định
Từ 50% trở lên: 5 điểm; dưới 50% hoặc có hồ sơ trễ hạn: 0 điểm|có hồ sơ trễ
Từ 50%: 5 điểm; từ 30% đến dưới 50% và tăng so với năm trước: 3 điểm; còn lại: 0 điểm|tăng so với năm trước
Từ 80%: 5 điểm; từ 50% đến dưới 80%, có kế hoạch khắc phục: 3 điểm; dưới 50%: 0 điểm|có kế hoạch khắc phục
Đã tích hợp từ 80% dịch vụ: 5 điểm; tích hợp nhưng không phát sinh hồ sơ: 0 điểm|không phát sinh hồ sơ
Đạt 100%, có chứng chỉ: 5 điểm; đạt 80%-99%: 3 điểm; dưới 80%: 0 điểm|có chứng chỉ
Từ 90% trở lên: 5 điểm; từ 70% đến dưới 90% nhưng có giải trình: 3 điểm; dưới 70%: 0 điểm|có giải trình
Từ 4 cuộc trở lên do người đứng đầu chủ trì: 5 điểm; từ 2 đến 3 cuộc: 3 điểm; dưới 2 cuộc: 0 điểm|do người đứng đầu chủ trì
Từ 10 tin trở lên đúng chủ đề: 5 điểm; từ 5 đến 9 tin: 3 điểm; dưới 5 tin: 0 điểm|đúng chủ đề
Từ 60%: 5 điểm; từ 40% đến dưới 60% (chỉ tính hồ sơ mới): 3 điểm; dưới 40%: 0 điểm|chỉ tính hồ sơ mới
Từ 3 lớp: 5 điểm; từ 1 đến 2 lớp, kèm theo tài liệu: 3 điểm; không có: 0 điểm|tài liệu
Từ 70%: 5 điểm; dưới 70% mà không báo cáo lý do: 0 điểm|không báo cáo lý do
Ban hành kế hoạch và hoàn thành trên 80% nhiệm vụ: 5 điểm; hoàn thành từ 50% đến 80% nhiệm vụ: 3 điểm; dưới 50%: 0 điểm|ban hành kế hoạch
Trên 95%: 5 điểm; trên 90% hoặc được khen thưởng: 3 điểm; còn lại: 0 điểm|được khen thưởng
Từ 20 tin: 5 điểm; từ 10 tin, trong đó có tin tự viết: 3 điểm; dưới 10 tin: 0 điểm|tin tự viết
Từ 80%: 5 điểm; từ 60% và không bị nhắc nhở: 3 điểm; còn lại: 0 điểm|không bị nhắc nhở
Điểm = số hồ sơ đúng hạn/tổng số hồ sơ × 5; để lộ dữ liệu: 0 điểm|để lộ dữ liệu
Điểm = số hồ sơ đúng hạn/tổng số hồ sơ × 5; nếu số liệu sai thì 0 điểm|số liệu sai
Mỗi lớp được 1 điểm; lớp không có hình ảnh: 0 điểm|hình ảnh
Mỗi sáng kiến được 1 điểm; sáng kiến chưa công nhận không tính điểm|chưa công nhận
Mỗi sự cố trừ 1 điểm; che giấu sự cố: 0 điểm|che giấu sự cố
Mỗi báo cáo chậm trừ 1 điểm; báo cáo sai số liệu: 0 điểm|sai số liệu
Từ 90% trở lên: 5 điểm; dưới 90%: mỗi tài khoản không hoạt động trừ 0,1 điểm|dưới 90%
Tốt: 5 điểm; khá: 3 điểm; bị kỷ luật: 0 điểm|bị kỷ luật
Cấp tỉnh công nhận: 5 điểm; cấp huyện công nhận: 3 điểm; hết hạn công nhận: 0 điểm|hết hạn công nhận
Trước ngày 10: 5 điểm; sau ngày 10: 3 điểm; gửi sai mẫu: 0 điểm|gửi sai mẫu
Có app hoặc trang Zalo: 5 điểm; trang Zalo bỏ trống: 0 điểm|bỏ trống
Đã cấp: 5 điểm; đang cấp: 3 điểm; cấp sai đối tượng: 0 điểm|cấp sai đối tượng
Không có đơn thư: 5 điểm; có đơn thư vượt cấp: 0 điểm|vượt cấp
Không để lộ dữ liệu: 5 điểm; không báo cáo: 0 điểm|không báo cáo
Có hợp đồng bảo trì: 5 điểm; hợp đồng không có phụ lục an toàn: 0 điểm|phụ lục an toàn
Được hội đồng công nhận: 5 điểm; được công nhận có điều kiện: 0 điểm|có điều kiện
Đạt chuẩn: 5 điểm; đạt chuẩn nhưng hồ sơ không hợp lệ: 0 điểm|hồ sơ không hợp lệ
Từ 4 cuộc, cuộc cuối trước 30/11: 5 điểm; từ 2 cuộc: 3 điểm; còn lại: 0 điểm|cuộc cuối trước
Trên 12 bài (trong đó có bài dự thi): 5 điểm; từ 6 đến 12 bài: 3 điểm; dưới 6 bài: 1 điểm|có bài dự thi
Từ 95% trở lên được 5 điểm; dưới 95% được 3 điểm; để tồn đọng hồ sơ: không được điểm|để tồn đọng hồ sơ
Không có hồ sơ trễ hạn: 5 điểm; có hồ sơ trễ hạn không xin lỗi: 0 điểm|không thuộc mức nào
Hoàn thành 100%: 5 điểm; không hoàn thành do nguyên nhân chủ quan: 0 điểm|không thuộc mức nào
Không xảy ra sự cố: 5 điểm; xảy ra sự cố nghiêm trọng: 0 điểm|nghiêm trọng
Được phê duyệt cấp độ: 5 điểm; quá thời hạn rà soát: 0 điểm|quá thời hạn rà soát
Người đứng đầu làm trưởng ban: 5 điểm; không họp: 0 điểm|không họp
Tập huấn cho 100% cán bộ: 5 điểm; dưới 100%: 0 điểm; tập huấn qua loa: 0 điểm|tập huấn qua loa
Đã tổ chức hội nghị (5 điểm); không tổ chức hoặc tổ chức trực tiếp (0 điểm)|tổ chức trực tiếp
""".strip().splitlines()
NAME = "Tiêu chí của đơn vị"


def _all_of(reading: RuleReading) -> str:
    """What a person who checks the rule sees of the text."""
    labels = [given["label"] for given in reading.inputs.values()]
    return f"{reading.rule} {labels} {reading.assumed} {reading.unread}".casefold()


@pytest.mark.parametrize("trap", TRAPS)
def test_no_case_is_dropped_silently(trap: str) -> None:
    text, _, kept = trap.rpartition("|")
    reading = read_rule({"method": text}, NAME, Fraction(5))
    assert reading.is_manual or kept.casefold() in _all_of(reading), (reading.rule, reading.assumed)


@pytest.mark.parametrize(
    ("given", "nothing"),
    [
        ("Có ban hành kế hoạch", "không ban hành kế hoạch"),
        ("Có quy chế", "chưa có quy chế"),
        ("Đúng hạn", "chậm"),
        ("Gửi đúng hạn", "gửi trễ hạn"),
        ("Gửi trước ngày 10/3", "gửi sau ngày 10/3"),
        ("Có sao lưu định kỳ", "sao lưu không định kỳ"),
        ("Đã gắn mã cho 100% hộ", "chưa gắn đủ"),
        ("Không có đơn thư", "có đơn thư"),
        ("Có website", "còn lại"),
        ("Đạt cả ba nội dung", "thiếu một nội dung"),
        ("Đạt chuẩn", "không đạt"),
    ],
)
def test_the_plain_no_stays_a_yes_or_no(given: str, nothing: str) -> None:
    reading = read_rule({"method": f"{given}: 5 điểm; {nothing}: 0 điểm"}, NAME, Fraction(5))
    assert reading.rule == {"kind": "yes_no", "when": "x"}
    assert reading.assumed == []


@pytest.mark.parametrize(
    ("given", "nothing"),
    [
        ("Có báo cáo", "báo cáo không đầy đủ"),
        ("Hoàn thành", "hoàn thành sau thời hạn"),
        ("Có kế hoạch", "không ban hành hoặc ban hành chậm"),
        ("Không để xảy ra sự cố", "không báo cáo"),
        ("Được phê duyệt cấp độ", "phê duyệt chậm"),
        ("Báo cáo đúng mẫu", "báo cáo chậm"),
        ("Trả lời kịp thời", "trả lời không đúng"),
        ("Có báo cáo", "không đủ"),
    ],
)
def test_added_words_are_a_case_of_their_own(given: str, nothing: str) -> None:
    assert not only_denies(nothing, given, NAME)


def test_the_name_of_the_row_denies_nothing_by_itself() -> None:
    said = "Cấp hộp thư cho 100% cán bộ"
    assert not only_denies("Không sử dụng hộp thư công vụ", said, "Sử dụng hộp thư công vụ")
    assert only_denies("không ban hành kế hoạch", "Ban hành", "Kế hoạch năm")


def test_a_case_of_its_own_is_an_option() -> None:
    reading = read_rule({"method": "Gửi số liệu: 5 điểm; gửi chậm: 0 điểm"}, NAME, Fraction(5))
    assert reading.rule == {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Gửi số liệu", "give": "full"},
            "m0": {"label": "gửi chậm; không thuộc các mức trên", "give": "none"},
        },
    }


def test_what_does_not_arise_is_not_the_worst() -> None:
    text = "Không phát sinh: điểm tối đa; có phát sinh: số phản ánh đã xử lý/số phản ánh × 10"
    rule = read_rule({"method": text}, "Phản ánh", Fraction(10)).rule
    assert rule == {"kind": "ratio", "value": "a / b", "if_zero": "full"}


def test_one_of_several_that_is_missing_costs_its_part() -> None:
    text = "Có kế hoạch, có báo cáo, có sơ kết: 6 điểm; thiếu mỗi nội dung trừ 2 điểm"
    rule = read_rule({"method": text}, "Ba việc", Fraction(6)).rule
    assert rule == {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}]}


def test_as_many_or_more_holds_its_end() -> None:
    text = "Số thủ tục toàn trình bằng hoặc trên 50% tổng số: 5 điểm; không đạt: 0 điểm"
    rule = read_rule({"method": text}, "Thủ tục", Fraction(5)).rule
    assert "full_at" in rule
    assert "more_than" not in f"{rule}"


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành trong tháng 01: 5 (5 điểm)\n- Ban hành sau tháng 01: 3 (3 điểm)\n- Không ban hành: 0 (0 điểm)",
        "Triển khai ở giai đoạn 2: 5; triển khai ở giai đoạn 1: 3; chưa triển khai: 0",
        "Nâng cấp lên phiên bản 2: 5 điểm; phiên bản 1: 3 điểm; không nâng cấp: 0 điểm",
        "Phủ sóng 5G: 5 điểm; phủ sóng 4G: 3 điểm; chỉ có 3G: 0 điểm",
    ],
)
def test_numbers_that_name_are_no_counts(text: str) -> None:
    rule = read_rule({"method": text}, "Mức", Fraction(5)).rule
    assert isinstance(rule, dict)
    assert rule["kind"] == "choice"


def test_figures_of_one_name_are_told_apart() -> None:
    reading = read_rule(
        {"method": "Có quyết định: 2 điểm; có quy chế: 3 điểm"}, "Có quyết định, có quy chế", Fraction(5)
    )
    labels = [given["label"] for given in reading.inputs.values()]
    assert labels == ["Có quyết định: Có quyết định, có quy chế", "Có quy chế: Có quyết định, có quy chế"]
