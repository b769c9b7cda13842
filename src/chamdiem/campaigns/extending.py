"""What more time for one row means, in words: for the whole dossier, and for criteria that are closed."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chamdiem.campaigns.calendar import last_entry_day, last_moment_text
from chamdiem.campaigns.models import Extension, Participant
from chamdiem.core.figures import figure_key, own_inputs
from chamdiem.core.recalculation import dependents
from chamdiem.indicators.selectors import compiled


def list_consequences(extension: Extension, participant: Participant) -> Iterator[str]:
    """What whoever gives more time for one row should know, a sentence each; none for a whole dossier."""
    if not extension.criterion_key:
        return
    tree = compiled(participant.track.edition).indicator_set.tree
    label = tree.labels[extension.criterion_key]
    whole = last_entry_day(participant.campaign, list(participant.extensions.all()))
    if extension.until > whole:
        yield _(
            "Hạn này muộn hơn hạn của cả hồ sơ ({whole}): sau hạn đó đơn vị chỉ còn sửa được các mục được "
            "gia hạn riêng như {row}; hồ sơ chưa gửi vẫn gửi được đến {until}. Cần sửa cả phần khác thì "
            "gia hạn cả hồ sơ."
        ).format(whole=last_moment_text(whole), row=label, until=last_moment_text(extension.until))
    if closed := _list_moved(extension, participant):
        yield _(
            "Số liệu mục {row} tính điểm cho tiêu chí hết hạn trước ngày đó ({criteria}): sửa số liệu sau "
            "hạn của tiêu chí vẫn làm đổi điểm của tiêu chí đó."
        ).format(row=label, criteria=", ".join(closed))


def _list_moved(extension: Extension, participant: Participant) -> list[str]:
    """The criteria with their days that close before the general information they read does."""
    edition = compiled(participant.track.edition)
    tree, given = edition.indicator_set.tree, list(participant.extensions.all())
    row = tree.by_key[extension.criterion_key]
    if row.is_criterion:
        return []
    readers = dependents(edition.scorer.criteria)
    figures = [figure_key(row, letter) for letter in own_inputs(row, edition.indicator_set)]
    read = dict.fromkeys(key for figure in figures for key in readers.get(figure, ()))
    days = {key: last_entry_day(participant.campaign, given, tree.by_key[key]) for key in read}
    return [f"{tree.labels[key]}: {day:%d/%m/%Y}" for key, day in days.items() if day < extension.until]
