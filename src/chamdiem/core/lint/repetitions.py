"""Words printed twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.lexicon import is_compound

_TWICE_IS_RIGHT_TEXT = """
luôn dần thường từ mãi ngày đời người nhà xanh đều nhanh xa song từng ba năm dân hai lâu nơi nơi
"""
_TWICE_IS_RIGHT = frozenset(_TWICE_IS_RIGHT_TEXT.split())
# Bodies and acts whose name begins with a word that ends another one.
_PHRASES = frozenset(
    ("ban chỉ đạo", "ban quản lý", "ban điều hành", "ban biên tập", "tổ công tác", "nhận kết quả")
)
# Compounds that end with a word with which others begin: too seldom misprinted to be suspected elsewhere.
_BESIDE_TEXT = """
lịch sử, lịch sự, lý lịch, lý do, lý luận, lý thuyết, tâm lý, ký túc, ký kết, ký số, ký hiệu, ký tên,
kê khai, tay nghề, làng nghề, ngành nghề, dạy nghề, học nghề, nghề mộc, nghề cá, nghề nông, nghề rèn,
nghề gốm, nghề dệt, nghề nghiệp, nghề thủ, nghề truyền, dân vận, vận hành, vận động, vận tải, vận chuyển,
vận dụng, gia cố, gia súc, gia cầm, gia công, nghệ thuật, nghệ nhân, nghệ sĩ, hóa đơn, hóa chất, hoá đơn,
hoá chất, quan trắc, quan hệ, quan trọng, quan tâm, hoạch định, quy hoạch, quyền lợi, quyền hạn, tin học,
tin cậy, tin tức, tin nhắn, bản tin, hiện trạng, hiện vật, hiện hành, triển lãm, sinh viên, sinh hoạt,
sinh trắc, khai sinh, học sinh, vệ sinh, thống nhất, thống kê, truyền thống, tạo lập, bản đồ, bản sao,
dịch bệnh, kiểm dịch, phiên dịch, giá đất, giá cả, toàn diện, toàn bộ, toàn quốc, toàn tỉnh, toàn dân,
hợp tác, hợp đồng, hợp nhất, hợp pháp, nhiệm kỳ, hội nhập, hội chợ, lễ hội, quốc hội, thành phố, phố cổ,
thị trường, thị xã, thị trấn, trường học, trường hợp, nhà trường, nhà nước, cấp nước, đất nước, nước sạch,
nước thải, nước ngoài, cận nghèo, tiếp cận, lân cận, tiện ích, tiện lợi, thuận tiện, học tập, thực tập,
tập trung, tập thể, khoa học, giáo khoa, bàn giao, giới thiệu, giới tính, biên giới, thế giới, thủ công,
thi công, phân công, động viên, động vật, lao động, tiên tiến, ưu tiên, bộ đội, nội bộ, sản xuất, sản phẩm,
thủy sản, hải sản, nông sản, lâm sản, khoáng sản, tích cực, thành tích, di tích, phân tích, diện tích,
sao chép, sao lưu, biểu dương, tiêu biểu, đại biểu, hòa giải, viện phí, thư viện, khách hàng, ngân hàng,
cửa hàng, bán hàng, đặt hàng, luật sư, pháp luật, tuân thủ, án phí, tòa án, bản án, cố định, kiên cố,
củng cố, đồng bào, đồng thuận, cộng đồng, chủ quyền, dân chủ, làm chủ, thể thao, thể dục, cụ thể, chế biến,
quy mô, mô hình, công trình, nhân lực, lực lượng, năng lực, nhập khẩu, phát sinh
"""
_BESIDE = frozenset(" ".join(each.split()) for each in _BESIDE_TEXT.split(","))


def repeated_words(document: Document) -> Iterator[Hit]:
    """The same word or pair of words stands twice in a row."""
    for passage in document.wording.passages():
        for words in document.wording.segments(passage.text):
            repeated = _repeated([word.casefold() for word in words])
            if repeated:
                facts: Facts = {"field": Word(passage.field), "text": repeated}
                yield Hit(
                    row=passage.row,
                    detail=f"{passage.field}:{repeated}",
                    printed=f"{repeated} {repeated}",
                    computed=repeated,
                    facts=facts,
                )


def _repeated(words: list[str]) -> str:
    """The three, two or one words that stand twice in a row; empty where none do."""
    if len({*words}) == len(words):
        return ""
    for width in (3, 2):
        for place in range(len(words) - 2 * width + 1):
            if words[place : place + width] == words[place + width : place + 2 * width]:
                return " ".join(words[place : place + width])
    for place, (first, second) in enumerate(pairwise(words)):
        if first == second and first not in _TWICE_IS_RIGHT and len(first) > 1 and not _parts(words, place):
            return first
    return ""


def _parts(words: list[str], place: int) -> bool:
    """Whether one compound ends and another begins here: truyền thông | thông qua."""
    before = " ".join(words[max(0, place - 1) : place + 1])
    after = [" ".join(words[place + 1 : place + 1 + width]) for width in (2, 3)]
    return _is_word(before) and any(_is_word(each) or each in _PHRASES for each in after)


def _is_word(phrase: str) -> bool:
    return is_compound(phrase) or phrase in _BESIDE


CHECKS = (Check("text.repeated", "warning", "text", repeated_words),)
