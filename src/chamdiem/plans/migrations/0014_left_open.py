"""A round remembers of which items a body in charge had ended unfinished, with nobody in its place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds it; of rounds opened before nobody kept it."""

    dependencies = [("plans", "0013_fed_values")]
    operations = [
        migrations.AddField(model_name="round", name="left_open", field=models.JSONField(null=True)),
    ]
