"""Points off for every step a ratio stays behind: "đạt 100%: 10 điểm; cứ giảm 1% trừ 0,5 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Operation, formula_text, names_in
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.naming import name_of_ratio, without_threshold
from chamdiem.annex.rules.preconditions import other_quantity
from chamdiem.annex.rules.ratios import Rule, divides
from chamdiem.annex.rules.rewards import Reward
from chamdiem.annex.rules.statements import Award, Shortfall
from chamdiem.annex.rules.thresholds import from_a_floor

_STEP = r"(?P<step>\d+(?:,\d+)?)\s*%"
_LESS = r"(?:giảm|thiếu|hụt|thấp hơn|chưa đạt|không đạt)(?: đi| hơn)?"
_COSTS = (
    r"[^\d:;,]{0,30}?\s*,?\s*(?:thì )?(?:sẽ )?(?:bị )?(?:trừ|giảm|bớt)(?: đi)?\s+(?P<points>\d+(?:,\d+)?)(?:\s*(?:điểm|đ)|(?=\.?$))"
    r"(?:,? (?:cho đến|đến|tới) (?:khi )?hết điểm)?"
)
_PATTERNS = tuple(
    re.compile(rf"(?:nếu )?(?:cứ |với )?(?:mỗi )?{middle}{_COSTS}", re.IGNORECASE)
    for middle in (rf"{_LESS}\s+(?:mỗi )?{_STEP}", rf"{_STEP}\s+{_LESS}")
)
# "cứ vượt 1 % trừ 1 điểm" of what should stay low; "mỗi 1 % hồ sơ trễ hạn trừ 2 điểm" where none gives all points.
_ABOVE = re.compile(
    rf"(?:nếu )?(?:cứ |với )?(?:mỗi )?(?:tăng|vượt|cao hơn|vượt quá)(?: thêm| lên)?\s+(?:mỗi )?{_STEP}{_COSTS}",
    re.IGNORECASE,
)
_OF_FAULTS = re.compile(
    rf"(?:nếu )?(?:cứ |với )?(?:mỗi )?{_STEP}\s+(?=[^:;,]{{0,40}}\b(?:trễ|chậm|quá hạn|sai|lỗi|muộn)\b){_COSTS}",
    re.IGNORECASE,
)
# "Không có hồ sơ trễ hạn: 10 điểm; cứ 1 % hồ sơ trễ hạn trừ 2 điểm": none of what costs is where it begins.
_OF_WHAT = re.compile(
    rf"{_STEP}\s+(?P<what>[^\d:;,]+?)\s*,?\s*(?:thì |sẽ |bị )*(?:trừ|giảm|bớt)\b", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:nếu |trường hợp )?không (?:có |còn |để (?:xảy ra )?|phát sinh |xảy ra )?(?P<what>[^\d:;,]+)",
    re.IGNORECASE,
)
_NOTHING = Band("", low=Fraction(0), high=Fraction(0), is_high_in=True, unit="%", is_exact=True)
# "dưới 90 % thì cứ giảm 1 % trừ 0,5 điểm", "mỗi 1 % dưới 75 % trừ 0,2 điểm": where points begin to be lost.
_BELOW = r"(?:dưới|thấp hơn|ít hơn|chưa đạt|<)\s*(?P<below>\d+(?:,\d+)?)\s*%"
_FROM = re.compile(
    rf"(?:nếu |khi |trường hợp )?(?:t[ỷỉ] lệ )?(?:này )?(?:đạt )?{_BELOW}\s*[,:]?\s*(?:thì )?(?=(?:cứ|mỗi|giảm|thiếu)\b)",
    re.IGNORECASE,
)
_STEP_FIRST = re.compile(
    rf"(?:cứ |với )*(?:mỗi )?{_STEP}\s+{_BELOW}(?=[^\d%]*\b(?:trừ|giảm|bớt)\b)", re.IGNORECASE
)
# "Hoàn thành 100%: 10 điểm; cứ 5% nhiệm vụ không hoàn thành trừ 1 điểm": what lacks to all.
_DEED = r"(?P<deed>hoàn thành|giải ngân|thực hiện|triển khai|phân bổ|xử lý|giải quyết|trả lời|kết nối|thu gom|số h[óo][áa]?|tiêm|nộp|thu)"
_UNDONE = re.compile(
    rf"(?:nếu )?(?:cứ |với )?(?:mỗi )?{_STEP}\s+(?:số )?(?P<what>(?:[^\W\d_]+ ){{0,4}}?)(?:không|chưa) (?:được )?{_DEED}(?: được)?(?=,? (?:thì |sẽ |bị )*(?:trừ|giảm|bớt)\b)",
    re.IGNORECASE,
)
_ONLY_REACHED = re.compile(r"(?:(?:nếu|khi|đạt|t[ỷỉ] lệ|tỷ lệ đạt|từ|=|≥|>=|bằng) ?)*100 ?%", re.IGNORECASE)
_HOW_WELL = re.compile(
    r"\b(?:đúng|trước|kịp|sớm|đầy đủ|chất lượng|hiệu quả|dứt điểm|không|chưa)\b", re.IGNORECASE
)
_BARE_STEP = re.compile(r"^(?:cứ |với )?(?:mỗi )?(?=\d+(?:,\d+)?\s*%)", re.IGNORECASE)
_ONE_PERCENT = re.compile(r"\b(?:mỗi|một|cứ)(?: (?:1|một))? (?:phần trăm|điểm phần trăm|%)", re.IGNORECASE)
_SHARE_OF = re.compile(r"^t[ỷỉ] lệ (?:số )?")
_IS_RATIO = re.compile(r"t[ỷỉ] lệ \w", re.IGNORECASE)
_EVERY = re.compile(r"^(?:nếu )?(?:cứ|mỗi|với mỗi)\b|\bmỗi\b", re.IGNORECASE)


def read_shortfall(clause: Clause, body: str) -> Shortfall | None:
    """So many points off for every so many percent below what gives all points, or above it."""
    body = _STEP_FIRST.sub(r"dưới \g<below>%: cứ giảm \g<step>%", _ONE_PERCENT.sub("mỗi 1%", body))
    undone = _UNDONE.match(body)
    body = f"dưới 100%: cứ giảm {undone['step']}%{body[undone.end() :]}" if undone else body
    below = _FROM.match(body)
    body = _BARE_STEP.sub("cứ giảm ", body[below.end() :]) if below else body
    patterns = (*_PATTERNS, _ABOVE, _OF_FAULTS)
    pattern = next((each for each in patterns if each.fullmatch(body)), None)
    match = pattern.fullmatch(body) if pattern is not None else None
    is_excess = pattern in (_ABOVE, _OF_FAULTS)
    if match is None or (is_excess and (below or not _EVERY.search(body))):
        return None
    step, points = exact_number(match["step"]), Reward("points", exact_number(match["points"]))
    if not step or points.is_nothing:
        return None
    start = exact_number(below["below"]) / 100 if below else None
    return Shortfall(clause, step, points, is_excess, start, is_presumed=not _EVERY.search(body))


def by_shortfall(material: Material) -> Rule | None:
    """All points from a threshold on, and so many off for every full step below it."""
    found = material.of(Shortfall)
    full = [each for each in material.awards if each.reward.is_full]
    floor = [each for each in material.awards if each.reward.is_nothing]
    if len(found) != 1 or len(full) != 1 or len(material.awards) > 2 or material.eaches or material.points:
        return None
    band, is_excess = full[0].band or _none_of(full[0], found[0], material.name), found[0].is_excess
    threshold = _threshold(band, is_excess=is_excess) if band is not None else None
    if band is None or threshold is None or found[0].below not in (None, threshold):
        return None
    if not _is_the_rest(found[0], full[0], material.name):
        return None
    if len(material.awards) > 1 and not (len(floor) == 1 and _is_floor(floor[0], threshold)):
        return None
    value = material.figures.ratio(band.subject) or (
        None
        if material.figures.has_ratio
        else material.figures.assumed_ratio(_words_of(full[0], material.name, is_excess=is_excess))
    )
    if value is None or not material.figures.use(value):
        return None
    if floor and (is_excess or other_quantity(material, floor[0], names_in(value)[:1])):
        return None
    material.use(*found, *full, *floor)
    if found[0].is_presumed:
        material.assume(f"“{found[0].clause.text}”: mỗi bước thêm cũng trừ như vậy")
    step = amount_text(found[0].step)
    material.assume(f"chỉ trừ khi {'vượt' if is_excess else 'thiếu'} đủ từng bước {step} %")
    if isinstance(value, Operation) and divides(value):
        material.not_applicable.append(f"{formula_text(value.right)} = 0")
        material.assume("mẫu số bằng 0: không đánh giá; văn bản không nói")
    reached, least = f"100 * {formula_text(value, 2)}", amount_text(threshold * Fraction(100))
    behind = f"{least} - {reached}" if not is_excess else f"{reached} - {least}" if threshold else reached
    points = amount_text(found[0].points.of(material.maximum))
    rule: Rule = {"kind": "deduct", "parts": [{"of": behind, "points_each": points, "every": step}]}
    return from_a_floor(rule, value, floor[0].band) if floor and floor[0].band else rule


def _none_of(award: Award, shortfall: Shortfall, name: str) -> Band | None:
    """Nothing of what a step counts, where the row is the share of just that; None for anything else."""
    step, none = _OF_WHAT.search(shortfall.clause.text), _NONE.fullmatch(award.condition.strip())
    if not shortfall.is_excess or step is None or none is None:
        return None
    what = " ".join(step["what"].casefold().split())
    share = _SHARE_OF.sub("", " ".join(name.casefold().split()))
    return _NOTHING if what == " ".join(none["what"].casefold().split()) == share else None


def _is_the_rest(shortfall: Shortfall, award: Award, name: str) -> bool:
    """Whether what is not done is what lacks to all of the same things done."""
    undone = _UNDONE.match(shortfall.clause.text)
    if undone is None:
        return True
    done, what = award.condition.casefold(), undone["what"].casefold().split()
    named, deed = name.casefold(), undone["deed"].casefold()
    if deed not in done and not (deed in named and _ONLY_REACHED.fullmatch(done.strip())):
        return False
    if deed != "hoàn thành" and _HOW_WELL.search(f"{done} {named}"):
        # "Giải quyết đúng hạn 100%": what was done late is no less done.
        return False
    return set(what) <= {*done.split(), *named.split()}


def _is_floor(award: Award, threshold: Fraction) -> bool:
    """As in "dưới 70 %: 0 điểm" below what gives all points."""
    band = award.band
    is_below = band is not None and band.is_percent and band.low is None and band.high is not None
    return is_below and band is not None and (band.high or 0) <= threshold


def _words_of(award: Award, name: str, *, is_excess: bool) -> str:
    """What a ratio is called that the text names; of one that should stay low a part "số đạt" would be the other one."""
    words = without_threshold(award.condition)
    if not _IS_RATIO.match(words):
        return ""
    return words if is_excess or name_of_ratio(award.condition, name) != name else name


def _threshold(band: Band, *, is_excess: bool) -> Fraction | None:
    """Where points begin to be lost; none where the band ends on the other side, too."""
    if not band.is_percent:
        return None
    if is_excess:
        is_end = band.high is not None and band.is_high_in and (band.is_exact or not band.low)
        return band.high if is_end and (band.is_exact is False or band.high == 0) else None
    return band.low if band.low is not None and (band.high is None or band.is_exact) else None
