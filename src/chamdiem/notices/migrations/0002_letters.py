"""Letters as rows of their own, each with its state."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_STATES = [
    ("waiting", "Chờ gửi"),
    ("sending", "Đang gửi"),
    ("sent", "Thư đã gửi"),
    ("unknown", "Không rõ đã gửi chưa"),
    ("given_up", "Không gửi được"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_digest", models.BooleanField()),
                ("message_id", models.CharField(max_length=200, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=_STATES, default="waiting", max_length=8, verbose_name="trạng thái"
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("error", models.CharField(blank=True, max_length=500, verbose_name="lỗi")),
                ("made_at", models.DateTimeField()),
                ("next_try_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "sending"])),
                        fields=["next_try_at"],
                        name="letter_unsent",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state", "sent"), _negated=True)
                        | models.Q(("sent_at__isnull", False)),
                        name="letter_sent_has_a_time",
                    )
                ],
            },
        ),
        migrations.RemoveIndex(model_name="notice", name="notice_unmailed"),
        migrations.RenameField(model_name="notice", old_name="mailed_at", new_name="gathered_at"),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("gathered_at__isnull", True)),
                fields=["told_at"],
                name="notice_ungathered",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="letter",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="notices",
                to="notices.letter",
            ),
        ),
    ]
