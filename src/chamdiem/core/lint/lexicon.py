"""Words that belong together in the texts of officials, collected from the corrected editions.

Two syllables each. Where accents alone make two different words, both stand
here: a pair is suspected only when its plain letters are known and its accents
are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.syllables import is_syllable

_COMPOUNDS = """
an ninh, an toàn, áp dụng, bài báo, bài viết, ban hành, bảo đảm, báo cáo, bảo mật, bảo trì, bảo vệ, băng
rộng, bền vững, bệnh viện, bí mật, biên bản, biên chế, biểu mẫu, bình quân, bồi dưỡng, bổ sung, bộ phận,
bưu chính, bưu cục, bưu điện, bưu gửi, cá nhân, cá thể, cải cách, cải thiện, cài đặt, cam kết, cán bộ,
cảnh báo, cáp quang, căn cứ, cấp phát, cấp tỉnh, cấp tính, cấu trúc, cập nhật, chấm điểm, chất lượng,
chi phí, chi tiết, chi tiêu, chỉ tiêu, chỉ thị, chỉ đạo, chỉ số, chi số, chi trả, chia sẻ, chiến lược,
chính phủ, chính quyền, chính sách, chính thống, chính thức, chính xác, cho phép, chủ tịch, chủ trì, chủ
trương, chú trọng, chủ động, chú ý, chung cư, chứng chỉ, chứng cứ, chứng minh, chứng nhận, chứng thư,
chứng thực, chuẩn bị, chuẩn hóa, chuẩn hoá, chức danh, chức năng, chức vụ, chương trình, chuyên dùng,
chuyên dụng, chuyên đề, chuyên gia, chuyên mục, chuyên môn, chuyên ngành, chuyên sâu, chuyên trách,
chuyên viên, chuyên trang, chuyển đổi, chuyển giao, chuyển phát, công an, công bố, công bằng, công chức,
công cụ, công cộng, công cuộc, công dân, công dụng, công điện, công đoàn, công ích, công khai, công lập,
công nghệ, công nghiệp, công nhận, công nhân, công tác, cộng tác, công thương, công trình, công ty, công
văn, công việc, công viên, công vụ, cộng đồng, cổng dịch, cổng thông, cổng ttđt, cổng dvc, có thể, cơ
bản, cơ cấu, cơ chế, cơ quan, cơ sở, cung cấp, cùng cấp, cung ứng, cuộc họp, danh mục, danh sách, danh tính,
danh hiệu, dân cư, dân phố, dân số, dân sự, dân tộc, di động, dịch vụ, diễn biến, diễn đàn, diễn tập, doanh
nghiệp, doanh thu, doanh số, du lịch, dữ liệu, dự án, dự báo, dự kiến, dự thảo, dự toán, duy trì, đa
dạng, đại biểu, đại diện, đại học, đám mây, đảm bảo, đảng bộ, đảng viên, đánh giá, đào tạo, đáp ứng,
đăng ký, đăng kí, đăng tải, đầu mối, đầu tư, đấu thầu, đầu vào, đầu ra, đầy đủ, đề án, đề nghị, đề xuất,
đề tài, đặc biệt, đặc thù, địa bàn, địa chỉ, địa điểm, địa phương, điểm tối, điện thoại, điện toán, điện
tử, điều chỉnh, điều hành, điều kiện, điều phối, điều tra, điển hình, định danh, định hướng, định kỳ,
định kì, định mức, đô thị, đổi mới, đối chiếu, đối tượng, đối thoại, đôn đốc, đồng bộ, đồng thời, đơn
giản, đơn vị, đột phá, động lực, đúng hạn, đúng thời, đúng thẩm, đường truyền, đường dây, gia đình, gia
tăng, giá trị, giải đáp, giải pháp, giải quyết, giải thích, giải thưởng, giai đoạn, giảm thời, giảm lệ,
giám đốc, giám sát, giao dịch, giao diện, giao tiếp, giao thông, giáo dục, giáo viên, giấy mời, giấy
phép, giấy tờ, gồm cả, ghi chú, ghi nhận, hạ tầng, hài lòng, hạn chế, hàng hóa, hàng hoá, hàng năm, hằng
năm, hàng tháng, hằng tháng, hàng quý, hằng quý, hành chính, hành động, hạng mục, hằng ngày, hàng ngày,
hệ thống, hiện đại, hiện trường, hiệp hội, hiệu lực, hiệu quả, hình ảnh, hình thành, hình thức, hỏi đáp,
hỗ trợ, hộ gia, hộ kinh, hộ nghèo, hồ sơ, hội nghị, hội thảo, hội đồng, hội viên, hòm thư, hộp thư, học
liệu, học sinh, hoàn thành, hoàn thiện, hoàn toàn, hoạt động, hóa đơn, hoá đơn, hợp đồng, hợp lệ, hợp
pháp, hợp tác, huấn luyện, hướng dẫn, huy động, kế hoạch, kế toán, kênh số, kết luận, kết nối, kết quả,
kết hợp, kiểm chứng, kiểm soát, kiểm thử, kiểm tra, kiêm nhiệm, kiến nghị, kiến tạo, kiến thức, kiến
trúc, kiện toàn, kinh doanh, kinh phí, kinh tế, kỹ năng, kĩ năng, kỹ thuật, kĩ thuật, khai báo, khai
thác, khả năng, khám chữa, chữa bệnh, khảo sát, khắc phục, khen thưởng, khiếu nại, khoa học, khóa học,
khoá học, không gian, khởi nghiệp, khởi tạo, khuyến khích, khuyết tật, lãnh đạo, lao động, lâm nghiệp,
lĩnh vực, liên hệ, liên kết, liên quan, liên thông, loại bỏ, loại hình, lồng ghép, lợi dụng, lợi ích,
lưu trữ, lưu ý, lượt truy, mã độc, máy chủ, máy tính, máy trạm, mạng lưới, mật khẩu, miền dữ, miễn phí,
minh bạch, minh chứng, mô hình, môi trường, mục đích, mục tiêu, mức độ, năng lực, năng lượng, năng suất,
nâng cao, nâng cấp, nền tảng, nội bộ, nội dung, nội vụ, nông dân, nông nghiệp, nông sản, nông thôn, ngân
hàng, ngân sách, nghị định, nghị quyết, nghiêm túc, nghiên cứu, nghiệp vụ, ngoại vụ, nguồn lực, nguồn
tin, nguồn vốn, nguyên tắc, người dân, người dùng, người đứng, đứng đầu, người lao, nhà nước, nhà
trường, nhân dân, nhân khẩu, nhân lực, nhân lúc, nhân rộng, nhân sự, nhận diện, nhận thức, nhận xét,
nhật ký, nhiệm kỳ, nhiệm vụ, nhu cầu, nhiễm mã, ô nhiễm, pháp luật, pháp lý, pháp lí, phạm vi, phản ánh,
phản ảnh, phản hồi, phần mềm, phân cấp, phân công, phân hệ, phân loại, phân tích, phê duyệt, phiên bản,
phiên họp, phiếu khảo, phong trào, phòng ban, phòng họp, phòng chống, phổ biến, phổ cập, phổ thông, phối
hợp, phù hợp, phủ sóng, phụ lục, phụ nữ, phụ trách, phúc lợi, phục vụ, phương án, phương pháp, phương
thức, phương tiện, phường xã, phát động, phát hiện, phát huy, phát sinh, phát sóng, phát thanh, phát
triển, quá hạn, quá trình, quan hệ, quan tâm, quan trắc, quan trọng, quản lý, quản lí, quản trị, quảng
bá, quảng cáo, quán triệt, quân sự, quốc gia, quốc hội, quốc phòng, quốc tế, quy chế, quy chuẩn, quy
định, quy đổi, quy hoạch, quy mô, quy trình, quyền lợi, quyền hạn, quyết định, quyết tâm, rà soát, sáng
kiến, sáng tạo, sản phẩm, sản xuất, sàn thương, sàng lọc, sẵn sàng, sắp xếp, so sánh, số hóa, số hoá, số
lượng, số lượt, số liệu, sự cố, sự kiện, sự nghiệp, sử dụng, sức khỏe, sức khoẻ, tài chính, tài khoản,
tài liệu, tài nguyên, tài sản, tải về, tấn công, tần suất, tập huấn, tập thể, tập trung, tích cực, tích
hợp, tiên tiến, tiền mặt, tiến độ, tiến hành, tiếp cận, tiếp nhận, tiếp tục, tiêu biểu, tiêu chí, tiêu
chuẩn, tiểu học, tiện ích, tiện lợi, tin bài, tin cậy, tin học, tín dụng, tính năng, tình hình, tình
trạng, toàn bộ, toàn diện, toàn quốc, toàn tỉnh, toàn trình, tổ chức, tổ dân, tổ công, tố cáo, tối đa,
tối ưu, tối thiểu, tổng chi, tổng hợp, tổng kết, tổng số, tốc độ, trách nhiệm, trạm y, trang bị, trang
thông, trao đổi, trả lại, trả lời, trẻ em, triển khai, triệu tập, trình độ, trình diễn, trọng tâm, trợ
giúp, trợ lý, trợ lí, trung bình, trung hạn, trung học, trung tâm, trung ương, trụ cột, trụ sở, trực
thuộc, trực tiếp, trực tuyến, truy cập, truy nhập, truy xuất, truyền hình, truyền thanh, truyền thông,
truyền thống, trường học, trường hợp, trưởng ban, trưởng thành, tuyên dương, tuyên truyền, tuyển dụng,
tuyến đường, tư pháp, tư vấn, từ xa, tự đánh, tương đương, tương lai, tương tác, tương ứng, tỷ lệ, tỉ
lệ, tỷ trọng, tỉ trọng, tham dự, tham gia, tham khảo, tham mưu, thành công, thành lập, thành phần, thành
phố, thành thị, thành tích, thành viên, thanh niên, thanh thiếu, thanh toán, thanh tra, tháo gỡ, thay
đổi, thăm dò, thẩm định, thẩm quyền, thế mạnh, thể chế, thể hiện, thể thao, theo dõi, thi đua, thị trấn,
thị trường, thị xã, thiết bị, thiết kế, thiết thực, thiết lập, thôn bản, thôn xóm, thống kê, thống nhất,
thông báo, thông dụng, thông minh, thông qua, thông suốt, thông số, thông tin, thông tư, thông thường,
thời điểm, thời gian, thời hạn, thu hút, thu nhập, thu phí, thu thập, thủ trưởng, thủ tục, thú y, thuận
lợi, thuận tiện, thúc đẩy, thuê bao, thư điện, thư viện, thử nghiệm, thừa kế, thực hành, thực hiện, thực
tế, thực tiễn, thương binh, thương mại, thường niên, thường trực, thường xuyên, ủy ban, uỷ ban, ứng cứu,
ứng dụng, ứng phó, ưu đãi, ưu tiên, vai trò, vào cuộc, vận hành, vận tải, vận động, văn bản, văn hóa,
văn hoá, văn minh, văn phòng, văn thư, vệ sinh, vệ tinh, vi phạm, vị trí, việc làm, viên chức, viễn
thông, vinh danh, vùng sâu, vụ công, vướng mắc, xác định, xác minh, xác nhận, xác thực, xã hội, xã viên,
xây dựng, xếp hạng, xếp loại, xử lý, xử lí, xử phạt, xuất bản, xuất khẩu, ý kiến, y tế, yếu thế, yêu
cầu, chính công, hợp thức, dạy học, học tập, quyền số, sản lượng, chữ ký, chữ kí, ký kết, chịu trách,
thông điệp, bản đồ, lắp đặt, hội thi, cuộc thi, hỏi ý, hướng tới, lộ trình, đề cương, tỷ đồng, triệu
đồng, một cửa, làm sạch, làm giàu, dùng chung, dùng riêng, căn cước, cước công, hộ khẩu, hộ tịch, cư trú,
thường trú, tạm trú, khai sinh, khai tử, kết hôn, đất đai, học bạ, bệnh án, đơn thuốc, viện phí, học phí,
lệ phí, biên lai, bảo hiểm, an sinh, trợ cấp, lương hưu, hưu trí, trí tuệ, nhân tạo, tra cứu, trích xuất,
kết xuất, chia tách, sao lưu, khôi phục, mã hóa, mã hoá, giám định, tin nhắn, lừa đảo, gián đoạn, rò rỉ,
lỗ hổng, tường lửa, trước hạn, trễ hạn, hợp nhất, sáp nhập, sát nhập, thôn trưởng, tổ trưởng, khu phố,
tuyến phố, cửa hàng, siêu thị, tiểu thương, hộ dân, đặc sản, nguồn gốc, giao nhận, vận chuyển, tự động,
thu gom, rác thải, chiếu sáng, giám hộ, tiêm chủng, khám bệnh, dược phẩm, chủ ý, hòa giải, hoà
giải, tiếp công, tiếp dân, phản biện, kiểm kê, kiểm định, đo lường, quy tắc, ứng xử, kịp thời,
kỷ luật, gương mẫu, xuất sắc, hài hòa, đồng hành, lan tỏa, lan toả, nòng cốt, thấp nhất, thấp hơn
"""

# Short forms written with letters that plain Latin lacks, and some that are often misprinted.
ACRONYMS = (
    "HĐND",
    "UBND",
    "CĐS",
    "BCĐ",
    "TTĐT",
    "HĐTV",
    "CSDL",
    "DVCTT",
    "CNTT",
    "ATTT",
    "CQNN",
    "CBCC",
    "CBCCVC",
    "TTHC",
    "NSNN",
    "TTTT",
    "KH&CN",
    "QLVBĐH",
    "HSTT",
    "BCCI",
    "HTTT",
    "LGSP",
    "NGSP",
    "TMĐT",
    "NLĐ",
    "TMĐT",
    "GDĐT",
)
# Names of departments, which "Số" or "Sơ" in front of them cannot count.
DEPARTMENTS = (
    "TTTT",
    "TT&TT",
    "TT TT",
    "KHCN",
    "KH&CN",
    "GDĐT",
    "GD&ĐT",
    "Thông tin và Truyền thông",
    "Nội vụ",
    "Tài chính",
    "Y tế",
    "Kế hoạch và Đầu tư",
    "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ",
    "Công Thương",
    "Tư pháp",
    "Văn hóa",
    "Nông nghiệp và",
    "Xây dựng",
    "Giao thông vận tải",
    "Lao động",
)

# Parts of longer phrases that stand above so that nothing is suspected in them.
HALVES = frozenset(("chi số", "nhân lúc", "đúng thời", "cấp tính", "cước công", "tiếp công"))
# Words that stand alone and are often seen without a letter.
_LOST_WORDS = {"n m": "năm", "l nh": "lĩnh", "v ": "về"}
# Words that are no compounds, but tell what a damaged one may have been.
COMMON = (
    "luôn",
    "không",
    "được",
    "người",
    "những",
    "trong",
    "của",
    "cho",
    "với",
    "phải",
    "nếu",
    "khi",
    "theo",
)


Pair = tuple[str, str]
# Words that are written with either letter: lý, lí.
_Y_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@cache
def pairs() -> tuple[Pair, ...]:
    """Every compound, as its two syllables."""
    phrases = (" ".join(phrase.split()) for phrase in _COMPOUNDS.split(","))
    split = (phrase.split() for phrase in phrases)
    return tuple((words[0], words[1]) for words in split if len(words) == 2)


@cache
def pairs_in_use() -> frozenset[Pair]:
    """The same for a quick look."""
    return frozenset(pairs())


@cache
def compounds() -> Mapping[Pair, tuple[Pair, ...]]:
    """Two syllables in plain letters → the ways they are written with accents."""
    known: dict[Pair, tuple[Pair, ...]] = {}
    for pair in pairs():
        plain = without_accents(pair[0]), without_accents(pair[1])
        if pair not in known.get(plain, ()):
            known[plain] = (*known.get(plain, ()), pair)
    return known


def is_compound(phrase: str) -> bool:
    """Whether two words in lower case are one compound: ``văn bản``."""
    first, _, second = phrase.partition(" ")
    return (first, second) in pairs_in_use()


@cache
def known_syllables() -> Mapping[str, tuple[str, ...]]:
    """Plain letters of a syllable → the ways it is written in common words and compounds."""
    known: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys((*COMMON, *(syllable for pair in pairs() for syllable in pair))):
        plain = without_accents(word)
        known[plain] = (*known.get(plain, ()), word)
    return known


@cache
def with_a_letter_lost() -> Mapping[str, tuple[str, ...]]:
    """Each compound with one letter fallen out, as a PDF leaves it → the compounds it may be.

    The letter leaves a space: ``v n bản`` → ``văn bản``, ``triển  hai`` → ``triển khai``.
    Where what remains is no syllable, the spaces may have been joined as well.
    """
    lost: dict[str, dict[str, str]] = {damaged: {word: word} for damaged, word in _LOST_WORDS.items()}
    for first, second in pairs():
        phrase = f"{first} {second}"
        one, other = _without_a_letter(first), _without_a_letter(second)
        for damaged in (*(f"{part} {second}" for part in one), *(f"{first} {part}" for part in other)):
            _add(lost, damaged.rstrip(), phrase)
            joined = " ".join(damaged.split())
            if not all(is_syllable(word) for word in joined.split()):
                _add(lost, joined, phrase)
        for damaged in (f"{part} {another}" for part in one for another in other):
            _add(lost, damaged.rstrip(), phrase)
    return {damaged: tuple(phrases.values()) for damaged, phrases in lost.items()}


def unique_spelling(words: Iterable[str]) -> str:
    """The one word meant, written with y where i is as right; empty where there are none or several."""
    spellings = {word.translate(_Y_AS_I): word for word in reversed(tuple(words))}
    return next(iter(spellings.values())) if len(spellings) == 1 else ""


def _add(lost: dict[str, dict[str, str]], damaged: str, phrase: str) -> None:
    lost.setdefault(damaged, {}).setdefault(phrase.translate(_Y_AS_I), phrase)


def _without_a_letter(word: str) -> list[str]:
    return [f"{word[:place]} {word[place + 1 :]}" for place in range(len(word))]
