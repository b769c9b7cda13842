"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("plans", "0006_file_compared_with"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="plan",
            options={"ordering": ["-period_from", chamdiem.web.ordering.Alphabetical("title")]},
        ),
        migrations.AlterModelOptions(
            name="roundreport",
            options={"ordering": ["round", "organisation__name_order"]},
        ),
    ]
