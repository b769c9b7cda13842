"""A notice may be left out of its letter, and a letter may be needless."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the mark and the state."""

    dependencies = [("notices", "0002_letters")]
    operations = [
        migrations.AddField(
            model_name="notice",
            name="is_left_out",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "Chờ gửi"),
                    ("sending", "Đang gửi"),
                    ("sent", "Thư đã gửi"),
                    ("unknown", "Không rõ đã gửi chưa"),
                    ("given_up", "Không gửi được"),
                    ("needless", "Không gửi"),
                ],
                default="waiting",
                max_length=8,
                verbose_name="trạng thái",
            ),
        ),
    ]
