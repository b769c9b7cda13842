"""An index for the dossiers an appraiser changed: the council's board asks for them on every visit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appraisals", "0001_first")]

    operations = [
        migrations.AddIndex(
            model_name="appraisal",
            index=models.Index(
                "assessment",
                condition=models.Q(("verdict__in", ("corrected", "awarded"))),
                name="appraisal_that_changes",
            ),
        ),
    ]
