"""Roles that people with an account elsewhere are asked to take."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the table."""

    dependencies = [
        ("accounts", "0002_names_in_order"),
        ("organisations", "0006_codes_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "Quản trị hệ thống"),
                            ("standing_body", "Cơ quan thường trực"),
                            ("appraiser", "Chuyên viên thẩm định"),
                            ("council", "Hội đồng thẩm định"),
                            ("leader", "Lãnh đạo duyệt"),
                            ("data_officer", "Chuyên viên cung cấp số liệu"),
                            ("contributor", "Phòng, ban được phân công"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("offered_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "đã nhận"),
                            ("declined", "đã từ chối"),
                            ("withdrawn", "đã thu hồi"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.office",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-offered_at", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("settled_at__isnull", True)),
                        fields=("user", "role", "organisation", "office"),
                        name="offer_made_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
