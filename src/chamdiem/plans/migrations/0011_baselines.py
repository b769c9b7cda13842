"""Expected points know since when they are in force, and items the result they were taken from."""

import django.db.models.deletion
from django.db import migrations, models

_SINCE = """
UPDATE plans_expectation SET since = plan.in_force_since
FROM plans_planitem AS item JOIN plans_plan AS plan ON plan.id = item.plan_id
WHERE item.id = plans_expectation.item_id
"""


class Migration(migrations.Migration):
    """Adds both; what is expected already is in force as long as its plan."""

    dependencies = [("plans", "0010_withdrawn_values"), ("results", "0006_tie_notes")]
    operations = [
        migrations.AddField(
            model_name="expectation",
            name="since",
            field=models.DateField(null=True),
        ),
        migrations.RunSQL(_SINCE, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Baseline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item_key", models.CharField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="baselines", to="plans.plan"
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="results.result"
                    ),
                ),
            ],
            options={
                "ordering": ["plan", "item_key"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "item_key"), name="item_has_one_baseline")
                ],
            },
        ),
    ]
