"""Texts of old fonts and misread ones: one finding each, with the text in Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.lint.old_encodings import decoded, from_misread
from chamdiem.core.lint.syllables import SPECIAL_LETTERS
from chamdiem.core.sentences.findings import finding_sentence

from .documents import criterion, found

_MEANT = "Tỷ lệ văn bản điện tử có chữ ký số"


def _set(name: str) -> IndicatorSet:
    return criterion("rule: {kind: manual}", name=f'"{name}"')


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("TCVN3", "Tû lÖ v¨n b¶n ®iÖn tö cã ch÷ ký sè"),
        ("VNI", "Tyû leä vaên baûn ñieän töû coù chöõ kyù soá"),
        ("UTF-8 bị đọc sai", "Tá»· lá»‡ vÄƒn báº£n Ä‘iá»‡n tá»­ cÃ³ chá»¯ kÃ½ sá»‘"),
        ("UTF-8 bị đọc sai", "Tá»· lệ văn bản điện tử có chữ ký số"),
    ],
)
def test_a_text_in_another_encoding_is_one_finding_with_its_repair(encoding: str, printed: str) -> None:
    faulty = _set(printed)
    finding = found(faulty, "text.encoding")
    assert (finding.printed, finding.computed) == (printed, _MEANT)
    assert f"({encoding})" in finding_sentence(finding)
    assert [each.code for each in lint(faulty) if each.code.startswith("text.")] == ["text.encoding"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (_MEANT.encode().decode("latin-1"), _MEANT),
        ("lá»›p vÃ  thÃ nh phá»‘", "lớp và thành phố"),
        ("lá»›p vÃ nhÃ\u00a0 trÆ°á»\u009dng", "lớp và nhà trường"),
    ],
)
def test_misread_letters_are_read_whatever_became_of_their_bytes(printed: str, meant: str) -> None:
    assert from_misread(printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("V¨n b¶n", "Văn bản"),
        ("B¸o c¸o n¨m", "Báo cáo năm"),
        ("Danh s¸ch c¸n bé", "Danh sách cán bộ"),
        ("B¸o c¸o cña UBND x·", "Báo cáo của UBND xã"),
    ],
)
def test_a_few_words_of_an_old_font_are_enough(printed: str, meant: str) -> None:
    faulty = criterion(f"rule: {{kind: manual}}\nevidence: {{printed: {printed}}}")
    finding = found(faulty, "text.encoding")
    assert (finding.printed, finding.computed) == (printed, meant)


@pytest.mark.parametrize(
    "text", ["Windows® và Office®", "Diện tích 5 m² · 2 ha", "«khai», x·y, 10 µg", "±5°"]
)
def test_signs_beside_letters_of_unicode_are_left_alone(text: str) -> None:
    assert decoded(text) is None


def test_bytes_that_were_dropped_are_not_guessed() -> None:
    finding = found(_set("Tá»· lá»‡ nhÃ\u00a0 trÆ°á»ng"), "text.encoding")
    assert finding.computed == ""
    assert finding_sentence(finding).endswith("gõ lại bằng Unicode theo bản gốc.")


@pytest.mark.parametrize(
    "text",
    [
        "ĐÃ CÔNG KHAI TẠI CÁC XÃ\u00a0VÀ PHƯỜNG",
        "Xã\u00a0hội số; tổng chi phí ± 5 %, góc 90°",
        "Phần mềm của hãng Müller và Café Côte d'Ivoire",
        "Nêu «rõ» vai trò «quá»…",
        "Kết nôi mang tôi thiêu; không co sô liệu",
    ],
)
def test_what_is_unicode_stays(text: str) -> None:
    assert decoded(text) is None


@given(st.text(alphabet=[*sorted(SPECIAL_LETTERS), *"abcghiklmnopqtuvxy .,"]))
def test_a_text_of_vietnamese_letters_was_never_misread(text: str) -> None:
    assert from_misread(text) == text
