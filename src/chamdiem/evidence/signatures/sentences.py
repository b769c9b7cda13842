"""Verdicts in plain Vietnamese and English."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from chamdiem.evidence.signatures.sentences_table import (
    CHANGES,
    REVOCATION_CHECKED,
    REVOCATION_UNCHECKED,
    REVOCATION_WHY,
    VERDICTS,
    WHYS,
    Pair,
)
from chamdiem.evidence.signatures.verdict import DocumentVerdict, LaterChanges, SignatureVerdict, Verdict

_SEVERAL = "The document has {count} digital signatures. As a whole: "
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def describe(verdict: DocumentVerdict, *, language: str = "vi") -> tuple[str, ...]:
    """A paragraph for each signature; before several, one sentence on the document as a whole."""
    signatures = tuple(describe_signature(each, language=language) for each in verdict.signatures)
    if len(signatures) == 1:
        return signatures
    whole = _say(VERDICTS[verdict.verdict], language)
    if signatures:
        several = _say(("Tài liệu có {count} chữ ký số. Kết luận chung: ", _SEVERAL), language)
        whole = several.format(count=len(signatures)) + whole[0].lower() + whole[1:]
    elif verdict.why is not None:
        whole = f"{whole} {_say(WHYS[verdict.why], language)}"
    return (whole, *signatures)


def describe_signature(found: SignatureVerdict, *, language: str = "vi") -> str:
    """Who, which agency, when, what holds and why, in a few short sentences."""
    parts = [f"{_who(found, language)}.", _time(found, language), _say(VERDICTS[found.verdict], language)]
    if found.why is not None:
        parts.append(_say(WHYS[found.why], language).replace("{detail}", found.detail))
    is_said = found.verdict == Verdict.CHANGED_AFTER and found.later_changes != LaterChanges.APPENDED
    if found.later_changes != LaterChanges.NONE and not is_said:
        parts.append(_say(CHANGES[found.later_changes], language))
    if found.verdict in (Verdict.VALID, Verdict.CHANGED_AFTER):
        parts += _revocation(found, language)
    return " ".join(part for part in parts if part)


def _revocation(found: SignatureVerdict, language: str) -> list[str]:
    if found.is_revocation_checked:
        return [_say(REVOCATION_CHECKED, language)]
    return [_say(REVOCATION_UNCHECKED, language), _say(REVOCATION_WHY[found.names_revocation], language)]


def _who(found: SignatureVerdict, language: str) -> str:
    signer = found.signer
    names = [signer.common_name, signer.unit, signer.organisation]
    known = list(dict.fromkeys(each for each in names if each))
    if not known:
        return _say(("Không đọc được người ký", "The signer cannot be read"), language)
    return _say(("Người ký: ", "Signed by: "), language) + ", ".join(known)


def _time(found: SignatureVerdict, language: str) -> str:
    if found.signed_at is None:
        return ""
    if found.is_time_proven:
        told = (
            "Ký trước hoặc đúng lúc {at} (có dấu thời gian tin cậy).",
            "Signed by {at} (trusted time stamp).",
        )
    else:
        told = ("Thời gian ký do người ký khai: {at}.", "Signing time as claimed by the signer: {at}.")
    return _say(told, language).replace("{at}", _moment(found.signed_at))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(_ZONE):%H:%M:%S %d/%m/%Y}"


def _say(pair: Pair, language: str) -> str:
    return pair[1] if language == "en" else pair[0]
