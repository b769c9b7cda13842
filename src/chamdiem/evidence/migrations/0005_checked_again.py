"""A verdict on signatures holds no more once what is trusted has changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the word for it."""

    dependencies = [
        ("evidence", "0004_names_in_order"),
    ]

    operations = [
        migrations.AlterField(
            model_name="storedfile",
            name="signature",
            field=models.CharField(
                choices=[
                    ("waiting", "chờ kiểm tra chữ ký"),
                    ("again", "đang kiểm tra lại"),
                    ("valid", "chữ ký hợp lệ"),
                    ("changed_after", "hợp lệ nhưng đã sửa sau khi ký"),
                    ("invalid", "chữ ký không hợp lệ"),
                    ("cannot_verify", "không xác minh được"),
                    ("not_signed", "không ký số"),
                ],
                default="waiting",
                max_length=14,
            ),
        ),
    ]
