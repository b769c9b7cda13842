from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0002_trust_policy")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="evidence_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("document", "văn bản"),
                    ("link", "đường dẫn"),
                    ("image", "hình ảnh"),
                    ("video", "video"),
                    ("list", "danh sách hoặc bảng biểu"),
                    ("system", "số liệu trên hệ thống"),
                ],
                default="",
                max_length=8,
                verbose_name="loại minh chứng",
            ),
            preserve_default=False,
        ),
    ]
