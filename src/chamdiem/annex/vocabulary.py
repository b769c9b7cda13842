"""What a damaged text is measured by: words and pairs of the field, and those the document itself repeats."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from chamdiem.annex.lexicon import load_lexicon
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.syllables import is_syllable

# Stand for a number, and for the beginning of a sentence, where a word would.
NUMBER, START = "#", "^"
# What some programs write for a letter they do not know.
LOST_SIGNS = frozenset("?\ufffd□■")
TOKEN = re.compile(r"(?:[^\W_]|[\ufffd□■]|\?(?=[^\W_])|(?<=[^\W_])\?(?= [^\W\d_A-ZĐ]))+")
_JOINED = re.compile(r" +")
_VOWELS = frozenset("aeiouy")
_FEWEST_OWN = 2
_MOST_LOST = 2
_FAR_MORE = 4
_PLAIN_PAIRS = {
    (NUMBER, "điểm"): 9,
    ("được", NUMBER): 9,
    (NUMBER, "lần"): 2,
    (NUMBER, "năm"): 2,
    (NUMBER, "đơn"): 1,
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Known words and pairs with their counts; what is left of a word → the words it may be."""

    words: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    remains: Mapping[str, frozenset[str]]
    unmarked: Mapping[str, frozenset[str]]


def gather_vocabulary(texts: Iterable[str]) -> Vocabulary:
    """The lexicon with the words and pairs a document has more than once."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        spoken = list(spoken_words(text))
        words.update(word for word in spoken if is_whole(word))
        pairs.update(pair for pair in pairwise(spoken) if all(map(_is_paired, pair)))
    lexicon = load_lexicon()
    often = {word: count for word, count in words.items() if count >= _FEWEST_OWN}
    remnants = {word for word, count in often.items() if _is_remnant(word, count, words)}
    own = {word: count for word, count in often.items() if word not in remnants}
    own_pairs = {
        pair: count for pair, count in pairs.items() if count >= _FEWEST_OWN and remnants.isdisjoint(pair)
    }
    known = Counter({**lexicon.words}) + Counter(own)
    remains, unmarked = _remains_of(load_known_remains(), own), _unmarked_of(known)
    together = Counter({**lexicon.pairs, **_PLAIN_PAIRS}) + Counter(own_pairs)
    return Vocabulary(known, together, remains, unmarked)


@cache
def lexicon_alone() -> Vocabulary:
    """The lexicon without a document."""
    return gather_vocabulary(())


def spoken_words(text: str) -> Iterator[str]:
    """The words of a text in lower case; numbers and the beginnings of its parts are signs."""
    end = -1
    for match in TOKEN.finditer(text):
        if not _JOINED.fullmatch(text[max(end, 0) : match.start()]):
            yield START
        yield NUMBER if match[0].isdigit() else match[0].casefold()
        end = match.end()


def is_whole(word: str) -> bool:
    """Whether a word is a syllable with a consonant in front: without one it may be the rest of another."""
    return len(word) > 1 and is_syllable(word) and without_accents(word)[0] not in _VOWELS


def words_in(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Every way to part letters into two to four known words; those without accents must go together."""
    yield from (way for way in _parted(text, vocabulary, 4) if len(way) > 1)


def _parted(text: str, vocabulary: Vocabulary, most: int) -> Iterator[tuple[str, ...]]:
    if text in vocabulary.words:
        yield (text,)
    for end in range(2, len(text) - 1) if most > 1 else ():
        first = text[:end]
        if first in vocabulary.words:
            for rest in _parted(text[end:], vocabulary, most - 1):
                if (first, rest[0]) in vocabulary.pairs or not (first.isascii() and rest[0].isascii()):
                    yield (first, *rest)


def _is_remnant(word: str, count: int, words: Mapping[str, int]) -> bool:
    """Whether an unknown word is a far more frequent one without a letter: "đim" beside "điểm"."""
    if word in load_lexicon().words:
        return False
    whole = load_known_remains().get(word, ())
    return any(len(each) == len(word) + 1 and words[each] >= _FAR_MORE * count for each in whole)


def _is_paired(word: str) -> bool:
    return word in (NUMBER, START) or is_whole(word) or word in load_lexicon().words


@cache
def load_known_remains() -> Mapping[str, frozenset[str]]:
    """What is left of every word of the lexicon without one or two of its letters, and the word itself."""
    return _remains_of({}, load_lexicon().words)


def _remains_of(known: Mapping[str, frozenset[str]], words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    remains: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        for left in _left_of(word):
            remains[left].add(word)
    return {**known, **{left: known.get(left, frozenset()) | found for left, found in remains.items()}}


def _left_of(word: str) -> Iterator[str]:
    for lost in range(_MOST_LOST + 1):
        # Of two letters none stays when two are lost; of three one tells too little.
        if len(word) - lost >= max(1, lost):
            for places in combinations(range(len(word)), lost):
                yield "".join(letter for place, letter in enumerate(word) if place not in places)


def _unmarked_of(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    unmarked: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        unmarked[without_accents(word)].add(word)
    return {plain: frozenset(found) for plain, found in unmarked.items()}
