"""Words with one letter left out, or t for c at their end: ``phát hin``, ``doanh nghip``, ``công chứt``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from chamdiem.core.lint.lexicon import COMMON, Pair, pairs
from chamdiem.core.lint.syllables import is_syllable

_PLACES = ("huyện", "tỉnh", "phường")
# Words of their own, though a known word without a letter looks the same.
_OWN_TEXT = """
ai anh bà bên bạ cha cho chủ con cá các có cùng cũng cả cần cộng củ của cứ cử dạ dạy già giá giữ gạo hai
ham hay hen heo ho hoa hàng hãy hơn hư hẹn hết họ hộ hội hợp in khi kho khá khó khô khổ kém kênh lo là làng
lên lúc lại lần lớn lợi lửa lực mai mà mô mạng mẫu mẹ một mới mở nay này nên nói nơi nước nạn nữ nữa qua
quanh ra riêng rộng sa sau say sẽ số sứ ta tai tay tha than theo thi thu thì thôn thẻ thứ tin tiền to toàn
trang tre trong trú trước trẻ tu tung tàu tư tại tạm tạo tất tốt tổ từ tự uy vua và vào về vốn vụ xa xe
xu xá xã áo âm ân ôn ý đa đang đi điện đo đá đã đơn đường đạn đất đầu đến đều để đội ước ở
"""
_OWN = frozenset(_OWN_TEXT.split())
# No words at all: c and t at the end of a syllable cannot be told apart by ear everywhere.
_WRONG_ENDS_TEXT = """
biệc chứt cuột cướt dụt gốt hoạc lựt mậc nhậc nướt phạc soác suốc thuốt thứt thựt triệc trướt trắt trựt vựt
viếc xéc đấc
"""
_WRONG_ENDS = frozenset(_WRONG_ENDS_TEXT.split())
_CONSONANTS = frozenset("bcdđghklmnpqrstvx")
# Abbreviations that are also written small: chính phủ, doanh nghiệp, kế hoạch, thành phố.
_SHORT = frozenset(("cp", "dn", "kh", "tp"))
# Fewer letters say nothing by themselves: "tip" is no word for "tiếp".
_FEWEST_ALONE = 4


@cache
def pairs_without_a_letter() -> Mapping[Pair, Pair]:
    """A compound with a letter left out of one syllable, or t for c at its end → the compound.

    Only where what stands there is no known word; without its vowel only where one compound fits.
    """
    known = _known()
    remains = {
        word: [left for left in (*_without_a_letter(word), *_with_another_end(word)) if left not in known]
        for word in dict.fromkeys(chain.from_iterable(pairs()))
    }
    dropped: dict[Pair, list[Pair]] = {}
    for first, second in pairs():
        for left in remains[first]:
            dropped.setdefault((left, second), []).append((first, second))
        for left in remains[second]:
            dropped.setdefault((first, left), []).append((first, second))
    return {
        damaged: meant[0]
        for damaged, meant in dropped.items()
        if len(set(meant)) == 1 or not any(map(is_without_vowel, damaged))
    }


def is_without_vowel(word: str) -> bool:
    """Whether a word has only consonants: an abbreviation, or what is left of a syllable."""
    return _CONSONANTS.issuperset(word)


@cache
def fragments() -> frozenset[str]:
    """What stands in place of the damaged syllable, in any of the pairs."""
    return frozenset(
        damaged[0] if damaged[0] != meant[0] else damaged[1]
        for damaged, meant in pairs_without_a_letter().items()
    )


@cache
def words_without_a_letter() -> Mapping[str, str]:
    """A word with a letter left out that is no syllable and has no accents left → the word."""
    words = (*pairs(), COMMON, _PLACES)
    return {
        left: word
        for word in dict.fromkeys(chain.from_iterable(words))
        for left in _without_a_letter(word)
        if left.isascii() and len(left) >= _FEWEST_ALONE and not is_syllable(left)
    }


def _known() -> frozenset[str]:
    return frozenset(chain.from_iterable(pairs())) | frozenset(COMMON) | frozenset(_PLACES) | _OWN


def _with_another_end(word: str) -> Iterator[str]:
    """``chứt`` for ``chức``."""
    other = word[:-1] + {"c": "t", "t": "c"}.get(word[-1], "")
    if other in _WRONG_ENDS:
        yield other


def _without_a_letter(word: str) -> Iterator[str]:
    """What may be left of a word; a single consonant is told of as a damaged text."""
    left = (word[:place] + word[place + 1 :] for place in range(len(word)))
    return (each for each in left if len(each) > 1 and each not in _SHORT and not is_without_vowel(word))
