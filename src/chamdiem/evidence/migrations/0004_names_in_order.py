"""Lists of names follow the Vietnamese alphabet."""

from django.db import migrations

import chamdiem.web.ordering


class Migration(migrations.Migration):
    """Adds the key to sort by, or sorts by it."""

    dependencies = [
        ("evidence", "0003_evidence_kind"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="trustroot",
            options={"ordering": [chamdiem.web.ordering.Alphabetical("name")]},
        ),
    ]
