"""Which words can be Vietnamese: onset, rhyme and tone of a syllable.

A rule set, not a dictionary: about 15,000 syllables pass, of which some 7,000
are in use. Enough to see that ``v n``, ``vịcung`` or ``hỡnd`` are none.
"""

from __future__ import annotations

_VOWELS = "aăâeêioôơuưy"
_TONED = {
    "a": "aàáảãạ",
    "ă": "ăằắẳẵặ",
    "â": "âầấẩẫậ",
    "e": "eèéẻẽẹ",
    "ê": "êềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọ",
    "ô": "ôồốổỗộ",
    "ơ": "ơờớởỡợ",
    "u": "uùúủũụ",
    "ư": "ưừứửữự",
    "y": "yỳýỷỹỵ",
}
_TONES = {letter: (vowel, tone) for vowel, row in _TONED.items() for tone, letter in enumerate(row)}
# Every letter of Vietnamese that plain Latin does not have.
SPECIAL_LETTERS = frozenset("đĐ") | {
    form
    for row in _TONED.values()
    for letter in row
    for form in (letter, letter.upper())
    if not form.isascii()
}

_ONSETS_TEXT = """
ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x
"""
_ONSETS = frozenset(_ONSETS_TEXT.split())
_RHYMES_TEXT = """
a e ê i o ô ơ u ư y ia ua ưa oa oe uê uơ uy uya ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu iêu uôi ươi
ươu oai oao oay oeo uây uyu am an ang anh ap at ac ach ăm ăn ăng ăp ăt ăc âm ân âng âp ât âc em en eng
ep et ec êm ên ênh êp êt êch im in inh ip it ich om on ong op ot oc oong ooc ôm ôn ông ôp ôt ôc ơm ơn ơp
ơt um un ung up ut uc ưng ưt ưc ưm iêm iên iêng iêp iêt iêc uôm uôn uông uôt uôc ươm ươn ương ươp ươt
ươc oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oen oet uân uâng uât uênh uêch uynh uyt uyp
uych uyên uyêt
"""
_RHYMES = frozenset(_RHYMES_TEXT.split())
_AFTER_QU_TEXT = """
y yt ynh ych yp yên yêt yu
"""
_AFTER_QU = frozenset(_AFTER_QU_TEXT.split())
_ALONE = frozenset(("y", "yêm", "yên", "yêng", "yêt", "yêu"))
_NOT_ALONE = ("iê", "ươi", "ươu", "uô", "uya", "uâng", "oong", "ooc")
_RARE = frozenset(("uốn", "uống", "uổng", "uôm"))
_FRONT = ("i", "e", "ê", "y")
_STOPS = ("p", "t", "c", "ch")
_SHARP_OR_HEAVY = (2, 5)


def is_syllable(word: str) -> bool:
    """Whether a word in lower case can be a Vietnamese syllable.

    Example:
        >>> [is_syllable(word) for word in ("nghiệp", "quyền", "giếng", "hỡnd", "vịcung", "tất", "tât")]
        [True, True, True, False, False, True, False]
    """
    plain, tones = _without_tone(word)
    if len(tones) > 1:
        return False
    tone = tones[0] if tones else 0
    if _is_zero_onset(plain, word):
        return _fits_tone(plain, tone)
    onsets = [plain[:width] for width in (3, 2, 1) if plain[:width] in _ONSETS]
    return any(_joins(onset, plain[len(onset) :]) for onset in onsets) and _fits_tone(plain, tone)


def _without_tone(word: str) -> tuple[str, list[int]]:
    letters, tones = [], []
    for letter in word:
        vowel, tone = _TONES.get(letter, (letter, 0))
        letters.append(vowel)
        if tone:
            tones.append(tone)
    return "".join(letters), tones


def _is_zero_onset(plain: str, word: str) -> bool:
    if word in _RARE or plain in _ALONE:
        return True
    return plain in _RHYMES and not plain.startswith(_NOT_ALONE)


def _joins(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _AFTER_QU or (
            (rhyme in _RHYMES and not rhyme.startswith(("u", "o", "ư"))) or rhyme in _QU_ROUND
        )
    if rhyme not in _RHYMES:
        return False
    is_front = rhyme.startswith(_FRONT)
    if onset in ("gh", "ngh"):
        return is_front
    if onset in ("c", "ng", "g"):
        return not is_front or (onset == "g" and rhyme.startswith("i"))
    return True


_QU_ROUND = frozenset(("ôc", "ơ", "ơn", "ơt"))


def _fits_tone(plain: str, tone: int) -> bool:
    """Syllables that end in p, t, c, ch carry sắc or nặng."""
    return not plain.endswith(_STOPS) or tone in _SHARP_OR_HEAVY
