"""A document that was handed in by mistake is withdrawn."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Adds who withdrew it, when and why."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("evidence", "0005_checked_again"),
    ]

    operations = [
        migrations.AddField("document", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "document",
            "withdrawn_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            "document",
            "withdrawal_reason",
            models.TextField("lý do rút", blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "document",
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | (Q(withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="document_withdrawn_by_somebody_with_a_reason",
            ),
        ),
    ]
