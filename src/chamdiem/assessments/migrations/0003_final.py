"""Dossiers of closed campaigns are final, and know what they were before."""

from django.db import migrations, models

_HANDED_IN = ("submitted", "returned", "appraisal", "explanation", "settled")


def make_final(apps, schema_editor):  # noqa: ANN001, ANN201, ARG001  as Django calls it
    assessments = apps.get_model("assessments", "Assessment").objects
    closed = assessments.filter(
        participant__campaign__status__in=("closed", "published"), status__in=_HANDED_IN
    )
    closed.update(before_final=models.F("status"), status="final")


def make_open_again(apps, schema_editor):  # noqa: ANN001, ANN201, ARG001  as Django calls it
    assessments = apps.get_model("assessments", "Assessment").objects
    assessments.filter(status="final").update(status=models.F("before_final"))


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0002_closing"), ("assessments", "0002_never_changed")]

    operations = [
        migrations.AddField(
            model_name="assessment",
            name="before_final",
            field=models.CharField(
                blank=True,
                choices=[
                    ("draft", "Đang tự đánh giá"),
                    ("submitted", "Đã gửi thẩm định"),
                    ("returned", "Trả lại để bổ sung"),
                    ("appraisal", "Đang thẩm định"),
                    ("explanation", "Đang giải trình"),
                    ("settled", "Đã thẩm định xong"),
                    ("final", "Đã chốt"),
                ],
                default="",
                max_length=12,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(make_final, make_open_again),
    ]
