"""What the two figures of a ratio are called that only words name: "Số hồ sơ trả lại" and "Tổng số: hồ sơ"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

_NOUNS = (
    r"(?:hồ sơ|văn bản|cán bộ|công chức|viên chức|hộ|người|học sinh|thôn|xã|huyện|phường|doanh nghiệp|"
    r"thủ tục|máy tính|dịch vụ|phản ánh|kiến nghị|nhiệm vụ|báo cáo|giao dịch|thuê bao|trường|phiếu|cơ quan|đơn vị|hệ thống|tài liệu)"
)
_THINGS = re.compile(rf"\b(?:{_NOUNS}|dân số)\b", re.IGNORECASE)
# "Trên 80% dân số", "10% tổng kinh phí": only the whole is named behind the percentage.
_WHOLE = re.compile(
    rf"dân số|(?:(?:chi|đạt|dành|bố trí) )*tổng (?P<money>(?:kinh phí|chi|số chi|ngân sách|vốn|doanh thu)\b[^–]*)|(?:số )?(?P<things>{_NOUNS}(?: dân)?)",
    re.IGNORECASE,
)
# "Xã, phường, thị trấn": all of them are the whole.
_BESIDES = rf"(?:{_NOUNS}|thị trấn|bản|ấp|buôn|tổ dân phố|khu phố|khu dân cư|người lao động|thị xã|thành phố|sở|ban|ngành)"
_SEVERAL = re.compile(rf" và {_BESIDES}\b", re.IGNORECASE)
_SHARE_OF_THINGS = re.compile(
    rf"(?:t[ỷỉ] lệ (?:phần trăm |% )?)?(?:số )?(?P<what>(?P<things>{_NOUNS}(?:(?:, | và ){_BESIDES}\b)*)\b[^/:;=]*?(?<!tổng số)(?<! trên)) ?",
    re.IGNORECASE,
)
_SPENT = re.compile(r"^(?:(?:chi|đạt|dành|bố trí) )+(?=tổng\b)", re.IGNORECASE)
_SHARE = re.compile(r"t[ỷỉ] lệ\s+", re.IGNORECASE)
# "90% tổng số hồ sơ trực tuyến": a part is no total.
_TOTAL = re.compile(r"^(?:có (?=(?:tổng )?số ))?(?:tổng (?=số ))?", re.IGNORECASE)
# "Giảm tỷ lệ hộ nghèo": the aim is no part of what is counted.
_AIM = re.compile(
    r"(?:giảm(?: thiểu)?|hạ thấp|kéo giảm|tăng(?: cường)?|nâng(?: cao)?|phấn đấu|bảo đảm|đảm bảo|duy trì)\s+(?=t[ỷỉ] lệ\b)",
    re.IGNORECASE,
)
# "Trẻ em dưới 5 tuổi | được tiêm", "hộ nghèo | có thẻ": in front of what is said of them stands the whole.
_SAID_OF_THEM = r"(?:được|đã|chưa|không|bị|có(?! công\b))\b"
_STATE = r"(?:hoàn thành|duy trì|tuân thủ|canh tác|còn|bỏ|ngừng|dừng|gián đoạn|mắc|tử vong|vi phạm|thất nghiệp|mù chữ|nghỉ|đúng (?:hạn|kế hoạch|quy định|tiến độ)|(?:trễ|quá) hạn|chậm)\b"
_SUBJECT, _SUBJECT_OF_A_STATE = (
    re.compile(rf"(?P<subject>(?!{said})\w+(?: (?!{said})[\w,]+){{0,6}}?) (?={said})", re.IGNORECASE)
    for said in (_SAID_OF_THEM, rf"(?:{_SAID_OF_THEM}|{_STATE})")
)
_DONE = r"(?:đúng|trước|trễ|quá|kịp|trực tuyến|điện tử|số h[óo][áa]?|ký số|toàn trình|hoàn thành|đạt|sử dụng|tham gia|hài lòng|nhận|nộp|dùng|qua)"
# "từ 80% số người hưởng trở lên", "90% tổng số người cao tuổi": what the percentage is of.
_OF_ALL = re.compile(
    rf"tổng số (?P<all>(?!.*(?:{_SAID_OF_THEM}|{_DONE}\b))[^\W\d_].*)|số (?P<those>{_NOUNS}(?: dân)? (?:hưởng|thụ hưởng|cao tuổi|khuyết tật|có công|nghèo|cận nghèo|lao động|trên địa bàn|trong độ tuổi|thuộc diện|được giao|tiếp nhận|phát sinh|phải)\b(?!.* (?:{_SAID_OF_THEM}|{_DONE}\b)).*)",
    re.IGNORECASE,
)
# "Đạt từ 80% số km trở lên": what is measured, whatever the row counts.
_MEASURED = re.compile(
    r"(?:tổng )?(?P<what>số (?:km|m|m2|m²|m3|m³|ha|tấn|tạ|kg|giờ|phút)|diện tích|khối lượng|chiều dài)",
    re.IGNORECASE,
)
# "Nợ xấu trên tổng dư nợ", "bác sĩ trên dân số", "chi khoa học so với tổng chi": both figures are named.
_OVER = re.compile(
    rf"(?:t[ỷỉ] (?:lệ|trọng) (?:phần trăm |% )?)?(?P<above>[^/:;=–%\d]+?) (?:trên|so với|trong|/) (?P<below>(?:tổng|dân số)\b(?! thể\b)[^/:;=–%]*|số (?:lượng )?{_NOUNS}\b[^/:;=–%]*)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:tổng|số|diện tích|khối lượng|sản lượng|chiều dài|lượng|mức|nợ|dư nợ|vốn|tiền|kinh phí|thuế|doanh thu|giá trị|ngân sách|dân số|quỹ|nguồn)\b",
    re.IGNORECASE,
)


def figures_called(called: str) -> tuple[str, str]:
    """As in "Số hồ sơ trả lại" and "Tổng số: hồ sơ" of "Tỷ lệ hồ sơ trả lại"."""
    text = called.strip().lower() if called.isupper() else called.strip()
    if both := both_named(text.rpartition(" – ")[2]):
        return both
    text = _TOTAL.sub("", _AIM.sub("", text, count=1) if _AIM.match(text) else text)
    named, _, rest = text.partition(" – ")
    if of_all := _OF_ALL.fullmatch(rest):
        things = _begun_small(of_all["all"] or of_all["those"])
        is_number = named.casefold().startswith("số ")
        return (named if is_number else f"Số {things} đạt: {_begun_small(named)}"), f"Tổng số {things}"
    if measured := _MEASURED.fullmatch(rest):
        what = measured["what"].lower()
        return (
            f"{what[:1].upper()}{what[1:]} đạt: {_begun_small(_of(named))}",
            f"Tổng {what}: {_begun_small(_of(named))}",
        )
    if whole := _WHOLE.fullmatch(rest):
        part = whole["money"] or "số đạt"
        shown = f"Tổng số {whole['things'].lower()}" if whole["things"] else _SPENT.sub("", rest)
        return f"{part[:1].upper()}{part[1:]}: {_begun_small(named)}", shown
    match = _SHARE_OF_THINGS.fullmatch(text)
    if match and not (rest and _THINGS.search(rest)):
        return (
            f"Số {_begun_small(match['what'])}",
            f"Tổng số: {_begun_small(_whole_of(match['what'], match['things']))}",
        )
    bare = _begun_small(_SHARE.sub("", text)) if _SHARE.match(text) else text
    return f"Số đạt: {bare}", f"Tổng số: {bare if rest else _whole_of(bare, bare, _SUBJECT_OF_A_STATE)}"


def both_named(text: str) -> tuple[str, str] | None:
    """The part and the whole of words that name both: "nợ xấu trên tổng dư nợ"."""
    over = _OVER.fullmatch(text)
    return over and (_begun_large(_counted(over["above"])), _begun_large(over["below"]))


def names_the_whole(words: str) -> bool:
    """Whether words behind a percentage only say of what it is: "số người hưởng", "tổng số hộ nghèo"."""
    return _OF_ALL.fullmatch(words) is not None


def _whole_of(said: str, otherwise: str, pattern: re.Pattern[str] = _SUBJECT) -> str:
    """The things in front of what is said of them; ``otherwise`` where nothing is."""
    subject = pattern.match(said)
    if subject is None or (" và " in subject[0] and not _SEVERAL.search(subject[0])):
        return otherwise
    return subject["subject"].rstrip(" ,")


def _counted(above: str) -> str:
    """As in "số bác sĩ", "số chi cho y tế"; what is an amount stays as it is."""
    return above if _AMOUNT.match(above) else f"số {_begun_small(above)}"


def _begun_large(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _begun_small(text: str) -> str:
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def _of(named: str) -> str:
    """The name of a share without "tỷ lệ" in front."""
    return _SHARE.sub("", named, count=1) if _SHARE.match(named) else named
