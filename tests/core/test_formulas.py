"""Formulas in sentences are the formulas points follow: read again, they give the same value."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from chamdiem.core.criterion import compile_criteria
from chamdiem.core.expression import Binary, Letter, Negative, Number, Term, parse_term
from chamdiem.core.inputs import Input
from chamdiem.core.points import exact
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.voice import voice
from tests.core.trees import criterion, tree

LETTERS = ("a", "b", "c")
_WORDS = {
    "vi": {"điểm = ": "", "mức thấp nhất": "l", "mức cao nhất": "g", "tỷ lệ": "r", "giá trị": "r"},
    "en": {"points = ": "", "least": "l", "greatest": "g", "ratio": "r", "value": "r"},
}

leaves: Any = st.sampled_from(
    [*map(Letter, LETTERS), Number(Fraction(2), "2"), Number(Fraction(1, 2), "50%")]
)
terms: st.SearchStrategy[Term] = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Negative, inner) | st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), inner, inner)
    ),
    max_leaves=5,
).filter(lambda term: bool(set(LETTERS) & set(str(term).split("'"))))
figures = st.dictionaries(
    st.sampled_from([*LETTERS, "l", "g", "r"]),
    st.fractions(min_value=-9, max_value=9, max_denominator=4),
    min_size=6,
    max_size=6,
)
maxima = st.sampled_from(["1", "10", "7.5", "1/3", "20/3"]).map(exact)


@given(terms, st.sampled_from(["min_max", "share_of_max"]), st.sampled_from(["high", "low"]), maxima, figures)
def test_a_comparison_with_others_is_printed_as_it_is_computed(
    term: Term, method: Any, better: Any, maximum: Fraction, values: dict[str, Fraction]
) -> None:
    rule = PeerRule(value=term, method=method, better=better, if_zero="zero")
    own, least, greatest = _value(term, values), values["l"], values["g"]
    assume(greatest and greatest != least)
    if not own:
        reject()
    if method == "min_max":
        share = ((greatest - own) if better == "low" else (own - least)) / (greatest - least)
    else:
        share = least / own if better == "low" else own / greatest
    for language in ("vi", "en"):
        assert _value(_printed(rule, maximum, language), values) == share * maximum


@given(
    st.sampled_from([Fraction(1, 3), Fraction(4, 5), Fraction(1), Fraction(3), Fraction(7, 3)]),
    st.sampled_from(["high", "low"]),
    st.sampled_from(["scale", "ratio"]),
    maxima,
    figures,
)
def test_a_ratio_is_printed_as_it_is_computed(
    edge: Fraction, better: Any, below: Any, maximum: Fraction, values: dict[str, Fraction]
) -> None:
    assume(better == "high" or edge < 1)
    rule = RatioRule(
        value=parse_term("(a - b) / c"), full_at=edge, below=below, better=better, if_zero="zero"
    )
    share = values["r"] if better == "high" else 1 - values["r"]
    if below == "scale":
        share /= edge if better == "high" else 1 - edge
    for language in ("vi", "en"):
        assert _value(_printed(rule, maximum, language), values) == share * maximum


def _printed(rule: Rule, maximum: Fraction, language: Any) -> Term:
    """The formula of a sentence, read as a term: words of extremes and of the ratio become letters."""
    row = criterion("1", str(maximum), rule=rule, inputs={letter: Input() for letter in LETTERS})
    sentence = rule_sentence(compile_criteria(tree(row))["1"], language)
    clause = next(each for each in sentence.split("; ") if "×" in each)
    text = clause.rsplit(": ", 1)[1]
    points = voice(language).points("@").replace("@", "")
    for word, letter in {points: "", points.removesuffix("s"): "", **_WORDS[language], "×": "*"}.items():
        text = text.replace(word, letter)
    return parse_term(text.replace(",", ".").strip())


def _value(term: Term, values: dict[str, Fraction]) -> Fraction | None:
    """The value of a term; None where it divides by zero."""
    match term:
        case Number(value):
            return value
        case Letter(name):
            return values[name]
        case Negative(operand):
            inner = _value(operand, values)
            return None if inner is None else -inner
        case Binary(sign, left, right):
            sides = _value(left, values), _value(right, values)
            if sides[0] is None or sides[1] is None or (sign == "/" and not sides[1]):
                return None
            return _OPERATIONS[sign](sides[0], sides[1])
    raise AssertionError(term)


_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
