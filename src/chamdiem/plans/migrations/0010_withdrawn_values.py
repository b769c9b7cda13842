"""A wrong measured value is withdrawn by somebody, for a reason."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Adds who withdrew a value, when and why."""

    dependencies = [
        ("plans", "0009_settled_lines"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="measurevalue",
            name="withdrawal_reason",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="measurevalue",
            name="withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="measurevalue",
            name="withdrawn_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="measurevalue",
            constraint=models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason=""),
                name="value_withdrawn_by_somebody_for_a_reason",
            ),
        ),
    ]
