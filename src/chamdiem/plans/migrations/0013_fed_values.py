"""A value fed by a result remembers which one, and which of its values it was."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Adds both; of values fed before nobody kept it."""

    dependencies = [("plans", "0012_closed_rounds_keep_their_rows"), ("results", "0006_tie_notes")]
    operations = [
        migrations.AddField(
            model_name="measurevalue",
            name="result",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="results.result",
            ),
        ),
        migrations.AddField(
            model_name="measurevalue",
            name="reading",
            field=models.CharField(blank=True, default=""),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.CheckConstraint(
                condition=Q(result__isnull=True, reading="") | Q(result__isnull=False) & ~Q(reading=""),
                name="fed_value_names_what_it_was",
            ),
        ),
    ]
