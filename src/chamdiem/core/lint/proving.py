"""What declared ranges and hard checks prove about a term: how large, how small, ever zero.

``b / a * 1/2 + c / a`` stays below 1 where ``b + c <= a`` is checked, although
each ratio alone may reach 1: the bound is that of a linear programme, solved
exactly. Bounds are sound; ``None`` means that nothing is proved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.core.conditions import opposite
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import (
    Binary,
    Both,
    Compare,
    Condition,
    Either,
    Letter,
    Negative,
    Not,
    Number,
    Term,
)
from chamdiem.core.inputs import Input
from chamdiem.core.lint.inequalities import Inequality, Linear, contradicts_itself, inequality, upper_bound
from chamdiem.core.quotient import Polynomial, Quotient, difference_of, quotient_of, scale

# Names no letter of a row can have.
_TARGET, _UNIT = "?", "1"
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Proof:
    """Inequalities that hold for every dossier that is accepted.

    ``whole`` are the letters whose figures are whole numbers.
    """

    known: tuple[Inequality, ...]
    whole: frozenset[str]

    @staticmethod
    def of(criterion: Criterion) -> Proof:
        """What the declarations of a criterion's inputs and its hard checks say."""
        inputs = criterion.letters.inputs
        ranges = tuple(each for letter, given in inputs.items() for each in _range(letter, given))
        whole = frozenset(letter for letter, given in inputs.items() if given.type != "decimal")
        proof = Proof(ranges, whole)
        for check in criterion.row.checks:
            if not check.soft:
                proof = proof.given(check.that)
        return proof

    def given(self, condition: Condition) -> Proof:
        """What is known where a condition holds."""
        more = tuple(self._inequalities(condition))
        return replace(self, known=(*self.known, *more)) if more else self

    def given_not(self, condition: Condition) -> Proof:
        """What is known where a condition fails: its opposite holds, or it divides by zero."""
        match condition:
            case Either(left, right):
                return self.given_not(left).given_not(right)
            case Not(operand) if not isinstance(operand, Letter):
                return self.given_not(opposite(operand))
            case Compare(_, left, right) if self.may_be_zero(difference_of(left, right).denominator):
                return self
            case _:
                return self.given(opposite(condition))

    @property
    def is_impossible(self) -> bool:
        """Whether no figures at all satisfy the ranges and the hard checks."""
        return contradicts_itself(self.known)

    def ceiling(self, term: Term) -> Fraction | None:
        """The most a term can be where it does not divide by zero."""
        quotient = quotient_of(term)
        found = self._ratio_ceiling(quotient)
        return found if found is not None else self._by_parts(term)

    def floor(self, term: Term) -> Fraction | None:
        """The least a term can be where it does not divide by zero."""
        least = self.ceiling(Negative(term))
        return None if least is None else -least

    def may_be_zero(self, polynomial: Polynomial) -> bool:
        """Whether nothing excludes that a denominator is zero."""
        if set(polynomial) == {()}:
            return False
        lowest = self._least(polynomial)
        if lowest is not None and lowest > 0:
            return False
        highest = self._most(polynomial)
        return highest is None or highest >= 0

    def _most(self, polynomial: Polynomial) -> Fraction | None:
        return self._ratio_ceiling(Quotient(polynomial, {(): _ONE}))

    def _least(self, polynomial: Polynomial) -> Fraction | None:
        turned = {monomial: -c for monomial, c in polynomial.items()}
        most = self._most(turned)
        if most is not None:
            return -most
        return self._least_of_products(polynomial)

    def _least_of_products(self, polynomial: Polynomial) -> Fraction | None:
        """A lower bound for sums of products of figures that are not negative."""
        total = Fraction(0)
        for monomial, coefficient in polynomial.items():
            product = coefficient
            for letter in monomial:
                least = self._least({(letter,): _ONE}) if len(monomial) > 1 else None
                if coefficient < 0 or least is None or least < 0:
                    return None
                product *= least
            total += product
        return total

    def _ratio_ceiling(self, quotient: Quotient) -> Fraction | None:
        above, below = Linear.of(quotient.numerator), Linear.of(quotient.denominator)
        if above is None or below is None:
            return None
        if not below.terms:
            if below.constant == 0:
                return None
            return upper_bound([*self.known, *_equal(above.over(below.constant), _TARGET)], _TARGET)
        least = self._least_of_letter(below) or self._least(quotient.denominator)
        if least is None or least < 0:
            return None
        simple = self._ceiling_by_check(above, below)
        return simple if simple is not None else self._projective_ceiling(above, below)

    def _ceiling_by_check(self, above: Linear, below: Linear) -> Fraction | None:
        """The ceiling of ``a / b`` where ``a <= b`` is checked and nothing else is known of ``a``."""
        if len(above.terms) != 1 or len(below.terms) != 1 or above.constant or below.constant:
            return None
        (part, up), (whole, down) = (*above.terms.items(), *below.terms.items())
        about = [each for each in self.known if any(name == part and c > 0 for name, c in each.terms)]
        is_checked = about == [Inequality(tuple(sorted(((part, 1), (whole, -1)))), 0)]
        return up / down if is_checked and up > 0 else None

    def _least_of_letter(self, linear: Linear) -> Fraction | None:
        """A lower bound of a single figure that is not negative; None or zero: look further."""
        if len(linear.terms) != 1 or linear.constant:
            return None
        ((name, coefficient),) = linear.terms.items()
        alone = [each for each in self.known if len(each.terms) == 1 and each.terms[0][0] == name]
        bounds = [Fraction(each.constant, -each.terms[0][1]) for each in alone if each.terms[0][1] < 0]
        return max(bounds) * coefficient if bounds and coefficient > 0 else None

    def _projective_ceiling(self, above: Linear, below: Linear) -> Fraction | None:
        """The most of ``above / below``: every figure is measured in units of ``below``."""
        known = [_homogeneous(each) for each in self.known]
        unit = Linear({_UNIT: _ONE}, Fraction(0))
        system = [
            *known,
            inequality({_UNIT: Fraction(-1)}, Fraction(0)),
            *_equal(_with_unit(above), _TARGET),
            _with_unit(below).minus(Linear({}, _ONE)).at_most_zero(),
            Linear({}, _ONE).minus(_with_unit(below)).at_most_zero(),
            unit.negated().at_most_zero(),
        ]
        return upper_bound(system, _TARGET)

    def _by_parts(self, term: Term) -> Fraction | None:
        """The bounds of sums and multiples, part by part."""
        match term:
            case Number(value, _):
                return value
            case Negative(operand):
                return self._opposite_ceiling(operand)
            case Binary("+", left, right):
                return _sum(self.ceiling(left), self.ceiling(right))
            case Binary("-", left, right):
                return _sum(self.ceiling(left), self._opposite_ceiling(right))
            case Binary("*", left, Number(value, _)) | Binary("*", Number(value, _), left):
                return self._multiple(left, value)
            case Binary("/", left, Number(value, _)) if value:
                return self._multiple(left, 1 / value)
            case _:
                return None

    def _opposite_ceiling(self, operand: Term) -> Fraction | None:
        turned = self._ratio_ceiling(scale(quotient_of(operand), Fraction(-1)))
        if turned is not None:
            return turned
        match operand:
            case Negative(inner):
                return self.ceiling(inner)
            case Binary("+", left, right):
                return _sum(self._opposite_ceiling(left), self._opposite_ceiling(right))
            case Binary("*" | "/", _, _):
                return Fraction(0) if self._is_never_negative(operand) else None
            case _:
                return None

    def _multiple(self, term: Term, factor: Fraction) -> Fraction | None:
        most = self.ceiling(term) if factor >= 0 else self._opposite_ceiling(term)
        return None if most is None else most * abs(factor)

    def _is_never_negative(self, term: Term) -> bool:
        match term:
            case Binary("*" | "/" | "+", left, right):
                return self._is_never_negative(left) and self._is_never_negative(right)
            case Number(value, _):
                return value >= 0
            case _:
                least = self._least(quotient_of(term).numerator) if quotient_of(term).is_whole else None
                return least is not None and least >= 0

    def _inequalities(self, condition: Condition) -> Iterator[Inequality]:
        match condition:
            case Both(left, right):
                yield from self._inequalities(left)
                yield from self._inequalities(right)
            case Not(operand) if not isinstance(operand, Letter):
                yield from self._inequalities(opposite(operand))
            case Compare():
                yield from self._comparison(condition)

    def _comparison(self, compare: Compare) -> Iterator[Inequality]:
        difference = difference_of(compare.left, compare.right)
        above, below = Linear.of(difference.numerator), Linear.of(difference.denominator)
        if above is None or below is None:
            return
        if below.terms:
            # A comparison that divides by zero is false, so here it does not.
            yield from self._bounded(below.negated(), strictly=True)
        elif below.constant < 0:
            above = above.negated()
        turned = above.negated()
        match compare.operator:
            case "<=" | "<":
                yield from self._bounded(above, strictly=compare.operator == "<")
            case ">=" | ">":
                yield from self._bounded(turned, strictly=compare.operator == ">")
            case "=":
                yield from self._bounded(above, strictly=False)
                yield from self._bounded(turned, strictly=False)
            case "!=":
                yield from self._differs(above, turned)

    def _differs(self, above: Linear, turned: Linear) -> Iterator[Inequality]:
        """``n != 0`` where ``n`` is never negative: ``n > 0``."""
        least = self._least({(name,): c for name, c in above.terms.items()} | {(): above.constant})
        if least is not None and least >= 0:
            yield from self._bounded(turned, strictly=True)

    def _bounded(self, linear: Linear, *, strictly: bool) -> Iterator[Inequality]:
        """``linear <= 0``; below zero means at most -1 in whole numbers."""
        result = linear.at_most_zero()
        if strictly and {name for name, _ in result.terms} <= self.whole:
            result = Inequality(result.terms, result.constant + 1)
        yield result


def _range(letter: str, given: Input) -> Iterator[Inequality]:
    low, high = given.range
    if low is not None:
        yield inequality({letter: Fraction(-1)}, Fraction(low, given.scale))
    if high is not None:
        yield inequality({letter: _ONE}, Fraction(-high, given.scale))


def _equal(linear: Linear, name: str) -> Iterator[Inequality]:
    target = Linear({name: _ONE}, Fraction(0))
    yield linear.minus(target).at_most_zero()
    yield target.minus(linear).at_most_zero()


def _with_unit(linear: Linear) -> Linear:
    return Linear({**linear.terms, _UNIT: linear.constant}, Fraction(0))


def _homogeneous(each: Inequality) -> Inequality:
    if not each.constant:
        return each
    return Inequality((*each.terms, (_UNIT, each.constant)), 0)


def _sum(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left + right
