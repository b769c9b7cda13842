"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations, models

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("campaigns", "0002_closing"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="campaign",
            options={"ordering": ["-year", chamdiem.web.ordering.Alphabetical("name")]},
        ),
        migrations.AlterModelOptions(
            name="participant",
            options={"ordering": ["track", "name_order"]},
        ),
        migrations.AddField(
            model_name="participant",
            name="name_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=chamdiem.web.ordering.Alphabetical("name"),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
    ]
