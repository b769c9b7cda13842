"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations, models

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("organisations", "0002_former_names_and_imports"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="kind",
            options={"ordering": ["level", "order", chamdiem.web.ordering.Alphabetical("name")]},
        ),
        migrations.AlterModelOptions(
            name="office",
            options={"ordering": ["organisation", chamdiem.web.ordering.Alphabetical("name")]},
        ),
        migrations.AddField(
            model_name="organisation",
            name="name_order",
            field=models.GeneratedField(
                db_persist=True,
                expression=chamdiem.web.ordering.Alphabetical("name"),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
    ]
