"""A result says that its dossier was never handed in; what was frozen before keeps what it said."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the column."""

    dependencies = [("results", "0004_never_emptied_and_reason_kept")]
    operations = [
        migrations.AddField(
            "result",
            "never_handed_in",
            models.BooleanField(default=False, verbose_name="không gửi hồ sơ"),
        ),
    ]
