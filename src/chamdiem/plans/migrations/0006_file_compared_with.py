"""What a file of a plan was compared with, so that it never overwrites what others saved since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_never_changed")]

    operations = [
        migrations.AddField("planfile", "checked_revision", models.PositiveIntegerField(default=0)),
        migrations.AddField("planfile", "checked_document", models.TextField(blank=True, default="")),
    ]
