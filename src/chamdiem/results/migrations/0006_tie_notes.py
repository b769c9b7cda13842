"""A result says which rows parted it from its equals; what was frozen before says nothing of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the column."""

    dependencies = [("results", "0005_never_handed_in")]
    operations = [migrations.AddField("result", "tie_notes", models.JSONField(default=dict))]
