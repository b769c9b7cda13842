"""Which fed values were corrected since: by a newer publication of the result they were taken from."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Min

from chamdiem.plans.corrections import Correction
from chamdiem.plans.feeding import readings_of
from chamdiem.plans.models import MeasureValue
from chamdiem.plans.selectors.winning import is_corrected
from chamdiem.results.models import Result
from chamdiem.results.prospects import subjects_of


def find_corrections(values: Iterable[MeasureValue]) -> dict[int, Correction]:
    """Value → what stands in its place, where that is another number.

    Three queries at most, none where nothing was fed.
    """
    fed = {each.pk: each for each in values if each.result_id is not None}
    if not fed:
        return {}
    of_result = dict(
        Result.objects.filter(pk__in={each.result_id for each in fed.values()}).values_list(
            "pk", "participant_id"
        )
    )
    newest = {each.participant_id: each for each in _newest(set(of_result.values()))}
    changed = [each for each in newest.values() if each.pk not in of_result and not each.never_handed_in]
    readings = {
        pk: {each.key: each.value for each in readings_of(subject)}
        for pk, subject in subjects_of(changed).items()
    }
    found = {}
    for value in fed.values():
        result = newest.get(of_result[value.result_id or 0])
        if result is not None and result.pk == value.result_id:
            continue
        now = readings.get(result.pk, {}).get(value.reading) if result is not None else None
        if now != value.value:
            release = getattr(result, "release_number", 0)
            found[value.pk] = Correction(value, result, now, release)
    return found


def _newest(participants: set[int]) -> Iterable[Result]:
    """The results that count of some participants, with the number of their publication; one query."""
    return (
        Result.objects.filter(~is_corrected(), closing__releases__isnull=False, participant__in=participants)
        .select_related("participant", "closing__track__edition", "closing__track__campaign")
        .defer("criteria", "closing__answers")
        .annotate(release_number=Min("closing__releases__number"))
    )
