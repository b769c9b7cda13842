"""How figures are labelled, and in what they are counted: things, money, points of a scale."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.rules.currency import unit_printed
from chamdiem.annex.rules.trimming import in_pairs
from chamdiem.annex.rules.words import tokens_of

_MONEY = re.compile(
    r"^(?:số )?chi (?!bộ\b|hội\b|cục\b|nhánh\b|đoàn\b|tiết\b|trả\b|[uủ][yỷ]\b|phái\b)|^(?:tổng )?thu (?:ngân sách|nội địa|thuế|phí|nsnn)\b|\b(?:kinh phí|tổng chi|tổng thu|chi ngân sách|số chi|vốn|doanh thu|giá trị|(?<!máy tính )tiền(?! mặt)|chi cho|tỷ đồng|triệu đồng)\b",
    re.IGNORECASE,
)
_BARE_MONEY = re.compile(r"(?<!hội )(?<!hợp )(?<!cộng )\bđồng\b", re.IGNORECASE)
# What is counted is no money, whatever is said of it: "vụ cháy thiệt hại từ 1 tỷ đồng", "doanh nghiệp có vốn trên 10 tỷ đồng".
_ASKS_MONEY = re.compile(r"\d (?:tỷ|triệu|nghìn|ngàn) ?(?:đồng|đ|vnđ)\b|\d ?đồng\b", re.IGNORECASE)
IS_MONEY = re.compile(
    r"(?:tổng )?(?:số )?(?:kinh phí|chi|thu|vốn|tiền|doanh thu|giá trị|ngân sách|dự toán|nợ|thuế|thiệt hại|tỷ|triệu|nghìn|ngàn|đồng)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:tổng )?số (?:lượng )?(?:người|hộ|khách|hồ sơ|doanh nghiệp|đơn vị|cơ quan|công chức|giao dịch|thủ tục|dịch vụ|lượt|thành viên|dự án|công trình|gói thầu|vụ|vụ việc|mô hình|hợp tác xã|trường hợp|xã|thôn|hợp đồng)\b",
    re.IGNORECASE,
)
# "Ha rừng", "Diện tích tưới – ha", "giường/vạn dân": what is measured, or spread over people, need not be whole.
_UNIT = r"(?:ha|héc ta|hecta|km|km2|km²|m|m2|m²|m3|m³|tấn|tạ|kg|lít|giờ|kwh|mwh|kw|mw|gb|tb|mbps|gbps)"
# "Tổng số km đường", "Số đạt: diện tích lúa", "Số được giao: sản lượng thủy sản".
_LEAD = r"(?:(?:số đạt|tổng số|số đạt được|số được giao|số [^:–]{1,40} đạt)\s*:\s*)?(?:tổng )?(?:số )?"
_MEASURES = r"(?:diện tích|khối lượng|sản lượng|thời lượng|dung lượng|lưu lượng|trữ lượng|băng thông|chiều dài|chiều rộng|quãng đường|tốc độ|mật độ|năng suất|công suất|nồng độ|nhiệt độ|độ ẩm|(?:độ )?che phủ|điện năng|lượng (?:nước|mưa|rác|khí|điện|phát thải|chất thải|nhiên liệu|hàng)|mét|phút|giây)\b"
_MEASURED = re.compile(
    rf"{_LEAD}{_UNIT}(?![\w/])(?! (?:điểm|hành chính)\b)|{_LEAD}{_MEASURES}|thời gian\b.* – (?:năm|giờ|phút)$|.* – {_UNIT}(?: [^\W\d_]+){{0,3}}$|.*\({_UNIT}(?:/[^()]*)?\)$"
    r"|.*(?:/|\btrên|\btính trên|\bso với) ?(?:một |1 )?(?:\d+(?:\.\d{3})* |vạn |nghìn |triệu )(?:dân|người dân|người|hộ)\b|.*(?<=[^\W\d_]) ?/ ?(?:người|đầu người|cán bộ|công chức|hộ|hộ dân|dân|trường|lớp|xã|thôn|cơ quan|đơn vị|phòng ban|phòng|học sinh|giáo viên|ấp|khu phố|khóm|bản)$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(rf"(?P<number>\d[\d.,]*) ?{_UNIT}(?!\w)(?! (?:điểm|hành chính)\b)", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:.* – (?:đơn vị )?)?(?:xếp hạng|thứ hạng|vị trí xếp hạng|hạng\b(?! mục)|xếp thứ)", re.IGNORECASE
)
# "Tổng thu ngân sách": money without its word; of "số thuế phải nộp" and "nợ quá hạn" only the decimals are sure.
_INCOME = re.compile(rf"{_LEAD}(?:thu (?:ngân sách|nội địa)|thu(?=$| trên địa bàn))\b", re.IGNORECASE)
_OWED = re.compile(
    rf"{_LEAD}(?:thuế|dư nợ|thu nhập|nợ(?! (?:hồ sơ|báo cáo|tiêu chí|văn bản|nhiệm vụ|chỉ tiêu)))\b",
    re.IGNORECASE,
)
# "Chỉ số SIPAS", "Kết quả PAR INDEX": scores of indices have decimals; "số chỉ số" counts them.
_INDEX = re.compile(
    r"(?:(?:kết quả|giá trị|điểm|điểm số|mức)(?: của)? )?(?:chỉ số|điểm(?: số)? (?:đánh giá|trung bình|bình quân|khảo sát|hài lòng|chấm|xếp loại))\b(?!.*\b(?:hoàn thành|thành phần đạt)\b)|(?!(?:tổng )?số\b).*\b(?:SIPAS|PAR ?-?INDEX|PAPI|PCI|PGI|DTI|DDCI|PCRI|ICT INDEX|EPI|SHDI|HDI)\b",
    re.IGNORECASE,
)
_ON_A_SCALE = re.compile(r"\(thang \d+\)$|– (?:[Đđ]iểm số|[Tt]ổng điểm)\b")
# "a) Số hồ sơ", "3.: số hồ sơ": what numbers a line is no part of the name.
_MARK = re.compile(r"^(?:[a-eđ]\)|[1-9][.)]?\s*(?=[:.)–-])(?![.–-]\s*\d))[\s:.–-]*", re.IGNORECASE)
# "Xảy ra 01 vụ", "trồng mới ha rừng", "vắng không lý do mỗi", "cuộc ít hơn", "huy động được triệu đồng".
_CALLED_BETTER = (
    (re.compile(r"^(?:để )?xảy ra 0?1 (?P<one>[^\W\d_]+)", re.IGNORECASE), r"Số \g<one> xảy ra"),
    (
        re.compile(
            rf"^(?P<deed>(?!(?:[Ss]ố|[Tt]ổng)\b)[^\W\d_]+(?: [^\W\d_]+){{0,2}}) (?P<unit>{_UNIT}) (?P<what>(?!trở|đến)[^\W\d_]+(?: [^\W\d_]+)*)$"
        ),
        r"\g<deed> \g<what> (\g<unit>)",
    ),
    (re.compile(r" (?:mỗi|từng|cứ)$", re.IGNORECASE), ""),
    (
        re.compile(r"^(?P<one>[^\W\d_]+) ít hơn(?= –|$)", re.IGNORECASE),
        lambda match: f"Số {match[0].lower()}",
    ),
    (
        re.compile(
            r"^(?P<deed>(?!số\b|tổng\b)[^\W\d_]+(?: [^\W\d_]+)*) (?:triệu|tỷ|nghìn) đồng$", re.IGNORECASE
        ),
        lambda match: f"Số tiền {match['deed'].lower()}",
    ),
)
_LONGEST = 300


def number_called(label: str) -> dict[str, str]:
    """A number as an input: of things unless its name says money or points."""
    given = {"label": short_label(label)}
    if _ON_A_SCALE.search(label):
        return {**given, "type": "decimal", "unit": "điểm", "decimals": "2"}
    unit = unit_printed(label)
    is_money = bool(unit or _INCOME.match(label)) or (
        _MONEY.search(label) is not None and not _is_asked_for_money(label)
    )
    if is_money and not _COUNTED.match(label):
        shown = unit or ("đồng" if _BARE_MONEY.search(label) else "triệu đồng")
        return {**given, "type": "decimal", "unit": shown, "decimals": "3"}
    if _PLACE.match(label):
        # Nobody is in place nought, where the best places would begin.
        return {**given, "min": "1"}
    if _OWED.match(given["label"]):
        return {**given, "type": "decimal", "decimals": "3"}
    is_measured = _MEASURED.match(given["label"]) or _INDEX.match(given["label"])
    if is_measured and not _COUNTED.fullmatch(label):
        return {**given, "type": "decimal", "decimals": "2"}
    return given


def as_place(given: dict[str, str]) -> None:
    """Make a number a place among all: nobody is in place nought, where the best places would begin."""
    given.setdefault("min", "1")
    for key in ("type", "decimals"):
        given.pop(key, None)
    label = given["label"].casefold()
    if "hạng" not in label or label.startswith("điểm"):
        given["label"] = f"{given['label']} – xếp hạng"


def measures(text: str) -> set[Fraction]:
    """The numbers of a text that measure something: "diện tích từ 500 m2", "hoàn thành 1,5 km kênh"."""
    return {token.number for match in _NUMBER_OF.finditer(text) for token in tokens_of(match["number"])}


def as_things(given: dict[str, str], what: str) -> None:
    """Take the money from a number of things: "mỗi hộ vay vốn" counts households."""
    if given.get("unit", "").endswith("đồng") and _COUNTED.match(f"số {what}"):
        for key in ("type", "unit", "decimals"):
            given.pop(key, None)


def _is_asked_for_money(label: str) -> bool:
    """Whether so many things are counted, each with so much money."""
    return bool(_ASKS_MONEY.search(label)) and not IS_MONEY.match(label)


def short_label(label: str) -> str:
    """A label on one line, without marks in front and without halves of brackets."""
    label = " ".join(label.split()).strip(" :;,.–-+")
    label = in_pairs(_MARK.sub("", label))
    for pattern, shown in _CALLED_BETTER:
        label = pattern.sub(shown, label)
    label = label[:1].upper() + label[1:]
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
