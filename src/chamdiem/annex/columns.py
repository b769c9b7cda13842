"""What each column of a table holds, read from its header in one or two levels."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chamdiem.annex.blocks import Line
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import read_number
from chamdiem.annex.restoring import restore
from chamdiem.annex.suspecting import find_pieces
from chamdiem.annex.vocabulary import lexicon_alone

# The first that fits decides: what is special stands above what is general.
_WORDS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:stt|số tt|tt|s[ .]?t[ .]?t|số thứ tự|thứ tự|số|#|no\.?|n°|id|mục|số mục|mục số|chỉ mục|số hiệu|mã số mục|điều)"),
    ("code", r"(?:mã|ký hiệu).{0,30}"),
    ("unit", r"(?:đơn vị tính|đvt|đơn vị đo).{0,20}"),
    ("ignored", r"điểm (?:được duyệt|chính thức|năm (?:20\d\d|trước)|cấp .{0,20} chấm)"),
    ("ignored", r"(?:.*\b(?:tự chấm|tự đánh giá)\b.*|(?:điểm )?(?:xã|phường|huyện|tỉnh|sở|phòng|ban|trường|cấp trên|hội đồng) (?:chấm|đánh giá)(?: điểm)?|điểm (?:đơn vị|cơ quan) (?:chấm|đánh giá)|điểm công nhận)"),
    ("group_max", r"(?:tổng )?(?:số )?điểm(?: tối đa| chuẩn)?(?: của| theo)? (?:nhóm|lĩnh vực|trụ cột|khối|mảng)(?: (?:tiêu chí|chỉ số|nội dung))?"),
    ("group", r"(?:tên |các )?(?:nhóm|lĩnh vực|trụ cột|khối|mảng)(?: (?:tiêu chí|chỉ số|chỉ tiêu|nội dung|nhiệm vụ|công việc|đánh giá|chính|lớn))*"),
    ("verifying", r"(?!(?:tài liệu|hồ sơ|văn bản)\b).*(?:xác minh|thẩm tra|kiểm tra số liệu|(?:đơn vị|cơ quan) (?:thẩm định|kiểm chứng|đối chiếu)).*"),
    ("coordinating", r"(?:.*phối hợp.*|(?:các )?(?:cơ quan|đơn vị)(?:, đơn vị)? (?:có )?liên quan)"),
    ("lead", r".*(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm|(?:đơn vị|cơ quan|bộ phận|phòng) (?:thực hiện|tham mưu)|người thực hiện).*"),
    ("lead", r"(?:phòng|ban|ngành|tổ|bộ phận|cán bộ|công chức|lãnh đạo)(?: .{0,20})? (?:theo dõi|quản lý|đôn đốc|giám sát|theo dõi chấm)"),
    ("data_source", r"(?:.*nguồn.*|(?:nơi|đơn vị|cơ quan|hệ thống) cung cấp.*)"),
    ("lead", r"(?:đơn vị|cơ quan|phân công|trách nhiệm|(?:các )?sở,? (?:ban, ?)?ngành)(?:,? .{0,20})?"),
    ("max", r"(?!.*(?:tự|thẩm định|đạt được|cách|hướng dẫn|phương pháp)).*(?:điểm tối đa|điểm chuẩn|thang điểm).*"),
    ("max", r"(?:khung điểm|barem|ba rem|điểm (?:quy định|theo quy định|cao nhất|kế hoạch|thành phần|trần|tuyệt đối|theo thang|phân bổ|tđ|giao|được giao|ấn định|mục tiêu|của (?:tiêu chí|chỉ số|mục))|(?:cơ cấu|phân bổ|giá trị|quỹ|max) điểm)(?: .{0,20})?"),
    ("max", r"(?!.*(?:tự|thẩm định|cách|hướng dẫn|phương pháp)).*điểm.* tối đa.*"),
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
    ("ignored", r"(?:thông tin|số lượng|giá trị|thông tin ?/ ?số lượng|số liệu(?: thực hiện)?)"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(words)) for role, words in _WORDS)
_STANDING_IN = ("group", "instructions", "method", "evidence", "note")
# "Điểm tối đa (3)": the number of the column.
_COLUMN_NUMBER = re.compile(r"(?<=\w)\s*\(\d{1,2}\)$")
# What tells that a column is filled in later, and holds no names.
_FILLED_IN = re.compile(
    r"\b(?:tự|điểm|kết quả|thực tế|chênh lệch|hội đồng|thẩm định|phúc tra)\b", re.IGNORECASE
)
_LONGEST_HEADING = 90
_FEWEST_LINES = 4
_ORDERS = ("abcdefghijkl", "abcdđeghikl", "iiiiiiivvviviiviii")
_COLUMN_LETTER = re.compile(r"[(\[]?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[)\]]?(?:\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column, and the heading it was read from.

    ``supposed`` is a heading that tells nothing: names must be below it, for no other column is left.
    """

    roles: tuple[str, ...]
    headings: tuple[str, ...]
    supposed: str = ""

    def __contains__(self, role: object) -> bool:
        return role in self.roles

    @property
    def names(self) -> str:
        """The heading of the column of names."""
        return next((h for r, h in zip(self.roles, self.headings, strict=True) if r == "name"), "")

    def cell(self, line: Line, role: str) -> str:
        """What stands in all columns of a role, joined."""
        texts = [
            line.cells[place]
            for place, own in enumerate(self.roles)
            if own == role and place < len(line.cells)
        ]
        return "\n".join(text for text in texts if text)

    def groups(self, line: Line) -> tuple[str, ...]:
        """What stands in the columns of groups, from left to right; points of a group in brackets behind it."""
        cells = [(role, one_line(cell)) for role, cell in zip(self.roles, line.cells, strict=False)]
        groups = [cell for role, cell in cells if role == "group"]
        points = next((cell for role, cell in cells if role == "group_max"), "")
        if groups and groups[-1] and points:
            groups[-1] = f"{groups[-1]} ({points.removesuffix('điểm').strip()} điểm)"
        return tuple(groups)


def role_of(heading: str) -> str:
    """What a column of this heading most likely holds; empty when the words tell nothing."""
    return next(iter(_candidates(heading)), "")


def _candidates(heading: str) -> list[str]:
    """Everything a column of this heading may hold, the likeliest first."""
    words = _COLUMN_NUMBER.sub("", one_line(heading)).casefold().strip(" .:*")
    if not words or len(words) > _LONGEST_HEADING:
        return []
    mended = _mended(words)
    return list(dict.fromkeys(role for role, pattern in _PATTERNS if pattern.fullmatch(mended)))


@lru_cache(maxsize=2_000)
def _mended(words: str) -> str:
    """A damaged heading as it must have been; it is only read like that, and reported as printed."""
    vocabulary = lexicon_alone()
    return restore(words, find_pieces(words, vocabulary, frozenset()), vocabulary)[0]


def read_columns(line: Line, below: Line | None = None) -> tuple[Columns, int] | None:
    """The columns a line is the header of, and how many lines the header takes; None if it is none."""
    first = _headings(line.cells)
    if below is not None and (second := _two_levels(line, below)):
        found = _columns(second)
        if found is not None and len(set(found.roles)) > len({role_of(each) for each in first}) - 1:
            return found, 2
    found = _columns(first)
    return None if found is None else (found, 1)


def is_letter_line(line: Line) -> bool:
    """Whether the line only numbers the columns: (1) (2) (3), or A B 1 2."""
    cells = [cell for cell in line.cells if cell.strip()]
    if len(cells) < max(3, len(line.cells) - 1):
        return False
    if not all(_COLUMN_LETTER.fullmatch(one_line(cell)) for cell in cells):
        return False
    plain = [re.sub(r"\W", "", cell.partition("=")[0]).casefold() for cell in cells]
    counts = [int(each) for each in plain if each.isdigit()]
    letters = "".join(each for each in plain if not each.isdigit())
    return counts == list(range(1, len(counts) + 1)) and any(order.startswith(letters) for order in _ORDERS)


def _columns(headings: tuple[str, ...]) -> Columns | None:
    roles = [role_of(heading) for heading in headings]
    if not is_plausible(headings, roles):
        return None
    supposed = _settle(roles, headings)
    found = set(roles) - {"", "ignored"}
    if "name" not in found or len(found) < 2 or not found & {"number", "max", "method"}:
        return None
    return Columns(tuple(role or "ignored" for role in roles), headings, supposed)


def _supposed(roles: Sequence[str], headings: Sequence[str]) -> int | None:
    """The column of the names where none is known: the one behind the numbers, or the only one left."""
    if "name" in roles:
        return None
    if len(roles) > 1 and roles[0] == "number" and not roles[1]:
        return 1
    if not {"number", "max"} <= set(roles):
        return None
    left = [
        place
        for place, (role, heading) in enumerate(zip(roles, headings, strict=True))
        if heading and (not role or (role == "ignored" and not _FILLED_IN.search(heading)))
    ]
    return left[0] if len(left) == 1 else None


def is_plausible(headings: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether the line looks like headings at all: short cells, no number of a row, most of them known."""
    filled = [heading for heading in headings if heading]
    if len(filled) < 2 or any(len(heading) > _LONGEST_HEADING for heading in filled):
        return False
    first = read_number(headings[0])
    if first is not None and first.style != "roman":
        return False
    known = sum(bool(role) for role in roles)
    return 2 * known > len(filled)


def _settle(roles: list[str], headings: tuple[str, ...]) -> str:
    """Decide what two columns of one role mean, and what stands in for a missing one; the heading supposed."""
    for needed in ("max", "name"):
        if needed not in roles:
            _stand_in(needed, roles, headings)
    supposed = _supposed(roles, headings)
    if supposed is not None:
        roles[supposed] = "name"
    _settle_groups(roles)
    for role in ("max", "number", "code"):
        for again in [place for place, own in enumerate(roles) if own == role][1:]:
            # A second column of points is what somebody fills in.
            roles[again] = "ignored"
    if read_number(headings[0]) and headings[0].isupper() and roles[0] == "":
        roles[0] = "number"
    if "number" not in roles and roles[0] == "code":
        # "Mã số" in front, and no other number: the rows are numbered there.
        roles[0] = "number"
    return "" if supposed is None else headings[supposed]


def _settle_groups(roles: list[str]) -> None:
    """Groups stand to the left of the names, the outermost first; to the right they only mark a row."""
    names = [place for place, role in enumerate(roles) if role == "name"]
    groups = [place for place, role in enumerate(roles) if role == "group"]
    for place in groups:
        if names and place > names[-1]:
            roles[place] = "ignored"
    if "group" not in roles:
        roles[:] = ["max" if role == "group_max" else role for role in roles]
    for place in names[:-1]:
        if groups and groups[0] < place:
            roles[place] = "group"


def _stand_in(needed: str, roles: list[str], headings: tuple[str, ...]) -> None:
    """Give a missing role to the first column whose words allow it, and that is not the only one of its own."""
    for place, heading in enumerate(headings):
        own = roles[place]
        if needed in _candidates(heading) and (
            own in ("", "ignored") or (own != "group" and roles.count(own) > 1)
        ):
            roles[place] = needed
            return
    for place, heading in enumerate(headings):
        if needed in _candidates(heading) and roles[place] in _STANDING_IN:
            roles[place] = needed
            return
    if needed == "name" and "instructions" in roles:
        roles[roles.index("instructions")] = "name"


def guess_columns(lines: Sequence[Line]) -> Columns | None:
    """The columns of a table without a header, by what stands in them; None where that tells too little."""
    width = max((len(line.cells) for line in lines), default=0)
    cells = [
        [one_line(line.cells[place]) for line in lines if place < len(line.cells)] for place in range(width)
    ]
    numbers = [
        place for place in range(width) if _share(cells[place], lambda text: read_number(text) is not None)
    ]
    points = [
        place
        for place in range(width)
        if place and _share(cells[place], lambda text: text.replace(",", "").isdigit())
    ]
    if len(lines) < _FEWEST_LINES or not numbers or numbers[0] != 0 or not points:
        return None
    texts = [place for place in range(1, width) if place not in points and any(cells[place])]
    if not texts:
        return None
    roles = ["ignored"] * width
    roles[0], roles[points[0]], roles[texts[0]] = "number", "max", "name"
    longest = max(texts[1:], key=lambda place: sum(len(text) for text in cells[place]), default=None)
    if longest is not None:
        roles[longest] = "method"
    return Columns(tuple(roles), ("",) * width)


def _share(texts: Sequence[str], is_it: Callable[[str], bool]) -> bool:
    """Whether most of the filled cells are of a kind, and enough are filled."""
    filled = [text for text in texts if text]
    return len(filled) * 2 >= len(texts) and 10 * sum(is_it(text) for text in filled) >= 9 * len(filled) > 0


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(one_line(cell) for cell in cells)


def _fills_below(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether the second line has headings only where the first is open or begins a group."""
    is_open = [not cell for cell in upper]
    begins = [place + 1 < len(upper) and is_open[place + 1] for place in range(len(upper))]
    under = [place for place, cell in enumerate(lower) if cell]
    return any(is_open[place] for place in under) and all(is_open[place] or begins[place] for place in under)


def _two_levels(above: Line, below: Line) -> tuple[str, ...] | None:
    """The headings of both levels put together; None when the second line is no part of the header."""
    upper, lower = _headings(above.cells), _headings(below.cells)
    if len(upper) != len(lower) or sum(bool(cell) for cell in upper) < 2:
        # A title that spreads over the whole table is no level of the header.
        return None
    if read_number(lower[0]) is not None or read_number(upper[0]) is not None:
        return None
    if sum(bool(cell) for cell in lower) < 2 or not _fills_below(upper, lower):
        return None
    joined, group = [], ""
    for place, (one, other) in enumerate(zip(upper, lower, strict=True)):
        is_open = not one and (place in above.merged or bool(other))
        group = one or (group if is_open else "")
        if role_of(other) == "name":
            # "Nội dung chấm điểm" over "Nhóm" and "Tiêu chí": the name of the group says nothing of the column.
            joined.append(other)
            continue
        joined.append(" ".join(part for part in dict.fromkeys((group if other else one, other)) if part))
    if any(
        cell and not role_of(cell) and not role_of(whole) for cell, whole in zip(lower, joined, strict=True)
    ):
        return None
    return tuple(joined)
