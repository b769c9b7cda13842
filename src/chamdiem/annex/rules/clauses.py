"""Calculation text → clauses: lines, items and sentences, each with its place in the text."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_CAPITAL = "[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_ENDS_A_REWARD = re.compile(
    r"(?:điểm(?: tối đa| chuẩn| tiêu chí)?|tối đa|\d\s*đ|\d\s*%|[a-e]\s*/\s*[a-e]|tiêu chí)[\s.;,)]*$",
    re.IGNORECASE,
)
_OPENS = (
    r"(?:Đã|Chưa|Có|Không|Tỷ lệ|Tỉ lệ|Điểm|Mỗi|Cứ|Tổng|Nếu|Từ|Dưới|Trên|Số|Đạt|Thống kê|Trường hợp|Đối với|Còn lại|Các|"
    r"Hoạt động|Danh|Triển khai|Đáp ứng|Hoàn thành|Tính|Trong (?:đó|năm|kỳ)|Ban hành|Thực hiện|Được|Tham gia|Nộp|Chậm|Bảo đảm|Đảm bảo|"
    r"Khi|Sau|Trước|Người|Đơn vị|Cơ quan|Địa phương|Cấp|Tối thiểu|Ít nhất|Giữa|Trừ|Cộng|Vượt|Lớn hơn|Nhỏ hơn|Cao hơn|Thấp hơn|Bằng|Không quá|Giải thích|Ghi chú|Lưu ý|Công|Mức điểm|Thang điểm)\b"
)
_ITEM = re.compile(r"(?:(?<=\s)|^|(?<=[;.:]))['’]?(?P<mark>[-+•])\s*(?=(?P<next>[^\s].*))", re.MULTILINE)
# "a) Từ 80% trở lên (10 điểm)": the letter only numbers a level.
_LETTERED = re.compile(r"^[ \t]*[a-hđ]\)\s+(?=[^\n]*[(\[]\d+(?:,\d+)?\s*(?:điểm|đ)[)\]][.;]?$)", re.MULTILINE)
# A star in front of a line is a mark where it opens the text, too; elsewhere it multiplies.
_STARS = re.compile(r"^[ \t]*\*\s+(?=[^\W\d_])(?!điểm tối đa|t[ỷỉ] lệ)", re.MULTILINE | re.IGNORECASE)
# "Tỷ lệ = a/b - 1", "5 - 7 điểm": a dash that takes off, or spans.
_LESS_A_NUMBER = re.compile(r"\d+(?:,\d+)?\s*(?:điểm|đ)?\s*(?:[;.,)]|$)", re.IGNORECASE | re.MULTILINE)
_ENDS_IN_A_COUNT = re.compile(r"\d (?!điểm|đ\b)[^\W\d_]+(?: [^\W\d_]+)?$")
_PRODUCT = re.compile(r"=[^:;]*/[^:;]*[x×*]\s*\d+(?:,\d+)?(?: ?điểm)?$", re.IGNORECASE)
_SIGNED = re.compile(r"\d+(?:,\d+)? ?(?:điểm|đ)(?![^\W\d_])(?! ?:)", re.IGNORECASE)
_NEXT_OPENS = re.compile(rf"{_OPENS}|[a-e]\s*=|\d+\s*%|[<>≥≤]", re.MULTILINE)
_DEFINITION = re.compile(
    r"(?<![<>≥≤=]\s)(?<![<>≥≤=])(?<!\b[a-eA-E],\s)(?<!\b[a-eA-E] và\s)(?<!lệ\s)(?:(?<=\s)|(?<=[;.,:(]))(?=[a-eđABCDEYZ]\s*(?:=|là\b|:|[-–]\s)\s*[^\W\d_]{2})"
)
# "Gọi x là số hồ sơ đúng hạn, y là tổng số hồ sơ: điểm = x/y × 10".
_CALLS = re.compile(r"\bgọi\s+[a-zA-Z]\s+là\b|^[a-e] là (?:tổng )?số\b", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:\bgọi|[,;]|\bvà)\s+(?=[a-zA-Z]\s+là\b)|(?<=\b[a-z] là) [^,:;.\n]{3,}?[:,;]\s+(?=(?:số )?điểm\s*(?:=|bằng\b)|(?:t[ỷỉ] lệ )?[a-z]\s*=)",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"(?:với:?\s+|trong đó:?\s+)?[a-zA-Z]\s+là\b", re.IGNORECASE)
# Signs that look like a minus or a dash, each one letter long: places in the text stay.
_DASHES = str.maketrans({"−": "-", "‐": "-", "‑": "-", "—": "–", "―": "–"})
# "trong tháng 01: 2 (2 điểm)": the same points twice; places in the text stay.
_TWICE = re.compile(
    r":\s*(?=(\d+(?:,\d+)?) ?\()\d+(?:,\d+)? ?\((?=\1 ?(?:điểm|đ)\))(\d+(?:,\d+)? ?(?:điểm|đ))\)"
)
# "Có (3), không (0)": numbers in brackets that are points, as nobody counts from nought.
_BARE_LEVELS = re.compile(r"(?:[^()\d,;.\n]+ \(\d+(?:,\d+)?\)[,;.]?\s*){2,}")
_BARE_LEVEL = re.compile(r" \((\d+(?:,\d+)?)\)([,;.]?)")
# "Có: 1, không: 0": the same behind colons.
_COLON_LEVELS = re.compile(r"(?:[^:,;.\d\n]+: \d+(?:,\d+)?(?:[,;.] ?|$)){2}")
_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NAUGHT = ("không",)
_BOTH_WAYS = re.compile(
    r"(?<![\d,.])(\d{1,2}) ?\((không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\)(?= ?điểm)", re.IGNORECASE
)
# "Được hai điểm", ": một điểm;"; "hai điểm trường" and "một điểm nghẽn" are things.
_WRITTEN_OUT = re.compile(
    r"(?:(?<=: )|(?<=được )|(?<=cộng )|(?<=trừ )|(?<=chấm )|(?<=tối đa )|(?<= quá )|(?<=thưởng )|(?<=đạt )|(?<= là )|(?<==) ?)(?P<number>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= điểm(?:[.;,)]|$|\n| (?:nếu|khi|cho)\b))",
    re.IGNORECASE,
)
_LINE = re.compile(r"\n+|;\s*")
_SENTENCE = re.compile(
    rf"(?:(?<=\d điểm)|(?<=\dđ)|(?<=tối đa))[.]\s+(?=(?:mỗi|cứ|có|từ|dưới|trên|thiếu|giảm|nếu|không|trường hợp|còn lại)\b)|(?:(?<=tối đa)|(?<=điểm)|(?<=điểm\))|(?<=\dđ\)))[.]\s+(?=\d+(?:,\d+)?\s*%|[<>≥≤])|(?:(?<=điểm\))|(?<=\dđ\)))[.]\s+(?={_CAPITAL})|"
    rf"(?<=\dđ)[.]\s+(?=[\d<>≥≤])|(?<=\d điểm)[.]\s+(?=[\d<>≥≤])|(?<=[^\d\W.])[.]\s+(?={_OPENS}|{_CAPITAL}|[a-z]\s*[<>≥≤]|[<>≥≤]=?\s*\d|[a-e]\s*/\s*[a-e]\b)|[.]\s+(?={_OPENS}|\(|[A-Z][1-3]?\s*=|[a-eA-E]\s*/\s*[a-eA-E]\b|=>?\s*[(\w])"
)
# "× 5. Nếu …" ends a product; "1. Có …" begins an item.
_NUMBERED = re.compile(
    rf"(?<![x×*/=+:] )(?<!mức )(?<!độ )(?<!cấp )(?<!loại )(?<!nhân )(?<!với )(?<!\w [–-] )(?:(?<=\s)|^)\d\)?[.)]\s+(?={_CAPITAL})",
    re.MULTILINE,
)
# "(1) Hoàn toàn qua mạng: 6 điểm"; "(1)/(2)" calculates.
_OPTION = re.compile(rf"(?:(?<=\s)|^)\(\d\)\s+(?={_CAPITAL})", re.MULTILINE)
_CALCULATES_IN_NUMBERS = re.compile(r"\(\d\)\s*[/+*x×:-]|[/+*x×=]\s*\(\d\)")
# "Tốt (từ 80 %): 10 điểm | Khá (65 % - dưới 80 %): 7 điểm".
_AND = re.compile(r"(?:(?<=điểm\))|(?<=\d điểm))\s+và$")
_BARS = re.compile(r"(?<=điểm)\s*\|\s*(?=[A-ZĐ≥>][^|\n]*\d ?điểm)")
_EXCLUDES = re.compile(
    r"\s+(?=\((?:nếu|trường hợp)\b[^()]*(?:không (?:có|được|được tính|tính|chấm) điểm|\b0 điểm|điểm tối đa)\))|"
    r"\s+(?=\((?:nếu|trường hợp|đối với)\b[^()]*\bkhông (?:đánh giá|áp dụng|chấm)[^()]*\))",
    re.IGNORECASE,
)
# How points are rounded is no part of how they are found.
_ROUNDS = re.compile(
    r"\s*[,;(]\s*(?=(?:kết quả |điểm )?(?:được )?(?:làm tròn|lấy (?:đến )?\d+ (?:chữ )?số)\b)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()\n]{1,400}\)")
# "min(số lớp × 0,5 điểm; 10)": what stands in it is one figure.
_ENDS = re.compile(r"\b(?:min|max)\s*[({\[](?:[^()\n]|\([^()\n]*\))*[)}\]]", re.IGNORECASE)
_CUTS_BRACKETS = re.compile(
    r"\d\s*(?:điểm|đ)\b|điểm tối đa|(?<![^\W\d_])[a-eđ]\s*(?:=|:|là\b)|\bmỗi\b|\btrừ\b", re.IGNORECASE
)
# Where a line break was lost, the end of a formula or reward stands right before a new sentence.
_GLUED = re.compile(
    r"(?:(?<=tối đa)|(?<=[a-e]/[a-e])|(?<=\d điểm)|(?<=\))|(?<=nhất))\s+"
    r"(?=(?:Tỷ lệ|Tỉ lệ)\s|Nếu\s|Danh mục\s|Giải thích\s*:|['’]?Điểm\s*(?:=|:)|Thang điểm\s*:|Từ \d|Dưới \d|Trên \d|"
    r"Mức \d\b|Trường hợp\s|Đề xuất\s|Ghi chú\s*:|Lưu ý\s*:|Đơn vị (?:tỷ|triệu) đồng|Tổng điểm\s|Trong đó\b|Không\b|Chưa\b|Còn lại)"
    r"|(?<=[^\W\d_]{3})(?<!thì)\s+(?=(?:Tỷ lệ|Tỉ lệ)\s*=|Nếu\s|Điểm\s*=|Tính điểm\s)|(?:(?<=\d% điểm)|(?<=\d điểm))\s+(?=\d+ [^\W\d_][^\d:;\n]{0,30}:)|(?:(?<=\d điểm)|(?<=\dđ))\s+(?=[A-ZĐ][^\d:;,\n]{3,80}:\s*(?:\d|điểm tối đa))|(?<=điểm tiêu chí)\s+(?=[A-ZĐ(])|(?<=%)\s+(?=Thang điểm:)|(?<=Thang điểm:)\s+|(?<=đảm bảo:)\s+"
)
# "… đạt điểm tối đa, … đạt 70 % điểm tối đa, …": what follows the comma is no cap but another award.
_LISTED = re.compile(
    r"(?:(?<=tối đa)|(?<=tối đa điểm)|(?<=\d điểm)|(?<=\dđ)|(?<=\d đ)|(?<=không tính điểm)|(?<=không có điểm)|(?<=không được điểm)|(?<=không chấm điểm)),\s+"
    r"(?!(?:nhưng |và |cho )?(?:tối đa|không quá(?! \d[^,;:(\n]{0,60}?(?:[:(]|thì|được))|không vượt|đến|tới|cao nhất|tổng|mỗi|cứ|trừ|cộng)\b)(?=(?:[^,;\n]|,(?=\d)){4,160}(?:điểm|\d ?đ\b|tối đa|tỷ lệ|tỉ lệ|[x×*]\s*\d|được (?:một |phân )?nửa|[:=] (?:bằng )?\d/\d))"
    r"|(?<=\w),\s+(?=(?:bị )?trừ \d+(?:,\d+)? (?:điểm|đ)\s*(?:/|(?:cho |đối với |với )?mỗi\b))|(?<=\d điểm),\s+(?=(?:không|chưa|còn lại)\b[^,;:\n]{0,60}:\s*0\s*(?:[.;\n]|$))"
    r"|(?:(?<=\d điểm)|(?<=\dđ)|(?<=tối đa)),\s+(?=(?:mỗi|cứ mỗi)\s(?:[^,;\n]|,(?=\d)){4,120}(?:điểm|\dđ))|(?:(?<=\d điểm)|(?<=\dđ)|(?<=tối đa)),\s+(?=cứ\s(?:[^,;\n]|,(?=\d)){4,120}(?:trừ|giảm|bớt)\s+\d+(?:,\d+)? ?(?:điểm|đ))|(?<=\([TRKPLQ]\)):\s+|(?<=\([a-eA-E]\)),\s+(?=(?:tổng|số)\s)|(?<=\d điểm)\s+và\s+(?=[^,;:\n]{4,120}:\s*\d|có [^,;:\n]{4,120}\d ?điểm)"
    r"|(?<=[^\d]),\s+(?=(?:đạt|được|không (?:có|được|tính|chấm|cho)|chấm|tính|cho) (?:\d+(?:,\d+)? )?(?:điểm|đ) (?:khi|nếu|đối với|trong trường hợp)\s)|(?<=[^\d]),\s+(?=\d+(?:,\d+)? ?(?:điểm|đ) (?:khi|nếu)\s)|(?<=%),\s+(?=(?:(?:(?:đạt|được|chấm|cho|tính|không (?:có|được|tính|chấm|cho)) )?\d+(?:,\d+)?|(?:đạt|được|chấm|cho|tính|không (?:có|được|tính|chấm|cho))) điểm (?:khi|nếu)\s)|(?<=[^\W\d_]):\s+(?=\d+(?:,\d+)? điểm (?:khi|nếu) (?:đạt )?(?:[<>≥≤]|từ|trên|dưới))"
    r"|(?<=\d),\s+(?=(?:chậm|thiếu|trễ|muộn|sai) 0?1\b[^,;:\n]{0,60}\btrừ \d)|(?<=\d điểm),\s+(?=0?1 [^\d,;:\n]{3,60}\btrừ \d)"
    r"|(?:(?<=[x×*] 100%)|(?<=[x×*]100%)|(?<=[x×*] 100 %))[:,.]\s+(?=(?:(?:t[ỷỉ] lệ )?(?:đạt )?(?:từ|trên|dưới)\s|đạt \d|[<>≥≤]))"
    r"|,\s+(?=(?:ngược lại|còn lại|nếu không)[,:]?\s+(?:thì )?(?:được )?(?:tính )?(?:điểm|t[ỷỉ] lệ|theo)\b)"
    r"|(?<=\w),\s+(?=(?:nếu|khi|trường hợp) [a-e]\s*=\s*0\b)"
    r"|(?:(?<=\d điểm)|(?<=tối đa))\s+(?=hoặc\s[^,;:\n]{4,160}:\s*(?:\d|điểm tối đa))"
    r"|(?:(?<=điểm\))|(?<=\dđ\))|(?<=tối đa\))),\s+(?=[^,;\n]{3,120}\((?:\d|không|điểm tối đa))|(?<=điểm\))\s+và\s+(?=[^,;:\n(]{3,120}\(\d+(?:,\d+)? (?:điểm|đ)\))|(?<=tuyệt đối),\s+(?=[^;\n]{4,160}(?:điểm|tối đa|tỷ lệ))"
)
# "…, nộp trễ: 1/3 số điểm, không nộp: 0 điểm": a share of the points ends a level, too.
_SHARES_LISTED = re.compile(
    r"(?:(?:\d\s*%|\d\s*/\s*\d+|\blần|\bnửa|\bphần (?:hai|ba|tư|bốn|năm))\s*(?:của )?(?:tổng )?(?:số )?điểm(?: chuẩn| của tiêu chí| tiêu chí)?|(?:[:=]|\bđược)\s*(?:bằng )?(?:\d+\s*%|\d\s*/\s*\d|một nửa|nửa|phân nửa))"
    r",\s+(?!(?:nhưng |và |cho )?(?:tối đa|không quá|không vượt|đến|tới|cao nhất|tổng|mỗi|cứ|trừ|cộng|làm tròn)\b)(?=(?:[^,;\n]|,(?=\d)){4,160}(?:điểm|\dđ|tối đa|:\s*\d|(?:được|:) (?:một |phân )?nửa))",
    re.IGNORECASE,
)
# "Tối đa 10 điểm: có văn bản 3 điểm; …": the whole in front of its parts.
_WHOLE_FIRST = re.compile(
    r"^[ \t]*(?:điểm )?(?:tối đa|tổng điểm)(?: là)? \d+(?:,\d+)? ?(?:điểm|đ):\s+(?=[^;\n]*\d ?(?:điểm|đ)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# Where the figures come from says nothing about points.
_FIGURES_FROM = (
    r"(?:[Đđ]ánh giá (?:thông qua|qua|dựa trên|từ)|[Kk]iểm chứng (?:theo|qua|bằng)|[Tt]hống kê từ|[Tt]rích xuất từ|"
    r"(?:Sở|Ban|Phòng|Văn phòng|Trung tâm)(?: \w+){1,5}? (?:thống kê|trích xuất|đánh giá) (?:từ|qua|trên))\b"
)
# "Tỷ lệ … (p). p ≥ 80 %: …": bands of a value that was just given its letter.
_LETTER_BANDS = re.compile(
    r"(?<=[%)])\.\s+(?=[a-zA-Z]\s*[<>≥≤])|(?<=\([a-zA-Z]\))[.:,]?\s+(?=[a-zA-Z]\s*(?:[<>≥≤]|đạt|từ \d|dưới \d|trên \d))"
)
_SOURCED = re.compile(rf"\s+(?={_FIGURES_FROM})")
_GIVES = re.compile(r"[A-ZĐ][^\n;]{2,200}?[:=]\s*(?:\d|[Đđ]iểm|[Kk]hông|[Mm]ột nửa|[Tt]ối đa)")
_EXPLAINS = re.compile(
    r"^(?:giải thích|ghi chú|lưu ý|chú thích|đơn vị(?: tính)? (?:tỷ|triệu|đồng)|danh mục|ví dụ)\b"
    rf"|^{_FIGURES_FROM}",
    re.IGNORECASE,
)

# "Tối thiểu 100 tin, trong đó ít nhất 20 tin tự viết: 5 điểm": both are one condition.
_TWO_NUMBERS = re.compile(
    r"(?:tối thiểu|ít nhất|từ|trên|≥) \d[^;:.=\n]*?\btrong đó (?:phải )?(?:có )?(?:tối thiểu|ít nhất)\b[^;:=\n]*:\s*\d",
    re.IGNORECASE,
)
_WHERE = re.compile(r"[,;.]?\s+(?=trong đó\b|với:?\s+[a-eTRKPLQ][1-3]?\s*(?:=|:|là\b))", re.IGNORECASE)
_CUTS = (
    _DEFINITION,
    _NUMBERED,
    _LETTERED,
    _GLUED,
    _SOURCED,
    _LETTER_BANDS,
    _EXCLUDES,
    _ROUNDS,
    _BARS,
    _WHOLE_FIRST,
    _WHERE,
    _LISTED,
    _SHARES_LISTED,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: ``source[start:end]``; ``mark`` is the sign its item began with, ``stop`` the one behind it."""

    text: str
    start: int
    end: int
    mark: str = ""
    field: str = "method"
    stop: str = ""

    @property
    def explains(self) -> bool:
        """Whether it only explains words."""
        return bool(_EXPLAINS.match(self.text))


def _as_figures(source: str) -> str:
    """As in "1 (một) điểm", "được hai điểm": points written out are figures, of the same length."""
    source = _BOTH_WAYS.sub(
        lambda match: f"{match[1]:>{len(match[0])}}" if _is_that(match[1], match[2]) else match[0], source
    )
    return _WRITTEN_OUT.sub(
        lambda match: f"{_NUMBERS.index(match['number'].casefold()) + 1:>{len(match[0])}}", source
    )


def _is_that(figure: str, word: str) -> bool:
    """Whether a word says the same number as the figure in front of it."""
    words = word.casefold()
    return words in _NAUGHT if not int(figure) else words in _NUMBERS[int(figure) - 1 : int(figure)]


def _respelled(source: str) -> str:
    """The text with its dashes, and the points of bare levels, as other texts print them; of the same length."""
    source = _as_figures(source)
    source = _TWICE.sub(lambda match: f":{match[2]:>{len(match[0]) - 2}} ", source.translate(_DASHES))
    if _BARE_LEVELS.fullmatch(source) and "(0)" in source:
        source = _BARE_LEVEL.sub(lambda match: f": {match[1]} {match[2].replace(',', ';')}", source)
    if _COLON_LEVELS.fullmatch(source) and re.search(r": 0\b(?!,\d)", source):
        source = re.sub(r"(?<=\d), (?=[^\d\s])", "; ", source)
    return source


def clauses_of(source: str, field: str = "method") -> list[Clause]:
    """The clauses of a text, in printed order; what lies between them is punctuation."""
    source = _respelled(source)
    cuts: dict[int, str] = {0: ""}
    whole = _whole_brackets(source)
    joined = {place for match in _TWO_NUMBERS.finditer(source) for place in range(*match.span())}
    for match in itertools.chain(_LINE.finditer(source), _SENTENCE.finditer(source)):
        if match.start() not in whole:
            cuts.setdefault(match.end(), "")
    for pattern in (*_CUTS, *((_CALLED,) if _CALLS.search(source) else ())):
        for match in pattern.finditer(source):
            if pattern is not _WHERE or match.start() not in joined:
                cuts.setdefault(match.end(), "")
    numbered = list(_NUMBERED.finditer(source))
    numbered += [] if _CALCULATES_IN_NUMBERS.search(source) else _OPTION.finditer(source)
    for match in numbered:
        cuts.setdefault(match.start(), "")
        cuts.setdefault(match.end(), "")
    if _STARS.match(source):
        for match in _STARS.finditer(source):
            cuts[match.end()] = "*"
    for match in _ITEM.finditer(source):
        if _begins_an_item(source, match):
            cuts[match.start()] = ""
            cuts[match.end()] = match["mark"]
    places = [*sorted(cuts), len(source)]
    found = (_clause(source, start, end, cuts[start], field) for start, end in itertools.pairwise(places))
    return [clause for clause in found if clause is not None]


def _whole_brackets(source: str) -> set[int]:
    """The places in brackets that only tell more: "Đầy đủ (kế hoạch; báo cáo; hình ảnh): 5 điểm"."""
    found = [match for match in _BRACKETS.finditer(source) if not _CUTS_BRACKETS.search(match[0])]
    found += _ENDS.finditer(source)
    return {place for match in found for place in range(match.start(), match.end())}


def _begins_an_item(source: str, match: re.Match[str]) -> bool:
    """Whether a dash or plus opens an item and is no hyphen, minus or sum."""
    line_start = source.rfind("\n", 0, match.start()) + 1
    before = source[line_start : match.start()].strip()
    if before.endswith(":") and source[match.start("mark") + 1].isdigit() and _SIGNED.match(match["next"]):
        # "mỗi mô hình: +2 điểm", "mỗi lần: -0,5 điểm".
        return False
    if not before or before[-1] in ";.:":
        return True
    following = match["next"]
    if before.count("(") > before.count(")") or (_PRODUCT.search(before) and "/" in following):
        # A plus that adds: "(Tỷ lệ 1 + Tỷ lệ 2)/2", "Điểm = số A/tổng số B x 6 + Số C/tổng số D x 4".
        return False
    if following.startswith("(") and "=" in before:
        # "Điểm = điểm tối đa - (tỷ lệ trễ x điểm tối đa)".
        return False
    if _LESS_A_NUMBER.match(following):
        return False
    if before[-1] in "%0123456789" and re.match(r"(?:dưới|<|≤)?\s*\d", following):
        # "từ 60% - 79%", "từ 90% - dưới 100%".
        return False
    if _ENDS_IN_A_COUNT.search(before) and re.match(r"(?:dưới|<|≤)\s*\d", following):
        # "từ 12 lớp - <24 lớp".
        return False
    if re.match(r"100\s*%\s+[^\W\d_]", following) and before[-1].isalpha():
        return True
    if match["mark"] == "+":
        return bool(re.match(r"(?:[A-ZĐ][^\W\d_]|\d+\s*%|[<>≥≤])", following))
    if _ENDS_A_REWARD.search(before):
        return True
    if _GIVES.match(following) and re.match(r"\d[.)]\s", before) and len(before) < 40:
        return True
    return bool(_NEXT_OPENS.match(following)) and bool(re.match(r"[^\n;]{0,160}?[:=(]", following))


def _clause(source: str, start: int, end: int, mark: str, field: str) -> Clause | None:
    text = source[start:end]
    lead = len(text) - len(text.lstrip(" \n\t'’-+•"))
    body = _AND.sub("", text[lead:].rstrip(" \n\t;.,-+•(|"))
    if _DEFINES.match(body) or body.casefold() == "gọi":
        body = re.sub(r"\s+(?:và|gọi)$|^gọi$", "", body, flags=re.IGNORECASE)
    if not body or (len(body) <= 2 and not body.isalnum()):
        return None
    if re.fullmatch(r"\(?\d\)?[.)]?", body):
        return None
    stop = source[start + lead + len(body) : end].strip()[:1]
    return Clause(body, start + lead, start + lead + len(body), mark, field, stop)
