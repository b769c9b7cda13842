"""Lists of names in the order of the Vietnamese alphabet, sorted by the database."""

from __future__ import annotations

from django.db.models import Func, GeneratedField, TextField
from django.utils.deconstruct import deconstructible

from chamdiem.core.alphabet import PLACES, SEPARATOR, TONES, WRITTEN


@deconstructible(path="chamdiem.web.ordering.Alphabetical")
class Alphabetical(Func):
    """What the database sorts a name by: the same as ``chamdiem.core.alphabet.alphabetical``.

    Takes the name of a field. For short lists, as ``order_by(Alphabetical("name"))``;
    a table of thousands of names keeps it in a column of its own, see ``alphabetical_column``.
    """

    arity = 1
    # The tables are letters and figures only; the separator is written by its number.
    template = (
        f"((translate(normalize(%(expressions)s, NFC), '{WRITTEN}', '{PLACES}') || chr({ord(SEPARATOR)})"
        f" || translate(normalize(%(expressions)s, NFC), '{WRITTEN}', '{TONES}')) COLLATE \"C\")"
    )
    output_field = TextField(db_collation="C")


def alphabetical_column(field: str) -> GeneratedField:
    """A column that the database fills with what a name sorts by, whenever the name changes."""
    return GeneratedField(
        expression=Alphabetical(field), output_field=TextField(db_collation="C"), db_persist=True
    )
