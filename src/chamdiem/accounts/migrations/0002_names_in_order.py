"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations, models

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("accounts", "0001_first"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="user",
            options={"ordering": ["name_order", "email"]},
        ),
        migrations.AddField(
            model_name="user",
            name="name_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=chamdiem.web.ordering.Alphabetical("name"),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
    ]
