from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appraisals", "0002_changes_are_found"),
        ("assessments", "0005_answer_origin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="ruling",
            name="answers",
            field=models.JSONField(default=dict),
        ),
        migrations.AlterField(
            model_name="ruling",
            name="points",
            field=models.DecimalField(decimal_places=6, max_digits=12, null=True),
        ),
        migrations.AddConstraint(
            model_name="ruling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answers", {}), ("points__isnull", False)),
                    models.Q(("points__isnull", True), models.Q(("answers", {}), _negated=True)),
                    _connector="OR",
                ),
                name="ruling_is_points_or_figures",
            ),
        ),
    ]
