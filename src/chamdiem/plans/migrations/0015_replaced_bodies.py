"""A body remembers in whose place its organisations were named, a round whom it waits for no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds both, empty; of what was named before nobody kept it."""

    dependencies = [("plans", "0014_left_open")]
    operations = [
        migrations.AddField(model_name="planbody", name="replaced", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="round", name="dropped", field=models.JSONField(default=dict)),
    ]
