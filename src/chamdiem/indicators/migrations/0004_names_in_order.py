"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("indicators", "0003_never_emptied"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="edition",
            options={"ordering": [chamdiem.web.ordering.Alphabetical("name"), "edition"]},
        ),
    ]
