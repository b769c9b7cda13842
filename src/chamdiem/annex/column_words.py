"""What a column may hold, by the words of its heading."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from chamdiem.annex.markup import one_line
from chamdiem.annex.restoring import restore
from chamdiem.annex.suspecting import find_pieces
from chamdiem.annex.vocabulary import LOST_SIGNS, lexicon_alone
from chamdiem.core.lint.characters import as_it_looks

# Who does something with those in the lead.
_OFFICE = r"(?:cơ quan|đơn vị|sở|ban|ngành|bộ phận|phòng|tổ chức|cá nhân|người|cán bộ|công chức|phân công|trách nhiệm)"
_OFFICES = rf"(?:các )?{_OFFICE}(?:(?:,| và|/)? ?{_OFFICE})*"
WITH_OTHERS = (
    r"(?:cùng|đồng)(?: tham gia)? (?:thực hiện|triển khai|tham gia|phụ trách|làm|chịu trách nhiệm)|(?:cùng )?tham gia(?: thực hiện| triển khai)?"
    r"|(?<=\w )(?:(?:có )?liên quan|hỗ trợ|cộng tác)"
)
# The first that fits decides: what is special stands above what is general.
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:stt|số tt|tt|s[ .]?t[ .]?t|số thứ tự|thứ tự|số|#|no\.?|n°|id|mục|số mục|mục số|chỉ mục|số hiệu|mã số mục|điều)"),
    ("code", r"(?:mã|ký hiệu).{0,30}"),
    ("unit", r"(?:đơn vị tính|đvt|đơn vị đo).{0,20}"),
    ("ignored", r"điểm (?:được duyệt|chính thức|năm (?:20\d\d|trước)|cấp .{0,20} chấm)"),
    ("ignored", r"(?:.*\b(?:tự chấm|tự đánh giá)\b.*|(?:điểm )?(?:xã|phường|huyện|tỉnh|sở|phòng|ban|trường|cấp trên|hội đồng) (?:chấm|đánh giá)(?: điểm)?|điểm (?:đơn vị|cơ quan) (?:chấm|đánh giá)|điểm công nhận)"),
    ("group_max", r"(?:tổng )?(?:số )?điểm(?: tối đa| chuẩn)?(?: của| theo)? (?:nhóm|lĩnh vực|trụ cột|khối|mảng)(?: (?:tiêu chí|chỉ số|nội dung))?"),
    ("group", r"(?:tên |các )?(?:nhóm|lĩnh vực|trụ cột|khối|mảng)(?: (?:tiêu chí|chỉ số|chỉ tiêu|nội dung|nhiệm vụ|công việc|đánh giá|chính|lớn))*"),
    ("verifying", r"(?!(?:tài liệu|hồ sơ|văn bản)\b).*(?:xác minh|thẩm tra|kiểm tra số liệu|(?:đơn vị|cơ quan|bộ phận|tổ) giúp việc|(?:đơn vị|cơ quan) (?:thẩm định|kiểm chứng|đối chiếu)).*"),
    ("coordinating", rf"(?:.*phối hợp.*|(?:{_OFFICES} )?(?:{WITH_OTHERS}))"),
    ("lead", r".*(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm|(?:đơn vị|cơ quan|bộ phận|phòng) (?:thực hiện|tham mưu)|người thực hiện).*"),
    ("lead", r"(?:phòng|ban|ngành|tổ|bộ phận|cán bộ|công chức|lãnh đạo)(?: .{0,20})? (?:theo dõi|quản lý|đôn đốc|giám sát|theo dõi chấm)"),
    ("data_source", r"(?:.*nguồn.*|(?:nơi|đơn vị|cơ quan|hệ thống) cung cấp.*)"),
    ("lead", r"(?:đơn vị|cơ quan|phân công|trách nhiệm|(?:các )?sở,? (?:ban, ?)?ngành)(?:,? .{0,20})?"),
    ("max", r"(?!.*(?:tự|thẩm định|đạt được|cách|hướng dẫn|phương pháp)).*(?:điểm tối đa|điểm chuẩn|thang điểm).*"),
    ("max", r"(?:khung điểm|barem|ba rem|điểm (?:quy định|theo quy định|cao nhất|kế hoạch|thành phần|trần|tuyệt đối|theo thang|phân bổ|tđ|giao|được giao|ấn định|mục tiêu|(?:của )?(?:tiêu chí|chỉ số|chỉ tiêu|mục)(?: (?:chính|thành phần|con|cụ thể))?)|(?:cơ cấu|phân bổ|giá trị|quỹ|max) điểm)(?: .{0,20})?"),
    ("max", r"(?!.*(?:tự|thẩm định|cách|hướng dẫn|phương pháp)).*điểm.* tối đa.*"),
    ("deadline", r"hạn"),
    ("deadline", r".*(?:thời hạn|thời gian|thời điểm|kỳ hạn|kỳ báo cáo|mốc |hạn (?:hoàn thành|nộp|cuối|chót|gửi|báo cáo)|tần suất|hoàn thành|tiến độ).*"),
    ("evidence", r"(?:.*(?:kiểm chứng|minh chứng|chứng minh|chứng từ|hồ sơ|bằng chứng|dẫn chứng|chứng cứ|đính kèm).*|căn cứ xác nhận|văn bản, tài liệu|(?:tài liệu|văn bản) xác minh)"),
    ("method", r"(?:phương thức|thang đo|thang đánh giá|mức (?:độ )?đánh giá|mức chấm|thuật toán|điểm theo mức độ|(?:(?:thang|biểu|khung|bảng) )?điểm chi tiết|chi tiết (?:thang|biểu|khung|bảng) điểm)(?: .{0,30})?"),
    ("method", r".*(?:cách (?:tính|xác định|chấm|đánh giá|cho điểm|thức|đo|quy đổi)|phương pháp|công thức|(?:quy tắc|phương án|kỹ thuật) (?:tính|chấm|cho|đánh giá)|(?:hướng dẫn|quy định|nguyên tắc|căn cứ|cơ sở|thang|khung|tiêu chuẩn) (?:chấm|tính|cho điểm|đánh giá|xác định)|tính điểm|chấm điểm|mức (?:đạt|độ đạt|điểm)|điều kiện).*"),
    ("name", r"(?:tên |nội dung |các |bộ )?(?:tiêu chí|chỉ số|chỉ tiêu|nội dung|hạng mục|lĩnh vực)(?: thành phần)?(?: ?[/,] ?(?:tiêu chí|chỉ số|chỉ tiêu|nội dung))? (?:đánh giá|chấm điểm|thi đua|xếp hạng|thẩm định).{0,20}"),
    ("name", r"(?:tên |các |những |nội dung )?(?:thành phần|yếu tố|khía cạnh|vấn đề|khoản mục|tiểu mục|đầu mục|đầu việc|công việc|hoạt động|tham số|thước đo|mục tiêu|tiêu thức|đối tượng|năng lực|danh mục|nội hàm|mục)(?: (?:chỉ số|tiêu chí|đánh giá|chấm điểm|công việc|cần đạt|cụ thể|chính))*"),
    ("name", r"(?:kết quả (?:cần đạt|phải đạt|đầu ra)|sản phẩm chuyển đổi số)"),
    ("ignored", r".*(?:tự đánh giá|tự chấm|đạt được|điểm đạt|thẩm định|đánh giá|kết quả|thực tế|chênh lệch|phúc tra|hội đồng).*"),
    ("max", r".*(?:điểm tối đa|tối đa|thang điểm|điểm chuẩn|số điểm|tổng điểm|điểm tiêu chí|biểu điểm|điểm số|trọng số|mức điểm).*"),
    ("max", r"(?:điểm|đ|(?:điểm )?max\.?)"),
    ("instructions", r".*(?:hướng dẫn|nội dung thực hiện|yêu cầu|giải thích|diễn giải|mô tả).*"),
    ("note", r"(?:.*ghi chú.*|chú thích|lưu ý)"),
    ("evidence", r"(?:tài liệu|sản phẩm)(?: .*)?"),
    ("name", r".*(?:tiêu chí|chỉ số|chỉ tiêu|tiêu chuẩn|nội dung|lĩnh vực|hạng mục|nhiệm vụ|trụ cột|tên thông tin|tên gọi).*"),
    ("ignored", r"(?:thông tin|số lượng|giá trị|đơn giá|(?:thành|số) tiền(?: .{0,20})?|thông tin ?/ ?số lượng|số liệu(?: thực hiện)?)"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(words)) for role, words in _WORDS)
# "Điểm tối đa (3)": the number of the column.
_COLUMN_NUMBER = re.compile(r"(?<=\w)\s*\(\d{1,2}\)$")
LONGEST_HEADING = 90
_DAMAGED = re.compile(r"([^\W\d_]*[?\ufffd□■][^\W\d_]*)")
_MOST_WORDS, _MOST_READINGS = 30, 1_000


def role_of(heading: str) -> str:
    """What a column of this heading most likely holds; empty when the words tell nothing."""
    return next(iter(list_roles(heading)), "")


def list_roles(heading: str) -> list[str]:
    """Everything a column of this heading may hold, the likeliest first."""
    words = _COLUMN_NUMBER.sub("", one_line(heading)).casefold().strip(" .:*")
    if not words or len(words) > LONGEST_HEADING:
        return []
    words = as_it_looks(words)
    roles = _roles_of(_mended(words))
    return list(dict.fromkeys((*_roles_of_damaged(words), *roles)))


def _roles_of(words: str) -> list[str]:
    return [role for role, pattern in _PATTERNS if pattern.fullmatch(words)]


@lru_cache(maxsize=2_000)
def _roles_of_damaged(words: str) -> list[str]:
    """The only thing a heading with signs for lost letters can mean, over all words they may stand for."""
    if LOST_SIGNS.isdisjoint(words):
        return []
    parts = _DAMAGED.split(words)
    ways = [[part] if place % 2 == 0 else _words_like(part) for place, part in enumerate(parts)]
    readings = islice(product(*ways), _MOST_READINGS)
    firsts = {next(iter(_roles_of("".join(reading))), "ignored") for reading in readings} - {"ignored"}
    return [*firsts] if len(firsts) == 1 else []


def _words_like(word: str) -> list[str]:
    """The known words a damaged one may be, the most frequent first; itself where there is none."""
    pattern = re.compile("".join("." if sign in LOST_SIGNS else sign for sign in word))
    known = lexicon_alone().words
    fitting = [each for each in known if len(each) == len(word) and pattern.fullmatch(each)]
    return sorted(fitting, key=lambda each: (-known[each], each))[:_MOST_WORDS] or [word]


@lru_cache(maxsize=2_000)
def _mended(words: str) -> str:
    """A damaged heading as it must have been; it is only read like that, and reported as printed."""
    vocabulary = lexicon_alone()
    return restore(words, find_pieces(words, vocabulary, frozenset()), vocabulary)[0]
