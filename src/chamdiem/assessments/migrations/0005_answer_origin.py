"""Figures that were offered say where they came from, also in their history."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the origin of a figure."""

    dependencies = [("assessments", "0004_never_emptied")]
    operations = [
        migrations.AddField(
            "answer",
            "origin",
            models.CharField(blank=True, max_length=500, default="", verbose_name="nguồn gợi ý"),
        ),
        migrations.AddField(
            "answerchange", "origin", models.CharField(blank=True, max_length=500, default="")
        ),
    ]
