"""Marks of secrecy (dấu độ mật): state secrets must not come into this system.

A mark is a stamp: MẬT, TỐI MẬT or TUYỆT MẬT in capitals on a line or in a cell of its own, or beside
the other words of a letterhead, or a field that names the level (*Độ mật: Tối mật*), or what the number
in the letterhead ends with (*Số: 12/BC-UBND(TM)*). The same letters
inside a sentence, or in words such as *bảo mật*, *mật khẩu* or *bí mật kinh doanh*, are no mark. Written
in small letters alone on a line of any page it is one too, outside a list of levels; *Mật* is none where
running text above breaks off and goes on below, or between the numbers of a table. In a title or a file
name a mark stands among other words, so there the graver two count however they are written, and MẬT in
capitals as a word of its own. A picture of a stamp without text cannot be seen here; that is why the
upload page warns and asks as well. Where it is open, a file is refused, and the refusal says how to show
the document without it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import BinaryIO

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.kinds import Kind
from chamdiem.evidence.secrecy_apart import Reader, read_pages_apart
from chamdiem.evidence.secrecy_reading import read_text

_LEVELS = {"MẬT": "Mật", "TỐI MẬT": "Tối mật", "TUYỆT MẬT": "Tuyệt mật"}
_SPACED = {"".join(level.split()): level for level in _LEVELS}
# Where a font lacks letters another one serves, and the reader gives those last: TUY T M TỆ Ậ.
_SCRAMBLED = {"".join(sorted(letters)): level for letters, level in _SPACED.items()}
_LONGEST_STAMP = 80
_LONGEST_FIELD = 1_000
_FRAME = " \t\u00a0*-–—_=+[](){}<>|/\\\"'“”.:;•■□●"
# Parts of other words: BẢO MẬT, MẬT KHẨU; but a stamp may stand above "Mã số: …" and "Độ khẩn: …".
_PART_BEFORE = r"(?<!\w)(?:BẢO|BÍ|CƠ|KHÓA)$"
_PART_AFTER = r"^(?:KHẨU|MÃ(?!\s+SỐ|\s*:)|ĐỘ(?!\s+(?:KHẨN|MẬT))|THIẾT|ONG)(?!\w)"
# A heading in capitals broken over two lines: "BẢO / MẬT", "MẬT / KHẨU".
_BROKEN_BEFORE, _BROKEN_AFTER = re.compile(_PART_BEFORE), re.compile(_PART_AFTER)
_WORD_BEFORE = re.compile(rf"{_PART_BEFORE}|(?:THÔNG TIN|KHÔNG)$", re.IGNORECASE)
_WORD_AFTER = re.compile(rf"{_PART_AFTER}|^VỤ(?!\w)", re.IGNORECASE)
# A form that offers levels to choose from names none.
_FIELD = re.compile(
    r"(?<!\w)độ mật\s*:\s*(tuyệt mật|tối mật|mật)(?!\w)(?!\s*(?:[/,;☐□]|hoặc(?!\w)|hay(?!\w)))",
    re.IGNORECASE,
)
# What is set wide is still a mark: "DẤU: M Ậ T".
_WIDE_FIELD = re.compile(r"(?:(?:mức |dấu )?độ mật|(?:đóng )?dấu(?: mật)?)\s*:\s*(.+)", re.IGNORECASE)
# A wide stamp whose words were read apart, or stand one below the other.
_FIRST_WORDS = {"TỐI": "Tối mật", "TUYỆT": "Tuyệt mật"}
_BARE_FIELD = re.compile(r"(?:độ|mức độ|dấu độ|cấp độ) mật\s+(mật|tối mật|tuyệt mật)", re.IGNORECASE)
# Among the other words of a letterhead: "Số: 12/BC-UBND MẬT", "MẬT Kính gửi: …", "HỎA TỐC TỐI MẬT".
_BESIDE = re.compile(
    r"(?:\b[Ss][Ốố]\s*:?\s*\S*/\S+|HỎA TỐC|THƯỢNG KHẨN|(?<!\w)KHẨN)\W{1,4}(TUYỆT MẬT|TỐI MẬT|MẬT)(?!\w)"
    r"|^\W{0,4}(TUYỆT MẬT|TỐI MẬT|MẬT)\W{1,4}(?:Kính gửi|KÍNH GỬI|S[ốỐ]\s*:|Độ khẩn|ĐỘ KHẨN|HỎA TỐC|"
    r"THƯỢNG KHẨN|KHẨN(?!\w)|CỘNG HÒA)"
)
_GRAVE = re.compile(r"(?<!\w)(TUYỆT MẬT|TỐI MẬT)(?!\w)")
_COPY = re.compile(r"\s*[-–,;(]?\s*(?:bản|quyển)?\s*số\s*:?\s*[\d.…]+\)?\s*$", re.IGNORECASE)
_IN_TITLE = re.compile(r"(?<!\w)(?:(?i:TUYỆT MẬT|TỐI MẬT)|MẬT)(?!\w)")
_WHOLE_TITLE = re.compile(r"(mật|tối mật|tuyệt mật)(?:\s*\(?\d{1,3}\)?)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[]\s*(mật|tối mật|tuyệt mật)\s*[)\]]", re.IGNORECASE)
_NUMBER_SUFFIX = re.compile(r"\(\s*(M|TM|TuM)\s*\)\s*$|[-/](?:(MẬT|TỐI MẬT|TUYỆT MẬT))\s*$")
# The number in a letterhead; documents named in a sentence have one too, and bear no mark of this one.
_OWN_MARK = r"[^():;,]{0,20}/[^():;,]{1,40}\(\s*(M|TM|TuM|(?i:MẬT|TỐI MẬT|TUYỆT MẬT))\s*\)"
_OWN_NUMBER = re.compile(rf"\W{{0,4}}S[ốỐ](?:\s*:{_OWN_MARK}(?!\w)|\s{_OWN_MARK}\W*$)")
# In small letters a mark is one where it is all of a line, or the left half of one in a letterhead.
_ALONE = re.compile(r"[\[(|“\"]?\s*(Mật|Tối mật|Tối Mật|Tuyệt mật|Tuyệt Mật)\s*[\])|”\"]?")
_LEFT = re.compile(
    r"(Mật|Tối mật|Tuyệt mật)\s+"
    r"(?:[A-ZĐÀ-Ý][^,]{1,30}, ngày\s.{1,8}\stháng\s|Độc lập\s*[-–]|CỘNG HÒA|Kính gửi)"
)
_CHOICE = re.compile(
    r"\W*(?:tuyệt mật|tối mật|mật|thường|không mật|công khai|nội bộ|bình thường)\W*", re.IGNORECASE
)
_ASKED = re.compile(r"(?<!\w)độ mật\s*:?$", re.IGNORECASE)
_WORDS_OF_RUNNING_TEXT = 6
_GOES_ON = re.compile(r"[,.;:)](?!\s*\.)")
# What ends in a small letter may go on below, unless it is the motto or the name of a body.
_WHOLE_LINE = re.compile(
    r"hạnh phúc$|^(?:UBND|Ủy ban|Uỷ ban|Sở|Cục|Chi cục|Văn phòng|Trung tâm|Công an|Tỉnh ủy|Đảng ủy)\s",
    re.IGNORECASE,
)
_SUFFIXES = {"M": "MẬT", "TM": "TỐI MẬT", "TuM": "TUYỆT MẬT"}


def find_mark_in_file(stream: BinaryIO, kind: Kind, reader: Reader = read_pages_apart) -> str | None:
    """The mark a file bears in its text, such as ``Tối mật``; the gravest if there are several."""
    text = read_text(stream, kind, reader)
    found = {find_mark(text.segments), *map(find_lone_mark, text.sheets)}
    return _gravest({each for each in found if each})


def find_mark(segments: list[str]) -> str | None:
    """The gravest mark among lines and cells of a document, in their order."""
    clean = [unicodedata.normalize("NFC", each) for each in segments]
    clean = [each for each in clean if each.strip()]
    found = set()
    for place, each in enumerate(clean):
        before = clean[place - 1].strip() if place else ""
        after = clean[place + 1].strip() if place + 1 < len(clean) else ""
        level = _level_of(each)
        is_stamp = _level_named(each) is None
        if level == "Mật" and is_stamp and _is_broken(before, after):
            continue
        if level:
            found.add(_with_word_before(level, before) if is_stamp else level)
    return _gravest(found)


def find_lone_mark(lines: list[str]) -> str | None:
    """The gravest mark that is a line of its own on a page, however it is written."""
    clean = [unicodedata.normalize("NFC", each).strip() for each in lines]
    clean = [each for each in clean if each]
    found = set()
    for place, each in enumerate(clean):
        alone = _ALONE.fullmatch(each) or _LEFT.match(each)
        level = _LEVELS[alone.group(1).upper()] if alone else _level_stamped(each[:_LONGEST_STAMP])
        before = clean[place - 1] if place else ""
        after = clean[place + 1] if place + 1 < len(clean) else ""
        if level and not (_is_part(level, before, after) if alone else _is_broken(before, after)):
            found.add(_with_word_before(level, before))
    return _gravest(found)


def find_mark_in_field(value: str) -> str | None:
    """The mark in something a person typed: a title, a summary, a file name."""
    value = unicodedata.normalize("NFC", value[:_LONGEST_FIELD]).strip()
    bracketed = _IN_BRACKETS.search(value)
    if bracketed:
        return _LEVELS[bracketed.group(1).upper()]
    return _level_of(value) or _level_in_title(value)


def find_mark_in_number(value: str) -> str | None:
    """The mark in a document's number: ``12/BC-UBND(M)``, ``12/BC-UBND (Mật)``."""
    value = unicodedata.normalize("NFC", value[:_LONGEST_FIELD]).strip()
    suffix = _NUMBER_SUFFIX.search(value)
    if suffix:
        return _LEVELS[_SUFFIXES.get(suffix.group(1), suffix.group(2))]
    return find_mark_in_field(value)


def refuse_secrets(mark: str | None) -> None:
    """Refuse whatever bears a mark.

    Raises:
        Refused: ``evidence.secret`` with the mark.
    """
    if mark is not None:
        raise Refused("evidence.secret", mark=mark)


def _gravest(levels: set[str]) -> str | None:
    return max(levels, key=list(_LEVELS.values()).index, default=None)


def _level_of(segment: str) -> str | None:
    if len(segment) > _LONGEST_STAMP:
        return None
    return _level_named(segment) or _level_stamped(segment)


def _level_named(segment: str) -> str | None:
    """What other words beside it say to be a mark."""
    field = _FIELD.search(segment)
    if field and not _WORD_AFTER.search(segment[field.end() :].strip()):
        return _LEVELS[field.group(1).upper()]
    bare = _BARE_FIELD.fullmatch(segment.strip(_FRAME))
    if bare:
        return _LEVELS[bare.group(1).upper()]
    wide = _WIDE_FIELD.fullmatch(segment.strip(_FRAME))
    if wide and (level := _level_stamped(wide.group(1).upper())):
        return level
    own = _OWN_NUMBER.match(segment)
    if own:
        mark = own.group(1) or own.group(2)
        return _LEVELS[_SUFFIXES.get(mark, mark.upper())]
    beside = _BESIDE.search(segment)
    if beside and not _WORD_AFTER.search(segment[max(beside.end(1), beside.end(2)) :].strip()):
        return _LEVELS[beside.group(1) or beside.group(2)]
    graves = _GRAVE.findall(segment) if segment.isupper() else []
    return _LEVELS[graves[0]] if len(graves) == 1 else None


def _level_stamped(segment: str) -> str | None:
    """A stamp with nothing beside it but the number of the copy."""
    text = _COPY.sub("", segment.strip(_FRAME)).strip(_FRAME)
    # A stamp set wide: T Ố I  M Ậ T.
    letters = "".join(text.split())
    return _LEVELS.get(_SPACED.get(letters) or _SCRAMBLED.get("".join(sorted(letters)), ""))


def _with_word_before(level: str, before: str) -> str:
    first = "".join(before.strip(_FRAME).split())
    return _FIRST_WORDS.get(first, level) if level == "Mật" else level


def _is_broken(before: str, after: str) -> bool:
    return bool(_BROKEN_BEFORE.search(before) or _BROKEN_AFTER.search(after))


def _is_part(level: str, before: str, after: str) -> bool:
    """Whether it is one of a list of levels; or, where it is *Mật*, part of a word, table or sentence."""
    if _CHOICE.fullmatch(before) or _CHOICE.fullmatch(after):
        return True
    if level != "Mật" or _ASKED.search(before):
        return False
    if _WORD_AFTER.search(after) or _WORD_BEFORE.search(before) or (before.isdigit() and after.isdigit()):
        return True
    return _is_unfinished(before) and (after[:1].islower() or bool(_GOES_ON.match(after)))


def _is_unfinished(line: str) -> bool:
    """Whether it is running text that breaks off: a heading is shorter, a name of a body ends in itself."""
    if len(line.split()) < _WORDS_OF_RUNNING_TEXT or _WHOLE_LINE.search(line):
        return False
    return line[-1].islower() or line[-1] in ",:;/("


def _level_in_title(value: str) -> str | None:
    """A mark among other words: “Báo cáo tuyệt mật 2026”, “QĐ-123-MẬT”, “Độ mật: Mật. Báo cáo”, “Mật 1”."""
    named = _level_named(value)
    if named:
        return named
    words = re.sub(r"[\s_.–—-]+", " ", value).strip(_FRAME)
    whole = _WHOLE_TITLE.fullmatch(words)
    if whole:
        return _LEVELS[whole.group(1).upper()]
    return _gravest({_LEVELS[each.group().upper()] for each in _IN_TITLE.finditer(words) if _is_mark(each)})


def _is_mark(found: re.Match[str]) -> bool:
    """Whether it is no part of an ordinary word: BẢO MẬT, MẬT KHẨU; a grave mark stands after any word."""
    before, after = found.string[: found.start()].strip(), found.string[found.end() :].strip()
    is_grave = len(found.group()) > len("MẬT")
    return is_grave or not (_WORD_AFTER.search(after) or _WORD_BEFORE.search(before))
